"""Reads any date, and those made of other dates: "early 2024", "the end of July", "first week of May 2024"."""

from dataclasses import replace

from checker.language.calendar_grammar import read_calendar_day, read_day_of_this_month
from checker.language.calendar_intervals import (
    DAYS_IN,
    Interval,
    days,
    half,
    holiday_weekend,
    nth_unit,
    nth_weekday,
    shift,
    third,
    unit_around,
)
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, read_cardinal, read_ordinal
from checker.language.durations import UNITS, read_set
from checker.language.loose_dates import read_loose_date
from checker.language.month_grammar import read_month, read_year_and_month
from checker.language.narrative_dates import present_unit, read_narrative, read_offset
from checker.language.period_grammar import read_holiday, read_period, read_year
from checker.language.relative_dates import SHORTER_THAN_A_DAY, closes_phrase, read_relative, read_weekday

_PARTS: dict[str, int] = WORDS["parts"]
_ADJECTIVES = frozenset(("early", "mid", "late"))  # the other parts need an "of"
_PRESENT_UNITS = frozenset(("year", "month", "week", "quarter", "decade", "century"))
_FIRST_DAY = ("beginning", "commencing", "starting")
_DEPTH = 3  # "the end of the first week of next month" has three layers; deeper ones are not written
_MOST_UNITS = 1000


def read_date(
    tokens: Tokens, index: int, context: Context, behind_year: bool = False, depth: int = _DEPTH
) -> Reading | None:
    """The date that begins at `index`; one without its year is left open (`Context.place`).

    `behind_year`: a year stands just before, so that a bare number may be one too.
    """
    if depth == 0:
        return None

    def read_base(base_tokens: Tokens, base_index: int) -> Reading | None:
        return read_date(base_tokens, base_index, context, depth=depth - 1)

    return (
        read_offset(tokens, index, context, read_base)
        or _read_part(tokens, index, context, depth)
        or _read_unit_of(tokens, index, context, depth)
        or _read_weekday_of_week(tokens, index, context)
        or _read_named_week(tokens, index, context)
        or _read_deictic_day(tokens, index, context)
        or read_calendar_day(tokens, index, context)
        or read_year_and_month(tokens, index)
        or read_month(tokens, index, context)
        or read_period(tokens, index, context)
        or read_relative(tokens, index, context)
        or read_narrative(tokens, index, context)
        or read_weekday(tokens, index, context)
        or read_loose_date(tokens, index)
        or read_year(tokens, index, behind_year)
    )


def _read_part(tokens: Tokens, index: int, context: Context, depth: int) -> Reading | None:
    """ "early 2024", "mid-March", "the end of July", "late last year", "first half of March"."""
    begin = index + (tokens.word(index) == "the")
    word, behind = tokens.word(begin), begin + 1
    if word == "year" and (end := _behind_years_end(tokens, begin)):
        return present_unit(end, "year", context).changed(lambda year: third(year, _PARTS["end"]), approximate=True)
    if word not in _PARTS:
        ordinal = read_ordinal(tokens, begin)
        if ordinal is None or ordinal[0] not in (1, 2) or not tokens.phrase(ordinal[1], "half of"):
            return None
        whole = _read_whole(tokens, ordinal[1] + 2, context, depth)
        precision = "half" if whole and whole.precision == "year" else ""
        return whole.changed(lambda interval: half(interval, ordinal[0]), precision) if whole else None
    if tokens.word(behind) == "of":
        behind += 1
    elif word not in _ADJECTIVES:
        return None
    elif tokens[behind].text in DASHES:
        behind += 1
    if word in ("early", "late") and (day := read_weekday(tokens, behind, context)):
        return day  # "early Saturday"
    whole = _read_whole(tokens, behind, context, depth)
    return whole.changed(lambda interval: third(interval, _PARTS[word]), approximate=True) if whole else None


def _behind_years_end(tokens: Tokens, index: int) -> int | None:
    """The index behind "year's end" or "year-end", where no noun follows that it describes."""
    end = tokens.phrase(index, "year ' s end") or tokens.phrase(index, "year - end")
    return end if end and (not tokens[end].is_word or closes_phrase(tokens, end)) else None


def _read_whole(tokens: Tokens, index: int, context: Context, depth: int) -> Reading | None:
    """A period that has parts: "2024", "the year", "next month"."""
    unit_at = index + (tokens.word(index) == "the")
    unit = tokens.word(unit_at)
    if unit in _PRESENT_UNITS and tokens.word(index - 1) == "of":
        return present_unit(unit_at + 1, unit, context)
    whole = read_date(tokens, index, context, behind_year=True, depth=depth - 1)
    return whole if whole and whole.kind == "date" and whole.precision not in ("", "day") else None


