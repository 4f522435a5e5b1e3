"""Calendar arithmetic on half-open intervals of days, in the proleptic Gregorian calendar, years 1 to 9999.

Every function that makes an interval returns None where it cannot be expressed between those years.
"""

import datetime as dt
from typing import Any, NamedTuple

DAYS_IN = {  # mean Gregorian lengths; a night is counted as a day
    "second": 1 / 86400,
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "night": 1.0,
    "weekend": 2.0,
    "week": 7.0,
    "fortnight": 14.0,
    "month": 365.2425 / 12,
    "quarter": 365.2425 / 4,
    "season": 365.2425 / 4,
    "half": 365.2425 / 2,
    "year": 365.2425,
    "decade": 3652.425,
    "century": 36524.25,
}
WORKING_DAYS_IN_WEEK = 5  # Monday to Friday
_MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_DAYS_IN_UNIT = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}


class Interval(NamedTuple):
    """The days from `start` up to, but not with, `end`."""

    start: dt.date
    end: dt.date


def date_or_none(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def days(start: dt.date | None, count: int = 1) -> Interval | None:
    """`count` days from `start`."""
    end = shift(start, count, "day") if start else None
    return Interval(start, end) if start and end else None


def months(year: int, month: int, count: int = 1) -> Interval | None:
    """`count` whole months; a `month` outside 1 to 12 runs into the neighbouring years."""
    start, end = _first_of_month(year, month), _first_of_month(year, month + count)
    return Interval(start, end) if start and end else None


def _first_of_month(year: int, month: int) -> dt.date | None:
    return date_or_none(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def day(year: int, month: int, number: int) -> Interval | None:
    """One day."""
    return days(date_or_none(year, month, number))


def years(year: int, count: int = 1) -> Interval | None:
    """`count` calendar years."""
    return months(year, 1, 12 * count)


def century(number: int) -> Interval | None:
    """The years whose figures open alike: the 19th century is 1800 to 1899, as TIMEX3 values have it."""
    return years(100 * (number - 1) or 1, 100)


def shift(date: dt.date, count: int, unit: str) -> dt.date | None:
    """`date` moved by `count` units ("day" to "century"); 31 January and one month give the last day of February."""
    try:
        if unit in _DAYS_IN_UNIT:
            return date + dt.timedelta(days=count * _DAYS_IN_UNIT[unit])
        first = _first_of_month(date.year, date.month + count * _MONTHS_IN[unit])
    except (OverflowError, ValueError):
        return None
    if first is None:
        return None
    following = _first_of_month(first.year, first.month + 1)
    last = (following - dt.timedelta(days=1)).day if following else 31
    return first.replace(day=min(date.day, last))


def shift_working_days(date: dt.date, count: int) -> dt.date | None:
    """The day behind `count` days from Monday to Friday from `date` on; a negative count goes back before `date`."""
    weeks, rest = divmod(abs(count), WORKING_DAYS_IN_WEEK)
    step = 1 if count > 0 else -1
    there = shift(date, step * weeks, "week")
    while there and rest:
        moved = shift(there, step, "day")
        passed = there if step > 0 else moved
        rest -= passed is not None and passed.weekday() < WORKING_DAYS_IN_WEEK
        there = moved
    return there


def unit_around(date: dt.date, unit: str) -> Interval | None:
    """The calendar unit that `date` lies in; weeks begin on Monday (ISO 8601), a weekend is the one of that week."""
    if unit in ("day", "night"):
        return days(date)
    if unit in ("week", "weekend", "fortnight"):
        monday = shift(date, -date.weekday(), "day")
        if monday is None:
            return None
        return days(shift(monday, 5, "day"), 2) if unit == "weekend" else days(monday, _DAYS_IN_UNIT[unit])
    if unit == "season":
        return months(date.year, date.month // 3 * 3, 3)
    size = _MONTHS_IN[unit]
    if size < 12:
        return months(date.year, (date.month - 1) // size * size + 1, size)
    size //= 12
    return years(date.year // size * size or 1, size)


def unit_beside(date: dt.date, unit: str, count: int) -> Interval | None:
    """The calendar unit `count` units after the one around `date`: -1 is the last, 1 the next."""
    there = shift(date.replace(day=1) if unit in _MONTHS_IN else date, count, unit)
    return unit_around(there, unit) if there else None


def season(name_month: int, year: int) -> Interval | None:
    """Three months from `name_month`; winter begins in December of `year`."""
    return months(year, name_month, 3)


def third(whole: Interval, part: int) -> Interval | None:
    """The first, middle or last third (0, 1, 2) of a period, in whole years, months or days as its length allows."""
    count = _length_in_months(whole)
    if count and count % 120 == 0:
        low, high = (round(count // 12 * k / 3) for k in (part, part + 1))
        return years_after(whole.start, low, high)
    if count and count >= 3:
        low, high = (round(count * k / 3) for k in (part, part + 1))
        return months(whole.start.year, whole.start.month + low, high - low)
    length = (whole.end - whole.start).days
    low, high = (round(length * k / 3) for k in (part, part + 1))
    return days(shift(whole.start, low, "day"), high - low)


def years_after(start: dt.date, low: int, high: int) -> Interval | None:
    """The whole years from `low` up to `high` after 1 January of the year of `start`."""
    return years(start.year + low, high - low)


def half(whole: Interval, number: int) -> Interval | None:
    """The first or second half (1, 2) of a period, in whole months where it has an even number of them."""
    count = _length_in_months(whole)
    if count and count % 2 == 0:
        return months(whole.start.year, whole.start.month + (number - 1) * count // 2, count // 2)
    length = (whole.end - whole.start).days
    middle = (length + 1) // 2
    return days(whole.start, middle) if number == 1 else days(shift(whole.start, middle, "day"), length - middle)


def _length_in_months(whole: Interval) -> int:
    """Number of whole calendar months, 0 where it is not made of whole months."""
    start, end = whole
    return 12 * (end.year - start.year) + end.month - start.month if start.day == end.day == 1 else 0


def nth_unit(whole: Interval, unit: str, number: int, count: int = 1) -> Interval | None:
    """`count` units of `whole` from its `number`th on; a negative number counts from the end (-1 is the last).

    A week belongs to the period that holds its Thursday (ISO 8601).
    """
    if unit in ("week", "fortnight"):
        first, behind = _monday_of_first_week(whole.start), _monday_of_first_week(whole.end)
        if first is None or behind is None:
            return None
        weeks = count * (2 if unit == "fortnight" else 1)
        start = shift(first, number - 1, unit) if number > 0 else shift(behind, -weeks, "week")
        return days(start, 7 * weeks)
    start = shift(whole.start, number - 1, unit) if number > 0 else shift(whole.end, -count, unit)
    end = shift(start, count, unit) if start else None
    return Interval(start, end) if start and end else None


def _monday_of_first_week(date: dt.date) -> dt.date | None:
    """The Monday of the first week whose Thursday lies on or after `date`."""
    return shift(date, -date.weekday() if date.weekday() <= 3 else 7 - date.weekday(), "day")


def nth_weekday(year: int, month: int, weekday: int, number: int) -> dt.date | None:
    """The `number`th `weekday` (0 is Monday) of a month; -1 is the last. None where the month has none."""
    whole = months(year, month)
    if whole is None or not number:
        return None
    if number > 0:
        date = shift(whole.start, (weekday - whole.start.weekday()) % 7 + 7 * (number - 1), "day")
    else:
        last = whole.end - dt.timedelta(days=1)
        date = shift(last, -((last.weekday() - weekday) % 7) + 7 * (number + 1), "day")
    return date if date and whole.start <= date < whole.end else None


def easter(year: int) -> dt.date | None:
    """Easter Sunday of the Western churches; the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms)."""
    golden = year % 19
    hundreds, rest = divmod(year, 100)
    leap_hundreds, rest_hundreds = divmod(hundreds, 4)
    correction = (hundreds - (hundreds + 8) // 25 + 1) // 3
    epact = (19 * golden + hundreds - leap_hundreds - correction + 15) % 30
    leaps, rest = divmod(rest, 4)
    to_sunday = (32 + 2 * rest_hundreds + 2 * leaps - epact - rest) % 7
    late = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day_before = divmod(epact + to_sunday - 7 * late + 114, 31)
    return date_or_none(year, month, day_before + 1)


def holiday_weekend(holiday_day: Interval) -> Interval | None:
    """The weekend that a holiday makes longer: from Thursday, Friday or up to Monday; else the nearest."""
    date = holiday_day.start
    weekday = date.weekday()
    if weekday in (0, 1):
        saturday = shift(date, -2 - weekday, "day")
        return days(saturday, 3 if weekday == 0 else 2)
    weekend = unit_around(date, "weekend")
    return Interval(min(date, weekend.start), weekend.end) if weekend and weekday in (3, 4) else weekend


def holiday(rule: dict[str, Any], year: int) -> Interval | None:
    """The day of a holiday by its rule in `rules/lexicon/dates.toml`."""
    if "easter" in rule:
        sunday = easter(year)
        return days(shift(sunday, rule["easter"], "day")) if sunday else None
    if "nth" in rule:
        date = nth_weekday(year, rule["month"], rule["weekday"], rule["nth"])
        return days(shift(date, rule.get("plus", 0), "day")) if date else None
    return day(year, rule["month"], rule["day"])
