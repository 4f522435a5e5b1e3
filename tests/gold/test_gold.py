"""How well the claims table reads 26 articles, against a table annotated by hand (see README.md)."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import isinf
from pathlib import Path
from typing import Any

import pytest

import checker
from checker.claims.canonical import canonical_noun, canonical_verb

FOLDER = Path(__file__).parent
KINDS = {"quantity", "date", "duration"}
MODALITIES = {"asserted", "planned", "reported", "hypothetical"}
SCOPE_COLUMNS = ("subject", "measure", "group", "object", "terms")
DAYS = {
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "week": 7,
    "fortnight": 14,
    "month": 30.44,
    "year": 365.25,
    "decade": 3652.5,
    "century": 36525,
}
UNBOUNDED_BELOW = {float("-inf"), 0.0}  # "up to 30 people" has no other lower end than these two

Row = dict[str, Any]  # a row of the claims table


@dataclass(frozen=True)
class Gold:
    """One annotated claim; `start`, `end` are offsets in the article's source."""

    fields: dict[str, str]
    start: int
    end: int

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def answers(self, column: str) -> list[str]:
        return self[column].split("|")

    @property
    def optional(self) -> bool:
        return self["optional"] == "yes"


@dataclass(frozen=True)
class Match:
    """An annotated claim beside the row of the claims table that reads the same words, None where none does."""

    gold: Gold
    row: Row | None


@dataclass
class Comparison:
    """Every annotated claim with its row, and the quantity rows that no annotation knows or that misread one."""

    matches: list[Match]
    quantities: int  # quantity rows found, those that touch an optional claim left out
    false_quantities: list[Row]


@dataclass
class Score:
    """Rows right of those annotated, and of those where the checker filled the column in."""

    right: int = 0
    annotated: int = 0
    right_filled: int = 0
    filled: int = 0

    @property
    def recall(self) -> float:
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def precision(self) -> float:
        return self.right_filled / self.filled if self.filled else 0.0

    def add(self, right: bool, filled: bool) -> None:
        self.annotated += 1
        self.right += right
        self.filled += filled
        self.right_filled += right and filled


@cache
def article(name: str) -> str:
    return (FOLDER / "articles" / name).read_text(encoding="utf-8")


@cache
def gold_claims() -> tuple[Gold, ...]:
    with (FOLDER / "claims.csv").open(encoding="utf-8", newline="") as file:
        return tuple(locate(fields) for fields in csv.DictReader(file))


def locate(fields: dict[str, str]) -> Gold:
    start = -1
    for _ in range(int(fields["occurrence"])):
        start = article(fields["article"]).find(fields["quote"], start + 1)
        assert start >= 0, f"{fields['article']}: {fields['quote']!r} does not occur {fields['occurrence']} times"
    return Gold(fields, start, start + len(fields["quote"]))


def overlap(gold: Gold, row: Row) -> int:
    return min(gold.end, int(row["end"])) - max(gold.start, int(row["start"]))


def candidates(gold: Gold, rows: list[Row]) -> Iterator[Row]:
    """The rows that may be the reading of an annotated claim."""
    for row in rows:
        if overlap(gold, row) > 0 and (
            row["kind"] == gold["kind"]
            or (
                gold["kind"] == "duration"
                and row["kind"] == "quantity"
                and row["unit"] in {*DAYS, *gold.answers("unit")}
            )
        ):
            yield row


def compare() -> Comparison:
    by_article: dict[str, list[Gold]] = {}
    for claim in gold_claims():
        by_article.setdefault(claim["article"], []).append(claim)
    matches: list[Match] = []
    false_quantities: list[Row] = []
    quantities = 0
    for name, claims in by_article.items():
        rows: list[Row] = checker.check(article(name), path=name, rules=()).claims.to_dict("records")
        matched = match(claims, rows)
        matches += matched
        right = {pair.row["claim"] for pair in matched if pair.row is not None and right_value(pair.gold, pair.row)}
        for row in rows:
            if row["kind"] == "quantity" and not any(claim.optional and overlap(claim, row) > 0 for claim in claims):
                quantities += 1
                if row["claim"] not in right:
                    false_quantities.append(row)
    return Comparison(matches, quantities, false_quantities)


