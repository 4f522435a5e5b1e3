"""Figures of the same digits, on hand-written rows."""

import pytest

from checker.claims.table import claims_table
from checker.judge.digits import digits_in_order, swapped, transposed
from checker.judge.rows import rows_of


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (11482, 11842, True),
        (1.36, 1.63, True),
        (11482, 11482, False),
        (11482, 11843, False),
        (12, 21, False),  # two digits meet by chance
        (1200, 2100, False),  # noughts are no digits that tell
        (float("nan"), 11482, False),
        (-482, 842, False),
    ],
)
def test_transposed(a, b, expected):
    assert transposed(a, b) is expected
    assert transposed(b, a) is expected


@pytest.mark.parametrize(
    ("a", "b", "measures", "expected"),
    [
        (11482, 11842, ("spectator", "person"), True),
        (11482, 11842, ("spectator", "pupil"), True),  # both are people
        (11482, 11842, ("house", "person"), False),
        (11482, 12481, ("person", "person"), False),  # no neighbours
        (482, 842, ("person", "person"), False),  # too few digits
    ],
)
def test_swapped(a, b, measures, expected):
    rows = rows_of(claims_table([{"value": float(v), "measure": m} for v, m in zip((a, b), measures, strict=True)]))

    assert swapped(*rows) is expected


def test_digits_in_order_bring_transposed_figures_together():
    assert digits_in_order(11482.0) == digits_in_order(11842.0) != ""
    assert digits_in_order(482.0) == digits_in_order(float("nan")) == ""
