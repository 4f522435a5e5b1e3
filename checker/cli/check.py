"""`subeditor check`."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.cli.console import Color, Messages, opened, style
from checker.cli.reading import check_files
from checker.errors import ConfigurationError
from checker.judge.finding import Severity
from checker.judge.load import load_rules, select_rules
from checker.output import json
from checker.output.text import concise, text
from checker.pipeline import Report

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from checker.output.terminal import Style
    from checker.pipeline import Failure


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The options of `check`, read and valid."""

    output_format: str = "text"
    output: Path | None = None
    published: dt.date | None = None
    as_of: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    stdin_filename: str = "-"
    replace: bool = False
    color: Color = Color.AUTO


@dataclass(slots=True)
class Tally:
    """What a run came to."""

    files: int = 0
    failures: int = 0
    undated: int = 0
    claims: int = 0
    severities: Counter[str] = field(default_factory=Counter)

    def counted(self, outcomes: Iterable[Report | Failure]) -> Iterator[Report | Failure]:
        """Passes `outcomes` through, counting them."""
        for outcome in outcomes:
            if isinstance(outcome, Report):
                self.files += 1
                self.undated += not (outcome.published or outcome.updated)
                self.claims += len(outcome.claims)
                self.severities.update(finding.severity.value for finding in outcome.findings)
            else:
                self.failures += 1
            yield outcome

    def summary(self) -> str:
        """One line: "2 files, 41 claims, 3 findings: 1 error, 0 warnings, 2 notes"."""
        findings = self.severities.total()
        each = ", ".join(_count(self.severities[level], level) for level in ("error", "warning", "note"))
        found = f"{_count(findings, 'finding')}: {each}" if findings else "no findings"
        failed = f"; {_count(self.failures, 'failure')}" if self.failures else ""
        return f"{_count(self.files, 'file')}, {_count(self.claims, 'claim')}, {found}{failed}"

    def exit_code(self, fail_on: str) -> int:
        """0 clean, 1 for a finding at least as grave as `fail_on`, 2 where no article could be read."""
        if not self.files:
            return 2
        if fail_on == "never":
            return 0
        grave = Severity(fail_on).rank
        return int(any(Severity(level).rank >= grave for level, count in self.severities.items() if count))


def run_check(arguments: Sequence[str], options: CheckOptions, messages: Messages) -> int:
    """Check the articles that `arguments` name, show the findings, and return the exit code."""
    started = time.perf_counter()
    rules = select_rules(load_rules(), options.select, options.ignore)
    if not rules:
        raise ConfigurationError("--select and --ignore leave no rule to check with.")
    tally = Tally()
    outcomes = tally.counted(
        check_files(
            arguments, messages, rules, options.published, options.as_of, options.stdin_filename, options.replace
        )
    )
    with opened(options.output, tuple(arguments)) as write:
        for chunk in _render(outcomes, options.output_format, style(options.color, options.output)):
            write(chunk)
    messages.note(f"{tally.summary()}   {time.perf_counter() - started:.1f} s")
    if tally.undated:
        messages.note(_undated(tally))
    return tally.exit_code(options.fail_on)


def _render(outcomes: Iterable[Report | Failure], output_format: str, dress: Style) -> Iterator[str]:
    if output_format == "json":
        yield from json.document(outcomes)
        return
    show = concise if output_format == "concise" else text
    for outcome in outcomes:
        if isinstance(outcome, Report):
            yield show(outcome, dress)


def _undated(tally: Tally) -> str:
    if tally.undated == 1:
        which = "This article" if tally.files == 1 else "1 article"
        return f"{which} names no date of its own: give one with --published."
    return f"{tally.undated:,} articles name no date of their own: give one with --published."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
