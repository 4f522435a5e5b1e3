"""Whether two claims of uniqueness, or one and an event, are about one kind of thing in one scope."""

from __future__ import annotations

from checker.judge.reach import times_differ
from checker.judge.rows import Row

NEVER = float("-inf")

_SAME_KIND = 3.5  # one kind of thing, told in the same words
_SAME_SCOPE = 1.0  # both say among which: "in the county", "Calder's"
_NOW = "present"


def same_kind(a: Row, b: Row) -> float:
    """How far two holders claim one rank of one kind: "the longest bridge in the county" is said of two bridges."""
    if a["group"] != b["group"] or a["attribution"] != b["attribution"] or a["modality"] != b["modality"]:
        return NEVER
    if not a["subject"] or not b["subject"] or _words(a, "subject") & _words(b, "subject"):
        return NEVER
    if a["tense"] != b["tense"] or times_differ(a, b):
        return NEVER
    return _in_one_scope(a, b)


def same_time_told(a: Row, b: Row) -> float:
    """How far two ranks are given to one thing that has just been told: "the first such visit", "his second visit"."""
    if a["group"] != b["group"] or a["attribution"] != b["attribution"] or a["modality"] != b["modality"]:
        return NEVER
    if times_differ(a, b) or not (a["definite"] or b["definite"]):
        return NEVER
    if not (a["tense"] == b["tense"] == _NOW or (a["definite"] and b["definite"])):
        return NEVER
    return _in_one_scope(a, b)


def same_doer(a: Row, b: Row) -> float:
    """How far an event (`b`) is one of those whose first is claimed (`a`, "Calder's first purchase")."""
    if a["group"] or a["near"] or a["attribution"] != b["attribution"] or a["modality"] != b["modality"]:
        return NEVER
    owner, actor = _words(a, "object"), _words(b, "subject")
    if not owner or not actor or not (owner <= actor or actor <= owner) or b["contrast"]:
        return NEVER
    return _SAME_KIND + _SAME_SCOPE


def _in_one_scope(a: Row, b: Row) -> float:
    scope = _words(a, "near") | _words(a, "object")
    other = _words(b, "near") | _words(b, "object")
    if scope and other:
        return _SAME_KIND + _SAME_SCOPE if scope <= other or other <= scope else NEVER
    return _SAME_KIND


def _words(row: Row, column: str) -> frozenset[str]:
    return frozenset(str(row[column]).split())
