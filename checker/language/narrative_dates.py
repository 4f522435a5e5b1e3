"""Reads times counted from another time of the text: "the following year", "that day", "two weeks before Easter"."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from checker.language.calendar_intervals import DAYS_IN, Interval, days, shift, unit_around, unit_beside
from checker.language.date_reading import Context, OfYear, Reading, looks_ahead, relative_reading
from checker.language.date_tokens import WORDS, Tokens
from checker.language.durations import UNITS, Length, read_bounded_length, read_length
from checker.language.relative_dates import SHORTER_THAN_A_DAY, closes_phrase
from checker.language.year_parts import read_part_of_year

ReadDate = Callable[[Tokens, int], Reading | None]

_NARRATIVES: dict[str, int] = WORDS["narratives"]
_OFFSETS: dict[str, int] = WORDS["offsets"]
_UP_TO = frozenset(("to", "through", "ended", "ending"))
_BEGINNING = frozenset(("starting", "beginning", "commencing"))
_SPANNING = frozenset(WORDS["spanning"])
_PARTS_OF_DAY = frozenset(WORDS["times"]["parts_of_day"])


def read_narrative(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "the following year", "that day", "the same month", "the previous Tuesday", "in the year"."""
    begin = index + (tokens.word(index) == "the")
    word = tokens.word(begin)
    if begin > index and word in ("year", "month", "week", "quarter") and tokens.word(index - 1) in _SPANNING:
        follower = tokens[begin + 1]
        ends = not follower.is_word and follower.number is None and not follower.glued
        ends = ends or follower.text in (".", ",", ";", ":", ")", "?", "!")
        ends = ends or (closes_phrase(tokens, begin + 1) and follower.lower not in ("that", "to"))
        return present_unit(begin + 1, word, context) if ends else None
    move = _NARRATIVES.get(word)
    if move is None or (begin > index) == (word == "that"):
        return None
    if begin == index and word in ("next", "same") and tokens.word(index - 1) not in ("that", "the", "this"):
        return None
    return _moved(tokens, begin + 1, move, context)


def _moved(tokens: Tokens, index: int, move: int, context: Context) -> Reading | None:
    word, before = tokens.word(index), context.before
    unit = UNITS.get(word)
    if word in _PARTS_OF_DAY:
        return relative_reading(index + 1, "day", beside(before, "day", move) if before else None)
    if move and (length := read_length(tokens, index)) and length.unit not in SHORTER_THAN_A_DAY:
        return replace(length.reading(), relative=True)  # "the previous twelve months"
    if unit == word and unit not in (*SHORTER_THAN_A_DAY, "night", "fortnight"):
        return relative_reading(index + 1, unit, beside(before, unit, move) if before else None)
    if tokens.word(index - 1) == "that" and word not in WORDS["seasons"]:
        return _that_month(tokens, index, before)
    if word in WORDS["weekdays"] and len(word) > 5:
        interval = _weekday_beside(before, WORDS["weekdays"][word], move) if before else None
        return relative_reading(index + 1, "day", interval)
    if found := read_part_of_year(tokens, index):
        end, precision, of_year = found
        return relative_reading(end, precision, _part_beside(before, of_year, move) if before else None)
    return None


def _that_month(tokens: Tokens, index: int, before: Interval | None) -> Reading | None:
    """ "That May, …", "he left that April.": the month of the year that is told of, unless it lies behind."""
    found = read_part_of_year(tokens, index)
    if found is None or found[1] != "month" or not tokens[index].is_capitalised:
        return None
    end, precision, of_year = found
    follower = tokens[end]
    opens = not tokens[index - 2].is_word  # of a sentence or a clause: "That June it rained"
    ends = follower.text in (",", ".", ";", ")") or closes_phrase(tokens, end)
    if follower.number is not None or not (opens or ends):  # "he knew that April 25 …", "she said that May had left"
        return None
    interval = of_year(before.start.year) if before else None
    if interval is None or before is None or interval.end <= before.start:
        return relative_reading(end, precision, None)
    return relative_reading(end, precision, interval)


def present_unit(end: int, unit: str, context: Context) -> Reading:
    """ "the year" of "in the year": the one being told of, else that of the anchor."""
    if context.before:
        return relative_reading(end, unit, beside(context.before, unit, 0))
    return relative_reading(end, unit, unit_around(context.anchor, unit) if context.anchor else None)


