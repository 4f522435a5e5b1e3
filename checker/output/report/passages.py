"""Where a stretch of the source stands in the article as it reads."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.articles.article import Article, Block, Piece


class Passage(NamedTuple):
    """A stretch of one block's text: half-open code-point offsets into `block.text`."""

    block: Block
    start: int
    end: int


class Passages:
    """Finds passages by their source offsets: the inverse of every block's SourceMap."""

    def __init__(self, article: Article) -> None:
        self._pieces = sorted(
            ((piece, block) for block in article.blocks for piece in block.source.pieces),
            key=lambda pair: pair[0].source_start,
        )
        self._starts = [piece.source_start for piece, _ in self._pieces]

    def find(self, start: int, end: int) -> list[Passage]:
        """The passages read from the source between `start` and `end`, one for each block, in order of position.

        Empty where nothing a reader sees stands there.
        """
        end = max(end, start + 1)
        found: dict[int, Passage] = {}
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._pieces) and self._starts[index] < end:
            piece, block = self._pieces[index]
            index += 1
            if piece.source_start + piece.source_length <= start:
                continue
            first, last = _part(piece, start, end)
            before = found.get(block.number)
            found[block.number] = (
                Passage(block, min(before.start, first), max(before.end, last))
                if before
                else Passage(block, first, last)
            )
        return list(found.values())


def _part(piece: Piece, start: int, end: int) -> tuple[int, int]:
    """The text offsets of the part of `piece` that the source from `start` to `end` gave."""
    if piece.length != piece.source_length:
        return piece.start, piece.start + piece.length
    first = max(0, start - piece.source_start)
    last = min(piece.length, end - piece.source_start)
    return piece.start + first, piece.start + last
