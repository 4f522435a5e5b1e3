"""Joins flagged pairs into groups, one finding each, and drops the keys that turn out to be none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Edge(NamedTuple):
    """A flagged pair of rows; `weak` where their scope is only partly known."""

    left: int
    right: int
    weak: bool


def groups(edges: Sequence[Edge]) -> list[list[Edge]]:
    """The connected components of `edges`, and their edges, both in the order in which they first come."""
    root: dict[int, int] = {}

    def find(row: int) -> int:
        while root.setdefault(row, row) != row:
            root[row] = root[root[row]]
            row = root[row]
        return row

    for edge in edges:
        root[find(edge.right)] = find(edge.left)
    found: dict[int, list[Edge]] = {}
    for edge in edges:
        found.setdefault(find(edge.left), []).append(edge)
    return list(found.values())


def calibrated(edges: Sequence[Edge]) -> list[Edge]:
    """`edges` without the groups in which three rows all contradict each other.

    Where one article gives three values under one key (goals per match, prices in a list), the key tells no two claims
    apart, so none of its pairs means anything. Pairs of known scope are judged first, by themselves: a stray third
    value of unknown scope cannot hide a clear contradiction.
    """
    strong = [edge for group in groups([e for e in edges if not e.weak]) if not _triple(group) for edge in group]
    kept = set(strong)
    for group in groups(edges):
        if not _triple(group):
            kept.update(group)
    return [edge for edge in edges if edge in kept]


def _triple(edges: Iterable[Edge]) -> bool:
    """Whether three rows are all pairwise joined."""
    neighbours: defaultdict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if not neighbours[edge.left].isdisjoint(neighbours[edge.right]):
            return True
        neighbours[edge.left].add(edge.right)
        neighbours[edge.right].add(edge.left)
    return False