def _read_unit_of(tokens: Tokens, index: int, context: Context, depth: int) -> Reading | None:
    """ "first week of May 2024", "the last four months of 2021", "first Monday in June", "15th day of next month"."""
    begin = index + (tokens.word(index) == "the")
    ordinal = (-1, begin + 1) if tokens.word(begin) == "last" else read_ordinal(tokens, begin)
    if ordinal is None:
        return None
    number, behind = ordinal
    count = 1
    if abs(number) == 1 and (several := read_cardinal(tokens, behind)) and 1 <= several[0] <= _MOST_UNITS:
        count, behind = int(several[0]), several[1]
    unit, weekday = UNITS.get(tokens.word(behind)), WORDS["weekdays"].get(tokens.word(behind))
    if tokens.word(behind + 1) not in ("of", "in") or (unit is None and (weekday is None or count > 1)):
        return None
    if (unit or weekday is not None) and (repeated := read_set(tokens, behind + 2)):
        return repeated  # "the third Thursday of each month"
    if unit in SHORTER_THAN_A_DAY:
        return None
    whole = _read_whole(tokens, behind + 2, context, depth)
    if whole is None:
        return None
    if unit in (None, "weekend"):
        day = 5 if weekday is None else weekday
        length = 2 if weekday is None else 1
        return whole.changed(lambda month: _weekday_in(month, day, number, length), unit or "day")
    if unit and not _fits(unit, number, count, whole.precision):
        return None
    return whole.changed(
        lambda interval: nth_unit(interval, str(unit), number, count), "day" if unit == "night" else unit
    )


def _fits(unit: str, number: int, count: int, precision: str) -> bool:
    """Not "its 150th year in 2024"."""
    return DAYS_IN[unit] * max(abs(number), count) <= 1.02 * DAYS_IN.get(precision, 0.0) + 1


def _weekday_in(month: Interval, weekday: int, number: int, length: int) -> Interval | None:
    return days(nth_weekday(month.start.year, month.start.month, weekday, number), length)


def _read_weekday_of_week(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "Monday of next week", "Tuesday last week", "next week Wednesday"."""
    weekday = WORDS["weekdays"].get(tokens.word(index))
    if weekday is not None:
        week_at = index + 1 + (tokens.word(index + 1) == "of")
        week = (
            read_relative(tokens, week_at, context)
            or read_narrative(tokens, week_at, context)
            or read_offset(tokens, week_at, context, lambda _tokens, _index: None)  # "Monday two weeks from now"
        )
        end = week.end if week else index
    else:
        if tokens.word(index + 1) != "week":
            return None
        week = read_relative(tokens, index, context)
        weekday = WORDS["weekdays"].get(tokens.word(week.end)) if week else None
        end = week.end + 1 if week else index
    if week is None or weekday is None or week.precision != "week" or week.kind != "date":
        return None
    move = weekday
    return replace(week.changed(lambda whole: days(shift(whole.start, move, "day")), "day"), end=end)


def _read_deictic_day(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "this Friday, 15 June": the date says more than "this"."""
    if tokens.word(index) not in WORDS["deictics"] or tokens.word(index + 1) not in WORDS["weekdays"]:
        return None
    return read_calendar_day(tokens, index + 1, context)


def _read_named_week(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "the week of 4 March", "week ending 8 March", "w/c 4 March"."""
    begin = index + (tokens.word(index) == "the")
    if short := tokens.phrase(begin, "w / c"):
        unit, joint, behind = "week", "beginning", short
    else:
        unit, joint, behind = tokens.word(begin), tokens.word(begin + 1), begin + 2
    number = tokens[begin + 1].number
    if unit == "week" and number and number <= 53 and tokens.word(behind) == "of":
        year = _read_whole(tokens, behind + 1, context, depth=2)
        if year and year.precision == "year":
            return year.changed(lambda whole: nth_unit(whole, "week", number), "week")
    if unit not in ("week", "weekend") or joint not in ("of", "ending", *_FIRST_DAY):
        return None
    numbered = read_day_of_this_month(tokens, behind, context)  # "the week of the 18th"
    behind += tokens.word(behind) == "the" and tokens[behind + 1].number is None
    day = numbered or read_calendar_day(tokens, behind, context)
    if day is None and unit == "weekend" and (feast := read_holiday(tokens, behind, context, placed=joint == "of")):
        return feast.changed(holiday_weekend, "weekend")
    day = day or read_period(tokens, behind, context)
    if day is None or day.precision != "day":
        return None
    if joint in _FIRST_DAY and unit == "week" and day.lacks_year:  # in the year in which it is a Monday
        day = replace(context.place(replace(day, weekday=0), tokens, index), weekday=None)
    return day.changed(lambda interval: _week_of(interval, unit, joint), unit)


def _week_of(day: Interval, unit: str, joint: str) -> Interval | None:
    if joint == "of":
        return unit_around(day.start, unit)
    return days(shift(day.start, -6, "day"), 7) if joint == "ending" else days(day.start, 7)
