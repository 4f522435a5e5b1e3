"""Slips of the keyboard: two figures of the same digits in another order."""

from __future__ import annotations

from checker.claims.kinds import kinds_of, names_kind_of
from checker.judge.rows import Row, words_of, words_said

TELLING_DIGITS = 4  # so many transposed digits are no chance, whatever the words say
_MOST = 1e15  # beyond, a float does not hold every digit


def transposed(a: float, b: float, least: int = 3) -> bool:
    """Whether two figures of one magnitude have the same digits in another order, `least` of them at least."""
    if not (a == a and b == b) or a == b or min(a, b) <= 0 or max(a, b) >= 10 * min(a, b) or max(a, b) >= _MOST:
        return False
    digits = [f"{value:.10g}".replace(".", "").strip("0") for value in (a, b)]
    return len(digits[0]) >= least and sorted(digits[0]) == sorted(digits[1])


def swapped(a: Row, b: Row) -> bool:
    """Whether two counts of things of one kind, of many digits, have two neighbouring digits changed.

    What a cell of a table counts is told by its label too, so that a word of it in the sentence is enough.
    """
    one, other = a["measure"], b["measure"]
    cell = (a["zone"] == "table") != (b["zone"] == "table") and not (a["tabled"] or b["tabled"])
    alike = cell and (words_said(a) | words_of(a, "around")) & (words_said(b) | words_of(b, "around"))
    alike = (
        alike
        or one == other
        or (not (one and other) and (a["definite"] or b["definite"]))  # "7,812 people", "the 7,182 who completed it"
        or names_kind_of(one, other)
        or names_kind_of(other, one)
        or kinds_of(one) & kinds_of(other)
    )
    left, right = (f"{row['value']:.0f}" for row in (a, b))
    places = [place for place, (x, y) in enumerate(zip(left, right, strict=False)) if x != y]
    neighbours = len(places) == 2 and places[1] - places[0] == 1
    return bool(alike and neighbours and len(left.rstrip("0")) >= TELLING_DIGITS)


def digits_in_order(value: float) -> str:
    """The digits of a long figure, sorted, by which it meets the same digits transposed; "" where it is short."""
    digits = f"{value:.0f}".rstrip("0") if 1 <= value < _MOST else ""
    return f"{len(digits)}:{''.join(sorted(digits))}" if len(digits) >= TELLING_DIGITS else ""
