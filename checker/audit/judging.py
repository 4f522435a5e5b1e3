"""The cheap phase: the rules over the stored tables of one shard, all of its articles at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.articles.article import line_starts
from checker.audit.archive import ArchivedArticle
from checker.audit.extraction import ExtractionOptions, memory_in_use, reread
from checker.audit.store import PAGES
from checker.audit.tables import CANDIDATES, FINDINGS, SCORES, arrow, frame, from_parquet, records, to_parquet
from checker.baseline import Baseline, Entry, Matcher, name_in
from checker.configuration.house_rules import adapted
from checker.judge.finding import Finding, Location, Severity
from checker.lexicon import house_lexicons

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd

    from checker.configuration import Settings
    from checker.judge.rule import Rule


@dataclass(frozen=True, slots=True)
class JudgingOptions:
    """What is applied to the tables. `pages` is the least severity for which an article gets a page, None for no pages.

    `known` are the ids of all rules, of which suppressions may name any. `settings` say how grave a finding is in which
    part of the archive, which findings the house allows, and how often a rule may speak; they know articles by their
    ids, as paths within `root`. `selected` are the rules of which the settings make those of one article, where a part
    of the archive has rules of its own; `rules` are those of all other articles. `accepted` are the entries of the
    settings' baseline that count.
    """

    rules: tuple[Rule, ...]
    selected: tuple[Rule, ...] = ()
    as_of: dt.date | None = None
    pages: Severity | None = Severity.WARNING
    known: tuple[str, ...] = ()
    require_reason: bool = True
    settings: Settings | None = None
    accepted: tuple[Entry, ...] = ()
    root: Path = Path()
    reading: ExtractionOptions = field(default_factory=ExtractionOptions)


@dataclass(frozen=True, slots=True)
class Judged:
    """The tables of a shard as Parquet files, the pages by name, and counts for the progress."""

    tables: dict[str, bytes]
    pages: dict[str, bytes]
    findings: int
    suppressed: int
    memory: int = 0


def judge_shard(number: int, tables: Mapping[str, bytes], options: JudgingOptions) -> Judged:
    """Judges the articles of shard `number`, whose tables `articles`, `claims` and `frames` are Parquet files."""
    import pandas as pd

    from checker.judge.across import candidates
    from checker.judge.context import Context
    from checker.judge.engine import judge_articles
    from checker.judge.prepare import prepared

    articles = from_parquet(tables["articles"]).to_pylist()
    claims, frames = frame(from_parquet(tables["claims"])), frame(from_parquet(tables["frames"]))
    texts = {row["article"]: row["text"] for row in articles}
    contexts = {
        row["article"]: Context(row["published"], row["updated"], options.as_of or row["as_of"]) for row in articles
    }
    places = _Places(texts)
    rules: dict[str, tuple[Rule, ...]] = {}
    found: dict[str, tuple[Finding, ...]] = {}
    with house_lexicons(options.reading.lexicons):
        for applied, part in _by_rules(texts, options):
            rules |= dict.fromkeys(part, applied)
            own, tied = (table[table["article"].isin(part)].reset_index(drop=True) for table in (claims, frames))
            found |= judge_articles(own, tied, applied, {name: contexts[name] for name in part}, places.locate)
    suppressed = 0
    accepted = Baseline(options.accepted).matcher()
    for row in articles:
        before = found[row["article"]]
        found[row["article"]] = _settled(row, before, rules[row["article"]], accepted, options)
        suppressed += max(0, len(before) - len(found[row["article"]]))
    published = pd.Series({row["article"]: row["published"] for row in articles}, dtype="datetime64[s]")
    across = [rule for rule in options.rules if rule.across]
    compared = candidates(prepared(claims), across)
    compared = compared.assign(published=published.reindex(compared["article"]).to_numpy())
    names = {row["article"]: page_name(number, place, row["article"]) for place, row in enumerate(articles)}
    wanted = [row for row in articles if _has_page(found[row["article"]], options.pages)]
    with_page = {row["article"] for row in wanted}
    pages = dict(_pages(wanted, names, claims, frames, found, rules, options))
    scores = [_score(row, found[row["article"]], names if row["article"] in with_page else {}) for row in articles]
    return Judged(
        {
            "findings": to_parquet(records([_row(a, one) for a, ones in found.items() for one in ones], FINDINGS)),
            "scores": to_parquet(records(scores, SCORES)),
            "candidates": to_parquet(arrow(compared.sort_values("key", kind="stable"), CANDIDATES)),
        },
        pages,
        sum(map(len, found.values())),
        suppressed,
        memory_in_use(),
    )


def page_name(shard: int, number: int, article: str) -> str:
    """The address of an article's page, relative to the dashboard."""
    from checker.output.report.write import file_name

    return f"{PAGES}/{shard:05}/{number:04}-{file_name(article)}.html"


