"""Findings as a JUnit report, for services that show tests.

There is no standard; this is the part that Jenkins, GitLab and Azure read alike, as described at
https://github.com/testmoapp/junitxml.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from checker.judge.finding import Severity
from checker.output.run import sorted_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.judge.finding import Finding
    from checker.output.run import Run
    from checker.pipeline import Checked, Failure

# Characters that XML 1.0 allows in no form: https://www.w3.org/TR/xml/#charsets
_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def suites(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """A test suite for each article, a test for each finding; one test that passed where nothing was found.

    Findings too slight to fail the run are tests that passed, with the finding as their output.
    """
    checked, failures = sorted_out(outcomes)
    root = Xml.Element("testsuites", name="subeditor")
    for one in checked:
        _suite(root, run.shown_path(one.path), one.findings, run.fail_on)
    for failure in failures:
        path = run.shown_path(failure.path)
        suite = _element(root, "testsuite", name=path, tests="1", failures="0", errors="1")
        case = _element(suite, "testcase", name="article can be read", classname=path)
        _element(case, "error", message=failure.message)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    Xml.indent(root)
    yield '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _suite(root: Xml.Element, path: str, findings: tuple[Finding, ...], fail_on: str) -> None:
    suite = _element(root, "testsuite", name=path, tests=str(max(1, len(findings))), errors="0")
    failed = 0
    for finding in findings:
        # Of two tests with one name GitLab shows the first, so the name holds the fingerprint.
        case = _element(suite, "testcase", name=f"{finding.rule} {finding.fingerprint}", classname=path)
        if fail_on != "never" and finding.severity.rank >= Severity(fail_on).rank:
            failed += 1
            failure = _element(case, "failure", message=finding.message, type=finding.severity.value)
            failure.text = _text(path, finding)
        else:
            _element(case, "system-out").text = _text(path, finding)
    if not findings:
        _element(suite, "testcase", name="nothing found", classname=path)
    suite.set("failures", str(failed))


def _text(path: str, finding: Finding) -> str:
    lines = [f"{finding.severity.value}: {finding.message}"]
    lines += [f"{path}:{place.line}:{place.column}: {place.quote}" for place in finding.locations]
    lines += [words for words in (finding.why, finding.remedy) if words]
    return _allowed("\n".join(lines))


def _element(parent: Xml.Element, tag: str, **attributes: str) -> Xml.Element:
    return Xml.SubElement(parent, tag, {name: _allowed(value) for name, value in attributes.items()})


def _allowed(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
