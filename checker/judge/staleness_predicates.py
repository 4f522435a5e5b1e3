"""Tests of single claims for staleness: what was true when it was written, and is read on another day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from checker.judge.registry import claim_predicate

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.context import Context

OLD = dt.timedelta(days=365)  # an article's "now" no longer means the reader's


def age(context: Context) -> dt.timedelta | None:
    """How old the text is on the day it is read; None where either day is unknown."""
    written = context.updated or context.published
    return context.as_of - written if written and context.as_of else None


@claim_predicate("adrift")
def adrift(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A time that counts from the day of writing, in an article that bears no date or is older than a year."""
    written = context.updated or context.published
    old = age(context)
    stale = written is None or (old is not None and old > OLD)
    return stale & ~rows["dated"] & (rows["relative"] | (rows["kind"] == "phrase"))
