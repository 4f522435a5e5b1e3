"""Closed totals: a list of parts of which the text says that they are all of a whole named before.

"It has three headings and no others: pay takes 2.1bn, equipment 1.3bn and operations 0.8bn", whose whole stands one
sentence earlier; "The whole of that sum comes from three places:" above a list; "a 5-3 vote" where "all nine voted".
Frames are those of totals: slots `part`, `total`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from checker.claims.frames.exhaustive import closed_by
from checker.claims.frames.frame import Frame, number_mention
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity
from checker.claims.reading import Mention

_COORDINATED = re.compile(r"(?:,|;|\band\b|\bplus\b)")
_BREAK = re.compile(
    r"(?<![\w-])(?:of which|of whom|including|includes|among them|compared|against|versus|than|per|each|instead|from"
    r"|average|rose|fell|up|down|although|though|while|whereas|but|if|between|by|more|fewer|less)\b"
)
_BASE_OF_COMPARISON = re.compile(
    r"\b(?:than|against|from|on|compared (?:with|to)|up|down|more|by|versus|instead of|until|before)"
    r"(?: (?:the|a|an|its|their|about|some))*$"
)
_NOT_ALL = re.compile(
    r"\b(?:some|so far|already|first|largest|biggest|including|include|includes|such as|among|mainly|mostly|chiefly"
    r"|for example|notably)\b"
)
_TALLY = re.compile(
    r"\b(?P<for>\d{1,3})[-–](?P<against>\d{1,3}) (?:vote|ruling|decision|majority|split)\b"
    r"|\bvoted(?: by)? (?P<yes>\d{1,3})(?:[-–]| to )(?P<no>\d{1,3})\b"
)
_ALL_VOTED = re.compile(
    r"\b(?:all|each|every|everybody)\b[^.;]*?\b"
    r"(?:cast (?:a|their|his|her) (?:vote|ballot)s?|voted|took part in the vote)\b"
)
_ALL = re.compile(r"\ball(?: of)?(?: (?:the|its|their))?$")
_NO_VOTE = re.compile(
    r"\b(?:abstain\w*|absent|away|missing|being|except|but (?:one|two|three)|did not|didn['’]t|not all"
    r"|nearly|almost|last time)\b"
)
_SHARES = ("percent", "percentage_point", "fraction")
_WHOLES_BACK = 2  # sentences before a list in which its whole may stand
_FARTHEST_OFF = 0.3  # of the whole by which parts may miss it by a slip
_FEWEST = 3


def find(page: Page) -> Iterator[Frame]:
    """Every whole whose parts are told one sentence later, or in the list below it, and said to be all of it."""
    for number, passages in enumerate(page.blocks):
        for index in range(len(passages)):
            yield from _told(passages, index)
        if passages and passages[-1].text.rstrip().endswith(":"):
            yield from _listed(page, number)
    yield from _votes(page)


def _told(passages: Sequence[Passage], index: int) -> Iterator[Frame]:
    """The parts in one sentence, the whole in one of those before it."""
    passage = passages[index]
    parts = _coordinated(passage)
    if len(parts) < _FEWEST or not (_count_alike(parts) or closed_by(passage, len(parts))):
        return
    near = [passage, *passages[index + 1 : index + 2], *passages[max(0, index - 1) : index]]
    if not any(closed_by(p, len(parts)) for p in near):
        return
    for earlier in reversed(passages[max(0, index - _WHOLES_BACK) : index]):
        if whole := _whole(earlier, parts):
            yield _frame(parts, whole)
            return


def _coordinated(passage: Passage) -> list[Mention]:
    """All figures of a sentence where they are one coordinated list in one unit; else none.

    Small numbers that count the parts themselves ("three headings") are no parts.
    """
    figures = [f for f in passage.figures if is_plain(f) and quantity(f).unit not in _SHARES]
    if len(figures) > _FEWEST and quantity(figures[0]).value == len(figures) - 1:
        figures = figures[1:]
    if len({quantity(f).unit for f in figures}) != 1 or quantity(figures[0]).role == "rank":
        return []
    gaps = [passage.between(a, b) for a, b in pairwise(figures)]
    clean = all(_COORDINATED.search(gap) and not _BREAK.search(gap) for gap in gaps)
    return figures if clean and not _BASE_OF_COMPARISON.search(passage.before(figures[0])) else []


def _count_alike(parts: Sequence[Mention]) -> bool:
    """Whether no two parts say that they count different things, as "40 sopranos" and "24 basses" do."""
    return len({p.row["measure"] for p in parts if quantity(p).unit == "count" and not is_bare(p)} - {""}) <= 1


def _whole(passage: Passage, parts: Sequence[Mention]) -> Mention | None:
    """The figure of an earlier sentence that the parts can be all of: none where one of several might be meant."""
    found = [
        f
        for f in passage.figures
        if is_plain(f)
        and (quantity(f).unit == quantity(parts[0]).unit or all(_is_unitless(part) for part in parts))
        and quantity(f).role != "multiple"
        and not _BASE_OF_COMPARISON.search(passage.before(f))
        and abs(_sum(parts) - _value(f)) <= _FARTHEST_OFF * abs(_value(f))
        and _value(f) > max(map(_value, parts))
    ]
    counted = {p.row["measure"] for p in parts if quantity(p).unit == "count" and not is_bare(p)} - {""}
    found = [f for f in found if len(counted) != 1 or f.row["measure"] in counted]
    return found[0] if len(found) == 1 else None


def _listed(page: Page, number: int) -> Iterator[Frame]:
    """The parts in a list of one figure each right below a block, the whole in the block's last two sentences."""
    above = page.blocks[number][-_WHOLES_BACK:]
    items = _items(page, number)
    if len(items) < _FEWEST or _NOT_ALL.search(above[-1].plain, above[-1].start, above[-1].end):
        return
    parts = [part for item in items if (part := _only_amount(item)) is not None]
    if len(parts) < len(items) or len({quantity(part).unit for part in parts}) > 1:
        return
    whole = _whole(above[-1], parts)
    if whole is None and any(closed_by(passage, len(parts)) for passage in above):
        whole = _whole(above[0], parts)
    if whole is not None:
        yield _frame(parts, whole)


