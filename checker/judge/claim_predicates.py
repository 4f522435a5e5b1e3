"""Tests of single claims. Each gets the selected rows of the claims table and gives one bool a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.judge.context import moment
from checker.judge.registry import claim_predicate

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.context import Context


@claim_predicate("any")
def any_claim(rows: pd.DataFrame, context: Context) -> pd.Series:
    """Every selected claim."""
    return rows["start"].notna()


@claim_predicate("undated")
def undated(rows: pd.DataFrame, context: Context) -> pd.Series:
    """Neither the claim nor its sentence, paragraph or heading has a date."""
    return ~rows["dated"] & rows["date_start"].isna() & rows["date_end"].isna()


@claim_predicate("unresolved")
def unresolved(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A relative time ("last year") that nothing in the article turns into a date."""
    return rows["relative"] & rows["date_start"].isna() & rows["date_end"].isna()


@claim_predicate("passed")
def passed(rows: pd.DataFrame, context: Context) -> pd.Series:
    """The claim's time is over on the day that the article is read; silent where that day is unknown."""
    return rows["date_end"] <= moment(context.as_of) if context.as_of else rows["start"].isna()


@claim_predicate("uncited")
def uncited(rows: pd.DataFrame, context: Context) -> pd.Series:
    """The sentence neither links nor footnotes nor names a source."""
    return ~rows["cited"] & (rows["attribution"] == "")


@claim_predicate("without_figure")
def without_figure(rows: pd.DataFrame, context: Context) -> pd.Series:
    """The sentence holds no figure."""
    return ~rows["figured"]


@claim_predicate("unanswered")
def unanswered(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A question whose answer lacks what was asked for, is vague, or does not come."""
    return rows["answer"].isin(["missing", "vague", "none"])


@claim_predicate("falsely_precise")
def falsely_precise(rows: pd.DataFrame, context: Context) -> pd.Series:
    """An approximate figure that is written to four digits or more ("about 8,512.3")."""
    # Pence and cents are how a price is written, not a claim to precision.
    resolution = rows["resolution"].where(~rows["unit"].str.isupper(), rows["resolution"].clip(lower=0.5))
    round_to_ten = (rows["value"] % 10 == 0) & (resolution < 5)  # "around 1,200 years" promises no single year
    resolution = resolution.where(~round_to_ten, 5.0)
    return rows["approximate"] & (rows["value"].abs() >= 2000 * resolution) & (resolution > 0)
