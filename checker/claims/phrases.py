"""Lexicon hits: phrases that make a claim vague or old, each with the context that may excuse it."""

from __future__ import annotations

from checker.claims.reading import BlockReading, Mention


def find_phrases(readings: list[BlockReading]) -> list[Mention]:
    """Every phrase of the vagueness and staleness lexicons, as mentions of kind `phrase`."""
    return []
