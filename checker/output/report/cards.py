"""One card for each finding: what is said where, why that is comparable, what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.output.report.differences import Words, differences
from checker.output.report.highlights import Highlight
from checker.output.terminal import ELLIPSIS, harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.judge.finding import Finding, Location, Severity
    from checker.output.place import Places
    from checker.output.report.passages import Passage, Passages
    from checker.pipeline import Report

CONTEXT = 150  # characters of context on either side of a quote
LONGEST_QUOTE = 400  # characters of a quote that a card shows

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]?\s")


@dataclass(frozen=True, slots=True)
class Side:
    """One place that a finding concerns, quoted in its context.

    `anchor` is the id of its highlight in the article, "" where a reader of the article does not see the place.
    """

    place: str
    line: int
    anchor: str
    before: str
    quote: tuple[Words, ...]
    after: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding as it is shown. `number` counts from 1 in the article; `anchor` is stable across runs."""

    number: int
    anchor: str
    fingerprint: str
    rule: str
    pack: str
    severity: Severity
    message: str
    why: str
    remedy: str
    section: str
    sides: tuple[Side, ...]


def card_anchor(finding: Finding) -> str:
    """The id of a finding's card: the same as long as the finding says the same."""
    return "f-" + finding.fingerprint.replace(":", "-")


def cards(report: Report, passages: Passages, places: Places) -> tuple[tuple[Card, ...], dict[int, list[Highlight]]]:
    """The cards of all findings, and the highlights of each block by its number."""
    made: list[Card] = []
    highlights: dict[int, list[Highlight]] = {}
    for number, finding in enumerate(report.findings, 1):
        anchor = card_anchor(finding)
        contexts: list[_Context] = []
        section = ""
        for side, location in enumerate(finding.locations):
            found = passages.find(location.start, location.end)
            place_anchor = f"m-{anchor[2:]}-{side}" if found else ""
            for part, passage in enumerate(found):
                own_anchor = place_anchor if part == 0 else ""
                highlights.setdefault(passage.block.number, []).append(
                    Highlight(passage.start, passage.end, number, finding.severity, anchor, own_anchor)
                )
            contexts.append(_context(location, found, place_anchor))
            if found and not section:
                block = found[0].block
                section = block.section or (block.text if block.level else "")
        sides = _sides(finding.locations, contexts, places)
        made.append(
            Card(
                number,
                anchor,
                finding.fingerprint,
                finding.rule,
                finding.pack,
                finding.severity,
                harmless(finding.message),
                finding.why,
                finding.remedy,
                section,
                sides,
            )
        )
    return tuple(made), highlights


@dataclass(frozen=True, slots=True)
class _Context:
    anchor: str
    before: str
    quote: str
    after: str


def _context(location: Location, found: Sequence[Passage], anchor: str) -> _Context:
    if not found:
        return _Context("", "", _shortened(harmless(location.quote)), "")
    first, last = found[0], found[-1]
    quote = " ".join(passage.block.text[passage.start : passage.end] for passage in found)
    return _Context(
        anchor,
        _before(first.block.text[max(0, first.start - CONTEXT - 1) : first.start], first.start),
        _shortened(quote),
        _after(last.block.text[last.end : last.end + CONTEXT + 1], len(last.block.text) - last.end),
    )


def _before(text: str, room: int) -> str:
    """The end of what stands before a quote: from the beginning of its sentence, else from the beginning of a word."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    if ends:
        return text[ends[-1] :]
    if room <= CONTEXT:
        return text
    return ELLIPSIS + text[text.find(" ") + 1 :]


def _after(text: str, room: int) -> str:
    match = _SENTENCE_END.search(text)
    if match:
        return text[: match.end()].rstrip()
    if room <= CONTEXT:
        return text
    return text[: max(text.rfind(" "), 0)] + ELLIPSIS


def _shortened(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rstrip() + ELLIPSIS


def _sides(locations: Sequence[Location], contexts: Sequence[_Context], places: Places) -> tuple[Side, ...]:
    quotes: Sequence[tuple[Words, ...]]
    if len(contexts) == 2:
        quotes = differences(contexts[0].quote, contexts[1].quote)
    else:
        quotes = [(Words(context.quote, False),) for context in contexts]
    return tuple(
        Side(
            harmless(places.name(location.start)),
            location.line,
            context.anchor,
            context.before,
            quote,
            context.after,
            harmless(location.label),
        )
        for location, context, quote in zip(locations, contexts, quotes, strict=True)
    )
