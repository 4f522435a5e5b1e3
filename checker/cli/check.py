"""`subeditor check`."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cache import FOLDER_NAME
from checker.changes import Change, changes_in, changes_since
from checker.cli.console import Color, Messages, opened
from checker.cli.inspection import Conditions, Inspection, key_of
from checker.cli.project import Project, home
from checker.cli.reading import check_files
from checker.cli.sources import STANDARD_INPUT, find_articles
from checker.cli.targets import show, targets
from checker.errors import ConfigurationError
from checker.pipeline import Failure

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from checker.pipeline import Checked


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of `check`, read and valid. `fail_on` is None where the configuration decides."""

    output_format: str = "text"
    outputs: tuple[str, ...] = ()
    published: dt.date | None = None
    as_of: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    stdin_filename: str = STANDARD_INPUT
    replace: bool = False
    color: Color = Color.AUTO
    config: Path | None = None
    isolated: bool = False
    diff: str | None = None
    baseline: Path | None = None
    use_baseline: bool = True
    cache: Path | None = None
    use_cache: bool = True


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

    def summary(self, suppressed: int = 0, accepted: int = 0) -> str:
        """One line: "2 files, 41 claims, 3 findings: 1 error, 0 warnings, 2 notes (5 more in the baseline)"."""
        findings = self.severities.total()
        each = ", ".join(_count(self.severities[level], level) for level in ("error", "warning", "note"))
        found = f"{_count(findings, 'finding')}: {each}" if findings else "no findings"
        hidden = [f"{accepted:,} more in the baseline"] if accepted else []
        hidden += [f"{suppressed:,} suppressed"] if suppressed else []
        found += f" ({', '.join(hidden)})" if hidden else ""
        failed = f"; {_count(self.failures, 'failure')}" if self.failures else ""
        return f"{_count(self.files, 'file')}, {_count(self.claims, 'claim')}, {found}{failed}"


def run_check(arguments: Sequence[str], options: CheckOptions, messages: Messages) -> int:
    """Check the articles that `arguments` name, show the findings, and return the exit code.

    0: nothing as grave as asked for; 1: such findings; 2: nothing could be done; 130: interrupted.
    """
    started = time.perf_counter()
    wanted = targets(options.output_format, options.outputs)
    project = Project(options.config, options.isolated, options.select, options.ignore)
    project.rules(options.stdin_filename)  # so that a mistake is told before anything is read
    inspection = Inspection(project, _conditions(options))
    tally = Tally()
    outcomes = check_files(
        arguments or ["."], messages, inspection, inspection.wants, options.stdin_filename, options.replace
    )
    fail_on = options.fail_on or project.settings(options.stdin_filename).configuration.fail_on
    try:
        show(tally.counted(outcomes), wanted, arguments, lambda: project.applied, fail_on, options.color)
    except KeyboardInterrupt:
        messages.error("stopped. No file was written.")
        return 130
    messages.note(
        f"{tally.summary(inspection.suppressed, inspection.accepted)}   {time.perf_counter() - started:.1f} s"
    )
    if tally.undated:
        messages.note(_undated(tally))
    if inspection.cache and inspection.cache.fault:
        messages.note(f"What was found could not be remembered for the next run: {inspection.cache.fault}")
    if not tally.files:
        return 0 if options.diff is not None and not tally.failures else 2
    return int(inspection.failing > 0)


def show_settings(arguments: Sequence[str], options: CheckOptions) -> int:
    """Print as JSON which configuration and which rules hold for each article that `arguments` name."""
    project = Project(options.config, options.isolated, options.select, options.ignore)
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


def _conditions(options: CheckOptions) -> Conditions:
    changes = None if options.diff is None else {key_of(change.path): change for change in _changes(options.diff)}
    folder = home(Path.cwd())
    cache = options.cache or (folder / FOLDER_NAME if folder else None)
    return Conditions(
        options.published,
        options.as_of,
        options.baseline,
        options.use_baseline,
        changes,
        cache if options.use_cache else None,
        options.fail_on,
    )


def _changes(diff: str) -> list[Change]:
    if diff != STANDARD_INPUT:
        return changes_since(diff, Path.cwd())
    return changes_in(sys.stdin.buffer.read().decode("utf-8", "surrogateescape"), _repository_folder())


def _repository_folder() -> Path:
    """What the paths of a diff are relative to."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def _undated(tally: Tally) -> str:
    if tally.undated == 1:
        which = "This article" if tally.files == 1 else "1 article"
        return f"{which} names no date of its own: give one with --published."
    return f"{tally.undated:,} articles name no date of their own: give one with --published."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
