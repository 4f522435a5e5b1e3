"""Which of the pairs that contradict each other are meant: a claim answers to its nearest counterpart only.

Two figures of one sentence are two facts, for a sentence does not contradict itself. So where a claim agrees with one
figure of a passage, the other figures of that passage are about something else; and where it agrees with none, it is
compared with the one that is nearest to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

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
    agreeing: dict[tuple[int, tuple[str, int]], float] = {}
    nearest: defaultdict[tuple[int, tuple[str, int]], float] = defaultdict(lambda: float("-inf"))
    passages = [_passage(row) for row in rows]
    for a, b, score, contradicts in zip(left, right, scores, flagged, strict=True):
        for one, other in ((a, b), (b, a)):
            passage = (one, passages[other])
            if not contradicts:
                agreeing[passage] = max(score, agreeing.get(passage, score))
            nearest[passage] = max(nearest[passage], score)
    kept = np.zeros(len(left), dtype=bool)
    for index, (a, b, score, contradicts) in enumerate(zip(left, right, scores, flagged, strict=True)):
        if not contradicts or _one_sentence(rows[a], rows[b]):
            continue
        kept[index] = all(
            score >= nearest[passage] and score >= agreeing.get(passage, float("-inf")) + NEARER
            for passage in ((a, passages[b]), (b, passages[a]))
        )
    return kept


def _one_sentence(a: Row, b: Row) -> bool:
    """Whether the two stand in one sentence, or in one table, which says one thing as a sentence does."""
    return bool(a["sentence_number"] == b["sentence_number"])


def _passage(row: Row) -> tuple[str, int]:
    """The paragraph or table that a row stands in."""
    return ("table", row["sentence_number"]) if row["zone"] == "table" else ("block", row["block"])
