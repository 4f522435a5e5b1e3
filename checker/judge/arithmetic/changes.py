"""Changes: from, to and by how much; in per cent or in percentage points; up or down."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.judge.arithmetic.restate import like, reach
from checker.judge.interval import UNBOUNDED, Interval, reckoned
from checker.judge.registry import frame_predicate
from checker.judge.rows import slot

if TYPE_CHECKING:
    from checker.judge.context import Context
    from checker.judge.registry import Words
    from checker.judge.rows import Row

LOOSE = 0.1  # "doubled", "a third": words for a ratio reach a tenth either way
_HUNDRED = Interval(100.0, 100.0)


@frame_predicate("change_off", words=("start", "end", "change", "stated"))
def change_off(rows: Sequence[Row], context: Context) -> Words | None:
    """The change in per cent, or "halved", does not lead from the one figure to the other."""
    start, end = _one(rows, "from"), _one(rows, "to")
    share, factor, amount = _one(rows, "share"), _one(rows, "factor"), _one(rows, "amount")
    if end is None or (start is not None and start["unit"] == end["unit"] == "percent" and share is not None):
        return None  # changes of percentages have a rule of their own
    before = _before(rows, end, amount) if start is None else reckoned(start)
    if before is None or before.low <= 0:
        return None
    after = reckoned(end)
    if share is not None:
        change = _relative(before, after) if amount is None or start is not None else _fraction(amount, before)
        if as_percent(share).meets(change):
            return None
        return _words(start, end, reach(change, "%"), share, before)
    if factor is not None and start is not None:
        ratio = Interval(after.low / before.high, after.high / before.low)
        inverse = Interval(before.low / after.high, before.high / after.low) if after.low > 0 else UNBOUNDED
        if loosely(factor).meets(ratio) or loosely(factor).meets(inverse):
            return None  # what takes a third of the time is three times as fast
        return _words(start, end, reach(ratio.scaled(100.0), "% of it"), factor, before)
    return None


@frame_predicate("difference_off", words=("first", "second", "difference", "stated"))
def difference_off(rows: Sequence[Row], context: Context) -> Words | None:
    """The difference that is given is not the one between the two figures."""
    first = _one(rows, "first") or _one(rows, "to")
    second = _one(rows, "second") or _one(rows, "from")
    stated = _one(rows, "difference") or _one(rows, "amount") or _one(rows, "points")
    if first is None or second is None or stated is None:
        return None
    apart = _size(reckoned(first) - reckoned(second))
    if apart.meets(reckoned(stated)) or _is_reading_of_total(stated, first, second):
        return None
    high, low = (first, second) if first["value"] >= second["value"] else (second, first)
    return {
        "first": high["text"],
        "second": low["text"],
        "difference": like(stated, high["value"] - low["value"]),
        "stated": stated["text"],
    }


@frame_predicate("points_off", words=("start", "end", "points", "change", "stated", "reading"))
def points_off(rows: Sequence[Row], context: Context) -> Words | None:
    """A percentage changes by a per cent figure that is neither its points nor its relative change."""
    start, end, share = _one(rows, "from"), _one(rows, "to"), _one(rows, "share")
    if start is None or end is None or share is None or not start["unit"] == end["unit"] == "percent":
        return None
    before, after = reckoned(start), reckoned(end)
    stated = as_percent(share)
    if before.low <= 0 or stated.meets(_relative(_firmly(before), _firmly(after))):
        return None
    points, change = _size(after - before), _relative(before, after)
    as_points = stated.meets(points)
    return {
        "start": start["text"],
        "end": end["text"],
        "points": reach(points),
        "change": reach(change, "%"),
        "stated": share["text"],
        "reading": "percentage points, not per cent" if as_points else "neither",
        "lowered": as_points or stated.meets(change),
    }


@frame_predicate("direction_off", words=("direction", "start", "end", "said"))
def direction_off(rows: Sequence[Row], context: Context) -> Words | None:
    """The text says that a figure rose and gives a lower one, or the other way round."""
    start, end, direction = _one(rows, "from"), _one(rows, "to"), _one(rows, "direction")
    if start is None or end is None or direction is None or direction["entry"] not in ("rise", "fall"):
        return None
    before, after = reckoned(start), reckoned(end)
    rose, fell = after.low > before.high, after.high < before.low
    if not (rose if direction["entry"] == "fall" else fell):
        return None
    return {
        "direction": "a rise" if rose else "a fall",
        "start": start["text"],
        "end": end["text"],
        "said": direction["text"],
    }


def as_percent(row: Row) -> Interval:
    """A share in per cent, be it written as one or as a fraction; words for it are taken loosely."""
    if row["unit"] != "fraction":
        return reckoned(row)
    stated = reckoned(row)
    if math.isfinite(stated.low) and math.isfinite(stated.high):
        stated = Interval(stated.low - LOOSE * abs(stated.low), stated.high + LOOSE * abs(stated.high))
    return stated * _HUNDRED


def _firmly(interval: Interval) -> Interval:
    """Half of what rounding allows: that two percentages lie at opposite ends of it is possible, but not likely."""
    middle = (interval.low + interval.high) / 2
    return Interval((interval.low + middle) / 2, (interval.high + middle) / 2)


def _one(rows: Sequence[Row], name: str) -> Row | None:
    found = slot(rows, name)
    return found[0] if len(found) == 1 else None


def _relative(before: Interval, after: Interval) -> Interval:
    """By how many per cent of `before` the two differ, without a sign."""
    if before.low <= 0:
        return UNBOUNDED
    ratios = Interval(after.low / before.high, after.high / before.low)
    return _size((ratios - Interval(1.0, 1.0)) * _HUNDRED)


def _fraction(amount: Row, before: Interval) -> Interval:
    """`amount` in per cent of `before`."""
    return (reckoned(amount) / before) * _HUNDRED


def _size(interval: Interval) -> Interval:
    if interval.low >= 0:
        return interval
    if interval.high <= 0:
        return Interval(-interval.high, -interval.low)
    return Interval(0.0, max(-interval.low, interval.high))


def _before(rows: Sequence[Row], end: Row, amount: Row | None) -> Interval | None:
    """Where a figure stood that went "down by 120 to 340"."""
    direction = _one(rows, "direction")
    if amount is None or direction is None:
        return None
    step = reckoned(amount)
    return reckoned(end) + step if direction["entry"] == "fall" else reckoned(end) - step


def loosely(row: Row) -> Interval:
    """What words for a ratio stand for: a tenth of it either way."""
    stated = reckoned(row)
    return Interval(stated.low - LOOSE * abs(stated.low), stated.high + LOOSE * abs(stated.high))


def _is_reading_of_total(stated: Row, first: Row, second: Row) -> bool:
    """Whether the "difference" is one of the two figures again, so that the words mean something else."""
    return bool(stated["value"] in (first["value"], second["value"]))


def _words(start: Row | None, end: Row, change: str, stated: Row, before: Interval) -> Words:
    begin = str(start["text"]) if start is not None else like(end, (before.low + before.high) / 2)
    return {"start": begin, "end": end["text"], "change": change, "stated": stated["text"]}
