"""What a written time says: the TIMEX3 idea (ISO-TimeML, ISO 24617-1) with half-open calendar intervals as values."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression of a text; offsets are half-open code points of that text.

    `start`, `end` hold the expression without its preposition ("2025" in "by 2025"); `relation_start` is where the
    preposition begins (equal to `start` where there is none).
    `date_start`, `date_end` are the half-open interval, None where it is open, unknown or not expressible between
    years 1 and 9999. A relative expression that nothing anchors keeps both None.
    `low_days`, `high_days` are a duration's length, None for dates.
    """

    start: int
    end: int
    kind: str  # date, duration, set ("every June") or time ("at 8:15am")
    date_start: dt.date | None = None
    date_end: dt.date | None = None
    precision: str = ""  # day, week, weekend, month, quarter, season, half, year, decade, century
    relation: str = ""  # "", in, on, by, since, from, until, before, after, as_of, during, for, over, ago, within
    relation_start: int = 0
    relative: bool = False  # "last year", "three months ago", "Tuesday": needs an anchor to become an interval
    approximate: bool = False  # "around 1890", "early 2024"
    weekday: int | None = None  # 0 Monday to 6 Sunday, where one is written beside a full date
    impossible: bool = False  # "31 April", "30 February 2021"
    ambiguous: bool = False  # 05/03/2021 with nothing to tell day from month
    low_days: float | None = None
    high_days: float | None = None
