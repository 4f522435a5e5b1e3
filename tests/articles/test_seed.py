"""A real explainer of 1,800 words, as it was published: what must be found in it, and what must not."""

from collections import Counter
from pathlib import Path

import pytest

import checker

TEXT = Path(__file__).with_name("seed.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report() -> checker.Report:
    return checker.check(TEXT, path="seed.txt")


def span(phrase: str) -> tuple[int, int]:
    """Where `phrase` stands; it must stand there once."""
    assert TEXT.count(phrase) == 1, phrase
    start = TEXT.index(phrase)
    return start, start + len(phrase)


@pytest.mark.parametrize(
    ("rule", "phrases"),
    [
        ("deadline-passed", ["5% of GDP by 2025"]),
        ("unanswered-question", ["How many times have Trump and Putin met in person?", "several times, with the most"]),
        ("unanswered-question", ["Who is the current Secretary of State?"]),
        ("undated-figure", ["over 200 new sanctions"]),
        ("undated-figure", ["approximately 8,500 US soldiers"]),
        ("unsupported-superlative", ["historic lows"]),
        ("unsupported-superlative", ["all-time lows"]),
        ("unnamed-authority", ["Experts note"]),
        ("unnamed-authority", ["Critics argued"]),
        ("unnamed-authority", ["many analysts"]),
        ("relative-date", ["right now"]),
    ],
)
def test_found(report: checker.Report, rule: str, phrases: list[str]) -> None:
    found = [finding for finding in report.findings if finding.rule == rule]
    spans = [span(phrase) for phrase in phrases]
    assert any(
        all(any(place.start < end and start < place.end for place in finding.locations) for start, end in spans)
        for finding in found
    ), [place.quote for finding in found for place in finding.locations]


def test_nothing_is_called_a_contradiction(report: checker.Report) -> None:
    assert [finding.message for finding in report.findings if finding.severity == "error"] == []
    assert [finding.message for finding in report.findings if finding.pack in ("contradiction", "arithmetic")] == []


def test_every_written_year_is_a_date(report: checker.Report) -> None:
    dates = report.claims[(report.claims["kind"] == "date") & report.claims["date_start"].notna()]
    years = Counter(start.year for start in dates["date_start"])
    assert years == {1991: 1, 2016: 1, 2018: 3, 2019: 1, 2025: 6, 2026: 5}
    assert {(row.text[-11:], str(row.date_start)[:7]) for row in dates.itertuples()} >= {
        ("July 2018", "2018-07"),
        ("August 2025", "2025-08"),
        ("early 2026", "2026-01"),
    }


def test_as_of_is_read_from_the_text(report: checker.Report) -> None:
    assert (report.published, report.updated) == (None, None)
    assert report.as_of is not None and report.as_of.year == 2026


def test_figures_are_quantities_and_labels_are_not(report: checker.Report) -> None:
    rows = report.claims[(report.claims["kind"] == "quantity") & ~report.claims["role"].isin(["reference", "rank"])]
    times = {"minute", "hour", "day", "week", "month", "year"}
    figures = {(row.low, row.bound, row.unit, row.approximate) for row in rows.itertuples() if row.unit not in times}
    assert figures == {
        (200.0, "more_than", "count", False),
        (5.0, "exact", "percent", False),
        (8500.0, "exact", "count", True),
    }


@pytest.mark.parametrize("phrase", ["between the two leaders due to", "one-on-one", "Level 4", "upcoming G20"])
def test_no_quantity_in(report: checker.Report, phrase: str) -> None:
    start, end = span(phrase)
    rows = report.claims[(report.claims["kind"] == "quantity") & (report.claims["role"] != "reference")]
    assert rows[(rows["start"] < end) & (start < rows["end"])]["text"].tolist() == []


@pytest.mark.parametrize("phrase", ["two-hour", "week-long"])
def test_durations(report: checker.Report, phrase: str) -> None:
    start, end = span(phrase)
    rows = report.claims[report.claims["kind"] == "duration"]
    assert len(rows[(rows["start"] < end) & (start < rows["end"])]) == 1


def test_scope_of_the_figures(report: checker.Report) -> None:
    def row(value: float) -> dict[str, object]:
        found = report.claims[(report.claims["value"] == value) & (report.claims["kind"] == "quantity")]
        assert len(found) == 1
        return dict(found.iloc[0])

    assert "poland" in str(row(8500)["place"]).lower()
    assert row(8500)["measure"] == "soldier"
    assert "2025" in str(row(5)["date_start"])
    assert "sanction" in str(row(200)["measure"])
