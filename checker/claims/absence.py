"""Absences: "no treaty", "nobody", "none of them". A count of nothing, which a count of something contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.claims.canonical import canonical_noun, canonical_verb, outcome
from checker.claims.clause import clause_of
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token

_NOBODY = {"nobody", "no-one", "no"}
# "no longer", "no doubt", "no wonder": no count is meant.
_IDIOMS = {"long", "doubt", "wonder", "matter", "way", "idea", "need", "reason", "point", "sense", "sign", "more",
           "use", "secret", "surprise", "mean", "time", "problem", "longer", "one", "choice", "chance", "case", "less",
           "fewer", "further", "other", "account", "limit", "stranger"}  # fmt: skip
_DEGREES = {"as", "so", "more", "less"}


@dataclass(frozen=True, slots=True)
class Absence:
    """One absence: the token that denies, the token that names what is absent (the same for "nobody"), its measure."""

    reading: BlockReading
    denial: int
    token: int
    measure: str


def find_absences(reading: BlockReading) -> Iterator[Absence]:
    """The absences of a block, in order of position; a restricted noun ("no formal treaty") too: its scope says so."""
    parse = reading.parse
    for token in parse.tokens:
        lemma = token.lemma
        if lemma == "no" and token.dependency == "det":
            noun = parse.tokens[token.head]
            # "no plans to start" denies the start, not the plans
            infinitive = any(parse.tokens[c.index].tag == "VB" for c in parse.children(noun.index, "acl", "relcl"))
            plain = noun.pos == "NOUN" and noun.lemma not in _IDIOMS and not infinitive
            if plain and not _has_figure(parse, noun) and not _is_compared(parse, noun):
                yield Absence(reading, token.index, noun.index, _measure(parse, noun))
        elif lemma == "nobody" or (lemma == "one" and token.index and parse.tokens[token.index - 1].lemma == "no"):
            yield Absence(reading, token.index, token.index, _outcome(parse, token, "person"))
        elif lemma == "none" and token.pos in ("NOUN", "PRON"):
            for preposition in parse.children(token.index, "prep"):
                for noun in parse.children(preposition.index, "pobj"):
                    if preposition.lemma == "of" and noun.pos == "NOUN":
                        outcome = _outcome(parse, token, canonical_noun(noun.lemma))
                        yield Absence(reading, token.index, noun.index, outcome)


def _is_compared(parse: Parse, noun: Token) -> bool:
    """Whether the noun is only denied to be so much: "no year has been as warm", "no bridge is longer"."""
    clause = clause_of(parse, noun.index)
    described = parse.children(clause.verb.index, "acomp", "attr") if clause else ()
    return any(
        word.tag in ("JJR", "RBR") or any(child.lemma in _DEGREES for child in parse.children(word.index, "advmod"))
        for word in described
    )


def _has_figure(parse: Parse, noun: Token) -> bool:
    return any(child.pos == "NUM" for child in parse.children(noun.index, "nummod"))


def _measure(parse: Parse, noun: Token) -> str:
    return _outcome(parse, noun, canonical_noun(noun.lemma))


def _outcome(parse: Parse, token: Token, measure: str) -> str:
    clause = clause_of(parse, token.index)
    return (outcome(canonical_verb(clause.verb.lemma), measure) if clause else "") or measure
