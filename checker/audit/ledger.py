"""The facts ledger: what the house knows to be true, and which articles say otherwise."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from checker.articles.publication import read_date
from checker.audit.archive import ArchivedArticle
from checker.audit.extraction import ExtractionOptions, extract_shard
from checker.audit.tables import CANDIDATES, frame, from_parquet
from checker.errors import ConfigurationError

if TYPE_CHECKING:
    import pandas as pd

    from checker.audit.workers import Workers
    from checker.judge.across import Deviation
    from checker.judge.rule import Rule

_KEYS = ("statement", "value", "as_of", "source", "before")
_LONGEST = 1000  # characters of a statement
_PREFIX = "ledger:"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of the ledger. `statement` is a sentence with {value} where the value goes.

    `as_of` is the day since which it has held, None for always; `before` are values given before it was corrected.
    """

    statement: str
    value: str
    as_of: dt.date | None = None
    source: str = ""
    before: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The statement with its value."""
        return self.statement.replace("{value}", self.value)


@dataclass(frozen=True, slots=True)
class Difference:
    """An article that does not say what the ledger says.

    `kind` is corrected (it still gives a value from before a correction), ledger (another value), or changed (another
    value, in an article older than the fact).
    """

    fact: Fact
    kind: str
    deviation: Deviation


def read_ledger(path: Path) -> tuple[Fact, ...]:
    """The facts in a TOML file ([[fact]] tables) or a CSV file; `before` holds several values with semicolons there.

    Raises ConfigurationError, with every problem found, where the file is wrong.
    """
    try:
        entries = _entries(path)
    except OSError as error:
        raise ConfigurationError(f"{path} cannot be read: {(error.strerror or 'unknown reason').lower()}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"{path}: this is no ledger of facts: {error}.") from None
    facts, problems = [], []
    for number, entry in enumerate(entries, 1):
        try:
            facts.append(_fact(entry))
        except ValueError as error:
            problems.append(f"{path}: fact {number}: {error}")
    if problems:
        raise ConfigurationError("\n".join(problems[:20]))
    if not facts:
        raise ConfigurationError(f"{path} holds no facts. Write [[fact]] tables with a statement and a value.")
    return tuple(facts)


def compare_with_ledger(
    facts: Sequence[Fact], files: Sequence[Path], rules: tuple[Rule, ...], workers: Workers
) -> tuple[list[Difference], list[Fact]]:
    """Where articles differ from `facts`, and the facts that could not be understood.

    A statement is read like an article of one sentence, and joined with the articles on the same keys.
    """
    stated = _candidates([(number, fact, fact.value) for number, fact in enumerate(facts)], rules, workers)
    known = [(number, fact, value) for number, fact in enumerate(facts) for value in fact.before]
    earlier = _candidates(known, rules, workers)
    if not files or stated.empty:
        return [], list(facts)
    from checker.judge.across import deviations

    candidates = ds.dataset([str(file) for file in files], schema=CANDIDATES, format="parquet")
    wanted = pc.field("key").isin(pa.array(sorted({*stated["key"], *earlier["key"]})))
    claims = frame(candidates.to_table(filter=wanted))
    found = []
    for number, deviation in deviations(stated, earlier, claims, rules):
        fact = facts[number]
        kind = "corrected" if deviation.known_before else "ledger"
        if kind == "ledger" and fact.as_of and deviation.day and deviation.day < fact.as_of:
            kind = "changed"
        found.append(Difference(fact, kind, deviation))
    understood = set(stated["fact"].tolist())
    return found, [fact for number, fact in enumerate(facts) if number not in understood]


def _entries(path: Path) -> list[Mapping[str, Any]]:
    if path.suffix.lower() == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [
                {name: value for name, value in row.items() if name and value}
                | ({"before": row["before"].split(";")} if row.get("before") else {})
                for row in csv.DictReader(file)
            ]
    with path.open("rb") as file:
        entries = tomllib.load(file).get("fact", [])
    if not isinstance(entries, list):
        raise ConfigurationError(f"{path}: write each fact as a table of its own, under [[fact]].")
    return entries


def _fact(entry: Any) -> Fact:
    if not isinstance(entry, dict):
        raise ValueError("is not a table of a statement and a value")
    for name in entry:
        if name not in _KEYS:
            raise ValueError(f'"{name}" is not a key here. Known: {", ".join(_KEYS)}')
    statement, value = str(entry.get("statement", "")).strip(), str(entry.get("value", "")).strip()
    if not statement or not value:
        raise ValueError("needs a statement and a value")
    if len(statement) > _LONGEST:
        raise ValueError(f"the statement is longer than {_LONGEST} characters")
    if "{value}" not in statement:
        if statement.count(value) != 1:
            raise ValueError(f'the statement has to hold the value "{value}" once, or {{value}} in its place')
        statement = statement.replace(value, "{value}")
    before = entry.get("before", ())
    before = (before,) if isinstance(before, str | int | float) else before
    return Fact(
        statement, value, _day(entry.get("as_of")), str(entry.get("source", "")), tuple(str(b).strip() for b in before)
    )


def _day(value: Any) -> dt.date | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.date):
        return value
    found = read_date(str(value))
    if not found:
        raise ValueError(f'as_of: "{value}" is not a date. Write year, month and day, such as 2026-02-10')
    return found[0]


def _candidates(values: Sequence[tuple[int, Fact, str]], rules: tuple[Rule, ...], workers: Workers) -> pd.DataFrame:
    """What the facts state with each of the `values`; the column `fact` holds the number that comes with it."""
    from checker.judge.across import candidates
    from checker.judge.prepare import prepared

    articles = [
        ArchivedArticle(f"{_PREFIX}{place}", fact.statement.replace("{value}", value), "text", published=fact.as_of)
        for place, (_, fact, value) in enumerate(values)
    ]
    _, extracted = next(iter(workers.run(extract_shard, [(0, (articles, ExtractionOptions()))])))
    claims = frame(from_parquet(extracted.tables["claims"]))
    found = candidates(prepared(claims), [rule for rule in rules if rule.across])
    places = found["article"].str.removeprefix(_PREFIX).astype(int).tolist()
    found = found.assign(fact=[values[place][0] for place in places])
    # A statement may hold other figures besides its value.
    about_value = [values[place][2] in text for place, text in zip(places, found["text"], strict=True)]
    return found[about_value].reset_index(drop=True)
