"""One card for each finding: what is said where, why that is comparable, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.output.report.excerpts import Excerpt, excerpts
from checker.output.report.highlights import Highlight
from checker.output.terminal import harmless

if TYPE_CHECKING:
    from checker.judge.finding import Finding, Severity
    from checker.output.place import Places
    from checker.output.report.passages import Passage, Passages
    from checker.pipeline import Report


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
    excerpts: tuple[Excerpt, ...]


def card_anchor(finding: Finding) -> str:
    """The id of a finding's card: the same as long as the finding says the same."""
    return "f-" + finding.fingerprint.replace(":", "-")


def place_anchor(finding: Finding, side: int) -> str:
    """The id of the highlight of the finding's location number `side`."""
    return f"m-{card_anchor(finding)[2:]}-{side}"


def cards(report: Report, passages: Passages, places: Places) -> tuple[Card, ...]:
    """The cards of all findings, in their order."""
    return tuple(_card(number, finding, passages, places) for number, finding in enumerate(report.findings, 1))


def highlights(report: Report, passages: Passages) -> dict[int, list[Highlight]]:
    """What to highlight in each block that a finding concerns, by the block's number."""
    found: dict[int, list[Highlight]] = {}
    for number, finding in enumerate(report.findings, 1):
        card = card_anchor(finding)
        for side, location in enumerate(finding.locations):
            anchor = place_anchor(finding, side)
            for passage in passages.find(location.start, location.end):
                highlight = Highlight(passage.start, passage.end, number, finding.severity, card, anchor)
                found.setdefault(passage.block.number, []).append(highlight)
                anchor = ""  # only the first passage of a location can have its id
    return found


def _card(number: int, finding: Finding, passages: Passages, places: Places) -> Card:
    found = [passages.find(location.start, location.end) for location in finding.locations]
    anchors = [place_anchor(finding, side) if seen else "" for side, seen in enumerate(found)]
    return Card(
        number,
        card_anchor(finding),
        finding.fingerprint,
        finding.rule,
        finding.pack,
        finding.severity,
        harmless(finding.message),
        finding.why,
        finding.remedy,
        _section(next((seen[0] for seen in found if seen), None)),
        excerpts(finding.locations, found, anchors, places),
    )


def _section(passage: Passage | None) -> str:
    if passage is None:
        return ""
    return passage.block.section or (passage.block.text if passage.block.level else "")
