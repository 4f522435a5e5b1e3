"""The dates that the article speaks of, laid out along a line: positions in CSS pixels, nothing of SVG."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from checker.judge.finding import Severity
from checker.language.interval_words import format_interval
from checker.output.report.time_scale import Tick, TimeScale, time_scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.judge.finding import Finding
    from checker.output.report.overlaps import Overlaps
    from checker.pipeline import Report

LANE_LABEL = 190.0  # width of the column of section names
ROW = 24.0  # height of one row of marks; also the least size of what can be clicked (WCAG 2.2, 2.5.8)
LANE_PADDING = 8.0
AXIS = 30.0  # height of the years above the lanes
ARROW = 34.0  # length of the arrow of an open interval
DOT = 9.0
LEAST_BAR = 12.0
LETTER = 6.6  # width of a letter of a label, on average
GAP = 14.0  # least distance between two marks of one row


@dataclass(frozen=True, slots=True)
class DatedClaim:
    """A date in the article: a half-open interval of days, one side missing where it is open ("since", "by")."""

    block: int
    start_offset: int
    end_offset: int
    line: int
    section: str
    sentence: str
    words: str
    start: dt.date | None
    end: dt.date | None
    severity: Severity | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated claim in the picture: a dot for a day, a bar for longer, an arrow where a side is open.

    `label` stands to its right, "" where the line of years says as much.
    """

    claim: DatedClaim
    shape: str  # dot, bar, arrow-right, arrow-left
    label: str
    x: float
    width: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The marks of one section of the article."""

    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Link:
    """Joins two dates that cannot both be true: the centres of their marks."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything in the picture, and `claims` in order of time for the table beside it."""

    width: float
    height: float
    ticks: tuple[Tick, ...]
    gaps: tuple[float, ...]
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    claims: tuple[DatedClaim, ...]


def timeline(report: Report, overlaps: Overlaps) -> Timeline | None:
    """The timeline of the article's own dates, None where it has none."""
    dated = _dated_claims(report, overlaps)
    if not dated:
        return None
    scale = time_scale([(one.start, one.end) for one in dated], LANE_LABEL + ARROW)
    lanes, marks, bottom = _lanes(dated, scale)
    return Timeline(
        max([scale.end + ARROW, *(mark.x + mark.width + LETTER * len(mark.label) + GAP for mark in marks)]),
        bottom,
        scale.ticks,
        scale.gaps,
        lanes,
        marks,
        _links(marks, report.findings),
        tuple(sorted(dated, key=lambda one: (one.start or one.end or dt.date.max, one.start_offset))),
    )


def _dated_claims(report: Report, overlaps: Overlaps) -> list[DatedClaim]:
    """The dates in the article's own words, in order of position."""
    claims = report.claims[report.claims["kind"] == "date"]
    result = []
    for row in claims.to_dict("records"):
        start, end = _day(row["date_start"]), _day(row["date_end"])
        if start is None and end is None:
            continue
        concerned = [report.findings[number - 1].severity for number in overlaps.find(row["start"], row["end"])]
        result.append(
            DatedClaim(
                row["block"],
                row["start"],
                row["end"],
                row["line"],
                row["section"],
                row["sentence"],
                format_interval(start, end, row["date_precision"]),
                start,
                end,
                max(concerned, key=lambda severity: severity.rank, default=None),
            )
        )
    return result


def _lanes(dated: Sequence[DatedClaim], scale: TimeScale) -> tuple[tuple[Lane, ...], tuple[Mark, ...], float]:
    """The lanes, in the order in which the article comes to its sections; their marks; where the last lane ends."""
    sections: dict[str, list[DatedClaim]] = {}
    for one in dated:
        sections.setdefault(one.section, []).append(one)
    lanes, marks = [], list[Mark]()
    y = AXIS
    for name, members in sections.items():
        free_from: list[float] = []
        for one in sorted(members, key=lambda one: (one.start or one.end or dt.date.max, one.start_offset)):
            shape, x, width = _extent(one, scale)
            row = next((row for row, free in enumerate(free_from) if free + GAP <= x), len(free_from))
            label = "" if one.words.isdigit() else one.words
            free_from[row : row + 1] = [x + width + LETTER * len(label)]
            marks.append(Mark(one, shape, label, x, width, y + LANE_PADDING + row * ROW + ROW / 2))
        height = len(free_from) * ROW + 2 * LANE_PADDING
        lanes.append(Lane(name or "Opening", y, height))
        y += height
    return tuple(lanes), tuple(marks), y


def _extent(one: DatedClaim, scale: TimeScale) -> tuple[str, float, float]:
    """Shape, left edge and width of a mark."""
    if one.start is None or one.end is None:
        x = scale.position(one.start or one.end or dt.date.max)
        return ("arrow-left", x - ARROW, ARROW) if one.start is None else ("arrow-right", x, ARROW)
    left, right = scale.position(one.start), scale.position(one.end)
    if (one.end - one.start).days <= 1:
        return "dot", (left + right - DOT) / 2, DOT
    return "bar", left, max(right - left, LEAST_BAR)


def _links(marks: Sequence[Mark], findings: Sequence[Finding]) -> tuple[Link, ...]:
    links = []
    for finding in findings:
        if finding.severity is Severity.NOTE or len(finding.locations) < 2:
            continue
        sides = [
            next(
                (mark for mark in marks if mark.claim.start_offset < place.end and place.start < mark.claim.end_offset),
                None,
            )
            for place in finding.locations
        ]
        known = [mark for mark in sides if mark]
        for first, second in pairwise(known):
            if first is not second:
                links.append(Link(first.x + first.width / 2, first.y, second.x + second.width / 2, second.y))
    return tuple(links)


def _day(value: Any) -> dt.date | None:
    """The day of a timestamp, None where it is missing (pandas' NaT does not equal itself)."""
    return None if value is None or value != value else value.date()
