"""Findings in SARIF 2.1.0, for GitHub code scanning and other viewers.

Standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. Limits and what GitHub reads of it:
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.output.run import ranked, sorted_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.judge.finding import Finding, Location
    from checker.judge.rule import Rule
    from checker.output.run import Run
    from checker.pipeline import Checked, Failure

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 5000  # shown by GitHub, which rejects a file with more than 25,000
MOST_PLACES = 100  # kept by GitHub for one result
_LONGEST_TEXT = 1024  # characters of a rule's descriptions


def sarif(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """One run with all findings, the gravest first.

    Where there are more than GitHub shows, the slightest are left out, and a notification says so. Each finding points
    at its anchor; both sides are related locations that the message links to, and the steps of a code flow.
    """
    checked, failures = sorted_out(outcomes)
    findings = ranked(checked)
    numbers = {rule.id: number for number, rule in enumerate(run.rules)}
    notifications = [_unread(run.shown_path(failure.path), failure) for failure in failures]
    if len(findings) > MOST_RESULTS:
        left_out = f"{len(findings) - MOST_RESULTS:,} of {len(findings):,} findings, the slightest, are left out here."
        notifications.append({"level": "warning", "message": {"text": left_out}})
    document = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(run)},
                "automationDetails": {"id": "subeditor/"},
                "columnKind": "unicodeCodePoints",
                "invocations": [
                    {"executionSuccessful": not failures, "toolExecutionNotifications": notifications},
                ],
                "results": [
                    _result(run.shown_path(one.path), finding, numbers.get(finding.rule))
                    for one, finding in findings[:MOST_RESULTS]
                ],
            }
        ],
    }
    yield json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _driver(run: Run) -> dict[str, Any]:
    from checker import __version__

    return {
        "name": "subeditor",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in run.rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    help_text = "\n\n".join(
        words for words in (rule.why, rule.remedy, rule.cannot and f"Misses: {rule.cannot}") if words
    )
    return {
        "id": rule.id,
        "name": rule.id,
        "shortDescription": {"text": rule.summary[:_LONGEST_TEXT]},
        "fullDescription": {"text": rule.why[:_LONGEST_TEXT]},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": ["editorial", rule.pack]},
    }


def _result(path: str, finding: Finding, rule_number: int | None) -> dict[str, Any]:
    places = finding.locations[:MOST_PLACES]
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": _message(finding, places)},
        "locations": [_location(path, finding.place)],
        # GitHub's own hash covers the first 100 characters of a line, and a paragraph is a line.
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint, "claims/v1": finding.fingerprint},
    }
    if rule_number is not None:
        result["ruleIndex"] = rule_number
    if len(places) > 1:
        result["relatedLocations"] = [
            {"id": number, **_location(path, place), "message": {"text": _plain(place.label or place.quote)}}
            for number, place in enumerate(places, 1)
        ]
        steps = [_step(path, place) for place in places]
        result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    return result


def _message(finding: Finding, places: tuple[Location, ...]) -> str:
    """The finding's sentence, then links to its sides: a number in round brackets names a related location."""
    sentence = _plain(finding.message)
    if len(places) < 2:
        return sentence
    links = ", ".join(f"[line {place.line}]({number})" for number, place in enumerate(places, 1))
    return f"{sentence}{'' if sentence.endswith(('.', '?', '!')) else '.'} Compare {links}."


def _step(path: str, place: Location) -> dict[str, Any]:
    step: dict[str, Any] = {
        "location": {**_location(path, place), "message": {"text": _plain(place.quote)}},
        "importance": "essential",
    }
    return {**step, "state": {"understood as": {"text": _plain(place.label)}}} if place.label else step


def _location(path: str, place: Location) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path.encode("utf-8", "surrogatepass"))},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.end_line,
                "endColumn": place.end_column,
                "snippet": {"text": _encodable(place.quote)},
            },
        }
    }


def _unread(path: str, failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"{_plain(path)} could not be checked: {_plain(failure.message)}"},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": quote(path.encode("utf-8", "surrogatepass"))}}}
        ],
    }


def _plain(text: str) -> str:
    """`text` with nothing in it that a message would read as a link (SARIF 2.1.0, 3.11.6)."""
    return _encodable(text).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
