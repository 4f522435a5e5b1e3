"""Whether two ranks, or two times of day, are told of one thing in one list or on the same days."""

from __future__ import annotations

from checker.judge.reach import times_differ
from checker.judge.rows import Row, words_of
from checker.judge.scopes import CERTAIN

NEVER = float("-inf")

_PART_OF_LIST = 1.0  # one side says less of the list than the other: "in the final", "in the 800m final"


def same_placing(a: Row, b: Row) -> float:
    """How far two ranks are those of one thing in one list: "finished third in the race", "came fourth in the race"."""
    scope, other_scope = words_of(a, "near"), words_of(b, "near")
    if not _one_thing(a, b) or a["tense"] != b["tense"] or not scope or not other_scope:
        return NEVER
    if scope == other_scope:
        return CERTAIN
    return CERTAIN - _PART_OF_LIST if scope < other_scope or other_scope < scope else NEVER


def same_hours(a: Row, b: Row) -> float:
    """How far two times of day are those at which one thing opens, closes, starts or ends, on the same days."""
    past = [row["tense"] == "past" for row in (a, b)]
    same_days = words_of(a, "near") == words_of(b, "near")
    return CERTAIN if _one_thing(a, b) and past[0] == past[1] and same_days else NEVER


def _one_thing(a: Row, b: Row) -> bool:
    """Whether two sentences may speak of one thing: both name it, and neither says that another time is meant."""
    thing, other = words_of(a, "subject"), words_of(b, "subject")
    known = bool(thing and other) and (thing <= other or other <= thing)
    apart = a["attribution"] != b["attribution"] or times_differ(a, b) or a["sentence_number"] == b["sentence_number"]
    return known and not apart
