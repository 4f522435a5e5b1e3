"""Reads times counted from the day of publication: "today", "last year", "this September", "the past three years".

TimeML's deictic expressions; those counted from another time in the text are in `narrative_dates`.
"""

import datetime as dt
from dataclasses import replace

from checker.language.calendar_intervals import (
    DAYS_IN,
    WORKING_DAYS_IN_WEEK,
    Interval,
    days,
    shift,
    shift_working_days,
    unit_around,
    unit_beside,
)
from checker.language.date_reading import Context, OfYear, Reading, looks_ahead, relative_reading
from checker.language.date_tokens import WORDS, Tokens, read_cardinal
from checker.language.durations import UNITS, Length, read_length
from checker.language.vague_dates import read_vague
from checker.language.year_parts import read_part_of_year

SHORTER_THAN_A_DAY = ("second", "minute", "hour")
_DEICTICS: dict[str, int] = WORDS["deictics"]
_DAYS: dict[str, int] = WORDS["days"]
_PARTS_OF_DAY = frozenset(WORDS["times"]["parts_of_day"])
_YEAR_KINDS = frozenset(("calendar", "fiscal", "financial", "school", "academic", "tax"))
_WORKING = frozenset(WORDS["durations"]["working"])
_OPENERS = frozenset(WORDS["clause_openers"])
_REST = frozenset(("rest", "remainder"))


