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
    agreeing: dict[tuple[int, int], float] = {}
    nearest: defaultdict[tuple[int, int], float] = defaultdict(lambda: float("-inf"))
    for a, b, score, contradicts in zip(left, right, scores, flagged, strict=True):
        for one, other in ((a, b), (b, a)):
            passage = (one, rows[other]["block"])
            if not contradicts:
                agreeing[passage] = max(score, agreeing.get(passage, score))
            nearest[passage] = max(nearest[passage], score)
    kept = np.zeros(len(left), dtype=bool)
    for index, (a, b, score, contradicts) in enumerate(zip(left, right, scores, flagged, strict=True)):
        if not contradicts or rows[a]["sentence_number"] == rows[b]["sentence_number"]:
            continue
        kept[index] = all(
            score >= nearest[passage] and score >= agreeing.get(passage, float("-inf")) + NEARER
            for passage in ((a, rows[b]["block"]), (b, rows[a]["block"]))
        )
    return kept
