"""Running times: "2:14:32" for a marathon, "4:07.62" for a mile. What may be a time of day is left out."""

from __future__ import annotations

import re

from checker.language.readings import Reading
from checker.language.tokens import Tokens

_SHAPE = re.compile(
    r"(?:(?P<hours>\d):)?(?P<minutes>[0-5]?\d):(?P<seconds>[0-5]\d)(?P<part>[.,]\d{1,3})?(?![\w:]|[.,]\d)"
)
_OF_DAY = re.compile(r"\s?(?:[ap]\.?m\b|UTC|GMT|BST|CET|ET\b|Z\b)", re.IGNORECASE)
_LONGEST = 12  # characters
_SECOND = "second"


def read_running_time(tokens: Tokens, index: int) -> Reading | None:
    """The running time that begins at token `index`, in seconds; None where none does.

    With hours it has three parts ("2:14:32"), without it has tenths of a second ("4:07.6"): "4:07" may be a time of
    day, and so may "10:15:30".
    """
    start = tokens.starts[index]
    match = _SHAPE.match(tokens.text, start, start + _LONGEST)
    if match is None or (match["hours"] is None) == (match["part"] is None) or tokens.glued(index):
        return None
    if (match["hours"] and len(match["minutes"]) < 2) or _OF_DAY.match(tokens.text, match.end()):
        return None
    part = match["part"] or ""
    value = 3600.0 * int(match["hours"] or 0) + 60.0 * int(match["minutes"]) + int(match["seconds"])
    value = round(value + float(f"0.{part[1:]}" if part else 0), 3)
    last = tokens.at(match.end())
    resolution = 0.5 * 10.0 ** -(len(part) - 1) if part else 0.5
    return Reading(index, last, index, last, value, value, value, resolution, unit=_SECOND)