def match(claims: list[Gold], rows: list[Row]) -> list[Match]:
    """Pairs claims and rows one to one: those that agree in value first, then quantities, then the longer overlap."""
    pairs = [
        (not right_value(claim, row), row["kind"] == "duration", -overlap(claim, row), number, row["claim"])
        for number, claim in enumerate(claims)
        for row in candidates(claim, rows)
    ]
    by_id = {row["claim"]: row for row in rows}
    chosen: dict[int, Row] = {}
    taken: set[int] = set()
    for *_, number, identifier in sorted(pairs):
        if number not in chosen and identifier not in taken:
            chosen[number] = by_id[identifier]
            taken.add(identifier)
    return [Match(claim, chosen.get(number)) for number, claim in enumerate(claims)]


def near(expected: float, found: float, tolerance: float = 1e-3) -> bool:
    if expected == float("-inf"):
        return found in UNBOUNDED_BELOW
    if isinf(expected) or isinf(found):
        return expected == found
    return abs(expected - found) <= tolerance * abs(expected)


def right_value(gold: Gold, row: Row) -> bool:
    if gold["kind"] == "date":
        return right_time(gold, row)
    scale, tolerance = 1.0, 1e-3
    if row["kind"] == "duration":  # in days
        scale, tolerance = DAYS.get(gold.answers("unit")[0], 1.0), 0.04
    return any(
        near(float(low) * scale, row["low"], tolerance) and near(float(high) * scale, row["high"], tolerance)
        for low, high in zip(gold.answers("low"), gold.answers("high"), strict=True)
    )


def right_unit(gold: Gold, row: Row) -> bool:
    return row["kind"] == "duration" or row["unit"] in gold.answers("unit")


def forms(words: str) -> set[str]:
    """The words of a phrase, each with the canonical word for it."""
    return {form for word in words.lower().split() for form in (word, canonical_noun(word), canonical_verb(word))}


def right_scope(gold: Gold, row: Row) -> bool:
    """The measure is an expected one or shares its head word, and a word of the subject stands in the row's scope."""
    found = forms(row["measure"])
    measured = any(forms(answer.split()[-1]) & found for answer in gold.answers("measure"))
    scope = {form for column in SCOPE_COLUMNS for form in forms(row[column])}
    return measured and (not gold["subject"] or any(forms(answer) & scope for answer in gold.answers("subject")))


def day(value: Any) -> str:
    return "" if value is None or value != value else str(value)[:10]


def right_time(gold: Gold, row: Row) -> bool:
    found = (day(row["date_start"]), day(row["date_end"]))
    if row["date_source"] == "article":  # the article's own date is no more than "now"
        found = ("", "")
    return found in zip(gold.answers("date_start"), gold.answers("date_end"), strict=True)


def right_place(gold: Gold, row: Row) -> bool:
    return any(forms(answer) & forms(row["place"]) for answer in gold.answers("place"))


def verdicts(pair: Match) -> Iterator[tuple[str, bool, bool]]:
    """For each column that an annotated claim has: its name, whether the row is right, whether it is filled in."""
    gold, row = pair.gold, pair.row
    is_date = gold["kind"] == "date"

    def verdict(column: str, right: Any, filled: Any) -> tuple[str, bool, bool]:
        return column, row is not None and right(gold, row), row is not None and filled(row)

    if not is_date:
        yield verdict("value", right_value, lambda row: True)
        yield verdict("unit", right_unit, lambda row: row["unit"] != "")
        yield verdict("role", lambda gold, row: row["role"] in gold.answers("role"), lambda row: row["role"] != "")
        if gold["measure"]:
            yield verdict("measure+subject", right_scope, lambda row: row["measure"] != "")
    if gold["place"]:
        yield verdict("place", right_place, lambda row: row["place"] != "")
    if gold["kind"] != "duration":
        yield verdict("time", right_time, lambda row: day(row["date_start"]) or day(row["date_end"]))
        if all(gold.answers("date_start")):
            yield verdict("time, where stated", right_time, lambda row: True)
    yield verdict("modality", lambda gold, row: row["modality"] in gold.answers("modality"), lambda row: True)


