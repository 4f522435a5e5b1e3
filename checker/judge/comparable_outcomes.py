"""Whether two events are two outcomes of one matter: "approved the plan", "the plan was rejected"."""

from __future__ import annotations

import re
from functools import cache

from checker.judge.comparable_events import BEFORE, NEVER, kept_apart, likeness, thing_of
from checker.judge.reach import times_differ
from checker.judge.retelling import ZONES, figures_of
from checker.judge.rows import Row, have_nothing_in_common, words_of
from checker.lexicon import lexicon

_ONE_MATTER = 1.0
_SHARED_WORD = 0.5
_RETOLD = 1.0  # a title or description against the text
_WORD = re.compile(r"[a-z]+")


def opposite_outcomes(a: Row, b: Row) -> float:
    """How far two events are outcomes of one matter of which only one can be.

    Matters are decided anew, on appeal or in another year. So neither sentence may tell of a further decision, and one
    has a date only if the other has it too, or stands in a title or description.
    """
    if not _are_opposite(a["predicate"], b["predicate"]) or kept_apart(a, b) or times_differ(a, b):
        return NEVER
    retold = (a["zone"] in ZONES) != (b["zone"] in ZONES)
    dated = [row["date_start"] == row["date_start"] for row in (a, b)]  # NaT differs from itself
    if dated[0] != dated[1] and not retold and not _is_day(a if dated[0] else b):
        return NEVER
    if _in_one_sentence(a, b) or _tells_of_another(a) or _tells_of_another(b) or _decided_by_others(a, b, retold):
        return NEVER
    if any(have_nothing_in_common(a, b, column) for column in ("names", "place")):
        return NEVER
    later = a if a["start"] > b["start"] else b
    if not (retold or later["definite"] or later["names"]):
        return NEVER
    matter = thing_of(a) & thing_of(b)
    if _figures_differ(a, b) or (not matter - _matters() and _of_other_things(a, b)):
        return NEVER  # "the plan for the bridge", "the plan for the tower"
    beside = (_said(a) & _said(b)) - thing_of(a) - thing_of(b)
    if not (beside or matter - _matters()):
        return NEVER  # "rejected the plan", "approved the plan": there are many plans
    one = likeness(thing_of(a), thing_of(b), later)
    return _ONE_MATTER + one + _SHARED_WORD * len(beside) + _RETOLD * retold


def _are_opposite(predicate: str, other: str) -> bool:
    return any(
        (predicate in one and other in two) or (predicate in two and other in one)
        for one, two in lexicon("events")["outcomes"]
    )


def _is_day(row: Row) -> bool:
    """Whether an event has a day by which the article is told, not a year of the past."""
    return bool(row["date_precision"] == "day" and row["tense"] == "past")


def _tells_of_another(row: Row) -> bool:
    said = frozenset(_WORD.findall(row["sentence"].lower()))
    return bool(said & _list("reversals")) or BEFORE in words_of(row, "limits")


def _decided_by_others(a: Row, b: Row, retold: bool) -> bool:
    """Whether two bodies decided; a title may call the one in the text by another word."""
    if not have_nothing_in_common(a, b, "subject") or not (a["object"] and b["object"]):
        return False
    return not retold or not all(words_of(row, "subject") & _list("authorities") for row in (a, b))


def _of_other_things(a: Row, b: Row) -> bool:
    """Whether each clause says more of the matter and they agree in none of it.

    In one paragraph it is enough that one says more: "approved the plan", then "rejected the plan for 90 homes".
    """
    own = thing_of(a) | thing_of(b) | words_of(a, "subject") | words_of(b, "subject")
    more, other = (_said(row) - own for row in (a, b))
    apart = more ^ other if a["block"] == b["block"] else more and other
    return bool(apart and not more & other)


def _figures_differ(a: Row, b: Row) -> bool:
    figures, others = figures_of(a["sentence"]), figures_of(b["sentence"])
    return bool(figures and others and not figures & others)


def _in_one_sentence(a: Row, b: Row) -> bool:
    return bool(a["block"] == b["block"] and a["sentence_number"] == b["sentence_number"])


def _said(row: Row) -> frozenset[str]:
    return (words_of(row, "terms") | words_of(row, "subject")) - {row["predicate"]}


@cache
def _matters() -> frozenset[str]:
    """What there are many of to decide on, so that the word alone does not tell which is meant."""
    classes = lexicon("events")["classes"]
    return frozenset((*classes["matter"], *classes["law"], *classes["agreement"]))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(lexicon("events")["words"][name])
