"""The sample for review, and the precision that its decisions show."""

import csv

import pytest

from checker.audit.review import measured, safe_cell, wilson
from checker.errors import ConfigurationError


def test_a_sample_is_the_same_for_the_same_seed_and_becomes_precision(audit, tmp_path):
    audit("one", review=3, seed=7)
    audit("two", review=3, seed=7)
    sample = tmp_path / "one" / "review.csv"
    assert sample.read_bytes() == (tmp_path / "two" / "review.csv").read_bytes()
    with sample.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 3 and {row["decision"] for row in rows} == {""}
    assert "conflicting-date" in {row["rule"] for row in rows}

    sample.write_text(sample.read_text().replace("\n,conflicting-date", "\nright,conflicting-date"))
    summary = audit("three", decisions=sample)

    assert summary.precision["conflicting-date"]["precision"] == 1.0
    assert "1 of 1" in (tmp_path / "three" / "report" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("right", "decided", "low", "high"),
    [(0, 0, 0.0, 1.0), (1, 1, 0.2065, 1.0), (45, 50, 0.7864, 0.9565), (0, 10, 0.0, 0.2775)],
)
def test_wilsons_interval(right, decided, low, high):
    """The figures are those of Wilson's formula reckoned by hand with z = 1.96."""
    assert wilson(right, decided) == pytest.approx((low, high), abs=2e-4)


@pytest.mark.parametrize("written", ["decision,rule\nmaybe,a\n", "decision\nright\n"])
def test_a_decision_that_is_none_is_told_with_its_line(tmp_path, written):
    path = tmp_path / "review.csv"
    path.write_text(written)

    with pytest.raises(ConfigurationError, match=":2:"):
        measured(path)


def test_no_cell_is_a_formula():
    assert safe_cell('=HYPERLINK("x")') == '\'=HYPERLINK("x")'
    assert safe_cell("8,500 soldiers") == "8,500 soldiers"
