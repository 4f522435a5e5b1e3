"""Reports of articles that were read for real, with findings and claims made by hand: no language model is needed."""

import datetime as dt
from typing import Any

from checker.articles import read_article
from checker.claims.table import claims_table, frames_table
from checker.judge.finding import Finding, Location, Severity
from checker.output.report.passages import Passages
from checker.pipeline import Report

ARTICLE = """---
title: Harbour museum draws 14,000 visitors
date: 2026-03-16
---

The harbour museum opened on 9 March 2026. It drew 12,500 visitors in its first week, and 12,500 visitors paid.

## Money

It cost £48 million, the council says. Building it cost £52 million.

1. The roof took two years.
2. The cranes took three.

| Year | Visitors |
|------|----------|
| 2024 | 900      |
| 2025 | 1,100    |

## Questions and answers

**How many rooms are there?** Several, on two floors.

**متى افتتح المتحف؟** افتتح في عام 2026.
"""
FINDINGS = (
    (("14,000 visitors", "12,500 visitors"), "conflicting-quantity", Severity.ERROR),
    (("£48 million", "£52 million"), "conflicting-quantity", Severity.WARNING),
    (("How many rooms are there?", "Several, on two floors."), "unanswered-question", Severity.NOTE),
    (("Several",), "vague-quantity", Severity.NOTE),
)
DATES = (
    ("9 March 2026", dt.date(2026, 3, 9), dt.date(2026, 3, 10)),
    ("2024", dt.date(2024, 1, 1), dt.date(2025, 1, 1)),
    ("2025", dt.date(2025, 1, 1), dt.date(2026, 1, 1)),
)


def _located(article: Any, quote: str) -> Location:
    start = article.text.index(quote)
    end = start + len(quote)
    return Location(start, end, *article.position(start), *article.position(end), quote, f"about {quote}")


def reviewed(
    text: str = ARTICLE,
    findings: tuple[tuple[tuple[str, ...], str, Severity], ...] = FINDINGS,
    dates: tuple[tuple[str, dt.date | None, dt.date | None], ...] = DATES,
    path: str = "museum.md",
) -> Report:
    """The report of `text` with the findings given by their quotes, rule and severity, and the dates by their words."""
    article = read_article(text, path, None)
    passages = Passages(article)
    rows: list[dict[str, Any]] = []
    for number, (words, start, end) in enumerate(dates):
        place = _located(article, words)
        block = passages.find(place.start, place.end)[0].block
        rows.append(
            {
                "claim": number,
                "start": place.start,
                "end": place.end,
                "line": place.line,
                "block": block.number,
                "section": block.section,
                "text": words,
                "sentence": words,
                "kind": "date",
                "date_start": start,
                "date_end": end,
            }
        )
    made = tuple(
        Finding(
            rule=rule,
            pack="contradiction" if severity is not Severity.NOTE else "vagueness",
            severity=severity,
            message=f"{quotes[0]} and {quotes[-1]}",
            fingerprint=f"{number:016x}",
            locations=tuple(_located(article, quote) for quote in quotes),
            why="Both speak of one thing.",
            remedy="Correct one.",
        )
        for number, (quotes, rule, severity) in enumerate(findings, 1)
    )
    published = article.published.value if article.published else None
    return Report(article, published, claims_table(rows), frames_table([]), made)
