"""Whether two sentences tell one deed that may be done more than once: they have to tell it in the same words.

"The council sold the mill to Brannock in 2011" and, further down, "After 2013, when the council sold the mill to
Brannock": who sells a thing may sell another, but seldom the same one to the same buyer.
"""

from __future__ import annotations

from functools import cache

from checker.judge.comparable_events import NEVER, same_event
from checker.judge.rows import Row, words_of
from checker.lexicon import lexicon

_LEAST_SHARED = 3  # words besides the verb that both clauses have
_MOST = 0.75  # of the words of the shorter clause
_TOLD_ALIKE = 5.0


def same_deed(a: Row, b: Row) -> float:
    """How far two dated deeds are one, told twice in nearly the same words; their times are not asked.

    Not in one paragraph: who tells there of two deeds in the same words tells two ("won the cup in 2003 and in 2006").
    """
    if a["block"] == b["block"] or not (a["tense"] == b["tense"] == "past"):
        return NEVER
    if a["predicate"] in _repeatable() or _things_recur(a) or _things_recur(b):
        return NEVER
    if not (_is_told_in_full(a) and _is_told_in_full(b)) or a["group"] != b["group"]:
        return NEVER
    terms, others = words_of(a, "terms") - {a["predicate"]}, words_of(b, "terms") - {b["predicate"]}
    shared = terms & others
    if len(shared) < max(_LEAST_SHARED, _MOST * min(len(terms), len(others))):
        return NEVER
    return _TOLD_ALIKE if same_event(a, b) > NEVER else NEVER


def _is_told_in_full(row: Row) -> bool:
    """Whether it is said who did it and to what, and the reader knows which thing is meant."""
    return bool(row["subject"] and row["object"])


def _things_recur(row: Row) -> bool:
    return bool(words_of(row, "object") & frozenset(lexicon("events")["words"]["recurring"]))


@cache
def _repeatable() -> frozenset[str]:
    return frozenset(lexicon("events")["words"]["repeatable"])