class _Places:
    """Turns offsets into locations, for the articles that have findings."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._lines: dict[str, tuple[int, ...]] = {}

    def locate(self, article: str, start: int, end: int, label: str) -> Location:
        text = self._texts[article]
        lines = self._lines.get(article)
        if lines is None:
            lines = self._lines[article] = line_starts(text)
        return Location(start, end, *_position(lines, start), *_position(lines, end), text[start:end], label)


def _position(lines: tuple[int, ...], offset: int) -> tuple[int, int]:
    line = bisect_right(lines, offset)
    return line, offset - lines[line - 1] + 1


def _source(row: Mapping[str, Any]) -> ArchivedArticle:
    """The article of a stored row, as it came from the archive."""
    return ArchivedArticle(
        row["article"],
        row["text"],
        row["format"],
        row["title"],
        row["url"],
        row["section"],
        row["published"],
        row["updated"],
    )


def _by_rules(articles: Iterable[str], options: JudgingOptions) -> Iterator[tuple[tuple[Rule, ...], list[str]]]:
    """The rules as the house wants them in each part of the archive, with the articles of that part."""
    if options.settings is None or not options.settings.configuration.overrides:
        yield options.rules, list(articles)
        return
    parts: dict[Any, list[str]] = {}
    for article in articles:
        path = str(options.root / article)
        wanted = (options.settings.levels(path), options.settings.options(path))
        parts.setdefault(tuple(tuple(sorted(one.items())) for one in wanted), []).append(article)
    for (levels, own), names in parts.items():
        yield adapted(options.selected, dict(levels), dict(own)), names


def _settled(
    row: Mapping[str, Any],
    findings: tuple[Finding, ...],
    rules: tuple[Rule, ...],
    accepted: Matcher,
    options: JudgingOptions,
) -> tuple[Finding, ...]:
    """The findings that neither article nor house allow or have accepted, of each rule as many as the house wants."""
    from checker.density import thinned
    from checker.suppression import Suppression, holds_suppressions, settle

    path = str(options.root / row["article"])
    allowances = [
        Suppression(allowed.rule, allowed.reason, "configuration", allowed.words)
        for allowed in (options.settings.allowances(path) if options.settings else ())
    ]
    most = options.settings.most(path) if options.settings else {}
    if not (findings and (allowances or most or options.accepted)) and not holds_suppressions(row["text"]):
        return findings
    article = reread(_source(row), options.reading)
    applied = (rule.id for rule in rules)
    kept = settle(article, findings, allowances, options.known, applied, options.require_reason).findings
    if options.settings:
        kept = tuple(accepted.split(name_in(options.settings.baseline, path), kept)[0])
    return thinned(article, kept, most).shown


def _has_page(findings: Iterable[Finding], least: Severity | None) -> bool:
    return least is not None and any(finding.severity.rank >= least.rank for finding in findings)


def _pages(
    rows: Sequence[Mapping[str, Any]],
    names: Mapping[str, str],
    claims: pd.DataFrame,
    frames: pd.DataFrame,
    found: Mapping[str, tuple[Finding, ...]],
    rules: Mapping[str, tuple[Rule, ...]],
    options: JudgingOptions,
) -> Iterator[tuple[str, bytes]]:
    from checker.output.report import html_report
    from checker.pipeline import Report

    if not rows:
        return
    own_claims = dict(list(claims.groupby("article", sort=False)))
    for row in rows:
        name = row["article"]
        article = reread(_source(row), options.reading)
        own = own_claims.get(name, claims.iloc[:0]).reset_index(drop=True)
        as_of = options.as_of or row["as_of"]
        report = Report(article, as_of, own, frames.iloc[:0], found[name])
        yield names[name], html_report(report, rules[name], (), "../../index.html").encode("utf-8", "replace")


def _row(article: str, finding: Finding) -> dict[str, Any]:
    first = finding.place
    return {
        "article": article,
        "rule": finding.rule,
        "pack": finding.pack,
        "severity": finding.severity.value,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "why": finding.why,
        "remedy": finding.remedy,
        "line": first.line,
        "column": first.column,
        "quote": first.quote,
        "places": [
            {name: getattr(place, name) for name in Location.__dataclass_fields__} for place in finding.locations
        ],
    }


def _score(row: Mapping[str, Any], findings: tuple[Finding, ...], names: Mapping[str, str]) -> dict[str, Any]:
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    return {
        **{name: row[name] for name in ("article", "url", "title", "section", "published", "words", "claims")},
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notes": counts[Severity.NOTE],
        "rules": " ".join(sorted({finding.rule for finding in findings})),
        "page": names.get(row["article"], ""),
    }
