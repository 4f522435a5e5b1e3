"""Events: what happened, to what, when, and whether it happened at all.

A row stands for a verb ("opened in 1998"), a noun of action ("since its opening in 1996") or a year that dates what it
stands before ("the 2019 accord"). An article has a verb in every line; only those are kept that something can
contradict: an event with a time of its own, a denied one, and the affirmed ones of the same predicate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from checker.claims.canonical import words
from checker.claims.clause import clause_of, negated
from checker.claims.event_arguments import Arguments, concerned, nominal_arguments, verbal_arguments, visited_place
from checker.claims.event_phases import is_phase_verb, opens_or_closes, phase_of, phase_verb
from checker.claims.event_predicates import event_predicate, expression_of, predicate_of, state_of
from checker.claims.event_times import is_told_as_past, owners
from checker.claims.possessions import Possession, contested_possessions
from checker.claims.reading import BlockReading
from checker.language.morphology import verb_of
from checker.language.parse import Parse, Token
from checker.language.timex import Timex
from checker.lexicon import lexicon

_UNEVENTFUL = frozenset({"be", "have", "do", "say", "tell", "ask", "think", "know", "want", "need", "seem", "include"})
_SPEAKERS = {"i", "I", "we", "you"}  # what they are is told of a moment: "we were not sure"
_UP_TO = ("until", "till")
_POINTS = ("", "in", "on", "at")  # prepositions of a date at which something happens


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a block: its token, canonical predicate, its own time where it names one, and its polarity.

    `since` is the time of what happened just before, for an event that has no time of its own: "He retired in 1989 and
    opened a school". `undone` where the article tells of what lets it happen again: a thing that reopens may close
    twice. `possessed` stands for the object of a possession: "spouse" for "he never married".
    """

    reading: BlockReading
    token: int
    predicate: str
    timex: Timex | None
    denied: bool
    nominal: bool
    arguments: Arguments = field(default_factory=Arguments)
    undone: bool = False
    since: Timex | None = None
    possessed: str = ""


def find_events(readings: Sequence[BlockReading]) -> list[Event]:
    """The events of an article that something can contradict, in order of position."""
    found = [event for reading in readings for event in _events(reading)]
    denied = {event.predicate for event in found if event.denied}
    verbal = {event.predicate for event in found if not event.nominal}
    told = {event.predicate for event in found}
    decided = _told_both_ways(found)
    undone = {predicate for predicate, by in lexicon("events")["undone_by"].items() if by in told}
    return [
        replace(event, undone=event.predicate in undone)
        for event in found
        if (event.timex is not None or event.denied or event.predicate in denied | decided or _may_matter(event))
        and (not event.nominal or event.predicate in verbal or event.predicate in _dated())
    ] + [_possession(possession) for possession in contested_possessions(readings)]


def _told_both_ways(events: Sequence[Event]) -> set[str]:
    """The predicates of outcomes of which the article tells both, "approve" and "reject", and never in one sentence.

    Who tells both in one sentence ("convicted of one charge and cleared of three") knows of both.
    """
    sentences: dict[tuple[int, int], set[str]] = {}
    for event in events:
        sentence = event.reading.parse.sentence_of(event.token)
        sentences.setdefault((id(event.reading), sentence), set()).add(event.predicate)
    found: set[str] = set()
    for sides in lexicon("events")["outcomes"]:
        told = [[names.intersection(side) for side in sides] for names in sentences.values()]
        if not any(all(both) for both in told):
            one, other = ({name for both in told for name in both[number]} for number in (0, 1))
            found |= one | other if one and other else set()
    return found


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
            if is_phase_verb(parse, token):
                continue
            event = _verbal(reading, token, owned)
            if not (event.denied and _defines(parse, token)):
                yield event
        elif token.lemma == "be" and token.pos in ("AUX", "VERB"):
            yield from _copular(reading, token, owned)
        elif token.pos in ("NOUN", "PROPN"):
            yield from _nominal(reading, token, owned)


def _copular(reading: BlockReading, verb: Token, owned: Mapping[int, list[Timex]]) -> Iterator[Event]:
    """The event or state that a form of "be" tells: "was over", "is exempt from the charge", "has been to Japan"."""
    parse = reading.parse
    arguments = verbal_arguments(parse, verb.index, object_is_verbal=True)
    if any(subject.lemma in _SPEAKERS for subject in arguments.subject):
        return
    state, concerned = state_of(parse, verb)
    time = _one(owned.get(verb.index))
    if time is not None and time.relation == "since":  # "has been open since 1991"
        state = lexicon("events")["since_states"].get(state, state)
    if place := visited_place(parse, verb):
        state, concerned = "visit", (place,)
    if state:
        denied = negated(parse, verb.index, words("negation"))
        arguments = arguments._replace(object=concerned)
        yield Event(reading, verb.index, state, time, denied, False, arguments)


