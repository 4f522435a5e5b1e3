"""What a frame is, and how words that are no claims of their own become members of one."""

from __future__ import annotations

from typing import NamedTuple

from checker.claims.reading import BlockReading, Mention
from checker.claims.table import blank_row


class Frame(NamedTuple):
    """Mentions tied together: the kind of tie, and each mention's slot in it."""

    kind: str
    members: tuple[tuple[str, Mention], ...]


def words_mention(reading: BlockReading, start: int, end: int, lexicon: str, entry: str = "") -> Mention:
    """Words that a frame needs but that are no figure: the item of a list, the name of a weekday, "rose".

    `start`, `end` are half-open offsets of the block's text; `lexicon` says what the words are, `entry` what they mean.
    """
    row = blank_row("phrase")
    row.update(lexicon=lexicon, entry=entry)
    return Mention(reading, start, end, reading.parse.token_at(start), row)


def number_mention(
    reading: BlockReading, start: int, end: int, value: float, unit: str = "count", resolution: float = 0.5
) -> Mention:
    """A number that is no claim of its own, but that a frame reckons with: "both", the "(30)" behind "thirty"."""
    mention = words_mention(reading, start, end, "number")
    mention.row.update(low=value, high=value, value=value, unit=unit, resolution=resolution, bound="exact")
    return mention
