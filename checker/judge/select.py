"""Filters the claims table by a rule's `select` and `reject` tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from checker.judge.rule import Condition

    Mask = NDArray[np.bool_]


def matching(claims: pd.DataFrame, select: Mapping[str, Condition], reject: Mapping[str, Condition]) -> Mask:
    """One bool a row: it holds for every column of `select` and for none of `reject`."""
    import numpy as np

    chosen = np.ones(len(claims), dtype=bool)
    for condition in select.values():
        chosen &= _holds(claims, condition)
        if not chosen.any():
            return chosen
    for condition in reject.values():
        chosen &= ~_holds(claims, condition)
    return chosen


def _holds(claims: pd.DataFrame, condition: Condition) -> Any:
    column = claims[condition.column]
    if len(condition.values) == 1:
        return (column == condition.values[0]).to_numpy()
    return column.isin(condition.values).to_numpy()
