"""Table frames: totals of columns and rows, and columns of shares.

Kinds `total` and `shares` as in running text. A row or column is a sum because its label says so, or because it is the
sum of its neighbours in nearly every other row: a table calibrates itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.claims.frames.cues import phrase_pattern, phrases
from checker.claims.frames.exhaustive import closed_by, nearly_whole
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span
from checker.claims.reading import Mention

_FOOTNOTE = re.compile(r"[\s*†‡§#()\[\]a-zA-Z0-9¹²³,.]{0,12}")
# "Share of pupils on free meals": each row has a whole of its own.
_OF_EACH_ROW = re.compile(r"\bof [\w-]+ (?:on|with|without|who|that|which|in|under|over|aged|having|\w+ing|\w+ed)\b")
_LEAD = re.compile(r"[^\d]{0,6}")
_WORD = re.compile(r"[\w’'%-]+")
_WIDEST_RUN = 12  # columns that are tried as parts of a calibrated total
_FEWEST_ROWS = 3  # rows that must agree before a table counts as calibrated
_TELLING_SUM = 50.0  # a sum that is no chance
_ROUNDED_COUNT = 50.0  # resolution from which on whole numbers are taken to be rounded
_FINAL = ("final", "f", "t", "total", "score", "points", "pts", "r", "runs")
_YEARS = (1800, 2100)


@dataclass(slots=True)
class Grid:
    """A table: its cells by row and column, header rows apart. `figures` holds a cell's one figure."""

    header: dict[int, str]
    labels: dict[int, str]
    rows: list[int]
    columns: list[int]
    figures: dict[tuple[int, int], Mention]
    filled: set[tuple[int, int]]
    blocks: tuple[int, int]  # numbers among the readings of the first cell and of the last

    def column(self, column: int, rows: Sequence[int]) -> list[Mention] | None:
        """The figures of a column in `rows`; None where a filled cell holds none."""
        found = []
        for row in rows:
            figure = self.figures.get((row, column))
            if figure is not None:
                found.append(figure)
            elif (row, column) in self.filled:
                return None
        return found


def find(page: Page) -> Iterator[Frame]:
    """The sums and shares of every table."""
    for grid in _grids(page):
        yield from _total_rows(grid)
        yield from _unlabelled_total(grid)
        yield from _total_columns(grid)
        yield from _calibrated_columns(grid)
        yield from _line_scores(grid)
        yield from _share_columns(page, grid)


def _grids(page: Page) -> Iterator[Grid]:
    tables: dict[int, list[int]] = defaultdict(list)
    for number, reading in enumerate(page.readings):
        if reading.block.cell is not None:
            tables[reading.block.cell.table].append(number)
    for numbers in tables.values():
        yield _grid(page, numbers)


def _grid(page: Page, numbers: Sequence[int]) -> Grid:
    grid = Grid({}, {}, [], [], {}, set(), (numbers[0], numbers[-1]))
    rows: set[int] = set()
    columns: set[int] = set()
    for number in numbers:
        reading = page.readings[number]
        cell = reading.block.cell
        if cell is None:
            continue
        if cell.column_span > 1 or cell.row_span > 1:
            if cell.header:
                for column in range(cell.column, min(cell.column + cell.column_span, cell.column + 50)):
                    grid.header.setdefault(column, reading.block.text.lower())
            continue  # what spans several rows or columns is a caption or a note, not a figure of one of them
        if cell.header and cell.column > 0:
            grid.header[cell.column] = reading.block.text.lower()
            continue
        if cell.column == 0:
            grid.labels[cell.row] = " ".join(_WORD.findall(reading.block.text.lower()))
            grid.header.setdefault(0, reading.block.text.lower()) if cell.header else None
            continue
        rows.add(cell.row)
        columns.add(cell.column)
        grid.filled.add((cell.row, cell.column))
        figure = _only_figure(page.blocks[number])
        if figure is not None:
            grid.figures[cell.row, cell.column] = figure
    grid.rows, grid.columns = sorted(rows), sorted(columns)
    return grid


def _only_figure(passages: Sequence[Passage]) -> Mention | None:
    """The figure that a cell holds and nothing else but footnote marks and a note in brackets."""
    figures = [figure for passage in passages for figure in passage.figures]
    if len(figures) != 1 or not is_plain(figures[0]):
        return None
    text = passages[0].reading.block.text
    start, end = span(figures[0])
    lead, rest = text[:start].strip(), text[end:].strip()
    in_brackets = rest.startswith(("(", "[")) and rest.endswith((")", "]"))
    return figures[0] if _LEAD.fullmatch(lead) and (in_brackets or _FOOTNOTE.fullmatch(rest)) else None


