"""Announced lists, and figures that cannot be."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.judge.registry import frame_predicate
from checker.judge.rows import slot

if TYPE_CHECKING:
    from checker.judge.context import Context
    from checker.judge.registry import Words
    from checker.judge.rows import Row

_MOST_NAMED = 6  # items in a message
_LONGEST_ITEM = 40  # characters of an item


@frame_predicate("list_count_off", words=("announced", "counted", "items"))
def list_count_off(rows: Sequence[Row], context: Context) -> Words | None:
    """A list holds more or fewer items than the number that announces it."""
    announced, items, possible = slot(rows, "announced"), slot(rows, "item"), slot(rows, "possible")
    if len(announced) != 1 or math.isnan(announced[0]["value"]):
        return None
    number = announced[0]["value"]
    if len(items) <= number <= len(items) + len(possible):
        return None
    listed = sorted((*items, *possible), key=lambda row: row["start"])
    names = [_short(str(row["text"])) for row in listed]
    if len(names) > _MOST_NAMED:
        names = [*names[: _MOST_NAMED - 2], "…", names[-1]]
    return {
        "announced": announced[0]["text"],
        "counted": len(items),
        "items": "; ".join(names),
        "rows": [announced[0]["claim"], listed[-1]["claim"]],
    }


@frame_predicate("impossible", words=("what",))
def impossible(rows: Sequence[Row], context: Context) -> Words | None:
    """A figure, date or time of day that cannot be: 104 out of 100, 31 April, 25:00, between 50 and 20."""
    kind = rows[0]["frame_kind"]
    if kind == "calendar_day":
        return {"what": f"There is no {rows[0]['text']}"}
    if kind == "clock":
        return {"what": f"There is no {rows[0]['text']} on the clock"}
    if kind == "span":
        return _reversed(slot(rows, "low"), slot(rows, "high"))
    share, value, limit = slot(rows, "share"), slot(rows, "value"), slot(rows, "limit")
    if share:
        whole = limit[0]["text"] if limit else "a group"
        return {"what": f"{share[0]['text']} of {whole} is more than all of it"} if share[0]["low"] > 100 else None
    if value and limit and value[0]["low"] > limit[0]["high"]:
        return {"what": f"{value[0]['text']} is more than {limit[0]['text']}, the most that there can be"}
    return None


def _reversed(low: Sequence[Row], high: Sequence[Row]) -> Words | None:
    if not low or not high or not low[0]["value"] > high[0]["value"]:
        return None
    return {"what": f"Nothing lies between {low[0]['text']} and {high[0]['text']}: the lower end must come first"}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_ITEM else text[: _LONGEST_ITEM - 1].rstrip() + "…"
