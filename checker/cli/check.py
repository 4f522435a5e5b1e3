"""`subeditor check`."""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checker.cli.console import Color, Messages, opened
from checker.cli.inspection import Conditions, Inspection
from checker.cli.project import Project
from checker.cli.sources import find_articles
from checker.cli.targets import HTML, show, targets
from checker.errors import ConfigurationError
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.pipeline import Checked


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """Where `check` shows what it found, read and valid."""

    output_format: str = "text"
    outputs: tuple[str, ...] = ()
    color: Color = Color.AUTO


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    files: int = 0
    failures: int = 0
    undated: int = 0
    claims: int = 0
    severities: Counter[str] = field(default_factory=Counter)

    def counted(self, outcomes: Iterable[Checked | Failure]) -> Iterator[Checked | Failure]:
        """Passes `outcomes` through, counting them."""
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                self.failures += 1
            else:
                self.files += 1
                self.undated += not (outcome.published or outcome.updated)
                self.claims += outcome.claim_count
                self.severities.update(finding.severity.value for finding in outcome.findings)
            yield outcome

    def summary(self, suppressed: int = 0, accepted: int = 0, held_back: int = 0) -> str:
        """One line: "2 files, 41 claims, 3 findings: 1 error, 0 warnings, 2 notes (5 more in the baseline)"."""
        findings = self.severities.total()
        each = ", ".join(_count(self.severities[level], level) for level in ("error", "warning", "note"))
        found = f"{_count(findings, 'finding')}: {each}" if findings else "no findings"
        hidden = [f"{accepted:,} more in the baseline"] if accepted else []
        hidden += [f"{suppressed:,} suppressed"] if suppressed else []
        hidden += [f"{held_back:,} held back"] if held_back else []
        found += f" ({', '.join(hidden)})" if hidden else ""
        failed = f"; {_count(self.failures, 'failure')}" if self.failures else ""
        return f"{_count(self.files, 'file')}, {_count(self.claims, 'claim')}, {found}{failed}"


def run_check(arguments: Sequence[str], conditions: Conditions, options: CheckOptions, messages: Messages) -> int:
    """Check the articles that `arguments` name, show the findings, and return the exit code.

    0: nothing as grave as asked for; 1: such findings; 2: nothing could be done.
    """
    started = time.perf_counter()
    wanted = targets(options.output_format, options.outputs)
    inspection = Inspection(replace(conditions, whole=any(target.format == HTML for target in wanted)))
    project = inspection.project
    tally = Tally()
    outcomes = tally.counted(inspection.outcomes(arguments or ["."], messages))
    fail_on = conditions.fail_on or project.settings(conditions.stdin_filename).configuration.fail_on
    show(outcomes, wanted, arguments, inspection, fail_on, options.color)
    summary = tally.summary(inspection.suppressed, inspection.accepted, inspection.held_back)
    messages.note(f"{summary}   {time.perf_counter() - started:.1f} s")
    if tally.undated:
        messages.note(_undated(tally))
    for sentence in inspection.idle_allowances():
        messages.detail(sentence)
    if inspection.cache and inspection.cache.fault:
        messages.note(f"What was found could not be remembered for the next run: {inspection.cache.fault}")
    if not tally.files:  # nothing was wrong where all was left out: excluded, or unchanged
        return 2 if tally.failures else 0
    return int(inspection.failing > 0)


def show_settings(arguments: Sequence[str], conditions: Conditions) -> int:
    """Print as JSON which configuration and which rules hold for each article that `arguments` name."""
    project = Project(conditions.config, conditions.isolated, conditions.select, conditions.ignore, conditions.fast)
    shown = []
    for path in find_articles(arguments or ["."]):
        if isinstance(path, Failure):
            raise ConfigurationError(f"{path.path}: {path.message}")
        settings = project.settings(path)
        shown.append(
            {
                "path": path,
                "configuration": str(settings.file) if settings.file else None,
                "excluded": settings.excludes(path),
                "settings": settings.configuration.model_dump(mode="json", by_alias=True),
                "rules": {rule.id: rule.severity.value for rule in project.rules(path)},
            }
        )
    with opened(None) as write:
        write(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    return 0


def _undated(tally: Tally) -> str:
    if tally.undated == 1:
        which = "This article" if tally.files == 1 else "1 article"
        return f"{which} names no date of its own: give one with --published."
    return f"{tally.undated:,} articles name no date of their own: give one with --published."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
