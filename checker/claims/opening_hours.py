"""At what time of day something opens, closes, starts or ends: "the museum is open from 10am to 5pm".

A row is a phrase with the minutes since midnight as its `value`; `entry` says what happens then, `subject` to what, and
`near` on which days and on what occasions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.articles.article import Zone
from checker.claims.canonical import canonical_noun, words
from checker.claims.clause import Clause, clause_of, negated
from checker.claims.event_arguments import Arguments
from checker.claims.modality import stance_of
from checker.claims.reading import BlockReading, Mention
from checker.claims.scope import tense
from checker.claims.table import blank_row
from checker.language.clocks import Clock, find_clocks
from checker.language.parse import Parse, Token

LEXICON = "clock"
_UNREAD = {Zone.METADATA, Zone.TABLE, Zone.QUOTE}
_HAPPENS = {
    "open": "open", "reopen": "open", "close": "close", "shut": "close", "start": "start", "begin": "start",
    "end": "end", "finish": "end", "conclude": "end",
}  # fmt: skip
_RUNS = {"run", "last", "hold", "go"}  # "it runs from 7pm to 9pm"
_FROM = re.compile(r"\bfrom$|\bbetween$|\bopen(?: daily| every day)?$", re.IGNORECASE)
_TO = re.compile(r"^(?:to|and|until|till|-|–|—)$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)$", re.IGNORECASE)
_AT = re.compile(r"\bat$", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:about|around|nearly|before|after|shortly|past|just|by)\b[\w\s]{0,12}$", re.IGNORECASE)
_NOMINAL = ("NOUN", "PROPN")


def find_opening_hours(readings: Sequence[BlockReading]) -> Iterator[Mention]:
    """Every opening, closing, start and end of an article at a time of day, as mentions of kind `phrase`."""
    for reading in readings:
        if reading.block.zone not in _UNREAD:
            clocks = find_clocks(reading.block.text)
            for before, clock in zip([None, *clocks], clocks, strict=False):
                if (mention := _mention(reading, clocks, before, clock)) is not None:
                    yield mention


def _mention(reading: BlockReading, clocks: Sequence[Clock], before: Clock | None, clock: Clock) -> Mention | None:
    parse, text = reading.parse, reading.block.text
    if reading.quoted(clock.start, clock.end) or _NEARLY.search(text, max(0, clock.start - 24), clock.start):
        return None
    token = parse.token_at(clock.start)
    clause = clause_of(parse, token)
    if clause is None or clause.verb.index > token:
        return None
    happens = _happens(parse, text, clause, before, clock)
    thing = clause.object if clause.passive else clause.subject
    if not happens or thing is None or any(parse.children(thing.index, "conj")):
        return None
    stance = stance_of(parse, clause.verb.index)
    row = blank_row("phrase")
    row.update(
        lexicon=LEXICON,
        entry=happens,
        measure="time",
        value=float(clock.minutes),
        near=" ".join(sorted(_occasions(parse, clocks, clause, thing))),
        modality="planned" if stance.modality == "planned" else stance.modality,
        attribution=stance.attribution,
        polarity="negated" if negated(parse, clause.verb.index, words("negation")) else "affirmed",
        tense=tense(parse, clause.verb),
    )
    return Mention(reading, clock.start, clock.end, token, row, None, Arguments((thing,), ()))


def _happens(parse: Parse, text: str, clause: Clause, before: Clock | None, clock: Clock) -> str:
    """What happens at a time of day: open, close, start or end; "" where the clause does not say."""
    lead = text[max(0, clock.start - 24) : clock.start].rstrip()
    second = before is not None and _TO.match(text[before.end : clock.start].strip()) is not None
    verb = clause.verb
    is_open = verb.lemma in ("be", "stay", "remain") and any(
        child.lemma == "open" for child in parse.children(verb.index, "acomp", "attr", "oprd")
    )
    runs = verb.lemma in _RUNS
    if is_open or verb.lemma == "open":
        if second or _UNTIL.search(lead):
            return "close"
        if _FROM.search(lead) or (verb.lemma == "open" and _AT.search(lead)):
            return "open"
        return ""
    if runs:
        return "end" if second or _UNTIL.search(lead) else "start" if _FROM.search(lead) else ""
    return _HAPPENS.get(verb.lemma, "") if _AT.search(lead) and not second else ""


def _occasions(parse: Parse, clocks: Sequence[Clock], clause: Clause, thing: Token) -> set[str]:
    """The days and occasions for which a clause tells a time, and the adjectives that tell its thing from others."""
    first, last = parse.sentences[parse.sentence_of(clause.verb.index)]
    found = {child.lemma.lower() for child in parse.children(thing.index, "amod", "compound")}
    at_clocks = {parse.token_at(clock.start) for clock in clocks}
    for token in parse.tokens[first:last]:
        below = token.dependency in ("pobj", "npadvmod") and token.pos in _NOMINAL and token.index not in at_clocks
        if below and not (token.index < clause.verb.index and token.head > clause.verb.index):
            found.add(canonical_noun(token.lemma.lower()).removesuffix("s"))
        if token.dependency == "advmod" and token.lemma.lower() in ("daily", "nightly", "normally", "usually", "only"):
            found.add(token.lemma.lower())
    return found - {"am", "pm", "a.m.", "p.m."}
