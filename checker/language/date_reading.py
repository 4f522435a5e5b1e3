"""What a date grammar hands on: a reading of some tokens, and the context that relative readings need."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.language.calendar_intervals import Interval
from checker.language.date_tokens import WORDS, Tokens

_FUTURE = frozenset(WORDS["direction"]["future"])
_PAST = frozenset(WORDS["direction"]["past"])
_SENTENCE_ENDS = frozenset(".?!;")
_WINDOW = 12  # tokens on either side in which a verb tells past from future
_LEAP_CYCLE = 8  # years within which any day of the year comes round


@dataclass(frozen=True, slots=True)
class Reading:
    """A time read from tokens up to, but not with, the index `end`; the other fields as in Timex.

    A time without its year has `of_year`, which says what it is in a given year, and no `interval` until
    `Context.place` chooses the year.
    """

    end: int
    precision: str = "day"
    interval: Interval | None = None
    of_year: Callable[[int], Interval | None] | None = None
    kind: str = "date"
    relative: bool = False
    approximate: bool = False
    weekday: int | None = None
    impossible: bool = False
    ambiguous: bool = False
    low_days: float | None = None
    high_days: float | None = None
    relation: str = ""  # where the expression itself holds one: "three months ago"

    def in_year(self, year: int) -> "Reading":
        """The same with its year known."""
        interval = self.of_year(year) if self.of_year else self.interval
        impossible = self.impossible or (self.of_year is not None and interval is None and self.precision == "day")
        return replace(self, interval=interval, of_year=None, relative=False, impossible=impossible)


@dataclass(frozen=True, slots=True)
class Context:
    """What relative readings lean on.

    `anchor` is the day of publication, `previous` the time mentioned before (for "the following year"), `day_first`
    settles 05/03/2021.
    """

    anchor: dt.date | None = None
    previous: Interval | None = None
    day_first: bool | None = None

    def place(self, reading: Reading, tokens: Tokens, begin: int) -> Reading:
        """A yearless reading in the year it most likely means; the reading itself where nothing tells.

        After a time mentioned before: in its year. Else by the anchor: ahead of it where the sentence looks ahead;
        a day goes to the nearest year, anything longer to the last that has begun.
        """
        if reading.of_year is None or reading.interval is not None or reading.impossible:
            return reading
        relative = replace(reading, relative=True)
        if self.previous is not None:
            interval = reading.of_year(self.previous.start.year)
            return replace(relative, interval=interval)
        if self.anchor is None:
            return relative
        years = range(self.anchor.year - _LEAP_CYCLE, self.anchor.year + _LEAP_CYCLE + 1)
        candidates = [interval for year in years if (interval := reading.of_year(year))]
        return replace(relative, interval=self._choose(candidates, reading.precision, looks_ahead(tokens, begin)))

    def _choose(self, candidates: list[Interval], precision: str, ahead: bool | None) -> Interval | None:
        anchor = self.anchor
        if anchor is None:
            return None
        if ahead:
            return next((interval for interval in candidates if interval.end > anchor), None)
        if ahead is None and precision == "day":
            return min(candidates, key=lambda interval: abs((interval.start - anchor).days), default=None)
        return next((interval for interval in reversed(candidates) if interval.start <= anchor), None)


def looks_ahead(tokens: Tokens, begin: int) -> bool | None:
    """Whether the sentence places the time at `begin` in the future (True) or past (False), by its nearest verb."""
    for step in (-1, 1):
        for index in range(begin + step, begin + step * _WINDOW, step):
            word = tokens.word(index)
            if word in _SENTENCE_ENDS or not word:
                break
            if word in _FUTURE:
                return True
            if word in _PAST:
                return False
    return None
