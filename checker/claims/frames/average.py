"""Average frames: a total, a count and the average or rate that ties them. Slots: `total`, `count`, `each`; or `rate`s.

"46,000 visitors paid £598,000, £15 each"; "24 million shares at 250p each raised £72m"; "4,000 an hour, 96,000 a day".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity
from checker.claims.reading import Mention
from checker.language.quantities import find_quantities

_EACH_BEFORE = re.compile(
    r"\b(?:each (?:of them |[\w-]+ )?"
    r"(?:got|gets|received|receives|paid|pays|has|had|took|takes)|averaging|average|a mean)"
    r"(?: of)?(?: (?:about|some|just|nearly))*$"
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
_OR = re.compile(
    r",? or(?: (?:about|some|just|nearly|roughly))*$|(?:works out at|which is|that is)(?: (?:about|just))*$"
)
_NARROWED = re.compile(  # "£1,500 per van and year", "18 miles a day if rest days are left out"
    r"(?:and (?:per |a |an )?(?:year|month|week|day|hour)|each|,? ?(?:if|excluding|except|apart|without"
    r"|not counting))\b"
)
_FOR_EVERY = re.compile(r"(?:[\w’'-]+ )?(?:for (?:every|each)|per|to (?:every|each)|in every) (?P<noun>[\w-]+)")
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
    for passage in page.passages():
        yield from _per_divisor(passage)
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
        if quantity(each).per in _periods() or _NARROWED.match(passage.after(each)):
            continue
        marked = _EACH_AFTER.match(passage.after(each)) or quantity(each).per
        averaged = _EACH_BEFORE.search(passage.before(each))
        if (index == 2 and (marked or averaged) and not _AT.search(passage.before(each))) or (
            index == 1
            and marked
            and _AT.search(passage.before(each))
            and _PRODUCT.search(passage.between(each, figures[2]))
        ):
            yield from _solved(each, others)


def _per_divisor(passage: Passage) -> Iterator[Frame]:
    """ "222 km and 1,998 watt-hours, or nine for every kilometre": the words behind the average name the count.

    Whatever else the sentence counts, the two figures before the average are meant.
    """
    for first, second, each in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        lead = passage.before(each)
        if not all(map(is_plain, (first, second, each))) or not (_OR.search(lead) or _EACH_BEFORE.search(lead)):
            continue
        divisor = _divisor(passage, each)
        narrowed = _NARROWED.match(passage.after(each)) is not None
        counts = [f for f in (first, second) if divisor and not narrowed and _names(f, divisor)]
        if len(counts) != 1 or quantity(each).unit == quantity(counts[0]).unit != "count":
            continue
        total = second if counts[0] is first else first
        left_out = quantity(each).unit == "count" and is_bare(each)
        if quantity(each).unit == quantity(total).unit or left_out:
            yield Frame("average", (("total", total), ("count", counts[0]), ("each", each)))


def _divisor(passage: Passage, each: Mention) -> str:
    """What an average is for one of, by its unit or as a noun in the singular; "" where the text does not say."""
    if quantity(each).per not in ("", "each"):
        return quantity(each).per
    match = _FOR_EVERY.match(passage.after(each))
    if match is None:
        return ""
    found = find_quantities(f"1 {match['noun']}")
    return found[0].unit if found and found[0].unit != "count" else match["noun"]


def _names(figure: Mention, divisor: str) -> bool:
    """Whether a figure counts what `divisor` names."""
    unit = quantity(figure).unit
    return unit == divisor if unit != "count" else figure.row["measure"] == divisor


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
