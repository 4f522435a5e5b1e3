"""Tests of frames: figures that the text itself ties together are reckoned again, rounding included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.judge.interval import Interval, reckoned, total
from checker.judge.registry import frame_predicate
from checker.judge.rows import slot

if TYPE_CHECKING:
    from checker.judge.context import Context
    from checker.judge.registry import Words
    from checker.judge.rows import Row


@frame_predicate("shares_off", words=("sum", "total"))
def shares_off(rows: Sequence[Row], context: Context) -> Words | None:
    """Exclusive and exhaustive shares do not add up to 100 percent."""
    shares = slot(rows, "share")
    if len(shares) < 2:
        return None
    whole = total(reckoned(share) for share in shares)
    if whole.meets(Interval(100.0, 100.0)):
        return None
    written = [share["value"] for share in shares]
    return {"sum": " + ".join(f"{value:g}%" for value in written), "total": f"{sum(written):g}"}
