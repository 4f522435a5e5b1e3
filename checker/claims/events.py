"""Events: what happened, to what, when, and whether it happened at all.

A row stands for a verb ("opened in 1998"), a noun of action ("since its opening in 1996") or a year that dates what it
stands before ("the 2019 accord"). An article has a verb in every line; only those are kept that something can
contradict: an event with a time of its own, a denied one, and the affirmed ones of the same predicate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from checker.claims.canonical import canonical_verb, words
from checker.claims.clause import clause_of, negated
from checker.claims.event_arguments import Arguments, nominal_arguments, verbal_arguments
from checker.claims.event_times import owners
from checker.claims.reading import BlockReading
from checker.language.morphology import verb_of
from checker.language.parse import Parse, Token
from checker.language.timex import Timex
from checker.lexicon import lexicon

_UNEVENTFUL = frozenset({"be", "have", "do", "say", "tell", "ask", "think", "know", "want", "need", "seem", "include"})
_SPEAKERS = {"i", "I", "we", "you"}  # what they are is told of a moment: "we were not sure"
_STATES = ("in", "on", "at", "out", "under")  # prepositions of a state: "in use", "out of work"
_COMPLEMENTS = ("acomp", "oprd", "ccomp", "xcomp", "advmod")


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a block: its token, canonical predicate, its own time where it names one, and its polarity.

    `undone` where the article tells of what lets it happen again: a thing that reopens may close twice.
    """

    reading: BlockReading
    token: int
    predicate: str
    timex: Timex | None
    denied: bool
    nominal: bool
    arguments: Arguments = field(default_factory=Arguments)
    undone: bool = False


def find_events(readings: Sequence[BlockReading]) -> list[Event]:
    """The events of an article that something can contradict, in order of position."""
    found = [event for reading in readings for event in _events(reading)]
    denied = {event.predicate for event in found if event.denied}
    verbal = {event.predicate for event in found if not event.nominal}
    told = {event.predicate for event in found}
    undone = {predicate for predicate, by in lexicon("events")["undone_by"].items() if by in told}
    return [
        replace(event, undone=event.predicate in undone)
        for event in found
        if (event.timex is not None or event.denied or event.predicate in denied)
        and (not event.nominal or event.predicate in verbal or event.predicate in _dated())
    ]


def event_predicate(verb: str) -> str:
    """The predicate that stands for all verbs of one event: "inaugurate" → "open", "kill" → "die"."""
    known = canonical_verb(verb)
    return _same().get(known, known)


def happens_once(predicate: str, things: str) -> bool:
    """Whether an event of this kind befalls one thing, named by its canonical words, only once."""
    dated_by_year = predicate == "hold" and any(word in lexicon("events")["year_of"] for word in things.split())
    recurs = predicate in ("begin", "end", "open", "close") and any(
        word in lexicon("events")["words"]["recurring"] for word in things.split()
    )
    return dated_by_year or (predicate in lexicon("events")["once"] and not recurs)


def _events(reading: BlockReading) -> Iterator[Event]:
    parse = reading.parse
    dates = [timex for timex in reading.timexes if timex.kind == "date" and timex.date_start is not None]
    owned = owners(reading, dates)
    for token in parse.tokens:
        if token.pos == "VERB" and token.lemma.isalpha() and token.lemma not in _UNEVENTFUL:
            event = _verbal(reading, token, owned)
            if not (event.denied and _defines(parse, token)):
                yield event
        elif token.lemma == "be" and token.pos in ("AUX", "VERB") and (state := _state(parse, token)):
            denied = negated(parse, token.index, words("negation"))
            arguments = verbal_arguments(parse, token.index, object_is_verbal=True)
            if any(subject.lemma in _SPEAKERS for subject in arguments.subject):
                continue
            yield Event(reading, token.index, state, _one(owned.get(token.index)), denied, False, arguments)
        elif token.pos in ("NOUN", "PROPN"):
            yield from _nominal(reading, token, owned)


