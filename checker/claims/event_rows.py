"""From an event to its row: its words in the article, its arguments, and what sets it bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checker.claims.clause import clause_of, clause_tokens
from checker.claims.event_arguments import argument_words, event_words, is_definite_thing
from checker.claims.event_phases import phase_verb
from checker.claims.event_times import is_told_as_past, recurring_times
from checker.claims.events import Event, happens_once
from checker.claims.reading import Mention
from checker.claims.table import blank_row
from checker.claims.time import time_columns
from checker.language.parse import Parse, Token

_LONGEST = 9  # words of the article by which an event without a date is shown
_BOUNDING = {"by", "until", "before"}  # "had not been signed by May"
_YEAR = re.compile(r"[12]\d{3}")
_AUXILIARIES = ("aux", "auxpass", "neg", "prt")
_RESTRICTIVE = ("amod", "compound", "nummod")


def event_mention(event: Event, scope: Mapping[str, Any]) -> Mention:
    """The mention of an event. `scope` holds what the words around it say (checker.claims.extract.scope_columns)."""
    parse = event.reading.parse
    things = _things(event)
    words = event.possessed or argument_words(parse, things)
    row = blank_row("event")
    row.update(scope)
    row.update(
        predicate=event.predicate,
        subject=argument_words(parse, event.arguments.subject),
        object=event.possessed or argument_words(parse, event.arguments.object),
        group=" ".join(sorted(_group(parse, things) | _office(parse, event))),
        role="",
        polarity="negated" if event.denied else "affirmed",
        once=(happens_once(event.predicate, words) or _is_first(parse, event)) and not event.undone,
        definite=is_definite_thing(parse, things),
        contrast=scope["contrast"] or _again(parse, event) or any(_is_own(parse, thing) for thing in things),
        limits=" ".join(sorted(_limits(parse, event))),
    )
    if event.nominal:
        row["tense"] = ""
    token = parse.tokens[event.token]
    start, end = token.start, token.end
    if event.timex is not None and not event.possessed:  # "her husband, who was gassed in 1917"
        row.update(time_columns(event.timex, "own"))
        start, end = min(start, event.timex.start), max(end, event.timex.end)
    else:
        if event.since is not None:
            row.update(time_columns(replace(event.since, date_end=None), "sequence"))
        start, end = _shown(parse, event)
    arguments = (event.arguments.subject, ()) if event.possessed else event.arguments
    return Mention(event.reading, start, end, event.token, row, None, arguments)


def is_presupposed(mention: Mention) -> bool:
    """Whether a noun of action names what has happened, whatever the clause around it says: "the pattern set by the
    purchase of Lumen in 2022 will be followed"."""
    token = mention.reading.parse.tokens[mention.token]
    return bool(
        token.pos == "NOUN" and token.dependency == "pobj" and mention.row["definite"] and mention.row["date_start"]
    )


def _things(event: Event) -> tuple[Token, ...]:
    """What the event befalls: its object, or its subject where it has none or is the one to whom it happens."""
    subject, acted_upon = event.arguments
    return (subject or acted_upon) if event.predicate in event_words("of_subject") else (acted_upon or subject)


def _group(parse: Parse, things: tuple[Token, ...]) -> set[str]:
    """The adjectives that say which of several things is meant."""
    adjectives = (child for thing in things for child in parse.children(thing.index, "amod"))
    return {
        child.lemma.lower()
        for child in adjectives
        if child.tag not in ("VBN", "VBG") and child.lemma.lower() not in event_words("descriptive")
    } | {year for thing in things for year in _years(parse, thing)}


def _office(parse: Parse, event: Event) -> set[str]:
    """The words of the office that somebody gets or gives up: "elected governor", "his election to the Senate"."""
    if event.predicate not in event_words("to_office"):
        return set()
    named = list(parse.children(event.token, "oprd", "attr"))
    for preposition in parse.children(event.token, "prep"):
        if preposition.lemma in ("as", "to", "from"):
            named += parse.children(preposition.index, "pobj")
    for office in tuple(named):  # "minister of health"
        below = (p for p in parse.children(office.index, "prep") if p.lemma == "of")
        named += [noun for preposition in below for noun in parse.children(preposition.index, "pobj")]
    return {word for word in argument_words(parse, tuple(named)).split() if word.isalpha()}


def _years(parse: Parse, thing: Token) -> Iterator[str]:
    """Years that tell one thing from another of its kind: "its accounts for 2019"."""
    for preposition in parse.children(thing.index, "prep"):
        for year in parse.children(preposition.index, "pobj"):
            if preposition.lemma in ("for", "of") and _YEAR.fullmatch(year.text):
                yield year.text


