"""What calls itself the latest or upcoming, and what of the article has overtaken it (lexicon `successions`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.clause import governor
from checker.claims.patterns import Hit, Match, find_patterns, head_of, word_set
from checker.claims.reading import BlockReading
from checker.claims.scope import tense
from checker.language.parse import Parse
from checker.language.quantity import Quantity
from checker.language.timex import Timex

LEXICON = "successions"
_YEAR = re.compile(r"(?:19|20)\d\d")
_LARGE = 100  # smaller counts are of one order by chance
_BARELY = 0.5  # of a shared word
_IT = "it"  # a pronoun for a subject may stand for the thing
_BACKWARD = ("since", "from", "after", "as_of", "ago")  # these date something that came before
_VERSION = re.compile(r"(?<![\w.,])\d{1,3}\.\d{1,3}(?:\.\d{1,3})?(?![\w%]|[.,]\d)")


class Overtaken(NamedTuple):
    """A phrase that calls itself the latest or upcoming; `newer` is the span that is newer, None where none is known.

    `time` is the time of an upcoming event, where the block of the phrase does not give it itself.
    """

    reading: BlockReading
    hit: Hit
    newer: tuple[BlockReading, int, int] | None = None
    time: Timex | None = None


def find_successions(readings: Sequence[BlockReading]) -> Iterator[Overtaken]:
    """The "latest" of a row beside which the article names a newer one, and everything "upcoming" with a date."""
    for position, reading in enumerate(readings):
        for match in (*find_patterns(LEXICON, reading.parse), *_other_upcoming(reading.parse)):
            hit = Hit(match.first, match.last, head_of(reading.parse, match), match.entry)
            if match.entry == "upcoming":
                yield Overtaken(reading, hit, time=_event_time(readings, position, hit.token))
            elif newer := _newer_version(readings, reading, match) or _newer_figure(readings, reading, match):
                yield Overtaken(reading, hit, newer)


def _other_upcoming(parse: Parse) -> Iterator[Match]:
    """ "The upcoming 2025 congress": anything upcoming that is dated before its noun."""
    for token in parse.tokens:
        noun = parse.tokens[token.head]
        if noun.pos == "NUM":  # the year, of which the adjective may be read as a part
            noun = parse.tokens[noun.head]
        between = parse.tokens[token.index + 1 : noun.index]
        other = token.lemma in ("upcoming", "forthcoming") and noun.lemma not in word_set(LEXICON, "event")
        if other and noun.pos in ("NOUN", "PROPN") and any(_YEAR.fullmatch(word.text) for word in between):
            yield Match(token.index, noun.index + 1, "upcoming")


def _event_time(readings: Sequence[BlockReading], position: int, token: int) -> Timex | None:
    """The one date of the phrase's sentence; for a question, of its answer."""
    reading = readings[position]
    if reading.block.zone == Zone.FAQ_QUESTION:
        answers = [r for r in readings if r.block.question == reading.block.number]
        dates = [timex for answer in answers for timex in _dates(answer)]
    else:
        start, end = reading.parse.sentence_span(reading.parse.sentence_of(token))
        dates = [timex for timex in _dates(reading) if start <= timex.start < end and timex.relation not in _BACKWARD]
    return dates[0] if len(dates) == 1 else None


def _dates(reading: BlockReading) -> list[Timex]:
    return [timex for timex in reading.timexes if timex.kind == "date" and timex.date_end and not timex.relative]


def _newer_figure(
    readings: Sequence[BlockReading], reading: BlockReading, match: Match
) -> tuple[BlockReading, int, int] | None:
    """A figure of a later time than the one the phrase is of; of several, that which speaks most of the same things."""
    start, end = reading.parse.sentence_span(reading.parse.sentence_of(match.first))
    own = [timex for timex in _dates(reading) if start <= timex.start < end]
    if len(own) != 1:
        return None
    said = _content(reading, match.first) | {_IT}
    best: tuple[BlockReading, int, int] | None = None
    most = 0.0
    for other in readings:
        if other.block.zone == Zone.METADATA:
            continue
        for timex in _dates(other):
            later = timex.date_start is not None and own[0].date_end is not None and timex.date_start >= own[0].date_end
            if later and _tells_a_figure(other, timex):
                shared: float = len(said & _content(other, other.parse.token_at(timex.start)))
                if shared == 0 and _is_alike(_figures(reading, start), _figures(other, timex.start)):
                    shared = _BARELY
                if shared > most:
                    best, most = (other, timex.start, timex.end), shared
    return best


def _figures(reading: BlockReading, offset: int) -> list[Quantity]:
    """The counts of an offset's sentence."""
    start, end = reading.parse.sentence_span(reading.parse.sentence_of(reading.parse.token_at(offset)))
    return [one for one in reading.quantities if start <= one.start < end and one.unit == "count"]


def _is_alike(these: Sequence[Quantity], those: Sequence[Quantity]) -> bool:
    """Whether both hold a large count of one order: "29 million people", "41 million journeys"."""
    return any(
        a.value and b.value and min(a.value, b.value) >= _LARGE and max(a.value, b.value) < 10 * min(a.value, b.value)
        for a in these
        for b in those
    )


def _content(reading: BlockReading, token: int) -> set[str]:
    """The nouns, names and verbs of a token's sentence: what it speaks of."""
    parse = reading.parse
    first, last = parse.sentences[parse.sentence_of(token)]
    return {
        _IT if t.pos == "PRON" and t.dependency in ("nsubj", "nsubjpass") else t.lemma.lower()
        for t in parse.tokens[first:last]
        if t.pos in ("NOUN", "PROPN", "VERB", "PRON")
    }


def _tells_a_figure(reading: BlockReading, timex: Timex) -> bool:
    """Whether the sentence of a time reports a figure, rather than plans one."""
    parse = reading.parse
    token = parse.token_at(timex.start)
    start, end = parse.sentence_span(parse.sentence_of(token))
    verb = governor(parse, token)
    told = verb is not None and tense(parse, verb) in ("past", "present")
    return told and any(start <= quantity.start < end for quantity in reading.quantities)


def _newer_version(
    readings: Sequence[BlockReading], reading: BlockReading, match: Match
) -> tuple[BlockReading, int, int] | None:
    """A higher version number than the one that follows the phrase."""
    last = reading.parse.tokens[match.last - 1]
    if last.lemma not in ("version", "release", "edition", "update"):
        return None
    text = reading.block.text
    own = _VERSION.search(text, last.end, last.end + 20)
    if own is None:
        return None
    for other in readings:
        for found in _VERSION.finditer(other.block.text):
            if _number(found[0]) > _number(own[0]) and _is_version(other, found.start()):
                return other, found.start(), found.end()
    return None


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _is_version(reading: BlockReading, start: int) -> bool:
    """Whether a name or the word "version" stands before the number, or nothing else in the cell."""
    before = reading.block.text[:start].split()
    return not before or before[-1][:1].isupper() or before[-1].lower() in ("version", "release", "v")
