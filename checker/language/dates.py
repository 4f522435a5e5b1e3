"""Finds the time expressions of a text (TIMEX3) and what interval of the calendar each of them says."""

import datetime as dt
from dataclasses import replace

from checker.language.calendar_intervals import Interval
from checker.language.composed_dates import read_date
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, phrase_table
from checker.language.durations import read_duration, read_set
from checker.language.times_of_day import read_time_of_day
from checker.language.timex import Timex
from checker.language.year_numbers import year_at

_RELATIONS: dict[str, str] = WORDS["relations"]
_RELATION_PHRASES = phrase_table(WORDS["relation_phrases"])
_APPROXIMATORS: dict[str, str] = WORDS["approximators"]
_JOINTS = frozenset(("to", "through", "until", "till", "thru")) | DASHES
_LONGEST_PHRASE = 3


def find_timexes(text: str, anchor: dt.date | None = None, *, day_first: bool | None = None) -> list[Timex]:
    """The time expressions of `text`, in order and without overlap; offsets are code points of `text`.

    `anchor` is the day of publication: relative expressions are resolved against it, and without it keep no dates.
    `day_first` settles 05/03/2021; without it such dates are marked ambiguous. Takes linear time and never raises.
    """
    return _find(text, Context(anchor, None, day_first))


def resolve_relative(timex: Timex, text: str, previous: Timex) -> Timex:
    """`timex`, found in `text`, resolved against the time mentioned before it.

    Serves narrative expressions ("the following year", "a month earlier", "that day") and yearless ones ("in March"
    after "2019"). Anything else, or a `previous` without dates, gives `timex` back.
    """
    if not timex.relative or previous.date_start is None or previous.date_end is None:
        return timex
    context = Context(None, Interval(previous.date_start, previous.date_end))
    for found in _find(text[max(0, timex.start - 40) : timex.end + 40], context, max(0, timex.start - 40)):
        if (found.start, found.end) == (timex.start, timex.end) and found.date_start:
            return replace(timex, date_start=found.date_start, date_end=found.date_end, precision=found.precision)
    return timex


def _find(text: str, context: Context, offset: int = 0) -> list[Timex]:
    tokens = Tokens(text)
    found: list[Timex] = []
    index, behind_year = 0, -1
    while index < len(tokens):
        reading = _read(tokens, index, context, index == behind_year)
        if reading is None:
            index += 1
            continue
        found.append(_timex(tokens, index, reading, offset))
        behind_year = _behind_joint(tokens, reading.end) if reading.precision == "year" else -1
        index = reading.end
    return found


def _behind_joint(tokens: Tokens, index: int) -> int:
    """Where the next year of a list would stand: "2018, 2019 and 2020"."""
    while tokens.word(index) in (",", "and", "or", "/", "&", "vs", "versus"):
        index += 1
    return index


def _read(tokens: Tokens, index: int, context: Context, behind_year: bool) -> Reading | None:
    reading = (
        read_time_of_day(tokens, index)
        or read_set(tokens, index)
        or read_date(tokens, index, context, behind_year=behind_year)
        or _read_year_before_year(tokens, index)
        or read_duration(tokens, index)
    )
    if reading is None:
        return None
    if reading.kind == "date":
        reading = _read_range(tokens, index, reading, context) or context.place(reading, tokens, index)
    return reading


def _read_year_before_year(tokens: Tokens, index: int) -> Reading | None:
    """The first year of "2014 to 2018" or "2014–2018" where nothing else shows that it is one."""
    first, second = year_at(tokens, index), year_at(tokens, index + 2)
    if first is None or second is None or first >= second or tokens.word(index + 1) not in _JOINTS:
        return None
    from checker.language.year_numbers import counts_something

    if counts_something(tokens, index + 2) or (tokens[index + 3].text in "-–/" and tokens[index + 3].glued):
        return None
    from checker.language.calendar_intervals import years

    return Reading(index + 1, "year", years(first))


def _read_range(tokens: Tokens, index: int, first: Reading, context: Context) -> Reading | None:
    """ "2014 to 2022", "May to July 2021", "3 March–17 April": one reading from the start of one to the end of the other."""
    joint = tokens.word(first.end)
    between = tokens.word(index - 1) == "between"
    if joint not in _JOINTS and not (joint == "and" and between):
        return None
    behind = first.end + 1
    second = read_date(tokens, behind, context, behind_year=first.precision == "year")
    if second is None or second.kind != "date" or not second.precision or first.impossible or second.impossible:
        return None
    if first.interval is None and second.interval is None and (first.of_year is None or second.of_year is None):
        return None
    first, second = _share_year(first, second, tokens, index, context)
    if first.interval is None or second.interval is None:
        if first.of_year is None and second.of_year is None:
            return None
        return Reading(second.end, second.precision, relative=True, relation="during")
    if first.interval.start >= second.interval.end:
        return None
    return replace(
        second,
        interval=Interval(first.interval.start, max(first.interval.end, second.interval.end)),
        of_year=None,
        relative=first.relative or second.relative,
        approximate=first.approximate or second.approximate,
        weekday=None,
        relation="during",
    )


def _share_year(
    first: Reading, second: Reading, tokens: Tokens, index: int, context: Context
) -> tuple[Reading, Reading]:
    """Gives the side without a year the year of the other, or the next or last where it would run backwards."""
    if first.of_year and first.interval is None and second.interval:
        year = second.interval.start.year
        same = first.in_year(year)
        backwards = same.interval is not None and same.interval.start > second.interval.start
        return (first.in_year(year - 1) if backwards else same), second
    first = context.place(first, tokens, index)
    if second.of_year and second.interval is None and first.interval:
        year = first.interval.start.year
        same = second.in_year(year)
        backwards = same.interval is not None and same.interval.end <= first.interval.start
        second = replace(second.in_year(year + 1) if backwards else same, relative=first.relative)
    return first, second


def _timex(tokens: Tokens, index: int, reading: Reading, offset: int) -> Timex:
    begin, approximate = index, reading.approximate
    if reading.kind == "date" and tokens.word(begin - 1) in _APPROXIMATORS and not reading.relation:
        approximate = True
        begin -= 1
    relation, relation_index = _relation(tokens, begin)
    if reading.relation:
        relation = reading.relation
    if reading.relation == "during" and tokens.word(begin - 1) == "between":
        relation_index = begin - 1
    if relation == "from" and tokens.word(reading.end) in ("onwards", "onward", "on"):
        relation = "from"
    start = tokens[begin].start
    return Timex(
        start=start + offset,
        end=tokens[reading.end - 1].end + offset,
        kind=reading.kind,
        date_start=reading.interval.start if reading.interval else None,
        date_end=reading.interval.end if reading.interval else None,
        precision=reading.precision,
        relation=relation,
        relation_start=tokens[relation_index].start + offset,
        relative=reading.relative,
        approximate=approximate,
        weekday=reading.weekday,
        impossible=reading.impossible,
        ambiguous=reading.ambiguous,
        low_days=reading.low_days,
        high_days=reading.high_days,
    )


def _relation(tokens: Tokens, index: int) -> tuple[str, int]:
    """What the preposition before `index` says, and where it begins; "" and `index` where there is none."""
    for begin in range(index - _LONGEST_PHRASE, index):
        found = tokens.longest_phrase(begin, _RELATION_PHRASES)
        if found and found[1] == index:
            return found[0], begin
    word = tokens.word(index - 1)
    if word in DASHES and word and tokens.word(index - 2) in ("pre", "post"):
        return _RELATIONS[tokens.word(index - 2)], index - 2
    if word in _RELATIONS:
        return _RELATIONS[word], index - 1
    return "", index
