"""Slips of the keyboard: two figures of the same digits in another order."""

from __future__ import annotations

from checker.claims.kinds import kinds_of, names_kind_of
from checker.judge.rows import Row, words_of, words_said

TELLING_DIGITS = 4  # so many transposed digits are no chance, whatever the words say
_FEWEST_DIGITS = 3
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
    cell = (a["zone"] == "table") != (b["zone"] == "table") and not (a["tabled"] or b["tabled"])
    alike = cell and (words_said(a) | words_of(a, "around")) & (words_said(b) | words_of(b, "around"))
    alike = alike or count_one_kind(a, b)
    left, right = (f"{row['value']:.0f}" for row in (a, b))
    places = [place for place, (x, y) in enumerate(zip(left, right, strict=False)) if x != y]
    neighbours = len(places) == 2 and places[1] - places[0] == 1
    return bool(alike and neighbours and len(left.rstrip("0")) >= TELLING_DIGITS)


def count_one_kind(a: Row, b: Row) -> bool:
    """Whether two counts may be of one kind of thing; what a definite phrase counts may be left out."""
    one, other = a["measure"], b["measure"]
    left_out = not (one and other) and (a["definite"] or b["definite"])  # "7,812 people", "the 7,182 who completed it"
    same = one == other or left_out or names_kind_of(one, other) or names_kind_of(other, one)
    return bool(same or kinds_of(one) & kinds_of(other))


def exchanged(a: float, b: float) -> int:
    """How many digits two figures have, where only two neighbouring ones changed places: 3 for 71.4 and 74.1; else 0.

    Zeros that only tell the magnitude do not count: 2 for 2,100 and 1,200.
    """
    left, right = (f"{value:.10g}" if 0 < value < _MOST else "" for value in (a, b))
    places = [place for place, (x, y) in enumerate(zip(left, right, strict=False)) if x != y]
    if len(left) != len(right) or len(places) != 2:
        return 0
    (x, y), (z, w) = ((digits[places[0]], digits[places[1]]) for digits in (left, right))
    if (x, y) != (w, z):
        return 0
    neighbours = left[places[0] + 1 : places[1]] in ("", ".")
    return len(left.replace(".", "").strip("0")) if neighbours and "e" not in left else 0


def digits_in_order(value: float) -> str:
    """The digits of a figure of three or more, sorted, by which it meets the same digits transposed; else ""."""
    digits = f"{value:.10g}".replace(".", "").rstrip("0") if 0 < value < _MOST else ""
    told = len(digits) >= _FEWEST_DIGITS and digits.isdecimal()
    return f"{len(digits)}:{''.join(sorted(digits))}" if told else ""
