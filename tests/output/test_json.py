"""The JSON document that other programs rely on."""

import json
from collections.abc import Callable

from checker.output.json import document
from checker.pipeline import Failure, Report

TEXT = "It carried “14,000 riders”.\nIt carried 12,500 riders."


def test_document(make_report: Callable[..., Report]) -> None:
    report = make_report(TEXT, ("14,000 riders", "12,500 riders"), labels=("14,000",), rows=({"kind": "quantity"},))
    written = "".join(document([report, Failure("missing.md", "There is no such file or folder.")]))
    assert "“" not in written and "14,000 riders" in written
    assert json.loads(written) == {
        "schema": 1,
        "articles": [
            {
                "path": "article.md",
                "published": "2026-03-16",
                "updated": None,
                "as_of": "2026-03-16",
                "claims": 1,
                "findings": [
                    {
                        "rule": "conflicting-quantity",
                        "pack": "contradiction",
                        "severity": "error",
                        "message": "14,000 riders and 12,500 riders disagree",
                        "why": "Both give riders for one week.",
                        "remedy": "Correct one, or say what changed.",
                        "fingerprint": "0123456789abcdef",
                        "anchor": 0,
                        "locations": [
                            {
                                "start": 12,
                                "end": 25,
                                "line": 1,
                                "column": 13,
                                "end_line": 1,
                                "end_column": 26,
                                "quote": "14,000 riders",
                                "label": "14,000",
                            },
                            {
                                "start": 39,
                                "end": 52,
                                "line": 2,
                                "column": 12,
                                "end_line": 2,
                                "end_column": 25,
                                "quote": "12,500 riders",
                                "label": "",
                            },
                        ],
                    }
                ],
            }
        ],
        "errors": [{"path": "missing.md", "message": "There is no such file or folder."}],
    }


def test_words_are_written_as_they_are(make_report: Callable[..., Report]) -> None:
    assert "“14,000”" in "".join(document([make_report("It was “14,000”.", ("“14,000”",))]))


def test_an_empty_run_is_valid() -> None:
    assert json.loads("".join(document([]))) == {"schema": 1, "articles": [], "errors": []}


def test_reports_are_written_one_by_one(make_report: Callable[..., Report]) -> None:
    def reports() -> object:
        yield make_report(TEXT)
        raise AssertionError("the second report was asked for too early")

    pieces = document(reports())  # type: ignore[arg-type]
    assert '"article.md"' in next(pieces) + next(pieces)
