"""What is made of all shards together: errors, facts that articles state differently, figures, exports, dashboard."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyarrow.dataset as ds

from checker.audit.dashboard import write_dashboard
from checker.audit.exports import write_exports
from checker.audit.grouping import compare_articles
from checker.audit.ledger import Difference, compare_with_ledger, read_ledger
from checker.audit.review import measured, write_sample
from checker.audit.tables import CONFLICTS, records, to_parquet
from checker.audit.trend import Trend, trend
from checker.judge.across import CONFLICT, Conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.audit.ledger import Fact
    from checker.audit.options import AuditOptions
    from checker.audit.progress import Progress
    from checker.audit.store import Marker, Store
    from checker.audit.workers import Workers


@dataclass(frozen=True, slots=True)
class Summary:
    """What an audit came to, in figures; `rules` counts findings by rule and severity."""

    articles: int
    claims: int
    findings: int
    suppressed: int
    errors: int
    severities: dict[str, int]
    rules: dict[str, dict[str, int]]
    months: dict[str, dict[str, int]]
    sections: dict[str, dict[str, int]]
    conflicts: int
    changed: int
    ledger: dict[str, int]
    trend: dict[str, Any]
    precision: dict[str, Any]


def conclude(store: Store, options: AuditOptions, workers: Workers, progress: Progress) -> Summary:
    """Makes everything that concerns the whole archive, from the shards that lie in the store."""
    markers = list(store.markers())
    store.write(store.folder / "errors.jsonl", b"".join(_error_lines(markers)))
    if progress.screen:
        progress.screen.progress("comparing the articles with each other")
    candidates = [store.file("candidates", marker.shard) for marker in markers]
    rules = options.judging.rules
    conflicts = compare_articles(candidates, rules, workers)
    differences: list[Difference] = []
    unread: list[Fact] = []
    if options.ledger:
        differences, unread = compare_with_ledger(read_ledger(options.ledger), candidates, rules, workers)
    rows = [row for one in conflicts for row in _rows(one)] + [_difference(one) for one in differences]
    store.write(store.folder / "conflicts.parquet", to_parquet(records(rows, CONFLICTS)))
    changes = trend(store, options.previous) if options.previous else Trend()
    summary = Summary(
        **_figures(store, markers),
        conflicts=sum(one.kind == CONFLICT for one in conflicts),
        changed=sum(one.kind != CONFLICT for one in conflicts),
        ledger=dict(Counter(one.kind for one in differences)) | ({"not understood": len(unread)} if unread else {}),
        trend=changes.as_json(),
        precision=measured(options.decisions) if options.decisions else {},
    )
    store.write_json("summary.json", {name: getattr(summary, name) for name in Summary.__dataclass_fields__})
    if options.review:
        write_sample(store, options.review, options.seed)
    if progress.screen:
        progress.screen.progress("writing the dashboard")
    write_exports(store)
    write_dashboard(store, summary, conflicts, differences, [fact.sentence for fact in unread], changes)
    return summary


def _error_lines(markers: list[Marker]) -> Iterator[bytes]:
    for marker in markers:
        for article, reason in marker.errors:
            line = json.dumps({"article": article, "reason": reason, "shard": marker.shard}, ensure_ascii=False)
            yield line.encode("utf-8", "replace") + b"\n"


def _figures(store: Store, markers: list[Marker]) -> dict[str, Any]:
    rules: dict[str, Counter[str]] = {}
    months: dict[str, Counter[str]] = {}
    sections: dict[str, Counter[str]] = {}
    severities: Counter[str] = Counter({"error": 0, "warning": 0, "note": 0})
    for marker in markers:
        findings = ds.dataset(str(store.file("findings", marker.shard))).to_table(columns=["rule", "severity"])
        pairs = zip(*(findings.column(name).to_pylist() for name in ("rule", "severity")), strict=True)
        for rule, severity in pairs:
            severities[severity] += 1
            rules.setdefault(rule, Counter())[severity] += 1
        scores = ds.dataset(str(store.file("scores", marker.shard))).to_table().to_pylist()
        for row in scores:
            counts = {"articles": 1, "errors": row["errors"], "warnings": row["warnings"], "notes": row["notes"]}
            month = f"{row['published']:%Y-%m}" if row["published"] else ""
            months.setdefault(month, Counter()).update(counts)
            sections.setdefault(row["section"] or "", Counter()).update(counts)
    return {
        "articles": sum(marker.articles for marker in markers),
        "claims": sum(marker.claims for marker in markers),
        "findings": severities.total(),
        "suppressed": sum(marker.suppressed for marker in markers),
        "errors": sum(len(marker.errors) for marker in markers),
        "severities": dict(severities),
        "rules": {name: dict(rules[name]) for name in sorted(rules)},
        "months": {name: dict(months[name]) for name in sorted(months)},
        "sections": {name: dict(sections[name]) for name in sorted(sections)},
    }


def _rows(one: Conflict) -> Iterator[dict[str, Any]]:
    for value in one.values:
        for place in value.places:
            yield {
                "conflict": one.fingerprint,
                "rank": one.rank,
                "rule": one.rule,
                "kind": one.kind,
                "severity": one.severity.value,
                "about": one.about,
                "message": one.message,
                "value": value.label,
                "articles": value.articles,
                **_columns(place),
            }


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "conflict": "",
        "rank": 0.0,
        "rule": "facts-ledger",
        "kind": one.kind,
        "severity": "note" if one.kind == "changed" else "warning",
        "about": one.fact.sentence,
        "message": f"{one.deviation.label} in the article, {one.deviation.stated} in the ledger",
        "value": one.deviation.label,
        "articles": 1,
        **_columns(one.deviation.place),
    }


def _columns(place: Any) -> dict[str, Any]:
    names = ("article", "published", "line", "column", "start", "end", "sentence")
    return {name: getattr(place, name) for name in names} | {"quote": place.text}
