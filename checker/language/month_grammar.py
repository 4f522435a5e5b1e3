"""Reads months, with their year or alone: "May 2024", "in March", "May of last year"."""

from dataclasses import replace

from checker.language.calendar_intervals import Interval, months
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, read_month_name
from checker.language.narrative_dates import read_narrative
from checker.language.relative_dates import read_deictic
from checker.language.year_numbers import (
    FIRST_YEAR,
    LAST_YEAR,
    counts_something,
    is_round_or_rare,
    short_year_at,
    spelled_year_at,
    year_at,
)

_MONTHS: dict[str, int] = WORDS["months"]
_NAMES_TOO = frozenset(WORDS["doubtful"]["months"])  # names of people, verbs
_BEFORE_MONTH = frozenset(WORDS["doubtful"]["before"])
_LAST_MONTH = 12
_AFTER_TIME = frozenset(("gmt", "bst", "utc", "est", "edt", "pst", "pdt", "cet", "ist", "hrs", "hours", "local"))
_BEFORE_FIGURES = _BEFORE_MONTH - {"of", "and", "or", "to"} | {"", "?", ":", "("}
_OPENING = DASHES | frozenset("([“\"‘'")


def read_month(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "May 2024", "March", "May of last year"; a bare name only where it cannot be another word."""
    found = read_month_name(tokens, index)
    if found is None or (tokens[index].glued and tokens[index - 1].text not in _OPENING):
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


def read_year_and_month(tokens: Tokens, index: int) -> Reading | None:
    """ "2017 April", "2015-3", "12-2015": year and month without a day, in the order of lists and forms."""
    year = year_at(tokens, index)
    if year is not None and (named := read_month_name(tokens, index + 1)):
        name, behind = tokens[index + 1], tokens[named[1]]
        doubtful = name.lower in _NAMES_TOO  # "in 2017 May said"
        if (doubtful and behind.is_word) or name.text in ("may", "march", "mar") or behind.number is not None:
            return None
        return Reading(named[1], "month", months(year, named[0]))
    return _read_figures(tokens, index)


def _read_figures(tokens: Tokens, index: int) -> Reading | None:
    """ "2015-3" and "12-2015"; but "2003-4" are two years, and figures that run on are a code."""
    first, second, behind = tokens[index], tokens[index + 2], tokens[index + 3]
    runs_on = behind.glued and (behind.is_word or behind.text in ("-", "/", "%", ":"))
    if first.number is None or second.number is None or first.glued or runs_on:
        return None
    if not (tokens.glued(index + 1, "-") and second.glued):
        return None
    if (len(first.text), len(second.text)) == (4, 1) and second.number < first.number % 10:
        year, month = first.number, second.number
    elif len(second.text) == 4 and len(first.text) < 3 and tokens.word(index - 1) in _BEFORE_FIGURES:
        year, month = second.number, first.number
    else:
        return None
    placed = FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= _LAST_MONTH
    return Reading(index + 3, "month", months(year, month)) if placed else None


def _is_bare_month(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a month's name without day and year is a month: not "may", "Theresa May", "to march"."""
    name, before, behind = tokens[index], tokens.word(index - 1), tokens[end]
    placed = before in _BEFORE_MONTH or (before in DASHES and tokens.word(index - 2) in _BEFORE_MONTH)
    if name.lower not in _NAMES_TOO:
        return name.is_capitalised or (placed and len(name.text) > 3)
    joined = behind.text in DASHES or behind.lower in ("to", "and", "or", ",")
    if joined and name.is_capitalised and tokens.word(end + 1) in _MONTHS:
        return True
    if not name.is_capitalised:
        return placed and len(name.text) > 3 and name.lower not in ("may", "march")
    if tokens.glued(end, DASHES) and tokens[end + 1].glued and tokens[end + 1].is_word:
        return False  # "Mar-a-Lago"
    if behind.is_capitalised and behind.is_word:
        return False
    if placed:
        return True
    determined = before in ("the", "a", "an", "s", "its", "their", "his", "her", "our")
    return determined and behind.is_word and not behind.glued and behind.lower not in ("on", "of", "in", "and", "said")


def _rare_year_at(tokens: Tokens, index: int) -> int | None:
    """ "31 December 9999", "1 January 0001": four digits behind a date are its year, if no time or count."""
    token, behind = tokens[index], tokens[index + 1]
    if not token.number or len(token.text) != 4 or token.glued or (behind.text in ":%" and behind.glued):
        return None
    if counts_something(tokens, index) or behind.lower in _AFTER_TIME:
        return None
    return token.number if token.number < FIRST_YEAR or token.number > LAST_YEAR else None


def read_year_behind(tokens: Tokens, index: int, context: Context) -> tuple[int, int | None, bool] | None:
    """A year behind a month or a day: ", 2024", "of 2024", "2024", "'24", "last year".

    Gives the index behind it, the year (None where it is relative and nothing anchors it) and whether it is relative.
    """
    begin = index + (tokens.word(index) in (",", "of", "in") or tokens.glued(index, "-/–"))
    begin += tokens.word(begin) == "the" and tokens.word(begin + 1) == "year"
    begin += tokens.word(begin) == "year"
    year = year_at(tokens, begin)
    if year is not None and not (is_round_or_rare(year) and counts_something(tokens, begin)):
        return begin + 1, year, False
    if rare := _rare_year_at(tokens, begin):
        return begin + 1, rare, False
    if tokens.word(begin + 1) in ("bc", "bce") and tokens[begin].number is not None:
        return begin + 2, None, False
    if short := short_year_at(tokens, begin) or spelled_year_at(tokens, begin):
        return short[1], short[0], False
    behind_the = begin + (tokens.word(begin) == "the")
    if tokens.word(behind_the + 1) == "year":
        relative = read_narrative(tokens, begin, context) or read_deictic(tokens, begin, context)
        if relative and relative.kind == "date":
            return relative.end, relative.interval.start.year if relative.interval else None, True
    return None
