"""Shares frames over the sentences of a paragraph, of which the last share is called the rest.

"Cheese brings in 58%, with butter contributing a further 27%. The rest, 25%, is whey." Slots and kind are those of the
module for shares in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claims.frames.cues import phrase_pattern
from checker.claims.frames.exhaustive import closed_by, nearly_whole
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span
from checker.claims.reading import Mention

_REST = re.compile(
    r"\b(?:the|their|its) (?:remaining|outstanding|residual|other|last|only other)\b"
    r"(?! (?:hand|day|week|month|year|few))"
    r"|\b(?:the|a) (?:rest|remainder|balance)\b|\ball (?:the )?others\b|\bwhat (?:is|was) left\b|\bthe only other\b"
)
# What leads away from the whole that is shared out.
_ANOTHER_WHOLE = re.compile(
    r"\b(?:compared|against|versus|than|(?:up|down) (?:from|on|by)|rose|risen|rise|fell|fallen|fall|grew|grown"
    r"|increased?|decreased?|of (?:whom|which|them|these|those(?! who)|that|this)|last year"
    r"|a year (?:ago|earlier)|previously|in (?:19|20)\d\d)\b"
)
_ROLES = ("share", "level", "part", "total", "")
_MOST_SENTENCES = 3
_FEWEST, _MOST = 3, 8  # shares


def find(page: Page) -> Iterator[Frame]:
    """The shares of a paragraph up to one that is said to be the rest, or to leave nothing out."""
    for passages in page.blocks:
        for last, passage in enumerate(passages):
            window = passages[max(0, last - _MOST_SENTENCES + 1) : last + 1]
            shares = [(p, figure) for p in window for figure in p.figures if _is_share(figure)]
            if not _FEWEST <= len(shares) <= _MOST or shares[-1][0] is not passage:
                continue
            gaps = [_between(one, other) for one, other in pairwise(shares)]
            if any(map(_ANOTHER_WHOLE.search, gaps)) or _overlapping([*window, *passages[last + 1 : last + 2]]):
                continue
            figures = [figure for _, figure in shares]
            if _REST.search(gaps[-1]):
                group = _nearest_to_whole(figures)
                if group:
                    yield Frame("shares", tuple(("share", figure) for figure in group))
            elif shares[0][0] is passage and nearly_whole(figures):
                following = passages[last + 1 : last + 2]
                reason = next((found for p in following if (found := closed_by(p, len(figures)))), None)
                if reason is not None and not any(_is_share(figure) for p in following for figure in p.figures):
                    yield Frame("shares", (*(("share", figure) for figure in figures), ("reason", reason)))


def _is_share(figure: Mention) -> bool:
    return quantity(figure).unit == "percent" and is_plain(figure) and figure.row["role"] in _ROLES


def _between(one: tuple[Passage, Mention], other: tuple[Passage, Mention]) -> str:
    """The words between two shares of one paragraph."""
    return other[0].plain[span(one[1])[1] : span(other[1])[0]]


def _overlapping(window: Sequence[Passage]) -> bool:
    return any(phrase_pattern("shares", "overlapping").search(p.plain, p.start, p.end) for p in window)


def _nearest_to_whole(shares: Sequence[Mention]) -> Sequence[Mention]:
    """The shares from one of them to the last that come nearest to 100, three at least; none that may be one whole."""
    runs = [shares[first:] for first in range(len(shares) - _FEWEST + 1)]
    run = min(runs, key=lambda run: abs(sum(quantity(share).value or 0.0 for share in run) - 100.0))
    return run if nearly_whole(run) else ()
