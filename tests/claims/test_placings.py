"""Placings are read with whose they are and in what."""

import pytest

import checker


def placings(text):
    claims = checker.check(text, path="article.md").claims
    rows = claims[claims["lexicon"] == "placing"]
    return [(row.entry, row.value, row.subject, row.measure, row.near) for row in rows.itertuples()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Marsh finished third in the marathon.", ("place", 3, "ada marsh", "place", "marathon")),
        ("Ada Marsh ranks sixth on the list.", ("place", 6, "ada marsh", "place", "list")),
        ("The album peaked at number four on the chart.", ("place", 4, "album", "place", "chart")),
        ("The choir is in ninth place in the league.", ("place", 9, "choir", "place", "league")),
        ("Marle is the fourth-largest town in the county.", ("large", 4, "marle", "town", "county")),
    ],
)
def test_placing(text, expected):
    assert placings(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "She lives on the third floor.",
        "Ada Marsh finished her third marathon.",
        "Ada Marsh finished joint third in the marathon.",
        "Marle has the fourth-largest market in the county.",
        "It came at the third attempt.",
    ],
)
def test_no_placing(text):
    assert placings(text) == []
