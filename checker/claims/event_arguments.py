"""Whom and what an event concerns: the arguments of its verb or noun of action, down to the thing that is meant.

"The first stone of the pier was laid" befalls the pier, "none of those sanctions has been lifted" the sanctions, and
"work on the bridge began" the bridge.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.claims.canonical import canonical_noun, words
from checker.claims.clause import Clause, clause_of, negated
from checker.claims.scope import phrase
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_QUANTIFIERS = {"none", "neither", "all", "most", "each", "both", "any", "some", "one", "half", "many", "few", "either"}
ANYBODY = "anybody"  # whom "nobody died" speaks of
_NOBODY = {"nobody", "no-one"}
_NOMINAL = ("NOUN", "PROPN")
_DEEPEST = 3  # "the first part of the text of the treaty"
_INDEFINITE = {"a", "an", "another", "any", "some", "no", "every", "each"}
_PLURAL = ("NNS", "NNPS")
_GOING = {"go", "travel", "be", "fly", "sail"}  # "went to Japan", "has been to Japan"
_PLACES = {"GPE", "LOC"}
_TWO = {"couple", "pair"}  # two people, unless something follows: "a couple of weeks"


class Arguments(NamedTuple):
    """Tokens of those who act and of what is acted upon; coordinated ones together, none where the text names none."""

    subject: tuple[Token, ...] = ()
    object: tuple[Token, ...] = ()


@cache
def event_words(name: str) -> frozenset[str]:
    """A word list of `rules/lexicon/events.toml`."""
    return frozenset(lexicon("events")["words"][name])


def verbal_arguments(parse: Parse, verb: int, object_is_verbal: bool = False) -> Arguments:
    """Arguments of a verb. `object_is_verbal` where the object belongs to the verb's meaning: "broke ground"."""
    clause = clause_of(parse, verb)
    if clause is None or clause.verb.index != verb:
        return Arguments()
    acted_upon = None if object_is_verbal else clause.object or _prepositional_object(parse, clause.verb)
    return Arguments(_all_of(parse, clause.subject), _all_of(parse, acted_upon))


def concerned(parse: Parse, verb: Token, noun: Token) -> tuple[Token, ...]:
    """What befalls what a verb and its noun tell together: "broke ground on the library", "put an end to it"."""
    if verb.lemma not in event_words("concerning"):
        return ()
    heads = (verb.index, noun.index)
    named = next((thing for head in heads for thing in _objects(parse, head, "on", "to", "of", "for")), None)
    return _all_of(parse, named) if named is not None and named.entity not in ("DATE", "TIME") else ()


def visited_place(parse: Parse, verb: Token) -> Token | None:
    """Where somebody went: "has never been to Japan", "travelled to the Arctic"; None where no place is named."""
    if verb.lemma not in _GOING:
        return None
    return next((place for place in _objects(parse, verb.index, "to") if place.entity in _PLACES), None)


def nominal_arguments(parse: Parse, noun: int) -> Arguments:
    """Arguments of a noun of action: "Calder's purchase of Lumen", "its opening", "the bridge opening"."""
    of = next((thing for thing in _objects(parse, noun, "of")), None)
    by = next((agent for agent in _objects(parse, noun, "by")), None)
    owner = next((o for o in parse.children(noun, "poss", "compound") if o.pos in (*_NOMINAL, "PRON")), None)
    if owner is not None and owner.tag == "PRP$" and owner.lemma in ("its", "their", "it", "they"):
        owner = _other(clause_of(parse, noun), noun) or owner  # else whose it is, the sentences before tell
    if of is not None:
        return Arguments(_all_of(parse, by or owner), _all_of(parse, of))
    if by is not None:
        return Arguments(_all_of(parse, by), _all_of(parse, owner))
    return Arguments(_all_of(parse, owner))


def is_definite_thing(parse: Parse, tokens: tuple[Token, ...]) -> bool:
    """Whether the reader knows which thing is meant: "the bridge", "its bridge", "Skelby Bridge", "it"."""
    for token in tokens:
        if len(tokens) > 1 and token.lemma in lexicon("events")["year_of"]:
            continue  # "The Gate is a 1917 film" speaks of The Gate
        if described_name(parse, token) is not None:
            continue
        if is_indefinite(parse, token) and not any(parse.children(token.index, "poss")):
            return False
    return bool(tokens)


def is_indefinite(parse: Parse, noun: Token) -> bool:
    """Whether a noun stands for one that the reader has not met, or for any: "a bridge", "no bridge", "bridges"."""
    determiners = {child.lemma for child in parse.children(noun.index, "det", "neg")}
    return bool(determiners & _INDEFINITE) or (not determiners and noun.tag in _PLURAL and noun.pos == "NOUN")