def _verbal(reading: BlockReading, verb: Token, owned: Mapping[int, list[Timex]]) -> Event:
    parse = reading.parse
    expression = expression_of(parse, verb)
    arguments = verbal_arguments(parse, verb.index, expression is not None and expression.takes_object)
    times = owned.get(verb.index, [])
    if expression is not None:
        predicate = expression.predicate
        if expression.takes_object:
            arguments = arguments._replace(object=arguments.object or concerned(parse, verb, expression.complement))
        if expression.complement.pos == "ADJ":  # "declared the finished bridge open in 1972"
            between = parse.tokens[verb.index + 1 : expression.complement.index + 1]
            times = [time for token in (verb, *between) for time in owned.get(token.index, ())]
            if told_of := tuple(parse.children(expression.complement.index, "nsubj")):  # "found him guilty"
                arguments = arguments._replace(object=told_of)
            elif not arguments.object or arguments.object[0].index >= expression.complement.index:
                arguments = arguments._replace(object=(parse.tokens[expression.complement.index - 1],))
    elif place := visited_place(parse, verb):
        predicate, arguments = "visit", arguments._replace(object=(place,))
    else:
        things = arguments.object or arguments.subject
        predicate = predicate_of(verb.lemma, {thing.lemma.lower() for thing in things}, bool(arguments.object))
    denied = negated(parse, verb.index, words("negation"))
    if expression is not None:  # "found her not guilty"
        denied = denied or any(parse.children(expression.complement.index, "neg"))
    above = parse.tokens[verb.head]
    if doors := opens_or_closes(parse, verb):
        predicate, arguments = doors, Arguments(arguments.subject)
    elif phase := phase_of(parse, verb):  # "began to drive", "the last of the piles was driven"
        predicate = f"{phase} {predicate}"
    if phase_verb(parse, verb) is not None:
        times = times or owned.get(above.index, [])
        denied = denied or negated(parse, above.index, words("negation"))
    if _is_yet_to_come(parse, verb):
        denied = True
    if verb.dependency == "xcomp" and above.lemma in lexicon("events")["denials"]["verbs"]:
        denied = not negated(parse, above.index, words("negation"))
    if denied and times and all(time.relation in _UP_TO for time in times) and _is_past(parse, verb):
        denied, times = False, [replace(time, relation="in") for time in times]  # "did not open until 1990"
    since = None if denied or owned.get(verb.index) else _time_before(verb, above, owned)
    return Event(reading, verb.index, predicate, _one(times), denied, False, arguments, since=since)


def _is_yet_to_come(parse: Parse, verb: Token) -> bool:
    """Whether something is still to be done: "has yet to publish the report", "is yet to open"; not "had yet to"."""
    above = parse.tokens[verb.head]
    held = verb.dependency == "xcomp" and above.lemma in ("have", "be") and above.tag in ("VBZ", "VBP")
    return held and any(child.lemma == "yet" for child in parse.children(above.index, "advmod"))


def _is_past(parse: Parse, verb: Token) -> bool:
    """Whether a denied verb tells of the past, so that what it denies came about when the time named was reached."""
    return any(
        child.tag == "VBD" and child.lemma in ("do", "be") for child in parse.children(verb.index, "aux", "auxpass")
    )


def _time_before(verb: Token, above: Token, owned: Mapping[int, list[Timex]]) -> Timex | None:
    """The time of the deed that a coordinated one follows: "retired in 1989 and opened a school"."""
    time = _one(owned.get(above.index)) if verb.dependency == "conj" and above.pos == "VERB" else None
    told = {verb.tag, above.tag} <= {"VBD", "VBN"} and time is not None
    return time if told and time is not None and time.start < verb.start and time.relation in _POINTS else None


def _possession(possession: Possession) -> Event:
    arguments = Arguments(possession.owner, (possession.noun,))
    return Event(
        possession.reading,
        possession.noun.index,
        "have",
        None,
        possession.denied,
        not possession.denied,
        arguments,
        possessed=possession.possessed,
    )


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


def _one(times: Iterable[Timex] | None) -> Timex | None:
    found = list(times or ())
    return found[0] if len(found) == 1 else None


def _may_matter(event: Event) -> bool:
    """Whether an event without a time of its own is a step behind another, or done before what is told."""
    step = event.since is not None and event.predicate in _dated()
    return step or (not event.nominal and is_told_as_past(event.reading.parse, event.token))


@cache
def _dated() -> frozenset[str]:
    """The predicates that a date can contradict by itself: what happens once, and the steps of scripts."""
    steps = {verb for script in lexicon("events")["script"] for step in script["steps"] for verb in step}
    return frozenset(steps) | frozenset(lexicon("events")["once"]) | frozenset(lexicon("events")["year_of"].values())
