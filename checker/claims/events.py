"""Events: what happened, to what, when and whether it happened at all. One row per verb or noun of action."""

from __future__ import annotations

from collections.abc import Iterable

from checker.claims.reading import BlockReading, Mention


def find_events(reading: BlockReading, topic: frozenset[str]) -> Iterable[Mention]:
    """The events of a block, as mentions of kind `event`."""
    return []
