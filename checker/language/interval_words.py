"""Says a half-open interval of days in words, for labels and messages."""

import datetime as dt

from checker.language.calendar_intervals import unit_around

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ORDINALS = ("first", "second", "third", "fourth")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}


def format_interval(start: dt.date | None, end: dt.date | None, precision: str = "") -> str:
    """The half-open interval `start`, `end` as an editor would write it.

    "14 May 2024", "March 2024", "the third quarter of 2024", "2014 to 2022", "the 1990s", "3 to 17 March 2024".
    An open side gives "since …" or "until …"; "" where both are unknown. `precision` (see Timex) chooses among names
    of the same interval.
    """
    if start is None:
        return f"until {_day(_before(end))}" if end else ""
    if end is None:
        return f"since {_day(start)}"
    if end <= start:
        return _day(start)
    return _named_unit(start, end, precision) or _span(start, _before(end))


def _before(date: dt.date) -> dt.date:
    return date - dt.timedelta(days=1) if date > dt.date.min else date


def _day(date: dt.date) -> str:
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def _named_unit(start: dt.date, end: dt.date, precision: str) -> str:
    """The name of a calendar unit that the interval fills, "" where it fills none."""

    def fills(unit: str) -> bool:
        return unit_around(start, unit) == (start, end)

    if fills("day"):
        return _day(start)
    if fills("month"):
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if fills("year"):
        return str(start.year)
    if fills("decade"):
        return f"the {start.year}s"
    if fills("century"):
        return f"the {_ordinal(start.year // 100 + 1)} century"
    if fills("season") and precision == "season":
        name = _SEASONS[start.month]
        return f"{name} {start.year}–{end.year % 100:02}" if name == "winter" else f"{name} {start.year}"
    if fills("quarter"):
        return f"the {_ORDINALS[start.month // 3]} quarter of {start.year}"
    if fills("half"):
        return f"the {_ORDINALS[start.month // 6]} half of {start.year}"
    if fills("week"):
        return f"the week of {_day(start)}"
    if fills("weekend"):
        return f"the weekend of {_span(start, _before(end))}"
    return ""


def _span(first: dt.date, last: dt.date) -> str:
    """Two ends, both included, without saying twice what they share."""
    behind = last + dt.timedelta(days=1) if last < dt.date.max else last
    if first.day == 1 and behind.day == 1:
        if first.month == 1 and behind.month == 1:
            return f"{first.year} to {last.year}"
        left, right = _MONTHS[first.month - 1], f"{_MONTHS[last.month - 1]} {last.year}"
        return f"{left} to {right}" if first.year == last.year else f"{left} {first.year} to {right}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {_day(last)}"
    return f"{_day(first)} to {_day(last)}"


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
