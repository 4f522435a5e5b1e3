"""Works that are brought in as if the reader knew them: "according to a study", "the report" (lexicon `references`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.clause import clause_of
from checker.claims.patterns import Hit, word_set
from checker.claims.reading import BlockReading
from checker.claims.sources import follows_named_speaker, is_named
from checker.language.parse import Parse, Token

LEXICON = "references"
_INDEFINITE = {"a", "an", "one", "another", "some"}


def find_references(reading: BlockReading) -> Iterator[Hit]:
    """The works of a block that are cited and not identified, each with its verb or preposition."""
    parse = reading.parse
    for token in parse.tokens:
        if token.lemma not in word_set(LEXICON, "work") or token.pos != "NOUN" or token.tag != "NN":
            continue
        determiner = next((child for child in parse.children(token.index, "det", "nummod")), None)
        if determiner is None or determiner.lemma not in _INDEFINITE or is_named(parse, token.index):
            continue
        anchor = _anchor(parse, token)
        if anchor is not None and not _is_introduced(reading, token) and not _has_named_author(parse, token):
            first = min(determiner.index, anchor.index)
            yield Hit(first, max(token.index, anchor.index) + 1, token.index, f"a {token.lemma}")


def _anchor(parse: Parse, noun: Token) -> Token | None:
    """The word by which a work is made to testify: its verb, or "according" of "according to"."""
    above = parse.tokens[noun.head]
    if noun.dependency == "nsubj":
        return above if above.lemma in word_set(LEXICON, "showing") else None
    opening = ("in", "under") if noun.lemma in word_set(LEXICON, "norms") else ("in",)
    if noun.dependency == "pobj" and above.lemma in opening and parse.tokens[above.head].pos == "VERB":
        # "In a recent poll, most voters …", "Under one law, shops …": opens its sentence.
        first, _ = parse.sentences[parse.sentence_of(noun.index)]
        return above if above.index == first else None
    if noun.dependency == "pobj" and above.lemma == "to" and parse.tokens[above.head].lemma in ("according", "accord"):
        return parse.tokens[above.head]
    return None


def _has_named_author(parse: Parse, noun: Token) -> bool:
    """Whether the verb of the work's sentence has a name for its subject: "In a 2019 study, Hansen found …"."""
    clause = clause_of(parse, noun.index)
    subject = clause.subject if clause is not None else None
    return subject is not None and subject.pos == "PROPN" and noun.dependency == "pobj"


def _is_introduced(reading: BlockReading, noun: Token) -> bool:
    """Whether the next sentence says which work it was: it names a speaker, or the work again with a name."""
    sentence = reading.parse.sentence_of(noun.index)
    if follows_named_speaker(reading, sentence):
        return True
    following: Sequence[Token] = ()
    if sentence + 1 < len(reading.parse.sentences):
        first, last = reading.parse.sentences[sentence + 1]
        following = reading.parse.tokens[first:last]
    again = any(token.lemma in (noun.lemma, "publish", "conduct", "researcher", "author") for token in following)
    # "It was written by Ann Hale": an "it" further on in the sentence is something else.
    again = again or (bool(following) and following[0].lemma == "it")
    return again and any(token.pos == "PROPN" for token in following)
