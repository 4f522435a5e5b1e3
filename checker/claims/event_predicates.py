"""Which event a verb tells: alone, with a light verb's other word, or by what it is done to.

"inaugurated" tells what "opened" does, "came to an end" what "ended" does; a bridge that is finished is complete, a
strike that finishes is over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import NamedTuple

from checker.claims.canonical import canonical_noun, canonical_verb
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_STATES = ("in", "on", "at", "out", "under")  # prepositions of a state: "in use", "out of work"
_COMPLEMENTS = ("acomp", "oprd", "ccomp", "xcomp", "advmod")
_TIMES = {"DATE", "TIME"}


class Expression(NamedTuple):
    """What a verb and another word tell together; `takes_object` where that word stands for the verb's object."""

    predicate: str
    complement: Token
    takes_object: bool


def event_predicate(verb: str) -> str:
    """The predicate that stands for all verbs of one event: "inaugurate" → "open", "kill" → "die"."""
    known = canonical_verb(verb)
    return _same().get(known, known)


def predicate_of(verb: str, nouns: Collection[str], acted_upon: bool) -> str:
    """The predicate of a verb that concerns the things `nouns`; `acted_upon` unless they are its subject in the active.

    "finish" + bridge → complete, "open" + trial → begin.
    """
    for number, kinds in _meanings().get(verb, ()):
        meaning = lexicon("events")["meaning"][number]
        if (acted_upon or meaning.get("intransitive")) and any({noun, canonical_noun(noun)} & kinds for noun in nouns):
            return str(meaning["means"])
    return event_predicate(verb)


def expression_of(parse: Parse, verb: Token) -> Expression | None:
    """What a light verb tells with another word.

    "came to an end" → end, "took place" → hold, "set up" → found, "declared it open" → open.
    """
    around = [(child, True) for child in parse.children(verb.index, "dobj", "nsubjpass")]  # "ground was broken"
    around += [(child, False) for child in parse.children(verb.index, "prt", *_COMPLEMENTS)]
    for complement in parse.children(verb.index, *_COMPLEMENTS):  # "declared the crossing open", whatever it is read as
        around += [(child, False) for child in parse.children(complement.index) if child.pos == "ADJ"]
    for preposition in parse.children(verb.index, "prep"):
        around += [(noun, False) for noun in parse.children(preposition.index, "pobj")]
    for word, is_object in around:
        if predicate := lexicon("events")["expressions"].get(f"{verb.lemma} {word.lemma}"):
            return Expression(predicate, word, is_object)
        if predicate := lexicon("events")["object_expressions"].get(f"{verb.lemma} {word.lemma}"):
            return Expression(predicate, word, False)
    return None


def state_of(parse: Parse, verb: Token) -> tuple[str, tuple[Token, ...]]:
    """The predicate of a copula and its complement, and what the complement concerns.

    "has been in use" → "be use"; "is exempt from the charge" → "be exempt", charge; "was over" → "end".
    """
    for child in parse.children(verb.index, "acomp", "attr", "prep", "advmod"):
        if ended := lexicon("events")["states"].get(f"be {child.lemma}"):
            return ended, ()
        complement = next(parse.children(child.index, "pobj"), child) if child.dependency == "prep" else child
        if complement.pos not in ("NOUN", "ADJ") or child.dependency == "advmod":
            continue
        if child.dependency != "prep" or child.lemma in _STATES:
            return f"be {complement.lemma}", _concerned(parse, complement) if complement.pos == "ADJ" else ()
    return "", ()


def _concerned(parse: Parse, complement: Token) -> tuple[Token, ...]:
    """The nouns behind an adjective's prepositions: "exempt from the charge", "present at the signing"."""
    prepositions = parse.children(complement.index, "prep")
    nouns = (noun for preposition in prepositions for noun in parse.children(preposition.index, "pobj"))
    return tuple(noun for noun in nouns if noun.entity not in _TIMES)


@cache
def _same() -> Mapping[str, str]:
    return {verb: line[0] for line in lexicon("events")["same"] for verb in line}


@cache
def _meanings() -> Mapping[str, tuple[tuple[int, frozenset[str]], ...]]:
    """By verb: the numbers of its entries [[meaning]] in `rules/lexicon/events.toml`, and the nouns they ask for."""
    found: dict[str, tuple[tuple[int, frozenset[str]], ...]] = {}
    for number, meaning in enumerate(lexicon("events")["meaning"]):
        nouns = frozenset(noun for name in meaning["of"] for noun in lexicon("events")["classes"][name])
        for verb in meaning["verbs"]:
            found[verb] = (*found.get(verb, ()), (number, nouns))
    return found
