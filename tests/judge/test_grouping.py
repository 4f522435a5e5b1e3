"""Flagged pairs become groups; keys that are none are dropped."""

from hypothesis import given
from hypothesis import strategies as st

from checker.judge.grouping import Edge, calibrated, groups

EDGES = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 12), st.booleans())
    .filter(lambda edge: edge[0] != edge[1])
    .map(lambda edge: Edge(min(edge[:2]), max(edge[:2]), edge[2])),
    unique_by=lambda edge: edge[:2],
)


def rows(group):
    return {row for edge in group for row in (edge.left, edge.right)}


@given(EDGES)
def test_groups_keep_every_edge_once_and_share_no_row(edges):
    found = groups(edges)

    assert sorted(edge for group in found for edge in group) == sorted(edges)
    assert sum(len(rows(group)) for group in found) == len(rows(edges))


@given(EDGES)
def test_calibration_keeps_two_sided_groups_whole(edges):
    two_sided = [edge for edge in edges if edge.left % 2 != edge.right % 2]

    assert calibrated(two_sided) == two_sided


@given(EDGES)
def test_calibration_leaves_no_three_rows_that_all_disagree_with_full_scope(edges):
    kept = {edge[:2] for edge in calibrated([edge for edge in edges if not edge.weak])}

    assert not any((a, c) in kept for a, b in kept for b2, c in kept if b == b2)


def test_a_triple_is_dropped_and_a_pair_beside_it_kept():
    triple = [Edge(1, 2, False), Edge(1, 3, False), Edge(2, 3, False)]
    pair = Edge(7, 9, True)

    assert calibrated([*triple, pair]) == [pair]


def test_weak_pairs_cannot_hide_a_strong_one():
    strong = Edge(1, 2, False)

    assert calibrated([strong, Edge(1, 3, True), Edge(2, 3, True)]) == [strong]
