"""Magnitude frames: one figure given twice, once in millions and once in billions. Slots: `smaller`, `larger`.

"The project cost £412m … voted against the £412bn line". No one word decides; what speaks for a slip is added up, as
two sums of money may well have the same digits by chance.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, is_plain, quantity, span
from checker.claims.reading import Mention
from checker.language.units import dimension

_POINTING = re.compile(
    r" (?:that|which|it|they|he|she|we|spent|paid|owed|raised|borrowed|lost|needed)\b"
)  # "the £2m it cost"
_NOUN_OF = re.compile(r"\b(?:the|its|their|this|that) [\w-]+ of $")
_SLIPS = (3, 6)  # powers of ten by which "million" is mistaken for another word
_SAME_DIGITS = 0.004  # what rounding may hide, as a power of ten
_VERY_SAME = 1e-6
_LEAST = 1000.0  # below it no word for a magnitude is written
_DIGITS = {1: -math.inf, 2: 0.5}  # one digit is often the same by chance, two seldom, three or more hardly ever
_MANY_DIGITS = 2.0
_POINTS_BACK = 1.0  # "the £412bn line" names a figure that the reader has met
_SAME_MEASURE = 1.0
_OTHER_MEASURE = -1.0
_SHARED_WORD = 0.5
_SHARED_WORDS = 3
_ALONE = 1.0  # nothing else in the article is nearly as large, or as small, while the other has company
_COMPANY = 1.3  # powers of ten within which a figure keeps another company
_ENOUGH = 2.0
_MOST_FIGURES = 200  # of one unit in an article; more is a data set


def find(page: Page) -> Iterator[Frame]:
    """Every two figures with the same digits and another magnitude that in all likelihood mean one thing."""
    by_unit: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
    for passage in page.passages():
        for figure in passage.figures:
            source = quantity(figure)
            if is_plain(figure) and source.unit not in ("percent", "year") and (source.value or 0.0) >= _LEAST:
                by_unit[source.unit, source.per].append(figure)
    for figures in by_unit.values():
        sizes = [math.log10(quantity(figure).value or 1.0) for figure in figures[:_MOST_FIGURES]]
        for one, other in combinations(range(len(sizes)), 2):
            apart = abs(sizes[one] - sizes[other])
            if min(abs(apart - slip) for slip in _SLIPS) <= _SAME_DIGITS:
                a, b = figures[one], figures[other]
                pointing = _POINTING.match(b.reading.block.text, span(b)[1]) is not None
                exact = min(abs(apart - slip) for slip in _SLIPS) < _VERY_SAME
                points_back = pointing and exact and sizes.count(sizes[other]) == 1
                if _likelihood(a, b, points_back) + _odd_one_out(sizes, one, other) >= _ENOUGH:
                    smaller, larger = (a, b) if sizes[one] < sizes[other] else (b, a)
                    yield Frame("magnitude", (("smaller", smaller), ("larger", larger)))


def _likelihood(a: Mention, b: Mention, has_met: bool) -> float:
    """What the digits and the words around two figures, `a` the earlier one, say for their being one.

    `has_met`: `b` is told as a figure that the reader has met, and there is no other that it could be.
    """
    one, other = a.row, b.row
    dated = one["date_start"] is not None and other["date_start"] is not None and _own_time(a) and _own_time(b)
    if one["contrast"] or other["contrast"] or (dated and one["date_start"] != other["date_start"]):
        return float("-inf")
    topic = {*one["topic"].split(), *other["topic"].split()}
    points_back = other["definite"] or _NOUN_OF.search(b.reading.block.text[: span(b)[0]].lower()) is not None
    here = _beside(b) if points_back else _said(b)
    generic = dimension(one["unit"]) not in ("", "currency")  # every length is a "distance"
    shared = (_said(a) & here) - topic - ({one["measure"]} if generic else set())
    same = bool(one["measure"]) and one["measure"] == other["measure"] and not generic
    score = _DIGITS.get(min(_digits(a), _digits(b)), _MANY_DIGITS)
    has_met = has_met and other["definite"] and score > -math.inf
    if not (same or shared or has_met or (points_back and score == _MANY_DIGITS)):
        return float("-inf")
    score += (
        _POINTS_BACK * (points_back + has_met) + _SAME_MEASURE * same + _SHARED_WORD * min(_SHARED_WORDS, len(shared))
    )
    if one["unit"] == "count" and one["measure"] and other["measure"] and not same:
        score += _OTHER_MEASURE
    return score


def _own_time(figure: Mention) -> bool:
    return figure.row["date_source"] in ("own", "sentence")


def _odd_one_out(sizes: Sequence[float], one: int, other: int) -> float:
    """Whether just one of two figures has the magnitude of others of the article."""
    others = [size for index, size in enumerate(sizes) if index not in (one, other)]
    company = [any(abs(sizes[index] - size) <= _COMPANY for size in others) for index in (one, other)]
    return _ALONE if company[0] != company[1] else 0.0


def _digits(figure: Mention) -> int:
    """How many digits of a figure carry meaning: two of "3.4 million"."""
    return len(f"{quantity(figure).value or 0.0:.12g}".replace(".", "").partition("e")[0].strip("0"))


def _said(figure: Mention) -> set[str]:
    return {*figure.row["terms"].split(), *_beside(figure)} - {""}


def _beside(figure: Mention) -> set[str]:
    """The words right beside a figure: what "the £412bn line" and "the £48bn sale" point back to."""
    return {*figure.row["near"].split(), figure.row["measure"]} - {""}
