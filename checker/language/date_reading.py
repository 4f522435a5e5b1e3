"""What a date grammar hands on: a reading of some tokens, and the context that relative readings need."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.language.calendar_intervals import Interval
from checker.language.date_tokens import WORDS, Tokens
from checker.language.timex import Timex

OfYear = Callable[[int], Interval | None]
Change = Callable[[Interval], Interval | None]

_FUTURE = frozenset(WORDS["direction"]["future"])
_TIMETABLE = frozenset(WORDS["direction"]["timetable"])
_DETERMINERS = frozenset(WORDS["year_contexts"]["determiners"])
_POSSIBLE = frozenset(WORDS["direction"]["possible"])
_PAST = frozenset(WORDS["direction"]["past"])
_DEADLINES = frozenset(("by", "until", "till"))
_SENTENCE_ENDS = frozenset(".?!;")
_WINDOW = 12  # tokens on either side in which a verb tells past from future
_SHORTEST_PAST = 4  # letters of "used", "need"
_PASSIVES = frozenset(("be", "being", "is", "are", "get", "to", "a", "an", "the"))
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
    of_year: OfYear | None = None
    kind: str = "date"
    relative: bool = False
    approximate: bool = False
    weekday: int | None = None
    impossible: bool = False
    ambiguous: bool = False
    low_days: float | None = None
    high_days: float | None = None
    relation: str = ""  # where the expression itself holds one: "three months ago"

    @property
    def lacks_year(self) -> bool:
        """Whether only the year is missing."""
        return self.of_year is not None and self.interval is None

    def in_year(self, year: int) -> "Reading":
        """The same with its year known; a day that this year lacks becomes impossible."""
        if self.of_year is None:
            return self
        interval = self.of_year(year)
        impossible = self.impossible or (
            interval is None and self.precision == "day" and dt.MINYEAR < year < dt.MAXYEAR
        )
        return replace(self, interval=interval, of_year=None, impossible=impossible)

    def changed(self, change: Change, precision: str = "", approximate: bool = False) -> "Reading":
        """The same with its interval, known or still to be known, changed by a function of intervals."""
        of_year = self.of_year

        def changed_of_year(year: int) -> Interval | None:
            whole = of_year(year) if of_year else None
            return change(whole) if whole else None

        return replace(
            self,
            interval=change(self.interval) if self.interval else None,
            of_year=changed_of_year if of_year else None,
            precision=precision or self.precision,
            approximate=self.approximate or approximate,
        )


def relative_reading(end: int, precision: str, interval: Interval | None = None, approximate: bool = False) -> Reading:
    """A reading that is counted from another time."""
    return Reading(end, precision, interval, relative=True, approximate=approximate)


@dataclass(frozen=True, slots=True)
class Context:
    """What relative readings lean on.

    `anchor` is the day of publication, `previous` the date mentioned before (for "the following year"), `frame_year`
    the year that opens the sentence ("In 2019, …"), `day_first` settles 05/03/2021.
    """

    anchor: dt.date | None = None
    previous: Timex | None = None
    frame_year: int | None = None
    day_first: bool | None = None

    @property
    def before(self) -> Interval | None:
        """The interval of the date mentioned before."""
        previous = self.previous
        if previous is None or previous.date_start is None or previous.date_end is None:
            return None
        return Interval(previous.date_start, previous.date_end)

    def place(self, reading: Reading, tokens: Tokens, begin: int) -> Reading:
        """A yearless reading in the year it most likely means; the reading itself where nothing tells.

        That is the year that opens the sentence; else, where the sentence looks ahead, the next from the anchor on;
        else the year nearest to a full date just mentioned in the sentence; else, by the anchor, the year that fits a
        weekday written beside the day, the nearest for a day or week and the last begun for anything longer; without
        an anchor, the year of the date mentioned before.
        """
        if not reading.lacks_year or reading.impossible or reading.of_year is None:
            return reading
        relative = replace(reading, relative=True)
        if self.frame_year is not None:
            return replace(relative, interval=reading.of_year(self.frame_year))
        ahead = looks_ahead(tokens, begin)
        if self.before and (self.anchor is None or (not ahead and self._follows_full_date(tokens, begin))):
            return replace(relative, interval=_nearest(reading.of_year, self.before.start))
        if self.anchor is None:
            return relative
        if reading.weekday is not None and (fitting := _on_weekday(reading.of_year, self.anchor, reading.weekday)):
            return replace(relative, interval=fitting)
        return replace(relative, interval=_choose(reading.of_year, self.anchor, reading.precision, ahead))

    def _follows_full_date(self, tokens: Tokens, begin: int) -> bool:
        """Whether a date with its year stands before, in the same sentence."""
        previous = self.previous
        if previous is None or previous.relative or previous.precision not in ("day", "month"):
            return False
        index = begin - 1
        while index >= 0 and tokens[index].end > previous.end:
            if tokens.word(index) in _SENTENCE_ENDS or begin - index > 2 * _WINDOW:
                return False
            index -= 1
        return index >= 0


def _nearest(of_year: OfYear, date: dt.date) -> Interval | None:
    made = [interval for year in range(date.year - 1, date.year + 2) if (interval := of_year(year))]
    return min(made, key=lambda interval: (abs((interval.start - date).days), interval.start < date), default=None)


def _on_weekday(of_year: OfYear, anchor: dt.date, weekday: int) -> Interval | None:
    """ "Friday 13 December": the year beside the anchor in which the day is that weekday."""
    made = [interval for year in range(anchor.year - 1, anchor.year + 2) if (interval := of_year(year))]
    return next((interval for interval in made if interval.start.weekday() == weekday), None)


def _choose(of_year: OfYear, anchor: dt.date, precision: str, ahead: bool | None) -> Interval | None:
    years = range(anchor.year - _LEAP_CYCLE, anchor.year + _LEAP_CYCLE + 1)
    made = [interval for year in years if (interval := of_year(year))]
    if ahead:
        return next((interval for interval in made if interval.end > anchor), None)
    if ahead is None and precision in ("day", "week", "weekend"):
        return min(made, key=lambda interval: abs((interval.start - anchor).days), default=None)
    return next((interval for interval in reversed(made) if interval.start <= anchor), None)


def looks_ahead(tokens: Tokens, begin: int) -> bool | None:
    """Whether the sentence places the time at `begin` in the future (True) or past (False), by its nearest verb."""
    for step in (-1, 1):
        for index in range(begin + step, begin + step * _WINDOW, step):
            word = tokens.word(index)
            if word in _SENTENCE_ENDS or not word:
                break
            if _is_told_as_ahead(tokens, index) or _is_yet_possible(tokens, index):
                return True
            if word in _PAST or _is_regular_past(tokens, index):
                return False
    return True if tokens.word(begin - 1) in _DEADLINES else None


def _is_told_as_ahead(tokens: Tokens, index: int) -> bool:
    """ "Plans to open", "opens on Monday", "is to open"; "approved the plans" is no plan to do so."""
    word, before, behind = (tokens.word(index + step) for step in (0, -1, 1))
    if word in _FUTURE:
        return before not in _DETERMINERS
    if word == "set":  # "set to open"; "they set out on 14 June"
        return behind in ("to", "for")
    return (word in _TIMETABLE and behind != "s") or (word in ("is", "are") and behind == "to")


def _is_regular_past(tokens: Tokens, index: int) -> bool:
    """ "Approved", "voted"; not "will be approved", "an unexpected turn"."""
    word, before = tokens.word(index), {tokens.word(index - 1), tokens.word(index - 2)}
    return word.endswith("ed") and len(word) > _SHORTEST_PAST and not before & _PASSIVES


def _is_yet_possible(tokens: Tokens, index: int) -> bool:
    """Whether a modal verb at `index` speaks of what is to come: "may resume"; not "may have left", "could not go"."""
    if tokens.word(index) not in _POSSIBLE or tokens[index].is_capitalised:
        return False
    behind = tokens.word(index + 1)
    return behind not in ("have", "ve") and not (tokens.word(index) == "could" and behind == "not")
