"""Findings for GitLab's merge requests: a code quality report.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from checker.output.run import ranked, sorted_out
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.judge.finding import Finding
    from checker.output.run import Run
    from checker.pipeline import Checked

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def code_quality(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """A JSON list with an entry for each finding, the gravest first, and for each article that could not be read."""
    checked, failures = sorted_out(outcomes)
    entries = [_entry(run.shown_path(one.path), finding) for one, finding in ranked(checked)]
    entries += [_failure(run.shown_path(failure.path), failure) for failure in failures]
    yield json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def _entry(path: str, finding: Finding) -> dict[str, object]:
    others = ", ".join(f"line {place.line}" for place in finding.other_places)
    place = finding.place
    return {
        # GitLab does not show check_name, so the description names the rule.
        "description": f"{finding.rule}: {finding.message}{f' (also {others})' if others else ''}",
        "check_name": finding.rule,
        "fingerprint": _unique(path, finding.fingerprint),
        "severity": _SEVERITIES[finding.severity.value],
        "location": {
            "path": path,
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }


def _failure(path: str, failure: Failure) -> dict[str, object]:
    return {
        "description": f"This article could not be checked: {failure.message}",
        "check_name": "unreadable-article",
        "fingerprint": _unique(path, failure.message),
        "severity": "major",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _unique(path: str, fingerprint: str) -> str:
    """Of two entries with one fingerprint GitLab shows the first, and ours is unique within an article."""
    return hashlib.sha256(f"{path}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
