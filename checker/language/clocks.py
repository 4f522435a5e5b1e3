"""Times of day whose hour is certain: "7.30pm", "18:00", "noon"; of "10 to 5pm" only the second is."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOCK = re.compile(
    r"\b(?P<hour>1[0-2]|0?[1-9])(?:[.:](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:m\b|\.m\.?)"
    r"|(?<![\d:.])(?P<of_24>[01]\d|2[0-3]):(?P<past>[0-5]\d)(?![\d:]|\.\d|\s?[ap]\.?m)"
    r"|\b(?P<word>noon|midday|midnight)\b",
    re.IGNORECASE,
)
_NOON = 12 * 60
_DAY = 24 * 60


class Clock(NamedTuple):
    """A time of day: half-open offsets into the text, and the minutes since midnight (1,440 for midnight itself)."""

    start: int
    end: int
    minutes: int


def find_clocks(text: str) -> list[Clock]:
    """The times of day in `text`, in order."""
    return [Clock(match.start(), match.end(), _minutes(match)) for match in _CLOCK.finditer(text)]


def _minutes(match: re.Match[str]) -> int:
    if match["word"]:
        return _DAY if match["word"].lower() == "midnight" else _NOON
    if match["of_24"]:
        return int(match["of_24"]) * 60 + int(match["past"])
    hour = int(match["hour"]) % 12
    return hour * 60 + int(match["minute"] or 0) + (_NOON if match["half"].lower() == "p" else 0)
