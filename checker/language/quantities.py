"""Finds the quantities of a text: numbers with their bounds, units and roles.

Own grammars over the raw text; no parser and no model. A number that names something ("Level 4", "2019") is none.
"""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from checker.language.ages import read_age
from checker.language.amounts import Amount, amount_from, read_amount
from checker.language.bounds import Bounds
from checker.language.labels import Labels
from checker.language.multiples import MULTIPLE_CUES
from checker.language.numbers import CUES, is_cue
from checker.language.quantity import Quantity
from checker.language.ranges import Pair, read_pair
from checker.language.readings import (
    Reading,
    bounded,
    decade_of_age,
    doubly_bounded,
    joined,
    single,
    tally,
    word,
)
from checker.language.running_times import read_running_time
from checker.language.scores import is_score
from checker.language.surroundings import is_compared, runs_on, shared_percent
from checker.language.tokens import Tokens, tokenise
from checker.language.units import is_currency

_DIGITS = frozenset("0123456789")
_WORDS = MULTIPLE_CUES | {"both"}


def find_quantities(text: str, *, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The quantities of `text`, in order and without overlap. Linear in the length of `text`.

    `taken` are half-open spans that were read as dates, times or lengths of time: numbers inside them are left out.
    A bare figure has the unit `count`. Fractions ("two-thirds", value 0.667) have the unit `fraction` and the role
    share; "one in five" has the unit `fraction` and the role ratio. References to a set that the text has named ("the
    two leaders") have the role reference. The two figures of a score are two quantities with the role score.

    `resolution` takes trailing zeros for rounding (8,500 → 50, 30 → 5), but not in ten, in words below twenty, in ages,
    scores and sets, which are counted (0.5); it scales with the magnitude (12.4 million → 50,000) and is a tenth of
    the part for fractions (a third → 0.033). A range has the resolution of its finer end.
    """
    return _Reader(tokenise(text), sorted(taken)).read()


class _Reader:
    """Reads one text from left to right. `_read_at` and what it calls return the token to go on from."""

    def __init__(self, tokens: Tokens, taken: Sequence[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.taken = taken
        self.labels = Labels(tokens)
        self.found: list[Quantity] = []

    def read(self) -> list[Quantity]:
        words, index, end = self.tokens.words, 0, len(self.tokens)
        while index < end:
            token = words[index]
            if token in CUES or token[0] in _DIGITS or (token == "." and is_cue(self.tokens, index)):
                index = max(self._read_at(index), index + 1)
                continue
            if token in _WORDS and not self._is_taken(index) and (reading := word(self.tokens, index)):
                self._add(reading)
            index += 1
        return self.found

    def _read_at(self, index: int) -> int:
        tokens = self.tokens
        if running := read_running_time(tokens, index):
            return self._add(running)
        if self._is_taken(index):
            return index + 1
        if decade := decade_of_age(tokens, index):
            return self._add(decade)
        if (last := self.labels.behind(index)) > index:
            return last
        amount = read_amount(tokens, index)
        if amount is None or runs_on(tokens, amount):
            return index + 1
        if other := self._other_tally(amount):
            self._add(tally(amount))
            return self._add(tally(other))
        pair = read_pair(tokens, amount)
        if pair is None or self._is_taken(pair.end.number.first):
            return self._read_single(amount)
        if (last := self.labels.behind(pair.end.number.first)) > pair.end.number.first:  # "from 3 to 17 March"
            return last
        if not pair.is_range:
            return self._read_single(pair.start)
        return self._read_single(amount) if runs_on(tokens, pair.end) else self._read_range(pair)

    def _read_single(self, amount: Amount) -> int:
        tokens = self.tokens
        amount, bounds = bounded(tokens, amount)
        if self._is_label(amount, bounds) and not read_age(tokens, amount, bounds.first, bounds.last):
            return amount.last
        if reading := doubly_bounded(tokens, amount, bounds):
            return self._add(reading)
        reading = single(tokens, amount, bounds)
        if amount.bare and not reading.role and (unit := shared_percent(tokens, amount)):
            return self._add(replace(reading, unit=unit))
        if amount.bare and self.found and is_compared(tokens, tokens.at(self.found[-1].end), amount):
            before = self.found[-1]
            if before.unit not in ("count", "fraction") and not is_currency(before.unit) and not reading.role:
                reading = replace(reading, unit=before.unit)
        return self._add(reading)

    def _read_range(self, pair: Pair) -> int:
        start, end = pair.start, pair.end
        reading = joined(self.tokens, pair)
        bare = start.bare and end.bare and not reading.approximate
        years = _is_year(start) + _is_year(end)
        if bare and not reading.role and (years == 2 or (years == 0 and self.labels.names(start.number))):
            return end.last
        return self._add(reading)

    def _other_tally(self, amount: Amount) -> Amount | None:
        """The second figure of the score that `amount` begins, None where it begins none."""
        tokens, joint = self.tokens, amount.last
        glued = tokens.glued(joint) and tokens.glued(joint + 1)
        if tokens.word(joint) not in ("-", "–", "‑", "to") or (tokens.word(joint) != "to" and not glued):
            return None
        other = amount_from(tokens, joint + 1)
        if other is None or runs_on(tokens, other) or not is_score(tokens, amount, other):
            return None
        return None if self.labels.behind(other.number.first) > other.number.first else other

    def _is_label(self, amount: Amount, bounds: Bounds) -> bool:
        if not amount.bare or amount.plus_minus:
            return False
        if bounds.any and not (bounds.approximate and bounds.effect == "exactly" and _is_year(amount)):
            return False
        return self.labels.names(amount.number)  # with an approximator only a year can be: "around 2010"

    def _is_taken(self, index: int) -> bool:
        offset = self.tokens.starts[index]
        position = bisect_right(self.taken, (offset, math.inf)) - 1
        return any(start <= offset < end for start, end in self.taken[max(0, position - 2) : position + 1])

    def _add(self, reading: Reading) -> int:
        """Adds the quantity, without the bound words that belong to the one before; the token behind it."""
        starts = self.tokens.starts
        end = self.found[-1].end if self.found else 0
        first = reading.first if starts[reading.first] >= end else reading.number_first
        if starts[first] >= end:
            self.found.append(reading.quantity(self.tokens, first))
        return reading.last


def _is_year(amount: Amount) -> bool:
    return amount.number.plain and 1900 <= amount.low < 2100
