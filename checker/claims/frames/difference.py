"""Difference frames: two figures and what lies between them, "1,304 votes to 1,118, a majority of 186".

Slots: `first`, `second`, `difference`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.frames.cues import phrases
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, is_plain, quantity

_NOUN_OF = re.compile(r"\b(?:an?|the|by an?) (?:[\w-]+ ){0,2}?([\w-]+) of(?: (?:about|some|just|only|nearly))*$")
_APART = re.compile(r"\b(?:to|against|and|than|compared with|versus|while|but|from)\b|,")


def find(page: Page) -> Iterator[Frame]:
    """Every difference that is stated right behind the two figures that it is reckoned from."""
    for passage, _ in page.amounts():
        figures = passage.figures
        for first, second, difference in zip(figures, figures[1:], figures[2:], strict=False):
            noun = _NOUN_OF.search(passage.before(difference))
            if noun is None or noun[1] not in phrases("direction", "differences") or not is_plain(difference):
                continue
            units = {quantity(first).unit, quantity(second).unit}
            own = quantity(difference).unit
            points = own == "percentage_point" and units == {"percent"}
            alone = sum(quantity(f).unit in units for f in figures) <= 2 + (own in units)
            gap = passage.between(first, second)
            if is_plain(first) and is_plain(second) and alone and (units == {own} or points) and _APART.search(gap):
                yield Frame("difference", (("first", first), ("second", second), ("difference", difference)))
