"""Who is who: an article's topic, and the full name behind a surname or an acronym."""

from __future__ import annotations

from collections import Counter

from checker.articles.article import Zone
from checker.claims.canonical import canonical, light_words
from checker.claims.reading import BlockReading
from checker.language.parse import Parse

_TOPIC_ZONES = {Zone.TITLE, Zone.DESCRIPTION}


def topic_words(readings: list[BlockReading]) -> frozenset[str]:
    """The canonical words of the title (of the first heading where there is none): what every claim is implicitly about.

    A title of more than twelve words is a sentence, not a topic, and only its names count.
    """
    titles = [r for r in readings if r.block.zone == Zone.TITLE] or [
        r for r in readings[:1] if r.block.zone == Zone.HEADING
    ]
    found: set[str] = set()
    for reading in titles:
        tokens = reading.parse.tokens
        for token in tokens:
            if token.pos == "PROPN" or (token.pos == "NOUN" and len(tokens) <= 12):
                word = canonical(token)
                if word not in light_words():
                    found |= {word, token.lemma}
    return frozenset(found)


def names_of(parse: Parse) -> list[str]:
    """Every named person, organisation, place and event of a block, as written."""
    return [parse.text[parse.tokens[n.first].start : parse.tokens[n.last - 1].end] for n in parse.names]


def aliases(readings: list[BlockReading]) -> dict[str, str]:
    """Short forms of names, lower case, to the words of the full form: "trump" → "donald trump", "nato" → its expansion.

    A short form that two full names share stays unresolved.
    """
    full: Counter[str] = Counter()
    for reading in readings:
        for name in reading.parse.names:
            words = [t.lemma for t in reading.parse.tokens[name.first : name.last] if t.pos == "PROPN"]
            if len(words) > 1 and name.label in ("PERSON", "ORG", "GPE", "FAC", "EVENT", "LOC"):
                full[" ".join(words)] += 1
    owners: dict[str, set[str]] = {}
    for name in full:
        parts = name.split()
        acronym = "".join(part[0] for part in parts)
        for short in {parts[-1], acronym if len(acronym) > 1 else parts[-1]}:
            owners.setdefault(short, set()).add(name)
    return {short: next(iter(names)) for short, names in owners.items() if len(names) == 1}
