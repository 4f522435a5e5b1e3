"""Pairs the claims that a rule calls comparable, by joining on keys and never by trying all rows with all others.

The cost stays near n log n: a row is paired with at most `WIDEST_KEY` others of its key, or of each of its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from checker.claims.table import COLUMNS
from checker.judge.comparable import COMPARISONS
from checker.judge.digits import digits_in_order
from checker.judge.pointing import NOWHERE
from checker.judge.rows import Row
from checker.judge.rule import TIME, PairShape
from checker.judge.scopes import CERTAIN, LEAST
from checker.judge.select import Mask, Selector

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Positions = NDArray[np.intp]

WIDEST_KEY = 50  # rows of one key that are paired all with all; beyond, only rows of the same known subject are
COMMONEST_WORD = 40  # rows of one key that a word may stand in and still tell which belong together
MOST_PARTNERS = 30  # others ahead, and as many before, that a row is paired with: those that share most words with it
WORD_SETS = ("group", "terms", "names")  # columns that hold a set of words; compatible where one set contains the other

SILENCE_TELLS = ("per", "attribution")  # columns where "" is known: no divisor, nobody but the article


class Pairs(NamedTuple):
    """Pairs of row positions; `partial` where their scope is only partly known."""

    left: Positions
    right: Positions
    partial: Mask

    def at(self, chosen: Any) -> Pairs:
        """The pairs that the mask or slice `chosen` holds for."""
        return Pairs(self.left[chosen], self.right[chosen], self.partial[chosen])


_NOWHERE = np.empty(0, dtype=np.intp)
_NO_PAIRS = Pairs(_NOWHERE, _NOWHERE, np.empty(0, dtype=bool))


def weighed(pairs: Pairs, rows: Sequence[Row], comparison: str, least: float) -> tuple[Pairs, NDArray[np.float64]]:
    """The pairs that `comparison` finds evidence enough for (`least`), and the evidence for each of them.

    See checker.judge.comparable. Pairs with little more than the least evidence count as of partly known scope.
    """
    weigh = COMPARISONS[comparison]
    ends = zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    scores = np.array([weigh(rows[a], rows[b]) for a, b in ends], dtype=float)
    enough = scores >= least
    pairs, scores = pairs.at(enough), scores[enough]
    return Pairs(pairs.left, pairs.right, pairs.partial | (scores < min(CERTAIN, least + CERTAIN - LEAST))), scores


def comparable_pairs(selector: Selector, shape: PairShape) -> Pairs:
    """The pairs of rows of the selector's table (index 0, 1, …) that the pair shape selects and joins, each once.

    Where the sides are asymmetric (`left`, `right`), `left` holds the left side; else the one that stands first.
    """
    claims = selector.table
    left = selector.matching({**shape.select, **shape.left}, shape.reject)
    asymmetric = bool(shape.left or shape.right)
    right = selector.matching({**shape.select, **shape.right}, shape.reject) if asymmetric else left
    rows = np.flatnonzero(left | right)
    for name in shape.same:
        rows = rows[is_known(claims, name)[rows]]
    if len(rows) < 2:
        return _NO_PAIRS
    first, second = _joined(claims, rows, shape)
    if asymmetric:
        forward, backward = left[first] & right[second], left[second] & right[first]
        first, second = (
            np.concatenate([first[forward], second[backward]]),
            np.concatenate([second[forward], first[backward]]),
        )
    pairs = Pairs(first, second, np.zeros(len(first), dtype=bool))
    pairs = pairs.at(~_overlapping(claims, pairs))
    if not len(pairs.left):
        return _NO_PAIRS
    for name in shape.compatible:
        pairs = _compatible_times(claims, pairs) if name == TIME else _compatible(claims, pairs, name)
    return pairs


def _joined(claims: pd.DataFrame, rows: Positions, shape: PairShape) -> tuple[Positions, Positions]:
    key = _codes(claims, rows, ("article", *shape.same))
    if shape.share:
        return _sharing_words(claims, rows, key, shape.share, transposed="low" not in shape.same)
    wide = np.bincount(key, minlength=1)[key] > WIDEST_KEY
    if wide.any():
        kept = ~wide | is_known(claims, "subject")[rows]
        rows, key, wide = rows[kept], key[kept], wide[kept]
        subject = _codes(claims, rows, ("subject",)) + 1
        key = np.unique(np.stack([key, np.where(wide, subject, 0)]), axis=1, return_inverse=True)[1].reshape(-1)
    first, second = within(key, WIDEST_KEY)
    return rows[first], rows[second]


def _sharing_words(
    claims: pd.DataFrame, rows: Positions, key: Positions, least: int, transposed: bool
) -> tuple[Positions, Positions]:
    """The pairs of one key with `least` words or more in common, of which few rows of the key hold each.

    With `transposed` the digits of a figure, whatever their order, count as a word.
    """
    surroundings = (claims["terms"] + " " + claims["near"] + " " + claims["measure"]).to_numpy()[rows]
    values = claims["value"].to_numpy()[rows]
    words = [
        sorted({*found.split(), digits_in_order(value) if transposed else "", *meant} - {""})
        for found, value, meant in zip(surroundings, values, _pointers(claims, rows), strict=True)
    ]
    owner = np.repeat(np.arange(len(rows)), [len(found) for found in words])
    word = pd.factorize(np.array([one for found in words for one in found], dtype=object))[0]
    bucket = np.unique(np.stack([key[owner], word]), axis=1, return_inverse=True)[1].reshape(-1)
    rare = np.bincount(bucket, minlength=1)[bucket] <= COMMONEST_WORD
    owner, bucket = owner[rare], bucket[rare]
    first, second = within(bucket, COMMONEST_WORD)
    pair, shared = np.unique(owner[first] * len(rows) + owner[second], return_counts=True)
    pair, shared = pair[shared >= least], shared[shared >= least]
    first, second = pair // max(1, len(rows)), pair % max(1, len(rows))
    close = _is_among_closest(first, shared) & _is_among_closest(second, shared)
    return rows[first[close]], rows[second[close]]


def _pointers(claims: pd.DataFrame, rows: Positions) -> list[set[str]]:
    """For each row the claim that it can only mean, and itself for those that mean it, as words of their own."""
    if "points_to" not in claims:
        return [set() for _ in rows]
    meant = claims["points_to"].to_numpy()[rows].tolist()
    own = claims["claim"].to_numpy()[rows].tolist()
    known = {*meant} - {NOWHERE}
    return [{f"#{number}" for number in pair if number in known} for pair in zip(meant, own, strict=True)]


def _is_among_closest(end: Positions, shared: Positions) -> Mask:
    """For each pair whether it is one of the `MOST_PARTNERS` of its row `end` that share most words with it."""
    order = np.lexsort((np.arange(len(end)), -shared, end))
    ordered = end[order]
    begins = np.flatnonzero(np.diff(ordered, prepend=-1))
    rank = np.arange(len(end)) - np.repeat(begins, np.diff(np.append(begins, len(end))))
    among = np.zeros(len(end), dtype=bool)
    among[order] = rank < MOST_PARTNERS
    return among


def within(key: Positions, reach: int) -> tuple[Positions, Positions]:
    """All pairs of positions with equal `key`, each position with at most the next `reach` of its key."""
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    first, second = [np.empty(0, dtype=np.intp)], [np.empty(0, dtype=np.intp)]
    for step in range(1, min(reach, len(key) - 1) + 1):
        equal = ordered[step:] == ordered[:-step]
        if not equal.any():
            break
        first.append(order[:-step][equal])
        second.append(order[step:][equal])
    return np.concatenate(first), np.concatenate(second)


def _codes(claims: pd.DataFrame, rows: Positions, names: Sequence[str]) -> Positions:
    """A number for each row, equal where all columns `names` are."""
    codes = np.zeros(len(rows), dtype=np.intp)
    for name in names:
        values, found = pd.factorize(claims[name].to_numpy()[rows])
        codes = np.unique(codes * (len(found) + 1) + values, return_inverse=True)[1].reshape(-1)
    return codes


def is_known(claims: pd.DataFrame, name: str) -> Mask:
    if name in SILENCE_TELLS:
        return np.ones(len(claims), dtype=bool)
    column = claims[name]
    known: Mask = (column != "" if COLUMNS[name].unknown == "" else column.notna()).to_numpy()
    return known


def _overlapping(claims: pd.DataFrame, pairs: Pairs) -> Mask:
    start, end = claims["start"].to_numpy(), claims["end"].to_numpy()
    overlap: Mask = (start[pairs.left] < end[pairs.right]) & (start[pairs.right] < end[pairs.left])
    return overlap


def _compatible(claims: pd.DataFrame, pairs: Pairs, name: str) -> Pairs:
    values, known = claims[name].to_numpy(), is_known(claims, name)
    a, b = values[pairs.left], values[pairs.right]
    equal = a == b
    both = known[pairs.left] & known[pairs.right]
    fits = equal | ~both
    if name in WORD_SETS:
        unsure = np.flatnonzero(~fits)
        fits[unsure] = [_contained(a[pair], b[pair]) for pair in unsure]
    return Pairs(pairs.left, pairs.right, pairs.partial | (fits & ~equal)).at(fits)


def _contained(a: str, b: str) -> bool:
    left, right = set(a.split()), set(b.split())
    return left <= right or right <= left


def _compatible_times(claims: pd.DataFrame, pairs: Pairs) -> Pairs:
    starts, ends = claims["date_start"], claims["date_end"]
    known = (starts.notna() | ends.notna()).to_numpy()
    start = starts.to_numpy().astype("int64")  # NaT is the least number: an open start
    end = np.where(ends.isna().to_numpy(), np.iinfo(np.int64).max, ends.to_numpy().astype("int64"))
    left, right = pairs.left, pairs.right
    both = known[left] & known[right]
    fits = ~both | ((start[left] < end[right]) & (start[right] < end[left]))
    return Pairs(left, right, pairs.partial | (known[left] != known[right])).at(fits)
