"""Tests of single claims for vagueness: what a reader could not check."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.judge.registry import claim_predicate
from checker.judge.staleness_predicates import is_adrift
from checker.lexicon import lexicon

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.context import Context

_LEAST_COUNT = 50  # smaller round numbers are counted at a glance, and rarely change
_STATES = ("be", "live", "have", "own", "employ", "serve", "work", "number", "belong", "house", "contain", "include")
_UP_TO = r"(?:up to|as (?:many|much|little|few) as|(?:\w+ )?from|(?:start|begin)(?:s|ning|ing)? at) "
_FROM = r"(?:from|(?:start|begin)(?:s|ning|ing)? (?:at|from)) (?:just |only |as little as )?"
_LEAST_BOAST = 100  # "up to eight people" is a capacity
# "Each box holds about 60 eggs", not "each year".
_EACH = r"(?i)(?:each|every) (?!(?:year|month|week|day|hour|season|quarter|time|winter|summer|spring|autumn)\b)"
_PRICED = ("be", "cost", "start", "begin", "go", "have", "sell", "offer", "include", "")


def timed(rows: pd.DataFrame) -> pd.Series:
    """Whether a calendar date, or a relative time that the article's date resolves, stands in the sentence."""
    return rows["dated"] | (rows["date_start"].notna() & rows["date_source"].isin(["own", "sentence"]))


def _is_money(rows: pd.DataFrame) -> pd.Series:
    """Whether a sum is meant, in dollars or in crowns of a country that the words do not name."""
    return rows["unit"].str.isupper() | rows["unit"].isin(lexicon("currencies")["shared"]["names"])


@claim_predicate("undated_figure")
def undated_figure(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A rounded count or sum that is true of some time only, and neither its time nor its source is given."""
    named = (rows["unit"] == "count") & (rows["measure"] != "")
    paid = _is_money(rows) & ~rows["figured"]  # beside another figure it is a conversion or a detail
    counted = named | paid | (rows["unit"] == "percent")
    at_least = (rows["bound"] == "at_least") & rows["text"].str.match("at least ", case=False)  # "or more" is a rule's
    rounded = rows["approximate"] | rows["bound"].isin(["more_than", "less_than"]) | at_least
    large = (rows["value"] >= _LEAST_COUNT) | (rows["unit"] == "percent") | paid
    unsourced = ~rows["cited"] & (rows["attribution"] == "")
    # What happened is dated by the day of the article, where it has one; what is so now may change the day after.
    lasting = ~rows["tense"].isin(["past", "future"] if context.published else ["future"])
    ruled = at_least & rows["predicate"].isin(lexicon("capacities")["limits"])  # "takes at least 55% of the votes"
    checkable = rows["value"].notna() & counted & rounded & large & ~ruled & ~_built_in(rows)
    return checkable & ~timed(rows) & unsourced & lasting


def _built_in(rows: pd.DataFrame) -> pd.Series:
    """Whether a count is part of how a thing is made, and lasts: the seats of a hall, the pages of a book."""
    words = lexicon("capacities")
    held = (
        rows["predicate"].isin(words["carrying"]) & (rows["tense"] == "") & rows["measure"].isin(words["held"])
    )  # "can hold"
    held |= rows["predicate"].isin(words["holding"])
    each = rows["sentence"].str.match(_EACH)
    made: pd.Series = held | each | rows["measure"].isin(words["parts"])
    return made


@claim_predicate("unbased_record")
def unbased_record(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A record or a first without a figure, a year to count from or a source."""
    # The day of a record is no base; the year of a first, or of a ranking, is.
    based = rows["dated"] & rows["entry"].isin(["the first", "the largest in the world", "the most ever"])
    return ~rows["figured"] & ~rows["cited"] & ~based


@claim_predicate("dangling")
def dangling(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A change in percent, or a comparative, with neither base nor period in its sentence or paragraph."""
    phrases = rows["kind"] == "phrase"
    changes = rows["role"].isin(["increase", "decrease"]) & rows["unit"].isin(
        ["percent", "percentage_point", "fraction"]
    )
    # "30% cheaper" is one fault: the figure tells of it where it is read as a change.
    told = (rows["entry"] == "by how much") & rows["start"].isin(rows.loc[changes, "start"])
    return ((phrases & ~rows["figured"] & ~told) | changes) & ~timed(rows)


@claim_predicate("untimed")
def untimed(rows: pd.DataFrame, context: Context) -> pd.Series:
    """Neither a date nor a resolved time such as "next March" stands with it, nor does the article's own date help."""
    resolved = rows["entry"].isin(lexicon("vague_times")["resolved_by_publication"])
    if not is_adrift(context):
        return ~timed(rows) & ~resolved
    return ~timed(rows)


@claim_predicate("boastful_bound")
def boastful_bound(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A share, price or large count with "up to", "as many as" or "from", where no rule or room sets the bound."""
    money = _is_money(rows)
    bounded = rows["text"].str.match(_UP_TO, case=False) & rows["bound"].isin(["at_most", "at_least"])
    size = rows["high"].where(rows["bound"] == "at_most", rows["low"])
    boasted = rows["unit"].isin(["percent", "fraction"]) | money | ((rows["unit"] == "count") & (size >= _LEAST_BOAST))
    limits = frozenset(lexicon("capacities")["limits"])
    limited = (rows["terms"] + " " + rows["measure"] + " " + rows["predicate"]).map(
        lambda terms: not limits.isdisjoint(terms.split())
    )
    return ((bounded & boasted) | (money & _priced_from(rows))) & ~limited.astype(bool)


def _priced_from(rows: pd.DataFrame) -> pd.Series:
    """Whether a sum is the least of an offer's prices: "cruises from €499", not "from €499 to €520"."""
    import pandas as pd

    priced = rows["predicate"].isin(_PRICED) & (rows["bound"] == "exact") & (rows["role"] == "level")
    sides = zip(rows["sentence"], rows["text"], strict=True)
    opened = [bool(re.search(rf"\b{_FROM}{re.escape(text)}(?! ?(?:to|and|until|-|–))", said)) for said, text in sides]
    return priced & pd.Series(opened, rows.index, dtype=bool)
