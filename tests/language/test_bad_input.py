"""Figures and dates that cannot be: no exception, no invented value, and time that grows with the length alone."""

import datetime as dt
import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.language.dates import find_timexes
from checker.language.quantities import find_quantities

ANCHOR = dt.date(2024, 3, 20)


@pytest.mark.parametrize(
    "figure",
    [
        "1e400",
        "1.7976931348623157e308",
        "1234567890123456789012345678901234567890",
        "9" * 5000,
        "1,00,0",
        "1,2,3,4",
        "1.2.3.4",
        "1e1e1e1",
        "5m5m5m",
        "12٣4",
        "１２３",
        "٣٤",
        "²" * 2000,
        "1/0",
        "0/0",
        "1e" * 2000,
    ],
)
def test_a_figure_that_says_nothing_gives_no_value(figure: str) -> None:
    assert find_quantities(f"They counted {figure} people.") == []


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("1e99", 1e99),
        ("10²³", 1e23),
        ("6.02×10²³", 6.02e23),
        ("1,200¹", 1200.0),
        ("-0", 0.0),
        ("minus minus 5", -5.0),
        ("999,999,999,999,999", 999_999_999_999_999.0),
    ],
)
def test_an_odd_figure_that_says_something(figure: str, value: float) -> None:
    (quantity,) = find_quantities(f"{figure} of them")
    assert quantity.value == value
    assert math.copysign(1.0, quantity.value) == math.copysign(1.0, value)


@pytest.mark.parametrize(
    ("text", "impossible"),
    [
        ("It opened on 31 April 2024.", True),
        ("It closed on February 30, 2021.", True),
        ("It opened on 29 February 2023.", True),
        ("It opened on 45 May 2024.", True),
        ("It opens on 31 December 9999.", False),  # its end lies beyond what can be expressed
        ("He came in the year 12000.", False),
        ("He died in 44 BC.", False),
        ("It came 100000 years ago.", False),
        ("It came 999999999 centuries ago.", False),
        ("They will come in 9000 years.", False),
    ],
)
def test_a_day_that_cannot_be_or_be_expressed_has_no_interval(text: str, impossible: bool) -> None:
    (timex,) = find_timexes(text, ANCHOR)
    assert (timex.date_start, timex.date_end, timex.impossible) == (None, None, impossible)


def test_a_rare_year_is_not_put_into_ours() -> None:
    (timex,) = find_timexes("They came on 1 January 0001.", ANCHOR)
    assert (timex.date_start, timex.date_end) == (dt.date(1, 1, 1), dt.date(1, 1, 2))


@pytest.mark.parametrize("text", ["2024-13-45", "99/99/9999", "10000-01-01", "0000-00-00", "31.31.2024"])
def test_figures_that_make_no_date(text: str) -> None:
    assert find_timexes(f"It opened on {text}.", ANCHOR) == []


@pytest.mark.parametrize(
    "text",
    [
        "They counted 1e400 people, 1,00,0 cats and 1234567890123456789012345678901234567890 ants.",
        "It opened on 31 April 2024, in 10000 and on 1 January 0001.",
        "They counted １２３ people, ٣٤ cats, 12٣4 mice, Ⅻ ants and 10²³ atoms.",
        "one hundred hundred million million billion and a half and a half",
        "between 5 and between 6 and 7, from 8 to 9 to 10, 11-12-13-14-15",
        "the end of the end of the end of the day after the day after tomorrow",
    ],
)
def test_the_text_is_kept(text: str) -> None:
    report = checker.check(text, path="odd.txt", published=ANCHOR)
    for row in report.claims.itertuples():
        assert text[row.start : row.end] == row.text
        assert row.sentence in text
    assert not report.findings or {finding.rule for finding in report.findings} == {"impossible-value"}


UNITS = [
    "12 ", "9,", "9.", "1e", "5-", "5/", "٣", "½", "a half ", "one hundred and ", "million ", "from 5 to ",
    "between 3 and ", "up to ", "more than ", "$", "-", "5th of ", "May ", "May 5 ", "2024 ", "2024-", "the end of ",
    "two weeks before ",
    "the day after ", "Monday ", "in ", "3, ", "3 and ", "12 people and ", "(5) ", "5 feet 4 inches ",
    "5 hours 3 minutes ", "June twenty ", "next ", "the ", "Easter weekend ", "twenty-", "one in ", "10²",
]  # fmt: skip


def seconds(text: str) -> float:
    start = time.process_time()
    find_quantities(text, taken=[(timex.start, timex.end) for timex in find_timexes(text, ANCHOR)])
    return time.process_time() - start


def test_time_grows_with_the_length() -> None:
    slow = []
    for unit in UNITS:
        small, large = unit * 50, unit * 800
        if seconds(large) > 0.2 and seconds(large) > 64 * min(seconds(small), seconds(small)):
            slow.append(unit)  # sixteen times the length: quadratic time would be 256 times as long
    assert slow == []


@pytest.mark.parametrize("sentence", ["{0} apples,", "Shop {0} sold {0}5 apples on 5 May 2023."])
def test_a_claim_costs_the_same_in_a_paragraph_of_any_length(sentence: str) -> None:
    def checked(figures: int) -> float:
        text = " ".join(sentence.format(number) for number in range(2100, 2100 + figures))
        start = time.process_time()
        checker.check(text, path="long.txt")
        return time.process_time() - start

    checked(20)  # loads the model
    assert checked(800) < 40 * min(checked(80), checked(80))  # quadratic time would be a hundred times as long


def test_ten_thousand_figures_in_one_paragraph() -> None:
    text = " ".join(f"{number} apples," for number in range(2100, 12_100))
    assert len(find_quantities(text)) == 10_000


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([unit.strip() for unit in UNITS]), max_size=12).map(" ".join))
def test_any_mixture_is_read(text: str) -> None:
    for found in (*find_quantities(text), *find_timexes(text, ANCHOR)):
        assert 0 <= found.start < found.end <= len(text)
