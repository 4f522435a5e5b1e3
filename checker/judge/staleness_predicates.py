"""Tests of single claims for staleness: what was true when it was written, and is read on another day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.judge.registry import claim_predicate, pair_predicate
from checker.lexicon import lexicon

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.context import Context

OLD = dt.timedelta(days=365)  # an article's "now" no longer means the reader's
_HISTORY = dt.timedelta(days=30 * 365)
_OLDEST = 120  # years that a person may count
_MONTH = 30.44  # days, on average
# A time that counts from the day of writing, and one that counts from a day the story has reached.
_DAYS = "mon|tues|wednes|thurs|fri|satur|sun"
_FROM_NOW = rf"(?i)\b(?:today|yesterday|tomorrow|tonight|this|last|next|coming|past|current|(?:{_DAYS})day)\b"
_FROM_THEN = r"(?i)\b(?:the (?:next|last)|later(?! this| today)|before|after|that|following|previous(?:ly)?|then)\b"
_UNCOUNTED = r"(?i)(?:a few|several|some|many|a couple of|a number of|not many) "
# "The past 12 years", "the last ten years"; not "the past two years"
_LONG_SPAN = (
    r"(?i)\b(?:past|last) (?:[5-9]|\d\d|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty) years\b"
)
_EDITIONS = 5  # years: an older year in a title is the article's subject, not its edition


def age(context: Context) -> dt.timedelta | None:
    """How old the text is on the day it is read; None where either day is unknown."""
    written = context.updated or context.published
    return context.as_of - written if written and context.as_of else None


def is_adrift(context: Context, limit: dt.timedelta = OLD) -> bool:
    """Whether the day of writing is unknown to the reader, or further back than `limit`."""
    old = age(context)
    return not (context.updated or context.published) or (old is not None and old > limit)


@claim_predicate("adrift")
def adrift(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A time that counts from the day of writing, in an article that bears no date or is older than a year."""
    counted_from_now = rows["relative"] & rows["text"].str.contains(_FROM_NOW) & ~rows["text"].str.contains(_FROM_THEN)
    return ~rows["dated"] & (counted_from_now | (rows["kind"] == "phrase")) & is_adrift(context)


@claim_predicate("unnamed_term")
def unnamed_term(rows: pd.DataFrame, context: Context) -> pd.Series:
    """Words for whoever holds a post, without a date."""
    return ~rows["dated"]


@claim_predicate("drifting")
def drifting(rows: pd.DataFrame, context: Context) -> pd.Series:
    """An age, "ten years ago" or "the past 12 years", in an article that bears no date or is older than a year.

    A span of many years up to now ("for the past 12 years") drifts in a fresh article too.
    """
    written_out = rows["text"].str.contains("year", case=False)  # "at the age of 23" tells of the day she was 23
    ages = (rows["kind"] == "quantity") & (rows["role"] == "age") & written_out & (rows["tense"] != "past")
    ages &= rows["text"].str.contains("-old") | (rows["tense"] == "present")  # "must be 18 years old" is a rule
    ages &= ~rows["text"].str.contains(r"-olds\b")  # "open to 16-year-olds" is a rule
    ages &= (rows["high"] < _OLDEST) & ~rows["subject"].isin(lexicon("ages")["matured"])
    ago = (rows["kind"] == "date") & (rows["date_relation"] == "ago") & rows["date_precision"].isin(["year", "decade"])
    ago &= ~rows["text"].str.match(_UNCOUNTED)  # that it is vague is the greater fault, and another rule's
    spans = rows["text"].str.contains(r"\b(?:past|last)\b", case=False)
    lasting = (
        (rows["date_relation"] == "for")
        & (rows["tense"] == "past")
        & rows["sentence"].str.contains(r"\b(?:has|have)\b")
    )
    years = rows["text"].str.contains("year|decade", case=False)
    spans = (rows["kind"] == "duration") & years & (spans | lasting)
    if not is_adrift(context):  # the reader of a fresh article can count back, but rarely over many years
        return ~rows["dated"] & spans & rows["text"].str.contains(_LONG_SPAN)
    return ~rows["dated"] & (ages | ago | spans)


@claim_predicate("beyond_horizon")
def beyond_horizon(rows: pd.DataFrame, context: Context) -> pd.Series:
    """A day further back than the horizon of what the sentence speaks of (lexicon `horizons`)."""
    if context.as_of is None:
        return rows["start"].isna()
    days = (as_timestamp(context.as_of) - rows["date_end"]).dt.days
    lived = days < _HISTORY.days  # further back it is told as history
    horizons = rows["sentence"].map(lambda sentence: horizon(sentence, dict(context.horizons))).astype(float)
    beyond: pd.Series = lived & (days > horizons * _MONTH)
    return beyond


@claim_predicate("overtaken")
def overtaken(rows: pd.DataFrame, context: Context) -> pd.Series:
    """Something "latest" beside something newer, or something "upcoming" whose time is over."""
    latest = rows["entry"].str.startswith("latest")
    told = rows["tense"] == "past"  # "In 2019 she prepared for the upcoming vote": it was ahead of her
    return latest | (~told & (rows["date_end"] <= as_timestamp(context.as_of)))


@pair_predicate("outdates_head")
def outdates_head(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> pd.Series:
    """The text speaks as of a day after the title's year, or tells of one after the article's own date of change."""
    later = right["date_start"] >= left["date_end"]
    spoken = right["date_relation"] == "as_of"
    told = spoken | ((right["tense"] == "past") & right["date_precision"].isin(["day", "week", "month"]))
    years = left["date_start"].dt.year
    written = context.published.year - 1 if context.published else right["date_start"].dt.year - _EDITIONS
    edition = (left["zone"] == "title") & (left["date_precision"] == "year") & (years >= written)
    changed = (left["zone"] == "metadata") & (left["date_start"] == as_timestamp(context.updated))
    overtaken_head: pd.Series = (edition & spoken) | (changed & told)
    return overtaken_head & later


def as_timestamp(day: dt.date | None) -> pd.Timestamp:
    """A day as pandas compares it; a day that no row holds where it is unknown."""
    import pandas as pd

    return pd.Timestamp(day or dt.date(1, 1, 1))


def horizon(sentence: str, own: Mapping[str, int] = MappingProxyType({})) -> int:
    """After how many months what a sentence says is old: those of its kind in `own`, else in the lexicon `horizons`."""
    kind, months = next(
        (kind, months) for kind, months, words in _horizons() if words is None or words.search(sentence)
    )
    return own.get(kind, months)


@cache
def _horizons() -> tuple[tuple[str, int, re.Pattern[str] | None], ...]:
    """Name, months and words of each kind, in order; None for the kind that any sentence is of."""
    return tuple(
        (
            str(kind["kind"]),
            int(kind["months"]),
            re.compile(rf"\b(?:{'|'.join(map(re.escape, kind['words']))})\b", re.IGNORECASE) if kind["words"] else None,
        )
        for kind in lexicon("horizons")["horizon"]
    )
