"""The formats in which findings can be shown, by name; all but text are loaded where they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, cast

from checker.output.run import Run
from checker.output.text import concise, text
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


def _of(module: str, function: str) -> Writer:
    def write(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str] | Iterator[bytes]:
        return cast("Writer", getattr(import_module(f"checker.output.{module}"), function))(outcomes, run)

    return write


def _document(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    from checker.output.json import document

    return document(outcomes)


FORMATS: dict[str, Writer] = {
    "text": _each(text),
    "concise": _each(concise),
    "json": _document,
    "jsonl": _of("jsonl", "lines"),
    "sarif": _of("sarif", "sarif"),
    "github": _of("github", "workflow_commands"),
    "gitlab": _of("gitlab", "code_quality"),
    "junit": _of("junit", "suites"),
    "rdjson": _of("rdjson", "rdjson"),
    "rdjsonl": _of("rdjson", "rdjsonl"),
    "markdown": _of("markdown", "comment"),
    "docx": _of("word", "reviewed"),
}
