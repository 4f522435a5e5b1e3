"""Reads times made of other times: "early 2024", "the end of July", "first week of May 2024", "two weeks before Easter"."""

from dataclasses import replace

from checker.language.calendar_grammar import read_calendar_day, read_month
from checker.language.calendar_intervals import Interval, days, half, nth_unit, nth_weekday, shift, third, unit_around, unit_beside
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, read_cardinal, read_ordinal
from checker.language.durations import UNITS, Length, read_duration, read_length
from checker.language.loose_dates import read_loose_date
from checker.language.period_grammar import read_period, read_year
from checker.language.relative_dates import beside_previous, read_relative, read_weekday

_PARTS: dict[str, int] = WORDS["parts"]
_DEPTH = 3  # "the end of the first week of next month" has three layers; deeper ones are not written


def read_date(
    tokens: Tokens, index: int, context: Context, depth: int = _DEPTH, behind_year: bool = False
) -> Reading | None:
    """The longest-reaching date at `index`; yearless ones are left open (`Context.place`)."""
    if depth == 0:
        return None
    return (
        _read_offset(tokens, index, context, depth)
        or _read_part(tokens, index, context, depth)
        or _read_unit_of(tokens, index, context, depth)
        or _read_weekday_of_week(tokens, index, context)
        or read_calendar_day(tokens, index, context)
        or read_month(tokens, index, context)
        or read_period(tokens, index, context)
        or read_relative(tokens, index, context)
        or read_weekday(tokens, index, context)
        or read_loose_date(tokens, index)
        or read_year(tokens, index, behind_year)
    )


def _wrapped(inner: Reading, change, **fields: object) -> Reading:  # type: ignore[no-untyped-def]
    """`inner` with its interval, known or still to be known, changed by a function of intervals."""

    def changed(interval: Interval | None) -> Interval | None:
        return change(interval) if interval else None

    of_year = inner.of_year
    return replace(
        inner,
        interval=changed(inner.interval),
        of_year=None if of_year is None else (lambda year: changed(of_year(year))),
        **fields,  # type: ignore[arg-type]
    )


def _read_part(tokens: Tokens, index: int, context: Context, depth: int) -> Reading | None:
    """ "early 2024", "mid-March", "the end of July", "late last year", "first half of March"."""
    begin = index + (tokens.word(index) == "the")
    word = tokens.word(begin)
    if word in _PARTS:
        part, behind = _PARTS[word], begin + 1
        if tokens.word(behind) == "of":
            behind += 1
        elif tokens[behind].text in DASHES and tokens[behind].text:
            behind += 1
        elif word not in ("early", "mid", "late", "end"):
            return None
        inner = _read_whole(tokens, behind, context, depth)
        if inner is None:
            return None
        return _wrapped(inner, lambda whole: third(whole, part), approximate=True)
    ordinal = read_ordinal(tokens, begin)
    if ordinal and ordinal[0] in (1, 2) and tokens.phrase(ordinal[1], "half of"):
        inner = _read_whole(tokens, ordinal[1] + 2, context, depth)
        return _wrapped(inner, lambda whole: half(whole, ordinal[0])) if inner else None
    return None


def _read_whole(tokens: Tokens, index: int, context: Context, depth: int) -> Reading | None:
    """A period that has parts: "2024", "the year", "next month"."""
    unit = tokens.word(index + 1)
    if tokens.word(index) == "the" and unit in ("year", "month", "week", "quarter", "decade", "century", "season"):
        return _present_unit(index + 2, unit, context)
    inner = read_date(tokens, index, context, depth - 1, behind_year=True)
    return inner if inner and inner.precision != "day" and inner.kind == "date" and inner.precision else None


def _present_unit(end: int, unit: str, context: Context) -> Reading:
    """ "the year" in "the end of the year": the one being told of, else that of the anchor."""
    interval = beside_previous(context.previous, unit, 0) if context.previous else None
    if interval is None and context.previous is None and context.anchor:
        interval = unit_around(context.anchor, unit)
    return Reading(end, unit, interval, relative=True)


