"""Finds the time expressions of a text (TIMEX3) and what interval of the calendar each of them says."""

import datetime as dt
from dataclasses import replace

from checker.language.date_beginnings import may_begin
from checker.language.date_ranges import read_date_or_range
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, phrase_table
from checker.language.durations import read_duration, read_set
from checker.language.relative_dates import is_deictic
from checker.language.times_of_day import read_time_of_day
from checker.language.timex import Timex

_RELATIONS: dict[str, str] = WORDS["relations"]
_RELATION_PHRASES = phrase_table(WORDS["relation_phrases"])
_APPROXIMATORS: dict[str, str] = WORDS["approximators"]
_PREFIXES = {"pre": "before", "post": "after"}
_LONGEST_PHRASE = 3
_SLICE = 80  # characters either side of an expression that can matter to its reading


def find_timexes(text: str, anchor: dt.date | None = None, *, day_first: bool | None = None) -> list[Timex]:
    """The time expressions of `text`, in order and without overlap; offsets are code points of `text`.

    `anchor` is the day of publication: relative expressions are resolved against it, and without it keep no dates;
    narrative ones ("the following year") against the date before them in `text`.
    `day_first` settles 05/03/2021; without it such dates are marked ambiguous. Takes linear time and never raises.
    """
    tokens = Tokens(text)
    context = Context(anchor=anchor, day_first=day_first)
    found: list[Timex] = []
    index, behind_year = 0, -1
    while index < len(tokens):
        if not may_begin(tokens, index):
            index += 1
            continue
        reading = _read(tokens, index, context, index == behind_year)
        if reading is None:
            index += 1
            continue
        timex = _timex(tokens, index, reading)
        found.append(timex)
        if timex.kind == "date" and timex.date_start and timex.date_end:
            context = replace(context, previous=timex, frame_year=_frame_year(tokens, index, timex, context))
        behind_year = _behind_joint(tokens, reading.end) if reading.precision == "year" else -1
        index = reading.end
    return found


def resolve_relative(timex: Timex, text: str, previous: Timex) -> Timex:
    """`timex`, found in `text`, resolved against the date mentioned before it in the article.

    Serves narrative expressions ("the following year", "a month earlier", "that day") and yearless ones ("in March"
    after "2019"). Anything that is not relative or has its dates already, or a `previous` without dates, gives
    `timex` back.
    """
    if not timex.relative or timex.date_start is not None or previous.date_start is None:
        return timex
    cut = max(0, timex.start - _SLICE)
    tokens = Tokens(text[cut : timex.end + _SLICE])
    for index, token in enumerate(tokens.items):
        if token.start + cut < timex.start:
            continue
        reading = _read(tokens, index, Context(previous=previous), False)
        if reading is None and token.start + cut == timex.start:
            continue  # an approximator, taken in afterwards
        if reading and reading.interval and tokens[reading.end - 1].end + cut == timex.end:
            return replace(timex, date_start=reading.interval.start, date_end=reading.interval.end)
        break
    return timex


def _read(tokens: Tokens, index: int, context: Context, behind_year: bool) -> Reading | None:
    return (
        read_time_of_day(tokens, index)
        or read_set(tokens, index)
        or read_date_or_range(tokens, index, context, behind_year)
        or read_duration(tokens, index)
    )


def _frame_year(tokens: Tokens, index: int, timex: Timex, context: Context) -> int | None:
    """ "In 2019, …": a year that opens a sentence sets the scene until another year is named."""
    if timex.date_start is None or (timex.precision != "year" and timex.date_start.year == context.frame_year):
        return context.frame_year
    if timex.precision != "year" or timex.relation not in ("", "in"):
        return None
    opens = tokens.opens_sentence(index - (timex.relation == "in"))
    return timex.date_start.year if opens and not (timex.relative and is_deictic(tokens, index)) else None


def _behind_joint(tokens: Tokens, index: int) -> int:
    """Where the next year of a list would stand: "2018, 2019 and 2020"."""
    for _ in range(2):
        index += tokens.word(index) in (",", "and", "or", "/", "&", "vs", "versus")
    return index


def _timex(tokens: Tokens, index: int, reading: Reading) -> Timex:
    begin, approximate = _with_approximator(tokens, index) if reading.kind == "date" else (index, False)
    relation, relation_index = _relation(tokens, begin)
    if reading.relation == "during" and tokens.word(begin - 1) == "between":
        relation_index = begin - 1
    interval = reading.interval
    return Timex(
        start=tokens[begin].start,
        end=tokens[reading.end - 1].end,
        kind=reading.kind,
        date_start=interval.start if interval else None,
        date_end=interval.end if interval else None,
        precision=reading.precision,
        relation=reading.relation or relation,
        relation_start=tokens[relation_index].start,
        relative=reading.relative,
        approximate=approximate or reading.approximate,
        weekday=reading.weekday,
        impossible=reading.impossible,
        ambiguous=reading.ambiguous,
        low_days=reading.low_days,
        high_days=reading.high_days,
    )


def _with_approximator(tokens: Tokens, index: int) -> tuple[int, bool]:
    """Takes in "around" or "c." before a date."""
    begin = index - 1 - (tokens.word(index - 1) == ".")
    short = tokens.word(begin) in ("c", "ca")
    if tokens.word(begin) in _APPROXIMATORS and short == (begin < index - 1):
        return begin, True
    return index, False


def _relation(tokens: Tokens, index: int) -> tuple[str, int]:
    """What the preposition before `index` says, and where it begins; "" and `index` where there is none."""
    for begin in range(index - _LONGEST_PHRASE, index):
        found = tokens.longest_phrase(begin, _RELATION_PHRASES)
        if found and found[1] == index:
            return found[0], begin
    word = tokens.word(index - 1)
    if word in DASHES and tokens.word(index - 2) in _PREFIXES:
        return _PREFIXES[tokens.word(index - 2)], index - 2
    if word in _RELATIONS:
        return _RELATIONS[word], index - 1
    return "", index
