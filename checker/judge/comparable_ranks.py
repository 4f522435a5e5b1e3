"""Whether two claims of uniqueness, or one and an event, are about one kind of thing in one scope."""

from __future__ import annotations

from checker.judge.comparable_events import kinds
from checker.judge.reach import times_differ
from checker.judge.rows import Row, words_of

NEVER = float("-inf")

_SAME_KIND = 3.5  # one kind of thing, told in the same words
_SAME_SCOPE = 1.0  # both say among which: "in the county", "Calder's"
_NOW = "present"
_FELLOWS = {"compatriot", "countryman", "countrywoman", "fellow"}
_ANYBODY = {"person", "human", "one", "man"}
_NAMED_KINDS = {"company", "club", "player", "country", "city", "rival", "competitor"}  # told of by name
_NEAR = 2  # sentences


def same_kind(a: Row, b: Row) -> float:
    """How far two holders claim one rank of one kind: "the longest bridge in the county" is said of two bridges."""
    if a["group"] != b["group"] or a["attribution"] != b["attribution"] or a["modality"] != b["modality"]:
        return NEVER
    holder, other = words_of(a, "subject") - {a["measure"]}, words_of(b, "subject") - {b["measure"]}
    if not a["subject"] or not b["subject"] or holder <= other or other <= holder:
        return NEVER
    if (a["tense"] and b["tense"] and a["tense"] != b["tense"]) or times_differ(a, b):
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
    owner, actor = words_of(a, "object"), words_of(b, "subject")
    if not owner or not actor or not (owner <= actor or actor <= owner) or b["contrast"]:
        return NEVER
    return _SAME_KIND + _SAME_SCOPE


def same_feat(a: Row, b: Row) -> float:
    """How far a deed (`b`) is the one that somebody else is called the first to have done (`a`)."""
    if b["contrast"] or a["attribution"] != b["attribution"]:
        return NEVER
    doer, other = words_of(a, "subject"), words_of(b, "subject")
    deed, done = words_of(a, "object"), words_of(b, "object")
    if a["entry"] == "first time":  # "the first time that Solent has bought a company", "it bought Nodal"
        known = bool(doer) and bool(other) and (doer <= other or other <= doer)
        named = bool(deed & _NAMED_KINDS) and bool(done & words_of(b, "names"))  # "a company", "Nodal"
        alike = bool(deed & done) or named or bool(kinds(deed) & kinds(done))
        return _SAME_KIND if known and alike and a["tense"] == _NOW else NEVER
    told = words_of(a, "terms") - doer
    around = words_of(b, "around") | other
    fellow = bool(around & _FELLOWS)  # somebody else, whoever the first is
    if not (doer or fellow) or not other or doer & other or not told:
        return NEVER
    same_deed = told <= done | words_of(b, "terms") or (
        b["definite"] and bool(done) and done | words_of(b, "group") <= deed
    )
    of_kind = a["measure"] in around or a["measure"] in _ANYBODY or (fellow and bool(a["near"]))
    among = words_of(a, "near") <= around or fellow
    return _SAME_KIND if same_deed and of_kind and among and words_of(a, "group") <= around else NEVER


def older(a: Row, b: Row) -> float:
    """How far something (`b`) is one of those of which another (`a`) is called the oldest."""
    holder, other = words_of(a, "subject"), words_of(b, "object") or words_of(b, "subject")
    if not holder or a["measure"] not in other or other <= holder or holder <= other or b["contrast"]:
        return NEVER
    if b["place"] and not words_of(b, "place") <= words_of(a, "near") | words_of(a, "place"):
        return NEVER
    near = abs(a["sentence_number"] - b["sentence_number"]) <= _NEAR and a["attribution"] == b["attribution"]
    return _SAME_KIND if near and not a["group"] else NEVER


def one_more(a: Row, b: Row) -> float:
    """How far there is one more (`b`) of what another is called the only or the first of (`a`): "its other loom".

    What is the first can have no earlier one where it is the one just told of: "it is her first play".
    """
    if (a["entry"] == "first") != (b["entry"] == "earlier") or not words_of(a, "group") <= words_of(b, "group"):
        return NEVER
    if a["attribution"] != b["attribution"] or times_differ(a, b):
        return NEVER
    scope, owner = words_of(a, "near") | words_of(a, "object"), words_of(b, "object")
    if not owner:  # "the other survivor"
        return _SAME_KIND if scope and a["entry"] == "only" and a["subject"] and a["start"] < b["start"] else NEVER
    if a["tense"] != _NOW or (a["entry"] == "first" and not a["definite"]):
        return NEVER
    of_the_land = bool(scope) and scope <= _LANDS and bool(a["group"]) and bool(b["names"])  # "Velmark's other canal"
    return _SAME_KIND + _SAME_SCOPE if scope & owner or of_the_land else NEVER


def several(a: Row, b: Row) -> float:
    """How far a count (`b`) is of what there is only one of (`a`): "the sole survivor", "two survivors"."""
    if a["attribution"] != b["attribution"] or times_differ(a, b) or b["contrast"] or not a["subject"]:
        return NEVER
    if b["role"] not in _COUNTS or b["value"] < 2 or a["group"] != b["group"] or b["bound"] != "exact":
        return NEVER
    scope = words_of(a, "near")
    told = words_of(b, "terms") | words_of(b, "around")
    return _SAME_KIND + _SAME_SCOPE * (len(scope) > 1) if scope and scope <= told else NEVER


_COUNTS = {"level", "total", "reference"}
_LANDS = {"country", "city", "town", "county", "island", "region", "state", "village", "province", "district"}


def _in_one_scope(a: Row, b: Row) -> float:
    scope = words_of(a, "near") | words_of(a, "object")
    other = words_of(b, "near") | words_of(b, "object")
    if scope and other:
        return _SAME_KIND + _SAME_SCOPE if scope <= other or other <= scope else NEVER
    return _SAME_KIND
