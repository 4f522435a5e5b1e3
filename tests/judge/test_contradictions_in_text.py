"""Short stories of which two statements cannot both be true, each with the rule that says so, and stories that hold.

The stories stand in `stories/found.txt` and `stories/held.txt`, one a line, with `\\n` for a line break.
"""

import datetime as dt
from pathlib import Path

import pytest

import checker

PUBLISHED = dt.date(2025, 6, 15)
STORIES = Path(__file__).parent / "stories"


def stories(name: str) -> list[str]:
    lines = (STORIES / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line]


def rules(text: str) -> set[str]:
    """The rules that find an error or a warning in a text."""
    report = checker.check(text, path="article.md", published=PUBLISHED)
    return {finding.rule for finding in report.findings if finding.severity != "note"}


@pytest.mark.parametrize("story", stories("found.txt"))
def test_found(story):
    rule, _, text = story.partition(": ")
    assert rule in rules(text)


@pytest.mark.parametrize("text", stories("held.txt"))
def test_held(text):
    assert rules(text) == set()
