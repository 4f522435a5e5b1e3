"""Reads figures: "8,500", "12,34,567.89", "1.111,11", and how exact a figure claims to be."""

import re
from typing import NamedTuple

LONGEST = 15  # digits; beyond them a double no longer holds every integer, and no newspaper counts that far

_PLAIN = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{2}")


class Numeral(NamedTuple):
    """A figure's value, half a unit of its last digit that carries meaning, and whether it is bare digits."""

    value: float
    resolution: float
    plain: bool


def read_numeral(written: str) -> Numeral | None:
    """What a run of digits, points and commas says, None where it is no well-formed number of at most LONGEST digits.

    A figure with a superfluous leading zero ("007") is an identifier, hence None.
    """
    if len(written) > 2 * LONGEST or sum(character.isdigit() for character in written) > LONGEST:
        return None
    plain = bool(_PLAIN.fullmatch(written))
    if plain:
        whole, decimals = written, ""
    elif _DECIMAL.fullmatch(written):
        whole, _, decimals = written.partition(".")
    elif _GROUPED.fullmatch(written) or _INDIAN.fullmatch(written):
        whole, _, decimals = written.replace(",", "").partition(".")
    elif _CONTINENTAL.fullmatch(written):
        whole, _, decimals = written.replace(".", "").partition(",")
    elif _DECIMAL_COMMA.fullmatch(written):
        whole, _, decimals = written.partition(",")
    else:
        return None
    if len(whole) > 1 and whole[0] == "0":
        return None
    if decimals:
        return Numeral(float(f"{whole}.{decimals}"), 0.5 * 10.0 ** -len(decimals), False)
    return Numeral(float(whole), resolution_of_integer(int(whole)), plain)


def resolution_of_integer(value: int) -> float:
    """Half a unit of the last digit that carries meaning: 8500 → 50, 212 → 0.5, 30 → 5.

    Trailing zeros are taken as rounding, except in 10, which is counted more often than it is rounded.
    """
    if value == 0 or value == 10:
        return 0.5
    digits = str(abs(value))
    return 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0")))
