"""Frames of ranks that change: "slipped from 14th to 19th", "third in 2024, it climbed to second".

Slots: `from`, `to` and `direction`, the word that says which way it went (`rise` to a lower number).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from checker.claims.frames.frame import Frame, number_mention, words_mention
from checker.claims.frames.passage import Page, Passage
from checker.language.ordinals import find_ordinals
from checker.language.quantity import Quantity
from checker.lexicon import lexicon

_WORDS = r"(?:[\w’'-]+ ){0,4}"
_TIME = r"(?:,? (?:in|at|by) (?:the )?[\w’'-]+(?: [\w’'-]+)?| (?:last|this|the previous|the next) [\w’'-]+)?"


def find(page: Page) -> Iterator[Frame]:
    """Every rank that is given before and after a change, with the word that says which way it went."""
    for passage in page.passages():
        ranks = [rank for rank in find_ordinals(passage.text) if _stands_alone(passage.text, rank)]
        for first, second in pairwise(ranks):
            yield from _changes(passage, first, second)


def _changes(passage: Passage, first: Quantity, second: Quantity) -> Iterator[Frame]:
    text = passage.text.lower()
    before, between = text[: first.start], text[first.end : second.start]
    for shape, place, reverse in _shapes():
        if (word := shape.search(before)) is not None and place.fullmatch(between):
            start, end = (second, first) if reverse else (first, second)
            yield _frame(passage, start, end, word)
            return
    if (word := _then().fullmatch(between)) is not None:
        offset = first.end
        yield _frame(passage, first, second, word, offset)


def _frame(passage: Passage, start: Quantity, end: Quantity, word: re.Match[str], offset: int = 0) -> Frame:
    reading, base = passage.reading, passage.start
    first, last = base + offset + word.start("word"), base + offset + word.end("word")
    entry = "rise" if word["word"] in lexicon("ordinals")["up"] else "fall"
    members = [
        (slot, number_mention(reading, base + rank.start, base + rank.end, rank.value or 0.0))
        for slot, rank in (("from", start), ("to", end))
    ]
    return Frame("rank_change", (*members, ("direction", words_mention(reading, first, last, "direction", entry))))


def _stands_alone(text: str, rank: Quantity) -> bool:
    """Whether no noun behind a rank makes it one of something else: "third place", not "third floor"."""
    return _alone().match(text, rank.end) is not None


@cache
def _alone() -> re.Pattern[str]:
    behind = "|".join(
        (*lexicon("ordinals")["places"], "in", "to", "on", "at", "of", "last", "this", "from", "and", "by")
    )
    return re.compile(rf"\s*(?:$|[,.;:!?)–—-]|(?:{behind})\b)")


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], re.Pattern[str], bool], ...]:
    """What stands before the first rank and between the two, and whether the later one is written first."""
    change, place = _change(), _place()
    return (
        (re.compile(rf"\b{change} {_WORDS}from (?:the )?$"), re.compile(rf"{place}{_TIME},? to (?:the )?"), False),
        (
            re.compile(rf"\b{change} {_WORDS}to (?:the )?$"),
            re.compile(rf"{place}{_TIME},? (?:up |down )?from (?:the )?"),
            True,
        ),
    )


@cache
def _then() -> re.Pattern[str]:
    return re.compile(rf"{_place()}{_TIME}(?:,|,? and| but|, before it)? {_WORDS}{_change()} {_WORDS}to (?:the )?")


@cache
def _change() -> str:
    words = (*lexicon("ordinals")["up"], *lexicon("ordinals")["down"])
    return "(?P<word>" + "|".join(sorted(words, key=len, reverse=True)) + ")"


@cache
def _place() -> str:
    return f"(?: (?:{'|'.join(lexicon('ordinals')['places'])}))?"
