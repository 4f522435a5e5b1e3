"""Elapsed frames of an event that another sentence dates: "In 2018, twenty years after it was opened, …".

Slots: `event`, `years`, `date`, as in the module for dates that stand nearer together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.canonical import canonical, light_words
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span, timex
from checker.claims.frames.people import RELATIVE
from checker.claims.reading import BlockReading, Mention
from checker.language.parse import Token

_CLAUSE = re.compile(r"\s+(?P<way>after|before)\s+(?P<clause>[^,.;:()–—]{3,80})")
_DATE_BEFORE = re.compile(r",? ?(?:just |only |exactly |fully )?")
_DATE_BEHIND = re.compile(r", (?:in|on) ")
_CLAUSE_START = re.compile(r"[;:()–—]|, | and | but | while ")
_FIRST_USE = re.compile(  # what opens for whom it was made: "the first trains ran"
    r"\bfirst (?:[\w-]+ )?(?:traffic|trains?|passengers?|visitors?|cars?|ships?|boats?|patients?|pupils?|students?"
    r"|guests?|customers?|flights?|trams?|buses|vehicles?|drivers?|travellers?|tenants?|residents?|readers?|audiences?)\b"
)
_AGAIN = re.compile(r"\b(?:again|re-\w+|second|third|once more|another|every|each)\b")
_NEAR = 2  # blocks within which "it" or "his" can mean who was named before
_LONGEST_CLAUSE = 90  # characters of a dated clause
_PARTICLES = frozenset(["up", "out", "off", "down", "over"])
_FOUNDING = frozenset(["found", "establish", "create", "set up"])
_FOUNDATIONS = frozenset(["foundation", "founding", "launch", "creation", "establishment", "formation", "inception"])
_NARROW = ("year", "month", "day")


class _Dated(NamedTuple):
    """An event with its date: the words of its clause, and those by which it may be known."""

    passage: Passage
    block: int
    mention: Mention
    year: int
    words: frozenset[str]
    known: frozenset[str]


def find(page: Page) -> Iterator[Frame]:
    """Every number of years after an event that another sentence dates, with the date that it leads to."""
    spoken = [
        (number, passage, years, match)
        for number, block in enumerate(page.blocks)
        for passage in block
        for years in passage.figures
        if is_plain(years) and quantity(years).unit == "year" and not quantity(years).approximate
        for match in [_CLAUSE.match(passage.plain, span(years)[1], passage.end)]
        if match is not None
    ]
    if not spoken:
        return
    events = list(_events(page))
    for number, passage, years, match in spoken:
        date = _date(passage, years, match)
        own = _dated_inside(passage, match)
        if date is not None and own is not None and own is not date:
            first, last = (own, date) if match["way"] == "after" else (date, own)
            yield Frame("elapsed", (("event", first), ("years", years), ("date", last)))
            continue
        event = _event(events, number, passage, match, years, date) if date else None
        if date and event:
            first, last = (event.mention, date) if match["way"] == "after" else (date, event.mention)
            yield Frame("elapsed", (("event", first), ("years", years), ("date", last)))


def _date(passage: Passage, years: Mention, match: re.Match[str]) -> Mention | None:
    """The date beside the number of years: "In 2018, twenty years after …", "twenty years after …, in 2018"."""
    start, _ = span(years)
    for mention in filter(_is_absolute, passage.times):
        first, last = span(mention)
        text = passage.reading.block.text.lower()
        if last <= start and _DATE_BEFORE.fullmatch(text[last:start]):
            return mention
        if match.end() <= first and _DATE_BEHIND.fullmatch(text[match.end() : first]):
            return mention
    return None


def _dated_inside(passage: Passage, match: re.Match[str]) -> Mention | None:
    """The one date of the clause that the years are counted from: "two years after work began in 1968"."""
    first, last = match.span("clause")
    inside = [mention for mention in passage.times if first <= span(mention)[0] < last]
    return inside[0] if len(inside) == 1 and _is_absolute(inside[0]) else None


def _is_absolute(mention: Mention) -> bool:
    row = mention.row
    absolute = row["kind"] == "date" and row["date_start"] is not None and not row["relative"]
    return absolute and timex(mention).precision in _NARROW


def _events(page: Page) -> Iterator[_Dated]:
    heading: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()
    for number, block in enumerate(page.blocks):
        reading = page.readings[number]
        if reading.block.zone == Zone.TITLE or reading.block.level:
            heading = _words(reading, 0, len(reading.block.text))
            title = title or heading
            continue
        for passage in block:
            if RELATIVE.search(passage.plain, passage.start, passage.end):
                continue
            around = _words(reading, 0, passage.end) | heading | title
            for mention in filter(_is_absolute, passage.times):
                start, end = _clause(passage, mention)
                text = passage.plain[start:end]
                words = _words(reading, start, end) | ({"open"} if _FIRST_USE.search(text) else set())
                known = around if not _AGAIN.search(text) else frozenset()
                yield _Dated(passage, number, mention, mention.row["date_start"].year, words, known)


def _clause(passage: Passage, mention: Mention) -> tuple[int, int]:
    """The words of a clause with a verb up to its date; those behind a date that opens the sentence."""
    first, last = span(mention)
    left = max([passage.start, first - _LONGEST_CLAUSE, *(span(m)[1] for m in passage.times if span(m)[1] <= first)])
    stops = [m.end() for m in _CLAUSE_START.finditer(passage.plain, left, first)]
    left = stops[-1] if stops else left
    if passage.plain[passage.start : first].split()[1:]:
        has_verb = any(t.pos == "VERB" for t in _tokens(passage.reading, left, first))
        return left if has_verb else max(passage.start, first - _LONGEST_CLAUSE), first
    right = min([passage.end, last + _LONGEST_CLAUSE, *(span(m)[0] for m in passage.times if span(m)[0] >= last)])
    stop = _CLAUSE_START.search(passage.plain, last + 2, right)
    return last, stop.start() if stop else right


def _event(
    events: Sequence[_Dated],
    number: int,
    passage: Passage,
    match: re.Match[str],
    years: Mention,
    date: Mention,
) -> _Dated | None:
    """The one event that the words behind "after" name; none where another of its kind fits, or several are dated."""
    reading = passage.reading
    deed = _deed(passage, *match.span("clause"))
    if not deed:
        return None
    subject, rest = _parties(passage, *match.span("clause"))
    others = subject or rest
    sign = 1 if match["way"] == "after" else -1
    expected = date.row["date_start"].year - sign * (quantity(years).value or 0.0)
    deeds = _FOUNDING if deed in _FOUNDING or _is_foundation(passage, match) else frozenset()
    deeds |= {deed}
    alike = [
        event
        for event in events
        if deeds & event.words and not (event.passage.reading is reading and event.passage.start == passage.start)
    ]
    if any(abs(event.year - expected) <= 1 for event in alike):
        return None
    named = [
        event
        for event in alike
        if (others <= event.known if others else 0 <= number - event.block <= _NEAR)
        and (date.row["date_start"].year - event.year) * sign >= 0
    ]
    return named[0] if len(alike) == len(named) == 1 else None


def _deed(passage: Passage, start: int, end: int) -> str:
    """The verb of the words behind "after", or the noun that stands for one: "it was opened", "his election"."""
    tokens = _tokens(passage.reading, start, end)
    verbs = [_word(passage.reading, t) for t in tokens if t.pos == "VERB"]
    if verbs:
        return verbs[0]
    nouns = [t for t in tokens if t.pos == "NOUN"]
    return canonical(nouns[0]) if nouns else ""


def _is_foundation(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the years are counted from a noun that may stand for a founding: "its launch"."""
    tokens = _tokens(passage.reading, *match.span("clause"))
    nouns = [t for t in tokens if t.pos == "NOUN"]
    return bool(nouns and nouns[0].lemma in _FOUNDATIONS and not any(t.pos == "VERB" for t in tokens))


