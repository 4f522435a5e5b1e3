"""Baselines, configurations, caches, changes and several outputs, from the command line."""

import io
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checker.cli.init import TEMPLATE
from checker.configuration import load

BASELINE = Path("subeditor-baseline.jsonl")


def entries() -> list[dict[str, str]]:
    return [json.loads(line) for line in BASELINE.read_text(encoding="utf-8").splitlines()]


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def test_several_outputs_at_once(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "a clash")
    write("b.md", "perhaps")
    names = ["json", "jsonl", "sarif", "gitlab", "junit", "rdjson", "rdjsonl", "markdown", "github", "html", "concise"]
    result = run("check", ".", *(part for name in names for part in ("--output", f"{name}:out.{name}")))
    assert len(calls) == 2 and result.code == 1
    assert result.out.startswith("a.md:1:3: error")
    for name in names:
        text = Path(f"out.{name}").read_text(encoding="utf-8")
        assert re.search(r"a(\.|&#46;)md", text), name
    assert len(json.loads(Path("out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == 2
    assert sorted(path.name for path in Path("out-articles").iterdir())[0].endswith("a.html")


def test_one_output_is_shown_on_the_screen(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "a clash")
    result = run("check", "a.md", "--output", "json:-", "--output", "concise:a.txt")
    assert json.loads(result.out)["articles"][0]["path"] == "a.md"
    assert Path("a.txt").read_text(encoding="utf-8").startswith("a.md:1:3: error")


@pytest.mark.parametrize(
    ("outputs", "words"),
    [
        (["sarif:x", "json:x"], "Two outputs go to one place"),
        (["sarif:"], "names no file"),
        (["html:-"], "an HTML report needs a file"),
        (["html:a.md"], "a.md is one of the articles"),
        (["sarif:a.md"], "a.md is one of the articles"),
        (["sarif:no/x"], "no/x cannot be written"),
        (["html:a.md/x.html"], "cannot be written"),
    ],
)
def test_outputs_that_cannot_be(run: Callable[..., Any], calls: list[Any], outputs: list[str], words: str) -> None:
    write("a.md", "a clash")
    result = run("check", "a.md", *(part for output in outputs for part in ("--output", output)))
    assert (result.code, result.out) == (2, "")
    assert words in " ".join(result.err.split())
    assert Path("a.md").read_text(encoding="utf-8") == "a clash"


def test_a_baseline_from_start_to_end(run: Callable[..., Any], calls: list[Any]) -> None:
    write("news/a.md", "a clash")
    write("b.md", "perhaps")
    assert run("baseline", "update").code == 0
    assert [(one["path"], one["decision"]) for one in entries()] == [("b.md", "auto"), ("news/a.md", "auto")]
    hidden = run("check", ".")
    assert (hidden.code, hidden.out) == (0, "") and "(2 more in the baseline)" in hidden.err
    assert run("check", ".", "--no-baseline").code == 1

    write("c.md", "a clash")
    assert run("check", ".").code == 1
    refused = run("baseline", "update")
    assert refused.code == 1 and "1 new finding was not accepted: --grow" in refused.err and len(entries()) == 2
    assert run("baseline", "update", "--grow", "c.md").code == 0
    assert len(entries()) == 3 and run("check", ".").code == 0

    Path("c.md").rename("moved.md")
    assert run("check", ".").code == 0
    assert run("baseline", "update").code == 0
    assert [one["path"] for one in entries()] == ["b.md", "moved.md", "news/a.md"]

    write("b.md", "all well")
    Path("moved.md").unlink()
    assert run("baseline", "prune").code == 0
    assert [one["path"] for one in entries()] == ["news/a.md"]
    shown = run("baseline", "stats").out
    assert "1 accepted finding" in shown and "conflicting-quantity" in shown


def test_what_a_person_decided_stays(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "a clash")
    assert run("baseline", "update").code == 0
    decision = {"article": "a.md", "fingerprint": entries()[0]["fingerprint"], "rule": "conflicting-quantity"}
    decision |= {"decision": "fine", "reason": "quote", "note": "said in 2019"}
    write("decisions.json", json.dumps({"schema": 1, "decisions": [decision]}))
    assert run("baseline", "import", "decisions.json", "--by", "Ann").code == 0
    assert entries()[0] | {"decision": "dismissed", "reason": "quote: said in 2019", "by": "Ann"} == entries()[0]
    assert run("baseline", "update", "--grow").code == 0
    assert [one["by"] for one in entries()] == ["Ann"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "subeditor-baseline.jsonl:1: this is no entry of a baseline"),
        ("\n<<<<<<< HEAD", "subeditor-baseline.jsonl:2: this is no entry of a baseline: the mark of a merge conflict"),
        ('{"path": "a.md"}', "fingerprint: field required"),
    ],
)
@pytest.mark.parametrize("command", [["check", "a.md"], ["baseline", "update"], ["baseline", "stats"]])
def test_a_malformed_baseline(
    run: Callable[..., Any], calls: list[Any], command: list[str], text: str, words: str
) -> None:
    write("a.md", "a clash")
    write(str(BASELINE), text)
    result = run(*command)
    assert (result.code, result.out) == (2, "") and words in result.err
    assert BASELINE.read_text(encoding="utf-8") == text


def test_a_failure_loses_no_entry(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "a clash")
    assert run("baseline", "update").code == 0
    Path("a.md").write_bytes(b"\xff clash")
    write("b.md", "all well")
    assert run("baseline", "prune").code == 0 and len(entries()) == 1


def test_configuration_decides(run: Callable[..., Any], calls: list[Any]) -> None:
    write("subeditor.toml", "fail-on = 'warning'\nexclude = ['drafts']\n[severity]\nconflicting-quantity = 'note'\n")
    for name in ("a.md", "drafts/b.md"):
        write(name, "perhaps")
    assert run("check", ".").code == 1
    assert [call.path for call in calls] == ["a.md"]
    calls.clear()
    assert run("check", ".", "--isolated").code == 0
    assert [call.path for call in calls] == ["a.md", "drafts/b.md"]
    shown = json.loads(run("check", ".", "--show-settings").out)
    assert [(one["path"], one["excluded"]) for one in shown] == [("a.md", False), ("drafts/b.md", True)]
    assert shown[0]["rules"]["conflicting-quantity"] == "note"
    assert shown[0]["settings"]["fail-on"] == "warning"


def test_excluded_articles_are_no_failure(run: Callable[..., Any], calls: list[Any]) -> None:
    write("subeditor.toml", "exclude = ['drafts']")
    write("drafts/a.md", "a clash")
    assert run("check", "drafts/a.md").code == 0 and calls == []
    assert run("baseline", "update", "drafts/a.md").code == 0 and not BASELINE.exists()


def test_a_wrong_configuration(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "a clash")
    write(
        "subeditor.toml",
        "[severity]\nvaguenes = 'off'\n[options.vague-quantiti]\nallow = []\n[[allow]]\nrule = 'vague-time'",
    )
    result = run("check", "a.md")
    assert (result.code, result.out, calls) == (2, "", [])
    lines = result.err.splitlines()
    assert [re.search(r"subeditor\.toml:(\d+): ", line)[1] for line in lines] == ["2", "3", "5"]  # type: ignore[index]
    assert 'Did you mean "vagueness"?' in lines[0] and "gives no reason" in lines[2]


def test_claims_are_read_as_the_house_dates_them(run: Callable[..., Any]) -> None:
    write("subeditor.toml", "[dates]\npublished = ['written']")
    write("a.md", "---\nwritten: 2019-03-04\ndate: 2026-01-01\n---\nIt has 12 rooms.\n")
    assert run("claims", "a.md").out.startswith("a.md: published 2019-03-04")
    assert run("claims", "a.md", "--isolated").out.startswith("a.md: published 2026-01-01")


def test_rules_of_the_house(run: Callable[..., Any]) -> None:
    rule = """summary = "A house rule"
severity = "note"
message = "{a.text} and {b.text}"
why = "It is so."
[pair]
same = ["measure"]
flag = "disjoint"
"""
    write("house/style/no-clash.toml", rule)
    write("subeditor.toml", "rules = ['house']")
    assert "no-clash" in run("rules").out and "A house rule" in run("explain", "no-clash").out


def test_suppressions(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "<!-- subeditor-disable-file conflicting-quantity -- a quotation -->\n\na clash")
    result = run("check", "a.md")
    assert (result.code, result.out) == (0, "") and "1 suppressed" in result.err
    write("a.md", "<!-- subeditor-disable-file conflicting-quantity -->\n\na clash")
    result = run("check", "a.md", "--format", "concise")
    assert result.code == 1 and "note invalid-suppression" in result.out
    write("a.md", "<!-- subeditor-disable-file conflicting-quantity -- x -->\n\nall well")
    assert "note unused-suppression" in run("check", "a.md", "--format", "concise").out


def test_the_report_lists_what_was_set_aside(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "<!-- subeditor-disable-file conflicting-quantity -- said in a quotation -->\n\na clash")
    write("b.md", "a clash")
    assert run("baseline", "update", "b.md").code == 0
    assert run("report", "a.md", "-o", "a.html").code == 0
    assert "said in a quotation" in Path("a.html").read_text(encoding="utf-8")
    assert run("check", "b.md", "-o", "html:b.html").code == 0
    assert "baseline" in Path("b.html").read_text(encoding="utf-8")
    assert "said in a quotation" not in Path("b.html").read_text(encoding="utf-8")


def test_a_rule_that_speaks_too_often_is_held_back(run: Callable[..., Any]) -> None:
    text = "A large number of homes lost power. They have met several times. Dozens of people were hurt.\n"
    write("a.md", text)
    check = ("check", "a.md", "--fail-on", "note", "--format", "concise", "--no-cache")
    assert run(*check).out.count("vague-quantity") == 3
    write("subeditor.toml", "[options.vague-quantity]\nmost-per-1000-words = 1")
    shown = run(*check)
    assert shown.out.count("vague-quantity") == 1 and "how many? (2 more like it are held back)" in shown.out
    assert "2 held back" in shown.err
    run("check", "a.md", "-o", "html:a.html")
    assert "too many of one rule" in Path("a.html").read_text(encoding="utf-8")
    assert run("baseline", "update", "a.md").code == 0
    assert run(*check).code == 0  # the baseline holds those held back too


def test_horizons_are_for_rules_that_have_them(run: Callable[..., Any]) -> None:
    write("subeditor.toml", "[options.vague-time.horizons]\nprice = 6\n")
    write("a.md", "all well")
    result = run("check", "a.md")
    assert result.code == 2 and '"vague-time" has no horizons; stale-as-of has' in result.err


def test_horizons_of_a_house(run: Callable[..., Any]) -> None:
    text = "As of October 2025 a ticket costs £14.\n"
    write("a.md", text)
    check = ("check", "a.md", "--as-of", "2026-03-01", "--format", "concise")
    assert "stale-as-of" in run(*check).out
    write("subeditor.toml", "options = {stale-as-of = {horizons = {price = 12}}}")
    assert "stale-as-of" not in run(*check).out
    write("subeditor.toml", "options = {stale-as-of = {horizons = {count = 12}}}")
    assert "stale-as-of" in run(*check).out


def test_allowances(run: Callable[..., Any], calls: list[Any]) -> None:
    allowance = "[[allow]]\nrule = 'conflicting-quantity'\nreason = 'x'\nwords = '{}'\n"
    write("subeditor.toml", allowance.format("clash") + allowance.format("perhaps"))
    write("a.md", "a clash")
    result = run("check", "a.md", "--verbose")
    assert result.code == 0 and "1 suppressed" in result.err
    assert "subeditor.toml:5: nothing to allow: conflicting-quantity" in result.err
    assert "subeditor.toml:1:" not in result.err


def test_only_what_a_commit_has_brought(
    run: Callable[..., Any], calls: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    write("old.md", "a clash")
    write("a.md", "all well")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *command], check=True)
    nothing = run("check", ".", "--diff", "HEAD")
    assert (nothing.code, nothing.out, calls) == (0, "", [])
    write("old.md", "A longer beginning, a clash")
    write("a.md", "all well, a clash")
    result = run("check", "--diff", "HEAD", "--format", "concise", "--no-cache")
    assert result.code == 1
    assert [line.split(":")[0] for line in result.out.splitlines()] == ["a.md"]
    assert run("check", "--diff", "nowhere").code == 2


