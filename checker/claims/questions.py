"""Questions and whether the text below them holds what they ask for."""

from __future__ import annotations

from checker.claims.reading import BlockReading, Mention


def find_questions(readings: list[BlockReading]) -> list[Mention]:
    """Every question of a FAQ, as mentions of kind `question`, with the type of its answer."""
    return []
