"""Quantities: bounds, ranges, shares, ages, scores, references, and what they keep to on any input."""

import math
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.language.quantities import find_quantities
from checker.language.quantity import Bound

INF = math.inf


def read(text):
    """Every quantity as (quoted text, low, high)."""
    return [(text[q.start : q.end], pytest.approx(q.low), pytest.approx(q.high)) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "bound", "approximate"),
    [
        ("It has 8,500 beds.", "8,500", 8500, 8500, Bound.EXACT, False),
        ("about 6,300 voters", "about 6,300", 6300, 6300, Bound.EXACT, True),
        ("some 300 men", "some 300", 300, 300, Bound.EXACT, True),
        ("an estimated £50 million", "an estimated £50 million", 50e6, 50e6, Bound.EXACT, True),
        ("nearly a 20% rise", "nearly a 20%", 20, 20, Bound.EXACT, True),
        ("30-odd guests", "30-odd", 30, 30, Bound.EXACT, True),
        ("five or so", "five or so", 5, 5, Bound.EXACT, True),
        ("~40", "~40", 40, 40, Bound.EXACT, True),
        ("over 260 letters", "over 260", 260, INF, Bound.MORE_THAN, False),
        ("more than half of them", "more than half", 0.5, INF, Bound.MORE_THAN, False),
        ("well above £3m", "well above £3m", 3e6, INF, Bound.MORE_THAN, False),
        ("Sales exceeded 3,000.", "exceeded 3,000", 3000, INF, Bound.MORE_THAN, False),
        ("> 30", "> 30", 30, INF, Bound.MORE_THAN, False),
        ("at least 23 million", "at least 23 million", 23e6, INF, Bound.AT_LEAST, False),
        ("no fewer than six", "no fewer than six", 6, INF, Bound.AT_LEAST, False),
        ("ten or more", "ten or more", 10, INF, Bound.AT_LEAST, False),
        ("five people or more", "five people or more", 5, INF, Bound.AT_LEAST, False),
        ("50+ towns", "50+", 50, INF, Bound.AT_LEAST, False),
        ("50-plus towns", "50-plus", 50, INF, Bound.AT_LEAST, False),
        ("prices from £9", "prices from £9", 9, INF, Bound.AT_LEAST, False),
        (">= 30", ">= 30", 30, INF, Bound.AT_LEAST, False),
        ("greater than or equal to 30", "greater than or equal to 30", 30, INF, Bound.AT_LEAST, False),
        ("more than 30 or equal to it", "more than 30 or equal to", 30, INF, Bound.AT_LEAST, False),
        ("up to 70% off", "up to 70%", -INF, 70, Bound.AT_MOST, False),
        ("as many as 500", "as many as 500", -INF, 500, Bound.AT_MOST, False),
        ("no more than 12", "no more than 12", -INF, 12, Bound.AT_MOST, False),
        ("within 36 hours", "within 36 hours", -INF, 36, Bound.AT_MOST, False),
        ("six or fewer", "six or fewer", -INF, 6, Bound.AT_MOST, False),
        ("fewer than 50", "fewer than 50", -INF, 50, Bound.LESS_THAN, False),
        ("under £4", "under £4", -INF, 4, Bound.LESS_THAN, False),
        ("<-30", "<-30", -INF, -30, Bound.LESS_THAN, False),
        ("just over 200", "just over 200", 200, 220, Bound.MORE_THAN, False),
        ("just under 900", "just under 900", 810, 900, Bound.LESS_THAN, False),
        ("up to about 40", "up to about 40", -INF, 40, Bound.AT_MOST, True),
        ("52% ± 3", "52% ± 3", 49, 55, Bound.RANGE, False),
        ("a margin of ±3 points", "±3", -3, 3, Bound.RANGE, False),
        ("hundreds of thousands", "hundreds of thousands", 100_000, 999_999, Bound.RANGE, True),
        ("for over three years", "over three years", 3, INF, Bound.MORE_THAN, False),
        ("paid over three years", "three years", 3, 3, Bound.EXACT, False),
    ],
)
def test_bound(text, quote, low, high, bound, approximate):
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == quote
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert (quantity.bound, quantity.approximate) == (bound, approximate)


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit"),
    [
        ("between 3 and 5 per cent", "between 3 and 5 per cent", 3, 5, "percent"),
        ("€2–3bn", "€2–3bn", 2e9, 3e9, "EUR"),
        ("£3m-£4m", "£3m-£4m", 3e6, 4e6, "GBP"),
        ("$5 to $10 million", "$5 to $10 million", 5e6, 10e6, "USD"),
        ("Prices run from £16 to £24.", "from £16 to £24", 16, 24, "GBP"),
        ("20-30p a bag", "20-30p a bag", 0.2, 0.3, "GBP"),
        ("3–5 days", "3–5 days", 3, 5, "day"),
        ("10C to 15C", "10C to 15C", 10, 15, "celsius"),
        ("two or three cars", "two or three", 2, 3, "count"),
        ("2000 - 7000", "2000 - 7000", 2000, 7000, "count"),
        ("6k-30k", "6k-30k", 6000, 30000, "count"),
        ("five to 10 minutes", "five to 10 minutes", 5, 10, "minute"),
        ("between 900,000 and 1 million", "between 900,000 and 1 million", 900_000, 1e6, "count"),
        ("between minus four and eleven", "between minus four and eleven", -4, 11, "count"),
        ("between two thousand and two thousand and four hundred", None, 2000, 2400, "count"),
        ("larger than 40 and smaller than 90", None, 40, 90, "count"),
        ("at most 80 and at least 30", None, 30, 80, "count"),
        ("between about 3 and 5 per cent", "between about 3 and 5 per cent", 3, 5, "percent"),
        ("between a third and a half", "between a third and a half", 1 / 3, 0.5, "fraction"),
        ("lows ranged from -2C to -9C", "from -2C to -9C", -9, -2, "celsius"),
        ("adults between the ages of 18 and 49", "between the ages of 18 and 49", 18, 49, "year"),
        ("a 12- or 13-year-old", "12- or 13-year-old", 12, 13, "year"),
        ("an increase of 5 to 10 per cent", "5 to 10 per cent", 5, 10, "percent"),
    ],
)
def test_range(text, quote, low, high, unit):
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == (quote or text)
    assert (quantity.low, quantity.high) == pytest.approx((low, high))
    assert (quantity.value, quantity.bound, quantity.unit) == (None, Bound.RANGE, unit)


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("The toll rose from 40 to 46.", [40, 46], "count"),
        ("It went up from 40 to 46 per cent.", [40, 46], "percent"),
        ("Debt fell by €17m to €62m.", [17e6, 62e6], "EUR"),
        ("The shares rose 6p to 148p.", [0.06, 1.48], "GBP"),
        ("They cut it from 3 to 2 million.", [3e6, 2e6], "count"),
        ("It rose to 46 from 40.", [46, 40], "count"),
        ("It slowed to 1.7 per cent from 2.4.", [1.7, 2.4], "percent"),
        ("44%, up from 37 in May", [44, 37], "percent"),
        ("45, 50 and 60 per cent", [45, 50, 60], "percent"),
        ("250p, 4p and 12p", [2.5, 0.04, 0.12], "GBP"),
        ("more than 20 dead and fewer than 50 hurt", [20, 50], "count"),
        ("12, 14 and 15 homes", [12, 14, 15], "count"),
        ("4 by 6 metres", [4, 6], "m"),
    ],
)
def test_two_figures_that_are_no_range(text, values, unit):
    found = find_quantities(text)
    assert [q.value for q in found] == pytest.approx(values)
    assert {q.unit for q in found} == {unit}