def test_what_is_found_is_remembered(run: Callable[..., Any], calls: list[Any]) -> None:
    write("subeditor.toml", "")
    write("a.md", "a clash")
    first = run("check", "a.md")
    second = run("check", "a.md")
    assert len(calls) == 1 and first.out == second.out and first.code == second.code == 1
    run("check", "a.md", "--no-cache")
    assert len(calls) == 2
    run("check", "a.md", "--cache-dir", "elsewhere")
    assert len(calls) == 3 and Path("elsewhere").is_dir()
    assert run("clean").code == 0 and not Path(".subeditor_cache").exists()
    assert "no cache" in run("clean").err
    run("check", "a.md", "--output", "html:a.html")
    assert len(calls) == 4


def test_a_cache_that_cannot_be_written(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "a clash")
    write("file", "")
    result = run("check", "a.md", "--cache-dir", "file")
    assert result.code == 1 and "What was found could not be remembered for the next run: file: " in result.err


def test_init(run: Callable[..., Any], calls: list[Any]) -> None:
    write("a.md", "a clash")
    first = run("init")
    assert first.code == 0 and "subeditor baseline update ." in first.err and calls == []
    assert Path("subeditor.toml").read_bytes() == TEMPLATE.read_bytes()
    write("subeditor.toml", "fail-on = 'note'")
    second = run("init", "--baseline")
    assert "stays as it is" in second.err and len(entries()) == 1
    assert Path("subeditor.toml").read_text(encoding="utf-8") == "fail-on = 'note'"
    assert run("init", "new/folder").code == 0 and Path("new/folder/subeditor.toml").is_file()
    assert run("init", "a.md/folder").code == 2


@pytest.mark.parametrize(("answer", "accepted"), [("y\n", True), ("\n", False), ("no\n", False), ("", False)])
def test_init_asks_at_a_terminal(
    run: Callable[..., Any], calls: list[Any], monkeypatch: pytest.MonkeyPatch, answer: str, accepted: bool
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    write("a.md", "a clash")
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    assert run("init").code == 0
    assert "[y/N]" in shown.getvalue() and BASELINE.exists() is accepted


def test_every_line_of_the_template_holds(tmp_path: Path) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    lines = [re.sub(r"^# (?=[a-z0-9-]+ = |\[)", "", line) for line in text.splitlines()]
    for folder in ("house-rules", "house-lexicon"):
        (tmp_path / folder).mkdir()
    file = tmp_path / "subeditor.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    assert len(tomllib.loads(file.read_text(encoding="utf-8"))) >= 10
    load(file)
    file.write_text(text, encoding="utf-8")
    assert load(file).configuration.fail_on == "error"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    environment = {**os.environ, "_SUBEDITOR_COMPLETE": f"source_{shell}"}
    done = subprocess.run(
        [sys.executable, "-c", "from checker.__main__ import main; main()"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert "_SUBEDITOR_COMPLETE" in done.stdout and "complet" in done.stdout