def _read_unit_of(tokens: Tokens, index: int, context: Context, depth: int) -> Reading | None:
    """ "first week of May 2024", "the last four months of 2021", "first Monday in June", "the 15th day of next month"."""
    begin = index + (tokens.word(index) == "the")
    if tokens.word(begin) == "last":
        number, behind = -1, begin + 1
    elif ordinal := read_ordinal(tokens, begin):
        number, behind = ordinal
    else:
        return None
    count = 1
    if abs(number) == 1 and (several := read_cardinal(tokens, behind)) and several[0] == int(several[0]):
        count, behind = int(several[0]), several[1]
    word = tokens.word(behind)
    weekday = WORDS["weekdays"].get(word) if count == 1 and tokens[behind].is_capitalised else None
    unit = UNITS.get(word)
    if tokens.word(behind + 1) not in ("of", "in") or (weekday is None and unit in (None, "second", "minute", "hour")):
        return None
    inner = _read_whole(tokens, behind + 2, context, depth)
    if inner is None or not 1 <= count <= 1000:
        return None
    if weekday is not None:
        return _wrapped(inner, lambda whole: _weekday_in(whole, weekday, number), precision="day")
    assert unit is not None
    precision = "day" if unit == "night" else unit
    return _wrapped(inner, lambda whole: nth_unit(whole, "day" if unit == "weekend" else unit, number, count), precision=precision) if unit != "weekend" else _wrapped(inner, lambda whole: _weekend_in(whole, number), precision="weekend")


def _weekday_in(month: Interval, weekday: int, number: int) -> Interval | None:
    return days(nth_weekday(month.start.year, month.start.month, weekday, number))


def _weekend_in(month: Interval, number: int) -> Interval | None:
    saturday = nth_weekday(month.start.year, month.start.month, 5, number)
    return days(saturday, 2)


