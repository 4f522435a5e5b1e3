"""Reads ranges of dates as one time: "2014–2022", "May to July 2021", "3 March–17 April", "2014 to the present"."""

from dataclasses import replace

from checker.language.calendar_intervals import Interval, days, shift, years
from checker.language.composed_dates import read_date
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens
from checker.language.year_numbers import counts_something, follows_change, year_at

_JOINTS = frozenset(("to", "through", "until", "till", "thru")) | DASHES
_PRESENT = ("now", "today", "date", "present", "the present", "the present day", "present day", "current date")
_LONGEST_LIST = 4
_YEARS_IN_SHORT_RANGE = 1000


def read_date_or_range(tokens: Tokens, index: int, context: Context, behind_year: bool) -> Reading | None:
    """The date or range of dates at `index`, put in its year where that is not written."""
    first = read_date(tokens, index, context, behind_year) or _read_first_year(tokens, index)
    if first is None or first.kind != "date":
        return first
    if found := _read_range(tokens, index, first, context):
        return found
    return _in_year_of_list(tokens, first, context) or context.place(first, tokens, index)


def _in_year_of_list(tokens: Tokens, first: Reading, context: Context) -> Reading | None:
    """ "19 September and 7 October 1777": the year behind the last belongs to both."""
    end = first.end
    for _ in range(_LONGEST_LIST if first.lacks_year else 0):
        if tokens.word(end) not in ("and", "or", ","):
            return None
        second = read_date(tokens, end + 1, context)
        if second is None or second.relative or second.precision != first.precision:
            return None
        if second.interval:
            return first.in_year(second.interval.start.year)
        end = second.end
    return None


def _read_first_year(tokens: Tokens, index: int) -> Reading | None:
    """The first year of "2014 to 2018" or "2014–present" where nothing but the other end shows that it is one."""
    first, second = year_at(tokens, index), year_at(tokens, index + 2)
    if first and tokens.word(index + 1) in _JOINTS and _present_at(tokens, index + 2):
        return Reading(index + 1, "year", years(first))
    if first is None or second is None or not first < second <= first + _YEARS_IN_SHORT_RANGE:
        return None
    runs_on = tokens.glued(index + 3, "-–/") and tokens[index + 4].glued
    if follows_change(tokens, index):
        return None
    if tokens.word(index + 1) not in _JOINTS or counts_something(tokens, index + 2) or runs_on:
        return None
    return Reading(index + 1, "year", years(first))


def _present_at(tokens: Tokens, index: int) -> int | None:
    """The index behind "the present", "now" or "date"."""
    return max((end for phrase in _PRESENT if (end := tokens.phrase(index, phrase))), default=None)


def _read_range(tokens: Tokens, index: int, first: Reading, context: Context) -> Reading | None:
    joint, behind = tokens.word(first.end), first.end + 1
    if joint not in _JOINTS and not (joint == "and" and tokens.word(index - 1) == "between"):
        return None
    if first.impossible or not first.precision:
        return _up_from_now(tokens, index, first, behind, context)
    second = read_date(tokens, behind, context, behind_year=first.precision == "year")
    if second is None or not second.precision:
        return _up_to_now(tokens, index, first, behind, context)
    if second.kind != "date" or second.impossible:
        return None
    if (weekdays := _between_weekdays(tokens, index, first, second)) is not None:
        return weekdays
    if first.interval is None and second.interval is None:
        return _joined_without_year(tokens, index, first, second, context)
    first, second = _share_year(first, second)
    return _joined(first, second)


def _between_weekdays(tokens: Tokens, index: int, first: Reading, second: Reading) -> Reading | None:
    """ "Monday to Friday" is a set of days; "from Monday to Friday" are days in order."""
    weekdays = WORDS["weekdays"]
    weekday = weekdays.get(tokens.word(second.end - 1))
    if weekday is None or second.end != first.end + 2:
        return None
    if tokens.word(index) in weekdays and first.end == index + 1 and tokens.word(index - 1) not in ("from", "between"):
        return Reading(second.end, "", kind="set")
    if first.interval is None:
        return None
    last = shift(first.interval.start, (weekday - first.interval.start.weekday() - 1) % 7 + 1, "day")
    return _joined(first, replace(second, interval=days(last)))


def _joined(first: Reading, second: Reading) -> Reading | None:
    """Both ends with what lies between; a range that would run backwards is none."""
    if first.interval is None or second.interval is None:
        unresolved = first.relative or second.relative or first.ambiguous or second.ambiguous
        return replace(second, interval=None, of_year=None, relation="during") if unresolved else None
    if first.interval.start >= second.interval.end:
        return None
    return replace(
        second,
        interval=Interval(first.interval.start, max(first.interval.end, second.interval.end)),
        relative=first.relative or second.relative,
        approximate=first.approximate or second.approximate,
        weekday=None,
        relation="during",
    )


def _joined_without_year(
    tokens: Tokens, index: int, first: Reading, second: Reading, context: Context
) -> Reading | None:
    """ "May to July", "from November to February": one yearless period."""
    first_of, second_of = first.of_year, second.of_year
    if first_of is None or second_of is None:
        unresolved = replace(second, of_year=None, relation="during", relative=first.relative or second.relative)
        return unresolved if unresolved.relative or unresolved.ambiguous else None

    def of_year(year: int) -> Interval | None:
        start, end = first_of(year), second_of(year)
        if start and end and end.start < start.start:
            end = second_of(year + 1)
        return Interval(start.start, end.end) if start and end and end.end > start.start else None

    both = replace(second, of_year=of_year, precision=second.precision, weekday=None, relation="during")
    return context.place(both, tokens, index)


def _share_year(first: Reading, second: Reading) -> tuple[Reading, Reading]:
    """Gives the side without a year the year of the other, or the one beside it where it would run backwards."""
    if first.lacks_year and second.interval:
        year = second.interval.start.year
        same = first.in_year(year)
        backwards = same.interval is not None and same.interval.start > second.interval.start
        return (first.in_year(year - 1) if backwards else same), second
    if second.lacks_year and first.interval:
        year = first.interval.start.year
        same = second.in_year(year)
        backwards = same.interval is not None and same.interval.end <= first.interval.start
        return first, (second.in_year(year + 1) if backwards else same)
    return first, second


def _up_to_now(tokens: Tokens, index: int, first: Reading, behind: int, context: Context) -> Reading | None:
    """ "2014 to the present": up to the anchor, else what has lasted since 2014."""
    end = _present_at(tokens, behind)
    if end is None:
        return None
    first = context.place(first, tokens, index)
    today = days(context.anchor)
    if today is None or first.interval is None or first.interval.start >= today.end:
        return replace(first, end=end, relation="since", relative=True)
    interval = Interval(first.interval.start, today.end)
    return replace(first, end=end, interval=interval, relation="during", relative=True, weekday=None)


def _up_from_now(tokens: Tokens, index: int, first: Reading, behind: int, context: Context) -> Reading | None:
    """ "between now and 15 November"."""
    if tokens.word(index) != "now" or tokens.word(index - 1) not in ("between", "from"):
        return None
    second = read_date(tokens, behind, context)
    if second is None or second.kind != "date" or second.impossible:
        return None
    second = context.place(second, tokens, behind)
    if context.anchor is None or second.interval is None or second.interval.end <= context.anchor:
        return None
    interval = Interval(context.anchor, second.interval.end)
    return replace(second, interval=interval, relation="during", relative=True, weekday=None)
