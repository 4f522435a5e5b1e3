"""Conversion frames: one measurement in two units, "161 km (100 miles)". Slots: `given`, `converted`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, quantity, span
from checker.claims.reading import Mention
from checker.language.units import dimension

_MEASURED = {
    "length", "area", "volume", "mass", "temperature", "speed", "energy", "power", "pressure", "time", "fuel", "data",
}  # fmt: skip
_FROM_ZERO = re.compile(r"(?:below|above) (?:zero|freezing)\b", re.IGNORECASE)
# One or two words may say what is measured: "19 km long (12 miles)".
_BRACKET = re.compile(
    r"^(?:[\w’'-]+ ){0,2}[(\[](?: ?(?:or|about|some|around|roughly|approximately|nearly|just over|just"
    r" under|i\.e\.|=))*$"
)
_RESTATED = re.compile(
    r"^(?:[\w’'-]+ )?,? ?(?:or|which is|that is|equal to|equivalent to|(?:the |an? )?equivalent of|/"
    r"|=)(?: (?:about|some|roughly))*$"
)


def find(page: Page) -> Iterator[Frame]:
    """Every measurement that is given twice, in two units of one dimension."""
    for passage in page.passages():
        for first, second in zip(passage.figures, passage.figures[1:], strict=False):
            if _convertible(first, second) and _restates(passage, first, second):
                yield Frame("conversion", (("given", first), ("converted", second)))


def _convertible(first: Mention, second: Mention) -> bool:
    a, b = quantity(first), quantity(second)
    if _FROM_ZERO.match(first.row["text"]):
        return False  # "9 below zero Fahrenheit" is not less than nought, but nine less
    same = dimension(a.unit) == dimension(b.unit) and dimension(a.unit) in _MEASURED
    return same and a.unit != b.unit and a.per == b.per and (a.value is None) == (b.value is None)


def _restates(passage: Passage, first: Mention, second: Mention) -> bool:
    gap = passage.between(first, second)
    if _BRACKET.match(gap):
        text = passage.plain
        behind = text[span(second)[1] : span(second)[1] + 12].lstrip()
        return behind.startswith((")", "]", ",", ";", "/")) or re.match(r"[a-z]+ ?[)\]]", behind) is not None
    return _RESTATED.match(gap) is not None and dimension(quantity(first).unit) != "time"