def _parties(passage: Passage, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns before the verb of a clause, and those behind it; without a verb, those besides the first noun."""
    tokens = _tokens(passage.reading, start, end)
    at = next((t for t in tokens if t.pos == "VERB"), None) or next((t for t in tokens if t.pos == "NOUN"), None)
    if at is None:
        return frozenset(), frozenset()
    nouns = ("NOUN", "PROPN")
    return (
        frozenset(_word(passage.reading, t) for t in tokens if t.pos in nouns and t.index < at.index),
        frozenset(_word(passage.reading, t) for t in tokens if t.pos in nouns and t.index > at.index),
    )


def _words(reading: BlockReading, start: int, end: int) -> frozenset[str]:
    tokens = _tokens(reading, start, end)
    found = frozenset(_word(reading, t) for t in tokens if t.pos in ("NOUN", "PROPN", "VERB"))
    return found - light_words()


def _word(reading: BlockReading, token: Token) -> str:
    """The canonical word of a token; a verb with its particle, "set up"."""
    tokens = reading.parse.tokens
    behind = tokens[token.index + 1].text.lower() if token.index + 1 < len(tokens) else ""
    particle = token.pos == "VERB" and behind in _PARTICLES
    return f"{canonical(token)} {behind}" if particle else canonical(token).lower()


def _tokens(reading: BlockReading, start: int, end: int) -> Sequence[Token]:
    parse = reading.parse
    if start >= end:
        return []
    return [t for t in parse.tokens[parse.token_at(start) : parse.token_at(end - 1) + 1] if start <= t.start < end]
