"""An article as its reader sees it: blocks of plain text, each knowing where it stands in the source."""

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


class Zone(StrEnum):
    """What part of the article a block belongs to."""

    TITLE = "title"
    DESCRIPTION = "description"
    HEADING = "heading"
    BODY = "body"
    LIST = "list"
    TABLE = "table"
    CAPTION = "caption"
    QUOTE = "quote"
    FAQ_QUESTION = "faq_question"
    FAQ_ANSWER = "faq_answer"
    METADATA = "metadata"


class Piece(NamedTuple):
    """One stretch of a block's text and the stretch of the source it was read from.

    Where both lengths are equal the characters correspond one to one; where they differ (an entity, a folded line
    break) the whole stretch corresponds as one.
    """

    start: int
    length: int
    source_start: int
    source_length: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Translates offsets in a block's text into offsets in the source. All offsets count code points."""

    pieces: tuple[Piece, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source span of the half-open text span `start`, `end` (which holds one character at least)."""
        return self._locate(start)[0], self._locate(end - 1)[1]

    def _locate(self, offset: int) -> tuple[int, int]:
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda p: p.start) - 1)]
        if piece.length == piece.source_length:
            position = piece.source_start + min(max(offset - piece.start, 0), max(piece.length - 1, 0))
            return position, position + 1
        return piece.source_start, piece.source_start + piece.source_length


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands. Rows and columns count from 0; `header` cells name their row or column."""

    table: int
    row: int
    column: int
    header: bool
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Item:
    """Where a list item stands: `number` counts from 1 within `list`, `depth` from 0 for the outermost list."""

    list: int
    number: int
    depth: int
    ordered: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table cell or metadata value.

    `text` is what a reader sees, markup gone, white space folded to single spaces. `section` is the nearest heading
    above ("" before the first), for a heading the one that it stands under. `links` are the half-open text spans that
    are links; a footnote mark, itself left out, counts as a link on the character before it. `question` is the number
    of the question's block where this one answers it. `key` names a metadata value. `level` is a heading's level, 1 to
    6, else 0.
    """

    number: int
    zone: Zone
    text: str
    source: SourceMap
    section: str = ""
    level: int = 0
    links: tuple[tuple[int, int], ...] = ()
    question: int | None = None
    cell: Cell | None = None
    item: Item | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """A date that the article states about itself, and where: `source` reads like "front matter `date`, line 3"."""

    value: dt.date
    precision: str  # day, month or year
    source: str


@dataclass(frozen=True, slots=True)
class Article:
    """What was read from one file. `text` is the source, untouched; every offset counts its code points."""

    path: str
    text: str
    format: str  # markdown, html or text
    blocks: tuple[Block, ...]
    published: ArticleDate | None = None
    updated: ArticleDate | None = None
    url: str = ""
    line_starts: tuple[int, ...] = field(default=(0,), repr=False)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, both 1-based and in code points, of an offset into `text`."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1


def line_starts(text: str) -> tuple[int, ...]:
    r"""Offsets at which the lines of `text` begin; lines end with "\n", "\r\n" or "\r"."""
    return (0, *(line_break.end() for line_break in _LINE_BREAK.finditer(text)))
