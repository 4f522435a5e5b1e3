"""Which figure a definite one points back to, where the article gives it nowhere else: "of the 231 houses which …".

What is told as known has been told before. If no figure of the article is the same, and just one counts the same thing
and is of its size, that is the one that is meant, and one of the two is wrong.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from checker.claims.kinds import kinds_of, names_kind_of
from checker.judge.rows import Row, rows_of
from checker.judge.scopes import OUTCOMES

if TYPE_CHECKING:
    import pandas as pd

NOWHERE = -1

_FEWEST = 12  # up to a dozen, "the four" may be any four
_SIZE = 1.8  # times one figure may be the other where both count the same thing
_SIZE_OF_PEOPLE = 1.25  # the same where they count people by two nouns
_MOST_FIGURES = 300  # of an article; more is a data set
_LEVELS = ("level", "total", "limit", "share", "reference", "")


def pointed_at(claims: pd.DataFrame) -> list[int]:
    """For each row the number (`claim`) of the one figure that it can point back to; `NOWHERE` for all other rows.

    `claims` has the columns of the claims table; only counts are looked at.
    """
    found = [NOWHERE] * len(claims)
    counts = ((claims["kind"] == "quantity") & (claims["unit"] == "count") & ~claims["quoted"]).to_numpy()
    positions = counts.nonzero()[0].tolist()
    by_article: defaultdict[str, list[tuple[int, Row]]] = defaultdict(list)
    for position, row in zip(positions, rows_of(claims.iloc[positions]), strict=True):
        by_article[row["article"]].append((position, row))
    for figures in by_article.values():
        rows = [row for _, row in figures]
        if len(rows) > _MOST_FIGURES:
            continue
        for position, row in figures:
            if _is_pointing(row) and not any(_gives(other, row) for other in rows if other is not row):
                fitting = [other for other in rows if other is not row and _fits(other, row)]
                if len({(other["low"], other["high"]) for other in fitting}) == 1:
                    found[position] = fitting[0]["claim"]
    return found


def _is_pointing(row: Row) -> bool:
    known = row["definite"] or row["role"] == "reference" or says_all(row)
    plain = known and row["bound"] == "exact" and not row["approximate"] and not row["contrast"]
    return bool(plain and row["value"] > _FEWEST and row["role"] in _LEVELS)


def _gives(other: Row, row: Row) -> bool:
    """Whether a figure is the same as `row`, give or take its rounding."""
    if other["bound"] not in ("exact", "range"):
        return False
    return bool(other["low"] - other["resolution"] <= row["value"] <= other["high"] + other["resolution"])


def _fits(other: Row, row: Row) -> bool:
    """Whether `row` may point back to another figure, which counts the same and is of its size."""
    told = other["polarity"] == "affirmed" and other["modality"] == "asserted" and other["role"] in (*_LEVELS, "part")
    if not told or other["definite"] or other["contrast"] or other["sentence_number"] == row["sentence_number"]:
        return False
    one, another = other["measure"], row["measure"]
    people = "person" in (one, another) and count_people(other, row)
    victims = one in OUTCOMES and names_kind_of(another, one)  # "killed 12 people", "the 14 victims"
    if not (one and one == another) and not people and not victims:
        return False
    restricted = re.search(rf"{re.escape(row['text'])} of (?:the |that |a )?([\w-]+)", row["sentence"])
    if victims and restricted and restricted[1] not in other["sentence"]:
        return False  # "the 14 victims of the flood"
    size = other["low"] if math.isfinite(other["low"]) else other["high"]
    largest = _SIZE if one == another or victims else _SIZE_OF_PEOPLE
    return bool(size > 0 and 1 / largest <= size / row["value"] <= largest)


def says_all(row: Row) -> bool:
    """Whether a figure is told as the whole number: "all 34 rings"."""
    return f"all {row['text']}" in row["sentence"].lower()


def count_people(a: Row, b: Row) -> bool:
    """Whether both count people, by whatever noun: "218 adults", "the 281 participants"."""
    return all("person" in {row["measure"], *kinds_of(row["measure"])} for row in (a, b))
