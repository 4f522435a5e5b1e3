"""Tests of frames: figures that the text itself ties together are reckoned again, rounding included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from checker.judge.interval import Interval, reckoned, total
from checker.judge.registry import frame_predicate

if TYPE_CHECKING:
    import pandas as pd

    from checker.judge.context import Context

    Words = Mapping[str, Any] | None


@frame_predicate("shares_off", words=("sum", "total"))
def shares_off(rows: pd.DataFrame, context: Context) -> Words:
    """Exclusive and exhaustive shares do not add up to 100 percent."""
    shares = slot(rows, "share")
    if len(shares) < 2:
        return None
    whole = total(reckoned(share) for share in shares)
    if whole.meets(Interval(100.0, 100.0)):
        return None
    written = [share["value"] for share in shares]
    return {"sum": " + ".join(f"{value:g}%" for value in written), "total": f"{sum(written):g}"}


def slot(rows: pd.DataFrame, name: str) -> list[dict[str, Any]]:
    """The frame's claims in slot `name`, in order of position."""
    return [row for row in rows.to_dict("records") if row["slot"] == name]  # type: ignore[misc]
