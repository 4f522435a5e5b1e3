"""Words for kinds of things: "vehicle" for trams, "people" for spectators (rules/lexicon/kinds.toml)."""

from __future__ import annotations

from functools import cache

from checker.claims.canonical import canonical_noun
from checker.lexicon import lexicon


def kinds_of(noun: str) -> frozenset[str]:
    """The kinds that what a canonical noun names is of, each as canonical noun: "tram" → "vehicle"."""
    return _kinds().get(noun, frozenset())


def names_kind_of(general: str, special: str) -> bool:
    """Whether one canonical noun names a kind of which the other is: "vehicle" and "tram"."""
    return general in kinds_of(special)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    kinds = lexicon("kinds")["kinds"]
    for kind, members in (*kinds.items(), ("person", lexicon("entities")["people"])):
        for member in members:
            if canonical_noun(member) != canonical_noun(kind):
                found.setdefault(canonical_noun(member), set()).add(canonical_noun(kind))
    return {noun: frozenset(names) for noun, names in found.items()}
