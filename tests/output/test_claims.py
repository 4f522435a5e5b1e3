"""The claims table as shown to people and programs."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable

import pandas as pd
import pytest

from checker.claims.table import COLUMNS
from checker.output import claims
from checker.output.terminal import Style
from checker.pipeline import Failure, Report

INF = float("inf")
ROWS: tuple[dict[str, object], ...] = (
    {"claim": 0, "kind": "quantity", "text": "over 200 new sanctions", "low": 200.0, "high": INF, "bound": "more_than"},
    {
        "claim": 1,
        "kind": "date",
        "text": "July 2018",
        "date_start": dt.date(2018, 7, 1),
        "date_end": dt.date(2018, 8, 1),
    },
)


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"low": 200.0, "high": INF, "bound": "more_than"}, "over 200"),
        ({"low": 200.0, "high": INF, "bound": "at_least"}, "at least 200"),
        ({"low": -INF, "high": 3.0, "bound": "at_most", "unit": "km"}, "at most 3 km"),
        ({"low": -INF, "high": 3.5, "bound": "less_than", "unit": "count"}, "under 3.5"),
        ({"low": 8500.0, "high": 8500.0, "approximate": True}, "about 8,500"),
        ({"low": 3.0, "high": 5.0, "unit": "percent"}, "3 to 5 percent"),
        ({"low": 15.0, "high": 15.0, "unit": "GBP", "per": "hour"}, "15 GBP per hour"),
        ({"low": 12_400_000.0, "high": 12_400_000.0, "unit": "GBP"}, "12,400,000 GBP"),
        ({"date_start": dt.date(2018, 7, 1), "date_end": dt.date(2018, 8, 1)}, "July 2018"),
        ({"date_start": dt.date(2018, 7, 1), "date_end": dt.date(2018, 7, 3), "date_source": "section"}, "(section)"),
        ({"relative": True}, "relative"),
    ],
)
def test_table_shows_values_in_words(make_report: Callable[..., Report], row: dict[str, object], shown: str) -> None:
    assert shown in claims.table(make_report("text", rows=(row,)), Style(200))


def test_table_names_the_article_and_its_date(make_report: Callable[..., Report]) -> None:
    shown = claims.table(make_report("text", rows=({"text": "\x1b[2Jtext"},)), Style(120))
    assert shown.startswith("article.md: published 2026-03-16 (front matter `date`, line 3)\n")
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 120


def test_csv_holds_every_column_and_row(make_report: Callable[..., Report]) -> None:
    written = claims.csv([make_report("text", rows=ROWS), make_report("text", rows=ROWS[:1])])
    rows = list(csv.DictReader(io.StringIO(written)))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["text"] for row in rows] == ["over 200 new sanctions", "July 2018", "over 200 new sanctions"]
    assert [row["high"] for row in rows] == ["inf", "", "inf"]


def test_parquet_can_be_read_back(make_report: Callable[..., Report]) -> None:
    report = make_report("text", rows=ROWS)
    read = pd.read_parquet(io.BytesIO(claims.parquet([report])))
    assert read.to_csv() == report.claims.to_csv()


def test_json_is_strict(make_report: Callable[..., Report]) -> None:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    written = claims.json_document([make_report("text", rows=ROWS)], [Failure("a.md", "It is empty.")])
    document = json.loads(written, parse_constant=refuse)
    first, second = document["articles"][0]["claims"]
    assert (first["low"], first["high"], first["bound"], first["date_start"]) == (200.0, None, "more_than", None)
    assert (second["low"], second["date_start"], second["date_end"]) == (None, "2018-07-01", "2018-08-01")
    assert document["articles"][0]["frames"] == []
    assert document["errors"] == [{"path": "a.md", "message": "It is empty."}]
