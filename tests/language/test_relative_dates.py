"""Times counted from the day of publication: Wednesday 20 March 2024 in these tests."""

import datetime as dt

import pytest

from checker.language.dates import find_timexes

ANCHOR = dt.date(2024, 3, 20)


@pytest.mark.parametrize(
    ("text", "expression", "start", "end"),
    [
        ("He resigned today.", "today", "2024-03-20", "2024-03-21"),
        ("yesterday morning", "yesterday morning", "2024-03-19", "2024-03-20"),
        ("the day before yesterday", "the day before yesterday", "2024-03-18", "2024-03-19"),
        ("last night", "last night", "2024-03-19", "2024-03-20"),
        ("last year", "last year", "2023-01-01", "2024-01-01"),
        ("this month", "this month", "2024-03-01", "2024-04-01"),
        ("next month", "next month", "2024-04-01", "2024-05-01"),
        ("last week", "last week", "2024-03-11", "2024-03-18"),
        ("last weekend", "last weekend", "2024-03-16", "2024-03-18"),
        ("over the weekend", "the weekend", "2024-03-16", "2024-03-18"),
        ("last quarter", "last quarter", "2023-10-01", "2024-01-01"),
        ("last summer", "last summer", "2023-06-01", "2023-09-01"),
        ("this summer", "this summer", "2024-06-01", "2024-09-01"),
        ("last March", "last March", "2023-03-01", "2023-04-01"),
        ("last Tuesday", "last Tuesday", "2024-03-19", "2024-03-20"),
        ("next Tuesday", "next Tuesday", "2024-03-26", "2024-03-27"),
        ("late last year", "late last year", "2023-09-01", "2024-01-01"),
        ("in March last year", "March last year", "2023-03-01", "2023-04-01"),
        ("the third quarter of last year", "the third quarter of last year", "2023-07-01", "2023-10-01"),
        ("earlier this year", "earlier this year", "2024-01-01", "2024-03-20"),
        ("the rest of the month", "the rest of the month", "2024-03-20", "2024-04-01"),
        ("by the end of the year", "the end of the year", "2024-09-01", "2025-01-01"),
        ("three months ago", "three months ago", "2023-12-01", "2024-01-01"),
        ("two weeks ago", "two weeks ago", "2024-03-04", "2024-03-11"),
        ("five days ago", "five days ago", "2024-03-15", "2024-03-16"),
        ("a decade ago", "a decade ago", "2010-01-01", "2020-01-01"),
        ("three weeks from tomorrow", "three weeks from tomorrow", "2024-04-11", "2024-04-12"),
        ("in two years' time", "two years' time", "2026-01-01", "2027-01-01"),
        ("over the past 12 years", "the past 12 years", "2012-03-20", "2024-03-20"),
        ("the next five days", "the next five days", "2024-03-21", "2024-03-26"),
        ("The minister spoke on Tuesday.", "Tuesday", "2024-03-19", "2024-03-20"),
        ("The council will meet on Tuesday.", "Tuesday", "2024-03-26", "2024-03-27"),
        ("Talks may resume on Monday.", "Monday", "2024-03-25", "2024-03-26"),
        ("It could hit 38C on Sunday.", "Sunday", "2024-03-24", "2024-03-25"),
        ("The work might end in June.", "June", "2024-06-01", "2024-07-01"),
        ("They should be home by Friday.", "Friday", "2024-03-22", "2024-03-23"),
        ("He may have left on Sunday.", "Sunday", "2024-03-17", "2024-03-18"),
        ("She could not attend on Monday.", "Monday", "2024-03-18", "2024-03-19"),
        ("Tuesday of next week", "Tuesday of next week", "2024-03-26", "2024-03-27"),
        ("It was sold in December.", "December", "2023-12-01", "2024-01-01"),
        ("It will open in December.", "December", "2024-12-01", "2025-01-01"),
        ("It closed on 5 January.", "5 January", "2024-01-05", "2024-01-06"),
        ("From 3 to 17 May it will close.", "3 to 17 May", "2024-05-03", "2024-05-18"),
        ("the third quarter", "the third quarter", "2023-07-01", "2023-10-01"),
        ("at Christmas", "Christmas", "2023-12-25", "2023-12-26"),
        ("on the 14th", "the 14th", "2024-03-14", "2024-03-15"),
        ("from May 2020 until now", "May 2020 until now", "2020-05-01", "2024-03-21"),
    ],
)
def test_by_the_day_of_publication(text: str, expression: str, start: str, end: str) -> None:
    (timex,) = find_timexes(text, ANCHOR)
    assert text[timex.start : timex.end] == expression
    assert timex.relative
    assert (timex.date_start, timex.date_end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    (unanchored,) = find_timexes(text)
    assert unanchored.relative and (unanchored.start, unanchored.end) == (timex.start, timex.end)


@pytest.mark.parametrize(
    "text",
    [
        "now",
        "currently",
        "right now",
        "recently",
        "in recent years",
        "a few years ago",
        "years ago",
        "last fiscal year",
    ],
)
def test_vague_times_have_no_interval(text: str) -> None:
    (timex,) = find_timexes(text, ANCHOR)
    assert (timex.kind, timex.relative, timex.date_start) == ("date", True, None)


def test_without_an_anchor_nothing_is_resolved() -> None:
    timexes = find_timexes("Last year, in March, on Tuesday, three months ago, this summer, on 5 May, next week")
    assert len(timexes) == 7
    assert all(t.relative and t.date_start is None for t in timexes)


def test_a_length_up_to_now_is_a_duration() -> None:
    (timex,) = find_timexes("for the past 12 years", ANCHOR)
    assert (timex.kind, timex.relation, timex.relative) == ("duration", "for", True)
    assert timex.low_days == timex.high_days == pytest.approx(12 * 365.2425)


@pytest.mark.parametrize("text", ["in my last year at school", "on a Saturday", "a Friday in the sun"])
def test_not_every_year_or_weekday_is_a_certain_one(text: str) -> None:
    assert [t for t in find_timexes(text, ANCHOR) if t.date_start] == []


def test_last_can_be_a_verb() -> None:
    (timex,) = find_timexes("The talks will last three days.", ANCHOR)
    assert (timex.kind, timex.low_days, timex.relative) == ("duration", 3, False)
