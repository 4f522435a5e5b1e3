"""Finds the quantities of a text: numbers with their bounds, units and roles.

Own grammars over the raw text; no parser and no model. A number that names something ("Level 4", "2019") is none.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from checker.language.amounts import Amount, amount_from, read_amount
from checker.language.bounds import Bounds, is_lower, opposite, read_bounds
from checker.language.labels import Labels
from checker.language.numbers import is_cue
from checker.language.quantity import Bound, Quantity
from checker.language.ranges import read_range
from checker.language.roles import (
    doubling,
    is_score,
    read_age,
    read_decade_of_age,
    read_multiple,
    refers_back,
)
from checker.language.tokens import Tokens, tokenise
from checker.language.units import dimension


def find_quantities(text: str, *, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The quantities of `text`, in order and without overlap. Linear in the length of `text`.

    `taken` are half-open spans that were read as dates, times or lengths of time: numbers inside them are left out.
    Fractions ("two-thirds") have the unit `fraction` and the role share; "one in five" has the role ratio.
    References to a set named before ("the two leaders") come with the role reference.
    """
    return _Reader(tokenise(text), sorted(taken)).read()


class _Reader:
    """Reads one text from left to right. Methods that read return the index of the token to go on from."""

    def __init__(self, tokens: Tokens, taken: Sequence[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.taken = taken
        self.labels = Labels(tokens)
        self.found: list[Quantity] = []

    def read(self) -> list[Quantity]:
        tokens, index = self.tokens, 0
        while index < len(tokens):
            if is_cue(tokens, index):
                index = max(self._read_at(index), index + 1)
            else:
                if factor := doubling(tokens, index):
                    self._add_multiple(index, factor)
                index += 1
        return self.found

    def _read_at(self, index: int) -> int:
        tokens = self.tokens
        if (end := self._taken_until(tokens.starts[index])) is not None:
            return tokens.at(end)
        if decade := read_decade_of_age(tokens, index):
            return self._add_decade_of_age(index, *decade)
        if (last := self._label_behind(index)) > index:
            return last
        amount = read_amount(tokens, index)
        if amount is None or self._runs_on(amount):
            return index + 1
        found = read_range(tokens, amount)
        if found and self._label_behind(self._figure(found[1])) > self._figure(found[1]):
            return self._label_behind(self._figure(found[1]))  # "from 3 to 17 March"
        if found and self._taken_until(tokens.starts[found[1].first]) is None and not self._runs_on(found[1]):
            if self._is_year_range(*found):
                return found[1].last
            if is_score(tokens, amount, found[1]):
                return self._add_score(amount, found[1])
            return self._add_range(*found)
        return self._add_amount(amount)

    def _label_behind(self, index: int) -> int:
        last = self.labels.behind(index)
        return last if last > index else index

    def _taken_until(self, offset: int) -> int | None:
        position = bisect_right(self.taken, (offset, math.inf)) - 1
        for start, end in self.taken[max(0, position - 2) : position + 1]:
            if start <= offset < end:
                return end
        return None

    def _figure(self, amount: Amount) -> int:
        return amount.number.first

    def _runs_on(self, amount: Amount) -> bool:
        """Whether letters or digits touch the amount from behind: "3D", "4x4", "12a"."""
        tokens, last = self.tokens, amount.last
        if not tokens.glued(last) or amount.number.in_words:
            return False
        word = tokens.word(last)
        if not word[0].isalnum() or word in ("ish", "plus", "x"):
            return False
        if not amount.unit and word == "s":
            return tokens.word(amount.first - 1) not in ("-", "over", "under")
        footnote = all(character in "⁰¹²³⁴⁵⁶⁷⁸⁹" for character in word)
        return not footnote

    def _is_year_range(self, start: Amount, end: Amount) -> bool:
        return all(a.bare and a.number.plain and 1900 <= a.low < 2100 for a in (start, end))

    # What is added

    def _add_amount(self, amount: Amount) -> int:
        tokens = self.tokens
        is_time = dimension(amount.unit) == "time"
        bounds = read_bounds(tokens, amount.first, amount.last, is_time=is_time)
        score = self._score_end(amount)
        if score is not None:
            return self._add_score(amount, score)
        age = read_age(tokens, amount, bounds.first, bounds.last)
        if age is None and self._is_label(amount, bounds):
            return amount.last
        if (joined := self._compound(amount, bounds)) is not None:
            return joined
        multiple = read_multiple(tokens, amount)
        role, unit, first, last = "", amount.unit or "count", bounds.first, bounds.last
        if age:
            role, unit, first, last = age.name, age.unit, min(age.first, first), max(age.last, last)
        elif multiple:
            role, last = "multiple", max(last, multiple)
        elif not amount.unit and amount.number.ratio:
            role, unit = "ratio", "fraction"
        elif not amount.unit and amount.number.fraction:
            role, unit = "share", "fraction"
        elif refers_back(tokens, amount):
            role = "reference"
        self._add(amount, bounds, first, last, role, unit)
        return max(last, amount.last)

    def _is_label(self, amount: Amount, bounds: Bounds) -> bool:
        year_like = amount.number.plain and 1900 <= amount.low < 2100
        if bounds.any and not (year_like and not is_lower(bounds) and bounds.effect == "exactly"):
            return False
        return self.labels.names(amount.number, bare=amount.bare and not amount.plus_minus)

    def _compound(self, amount: Amount, bounds: Bounds) -> int | None:
        """ "greater than 100 and smaller than 300": two bounds on one figure."""
        tokens = self.tokens
        if not bounds.any or tokens.word(bounds.last) not in ("and", "but", ","):
            return None
        for cue in range(bounds.last + 2, min(bounds.last + 8, len(tokens))):
            if not is_cue(tokens, cue):
                continue
            other = read_amount(tokens, cue)
            if other is None:
                return None
            found = read_bounds(tokens, other.first, other.last)
            if (
                found.first != bounds.last + 1
                or not opposite(bounds, found)
                or (other.unit not in ("", amount.unit) and amount.unit)
            ):
                return None
            low, high = (amount, other) if is_lower(bounds) else (other, amount)
            if low.low >= high.low:
                return None
            span = Bounds(bounds.first, found.last)
            unit = amount.unit or other.unit or "count"
            self._append(
                span.first,
                span.last,
                amount.first,
                other.last,
                low.low,
                high.low,
                None,
                min(low.resolution, high.resolution),
                Bound.RANGE,
                False,
                unit,
                amount.per or other.per,
                "",
                amount.number.in_words,
            )
            return found.last
        return None

    def _score_end(self, amount: Amount) -> Amount | None:
        tokens = self.tokens
        if tokens.word(amount.last) not in ("-", "–", "‑", "to"):
            return None
        if tokens.word(amount.last) != "to" and not (tokens.glued(amount.last) and tokens.glued(amount.last + 1)):
            return None
        other = amount_from(tokens, amount.last + 1)
        return other if other and is_score(tokens, amount, other) else None

    def _add_score(self, one: Amount, other: Amount) -> int:
        for amount in (one, other):
            self._add(amount, Bounds(amount.first, amount.last), amount.first, amount.last, "score", "count")
        return other.last

    def _add_range(self, start: Amount, end: Amount) -> int:
        tokens = self.tokens
        bounds = read_bounds(tokens, start.first, end.last)
        joined = replace(end, first=start.first)
        if self.labels.names(start.number, bare=end.bare and not start.unit and not bounds.any):
            return end.last
        age = read_age(tokens, joined, bounds.first, bounds.last)
        multiple = read_multiple(tokens, end)
        role, unit, first, last = "", end.unit or "count", bounds.first, bounds.last
        if age:
            role, unit, first, last = age.name, age.unit, min(first, age.first), max(last, age.last)
        elif multiple:
            role, last = "multiple", max(last, multiple)
        elif start.number.fraction and end.number.fraction and not end.unit:
            role, unit = "share", "fraction"
        resolution = min(start.resolution, end.resolution)
        self._append(
            first,
            last,
            start.number.first,
            end.number.last,
            start.low,
            end.high,
            None,
            resolution,
            Bound.RANGE,
            bounds.approximate,
            unit,
            end.per,
            role,
            start.number.in_words,
        )
        return last

    def _add_decade_of_age(self, index: int, last: int, decade: float) -> int:
        self._append(
            index,
            last,
            index,
            last,
            decade,
            decade + 9,
            None,
            0.5,
            Bound.RANGE,
            False,
            "year",
            "",
            "decade_of_age",
            False,
        )
        return last

    def _add_multiple(self, index: int, factor: float) -> None:
        tokens = self.tokens
        if self._taken_until(tokens.starts[index]) is not None:
            return
        bounds = read_bounds(tokens, index, index + 1)
        low, high = bounds.interval(factor, factor)
        self._append(
            bounds.first,
            index + 1,
            index,
            index + 1,
            low,
            high,
            factor,
            0.05 * factor,
            bounds.bound,
            bounds.approximate,
            "count",
            "",
            "multiple",
            True,
        )

    def _add(self, amount: Amount, bounds: Bounds, first: int, last: int, role: str, unit: str) -> None:
        number = amount.number
        low, high = bounds.interval(amount.low, amount.high)
        value = None if number.vague else amount.low
        bound, approximate = bounds.bound, bounds.approximate
        if amount.plus_minus:
            low, high, bound = -amount.high, amount.high, Bound.RANGE
        elif number.vague and not bounds.any:
            bound, approximate = Bound.RANGE, True
        self._append(
            first,
            last,
            number.first,
            number.last,
            low,
            high,
            value,
            amount.resolution,
            bound,
            approximate,
            unit,
            amount.per,
            role,
            number.in_words,
        )

    def _append(
        self,
        first: int,
        last: int,
        number_first: int,
        number_last: int,
        low: float,
        high: float,
        value: float | None,
        resolution: float,
        bound: Bound,
        approximate: bool,
        unit: str,
        per: str,
        role: str,
        in_words: bool,
    ) -> None:
        starts, ends = self.tokens.starts, self.tokens.ends
        start = starts[first]
        if self.found and start < self.found[-1].end:
            start = starts[number_first]
            if start < self.found[-1].end:
                return
        self.found.append(
            Quantity(
                start,
                ends[last - 1],
                starts[number_first],
                ends[number_last - 1],
                low,
                high,
                value,
                resolution,
                bound,
                approximate,
                unit,
                per,
                role,
                in_words,
            )
        )
