"""Properties that hold for every date and for any text."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.calendar_intervals import easter, half, shift, third, unit_around, years
from checker.language.dates import find_timexes, resolve_relative
from checker.language.interval_words import format_interval

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
FORMATS = (
    "{d} {month} {y}",
    "{month} {d}, {y}",
    "{d}th of {month} {y}",
    "the {d}th of {month}, {y}",
    "{abbreviated} {d}, {y}",
    "{d} {abbreviated} {y}",
    "{y}-{m:02}-{d:02}",
    "{d:02}.{m:02}.{y}",
)
ordinary_days = st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31))
DAY = dt.timedelta(days=1)


def written(day: dt.date, form: str) -> str:
    month = MONTHS[day.month - 1]
    abbreviated = month if month == "May" else f"{month[:3]}."
    return form.format(d=day.day, m=day.month, y=day.year, month=month, abbreviated=abbreviated)


@given(ordinary_days, st.sampled_from(FORMATS), st.text("xyz ,é😀", max_size=12))
def test_a_written_day_is_read_back_whatever_its_format(day: dt.date, form: str, before: str) -> None:
    expression = written(day, form)
    text = f"{before} on {expression} it rained."
    timexes = [t for t in find_timexes(text) if t.kind == "date"]
    assert [(t.date_start, t.date_end) for t in timexes] == [(day, day + DAY)]
    assert text[timexes[0].start : timexes[0].end] == expression


@given(ordinary_days, ordinary_days, st.sampled_from(("{a} to {b}", "{a} – {b}", "{a} until {b}")))
def test_a_range_of_days_covers_both_ends(one: dt.date, other: dt.date, form: str) -> None:
    first, last = sorted((one, other))
    text = form.format(a=written(first, FORMATS[0]), b=written(last, FORMATS[0]))
    (timex,) = find_timexes(f"It ran from {text}.")
    assert (timex.date_start, timex.date_end) == (first, last + DAY)


@given(
    st.integers(1900, 2098),
    st.integers(1, 100),
    st.sampled_from(("from {a} to {b}", "({a}–{b})", "between {a} and {b}")),
)
def test_a_range_of_years_covers_both_ends(first: int, length: int, form: str) -> None:
    last = min(first + length, 2099)
    (timex,) = find_timexes(form.format(a=first, b=last))
    assert (timex.date_start, timex.date_end) == (dt.date(first, 1, 1), dt.date(last + 1, 1, 1))


@given(ordinary_days, ordinary_days)
def test_relative_times_lie_where_their_words_say(anchor: dt.date, other: dt.date) -> None:
    (last,) = find_timexes("last year", anchor)
    assert last.date_start == dt.date(anchor.year - 1, 1, 1)
    (ago,) = find_timexes("three months ago", anchor)
    assert ago.date_end is not None and ago.date_end < anchor
    (weekday,) = find_timexes("It happened on Tuesday", anchor)
    assert weekday.date_start is not None
    assert weekday.date_start.weekday() == 1 and 0 <= (anchor - weekday.date_start).days < 7
    text = "the following month"
    (unresolved,) = find_timexes(text, anchor)
    (previous,) = find_timexes(other.isoformat())
    following = resolve_relative(unresolved, text, previous)
    assert following.date_start is not None and 0 < (following.date_start - other).days <= 31


WORDS = """in from to the of and between May march 3 14th 2014 2014-15 99 second last next year years ago two a
    - – / ( ) week-long before after end early Q3 H1 '90s 1990s century Tuesday , . $ BC every this
    following day half 5/6"""
words = st.sampled_from(WORDS.split())


@settings(max_examples=150)
@given(st.lists(words, max_size=25).map(" ".join), st.none() | st.dates())
def test_time_words_in_any_order_give_ordered_spans(text: str, anchor: dt.date | None) -> None:
    check(text, anchor)


@settings(max_examples=100)
@given(st.text(max_size=80), st.none() | st.dates())
def test_any_text_gives_ordered_spans(text: str, anchor: dt.date | None) -> None:
    check(text, anchor)


def check(text: str, anchor: dt.date | None) -> None:
    behind = 0
    for timex in find_timexes(text, anchor):
        assert behind <= timex.start < timex.end <= len(text)
        assert timex.relation_start <= timex.start
        assert (timex.date_start is None) == (timex.date_end is None)
        if timex.date_start and timex.date_end:
            assert timex.date_start < timex.date_end
            assert format_interval(timex.date_start, timex.date_end, timex.precision)
        behind = timex.end


@given(ordinary_days, st.sampled_from(("month", "quarter", "season", "year", "decade", "century")))
def test_thirds_and_halves_divide_a_period_without_gap(day: dt.date, unit: str) -> None:
    whole = unit_around(day, unit)
    assert whole is not None and whole.start <= day < whole.end
    for parts in ([third(whole, k) for k in range(3)], [half(whole, k) for k in (1, 2)]):
        assert None not in parts
        edges = [edge for part in parts if part for edge in part]
        assert edges[0] == whole.start and edges[-1] == whole.end
        assert edges[1:-1:2] == edges[2::2]


@given(ordinary_days, st.integers(-600, 600))
def test_months_shift_there_and_back(day: dt.date, count: int) -> None:
    there = shift(day, count, "month")
    assert there is not None
    back = shift(there, -count, "month")
    assert back is not None and 0 <= (day - back).days <= 3


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = easter(year)
    assert sunday is not None and sunday.weekday() == 6
    assert dt.date(year, 3, 22) <= sunday <= dt.date(year, 4, 25)


def test_the_calendar_ends_in_9999() -> None:
    assert years(9999) is None and shift(dt.date.max, 1, "day") is None and shift(dt.date.min, -1, "century") is None