def _is_first(parse: Parse, event: Event) -> bool:
    """Whether something is done to a thing for the first time: "was first lit", "lit for the first time"."""
    if event.nominal or not event.arguments.object:
        return False
    times = (noun for p in parse.children(event.token, "prep") for noun in parse.children(p.index, "pobj"))
    beside = (
        *parse.children(event.token, "advmod"),
        *(child for noun in times for child in parse.children(noun.index)),
    )
    return any(child.lemma == "first" and (child.dependency == "advmod" or _of_time(parse, child)) for child in beside)


def _of_time(parse: Parse, ordinal: Token) -> bool:
    return parse.tokens[ordinal.head].lemma == "time"


def _again(parse: Parse, event: Event) -> bool:
    """Whether it happened a further time: "opened again", "its second opening"."""
    near = parse.children(event.token, "advmod", "amod", "det", "npadvmod")
    beside = [child for thing in _things(event) for child in parse.children(thing.index, "det", "amod")]
    return any(child.lemma in event_words("again") for child in (*near, *beside))


def _is_own(parse: Parse, thing: Token) -> bool:
    """Whether a thing is told from those of others: "Owen Garrick's own company"."""
    owned = any(owner.pos == "PROPN" for owner in parse.children(thing.index, "poss"))
    return owned and any(child.lemma == "own" for child in parse.children(thing.index, "amod"))


def is_unreal(mention: Mention) -> bool:
    """Whether an event's verb form leaves open whether it happens: "to share", "can move", "Do not share".

    What is denied by the verb above ("failed to sign") is said not to have happened.
    """
    parse = mention.reading.parse
    verb = parse.tokens[mention.token]
    if verb.dependency == "xcomp" and mention.row["polarity"] == "negated":
        return False
    verb = phase_verb(parse, verb) or verb
    auxiliaries = list(parse.children(verb.index, "aux", "auxpass"))
    if any(child.tag in ("MD", "TO") for child in auxiliaries):
        return True
    if verb.tag == "VBG" and verb.dependency != "advcl" and not auxiliaries:
        return True
    clause = clause_of(parse, verb.index)
    is_command = (
        verb.tag == "VB" and clause is not None and clause.subject is None and verb.dependency in ("ROOT", "conj")
    )
    return is_command and not any(child.tag == "VBD" for child in auxiliaries)


def _limits(parse: Parse, event: Event) -> set[str]:
    """The words of the clause that bound what is said in time or manner, and its lengths of time."""
    if event.nominal:
        return set()
    clause = list(clause_tokens(parse, event.token))
    found = {token.lemma for token in clause if token.lemma in event_words("limits")} - {"because"}
    found |= {child.lemma for child in parse.children(event.token, "mark") if child.lemma in event_words("limits")}
    for clause_below in parse.children(event.token, "advcl"):
        found |= {child.lemma for child in parse.children(clause_below.index, "mark", "advmod")} & event_words("limits")
    found |= {child.lemma for child in parse.children(event.token, "advmod") if child.lemma == "since"}
    if is_told_as_past(parse, event.token):
        found.add("had")
    if event.denied and _never_at_all(parse, event.token):
        found.add("ever")
    if event.denied and any(parse.children(event.token, "agent")):
        found.add("agent")  # "was not closed by the flood": it may have been by others
    indices = {token.index for token in clause}
    for timex in event.reading.times_in(parse.sentence_of(event.token)):
        if parse.token_at(timex.start) in indices:
            found |= {"duration"} if timex.kind == "duration" else ({timex.relation} & _BOUNDING)
    # "Is not open on Mondays" leaves the other days.
    return found | recurring_times(event.reading, parse.sentence_of(event.token), clause)


def _never_at_all(parse: Parse, verb: int) -> bool:
    """ "Never visited", "has never visited"; "had never visited" holds up to the time that the story has reached."""
    never = any(child.lemma == "never" for child in parse.children(verb))
    return never and not any(child.tag == "VBD" for child in parse.children(verb, "aux"))


def _shown(parse: Parse, event: Event) -> tuple[int, int]:
    """The words that show an event without a date: from its subject or denial to its object, where they stand close."""
    token = parse.tokens[event.token]
    core = [
        token,
        *(parse.children(token.index, *_AUXILIARIES) if not event.nominal else parse.children(token.index, "det")),
    ]
    clause = clause_of(parse, token.index) if not event.nominal else None
    said = [argument for argument in (clause.subject, clause.object) if argument is not None] if clause else []
    for argument in (*said, *event.arguments.subject, *event.arguments.object):
        core += [argument, *parse.children(argument.index, "det", "poss", *_RESTRICTIVE)]
    sentence = parse.sentence_of(token.index)
    near = [t for t in core if abs(t.index - token.index) <= _LONGEST and parse.sentence_of(t.index) == sentence]
    start = token.start if event.since is not None else min(t.start for t in near)
    return start, max(t.end for t in near)
