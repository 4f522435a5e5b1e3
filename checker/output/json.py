"""Findings for machines: a JSON document to rely on. Within schema 1 fields are added, never renamed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.judge.finding import Finding
    from checker.pipeline import Checked, Failure

SCHEMA = 1


def document(outcomes: Iterable[Checked | Failure]) -> Iterator[str]:
    """The whole document, piece by piece: the articles in the order given, then the errors."""
    from checker.pipeline import Failure

    errors = []
    separator = ""
    yield f'{{"schema": {SCHEMA}, "articles": ['
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            errors.append({"path": outcome.path, "message": outcome.message})
        else:
            yield f"{separator}\n{_json(article(outcome))}"
            separator = ","
    yield f'\n], "errors": {_json(errors)}}}\n'


def article(report: Checked) -> dict[str, Any]:
    """One article as plain data: dates in ISO 8601, offsets in code points, lines and columns from 1."""
    return {
        "path": report.path,
        "published": report.published.isoformat() if report.published else None,
        "updated": report.updated.isoformat() if report.updated else None,
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "claims": report.claim_count,
        "findings": [finding(found) for found in report.findings],
    }


def finding(found: Finding) -> dict[str, Any]:
    """One finding as plain data."""
    return {
        "rule": found.rule,
        "pack": found.pack,
        "severity": found.severity.value,
        "message": found.message,
        "why": found.why,
        "remedy": found.remedy,
        "fingerprint": found.fingerprint,
        "anchor": found.anchor,
        "locations": [
            {
                "start": place.start,
                "end": place.end,
                "line": place.line,
                "column": place.column,
                "end_line": place.end_line,
                "end_column": place.end_column,
                "quote": place.quote,
                "label": place.label,
            }
            for place in found.locations
        ],
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
