"""What opens, closes, starts or ends at a time of day is read with the days for which it holds."""

import pytest

import checker


def hours(text):
    claims = checker.check(text, path="article.md").claims
    rows = claims[claims["lexicon"] == "clock"]
    return [(row.entry, row.value / 60, row.subject, row.near) for row in rows.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The museum is open from 10am to 5pm.", [("open", 10, "museum", ""), ("close", 17, "museum", "")]),
        ("The library closes at 6pm on Saturdays.", [("close", 18, "library", "saturday")]),
        ("The meeting starts at 7.30pm.", [("start", 19.5, "meeting", "")]),
        ("The market runs from 9am until noon.", [("start", 9, "market", ""), ("end", 12, "market", "")]),
        ("The shop stays open until 8pm.", [("close", 20, "shop", "")]),
    ],
)
def test_hours(text, expected):
    assert hours(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The museum opens after 10am.",
        "She left the museum at 5pm.",
        "He said: “The museum closes at 5pm.”",
        "The museum and the library close at 5pm.",
    ],
)
def test_no_hours(text):
    assert hours(text) == []
