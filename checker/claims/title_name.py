"""A title that is a name: what the article goes on about as "it" and "the film"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.articles.article import Zone
from checker.claims.canonical import canonical_noun
from checker.claims.event_arguments import described_name, is_indefinite
from checker.claims.reading import BlockReading

SMALL = {"of", "the", "and", "for", "on", "in", "de", "&"}  # words that a name may have in lower case
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")  # "Away We Go (film)"
_LONGEST = 6  # words


def named_title(readings: Sequence[BlockReading]) -> str:
    """The name that an article's whole title is, as its text writes it ("Away We Go"); "" where the title is none."""
    title = next((r.block.text for r in readings if r.block.zone == Zone.TITLE), "")
    name = _IN_BRACKETS.sub("", title).strip()
    words = name.split()
    if not 0 < len(words) <= _LONGEST or not all(w[:1].isupper() or w in SMALL or w[:1].isdigit() for w in words):
        return ""
    return name if any(name in r.block.text for r in readings if r.block.zone == Zone.BODY) else ""


def title_tokens(readings: Sequence[BlockReading], title: str) -> frozenset[tuple[int, int]]:
    """Where the words of the title stand: the id of a parse and the index of a token of it."""
    if not title:
        return frozenset()
    written = re.compile(rf"\b{re.escape(title)}\b")
    return frozenset(
        (id(reading.parse), index)
        for reading in readings
        for found in written.finditer(reading.block.text)
        for index in range(reading.parse.token_at(found.start()), reading.parse.token_at(found.end() - 1) + 1)
    )


def one_of_several(readings: Sequence[BlockReading]) -> frozenset[str]:
    """The canonical nouns of which the article speaks of one among others: "a film" beside that of the title."""
    return frozenset(
        canonical_noun(token.lemma)
        for reading in readings
        for token in reading.parse.tokens
        if token.pos == "NOUN" and is_indefinite(reading.parse, token) and described_name(reading.parse, token) is None
    )
