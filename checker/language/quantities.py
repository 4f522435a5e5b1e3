"""Finds the quantities of a text: numbers with their bounds, units and roles.

Own grammars over the raw text; no parser and no model. A number that names something ("Level 4", "2019") is none.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence

from checker.language.ages import read_age, read_decade_of_age
from checker.language.amounts import Amount, amount_from, read_amount
from checker.language.bounds import Bounds, is_lower, opposite, read_bounds
from checker.language.labels import Labels, is_plural_noun
from checker.language.multiples import MULTIPLE_CUES, multiple_behind, occasions, read_factor
from checker.language.numbers import CUES, is_cue
from checker.language.quantity import Bound, Quantity
from checker.language.ranges import Pair, read_pair
from checker.language.scores import is_score
from checker.language.tokens import Tokens, tokenise
from checker.language.unit_words import read_per
from checker.language.units import dimension
from checker.lexicon import lexicon

_DATA = lexicon("quantities")
_REFERENCE = frozenset(_DATA["reference"])
_PHRASE_ENDS = frozenset(_DATA["phrase_ends"])
_LARGEST_SET_NAMED = 12  # "the two leaders" points back; "the 36 outlets" states a count
_DIGITS = frozenset("0123456789")
_WORDS = MULTIPLE_CUES | {"both"}
_NOUN_PHRASE = 4  # tokens between a figure and "a week" in "500 cases of flu a week"


def find_quantities(text: str, *, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The quantities of `text`, in order and without overlap. Linear in the length of `text`.

    `taken` are half-open spans that were read as dates, times or lengths of time: numbers inside them are left out.
    A bare figure has the unit `count`. Fractions ("two-thirds", value 0.667) have the unit `fraction` and the role
    share; "one in five" has the unit `fraction` and the role ratio. References to a set that the text has named ("the
    two leaders") have the role reference. The two figures of a score are two quantities with the role score.
    """
    return _Reader(tokenise(text), sorted(taken)).read()


