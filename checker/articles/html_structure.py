"""What is being counted while blocks are read: tables and their cells, lists, and runs of linked or bold text."""

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.articles.article import Cell
from checker.articles.html_tokens import Tag
from checker.articles.source_text import SourceText

_WIDEST = 1000  # columns or rows that a cell may span; the HTML Standard's limit for columns


class Counter:
    """Numbers the lists and tables of one article from 0."""

    def __init__(self) -> None:
        self._lists = 0
        self._tables = 0

    def next_list(self) -> int:
        """The number of a new list."""
        self._lists += 1
        return self._lists - 1

    def next_table(self) -> int:
        """The number of a new table."""
        self._tables += 1
        return self._tables - 1


@dataclass(slots=True)
class NumberedList:
    """A list and how many items it has so far."""

    number: int
    ordered: bool
    items: int = 0


@dataclass(slots=True)
class Table:
    """A table being read: which cell is open, and where the next one goes."""

    number: int
    in_head: bool = False
    cell: Cell | None = None
    _row: int = -1
    _column: int = 0
    _reach: dict[int, int] = field(default_factory=dict)  # column -> the last row that a cell from above covers

    def next_row(self) -> None:
        """Begins a row."""
        self._row += 1
        self._column = 0

    def place(self, tag: Tag) -> None:
        """Opens the cell of a <td> or <th> in the first column that no cell from above covers."""
        self._row = max(self._row, 0)
        while self._reach.get(self._column, -1) >= self._row:
            self._column += 1
        width, height = _span(tag, "colspan"), _span(tag, "rowspan")
        self.cell = Cell(self.number, self._row, self._column, self.in_head or tag.name == "th", height, width)
        if height > 1:
            for column in range(self._column, min(self._column + width, _WIDEST)):
                self._reach[column] = self._row + height - 1
        self._column += width


class Mark:
    """A run of linked or bold text, from the first of its nested tags to the last, over several blocks if need be."""

    def __init__(self, record: Callable[[SourceText, int], None]) -> None:
        """`record` notes in a block's text that the run began at an offset and goes on to its end."""
        self._record = record
        self._depth = 0
        self._start = 0

    def open(self, content: SourceText) -> None:
        """Takes a start tag."""
        if not self._depth:
            self._start = content.length
        self._depth += 1

    def close(self, content: SourceText) -> None:
        """Takes an end tag."""
        self._depth -= 1
        if not self._depth:
            self._record(content, self._start)

    def end_block(self, content: SourceText) -> None:
        """Ends the block; an open run goes on in the next."""
        if self._depth:
            self._record(content, self._start)
            self._start = 0


def _span(tag: Tag, attribute: str) -> int:
    written = tag.value(attribute).strip()
    return min(max(int(written), 1), _WIDEST) if written.isascii() and written.isdigit() and len(written) < 6 else 1
