"""Which extent of a thing a bare length is ("the 204-metre bridge"), what part a figure counts ("420-bed hospital")."""

from __future__ import annotations

import re
from functools import cache

from checker.claims.canonical import words
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token
from checker.language.quantity import Quantity
from checker.language.units import dimension
from checker.lexicon import lexicon

_SUPERLATIVES = {"longest": "length", "tallest": "height", "highest": "height", "deepest": "depth", "widest": "width"}
_HYPHENED = re.compile(r"[-‐‑](?P<noun>[a-z]+) [a-z]")
_OTHERS = {"old", "new", "former", "original", "previous", "first", "second", "other", "present", "current"}


def own_extent(parse: Parse, quantity: Quantity, head: int, measure: str) -> str:
    """Which extent a length said of a whole thing is: "the 204-metre bridge", "at 56 metres the tower"; "" elsewhere.

    `head` is the token that says what is measured, `measure` its lemma. A superlative beside it tells, whatever the
    extent of such a thing usually is: "at 10 km, the lake is the longest in the county".
    """
    behind_at = parse.tokens[max(0, parse.token_at(quantity.start) - 1)].lemma == "at"
    attributive = parse.tokens[head].start >= quantity.end
    if dimension(quantity.unit) != "length" or not (behind_at or attributive):
        return ""
    told = _superlative(parse, parse.token_at(quantity.start)) if behind_at else ""
    return told or _usual_extents().get(measure, "")


def is_told_apart(parse: Parse, thing: Token) -> bool:
    """Whether a thing is told from another of its kind: "the old bridge"."""
    return any(child.lemma in _OTHERS for child in parse.children(thing.index, "amod"))


def counted_part(reading: BlockReading, quantity: Quantity, head: int) -> Token | None:
    """What a figure tied to a noun counts of the thing behind: the beds of "the 420-bed hospital"; None elsewhere."""
    parse, text = reading.parse, reading.block.text
    match = _HYPHENED.match(text, quantity.number_end)
    if quantity.unit != "count" or match is None or parse.tokens[head].start < match.end("noun"):
        return None
    counted = parse.tokens[parse.token_at(match.start("noun"))]
    is_part = counted.lemma not in words("no_parts") and parse.tokens[head].lemma not in words("amounts")
    return counted if counted.pos == "NOUN" and is_part else None


def _superlative(parse: Parse, token: int) -> str:
    first, last = parse.sentences[parse.sentence_of(token)]
    found = {extent for token in parse.tokens[first:last] if (extent := _SUPERLATIVES.get(token.text.lower()))}
    return found.pop() if len(found) == 1 else ""


@cache
def _usual_extents() -> dict[str, str]:
    return {thing: extent for extent, things in lexicon("units")["extents"].items() for thing in things}
