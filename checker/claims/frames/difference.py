"""Difference frames: two figures and what lies between them, "1,304 votes to 1,118, a majority of 186".

Slots: `first`, `second`, `difference`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.frames.cues import phrases
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity
from checker.claims.reading import Mention

_NOUN_OF = re.compile(r"\b(?:an?|the|by an?) (?:[\w-]+ ){0,2}?([\w-]+) of(?: (?:about|some|just|only|nearly))*$")
_WON_BY = re.compile(
    r"\b(?:won|lost|win|wins|winning|losing|beat|led|leads|victory|defeat|trailed)\b[^.;]*? by(?: (?:a|just|only))*$"
)
_BETWEEN = re.compile(r"\b(?:gap|difference|margin|gulf)(?: in [\w-]+)? between\b")
_IS = re.compile(
    r"\b(?:is|was|comes to|came to|amounts to|amounted to|stands at|stood at)(?: (?:about|some|just|only))*$"
)
_APART = re.compile(r"\b(?:to|against|and|than|compared with|versus|while|but|from)\b|,")


def find(page: Page) -> Iterator[Frame]:
    """Every difference that is stated right behind the two figures that it is reckoned from."""
    for passage, _ in page.amounts():
        figures = passage.figures
        for first, second, difference in zip(figures, figures[1:], figures[2:], strict=False):
            yield from _won_by(passage, first, second, difference)
            noun = _NOUN_OF.search(passage.before(difference))
            named = noun is not None and noun[1] in phrases("direction", "differences")
            between = _BETWEEN.search(passage.before(first)) and _IS.search(passage.before(difference))
            if not (named or between) or not is_plain(difference):
                continue
            units = {quantity(first).unit, quantity(second).unit}
            own = quantity(difference).unit
            points = own == "percentage_point" and units == {"percent"}
            left_out = units == {own, "count"} and any(
                is_bare(f) for f in (first, second) if quantity(f).unit == "count"
            )
            alone = sum(quantity(f).unit in units for f in figures) <= 2 + (own in units)
            gap = passage.between(first, second)
            if (
                is_plain(first)
                and is_plain(second)
                and alone
                and (units == {own} or points or left_out)
                and _APART.search(gap)
            ):
                yield Frame("difference", (("first", first), ("second", second), ("difference", difference)))


def _won_by(passage: Passage, difference: Mention, first: Mention, second: Mention) -> Iterator[Frame]:
    """ "won by 14, 19 to 6", "a defeat by 12 points, 88-76": the difference before the score."""
    if not all(is_plain(figure) and quantity(figure).unit == "count" for figure in (difference, first, second)):
        return
    behind = re.fullmatch(r"(?:[\w-]+ ?)?,", passage.between(difference, first)) is not None
    scored = re.fullmatch(r"to|[-–]", passage.between(first, second)) is not None
    if behind and scored and _WON_BY.search(passage.before(difference)) and len(passage.figures) == 3:
        yield Frame("difference", (("first", first), ("second", second), ("difference", difference)))