def read_relative(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """A time counted from the anchor, at `index`; without an anchor it keeps no interval."""
    return (
        _read_day_word(tokens, index, context)
        or read_vague(tokens, index)
        or read_deictic(tokens, index, context)
        or _read_counted_deictic(tokens, index, context)
        or _read_part_of_today(tokens, index, context)
        or _read_remainder(tokens, index, context)
        or _read_weekend(tokens, index, context)
    )


def with_part_of_day(tokens: Tokens, reading: Reading) -> Reading:
    """Takes in "morning" behind a day: "Tuesday morning", "yesterday afternoon"."""
    return replace(reading, end=reading.end + 1) if tokens.word(reading.end) in _PARTS_OF_DAY else reading


def closes_phrase(tokens: Tokens, index: int) -> bool:
    """Whether a new phrase begins at `index`, so that "the weekend" or "the year before" is whole."""
    return tokens.word(index) in _OPENERS


def _read_day_word(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "today", "yesterday morning", "the day before yesterday"."""
    end, move = index, 0
    for phrase, extra in (("the day before", -1), ("the day after", 1), ("day before", -1), ("day after", 1)):
        if behind := tokens.phrase(index, phrase):
            end, move = behind, extra
            break
    word = tokens.word(end)
    if word not in _DAYS or (move and word not in ("yesterday", "tomorrow")):
        return None
    interval = days(shift(context.anchor, _DAYS[word] + move, "day")) if context.anchor else None
    return with_part_of_day(tokens, relative_reading(end + 1, "day", interval))


def _read_part_of_today(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "this morning", "last night"."""
    word, part = tokens.word(index), tokens.word(index + 1)
    if (word == "this" and part in _PARTS_OF_DAY) or (word == "last" and part in ("night", "evening")):
        move = -1 if word == "last" else 0
        return relative_reading(index + 2, "day", days(shift(context.anchor, move, "day")) if context.anchor else None)
    return None


def _read_remainder(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "earlier this year", "later this month", "later in the week", "so far this year", "the rest of the week"."""
    word, behind = tokens.word(index), index + 1
    if word == "the" and tokens.word(behind) in _REST:
        word, behind = "later", behind + 1
        if tokens.word(behind) != "of":
            return None
        behind += 1
    elif tokens.phrase(index, "so far"):
        word, behind = "earlier", index + 2
    elif tokens.phrase(index, "year to date"):
        return _read_year_to_date(index + 3, context)
    elif word not in ("earlier", "later"):
        return None
    on = behind + (tokens.word(behind) == "on")
    if day := _read_day_word(tokens, behind, context) or read_weekday(tokens, on, context):
        return day  # "earlier Wednesday", "later today"
    behind += tokens.word(behind) == "in"
    whole = read_deictic(tokens, behind, context)
    if whole is None and tokens.word(behind) in ("the", "this") and tokens.word(behind + 1) in UNITS:
        unit = UNITS[tokens.word(behind + 1)]
        if unit in (*SHORTER_THAN_A_DAY, "night", "day"):
            return None
        whole = relative_reading(behind + 2, unit, unit_around(context.anchor, unit) if context.anchor else None)
    if whole is None or whole.kind != "date":
        return None
    anchor, interval = context.anchor, whole.interval
    if anchor and interval and interval.start <= anchor < interval.end:
        if word == "earlier" and interval.start < anchor:
            interval = Interval(interval.start, anchor)
        elif word == "later":
            interval = Interval(anchor, interval.end)
    return replace(whole, interval=interval)


def _read_year_to_date(end: int, context: Context) -> Reading:
    year = unit_around(context.anchor, "year") if context.anchor else None
    to_date = Interval(year.start, context.anchor) if year and context.anchor and year.start < context.anchor else year
    return relative_reading(end, "year", to_date)


def _read_weekend(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "over the weekend": the last that has begun, or the next where the sentence looks ahead."""
    if not tokens.phrase(index, "the weekend"):
        return None
    if tokens[index + 2].is_word and not closes_phrase(tokens, index + 2):
        return None  # "the weekend edition"
    interval = None
    if context.anchor:
        coming = unit_around(context.anchor, "weekend")
        passed = coming and coming.start <= context.anchor
        interval = coming if passed or looks_ahead(tokens, index) else unit_beside(context.anchor, "weekend", -1)
    return relative_reading(index + 2, "weekend", interval)


def read_deictic(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "last year", "this September", "next Tuesday", "the past three years", "this past weekend"."""
    begin = index + 1 if tokens.word(index) == "the" else index
    word = tokens.word(begin)
    move = _DEICTICS.get(word)
    if move is None or (begin > index and word in ("this", "previous")):
        return None
    if begin > index and word == "next" and _is_narrative(tokens, index):
        return None
    if word == "last" and tokens.word(index - 1) in WORDS["modals"]:
        return None  # "the talks will last three days"
    if tokens.word(index - 1) in WORDS["possessives"] and not read_length(tokens, begin + 1):
        return None  # "my last year at school"
    behind = begin + 1
    if word == "this" and tokens.word(behind) in ("past", "coming"):
        move, behind = _DEICTICS[tokens.word(behind)], behind + 1
    counted = begin > index or word == "past"
    stretch = _read_stretch(tokens, behind, move, context)
    return stretch or _read_moved(tokens, behind, move, counted and word != "current", context)


def is_deictic(tokens: Tokens, index: int) -> bool:
    """Whether the time at `index` is counted from the anchor, not from another time of the text."""
    return tokens.word(index) in _DEICTICS


def _is_narrative(tokens: Tokens, index: int) -> bool:
    """Tells "the next day" and "the next year he moved" from "over the next year"."""
    word = tokens.word(index + 2)
    if word == "day" or word in _PARTS_OF_DAY:
        return True
    if word in WORDS["seasons"] or word in WORDS["weekdays"] or word in WORDS["months"]:
        return True
    return word in UNITS and word == UNITS[word] and tokens.word(index - 1) not in WORDS["spanning"]


def _read_counted_deictic(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "the two previous years", "three upcoming weeks"."""
    number = read_cardinal(tokens, index + (tokens.word(index) == "the"))
    move = _DEICTICS.get(tokens.word(number[1]), 0) if number else 0
    if number is None or not move or UNITS.get(tokens.word(number[1] + 1), "second") in SHORTER_THAN_A_DAY:
        return None
    length = Length(number[1] + 2, UNITS[tokens.word(number[1] + 1)], number[0], number[0])
    return _stretch(length, move, context.anchor)


def _read_stretch(tokens: Tokens, index: int, move: int, context: Context) -> Reading | None:
    """ "the past three years", "next 10 days", "last few months": a length that ends or begins at the anchor."""
    if move == 0 or tokens.word(index) in ("a", "an", "half") or tokens.glued(index + 1, "-"):
        return None
    length = read_length(tokens, index)
    if length is None or length.unit in SHORTER_THAN_A_DAY or tokens.glued(length.end, "-"):
        return None
    return _stretch(length, move, context.anchor)


def _stretch(length: Length, move: int, anchor: dt.date | None) -> Reading:
    interval = None
    if anchor and length.low is not None and length.low == length.high:
        first = anchor if move < 0 else shift(anchor, 1, "day")
        if length.unit == "quarter" and (current := unit_around(anchor, "quarter")):
            first = current.start if move < 0 else current.end
        other = _moved_by(first, length, move) if first else None
        if first and other:
            interval = Interval(min(first, other), max(first, other))
    return replace(length.reading(), relative=True, interval=interval)


def _moved_by(date: dt.date, length: Length, direction: int) -> dt.date | None:
    """`date` moved by a length, whole units by the calendar, the rest in days."""
    if length.low is None:
        return None
    if length.working and length.unit == "day":
        return shift_working_days(date, direction * round(length.low * WORKING_DAYS_IN_WEEK / DAYS_IN["week"]))
    if length.low != int(length.low):
        return shift(date, direction * round(length.low * DAYS_IN[length.unit] + length.extra_days), "day")
    moved = shift(date, direction * int(length.low), length.unit)
    return shift(moved, direction * round(length.extra_days), "day") if moved else None


def _read_moved(tokens: Tokens, index: int, move: int, counted: bool, context: Context) -> Reading | None:
    """What stands behind "last", "this" or "next": a unit, weekday, month, season or holiday.

    `counted` tells "the last year" (twelve months up to now) from "last year" (a calendar year).
    """
    anchor, word = context.anchor, tokens.word(index)
    if word in _YEAR_KINDS and tokens.word(index + 1) == "year":
        interval = unit_beside(anchor, "year", move) if anchor and word == "calendar" else None
        return relative_reading(index + 2, "year", interval, approximate=word != "calendar")
    if word in UNITS:
        return _moved_unit(index + 1, word, move, counted, anchor)
    if word in _WORKING and tokens.word(index + 1) == "week":
        week = unit_beside(anchor, "week", move) if anchor else None
        return relative_reading(index + 2, "week", days(week.start, WORKING_DAYS_IN_WEEK) if week else None)
    if word in WORDS["weekdays"] and (tokens[index].is_capitalised or len(word) > 5):
        date = _moved_weekday(anchor, WORDS["weekdays"][word], move) if anchor else None
        return with_part_of_day(tokens, relative_reading(index + 1, "day", days(date)))
    found = read_part_of_year(tokens, index)
    if found is None:
        return None
    end, precision, of_year = found
    return relative_reading(end, precision, _moved_part(of_year, move, anchor) if anchor else None)


def _moved_unit(end: int, word: str, move: int, counted: bool, anchor: dt.date | None) -> Reading | None:
    unit = UNITS[word]
    if word != unit or unit in (*SHORTER_THAN_A_DAY, "night") or (unit == "day" and not counted):
        return None
    if move and (unit == "fortnight" or (counted and unit not in ("weekend", "quarter", "day"))):
        return _stretch(Length(end, unit, 1.0, 1.0), move, anchor)
    if unit in ("day", "fortnight"):
        return None
    return relative_reading(end, unit, unit_beside(anchor, unit, move) if anchor else None)


def _moved_weekday(anchor: dt.date, weekday: int, move: int) -> dt.date | None:
    """ "last Tuesday" is the latest before the anchor, "next" that of the week after, "this" that of this week."""
    if move < 0:
        return shift(anchor, -((anchor.weekday() - weekday - 1) % 7 + 1), "day")
    return shift(anchor, weekday - anchor.weekday() + 7 * move, "day")


def _moved_part(of_year: OfYear, move: int, anchor: dt.date) -> Interval | None:
    if move == 0:
        return of_year(anchor.year)
    around = [made for year in range(anchor.year - 2, anchor.year + 3) if (made := of_year(year))]
    if move < 0:
        return next((made for made in reversed(around) if made.end <= anchor), None)
    return next((made for made in around if made.start > anchor), None)


def read_weekday(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """A weekday alone: the latest up to the anchor, or the next one where the sentence looks ahead."""
    token, before = tokens[index], tokens.word(index - 1)
    weekday = WORDS["weekdays"].get(token.lower)
    if weekday is None or before in WORDS["weekday_names"]["before"]:
        return None
    short = len(token.text) < 6  # "Sun" and "Sat" are names and words too
    if short or not token.is_capitalised:
        placed = before in ("on", "since", "until", "by", "next", "last", "or", "and", "from")
        if not placed or (short and not token.is_capitalised):
            return None
    end = index + 1 + (short and tokens.glued(index + 1, "."))
    date = None
    if context.anchor and before not in ("a", "every", "each"):
        move = (weekday - context.anchor.weekday()) % 7
        move = (move or 7) if looks_ahead(tokens, index) else move - 7 if move else 0
        date = shift(context.anchor, move, "day")
    return with_part_of_day(tokens, relative_reading(end, "day", days(date)))