@pytest.mark.parametrize(
    ("text", "quote", "value", "unit", "role"),
    [
        ("two-thirds of voters", "two-thirds", 2 / 3, "fraction", "share"),
        ("sales rose by a fifth", "a fifth", 0.2, "fraction", "share"),
        ("nearly half the fleet", "nearly half", 0.5, "fraction", "share"),
        ("one in five adults", "one in five", 0.2, "fraction", "ratio"),
        ("nine out of ten", "nine out of ten", 0.9, "fraction", "ratio"),
        ("Profit doubled.", "doubled", 2, "count", "multiple"),
        ("It more than tripled.", "more than tripled", 3, "count", "multiple"),
        ("a threefold rise", "threefold", 3, "count", "multiple"),
        ("a 10-fold rise", "10-fold", 10, "count", "multiple"),
        ("three times as many", "three times", 3, "count", "multiple"),
        ("twice the size", "twice", 2, "count", "multiple"),
        ("aged 45", "45", 45, "year", "age"),
        ("at the age of 45", "45", 45, "year", "age"),
        ("a 45-year-old man", "45-year-old", 45, "year", "age"),
        ("7 months old", "7 months old", 7, "month", "age"),
        ("fourteen months of age", "fourteen months of age", 14, "month", "age"),
        ("Maria Lopez, 34, said", "34", 34, "year", "age"),
        ("a girl, 12, was hurt", "12", 12, "year", "age"),
        ("people over 65 are", "over 65", 65, "year", "age"),
        ("under-16s", "under-16s", 16, "year", "age"),
        ("18- to 24-year-olds", "18- to 24-year-olds", None, "year", "age"),
        ("the 18-24 age group", "18-24", None, "year", "age"),
        ("She is now 7, police say.", "7", 7, "year", "age"),
        ("He died at 61.", "61", 61, "year", "age"),
        ("a boy of 9, was", "9", 9, "year", "age"),
        ("Tully, 38, has left.", "38", 38, "year", "age"),
        ("a 1-in-100 chance", "1-in-100", 0.01, "fraction", "ratio"),
        ("23 out of the 40 seats", "23 out of the 40", 23 / 40, "fraction", "ratio"),
        ("debt of 2.5x earnings", "2.5x", 2.5, "count", "multiple"),
        ("a woman in her 80s", "80s", None, "year", "decade_of_age"),
        ("between the two leaders", "two", 2, "count", "reference"),
        ("these three countries", "three", 3, "count", "reference"),
        ("both sides agreed", "both", 2, "count", "reference"),
    ],
)
def test_role(text, quote, value, unit, role):
    (quantity,) = find_quantities(text)
    assert text[quantity.start : quantity.end] == quote
    assert quantity.value == (None if value is None else pytest.approx(value))
    assert (quantity.unit, quantity.role) == (unit, role)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The council voted 24 to 9.", [24, 9]),
        ("Rovers won 3-1.", [3, 1]),
        ("It ended 31-28.", [31, 28]),
        ("a 5–4 ruling", [5, 4]),
        ("carried by a majority of nine to three", [9, 3]),
    ],
)
def test_score_is_two_quantities(text, values):
    found = find_quantities(text)
    assert [q.value for q in found] == values
    assert {q.role for q in found} == {"score"}


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        ("8,500", 50),
        ("12.4 million", 50_000),
        ("12 million", 500_000),
        ("ten million", 500_000),
        ("half a million", 50_000),
        ("a dozen", 0.5),
        ("twenty", 5),
        ("twelve", 0.5),
        ("a third of them", 0.1 / 3),
        ("£17.6m", 50_000),
        ("250p", 0.05),
    ],
)
def test_resolution(text, resolution):
    (quantity,) = find_quantities(text)
    assert quantity.resolution == pytest.approx(resolution)


