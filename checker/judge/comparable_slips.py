"""Whether two figures are one, written once with two neighbouring digits in the wrong order."""

from __future__ import annotations

from checker.judge.digits import count_one_kind, exchanged
from checker.judge.pointing import count_people
from checker.judge.rows import Row, words_of, words_said
from checker.judge.scopes import CERTAIN, RETELLING, role_of, scopes_differ

NEVER = float("-inf")

_TELLING = 3  # digits from which on a title or description may give a figure of which the text says more
_WORDS_NEEDED = {2: 2, 3: 1}  # by the digits: the fewer, the more words have to be the same


def same_but_for_a_slip(a: Row, b: Row) -> float:
    """How far two figures are one of which two digits changed places: "£212,400", later "the £221,400".

    One of them points back, or retells the text; the article gives neither a second time.
    """
    digits = exchanged(a["value"], b["value"])
    retold = a["zone"] != b["zone"] and (a["zone"] in RETELLING or b["zone"] in RETELLING)
    definite = a["definite"] or b["definite"]
    if not digits or not (retold or definite) or a["repeated"] > 1 or b["repeated"] > 1 or not _exact(a, b):
        return NEVER
    one_kind = count_one_kind(a, b) or count_people(a, b) or _is_label(a, b) or _is_label(b, a)
    if a["unit"] == "count" and not one_kind:
        return NEVER
    known: dict[str, object] = {}
    if definite and "planned" in (a["modality"], b["modality"]):
        known["modality"] = "asserted"  # "the 87 homes in the scheme" takes for granted what is only planned
    if retold and digits >= _TELLING:
        known["contrast"] = False  # in the text a share may stand beside others: "of all entries, 74.1% were …"
    if scopes_differ({**a, **known}, {**b, **known}) or role_of(a) != role_of(b):
        return NEVER
    if digits >= _TELLING and a["unit"] == "count" and definite and count_people(a, b):
        return CERTAIN
    said, also_said = (words_said(row) | words_of(row, "subject") for row in (a, b))
    if retold:
        said, also_said = said | words_of(a, "around"), also_said | words_of(b, "around")
    shared = said & also_said
    return CERTAIN if len(shared) >= _WORDS_NEEDED.get(digits, 0) else NEVER


def _exact(a: Row, b: Row) -> bool:
    return all(row["bound"] == "exact" and not row["approximate"] for row in (a, b))


def _is_label(text: Row, cell: Row) -> bool:
    """Whether the label of a cell is what the text counts: "2,250 burglaries", "| Burglary | 2,520 |"."""
    return bool(cell["zone"] == "table" and text["measure"] in words_of(cell, "subject"))
