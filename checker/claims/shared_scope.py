"""Scope that figures share because the text ties them together: "161 km (100 miles)", "rose from £75m to £78m".

What restates a figure is about the same thing as that figure, whatever the parse makes of the brackets. Of the levels
of a change often only one stands beside the noun that both are levels of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.claims.frames import Frame
from checker.claims.reading import Mention

_RESTATED = {"conversion": ("given", "converted"), "words": ("words", "figures"), "ratio": ("ratio", "percent")}
_OF_ONE_THING = {"change": ("from", "to", "amount", "share", "by", "change"), "ratio": ("whole", "part", "ratio")}
_SCOPE = ("measure", "subject", "group", "place", "predicate", "object", "terms", "topic", "near", "names", "contrast",
          "polarity", "tense")  # fmt: skip
_NAMED = ("measure", "subject", "group", "place")
_TIME = ("date_start", "date_end", "date_precision", "date_relation", "date_source", "relative")


def share_scopes(frames: Iterable[Frame]) -> None:
    """Gives a restated figure the scope and time of the first, and the figures of a change or ratio one measure."""
    for frame in frames:
        members = dict(frame.members)
        first, second = (members.get(slot) for slot in _RESTATED.get(frame.kind, ("", "")))
        if first is not None and second is not None:
            second.row.update({column: first.row[column] for column in (*_SCOPE, *_TIME)})
        of_one = [members[slot] for slot in _OF_ONE_THING.get(frame.kind, ()) if slot in members]
        _fill(sorted(of_one, key=lambda mention: mention.start))


def _fill(figures: Sequence[Mention]) -> None:
    """Names the unnamed figures of one sentence after the first of them that is named."""
    named = next((figure for figure in figures if figure.row["measure"]), None)
    for figure in figures:
        if named is not None and not figure.row["measure"] and figure.sentence == named.sentence:
            figure.row.update({column: named.row[column] for column in _NAMED if not figure.row[column]})
            terms = {*figure.row["terms"].split(), *named.row["terms"].split(), named.row["measure"]}
            figure.row["terms"] = " ".join(sorted(terms))
