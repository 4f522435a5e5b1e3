"""Denials in one sentence of what another tells in other words: "nobody was hurt", "was treated for burns".

Slots: `denial`, `told`. The words are those of `rules/lexicon/denials.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.canonical import canonical
from checker.claims.frames.cues import any_of
from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page, Passage
from checker.claims.modality import stance_of
from checker.claims.reading import Mention
from checker.lexicon import lexicon

_NOBODY = r"\b(?:nobody|no one|no-one|not one|none of|not a single|no|neither)\b"
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|neither|without|n['’]t|if|could|would|might|may|should|unless|or)\b")
_OTHER = re.compile(
    r"\b(?:earlier|previous|previously|last|another|other|others|elsewhere|before|since|ago|later|next|once|usually|often"
    r"|every|first|second|separate|separately|in (?:1[5-9]|20)\d\d|seriously|badly|critically|fatally|in all)\b"
)
_ZONES = (Zone.BODY, Zone.CAPTION, Zone.FAQ_ANSWER, Zone.LIST, Zone.DESCRIPTION, Zone.TITLE)
_PRESUPPOSED = re.compile(r"\b(?:the|both|those|all) (?:[\w’'-]+ ){0,3}?who\b")


class _Denied(NamedTuple):
    denial: re.Pattern[str]
    told: re.Pattern[str]


def find(page: Page) -> Iterator[Frame]:
    """Every denial with the first sentence that tells what it denies."""
    passages = [p for p in page.passages() if p.reading.block.zone in _ZONES]
    for denied in _denials():
        for passage in passages:
            denial = denied.denial.search(passage.plain, passage.start, passage.end)
            if denial is None or _OTHER.search(passage.text.lower()) or _is_unsaid(passage, denial):
                continue
            told = next(
                (t for other in passages if other is not passage for t in _told(denied, passage, denial, other)), None
            )
            if told is not None:
                yield Frame("denied", (("denial", _mention(passage, *denial.span())), ("told", told)))
                break


def _told(denied: _Denied, passage: Passage, denial: re.Match[str], other: Passage) -> Iterator[Mention]:
    """The words of another sentence that tell what `passage` denies, of the same occasion as far as words can say."""
    told = denied.told.search(other.plain, other.start, other.end)
    if told is None or told.group() in denial.group() or _is_unsaid(other, told) or _days(passage) != _days(other):
        return
    before = other.plain[other.start : told.start()]
    if _NOT.search(before[-40:]) or _OTHER.search(other.text.lower()):
        return
    shared = passage.nouns() & other.nouns()
    of_them = bool(shared & {*_words(denial.group())})  # "no passenger was hurt", "one passenger"
    if shared and (of_them or _PRESUPPOSED.search(before) or len(shared) > 1 or _known(other) & shared):
        yield _mention(other, *told.span())


def _days(passage: Passage) -> set[object]:
    """The dates of a sentence, by their first days."""
    return {m.row["date_start"] for m in passage.times if m.row["kind"] == "date" and m.row["date_start"] is not None}


def _is_unsaid(passage: Passage, match: re.Match[str]) -> bool:
    """Whether words are quoted, planned, supposed, or somebody else's."""
    reading = passage.reading
    stance = stance_of(reading.parse, reading.parse.token_at(match.end() - 1))
    return reading.quoted(*match.span()) or stance.modality != "asserted" or bool(stance.attribution)


def _known(passage: Passage) -> set[str]:
    """The nouns of a sentence that the reader has met: "in the collision"."""
    parse = passage.reading.parse
    tokens = parse.tokens[parse.token_at(passage.start) : parse.token_at(passage.end - 1) + 1]
    nouns = (token for token in tokens if token.pos == "NOUN")
    return {
        canonical(noun).lower() for noun in nouns if any(c.lemma == "the" for c in parse.children(noun.index, "det"))
    }


def _words(text: str) -> list[str]:
    return re.findall(r"[\w’'-]+", text)


def _mention(passage: Passage, start: int, end: int) -> Mention:
    return words_mention(passage.reading, start, end, "denial")


@cache
def _denials() -> tuple[_Denied, ...]:
    return tuple(_compiled(entry) for entry in lexicon("denials")["denied"])


def _compiled(entry: dict[str, list[str]]) -> _Denied:
    verbs, nouns, told = (any_of(entry[name]) for name in ("verbs", "nouns", "told"))
    had = "(?:needed|required|had|underwent|suffered|received|saw)"
    choices = [
        rf"{_NOBODY}[^.;:,]{{0,40}}?\b{had}(?: an?| any)? (?:{nouns})\b",
        rf"\bthere (?:was|were|have been|had been) no (?:{nouns})\b",
        rf"\bdid not (?:show|make) (?:an?|any) (?:{nouns})\b",
    ]
    if verbs:
        choices.append(rf"{_NOBODY}[^.;:,]{{0,40}}? (?:was|were|has been|have been|had been|got) (?:{verbs})\b")
    return _Denied(re.compile("|".join(choices)), re.compile(rf"\b(?:{told})\b"))