class _Reader:
    """Reads one text from left to right. Private methods that add a quantity return the token to go on from."""

    def __init__(self, tokens: Tokens, taken: Sequence[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.taken = taken
        self.labels = Labels(tokens)
        self.found: list[Quantity] = []

    def read(self) -> list[Quantity]:
        words, index, end = self.tokens.words, 0, len(self.tokens)
        while index < end:
            word = words[index]
            if word in CUES or word[0] in _DIGITS or (word == "." and is_cue(self.tokens, index)):
                index = max(self._read_at(index), index + 1)
            else:
                if word in _WORDS:
                    self._read_word(index)
                index += 1
        return self.found

    def _read_word(self, index: int) -> None:
        """Words that say a quantity by themselves: "doubled", "both"."""
        factor = read_factor(self.tokens, index)
        if factor and not self._is_taken(index):
            bounds = read_bounds(self.tokens, index, index + 1)
            low, high = bounds.interval(factor, factor)
            self._add(bounds, index, index + 1, (low, high, factor), 0.05 * factor, role="multiple", in_words=True)
        elif (per := self._occasion_per(index)) is not None:
            times = occasions(self.tokens, index)
            span = Bounds(index, per[0])
            self._add(span, index, index + 1, (times, times, times), 0.5, per=per[1], in_words=True)
        elif self.tokens.words[index] == "both" and self._counts_both(index):
            self._add(Bounds(index, index + 1), index, index + 1, (2, 2, 2), 0.5, role="reference", in_words=True)

    def _read_at(self, index: int) -> int:
        tokens = self.tokens
        if self._is_taken(index):
            return index + 1
        if decade := read_decade_of_age(tokens, index):
            last, first_year = decade
            interval = (first_year, first_year + 9, None)
            bounds = Bounds(index, last)
            self._add(bounds, index, last, interval, 0.5, unit="year", role="decade_of_age", bound=Bound.RANGE)
            return last
        if (last := self.labels.behind(index)) > index:
            return last
        amount = read_amount(tokens, index)
        if amount is None or self._runs_on(amount):
            return index + 1
        if (tally := self._second_of_score(amount)) is not None:
            return self._add_score(amount, tally)
        pair = read_pair(tokens, amount)
        if pair is None or self._is_taken(pair.end.number.first):
            return self._add_amount(amount)
        if (last := self.labels.behind(pair.end.number.first)) > pair.end.number.first:  # "from 3 to 17 March"
            return last
        if not pair.is_range:
            return self._add_amount(pair.start)
        return self._add_amount(amount) if self._runs_on(pair.end) else self._add_range(pair)

    def _add_amount(self, amount: Amount) -> int:
        tokens = self.tokens
        bounds = read_bounds(tokens, amount.first, amount.last, is_time=dimension(amount.unit) == "time")
        age = read_age(tokens, amount, bounds.first, bounds.last)
        if age is None and self._is_label(amount, bounds):
            return amount.last
        if (last := self._add_two_bounds(amount, bounds)) is not None:
            return last
        number = amount.number
        low, high = bounds.interval(amount.low, amount.high)
        value = None if number.vague else amount.low
        role, unit = "", amount.unit or "count"
        first, last = bounds.first, bounds.last
        bound, approximate = bounds.bound, bounds.approximate
        if age:
            role, unit, first, last = "age", age.unit, age.first, age.last
        elif (behind := multiple_behind(tokens, amount)) > 0:
            role, last = "multiple", max(last, behind)
        elif amount.bare and (number.fraction or number.ratio):
            role, unit = "ratio" if number.ratio else "share", "fraction"
        elif self._refers_back(amount):
            role = "reference"
        if amount.plus_minus:
            low, high, bound = -amount.high, amount.high, Bound.RANGE
        elif margin := self._margin(amount):
            low, high, bound, last = amount.low - margin.high, amount.high + margin.high, Bound.RANGE, margin.last
        elif number.vague and not bounds.any:
            bound, approximate = Bound.RANGE, True
        self._add(
            Bounds(first, last, approximate=approximate),
            number.first,
            number.last,
            (low, high, value),
            amount.resolution,
            unit=unit,
            per=amount.per or self._per_behind_noun(last),
            role=role,
            bound=bound,
            in_words=number.in_words,
        )
        return last

    def _add_range(self, pair: Pair) -> int:
        tokens, start, end = self.tokens, pair.start, pair.end
        bounds = read_bounds(tokens, start.first, end.last)
        bare = start.bare and end.bare
        if bare and not bounds.any and (self._are_years(start, end) or self.labels.names(start.number)):
            return end.last
        role, unit, first, last = "", end.unit or "count", bounds.first, bounds.last
        if age := read_age(tokens, end, bounds.first, bounds.last):
            role, unit, first, last = "age", age.unit, min(first, age.first), age.last
        elif (behind := multiple_behind(tokens, end)) > 0:
            role, last = "multiple", max(last, behind)
        elif bare and start.number.fraction and end.number.fraction:
            role, unit = "share", "fraction"
        self._add(
            Bounds(first, last, approximate=bounds.approximate or pair.approximate),
            start.number.first,
            end.number.last,
            (start.low, end.high, None),
            min(start.resolution, end.resolution),
            unit=unit,
            per=end.per or self._per_behind_noun(last),
            role=role,
            bound=Bound.RANGE,
            in_words=start.number.in_words,
        )
        return last

    def _add_two_bounds(self, amount: Amount, bounds: Bounds) -> int | None:
        """ "greater than 100 and smaller than 300" as one range; None where no opposite bound follows."""
        tokens, joint = self.tokens, bounds.last
        if not bounds.any or tokens.word(joint) not in ("and", "but", ","):
            return None
        cue = next((i for i in range(joint + 2, min(joint + 8, len(tokens))) if is_cue(tokens, i)), None)
        other = read_amount(tokens, cue) if cue is not None else None
        if other is None:
            return None
        second = read_bounds(tokens, other.first, other.last)
        both_compare = tokens.word(amount.first - 1) == tokens.word(other.first - 1) == "than"
        if (
            second.first != joint + 1
            or not opposite(bounds, second)
            or (tokens.word(joint) == "," and not both_compare)
        ):
            return None
        low, high = (amount, other) if is_lower(bounds) else (other, amount)
        if low.low >= high.low or (amount.unit and other.unit not in ("", amount.unit)):
            return None
        self._add(
            Bounds(bounds.first, second.last),
            amount.number.first,
            other.number.last,
            (low.low, high.low, None),
            min(low.resolution, high.resolution),
            unit=amount.unit or other.unit or "count",
            per=amount.per or other.per,
            bound=Bound.RANGE,
            in_words=amount.number.in_words,
        )
        return second.last

    def _second_of_score(self, amount: Amount) -> Amount | None:
        tokens, joint = self.tokens, amount.last
        glued = tokens.glued(joint) and tokens.glued(joint + 1)
        if tokens.word(joint) not in ("-", "–", "‑", "to") or (tokens.word(joint) != "to" and not glued):
            return None
        other = amount_from(tokens, joint + 1)
        if other is None or self._runs_on(other) or not is_score(tokens, amount, other):
            return None
        return None if self.labels.behind(other.number.first) > other.number.first else other

    def _add_score(self, *tallies: Amount) -> int:
        for tally in tallies:
            interval = (tally.low, tally.low, tally.low)
            self._add(Bounds(tally.first, tally.last), tally.first, tally.last, interval, 0.5, role="score")
        return tallies[-1].last

    def _add(
        self,
        span: Bounds,
        number_first: int,
        number_last: int,
        interval: tuple[float, float, float | None],
        resolution: float,
        *,
        unit: str = "count",
        per: str = "",
        role: str = "",
        bound: Bound | None = None,
        in_words: bool = False,
    ) -> None:
        starts, ends = self.tokens.starts, self.tokens.ends
        start = starts[span.first]
        if self.found and start < self.found[-1].end:
            start = starts[number_first]
            if start < self.found[-1].end:
                return
        low, high, value = interval
        self.found.append(
            Quantity(
                start=start,
                end=max(ends[span.last - 1], ends[number_last - 1]),
                number_start=starts[number_first],
                number_end=ends[number_last - 1],
                low=low,
                high=high,
                value=value,
                resolution=resolution,
                bound=bound or span.bound,
                approximate=span.approximate,
                unit=unit,
                per=per,
                role=role,
                in_words=in_words,
            )
        )

    # What stands around an amount

    def _is_taken(self, index: int) -> bool:
        offset = self.tokens.starts[index]
        position = bisect_right(self.taken, (offset, math.inf)) - 1
        return any(start <= offset < end for start, end in self.taken[max(0, position - 2) : position + 1])

    def _is_label(self, amount: Amount, bounds: Bounds) -> bool:
        if not amount.bare or amount.plus_minus:
            return False
        if not bounds.any:
            return self.labels.names(amount.number)
        approximate_only = bounds.approximate and bounds.effect == "exactly"
        return approximate_only and self._are_years(amount) and self.labels.names(amount.number)  # "around 2010"

    def _are_years(self, *amounts: Amount) -> bool:
        return all(amount.number.plain and 1900 <= amount.low < 2100 for amount in amounts)

    def _runs_on(self, amount: Amount) -> bool:
        """Whether letters or digits touch the amount from behind: "3D", "4x4", "12a"."""
        tokens, last = self.tokens, amount.last
        if not tokens.glued(last) or amount.number.in_words:
            return False
        word = tokens.word(last)
        if not word[0].isalnum() or word in ("ish", "plus", "x"):
            return False
        if not amount.unit and word == "s":  # "over-65s", "the 80s"
            return tokens.word(amount.first - 1) not in ("-", "over", "under")
        footnote = all(character in "⁰¹²³⁴⁵⁶⁷⁸⁹" for character in word)
        return not footnote

    def _refers_back(self, amount: Amount) -> bool:
        number = amount.number
        if not number.in_words or number.low > _LARGEST_SET_NAMED or amount.unit or number.vague:
            return False
        return self.tokens.word(amount.first - 1) in _REFERENCE

    def _occasion_per(self, index: int) -> tuple[int, str] | None:
        """What "once" or "twice" is per, and the token behind it: "twice a week"; None for "twice" alone."""
        per = read_per(self.tokens, index + 1) if occasions(self.tokens, index) else None
        return per if per and dimension(per[1]) == "time" and not self._is_taken(index) else None

    def _counts_both(self, index: int) -> bool:
        """ "both sides", "both of them"; not "both Leeds and York", "both men and women"."""
        tokens = self.tokens
        if self._is_taken(index):
            return False
        if tokens.word(index + 1) in _DATA["both_behind"]:
            return True
        return is_plural_noun(tokens, index + 1) and "and" not in tokens.words[index + 2 : index + 4]

    def _margin(self, amount: Amount) -> Amount | None:
        """The margin of error behind an amount: "52% ± 3", "40, plus or minus 2"."""
        tokens = self.tokens
        position = amount.last + (tokens.word(amount.last) in (",", "("))
        if tokens.word(position) not in ("±", "plus"):
            return None
        margin = amount_from(tokens, position)
        return margin if margin and margin.plus_minus else None

    def _per_behind_noun(self, last: int) -> str:
        """What the figure before token `last` is per, with a noun phrase between: "three times an hour"."""
        tokens = self.tokens
        for position in range(last, last + _NOUN_PHRASE + 1):
            word = tokens.word(position)
            if position > last and (per := read_per(tokens, position)) and dimension(per[1]) == "time":
                return per[1]
            if not word.isalpha() or word in _PHRASE_ENDS:
                return ""
        return ""
