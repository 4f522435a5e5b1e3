"""The days that a claim's time can mean, given its preposition."""

from __future__ import annotations

from typing import Any

from checker.judge.rows import Row


def times_differ(a: Row, b: Row) -> bool:
    """Whether the times of two claims are both known and share no day."""
    left, right = reach(a), reach(b)
    return left is not None and right is not None and not (left[0] < right[1] and right[0] < left[1])


def reach(row: Row) -> tuple[Any, Any] | None:
    """The days that a claim's time can mean, given its preposition: all days before 2014 for "before 2014".

    Half-open, as pandas timestamps; None where no time is known.
    """
    start, end = row["date_start"], row["date_end"]
    if start != start or end != end or start is None or end is None:  # NaT differs from itself
        return None
    relation = row["date_relation"]
    if relation == "before":
        return start.min, start
    if relation in ("by", "until"):
        return start.min, end
    if relation == "after":
        return end, end.max
    if relation in ("since", "from"):
        return start, end.max
    return start, end
