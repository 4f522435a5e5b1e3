"""The scope of table cells: a figure alone in its cell is named by the headers, labels and caption around it.

The column header says what is measured, in which unit and when; the row label says of whom. Where the header is only a
date ("Q3 2025") or only says that figures follow ("Value"), the corner, the caption or the row label names the measure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from checker.articles.article import Cell, Zone
from checker.claims.canonical import canonical, canonical_noun, light_words
from checker.claims.header_units import Unit, read_unit, segments, unit_of
from checker.claims.reading import BlockReading, Mention
from checker.claims.time import time_columns
from checker.language.dates import find_timexes
from checker.language.parse import Token
from checker.language.timex import Timex
from checker.lexicon import lexicon

_NOMINAL = ("NOUN", "PROPN")
_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "X")
_BY = re.compile(r"\b(?:by|per)\b", re.IGNORECASE)  # "Revenue by division": what stands before it is the measure
_PLAIN = re.compile(r"[-+−–]?\d[\d,.\s]*")
_WIDEST_SPAN = 1000  # columns or rows; an absurd span in the source is cut to this


@dataclass(slots=True)
class Table:
    """The cells of one table by row and column, and the caption before or behind it."""

    cells: dict[tuple[int, int], BlockReading] = field(default_factory=dict)
    header_rows: frozenset[int] = frozenset()
    caption: BlockReading | None = None

    def headers(self, cell: Cell) -> list[BlockReading]:
        """The header cells above a cell, the nearest first."""
        above = [row for row in self.header_rows if row < cell.row]
        return [self.cells[row, cell.column] for row in sorted(above, reverse=True) if (row, cell.column) in self.cells]

    def labels(self, cell: Cell) -> list[BlockReading]:
        """The cells to the left of a cell that hold words or dates and no figure; the first column always counts."""
        left = [(column, self.cells.get((cell.row, column))) for column in range(min(cell.column, _WIDEST_SPAN))]
        return [found for column, found in left if found is not None and (column == 0 or not found.quantities)]

    def corner(self) -> BlockReading | None:
        """The header of the first column."""
        return next(
            (self.cells[row, 0] for row in sorted(self.header_rows, reverse=True) if (row, 0) in self.cells), None
        )


def fill_cells(readings: Sequence[BlockReading], mentions: Iterable[Mention], topic: frozenset[str]) -> None:
    """Gives every figure that fills a cell its measure, subject, unit, role and time, as far as the table names them.

    Values are brought to the unit of the header: 148.2 under "(€m)" becomes 148,200,000 EUR. `topic` holds the words
    of the article's own title.
    """
    tables = find_tables(readings)
    for mention in mentions:
        cell = mention.reading.block.cell
        if mention.row["kind"] == "quantity" and cell is not None and cell.column > 0:
            table = tables[cell.table]
            if cell.row not in table.header_rows:
                _fill(mention, cell, table, topic)


def find_tables(readings: Sequence[BlockReading]) -> Mapping[int, Table]:
    """The tables of an article by number."""
    tables: dict[int, Table] = defaultdict(Table)
    headers: dict[int, set[int]] = defaultdict(set)
    for position, reading in enumerate(readings):
        cell = reading.block.cell
        if cell is None:
            continue
        table = tables[cell.table]
        if not table.cells and position and readings[position - 1].block.zone == Zone.CAPTION:
            table.caption = readings[position - 1]
        following = readings[position + 1] if position + 1 < len(readings) else None
        if table.caption is None and following is not None and following.block.zone == Zone.CAPTION:
            table.caption = following
        for row in range(cell.row, cell.row + min(cell.row_span, _WIDEST_SPAN)):
            for column in range(cell.column, cell.column + min(cell.column_span, _WIDEST_SPAN)):
                table.cells.setdefault((row, column), reading)
        if cell.header and cell.column > 0:
            headers[cell.table].add(cell.row)
    for number, table in tables.items():
        first = [reading for (row, column), reading in table.cells.items() if row == 0 and column > 0]
        unmarked = {0} if first and not any(reading.quantities for reading in first) else set()
        table.header_rows = frozenset(headers[number] or unmarked)
    return tables


def _fill(mention: Mention, cell: Cell, table: Table, topic: frozenset[str]) -> None:
    row = mention.row
    headers, labels, corner = table.headers(cell), table.labels(cell), table.corner()
    named_by = [*headers, *labels, *([table.caption] if table.caption else [])]
    words = {word for reading in named_by for word in _words(reading)}
    if not row["measure"]:
        row["measure"] = _measure(headers, labels, corner, table.caption)
    if not row["subject"]:
        row["subject"] = _subject(headers, labels, row["measure"])
    terms = {*row["terms"].split(), *words, row["measure"]} - light_words() - {""}
    row.update(terms=" ".join(sorted(terms)), topic=" ".join(sorted(terms & topic)))
    beside = [reading for reading in (*labels, corner, table.caption) if reading is not None]
    _set_unit(mention, unit_of(headers, whole=True) or unit_of(beside))
    _set_role(mention, headers, labels)
    if row["date_start"] is None and not any(timex.kind == "date" for timex in mention.reading.timexes):
        timex = _time(headers, labels, corner, table.caption)
        if timex is not None:
            row.update(time_columns(timex, "table"), dated=True)


def _measure(
    headers: Sequence[BlockReading],
    labels: Sequence[BlockReading],
    corner: BlockReading | None,
    caption: BlockReading | None,
) -> str:
    """What the figure measures: the noun of the header, else of the corner, the caption or the row label."""
    own = next((noun for header in headers if (noun := _noun(header))), "")
    over_figures = own in _lemmas("figures") or own in _lemmas("shares")
    if own and not over_figures:
        return own
    above = _noun(corner) if corner is not None and _names_measure(corner) else ""
    above = above or (_noun(caption) if caption is not None else "")
    if above:
        return above
    first = _noun(labels[0]) if labels and not _is_name(labels[0]) else ""
    each_its_own = corner is None or not _noun(corner) or _noun(corner) in _lemmas("indicators")
    if first and each_its_own and own not in _lemmas("shares"):
        return first
    return own


def _subject(headers: Sequence[BlockReading], labels: Sequence[BlockReading], measure: str) -> str:
    """Whose figure it is: the words of the row labels but those that say how it is meant ("Group total" → group).

    Where the label itself names the measure ("Weight with battery"), it is that of whom the header names.
    """
    named = [header for header in headers if _is_name(header)]
    owners = named if named and labels and _noun(labels[0]) == measure else labels
    lemmas = {canonical_noun(token.lemma) for owner in owners for token in _own_tokens(owner) if token.pos in _CONTENT}
    lemmas -= {measure, *_lemmas("totals", "averages")}
    return " ".join(sorted(lemmas - light_words() or lemmas))


def _names_measure(corner: BlockReading) -> bool:
    """Whether a corner cell names what the figures measure, not what the rows are: "Revenue by division (€m)"."""
    return _BY.search(corner.block.text) is not None or unit_of([corner]) is not None


def _noun(reading: BlockReading) -> str:
    """The canonical noun that a header is about; "" for a date, a unit or a symbol."""
    tokens = _own_tokens(reading)
    nominal = [token for token in tokens if token.pos in _NOMINAL and any(c.isalpha() for c in token.text)]
    if not nominal:
        plain = [token for token in tokens if token.lemma in _lemmas("figures", "shares", "ranks")]
        return plain[0].lemma if plain else ""
    modifiers = ("compound", "nmod", "amod", "poss", "pobj", "nummod")
    heads = [token for token in nominal if token.dependency not in modifiers]
    return canonical_noun((heads or nominal[-1:])[0].lemma)


def _is_name(reading: BlockReading) -> bool:
    """Whether a header or label is a name and nothing else: "Brava 18V", "Aosta–Vela"."""
    nominal = [token for token in _own_tokens(reading) if token.pos in _NOMINAL]
    named = any(token.pos == "PROPN" for token in nominal)
    return named and all(token.text[0].isupper() for token in nominal)


def _own_tokens(reading: BlockReading) -> list[Token]:
    """The tokens of a header that are part of neither a date, a figure nor a unit."""
    text = reading.block.text
    taken = [(t.start, t.end) for t in reading.timexes] + [(q.start, q.end) for q in reading.quantities]
    taken += [(start, end) for start, end in segments(text) if read_unit(text[start:end]) is not None]
    return [
        token
        for token in reading.parse.tokens
        if not any(start <= token.start < end for start, end in taken) and token.pos not in ("PUNCT", "SPACE")
    ]


def _words(reading: BlockReading) -> Iterator[str]:
    for token in _own_tokens(reading):
        if token.pos in _CONTENT and token.lemma not in light_words() and len(token.lemma) > 1:
            yield canonical(token) if token.pos != "VERB" else token.lemma


def _set_unit(mention: Mention, unit: Unit | None) -> None:
    row = mention.row
    figure = mention.reading.block.text[mention.start : mention.end]
    if unit is None or row["unit"] != "count" or not _PLAIN.fullmatch(figure.strip()):
        return
    row.update({column: row[column] * unit.factor for column in ("low", "high", "value", "resolution")})
    row.update(unit=unit.unit, per=row["per"] or unit.per)
    if unit.unit == "percent" and row["role"] == "level":
        row["role"] = "share"


def _set_role(mention: Mention, headers: Sequence[BlockReading], labels: Sequence[BlockReading]) -> None:
    row = mention.row
    lemmas = {token.lemma for reading in (*headers, *labels[:1]) for token in reading.parse.tokens}
    if lemmas & _lemmas("ranks") and row["unit"] == "count":
        row["role"] = "rank"
    elif lemmas & _lemmas("totals"):
        row["role"] = "total"
    elif lemmas & _lemmas("averages"):
        row["role"] = "average"
    if lemmas & _lemmas("plans"):
        row["modality"] = "planned"


@cache
def _lemmas(*names: str) -> frozenset[str]:
    """Word lists of `rules/lexicon/tables.toml`."""
    return frozenset(word for name in names for word in lexicon("tables")[name])


def _time(
    headers: Sequence[BlockReading],
    labels: Sequence[BlockReading],
    corner: BlockReading | None,
    caption: BlockReading | None,
) -> Timex | None:
    """The time of a cell: the one date of its header or label; that of corner or caption where neither has one."""
    near = [date for reading in (*headers, *labels) for date in _dates(reading)]
    if not near:
        near = [date for reading in (corner, caption) if reading is not None for date in _dates(reading)][:1]
    narrowest = min(near, key=_days, default=None)
    if narrowest is not None and all(_holds(date, narrowest) for date in near):
        return narrowest
    return None


def _dates(reading: BlockReading) -> list[Timex]:
    """The dates of a header that need no anchor: under "2024", "March" is not the March before publication.

    A year that stands apart is one as well: "Referrals by age, 2024".
    """
    text = reading.block.text
    apart = [timex for start, end in segments(text) for timex in find_timexes(text[start:end])]
    return [t for t in reading.timexes or apart if t.kind == "date" and t.date_start and t.date_end and not t.relative]


def _days(date: Timex) -> int:
    assert date.date_start is not None and date.date_end is not None
    return (date.date_end - date.date_start).days


def _holds(outer: Timex, inner: Timex) -> bool:
    assert outer.date_start and outer.date_end and inner.date_start and inner.date_end
    return outer.date_start <= inner.date_start and inner.date_end <= outer.date_end
