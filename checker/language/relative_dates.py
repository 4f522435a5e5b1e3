"""Reads times counted from another: from the day of publication ("last year") or the time mentioned before ("that year").

The first are deictic, the second narrative (TimeML's anchoring by document creation time or by another timex).
"""

import datetime as dt
from dataclasses import replace

from checker.language.calendar_intervals import (
    DAYS_IN,
    Interval,
    days,
    holiday,
    months,
    season,
    shift,
    unit_around,
    unit_beside,
)
from checker.language.date_reading import Context, Reading, looks_ahead
from checker.language.date_tokens import WORDS, Tokens, phrase_table
from checker.language.durations import UNITS, Length, read_length

_DEICTICS: dict[str, int] = WORDS["deictics"]
_NARRATIVES: dict[str, int] = WORDS["narratives"]
_DAYS: dict[str, int] = WORDS["days"]
_PARTS_OF_DAY = frozenset(WORDS["times"]["parts_of_day"])
_YEAR_KINDS = ("calendar", "fiscal", "financial", "school", "academic", "tax")
HOLIDAYS = phrase_table(WORDS["holidays"])
# Units too short to move a date.
_SHORTER_THAN_A_DAY = ("second", "minute", "hour")


def read_relative(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """A deictic or narrative time at `index`."""
    return (
        _read_day_word(tokens, index, context)
        or _read_vague(tokens, index)
        or read_deictic(tokens, index, context)
        or _read_part_of_today(tokens, index, context)
        or read_narrative(tokens, index, context)
    )


def _relative(end: int, precision: str, interval: Interval | None, **more: object) -> Reading:
    return Reading(end, precision, interval, relative=True, **more)  # type: ignore[arg-type]


def with_part_of_day(tokens: Tokens, reading: Reading) -> Reading:
    """Takes in "morning" behind a day: "Tuesday morning", "yesterday afternoon"."""
    return replace(reading, end=reading.end + 1) if tokens.word(reading.end) in _PARTS_OF_DAY else reading


def _read_day_word(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "today", "yesterday morning", "the day before yesterday"."""
    end, move = index, 0
    for phrase, extra in (("the day before", -1), ("the day after", 1), ("day before", -1), ("day after", 1)):
        if behind := tokens.phrase(index, phrase):
            end, move = behind, extra
            break
    word = tokens.word(end)
    if word not in _DAYS or (move and word not in ("yesterday", "tomorrow")) or tokens[end].text.isupper():
        return None
    interval = days(shift(context.anchor, _DAYS[word] + move, "day")) if context.anchor else None
    return with_part_of_day(tokens, _relative(end + 1, "day", interval))


def _read_vague(tokens: Tokens, index: int) -> Reading | None:
    """ "now", "currently", "in recent years" (from "recent")."""
    word = tokens.word(index)
    if word == "right" and tokens.word(index + 1) == "now":
        return _relative(index + 2, "", None)
    if word in WORDS["vague"]["present"]:
        return _relative(index + 1, "", None)
    begin = index + (word == "the")
    if tokens.word(begin) in WORDS["vague"]["adjectives"] and tokens.word(begin + 1) in WORDS["vague"]["units"]:
        return _relative(begin + 2, "", None)
    return None


def _read_part_of_today(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "this morning", "last night", "tomorrow" has its own reader."""
    word, part = tokens.word(index), tokens.word(index + 1)
    if (word == "this" and part in _PARTS_OF_DAY) or (word == "last" and part in ("night", "evening")):
        move = -1 if word == "last" else 0
        return _relative(index + 2, "day", days(shift(context.anchor, move, "day")) if context.anchor else None)
    return None


def read_deictic(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "last year", "this September", "next Tuesday", "the past three years", "this past weekend"."""
    begin = index + 1 if tokens.word(index) == "the" else index
    move = _DEICTICS.get(tokens.word(begin))
    if move is None or (begin > index and tokens.word(begin) in ("this", "previous")):
        return None
    behind = begin + 1
    if tokens.word(begin) == "this" and tokens.word(behind) in ("past", "coming"):
        move, behind = _DEICTICS[tokens.word(behind)], behind + 1
    if stretch := _read_stretch(tokens, behind, move, tokens.word(begin), context):
        return stretch
    if tokens.word(begin) == "previous" and begin == index and tokens.word(behind) in UNITS:
        return read_narrative(tokens, index, context)
    return _read_moved(tokens, behind, move, begin > index or tokens.word(begin) == "past", context)


def _read_stretch(tokens: Tokens, index: int, move: int, word: str, context: Context) -> Reading | None:
    """ "the past three years", "next 10 days", "last few months": a length that ends or begins at the anchor."""
    if move == 0 or tokens.word(index) in ("a", "an", "half"):
        return None
    length = read_length(tokens, index)
    if length is None or length.unit in _SHORTER_THAN_A_DAY or "-" in tokens[length.end - 2].text:
        return None
    return _stretch(length, move, context)


def _stretch(length: Length, move: int, context: Context) -> Reading:
    interval = None
    anchor = context.anchor
    if anchor and length.low is not None and length.low == length.high:
        count = int(length.low) if length.low == int(length.low) and not length.extra_days else None
        if length.unit == "quarter" and count:
            current = unit_around(anchor, "quarter")
            first = current and (current.start if move < 0 else current.end)
            other = shift(first, move * count, "quarter") if first else None
        else:
            first = anchor if move < 0 else shift(anchor, 1, "day")
            other = _moved_by(first, length, move) if first else None
        if first and other:
            interval = Interval(min(first, other), max(first, other))
    duration = length.reading()
    return replace(duration, relative=True, interval=interval)


def _moved_by(date: dt.date, length: Length, direction: int) -> dt.date | None:
    """`date` moved by a length, whole units by the calendar."""
    if length.low is None:
        return None
    moved: dt.date | None = date
    if length.low == int(length.low):
        moved = shift(date, direction * int(length.low), length.unit)
        rest = length.extra_days
    else:
        rest = length.low * DAYS_IN[length.unit] + length.extra_days
    return shift(moved, direction * round(rest), "day") if moved else None


def _read_moved(tokens: Tokens, index: int, move: int, counted: bool, context: Context) -> Reading | None:
    """What stands behind "last", "this" or "next": a unit, weekday, month, season or holiday.

    `counted` tells "the last year" (twelve months up to now) from "last year" (a calendar year).
    """
    anchor, word = context.anchor, tokens.word(index)
    kind = word if word in _YEAR_KINDS and tokens.word(index + 1) == "year" else ""
    if kind:
        index, word = index + 1, "year"
    if word in UNITS:
        unit = UNITS[word]
        if word != unit or unit in (*_SHORTER_THAN_A_DAY, "night", "fortnight") or (unit == "day" and not counted):
            return None
        if counted and move and not kind and unit not in ("weekend", "quarter"):
            return _stretch(Length(index + 1, unit, 1.0, 1.0), move, context)
        if kind not in ("", "calendar"):
            return _relative(index + 1, "year", None, approximate=True)
        return _relative(index + 1, unit, unit_beside(anchor, unit, move) if anchor else None)
    if word in WORDS["weekdays"] and (tokens[index].is_capitalised or len(word) > 4):
        date = _moved_weekday(anchor, WORDS["weekdays"][word], move) if anchor else None
        return with_part_of_day(tokens, _relative(index + 1, "day", days(date)))
    if (found := read_name_of_year_part(tokens, index)) is None:
        return None
    end, precision, of_year = found
    interval = None
    if anchor:
        around = [made for year in range(anchor.year - 2, anchor.year + 3) if (made := of_year(year))]
        if move < 0:
            interval = next((made for made in reversed(around) if made.end <= anchor), None)
        elif move > 0:
            interval = next((made for made in around if made.start > anchor), None)
        else:
            interval = of_year(anchor.year)
    return _relative(end, precision, interval)


def _moved_weekday(anchor: dt.date, weekday: int, move: int) -> dt.date | None:
    """ "last Tuesday" is the latest before the anchor, "next Tuesday" that of the week after, "this Tuesday" this week's."""
    if move < 0:
        return shift(anchor, -((anchor.weekday() - weekday - 1) % 7 + 1), "day")
    return shift(anchor, weekday - anchor.weekday() + 7 * move, "day")


def read_name_of_year_part(tokens: Tokens, index: int):  # type: ignore[no-untyped-def]
    """A month, season or holiday: the index behind it, its precision, and what it is in a given year."""
    word = tokens.word(index)
    if found := tokens.longest_phrase(index, HOLIDAYS):
        rule, end = found
        return (end, "day", lambda year: holiday(rule, year)) if tokens[index].is_capitalised else None
    if word in WORDS["months"]:
        if tokens[index].text in ("may", "march", "mar"):
            return None
        month = WORDS["months"][word]
        end = index + 2 if len(word) < 5 and tokens.glued(index + 1, ".") and word != "may" else index + 1
        return end, "month", lambda year: months(year, month)
    if word in WORDS["seasons"]:
        first = WORDS["seasons"][word]
        return index + 1, "season", lambda year: season(first, year)
    return None


def read_weekday(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """A weekday alone: the latest up to the anchor, or the next one where the sentence looks ahead."""
    token = tokens[index]
    weekday = WORDS["weekdays"].get(token.lower)
    if weekday is None or not token.is_capitalised or tokens.word(index - 1) in WORDS["weekday_names"]["before"]:
        return None
    end = index + 1
    if len(token.text) < 6:  # "Sun" and "Sat" are words and names too
        if tokens.word(index - 1) not in ("on", "since", "until", "by", "next", "last", "or", "and"):
            return None
        end += tokens.glued(end, ".")
    date = None
    if context.anchor:
        ahead = looks_ahead(tokens, index)
        move = (weekday - context.anchor.weekday()) % 7
        date = shift(context.anchor, (move or 7 if ahead else move - 7 if move else 0), "day")
    return with_part_of_day(tokens, _relative(end, "day", days(date)))


def read_narrative(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "the following year", "that day", "the same month", "the previous Tuesday"; counted from the previous time."""
    begin = index + 1 if tokens.word(index) == "the" else index
    move = _NARRATIVES.get(tokens.word(begin))
    if move is None or (tokens.word(begin) == "that") != (begin == index and tokens.word(begin) == "that"):
        return None
    if begin == index and tokens.word(begin) in ("next",):
        return None
    word = tokens.word(begin + 1)
    unit = UNITS.get(word) if word == UNITS.get(word) else None
    previous = context.previous
    if unit and unit not in (*_SHORTER_THAN_A_DAY, "night", "fortnight"):
        return _relative(begin + 2, unit, beside_previous(previous, unit, move) if previous else None)
    if word in WORDS["weekdays"] and tokens[begin + 1].is_capitalised and len(word) > 5:
        return _relative(begin + 2, "day", _weekday_beside(previous, WORDS["weekdays"][word], move))
    if begin + 1 < len(tokens) and (found := read_name_of_year_part(tokens, begin + 1)):
        end, precision, of_year = found
        interval = _part_beside(previous, of_year, move) if previous else None
        return _relative(end, precision, interval)
    return None


def beside_previous(previous: Interval, unit: str, count: int) -> Interval | None:
    """The calendar unit `count` units from the previous time; None where that time is too long to count from."""
    length = (previous.end - previous.start).days
    if length > DAYS_IN[unit] * 1.05 + 1 and not (unit in ("year", "decade", "century") and count):
        return None
    start = previous.end - dt.timedelta(days=1) if count > 0 else previous.start
    return unit_beside(start, unit, count)


def _weekday_beside(previous: Interval | None, weekday: int, move: int) -> Interval | None:
    if previous is None or (previous.end - previous.start).days > 7:
        return None
    if move > 0:
        last = previous.end - dt.timedelta(days=1)
        return days(shift(last, (weekday - last.weekday() - 1) % 7 + 1, "day"))
    if move < 0:
        return days(shift(previous.start, -((previous.start.weekday() - weekday - 1) % 7 + 1), "day"))
    return days(shift(previous.start, (weekday - previous.start.weekday()) % 7, "day"))


def _part_beside(previous: Interval, of_year, move: int) -> Interval | None:  # type: ignore[no-untyped-def]
    """ "the following March": the first that begins behind the previous time."""
    around = [made for year in range(previous.start.year - 1, previous.end.year + 2) if (made := of_year(year))]
    if move > 0:
        return next((made for made in around if made.start >= previous.end), None)
    if move < 0:
        return next((made for made in reversed(around) if made.end <= previous.start), None)
    return next((made for made in around if made.end > previous.start), None)
