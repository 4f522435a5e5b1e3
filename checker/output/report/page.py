"""Everything that the page of one article shows, as plain data; templates in reports/ turn it into HTML."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.articles.article import Zone
from checker.judge.finding import Severity
from checker.language.interval_words import format_interval
from checker.language.parse import model_name
from checker.output.claims import time_words, value_words
from checker.output.place import Places
from checker.output.report.cards import Card, cards, highlights
from checker.output.report.outline import Element, block_anchor, outline
from checker.output.report.overlaps import Overlaps
from checker.output.report.passages import Passages
from checker.output.report.timeline import Timeline, timeline
from checker.output.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.articles.article import ArticleDate
    from checker.judge.finding import Finding
    from checker.judge.rule import Rule
    from checker.pipeline import Report
    from checker.suppression import Suppressed

MEANINGS: Mapping[Severity, str] = {
    Severity.ERROR: "both cannot be true",
    Severity.WARNING: "both cannot be true if they speak of the same thing",
    Severity.NOTE: "too vague or too old to check",
}


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim as it was understood. `order` are sort keys of the columns where the words would not sort."""

    line: int
    column: int
    anchor: str
    kind: str
    text: str
    value: str
    value_order: str
    measure: str
    scope: str
    time: str
    time_order: str
    cards: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class RuleSummary:
    """A rule that ran, or did not, and how many findings it has."""

    rule: str
    pack: str
    severity: Severity
    summary: str
    findings: int


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that is not shown as one, who set it aside, and why."""

    rule: str
    line: int
    anchor: str
    message: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Date:
    """A date of the article in words, and where it comes from."""

    name: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """The report of one article. `key` names it in the browser's storage; `counts` go by severity, gravest first."""

    key: str
    path: str
    title: str
    version: str
    model: str
    dates: tuple[Date, ...]
    as_of: str
    counts: tuple[tuple[Severity, int], ...]
    rules: tuple[str, ...]
    sections: tuple[str, ...]
    cards: tuple[Card, ...]
    article: tuple[Element, ...]
    timeline: Timeline | None
    claims: tuple[ClaimRow, ...]
    rules_run: tuple[RuleSummary, ...]
    rules_not_run: tuple[RuleSummary, ...]
    set_aside: tuple[SetAside, ...]


def page(
    report: Report,
    rules: Sequence[Rule] = (),
    rules_not_run: Sequence[Rule] = (),
    set_aside: Sequence[Suppressed] = (),
) -> Page:
    """The page of `report`.

    `rules` are those it was made with, `rules_not_run` those left out. `set_aside` are the findings that a suppression
    or a baseline keeps out of it.
    """
    passages = Passages(report.article)
    made = cards(report, passages, Places(report.article))
    overlaps = Overlaps(report.findings)
    found = Counter(finding.rule for finding in report.findings)
    return Page(
        key=hashlib.sha256(report.path.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        path=harmless(report.path),
        title=title(report),
        version=__version__,
        model=model_name(),
        dates=tuple(_dates(report)),
        as_of=_words(report.as_of) if report.as_of else "",
        counts=counts(report.findings),
        rules=tuple(sorted(found)),
        sections=tuple(dict.fromkeys(card.section for card in made)),
        cards=made,
        article=outline(report.article.blocks, highlights(report, passages)),
        timeline=timeline(report, overlaps),
        claims=tuple(_claim_rows(report, made, overlaps)),
        rules_run=tuple(_summary(rule, found) for rule in rules),
        rules_not_run=tuple(_summary(rule, found) for rule in rules_not_run),
        set_aside=tuple(_set_aside(one, passages) for one in set_aside),
    )


def title(report: Report) -> str:
    """The article's title: its own, else its main heading, else the name of its file."""
    for block in report.article.blocks:
        if block.zone is Zone.TITLE or block.level == 1:
            return block.text
    return harmless(PurePath(report.path).name)


def counts(findings: Sequence[Finding]) -> tuple[tuple[Severity, int], ...]:
    """How many findings each severity has, gravest first; none left out."""
    found = Counter(finding.severity for finding in findings)
    return tuple((severity, found[severity]) for severity in Severity)


def _dates(report: Report) -> Iterator[Date]:
    for name, date in (("Published", report.article.published), ("Updated", report.article.updated)):
        if date:
            yield Date(name, _precise(date), date.source.replace("`", ""))


def _precise(date: ArticleDate) -> str:
    words = _words(date.value)
    return {"day": words, "month": words.split(" ", 1)[-1]}.get(date.precision, str(date.value.year))


def _words(day: Any) -> str:
    return format_interval(day, day)


def _claim_rows(report: Report, made: Sequence[Card], overlaps: Overlaps) -> Iterator[ClaimRow]:
    for row in report.claims.to_dict("records"):
        # A duration's value is in days whatever its words say; the quantity read from the same words shows better.
        value = value_words(row) if row["kind"] != "duration" else ""
        time = time_words(row)
        role = row["role"] if row["role"] != "level" else ""
        yield ClaimRow(
            row["line"],
            row["column"],
            block_anchor(row["block"]),
            row["kind"],
            row["text"],
            value,
            f"{row['low']:.6f}" if value else "",
            " ".join(filter(None, (role, row["measure"]))),
            ", ".join(filter(None, (row["subject"], row["group"], row["place"]))),
            time,
            str(row["date_start"])[:10] if time else "",
            tuple((number, made[number - 1].anchor) for number in overlaps.find(row["start"], row["end"])),
        )


def _set_aside(one: Suppressed, passages: Passages) -> SetAside:
    place = one.finding.place
    found = passages.find(place.start, place.end)
    return SetAside(
        one.finding.rule,
        place.line,
        block_anchor(found[0].block.number) if found else "",
        harmless(one.finding.message),
        harmless(one.reason),
        one.source,
    )


def _summary(rule: Rule, found: Mapping[str, int]) -> RuleSummary:
    return RuleSummary(rule.id, rule.pack, rule.severity, rule.summary, found.get(rule.id, 0))