def beside(before: Interval, unit: str, count: int) -> Interval | None:
    """The calendar unit `count` units from the time before; None where that time is too long to count from.

    From a range of years, "the following year" counts from its last.
    """
    length = (before.end - before.start).days
    if length > DAYS_IN[unit] * 1.05 + 1 and not (unit in ("year", "decade", "century") and count):
        return None
    start = before.end - dt.timedelta(days=1) if count > 0 else before.start
    return unit_beside(start, unit, count)


def _weekday_beside(before: Interval, weekday: int, move: int) -> Interval | None:
    if (before.end - before.start).days > 7:
        return None
    if move > 0:
        last = before.end - dt.timedelta(days=1)
        return days(shift(last, (weekday - last.weekday() - 1) % 7 + 1, "day"))
    if move < 0:
        return days(shift(before.start, -((before.start.weekday() - weekday - 1) % 7 + 1), "day"))
    return days(shift(before.start, (weekday - before.start.weekday()) % 7, "day"))


def _part_beside(before: Interval, of_year: OfYear, move: int) -> Interval | None:
    """ "the following March": the first that begins behind the time before."""
    around = [made for year in range(before.start.year - 1, before.end.year + 2) if (made := of_year(year))]
    if move > 0:
        return next((made for made in around if made.start >= before.end), None)
    if move < 0:
        return next((made for made in reversed(around) if made.end <= before.start), None)
    return next((made for made in around if made.end > before.start), None)


def read_offset(tokens: Tokens, index: int, context: Context, read_base: ReadDate) -> Reading | None:
    """ "three months ago", "a year earlier", "two weeks from tomorrow", "the day after Easter", "in two weeks' time".

    `read_base` reads the date that is counted from.
    """
    begin = index + (tokens.word(index) == "the")
    reported = tokens.word(begin + 1) in ("ended", "ending")  # "the quarter ended March 31"
    if begin > index and tokens.word(begin) in ("day", "night", "week", "month", "quarter" * reported, "year"):
        length: Length | None = Length(begin + 1, tokens.word(begin), 1.0, 1.0)
    else:
        length = read_bounded_length(tokens, index)
    if length is None:
        return None
    joint, behind = tokens.word(length.end), length.end + 1
    if joint in _BEGINNING and not (begin > index and length.unit in ("week", "weekend")):  # a named week
        return _read_period_from(tokens, behind, length, context, read_base)
    if begin > index and joint in _UP_TO:
        return _read_period_up_to(tokens, index, behind, length, context, read_base)
    if joint in ("before", "after", "from"):
        return _read_counted_from(tokens, behind, length, -1 if joint == "before" else 1, context, read_base)
    if begin > index:
        return None
    if joint == "ago":
        return replace(_from_anchor(behind, length, -1, context), relation="ago")
    if joint in _OFFSETS and tokens.word(behind) != "to":
        return _from_previous(behind, length, _OFFSETS[joint], context)
    if joint in ("'", "’") and tokens.word(behind) == "time":
        return _from_anchor(behind + 1, length, 1, context)
    if joint in ("'", "’") and tokens.phrase(behind, "s time"):
        return _from_anchor(behind + 2, length, 1, context)
    if joint in _UP_TO and (period := _read_period_up_to(tokens, index, behind, length, context, read_base)):
        return period
    brief = length.low == 1 and length.unit in ("day", "minute", "hour")
    if tokens.word(index - 1) == "in" and looks_ahead(tokens, index) and not tokens[length.end].is_word and not brief:
        return _from_anchor(length.end, length, 1, context)
    if tokens.word(index - 1) == "within" and looks_ahead(tokens, index) and context.anchor and not brief:
        return _up_to_coming(tokens, length, context.anchor)
    return None


def _up_to_coming(tokens: Tokens, length: Length, anchor: dt.date) -> Reading | None:
    """ "will reopen within nine months": from the anchor on; but not "within nine months of the sale"."""
    count = _whole_count(length)
    last = shift(anchor, count, length.unit) if count and length.unit not in SHORTER_THAN_A_DAY else None
    behind = tokens[length.end]
    if last is None or (behind.is_word and not closes_phrase(tokens, length.end)):
        return None
    return replace(length.reading(), relative=True, interval=Interval(anchor, last))


