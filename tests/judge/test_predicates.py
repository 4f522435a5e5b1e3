"""Each predicate on hand-written rows."""

import datetime as dt
import math

import pytest

from checker.claims.table import claims_table
from checker.judge.context import Context
from checker.judge.interval import margins
from checker.judge.predicates import CLAIM_PREDICATES, FRAME_PREDICATES, PAIR_PREDICATES
from checker.judge.registry import frame_predicate, pair_predicate
from checker.judge.rows import rows_of

NOBODY_KNOWS = Context()


def exact(value, resolution=0.5, **more):
    return {"low": value, "high": value, "value": value, "resolution": resolution, "bound": "exact"} | more


def about(value, resolution=0.5):
    return exact(value, resolution, approximate=True)


def over(value, resolution=0.5):
    return {"low": value, "high": math.inf, "value": value, "resolution": resolution, "bound": "more_than"}


def under(value, resolution=0.5):
    return {"low": -math.inf, "high": value, "value": value, "resolution": resolution, "bound": "less_than"}


def between(low, high):
    return {"low": low, "high": high, "resolution": 0.5, "bound": "range"}


def days(start, end, **more):
    def day(text):
        return dt.datetime.fromisoformat(text) if text else None

    return {"date_start": day(start), "date_end": day(end)} | more


def table(*rows):
    claims = claims_table(rows)
    return claims.assign(margin=margins(claims))


def pair(name, one, other, context=NOBODY_KNOWS):
    (flag,) = PAIR_PREDICATES[name].test(table(one), table(other), context)
    return bool(flag)


def claim(name, row, context=NOBODY_KNOWS):
    (flag,) = CLAIM_PREDICATES[name].test(table(row), context).fillna(False)
    return bool(flag)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        pytest.param(exact(3), exact(4), True, id="three and four"),
        pytest.param(exact(8500, 50), exact(8512), False, id="rounded to hundreds"),
        pytest.param(exact(8500, 50), exact(8600, 50), True, id="rounding of one, not of both"),
        pytest.param(exact(8500, 50), exact(10_000, 5000), True, id="ten thousand has two digits"),
        pytest.param(exact(14_000_000, 500_000), exact(14_200_000, 50_000), False, id="14m for 14.2m"),
        pytest.param(exact(12_400_000, 50_000), exact(14_200_000, 50_000), True, id="digits swapped"),
        pytest.param(exact(20, 5), exact(18), True, id="20 killed, 18 killed"),
        pytest.param(about(8500, 50), exact(8_900), False, id="about reaches a tenth"),
        pytest.param(about(8500, 50), exact(10_000, 5000), True, id="about does not reach a fifth"),
        pytest.param(over(200), exact(250, 5), False, id="above the bound"),
        pytest.param(over(200), exact(187), True, id="below the bound"),
        pytest.param(under(76), exact(76), True, id="at a strict bound"),
        pytest.param(over(76), exact(76, unit="count"), True, id="at a strict lower bound"),
        pytest.param(under(80), exact(80, 5), False, id="at a strict bound, perhaps rounded"),
        pytest.param(over(1_200_000), exact(1_200_000, 50_000), False, id="at a strict lower bound, perhaps rounded"),
        pytest.param(under(50), exact(52), True, id="beyond the bound"),
        pytest.param(between(5, 12), between(5, 16), True, id="ranges with one end in common"),
        pytest.param(between(5, 12), between(8, 16), False, id="ranges that overlap"),
        pytest.param(over(23e6), under(23.5e6), False, id="bounds that meet"),
        pytest.param(over(200), under(150), True, id="bounds that cannot meet"),
        pytest.param(between(3, 5), exact(4), False, id="inside a range"),
        pytest.param(between(3, 5), exact(7), True, id="outside a range"),
        pytest.param(between(3, 5), between(5, 8), False, id="ranges that touch"),
        pytest.param(exact(0.1 + 0.2, 0), exact(0.3, 0), False, id="floating-point noise"),
        pytest.param({}, exact(3), False, id="no figure"),
        pytest.param(exact(0), exact(2), True, id="none and two"),
    ],
)
def test_disjoint(one, other, apart):
    assert pair("disjoint", one, other) is apart
    assert pair("disjoint", other, one) is apart


