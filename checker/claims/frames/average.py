"""Average frames: a total, a count and the average or rate that ties them. Slots: `total`, `count`, `each`; or `rate`s.

"46,000 visitors paid £598,000, £15 each"; "24 million shares at 250p each raised £72m"; "4,000 an hour, 96,000 a day".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity
from checker.claims.reading import Mention

_EACH_BEFORE = re.compile(
    r"\b(?:an? average|an average|averaging|a mean|or an average|average)(?: of)?(?: (?:about|some|just|nearly))*$"
)
_EACH_AFTER = re.compile(
    r"^(?:[\w’'-]+ )?(?:each|apiece|a head|per head|per person|for each|for every|on average|per [\w-]+|an? piece)\b"
)
_PRODUCT = re.compile(
    r"\b(?:raised|raises|raise|raising|cost|costs|brought in|bringing in|brings in|made|making|makes"
    r"|earned|fetched|worth|for a total of|totall?ing|yielded|came to|comes to|=|generated)\b"
)
_AT = re.compile(r"(?<!out )(?<!averaging )\bat(?: (?:an average of|about|just|only))?$")
_RESTATED = re.compile(
    r"^(?:[\w’'-]+ )?, or(?: (?:about|some|nearly|just|more precisely))*$"
    r"|^(?:[\w’'-]+ ){0,3}(?:comes to|adds up to|amounts to|works out at|makes|is)(?: (?:about|some|nearly|just))*$"
)
RATES = {  # how often the first period goes into the second, where calendars and opening hours leave no doubt
    ("second", "minute"): 60.0,
    ("minute", "hour"): 60.0,
    ("hour", "day"): 24.0,
    ("month", "year"): 12.0,
    ("quarter", "year"): 4.0,
    ("week", "year"): 52.0,
}


def find(page: Page) -> Iterator[Frame]:
    """Every average or rate whose total and count stand in the same sentence."""
    for passage, _ in page.amounts():
        figures = [f for f in passage.figures if is_plain(f)]
        if 2 <= len(figures) == len(passage.figures) <= 4:
            yield from _averages(passage, figures)
            yield from _rates(passage, figures)


def _averages(passage: Passage, figures: Sequence[Mention]) -> Iterator[Frame]:
    if len(figures) != 3:
        return
    for index, each in enumerate(figures):
        others = [f for f in figures if f is not each]
        marked = _EACH_AFTER.match(passage.after(each)) or quantity(each).per not in ("", *_periods())
        averaged = _EACH_BEFORE.search(passage.before(each))
        if (index == 2 and (marked or averaged) and not _AT.search(passage.before(each))) or (
            index == 1
            and marked
            and _AT.search(passage.before(each))
            and _PRODUCT.search(passage.between(each, figures[2]))
        ):
            yield from _solved(each, others)


def _solved(each: Mention, others: Sequence[Mention]) -> Iterator[Frame]:
    """Tells the total from the count: the one in the average's own unit, else the larger."""
    unit = quantity(each).unit
    first, second = others
    units = quantity(first).unit, quantity(second).unit
    if unit == "count":
        if units != ("count", "count"):
            return
        total, count = sorted(others, key=lambda f: quantity(f).value or 0.0, reverse=True)
    elif unit in units and "count" in units:
        total, count = (first, second) if units[0] == unit else (second, first)
    else:
        return
    yield Frame("average", (("total", total), ("count", count), ("each", each)))


def _rates(passage: Passage, figures: Sequence[Mention]) -> Iterator[Frame]:
    """ "96,000 loaves a day, or 4,000 an hour"; "£14 a month, or £168 a year"."""
    for first, second in pairwise(figures):
        periods = {(quantity(first).per, quantity(second).per), (quantity(second).per, quantity(first).per)}
        same = quantity(first).unit == quantity(second).unit
        if same and periods & RATES.keys() and _RESTATED.match(passage.between(first, second)):
            short, long = sorted((first, second), key=lambda f: _length(quantity(f).per))
            yield Frame("rate", (("short", short), ("long", long)))


def _length(period: str) -> int:
    return ["second", "minute", "hour", "day", "week", "month", "quarter", "year"].index(period)


def _periods() -> set[str]:
    return {period for pair in RATES for period in pair}
