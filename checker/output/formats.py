"""The formats in which findings can be shown, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from checker.output import json
from checker.output.github import workflow_commands
from checker.output.gitlab import code_quality
from checker.output.jsonl import lines
from checker.output.junit import suites
from checker.output.markdown import comment
from checker.output.rdjson import rdjson, rdjsonl
from checker.output.run import Run
from checker.output.sarif import sarif
from checker.output.text import concise, text
from checker.output.word import reviewed
from checker.pipeline import Failure

if TYPE_CHECKING:
    from checker.output.terminal import Style
    from checker.pipeline import Checked

Writer = Callable[[Iterable["Checked | Failure"], Run], Iterator[str] | Iterator[bytes]]


def _each(show: Callable[[Checked, Style], str]) -> Writer:
    def write(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
        for outcome in outcomes:
            if not isinstance(outcome, Failure):
                yield show(outcome, run.style)

    return write


def _document(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    return json.document(outcomes)


FORMATS: dict[str, Writer] = {
    "text": _each(text),
    "concise": _each(concise),
    "json": _document,
    "jsonl": lines,
    "sarif": sarif,
    "github": workflow_commands,
    "gitlab": code_quality,
    "junit": suites,
    "rdjson": rdjson,
    "rdjsonl": rdjsonl,
    "markdown": comment,
    "docx": reviewed,
}
