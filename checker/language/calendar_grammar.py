"""Reads days and months: "14 May 2024", "May 14", "14–16 March", "Thursday the 14th", "2024-05-14", "14/05/2024"."""

from dataclasses import replace

from checker.language.calendar_intervals import Interval, date_or_none, day, months
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, read_ordinal
from checker.language.relative_dates import read_deictic, with_part_of_day
from checker.language.year_numbers import counts_something, full_year, short_year_at, year_at

_MONTHS: dict[str, int] = WORDS["months"]
_WEEKDAYS: dict[str, int] = WORDS["weekdays"]
_NAMES_TOO = frozenset(WORDS["doubtful"]["months"])  # names of people, verbs
_BEFORE_MONTH = frozenset(WORDS["doubtful"]["before"])
_JOINTS = frozenset(("to", "through", "until", "till", "and")) | DASHES
_LONGEST_MONTH = 31
_LEAP_YEAR = 2000


def read_month_name(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A month's name, its abbreviation with or without its point: the number of the month and the index behind it."""
    month = _MONTHS.get(tokens.word(index))
    if month is None:
        return None
    short = len(tokens[index].text) < 5 and tokens.word(index) not in ("may", "june", "july")
    return month, index + 2 if short and tokens.glued(index + 1, ".") else index + 1


def read_calendar_day(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """A day, or a range of days of one month, with the weekday beside it."""
    weekday = _WEEKDAYS.get(tokens.word(index))
    if weekday is None:
        found = _read_day(tokens, index, context)
        return _with_weekday_behind(tokens, found) if found else None
    begin = index + 1
    begin += tokens.glued(begin, ".")
    begin += tokens.word(begin) in (",", "-", "(")
    bracket = tokens.word(begin - 1) == "("
    found = _read_day(tokens, begin, context) or _read_day_of_some_month(tokens, begin, weekday, context)
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
            if weekday is not None and len(tokens[behind].text) > 5 and (opening[0] == "," or tokens.word(behind + 1) == ")"):
                return replace(reading, weekday=weekday, end=behind + 1 + (opening[0] == "("))
    return reading


def _read_day(tokens: Tokens, index: int, context: Context) -> Reading | None:
    return (
        _read_numeric(tokens, index, context)
        or _read_day_month(tokens, index, context)
        or _read_month_day(tokens, index, context)
    )


def _read_number_of_day(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """A day of the month, the index behind it, and whether it is an ordinal: "14", "14th", "the fourteenth"."""
    if ordinal := read_ordinal(tokens, index):
        return (*ordinal, True) if 1 <= ordinal[0] <= 99 else None
    token = tokens[index]
    if token.number is None or len(token.text) > 2 or not 1 <= token.number:
        return None
    behind = tokens[index + 1]
    if behind.glued and (behind.is_word or behind.text in "%:$£€°"):
        return None
    if behind.glued and behind.text in ".,/" and tokens[index + 2].glued and tokens[index + 2].number is not None:
        return None
    return token.number, index + 1, False


def _read_day_month(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "14 May 2024", "the 14th of May", "14–16 March 2024", "3 to 17 March"."""
    begin = index + (tokens.word(index) == "the" and tokens[index + 1].text != "")
    first = _read_number_of_day(tokens, begin)
    if first is None or (tokens[begin].glued and tokens[begin - 1].text in "$£€.,:/#"):
        return None
    number, end, ordinal = first
    last = None
    if tokens.word(end) in _JOINTS:
        second_at = end + 1 + (tokens.word(end + 1) == "the")
        second = _read_number_of_day(tokens, second_at)
        if second and (tokens.word(end) != "and" or tokens.word(index - 1) == "between") and second[0] > number:
            last, end, ordinal = second[0], second[1], second[2] or ordinal
    if tokens.word(end) == "of" and ordinal:
        end += 1
    elif tokens.glued(end, "-"):
        end += 1
    month = read_month_name(tokens, end)
    if month is None or not _is_month_here(tokens, end, ordinal):
        return None
    return _with_year(tokens, month[1], month[0], number, last, context)


def _is_month_here(tokens: Tokens, index: int, ordinal: bool) -> bool:
    """A lower-case "may" or "march" behind a bare number is a verb: "10 may follow"."""
    token = tokens[index]
    return token.text not in ("may", "march", "mar", "sat") or (ordinal or year_at(tokens, index + 1) is not None)


def _read_month_day(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "May 14, 2024", "May the 14th", "May 14-16", "Feb. 30"."""
    found = read_month_name(tokens, index)
    if found is None:
        return None
    month, end = found
    end += tokens.word(end) == "the"
    first = _read_number_of_day(tokens, end)
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
    if noun.text in DASHES and noun.glued and tokens[behind + 1].is_word:
        return True
    if not noun.is_word or noun.is_capitalised:
        return False
    return counts_something(tokens, behind - 1) and tokens.word(index - 1) != "on"


def _with_year(
    tokens: Tokens, end: int, month: int, first: int, last: int | None, context: Context
) -> Reading | None:
    """The day, or days `first` to `last`, of `month`, with the year that may be written behind."""

    def of_year(year: int) -> Interval | None:
        start, behind = day(year, month, first), day(year, month, last or first)
        return Interval(start.start, behind.end) if start and behind else None

    impossible = of_year(_LEAP_YEAR) is None
    found = read_year_behind(tokens, end, context)
    if impossible and max(first, last or 0) > _LONGEST_MONTH and not (found and found[1]):
        return None
    if found is None:
        return Reading(end, "day", of_year=of_year, impossible=impossible)
    end, year, relative = found
    if year is None:
        return Reading(end, "day", impossible=impossible, relative=relative)
    return replace(Reading(end, "day", of_year=of_year, impossible=impossible).in_year(year), relative=relative)


def read_year_behind(tokens: Tokens, index: int, context: Context) -> tuple[int, int | None, bool] | None:
    """A year behind a month or a day: ", 2024", "of 2024", "2024", "'24", "last year".

    Gives the index behind it, the year (None where it is relative and nothing anchors it) and whether it is relative.
    """
    begin = index + (tokens.word(index) in (",", "of", "in") or tokens.glued(index, "-/–"))
    begin += tokens.word(begin) == "the" and tokens.word(begin + 1) == "year"
    begin += tokens.word(begin) == "year"
    year = year_at(tokens, begin)
    if year is not None and not counts_something(tokens, begin):
        return begin + 1, year, False
    if short := short_year_at(tokens, begin):
        return short[1], short[0], False
    if tokens.word(begin + 1) == "year" and tokens.word(begin) in ("last", "this", "next"):
        relative = read_deictic(tokens, begin, context)
        if relative and relative.kind == "date":
            return relative.end, relative.interval.start.year if relative.interval else None, True
    return None


def read_month(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "May 2024", "March", "May of last year"; a bare name only where it cannot be another word."""
    found = read_month_name(tokens, index)
    if found is None:
        return None
    month, end = found

    def of_year(year: int) -> Interval | None:
        return months(year, month)

    year = read_year_behind(tokens, end, context)
    name = tokens[index]
    if year is not None and (name.text not in ("may", "march", "mar") or not year[2]):
        end, number, relative = year
        if number is None:
            return Reading(end, "month", relative=relative)
        return replace(Reading(end, "month", of_year=of_year).in_year(number), relative=relative)
    if not _is_bare_month(tokens, index, end):
        return None
    return Reading(end, "month", of_year=of_year)


def _is_bare_month(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a month's name without day and year is a month: not "may", "Theresa May", "to march"."""
    name, before, behind = tokens[index], tokens.word(index - 1), tokens[end]
    placed = before in _BEFORE_MONTH or (before in DASHES and tokens.word(index - 2) in _BEFORE_MONTH)
    if name.lower not in _NAMES_TOO:
        return name.is_capitalised or (placed and len(name.text) > 3)
    if not name.is_capitalised:
        return False
    if behind.is_capitalised and behind.is_word:
        return False
    if placed:
        return True
    determined = before in ("the", "a", "an", "s", "its", "their", "his", "her", "our")
    return determined and behind.is_word and not behind.glued and behind.lower not in ("on", "of", "in", "and", "said")


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
                year, month = divmod(12 * anchor.year + anchor.month - 1 + move, 12)
                date = date_or_none(year, month + 1, number)
                if interval is None and date and date.weekday() == weekday:
                    interval = day(year, month + 1, number)
    return Reading(end, "day", interval, relative=True)


def _read_numeric(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "2024-05-14", "14/05/2024", "14.05.2024", "5/14/24"."""
    parts, separator = [tokens[index], tokens[index + 2], tokens[index + 4]], tokens[index + 1].text
    if separator not in ("-", "/", ".", "–") or tokens[index + 3].text != separator:
        return None
    if any(part.number is None for part in parts) or not all(tokens[index + k].glued for k in range(1, 5)):
        return None
    if tokens[index].glued and tokens[index - 1].text in DASHES | frozenset("/.,:") and not tokens[index - 2].is_word:
        return None
    end = index + 5
    behind, beyond = tokens[end], tokens[end + 1]
    if behind.glued and ((behind.is_word and behind.lower != "t") or (behind.text in "-/.:," and beyond.glued and beyond.number is not None)):
        return None
    lengths = tuple(len(part.text) for part in parts)
    a, b, c = (part.number or 0 for part in parts)
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        if not (1000 <= a <= 9999 and 1 <= b <= 12 and 1 <= c <= _LONGEST_MONTH):
            return None
        return _dated(end, a, b, c)
    if max(lengths[:2]) > 2 or lengths[2] not in ((2, 4) if separator == "/" else (4,)) or not (a and b):
        return None
    year = full_year(c) if lengths[2] == 2 else c
    return _day_and_month(end, a, b, year, separator == "." or context.day_first is True, context.day_first is None and separator != ".")


def _day_and_month(end: int, a: int, b: int, year: int, day_first: bool, unsettled: bool) -> Reading | None:
    if a > _LONGEST_MONTH or b > _LONGEST_MONTH or (a > 12 and b > 12) or year < 1000:
        return None
    if a > 12 or b > 12 or a == b:
        return _dated(end, year, *((b, a) if a > 12 or a == b else (a, b)))
    if unsettled:
        return Reading(end, "day", ambiguous=True)
    return _dated(end, year, *((b, a) if day_first else (a, b)))


def _dated(end: int, year: int, month: int, number: int) -> Reading:
    interval = day(year, month, number)
    return Reading(end, "day", interval, impossible=date_or_none(year, month, number) is None)
