"""Superlatives by their grammar: "the biggest upset the county has ever seen", "a record stand".

The lexicon `superlatives` lists the fixed phrases. These are the open ones, where any noun may stand between the words.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.patterns import Hit, word_set
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token

LEXICON = "superlatives"
_SUPERLATIVE = ("JJS", "RBS")
_FIXED = {"least", "first", "last", "most"}  # "at least", "most people": no superlatives of their own
_UP = ("amod", "advmod", "compound", "nmod")


def find_superlatives(reading: BlockReading) -> Iterator[Hit]:
    """What is said to be the most of its kind in the world or ever, and what is called a record."""
    parse = reading.parse
    for token in parse.tokens:
        if token.tag in _SUPERLATIVE and token.lemma not in _FIXED:
            noun = _noun_above(parse, token)
            if (
                noun is not None
                and not _is_one_of_them(parse, noun)
                and (hit := _extreme(parse, token, noun)) is not None
            ):
                yield hit
        elif token.lemma == "record" and (noun := _called_record(parse, token)) is not None:
            yield Hit(token.index, noun.index + 1, noun.index, "record")


def _noun_above(parse: Parse, token: Token) -> Token | None:
    """The noun that a superlative qualifies: "winch" of "the best-selling deck winch"."""
    while token.dependency in _UP and token.head > token.index:
        token = parse.tokens[token.head]
        if token.pos in ("NOUN", "PROPN") and token.dependency not in _UP:
            return token
    return None


def _is_one_of_them(parse: Parse, noun: Token) -> bool:
    """ "Some of the brightest people", "among the busiest ports": praise, and no claim to a record."""
    above = parse.tokens[noun.head] if noun.dependency == "pobj" else None
    return above is not None and (above.lemma == "among" or parse.tokens[above.head].lemma in ("one", "some", "many"))


def _extreme(parse: Parse, superlative: Token, noun: Token) -> Hit | None:
    """The superlative with the words that say among what: "the biggest upset … ever", "… in the world"."""
    first = next((child.index for child in parse.children(noun.index, "det", "poss")), superlative.index)
    first = min(first, superlative.index)
    for relative in parse.children(noun.index, "relcl"):
        people = {child.lemma for child in parse.children(relative.index, "nsubj")}
        if relative.lemma in ("remember", "recall") and people & {"anyone", "anybody", "people", "locals", "many"}:
            return Hit(first, relative.index + 1, noun.index, "the most ever")
        for ever in parse.children(relative.index, "advmod"):
            if ever.lemma in word_set(LEXICON, "ever"):
                return Hit(first, max(relative.index, ever.index) + 1, noun.index, "the most ever")
    for owner in parse.children(noun.index, "poss"):
        if owner.text.lower() in word_set(LEXICON, "place"):
            return Hit(superlative.index, noun.index + 1, noun.index, "the largest in the world")
    for preposition in parse.children(noun.index, "prep"):
        place = next(parse.children(preposition.index, "pobj"), None)
        named = place is not None and place.text.lower() in word_set(LEXICON, "place")
        if place is not None and preposition.lemma in ("in", "on") and named:
            return Hit(first, place.index + 1, noun.index, "the largest in the world")
    return None


def _called_record(parse: Parse, record: Token) -> Token | None:
    """The noun of "a record stand"; none where records are what is kept, sold or counted ("a record label")."""
    if record.dependency not in ("amod", "compound", "nmod") or record.text != "record":
        return None
    noun = parse.tokens[record.head]
    named = noun.pos == "NOUN" and noun.dependency != "ROOT"  # "a record describes" may be read as a noun phrase
    follows = named and noun.index > record.index and noun.lemma not in word_set(LEXICON, "kept")
    before = parse.tokens[record.index - 1].pos if record.index else ""
    return noun if follows and before in ("DET", "ADJ", "ADP", "PRON") else None  # not "record follow-up questions"
