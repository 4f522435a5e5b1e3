"""Which findings concern a stretch of the source."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.judge.finding import Finding


class Overlaps:
    """The findings of one article by the places that they concern."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._places = sorted(
            (place.start, place.end, number)
            for number, finding in enumerate(findings, 1)
            for place in finding.locations
        )
        self._starts = [start for start, _, _ in self._places]
        self._longest = max((end - start for start, end, _ in self._places), default=0)

    def find(self, start: int, end: int) -> tuple[int, ...]:
        """The numbers, from 1, of the findings with a place that overlaps the half-open span `start`, `end`."""
        first, behind = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return tuple(sorted({number for _, last, number in self._places[first:behind] if last > start}))
