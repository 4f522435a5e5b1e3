"""What is said of all, and of some: "every plan includes support", "none of them objected", "two have no lift"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.claims.canonical import canonical, canonical_noun, light_words, words
from checker.claims.clause import Clause, clause_of, clause_tokens
from checker.claims.concepts import LINKING, attempted, concept_of
from checker.claims.modality import Stance, stance_of
from checker.claims.reading import BlockReading
from checker.claims.scope import tense
from checker.language.morphology import verb_of
from checker.language.parse import Parse, Token

EVERYBODY = "person"  # the domain of "everyone" and "nobody"
_ALL, _NONE = {"all", "every", "each", "both"}, {"no", "none", "neither"}
_ALL_PEOPLE, _NO_PEOPLE = {"everyone", "everybody"}, {"nobody", "no-one"}
_SOME = {"some", "several", "few", "many", "most", "half", "one", "other", "another", "neither"}
_HEDGES = {"almost", "nearly", "virtually", "practically", "not", "n't", "except", "but", "apart", "bar", "besides",
           "excluding", "save", "hardly", "barely"}  # fmt: skip
_POSSESSIVES = {"its", "his", "her", "their", "our", "my", "your"}
_THINGS = ("dobj", "attr", "acomp", "pobj", "oprd", "agent")
_WHERE = {"in", "on", "at", "near", "for"}
_WHEN_AND_WHERE = {*_WHERE, "since", "during", "after", "before", "until", "from", "between"}
_NOMINAL = {"NOUN", "PROPN"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause about all or some of a set. `concept` and `holds` come from rules/lexicon/opposites.toml.

    `domain` is the canonical noun of the set ("" where it is elided), `limits` what restricts it; `things` are the
    canonical words of what is said. `universal` tells all (or none) from some. Offsets are the block's, half-open.
    """

    reading: BlockReading
    start: int
    end: int
    universal: bool
    domain: str
    limits: frozenset[str]
    name: str
    concept: str
    holds: bool
    things: frozenset[str]
    where: frozenset[str]
    tense: str
    stance: Stance
    figures: frozenset[str] = frozenset()
    presupposed: bool = False


def find_statements(reading: BlockReading) -> Iterator[Statement]:
    """The statements of a block about all, none, some or one named member of a set, in order of position."""
    parse = reading.parse
    for token in parse.tokens:
        if token.dependency not in ("nsubj", "nsubjpass") or reading.quoted(token.start, token.end):
            continue
        clause = clause_of(parse, token.head)
        if clause is None or clause.verb.index != token.head:
            continue
        if clause.verb.dependency == "relcl":
            if statement := _described(reading, clause, token):
                yield statement
            continue
        if statement := _statement(reading, clause, token):
            yield statement


def _statement(reading: BlockReading, clause: Clause, subject: Token) -> Statement | None:
    parse = reading.parse
    quantifier, noun = _quantifier(parse, subject)
    if quantifier is None and subject.pos != "PROPN":
        return None
    word = quantifier.lemma if quantifier is not None else ""
    none = word in _NONE | _NO_PEOPLE or (word == "one" and _after_no(parse, quantifier))
    universal = none or word in _ALL | _ALL_PEOPLE
    if universal and _is_hedged(parse, clause.verb):
        return None
    said = _what_is_said(reading, clause)
    if said is None:
        return None
    pointed = word == "neither" and noun is None  # "A and B: neither has a lift"
    domain = EVERYBODY if word in _ALL_PEOPLE | _NO_PEOPLE or (none and word == "one") else ""
    named = subject if quantifier is None else None
    domain = canonical_noun(noun.lemma) if noun is not None else domain
    last = max((t.end for t in clause_tokens(parse, clause.verb.index) if t.dependency in ("dobj", "attr", "acomp")),
               default=clause.verb.end)  # fmt: skip
    start = parse.tokens[min(parse.subtree(subject.index))].start
    return Statement(
        reading,
        start,
        max(last, clause.verb.end, subject.end),
        universal and not pointed,
        domain,
        _limits(parse, noun),
        " ".join(parse.tokens[index].text for index in sorted(_name(parse, named))) if named is not None else "",
        said.concept,
        said.holds != none,
        said.things,
        said.where,
        said.tense,
        said.stance,
        said.figures,
    )


