"""Frames: figures that the text itself ties together, so that a rule can recompute one from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.claims.reading import BlockReading, Mention


class Frame(NamedTuple):
    """Mentions tied together: the kind of tie, and each mention's slot in it."""

    kind: str
    members: tuple[tuple[str, Mention], ...]


def find_frames(readings: Sequence[BlockReading], mentions: Sequence[Mention]) -> list[Frame]:
    """Every frame of an article, in order of the position of its first member."""
    return []
