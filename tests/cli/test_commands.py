"""The other commands, and what a start costs."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker import __version__
from checker.cli.demo import EXAMPLE


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["rules"], ["explain", "conflicting-quantity"], ["check", "--help"]]
)
def test_light_commands_import_neither_spacy_nor_pandas(arguments: list[str]) -> None:
    code = (
        "import sys; from checker.cli.application import run; code = run(sys.argv[1:]);"
        "print([name for name in ('spacy', 'pandas', 'numpy') if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    result = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    assert result.stdout
    assert result.stderr == "[]\n"


def test_importing_the_package_is_light() -> None:
    code = "import sys, checker; sys.exit(bool({'spacy', 'pandas', 'pydantic', 'typer'} & set(sys.modules)))"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_fast_check_loads_no_language_model(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("It opens on Thursday 15 May 2024. You have thirty (45) days.", encoding="utf-8")
    code = (
        "import sys; from checker.cli.application import run; code = run(sys.argv[1:]);"
        "print('spacy' in sys.modules, file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, "check", str(tmp_path), "--fast", "--quiet", "--format", "concise"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 1 and result.stderr == "False\n"
    assert "weekday-mismatch" in result.stdout and "words-vs-figures" in result.stdout


NOT_FOR_A_PLAIN_CHECK = (
    "checker.articles.html",
    "checker.articles.word",
    "checker.articles.word_styles",
    "checker.audit",
    "checker.baseline",
    "checker.changes",
    "checker.output.github",
    "checker.output.gitlab",
    "checker.output.json",
    "checker.output.jsonl",
    "checker.output.junit",
    "checker.output.markdown",
    "checker.output.rdjson",
    "checker.output.report",
    "checker.output.sarif",
    "checker.output.word",
    "dask",
    "docx",
    "jinja2",
    "lxml",
    "pyarrow",
    "spacy.cli",
    "xml.sax",
)


def test_a_plain_check_loads_only_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "The museum opened in 1998. Since the museum opened in 1996, it grew.", encoding="utf-8"
    )
    code = (
        "import sys; from checker.cli.application import run; code = run(sys.argv[2:]);"
        "print(sorted(set(sys.argv[1].split()) & set(sys.modules)), file=sys.stderr); sys.exit(code)"
    )
    command = [sys.executable, "-c", code, " ".join(NOT_FOR_A_PLAIN_CHECK), "check", str(tmp_path / "a.md"), "--quiet"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "1998" in result.stdout
    assert result.stderr == "[]\n"


def test_a_fast_check_with_no_fast_rule(run: Callable[..., Any], tmp_path: Path) -> None:
    result = run("check", str(tmp_path), "--fast", "--select", "negation-conflict")
    assert result.code == 2
    assert "--fast leaves no rule to check with. Those it can apply:" in result.err and "weekday-mismatch" in result.err


def test_version(run: Callable[..., Any]) -> None:
    assert run("--version").out == f"subeditor {__version__}\n"


def test_unknown_command(run: Callable[..., Any]) -> None:
    result = run("chck", "a.md")
    assert result.code == 2
    assert "Did you mean 'check'?" in result.err


def test_rules_are_listed(run: Callable[..., Any]) -> None:
    lines = run("rules").out.splitlines()
    assert "contradiction" in lines
    assert any(line.split()[:2] == ["conflicting-quantity", "error"] for line in lines)
    listed = json.loads(run("rules", "--format", "json").out)
    assert {"id", "pack", "severity", "summary"} <= listed[0].keys()
    assert [rule["id"] for rule in listed] == [line.split()[0] for line in lines if line.startswith("  ")]


def test_a_rule_is_explained(run: Callable[..., Any]) -> None:
    assert "The same thing is given two amounts" in run("explain", "conflicting-quantity").out
    result = run("explain", "conflicting-quantty")
    assert (result.code, result.out) == (2, "")
    assert 'Did you mean "conflicting-quantity"?' in result.err


@pytest.mark.parametrize(
    ("output_format", "beginning"),
    [("table", "a.md: no date of its own\n"), ("csv", "claim,article,zone,"), ("json", "{")],
)
def test_claims_are_shown(run: Callable[..., Any], calls: list[Any], output_format: str, beginning: str) -> None:
    Path("a.md").write_text("over 200 sanctions", encoding="utf-8")
    result = run("claims", "a.md", "--format", output_format)
    assert result.code == 0
    assert result.out.startswith(beginning)
    assert "over 200 sanctions" in result.out
    assert calls[0].rules == ()


def test_parquet_needs_a_file(run: Callable[..., Any], calls: list[Any]) -> None:
    Path("a.md").write_text("text", encoding="utf-8")
    refused = run("claims", "a.md", "--format", "parquet")
    assert refused.code == 2 and "--output" in refused.err
    assert run("claims", "a.md", "--format", "parquet", "--output", "claims.parquet").code == 0
    assert Path("claims.parquet").read_bytes()[:4] == b"PAR1"


def test_claims_of_a_missing_file(run: Callable[..., Any], calls: list[Any]) -> None:
    result = run("claims", "missing.md")
    assert (result.code, result.out) == (2, "")
    assert "missing.md: there is no such file or folder." in result.err


def test_demo_writes_an_article_once(run: Callable[..., Any], calls: list[Any]) -> None:
    first = run("demo", "new/folder")
    article = Path("new/folder/subeditor-demo.md")
    assert first.code == 0 and f"Wrote {article}" in first.err
    assert article.read_bytes() == EXAMPLE.read_bytes()
    article.write_text("a clash", encoding="utf-8")
    second = run("demo", "new/folder")
    assert second.code == 0 and "stays as it is" in second.err
    assert second.out.startswith(f"{article}:1:3: error")
    assert article.read_text(encoding="utf-8") == "a clash"


def test_demo_where_nothing_can_be_written(run: Callable[..., Any], calls: list[Any]) -> None:
    Path("file").touch()
    result = run("demo", "file")
    assert (result.code, result.out) == (2, "")
    assert "cannot be written" in result.err
