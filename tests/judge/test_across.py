"""Facts that articles state differently, on rows written by hand."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

from checker.claims.table import claims_table
from checker.judge.across import CHANGED, CONFLICT, MOST_CLAIMS, candidates, conflicts
from checker.judge.engine import prepared
from checker.judge.load import load_rule
from checker.resources import resource_folder

RULE = load_rule(Path(resource_folder("rules"), "contradiction", "cross-document-conflict.toml"))


def row(value, article, published=None, **others):
    sentence = f"The port of Eastgate has {value} cranes."
    figure = {
        "article": article, "kind": "quantity", "low": value, "high": value, "value": value, "bound": "exact",
        "unit": "count", "measure": "crane", "role": "level", "subject": "eastgate", "predicate": "have",
        "terms": "crane eastgate port", "near": "port", "names": "eastgate", "text": f"{value} cranes",
        "sentence": sentence, "start": 26, "end": 35,
    }  # fmt: skip
    return figure | others, published


def found(*rows):
    tables = []
    for values, published in rows:
        day = pd.Timestamp(published) if published else pd.NaT
        tables.append(candidates(prepared(claims_table([values])), [RULE]).assign(published=day))
    return conflicts(pd.concat(tables, ignore_index=True), [RULE])


def year(number):
    return {"date_start": dt.datetime(number, 1, 1), "date_end": dt.datetime(number + 1, 1, 1), "date_source": "own"}


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        pytest.param([row(12, "a", "2024-05-01"), row(15, "b", "2024-05-09")], CONFLICT, id="same week"),
        pytest.param([row(12, "a", "2023-05-01"), row(15, "b", "2024-05-09")], CHANGED, id="a year later"),
        pytest.param(
            [row(12, "a", "2021-05-01"), row(15, "b", "2022-05-01"), row(12, "c", "2023-05-01")],
            CONFLICT,
            id="the old value comes back",
        ),
        pytest.param([row(12, "a"), row(15, "b")], CONFLICT, id="no dates"),
        pytest.param([row(12, "a", "2024-05-01"), row(12, "b", "2024-05-09")], None, id="agree"),
        pytest.param(
            [row(12, "a", "2019-05-01", **year(2019)), row(15, "b", "2024-05-01")], None, id="the old one is dated"
        ),
        pytest.param(
            [row(12, "a", "2024-05-01", **year(2019)), row(15, "b", "2024-05-01", **year(2024))], None, id="two years"
        ),
        pytest.param(
            [row(12, "a", "2024-05-01"), row(15, "a", "2024-05-01", start=80, end=89)], None, id="one article"
        ),
        pytest.param(
            [row(12, "a", "2024-05-01"), row(15, "b", "2024-05-01"), row(19, "b", "2024-05-01", start=80, end=89)],
            None,
            id="an article that gives two values",
        ),
        pytest.param([row(n, f"{n}", "2024-05-01") for n in range(12, 22)], None, id="too many values to be one fact"),
        pytest.param(
            [row(12, "a", "2024-05-01", subject="port", names="", sentence="The port has 12 cranes."),
             row(15, "b", "2024-05-01", subject="port", names="", sentence="The port has 15 cranes.")],
            None,
            id="no name",
        ),
        pytest.param([row(12, "a", "2024-05-01"), row(15, "b", "2024-05-01", quoted=True)], None, id="quoted"),
    ],
)  # fmt: skip
def test_kinds(rows, kind):
    assert [one.kind for one in found(*rows)] == ([kind] if kind else [])


def test_all_values_are_told_with_their_articles_and_a_hub_is_counted_in_full():
    rows = [row(12, f"a{n:03}", "2024-05-01") for n in range(3 * MOST_CLAIMS)] + [row(15, "b", "2024-05-02")]
    (one,) = found(*rows)

    assert [value.label for value in one.values] == ["12 cranes", "15 cranes"]
    assert one.values[1].places[0].article == "b"
    assert one.about == "Eastgate: crane"
    assert len(one.values[0].places) <= 20
    assert [value.articles for value in one.values] == [3 * MOST_CLAIMS, 1]


def test_few_deviations_in_many_articles_come_first():
    lone = [row(12, f"a{n}", "2024-05-01") for n in range(9)] + [row(15, "odd", "2024-05-01")]
    even = [
        row(value, f"{value}{n}", "2024-05-01", subject="westgate", names="westgate",
            sentence=f"The port of Westgate has {value} cranes.")
        for value in (31, 35) for n in range(2)
    ]  # fmt: skip

    assert [one.about for one in found(*even, *lone)] == ["Eastgate: crane", "Westgate: crane"]
