"""Words of which one rules out another: figures of the alpha and of the beta, of women and of men are two figures."""

from __future__ import annotations

from functools import cache

from checker.judge.rows import Row
from checker.lexicon import lexicon

_COLUMNS = ("terms", "near", "group", "subject", "object", "measure", "which")


def told_apart(a: Row, b: Row) -> bool:
    """Whether the clause of each claim names another member of one set (rules/lexicon/alternatives.toml)."""
    mine, other = _members(a), _members(b)
    if any(mine[group].isdisjoint(other[group]) for group in mine.keys() & other.keys()):
        return True
    return _other_ones(a, b) or _side_by_side(a, b)


def _other_ones(a: Row, b: Row) -> bool:
    """Whether the subjects are two of one kind, each with its own mark: "Route 7" and "Route 9"."""
    marks, others = (set(row["which"].split()) for row in (a, b))
    subject, other = (set(row["subject"].split()) for row in (a, b))
    return bool(marks and others) and marks.isdisjoint(others) and bool(subject & other or not (subject or other))


def _side_by_side(a: Row, b: Row) -> bool:
    """Whether two sentences on end say the same of two things: "The bakery employs 12 people. The butcher employs 9." """
    subject, other = (set(row["subject"].split()) for row in (a, b))
    adjacent = abs(a["sentence_number"] - b["sentence_number"]) <= 1 and a["zone"] == b["zone"]
    parallel = adjacent and a["predicate"] == b["predicate"] and a["measure"] == b["measure"]
    return parallel and bool(subject and other) and subject.isdisjoint(other)


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