def _read_weekday_of_week(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "Monday of next week", "Tuesday last week", "the week of 4 March", "week ending 8 March"."""
    weekday = WORDS["weekdays"].get(tokens.word(index))
    if weekday is not None and tokens[index].is_capitalised:
        behind = index + 1 + (tokens.word(index + 1) in ("of", ","))
        week = read_relative(tokens, behind, context)
        if week and week.precision == "week" and week.kind == "date" and week.relative:
            return _wrapped(week, lambda whole: days(shift(whole.start, weekday, "day")), precision="day")
        return None
    begin = index + (tokens.word(index) == "the")
    if tokens.word(begin) not in ("week", "weekend"):
        return None
    unit, joint = tokens.word(begin), tokens.word(begin + 1)
    if joint not in ("of", "beginning", "commencing", "ending", "starting"):
        return None
    inner = read_calendar_day(tokens, begin + 2 + (tokens.word(begin + 2) == "the"), context)
    if inner is None:
        return None
    return _wrapped(inner, lambda whole: _week_of(whole, unit, joint), precision=unit)


def _week_of(day: Interval, unit: str, joint: str) -> Interval | None:
    if joint == "of":
        return unit_around(day.start, unit)
    return days(shift(day.start, -6, "day"), 7) if joint == "ending" else days(day.start, 7)


def _read_offset(tokens: Tokens, index: int, context: Context, depth: int) -> Reading | None:
    """ "three months ago", "a year earlier", "two weeks from tomorrow", "the day after Easter", "the year before"."""
    begin = index + (tokens.word(index) == "the" and tokens.word(index + 1) in UNITS)
    if begin > index:
        length: Length | None = Length(begin + 1, tokens.word(begin), 1.0, 1.0)
        duration = length.reading() if length and length.unit in ("day", "night", "week", "month", "year") else None
    else:
        duration = read_duration(tokens, index)
        length = read_length(tokens, index) or (read_length(tokens, _behind_bound(tokens, index)) if duration else None)
    if duration is None:
        return None
    joint, behind = tokens.word(duration.end), duration.end + 1
    if begin > index and joint not in ("before", "after"):
        return None
    approximate = duration.approximate
    if joint in ("ago", "back") and (joint == "ago" or tokens[behind].text in ".,;" ):
        return _counted(behind, length, -1, context, "ago", approximate)
    if joint in ("later", "earlier", "afterwards", "afterward", "beforehand", "previously", "hence"):
        return _narrated(behind, length, -1 if joint in ("earlier", "beforehand", "previously") else 1, context, approximate)
    if joint in ("from", "after", "before"):
        move = -1 if joint == "before" else 1
        if joint == "from" and tokens.word(behind) == "now":
            return _counted(behind + 1, length, 1, context, "", approximate)
        base = read_date(tokens, behind, context, depth - 1) if depth > 1 else None
        if base and base.kind == "date" and (base.precision == "day" or joint != "from"):
            return _from_base(context.place(base, tokens, behind), length, move)
        if joint in ("before", "after") and not (tokens[behind].is_word and not _closes(tokens, behind)):
            return _narrated(behind, length, move, context, approximate)
    if joint in APOSTROPHE and tokens.phrase(behind, "time"):
        return _counted(behind + 1, length, 1, context, "", approximate)
    return None


APOSTROPHE = ("'", "’")


def _closes(tokens: Tokens, index: int) -> bool:
    """Whether a new phrase begins behind "the year before": nothing that the time could be counted from."""
    return tokens.word(index) in ("and", "but", "when", "while", "as", "that", "was", "were", "had", "is", "in", "at", "to", "by")


def _behind_bound(tokens: Tokens, index: int) -> int:
    """The index behind a bound or approximator of at most three words."""
    for behind in (index + 1, index + 2, index + 3):
        if read_length(tokens, behind):
            return behind
    return index


def _counted(end: int, length: Length | None, move: int, context: Context, relation: str, approximate: bool) -> Reading:
    """A time counted from the anchor, as precise as the unit it is counted in."""
    interval = None
    if context.anchor and length:
        interval = _unit_away(context.anchor, length, move)
    return _offset(end, length, interval, relation, approximate)


def _narrated(end: int, length: Length | None, move: int, context: Context, approximate: bool) -> Reading:
    """A time counted from the one mentioned before; None where that is vaguer than the unit."""
    interval = None
    if context.previous and length and length.low is not None and length.low == length.high == int(length.low):
        interval = beside_previous(context.previous, length.unit, move * int(length.low)) if length.unit in UNITS else None
    return _offset(end, length, interval, "", approximate)


def _offset(end: int, length: Length | None, interval: Interval | None, relation: str, approximate: bool) -> Reading:
    unit = length.unit if length else ""
    precision = "day" if unit in ("second", "minute", "hour", "night") else unit
    return Reading(end, precision, interval, relative=True, relation=relation, approximate=approximate)


def _unit_away(date, length: Length, move: int) -> Interval | None:  # type: ignore[no-untyped-def]
    if length.low is None or length.low != length.high or length.approximate:
        return None
    if length.unit in ("second", "minute", "hour"):
        return days(date)
    if length.low != int(length.low) or length.extra_days:
        return None
    return unit_beside(date, length.unit, move * int(length.low))


def _from_base(base: Reading, length: Length | None, move: int) -> Reading:
    """ "two weeks before 13 May 1999": a day from a day; from a longer time, the unit beside it."""
    interval = None
    if base.interval and length and length.low is not None and length.low == length.high == int(length.low):
        if base.precision == "day":
            there = shift(base.interval.start, move * int(length.low), length.unit) if length.unit not in ("second", "minute", "hour") else None
            there = shift(there, move * round(length.extra_days), "day") if there else None
            interval = days(there)
        elif length.unit == base.precision or length.unit in ("year", "decade", "century"):
            interval = beside_previous(base.interval, length.unit, move * int(length.low))
    return replace(base, interval=interval, of_year=None, weekday=None, precision=base.precision if base.precision == "day" else (length.unit if length else ""))
