"""Who says so: whether a noun phrase or a sentence names, links or footnotes its source."""

from __future__ import annotations

import re

from checker.claims.canonical import words
from checker.claims.clause import clause_of
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token

_SPEAKERS = {"PERSON", "ORG", "GPE", "NORP", "FAC"}
# "[3]", "(Smith 2020)", "(Smith et al., 2020)": references in running text.
_REFERENCE = re.compile(
    r"\[\d{1,3}\]|\([A-Z][\w’'-]{1,30}(?: (?:et al\.?|and|&)(?: [A-Z][\w’'-]{1,30})?)?,? (?:19|20)\d\d[a-z]?\)"
)


def is_cited(reading: BlockReading, sentence: int) -> bool:
    """Whether a sentence of the block links or footnotes a source, or says by name who said it."""
    first, last = reading.parse.sentences[sentence]
    tokens = reading.parse.tokens[first:last]
    return is_linked(reading, sentence) or any(_names_speaker(reading.parse, token) for token in tokens)


def is_linked(reading: BlockReading, sentence: int) -> bool:
    """Whether a sentence of the block links or footnotes a source, where the reader can look up what it leaves out."""
    start, end = reading.parse.sentence_span(sentence)
    if any(begin < end and start < finish for begin, finish in reading.block.links):
        return True
    return _REFERENCE.search(reading.block.text, start, end) is not None


def is_named(parse: Parse, noun: int) -> bool:
    """Whether a noun phrase names whom it means: a name among its modifiers, or a possessive or a definite article.

    "Analysts at Dunn Partners" and "the health board's review" do; "many industry analysts" does not. The definite
    article points back at someone the text has met before.
    """
    for child in parse.children(noun, "det", "poss", "predet"):
        if child.lemma in ("the", "this", "that", "these", "those", "both") or child.dependency == "poss":
            return True
    return any(parse.tokens[index].pos == "PROPN" for index in parse.subtree(noun) if index != noun)


def follows_named_speaker(reading: BlockReading, sentence: int) -> bool:
    """Whether the next sentence of the block says by name who said it."""
    following = sentence + 1
    if following >= len(reading.parse.sentences):
        return False
    first, last = reading.parse.sentences[following]
    return any(_names_speaker(reading.parse, token) for token in reading.parse.tokens[first:last])


def _names_speaker(parse: Parse, token: Token) -> bool:
    """Whether a token is a verb of saying with a named subject, or "according to" a name."""
    if token.pos == "VERB" and token.lemma in words("reporting"):
        clause = clause_of(parse, token.index)
        return clause is not None and clause.subject is not None and _has_name(parse, clause.subject)
    if token.lemma in ("according", "accord"):
        return any(_has_name(parse, parse.tokens[index]) for index in parse.subtree(token.index) if index > token.index)
    return False


def _has_name(parse: Parse, noun: Token) -> bool:
    if noun.pos == "PROPN":
        return True
    if noun.pos != "NOUN":
        return False
    return any(child.pos == "PROPN" or _has_name_below(parse, child) for child in parse.children(noun.index))


def _has_name_below(parse: Parse, child: Token) -> bool:
    return child.dependency in ("prep", "appos", "poss") and any(
        parse.tokens[index].pos == "PROPN" for index in parse.subtree(child.index)
    )
