"""Figures of the same digits, on hand-written rows."""

import pytest

from checker.claims.table import claims_table
from checker.judge.digits import digits_in_order, exchanged, swapped, transposed
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
    assert digits_in_order(71.4) == digits_in_order(74.1) != ""
    assert digits_in_order(48.0) == digits_in_order(4800.0) == digits_in_order(float("nan")) == ""


@pytest.mark.parametrize(
    ("a", "b", "digits"),
    [
        (212_400, 221_400, 4),
        (71.4, 74.1, 3),
        (2_250, 2_520, 3),
        (78, 87, 2),
        (11_482, 11_842, 5),
        (1_234, 4_321, 0),  # more than two
        (123, 321, 0),  # not neighbours
        (412, 412, 0),
        (412, 41.2, 0),
        (float("nan"), 412, 0),
        (-41, -14, 0),
    ],
)
def test_exchanged(a, b, digits):
    assert exchanged(a, b) == exchanged(b, a) == digits
