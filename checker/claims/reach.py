"""How far a date reaches: the grammar between a date and a claim of the same sentence.

A date reaches all of its own clause, no clause beside or above it, and the clauses below it only where it stands in
front of them ("In 2025 the council spent £3m and hired 40 people").
"""

from __future__ import annotations

import re

from checker.claims.canonical import words
from checker.claims.clause import governor
from checker.claims.reading import BlockReading, Mention
from checker.claims.scope import tense
from checker.language.parse import Parse, Token
from checker.language.timex import Timex

_OTHER_SUBJECT = {"csubj", "csubjpass"}  # clauses that a date in front of the main clause does not reach
_BRACKET = re.compile(r"[()\[\]]")


def reaches(mention: Mention, date: Timex) -> bool:
    """Whether date and claim stand in one clause: no verb between the date and the word that both hang from."""
    reading = mention.reading
    parse = reading.parse
    chain = _chain(parse, mention.token)
    head = _head_of(reading, date)
    for token in (head, *parse.ancestors(head.index)):
        if token.index in chain:
            between = [parse.tokens[below] for below in chain[: chain.index(token.index)]]
            return not any(_heads_clause(parse, below) and not _is_raised(parse, below) for below in between)
        if _heads_clause(parse, token):
            return False
    return False


def reaches_down(mention: Mention, date: Timex) -> bool:
    """Whether a date stands in front of a clause that the claim's clause hangs from or is coordinated with."""
    reading = mention.reading
    parse = reading.parse
    chain = _chain(parse, mention.token)
    verb = _attachment(reading, date)
    if verb is None or verb.index not in chain or verb.lemma in words("reporting"):
        return False
    own = governor(parse, mention.token)
    if own is None or date.start > verb.start or mention.start < date.start:
        return False
    if any(parse.tokens[index].dependency in _OTHER_SUBJECT for index in chain[: chain.index(verb.index)]):
        return False
    tenses = {tense(parse, own), tense(parse, verb)} - {""}
    return len(tenses) < 2


def opens_list(mention: Mention, date: Timex) -> bool:
    """ "In 2025 we asked 420 people: 210 said yes and 147 no": a date at the head of what a colon announces."""
    reading = mention.reading
    parse = reading.parse
    first, _ = parse.sentence_span(parse.sentence_of(mention.token))
    own, verb = governor(parse, mention.token), _attachment(reading, date)
    if own is None or verb is None or date.relation_start != first:
        return False
    return ":" in reading.block.text[date.end : mention.start] and tense(parse, own) == tense(parse, verb) == "past"


def is_told_by_when(mention: Mention, date: Timex) -> bool:
    """ "Six voted against it when it came up in December", "a decline on 2024, when the mean stood at 9.6"."""
    reading = mention.reading
    parse = reading.parse
    own = governor(parse, mention.token)
    verb = governor(parse, _head_of(reading, date).index)
    if own is None or verb is None:
        return False
    head = _head_of(reading, date).index
    if own.dependency == "relcl" and own.head in (head, *reading.tokens_in(date.start, date.end)):
        return _has_when(parse, own)
    below = verb.dependency == "advcl" and verb.head == own.index and _has_when(parse, verb)
    return below and tense(parse, verb) == tense(parse, own) == "past"


def qualified_token(reading: BlockReading, date: Timex, own: set[int]) -> Token | None:
    """The token of a phrase that a date hangs from, directly or by one participle or relative clause."""
    parse = reading.parse
    verbs = 0
    for ancestor in parse.ancestors(_head_of(reading, date).index):
        if ancestor.index in own:
            return ancestor
        verbs += _heads_clause(parse, ancestor)
        if verbs > 1 or (verbs and ancestor.dependency not in ("acl", "relcl") and _heads_clause(parse, ancestor)):
            return None
    return None


def is_in_other_brackets(mention: Mention, date: Timex) -> bool:
    """Whether a date stands in brackets that the claim is not in: "(born 1956)", "Smith (2019)"."""
    text = mention.reading.block.text
    start, end = sorted((mention.start, date.start))
    depth = 0
    for mark in _BRACKET.finditer(text, start, end):
        depth += 1 if mark[0] in "([" else -1
    return depth != 0 and text[: date.start].count("(") > text[: date.start].count(")")


def _head_of(reading: BlockReading, date: Timex) -> Token:
    """The token of a date that the rest hangs from."""
    inside = reading.tokens_in(date.start, date.end)
    tokens = reading.parse.tokens
    return next((tokens[i] for i in inside if tokens[i].head not in inside or tokens[i].head == i), tokens[inside[-1]])


def _attachment(reading: BlockReading, date: Timex) -> Token | None:
    """The verb that a date hangs from by nothing but prepositions."""
    parse = reading.parse
    for ancestor in parse.ancestors(_head_of(reading, date).index):
        if _heads_clause(parse, ancestor):
            return ancestor
        if ancestor.pos not in ("ADP", "SCONJ"):
            return None
    return None


def _heads_clause(parse: Parse, token: Token) -> bool:
    verb = governor(parse, token.index)
    return verb is token and token.dependency != "prep"  # "according to", "following", "compared with"


def _is_raised(parse: Parse, verb: Token) -> bool:
    """ "The 2026 race is expected to have eight stages": an infinitive whose subject stands in the clause above."""
    above = parse.tokens[verb.head]
    return verb.dependency == "xcomp" and above.tag == "VBN" and any(parse.children(above.index, "auxpass"))


def _has_when(parse: Parse, verb: Token) -> bool:
    return any(child.lemma == "when" for child in parse.children(verb.index, "advmod", "mark"))


def _chain(parse: Parse, index: int) -> list[int]:
    return [index, *(ancestor.index for ancestor in parse.ancestors(index))]
