"""What comparing claims needs to know of each of them beforehand: how exact it is, and what else its article gives."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.judge.interval import margins
from checker.judge.kinds import sorts_of_kind
from checker.judge.pointing import pointed_at
from checker.judge.retelling import ZONES, sole_of_unit, told_twice

if TYPE_CHECKING:
    import pandas as pd


def prepared(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with what comparing them needs: `margin` (see interval.margins), `alike`, how many are like it,
    `kin`, how many sorts of its kind it stands beside, `told_twice` and `sole` (see retelling),
    `tabled`, whether its figure stands in a table and in the text, `most`, whether the text gives no larger one of
    its measure, `repeated`, how often its article gives the figure, and `points_to`, the
    claim that a definite figure can only mean (see pointing).
    """
    claims = claims.assign(
        margin=margins(claims), alike=_alike(claims, "kind", "unit", "measure"), kin=sorts_of_kind(claims)
    )
    claims = claims.assign(told_twice=told_twice(claims))
    return claims.assign(
        sole=sole_of_unit(claims),
        tabled=_tabled(claims),
        most=_most(claims),
        repeated=_alike(claims, "unit", "value"),
        points_to=pointed_at(claims),
    )


def _alike(claims: pd.DataFrame, *columns: str) -> list[int]:
    """How many rows of its article have the row's values in `columns`, itself included."""
    keys = list(zip(*(claims[name].tolist() for name in ("article", *columns)), strict=True))
    counts = Counter(keys)
    return [counts[key] for key in keys]


def _most(claims: pd.DataFrame) -> list[bool]:
    """For each row whether no figure of its article outside title and description has its measure and is larger."""
    keys = list(zip(*(claims[name].tolist() for name in ("article", "kind", "unit", "measure")), strict=True))
    values, zones = claims["value"].tolist(), claims["zone"].tolist()
    largest: dict[tuple[object, ...], float] = {}
    for key, value, zone in zip(keys, values, zones, strict=True):
        if zone not in ZONES:
            largest[key] = max(value, largest.get(key, value))
    return [value == largest.get(key) for key, value in zip(keys, values, strict=True)]


def _tabled(claims: pd.DataFrame) -> list[bool]:
    """For each row whether its figure stands both in a table of its article and outside of the tables."""
    keys = list(zip(*(claims[name].tolist() for name in ("article", "unit", "low", "high")), strict=True))
    in_table = (claims["zone"] == "table").tolist()
    places: dict[tuple[object, ...], set[bool]] = {}
    for key, tabled in zip(keys, in_table, strict=True):
        places.setdefault(key, set()).add(tabled)
    return [len(places[key]) > 1 for key in keys]
