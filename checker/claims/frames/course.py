"""Duration frames of a thing whose beginning and end two sentences date, and whose length a third gives.

"The trial opened on 6 May … It ended on 23 May … the seven-week trial"; "the strike lasted a year". Slots: `start`,
`end` and `length`, as where the dates stand together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.canonical import canonical
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, span, timex
from checker.claims.reading import Mention
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_BEGINNINGS, _ENDS = ("begin", "open", "release"), ("end", "close")
_COURSES = ("run", "last", "continue", "take place", "be held")
_BROKEN = ("suspend", "pause", "halt", "interrupt", "resume", "postpone", "adjourn", "reopen")
_BEFORE_NOUN = 3  # words from a length to the noun that it measures: "the seven-week criminal trial"
_KNOWN = ("the", "this", "that", "its", "their", "his", "her", "our")
_SUBJECTS = ("nsubj", "nsubjpass")


def find(page: Page) -> Iterator[Frame]:
    """Every length of a thing whose one beginning and one end the article dates."""
    measured = [
        (mention, noun)
        for passage in page.passages()
        for mention in passage.times
        for noun in _measured(passage, mention)
    ]
    if not measured or any(event.row["predicate"] in _BROKEN for event in page.events):
        return
    for length, noun in measured:
        names = _names(noun)
        course = _only([event for event in _dated(page.events, names, _COURSES) if _spans(event)])
        if course is not None:
            yield Frame("duration", (("range", course), ("length", length)))
            continue
        start = _only(_dated(page.events, names, _BEGINNINGS))
        end = _only([*_dated(page.events, names, _ENDS), *_closing(page.events, names)])
        if start is not None and end is not None and start.row["date_start"] < end.row["date_start"]:
            yield Frame("duration", (("start", start), ("end", end), ("length", length)))


def _measured(passage: Passage, length: Mention) -> Iterator[str]:
    """The canonical noun of a thing that the reader knows and whose whole length a length of time is."""
    source = timex(length)
    if source.kind != "duration" or source.low_days is None or source.relative or length.row["quoted"]:
        return
    parse = passage.reading.parse
    first, last = parse.token_at(source.start), parse.token_at(source.end - 1)
    if "-" in length.row["text"]:
        following = parse.tokens[last + 1 : last + 1 + _BEFORE_NOUN]
        noun = next((t for t in following if t.pos == "NOUN" and t.dependency != "compound"), None)
        if noun is not None and first and parse.tokens[first - 1].text.lower() in _KNOWN:
            yield canonical(noun)
        return
    if length.row["predicate"] in _ENDS and length.row["date_relation"] == "after" and length.row["subject"]:
        yield from str(length.row["subject"]).split()  # "it ended on 17 March after three weeks"
        return
    if (noun := _of_length(parse, first)) is not None:
        yield canonical(noun)
        return
    verb = parse.tokens[parse.tokens[last].head]
    if verb.lemma == "last" and verb.pos == "VERB" and span(length)[0] > verb.start:
        for subject in parse.children(verb.index, *_SUBJECTS):
            if subject.pos == "PRON":
                yield from str(length.row["subject"]).split()  # "it lasted three weeks"
            elif any(child.lemma in _KNOWN for child in parse.children(subject.index, "det", "poss")):
                yield canonical(subject)


def _of_length(parse: Parse, first: int) -> Token | None:
    """The noun of "after a trial of five weeks", of which the length begins at token `first`."""
    before = parse.tokens[max(0, first - 4) : first]
    if [token.lemma for token in before[:2] + before[3:]] != ["after", "a", "of"] or before[2].pos != "NOUN":
        return None
    return before[2]


def _spans(event: Mention) -> bool:
    """Whether the date of an event is written with both its ends: "ran from 4 March to 29 April"."""
    return bool(event.row["date_relation"] == "during" and event.row["date_precision"] == "day")


def _names(noun: str) -> frozenset[str]:
    """The words by which the article may call the thing, or what it is the course of: a production's is its run."""
    events = lexicon("events")
    kin = {word for words in events["things"].values() if noun in words for word in words}
    return frozenset({noun, *kin, *events["course_of"].get(noun, ())})


def _dated(events: Sequence[Mention], names: frozenset[str], predicates: Sequence[str]) -> list[Mention]:
    return [
        event
        for event in events
        if event.row["predicate"] in predicates and _is_told(event) and names & {*_things(event)}
    ]


def _closing(events: Sequence[Mention], names: frozenset[str]) -> list[Mention]:
    """What comes at the end of a thing: the verdict of a trial."""
    closing = {word for name in names for word in lexicon("events")["closed_by"].get(name, ())}
    return [e for e in events if e.row["predicate"] == "come" and _is_told(e) and closing & {*_things(e)}]


def _things(event: Mention) -> list[str]:
    return [str(word) for column in ("object", "subject") for word in event.row[column].split()]


def _is_told(event: Mention) -> bool:
    row = event.row
    dated = row["date_source"] == "own" and row["date_start"] is not None and row["date_end"] is not None
    told = row["modality"] == "asserted" and row["polarity"] == "affirmed" and not row["quoted"]
    return bool(dated and told and row["date_relation"] in ("", "in", "on", "at", "during"))


def _only(events: Sequence[Mention]) -> Mention | None:
    """The one event of several that all have one date; None where there are two dates."""
    days = {(event.row["date_start"], event.row["date_end"]) for event in events}
    return events[0] if len(days) == 1 else None
