"""`subeditor audit`."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.console import Messages
from checker.cli.project import Project
from checker.errors import ConfigurationError
from checker.judge.finding import Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from checker.audit.conclusion import Summary
    from checker.audit.options import AuditOptions
    from checker.baseline import Entry


@dataclass(frozen=True, slots=True)
class AuditArguments:
    """The arguments of `audit` as they were given, dates and names read."""

    archive: Path
    out: Path = Path("audit")
    judge_only: bool = False
    columns: tuple[str, ...] = ()
    limit: int | None = None
    workers: int | None = None
    scheduler: str = ""
    resume: bool = False
    allow_mixed: bool = False
    timeout: float = 60.0
    shard_size: int = 200
    published: dt.date | None = None
    as_of: dt.date | None = None
    pages: str = "warning"
    ledger: Path | None = None
    previous: Path | None = None
    review: int = 0
    seed: int = 0
    decisions: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    use_baseline: bool = True
    config: Path | None = None
    isolated: bool = False


def run_archive_audit(arguments: AuditArguments, messages: Messages) -> int:
    """Audit an archive and return the exit code: 0 done, 2 nothing could be done, 130 interrupted."""
    options = _options(arguments)
    from checker.audit.run import run_audit

    try:
        summary = run_audit(options, _Screen(messages))
    except KeyboardInterrupt:
        messages.clear_progress()
        messages.error(f"stopped. What was done is kept; go on with: {_resumed()}")
        return 130
    messages.clear_progress()
    for line in _closing(summary, options.out):
        messages.note(line)
    return 0 if summary.articles else 2


def _options(arguments: AuditArguments) -> AuditOptions:
    try:
        from checker.audit.extraction import ExtractionOptions
        from checker.audit.judging import JudgingOptions
        from checker.audit.options import AuditOptions
    except ImportError as error:
        raise ConfigurationError(
            f"An audit needs more than a check: pip install 'subeditor[audit]' ({error})."
        ) from None
    project = Project(arguments.config, arguments.isolated, arguments.select, arguments.ignore)
    place = str(arguments.archive)
    settings = project.settings(place)
    configuration = settings.configuration
    extraction = ExtractionOptions(
        arguments.published, arguments.timeout, tuple(configuration.dates.published), settings.lexicon_folders
    )
    judging = JudgingOptions(
        rules=project.rules(place),
        selected=project.selected(place),
        as_of=arguments.as_of,
        pages=None if arguments.pages == "never" else Severity(arguments.pages),
        known=tuple(rule.id for rule in project.known_rules(place)),
        require_reason=configuration.require_reason,
        settings=settings,
        accepted=_accepted(settings.baseline, arguments.as_of) if arguments.use_baseline else (),
        reading=extraction,
    )
    return AuditOptions(
        out=arguments.archive if arguments.judge_only else arguments.out,
        archive=None if arguments.judge_only else arguments.archive,
        extraction=extraction,
        judging=judging,
        columns=_columns(arguments.columns),
        limit=arguments.limit,
        shard_size=arguments.shard_size,
        workers=(os.cpu_count() or 1) if arguments.workers is None else arguments.workers,
        scheduler=arguments.scheduler,
        resume=arguments.resume,
        allow_mixed=arguments.allow_mixed,
        ledger=arguments.ledger,
        previous=arguments.previous,
        review=arguments.review,
        seed=arguments.seed,
        decisions=arguments.decisions,
    )


def _accepted(file: Path, day: dt.date | None) -> tuple[Entry, ...]:
    """The entries of a baseline file that have not run out on `day`, today where none is given."""
    from datetime import date

    from checker.baseline import read_baseline

    entries = read_baseline(file).entries
    if day is None and any(entry.until for entry in entries):
        day = date.today()
    return tuple(entry for entry in entries if entry.holds(day))


def _columns(given: Sequence[str]) -> dict[str, str]:
    found = {}
    for one in given:
        field, equals, column = one.partition("=")
        if not equals or not column:
            raise ConfigurationError(f"--column: write FIELD=COLUMN, such as body=content, not {one!r}.")
        found[field.strip()] = column.strip()
    return found


def _closing(summary: Summary, out: Path) -> list[str]:
    severities = ", ".join(f"{number:,} {name}s" for name, number in summary.severities.items())
    lines = [
        f"{summary.articles:,} articles, {summary.claims:,} claims, {summary.findings:,} findings: {severities}",
        f"Between articles: {summary.conflicts:,} conflicts, {summary.changed:,} facts that changed over time",
    ]
    if summary.ledger:
        lines.append("Ledger: " + ", ".join(f"{number:,} {name}" for name, number in summary.ledger.items()))
    if summary.errors:
        lines.append(f"{summary.errors:,} articles could not be read; {out / 'errors.jsonl'} says why.")
    return [*lines, f"Open {out / 'report' / 'index.html'} in a browser."]


def _resumed() -> str:
    given = [one for one in sys.argv[1:] if one != "--resume"]
    return " ".join(["subeditor", *given, "--resume"])


class _Screen:
    """The command line's messages, as an audit shows its progress on them."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    @property
    def on_terminal(self) -> bool:
        return sys.stderr.isatty()

    def progress(self, message: str) -> None:
        self._messages.progress(message)

    def note(self, message: str) -> None:
        self._messages.note(message)