@pytest.mark.parametrize(
    ("told", "text", "otherwise"),
    [
        pytest.param(over(7), over(6), True, id="a higher floor"),
        pytest.param(over(6), over(7), True, id="a lower floor, as exact"),
        pytest.param(over(1000, 500), over(1200, 50), False, id="a lower floor, rounded"),
        pytest.param(over(2000, 500), over(1200, 50), True, id="a higher floor, rounded"),
        pytest.param(under(100, 50), under(88), False, id="a higher ceiling, rounded"),
        pytest.param(over(7), under(9), False, id="a floor and a ceiling"),
        pytest.param(over(7), exact(9), False, id="a floor and a figure"),
        pytest.param(between(3, 5), between(4, 7), True, id="two ranges"),
        pytest.param(between(3, 5), between(3, 7), False, id="ranges with one end in common"),
    ],
)
def test_retold_otherwise(told, text, otherwise):
    assert pair("retold_otherwise", told | {"zone": "description"}, text) is otherwise
    assert pair("retold_otherwise", text, told | {"zone": "description"}) is otherwise
    assert not pair("retold_otherwise", told, text)


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        pytest.param(under(14), under(30), True, id="within 14, within 30 days"),
        pytest.param(under(14), under(14), False, id="the same line"),
        pytest.param(over(18), over(21), True, id="two least ages"),
        pytest.param(over(18), under(21), False, id="a floor and a ceiling"),
        pytest.param(under(14), exact(30), False, id="a line and a figure"),
    ],
)
def test_limits_differ(one, other, differ):
    assert pair("limits_differ", one, other) is differ
    assert pair("limits_differ", other, one) is differ


@pytest.mark.parametrize(
    ("one", "other", "broken"),
    [
        (over(200), exact(187), True),
        (over(200), exact(250, 5), False),
        (under(50), exact(52), True),
        (exact(3), exact(4), False),  # no bound to break
        (over(200), under(150), False),  # two bounds: nobody gives a figure
    ],
)
def test_bound_broken(one, other, broken):
    assert pair("bound_broken", one, other) is broken
    assert pair("bound_broken", other, one) is broken


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (days("1998-01-01", "1999-01-01"), days("1996-01-01", "1997-01-01"), True),
        (days("1998-01-01", "1999-01-01"), days("1998-05-01", "1998-06-01"), False),
        (days("1998-01-01", "1999-01-01"), days("1999-01-01", "2000-01-01"), True),
        (days("1890-01-01", "1891-01-01", approximate=True), days("1892-01-01", "1893-01-01"), False),
        (days("1890-01-01", "1891-01-01", approximate=True), days("1898-01-01", "1899-01-01"), True),
        (days("1998-01-01", "1999-01-01"), days("1990-01-01", None), False),
        (days("1998-01-01", "1999-01-01"), days(None, "1990-01-01"), False),
        (days("1998-01-01", "1999-01-01"), days(None, None), False),
        (days("1990-01-01", "1991-01-01"), days("1991-01-01", "1992-01-01", date_relation="before"), False),
        (days("1991-01-01", "1992-01-01"), days("1991-01-01", "1992-01-01", date_relation="before"), True),
        (days("1991-01-01", "1992-01-01"), days("1990-01-01", "1991-01-01", date_relation="after"), False),
        (days("1985-01-01", "1986-01-01"), days("1990-01-01", "1991-01-01", date_relation="since"), True),
        (days("0001-01-01", "0002-01-01", approximate=True), days("9999-01-01", "9999-12-31", approximate=True), True),
    ],
)
def test_dates_disjoint(one, other, apart):
    assert pair("dates_disjoint", one, other) is apart
    assert pair("dates_disjoint", other, one) is apart


def test_before_has_a_direction():
    early, late = days("1940-01-01", "1941-01-01"), days("1950-01-01", "1951-01-01")

    assert pair("before", early, late)
    assert not pair("before", late, early)
    assert not pair("before", early, early)


def test_opposite_polarity():
    assert pair("opposite_polarity", {"polarity": "negated"}, {})
    assert not pair("opposite_polarity", {"polarity": "negated"}, {"polarity": "negated"})


@pytest.mark.parametrize(
    ("name", "row", "flagged"),
    [
        ("any", {}, True),
        ("undated", {}, True),
        ("undated", {"dated": True}, False),
        ("undated", days("2024-01-01", "2025-01-01"), False),
        ("unresolved", {"relative": True}, True),
        ("unresolved", {"relative": True} | days("2024-01-01", "2025-01-01"), False),
        ("unresolved", {}, False),
        ("uncited", {}, True),
        ("uncited", {"cited": True}, False),
        ("uncited", {"attribution": "the ministry"}, False),
        ("without_figure", {}, True),
        ("without_figure", {"figured": True}, False),
        ("unanswered", {"answer": "vague"}, True),
        ("unanswered", {"answer": "missing"}, True),
        ("unanswered", {"answer": "none"}, True),
        ("unanswered", {"answer": "yes"}, False),
        ("unanswered", {}, False),
        ("falsely_precise", about(8512.3, 0.05), True),
        ("falsely_precise", about(8500, 50), False),
        ("falsely_precise", exact(8512.3, 0.05), False),
    ],
)
def test_claim_predicates(name, row, flagged):
    assert claim(name, row) is flagged


