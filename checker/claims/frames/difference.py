"""Difference frames: two figures and what lies between them, "1,304 votes to 1,118, a majority of 186".

Slots: `first`, `second`, `difference`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claims.frames.cues import phrases
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity
from checker.claims.reading import Mention

_NOUN_OF = re.compile(r"\b(?:an?|the|by an?) (?:[\w-]+ ){0,2}?([\w-]+) of(?: (?:about|some|just|only|nearly))*$")
_WON_BY = re.compile(
    r"\b(?:out[a-z]{3,9}(?:ed|ot|ore|ores)|edged|defeated|won|lost|win|wins"
    r"|winning|losing|beat|led|leads|victory|defeat|trailed)\b"
    r"[^.;]*? by(?: (?:a|just|only))*$"
)
_BETWEEN = re.compile(r"\b(?:gap|difference|margin|gulf)(?: in [\w-]+)? between\b")
_IS = re.compile(
    r"\b(?:is|was|comes to|came to|amounts to|amounted to|stands at|stood at)(?: (?:about|some|just|only))*$"
)
_HEDGES = r"(?: (?:about|some|just|only|nearly|almost|exactly|at least))*"
_PART_OF = re.compile(r"(?:out )?of(?: (?:the|its|their|his|her|those|these|all|a possible|a total of))*")
_OPENING_OF = re.compile(r"^(?:out )?of (?:the|its|their|his|her|those|these|our|all)(?: (?:the|its|their))?$")
_TAKEN = re.compile(r"\b(?:is|was|are|were|has|have|had|been)\b")
_LEAVING = re.compile(
    rf"\b(?:leav(?:es|ing)|(?:which|that|this) left|so that)(?: (?:it|them|him|her|us) with)?{_HEDGES}$"
)
_STILL = re.compile(rf"(?:\band|,|;|\bwith|\bso)(?: (?:the|another|a further|still|that))*{_HEDGES}$")
_TO_GO = re.compile(
    r"(?:[\w’'-]+ )?(?:(?:is|are|was|were) )?(?:still )?(?:left|to go|to come|remain(?:s|ed|ing)?"
    r"|outstanding|missing)\b"
)
_TARGET = re.compile(
    r"\b(?:chas(?:es|ed|ing)|target of|needs?|needed|required?|requires|goal of|aim(?:ed)? (?:of|for)|set)(?: to \w+)?"
    rf"{_HEDGES}$"
)
_NEEDING = re.compile(
    rf"\b(?:another|a further|needs?|needed|needing|lacks?|lacked|lacking|short by|wanted|wants){_HEDGES}$"
)
_SHORT = re.compile(
    r"(?:[\w’'-]+ )?(?:short|(?:were|are|was|is) (?:still )?(?:required|needed|missing|wanting)|to go)\b"
)
_NARROWED = re.compile(
    r"\b(?:after|once|when|if|not counting|apart from|excluding|for (?:the|its|members|sale)"
    r"|^(?:[\w’'-]+ )?to (?!be|go|come))\b"
)
_SHARES = {"percent", "percentage_point", "fraction"}
_CARRIED = re.compile(r"\b(?:carried|won|passed|approved|rejected|lost|defeated|beaten|adopted) by(?: a majority of)?$")
_CLEAR = re.compile(r"^(?:[\w-]+ )?(?:behind|ahead of|clear of|adrift of|short of|above|below)\b")
_OF_LEADER = re.compile(r"^(?:[\w-]+ )?(?:behind|adrift of) (?:the leaders?|them|top spot|first place|the top)\b")
_TOP = re.compile(r"\b(?:top|lead|leads|leaders?|leading|first)\b")
_AT_SUM = re.compile(r"\b(?:on|with|at)$")
_WICKETS = 10  # of a side
_WIDEST_GAP = 90  # characters
_APART = re.compile(r"\b(?:to|against|and|than|compared with|versus|while|but|from)\b|,")


def find(page: Page) -> Iterator[Frame]:
    """Every difference that is stated right behind the two figures that it is reckoned from."""
    for passage, previous in page.amounts():
        figures = _without_wickets(passage)
        if previous is not None:
            yield from _behind_leader(passage, previous)
        for first, second, difference in zip(figures, figures[1:], figures[2:], strict=False):
            yield from _won_by(passage, first, second, difference)
            yield from _left(passage, first, second, difference)
            yield from _behind(passage, first, second, difference)
            yield from _carried_by(passage, first, second, difference)
            noun = _NOUN_OF.search(passage.before(difference))
            named = noun is not None and noun[1] in phrases("direction", "differences")
            between = _BETWEEN.search(passage.before(first)) and _IS.search(passage.before(difference))
            if not (named or between) or not is_plain(difference) or _counts_others(first, second, difference):
                continue
            units = {quantity(first).unit, quantity(second).unit}
            own = quantity(difference).unit
            points = own == "percentage_point" and units == {"percent"}
            left_out = units == {own, "count"} and any(
                is_bare(f) for f in (first, second) if quantity(f).unit == "count"
            )
            alone = sum(quantity(f).unit in units for f in figures) <= 2 + (own in units)
            gap = passage.between(first, second)
            if (
                is_plain(first)
                and is_plain(second)
                and alone
                and (units == {own} or points or left_out)
                and _APART.search(gap)
            ):
                yield Frame("difference", (("first", first), ("second", second), ("difference", difference)))


def _counts_others(first: Mention, second: Mention, difference: Mention) -> bool:
    """Whether a difference counts what neither figure does: "four tries to two, a margin of 14 points"."""
    named = [f for f in (first, second) if quantity(f).unit == "count" and not is_bare(f)]
    told = quantity(difference).unit == "count" and not is_bare(difference)
    return bool(told and named) and all(f.row["measure"] != difference.row["measure"] for f in named)


def _without_wickets(passage: Passage) -> list[Mention]:
    """The figures of a sentence without the "five" of "187 for five"."""
    fallen = {
        id(second)
        for first, second in pairwise(passage.figures)
        if passage.between(first, second) == "for" and is_bare(second) and (quantity(second).value or 0) <= _WICKETS
    }
    return [figure for figure in passage.figures if id(figure) not in fallen]


def _won_by(passage: Passage, difference: Mention, first: Mention, second: Mention) -> Iterator[Frame]:
    """ "won by 14, 19 to 6", "a defeat by 12 points, 88-76": the difference before the score."""
    if not all(is_plain(figure) for figure in (difference, first, second)):
        return
    if not all(quantity(f).unit == "count" or quantity(f).unit == quantity(difference).unit for f in (first, second)):
        return  # "outgained them by 88 yards, 402 to 334"
    behind = re.fullmatch(r"(?:[\w-]+ ?)?,", passage.between(difference, first)) is not None
    scored = re.fullmatch(r"to|[-–]", passage.between(first, second)) is not None
    if behind and scored and _WON_BY.search(passage.before(difference)) and len(passage.figures) == 3:
        yield Frame("difference", (("first", first), ("second", second), ("difference", difference)))


def _behind_leader(passage: Passage, previous: Passage) -> Iterator[Frame]:
    """ "Orton are top with 54 points. Marle, with 49 points, are four points behind the leaders"."""
    if len(passage.figures) != 2 or len(previous.figures) != 1 or not all(map(is_plain, passage.figures)):
        return
    (own, difference), (other,) = passage.figures, previous.figures
    measures = {f.row["measure"] for f in (own, difference, other)}
    of_leader = _OF_LEADER.match(passage.after(difference)) and _TOP.search(
        previous.plain, previous.start, previous.end
    )
    if of_leader and len(measures) == 1 and is_plain(other) and quantity(own).unit == quantity(other).unit:
        yield Frame("difference", (("first", own), ("second", other), ("difference", difference)))


def _carried_by(passage: Passage, first: Mention, second: Mention, difference: Mention) -> Iterator[Frame]:
    """ "With 412 votes to 388, it was carried by 34"."""
    if not all(map(is_plain, (first, second, difference))) or not is_bare(difference):
        return
    scored = re.fullmatch(r"(?:[\w-]+ )?(?:to|against|[-–])", passage.between(first, second)) is not None
    if scored and _CARRIED.search(passage.before(difference)) and quantity(first).unit == quantity(second).unit:
        yield Frame("difference", (("first", first), ("second", second), ("difference", difference)))


def _behind(passage: Passage, own: Mention, difference: Mention, other: Mention) -> Iterator[Frame]:
    """ "They have 26 points, seven behind the leaders, Marlingham, on 35"."""
    if not all(map(is_plain, (own, difference, other))) or not is_bare(other):
        return
    gap = passage.after(difference)
    if _CLEAR.match(gap) and _AT_SUM.search(passage.before(other)) and not _TAKEN.search(gap):
        yield Frame("difference", (("first", own), ("second", other), ("difference", difference)))


def _left(passage: Passage, first: Mention, second: Mention, left: Mention) -> Iterator[Frame]:
    """ "412 of its 600 seats are taken, which leaves 188"; "at 187, chasing 242, they needed another 55"."""
    lead, behind, gap = passage.before(left), passage.after(left), passage.between(first, second)
    figures = (first, second, left)
    if not all(map(is_plain, figures)) or len(lead) > _WIDEST_GAP or _NARROWED.search(behind):
        return
    units = {quantity(f).unit for f in figures if not (quantity(f).unit == "count" and is_bare(f))}
    counted = {f.row["measure"] for f in figures if quantity(f).unit == "count" and not is_bare(f)}
    if len(units) > 1 or units & _SHARES or len(counted) > 1 or quantity(first).value == quantity(second).value:
        return
    opening = _OPENING_OF.search(passage.before(first)) is not None
    parted = _PART_OF.fullmatch(gap) or (opening and _TAKEN.search(gap + " " + lead))
    rest = _LEAVING.search(lead) or (_STILL.search(lead) and _TO_GO.match(behind))
    aimed = _TARGET.search(passage.before(first)) or _TARGET.search(passage.before(second))
    short = _NEEDING.search(lead) or _SHORT.match(behind)
    if (parted and rest) or (aimed and short):
        yield Frame("difference", (("first", first), ("second", second), ("difference", left)))
