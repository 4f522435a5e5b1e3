"""What is said of all, and of some: "every plan includes support", "none of them objected", "two have no lift"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.claims.canonical import canonical, canonical_noun, light_words, words
from checker.claims.clause import Clause, clause_of, clause_tokens
from checker.claims.modality import Stance, stance_of
from checker.claims.reading import BlockReading
from checker.claims.scope import tense
from checker.language.morphology import verb_of
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

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
_LINKING = {"be", "remain", "stay"}


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


def find_statements(reading: BlockReading) -> Iterator[Statement]:
    """The statements of a block about all, none, some or one named member of a set, in order of position."""
    parse = reading.parse
    for token in parse.tokens:
        if token.dependency not in ("nsubj", "nsubjpass") or reading.quoted(token.start, token.end):
            continue
        clause = clause_of(parse, token.head)
        if clause is None or clause.verb.index != token.head or clause.verb.dependency == "relcl":
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
    concept, holds = _concept(parse, clause)
    if concept == "":
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
        concept,
        holds != none,
        _things(parse, clause),
        _where(parse, clause),
        tense(parse, clause.verb),
        stance_of(parse, clause.verb.index),
    )


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
    return frozenset(found - words("light_nouns") - {"all", "other"})


def _things(parse: Parse, clause: Clause) -> frozenset[str]:
    """The content words of what is said, without the subject, times and places."""
    found: set[str] = set()
    waiting = [child for child in parse.children(clause.verb.index) if child.dependency in (*_THINGS, "prep")]
    while waiting:
        token = waiting.pop()
        if token.pos == "ADP" and token.lemma in _WHEN_AND_WHERE:
            continue
        state = token.pos == "ADJ" and token.head == clause.verb.index and clause.verb.lemma in _LINKING
        if token.pos in ("NOUN", "PROPN", "ADJ") and not state:  # a state is what is said, not what it is said of
            found |= {canonical(token), token.lemma}
        waiting += [
            c for c in parse.children(token.index) if c.dependency in (*_THINGS, "prep", "compound", "amod", "conj")
        ]
    return frozenset(found - light_words())


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


def _concept(parse: Parse, clause: Clause) -> tuple[str, bool]:
    """What a clause says, as one word, and whether it affirms it; ("", True) where nothing can be denied."""
    verb = clause.verb
    children = list(parse.children(verb.index))
    holds = not any(c.dependency == "neg" or (c.dependency == "advmod" and c.lemma == "never") for c in children)
    holds ^= any(g.lemma == "no" for c in children if c.dependency == "dobj" for g in parse.children(c.index, "det"))
    lemma = verb.lemma
    if lemma == "vote":
        lemma = next((c.lemma for c in children if c.dependency == "prep" and c.lemma in ("for", "against")), "")
        lemma = "support" if lemma == "for" else lemma
    if lemma in _LINKING:
        state = next((c for c in children if c.dependency in ("acomp", "attr")), None)
        if state is None or state.pos != "ADJ":
            return "", True
        lemma = state.lemma
        if lemma.startswith("un") and len(lemma) > 5:
            return lemma[2:], not holds
    for concept, affirms in _opposites().get(lemma, ()):
        return concept, holds == affirms
    return (lemma, holds) if lemma and lemma not in light_words() else ("", True)


@cache
def _opposites() -> dict[str, list[tuple[str, bool]]]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for entry in lexicon("opposites")["opposite"]:
        for side in ("affirmed", "denied"):
            for word in entry[side]:
                found.setdefault(word, []).append((entry["affirmed"][0], side == "affirmed"))
    return found


def said_words(text: str) -> frozenset[str]:
    """The words of a label, canonical as far as that goes without a parse."""
    found = (word.strip(".,:;()").lower() for word in text.split())
    return frozenset(canonical_noun(verb_of(word) or word) for word in found if len(word) > 2)