def _is_total(label: str) -> bool:
    words = label.split()
    if not words or len(words) > 5 or phrases("shares", "rest").intersection(words):
        return False  # "All others" is one more part
    return (
        label in phrases("total", "labels")
        or words[0] in ("total", "totals", "all", "overall", "sum")
        or (words[-1] in ("total", "totals"))
    )


def _is_detail(label: str) -> bool:
    return phrase_pattern("total", "details").search(label) is not None


def _total_rows(grid: Grid) -> Iterator[Frame]:
    above: list[int] = []
    subtotals: list[int] = []
    for row in grid.rows:
        label = grid.labels.get(row, "")
        if not _is_total(label):
            if not _is_detail(label):
                above.append(row)
            continue
        parts = subtotals if not above and len(subtotals) >= 2 else above
        if len(parts) >= 2:
            for column in grid.columns:
                yield from _total_cell(grid, parts, row, column, subtotals)
        subtotals.append(row)
        above = []


def _unlabelled_total(grid: Grid) -> Iterator[Frame]:
    """The columns in which a last row is not the sum of those above, where in as many others it is to the last digit.

    Such a row may be called by the name of the whole: "Tarnshire" below its districts.
    """
    if len(grid.rows) <= _FEWEST_ROWS or any(_is_total(grid.labels.get(row, "")) for row in grid.rows):
        return
    *above, last = grid.rows
    holding, breaking = 0, []
    for column in grid.columns:
        total, parts = grid.figures.get((last, column)), grid.column(column, above)
        if total is None or not parts or len(parts) < _FEWEST_ROWS or not _can_be_summed(grid, column, parts, total):
            continue
        if not _adds_up(parts, total):
            breaking.append(_frame(parts, total))
        elif _value(total) >= _TELLING_SUM:
            holding += 1
    if holding >= len(breaking):
        yield from breaking


def _total_cell(grid: Grid, parts: Sequence[int], row: int, column: int, subtotals: Sequence[int]) -> Iterator[Frame]:
    total = grid.figures.get((row, column))
    figures = grid.column(column, parts)
    if total is None or figures is None or len(figures) < 2 or not _can_be_summed(grid, column, figures, total):
        return
    earlier = [grid.figures[r, column] for r in subtotals if (r, column) in grid.figures]
    if earlier and _adds_up([*earlier, *figures], total):
        figures = [*earlier, *figures]  # a grand total of subtotals and of what stands below them
    yield _frame(figures, total)


def _frame(parts: Sequence[Mention], total: Mention) -> Frame:
    return Frame("total", (*(("part", part) for part in parts), ("total", total)))


def _can_be_summed(grid: Grid, column: int, parts: Sequence[Mention], total: Mention) -> bool:
    """Whether a column holds amounts: no years, rates, averages or shares of each row."""
    if _is_detail(grid.header.get(column, "")) or len({quantity(f).unit for f in (*parts, total)} - {"count"}) > 1:
        return False
    if quantity(total).unit != "count" and all(quantity(part).unit == "count" for part in parts):
        return False  # bulbs planted and lifted, above their total weight
    values = [_value(part) for part in parts]
    if all(_YEARS[0] <= value <= _YEARS[1] and value == round(value) for value in values):
        return False
    # A total no larger than its largest part is an average, or the parts are no parts.
    return min(values) < 0 or _value(total) > max(values) or _adds_up(parts, total)


def _adds_up(parts: Sequence[Mention], total: Mention) -> bool:
    figures = [quantity(f) for f in (*parts, total)]
    finest = min(figure.resolution for figure in figures)
    whole = all(figure.unit == "count" and _is_whole(figure.value) for figure in figures)
    reach = 1e-6 if whole and finest < _ROUNDED_COUNT else finest * (len(parts) + 1)
    return abs(sum(_value(part) for part in parts) - _value(total)) <= reach


def _is_whole(value: float | None) -> bool:
    return value is not None and value == round(value)


def _value(figure: Mention) -> float:
    return quantity(figure).value or 0.0


def _total_columns(grid: Grid) -> Iterator[Frame]:
    """A last or first column called "Total" that is the sum of the others in most rows."""
    for column in grid.columns:
        if not _is_total(" ".join(_WORD.findall(grid.header.get(column, "")))):
            continue
        others = [c for c in grid.columns if c != column and not _is_detail(grid.header.get(c, ""))]
        yield from _rows_that_break(grid, others, column, _FEWEST_ROWS - 1)


