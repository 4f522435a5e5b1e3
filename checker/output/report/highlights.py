"""Cuts a block's text wherever a highlight begins or ends, so that highlights may overlap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.judge.finding import Severity

MOST_LEVELS = 4  # bars stacked under one text; further ones share the lowest


@dataclass(frozen=True, slots=True)
class Highlight:
    """A stretch of a block's text that a finding concerns: half-open offsets into the text.

    `number` is the finding's, from 1; `card` and `anchor` are the ids of its card and of this highlight.
    """

    start: int
    end: int
    number: int
    severity: Severity
    card: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Bar:
    """The line under one highlight; `level` 0 stands next to the text. `anchor` is its id, "" but where it begins."""

    number: int
    severity: Severity
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The number shown behind a highlight, and the card that it leads to."""

    number: int
    card: str


@dataclass(frozen=True, slots=True)
class Run:
    """Text under the same highlights throughout.

    `bars` stand in order of nesting, the lowest first. `card` is that of the shortest highlight, "" where none is.
    `ended` names the findings whose highlight ends with this run.
    """

    text: str
    bars: tuple[Bar, ...] = ()
    card: str = ""
    severity: Severity | None = None
    ended: tuple[Reference, ...] = ()


def runs(text: str, highlights: Iterable[Highlight]) -> tuple[Run, ...]:
    """`text` as runs, which together hold all of it, in order."""
    marked = sorted(
        (one for one in highlights if one.start < one.end), key=lambda one: (one.start, -one.end, one.number)
    )
    levels = _levels(marked)
    cuts = sorted({0, len(text), *(one.start for one in marked), *(one.end for one in marked)})
    result: list[Run] = []
    waiting, active = 0, list[int]()
    for start, end in pairwise(cuts):
        active = [index for index in active if marked[index].end > start]
        while waiting < len(marked) and marked[waiting].start == start:
            active.append(waiting)
            waiting += 1
        result.append(_run(text[start:end], start, end, [(marked[index], levels[index]) for index in active]))
    return tuple(result)


def _run(text: str, start: int, end: int, covering: Sequence[tuple[Highlight, int]]) -> Run:
    if not covering:
        return Run(text)
    shortest = min((one for one, _ in covering), key=lambda one: (one.end - one.start, -one.severity.rank, one.number))
    bars = [
        Bar(one.number, one.severity, level, one.anchor if one.start == start else "")
        for one, level in sorted(covering, key=lambda pair: (-pair[1], pair[0].number))
    ]
    going_on = {one.number for one, _ in covering if one.end > end}
    ended = dict.fromkeys(
        Reference(one.number, one.card) for one, _ in covering if one.end == end and one.number not in going_on
    )
    gravest = max((one.severity for one, _ in covering), key=lambda severity: severity.rank)
    return Run(text, tuple(bars), shortest.card, gravest, tuple(ended))


def _levels(marked: Sequence[Highlight]) -> list[int]:
    """A level for each highlight, so that none on one level overlap; the shorter of two stands nearer to the text."""
    levels = [0] * len(marked)
    free_from = [0] * MOST_LEVELS
    # Longer highlights begin first in `marked`, so levels are given out from the lowest line upwards, then turned over
    # within each group of highlights that touch.
    group: list[int] = []
    group_end = 0
    for index, one in enumerate(marked):
        if one.start >= group_end:
            _turn_over(levels, group)
            group = []
            free_from = [0] * MOST_LEVELS
        level = next((level for level in range(MOST_LEVELS) if free_from[level] <= one.start), MOST_LEVELS - 1)
        levels[index] = level
        free_from[level] = max(free_from[level], one.end)
        group_end = max(group_end, one.end)
        group.append(index)
    _turn_over(levels, group)
    return levels


def _turn_over(levels: list[int], group: Sequence[int]) -> None:
    highest = max((levels[index] for index in group), default=0)
    for index in group:
        levels[index] = highest - levels[index]
