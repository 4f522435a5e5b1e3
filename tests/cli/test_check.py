"""`subeditor check`: exit codes, formats, and one broken file among good ones."""

import datetime as dt
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("all well", [], 0),
        ("a clash", [], 1),
        ("perhaps", [], 0),
        ("perhaps", ["--fail-on", "warning"], 1),
        ("vague", ["--fail-on", "warning"], 0),
        ("vague", ["--fail-on", "note"], 1),
        ("a clash", ["--fail-on", "note"], 1),
        ("a clash", ["--fail-on", "never"], 0),
        ("a clash", ["--exit-zero"], 0),
    ],
)
def test_exit_code(run: Callable[..., Any], calls: list[Any], text: str, options: list[str], code: int) -> None:
    Path("a.md").write_text(text, encoding="utf-8")
    assert run("check", "a.md", *options).code == code


def test_one_bad_file_does_not_stop_the_others(run: Callable[..., Any], calls: list[Any]) -> None:
    Path("a.md").write_bytes(b"")
    Path("b.md").write_text("explode", encoding="utf-8")
    Path("c.md").write_text("a clash", encoding="utf-8")
    result = run("check", "missing.md", "a.md", "b.md", "c.md")
    assert result.code == 1
    assert result.out.startswith("c.md:1:3: error conflicting-quantity")
    for said in ("missing.md: there is no", "a.md: this file is empty", "b.md: something went wrong inside subeditor"):
        assert f"subeditor: {said}" in result.err
    assert "1 file, 1 claim, 1 finding: 1 error, 0 warnings, 0 notes; 3 failures" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    "arguments", [["missing.md"], ["empty.md"], ["folder"], ["*.html"], ["binary.md", "missing.md"]]
)
def test_exit_code_2_where_nothing_could_be_done(
    run: Callable[..., Any], calls: list[Any], arguments: list[str]
) -> None:
    Path("empty.md").touch()
    Path("folder").mkdir()
    Path("binary.md").write_bytes(b"\x00\x01")
    result = run("check", *arguments)
    assert (result.code, result.out, calls) == (2, "", [])
    assert result.err.count("subeditor: ") == len(arguments)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--published", "yesterday"], "--published: 'yesterday' is not a date. Write year, month and day"),
        (["--as-of", "2026-13-01"], "--as-of: '2026-13-01' is not a date"),
        (["--select", "conflicting-quantiti"], 'Did you mean "conflicting-quantity"?'),
        (["--ignore", "arithmetics"], 'Did you mean "arithmetic"?'),
        (["--select", "arithmetic", "--ignore", "arithmetic"], "leave no rule"),
        (["--format", "yaml"], "'yaml' is not one of 'text', 'concise', 'json'"),
        (["--output", "no/such/folder.txt"], "no/such/folder.txt cannot be written: no such file or directory"),
        (["--output", "a.md"], "a.md is one of the articles to read"),
    ],
)
def test_wrong_options(run: Callable[..., Any], calls: list[Any], options: list[str], words: str) -> None:
    Path("a.md").write_text("a clash", encoding="utf-8")
    result = run("check", "a.md", *options)
    assert (result.code, result.out, calls) == (2, "", [])
    assert words in " ".join(result.err.split())
    assert Path("a.md").read_text(encoding="utf-8") == "a clash"


def test_formats(run: Callable[..., Any], calls: list[Any]) -> None:
    Path("a.md").write_text("a clash", encoding="utf-8")
    assert "  = why:  Both give" in run("check", "a.md").out
    assert run("check", "a.md", "--format", "concise").out == (
        "a.md:1:3: error conflicting-quantity clash and clash disagree\n"
    )
    document = json.loads(run("check", "a.md", "missing.md", "--format", "json").out)
    assert [article["path"] for article in document["articles"]] == ["a.md"]
    assert document["errors"] == [{"path": "missing.md", "message": "there is no such file or folder."}]


def test_json_tells_failures_even_where_nothing_was_read(run: Callable[..., Any], calls: list[Any]) -> None:
    result = run("check", "missing.md", "--format", "json")
    assert result.code == 2
    assert [error["path"] for error in json.loads(result.out)["errors"]] == ["missing.md"]


def test_output_goes_to_the_file_alone(run: Callable[..., Any], calls: list[Any]) -> None:
    Path("a.md").write_text("a “clash”", encoding="utf-8")
    shown = run("check", "a.md").out
    result = run("check", "a.md", "--output", "findings.txt")
    assert (result.out, result.code) == ("", 1)
    assert Path("findings.txt").read_bytes().decode() == shown
    assert sorted(path.name for path in Path().iterdir()) == ["a.md", "findings.txt"]


def test_dates_and_rules_reach_the_pipeline(run: Callable[..., Any], calls: list[Any]) -> None:
    Path("a.md").write_text("text", encoding="utf-8")
    run("check", "a.md", "--published", "2026-02-10", "--as-of", "2026-03-01", "--select", "contradiction,arithmetic")
    run(
        "check",
        "a.md",
        "--as-of",
        "today",
        "--select",
        "contradiction",
        "--select",
        "arithmetic",
        "--ignore",
        "arithmetic",
    )
    first, second = calls
    assert (first.published, first.as_of) == (dt.date(2026, 2, 10), dt.date(2026, 3, 1))
    assert (second.published, second.as_of) == (None, dt.date.today())
    assert "conflicting-quantity" in second.rules and "shares-not-100" not in second.rules
    assert {"conflicting-quantity", "shares-not-100"} <= set(first.rules) and "deadline-passed" not in first.rules


def test_standard_input(run: Callable[..., Any], calls: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("a clash, née".encode())))
    result = run("check", "-", "--stdin-filename", "news/a.html")
    assert result.out.startswith("news/a.html:1:3: error")
    assert (calls[0].path, calls[0].text) == ("news/a.html", "a clash, née")


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_color(
    run: Callable[..., Any],
    calls: list[Any],
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    environment: dict[str, str],
    colored: bool,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    Path("a.md").write_text("a clash", encoding="utf-8")
    assert ("\x1b[" in run("check", "a.md", *options).out) is colored


def test_quiet_and_verbose(run: Callable[..., Any], calls: list[Any]) -> None:
    Path("a.md").write_text("a clash", encoding="utf-8")
    assert run("check", "a.md", "--quiet").err == ""
    assert "names no date of its own: give one with --published" in run("check", "a.md").err
    assert "a.md: published 2026-02-10" in run("check", "a.md", "--published", "2026-02-10", "-v").err


def test_the_same_run_gives_the_same_bytes(run: Callable[..., Any], calls: list[Any]) -> None:
    for name in ("b.md", "a.md"):
        Path(name).write_text("a clash", encoding="utf-8")
    assert run("check", ".", "--format", "json").out == run("check", ".", "--format", "json").out