def _is_unitless(figure: Mention) -> bool:
    """Whether nothing says what a figure counts, so that it can be in the unit of a whole named before."""
    return quantity(figure).unit == "count" and is_bare(figure)


def _items(page: Page, number: int) -> list[list[Passage]]:
    """The sentences of each item of the list right below a block."""
    rest = page.readings[number + 1 :]
    if not rest or rest[0].block.item is None:
        return []
    chosen = rest[0].block.item.list
    length = sum(1 for _ in takewhile(lambda r: r.block.item is not None and r.block.item.list == chosen, rest))
    return page.blocks[number + 1 : number + 1 + length]


def _only_amount(passages: Sequence[Passage]) -> Mention | None:
    """The one figure of an item."""
    figures = [figure for passage in passages for figure in passage.figures]
    plain = len(figures) == 1 and is_plain(figures[0]) and quantity(figures[0]).unit not in _SHARES
    return figures[0] if plain else None


def _votes(page: Page) -> Iterator[Frame]:
    """ "on a 5-3 vote", and elsewhere "all nine trustees were there and every one of them cast a ballot"."""
    tallies = [tally for passage in page.passages() for tally in _tallies(passage)]
    wholes = [whole for passage in page.passages() if (whole := _everybody_voted(passage)) is not None]
    if len(tallies) == len(wholes) == 1:
        yield _frame(tallies[0], wholes[0])


def _tallies(passage: Passage) -> Iterator[list[Mention]]:
    text = passage.plain
    if _NO_VOTE.search(text, passage.start, passage.end):
        return
    for match in _TALLY.finditer(text, passage.start, passage.end):
        numbers = (match["for"], match["against"]) if match["for"] else (match["yes"], match["no"])
        names = ("for", "against") if match["for"] else ("yes", "no")
        yield [
            number_mention(passage.reading, *match.span(name), float(number), resolution=0.0)
            for name, number in zip(names, numbers, strict=True)
        ]


def _everybody_voted(passage: Passage) -> Mention | None:
    """The number of voters in a sentence that says that all of them voted."""
    if not _ALL_VOTED.search(passage.plain, passage.start, passage.end) or _NO_VOTE.search(
        passage.plain, passage.start, passage.end
    ):
        return None
    figures = [
        f for f in passage.figures if quantity(f).value and re.search(r"\ball(?: of)?(?: the)?$", passage.before(f))
    ]
    return figures[0] if len(figures) == 1 and quantity(figures[0]).unit == "count" else None


def _frame(parts: Sequence[Mention], total: Mention) -> Frame:
    return Frame("total", (*(("part", part) for part in parts), ("total", total)))


def _sum(parts: Sequence[Mention]) -> float:
    return sum(map(_value, parts))


def _value(figure: Mention) -> float:
    return quantity(figure).value or 0.0
