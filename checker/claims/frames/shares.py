"""Shares frames: percentages that are said to make up one whole. Slots: `share`, `reason` (the words that say so)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claims.frames.cues import phrase_pattern
from checker.claims.frames.exhaustive import closed_by, nearly_whole
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity
from checker.claims.reading import Mention

# Between two shares of one whole stand only what each share is of; these words lead away to something else.
_BREAK = re.compile(
    r"\b(?:compared|against|versus|than|while|whereas|but|up|down|rose|fell|increase|decrease|rise|fall|when|if"
    r"|which is|after|before|of whom|of which|of them|of those)\b|\bto(?: (?:about|some|nearly|almost|just|over))*$"
)
_OF_BASE = re.compile(r"^of (?:them|these|those|it|which|whom)\b(?! [\w-]+ (?:is|was|are|were)\b)")  # "46% of them, …"
_REMAINDER = re.compile(r"\b(?:remaining|rest|remainder|balance|other)\b[^.;:]{0,40}$")
_REMAINDER_AFTER = re.compile(r"(?:the |a )?(?:rest|remainder|balance)\b")
_ROLES = ("share", "level", "part", "")
_FEWEST = 3  # shares, where nothing but a statement nearby says that they make up a whole


def find(page: Page) -> Iterator[Frame]:
    """Every list of percentages in running text that is exclusive and exhaustive by what the text says."""
    for number, passages in enumerate(page.blocks):
        before = page.blocks[number - 1][-1:] if number else []
        for index, passage in enumerate(passages):
            for group in _groups(passage):
                if _overlapping(passages, index):
                    continue
                members: tuple[tuple[str, Mention], ...] = tuple(("share", figure) for figure in group)
                if _closed_by_remainder(passage, group) and nearly_whole(group):
                    yield Frame("shares", members)
                elif len(group) >= _FEWEST and nearly_whole(group):
                    reason = _statement([*before, *passages], index + len(before), len(group))
                    if reason is not None:
                        yield Frame("shares", (*members, ("reason", reason)))


def _groups(passage: Passage) -> Iterator[list[Mention]]:
    """Runs of two or more percentages that are listed beside one another."""
    run: list[Mention] = []
    for figure in passage.figures:
        share = quantity(figure).unit == "percent" and is_plain(figure) and figure.row["role"] in _ROLES
        if share and run and not _BREAK.search(_OF_BASE.sub("", passage.between(run[-1], figure))):
            run.append(figure)
            continue
        if len(run) >= 2:
            yield run
        run = [figure] if share else []
    if len(run) >= 2:
        yield run


def _closed_by_remainder(passage: Passage, group: Sequence[Mention]) -> bool:
    """ "the remaining 14%", "10% the rest"."""
    return _REMAINDER.search(passage.before(group[-1])) is not None or (
        _REMAINDER_AFTER.match(passage.after(group[-1])) is not None
    )


def _overlapping(passages: Sequence[Passage], index: int) -> bool:
    """Whether the sentence, the one before it or a figureless one behind it says that shares may overlap."""
    pattern = phrase_pattern("shares", "overlapping")
    near = [passages[index]]
    near += [p for p in passages[max(0, index - 1) : index] if not _has_shares(p)]
    near += [p for p in passages[index + 1 : index + 2] if not _has_shares(p)]
    return any(pattern.search(p.plain, p.start, p.end) for p in near)


def _has_shares(passage: Passage) -> bool:
    return any(quantity(figure).unit == "percent" for figure in passage.figures)


def _statement(passages: Sequence[Passage], index: int, shares: int) -> Mention | None:
    """The words nearby that make so many shares exclusive and exhaustive."""
    near = [passages[index], *passages[index + 1 : index + 2], *reversed(passages[max(0, index - 2) : index])]
    return next((reason for passage in near if (reason := closed_by(passage, shares)) is not None), None)
