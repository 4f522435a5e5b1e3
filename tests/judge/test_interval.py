"""Interval arithmetic: whatever values the operands can have, their result lies in the result's interval."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judge.interval import UNBOUNDED, Interval, compared_rounding, reckoned, reckoned_rounding, stated, total

numbers = st.floats(-1e9, 1e9).map(lambda value: round(value, 6))
weights = st.floats(0, 1)


@st.composite
def interval_and_member(draw):
    low, high = sorted((draw(numbers), draw(numbers)))
    member = low + draw(weights) * (high - low)
    return Interval(low, high), round(min(max(member, low), high), 9)


@given(interval_and_member(), interval_and_member())
def test_operations_hold_every_value_of_their_operands(left, right):
    (a, x), (b, y) = left, right

    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    if y != 0:
        assert x / y in a / b
    assert x * 3.5 in a.scaled(3.5)


@given(interval_and_member(), interval_and_member())
def test_meeting_is_symmetric_and_means_a_common_value(left, right):
    a, b = left[0], right[0]

    assert a.meets(b) == b.meets(a)
    assert a.meets(Interval(left[1], left[1]))
    if max(a.low, b.low) <= min(a.high, b.high):
        assert a.meets(b)


@given(interval_and_member(), interval_and_member())
def test_moving_an_interval_beyond_the_other_parts_them(left, right):
    a, b = left[0], right[0]
    shift = a.high - b.low + 1 + 1e-6 * (abs(a.high) + abs(b.low))

    assert not a.meets(Interval(b.low + shift, b.high + shift))


def test_dividing_by_an_interval_that_holds_zero_is_unbounded():
    assert Interval(1, 2) / Interval(-1, 1) == UNBOUNDED
    assert Interval(1, 2) / Interval(0, 0) == UNBOUNDED
    assert Interval(1, 2) / Interval(2, math.inf) == Interval(0, 1)


def test_infinite_ends_never_give_nan():
    for result in (UNBOUNDED * Interval(0, 0), UNBOUNDED + UNBOUNDED, UNBOUNDED / Interval(1, math.inf)):
        assert not math.isnan(result.low)
        assert not math.isnan(result.high)


def test_total_adds_all():
    assert total([Interval(1, 2), Interval(3, 5)]) == Interval(4, 7)
    assert total([]) == Interval(0, 0)


@pytest.mark.parametrize(
    ("value", "resolution", "rounding"),
    [
        (8500, 50, 50),  # as written
        (10_000, 5000, 500),  # two digits carry meaning
        (20, 5, 0.5),  # nobody rounds 18 to 20 without saying "about"
        (200, 50, 5),
        (14_200_000, 50_000, 50_000),
        (3_000_000, 500_000, 500_000),  # "3 million" may stand for 3.4 million
        (12.4, 0.05, 0.05),
        (0, 0.5, 0.5),
    ],
)
def test_rounding_in_a_comparison(value, resolution, rounding):
    assert compared_rounding(value, resolution) == pytest.approx(rounding)
    assert compared_rounding(-value, resolution) == pytest.approx(rounding)


@pytest.mark.parametrize(
    ("value", "resolution", "unit", "rounding"),
    [
        (19, 0.5, "count", 0),  # small counts are exact
        (19, 0.5, "percent", 0.5),
        (40, 5, "percent", 0.5),
        (12.5, 0.05, "count", 0.05),
        (40_000, 5000, "count", 500),
        (180_000_000, 5_000_000, "GBP", 500_000),  # £180m, written in millions
        (1_000_000, 500_000, "GBP", 50_000),
    ],
)
def test_rounding_where_the_text_reckons(value, resolution, unit, rounding):
    assert reckoned_rounding(value, resolution, unit) == pytest.approx(rounding)


@given(st.floats(-1e15, 1e15, allow_nan=False), st.floats(0, 1e6))
def test_reckoning_is_never_coarser_than_the_digits_allow(value, resolution):
    assert 0 <= reckoned_rounding(value, resolution, "count") <= resolution
    assert 0 <= compared_rounding(value, resolution) <= resolution


def row(low, high=None, value=None, resolution=0.0, bound="exact", approximate=False, unit="percent"):
    high = low if high is None else high
    value = low if value is None else value
    return {
        "low": low,
        "high": high,
        "value": value,
        "resolution": resolution,
        "bound": bound,
        "approximate": approximate,
        "unit": unit,
    }


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        (row(14.0, resolution=0.5), Interval(13.5, 14.5)),
        (row(200.0, math.inf, resolution=50, bound="more_than"), Interval(200, math.inf)),
        (row(3.0, 5.0, math.nan, 0.5, "range"), Interval(3, 5)),
        (row(100.0, resolution=5, approximate=True), Interval(90, 110)),
        (row(math.nan, math.nan, math.nan), UNBOUNDED),
    ],
)
def test_the_interval_of_a_claim(words, interval):
    assert stated(words) == interval
    assert reckoned(words).low == pytest.approx(max(interval.low, reckoned(words).low))


def test_reckoning_sharpens_round_figures():
    assert reckoned(row(40_000.0, resolution=5000)) == Interval(39_500, 40_500)
    assert stated(row(40_000.0, resolution=5000)) == Interval(35_000, 45_000)
