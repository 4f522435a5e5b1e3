"""Frames of two dated stages of one thing: "the contract was awarded on 20 January", "the invitation to tender …".

Slots: `earlier`, the stage that has to come first (`rules/lexicon/stages.toml`), and `later`; both with their dates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.frames.cues import any_of
from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page, Passage, span, timex
from checker.claims.modality import stance_of
from checker.claims.reading import Mention
from checker.lexicon import lexicon

_ZONES = (Zone.BODY, Zone.LIST, Zone.CAPTION, Zone.FAQ_ANSWER)
_NARROW = ("year", "month", "week", "day")
_AT = ("", "in", "on", "at")
_OTHER = re.compile(
    r"\b(?:not|never|another|other|second|again|re-\w+|remarried|earlier|previous|previously|former|each|every|would"
    r"|will|could|should|may|might|if|had been expected|was to)\b"
)
_FARTHEST = 80  # characters between a stage and its date
_BEFORE = 30  # characters before a stage in which it may be told from another, or denied
_NEAR = 2  # blocks within which a pronoun may speak of the same


class _Stage(NamedTuple):
    passage: Passage
    block: int
    mention: Mention
    words: set[str]


def find(page: Page) -> Iterator[Frame]:
    """Every two stages of one chain that the article dates once each, and that seem to be of one thing."""
    for chain in _chains():
        told: defaultdict[int, list[_Stage]] = defaultdict(list)
        for number, block in enumerate(page.blocks):
            for passage in block:
                if passage.times and passage.reading.block.zone in _ZONES:
                    for step, pattern in enumerate(chain):
                        told[step] += _stages(passage, number, pattern)
        known = {step: found[0] for step, found in told.items() if _is_one(found)}
        for first, second in combinations(sorted(known), 2):
            if _of_one_thing(known[first], known[second]):
                yield Frame("stages", (("earlier", known[first].mention), ("later", known[second].mention)))


def _stages(passage: Passage, number: int, pattern: re.Pattern[str]) -> Iterator[_Stage]:
    match = pattern.search(passage.plain, passage.start, passage.end)
    if match is None or passage.reading.quoted(*match.span()):
        return
    parse = passage.reading.parse
    if stance_of(parse, parse.token_at(match.end() - 1)).modality != "asserted":
        return
    date = _nearest(passage, match)
    if date is None or timex(date).relation not in _AT or timex(date).precision not in _NARROW:
        return
    first, last = min(span(date)[0], match.start()), max(span(date)[1], match.end())
    if _OTHER.search(passage.plain, max(passage.start, first - _BEFORE), last):
        return
    mention = words_mention(passage.reading, first, last, "stage", match.group())
    mention.row.update(date_start=date.row["date_start"], date_end=date.row["date_end"])
    yield _Stage(passage, number, mention, passage.nouns() - {*re.findall(r"[\w’'-]+", match.group())})


def _nearest(passage: Passage, match: re.Match[str]) -> Mention | None:
    """The date right behind the words of a stage, or else before them; None where none stands near."""
    dates = [m for m in passage.times if m.row["kind"] == "date" and m.row["date_start"] is not None]
    behind = [m for m in dates if 0 <= span(m)[0] - match.end() <= _FARTHEST]
    before = [m for m in dates if 0 <= match.start() - span(m)[1] <= _FARTHEST]
    if behind and before and span(behind[0])[0] - match.end() > match.start() - span(before[-1])[1]:
        return before[-1]
    return behind[0] if behind else before[-1] if before else None


def _is_one(stages: Sequence[_Stage]) -> bool:
    return len({(stage.mention.row["date_start"], stage.mention.row["date_end"]) for stage in stages}) == 1


def _of_one_thing(one: _Stage, other: _Stage) -> bool:
    """Whether two stages share a noun or a name, or stand so near that a pronoun takes the one up in the other.

    Not where both sentences name somebody or something, and not the same: "Hale was jailed", "Brill was convicted".
    """
    here, there = one.passage, other.passage
    if here.reading is there.reading and here.start == there.start:
        return False
    for label in ("", "PERSON"):
        mine, others = here.names(label), there.names(label)
        if mine and others and not mine & others:
            return False
    return bool(one.words & other.words) or abs(one.block - other.block) < _NEAR


@cache
def _chains() -> tuple[tuple[re.Pattern[str], ...], ...]:
    return tuple(
        tuple(re.compile(rf"\b(?:{any_of(step)})\b") for step in chain["steps"]) for chain in lexicon("stages")["chain"]
    )
