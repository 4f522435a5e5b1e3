"""Frames: figures that the text itself ties together, so that a rule can recompute one from the others.

One module for each kind of tie. What a module finds is only that the figures belong together; whether they agree is
judged by a rule. Where it is not sure that they do belong together, there is no frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.claims.frames import (
    age,
    age_of_thing,
    average,
    change,
    change_across,
    closed_total,
    closing_share,
    comparison,
    conversion,
    course,
    denied_and_told,
    difference,
    duration,
    elapsed,
    final_score,
    limits,
    listed_total,
    listing,
    magnitude,
    people_sum,
    quantifier,
    rank_change,
    ratio,
    shares,
    since_event,
    spelling,
    stages,
    stated_ages,
    stated_difference,
    steps,
    tables,
    told_change,
    told_factor,
    total,
    weekday,
    words,
)
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import make_page
from checker.claims.reading import BlockReading, Mention

__all__ = ["Frame", "find_frames"]

_FINDERS = (
    age.find,
    age_of_thing.find,
    average.find,
    change.find,
    change_across.find,
    closed_total.find,
    closing_share.find,
    comparison.find,
    conversion.find,
    course.find,
    denied_and_told.find,
    difference.find,
    duration.find,
    elapsed.find,
    final_score.find,
    limits.find,
    listed_total.find,
    listing.find,
    magnitude.find,
    people_sum.find,
    quantifier.find,
    rank_change.find,
    ratio.find,
    shares.find,
    since_event.find,
    spelling.find,
    stages.find,
    stated_ages.find,
    stated_difference.find,
    steps.find,
    tables.find,
    told_change.find,
    told_factor.find,
    total.find,
    weekday.find,
    words.find,
)


def find_frames(readings: Sequence[BlockReading], mentions: Sequence[Mention]) -> list[Frame]:
    """Every frame of an article, in order of the position of its first member.

    `mentions` are the article's claims in order of position; frames may bring members of their own, such as the items
    of a list, which are not yet placed.
    """
    page = make_page(readings, mentions)
    order = {id(reading): number for number, reading in enumerate(readings)}
    found: dict[tuple[object, ...], Frame] = {}
    for find in _FINDERS:
        for frame in find(page):
            found.setdefault(
                (frame.kind, *((slot, order[id(m.reading)], m.start, m.end) for slot, m in frame.members)), frame
            )
    return sorted(found.values(), key=lambda frame: min((order[id(m.reading)], m.start) for _, m in frame.members))
