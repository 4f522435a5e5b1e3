"""What all tests share: reports made by hand, so that outputs and commands are tested without a language model."""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from checker.articles.article import Article, ArticleDate, Block, Piece, SourceMap, Zone, line_starts
from checker.claims.table import claims_table, frames_table
from checker.judge.finding import Finding, Location, Severity
from checker.pipeline import Report

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)

hypothesis.settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what golden files should hold, instead of comparing")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's chromium, without a window: one for the whole run, for Playwright allows no second."""
    if not CHROMIUM.exists():
        reason = f"{CHROMIUM} is missing: apt-get install chromium"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[..., None]:
    """golden(file, actual, section=""): `file` holds `actual`, in whole or between the comments around `section`.

    With `pytest --accept` the file is written instead, so that the change can be read in the diff.
    """

    def compare(file: Path, actual: str, section: str = "") -> None:
        held = file.read_text(encoding="utf-8") if file.exists() else ""
        wanted = _with_section(held, section, actual) if section else actual
        if request.config.getoption("--accept"):
            file.write_text(wanted, encoding="utf-8")
        assert held == wanted or request.config.getoption("--accept"), f"{file} differs; `pytest --accept` writes it"

    return compare


def _with_section(page: str, section: str, actual: str) -> str:
    before, begin, rest = page.partition(f"<!-- begin {section} -->\n")
    _, end, after = rest.partition(f"<!-- end {section} -->")
    assert begin and end, f"the page has no comments around {section!r}"
    return before + begin + actual + end + after


def _blocks(text: str) -> tuple[Block, ...]:
    """One block for each line that holds anything; lines that begin with "# " are headings."""
    blocks: list[Block] = []
    section = ""
    for match in re.finditer(r"[^\r\n]+", text):
        heading = match[0].startswith("# ")
        section = match[0][2:] if heading else section
        source = SourceMap((Piece(0, len(match[0]), match.start(), len(match[0])),))
        zone = Zone.HEADING if heading else Zone.BODY
        blocks.append(Block(len(blocks), zone, match[0], source, "" if heading else section))
    return tuple(blocks)


def _finding(article: Article, quotes: tuple[str, ...], severity: Severity, labels: tuple[str, ...]) -> Finding:
    locations = []
    for number, quote in enumerate(quotes):
        start = article.text.index(quote)
        end = start + len(quote)
        label = labels[number] if number < len(labels) else ""
        locations.append(Location(start, end, *article.position(start), *article.position(end), quote, label))
    return Finding(
        rule="conflicting-quantity",
        pack="contradiction",
        severity=severity,
        message=f"{quotes[0]} and {quotes[-1]} disagree",
        fingerprint="0123456789abcdef",
        locations=tuple(locations),
        why="Both give riders for one week.",
        remedy="Correct one, or say what changed.",
    )


@pytest.fixture
def make_report() -> Callable[..., Report]:
    """make_report(text, (quote, …), …): a report with one finding for each tuple of quotes."""

    def make(
        text: str,
        *findings: tuple[str, ...],
        path: str = "article.md",
        severity: Severity = Severity.ERROR,
        labels: tuple[str, ...] = (),
        rows: tuple[dict[str, object], ...] = (),
        published: dt.date | None = dt.date(2026, 3, 16),
    ) -> Report:
        date = ArticleDate(published, "day", "front matter `date`, line 3") if published else None
        article = Article(path, text, "markdown", _blocks(text), date, line_starts=line_starts(text))
        return Report(
            article=article,
            as_of=published,
            claims=claims_table(rows),
            frames=frames_table([]),
            findings=tuple(_finding(article, quotes, severity, labels) for quotes in findings),
        )

    return make
