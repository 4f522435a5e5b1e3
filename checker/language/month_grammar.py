"""Reads months, with their year or alone: "May 2024", "in March", "May of last year"."""

from dataclasses import replace

from checker.language.calendar_intervals import Interval, months
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, read_month_name
from checker.language.narrative_dates import read_narrative
from checker.language.relative_dates import read_deictic
from checker.language.year_numbers import counts_something, is_round_or_rare, short_year_at, spelled_year_at, year_at

_MONTHS: dict[str, int] = WORDS["months"]
_NAMES_TOO = frozenset(WORDS["doubtful"]["months"])  # names of people, verbs
_BEFORE_MONTH = frozenset(WORDS["doubtful"]["before"])
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
