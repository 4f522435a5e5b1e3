"""Feats that somebody is called the first to have done: "the first rider to win the race", "the first time that it cut
jobs".

A row names the doer (`subject`), the deed (`predicate`, `object`) and of which people it is the first (`measure`,
`group`, `near`); the entry is `first to do` or `first time`.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.canonical import canonical, canonical_noun, light_words, words
from checker.claims.clause import clause_of, negated
from checker.claims.event_arguments import Arguments, event_words, verbal_arguments
from checker.claims.event_predicates import expression_of, predicate_of
from checker.claims.reading import BlockReading, Mention
from checker.claims.scope import tense
from checker.claims.table import blank_row
from checker.language.parse import Parse, Token

_BELOW = ("acl", "relcl", "advcl", "xcomp")
_HIGHEST = 30  # tokens between "first" and the deed


def find_feat(reading: BlockReading, mark: Token, noun: Token, bounds: frozenset[str]) -> Mention | None:
    """The feat that a "first" and its noun tell of; None where they tell of none, or within bounds ("since 2015")."""
    parse = reading.parse
    clause = clause_of(parse, noun.index)
    deed = _deed(parse, noun)
    if deed is None or clause is None or reading.quoted(mark.start, noun.end):
        return None
    is_time = noun.lemma == "time"
    said = [parse.tokens[index] for index in parse.subtree(noun.index)]
    beside = parse.children(clause.verb.index, "prep", "mark", "advmod")
    if any(token.lemma in bounds - {"time", "another", "one", "person", "way", "place"} for token in (*said, *beside)):
        return None
    if any(parse.children(mark.index, "advmod", "npadvmod", "nummod")) or noun.tag in ("NNS", "NNPS"):
        return None
    arguments = verbal_arguments(parse, deed.index)
    expression = expression_of(parse, deed)
    things = {thing.lemma.lower() for thing in arguments.object}
    predicate = expression.predicate if expression else predicate_of(deed.lemma, things, bool(arguments.object))
    doer = arguments.subject if is_time else _holder(parse, noun)
    row = blank_row("phrase")
    row.update(
        lexicon="uniqueness",
        entry="first time" if is_time else "first to do",
        measure=canonical_noun(noun.lemma),
        group=" ".join(sorted(_adjectives(parse, noun, mark))),
        near=" ".join(sorted(_among(parse, noun))),
        predicate=predicate,
        terms=" ".join(sorted(_told(parse, deed))),
        polarity="negated" if negated(parse, noun.index, words("negation")) else "affirmed",
        tense=tense(parse, clause.verb),
    )
    acted_upon = arguments.object or _where(parse, deed)
    return Mention(reading, mark.start, deed.end, noun.index, row, None, Arguments(doer, acted_upon))


def _deed(parse: Parse, noun: Token) -> Token | None:
    """The verb of "the first woman to climb", "the first time that the firm has cut"; None where there is none."""
    clause = clause_of(parse, noun.index)
    below = list(parse.children(noun.index, *_BELOW))
    if clause is not None and noun.dependency == "attr":
        below += parse.children(clause.verb.index, "advcl", "xcomp")
    for verb in below:
        infinitive = any(child.tag == "TO" for child in parse.children(verb.index, "aux"))
        told = noun.lemma == "time" and verb.dependency == "relcl"
        if verb.pos == "VERB" and 0 < verb.index - noun.index <= _HIGHEST and (infinitive or told):
            return verb
    return None


def _told(parse: Parse, deed: Token) -> set[str]:
    """The content words of the deed besides its verb."""
    below = [parse.tokens[index] for index in parse.subtree(deed.index) if index > deed.index]
    content = (t for t in below if t.pos in ("NOUN", "PROPN", "ADJ", "VERB") and t.entity != "DATE")
    return {canonical(token) for token in content} - light_words()


def _where(parse: Parse, deed: Token) -> tuple[Token, ...]:
    """What a deed without an object concerns: "to score in a final"."""
    for preposition in parse.children(deed.index, "prep"):
        found = tuple(noun for noun in parse.children(preposition.index, "pobj") if noun.entity != "DATE")
        if found:
            return found
    return ()


def _holder(parse: Parse, noun: Token) -> tuple[Token, ...]:
    clause = clause_of(parse, noun.index)
    if noun.dependency == "attr" and clause is not None and clause.subject is not None:
        return (clause.subject,)
    above = parse.tokens[noun.head]
    if noun.dependency == "appos" and above.pos == "PROPN":
        return (above,)
    return tuple(child for child in parse.children(noun.index, "appos") if child.pos == "PROPN")


def _adjectives(parse: Parse, noun: Token, mark: Token) -> Iterator[str]:
    for child in parse.children(noun.index, "amod", "compound", "nmod"):
        if child.index != mark.index and child.lemma.lower() not in event_words("descriptive"):
            yield child.lemma.lower()


def _among(parse: Parse, noun: Token) -> Iterator[str]:
    """The nouns of the phrases that say among whom: "from Slovenia"."""
    for preposition in parse.children(noun.index, "prep"):
        for index in parse.subtree(preposition.index):
            if parse.tokens[index].pos in ("NOUN", "PROPN"):
                yield canonical_noun(parse.tokens[index].lemma.lower())
