"""Words of which one rules out another: figures of the alpha and of the beta, of women and of men are two figures."""

from __future__ import annotations

from functools import cache

from checker.judge.rows import Row
from checker.lexicon import lexicon

_COLUMNS = ("terms", "near", "group", "subject", "object", "measure")


def told_apart(a: Row, b: Row) -> bool:
    """Whether the clause of each claim names another member of one set (rules/lexicon/alternatives.toml)."""
    mine, other = _members(a), _members(b)
    return any(mine[group].isdisjoint(other[group]) for group in mine.keys() & other.keys())


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
