"""Tests of pairs. Each gets two tables of equal length, row against row, and gives one bool a row.

Both hold the claims table's columns and `margin`: how far a figure may reach outside `low` to `high` by rounding or by
"about" (see interval.margins).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.judge.registry import pair_predicate

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.context import Context

_BOUNDED = ("at_least", "more_than", "at_most", "less_than")
_LENGTHS_OF_ABOUT = 3  # how many of its own lengths "around 1890" reaches to each side
_FLOAT_NOISE = 1e-9


@pair_predicate("disjoint", compares_values=True)
def disjoint(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> pd.Series:
    """No value fits both figures, give or take the rounding of the coarser one or a tenth where one says "about"."""
    return _gap(left, right) > _larger(left["margin"], right["margin"])


@pair_predicate("bound_broken")
def bound_broken(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> pd.Series:
    """One side draws a line ("over 200"), the other gives one figure on the wrong side of it."""
    one_line = left["bound"].isin(_BOUNDED) != right["bound"].isin(_BOUNDED)
    return one_line & disjoint(left, right, context)


@pair_predicate("dates_disjoint", compares_values=True)
def dates_disjoint(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> pd.Series:
    """No day fits both times; "around" and "early" reach three lengths of their interval further."""
    return _before(left, right) | _before(right, left)


@pair_predicate("before")
def before(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> pd.Series:
    """The left side's time is over before the right side's begins."""
    return _before(left, right)


@pair_predicate("opposite_polarity")
def opposite_polarity(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> pd.Series:
    """One side affirms what the other denies."""
    return left["polarity"] != right["polarity"]


@pair_predicate("any")
def any_pair(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> pd.Series:
    """Every pair that the rule makes comparable."""
    return left["start"].notna()


def _gap(left: pd.DataFrame, right: pd.DataFrame) -> pd.Series:
    """How far apart the two intervals lie; not positive where they meet, missing where a side has none."""
    gap = _larger(left["low"] - right["high"], right["low"] - left["high"])
    noise = _FLOAT_NOISE * _larger(left["low"].abs(), right["low"].abs()).where(lambda size: size < float("inf"), 0.0)
    return gap - noise


def _larger(a: pd.Series, b: pd.Series) -> pd.Series:
    return a.where(a >= b, b)


def _before(left: pd.DataFrame, right: pd.DataFrame) -> pd.Series:
    """Whether the left time ends before the right one starts; never where either end is open or unknown."""
    return left["date_end"] + _reach(left) <= right["date_start"] - _reach(right)


def _reach(rows: pd.DataFrame) -> pd.Series:
    length = rows["date_end"] - rows["date_start"]
    return (length * _LENGTHS_OF_ABOUT).where(rows["approximate"], length * 0)
