"""Dates in the rarer shapes of forms, speech and reporting; the anchor is Wednesday 20 March 2024."""

import datetime as dt

import pytest

from checker.language.dates import find_timexes

ANCHOR = dt.date(2024, 3, 20)


@pytest.mark.parametrize(
    ("text", "expression", "start", "end"),
    [
        ("He came in 2017 april.", "2017 april", "2017-04-01", "2017-05-01"),
        ("in 2017 December", "2017 December", "2017-12-01", "2018-01-01"),
        ("signed in 12-2015", "12-2015", "2015-12-01", "2016-01-01"),
        ("dated 2015-3", "2015-3", "2015-03-01", "2015-04-01"),
        ("presidents in the 1990 s.", "the 1990 s", "1990-01-01", "2000-01-01"),
        ("It was filed on 20161016.", "20161016", "2016-10-16", "2016-10-17"),
        ("back on May twenty nine.", "May twenty nine", "2024-05-29", "2024-05-30"),
        ("on May twenty-ninth", "May twenty-ninth", "2024-05-29", "2024-05-30"),
        (
            "born on twenty five January nineteen eighty six",
            "twenty five January nineteen eighty six",
            "1986-01-25",
            "1986-01-26",
        ),
        ("in nineteen ninety-four", "nineteen ninety-four", "1994-01-01", "1995-01-01"),
        ("in the year two thousand and eight", "the year two thousand and eight", "2008-01-01", "2009-01-01"),
        ("since two thousand and eight", "two thousand and eight", "2008-01-01", "2009-01-01"),
        ("on 03/18/60", "03/18/60", "1960-03-18", "1960-03-19"),
        ("on 18/03/30", "18/03/30", "2030-03-18", "2030-03-19"),
        ("in calendar year 2008", "calendar year 2008", "2008-01-01", "2009-01-01"),
        ("in the 2023 financial year", "2023 financial year", "2022-10-01", "2023-10-01"),
        ("by year's end", "year's end", "2024-09-01", "2025-01-01"),
        ("at year-end, debt was up", "year-end", "2024-09-01", "2025-01-01"),
        ("the quarter ended March 31", "the quarter ended March 31", "2023-01-01", "2023-04-01"),
        ("in the 12 months through February", "12 months through February", "2023-03-01", "2024-03-01"),
        ("the week of the 18th", "the week of the 18th", "2024-03-18", "2024-03-25"),
        ("this working week", "this working week", "2024-03-18", "2024-03-23"),
        ("the next 4 business days", "the next 4 business days", "2024-03-21", "2024-03-27"),
        ("the coming three quarters", "the coming three quarters", "2024-04-01", "2025-01-01"),
        ("Monday two weeks from now", "Monday two weeks from now", "2024-04-01", "2024-04-02"),
        ("for three days starting next Monday", "three days starting next Monday", "2024-03-25", "2024-03-28"),
        ("the years 2003-4", "2003-4", "2003-01-01", "2005-01-01"),
        ("from 1914-8", "1914-8", "1914-01-01", "1919-01-01"),
        ("It will reopen within 9 months.", "9 months", "2024-03-20", "2024-12-20"),
        ("on Friday 13 December", "Friday 13 December", "2024-12-13", "2024-12-14"),
        ("the week commencing 4 February", "the week commencing 4 February", "2024-02-04", "2024-02-11"),
        ("the week commencing 2 September", "the week commencing 2 September", "2024-09-02", "2024-09-09"),
        ("Labor Day weekend", "Labor Day weekend", "2024-08-31", "2024-09-03"),
        ("halloween weekend 2021", "halloween weekend 2021", "2021-10-30", "2021-11-01"),
        ("the weekend of Halloween 2022", "the weekend of Halloween 2022", "2022-10-29", "2022-11-01"),
        ("the weekend of Thanksgiving 2023", "the weekend of Thanksgiving 2023", "2023-11-23", "2023-11-27"),
        ("the Good Friday weekend", "Good Friday weekend", "2024-03-29", "2024-04-01"),
        ("Earlier Wednesday, it fell.", "Earlier Wednesday", "2024-03-20", "2024-03-21"),
        ("He said later on Friday", "later on Friday", "2024-03-15", "2024-03-16"),
    ],
)
def test_rarer_shapes(text: str, expression: str, start: str, end: str) -> None:
    (timex,) = find_timexes(text, ANCHOR)
    assert (timex.date_start, timex.date_end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    assert text[timex.start : timex.end] == expression


@pytest.mark.parametrize(
    "text",
    [
        "Act 12-2015",
        "form 12-2015-7",
        "It rose by two thousand and eight.",
        "of two thousand and eight people",
        "in twelve ten-minute talks",
        "in twenty thirty-minute talks",
        "$20161016",
        "reference AB20161016",
        "20161016.50",
        "three quarters of the board",
        "within nine months of the sale",
        "the third Thursday of each month",
        "year-end results",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert not any(timex.date_start for timex in find_timexes(text, ANCHOR))


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("In May twenty people left.", "May"),
        ("In May two of them left.", "May"),
        ("In June thirty-one-year-olds were asked.", "June"),
        ("In 2017 May said no.", "2017"),
    ],
)
def test_a_word_behind_that_belongs_elsewhere(text: str, expression: str) -> None:
    (timex,) = find_timexes(text, ANCHOR)
    assert text[timex.start : timex.end] == expression


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("In the past, prices rose.", "the past"),
        ("Nobody knew at that time.", "that time"),
        ("At the time, he was mayor.", "the time"),
        ("It may close in the near future.", "the near future"),
        ("These days it is shut.", "These days"),
        ("It is shut at present.", "present"),
    ],
)
def test_a_vague_time_has_no_interval_and_needs_none(text: str, expression: str) -> None:
    (timex,) = find_timexes(text, ANCHOR)
    assert text[timex.start : timex.end] == expression
    assert (timex.kind, timex.date_start, timex.relative) == ("date", None, False)


@pytest.mark.parametrize(
    "text", ["in the past year alone", "the time of the vote", "for the first time", "present day costs"]
)
def test_a_vague_word_in_another_phrase_is_none(text: str) -> None:
    assert all(timex.relative for timex in find_timexes(text, ANCHOR))
