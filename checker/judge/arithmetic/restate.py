"""Writes a reckoned value the way the article writes its own: "£11.6m" where the text has "£12.6m"."""

from __future__ import annotations

import math
import re

from checker.judge.interval import Interval
from checker.judge.rows import Row

_FIGURE = re.compile(r"\d(?:[\d,]*\d)?(?:\.\d+)?")
_LONGEST = 30  # characters of the text that are repeated around a value


def like(row: Row, value: float) -> str:
    """`value` in the words, unit and magnitude of `row`; a plain number where the row is written in words."""
    text = str(row["text"])
    match = _FIGURE.search(text)
    if match is None or not row["value"] or len(text) > _LONGEST or math.isnan(row["value"]):
        return number(value) + ("%" if row["unit"] == "percent" else "")
    written = float(match[0].replace(",", ""))
    scale = row["value"] / written if written else 1.0
    decimals = len(match[0].partition(".")[2])
    return text[: match.start()] + _rounded(value / scale, decimals) + text[match.end() :]


def number(value: float) -> str:
    """A number as a reader writes it, to four digits or to the unit."""
    if not math.isfinite(value):
        return "any number"
    if abs(value) >= 1000 or value == round(value):
        return f"{value:,.0f}"
    return f"{value:.4g}"


def reach(interval: Interval, unit: str = "") -> str:
    """An interval as a reader writes it: "15%" where both ends round to it, else "14.2% to 15.9%"."""
    low, high = _rounded(interval.low, 1), _rounded(interval.high, 1)
    middle = (interval.low + interval.high) / 2
    if not math.isfinite(middle):
        return "any number"
    if interval.high - interval.low <= 0.02 * max(abs(middle), 1e-9) or low == high:
        return _rounded(middle, 1) + unit
    return f"{low}{unit} to {high}{unit}"


def _rounded(value: float, decimals: int) -> str:
    if not math.isfinite(value):
        return "any number"
    text = f"{value:,.{max(decimals, 0)}f}"
    if float(text.replace(",", "")) != value and decimals < 2:
        text = f"{value:,.{decimals + 1}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text
