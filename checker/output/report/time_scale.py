"""Where a day stands on a line on which years that nobody speaks of take little room."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

YEAR = 76.0  # least width of a year that the article speaks of
GAP = 34.0  # width of all years between two of those
LEAST_WIDTH = 620.0
MOST_YEARS = 60  # beyond, the line is even and shows round years only
WIDE_YEAR = 200.0  # from this width on, quarters are marked


class Tick(NamedTuple):
    """A labelled place on the line; `major` for a year, else for a quarter."""

    x: float
    label: str
    major: bool


class TimeScale(NamedTuple):
    """A line through `days` (proleptic ordinals) at `positions`, both rising; `gaps` are where years are left out."""

    days: tuple[int, ...]
    positions: tuple[float, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[float, ...]

    @property
    def end(self) -> float:
        """Where the line ends."""
        return self.positions[-1]

    def position(self, day: dt.date) -> float:
        """Where `day` begins, never outside the line."""
        ordinal = min(max(day.toordinal(), self.days[0]), self.days[-1])
        index = min(max(bisect_right(self.days, ordinal) - 1, 0), len(self.days) - 2)
        first, last = self.days[index], self.days[index + 1]
        left, right = self.positions[index], self.positions[index + 1]
        return left + (right - left) * (ordinal - first) / (last - first)


def time_scale(intervals: Iterable[tuple[dt.date | None, dt.date | None]], origin: float) -> TimeScale:
    """A scale, from `origin` rightwards, on which every end of the half-open `intervals` stands.

    Raises ValueError where no interval has an end.
    """
    years = sorted({year for start, end in intervals for year in _years(start, end)})
    if not years:
        raise ValueError("a time scale needs a day to begin with")
    if len(years) > MOST_YEARS:
        return _even_scale(years, origin)
    width = max(YEAR, LEAST_WIDTH / len(years))
    days, positions = [_first_day(years[0])], [origin]
    ticks, gaps = list[Tick](), list[float]()
    x = origin
    for index, year in enumerate(years):
        if index and year > years[index - 1] + 1:
            gaps.append(x + GAP / 2)
            x += GAP
            days.append(_first_day(year))
            positions.append(x)
        ticks.append(Tick(x, str(year), True))
        if width >= WIDE_YEAR:
            ticks += [Tick(x + width * part / 4, label, False) for part, label in ((1, "Apr"), (2, "Jul"), (3, "Oct"))]
        x += width
        days.append(_first_day(year + 1))
        positions.append(x)
    return TimeScale(tuple(days), tuple(positions), tuple(ticks), tuple(gaps))


def _even_scale(years: Sequence[int], origin: float) -> TimeScale:
    first, last = years[0], years[-1] + 1
    step = next((step for step in (5, 10, 20, 50, 100, 200, 500) if (last - first) / step <= 20), 1000)
    width = max(LEAST_WIDTH, (last - first) / step * YEAR)
    ticks = tuple(
        Tick(origin + width * (year - first) / (last - first), str(year), True)
        for year in range(-(-first // step) * step, last, step)
    )
    return TimeScale((_first_day(first), _first_day(last)), (origin, origin + width), ticks, ())


def _first_day(year: int) -> int:
    return dt.date(year, 1, 1).toordinal() if year <= dt.MAXYEAR else dt.date.max.toordinal() + 1


def _years(start: dt.date | None, end: dt.date | None) -> Iterable[int]:
    """The years that need room of their own: all of a short interval, the first and last of a long one."""
    if start is None or end is None:
        day = start or end
        return [day.year] if day else []
    first, last = start.year, max(start, end - dt.timedelta(days=1) if end > dt.date.min else end).year
    return range(first, last + 1) if last - first <= 2 else (first, last)