def argument_words(parse: Parse, tokens: tuple[Token, ...]) -> str:
    """The canonical words of arguments, as the columns `subject` and `object` have them."""
    return " ".join(sorted({word for token in tokens for word in thing_words(parse, token).split()}))


def thing_words(parse: Parse, token: Token) -> str:
    """The canonical words of one argument; a noun that was read as a verb ("the crossing") is one all the same."""
    if token.lemma in _NOBODY:
        return ANYBODY
    if token.tag == "VBG":
        return canonical_noun(token.text.lower())
    if token.pos == "NOUN" and token.lemma in lexicon("events")["year_of"]:
        return canonical_noun(token.lemma)
    named = described_name(parse, token)
    apposed = [
        word for name in (*_apposed(parse, token), *((named,) if named else ())) for word in phrase(parse, name).split()
    ]
    two = (token.lemma,) if token.lemma in _TWO and not any(_objects(parse, token.index, "of")) else ()
    return " ".join(sorted({*phrase(parse, token).split(), *apposed, *two, *_number(parse, token)}))


def described_name(parse: Parse, noun: Token) -> Token | None:
    """The name of which a noun says what it is: "Skelby is a village founded in 1850", "Skelby, a village founded …".

    None where it says so of nothing that has a name, or says what that is not.
    """
    if noun.pos != "NOUN":
        return None
    above = parse.tokens[noun.head]
    if noun.dependency == "attr" and above.lemma == "be" and not negated(parse, above.index, words("negation")):
        above = next(parse.children(above.index, "nsubj"), above)
    elif noun.dependency != "appos":
        return None
    return above if above.pos == "PROPN" else None


def _apposed(parse: Parse, noun: Token) -> Iterator[Token]:
    """The name right behind a noun that says what it is the name of: "the novelist Clara Hume"."""
    for name in parse.children(noun.index, "appos"):
        between = parse.tokens[noun.index + 1 : name.index]
        if noun.pos == "NOUN" and name.pos == "PROPN" and all(token.pos == "PROPN" for token in between):
            yield name


def _number(parse: Parse, token: Token) -> tuple[str, ...]:
    """The number that belongs to a name: "SR 319", "Version 4.4"."""
    following = parse.tokens[token.index + 1 : token.index + 2]
    named = token.text[:1].isupper() and following and following[0].text[:1].isdigit()
    return (following[0].text.lower(),) if named and following[0].entity != "DATE" else ()


def _prepositional_object(parse: Parse, verb: Token) -> Token | None:
    """The object of a verb that takes one by a preposition: "applied for a licence"."""
    preposition = lexicon("events")["prepositions"].get(verb.lemma)
    return next(_objects(parse, verb.index, preposition), None) if preposition else None


def _other(clause: Clause | None, noun: int) -> Token | None:
    """What "its" points to in the clause of its noun: the subject, or the object where that alone is one thing."""
    if clause is None or clause.subject is None or clause.subject.index == noun:
        return None
    if clause.subject.tag in _PLURAL and clause.object is not None and clause.object.tag not in _PLURAL:
        return clause.object if clause.object.index != noun else None
    return clause.subject


def _all_of(parse: Parse, token: Token | None) -> tuple[Token, ...]:
    if token is None:
        return ()
    whole = whole_of(parse, token)
    return (whole, *_conjuncts(parse, whole))


def _conjuncts(parse: Parse, token: Token) -> Iterator[Token]:
    for child in parse.children(token.index, "conj"):
        if child.pos in _NOMINAL:
            yield child
            yield from _conjuncts(parse, child)


def whole_of(parse: Parse, token: Token) -> Token:
    """The thing of which a word names a part, a stage or a number."""
    for _ in range(_DEEPEST):
        if token.lemma not in _QUANTIFIERS and token.lemma not in event_words("parts") and token.pos != "NUM":
            return token
        below = next((o for o in _objects(parse, token.index, "of", "on", "to") if o.pos in (*_NOMINAL, "PRON")), None)
        if below is None:
            return token
        token = below
    return token


def _objects(parse: Parse, head: int, *prepositions: str) -> Iterator[Token]:
    """What hangs from a word by one of the prepositions, also behind a time: "the lifting in May of the ban"."""
    for preposition in parse.children(head, "prep", "agent", "dative"):
        below = list(parse.children(preposition.index, "pobj"))
        if preposition.lemma in prepositions:
            yield from below
        for time in below:
            if time.entity == "DATE":
                yield from _objects(parse, time.index, *prepositions)
