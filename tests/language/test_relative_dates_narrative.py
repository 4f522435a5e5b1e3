"""Times counted from another time of the text."""

import datetime as dt

import pytest

from checker.language.dates import find_timexes, resolve_relative

ANCHOR = dt.date(2024, 3, 20)


@pytest.mark.parametrize(
    ("text", "expression", "previous", "expected"),
    [
        ("The following year it closed.", "The following year", "2019", "2020-01-01/2021-01-01"),
        ("the previous year", "the previous year", "in 2019", "2018-01-01/2019-01-01"),
        ("The year before, it burned.", "The year before", "2019", "2018-01-01/2019-01-01"),
        ("the following year", "the following year", "2014 to 2022", "2023-01-01/2024-01-01"),
        ("two years later", "two years later", "14 May 2019", "2021-01-01/2022-01-01"),
        ("a month earlier", "a month earlier", "14 May 2019", "2019-04-01/2019-05-01"),
        ("twelve months earlier", "twelve months earlier", "January 2026", "2025-01-01/2025-02-01"),
        ("three days later", "three days later", "14 May 2019", "2019-05-17/2019-05-18"),
        ("that day", "that day", "14 May 2019", "2019-05-14/2019-05-15"),
        ("the next morning", "the next morning", "14 May 2019", "2019-05-15/2019-05-16"),
        ("that summer", "that summer", "2019", "2019-06-01/2019-09-01"),
        ("She left when, that May, they moved.", "that May", "February 2019", "2019-05-01/2019-06-01"),
        ("He left that April.", "that April", "2019", "2019-04-01/2019-05-01"),
        ("That June it rained.", "That June", "April 2019", "2019-06-01/2019-07-01"),
        ("He left that April.", "that April", "May 2019", None),
        ("the same month", "the same month", "14 May 2019", "2019-05-01/2019-06-01"),
        ("the following Tuesday", "the following Tuesday", "14 May 2019", "2019-05-21/2019-05-22"),
        ("the following March", "the following March", "14 May 2019", "2020-03-01/2020-04-01"),
        ("in March", "March", "2019", "2019-03-01/2019-04-01"),
        ("on 14 May", "14 May", "2019", "2019-05-14/2019-05-15"),
        ("about two years later", "about two years later", "2019", "2021-01-01/2022-01-01"),
        # a year is too long to count days or months from
        ("three days later", "three days later", "2019", None),
        ("the following month", "the following month", "2019", None),
    ],
)
def test_by_the_time_mentioned_before(text: str, expression: str, previous: str, expected: str | None) -> None:
    (before,) = find_timexes(previous if previous[:1].isalpha() or len(previous) > 4 else f"in {previous}")
    (timex,) = find_timexes(text)
    assert text[timex.start : timex.end] == expression
    assert timex.relative and timex.date_start is None
    resolved = resolve_relative(timex, text, before)
    if expected is None:
        assert resolved == timex
    else:
        assert f"{resolved.date_start}/{resolved.date_end}" == expected
        assert (resolved.start, resolved.end, resolved.kind) == (timex.start, timex.end, timex.kind)


def test_nothing_else_is_changed() -> None:
    text = "in 2020, last year, now"
    (before,) = find_timexes("in 2019")
    for timex in find_timexes(text):
        assert resolve_relative(timex, text, before) == timex
    (undated,) = find_timexes("last year")
    (following,) = find_timexes("the following year")
    assert resolve_relative(following, "the following year", undated) == following


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019 it moved. The following year it won.", ["2019-01-01", "2020-01-01"]),
        ("In 1998 the hall opened. It closed in March.", ["1998-01-01", "1998-03-01"]),
        ("She was born on 3 May 1950 and died on 4 June.", ["1950-05-03", "1950-06-04"]),
        ("It opened in May 1995. In the spring of that year it rained.", ["1995-05-01", "1995-03-01"]),
        ("It opened in 2016 and grew five years later, in 2023.", ["2016-01-01", "2021-01-01", "2023-01-01"]),
        ("Founded in 1921, the club meets on 5 April.", ["1921-01-01", "2024-04-05"]),
        ("In 2019 it grew. On Tuesday it closed.", ["2019-01-01", "2024-03-19"]),
    ],
)
def test_within_one_paragraph(text: str, expected: list[str]) -> None:
    assert [str(t.date_start) for t in find_timexes(text, ANCHOR)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two weeks before 13 May 1999", "1999-04-29/1999-04-30"),
        ("the day after Christmas 2020", "2020-12-26/2020-12-27"),
        ("the year before 2015", "2014-01-01/2015-01-01"),
        ("three months after Easter 2017", "2017-07-16/2017-07-17"),
    ],
)
def test_counted_from_a_date_beside_it(text: str, expected: str) -> None:
    (timex,) = find_timexes(text)
    assert (timex.start, timex.end) == (0, len(text))
    assert f"{timex.date_start}/{timex.date_end}" == expected