def _calibrated_columns(grid: Grid) -> Iterator[Frame]:
    """A column that is the sum of the run of columns beside it in all rows but a few: Played, Won, Drawn, Lost."""
    columns = grid.columns[: _WIDEST_RUN + 1]
    for index, column in enumerate(columns):
        if _is_total(" ".join(_WORD.findall(grid.header.get(column, "")))):
            continue
        for last in range(index + 3, len(columns) + 1):
            yield from _rows_that_break(grid, columns[index + 1 : last], column, _FEWEST_ROWS)


def _line_scores(grid: Grid) -> Iterator[Frame]:
    """Points by period and in the end: columns headed 1, 2, 3 … and "Final", of which one row at least adds up."""
    periods = [column for column in grid.columns if grid.header.get(column, "").strip().isdigit()]
    if len(periods) < 2 or [int(grid.header[c]) for c in periods] != list(range(1, len(periods) + 1)):
        return
    final = periods[-1] + 1
    if grid.header.get(final, "").strip() not in _FINAL:
        return
    rows = [[grid.figures.get((row, column)) for column in (*periods, final)] for row in grid.rows]
    full = [known for row in rows if len(known := [figure for figure in row if figure is not None]) == len(row)]
    breaking = [known for known in full if not _adds_up(known[:-1], known[-1])]
    if len(breaking) * 2 <= len(full):
        for known in breaking:
            yield _frame(known[:-1], known[-1])


def _rows_that_break(grid: Grid, parts: Sequence[int], total: int, fewest: int) -> Iterator[Frame]:
    """The rows in which a sum that holds in the others does not; none unless it holds in three quarters of the rows."""
    if len(parts) < 2:
        return
    holding, breaking = 0, []
    for row in grid.rows:
        known = [grid.figures[row, column] for column in (*parts, total) if (row, column) in grid.figures]
        if len(known) <= len(parts):
            continue
        if len({quantity(f).unit for f in known} - {"count"}) > 1:
            return
        if _adds_up(known[:-1], known[-1]):
            holding += any(_value(part) for part in known[:-1])
        else:
            breaking.append(known)
        if len(breaking) > 2 + holding // 3:
            return
    if holding >= fewest and len(breaking) * 3 <= holding:
        for figures in breaking:
            yield _frame(figures[:-1], figures[-1])


def _share_columns(page: Page, grid: Grid) -> Iterator[Frame]:
    """A column of percentages of which the table, or the text around it, says that they make up one whole."""
    for column in grid.columns:
        rows = [row for row in grid.rows if not _is_total(grid.labels.get(row, "")) and (row, column) in grid.figures]
        shares = [grid.figures[row, column] for row in rows]
        if len(shares) < 3 or any(not _is_share(grid, column, share) for share in shares):
            continue
        if grid.column(column, [r for r in grid.rows if not _is_total(grid.labels.get(r, ""))]) is None:
            continue
        if any(_is_detail(grid.labels.get(row, "")) and grid.labels.get(row) for row in rows):
            continue
        members = tuple(("share", share) for share in shares)
        if any(grid.labels.get(row, "") in phrases("shares", "rest") for row in rows):
            yield Frame("shares", members)
        elif nearly_whole(shares) and (reason := _statement(page, grid, len(shares))):
            yield Frame("shares", (*members, ("reason", reason)))


def _is_share(grid: Grid, column: int, figure: Mention) -> bool:
    header = grid.header.get(column, "")
    named = phrase_pattern("shares", "columns").search(header) is not None and not _OF_EACH_ROW.search(header)
    return named and quantity(figure).unit in ("percent", "count")


def _statement(page: Page, grid: Grid, shares: int) -> Mention | None:
    """The words beside a table that make so many shares exclusive and exhaustive."""
    first, last = grid.blocks
    overlapping = phrase_pattern("shares", "overlapping")
    near = [p for passages in page.blocks[max(0, first - 1) : first] for p in passages]
    # What is said below of shares of its own ("51% named the price; each could give two reasons") is not the table's.
    below = [p for passages in page.blocks[last + 1 : last + 2] for p in passages]
    near += below if not any(quantity(f).unit == "percent" for p in below for f in p.figures) else []
    if any(overlapping.search(passage.plain, passage.start, passage.end) for passage in near):
        return None
    return next((reason for passage in near if (reason := closed_by(passage, shares)) is not None), None)
