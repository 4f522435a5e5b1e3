"""What happens to one article on its way from its text to an output: memory, suppressions, changes, the baseline."""

from __future__ import annotations

import datetime as dt
import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cache import FOLDER_NAME, Cache, Request
from checker.cli.project import Project, home
from checker.cli.reading import check_files, checked
from checker.cli.sources import STANDARD_INPUT
from checker.cli.startup import load_pandas
from checker.density import Thinned, thinned
from checker.judge.finding import Severity
from checker.judge.toml_lines import line_of
from checker.suppression import Settled, Suppressed, Suppression, holds_suppressions, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.baseline import Matcher
    from checker.cache import Remembered
    from checker.changes import Change
    from checker.cli.console import Messages
    from checker.judge.finding import Finding
    from checker.pipeline import Checked, Failure, Report


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the command line says of how articles are inspected; None where the configuration decides.

    `diff` is the commit since which findings are to be new, "-" for a diff on standard input. `baseline` and `cache`
    stand in for the configured file and folder; `use_baseline` and `use_cache` say whether any counts. `whole` says
    that the claims are needed too, which a cache does not hold; `fast` that the language model is not to be used.
    `hold_back` says whether a rule that speaks too often is cut short as the configuration says.
    """

    published: dt.date | None = None
    as_of: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: Path | None = None
    isolated: bool = False
    fail_on: str | None = None
    diff: str | None = None
    baseline: Path | None = None
    use_baseline: bool = True
    cache: Path | None = None
    use_cache: bool = True
    whole: bool = False
    hold_back: bool = True
    stdin_filename: str = STANDARD_INPUT
    replace: bool = False
    fast: bool = False


class Inspection:
    """Inspects article after article. `suppressed`, `accepted`, `held_back` and `failing` count findings so far.

    Where claims are needed too, `set_aside` holds the findings of each path that are not shown, with the reasons.

    Raises ConfigurationError or RuleError at once where the configuration of the current folder is wrong.
    """

    def __init__(self, conditions: Conditions) -> None:
        self.conditions = conditions
        self.project = Project(
            conditions.config, conditions.isolated, conditions.select, conditions.ignore, conditions.fast
        )
        self.project.rules(conditions.stdin_filename)  # so that a mistake is told before anything is read
        self._changes = None if conditions.diff is None else _changes(conditions.diff)
        folder = conditions.cache or default_cache() if conditions.use_cache else None
        self.cache = Cache(folder) if folder else None
        # An article's earlier version is remembered apart, so that the two do not push each other out.
        self._earlier = Cache(folder / "before") if folder and self._changes else None
        self._matchers: dict[Path, Matcher | None] = {}
        self._used: set[Suppression] = set()
        self.set_aside: dict[str, list[Suppressed]] = {}
        self.suppressed = 0
        self.accepted = 0
        self.held_back = 0
        self.failing = 0

    def outcomes(self, arguments: Sequence[str], messages: Messages) -> Iterator[Checked | Failure]:
        """Every article that `arguments` name, inspected, or a Failure in its place; see `check_files`."""
        conditions = self.conditions
        return check_files(arguments, messages, self, self.wants, conditions.stdin_filename, conditions.replace)

    def wants(self, path: str) -> bool:
        """Whether the article at `path` is to be inspected at all."""
        changed = self._changes is None or key_of(path) in self._changes
        return changed and not self.project.settings(path).excludes(path)

    def __call__(self, text: str, path: str) -> Checked:
        """The article, with those findings that are neither suppressed, nor accepted, nor older than the change."""
        outcome = self._checked(text, path, self.cache)
        settled = self._settled(outcome, text)
        findings = settled.findings
        self.suppressed += len(settled.suppressed)
        self._used |= settled.used
        aside = list(settled.suppressed)
        if self._changes is not None:
            findings = self._new(findings, text, path)
        if self.conditions.use_baseline and (matcher := self._matcher(path)):
            new, accepted = matcher.split(self._known_as(path), findings)
            self.accepted += len(accepted)
            aside += [Suppressed(finding, entry.reason, "baseline") for finding, entry in accepted]
            findings = tuple(new)
        if self.conditions.hold_back:
            thin = self._thinned(outcome, findings)
            findings = thin.shown
            self.held_back += len(thin.held_back)
            aside += [
                Suppressed(finding, "Held back: too many of one rule", "configuration") for finding in thin.held_back
            ]
        if self.conditions.whole and aside:
            self.set_aside[path] = aside
        threshold = self.conditions.fail_on or self.project.settings(path).configuration.fail_on
        if threshold != "never":
            self.failing += sum(finding.severity.rank >= Severity(threshold).rank for finding in findings)
        return outcome if findings == outcome.findings else replace(outcome, findings=findings)

    def idle_allowances(self) -> list[str]:
        """The [[allow]] tables that have allowed nothing so far, a sentence each."""
        used = {(one.rule, one.words, one.reason) for one in self._used if one.source == "configuration"}
        return [
            f"{settings.file}:{line_of(dict(settings.lines), ('allow', number))}: "
            f"nothing to allow: {allowed.rule} finds nothing here"
            for settings in self.project.used_settings
            for number, allowed in enumerate(settings.configuration.allow)
            if (allowed.rule, allowed.words, allowed.reason) not in used
        ]

    def _checked(self, text: str, path: str, cache: Cache | None) -> Report | Remembered:
        settings = self.project.settings(path)
        request = Request(
            text,
            path,
            self.conditions.published,
            self.conditions.as_of,
            self.project.rules(path),
            settings.configuration.dates.published,
            settings.lexicon_folders,
            self.conditions.fast,
        )
        remembered = cache.get(request) if cache and not self.conditions.whole else None
        if remembered:
            return remembered
        load_pandas()
        # An earlier version shares most of its paragraphs with the article that is there now.
        paragraphs = self.cache.paragraphs(request) if self.cache and not request.fast else None
        report = checked(request, paragraphs)
        if cache:
            cache.put(request, report, paragraphs if cache is self.cache else None)
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
            [rule.id for rule in self.project.known_rules(outcome.path)],
            [rule.id for rule in self.project.rules(outcome.path)],
            settings.configuration.require_reason,
        )

    def _thinned(self, outcome: Checked, findings: tuple[Finding, ...]) -> Thinned:
        most = self.project.settings(outcome.path).most(outcome.path)
        return thinned(outcome.article, findings, most) if most else Thinned(findings, ())

    def _new(self, findings: tuple[Finding, ...], text: str, path: str) -> tuple[Finding, ...]:
        from checker.changes import new_findings, text_before

        change = (self._changes or {})[key_of(path)]
        before = text_before(change)
        if before is None:
            return findings
        earlier_path = str(change.renamed_from) if change.renamed_from else path
        earlier = self._settled(self._checked(before, earlier_path, self._earlier), before)
        return new_findings(findings, earlier.findings, text, before)

    def _matcher(self, path: str) -> Matcher | None:
        """What matches findings with the baseline of the article at `path`; None where there is none."""
        file = self.baseline_file(path)
        if file not in self._matchers:
            if _is_missing(file):
                self._matchers[file] = None
                return None
            from checker.baseline import read_baseline

            baseline = read_baseline(file)
            day = self.conditions.as_of
            if day is None and any(entry.until for entry in baseline.entries):
                day = dt.date.today()  # the one thing that a day decides here is whether a decision has run out
            self._matchers[file] = baseline.matcher(day, lambda name: (file.parent / name).exists())
        return self._matchers[file]

    def baseline_file(self, path: str) -> Path:
        """The baseline file that holds for the article at `path`, whether it exists or not."""
        return self.conditions.baseline or self.project.settings(path).baseline

    def _known_as(self, path: str) -> str:
        from checker.baseline import name_in

        return name_in(self.baseline_file(path), path)


def _is_missing(file: Path) -> bool:
    """Whether there is no such file; of one that cannot be looked at, whoever reads it says why."""
    try:
        file.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def key_of(path: str | Path) -> str:
    """The one path of a file, by which it is known whatever way leads to it."""
    return os.path.realpath(path)


def default_cache() -> Path | None:
    """The folder of the cache that holds for the current folder; None where that belongs to no project."""
    folder = home(Path.cwd())
    return folder / FOLDER_NAME if folder else None


def _changes(diff: str) -> dict[str, Change]:
    """The changed articles, by the one path of each."""
    from checker.changes import changes_in, changes_since

    if diff == STANDARD_INPUT:
        here = Path.cwd()
        root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
        changes = changes_in(sys.stdin.buffer.read().decode("utf-8", "surrogateescape"), root)
    else:
        changes = changes_since(diff, Path.cwd())
    return {key_of(change.path): change for change in changes}
