"""The article as it reads: headings, paragraphs, lists and tables, with the highlights in place."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from checker.articles.article import Zone
from checker.output.report.highlights import Run, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.articles.article import Block, Cell
    from checker.output.report.highlights import Highlight


@dataclass(frozen=True, slots=True)
class Text:
    """The runs of one block; `anchor` is its id."""

    anchor: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block on its own. `zone` says what it is; `level` is a heading's, 2 to 6, else 0; `key` names metadata."""

    kind: Literal["paragraph"]
    zone: str
    level: int
    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item. `number` is shown where the list is ordered; `depth` counts from 0."""

    number: int
    depth: int
    ordered: bool
    text: Text


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of one list that follow each other, in reading order."""

    kind: Literal["list"]
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell and the blocks in it."""

    header: bool
    row_span: int
    column_span: int
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row."""

    kind: Literal["table"]
    rows: tuple[tuple[TableCell, ...], ...]


Element = Paragraph | ItemList | Grid


def block_anchor(number: int) -> str:
    """The id of a block in the page."""
    return f"b-{number}"


def outline(blocks: Sequence[Block], highlights: Mapping[int, Sequence[Highlight]]) -> tuple[Element, ...]:
    """The elements of `blocks`, in order, with the `highlights` of each block's number."""
    return tuple(element for _, group in groupby(blocks, key=_group) for element in _elements(list(group), highlights))


def _group(block: Block) -> tuple[str, int]:
    if block.cell:
        return "table", block.cell.table
    if block.item:
        return "list", block.item.list
    return "paragraph", block.number


def _elements(blocks: Sequence[Block], highlights: Mapping[int, Sequence[Highlight]]) -> Iterator[Element]:
    if blocks[0].cell:
        yield _grid(blocks, highlights)
    elif blocks[0].item:
        items = [
            ListItem(block.item.number, block.item.depth, block.item.ordered, _text(block, highlights))
            for block in blocks
            if block.item
        ]
        yield ItemList("list", tuple(items))
    else:
        for block in blocks:
            level = 2 if block.zone is Zone.TITLE else min(6, block.level + 1) if block.level else 0
            yield Paragraph("paragraph", block.zone.value, level, block.key, _text(block, highlights))


def _grid(blocks: Sequence[Block], highlights: Mapping[int, Sequence[Highlight]]) -> Grid:
    placed = sorted(
        ((block.cell, block) for block in blocks if block.cell), key=lambda pair: (pair[0].row, pair[0].column)
    )
    rows = []
    for _, row in groupby(placed, key=lambda pair: pair[0].row):
        cells = []
        for _, column in groupby(row, key=lambda pair: pair[0].column):
            same = list(column)
            cells.append(_table_cell(same[0][0], tuple(_text(block, highlights) for _, block in same)))
        rows.append(tuple(cells))
    return Grid("table", tuple(rows))


def _table_cell(cell: Cell, texts: tuple[Text, ...]) -> TableCell:
    return TableCell(cell.header, cell.row_span, cell.column_span, texts)


def _text(block: Block, highlights: Mapping[int, Sequence[Highlight]]) -> Text:
    return Text(block_anchor(block.number), runs(block.text, highlights.get(block.number, ())))
