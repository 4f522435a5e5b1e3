"""Tests of pairs. Each gets two tables of equal length, row against row, and gives one bool a row.

Both hold the claims table's columns and `margin`: how far a figure may reach outside `low` to `high` by rounding or by
"about" (see interval.margins).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.judge.cycles import place_in_cycle
from checker.judge.interval import FLOAT_NOISE
from checker.judge.registry import pair_predicate
from checker.judge.retelling import ZONES
from checker.judge.rows import rows_of

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from checker.judge.context import Context

    Mask = NDArray[np.bool_]

_BOUNDED = ("at_least", "more_than", "at_most", "less_than")
WHOLE = 0.5  # resolution of a figure that is counted to the last one
_ROUND = 10  # from ten on, a count that ends in 0 or 5 may be a rounded one
_FIRST_DAY, _LAST_DAY = "1678-01-01", "2261-12-31"  # what fits the table's dates
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
    return apart | _on_the_line(left, right) | _on_the_line(right, left) | _ranges_differ(left, right)


def _ranges_differ(left: pd.DataFrame, right: pd.DataFrame) -> Mask:
    """ "4.8% to 6.6%" and "4.8% to 7.6%": two ranges that have one end in common and not the other."""
    import numpy as np

    low, high, margin = _columns(left, "low", "high", "margin")
    other_low, other_high, other_margin = _columns(right, "low", "high", "margin")
    ranges = ((left["bound"] == "range") & (right["bound"] == "range")).to_numpy()
    with np.errstate(invalid="ignore"):  # two open ends
        apart = [np.abs(low - other_low), np.abs(high - other_high)] > np.maximum(margin, other_margin)
    differ: Mask = ranges & (apart[0] ^ apart[1])
    return differ


def _on_the_line(bounded: pd.DataFrame, exact: pd.DataFrame) -> Mask:
    """ "Fewer than 57 letters" and "57 letters": a figure on the line itself, unless it may be a rounded one.

    "More than 62%" is also said of 62.4%, which is 62%; "more than 1.2 million" of what is 1.2 million elsewhere. So
    above the line only whole counts to their last digit tell, below it also other figures of two digits or more.
    """
    import numpy as np

    below = (bounded["bound"] == "less_than").to_numpy()
    above = (bounded["bound"] == "more_than").to_numpy()
    line, value, resolution = np.where(below, bounded["high"], bounded["low"]), *_columns(exact, "value", "resolution")
    with np.errstate(invalid="ignore", divide="ignore"):
        digits = np.round(value / (2 * resolution))  # the digits that carry meaning: 12 for 1.2 million
        whole = (exact["unit"] == "count").to_numpy() & (resolution == WHOLE) & ((digits % 5 != 0) | (value < _ROUND))
        telling = (digits >= _ROUND) & (digits % 5 != 0)
    plain = ((exact["bound"] == "exact") & ~exact["approximate"] & ~bounded["approximate"]).to_numpy()
    on_line: Mask = plain & (line == value) & ((below & (telling | whole)) | (above & whole))
    return on_line


@pair_predicate("bound_broken")
def bound_broken(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """One side draws a line ("over 200"), the other gives one figure on the wrong side of it."""
    one_line: Mask = (left["bound"].isin(_BOUNDED) != right["bound"].isin(_BOUNDED)).to_numpy()
    return one_line & disjoint(left, right, context)


@pair_predicate("limits_differ", compares_values=True)
def limits_differ(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """Both sides draw a line on the same side, "up to 300" or "at least 18", and not at the same figure."""
    import numpy as np

    low, high, margin = _columns(left, "low", "high", "margin")
    other_low, other_high, other_margin = _columns(right, "low", "high", "margin")
    reach = np.maximum(margin, other_margin)
    with np.errstate(invalid="ignore"):  # an open end against a closed one
        below = np.isneginf(low) & np.isneginf(other_low) & (np.abs(high - other_high) > reach)
        above = np.isposinf(high) & np.isposinf(other_high) & (np.abs(low - other_low) > reach)
    differ: Mask = below | above
    return differ


@pair_predicate("retold_otherwise", compares_values=True)
def retold_otherwise(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """A title or description gives a line or range of the text as another: "at least $7" of "at least $6".

    A looser line that is also rounder says no more than the text does: "over 200" of "over 240".
    """
    import numpy as np

    summarised = left["zone"].isin(ZONES).to_numpy()
    low, high, margin = _columns(left, "low", "high", "margin")
    other_low, other_high, other_margin = _columns(right, "low", "high", "margin")
    reach = np.maximum(margin, other_margin)
    with np.errstate(invalid="ignore"):  # an open end against a closed one
        apart = np.abs(low - other_low) > reach, np.abs(high - other_high) > reach
        above = np.isposinf(high) & np.isposinf(other_high) & apart[0]
        below = np.isneginf(low) & np.isneginf(other_low) & apart[1]
    both_ends = ((left["bound"] == "range") & (right["bound"] == "range")).to_numpy() & apart[0] & apart[1]
    coarser = (left["resolution"] > right["resolution"]).to_numpy()
    other_coarser = (right["resolution"] > left["resolution"]).to_numpy()
    looser = np.where(above, low < other_low, high > other_high)
    rounder = np.where(summarised, looser & coarser, ~looser & other_coarser)
    retold: Mask = (summarised != right["zone"].isin(ZONES).to_numpy()) & (both_ends | ((above | below) & ~rounder))
    return retold


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


@pair_predicate("turns_differ")
def turns_differ(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """Two times of one cycle of which no year is told, and not the same: "Q2" and "the first quarter"."""
    import numpy as np

    def places(claims: pd.DataFrame) -> list[tuple[str, int] | None]:
        return [place_in_cycle(row) for row in rows_of(claims)]

    unknown = (left["date_start"].isna() | right["date_start"].isna()).to_numpy()
    pairs = zip(places(left), places(right), strict=True)
    differ = np.array([bool(a and b and a[0] == b[0] and a[1] != b[1]) for a, b in pairs], dtype=bool)
    return differ & unknown


@pair_predicate("opposite_polarity")
def opposite_polarity(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """One side affirms what the other denies, and the denial is not of something narrower ("no formal treaty")."""
    opposite: Mask = (left["polarity"] != right["polarity"]).to_numpy(copy=True)
    for index, (a, b) in enumerate(zip(left.to_dict("records"), right.to_dict("records"), strict=True)):
        denied, affirmed = (a, b) if a["polarity"] == "negated" else (b, a)
        opposite[index] &= {*denied["group"].split()} <= {
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
    """Start and end of the time that the words allow, as arrays of dates: any day at all "before 2014"."""
    import numpy as np

    start, end, approximate = _columns(rows, "date_start", "date_end", "approximate")
    about = (end - start) * _LENGTHS_OF_ABOUT * approximate
    earlier, later = start - about, end + about
    first, last = (np.datetime64(day).astype(start.dtype) for day in (_FIRST_DAY, _LAST_DAY))
    relation, dated = rows["date_relation"], ~np.isnat(start) & ~np.isnat(end)
    before, after = (relation == "before").to_numpy() & dated, (relation == "after").to_numpy() & dated
    until = relation.isin(["by", "until"]).to_numpy() & dated
    return (
        np.where(before | until, first, np.where(after, end, earlier)),
        np.where(after, last, np.where(before, start, later)),
    )


def _columns(rows: pd.DataFrame, *names: str) -> list[Any]:
    return [rows[name].to_numpy() for name in names]
