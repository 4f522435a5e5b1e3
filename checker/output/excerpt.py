"""A source line with carets under the quotes, clipped so that it fits the terminal."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checker.output.terminal import ELLIPSIS, harmless, prefix_of_width, suffix_of_width, width

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST_PART_WORD = 15  # a clipped line ends between words, unless that would cost more characters than these


class Mark(NamedTuple):
    """A stretch of a line to be underlined: half-open columns from 0, and the sign that stands beside it, or ""."""

    start: int
    end: int
    sign: str


class Excerpt(NamedTuple):
    """A clipped source line, and the line of carets that belongs under it."""

    line: str
    carets: str


def excerpt(line: str, marks: Sequence[Mark], columns: int) -> Excerpt | None:
    """`line` clipped to `columns` around `marks`, carets with signs beneath.

    None where several marks do not fit one line together, or overlap.
    """
    if any(mark.end > following.start for mark, following in pairwise(marks)):
        return None
    line = harmless(line)
    first, last = marks[0].start, marks[-1].end
    before, after = line[:first], line[last:]
    beside = width(_beside(marks[-1]))
    room = columns - width(line[first:last])
    if len(marks) > 1 and room < beside:
        return None
    if width(line) > columns:
        # The context is shared out evenly; what one side does not need goes to the other.
        room = max(room, 0)
        behind = min(width(after), max(room // 2, room - width(before)))
        before = _end_of(before, room - behind)
        after = _beginning_of(after, room - width(before))
    inner = line[first:last]
    if len(marks) == 1:
        inner = _beginning_of(inner, columns - width(before))
    carets = _carets(inner, [mark._replace(start=mark.start - first, end=mark.end - first) for mark in marks])
    if carets is None:
        return None
    return Excerpt(before + inner + after, " " * width(before) + carets)


def _carets(inner: str, marks: Sequence[Mark]) -> str | None:
    row = ""
    for mark in marks:
        place = width(inner[: mark.start])
        if row and place <= width(row):
            return None  # the sign of the mark before reaches into this one
        row = row.ljust(place) + "^" * max(1, width(inner[mark.start : mark.end])) + _beside(mark)
    return row


def _beside(mark: Mark) -> str:
    return f" {mark.sign}" if mark.sign else ""


def _end_of(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    if columns < 2:
        return ""
    kept = suffix_of_width(text, columns - 1)
    space = kept.find(" ", 0, _LONGEST_PART_WORD)
    return ELLIPSIS + kept[max(space, 0) :]


def _beginning_of(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    if columns < 2:
        return ""
    kept = prefix_of_width(text, columns - 1)
    space = kept.rfind(" ", max(0, len(kept) - _LONGEST_PART_WORD))
    return (kept if space < 0 else kept[: space + 1]) + ELLIPSIS
