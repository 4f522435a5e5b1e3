"""The unit that a table's header gives its figures: "Revenue (€m)", "Area, sq km", "%"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.reading import BlockReading, Mention
from checker.language.quantities import find_quantities

_SEGMENTS = re.compile(r"[(),;:\[\]]")
_SYMBOL_FIRST = re.compile(r"(?:[A-Z]{0,3}\$|[€£¥₹]|US\$|EUR|USD|GBP|CHF|JPY)\s*")
_THOUSANDS = re.compile(r"(?:in )?(?:'000s?|’000s?|000s?|thousands)", re.IGNORECASE)
_PLURAL_MAGNITUDE = re.compile(r"\b(million|billion|trillion)s(?: of)?\b")
_LONGEST_UNIT = 40  # characters of a header segment that may name a unit


class Unit(NamedTuple):
    """A unit that a header gives its figures, and what they are multiplied with: "€m" is EUR times a million."""

    unit: str
    per: str
    factor: float


def names_unit(mention: Mention) -> bool:
    """Whether a figure is only the unit of a header: the thousands of "Population (thousands)"."""
    text = mention.reading.block.text
    in_table = mention.reading.block.cell is not None or mention.reading.block.zone == Zone.CAPTION
    return in_table and any(
        start <= mention.start and mention.end <= end and read_unit(text[start:end]) is not None
        for start, end in segments(text)
    )


def unit_of(readings: Iterable[BlockReading], whole: bool = False) -> Unit | None:
    """The first unit that headers name in brackets or behind a comma, or with the `whole` of their words ("€m")."""
    for reading in readings:
        text = reading.block.text
        for start, end in reversed(segments(text)):
            unit = read_unit(text[start:end])
            if unit is not None and (whole or (start, end) != (0, len(text))):
                return unit
    return None


def segments(text: str) -> list[tuple[int, int]]:
    """The stretches of a header between brackets and commas, without white space at their ends."""
    found, start = [], 0
    for end in [*(mark.start() for mark in _SEGMENTS.finditer(text)), len(text)]:
        segment = text[start:end]
        lead = len(segment) - len(segment.lstrip())
        if segment.strip():
            found.append((start + lead, start + lead + len(segment.strip())))
        start = end + 1
    return found


@lru_cache(maxsize=16_384)
def read_unit(segment: str) -> Unit | None:
    """The unit that a segment is: read as the unit of "1", by the same grammar as any figure."""
    if len(segment) > _LONGEST_UNIT or any(character.isdigit() for character in segment.replace("000", "")):
        return None
    if _THOUSANDS.fullmatch(segment):
        return Unit("count", "", 1000.0)
    if segment == "m":
        return None  # metres in "Height (m)", millions in "Passengers (m)"
    segment = _PLURAL_MAGNITUDE.sub(r"\1", segment.removeprefix("in "))
    symbol = _SYMBOL_FIRST.match(segment)
    written = f"{symbol[0].strip()}1{segment[symbol.end() :]}" if symbol else f"1 {segment}"
    found = find_quantities(written)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(written)) or found[0].value is None:
        return None
    if found[0].unit == "count" and found[0].value == 1:
        return None
    return Unit(found[0].unit, found[0].per, found[0].value)
