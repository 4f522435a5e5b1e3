"""Makes quantities of amounts: works out bounds, role, unit and interval from the tokens around them."""

from dataclasses import dataclass, replace

from checker.language.ages import read_age, read_decade_of_age
from checker.language.amounts import Amount, read_amount
from checker.language.bounds import Bounds, is_lower, opposite, read_bounds
from checker.language.multiples import multiple_behind, occasions, read_factor
from checker.language.numbers import is_cue
from checker.language.quantity import Bound, Quantity
from checker.language.ranges import Pair
from checker.language.surroundings import counts_both, margin_behind, per_behind_noun, refers_back
from checker.language.tokens import Tokens
from checker.language.unit_words import read_name as read_unit_name
from checker.language.unit_words import read_per
from checker.language.units import dimension

_COUNTED = 0.5  # resolution of what is counted and not rounded: ages, scores, sets


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity in tokens: those of the whole expression, `first` up to `last`, and those of its figure."""

    first: int
    last: int
    number_first: int
    number_last: int
    low: float
    high: float
    value: float | None
    resolution: float
    bound: Bound = Bound.EXACT
    approximate: bool = False
    unit: str = "count"
    per: str = ""
    role: str = ""
    in_words: bool = False

    def quantity(self, tokens: Tokens, first: int) -> Quantity:
        """The quantity with offsets into the text, beginning at token `first`."""
        return Quantity(
            start=tokens.starts[first],
            end=max(tokens.ends[self.last - 1], tokens.ends[self.number_last - 1]),
            number_start=tokens.starts[self.number_first],
            number_end=tokens.ends[self.number_last - 1],
            low=self.low,
            high=self.high,
            value=self.value,
            resolution=self.resolution,
            bound=self.bound,
            approximate=self.approximate,
            unit=self.unit,
            per=self.per,
            role=self.role,
            in_words=self.in_words,
        )


def bounded(tokens: Tokens, amount: Amount) -> tuple[Amount, Bounds]:
    """The bound words around an amount; and the amount with the unit that they may part from it: "10 or more years"."""
    bounds = read_bounds(tokens, amount.first, amount.last, is_time=dimension(amount.unit) == "time")
    if amount.bare and bounds.last > amount.last and (match := read_unit_name(tokens, bounds.last)):
        unit, last = match
        return replace(amount, unit=unit), replace(bounds, last=last)
    return amount, bounds


def single(tokens: Tokens, amount: Amount, bounds: Bounds) -> Reading:
    """The reading of one amount with its bound words."""
    number = amount.number
    low, high = bounds.interval(amount.low, amount.high)
    bound, approximate = bounds.bound, bounds.approximate
    first, last = bounds.first, bounds.last
    role, unit, resolution = "", amount.unit or "count", amount.resolution
    if age := read_age(tokens, amount, first, last):
        role, unit, first, last, resolution = "age", age.unit, age.first, age.last, _COUNTED
    elif (behind := multiple_behind(tokens, amount)) > 0:
        role, last = "multiple", max(last, behind)
    elif amount.bare and (number.fraction or number.ratio):
        role, unit = "ratio" if number.ratio else "share", "fraction"
    elif refers_back(tokens, amount):
        role = "reference"
    if amount.plus_minus:
        low, high, bound = -amount.high, amount.high, Bound.RANGE
    elif margin := margin_behind(tokens, amount):
        low, high, bound, last = amount.low - margin.high, amount.high + margin.high, Bound.RANGE, margin.last
    elif number.vague and not bounds.any:
        bound, approximate = Bound.RANGE, True
    return Reading(
        first,
        last,
        number.first,
        number.last,
        low,
        high,
        None if number.vague else amount.low,
        resolution,
        bound=bound,
        approximate=approximate,
        unit=unit,
        per=amount.per or per_behind_noun(tokens, last),
        role=role,
        in_words=number.in_words,
    )


def joined(tokens: Tokens, pair: Pair) -> Reading:
    """The reading of a range."""
    start, end = pair.start, pair.end
    bounds = read_bounds(tokens, start.first, end.last)
    first, last = bounds.first, bounds.last
    role, unit, resolution = "", end.unit or "count", min(start.resolution, end.resolution)
    age = read_age(tokens, end, start.number.first, last) or read_age(tokens, end, first, last)
    if age:
        role, unit, first, last, resolution = "age", age.unit, min(first, age.first), age.last, _COUNTED
    elif (behind := multiple_behind(tokens, end)) > 0:
        role, last = "multiple", max(last, behind)
    elif start.bare and end.bare and start.number.fraction and end.number.fraction:
        role, unit = "share", "fraction"
    return Reading(
        first,
        last,
        start.number.first,
        end.number.last,
        start.low,
        end.high,
        None,
        resolution,
        bound=Bound.RANGE,
        approximate=bounds.approximate or pair.approximate,
        unit=unit,
        per=end.per or per_behind_noun(tokens, last),
        role=role,
        in_words=start.number.in_words,
    )


def doubly_bounded(tokens: Tokens, amount: Amount, bounds: Bounds) -> Reading | None:
    """The range in "greater than 100 and smaller than 300"; None where no opposite bound follows at once."""
    joint = bounds.last
    if not bounds.any or tokens.word(joint) not in ("and", "but", ","):
        return None
    cue = next((index for index in range(joint + 2, min(joint + 8, len(tokens))) if is_cue(tokens, index)), None)
    other = read_amount(tokens, cue) if cue is not None else None
    if other is None:
        return None
    second = read_bounds(tokens, other.first, other.last)
    if second.first != joint + 1 or not opposite(bounds, second):
        return None
    both_compare = tokens.word(amount.first - 1) == tokens.word(other.first - 1) == "than"
    if tokens.word(joint) == "," and not both_compare:
        return None
    low, high = (amount, other) if is_lower(bounds) else (other, amount)
    if low.low >= high.low or (amount.unit and other.unit not in ("", amount.unit)):
        return None
    return Reading(
        bounds.first,
        second.last,
        amount.number.first,
        other.number.last,
        low.low,
        high.low,
        None,
        min(low.resolution, high.resolution),
        bound=Bound.RANGE,
        unit=amount.unit or other.unit or "count",
        per=amount.per or other.per,
        in_words=amount.number.in_words,
    )


def tally(amount: Amount) -> Reading:
    """The reading of one side of a score."""
    number = amount.number
    first, last, value = amount.first, amount.last, amount.low
    return Reading(
        first, last, number.first, number.last, value, value, value, _COUNTED, role="score", in_words=number.in_words
    )


def decade_of_age(tokens: Tokens, index: int) -> Reading | None:
    """ "in her 80s"."""
    if (decade := read_decade_of_age(tokens, index)) is None:
        return None
    last, low = decade
    return Reading(
        index, last, index, last, low, low + 9, None, _COUNTED, bound=Bound.RANGE, unit="year", role="decade_of_age"
    )


def word(tokens: Tokens, index: int) -> Reading | None:
    """The reading of a word that says a quantity by itself: "doubled", "both", "twice" a week."""
    behind = index + 1
    if factor := read_factor(tokens, index):
        bounds = read_bounds(tokens, index, behind)
        low, high = bounds.interval(factor, factor)
        return Reading(
            bounds.first,
            behind,
            index,
            behind,
            low,
            high,
            factor,
            0.05 * factor,
            bound=bounds.bound,
            approximate=bounds.approximate,
            role="multiple",
            in_words=True,
        )
    if tokens.word(index) == "both":
        if not counts_both(tokens, index):
            return None
        return Reading(index, behind, index, behind, 2, 2, 2, _COUNTED, role="reference", in_words=True)
    times, per = occasions(tokens, index), read_per(tokens, behind)
    if not times or per is None or dimension(per[1]) != "time":
        return None
    return Reading(index, per[0], index, behind, times, times, times, _COUNTED, per=per[1], in_words=True)
