"""What somebody or something has, and has not: "they had no children", "his two sons"; "has no airport", "its airport".

Only possessions that one sentence denies and another takes for granted are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from checker.articles.article import Zone
from checker.claims.canonical import canonical_noun, words
from checker.claims.clause import Clause, clause_of, negated
from checker.claims.reading import BlockReading
from checker.claims.scope import tense
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_HAVING = {"have", "own", "possess", "lack"}
_UNREAD = {Zone.METADATA, Zone.QUOTE}
_NARROWING = {"own", "together", "other", "more", "longer", "such", "further", "yet", "direct", "real"}


@dataclass(frozen=True, slots=True)
class Possession:
    """One possession: the noun of what is had, in whose clause or phrase it stands, and whether it is denied.

    `possessed` is the kind of relative ("child" for sons and daughters), or the canonical noun of a thing.
    """

    reading: BlockReading
    noun: Token
    owner: tuple[Token, ...]
    possessed: str
    denied: bool


def contested_possessions(readings: Sequence[BlockReading]) -> list[Possession]:
    """The possessions that the article denies, and those of the same kind that it takes for granted."""
    read = [reading for reading in readings if reading.block.zone not in _UNREAD]
    denied = [possession for reading in read for possession in _denied(reading)]
    kinds = {possession.possessed for possession in denied}
    granted = [one for reading in read for one in _granted(reading, kinds)] if kinds else []
    return [*denied, *granted] if granted else []


def _denied(reading: BlockReading) -> Iterator[Possession]:
    parse = reading.parse
    for verb in parse.tokens:
        if verb.pos not in ("VERB", "AUX") or not (verb.lemma in _HAVING or verb.lemma == "marry"):
            continue
        clause = clause_of(parse, verb.index)
        if clause is None or clause.verb is not verb or clause.subject is None:
            continue
        denied = verb.lemma == "lack" or negated(parse, verb.index, words("negation"))
        if not denied or any(child.lemma in _NARROWING for child in parse.children(verb.index)):
            continue
        yield from _of_clause(reading, clause)


def _of_clause(reading: BlockReading, clause: Clause) -> Iterator[Possession]:
    parse, owner = reading.parse, clause.subject
    assert owner is not None
    if clause.verb.lemma == "marry":
        if clause.object is None and any(c.lemma == "never" for c in parse.children(clause.verb.index)):
            yield Possession(reading, clause.verb, (owner,), "spouse", True)
        return
    thing = clause.object
    if thing is None or thing.pos != "NOUN" or any(parse.children(thing.index, "amod", "prep", "relcl", "acl")):
        return  # "no children of their own", "no direct trains"
    for noun in (thing, *parse.children(thing.index, "conj")):
        if kind := _kind(noun) or (tense(parse, clause.verb) == "present" and canonical_noun(noun.lemma)):
            yield Possession(reading, noun, (owner,), kind, True)


def _granted(reading: BlockReading, kinds: set[str]) -> Iterator[Possession]:
    """The owned things of the kinds: "his two sons", "the island's airport"; of a thing only where it is there now."""
    parse = reading.parse
    for noun in parse.tokens:
        if noun.pos != "NOUN" or (kind := _kind(noun) or canonical_noun(noun.lemma)) not in kinds:
            continue
        owners = tuple(parse.children(noun.index, "poss"))
        former = any(child.lemma in words("light_adjectives") for child in parse.children(noun.index, "amod"))
        if _kind(noun):
            if kind == "spouse" and _tells_wedding(parse, noun):
                continue  # the wedding itself is what "never married" denies
            if owners and not any(child.lemma in ("late", "future") for child in parse.children(noun.index, "amod")):
                yield Possession(reading, noun, owners, kind, False)
            continue
        owners = owners or tuple(c for c in parse.children(noun.index, "compound") if c.pos in ("NOUN", "PROPN"))
        if owners and not former and _is_there_now(parse, noun):
            yield Possession(reading, noun, owners, kind, False)


def _tells_wedding(parse: Parse, noun: Token) -> bool:
    first, last = parse.sentences[parse.sentence_of(noun.index)]
    return any(token.lemma in ("marry", "wed") for token in parse.tokens[first:last])


def _is_there_now(parse: Parse, noun: Token) -> bool:
    clause = clause_of(parse, noun.index)
    modal = clause is not None and any(child.tag == "MD" for child in parse.children(clause.verb.index, "aux"))
    return clause is not None and not modal and tense(parse, clause.verb) == "present"


def _kind(noun: Token) -> str:
    return _kin().get(noun.lemma, "")


@cache
def _kin() -> Mapping[str, str]:
    """The kind of relative that a noun names (`rules/lexicon/events.toml` [kin])."""
    return {noun: kind for kind, nouns in lexicon("events")["kin"].items() for noun in nouns}
