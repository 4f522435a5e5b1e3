"""Duration frames: two dates, or a span of dates, and how long it is said to last.

Slots: `range`, or `start` and `end`; `length`.

The length stands beside the dates ("three days, from 14 to 16 September"), points back to them in the same paragraph
("over those four years"), names what began and ended ("the four-year construction"), or is longer than all of it
("after six years of construction").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.claims.canonical import canonical
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, span, timex
from checker.claims.reading import Mention
from checker.language.parse import Token
from checker.lexicon import lexicon

_BEGAN = re.compile(
    r"\b(?:began|begun|begins|started|starts|launched|opened|opens|closed|shut|fell|broke out|stopped"
    r"|suspended|withdrew|left|from"
    r"|since|installed|signed|commenced|introduced|imposed|bought)\b"
)
_ENDED = re.compile(
    r"\b(?:ended|ends|closed|closes|finished|completed|reopened|re-opened|opened|resumed|concluded|expired|expires"
    r"|lifted|handed over|until|till"
    r"|came to an end|came back|returned)\b"
)
_TO_RANGE = re.compile(r"(?:(?:[\w’'-]+ ){0,4}?[\w’'-]+)?[,(:–—]? ?(?:from|between|lasting from)?")
_POINTS_BACK = re.compile(r"\b(?:the|those|these|that|this|whole|full|entire|all)$")
# "That the whole thing was built in …", "it took …"
_ALL_OF_IT = re.compile(
    r"\b(?:it|this|that|whole (?:thing|job|lot|project|work)|all (?:of )?(?:this|that|it))"
    r"(?: (?:all|was|has|had|been|were|done|built|finished|completed|made|over)){0,3} (?:took|lasted|taken|in)"
    r"(?: (?:just|only|about|some|nearly|almost|all of))*$"
)
_FIRST, _LAST = re.compile(r"\bfirst\b"), re.compile(r"\b(?:last|final)\b")
_NOT_THIS_ONE = re.compile(
    r"\b(?:every|each|once|twice|per|after|within|last|past|next|first|later|previous|another|other"
    r"|further|initial|final|of|than"
    r"|least|most|up to|more than|less than|over|under)$"
)
_LEADS_ON = re.compile(
    r"(?:before|since|after|ago|earlier|later|until|up|to come|old|an?|per|each|every|of age|in advance)\b"
)
_AT_ONCE = re.compile(r"(?:, |; )?(?:and |but )?(?:the|that|this|a period of|a total of|lasting|for)$")
_BY_TERM = re.compile(r"(?: ?[\w’'-]+){0,4}")
_THAT_IT_LASTED = re.compile(
    r"(?: that| for which| during which)? (?:the|its|their|his|her) (?P<noun>[\w-]+)"
    r" (?:lasted|ran|took|went on|was away|were away|was closed|were closed)\b"
)
_THAT_DAY = re.compile(r"(?:that|the same) (?:day|date|week|month|year)$")
_FILLED = re.compile(
    r"\b(?:after|following|by|through|throughout)(?: (?:all|more than|over|nearly|almost|some|the|those))*$"
)
_OF = re.compile(r" of ([a-z]+)\b(?! (?:and|or)\b)")
_ELSEWHERE = re.compile(r"\b(?:another|other|rival|earlier|previous|first|older|neighbouring|once|used to|would)\b")
_FARTHEST = 60  # characters
_RECALLING = 3  # words in common by which a paragraph goes back to what another has dated
_LONGER = 1.5  # times the dates: a length that far beyond them is not one rounded up


class _Dates(NamedTuple):
    """When something began and ended: one span of dates, or two dates."""

    passage: Passage
    members: tuple[tuple[str, Mention], ...]
    start: int  # block offsets of the words that give them
    end: int


def find(page: Page) -> Iterator[Frame]:
    """Every length of time whose dates the article gives."""
    named: list[_Dates] = []
    lengths: list[tuple[Passage, Mention]] = []
    filled: list[tuple[Passage, Mention]] = []
    for passages in page.blocks:
        earlier: list[_Dates] = []
        known: list[Mention] = []
        for passage in passages:
            here = [_resolved(dates, known) for dates in _dates(passage)]
            known += [m for m in passage.times if m.row["kind"] == "date" and not m.row["relative"]]
            own = [mention for mention in passage.times if _is_length(passage, mention)]
            for mention in own:
                dates = _beside(passage, mention, here) or _pointed_at(passage, mention, earlier)
                if dates is not None:
                    yield Frame("duration", (*dates.members, ("length", mention)))
                else:
                    lengths.append((passage, mention))
            filled += [(passage, mention) for mention in passage.times if mention not in own]
            earlier = [*earlier, *here][-3:]
            named += here
    for passage, mention in lengths:
        dates = _named_alike(passage, mention, named) or _lasted(passage, mention, named)
        dates = dates or _recalled(passage, mention, named)
        if dates is not None:
            yield Frame("duration", (*dates.members, ("length", mention)))
    for passage, mention in filled:
        dates = _outlasted(passage, mention, named)
        if dates is not None:
            yield Frame("duration", (*dates.members, ("length", mention)))


def _dates(passage: Passage) -> Iterator[_Dates]:
    times = [m for m in passage.times if m.row["kind"] == "date" and m.row["date_start"] is not None]
    for mention in times:
        if _is_range(mention):
            yield _Dates(passage, (("range", mention),), *span(mention))
    single = [m for m in times if not _is_range(m)]
    for first, second in pairwise(single):
        if not first.row["date_start"] < second.row["date_start"]:
            continue
        before = passage.plain[max(passage.start, span(first)[0] - _FARTHEST) : span(first)[0]]
        between = passage.plain[span(first)[1] : span(second)[0]]
        until = timex(second).relation in ("until", "to") or re.search(r"\b(?:until|till)\b", between)
        began = _BEGAN.search(before) or _FIRST.search(before)
        ended = began and (_ENDED.search(between) or _LAST.search(between))
        if until or (ended and len(between) <= 2 * _FARTHEST):
            yield _Dates(passage, (("start", first), ("end", second)), span(first)[0], span(second)[1])


def _resolved(dates: _Dates, known: Sequence[Mention]) -> _Dates:
    """The same dates, "that day" replaced by the date that it points back to."""
    members = tuple((slot, _antecedent(mention, known)) for slot, mention in dates.members)
    return dates._replace(members=members)


def _antecedent(mention: Mention, known: Sequence[Mention]) -> Mention:
    days = mention.row["date_start"], mention.row["date_end"]
    if not _THAT_DAY.match(mention.row["text"].lower()):
        return mention
    return next((m for m in reversed(known) if (m.row["date_start"], m.row["date_end"]) == days), mention)


def _is_range(mention: Mention) -> bool:
    """Whether a date is written with both its ends."""
    days = (mention.row["date_end"] - mention.row["date_start"]).days if mention.row["date_end"] else 0
    text = mention.row["text"]
    joined = (
        re.search(r"\d[^.;]*(?:\bto\b|\buntil\b|\btill\b|\bthrough\b|\band\b|[-–—])[^.;]*[\da-z]", text) is not None
    )
    single = {"day": 1, "week": 7, "month": 31, "quarter": 92, "season": 92, "half": 184, "year": 366}
    return joined and days > single.get(timex(mention).precision, 10**9)


def _is_length(passage: Passage, mention: Mention) -> bool:
    source = timex(mention)
    if source.kind != "duration" or source.low_days is None or source.relative:
        return False
    before = " ".join(passage.plain[max(passage.start, source.start - 30) : source.start].split())
    after = passage.plain[source.end : source.end + 20].lstrip()
    return _NOT_THIS_ONE.search(before) is None and _LEADS_ON.match(after) is None


def _beside(passage: Passage, length: Mention, dates: Sequence[_Dates]) -> _Dates | None:
    start, end = span(length)
    for found in dates:
        is_range = found.members[0][0] == "range"
        if is_range and end <= found.start and found.start - end <= _FARTHEST:
            gap = " ".join(passage.plain[end : found.start].split())
            if _TO_RANGE.fullmatch(gap) and " and " not in f" {gap} ":
                return found
        if found.end <= start and start - found.end <= _FARTHEST:
            gap = " ".join(passage.plain[found.end : start].split())
            adjectival = "-" in passage.plain[start:end]
            if adjectival and (_AT_ONCE.search(gap) if is_range else _BY_TERM.fullmatch(gap)):
                return found
            if is_range and re.fullmatch(r",? ?(?:a period of|a total of|lasting|\()", gap):
                return found
    return None


def _pointed_at(passage: Passage, length: Mention, earlier: Sequence[_Dates]) -> _Dates | None:
    """ "… from June 2018 until November 2020. Over the four years for which it held, …"."""
    before = " ".join(passage.plain[max(passage.start, span(length)[0] - 30) : span(length)[0]].split())
    pointing = _POINTS_BACK.search(before) or _ALL_OF_IT.search(before)
    if len(earlier) == 1 and pointing and not any(m.row["kind"] == "date" for m in passage.times):
        return earlier[0]
    return None


def _named_alike(passage: Passage, length: Mention, named: Sequence[_Dates]) -> _Dates | None:
    """ "Construction began in June 2019 and …", and elsewhere "the four-year construction"."""
    parse = passage.reading.parse
    token = parse.tokens[parse.token_at(span(length)[1] - 1)]
    if "-" not in passage.plain[slice(*span(length))] or token.index + 1 >= len(parse.tokens):
        return None
    noun = next((t for t in parse.tokens[token.index + 1 : token.index + 3] if t.pos == "NOUN"), None)
    before = " ".join(passage.plain[max(passage.start, span(length)[0] - 30) : span(length)[0]].split())
    if noun is None or not _POINTS_BACK.search(before):
        return None
    alike = [dates for dates in named if _names(canonical(noun), _words_before(dates))]
    return alike[0] if len(alike) == 1 else None


def _names(noun: str, words: set[str]) -> bool:
    """Whether a noun is among words, or its activity is: "the dig", "digging"."""
    return noun in words or any(word.startswith(noun) and word.endswith("ing") for word in words)


def _lasted(passage: Passage, length: Mention, named: Sequence[_Dates]) -> _Dates | None:
    """ "The eighteen months that the pilot lasted", and in an earlier paragraph when it began and ended."""
    said = _THAT_IT_LASTED.match(passage.plain, timex(length).end)
    if said is None:
        return None
    parse = passage.reading.parse
    noun = canonical(parse.tokens[parse.token_at(said.start("noun"))])
    alike = [dates for dates in named if noun in _words_up_to(dates)]
    return alike[0] if len(alike) == 1 else None


def _words_up_to(dates: _Dates) -> set[str]:
    """The content words of a paragraph up to its dates."""
    parse = dates.passage.reading.parse
    return _content(parse.tokens[: parse.token_at(dates.start)])


def _recalled(passage: Passage, length: Mention, named: Sequence[_Dates]) -> _Dates | None:
    """ "Those four years" of a paragraph that tells in the same words what began and ended in an earlier one."""
    before = passage.plain[max(passage.start, span(length)[0] - 30) : span(length)[0]].split()
    if before[-1:] not in (["those"], ["these"]):
        return None
    parse = passage.reading.parse
    here = _content(parse.tokens)
    alike = [dates for dates in named if len(here & _words_of(dates)) >= _RECALLING]
    return alike[0] if len(alike) == 1 and alike[0].passage.reading is not passage.reading else None


def _words_of(dates: _Dates) -> set[str]:
    parse = dates.passage.reading.parse
    return _content(parse.tokens[parse.token_at(dates.passage.start) : parse.token_at(dates.end)])


def _content(tokens: Sequence[Token]) -> set[str]:
    return {canonical(token).lower() for token in tokens if token.pos in ("NOUN", "PROPN", "VERB", "ADJ")}


def _outlasted(passage: Passage, length: Mention, named: Sequence[_Dates]) -> _Dates | None:
    """ "The festival opens on 9 July and closes on 12 July", and elsewhere "after six days of music".

    A shorter length may be that of a part only.
    """
    source = timex(length)
    before = " ".join(passage.plain[max(passage.start, source.start - 30) : source.start].split())
    activity = _OF.match(passage.plain, source.end)
    if source.kind != "duration" or not source.low_days or not activity or not _FILLED.search(before):
        return None
    if _ELSEWHERE.search(passage.plain, passage.start, passage.end) or any(
        m.row["kind"] == "date" for m in passage.times
    ):
        return None
    parse = passage.reading.parse
    noun = parse.tokens[parse.token_at(activity.start(1))]
    fills = {canonical(noun), *lexicon("events")["filled_by"].get(activity[1], ())}
    alike = [dates for dates in named if fills & _words_before(dates)]
    if len(alike) != 1:
        return None
    first, last = alike[0].members[0][1].row["date_start"], alike[0].members[-1][1].row["date_end"]
    return alike[0] if last is not None and source.low_days >= _LONGER * (last - first).days else None


def _words_before(dates: _Dates) -> set[str]:
    parse = dates.passage.reading.parse
    first, last = parse.token_at(dates.passage.start), parse.token_at(dates.start)
    return {canonical(token) for token in parse.tokens[first:last] if token.pos in ("NOUN", "VERB", "ADJ")}
