"""What happens to one article on its way from its text to an output: memory, suppressions, changes, the baseline."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.baseline import Matcher, read_baseline
from checker.cache import Cache, Request
from checker.changes import Change, new_findings, text_before
from checker.cli.reading import checked
from checker.judge.finding import Severity
from checker.suppression import Settled, Suppression, holds_suppressions, settle

if TYPE_CHECKING:
    from checker.cli.project import Project
    from checker.configuration import Settings
    from checker.judge.finding import Finding
    from checker.pipeline import Checked


@dataclass(frozen=True, slots=True)
class Conditions:
    """How articles are inspected, besides the configuration.

    `baseline` is a baseline file in place of the configured ones; `use_baseline` says whether any counts. `changes` are
    the changed articles by absolute path, where only what is new in them counts.
    """

    published: dt.date | None = None
    as_of: dt.date | None = None
    baseline: Path | None = None
    use_baseline: bool = True
    changes: dict[str, Change] | None = None
    cache: Path | None = None
    fail_on: str | None = None


class Inspection:
    """Inspects article after article. `suppressed`, `accepted` and `failing` count findings so far."""

    def __init__(self, project: Project, conditions: Conditions) -> None:
        self.project = project
        self._conditions = conditions
        self.cache = Cache(conditions.cache) if conditions.cache else None
        # An article's earlier version is remembered apart, so that the two do not push each other out.
        self._earlier = Cache(conditions.cache / "before") if conditions.cache and conditions.changes else None
        self._matchers: dict[Path, Matcher] = {}
        self.suppressed = 0
        self.accepted = 0
        self.failing = 0

    def wants(self, path: str) -> bool:
        """Whether the article at `path` is to be inspected at all."""
        changes = self._conditions.changes
        return (changes is None or key_of(path) in changes) and not self.project.settings(path).excludes(path)

    def __call__(self, text: str, path: str) -> Checked:
        """The article, with those findings that are neither suppressed, nor accepted, nor older than the change."""
        outcome = self._checked(text, path, self.cache)
        settled = self._settled(outcome, text)
        findings = settled.findings
        self.suppressed += len(settled.suppressed)
        if self._conditions.changes is not None:
            findings = self._new(findings, text, path)
        if self._conditions.use_baseline:
            new, accepted = self._matcher(path).split(self._known_as(path), findings)
            self.accepted += len(accepted)
            findings = tuple(new)
        threshold = self._conditions.fail_on or self.project.settings(path).configuration.fail_on
        if threshold != "never":
            self.failing += sum(finding.severity.rank >= Severity(threshold).rank for finding in findings)
        return _with_findings(outcome, findings)

    def _checked(self, text: str, path: str, cache: Cache | None) -> Checked:
        request = Request(
            text,
            path,
            self._conditions.published,
            self._conditions.as_of,
            self.project.rules(path),
            self.project.settings(path).configuration.dates.published,
        )
        remembered = cache.get(request) if cache else None
        if remembered:
            return remembered
        report = checked(request)
        if cache:
            cache.put(request, report)
        return report

    def _settled(self, outcome: Checked, text: str) -> Settled:
        settings = self.project.settings(outcome.path)
        allowances = [
            Suppression(allowed.rule, allowed.reason, "configuration", allowed.words)
            for allowed in settings.allowances(outcome.path)
        ]
        if not allowances and not holds_suppressions(text):
            return Settled(outcome.findings, (), frozenset())
        return settle(
            outcome.article,
            outcome.findings,
            allowances,
            self.project.known_rules(outcome.path),
            (rule.id for rule in self.project.rules(outcome.path)),
            settings.configuration.require_reason,
        )

    def _new(self, findings: tuple[Finding, ...], text: str, path: str) -> tuple[Finding, ...]:
        changes = self._conditions.changes or {}
        before = text_before(changes[key_of(path)])
        if before is None:
            return findings
        earlier = self._settled(self._checked(before, path, self._earlier), before)
        return new_findings(findings, earlier.findings, text, before)

    def _matcher(self, path: str) -> Matcher:
        file = self.baseline_file(path)
        if file not in self._matchers:
            baseline = read_baseline(file)
            day = self._conditions.as_of
            if day is None and any(entry.until for entry in baseline.entries):
                day = dt.date.today()  # the one thing that a day decides here is whether a decision has run out
            self._matchers[file] = baseline.matcher(day, lambda name: (file.parent / name).exists())
        return self._matchers[file]

    def baseline_file(self, path: str) -> Path:
        """The baseline file that holds for the article at `path`, whether it exists or not."""
        return self._conditions.baseline or self.project.settings(path).baseline

    def _known_as(self, path: str) -> str:
        return name_in(self.baseline_file(path), path)


def name_in(baseline: Path, path: str) -> str:
    """The path of an article as a baseline file names it: relative to the file's folder, with forward slashes."""
    return Path(os.path.relpath(os.path.abspath(path), os.path.abspath(baseline.parent))).as_posix()  # noqa: PTH100


def key_of(path: str | Path) -> str:
    """The one path of a file, by which it is known whatever way leads to it."""
    return os.path.realpath(path)


def _with_findings(outcome: Checked, findings: tuple[Finding, ...]) -> Checked:
    if findings == outcome.findings:
        return outcome
    changed: Any = replace(outcome, findings=findings)  # type: ignore[type-var]
    return changed  # type: ignore[no-any-return]
