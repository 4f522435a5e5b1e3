"""Clauses: the verb that governs a word, and that verb's arguments in their logical roles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_SUBJECTS = ("nsubj", "csubj")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_OBJECTS = ("dobj", "attr", "oprd", "dative", "acomp")
_RELATIVE_PRONOUNS = {"who", "which", "that", "whom"}
_CLAUSES = {"ROOT", "advcl", "ccomp", "relcl", "acl", "conj", "xcomp", "pcomp", "parataxis", "csubj", "csubjpass"}
# "By the end of the year", "cut by a tenth".
_NO_AGENTS = ("DATE", "TIME", "PERCENT", "ORDINAL", "CARDINAL", "MONEY", "QUANTITY")
_OTHER_CLAUSES = {"advcl", "ccomp", "relcl", "parataxis"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and its arguments; None where the clause does not name one. Passives are turned round."""

    verb: Token
    subject: Token | None
    object: Token | None
    passive: bool = False


def governor(parse: Parse, index: int) -> Token | None:
    """The nearest verb above a token, or the token itself where it is one; None in a clause without a verb."""
    token = parse.tokens[index]
    if _is_verb(token):
        return token
    for ancestor in parse.ancestors(index):
        if _is_verb(ancestor):
            return ancestor
    return None


def clause_of(parse: Parse, index: int) -> Clause | None:
    """The clause that a token stands in."""
    verb = governor(parse, index)
    return _clause(parse, (_told(parse, verb) or verb).index) if verb else None


def _told(parse: Parse, verb: Token) -> Token | None:
    """The verb that says what is so below one that says how that is known: "are known to have been killed"."""
    if verb.lemma not in lexicon("function_words")["raising"] or not any(parse.children(verb.index, "nsubjpass")):
        return None
    return next((below for below in parse.children(verb.index, "xcomp") if _is_verb(below)), None)


def _qualifies(parse: Parse, verb: Token) -> bool:
    """Whether a participle says what was done to its noun: "the wall built in 1902", "Ada Marsh (born 1956)"."""
    in_brackets = verb.dependency == "parataxis" and parse.tokens[verb.head].pos in ("NOUN", "PROPN")
    return verb.tag == "VBN" and (verb.dependency == "acl" or in_brackets)


@lru_cache(maxsize=4096)
def _clause(parse: Parse, index: int) -> Clause:
    verb = parse.tokens[index]
    subject = _first(parse, index, _SUBJECTS)
    logical_object = _first(parse, index, _OBJECTS)
    passive_subject = _first(parse, index, _PASSIVE_SUBJECTS)
    passive = passive_subject is not None or _qualifies(parse, verb)
    if passive:
        logical_object = passive_subject or parse.tokens[verb.head]
        subject = _agent(parse, index)
    elif subject is None:
        subject = _inherited_subject(parse, verb)
        if verb.dependency == "xcomp" and logical_object is None and any(parse.children(index, "auxpass")):
            subject, logical_object, passive = _agent(parse, index), subject, True
    return Clause(verb, _antecedent(parse, verb, subject), _antecedent(parse, verb, logical_object), passive)


def _is_verb(token: Token) -> bool:
    return token.pos == "VERB" or (token.pos == "AUX" and token.dependency in _CLAUSES)


def _first(parse: Parse, index: int, dependencies: tuple[str, ...]) -> Token | None:
    return next(parse.children(index, *dependencies), None)


def _agent(parse: Parse, index: int) -> Token | None:
    for by in parse.children(index, "agent"):
        named = next(parse.children(by.index, "pobj"), None)
        return None if named is not None and named.entity in _NO_AGENTS else named
    return None


def _inherited_subject(parse: Parse, verb: Token) -> Token | None:
    """The subject that a coordinated verb, an infinitive or a participle shares with the verb above it."""
    if verb.dependency in ("conj", "xcomp", "advcl") and verb.head != verb.index:
        above = parse.tokens[verb.head]
        if _is_verb(above):
            clause = _clause(parse, above.index)
            return clause.object if clause.passive else clause.subject
    if verb.dependency == "acl" and verb.head != verb.index:
        return parse.tokens[verb.head]
    return None


def _antecedent(parse: Parse, verb: Token, argument: Token | None) -> Token | None:
    """The noun that a relative pronoun stands for: of "graduates on taught programmes, who …" the graduates."""
    if argument is None or argument.lemma not in _RELATIVE_PRONOUNS or verb.dependency != "relcl":
        return argument
    noun = parse.tokens[verb.head]
    if argument.lemma in ("who", "whom") and noun.pos == "NOUN" and noun.lemma not in _people():
        above = parse.tokens[parse.tokens[noun.head].head]
        return above if noun.dependency == "pobj" and above.lemma in _people() else noun
    return noun


@cache
def _people() -> frozenset[str]:
    return frozenset(lexicon("entities")["people"])


def clause_tokens(parse: Parse, index: int) -> Iterator[Token]:
    """The tokens of a verb's own clause: its subtree without the clauses below or beside it."""
    waiting = [index]
    while waiting:
        current = waiting.pop()
        yield parse.tokens[current]
        for child in parse.children(current):
            beside = child.dependency in _OTHER_CLAUSES or (child.dependency == "conj" and _is_verb(child))
            if not beside:
                waiting.append(child.index)


def negated(parse: Parse, index: int, negations: frozenset[str]) -> bool:
    """Whether a word, its determiner, or the verb that governs it is negated."""
    verb = governor(parse, index)
    for head in {index, verb.index if verb else index}:
        for child in parse.children(head):
            denying = child.dependency in ("det", "preconj", "advmod") and child.lemma in negations
            if denying or child.dependency == "neg":
                return True
    if verb is not None:
        clause = _clause(parse, verb.index)
        for argument in (clause.subject, clause.object):
            if argument is not None and (
                argument.lemma in negations
                or any(child.lemma in negations for child in parse.children(argument.index, "det", "neg", "preconj"))
                or _not_even_one(parse, argument)
            ):
                return True
    return False


def _not_even_one(parse: Parse, noun: Token) -> bool:
    """ "Not one sailor"; but not "not one but two sailors"."""
    counts = (child for child in parse.children(noun.index, "nummod") if child.lemma == "one")
    return any(any(parse.children(one.index, "neg")) and not any(parse.children(one.index, "conj")) for one in counts)
