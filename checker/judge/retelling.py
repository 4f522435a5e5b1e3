"""Titles and descriptions retell what the text says: which figures of theirs are told there, and how well two match.

A figure of a title or description that the text gives too is accounted for, and so is the text's. What is left over on
both sides is compared: of all that the text says, with what is told in most of the same words.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.judge.alternatives import told_apart
from checker.judge.cycles import place_in_cycle
from checker.judge.reach import reach, times_differ
from checker.judge.rows import Row, rows_of, words_of, words_said
from checker.judge.scopes import OUTCOMES

if TYPE_CHECKING:
    import pandas as pd

ZONES = frozenset({"title", "description"})
MOST = 40  # figures of titles and descriptions that are looked up in the text; beyond, they are no summary

_WORD = 0.5  # each shared word of the two sentences, and once more of the two clauses
_SAME_MEASURE = 1.0
_RARE = 1.0  # no other figure of the article counts that
_SAME_FORM = 1.0  # both are ranges, or both bounds
_SOLE = 2.0  # neither the summary nor the text gives another figure in that unit that is left over
_SAME_DEED = 1.5  # "two arrested", "three men have been arrested"
_TOLL = 2.0  # how many died or were hurt in all: the text gives no larger figure, and none of another time
_APART_FROM = 0.5  # powers of ten from which on two counts, the farther apart, are the less likely one fact
_ALIKE, _ALIKE_FROM = 0.5, math.log10(1.5)  # figures of one size: 1.62% and 1.63%

_SAME_FIGURE = 1.0  # the two sentences give one more figure that both share: "$5bn in 2023", "$5bn in 2024"
_FIGURE = re.compile(r"\d[\d,.]*\d|\d(?= ?(?:k|m|bn|tn|million|billion|trillion|%)\b)")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")

_LEVELS = {
    "level",
    "limit",
    "share",
    "total",
    "average",
    "part",
    "target",
    "",
}  # roles that a summary takes for one another


def retells(a: Row, b: Row) -> bool:
    """Whether one of two claims of an article stands in its title or description, and the other does not."""
    return bool((a["zone"] in ZONES) != (b["zone"] in ZONES) and a["article"] == b["article"])


def told_twice(claims: pd.DataFrame) -> list[bool]:
    """For each row whether the summary and the text both give its figure, in words of which one at least is the same.

    `claims` has the columns of the claims table and `margin` (see checker.judge.interval).
    """
    told = [False] * len(claims)
    figures = claims["kind"].isin(["quantity", "date"])
    summarised = figures & claims["zone"].isin(ZONES)
    positions = (figures & claims["article"].isin(claims["article"][summarised])).to_numpy().nonzero()[0].tolist()
    rows = dict(zip(positions, rows_of(claims.iloc[positions]), strict=True))
    summaries: defaultdict[str, list[int]] = defaultdict(list)
    for position in summarised.to_numpy().nonzero()[0].tolist():
        summaries[rows[position]["article"]].append(position)
    for position, row in rows.items():
        if row["zone"] in ZONES:
            continue
        for other in summaries[row["article"]][:MOST]:
            if _tell_one_thing(rows[other], row):
                told[position] = told[other] = True
    return told


def sole_of_unit(claims: pd.DataFrame) -> list[bool]:
    """For each row whether the summary, or the text, gives no other figure in its unit that is not in both.

    `claims` has the columns of the claims table and `told_twice`.
    """
    names = ("article", "zone", "kind", "unit", "told_twice")
    rows = list(zip(*(claims[name].tolist() for name in names), strict=True))
    keys = [(article, zone in ZONES, kind, unit) for article, zone, kind, unit, _ in rows]
    counts = Counter(key for key, row in zip(keys, rows, strict=True) if not row[-1])
    return [counts[key] == 1 for key in keys]


def _tell_one_thing(summary: Row, text: Row) -> bool:
    if summary["kind"] != text["kind"]:
        return False
    if summary["kind"] == "date":
        if reach(summary) is None or reach(text) is None:  # "Q2" and "the second quarter"
            return place_in_cycle(summary) is not None and place_in_cycle(summary) == place_in_cycle(text)
        return _tells_time(text, summary)
    return summary["unit"] == text["unit"] and same_figure(summary, text) and _share_a_word(summary, text)


def _tells_time(text: Row, summary: Row) -> bool:
    """Whether a date of the text gives the summary's date, as exactly as that is told: "2020" does not give "May 2020".

    The days that are named count, not those that they bound: "by 2025" is not given by all that was before.
    """
    length, told = (row["date_end"] - row["date_start"] for row in (text, summary))
    overlap = text["date_start"] < summary["date_end"] and summary["date_start"] < text["date_end"]
    return bool(overlap and length <= told)


def match(a: Row, b: Row) -> float:
    """How far a figure left over in a summary and one left over in the text speak of one fact.

    On the scale of checker.judge.comparable; minus infinity where they cannot.
    """
    if a["contrast"] != b["contrast"] or a["polarity"] != b["polarity"] or times_differ(a, b):
        return float("-inf")
    if _role(a) != _role(b) or _other_things(a, b) or told_apart(a, b):
        return float("-inf")
    score = _WORD * _words_in_common(a, b)
    sizes = [abs(row["low"] if math.isfinite(row["low"]) else row["high"]) for row in (a, b)]
    apart = abs(math.log10(sizes[0] / sizes[1])) if all(sizes) else math.inf
    if a["measure"] and a["measure"] == b["measure"]:
        score += _SAME_MEASURE + (_RARE if a["unit"] == "count" and a["alike"] <= 2 else 0.0)
    if a["unit"] == "count" and _one_deed(a, b):
        score += _SAME_DEED
    told = a if b["zone"] in ZONES else b
    if told["measure"] in OUTCOMES and a["measure"] == b["measure"] and told["most"] and reach(told) is None:
        score += _TOLL
    if a["bound"] == b["bound"] != "exact":
        score += _SAME_FORM
    if a["unit"] == "count" and math.isfinite(apart):
        score -= max(0.0, apart - _APART_FROM)
    if a["unit"] != "count" and a["sole"] and b["sole"] and score:
        score += _SOLE
    if apart < _ALIKE_FROM:
        score += _ALIKE
    return score


def same_time_retold(a: Row, b: Row) -> float:
    """How far a date left over in a summary and one left over in the text are the date of one thing."""
    if not retells(a, b) or a["told_twice"] or b["told_twice"] or a["date_precision"] != b["date_precision"]:
        return float("-inf")
    if a["contrast"] != b["contrast"] or a["polarity"] != b["polarity"] or not _on_one_scale(a, b):
        return float("-inf")
    return _WORD * _words_in_common(a, b) + _SAME_FIGURE * len(figures_of(a["sentence"]) & figures_of(b["sentence"]))


def _on_one_scale(a: Row, b: Row) -> bool:
    """Whether two dates can be held against each other: both known, or both places in one cycle ("Q2", "May")."""
    if reach(a) is not None and reach(b) is not None:
        return True
    places = place_in_cycle(a), place_in_cycle(b)
    return places[0] is not None and places[1] is not None and places[0][0] == places[1][0]


@lru_cache(maxsize=4096)
def figures_of(sentence: str) -> frozenset[str]:
    """The figures of a sentence that two facts seldom share: of two digits or more, without years."""
    return frozenset(_FIGURE.findall(sentence)) - frozenset(_YEAR.findall(sentence))


def _words_in_common(a: Row, b: Row) -> int:
    return len(words_said(a) & words_said(b)) + len(words_of(a, "around") & words_of(b, "around"))


def same_figure(summary: Row, text: Row) -> bool:
    """Whether a summary gives a figure of the text, which it may round; "over 100" gives 100."""
    return all(abs(end - other) <= summary["margin"] for end, other in zip(_ends(summary), _ends(text), strict=True))


def _ends(row: Row) -> tuple[float, float]:
    low, high = row["low"], row["high"]
    return (low if math.isfinite(low) else high), (high if math.isfinite(high) else low)


def _other_things(a: Row, b: Row) -> bool:
    """Whether two counts count what the other sentence does not speak of."""
    if a["unit"] != "count" or a["measure"] == b["measure"] or _one_deed(a, b):
        return False
    return not (a["measure"] in words_said(b) and b["measure"] in words_said(a))


def _one_deed(a: Row, b: Row) -> bool:
    """Whether one side leaves out whom it counts, and both tell what was done to them: "Two arrested after raid"."""
    left_out = bool(a["measure"]) != bool(b["measure"])
    return left_out and a["predicate"] == b["predicate"] and a["predicate"] in words_of(a, "terms")


def _share_a_word(a: Row, b: Row) -> bool:
    return bool(words_said(a) & words_said(b) or words_of(a, "around") & words_of(b, "around"))


def _role(row: Row) -> str:
    return "level" if row["role"] in _LEVELS else str(row["role"])
