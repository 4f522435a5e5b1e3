"""Weekdays, ages, anniversaries and lengths of time against the dates that the text gives."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.judge.interval import Interval
from checker.judge.registry import frame_predicate
from checker.judge.rows import slot
from checker.language.interval_words import format_interval

if TYPE_CHECKING:
    from checker.judge.context import Context
    from checker.judge.registry import Words
    from checker.judge.rows import Row

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_GREGORIAN_YEAR = 1753  # the first whole year of the calendar in Britain and its colonies
_YEAR = 365.2425  # days
_DAYS = {
    "day": 1.0,
    "week": 7.0,
    "weekend": 2.0,
    "month": 30.44,
    "quarter": 91.3,
    "season": 91.3,
    "half": 182.6,
    "year": _YEAR,
    "decade": 10 * _YEAR,
    "century": 100 * _YEAR,
}
_SINCE_DEATH = dt.timedelta(days=60)  # how long before publication somebody who "has died" may have died


class Span(NamedTuple):
    """Half-open days of a date, `start` to `end`."""

    start: dt.date
    end: dt.date


@frame_predicate("weekday_off", words=("date", "weekday", "stated"))
def weekday_off(rows: Sequence[Row], context: Context) -> Words | None:
    """A date does not fall on the day of the week that is written with it."""
    weekday, date = slot(rows, "weekday"), slot(rows, "date")
    days = _span(date[0]) if date else None
    if not weekday or days is None or days.start.year < _FIRST_GREGORIAN_YEAR:
        return None
    last = weekday[0]["lexicon"] == "last weekday"
    day = days.end - dt.timedelta(days=1) if last else days.start
    if weekday[0]["entry"] == WEEKDAYS[day.weekday()].lower():
        return None
    if date[0]["relative"]:  # no year is written: the year before or after may be meant
        others = [_in_year(day, day.year + step) for step in (-1, 1)]
        if any(other and WEEKDAYS[other.weekday()].lower() == weekday[0]["entry"] for other in others):
            return None
    stated = str(weekday[0]["entry"]).capitalize()
    return {
        "date": _written(Span(day, day + dt.timedelta(days=1)), "day"),
        "weekday": WEEKDAYS[day.weekday()],
        "stated": stated,
    }


@frame_predicate("elapsed_off", words=("reckoned", "stated"))
def elapsed_off(rows: Sequence[Row], context: Context) -> Words | None:
    """ "five years later", or "the 50th anniversary", does not lead to the date that is given."""
    reached, stated = slot(rows, "reached"), slot(rows, "date")
    if reached and stated:
        here, there = _span(reached[0]), _span(stated[0])
        if here is None or there is None or _apart(here, there) <= _slack(reached[0]):
            return None
        return {
            "reckoned": f"“{reached[0]['text']}” leads to {_written(here, _coarse(reached[0]))}",
            "stated": stated[0]["text"],
        }
    return _days_between(rows) if slot(rows, "days") else _years_between(rows, context)


def _days_between(rows: Sequence[Row]) -> Words | None:
    """A number of days between two dates, give or take what its unit rounds."""
    event, days, at = (slot(rows, name) for name in ("event", "days", "date"))
    start, end = (_span(found[0]) if found else None for found in (event, at))
    if start is None or end is None:
        return None
    fewest, most = (end.start - start.end).days + 1, (end.end - start.start).days - 1
    if fewest - days[0]["resolution"] <= days[0]["value"] <= most + days[0]["resolution"]:
        return None
    apart = str(fewest) if fewest == most else f"{fewest} to {most}"
    return {"reckoned": f"From {event[0]['text']} to {at[0]['text']} is {apart} days", "stated": days[0]["text"]}


def _years_between(rows: Sequence[Row], context: Context) -> Words | None:
    """A number of years between an event and its anniversary, in which both the first and the last year may count."""
    event, years, at = slot(rows, "event"), slot(rows, "years"), slot(rows, "date")
    if not event or not years:
        return None
    start = _span(event[0])
    end = _span(at[0]) if at else _day_span(context.published)
    if start is None or end is None or math.isnan(years[0]["value"]):
        return None
    fewest, most = (
        end.start.year - (start.end - dt.timedelta(days=1)).year,
        (end.end - dt.timedelta(days=1)).year - start.start.year,
    )
    number = years[0]["value"]
    slack = 1 + (0.1 * number if years[0]["approximate"] else 0)
    if fewest - slack <= number <= most + slack:
        return None
    apart = str(fewest) if fewest == most else f"{fewest} or {most}"
    when = at[0]["text"] if at else _written(end, "month")
    return {"reckoned": f"From {event[0]['text']} to {when} is {apart} years", "stated": years[0]["text"]}


@frame_predicate("duration_off", words=("dates", "length", "stated"))
def duration_off(rows: Sequence[Row], context: Context) -> Words | None:
    """A length of time is not the one between the two dates, counting the last day or not."""
    length, whole = slot(rows, "length"), slot(rows, "range")
    start, end = slot(rows, "start"), slot(rows, "end")
    if len(length) != 1 or math.isnan(length[0]["low"]):
        return None
    if whole:
        between, dates = _inside(whole[0]), whole[0]["text"]
    elif start and end:
        between, dates = _between(start[0], end[0]), f"{start[0]['text']} to {end[0]['text']}"
    else:
        return None
    if between is None or between.high <= 0:
        return None
    stated = _length(length[0])
    if stated.meets(between):
        return None
    return {"dates": dates, "length": _lasting(between, length[0]), "stated": length[0]["text"]}


_LONG_AGO = 10  # years


@frame_predicate("age_off", words=("born", "at", "age", "stated"))
def age_off(rows: Sequence[Row], context: Context) -> Words | None:
    """An age does not fit the dates of birth and of the event, whichever day of the year the birthday is."""
    born, life, age, at, aside = (slot(rows, name) for name in ("born", "life", "age", "at", "aside"))
    age = age or aside
    if not (born or life) or not age or math.isnan(age[0]["value"]):
        return None
    birth, death = (_span(born[0]), None) if born else _ends(life[0])
    if birth is None:
        return None
    if at:
        then = _span(at[0])
    elif death is not None:
        then = death
    else:
        now = _day_span(context.published)
        then = Span(now.start - _SINCE_DEATH, now.end) if now else None
    if then is None or then.start < birth.start:
        return None
    youngest = _age(birth.end - dt.timedelta(days=1), then.start)
    oldest = _age(birth.start, then.end - dt.timedelta(days=1))
    low, high = math.floor(age[0]["low"]), math.floor(age[0]["high"])
    if low <= oldest and youngest <= high:
        return None
    if aside and not youngest - _LONG_AGO <= high <= oldest + _LONG_AGO:
        return None  # a story of long ago
    right = str(oldest) if youngest == oldest else f"{youngest} or {oldest}"
    when = at[0]["text"] if at else "at death" if life else "at the time of writing"
    return {"born": (born or life)[0]["text"], "at": when, "age": right, "stated": age[0]["text"]}


def _ends(life: Row) -> tuple[Span | None, Span | None]:
    """The first and the last year of a life."""
    days = _span(life)
    if days is None:
        return None, None
    first, last = days.start.year, (days.end - dt.timedelta(days=1)).year
    return _year(first), _year(last)


def _year(year: int) -> Span:
    return (
        Span(dt.date(year, 1, 1), dt.date(year, 12, 31) + dt.timedelta(days=1))
        if year < dt.MAXYEAR
        else Span(dt.date(year, 1, 1), dt.date(year, 12, 31))
    )


def _age(birth: dt.date, day: dt.date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def _span(row: Row) -> Span | None:
    start, end = _day(row["date_start"]), _day(row["date_end"])
    return Span(start, end) if start is not None and end is not None and end > start else None


def _day(value: Any) -> dt.date | None:
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "date") else value  # type: ignore[no-any-return]


def _day_span(day: dt.date | None) -> Span | None:
    return Span(day, day + dt.timedelta(days=1)) if day is not None else None


def _in_year(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def _coarse(row: Row) -> str:
    return str(row["date_precision"]) or "year"


def _slack(row: Row) -> float:
    """How many days a narrative date may miss: its own unit, doubled where the text says "about"."""
    if _coarse(row) == "century" or (_coarse(row) == "decade" and row["date_relation"] == "in"):
        return 2 * _YEAR  # centuries are counted from 1901 or from 1900
    return _DAYS.get(_coarse(row), _YEAR) * (2 if row["approximate"] else 1) * (0.2 if _coarse(row) == "year" else 1)


def _apart(one: Span, other: Span) -> float:
    """Days between two spans, 0 where they meet."""
    return float(max((other.start - one.end).days + 1, (one.start - other.end).days + 1, 0))


def _inside(row: Row) -> Interval | None:
    days = _span(row)
    if days is None:
        return None
    total = (days.end - days.start).days
    unit = _DAYS.get(_coarse(row), 1.0)
    return Interval(max(0.0, total - (1.0 if unit == 1.0 else 2 * unit)), float(total))


def _between(start: Row, end: Row) -> Interval | None:
    first, last = _span(start), _span(end)
    if first is None or last is None:
        return None
    return Interval(float((last.start - first.end).days + 1), float((last.end - first.start).days))


def _length(row: Row) -> Interval:
    """What a length of time stands for: half a unit more or less, a tenth where the text says "about"."""
    unit = _DAYS.get(_coarse(row), 1.0)
    margin = 0.5 * unit if unit > 1 else 1.0
    if row["approximate"]:
        margin = max(unit, 0.15 * row["high"] if math.isfinite(row["high"]) else unit)
    return Interval(row["low"] - margin, row["high"] + margin)


def _lasting(days: Interval, row: Row) -> str:
    unit = next((name for name in ("year", "month", "week", "day") if name in str(row["text"])), _coarse(row))
    size = _DAYS.get(unit, 1.0)
    low, high = days.low / size, days.high / size
    if round(low, 1) == round(high, 1) or unit == "day":
        return f"{high:.3g} {unit}s"
    middle = (low + high) / 2
    return f"about {middle:.2g} {unit}s"


def _written(days: Span, precision: str) -> str:
    return format_interval(days.start, days.end, precision)
