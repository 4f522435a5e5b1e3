"""Events: what happened, to what, when, and whether it happened at all.

A row stands for a verb ("opened in 1998") or a noun of action ("since its opening in 1996"). An article has a verb in
every line; only those are kept that something can contradict: an event with a time of its own, a denied one, and the
affirmed ones of the same predicate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.claims.canonical import canonical_verb, words
from checker.claims.clause import negated
from checker.claims.reading import BlockReading
from checker.language.morphology import verb_of
from checker.language.parse import Parse, Token
from checker.language.timex import Timex
from checker.lexicon import lexicon

_UNEVENTFUL = frozenset({"be", "have", "do", "say", "tell", "ask", "think", "know", "want", "need", "seem", "include"})
_TIME_PREPOSITIONS = {"in", "on", "since", "during", "by", "from", "before", "after", "until", "at"}


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a block: its token, canonical predicate, its own time where it names one, and its polarity."""

    reading: BlockReading
    token: int
    predicate: str
    timex: Timex | None
    denied: bool
    nominal: bool


def find_events(readings: Sequence[BlockReading]) -> list[Event]:
    """The events of an article that something can contradict, in order of position."""
    found = [event for reading in readings for event in _events(reading)]
    denied = {event.predicate for event in found if event.denied}
    verbal = {event.predicate for event in found if not event.nominal}
    return [
        event
        for event in found
        if (event.timex is not None or event.denied or event.predicate in denied)
        and (not event.nominal or event.predicate in verbal)
    ]


def _events(reading: BlockReading) -> Iterator[Event]:
    parse = reading.parse
    dates = [timex for timex in reading.timexes if timex.kind == "date" and timex.date_start is not None]
    for token in parse.tokens:
        if token.pos == "VERB" and token.lemma not in _UNEVENTFUL:
            yield Event(
                reading,
                token.index,
                _expression(parse, token) or canonical_verb(token.lemma),
                _clause_time(parse, token, dates),
                negated(parse, token.index, words("negation")),
                nominal=False,
            )
        elif token.lemma == "be" and token.pos in ("AUX", "VERB") and (state := _state(parse, token)):
            denied = negated(parse, token.index, words("negation"))
            yield Event(reading, token.index, state, _clause_time(parse, token, dates), denied, nominal=False)
        elif token.pos == "NOUN" and (verb := verb_of(token.lemma)):
            timex = _noun_time(parse, token, dates)
            denied = any(child.lemma in words("negation") for child in parse.children(token.index, "det"))
            if timex is not None or denied:
                yield Event(reading, token.index, canonical_verb(verb), timex, denied, nominal=True)


def _state(parse: Parse, verb: Token) -> str:
    """The predicate of a copula and its complement: "has been in use" → "be use", "is safe" → "be safe"."""
    for child in parse.children(verb.index, "acomp", "attr", "prep"):
        complement = next(parse.children(child.index, "pobj"), child) if child.dependency == "prep" else child
        if complement.pos in ("NOUN", "ADJ") and (
            child.dependency != "prep" or child.lemma in ("in", "on", "at", "out", "under")
        ):
            return f"be {complement.lemma}"
    return ""


def _expression(parse: Parse, verb: Token) -> str:
    """The predicate that a light verb makes with its noun: "came to an end" → "end", "took place" → "hold"."""
    expressions = lexicon("events")["expressions"]
    nouns = [child.lemma for child in parse.children(verb.index, "dobj")]
    for preposition in parse.children(verb.index, "prep"):
        nouns += [noun.lemma for noun in parse.children(preposition.index, "pobj")]
    return next((predicate for noun in nouns if (predicate := expressions.get(f"{verb.lemma} {noun}"))), "")


def _clause_time(parse: Parse, verb: Token, dates: Iterable[Timex]) -> Timex | None:
    """The one date that stands in the verb's own clause and not inside one of its arguments."""
    found = []
    for timex in dates:
        token = parse.tokens[parse.token_at(timex.end - 1)]
        head = token
        while (
            head.dependency in ("compound", "nummod", "nmod", "amod", "npadvmod", "appos") and head.head != head.index
        ):
            if head.dependency == "npadvmod":
                break
            head = parse.tokens[head.head]
        above = parse.tokens[head.head]
        hops = 0
        # "opened for the first time in May 2014": the date hangs from "time", which says when
        while (above.pos in ("ADP", "SCONJ") or above.lemma == "time") and above.head != above.index and hops < 4:
            above, hops = parse.tokens[above.head], hops + 1
        if above.index == verb.index:
            found.append(timex)
    return found[0] if len(found) == 1 else None


def _noun_time(parse: Parse, noun: Token, dates: Iterable[Timex]) -> Timex | None:
    """The date that qualifies a noun of action: "its opening in 2007", "the 2007 opening"."""
    for timex in dates:
        token = parse.tokens[parse.token_at(timex.end - 1)]
        if token.head == noun.index and token.dependency in ("nummod", "compound", "nmod", "amod", "npadvmod"):
            return timex
        preposition = parse.tokens[token.head]
        while (
            preposition.pos in ("NUM", "PROPN", "NOUN")
            and preposition.index != noun.index
            and preposition.head != preposition.index
        ):
            preposition = parse.tokens[preposition.head]
        if preposition.lemma in _TIME_PREPOSITIONS and preposition.head == noun.index:
            return timex
    return None


def happens_once(predicate: str) -> bool:
    """Whether a thing of this kind happens to one object once: it is founded, born, opened for the first time once."""
    return predicate in lexicon("events")["once"]
