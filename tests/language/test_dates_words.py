"""Intervals in words."""

import datetime as dt

import pytest

from checker.language.interval_words import format_interval


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2024-05-14", "2024-05-15", "day", "14 May 2024"),
        ("2024-03-01", "2024-04-01", "month", "March 2024"),
        ("2024-01-01", "2025-01-01", "year", "2024"),
        ("2014-01-01", "2023-01-01", "year", "2014 to 2022"),
        ("1990-01-01", "2000-01-01", "decade", "the 1990s"),
        ("1800-01-01", "1900-01-01", "century", "the 19th century"),
        ("1100-01-01", "1200-01-01", "century", "the 12th century"),
        ("2024-07-01", "2024-10-01", "quarter", "the third quarter of 2024"),
        ("2024-01-01", "2024-07-01", "half", "the first half of 2024"),
        ("2021-09-01", "2021-12-01", "season", "autumn 2021"),
        ("2023-12-01", "2024-03-01", "season", "winter 2023–24"),
        ("2021-09-01", "2021-12-01", "month", "September to November 2021"),
        ("2024-03-04", "2024-03-11", "week", "the week of 4 March 2024"),
        ("2024-03-09", "2024-03-11", "weekend", "the weekend of 9 to 10 March 2024"),
        ("2024-03-03", "2024-03-18", "day", "3 to 17 March 2024"),
        ("2023-05-12", "2023-06-04", "day", "12 May to 3 June 2023"),
        ("2023-12-28", "2024-01-04", "day", "28 December 2023 to 3 January 2024"),
        ("2022-11-01", "2023-03-01", "month", "November 2022 to February 2023"),
        ("2014-01-01", None, "year", "since 1 January 2014"),
        (None, "2014-01-01", "year", "until 31 December 2013"),
        (None, None, "", ""),
    ],
)
def test_intervals_in_words(start: str | None, end: str | None, precision: str, expected: str) -> None:
    dates = [dt.date.fromisoformat(day) if day else None for day in (start, end)]
    assert format_interval(dates[0], dates[1], precision) == expected
