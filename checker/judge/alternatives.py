"""Words of which one rules out another: figures of the alpha and of the beta, of women and of men are two figures."""

from __future__ import annotations

import re
from functools import cache

from checker.judge.rows import Row, words_of
from checker.lexicon import lexicon

_NOW = re.compile(r"\b(?:now|today|currently|nowadays|these days|at present)\b", re.IGNORECASE)
_COLUMNS = ("terms", "near", "group", "subject", "object", "measure", "which")


def told_apart(a: Row, b: Row) -> bool:
    """Whether the clause of each claim names another member of one set (rules/lexicon/alternatives.toml)."""
    mine, other = _members(a), _members(b)
    if any(mine[group].isdisjoint(other[group]) for group in mine.keys() & other.keys()):
        return True
    return _other_ones(a, b) or _side_by_side(a, b) or _then_and_now(a, b) or _then_and_now(b, a)


def _other_ones(a: Row, b: Row) -> bool:
    """Whether the subjects are two of one kind, each with its own mark or name: "Route 7", "Route 9"; "Lake Vern"."""
    subject, other = words_of(a, "subject"), words_of(b, "subject")
    marks, others = words_of(a, "which"), words_of(b, "which")
    if marks and others and marks.isdisjoint(others) and (subject & other or not (subject or other)):
        return True
    own, its = subject - other, other - subject
    return bool(own and its and subject & other) and own <= words_of(a, "names") and its <= words_of(b, "names")


def _side_by_side(a: Row, b: Row) -> bool:
    """Whether two sentences on end say the same of two things: "The bakery employs 12. The butcher employs 9."

    They stand in one paragraph. What a definite phrase counts was told before, and is told again.
    """
    if abs(a["sentence_number"] - b["sentence_number"]) > 1 or a["block"] != b["block"]:
        return False
    if any(row["definite"] and row["role"] != "part" for row in (a, b)):
        return False
    if a["predicate"] != b["predicate"] or a["measure"] != b["measure"]:
        return False
    subject, other = words_of(a, "subject"), words_of(b, "subject")
    if subject and other and subject.isdisjoint(other):
        return True
    said, also_said = words_of(a, "terms"), words_of(b, "terms")
    return bool(said - also_said and also_said - said)


def _then_and_now(then: Row, now: Row) -> bool:
    """Whether one side tells of the past, and the other says that it is of today: "opened with 12 … now has 22"."""
    return then["tense"] == "past" and now["tense"] == "present" and _NOW.search(now["sentence"]) is not None


def _members(row: Row) -> dict[int, set[str]]:
    """The words of the row's clause that stand in a set, by the number of the set."""
    found: dict[int, set[str]] = {}
    for column in _COLUMNS:
        for word in row[column].split():
            for group in _groups().get(word, ()):
                found.setdefault(group, set()).add(word)
    return found


@cache
def _groups() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, group in enumerate(lexicon("alternatives")["groups"]):
        for word in group:
            found[word] = (*found.get(word, ()), number)
    return found
