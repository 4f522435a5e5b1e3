"""The articles, findings and conflicts of an audit in one file each, as CSV and as Parquet, shard after shard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from checker.audit.review import safe_cell
from checker.audit.store import Store
from checker.audit.tables import CONFLICTS, FINDINGS, SCORES
from checker.files import written_atomically

FOLDER = "exports"


def write_exports(store: Store) -> None:
    """Writes `exports/articles`, `findings` and `conflicts`, as .csv and .parquet. Raises OSError on a full disk."""
    folder = store.folder / FOLDER
    folder.mkdir(exist_ok=True)
    shards = [marker.shard for marker in store.markers()]
    _write(folder, "articles", SCORES, [store.file("scores", shard) for shard in shards])
    _write(folder, "findings", FINDINGS, [store.file("findings", shard) for shard in shards])
    _write(folder, "conflicts", CONFLICTS, [store.folder / "conflicts.parquet"])


def _write(folder: Path, name: str, schema: pa.Schema, files: Iterable[Path]) -> None:
    plain = [field.name for field in schema if not pa.types.is_nested(field.type)]
    with (
        written_atomically(folder / f"{name}.parquet") as whole,
        written_atomically(folder / f"{name}.csv") as text,
        pq.ParquetWriter(whole, schema, compression="zstd") as writer,
    ):
        text.write(_line(plain))
        for file in files:
            table = pq.read_table(file, schema=schema)
            writer.write_table(table)
            text.writelines(_lines(table.select(plain)))


def _lines(table: pa.Table) -> Iterator[bytes]:
    columns = (column.to_pylist() for column in table.columns)
    for row in zip(*columns, strict=True):
        yield _line("" if cell is None else safe_cell(cell) if isinstance(cell, str) else str(cell) for cell in row)


def _line(cells: Iterable[str]) -> bytes:
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerow(cells)
    return page.getvalue().encode("utf-8", "replace")
