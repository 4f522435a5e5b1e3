"""Score frames: the final score that a title or description gives, and the one that the text gives.

Slots: `headline`, `text`. Scores of other matches, halves and sets are left out; so is a headline with several scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.frames.cues import phrase_pattern
from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page, Passage
from checker.claims.reading import Mention

_TALLY = re.compile(r"(?<![\w.,:/£$€–-])(\d{1,3})[-–](\d{1,3})(?![\w:/%–-])(?![.,]\d)")
_SIDE = r"[A-Z][\w.’'&-]*(?: [A-Z][\w.’'&-]*){0,3}"
# "Stanmoor Athletic 3 Carrick Town 2": two sides, each with its score, and nothing behind them.
_SCORELINE = re.compile(rf"(?:^|: )(?P<home>{_SIDE}) (?P<one>\d{{1,3}}),? (?P<away>{_SIDE}) (?P<other>\d{{1,3}})$")
# "The Ironmen are 7-3", "fell to 6-4": how often a side has won and lost.
_RECORD = re.compile(r"\b(?:is|are|now|to|went|goes?|sits?|stands?|['’](?:s|re))\s$", re.IGNORECASE)
_HEADLINES = (Zone.TITLE, Zone.DESCRIPTION)


class _Score(NamedTuple):
    passage: Passage
    start: int
    end: int
    points: tuple[int, int]  # the greater first
    sides: tuple[str, ...]


def find(page: Page) -> Iterator[Frame]:
    """A headline's score beside the one that the text gives, where it gives one only."""
    headlines: list[_Score] = []
    told: list[_Score] = []
    for passage in page.passages():
        zone = passage.reading.block.zone
        if zone in _HEADLINES:
            headlines += _scores(passage)
        elif zone is Zone.BODY:
            found = _scores(passage)
            told += found if len(found) == 1 and _is_final(passage, found[0]) else []
    if len({score.points for score in headlines}) != 1:
        return
    headline = headlines[0]
    told = [score for score in told if _may_be_one_match(headline, score)]
    if told and len({score.points for score in told}) == 1:
        yield Frame("final_score", (("headline", _mention(headline)), ("text", _mention(told[0]))))


def _scores(passage: Passage) -> list[_Score]:
    text = passage.reading.block.text
    line = _SCORELINE.search(text.rstrip(" .!"), passage.start, passage.end)
    if line:
        points = _ordered(line["one"], line["other"])
        return [_Score(passage, line.start("home"), line.end("other"), points, (line["home"], line["away"]))]
    return [
        _Score(passage, match.start(), match.end(), _ordered(match[1], match[2]), ())
        for match in _TALLY.finditer(text, passage.start, passage.end)
        if not _RECORD.search(text, passage.start, match.start())
    ]


def _ordered(one: str, other: str) -> tuple[int, int]:
    low, high = sorted((int(one), int(other)))
    return high, low


def _is_final(passage: Passage, score: _Score) -> bool:
    if score.sides:
        return True
    if passage.times or phrase_pattern("final_score", "other_matches").search(
        passage.plain, passage.start, passage.end
    ):
        return False
    return phrase_pattern("final_score", "finals").search(passage.plain, passage.start, passage.end) is not None


def _may_be_one_match(headline: _Score, score: _Score) -> bool:
    """Whether two scores may be of one match: the sides are the same, as far as both are named."""
    if not headline.sides or not score.sides:
        return not headline.sides and not score.sides
    pairs = zip(headline.sides, score.sides, strict=True)
    return all(one.endswith(other) or other.endswith(one) for one, other in pairs)


def _mention(score: _Score) -> Mention:
    high, low = score.points
    return words_mention(score.passage.reading, score.start, score.end, "final score", f"{high}-{low}")
