"""Fractions that only their surroundings tell from ordinals: "a fall of a fifth", "of the 36, a third, 12 in all"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.claims.frames.cues import phrases
from checker.claims.frames.frame import number_mention
from checker.claims.reading import BlockReading, Mention
from checker.language.quantity import Quantity
from checker.lexicon import lexicon

_LOOSELY = 0.1  # words for a fraction reach a tenth of it either way
_BEFORE_PART = re.compile(r"\b(?:a|one) (?P<name>[a-z]{4,10})(?=(?:, | \()(?:or |about |some |nearly |almost ){0,2}\d)")
_OF_CHANGE = re.compile(
    r"\b(?P<noun>[a-z]{3,12}) of (?:about |around |nearly |almost |roughly )?(?P<words>(?:a|one)"
    r" (?P<name>[a-z]{4,10}))\b"
)


def bare_fractions(reading: BlockReading, plain: str) -> Iterator[Mention]:
    """The fractions of a block that were not read as quantities, as numbers; `plain` is its text in lower case."""
    for match in _BEFORE_PART.finditer(plain):
        yield from _fraction(reading, *match.span(), match["name"])
    for match in _OF_CHANGE.finditer(plain):
        if match["noun"] in phrases("direction", "changes"):
            yield from _fraction(reading, *match.span("words"), match["name"])


def _fraction(reading: BlockReading, start: int, end: int, name: str) -> Iterator[Mention]:
    denominator = lexicon("numbers")["denominators"].get(name)
    if denominator and not any(q.start < end and start < q.end for q in reading.quantities):
        value = 1 / denominator
        margin = _LOOSELY * value
        source = Quantity(
            start, end, start, end, value, value, value, margin, unit="fraction", role="ratio", in_words=True
        )
        yield replace(number_mention(reading, start, end, value, "fraction", margin), source=source)
