"""Reads days: "14 May 2024", "May 14", "14–16 March", "Thursday the 14th", "3, 10 and 17 March"."""

import datetime as dt
from dataclasses import replace

from checker.language.calendar_intervals import Interval, date_or_none, day, days
from checker.language.date_reading import Context, Reading, looks_ahead
from checker.language.date_tokens import DASHES, WORDS, Tokens, read_cardinal, read_month_name, read_ordinal
from checker.language.month_grammar import read_year_behind
from checker.language.numeric_dates import read_numeric_date, read_short_numeric_date
from checker.language.relative_dates import with_part_of_day
from checker.language.year_numbers import counts_something, year_at

_MONTHS: dict[str, int] = WORDS["months"]
_WEEKDAYS: dict[str, int] = WORDS["weekdays"]
_JOINTS = frozenset(("to", "through", "until", "till", "and")) | DASHES
_BEFORE_NUMBERS = frozenset(("on", "since", "by", "until", "till", "from", "before", "after", "to"))
_LONGEST_MONTH = 31
_LAST_MONTH = 12
_LONGEST_LIST = 4
_LEAP_YEAR = 2000


def read_calendar_day(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """A day, or a range of days of one month, with the weekday beside it."""
    weekday = _WEEKDAYS.get(tokens.word(index))
    if weekday is None:
        found = _read_day(tokens, index, context) or _read_day_in_list(tokens, index, context)
        if found:
            return _with_weekday_behind(tokens, found)
        placed = tokens.word(index - 1) in _BEFORE_NUMBERS
        short = read_short_numeric_date(tokens, index, context) if placed else None
        return short or (read_day_of_this_month(tokens, index, context) if placed else None)
    begin = index + 1
    begin += tokens.word(begin) in WORDS["times"]["parts_of_day"] or tokens.glued(begin, ".")
    begin += tokens.word(begin) in (",", "-", "(")
    bracket = tokens.word(begin - 1) == "("
    found = (
        _read_day(tokens, begin, context)
        or read_short_numeric_date(tokens, begin, context)
        or _read_day_of_some_month(tokens, begin, weekday, context)
    )
    if found is None:
        return None
    end = found.end + (bracket and tokens.word(found.end) == ")")
    return replace(with_part_of_day(tokens, replace(found, end=end)), weekday=weekday)


def _with_weekday_behind(tokens: Tokens, reading: Reading) -> Reading:
    """ "14 May 2024 (Thursday)", "14 May 2024, a Thursday"."""
    index = reading.end
    for opening in (("(",), (",", "a")):
        behind = index + len(opening)
        if all(tokens.word(index + k) == word for k, word in enumerate(opening)):
            weekday = _WEEKDAYS.get(tokens.word(behind))
            if (
                weekday is not None
                and len(tokens[behind].text) > 5
                and (opening[0] == "," or tokens.word(behind + 1) == ")")
            ):
                return replace(reading, weekday=weekday, end=behind + 1 + (opening[0] == "("))
    return reading


def _read_day(tokens: Tokens, index: int, context: Context) -> Reading | None:
    return (
        read_numeric_date(tokens, index, context)
        or _read_day_month(tokens, index, context)
        or _read_month_day(tokens, index, context)
    )


def _read_number_of_day(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """A day of the month, the index behind it, and whether it is an ordinal: "14", "14th", "the fourteenth"."""
    if ordinal := read_ordinal(tokens, index):
        return (*ordinal, True) if 1 <= ordinal[0] <= 99 else None
    token = tokens[index]
    if token.number is None or len(token.text) > 2 or not token.number >= 1:
        return None
    behind = tokens[index + 1]
    if behind.glued and (behind.is_word or behind.text in "%:$£€°"):
        return None
    if behind.glued and behind.text in ".,/" and tokens[index + 2].glued and tokens[index + 2].number is not None:
        return None
    return token.number, index + 1, False


def _read_spelled_day(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """A day of the month as a cardinal in words, "twenty nine"; small ones ("in May two left") are counts."""
    if tokens[index].number is not None:
        return None
    found = read_cardinal(tokens, index)
    if found is None or not _LAST_MONTH < found[0] <= _LONGEST_MONTH or found[0] != int(found[0]):
        return None
    return int(found[0]), found[1], False


def _read_day_month(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "14 May 2024", "the 14th of May", "14–16 March 2024", "3 to 17 March"."""
    begin = index + (tokens.word(index) == "the" and tokens[index + 1].text != "")
    spelled = _read_spelled_day(tokens, index)
    if spelled:
        month = read_month_name(tokens, spelled[1])
        return _with_year(tokens, month[1], month[0], spelled[0], None, context, needs_year=True) if month else None
    first = _read_number_of_day(tokens, begin)
    if first is None or _touches_code(tokens, begin):
        return None
    number, end, ordinal = first
    last = None
    if tokens.word(end) in _JOINTS:
        second_at = end + 1 + (tokens.word(end + 1) == "the")
        second = _read_number_of_day(tokens, second_at)
        if second and (tokens.word(end) != "and" or tokens.word(index - 1) == "between") and second[0] > number:
            last, end, ordinal = second[0], second[1], second[2] or ordinal
    if (tokens.word(end) == "of" and ordinal) or tokens.glued(end, "-"):
        end += 1
    month = read_month_name(tokens, end)
    if month is None or not _is_month_here(tokens, end, ordinal):
        return None
    return _with_year(tokens, month[1], month[0], number, last, context)


def _touches_code(tokens: Tokens, index: int) -> bool:
    """Whether the number is the end of an amount, a decimal or a path: "$12", "1.5", "3/4"."""
    if not tokens[index].glued:
        return False
    return tokens[index - 1].text in "$£€.,/#" or (tokens[index - 1].text == ":" and not tokens[index - 2].is_word)


def _is_month_here(tokens: Tokens, index: int, ordinal: bool) -> bool:
    """A lower-case "may" or "march" behind a bare number or an ordinal word is a verb: "10 may follow"."""
    if tokens[index].text not in ("may", "march", "mar"):
        return True
    in_figures = ordinal and (tokens.word(index - 1) == "of" or tokens.word(index - 1) not in WORDS["ordinals"])
    return in_figures or year_at(tokens, index + 1) is not None


def _read_month_day(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "May 14, 2024", "May the 14th", "May 14-16", "Feb. 30"."""
    found = read_month_name(tokens, index)
    if found is None:
        return None
    month, end = found
    end += tokens.word(end) == "the"
    first = _read_number_of_day(tokens, end)
    if first is None and tokens[index].is_capitalised and (spelled := _read_spelled_day(tokens, end)):
        follower = tokens[spelled[1]]
        plain = not follower.is_word and follower.text not in DASHES | {"%", "/"}
        return _with_year(tokens, spelled[1], month, spelled[0], None, context, needs_year=not plain)
    if first is None:
        return None
    lower_verb = tokens[index].text in ("may", "march", "mar")
    number, behind, ordinal = first
    last = None
    if tokens.word(behind) in _JOINTS and tokens.word(behind) != "and":
        second = _read_number_of_day(tokens, behind + 1 + (tokens.word(behind + 1) == "the"))
        if second and second[0] > number and read_month_name(tokens, second[1]) is None:
            last, behind = second[0], second[1]
    if not ordinal and _counts(tokens, index, behind):
        return None
    reading = _with_year(tokens, behind, month, number, last, context)
    if reading and lower_verb and not ordinal and reading.of_year is not None:
        return None
    return reading


def _counts(tokens: Tokens, index: int, behind: int) -> bool:
    """ "In June 30 people": the number belongs to the noun."""
    noun = tokens[behind]
    if noun.glued and noun.text in DASHES and tokens[behind + 1].is_word:
        return tokens.word(behind + 1) not in _MONTHS
    if not noun.is_word or noun.is_capitalised:
        return False
    return counts_something(tokens, behind - 1) and tokens.word(index - 1) != "on"


def _with_year(
    tokens: Tokens,
    end: int,
    month: int,
    first: int,
    last: int | None,
    context: Context,
    needs_year: bool = False,
) -> Reading | None:
    """The day, or days `first` to `last`, of `month`, with the year that may be, or must be, written behind."""

    def of_year(year: int) -> Interval | None:
        start, behind = day(year, month, first), day(year, month, last or first)
        return Interval(start.start, behind.end) if start and behind else None

    impossible = of_year(_LEAP_YEAR) is None
    relation = "" if last is None else "during"
    found = read_year_behind(tokens, end, context)
    if impossible and max(first, last or 0) > _LONGEST_MONTH and not (found and found[1]):
        return None
    if found is None and needs_year:
        return None
    if found is None:
        return Reading(end, "day", of_year=of_year, impossible=impossible, relation=relation)
    end, year, relative = found
    if year is None:
        return Reading(end, "day", impossible=impossible, relative=relative, relation=relation)
    reading = Reading(end, "day", of_year=of_year, impossible=impossible, relation=relation)
    return replace(reading.in_year(year), relative=relative)


def _read_day_in_list(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "18" of "18 and 19 June" and "3" of "3, 10 and 17 March"."""
    first = _read_number_of_day(tokens, index + (tokens.word(index) == "the"))
    if first is None or _touches_code(tokens, index):
        return None
    number, end, _ = first
    behind = end
    for _ in range(_LONGEST_LIST):
        if tokens.word(behind) not in ("and", "or", ",", "&"):
            return None
        behind += 1 + (tokens.word(behind) == "," and tokens.word(behind + 1) in ("and", "or"))
        if last := _read_day_month(tokens, behind, context):
            return _same_month(last, number, end)
        day_behind = _read_number_of_day(tokens, behind)
        if day_behind is None:
            return None
        behind = day_behind[1]
    return None


def _same_month(last: Reading, number: int, end: int) -> Reading:
    def moved(date: Interval) -> Interval | None:
        return day(date.start.year, date.start.month, number)

    return replace(last.changed(moved), end=end, relation="", impossible=last.impossible or number > _LONGEST_MONTH)


def read_day_of_this_month(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "the 18th": the latest such day, or the next where the sentence looks ahead."""
    if tokens.word(index) != "the" or tokens[index + 1].number is None:
        return None
    ordinal = read_ordinal(tokens, index + 1)
    if ordinal is None or not 1 <= ordinal[0] <= _LONGEST_MONTH:
        return None
    if tokens[ordinal[1]].is_word or tokens[ordinal[1]].text in DASHES | {"/"}:
        return None
    anchor, interval = context.anchor, None
    if anchor:
        ahead = looks_ahead(tokens, index)
        for move in (0, 1, 2, 3) if ahead else (0, -1, -2, -3):
            date = _day_of_month_beside(anchor, move, ordinal[0])
            if interval is None and date and (date > anchor if ahead else date <= anchor):
                interval = days(date)
    return Reading(ordinal[1], "day", interval, relative=True)


def _day_of_month_beside(anchor: dt.date, move: int, number: int) -> dt.date | None:
    """Day `number` of the month `move` months from the anchor's."""
    year, month = divmod(12 * anchor.year + anchor.month - 1 + move, 12)
    return date_or_none(year, month + 1, number)


def _read_day_of_some_month(tokens: Tokens, index: int, weekday: int, context: Context) -> Reading | None:
    """ "Tuesday the eleventh", "Thursday, 14th": the nearest month in which that day is that weekday."""
    begin = index + (tokens.word(index) == "the")
    ordinal = read_ordinal(tokens, begin)
    if ordinal is None or not 1 <= ordinal[0] <= _LONGEST_MONTH:
        return None
    number, end = ordinal
    if tokens[end].is_word and begin == index:
        return None
    interval = None
    anchor = context.anchor
    if anchor:
        for distance in range(14):
            for move in (-distance, distance):
                date = _day_of_month_beside(anchor, move, number)
                if interval is None and date and date.weekday() == weekday:
                    interval = days(date)
    return Reading(end, "day", interval, relative=True)
