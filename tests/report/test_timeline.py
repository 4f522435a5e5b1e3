"""Dates on a line: order, room, links between those that clash."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judge.finding import Severity
from checker.output.report.overlaps import Overlaps
from checker.output.report.time_scale import MOST_YEARS, time_scale
from checker.output.report.timeline import Timeline, timeline
from tests.report.examples import reviewed

ORIGIN = 100.0
intervals = st.lists(
    st.tuples(st.dates(), st.integers(0, 4000)).map(
        lambda pair: (pair[0], dt.date.fromordinal(min(pair[0].toordinal() + pair[1], dt.date.max.toordinal())))
    ),
    min_size=1,
    max_size=2 * MOST_YEARS,
)


def _timeline(text: str, *dates: tuple[str, dt.date | None, dt.date | None], clash: tuple[str, ...] = ()) -> Timeline:
    findings = ((clash, "conflicting-date", Severity.ERROR),) if clash else ()
    report = reviewed(text, findings, dates)
    made = timeline(report, Overlaps(report.findings))
    assert made is not None
    return made


@given(intervals)
def test_later_days_never_stand_further_left(given_intervals: list[tuple[dt.date, dt.date]]) -> None:
    scale = time_scale(given_intervals, ORIGIN)
    days = sorted(day for interval in given_intervals for day in interval)
    positions = [scale.position(day) for day in days]
    assert positions == sorted(positions)
    assert positions[0] >= ORIGIN and positions[-1] <= scale.end + 1e-6


def test_years_nobody_speaks_of_take_little_room() -> None:
    scale = time_scale([(dt.date(1928, 5, 1), dt.date(1928, 6, 1)), (dt.date(2025, 1, 1), dt.date(2026, 1, 1))], 0.0)
    assert [tick.label for tick in scale.ticks if tick.major] == ["1928", "2025"]
    assert scale.position(dt.date(2025, 1, 1)) - scale.position(dt.date(1929, 1, 1)) < 50
    assert len(scale.gaps) == 1


def test_a_scale_needs_a_day() -> None:
    with pytest.raises(ValueError, match="a day"):
        time_scale([(None, None)], 0.0)


@pytest.mark.parametrize(
    ("start", "end", "shape"),
    [
        (dt.date(2024, 5, 14), dt.date(2024, 5, 15), "dot"),
        (dt.date(2024, 5, 1), dt.date(2024, 6, 1), "bar"),
        (dt.date(2024, 5, 1), None, "arrow-right"),
        (None, dt.date(2024, 5, 1), "arrow-left"),
    ],
)
def test_shapes(start: dt.date | None, end: dt.date | None, shape: str) -> None:
    (mark,) = _timeline("It opened then.", ("then", start, end)).marks
    assert mark.shape == shape


def test_marks_of_a_lane_never_overlap() -> None:
    day = (dt.date(2024, 5, 14), dt.date(2024, 5, 15))
    made = _timeline("Once, twice, thrice.", ("Once", *day), ("twice", *day), ("thrice", *day))
    assert len({mark.y for mark in made.marks}) == 3
    assert all(lane.y + lane.height <= made.height for lane in made.lanes)


def test_lanes_are_the_sections_in_reading_order() -> None:
    made = _timeline(
        "Now 2026.\n\n## Later\n\nIn 2031.\n\n## Before\n\nIn 1999.\n",
        ("2026", dt.date(2026, 1, 1), dt.date(2027, 1, 1)),
        ("2031", dt.date(2031, 1, 1), dt.date(2032, 1, 1)),
        ("1999", dt.date(1999, 1, 1), dt.date(2000, 1, 1)),
    )
    assert [lane.name for lane in made.lanes] == ["Opening", "Later", "Before"]
    assert [claim.words for claim in made.claims] == ["1999", "2026", "2031"]


def test_dates_that_clash_are_joined() -> None:
    years = (dt.date(1928, 1, 1), dt.date(1929, 1, 1)), (dt.date(1950, 1, 1), dt.date(1951, 1, 1))
    dates = ("1928", *years[0]), ("1950", *years[1])
    made = _timeline("Founded in 1928. Founded in 1950.", *dates, clash=("in 1928", "in 1950"))
    (link,) = made.links
    assert link.x1 < link.x2
    assert [claim.severity for claim in made.claims] == [Severity.ERROR, Severity.ERROR]
    assert _timeline("Founded in 1928. Founded in 1950.", *dates).links == ()


def test_an_article_without_dates_has_no_timeline() -> None:
    report = reviewed("Nothing.", (), ())
    assert timeline(report, Overlaps(())) is None
