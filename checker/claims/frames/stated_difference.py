"""Difference frames over several sentences: two levels, and further on what lies between them.

"It is 412 metres long. Only 384 metres separated the same points before. The extra 38 metres …". Kind and slots are
those of the module for differences in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.articles.article import Zone
from checker.claims.frames.cues import phrase_pattern, phrases
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity
from checker.claims.frames.ratio import is_ratio
from checker.claims.reading import Mention

_HEDGES = r"(?: (?:about|some|just|only|nearly|exactly|fully))*"
_NOUN_OF = re.compile(rf"\b([\w-]+) of{_HEDGES}$")
_EXTRA = re.compile(r"\b(?:the|an?|its|their|those|these) (?:extra|additional|missing|added|surplus)$")
_OTHER_BASE = re.compile(
    r"^(?:(?:[\w’'-]+ ){0,2}?,? ?"
    r"(?:(?:on|from|over|since|than|against|compared)\b(?! (?:that|then|the earlier figure)\b)"
    r"|a year|an? \w+ earlier|year-on-year|per |in (?:the|its|a) ))"
)
_FOR = re.compile(r"\b(?:for|in favour|in favor|backed|supported|yes|aye)\b")
_AGAINST = re.compile(r"(?:[\w’'-]+ )?(?:against|opposed|no)\b")
_LEVELS = ("level", "score", "total", "")
_SHARES = ("percent", "percentage_point", "fraction")
_DEGREES = {"degree": ("celsius", "fahrenheit")}
_SENTENCES_BACK = 3
_PLAUSIBLE = 2.0  # how many times the true difference a wrong one may be; beyond, it is one of other figures


def find(page: Page) -> Iterator[Frame]:
    """Every difference of which the two levels are the only ones of their kind in the sentences before."""
    passages = [passage for passage in page.passages() if passage.reading.block.zone is Zone.BODY]
    for number, passage in enumerate(passages):
        for difference in passage.figures:
            if _is_difference(passage, difference):
                pair = _levels(passages[max(0, number - _SENTENCES_BACK) : number + 1], difference)
                if pair is not None:
                    members = (("first", pair[0]), ("second", pair[1]), ("difference", difference))
                    yield Frame("difference", members)


def _is_difference(passage: Passage, figure: Mention) -> bool:
    if not is_plain(figure) or is_ratio(figure) or quantity(figure).unit in _SHARES or quantity(figure).approximate:
        return False
    before = passage.before(figure)
    noun = _NOUN_OF.search(before)
    named = noun is not None and noun[1] in phrases("direction", "differences") | phrases("direction", "gains")
    voted = noun is not None and noun[1] == "majority"  # "a majority of 19 on a measure that …"
    if not (named or _EXTRA.search(before)) or (_OTHER_BASE.match(passage.after(figure)) and not voted):
        return False
    if re.match(r"to\b", passage.after(figure)):
        return False  # "a majority of ten to two"
    return not phrase_pattern("direction", "passing").search(passage.plain, passage.start, passage.end)


def _votes(window: Sequence[Passage], difference: Mention) -> list[Mention]:
    """The votes for and against of a window: "78 members voted for the bill and 61 against"; none unless it has one."""
    found = [
        pair
        for passage in window
        for pair in pairwise(passage.figures)
        if _FOR.search(passage.between(*pair)) and _AGAINST.match(passage.after(pair[1]))
    ]
    return list(found[0]) if len(found) == 1 and difference not in found[0] else []


def _levels(window: Sequence[Passage], difference: Mention) -> tuple[Mention, Mention] | None:
    """The two figures before a difference that it may be reckoned from; None unless there are just two."""
    before = [figure for passage in window for figure in passage.figures]
    before = before[: before.index(difference)]
    unit = quantity(difference).unit
    alike = [f for f in before if quantity(f).unit in (unit, *_DEGREES.get(unit, ())) and _is_level(f)]
    if unit == "count" and (votes := _votes(window, difference)):
        alike = [figure for figure in votes if _is_level(figure)]
    elif unit == "count":
        named = {f.row["measure"] for f in alike[-2:]} - {""}
        alike = [f for f in alike if len(named) == 1 and f.row["measure"] in ("", *named)]
    if len(alike) != 2 or quantity(alike[0]).per != quantity(alike[1]).per:
        return None
    first, second = alike
    if unit == "count" and not _one_kind(difference, first):
        return None
    apart = abs((quantity(first).value or 0.0) - (quantity(second).value or 0.0))
    stated = abs(quantity(difference).value or 0.0)
    plausible = apart and 1 / _PLAUSIBLE <= stated / apart <= _PLAUSIBLE
    return (first, second) if plausible else None


def _is_level(figure: Mention) -> bool:
    return is_plain(figure) and not is_ratio(figure) and quantity(figure).role in _LEVELS


def _one_kind(difference: Mention, level: Mention) -> bool:
    """Whether a difference may count what the levels count: the same, people by another word, or nothing named."""
    same = difference.row["measure"] in (level.row["measure"], *phrases("direction", "people"))
    return same or is_bare(difference)
