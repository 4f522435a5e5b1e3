"""Everything that the index of many articles shows, as plain data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import __version__
from checker.judge.finding import Severity
from checker.language.interval_words import format_interval
from checker.output.report.page import counts, title
from checker.output.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.pipeline import Failure, Report


@dataclass(frozen=True, slots=True)
class Entry:
    """One article. `link` leads to its page; `published_order` sorts by date; `counts` go by severity."""

    title: str
    path: str
    link: str
    published: str
    published_order: str
    counts: tuple[tuple[Severity, int], ...]
    claims: int


@dataclass(frozen=True, slots=True)
class Index:
    """The articles, those with the gravest findings first, and those that could not be read."""

    version: str
    counts: tuple[tuple[Severity, int], ...]
    articles: tuple[Entry, ...]
    failures: tuple[Failure, ...]


def entry(report: Report, link: str) -> Entry:
    """The line of the index for `report`."""
    published = report.published
    return Entry(
        title(report),
        harmless(report.path),
        link,
        format_interval(published, published) if published else "",
        published.isoformat() if published else "",
        counts(report.findings),
        len(report.claims),
    )


def index(entries: Iterable[Entry], failures: Sequence[Failure]) -> Index:
    """The index of `entries`, which keep their order where their findings weigh the same."""
    ranked = sorted(entries, key=lambda one: [-number for _, number in one.counts])
    total: Counter[Severity] = Counter()
    for one in ranked:
        total.update(dict(one.counts))
    return Index(
        __version__, tuple((severity, total[severity]) for severity in Severity), tuple(ranked), tuple(failures)
    )