def test_passed_is_measured_on_the_day_of_reading_and_never_on_today():
    deadline = days("2024-01-01", "2025-01-01")

    assert claim("passed", deadline, Context(as_of=dt.date(2025, 1, 1)))
    assert not claim("passed", deadline, Context(as_of=dt.date(2024, 12, 31)))
    assert not claim("passed", deadline, Context(published=dt.date(2030, 1, 1)))
    assert not claim("passed", {}, Context(as_of=dt.date(2025, 1, 1)))


@pytest.mark.parametrize(
    ("shares", "off"),
    [
        ((41, 33, 19, 14), True),
        ((41, 33, 19, 7), False),
        ((33, 33, 33), False),  # rounding: 99
        ((34, 34, 33), False),  # rounding: 101
        ((50, 46), True),
        ((41,), False),
        ((), False),
    ],
)
def test_shares_off(shares, off):
    rows = rows_of(table(*(exact(float(share), unit="percent", slot="share") for share in shares)))

    assert (FRAME_PREDICATES["shares_off"].test(rows, NOBODY_KNOWS) is not None) is off


def test_a_predicate_is_registered_once_and_documented():
    with pytest.raises(ValueError, match="twice"):

        @pair_predicate("disjoint")
        def again(left, right, context):
            """Again."""

    with pytest.raises(ValueError, match="docstring"):

        @frame_predicate("undocumented")
        def undocumented(rows, context):
            return None


@pytest.mark.parametrize(
    ("first", "event", "published", "flagged"),
    [
        (days("2019-01-01", "2020-01-01"), days("2015-01-01", "2016-01-01"), None, True),
        (days("2019-01-01", "2020-01-01"), days("2021-01-01", "2022-01-01"), None, False),
        ({"tense": "present"}, days("2022-01-01", "2023-01-01"), dt.date(2025, 10, 14), True),
        ({"tense": "present"}, days("2026-01-01", "2027-01-01"), dt.date(2025, 10, 14), False),
        ({"tense": "present"}, days("2022-01-01", "2023-01-01"), None, False),
        ({"tense": "past"}, days("2022-01-01", "2023-01-01"), dt.date(2025, 10, 14), False),
    ],
)
def test_earlier_than_the_first(first, event, published, flagged):
    assert pair("earlier_than_the_first", first, event, Context(published=published)) is flagged


def test_ranks_differ():
    assert pair("ranks_differ", {"entry": "first"}, {"entry": "second"})
    assert not pair("ranks_differ", {"entry": "first"}, {"entry": "first"})


def test_out_of_order_needs_two_steps_of_one_script():
    opened = days("1931-01-01", "1932-01-01", predicate="open")
    closed = days("1920-01-01", "1921-01-01", predicate="close")

    assert pair("out_of_order", opened, closed)
    assert pair("out_of_order", closed, opened)
    assert not pair("out_of_order", opened, closed | days("1940-01-01", "1941-01-01"))
    assert not pair("out_of_order", opened, closed | {"predicate": "paint"})


def test_opposite_polarity_leaves_denials_of_something_narrower():
    assert not pair("opposite_polarity", {"polarity": "negated", "group": "formal"}, {})
    assert pair("opposite_polarity", {"polarity": "negated", "group": "formal"}, {"group": "formal"})


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        pytest.param(exact(3.4e6), exact(3.4e9), True, id="million and billion"),
        pytest.param(exact(3.1e6), exact(3.14e9), True, id="a digit more"),
        pytest.param(exact(3.1e6), exact(3.4e9), False, id="other digits"),
        pytest.param(exact(1949, unit="count"), exact(2, unit="count"), False, id="a small count has no magnitude"),
        pytest.param(exact(5, unit="km"), exact(5000, unit="km"), True, id="a thousandfold distance"),
        pytest.param(exact(0), exact(0), False, id="nothing"),
    ],
)
def test_scale_slip(one, other, slip):
    assert pair("scale_slip", one, other) is slip
    assert pair("scale_slip", other, one) is slip
