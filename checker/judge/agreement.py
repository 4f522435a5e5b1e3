"""Which of the pairs that contradict each other are meant: a claim answers to its nearest counterpart only.

Two figures of one sentence are two facts, for a sentence does not contradict itself. So where a claim agrees with one
figure of a passage, the other figures of that passage are about something else; and where it agrees with none, it is
compared with the one that is nearest to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker.judge.retelling import ZONES, retells
from checker.judge.rows import Row

NEARER = 1.0  # by how much more evidence a disagreeing counterpart must have than an agreeing one to be heard at all


def disagreements(
    left: Sequence[int],
    right: Sequence[int],
    scores: Sequence[float],
    flagged: Sequence[bool],
    rows: Sequence[Row],
) -> NDArray[np.bool_]:
    """One bool a pair: whether it is flagged and no nearer counterpart explains it away.

    `left`, `right` are row positions, `scores` the evidence that the two speak of one fact (checker.judge.comparable).
    """
    agreeing: dict[_Asked, float] = {}
    nearest: dict[_Asked, tuple[float, tuple[float, float]]] = {}
    for a, b, score, contradicts in zip(left, right, scores, flagged, strict=True):
        for one, other in ((a, b), (b, a)):
            asked = _asked(one, rows[one], rows[other])
            if not contradicts and not _other_ranges(rows[a], rows[b]):
                agreeing[asked] = max(score, agreeing.get(asked, score))
            if asked not in nearest or score > nearest[asked][0]:
                nearest[asked] = score, _value(rows[other])
    kept = np.zeros(len(left), dtype=bool)
    for index, (a, b, score, contradicts) in enumerate(zip(left, right, scores, flagged, strict=True)):
        if not contradicts or _one_sentence(rows[a], rows[b]):
            continue
        kept[index] = all(
            (score >= nearest[asked][0] or (asked.passage == _TEXT and _value(rows[other]) == nearest[asked][1]))
            and score >= agreeing.get(asked, float("-inf")) + NEARER
            for other, asked in ((b, _asked(a, rows[a], rows[b])), (a, _asked(b, rows[b], rows[a])))
        )
    return kept


class _Asked(NamedTuple):
    """A claim, and the passage in which its counterpart is looked for."""

    claim: int
    passage: tuple[str, int]


_TEXT = ("text", 0)


def _asked(claim: int, row: Row, other: Row) -> _Asked:
    """For a title or description the whole text is one passage: it may give the figure again and again."""
    return _Asked(claim, _TEXT if row["zone"] in ZONES and retells(row, other) else _passage(other))


def _value(row: Row) -> tuple[float, float]:
    return row["low"], row["high"]


def _other_ranges(a: Row, b: Row) -> bool:
    """Whether two ranges overlap without being one: "3% to 5%" neither agrees with "4% to 7%" nor contradicts it."""
    return bool(a["bound"] == b["bound"] == "range" and a["low"] != b["low"] and a["high"] != b["high"])


def _one_sentence(a: Row, b: Row) -> bool:
    """Whether the two stand in one sentence, or in one table or list: each of these tells several things, each once."""
    in_one_list = a["zone"] == b["zone"] == "list" and a["section"] == b["section"]
    return bool(a["sentence_number"] == b["sentence_number"] or in_one_list)


def _passage(row: Row) -> tuple[str, int]:
    """The paragraph or table that a row stands in."""
    return ("table", row["sentence_number"]) if row["zone"] == "table" else ("block", row["block"])
