"""Table cells: named by the headers, labels and caption around them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.articles import read_article
from checker.claims.extract import extract
from checker.claims.header_units import Unit, read_unit, segments

Row = dict[str, object]

DIVISIONS = """\
| Revenue by division (€m) | Q3 2025 | Q3 2024 |
|---|---:|---:|
| Medical imaging | 148.2 | 131.0 |
| Services | 47.6 | 44.2 |
| **Group total** | **195.8** | **175.2** |
"""


def figures(text: str, path: str = "article.md") -> dict[str, Row]:
    """The rows of every figure of an article, by its words."""
    claims = extract(read_article(text, path, None)).claims
    return {row["text"]: row for row in claims[claims["kind"] == "quantity"].to_dict("records")}


def test_the_column_header_gives_the_time_and_the_row_label_the_subject() -> None:
    row = figures(DIVISIONS)["131.0"]
    assert (row["measure"], row["subject"], row["unit"]) == ("revenue", "imaging medical", "EUR")
    assert (str(row["date_start"])[:10], str(row["date_end"])[:10]) == ("2024-07-01", "2024-10-01")
    assert row["date_source"] == "table"


def test_a_label_that_names_the_measure_leaves_the_subject_to_a_header_that_is_a_name() -> None:
    table = "| Feature | Brava 18V | Norrland Pro |\n|---|---|---|\n| Weight with battery | 1.3 kg | 1.9 kg |"
    rows = figures(table)
    assert [(rows[text]["measure"], rows[text]["subject"]) for text in ("1.3 kg", "1.9 kg")] == [
        ("weight", "brava"),
        ("weight", "norrland pro"),
    ]


def test_a_name_is_no_measure() -> None:
    table = "| Journey | Single | Return |\n|---|---|---|\n| Aosta Marina–Vela | €12 | €26 |"
    assert figures(table)["€26"]["measure"] == ""


def test_values_are_brought_to_the_unit_of_the_header() -> None:
    row = figures(DIVISIONS)["148.2"]
    assert (row["value"], row["low"], row["high"]) == pytest.approx((148_200_000.0,) * 3)
    assert row["resolution"] == pytest.approx(50_000.0)


def test_the_row_of_the_total_is_a_total() -> None:
    rows = figures(DIVISIONS)
    assert (rows["195.8"]["role"], rows["47.6"]["role"]) == ("total", "level")
    assert rows["195.8"]["subject"] == "group"


@pytest.mark.parametrize(
    "table, text, expected",
    [
        # the header names measure and unit
        (
            "| City | Area (sq km) |\n|---|---|\n| Corran | 552 |",
            "552",
            {"measure": "area", "unit": "km2", "subject": "corran"},
        ),
        ("| City | Pupils (thousands) |\n|---|---|\n| Corran | 12 |", "12", {"measure": "pupil", "value": 12_000.0}),
        ("| Year | Visitors |\n|---|---|\n| 2019 | 410 |", "410", {"measure": "visitor", "date_source": "table"}),
        # the header is a date: the row names the measure
        (
            "| | 2023 | 2024 |\n|---|---|---|\n| Profit (£m) | 12.5 | 14.0 |",
            "12.5",
            {"measure": "profit", "unit": "GBP"},
        ),
        # the header says only that figures follow
        ("| Fact | Value |\n|---|---|\n| Members | 2,300 |", "2,300", {"measure": "member"}),
        # a unit beside the figure is the figure's own
        ("| City | Cost (£m) |\n|---|---|\n| Corran | $5 |", "$5", {"unit": "USD", "value": 5.0}),
        # ambiguous: metres or millions
        ("| City | Passengers (m) |\n|---|---|\n| Corran | 5 |", "5", {"unit": "count", "value": 5.0}),
        ("| Club | Rank |\n|---|---|\n| Corran | 5 |", "5", {"role": "rank"}),
        ("| City | Homes | Target |\n|---|---|---|\n| Corran | 300 | 400 |", "400", {"modality": "planned"}),
    ],
)
def test_headers_name_figures(table: str, text: str, expected: dict[str, object]) -> None:
    row = figures(table + "\n")[text]
    assert {column: row[column] for column in expected} == expected


def test_a_caption_names_and_dates_what_the_headers_do_not() -> None:
    row = figures(
        "<table><caption>Referrals to the Corran service, by age, 2024</caption><tr><th>Age</th><th>Share</th></tr>"
        "<tr><td>Over 40</td><td>22%</td></tr></table>",
        "article.html",
    )["22%"]
    assert (row["measure"], str(row["date_start"])[:4], row["role"]) == ("referral", "2024", "share")
    assert "corran" in str(row["terms"]).split()


def test_a_date_that_contradicts_another_header_leaves_the_time_unknown() -> None:
    row = figures("| Year | 2024 |\n|---|---|\n| 2019 | 410 |\n")["410"]
    assert str(row["date_start"]) == "NaT"


def test_the_unit_of_a_header_is_no_claim() -> None:
    assert set(figures("| City | Pupils (thousands) |\n|---|---|\n| Corran | 12 |\n")) == {"12"}


@pytest.mark.parametrize(
    "segment, unit",
    [
        ("€m", Unit("EUR", "", 1e6)),
        ("£ million", Unit("GBP", "", 1e6)),
        ("in £ millions", Unit("GBP", "", 1e6)),
        ("US$ billion", Unit("USD", "", 1e9)),
        ("%", Unit("percent", "", 1.0)),
        ("billion cubic metres", Unit("m3", "", 1e9)),
        ("'000", Unit("count", "", 1e3)),
        ("km", Unit("km", "", 1.0)),
        ("Share", None),
        ("PM2.5", None),
        ("2024", None),
        ("people", None),
        ("", None),
    ],
)
def test_units_of_headers(segment: str, unit: Unit | None) -> None:
    assert read_unit(segment) == unit


@given(st.text(max_size=60))
def test_segments_are_what_stands_between_brackets_and_commas(text: str) -> None:
    found = [text[start:end] for start, end in segments(text)]
    assert found == [part.strip() for part in re.split(r"[(),;:\[\]]", text) if part.strip()]


@given(st.text(max_size=60))
def test_any_header_is_read(text: str) -> None:
    unit = read_unit(text)
    assert unit is None or unit.factor > 0
