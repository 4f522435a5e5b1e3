"""Lengths of time, repeated times and times of day."""

import math

import pytest

from checker.language.dates import find_timexes

YEAR, MONTH = 365.2425, 365.2425 / 12


@pytest.mark.parametrize(
    ("text", "expression", "low", "high"),
    [
        ("a two-hour session", "two-hour", 2 / 24, 2 / 24),
        ("a four-year project", "four-year", 4 * YEAR, 4 * YEAR),
        ("a week-long pause", "week-long", 7, 7),
        ("a yearlong wait", "yearlong", YEAR, YEAR),
        ("the twelve-week closure", "twelve-week", 84, 84),
        ("for 25 years", "25 years", 25 * YEAR, 25 * YEAR),
        ("It took three and a half hours.", "three and a half hours", 3.5 / 24, 3.5 / 24),
        ("two-and-a-half-day talks", "two-and-a-half-day", 2.5, 2.5),
        ("for a year and a half now", "a year and a half", 1.5 * YEAR, 1.5 * YEAR),
        ("within half an hour", "half an hour", 0.5 / 24, 0.5 / 24),
        ("2½ years of work", "2½ years", 2.5 * YEAR, 2.5 * YEAR),
        (
            "two years and three months in jail",
            "two years and three months",
            2 * YEAR + 3 * MONTH,
            2 * YEAR + 3 * MONTH,
        ),
        ("between two and three to five years", "three to five years", 3 * YEAR, 5 * YEAR),
        ("in 18-24 months", "18-24 months", 18 * MONTH, 24 * MONTH),
        ("a year or two", "a year or two", YEAR, 2 * YEAR),
        ("more than a decade", "more than a decade", 10 * YEAR, math.inf),
        ("at least two weeks", "at least two weeks", 14, math.inf),
        ("up to 10 days", "up to 10 days", 0, 10),
        ("five nights", "five nights", 5, 5),
        ("90 minutes", "90 minutes", 90 / 1440, 90 / 1440),
        ("1,000 days", "1,000 days", 1000, 1000),
        ("ten working days", "ten working days", 14, 14),
        ("four consecutive years", "four consecutive years", 4 * YEAR, 4 * YEAR),
        ("for a year", "a year", YEAR, YEAR),
    ],
)
def test_lengths(text: str, expression: str, low: float, high: float) -> None:
    timexes = [t for t in find_timexes(text) if t.low_days is not None]
    (timex,) = timexes
    assert text[timex.start : timex.end] == expression
    if timex.kind == "duration":
        assert (timex.low_days, timex.high_days) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "shortest", "longest"),
    [("almost two years", 20, 24), ("about three months", 2.5, 3.5), ("a few months", 2, 7), ("several months", 3, 11)],
)
def test_approximate_lengths_are_wide(text: str, shortest: float, longest: float) -> None:
    (timex,) = find_timexes(text)
    assert timex.approximate and timex.low_days is not None and timex.high_days is not None
    assert shortest * MONTH * 0.9 <= timex.low_days < timex.high_days <= longest * MONTH


def test_a_length_in_plural_alone_is_open() -> None:
    (timex,) = find_timexes("They talked for hours.")
    assert (timex.kind, timex.low_days, timex.approximate) == ("duration", None, True)


@pytest.mark.parametrize(
    "text",
    [
        "a 45-year-old man aged 45",
        "She is 45 years old.",
        "a seven-month-old baby",
        "toys for 4 years and older",
        "£5 a week and twice a year",
        "the second goal, a second chance",
        "three quarters of voters",
        "a quarter of them",
        "One day she may come.",
        "the Seven Years’ War",
        "the minutes of the meeting",
    ],
)
def test_ages_rates_and_fractions_are_no_lengths(text: str) -> None:
    assert [text[t.start : t.end] for t in find_timexes(text) if t.kind == "duration"] == []


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("It meets every June.", "every June"),
        ("each year", "each year"),
        ("every two weeks", "every two weeks"),
        ("every other summer", "every other summer"),
        ("open on weekdays", "weekdays"),
        ("closed on Mondays", "Mondays"),
        ("Monday to Friday", "Monday to Friday"),
        ("the annual report", "annual"),
    ],
)
def test_sets(text: str, expression: str) -> None:
    (timex,) = find_timexes(text)
    assert (timex.kind, text[timex.start : timex.end]) == ("set", expression)


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ("at 8:15am and 18:40", ["8:15am", "18:40"]),
        ("from 10 a.m. until noon", ["10 a.m.", "noon"]),
        ("9am-5pm", ["9am-5pm"]),
        ("10-11am", ["10-11am"]),
        ("at 7 o’clock", ["7 o’clock"]),
        ("a ratio of 2:15, John 3:16", []),
    ],
)
def test_times_of_day(text: str, expressions: list[str]) -> None:
    assert [text[t.start : t.end] for t in find_timexes(text) if t.kind == "time"] == expressions
