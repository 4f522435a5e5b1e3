"""Whole articles and what is found in them. `pytest --accept` writes the expected files anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

import checker
from checker.output.terminal import Style
from checker.output.text import text

ARTICLES = sorted(path for path in Path(__file__).with_name("articles").iterdir() if path.suffix != ".expected")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_findings(article: Path, golden: Callable[..., None]) -> None:
    report = checker.check(article.read_text(encoding="utf-8"), path=article.name)
    golden(article.with_name(article.name + ".expected"), text(report, Style()))
