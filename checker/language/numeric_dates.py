"""Reads dates in figures: "2024-05-14", "14/05/2024", "14.05.2024", "5/14/24", "on 22/04"."""

from checker.language.calendar_intervals import Interval, date_or_none, day
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, Tokens
from checker.language.year_numbers import FIRST_YEAR, full_year

_SEPARATORS = frozenset("-/.–")
_COMPACT_DIGITS = 8
_LAST_DAY, _LAST_MONTH = 31, 12


def read_numeric_date(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """Three numbers that make a date. Where nothing tells day from month it is ambiguous and has no interval.

    Points put the day first (the continental way); a year in front puts the month second (ISO 8601).
    """
    if compact := _read_compact(tokens, index):
        return compact
    separator = tokens[index + 1].text
    if separator not in _SEPARATORS or tokens[index + 3].text != separator or not separator:
        return None
    parts = [tokens[index + k] for k in (0, 2, 4)]
    numbers = [part.number or 0 for part in parts]
    lengths = [len(part.text) for part in parts]
    if not all(numbers) or not all(tokens[index + k].glued for k in (1, 2, 3, 4)):
        return None
    if _is_part_of_code(tokens, index, index + 5, separator):
        return None
    first, second, third = numbers
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        return _dated(index + 5, first, second, third) if second <= _LAST_MONTH and third <= _LAST_DAY else None
    if max(lengths[:2]) > 2 or lengths[2] not in ((2, 4) if separator == "/" else (4,)):
        return None
    year = full_year(third, context.anchor.year if context.anchor else None) if lengths[2] == 2 else third
    day_first = True if separator == "." else context.day_first
    return _day_and_month(index + 5, first, second, year, day_first)


def _read_compact(tokens: Tokens, index: int) -> Reading | None:
    """ "20240514", the basic format of ISO 8601, in the years of those who write so."""
    token, behind = tokens[index], tokens[index + 1]
    if token.number is None or len(token.text) != _COMPACT_DIGITS or token.text[:2] not in ("19", "20"):
        return None
    if token.glued and (tokens[index - 1].is_word or tokens[index - 1].text in "$£€#.,+"):
        return None
    if behind.glued and (behind.is_word or behind.text in "%,°" or (behind.text == "." and tokens[index + 2].glued)):
        return None
    interval = day(int(token.text[:4]), int(token.text[4:6]), int(token.text[6:]))
    return Reading(index + 1, "day", interval) if interval else None


def _is_part_of_code(tokens: Tokens, begin: int, end: int, separator: str) -> bool:
    """Whether figures or letters run on at either side, as in a telephone number or a version."""
    own = DASHES if separator in DASHES else frozenset((separator, ".", ","))
    if tokens[begin].glued and (tokens[begin - 1].is_word or tokens[begin - 1].text in own):
        before = tokens[begin - 2]
        if tokens[begin - 1].is_word or (tokens[begin - 1].glued and before.number is not None):
            return True
    behind = tokens[end]
    if not behind.glued:
        return False
    if behind.is_word:
        return behind.text != "T"  # ISO 8601 goes on with the time
    return behind.text in own and tokens[end + 1].glued and tokens[end + 1].number is not None


def _day_and_month(end: int, first: int, second: int, year: int, day_first: bool | None) -> Reading | None:
    if max(first, second) > _LAST_DAY or min(first, second) > _LAST_MONTH or year < FIRST_YEAR:
        return None
    if first > _LAST_MONTH or first == second or (day_first and second <= _LAST_MONTH):
        return _dated(end, year, second, first)
    if second > _LAST_MONTH or day_first is False:
        return _dated(end, year, first, second)
    return Reading(end, "day", ambiguous=True)


def _dated(end: int, year: int, month: int, number: int) -> Reading:
    return Reading(end, "day", day(year, month, number), impossible=date_or_none(year, month, number) is None)


def read_short_numeric_date(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """Day and month without a year ("22/04"); only where a word before calls for a date, for it may be a fraction."""
    first, second = tokens[index].number, tokens[index + 2].number
    if tokens[index + 1].text != "/" or not tokens[index + 1].glued or not tokens[index + 2].glued:
        return None
    if not first or not second or max(first, second) > _LAST_DAY or min(first, second) > _LAST_MONTH:
        return None
    end = index + 3
    if tokens[index].glued or (tokens[end].glued and (tokens[end].is_word or tokens[end].text in "/%")):
        return None
    if first <= _LAST_MONTH and second <= _LAST_MONTH and first != second and context.day_first is None:
        return Reading(end, "day", relative=True, ambiguous=True)
    number, month = (
        (first, second) if first > _LAST_MONTH or (second <= _LAST_MONTH and context.day_first) else (second, first)
    )

    def of_year(year: int) -> Interval | None:
        return day(year, month, number)

    return Reading(end, "day", of_year=of_year)
