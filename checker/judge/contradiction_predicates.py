"""Tests of pairs and frames for what cannot both be true besides plain figures: denials, orders of events, names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.judge.comparable_events import BEFORE, is_step_before
from checker.judge.context import moment
from checker.judge.pair_predicates import disjoint
from checker.judge.registry import frame_predicate, pair_predicate
from checker.judge.rows import rows_of, slot, words_of, words_said
from checker.lexicon import lexicon

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from checker.judge.context import Context
    from checker.judge.registry import Words
    from checker.judge.rows import Row

    Mask = NDArray[np.bool_]

_TELLING_DIGITS = 4  # that two sums share by no chance
_NOBODY = ("nobody", "no one", "no-one", "none")
_SAME_WORDS = 2  # beside them
_SCALES = (1e3, 1e6, 1e9)  # thousand, million and billion mistaken for one another
_OPEN_ENDED = ("since", "from", "after")  # "running since 2010" says nothing of an end
_OPEN_BEFORE = ("by", "until", "before")  # "begun by 2010" says nothing of a beginning
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_SAME_DIGITS = 0.05  # how far the two may differ besides the slip: "3.1 million" and "3.14 billion"


@pair_predicate("counted_though_denied")
def counted_though_denied(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """One side says that there is none, the other counts some.

    A bare figure ("three have been hurt") counts those named before it: only "nobody" denies them for certain.
    "Nobody has died since November" leaves those who died in the year that holds it.
    """
    earlier = (right["date_start"] < left["date_start"]) & right["date_end"].notna()
    bare = ~right["text"].str.contains(" ", regex=False)
    everybody = left["text"].str.lower().isin(_NOBODY)
    some: Mask = ((right["low"] > 0) & (everybody | ~bare) & ~earlier).to_numpy()
    return some


@pair_predicate("scale_slip")
def scale_slip(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """The two figures have the same digits, but one is a thousand, a million or a billion times the other."""
    import numpy as np

    a, b = left["value"].abs().to_numpy(), right["value"].abs().to_numpy()
    with np.errstate(invalid="ignore", divide="ignore"):
        ratio = np.maximum(a, b) / np.minimum(a, b)
        slips: Mask = np.logical_or.reduce([np.abs(ratio / scale - 1) <= _SAME_DIGITS for scale in _SCALES])
    counted = (left["unit"] == "count").to_numpy()  # who counts two things has no magnitude to mistake
    large: Mask = np.minimum(a, b) >= np.where(counted, _SCALES[0], np.nextafter(0, 1))
    return np.logical_and(slips, large)


@pair_predicate("amounts_differ", compares_values=True)
def amounts_differ(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """No value fits both figures, rounding included, and it is no mere slip of a thousandfold."""
    return disjoint(left, right, context) & ~scale_slip(left, right, context)


@pair_predicate("out_of_order")
def out_of_order(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """Something is over before what has to come first has begun: ended before it began, married before birth."""
    import numpy as np

    pairs = list(zip(rows_of(left), rows_of(right), strict=True))
    left_first: Mask = np.array([is_step_before(a, b) for a, b in pairs], dtype=np.bool_)
    right_first: Mask = np.array([is_step_before(b, a) for a, b in pairs], dtype=np.bool_)
    return (left_first & _ends_before(right, left)) | (right_first & _ends_before(left, right))


@pair_predicate("earlier_than_the_first")
def earlier_than_the_first(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """What the right side tells was over before what the left side calls the first, or before publication."""
    import numpy as np
    import pandas as pd

    published = pd.Timestamp(moment(context.published)) if context.published else pd.NaT
    undated = left["date_start"].isna()
    first = left["date_start"].where(~undated, published)
    told_now = (~undated | (left["tense"] == "present")).to_numpy()
    earlier: Mask = (right["date_end"] <= first).to_numpy()
    return np.asarray(earlier & told_now)


@pair_predicate("done_before_the_first")
def done_before_the_first(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """What the right side tells was done before what the left side calls the first, by its date or its tense."""
    import numpy as np

    told: Mask = np.array([BEFORE in limits.split() for limits in right["limits"]], dtype=np.bool_)
    undated = left["date_start"].isna().to_numpy()
    return earlier_than_the_first(left, right, context) | (told & undated)


@pair_predicate("ranks_differ")
def ranks_differ(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """One side calls it the first, the other the second or a later one."""
    differ: Mask = (left["entry"] != right["entry"]).to_numpy()
    return differ


@pair_predicate("values_differ", compares_values=True)
def values_differ(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """The two sides give two ranks, or two times of day."""
    differ: Mask = (left["value"] != right["value"]).to_numpy()
    return differ


@frame_predicate("stages_reversed", words=("first", "then"))
def stages_reversed(rows: Sequence[Row], context: Context) -> Words | None:
    """The stage that has to come first is dated after the one that has to follow it."""
    earlier, later = (slot(rows, name)[0] for name in ("earlier", "later"))
    if not later["date_end"] <= earlier["date_start"]:
        return None
    return {"first": str(earlier["text"]), "then": str(later["text"])}


@frame_predicate("told_though_denied", words=("denial", "told"))
def told_though_denied(rows: Sequence[Row], context: Context) -> Words | None:
    """A sentence denies what another tells in other words; a frame is found only where one does."""
    denial, told = (slot(rows, name)[0] for name in ("denial", "told"))
    return {"denial": str(denial["text"]), "told": str(told["text"])}


@frame_predicate("rank_direction_off", words=("direction", "start", "end", "said"))
def rank_direction_off(rows: Sequence[Row], context: Context) -> Words | None:
    """The text says that a rank became better and gives a higher number, or the other way round."""
    start, end, direction = (slot(rows, name)[0] for name in ("from", "to", "direction"))
    better = end["value"] < start["value"]
    if start["value"] == end["value"] or better == (direction["entry"] == "rise"):
        return None
    return {
        "direction": "a climb" if better else "a drop",
        "start": str(start["text"]),
        "end": str(end["text"]),
        "said": str(direction["text"]),
    }


def _ends_before(a: pd.DataFrame, b: pd.DataFrame) -> Mask:
    known = ~a["date_relation"].isin(_OPEN_ENDED) & ~b["date_relation"].isin(_OPEN_BEFORE)
    over: Mask = (known & (a["date_end"] <= b["date_start"])).to_numpy()
    return over


@pair_predicate("currencies_differ")
def currencies_differ(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """The same sum stands once in one currency and once in another."""
    currencies = set(lexicon("currencies"))
    both = left["unit"].isin(currencies) & right["unit"].isin(currencies)
    differ: Mask = (both & (left["unit"] != right["unit"])).to_numpy()
    return differ


@frame_predicate("scores_differ", words=("headline", "told"))
def scores_differ(rows: Sequence[Row], context: Context) -> Words | None:
    """A headline gives one final score, and the text another."""
    headline, told = slot(rows, "headline"), slot(rows, "text")
    if not headline or not told or headline[0]["entry"] == told[0]["entry"]:
        return None
    return {"headline": str(headline[0]["entry"]), "told": str(told[0]["entry"])}


@frame_predicate("ages_differ", words=("first", "other"))
def ages_differ(rows: Sequence[Row], context: Context) -> Words | None:
    """A text gives one person two ages at one time."""
    first, other = slot(rows, "first"), slot(rows, "other")
    if not first or not other or first[0]["value"] == other[0]["value"]:
        return None
    return {"first": first[0]["text"], "other": other[0]["text"]}


@pair_predicate("same_digits_in_currencies")
def same_digits_in_currencies(left: pd.DataFrame, right: pd.DataFrame, context: Context) -> Mask:
    """A sum with four or more digits that count, £3,299, stands once in one currency and once in another.

    Three digits are enough where the later sum points back to the earlier: "the €299 that it asks". Not where one
    sentence gives it in both: prices may be the same figure in two countries.
    """
    import numpy as np

    differ = currencies_differ(left, right, context)
    sides = list(zip(left["article"], left["low"], left["high"], strict=True))
    together = (left["sentence_number"] == right["sentence_number"]).to_numpy()
    listed = {side for side, beside, other in zip(sides, together, differ, strict=True) if beside and other}
    result: Mask = np.zeros(len(left), dtype=np.bool_)
    positions = differ.nonzero()[0]
    for position, a, b in zip(positions, rows_of(left.iloc[positions]), rows_of(right.iloc[positions]), strict=True):
        telling = _digits(a["low"]) >= _TELLING_DIGITS - _points_back(a, b)
        result[position] = telling and sides[position] not in listed
    return result


def _points_back(a: Row, b: Row) -> bool:
    """Whether the later of two sums is the one just named, or both are told in some of the same words."""
    later = a if a["start"] > b["start"] else b
    said, told = (words_said(row) | words_of(row, "subject") for row in (a, b))
    known = later["definite"] or len(said & told) >= _SAME_WORDS
    return bool(known and not (a["place"] or b["place"]))


def _digits(value: float) -> int:
    """How many digits of a figure count: of 3,299,000 four."""
    return len(Decimal(repr(value)).normalize().as_tuple().digits)


@frame_predicate("spelled_in_two_ways", words=("usual", "odd"))
def spelled_in_two_ways(rows: Sequence[Row], context: Context) -> Words | None:
    """One person's name is spelled in two ways."""
    usual, odd = slot(rows, "usual"), slot(rows, "odd")
    if not usual or not odd:
        return None
    return {"usual": str(usual[0]["entry"]), "odd": str(odd[0]["entry"])}


@frame_predicate("excepted", words=("all", "exception"))
def excepted(rows: Sequence[Row], context: Context) -> Words | None:
    """What is said of all, or of none, and some that are named elsewhere do the opposite."""
    whole, exceptions = slot(rows, "all"), slot(rows, "exception")
    if not whole or not exceptions:
        return None
    if whole[0]["text"].lower().startswith(_NOBODY) and _SINCE.search(whole[0]["sentence"]):
        return None  # "nobody has died since November" says so of a part of the time
    return {"all": str(whole[0]["text"]), "exception": str(exceptions[0]["text"])}
