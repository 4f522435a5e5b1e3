"""Dates written in the manner of machines: "05-Aug-2016", "2019/aug/01", "Dec/2018". dateparser reads the clean span.

The grammars of prose leave these over. A span counts as clean where only digits, one month's name and the separators
- / . stand in it without white space; nothing else ever reaches dateparser, which would read too much into it.
"""

from functools import cache
from typing import Any

from checker.language.calendar_intervals import days, months
from checker.language.date_reading import Reading
from checker.language.date_tokens import WORDS, Tokens

_SEPARATORS = frozenset("-/.")
_LONGEST_SPAN = 5  # three parts, two separators


def read_loose_date(tokens: Tokens, index: int) -> Reading | None:
    """A day or month written as glued digits and a month's name, with a four-digit year."""
    end = _clean_span(tokens, index)
    if end is None:
        return None
    text = "-".join(tokens[k].text for k in range(index, end, 2))
    found = _parser().get_date_data(text)
    if found.date_obj is None or found.period not in ("day", "month"):
        return None
    date = found.date_obj.date()
    if found.period == "month":
        return Reading(end, "month", months(date.year, date.month))
    return Reading(end, "day", days(date))


def _clean_span(tokens: Tokens, index: int) -> int | None:
    """The index behind the span that begins at `index`, None where it is none."""
    if tokens[index].glued and tokens[index - 1].text in _SEPARATORS | {"_"}:
        return None
    names = figures = full_years = 0
    end = index
    while end < index + _LONGEST_SPAN:
        token = tokens[end]
        if token.number is not None and len(token.text) in (1, 2, 4):
            figures, full_years = figures + 1, full_years + (len(token.text) == 4)
        elif token.lower in WORDS["months"]:
            names += 1
        else:
            return None
        end += 1
        if not (tokens.glued(end, _SEPARATORS) and tokens[end + 1].glued):
            break
        end += 1
    clean = names == 1 and full_years == 1 and figures in (1, 2) and end == index + 2 * (names + figures) - 1
    return end if clean and not (tokens[end].glued and tokens[end].is_word) else None


@cache
def _parser() -> Any:
    """One parser for all spans: absolute dates only, so that it never looks at the clock."""
    from dateparser.date import DateDataParser  # costs a fifth of a second, and few articles need it

    return DateDataParser(
        languages=["en"],
        settings={"PARSERS": ["absolute-time"], "PREFER_DAY_OF_MONTH": "first", "DATE_ORDER": "DMY"},
    )
