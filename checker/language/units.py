"""Units of measure: what dimension each has, and conversion between units of one dimension.

The units are data, in `rules/lexicon/units.toml` and `rules/lexicon/currencies.toml`.
"""

from typing import NamedTuple

from checker.lexicon import lexicon

DEFAULT_DOLLAR: str = lexicon("units")["default_dollar"]  # what "$" means where no country is named
CURRENCIES = frozenset(code for code in lexicon("currencies") if code.isupper())
SHARED_CURRENCIES = frozenset(lexicon("currencies")["shared"]["names"])


class Unit(NamedTuple):
    """A unit: `value * factor + offset` is the value in the base unit of its dimension."""

    dimension: str
    factor: float
    offset: float = 0.0


UNITS: dict[str, Unit] = {
    entry["id"]: Unit(entry["dimension"], entry["factor"], entry.get("offset", 0.0))
    for entry in lexicon("units")["unit"]
}


def dimension(unit: str) -> str:
    """The dimension of a canonical unit: length, mass, share, time, currency, …; "" where it has none (`count`)."""
    if unit in UNITS:
        return UNITS[unit].dimension
    return "currency" if is_currency(unit) else ""


def is_currency(unit: str) -> bool:
    """Whether a canonical unit is money: an ISO 4217 code, or the name of a currency that several countries share."""
    return unit in CURRENCIES or unit in SHARED_CURRENCIES


def convert(value: float, from_unit: str, to_unit: str) -> float:
    """`value` of `from_unit` in `to_unit`: `convert(1, "mile", "km")` is 1.609344.

    Raises ValueError where the units have different dimensions, or are two currencies, which have no fixed rate.
    """
    if from_unit == to_unit:
        return value
    here, there = UNITS.get(from_unit), UNITS.get(to_unit)
    if here is None or there is None or here.dimension != there.dimension:
        raise ValueError(f"{from_unit!r} cannot be converted to {to_unit!r}: they measure different things")
    return (value * here.factor + here.offset - there.offset) / there.factor


def convert_difference(value: float, from_unit: str, to_unit: str) -> float:
    """A difference of `from_unit` in `to_unit`: the offset of temperature scales does not count.

    Raises ValueError as `convert` does.
    """
    return convert(value, from_unit, to_unit) - convert(0.0, from_unit, to_unit)
