"""Average frames: a total, a count and the average or rate that ties them. Slots: `total`, `count`, `each`; or `rate`s.

"46,000 visitors paid £598,000, £15 each"; "24 million shares at 250p each raised £72m"; "4,000 an hour, 96,000 a day".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity, span, timex
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
# What makes an average one of the sentence before: "on average that is 80 hours apiece", "each put in 90 on average"
_SHARED = re.compile(
    r"\b(?:on average|an average|a mean|that (?:is|was|makes|made|comes|came|works|worked)|which is"
    r"|this (?:is|was|works|comes)|works out|worked out|spread over|shared|between them|divided|split)\b"
)
_EACH_SUBJECT = re.compile(r"(?:^|[,;] ?)(?:so )?each\b(?: (?!of the)[\w’'-]+){1,4}$")
_OTHER_AVERAGE = re.compile(
    r"\b(?:normally|usually|usual|normal|previous|last|ago|elsewhere|national|typical|target|should)\b"
)
_WIDEST_GAP = 60  # characters before an average that the sentence before is divided into
_FOR_EVERY = re.compile(r"(?:[\w’'-]+ )?(?:for (?:every|each)|per|to (?:every|each)|in every) (?P<noun>[\w-]+)")
_DAYS_OR_LONGER = ("day", "week", "month", "quarter", "year")
_ON_AVERAGE = re.compile(r"(?:[\w-]+ ){0,3}on average\b")
_A_PERIOD = re.compile(r" (?:an?|per|each|every) (day|week|month|quarter|year)\b")
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
        yield from _apiece(passage)
        yield from _over_a_time(passage)
    for block in page.blocks:
        for previous, passage in pairwise(block):
            yield from _of_previous(passage, previous)
    for passage, _ in page.amounts():
        figures = [f for f in passage.figures if is_plain(f)]
        if 2 <= len(figures) == len(passage.figures) <= 4:
            yield from _averages(passage, figures)
            yield from _rates(passage, figures)


def _period(figure: Mention) -> str:
    """The period that a figure is told for, day or longer: "€360,000 a day", "300 a day"."""
    behind = _A_PERIOD.match(figure.reading.block.text, span(figure)[1])
    period = quantity(figure).per or (behind[1] if behind else "")
    return period if period in _DAYS_OR_LONGER else ""


def _over_a_time(passage: Passage) -> Iterator[Frame]:
    """ "In its first 27 days it sent back 5,400 pictures, 300 a day on average"; "lost £3.6m over 15 days, or …"."""
    rates = [f for f in passage.figures if is_plain(f) and _period(f)]
    if len(rates) != 1 or _NARROWED.match(passage.after(rates[0])):
        return
    each, before = rates[0], passage.figures[: passage.figures.index(rates[0])]
    times = [f for f in before if is_plain(f) and quantity(f).unit == _period(each)]
    totals = [f for f in before if is_plain(f) and quantity(f).unit == quantity(each).unit]
    said = _OR.search(passage.before(each)) or _EACH_BEFORE.search(passage.before(each))
    averaged = said or _ON_AVERAGE.match(passage.after(each))
    if averaged and len(times) == len(totals) == 1 and len(before) == 2:
        yield Frame("average", (("total", totals[0]), ("count", times[0]), ("each", each)))


def _averages(passage: Passage, figures: Sequence[Mention]) -> Iterator[Frame]:
    if len(figures) != 3:
        return
    for index, each in enumerate(figures):
        others = [f for f in figures if f is not each]
        if quantity(each).per in _periods() or _NARROWED.match(passage.after(each)):
            continue
        marked = _EACH_AFTER.match(passage.after(each)) or quantity(each).per
        averaged = _EACH_BEFORE.search(passage.before(each))
        if index == 2 and quantity(each).unit == "count" and not averaged and _is_told_anew(passage, figures[1], each):
            continue
        if (index == 2 and (marked or averaged) and not _AT.search(passage.before(each))) or (
            index == 1
            and marked
            and _AT.search(passage.before(each))
            and _PRODUCT.search(passage.between(each, figures[2]))
        ):
            yield from _solved(each, others)


def _is_told_anew(passage: Passage, count: Mention, each: Mention) -> bool:
    """Whether a clause of its own says it of others: "three for 58, Lowe and Hume had one each"."""
    parse, between = passage.reading.parse, passage.between(count, each)
    first, last = (parse.token_at(offset) for offset in (count.end, each.start))
    verbs = any(token.tag in ("VBD", "VBZ", "VBP") for token in parse.tokens[first:last])
    return verbs and not re.search(r"\b(?:which|who|that)\b", between)


def _of_previous(passage: Passage, previous: Passage) -> Iterator[Frame]:
    """ "58 volunteers gave 4,060 hours. That is 70 hours apiece": the average in the sentence behind."""
    if (
        not passage.figures
        or len(previous.figures) != 2
        or not all(map(is_plain, (passage.figures[0], *previous.figures)))
    ):
        return
    each = passage.figures[0]
    lead, behind = passage.before(each), passage.after(each)
    text = passage.plain[passage.start : passage.end]
    shared = _SHARED.search(text) or _SHARED.search(previous.plain, previous.start, previous.end)
    one = re.match(r"(?:an?|per) (?P<noun>[\w-]+)\b", behind)
    per_one = one is not None and any(f.row["measure"] == one["noun"] for f in previous.figures)
    marked = bool(per_one or _EACH_AFTER.match(behind) or _EACH_BEFORE.search(lead) or _EACH_SUBJECT.search(lead))
    dated = any(timex(time).kind != "duration" for time in passage.times)
    unlike = _OTHER_AVERAGE.search(text) or quantity(each).per in _periods() or _NARROWED.match(behind) or dated
    if not (marked or quantity(each).per) or not shared or unlike or len(lead) > _WIDEST_GAP:
        return
    unit = quantity(each).unit
    totals = [f for f in previous.figures if quantity(f).unit == unit]
    counts = [f for f in previous.figures if quantity(f).unit == "count"]
    if unit != "count" and len(totals) == len(counts) == 1:
        yield Frame("average", (("total", totals[0]), ("count", counts[0]), ("each", each)))
    elif unit == "count" == quantity(previous.figures[0]).unit == quantity(previous.figures[1]).unit:
        alike = [f for f in totals if f.row["measure"] == each.row["measure"]]
        others = [f for f in totals if f.row["measure"] != each.row["measure"]]
        if not is_bare(each) and len(alike) == len(others) == 1:
            yield Frame("average", (("total", alike[0]), ("count", others[0]), ("each", each)))


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


def _apiece(passage: Passage) -> Iterator[Frame]:
    """ "$612,000 from the 3,400 households, or $150 apiece", whatever else the sentence counts behind it."""
    for first, second, each in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        marked = _EACH_AFTER.match(passage.after(each)) or quantity(each).per == "each"
        told = _OR.search(passage.before(each)) and marked
        counted = is_plain(second) or quantity(second).role == "reference"  # "the 3,400 households"
        if told and counted and is_plain(first) and is_plain(each) and not _NARROWED.match(passage.after(each)):
            yield from _solved(each, (first, second))


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
    if unit == "count" and quantity(each).per in units:  # "61,200 people on 34 square kilometres, 1,800 on each"
        total, count = (first, second) if units[1] == quantity(each).per else (second, first)
    elif unit == "count":
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
