"""Filters the claims table by a rule's `select` and `reject` tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.rule import Condition

Mask = NDArray[np.bool_]  # one bool a row


class Selector:
    """Selects rows of one table. Remembers each condition's rows, for most rules ask for the same few."""

    def __init__(self, table: pd.DataFrame) -> None:
        self.table = table
        self._holding: dict[Condition, Mask] = {}

    def matching(self, select: Mapping[str, Condition], reject: Mapping[str, Condition]) -> Mask:
        """One bool a row: it holds for every column of `select` and for none of `reject`."""
        chosen = np.ones(len(self.table), dtype=bool)
        for condition in select.values():
            chosen &= self._holds(condition)
        for condition in reject.values():
            chosen &= ~self._holds(condition)
        return chosen

    def _holds(self, condition: Condition) -> Mask:
        if condition not in self._holding:
            column = self.table[condition.column].to_numpy()
            holds = np.zeros(len(column), dtype=bool)
            for value in condition.values:
                holds |= column == value
            self._holding[condition] = holds
        return self._holding[condition]
