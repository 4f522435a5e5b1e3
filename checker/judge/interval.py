"""Interval arithmetic on what figures state, so that rounding is never taken for a contradiction.

Moore, Kearfott and Cloud, Introduction to Interval Analysis (SIAM, 2009), chapter 2, gives the operations.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import pandas as pd

APPROXIMATION = 0.10  # how far, as a share of the figure, "about" may reach
FLOAT_NOISE = 1e-9  # two figures closer than this, relative or absolute, are the same figure
_ROUNDED = ("", "exact")  # bounds that leave the figure its rounding; "over 200" draws its line at 200 sharp


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from `low` to `high`, both included; either may be infinite."""

    low: float
    high: float

    @classmethod
    def at(cls, value: float, margin: float = 0.0) -> Self:
        """The values within `margin` of `value`."""
        return cls(value - margin, value + margin)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        products = [_product(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(products), max(products))

    def __truediv__(self, other: "Interval") -> "Interval":
        """The quotients; unbounded where the divisor can be 0."""
        if other.low <= 0 <= other.high:
            return UNBOUNDED
        return self * Interval(_inverse(other.high), _inverse(other.low))

    def scaled(self, factor: float) -> "Interval":
        """Every value times a finite `factor`."""
        return self * Interval(factor, factor)

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both; ends that touch do meet."""
        return _at_most(self.low, other.high) and _at_most(other.low, self.high)

    def __contains__(self, value: float) -> bool:
        return self.meets(Interval(value, value))


_HUNDRED = 100
UNBOUNDED = Interval(-math.inf, math.inf)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of all `intervals`; 0 for none."""
    result = Interval(0.0, 0.0)
    for interval in intervals:
        result = result + interval
    return result


def compared_rounding(value: float, resolution: float) -> float:
    """How far the true figure may lie from a written `value` when two mentions are compared.

    Half a unit of the last digit that carries meaning, but a figure is not taken to be rounded below two digits
    ("10,000" stands for 9,500 to 10,500, "20" for 20), unless a magnitude word can hide the rest ("3 million").
    """
    return min(resolution, 0.5 * max(_magnitude(value), _second_digit(value)))


def margins(claims: "pd.DataFrame") -> list[float]:
    """How far each claim's true figure may lie outside `low` to `high` when it is compared with another claim's."""
    columns = ("value", "resolution", "low", "high", "bound", "approximate", "text")
    return [_margin(*row) for row in zip(*(claims[name].tolist() for name in columns), strict=True)]


def _margin(
    value: float, resolution: float, low: float, high: float, bound: str, approximate: bool, text: str
) -> float:
    rounding = compared_rounding(value, resolution) if bound in _ROUNDED and not math.isnan(value) else 0.0
    if "hundred" in text and value % _HUNDRED == 0:  # who writes "four hundred" leaves room for 412
        rounding = max(rounding, min(resolution, 0.5 * _HUNDRED))
    return max(rounding, APPROXIMATION * max(_size(low), _size(high))) if approximate else rounding


def reckoned_rounding(value: float, resolution: float, unit: str) -> float:
    """How far the true figure may lie from a written `value` when the text itself reckons with it.

    Sharper than `compared_rounding`, for who adds £180m and £50m means these figures and not 175 and 45: half a unit
    of the thousand, million or billion it is written in, two digits at least; small whole counts are exact.
    """
    if abs(value) < 1000:
        exact = unit == "count" and resolution >= 0.5 and value == round(value)
        return 0.0 if exact else min(resolution, 0.5)
    return min(resolution, 0.5 * min(_magnitude(value), _second_digit(value)))


def stated(row: Mapping[str, Any]) -> Interval:
    """What a claim's words allow, to the last digit that carries meaning. `row` holds the claims table's columns."""
    return _widened(row, row["resolution"])


def reckoned(row: Mapping[str, Any]) -> Interval:
    """What a claim's words allow where the text reckons with the figure. `row` holds the claims table's columns."""
    value = row["value"]
    known = not math.isnan(value)
    return _widened(row, reckoned_rounding(value, row["resolution"], row["unit"]) if known else 0.0)


def _widened(row: Mapping[str, Any], rounding: float) -> Interval:
    low, high = row["low"], row["high"]
    if math.isnan(low) or math.isnan(high):
        return UNBOUNDED
    if row["bound"] not in _ROUNDED:
        rounding = 0.0
    if not row["approximate"]:
        return Interval(low - rounding, high + rounding)
    return Interval(low - max(rounding, APPROXIMATION * _size(low)), high + max(rounding, APPROXIMATION * _size(high)))


def _at_most(a: float, b: float) -> bool:
    return a <= b or math.isclose(a, b, rel_tol=FLOAT_NOISE, abs_tol=FLOAT_NOISE)


def _size(value: float) -> float:
    return abs(value) if math.isfinite(value) else 0.0


def _magnitude(value: float) -> float:
    """The largest of 1, 1,000, 1,000,000, … that is not above `value`."""
    return float(1000.0 ** max(0, _digits(value) // 3))


def _second_digit(value: float) -> float:
    """The unit of the second digit of `value`."""
    return float(10.0 ** (_digits(value) - 1))


def _digits(value: float) -> int:
    """Decimal exponent of `value`; 0 for 0 and for what is not finite."""
    return math.floor(math.log10(abs(value))) if value and math.isfinite(value) else 0


def _product(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b  # 0 × ∞ is 0 here: an end of an interval, not a limit


def _inverse(value: float) -> float:
    return 0.0 if math.isinf(value) else 1.0 / value
