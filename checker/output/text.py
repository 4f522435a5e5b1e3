"""Findings for a person at a terminal: both sides quoted in place, why they clash, what to do."""

from __future__ import annotations

import textwrap
from itertools import groupby
from typing import TYPE_CHECKING

from checker.output.excerpt import Mark, excerpt
from checker.output.place import Places
from checker.output.terminal import Style, harmless, shortened, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.judge.finding import Finding, Location
    from checker.pipeline import Checked

_PLACE_COLUMNS = 48


def text(report: Checked, style: Style) -> str:
    """Every finding of `report`, each with excerpts of `style.columns` columns; "" where there is none."""
    if not report.findings:
        return ""  # without reading the article again, where it comes from a cache
    places = Places(report.article)
    return "".join("\n".join(_finding(report, finding, places, style)) + "\n\n" for finding in report.findings)


def concise(report: Checked, style: Style) -> str:
    """Every finding of `report` on one line: `path:line:column: level rule message [other side path:line:column]`."""
    path = harmless(report.path)
    lines = []
    for finding in report.findings:
        others = ", ".join(f"{path}:{place.line}:{place.column}" for place in finding.locations[1:])
        lines.append(f"{_headline(path, finding, ' ', style)}{f' [{others}]' if others else ''}\n")
    return "".join(lines)


def _headline(path: str, finding: Finding, gap: str, style: Style) -> str:
    first = finding.locations[0]
    position = style.strong(f"{path}:{first.line}:{first.column}:")
    severity = style.severity(finding.severity.value, finding.severity)
    return f"{position} {severity} {finding.rule}{gap}{harmless(finding.message)}"


def _finding(report: Checked, finding: Finding, places: Places, style: Style) -> Iterator[str]:
    yield _headline(harmless(report.path), finding, "  ", style)
    digits = max(len(str(place.line)) for place in finding.locations)
    blank = style.faint(f"{'':{digits}} |")
    yield blank
    one = len(finding.locations) == 1
    signed = [("" if one else f"({number})", place) for number, place in enumerate(finding.locations, 1)]
    for line, group in groupby(signed, key=lambda pair: pair[1].line):
        gutter = style.faint(f"{line:{digits}} |")
        for shown in _lines(report, list(group), places, style.columns - digits - 3):
            quoted, *below = shown
            yield f"{gutter} {quoted}"
            for row in below:
                yield f"{blank} {style.severity(row, finding.severity)}"
    for name, words in (("why", finding.why), ("do", finding.remedy)):
        if words:
            yield _note(name, words, digits, style)
    yield _note("id", f"{finding.fingerprint}   subeditor explain {finding.rule}", digits, style)


def _note(name: str, words: str, digits: int, style: Style) -> str:
    """`= why:  …`, wrapped so that its lines stand under each other."""
    opening = f"{'':{digits}} = {name + ':':4}  "
    return textwrap.fill(
        harmless(words),
        width=max(style.columns, len(opening) + 20),
        initial_indent=opening,
        subsequent_indent=" " * len(opening),
        break_on_hyphens=False,
        break_long_words=False,
    )


def _lines(
    report: Checked, locations: Sequence[tuple[str, Location]], places: Places, columns: int
) -> Iterator[tuple[str, ...]]:
    """The excerpts of one source line: one for all its `locations` where they fit side by side, else one for each."""
    together = _excerpt(report, locations, places, columns)
    if together:
        yield together
    else:
        for location in locations:
            if alone := _excerpt(report, [location], places, columns):
                yield alone


def _excerpt(
    report: Checked, locations: Sequence[tuple[str, Location]], places: Places, columns: int
) -> tuple[str, ...] | None:
    article = report.article
    line_start, line_end = _line_span(report, locations[0][1].line)
    first, last = locations[0][1].start, min(locations[-1][1].end, line_end)
    # A line may be megabytes long: look no further than could ever be shown.
    window_start, window_end = max(line_start, first - 4 * columns), min(line_end, last + 4 * columns)
    marks = [
        Mark(place.start - window_start, min(place.end, line_end) - window_start, sign) for sign, place in locations
    ]
    clipped = excerpt(article.text[window_start:window_end], marks, columns)
    if clipped is None:
        return None
    place_name = shortened(harmless(places.name(first)), _PLACE_COLUMNS)
    where = f"  [{place_name}]" if place_name else ""
    if len(locations) == 1:
        label = harmless(locations[0][1].label)
        beside = f"{clipped.carets}{' ' + label if label else ''}{where}"
        if width(beside) <= columns:
            return clipped.line, beside
        return clipped.line, clipped.carets, shortened(f"{label}{where}".strip(), columns)
    labels = ", ".join(f"{sign} {harmless(place.label)}" for sign, place in locations if place.label)
    legend = shortened(f"{labels}{where}".strip(), columns)
    return (clipped.line, clipped.carets, legend) if legend else (clipped.line, clipped.carets)


def _line_span(report: Checked, line: int) -> tuple[int, int]:
    """Half-open offsets of a source line, its line break left out."""
    text, starts = report.article.text, report.article.line_starts
    start, end = starts[line - 1], starts[line] if line < len(starts) else len(text)
    while end > start and text[end - 1] in "\r\n":
        end -= 1
    return start, end
