"""What comparisons of claims begin with: how much evidence they take, and what rules out that both are one thing."""

from __future__ import annotations

from checker.judge.alternatives import told_apart
from checker.judge.reach import times_differ
from checker.judge.rows import Row, have_nothing_in_common

LEAST = 3.0  # below this score two claims are not compared at all
CERTAIN = 4.5  # from this score on nothing more is needed for them to be one fact
RETELLING = {"title", "description", "heading", "caption", "faq_answer"}  # zones that tell again what the text says
OUTCOMES = {"death", "injury"}  # measures that name their verb: "nobody died" denies deaths, however they are told
# Roles that state how much there is.
LEVELS = {"level", "limit", "share", "total", "ratio", "reference", "absence", "part", ""}


def scopes_differ(a: Row, b: Row, timed: bool = True) -> bool:
    """Whether the two say themselves that they speak of different things."""
    if a["contrast"] or b["contrast"] or a["modality"] != b["modality"]:
        return True
    if told_apart(a, b):
        return True
    if a["attribution"] and b["attribution"] and a["attribution"] != b["attribution"]:
        return True
    if any(have_nothing_in_common(a, b, column) for column in ("place", "group", "limits")):
        return True  # "in Leith", "in Perth"; "on Sundays", "on weekdays"
    return timed and times_differ(a, b)


def role_of(row: Row) -> str:
    """The role of a figure, all that state how much there is taken for one: level, increase, rank, …"""
    role = str(row["role"])
    return "level" if role in LEVELS else role
