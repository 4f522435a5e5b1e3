"""Runs the command line in this process, with a stand-in for the pipeline."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.cli.application import run as run_application
from checker.judge.finding import Severity
from checker.pipeline import Report

GRAVITY = {"clash": Severity.ERROR, "perhaps": Severity.WARNING, "vague": Severity.NOTE}


class Result(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


class Call(NamedTuple):
    """What the pipeline was asked."""

    path: str
    text: str
    published: dt.date | None
    as_of: dt.date | None
    rules: tuple[str, ...]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """run("check", "a.md"): runs the command in an empty folder of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Result:
        code = run_application(list(arguments))
        return Result(code, *capsys.readouterr())

    return run


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, make_report: Callable[..., Report]) -> list[Call]:
    """Puts a stand-in for `checker.check` and lists the calls to it.

    It finds the words "clash" (an error), "perhaps" (a warning) and "vague" (a note), and fails on "explode".
    """
    made: list[Call] = []

    def check(
        text: str,
        path: str,
        published: dt.date | None,
        as_of: dt.date | None,
        rules: Sequence[object],
        **house: object,
    ) -> Report:
        made.append(Call(path, text, published, as_of, tuple(rule.id for rule in rules)))  # type: ignore[attr-defined]
        if "explode" in text:
            raise ZeroDivisionError("division by zero")
        word = next((word for word in GRAVITY if word in text), None)
        found = [(word,)] if word else []
        severity = GRAVITY[word] if word else Severity.NOTE
        return make_report(text, *found, path=path, severity=severity, published=published, rows=({"text": text},))

    monkeypatch.setattr("checker.cli.reading.check", check)
    return made