def _described(reading: BlockReading, clause: Clause, relative: Token) -> Statement | None:
    """What a relative clause says of a number of a set: "the two traders who would not sign the petition"."""
    parse = reading.parse
    noun = parse.tokens[clause.verb.head]
    before = [parse.tokens[index] for index in parse.subtree(noun.index) if index < noun.index]
    counted = any(token.pos == "NUM" and token.dependency == "nummod" for token in before)
    if relative.lemma not in _RELATIVE or noun.pos != "NOUN" or not counted:
        return None
    said = _what_is_said(reading, clause)
    if said is None:
        return None
    start = min(token.start for token in before)
    beside = {canonical(child) for child in parse.children(noun.index, "amod", "compound", "nmod")}
    end = max(parse.tokens[index].end for index in parse.subtree(clause.verb.index))
    return Statement(
        reading, start, end, False, canonical_noun(noun.lemma), frozenset(beside), "", said.concept, said.holds,
        said.things, said.where, said.tense, said.stance, said.figures, presupposed=True,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Said:
    """What a clause says, whoever it is said of."""

    concept: str
    holds: bool
    things: frozenset[str]
    where: frozenset[str]
    tense: str
    stance: Stance
    figures: frozenset[str]


def _what_is_said(reading: BlockReading, clause: Clause) -> _Said | None:
    parse = reading.parse
    concept, holds = concept_of(parse, clause)
    if not concept:
        return None
    modal = next((child.lemma for child in parse.children(clause.verb.index, "aux") if child.tag == "MD"), "")
    stance = stance_of(parse, clause.verb.index)
    refused = modal == "would" and not holds and clause.verb.dependency == "relcl"
    able = modal == "could" and any(parse.children(clause.verb.index, "prep", "advcl"))
    able = able and not _is_conditional(parse, clause.verb)
    if stance.modality == "hypothetical" and (refused or able):
        stance = replace(stance, modality="asserted")  # "who would not sign", "by June everybody could swim"
    tried = attempted(parse, clause)
    return _Said(
        concept,
        holds,
        _things(parse, tried),
        _where(parse, tried),
        "past" if modal in ("would", "could") else tense(parse, clause.verb),
        stance,
        _figures(parse, tried),
    )


def _is_conditional(parse: Parse, verb: Token) -> bool:
    first, last = parse.sentences[parse.sentence_of(verb.index)]
    return any(token.lemma in _CONDITIONAL for token in parse.tokens[first:last])


_RELATIVE = {"who", "which", "that"}
_CONDITIONAL = {"if", "unless", "whether", "with", "without", "?"}


def _quantifier(parse: Parse, subject: Token) -> tuple[Token | None, Token | None]:
    """The word that says how many of a set, and the noun that names the set, each None where there is none."""
    known = _ALL | _NONE | _ALL_PEOPLE | _NO_PEOPLE | _SOME
    if subject.lemma in known or subject.pos == "NUM":
        for preposition in parse.children(subject.index, "prep"):
            if preposition.lemma == "of":
                noun = next((n for n in parse.children(preposition.index, "pobj") if n.pos in _NOMINAL), None)
                return subject, noun
        return subject, None
    if subject.pos != "NOUN":
        return None, None
    for child in parse.children(subject.index, "det", "predet", "amod", "nummod", "preconj", "advmod"):
        if child.lemma in known - _ALL_PEOPLE - _NO_PEOPLE or child.dependency == "nummod":
            return (
                (child, subject) if not (child.dependency == "nummod" and _has(parse, subject, "the")) else (None, None)
            )
    return None, None


def _has(parse: Parse, noun: Token, word: str) -> bool:
    return any(child.lemma == word for child in parse.children(noun.index, "det"))


def _after_no(parse: Parse, token: Token | None) -> bool:
    return token is not None and token.index > 0 and parse.tokens[token.index - 1].lemma == "no"


def _is_hedged(parse: Parse, verb: Token) -> bool:
    first, last = parse.sentences[parse.sentence_of(verb.index)]
    return any(token.lemma in _HEDGES for token in parse.tokens[first:last])


def _name(parse: Parse, subject: Token) -> set[int]:
    return {subject.index, *(child.index for child in parse.children(subject.index, "compound", "amod", "nmod"))}


def _limits(parse: Parse, noun: Token | None) -> frozenset[str]:
    """What restricts a set: "all new stations", "every child under five", "all stations on the Red line"."""
    if noun is None:
        return frozenset()
    found = {canonical(child) for child in parse.children(noun.index, "amod", "compound", "nmod")}
    for child in parse.children(noun.index, "prep", "relcl", "acl", "appos"):
        found |= {canonical(parse.tokens[i]) for i in parse.subtree(child.index) if parse.tokens[i].pos in _NOMINAL}
    who = {f"who {clause.lemma}" for clause in parse.children(noun.index, "relcl")}  # no word of another clause is that
    return frozenset(found - words("light_nouns") - {"all", "other"} | who)


def _things(parse: Parse, clause: Clause) -> frozenset[str]:
    """The content words of what is said, without the subject, times and places."""
    found: set[str] = set()
    waiting = [child for child in parse.children(clause.verb.index) if child.dependency in (*_THINGS, "prep")]
    waiting += _extents(parse, clause)
    while waiting:
        token = waiting.pop()
        if token.pos == "ADP" and token.lemma in _WHEN_AND_WHERE:
            continue
        state = token.pos == "ADJ" and token.head == clause.verb.index and clause.verb.lemma in LINKING
        if token.pos in ("NOUN", "PROPN", "ADJ") and not state:  # a state is what is said, not what it is said of
            found |= {canonical(token), token.lemma}
        waiting += [
            c for c in parse.children(token.index) if c.dependency in (*_THINGS, "prep", "compound", "amod", "conj")
        ]
    return frozenset(found - light_words())


def _extents(parse: Parse, clause: Clause) -> list[Token]:
    """How far or how much: "swim 25 metres"."""
    return [t for t in parse.children(clause.verb.index, "npadvmod") if any(parse.children(t.index, "nummod"))]


def _figures(parse: Parse, clause: Clause) -> frozenset[str]:
    """The numbers of what is said: "the 25 metres"."""
    objects = [*parse.children(clause.verb.index, "dobj", "attr"), *_extents(parse, clause)]
    return frozenset(n.text.lower() for thing in objects for n in parse.children(thing.index, "nummod"))


def _where(parse: Parse, clause: Clause) -> frozenset[str]:
    """What a clause is restricted to: "in maths", "at the station"; of "after it" the preposition."""
    found: set[str] = set()
    for preposition in clause_tokens(parse, clause.verb.index):
        if preposition.dependency != "prep" or preposition.lemma not in _WHEN_AND_WHERE:
            continue
        for noun in parse.children(preposition.index, "pobj"):
            if noun.pos in _NOMINAL and preposition.lemma in _WHERE:
                found.add(canonical(noun))
            elif noun.pos == "PRON":
                found.add(preposition.lemma)
    return frozenset(found)


def said_words(text: str) -> frozenset[str]:
    """The words of a label, canonical as far as that goes without a parse."""
    found = (word.strip(".,:;()").lower() for word in text.split())
    return frozenset(canonical_noun(verb_of(word) or word) for word in found if len(word) > 2)
