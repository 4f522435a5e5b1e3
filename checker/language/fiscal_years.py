"""Reads years that run over two calendar years, and short ranges written alike: "2022-23", "FY2024/25", "1914-18"."""

from checker.language.calendar_intervals import months, years
from checker.language.date_reading import Reading
from checker.language.date_tokens import APOSTROPHES, DASHES, Tokens
from checker.language.year_numbers import FIRST_YEAR, LAST_YEAR, counts_something, full_year, year_at

_FISCAL = ("fiscal", "financial", "tax")
_ACADEMIC = ("academic", "school")


def read_split_year(tokens: Tokens, index: int, behind_letters: bool = False) -> Reading | None:
    """ "2022-23" and "2026/27" (twelve months), "1914-18" (a range), "2024-05" (ISO 8601, a month).

    `behind_letters`: see `year_at`.
    """
    first = year_at(tokens, index, behind_letters)
    if first is None or not tokens[index + 1].glued or tokens[index + 1].text not in DASHES | {"/"}:
        return None
    second, joint = tokens[index + 2], tokens[index + 1].text
    end = index + 3
    if not second.glued or second.number is None or _runs_on(tokens, end) or counts_something(tokens, index + 2):
        return None
    if len(second.text) == 4 and joint == "/" and second.number == first + 1:
        return _two_years(first, end, tokens.word(end))
    if len(second.text) == 1 and joint != "/" and second.number > first % 10:  # "1914-8"
        return Reading(end, "year", years(first, second.number - first % 10 + 1), relation="during")
    if len(second.text) != 2:
        return None
    if second.number == (first + 1) % 100:
        return _two_years(first, end, tokens.word(end))
    if joint == "-" and 1 <= second.number <= 12 and second.number < first % 100:
        return Reading(end, "month", months(first, second.number))
    if joint != "/" and second.number > first % 100:
        return Reading(end, "year", years(first, second.number - first % 100 + 1), relation="during")
    return None


def _runs_on(tokens: Tokens, index: int) -> bool:
    """Whether figures or letters are glued on, as in "2019-03-AB" or "2014-22%"."""
    token = tokens[index]
    if token.glued and token.text in "-/" and tokens[index + 1].glued and tokens[index + 1].text[:1].isdigit():
        return True
    return token.glued and (token.is_word or token.text in "%‰")


def _two_years(first: int, end: int, noun: str = "") -> Reading:
    """A year that runs over two calendar years, `first` and the next.

    April to March, the financial year of the United Kingdom, Japan and India; September to August where an academic
    year is named, July to June for a season. Houses differ by months, hence approximate.
    """
    begin = 9 if noun in _ACADEMIC else 7 if noun == "season" else 4
    return Reading(end, "year", months(first, begin, 12), approximate=True)


def read_fiscal_year(tokens: Tokens, index: int) -> Reading | None:
    """ "FY2024/25", "FY24", "fiscal 2023", "financial year 2022-23", "academic year 2024/25".

    One year alone names the one in which the twelve months end: October to September, as the United States count.
    """
    named = year_at(tokens, index)
    if named and tokens.word(index + 1) in _FISCAL + _ACADEMIC and tokens.word(index + 2) == "year":
        return _single_year(index + 3, named, tokens.word(index + 1))  # "the 2023 financial year"
    begin = _behind_fiscal_words(tokens, index)
    if begin is None:
        return None
    noun = tokens.word(index)
    if split := read_split_year(tokens, begin, behind_letters=True):
        twelve_months = split.precision == "year" and not split.relation
        return _two_years(tokens[begin].number or 0, split.end, noun) if twelve_months else None
    begin += tokens[begin].text in APOSTROPHES
    number, short = tokens[begin].number, len(tokens[begin].text) == 2
    if number is None or not ((short and noun == "fy") or FIRST_YEAR <= number <= LAST_YEAR):
        return None
    second = tokens[begin + 2]
    if tokens.glued(begin + 1, DASHES | {"/"}) and second.glued and second.number is not None:
        return _two_years(full_year(number), begin + 3) if short and second.number == number + 1 else None
    year = full_year(number) if short else number
    return _single_year(begin + 1, year, noun)


def _single_year(end: int, year: int, noun: str) -> Reading:
    """The twelve months that end in `year`."""
    return Reading(end, "year", months(year - 1, 9 if noun in _ACADEMIC else 10, 12), approximate=True)


def _behind_fiscal_words(tokens: Tokens, index: int) -> int | None:
    """The index behind "FY", "fiscal", "fiscal year of"."""
    word, end = tokens.word(index), index + 1
    if tokens[index].text == "FY" or word == "fiscal" or (word in _FISCAL + _ACADEMIC and tokens.word(end) == "year"):
        end += tokens.word(end) == "year"
        return end + (tokens.word(end) == "of")
    return None
