"""Fractions, conversions of units, averages and rates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.judge.arithmetic.changes import as_percent, loosely
from checker.judge.arithmetic.restate import like, number, reach
from checker.judge.interval import Interval, reckoned
from checker.judge.registry import frame_predicate
from checker.judge.rows import slot
from checker.language.units import UNITS, convert, dimension

if TYPE_CHECKING:
    from checker.judge.context import Context
    from checker.judge.registry import Words
    from checker.judge.rows import Row

_ROUGH = 0.05  # how far, as a share of the figure, a round figure in a conversion may be rounded
_ROUGH_DEGREES = 2.5  # the same for temperatures, whose zero is no zero
_HALF = 0.5  # an average that is written as a whole number is rounded to it
_TIMES = {  # how often the shorter period of a rate goes into the longer one
    ("second", "minute"): Interval(60.0, 60.0),
    ("minute", "hour"): Interval(60.0, 60.0),
    ("hour", "day"): Interval(24.0, 24.0),
    ("day", "week"): Interval(5.0, 7.0),
    ("week", "month"): Interval(4.0, 4.5),
    ("week", "year"): Interval(52.0, 52.2),
    ("month", "quarter"): Interval(3.0, 3.0),
    ("month", "year"): Interval(12.0, 12.0),
    ("quarter", "year"): Interval(4.0, 4.0),
    ("day", "year"): Interval(365.0, 366.0),
}
_NAMESAKES = {  # units that share a name on two sides of an ocean
    "gallon": ("imperial_gallon",),
    "pint": ("us_pint",),
    "quart": ("imperial_quart",),
    "fluid_ounce": ("imperial_fluid_ounce", "us_fluid_ounce"),
    "ton": ("long_ton", "tonne"),
    "long_ton": ("ton",),
    "calorie": ("kilocalorie",),
    "ounce": ("troy_ounce",),
}


@frame_predicate("ratio_off", words=("part", "whole", "percent", "stated"))
def ratio_off(rows: Sequence[Row], context: Context) -> Words | None:
    """A fraction and the figures, or the per cent, given for it do not agree."""
    ratio = slot(rows, "ratio") or slot(rows, "factor")
    if len(ratio) != 1:
        return None
    said = as_percent(ratio[0]) if slot(rows, "ratio") else loosely(ratio[0]) * Interval(100.0, 100.0)
    percent, part, whole = slot(rows, "percent"), slot(rows, "part"), slot(rows, "whole")
    if percent:
        if said.meets(reckoned(percent[0])):
            return None
        share = ratio[0]["value"] * 100
        return {"part": "", "whole": "", "percent": reach(Interval(share, share), "%"), "stated": percent[0]["text"]}
    if not part or not whole:
        return None
    base = reckoned(whole[0])
    if base.low <= 0:
        return None
    reached = (reckoned(part[0]) / base) * Interval(100.0, 100.0)
    if said.meets(reached):
        return None
    names = part[0]["text"], whole[0]["text"]
    return {"part": names[0], "whole": names[1], "percent": reach(reached, "%"), "stated": ratio[0]["text"]}


@frame_predicate("conversion_off", words=("given", "converted", "right"))
def conversion_off(rows: Sequence[Row], context: Context) -> Words | None:
    """One measurement is given in two units that do not agree, rounding to a round figure allowed."""
    given, converted = slot(rows, "given"), slot(rows, "converted")
    if len(given) != 1 or len(converted) != 1:
        return None
    one, other = given[0], converted[0]
    if not (dimension(one["unit"]) and dimension(one["unit"]) == dimension(other["unit"])):
        return None
    if not all(math.isfinite(end) for row in (one, other) for end in _ends(row)):
        return None
    written = _roughly(other)
    readings = [_converted(_roughly(one), source, target) for source, target in _meanings(one["unit"], other["unit"])]
    if any(reading.meets(written) for reading in readings):
        return None
    middle = one["value"] if one["value"] == one["value"] else (one["low"] + one["high"]) / 2
    right = like(other, convert(middle, one["unit"], other["unit"]))
    return {"given": one["text"], "converted": other["text"], "right": right}


@frame_predicate("average_off", words=("sum", "result", "stated"))
def average_off(rows: Sequence[Row], context: Context) -> Words | None:
    """A total, a count and the average or rate that is given for them do not agree."""
    total, count, each = slot(rows, "total"), slot(rows, "count"), slot(rows, "each")
    if total and count and each:
        return _average(total[0], count[0], each[0])
    short, long = slot(rows, "short"), slot(rows, "long")
    if short and long:
        return _rate(short[0], long[0])
    return None


def _average(total: Row, count: Row, each: Row) -> Words | None:
    divisor = reckoned(count)
    if count["unit"] == "count" and count["value"] != round(count["value"]):
        return None  # nobody counts 1.6 of a thing
    if divisor.low <= 0 or not math.isfinite(divisor.high):
        return None
    average = reckoned(total) / divisor
    if average.meets(_rounded(each)):
        return None
    result = like(each, total["value"] / count["value"])
    return {"sum": f"{total['text']} / {count['text']}", "result": result, "stated": each["text"]}


def _rounded(each: Row) -> Interval:
    """What a written average stands for: unlike a count, "11" is any value from 10.5 to 11.5."""
    written = reckoned(each)
    least = Interval.at(each["value"], min(each["resolution"], _HALF)) if not math.isnan(each["value"]) else written
    return Interval(min(written.low, least.low), max(written.high, least.high))


def _rate(short: Row, long: Row) -> Words | None:
    times = _TIMES.get((short["per"], long["per"]))
    if times is None or (reckoned(short) * times).meets(reckoned(long)):
        return None
    factor = number(times.low)
    return {
        "sum": f"{short['text']} x {factor}",
        "result": like(long, short["value"] * times.low),
        "stated": long["text"],
    }


def _roughly(row: Row) -> Interval:
    """What a figure in a conversion stands for: its digits, and no more than a twentieth where it is a round one."""
    low, high = _ends(row)
    reach = _ROUGH_DEGREES if dimension(row["unit"]) == "temperature" else _ROUGH * max(abs(low), abs(high))
    reach = 2 * reach if row["approximate"] else min(reach, row["resolution"])
    return Interval(low - reach, high + reach)


def _ends(row: Row) -> tuple[float, float]:
    """The figure twice, or the two ends of a range; "over 100" is converted as 100."""
    return (row["low"], row["high"]) if math.isnan(row["value"]) else (row["value"], row["value"])


def _converted(interval: Interval, source: str, target: str) -> Interval:
    ends = convert(interval.low, source, target), convert(interval.high, source, target)
    return Interval(min(ends), max(ends))


def _meanings(source: str, target: str) -> list[tuple[str, str]]:
    """Every pair of units that the names can mean: a gallon is the imperial or the American one."""
    return [(a, b) for a in _namesakes(source) for b in _namesakes(target)]


def _namesakes(unit: str) -> list[str]:
    return [unit, *(other for other in _NAMESAKES.get(unit, ()) if other in UNITS)]
