"""`subeditor baseline`: which findings are accepted, so that only new ones are shown."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.baseline import (
    Baseline,
    change_baseline,
    name_in,
    pruned,
    read_baseline,
    read_decisions,
    statistics,
    updated,
    with_decisions,
)
from checker.cli.console import opened
from checker.cli.inspection import Conditions, Inspection
from checker.cli.project import Project
from checker.errors import ConfigurationError
from checker.output.terminal import harmless
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from checker.cli.console import Messages
    from checker.judge.finding import Finding

    Found = Mapping[str, Sequence[Finding]]

_MOST_ARTICLES = 10  # shown by stats


def run_update(arguments: Sequence[str], conditions: Conditions, grow: bool, messages: Messages) -> int:
    """Accept what is found in the articles that `arguments` name, and let go of what is no longer found.

    A baseline that already exists takes in new findings only where `grow` says so. Returns 0; 1 where new findings were
    left out; 2 where nothing could be read.
    """
    left_out = 0

    def change(file: Path, found: Found) -> Callable[[Baseline], Baseline]:
        def apply(baseline: Baseline) -> Baseline:
            nonlocal left_out
            wanted = updated(baseline, found, _exists(file))
            if grow or not file.exists():
                return wanted
            smaller = pruned(baseline, found, _exists(file))
            left_out += len(wanted.entries) - len(smaller.entries)
            return smaller

        return apply

    code = _change(arguments, conditions, change, messages)
    if left_out:
        messages.error(f"{_findings(left_out)} not accepted: --grow lets a baseline that exists take in new ones.")
        return 1
    return code


def run_prune(arguments: Sequence[str], conditions: Conditions, messages: Messages) -> int:
    """Take out the entries whose finding is gone; 0, or 2 where nothing could be read."""

    def change(file: Path, found: Found) -> Callable[[Baseline], Baseline]:
        return lambda baseline: pruned(baseline, found, _exists(file))

    return _change(arguments, conditions, change, messages)


def run_import(decisions: Path, conditions: Conditions, by: str, messages: Messages) -> int:
    """Take over what somebody decided in a report; 0."""
    file = _file(conditions)
    entries = read_decisions(decisions, lambda path: name_in(file, path))
    if by:
        entries = [replace(entry, by=entry.by or by) for entry in entries]
    baseline = change_baseline(file, lambda before: with_decisions(before, entries))
    noun = "decision" if len(entries) == 1 else "decisions"
    messages.note(f"{file}: {len(entries):,} {noun} taken over, {_entries(baseline)} now")
    return 0


def show_statistics(conditions: Conditions) -> int:
    """Print how many entries there are of each decision, rule and article; 0."""
    file = _file(conditions)
    baseline = read_baseline(file)
    day = conditions.as_of or dt.date.today()  # whether a decision has run out is a matter of today
    lines = [f"{file}: {_entries(baseline)}"]
    for name, numbers in statistics(baseline, day).items():
        if numbers:
            lines += ["", f"{name}:" if name != "expired" else "expired, by day:", *_table(numbers)]
    with opened(None) as write:
        write("".join(f"{harmless(line)}\n" for line in lines))
    return 0


def _table(numbers: Counter[str]) -> list[str]:
    """The most frequent names with their numbers, alike ones in order of name."""
    listed = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    rows = [f"  {number:>6,}  {name}" for name, number in listed[:_MOST_ARTICLES]]
    more = len(listed) - _MOST_ARTICLES
    return [*rows, f"          and {more:,} more"] if more > 0 else rows


def _change(
    arguments: Sequence[str],
    conditions: Conditions,
    change: Callable[[Path, Found], Callable[[Baseline], Baseline]],
    messages: Messages,
) -> int:
    """Inspect the articles and change each baseline that holds for some of them."""
    inspection = Inspection(replace(conditions, use_baseline=False, hold_back=False))
    found: defaultdict[Path, dict[str, Sequence[Finding]]] = defaultdict(dict)
    failed = False
    for outcome in inspection.outcomes(arguments or ["."], messages):
        if isinstance(outcome, Failure):
            failed = True
        else:
            file = inspection.baseline_file(outcome.path)
            found[file][name_in(file, outcome.path)] = outcome.findings
    for file, findings in found.items():
        before = len(read_baseline(file).entries)
        baseline = change_baseline(file, change(file, findings))
        messages.note(f"{file}: {_entries(baseline)}, {before:,} before")
    return 2 if failed and not found else 0


def _file(conditions: Conditions) -> Path:
    """The baseline file that holds for the current folder."""
    if conditions.baseline:
        return conditions.baseline
    settings = Project(conditions.config, conditions.isolated).settings(conditions.stdin_filename)
    if not settings.baseline.parent.is_dir():
        raise ConfigurationError(f"{settings.baseline}: there is no such folder")
    return settings.baseline


def _exists(file: Path) -> Callable[[str], bool]:
    return lambda name: (file.parent / name).exists()


def _entries(baseline: Baseline) -> str:
    number = len(baseline.entries)
    return f"{number:,} accepted finding{'' if number == 1 else 's'}"


def _findings(number: int) -> str:
    return f"{number:,} new finding{' was' if number == 1 else 's were'}"
