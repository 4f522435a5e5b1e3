"""The year behind a title: "Best laptops 2023", "Camera guide 2021: what to buy"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from checker.language.timex import Timex

# A capital before it makes it a name ("Windows 2000", "Route 2023"), unless the word says that pages come out yearly.
_BEHIND_TITLE = re.compile(
    r"\b(?:[a-z][a-z’'-]{2,30}|Guide|Reviews?|Deals|Prices|Rates|Calendar|Rankings?|List|Report|Edition|Update) "
    r"(?P<year>(?:19[89]|20[0-4])\d)(?=\s*(?:$|[:|–—(]))"
)


def edition_year(title: str, timexes: Sequence[Timex]) -> Timex | None:
    """The year that a title ends in as its edition; None where it ends in none, or names a date elsewhere."""
    match = _BEHIND_TITLE.search(title)
    if match is None or timexes:
        return None
    year = int(match["year"])
    start, end = match.span("year")
    return Timex(start, end, "date", dt.date(year, 1, 1), dt.date(year + 1, 1, 1), "year", relation_start=start)