def _verbal(reading: BlockReading, verb: Token, owned: Mapping[int, list[Timex]]) -> Event:
    parse = reading.parse
    predicate, complement, takes_object = _expression(parse, verb)
    arguments = verbal_arguments(parse, verb.index, object_is_verbal=takes_object)
    times = owned.get(verb.index, [])
    if complement is not None and complement.pos == "ADJ":  # "declared the finished bridge open in 1972"
        between = parse.tokens[verb.index + 1 : complement.index + 1]
        times = [time for token in (verb, *between) for time in owned.get(token.index, ())]
        thing = parse.tokens[complement.index - 1]
        arguments = (
            arguments
            if arguments.object and arguments.object[0].index < complement.index
            else arguments._replace(object=(thing,))
        )
    denied = negated(parse, verb.index, words("negation"))
    above = parse.tokens[verb.head]
    if verb.dependency == "xcomp" and above.lemma in lexicon("events")["denials"]["verbs"]:
        denied = not negated(parse, above.index, words("negation"))
    return Event(reading, verb.index, predicate or event_predicate(verb.lemma), _one(times), denied, False, arguments)


def _defines(parse: Parse, verb: Token) -> bool:
    """Whether a clause only says which things are meant: "files that are not used", "for not sending it"."""
    if verb.dependency == "pcomp":
        return True
    relative = next((t for t in parse.children(verb.index) if t.tag in ("WDT", "WP")), None)
    return verb.dependency == "relcl" and (relative is None or parse.tokens[max(0, relative.index - 1)].text != ",")


def _nominal(reading: BlockReading, noun: Token, owned: Mapping[int, list[Timex]]) -> Iterator[Event]:
    """The event of a noun of action, or the one that a year before a noun dates."""
    parse = reading.parse
    time = _one(owned.get(noun.index))
    of_year = lexicon("events")["year_of"].get(noun.lemma.lower())
    if of_year and time is not None and time.precision == "year" and time.start < noun.start:
        clause = clause_of(parse, noun.index)
        told_of = (clause.subject,) if noun.dependency == "attr" and clause and clause.subject else ()
        if told_of or any(child.pos == "PROPN" for child in parse.children(noun.index, "compound")):
            yield Event(reading, noun.index, of_year, time, False, True, Arguments((), (noun, *told_of)))
    elif noun.pos == "NOUN" and (verb := verb_of(noun.lemma)):
        determiners = {child.lemma for child in parse.children(noun.index, "det")}
        denied = bool(determiners & words("negation"))
        if time is not None or denied or "the" in determiners or any(parse.children(noun.index, "poss")):
            arguments = nominal_arguments(parse, noun.index)
            if arguments.subject or arguments.object:
                yield Event(reading, noun.index, event_predicate(verb), time, denied, True, arguments)


def _state(parse: Parse, verb: Token) -> str:
    """The predicate of a copula and its complement: "has been in use" → "be use", "is safe" → "be safe"."""
    for child in parse.children(verb.index, "acomp", "attr", "prep"):
        complement = next(parse.children(child.index, "pobj"), child) if child.dependency == "prep" else child
        if complement.pos in ("NOUN", "ADJ") and (child.dependency != "prep" or child.lemma in _STATES):
            return f"be {complement.lemma}"
    return ""


def _expression(parse: Parse, verb: Token) -> tuple[str, Token | None, bool]:
    """The predicate that a light verb makes with another word, that word, and whether it stands for the verb's object.

    "came to an end" → end, "took place" → hold, "set up" → found, "declared it open" → open.
    """
    expressions = lexicon("events")["expressions"]
    around = [(child, True) for child in parse.children(verb.index, "dobj")]
    around += [(child, False) for child in parse.children(verb.index, "prt", *_COMPLEMENTS)]
    for complement in parse.children(verb.index, *_COMPLEMENTS):  # "declared the crossing open", whatever it is read as
        around += [(child, False) for child in parse.children(complement.index) if child.pos == "ADJ"]
    for preposition in parse.children(verb.index, "prep"):
        around += [(noun, False) for noun in parse.children(preposition.index, "pobj")]
    for word, is_object in around:
        if predicate := expressions.get(f"{verb.lemma} {word.lemma}"):
            return predicate, word, is_object
        if predicate := lexicon("events")["object_expressions"].get(f"{verb.lemma} {word.lemma}"):
            return predicate, word, False
    return "", None, False


def _one(times: Iterable[Timex] | None) -> Timex | None:
    found = list(times or ())
    return found[0] if len(found) == 1 else None


@cache
def _same() -> Mapping[str, str]:
    return {verb: line[0] for line in lexicon("events")["same"] for verb in line}


@cache
def _dated() -> frozenset[str]:
    """The predicates that a date can contradict by itself: what happens once, and the steps of scripts."""
    steps = {verb for script in lexicon("events")["script"] for step in script["steps"] for verb in step}
    return frozenset(steps) | frozenset(lexicon("events")["once"]) | frozenset(lexicon("events")["year_of"].values())