def _read_counted_from(
    tokens: Tokens, index: int, length: Length, move: int, context: Context, read_base: ReadDate
) -> Reading | None:
    joint = tokens.word(index - 1)
    if joint == "from" and tokens.word(index) == "now":
        return _from_anchor(index + 1, length, 1, context)
    base = read_base(tokens, index)
    if base and base.kind == "date" and (base.precision == "day" or joint != "from"):
        return _from_base(context.place(base, tokens, index), length, move)
    if joint != "from" and (not tokens[index].is_word or closes_phrase(tokens, index)):
        return _from_previous(index, length, move, context)
    return None


def _read_period_up_to(
    tokens: Tokens, index: int, behind: int, length: Length, context: Context, read_base: ReadDate
) -> Reading | None:
    """ "the year to 31 March 2025", "the three months ended 30 June": a reporting period, by its last day."""
    placed = tokens.word(index) == "the" or tokens.word(index - 1) in ("the", "first", "last", "in", "for")
    if tokens.word(behind - 1) in ("to", "through") and not placed:
        return None
    base, count = read_base(tokens, behind), _whole_count(length)
    if base is None or base.kind != "date" or not base.precision or base.weekday is not None:
        return None
    if count is None or length.unit in SHORTER_THAN_A_DAY:
        return None

    def period(last: Interval) -> Interval | None:
        start = shift(last.end, -count, length.unit)
        return Interval(start, last.end) if start else None

    return context.place(base, tokens, behind).changed(period, _precision(length))


def _read_period_from(
    tokens: Tokens, behind: int, length: Length, context: Context, read_base: ReadDate
) -> Reading | None:
    """ "two weeks starting May 20", "five days beginning on Monday": by its first day."""
    behind += tokens.word(behind) in ("on", "from")
    base, count = read_base(tokens, behind), _whole_count(length)
    if base is None or base.kind != "date" or base.precision != "day" or count is None:
        return None
    if length.unit in SHORTER_THAN_A_DAY:
        return None

    def period(first: Interval) -> Interval | None:
        end = shift(first.start, count, length.unit)
        return Interval(first.start, end) if end else None

    return replace(context.place(base, tokens, behind).changed(period, _precision(length)), weekday=None)


def _whole_count(length: Length) -> int | None:
    """The number of units where it is one whole number."""
    low = length.low
    exact = low is not None and low == length.high == int(low) and not length.extra_days
    return int(low) if exact and low is not None else None


def _from_anchor(end: int, length: Length, move: int, context: Context) -> Reading:
    """Counted from the anchor, as precise as the unit it is counted in ("two months ago": a month)."""
    count, interval = _whole_count(length), None
    if context.anchor and count is not None and length.unit not in SHORTER_THAN_A_DAY:
        interval = unit_beside(context.anchor, length.unit, move * count)
    return relative_reading(end, _precision(length), interval, length.approximate)


def _from_previous(end: int, length: Length, move: int, context: Context) -> Reading:
    """Counted from the time mentioned before; without an interval where that is vaguer than the unit."""
    count, interval = _whole_count(length), None
    if context.before and count is not None and length.unit not in SHORTER_THAN_A_DAY:
        interval = beside(context.before, length.unit, move * count)
    if interval and context.anchor and move > 0 and interval.start > context.anchor:
        interval = None  # told of the future: it counts from a time not named
    return relative_reading(end, _precision(length), interval, length.approximate)


def _from_base(base: Reading, length: Length, move: int) -> Reading:
    """ "two weeks before 13 May 1999": a day from a day; from a longer time, the unit beside it."""
    interval, count = None, _whole_count(length)
    by_day = base.precision == "day"
    if base.interval and count is not None and length.unit not in SHORTER_THAN_A_DAY:
        if by_day:
            interval = days(shift(base.interval.start, move * count, length.unit))
        else:
            interval = beside(base.interval, length.unit, move * count)
    return replace(
        base, interval=interval, of_year=None, weekday=None, precision="day" if by_day else _precision(length)
    )


def _precision(length: Length) -> str:
    return "day" if length.unit in (*SHORTER_THAN_A_DAY, "night") else length.unit
