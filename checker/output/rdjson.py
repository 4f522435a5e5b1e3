"""Findings for reviewdog, which makes review comments of them on GitHub, GitLab, Gitea and Bitbucket.

Format: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Columns count bytes of UTF-8 from 1, ends are
exclusive.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.output.columns import utf8_column
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.judge.finding import Finding, Location
    from checker.output.run import Run
    from checker.pipeline import Checked

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}
_SOURCE = {"name": "subeditor"}


def rdjson(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """One `DiagnosticResult` with all findings."""
    result = {"source": _SOURCE, "severity": "WARNING", "diagnostics": list(_diagnostics(outcomes, run))}
    yield json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def rdjsonl(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """One `Diagnostic` a line, as soon as its article is checked."""
    for diagnostic in _diagnostics(outcomes, run):
        yield json.dumps({**diagnostic, "source": _SOURCE}, ensure_ascii=False) + "\n"


def _diagnostics(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[dict[str, Any]]:
    for outcome in outcomes:
        path = run.shown_path(outcome.path)
        if isinstance(outcome, Failure):
            yield {"message": outcome.message, "location": {"path": path}, "severity": "ERROR"}
            continue
        for finding in outcome.findings:
            yield _diagnostic(outcome, path, finding)


def _diagnostic(checked: Checked, path: str, finding: Finding) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": "\n".join(words for words in (finding.message, finding.remedy) if words),
        "location": {"path": path, "range": _range(checked, finding.place)},
        "severity": _SEVERITIES[finding.severity.value],
        "code": {"value": finding.rule},
    }
    related = [
        {"message": other.label or other.quote, "location": {"path": path, "range": _range(checked, other)}}
        for other in finding.other_places
    ]
    return {**diagnostic, "related_locations": related} if related else diagnostic


def _range(checked: Checked, place: Location) -> dict[str, Any]:
    return {
        "start": {"line": place.line, "column": utf8_column(checked.article, place.start)},
        "end": {"line": place.end_line, "column": utf8_column(checked.article, place.end)},
    }