def test_ages_of_a_list():
    found = find_quantities("Hodge and Tully, aged 41 and 29, fled.")
    assert [(q.value, q.role) for q in found] == [(41, "age"), (29, "age")]


@pytest.mark.parametrize("text", ["In Leeds, 45, mostly women, were hurt.", "Trains from York, 35, and Hull, 12, ran."])
def test_count_between_commas_is_no_age(text):
    assert {q.role for q in find_quantities(text)} == {""}


def test_taken_spans_are_left_out():
    text = "In the 25 years to May 2024 it sold 300 boats."
    start = text.index("25 years")
    found = find_quantities(text, taken=[(start, start + len("25 years"))])
    assert [text[q.start : q.end] for q in found] == ["300"]


def test_offsets_count_code_points():
    text = "😀 «naïve» — über 40 % & 🚢 about 7 km"
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["40 %", "about 7 km"]


def test_the_figure_alone_is_known_too():
    text = "costs over £3.5 million a year"
    (quantity,) = find_quantities(text)
    assert text[quantity.number_start : quantity.number_end] == "3.5 million"
    assert text[quantity.start : quantity.end] == "over £3.5 million a year"


@pytest.mark.parametrize(
    "text", ["", " ", "no figures here", "1e400", "1,00,0", "9" * 40, "٣٤ مليون", "1٢3", "0x7f3a", "\ufeff"]
)
def test_no_quantity(text):
    assert find_quantities(text) == []


_PIECES = st.sampled_from(
    [
        *("between", "and", "to", "from", "or", "over", "about", "per cent", "a", "half", "third", "of", "in", "out"),
        *("two", "three", "hundred", "thousand", "million", "ten", "year", "old", "hour", "aged", "people", "times"),
        *("5", "12", "3.5", "1,200", "2019", "80s", "£5m", "3-1", "m", "bn", "km", "th", "'s", "s", "x"),
        *("£", "€", "$", "%", "-", "–", "±", "+", ",", ".", "(", ")", "/", ":", "\n\n", " "),
    ]
)


@given(st.lists(_PIECES, max_size=25), st.sampled_from(["", " "]))
@example(["between", "5", "and", "3"], " ")
def test_what_holds_for_any_text(pieces, joint):
    text = joint.join(pieces)
    end = 0
    for q in find_quantities(text):
        assert end <= q.start <= q.number_start < q.number_end <= q.end <= len(text)
        assert q.low <= q.high
        assert q.value is None or q.low <= q.value <= q.high
        assert q.resolution >= 0
        assert text[q.start : q.end] == text[q.start : q.end].strip()
        end = q.end


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text):
    assert all(text[q.start : q.end] for q in find_quantities(text))


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        "12 ",
        "1,",
        "one hundred and ",
        "5-",
        "5 to ",
        "between 5 and ",
        "million ",
        "5, ",
        "5 and ",
        "+1 ",
        "(555",
        "1/",
        "a@",
        "_5",
        "5m ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(piece):
    def seconds(length):
        text = (piece * (length // len(piece) + 1))[:length]
        began = time.process_time()
        find_quantities(text)
        return time.process_time() - began

    seconds(500)
    assert seconds(10_000) < 40 * max(seconds(1_000), 0.002)
