"""Times of day whose hour is certain are found, in minutes since midnight."""

import pytest

from checker.language.clocks import find_clocks


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("It opens at 9am and closes at 5.30 p.m. on Sundays.", {"9am": 540, "5.30 p.m.": 1050}),
        ("from 18:00 to midnight", {"18:00": 1080, "midnight": 1440}),
        ("at 12am, at noon and at 12.15pm", {"12am": 0, "noon": 720, "12.15pm": 735}),
    ],
)
def test_clock(text, clocks):
    assert {text[clock.start : clock.end]: clock.minutes for clock in find_clocks(text)} == clocks


@pytest.mark.parametrize("text", ["at 9", "in 2:14:32", "a 16:9 screen", "at 9:30", "13pm", "25:10", "10 amps"])
def test_no_clock(text):
    assert find_clocks(text) == []
