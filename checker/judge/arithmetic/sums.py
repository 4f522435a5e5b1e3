"""Parts and totals, shares of one whole, a number in words and in figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.judge.arithmetic.restate import like
from checker.judge.interval import reckoned
from checker.judge.interval import total as total_of
from checker.judge.registry import frame_predicate
from checker.judge.rows import slot

if TYPE_CHECKING:
    from checker.judge.context import Context
    from checker.judge.registry import Words
    from checker.judge.rows import Row

_MOST_SHOWN = 8  # addends in a message


@frame_predicate("total_off", words=("sum", "total", "stated"))
def total_off(rows: Sequence[Row], context: Context) -> Words | None:
    """The parts do not add up to the total that is given for them."""
    parts, totals = slot(rows, "part"), slot(rows, "total")
    if len(parts) < 2 or len(totals) != 1:
        return None
    whole = totals[0]
    if total_of(reckoned(part) for part in parts).meets(reckoned(whole)):
        return None
    shown = [str(part["text"]) for part in parts]
    if len(shown) > _MOST_SHOWN:
        shown = [*shown[: _MOST_SHOWN - 2], "…", shown[-1]]
    reached = sum(part["value"] for part in parts)
    claims = [row["claim"] for row in (*parts, whole)] if len(parts) <= _MOST_SHOWN else [whole["claim"]]
    return {"sum": " + ".join(shown), "total": like(whole, reached), "stated": whole["text"], "rows": claims}


@frame_predicate("words_differ", words=("words", "figures"))
def words_differ(rows: Sequence[Row], context: Context) -> Words | None:
    """A number in words and the figure that stands in brackets behind it are not the same."""
    words, figures = slot(rows, "words"), slot(rows, "figures")
    if len(words) != 1 or len(figures) != 1:
        return None
    one, other = words[0], figures[0]
    spoken, written = (row["value"] for row in (one, other))
    tolerance = max(0.0, 1e-9 * abs(spoken)) + (min(other["resolution"], 0.5) if spoken != round(spoken) else 0.0)
    if spoken != spoken or written != written or abs(spoken - written) <= tolerance:
        return None
    return {"words": str(one["text"]).partition("(")[0].strip(), "figures": other["text"]}


@frame_predicate("magnitude_off", words=("smaller", "larger"))
def magnitude_off(rows: Sequence[Row], context: Context) -> Words | None:
    """One figure is given in two magnitudes: once in millions, once in billions."""
    smaller, larger = slot(rows, "smaller"), slot(rows, "larger")
    if not smaller or not larger:
        return None
    return {"smaller": smaller[0]["text"], "larger": larger[0]["text"]}
