"""What a figure measures: the noun it counts, or the noun or verb that it is stated of."""

from __future__ import annotations

from checker.claims.canonical import canonical_verb, words
from checker.claims.clause import clause_of
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token
from checker.language.quantity import Quantity

_STATES_A_LEVEL = {
    "be", "number", "total", "stand", "reach", "hit", "equal", "average", "cost", "weigh", "measure", "come", "go",
    "amount", "run", "remain", "stay", "exceed", "top", "set", "put", "estimate", "value", "price", "fix", "range",
    "move", "return", "become", "represent", "account",
}  # fmt: skip
_COMPARES = {"compare", "against", "versus"}
GENERIC = {"number", "total", "amount", "level", "figure", "sum", "rate", "dozen", "hundred", "thousand", "million",
            "billion", "couple", "score", "pair", "series", "group", "handful", "proportion", "share", "percentage",
            "majority", "minority", "average", "mean", "median", "maximum", "minimum", "rest"}  # fmt: skip
NUMERIC = ("nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod", "punct")
NOMINAL = {"NOUN", "PROPN"}


def figure_token(reading: BlockReading, quantity: Quantity) -> int:
    """The token that heads the figure: its magnitude or unit word where it has one."""
    indices = reading.tokens_in(quantity.number_start, quantity.end)
    inside = set(indices)
    tokens = reading.parse.tokens
    for index in reversed(indices):
        if tokens[index].head not in inside or tokens[index].head == index:
            return index
    return indices[-1]


def counted(parse: Parse, figure: int) -> tuple[int, str]:
    """The noun that a bare number counts: its index (the figure's own where it is elided) and lemma."""
    token = parse.tokens[figure]
    if token.pos in NOMINAL and token.tag not in ("CD",) and not token.text[:1].isdigit():
        return figure, token.lemma
    current = token
    while current.dependency in NUMERIC and current.head != current.index:
        current = parse.tokens[current.head]
        if current.pos in NOMINAL and current.index > figure:
            return current.index, specific(parse, current).lemma
    for preposition in parse.children(figure, "prep"):
        if preposition.lemma == "of":
            for noun in parse.children(preposition.index, "pobj"):
                if noun.pos in NOMINAL:
                    return noun.index, noun.lemma
    return _stated_of(parse, token)


def measured(parse: Parse, figure: int, reading: BlockReading, quantity: Quantity) -> tuple[int, str]:
    """What a figure with a unit measures: index of the word that says so, and its lemma."""
    token = parse.tokens[figure]
    if token.dependency in NUMERIC and token.head != figure:
        head = parse.tokens[token.head]
        if head.pos in NOMINAL and head.start >= quantity.end:
            return head.index, head.lemma
    for index in reading.tokens_in(quantity.start, quantity.end):
        for preposition in parse.children(index, "prep"):
            if preposition.lemma == "of" and preposition.start >= quantity.end:
                for noun in parse.children(preposition.index, "pobj"):
                    return noun.index, noun.lemma if noun.pos in NOMINAL else ""
    return _stated_of(parse, token)


def specific(parse: Parse, noun: Token) -> Token:
    """The noun that a word of mere amount leads to: "number of admissions" → "admissions"."""
    while noun.lemma in GENERIC:
        for preposition in parse.children(noun.index, "prep"):
            below = next(parse.children(preposition.index, "pobj"), None) if preposition.lemma == "of" else None
            if below is not None and below.pos in NOMINAL:
                noun = below
                break
        else:
            return noun
    return noun


def _stated_of(parse: Parse, token: Token) -> tuple[int, str]:
    """The noun or verb that a free-standing figure belongs to: "a population of 3,200", "sales reached £3m"."""
    current = token
    while (
        current.dependency in ("conj", *NUMERIC)
        and current.head != current.index
        and (parse.tokens[current.head].pos in ("NUM", "SYM") or current.dependency == "conj")
    ):
        current = parse.tokens[current.head]
    above = parse.tokens[current.head]
    if current.dependency == "pobj":
        outer = parse.tokens[above.head]
        while outer.pos == "ADP" and outer.head != outer.index:
            outer = parse.tokens[outer.head]
        if above.lemma in _COMPARES or outer.lemma in _COMPARES:
            return token.index, ""
        if outer.pos in NOMINAL and specific(parse, outer).lemma not in GENERIC:
            return token.index, specific(parse, outer).lemma
        above = outer
    elif current.dependency == "appos" and above.pos in NOMINAL:
        return token.index, specific(parse, above).lemma
    clause = clause_of(parse, above.index)
    if clause is None:
        return token.index, ""
    if current.dependency in ("nsubj", "nsubjpass"):
        return token.index, ""
    level = canonical_verb(clause.verb.lemma) in _STATES_A_LEVEL or direction(clause.verb.lemma)
    noun = clause.object if clause.passive else clause.subject
    if level and noun is not None and noun.index != token.index:
        named = specific(parse, noun)
        return token.index, named.lemma if named.pos in NOMINAL and named.lemma not in GENERIC else ""
    return token.index, "" if level or clause.verb.lemma in words("light_verbs") else clause.verb.lemma


def direction(lemma: str) -> str:
    if lemma in words("increase"):
        return "increase"
    return "decrease" if lemma in words("decrease") else ""
