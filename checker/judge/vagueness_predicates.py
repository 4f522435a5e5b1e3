"""Tests of single claims for vagueness: what a reader could not check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.judge.registry import claim_predicate

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.context import Context

_LEAST_COUNT = 50  # smaller round numbers are counted at a glance, and rarely change
_STATES = ("be", "live", "have", "own", "employ", "serve", "work", "number", "belong", "house", "contain", "include")
_OPEN = ("more_than", "at_least", "at_most", "less_than")


@claim_predicate("undated_figure")
def undated_figure(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A rounded count or sum that is true of some time only, and neither its time nor its source is given."""
    counted = rows["unit"].isin(["count", "percent"]) | rows["unit"].str.isupper()
    rounded = rows["approximate"] | rows["bound"].isin(_OPEN)
    large = (rows["low"].where(rows["bound"] != "at_most", rows["high"]) >= _LEAST_COUNT) | (rows["unit"] == "percent")
    unknown = ~rows["dated"] & rows["date_start"].isna() & rows["date_end"].isna()
    unsourced = ~rows["cited"] & (rows["attribution"] == "")
    # What happened is dated by the day of the article, where it has one; what is so now may change the day after.
    lasting = rows["tense"] == "present" if context.published else rows["tense"] != "future"
    return counted & rounded & large & unknown & unsourced & lasting


@claim_predicate("unbased_record")
def unbased_record(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A record or a first without a figure, a year to count from or a source."""
    return ~rows["figured"] & ~rows["dated"] & ~rows["cited"] & rows["date_start"].isna()
