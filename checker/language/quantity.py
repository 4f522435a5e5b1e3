"""What a written quantity says, before anyone asks what it is a quantity of."""

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """How the words bound the figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text, all offsets half-open and in code points of that text.

    `start`, `end` hold the whole expression: bound words, currency, figure, magnitude and unit ("over £3.5 million",
    "between 3 and 5 per cent", "two-thirds"); `number_start`, `number_end` the figure alone.
    `low`, `high` are the interval that the words state, infinite where they leave it open; `value` is the one figure
    written, None for a range. `resolution` is half a unit of the last digit that carries meaning.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: float
    high: float
    value: float | None
    resolution: float
    bound: Bound = Bound.EXACT
    approximate: bool = False
    unit: str = "count"  # canonical: count, percent, percentage_point, an ISO 4217 code, km, year, …
    per: str = ""  # canonical unit of the divisor: "hour" in "£15 an hour"
    role: str = ""  # what the expression itself gives away: share, ratio, age, rank, score, multiple, decade_of_age
    in_words: bool = False  # "eight thousand", not "8,000"