def scores(comparison: Comparison) -> dict[str, Score]:
    table: dict[str, Score] = {}
    for pair in comparison.matches:
        if not pair.gold.optional:
            for column, right, filled in verdicts(pair):
                table.setdefault(column, Score()).add(right, bool(filled))
    table["value"].filled = comparison.quantities
    table["value"].right_filled = comparison.quantities - len(comparison.false_quantities)
    return table


def printed(table: dict[str, Score]) -> str:
    lines = [f"{'column':20} {'recall':>7} {'precision':>10} {'annotated':>10}"]
    for column, score in sorted(table.items()):
        lines.append(f"{column:20} {score.recall:7.3f} {score.precision:10.3f} {score.annotated:10}")
    return "\n".join(lines)


def mistakes(comparison: Comparison) -> Iterator[str]:
    """One line for each wrong field and each false quantity."""
    shown = {"measure+subject": ("measure", "subject"), "time": ("date_start", "date_end"), "value": ("low", "high")}
    for pair in comparison.matches:
        for column, right, _ in verdicts(pair):
            if not right and not pair.gold.optional and column != "time, where stated":
                fields = shown.get(column, (column,))
                expected = ", ".join(pair.gold[field] for field in fields)
                found = "no row" if pair.row is None else ", ".join(day(pair.row[field]) for field in fields)
                yield f"{column:16} {pair.gold['article']}: {pair.gold['quote']!r} is {expected}; found {found}"
    for row in comparison.false_quantities:
        yield f"false quantity   {row['article']}:{row['line']}: {row['text']!r} in {row['sentence']!r}"


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    return compare()


def test_there_are_enough_annotated_claims() -> None:
    required = [claim for claim in gold_claims() if not claim.optional]
    assert len(required) >= 300
    assert len({claim["article"] for claim in required}) >= 25
    assert {claim["article"] for claim in required} == {path.name for path in (FOLDER / "articles").iterdir()}


@pytest.mark.parametrize("claim", gold_claims(), ids=lambda claim: f"{claim['article']}:{claim['quote']}")
def test_every_annotation_is_well_formed(claim: Gold) -> None:
    assert claim["kind"] in KINDS
    assert set(claim.answers("modality")) <= MODALITIES
    if claim["kind"] != "date":
        assert claim["unit"] and claim["role"]
        assert all(
            float(low) <= float(high) for low, high in zip(claim.answers("low"), claim.answers("high"), strict=True)
        )
    for start, end in zip(claim.answers("date_start"), claim.answers("date_end"), strict=True):
        assert bool(start) == bool(end)
        assert not start or dt.date.fromisoformat(start) < dt.date.fromisoformat(end)


def test_no_claim_is_annotated_twice() -> None:
    counted = Counter((claim["article"], claim.start, claim.end, claim["kind"]) for claim in gold_claims())
    assert [key for key, times in counted.items() if times > 1] == []


BARS = [
    ("value", "recall", 0.95),
    ("value", "precision", 0.95),
    ("time", "recall", 0.85),
    ("measure+subject", "recall", 0.80),
]


@pytest.mark.parametrize(("column", "figure", "bar"), BARS)
def test_claims_are_read_well(comparison: Comparison, column: str, figure: str, bar: float) -> None:
    measured = getattr(scores(comparison)[column], figure)
    assert measured >= bar, f"{figure} of {column} is {measured:.3f}, below {bar}"


def test_figures_per_column(comparison: Comparison, capsys: pytest.CaptureFixture[str]) -> None:
    """Prints the figures; with `pytest -rP`, every mistake as well."""
    table = scores(comparison)
    with capsys.disabled():
        print(f"\n\n{printed(table)}\n")
    print("\n".join(mistakes(comparison)))
    assert set(table) >= {"value", "unit", "measure+subject", "place", "time", "role", "modality"}
