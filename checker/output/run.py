"""What outputs need to know of a run besides what was found."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from checker.output.terminal import Style
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.judge.finding import Finding
    from checker.judge.rule import Rule
    from checker.pipeline import Checked


@dataclass(frozen=True, slots=True)
class Run:
    """The rules that were applied, and how to show what they found.

    `root` is the absolute path of the repository's folder: services want paths relative to it. `source_url` is where
    the repository's files can be read, up to the path, or "". `fail_on` is the least severity that fails the run.
    """

    rules: Sequence[Rule] = ()
    root: str = ""
    source_url: str = ""
    fail_on: str = "error"
    style: Style = field(default_factory=Style)

    def shown_path(self, path: str) -> str:
        """`path` relative to the root where it lies inside, with forward slashes."""
        if self.root:
            absolute = os.path.abspath(path)  # noqa: PTH100 (links are left alone)
            if absolute.startswith(self.root.rstrip("/\\") + os.sep):
                path = os.path.relpath(absolute, self.root)
        return PurePath(path).as_posix()

    def source_link(self, path: str, line: int, end_line: int) -> str:
        """The address of lines of an article, "" where the repository's is not known."""
        if not self.source_url:
            return ""
        lines = f"#L{line}" if line == end_line else f"#L{line}-L{end_line}"
        return f"{self.source_url.rstrip('/')}/{quote(self.shown_path(path))}{lines}"


def sorted_out(outcomes: Iterable[Checked | Failure]) -> tuple[list[Checked], list[Failure]]:
    """The articles that were checked, and those that could not be."""
    checked: list[Checked] = []
    failures: list[Failure] = []
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            checked.append(outcome)
    return checked, failures


def ranked(checked: Iterable[Checked]) -> list[tuple[Checked, Finding]]:
    """All findings, the gravest first, else in the order of articles and positions."""
    pairs = [(one, finding) for one in checked for finding in one.findings]
    return sorted(pairs, key=lambda pair: -pair[1].severity.rank)


def counted(numbers: Mapping[str, int]) -> str:
    """`{"error": 1, "note": 2}` in words: "1 error, 2 notes"; "nothing found" where all are 0."""
    words = [f"{number:,} {name}{'' if number == 1 else 's'}" for name, number in numbers.items() if number]
    return ", ".join(words) or "nothing found"
