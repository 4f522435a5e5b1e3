"""Tests of pairs. Each gets two tables of equal length, row against row, and gives one bool a row.

Both hold the claims table's columns and `margin`: how far a figure may reach outside `low` to `high` by rounding or by
"about" (see interval.margins).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.judge.interval import FLOAT_NOISE
from checker.judge.registry import pair_predicate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from checker.judge.context import Context

    Mask = NDArray[np.bool_]

_BOUNDED = ("at_least", "more_than", "at_most", "less_than")
_LENGTHS_OF_ABOUT = 3  # how many of its own lengths "around 1890" reaches to each side


@pair_predicate("disjoint", compares_values=True)
def disjoint(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """No value fits both figures, give or take the rounding of the coarser one or a tenth where one says "about"."""
    import numpy as np

    low, high, margin = _columns(left, "low", "high", "margin")
    other_low, other_high, other_margin = _columns(right, "low", "high", "margin")
    with np.errstate(invalid="ignore"):  # two open ends; a missing figure is never disjoint from another
        gap = np.maximum(low - other_high, other_low - high)
    size = np.maximum(np.abs(low), np.abs(other_low))
    noise = FLOAT_NOISE * np.where(np.isfinite(size), size, 0.0)
    apart: Mask = gap > np.maximum(margin, other_margin) + noise
    return apart


@pair_predicate("bound_broken")
def bound_broken(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """One side draws a line ("over 200"), the other gives one figure on the wrong side of it."""
    one_line: Mask = (left["bound"].isin(_BOUNDED) != right["bound"].isin(_BOUNDED)).to_numpy()
    return one_line & disjoint(left, right, context)


@pair_predicate("dates_disjoint", compares_values=True)
def dates_disjoint(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """No day fits both times; "around" and "early" reach three lengths of their interval further."""
    return before(left, right, context) | before(right, left, context)


@pair_predicate("before")
def before(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """The left side's time is over before the right side's begins."""
    first, last = _time(left)[1], _time(right)[0]
    over: Mask = first <= last  # never where either end is open or unknown: NaT is not comparable
    return over


@pair_predicate("opposite_polarity")
def opposite_polarity(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """One side affirms what the other denies, and the denial is not of something narrower ("no formal treaty")."""
    opposite: Mask = (left["polarity"] != right["polarity"]).to_numpy(copy=True)
    for index, (a, b) in enumerate(zip(left.to_dict("records"), right.to_dict("records"), strict=True)):
        denied, affirmed = (a, b) if a["polarity"] == "negated" else (b, a)
        narrower = {*denied["object"].split(), *denied["group"].split()}
        opposite[index] &= narrower <= {
            *affirmed["object"].split(),
            *affirmed["group"].split(),
            *affirmed["terms"].split(),
        }
    return opposite


@pair_predicate("any")
def any_pair(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """Every pair that the rule makes comparable."""
    every: Mask = left["start"].notna().to_numpy()
    return every


def _time(rows: pd.DataFrame) -> tuple[Any, Any]:
    """Start and end of the time that the words allow, as arrays of dates."""
    start, end, approximate = _columns(rows, "date_start", "date_end", "approximate")
    reach = (end - start) * _LENGTHS_OF_ABOUT * approximate
    return start - reach, end + reach


def _columns(rows: pd.DataFrame, *names: str) -> list[Any]:
    return [rows[name].to_numpy() for name in names]
