"""The tables of an audit as Arrow sees them, and as the bytes of Parquet files, which workers hand back."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from checker.claims.table import COLUMNS, FRAME_COLUMNS, Column

_TYPES = {
    "object": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "datetime64[s]": pa.timestamp("ms"),  # Parquet knows no seconds
}
_PLACE = pa.struct(
    [
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("line", pa.int32()),
        ("column", pa.int32()),
        ("end_line", pa.int32()),
        ("end_column", pa.int32()),
        ("quote", pa.string()),
        ("label", pa.string()),
    ]
)


def _schema(columns: Mapping[str, Column]) -> pa.Schema:
    return pa.schema([(name, _TYPES[column.dtype]) for name, column in columns.items()])


CLAIMS = _schema(COLUMNS)
FRAMES = pa.schema([("article", pa.string()), *_schema(FRAME_COLUMNS)])
ARTICLES = pa.schema(
    [
        ("article", pa.string()),  # the archive's own id
        ("url", pa.string()),
        ("title", pa.string()),
        ("section", pa.string()),
        ("format", pa.string()),
        ("published", pa.date32()),
        ("published_source", pa.string()),
        ("updated", pa.date32()),
        ("as_of", pa.date32()),  # the newest day that the article gives itself
        ("words", pa.int64()),
        ("claims", pa.int64()),
        ("text", pa.string()),  # as it was read; every offset counts its code points
    ]
)
FINDINGS = pa.schema(
    [
        ("article", pa.string()),
        ("rule", pa.string()),
        ("pack", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        ("fingerprint", pa.string()),
        ("why", pa.string()),
        ("remedy", pa.string()),
        ("line", pa.int64()),  # of the first place
        ("column", pa.int64()),
        ("quote", pa.string()),
        ("places", pa.list_(_PLACE)),
    ]
)
SCORES = pa.schema(
    [
        ("article", pa.string()),
        ("url", pa.string()),
        ("title", pa.string()),
        ("section", pa.string()),
        ("published", pa.date32()),
        ("words", pa.int64()),
        ("claims", pa.int64()),
        ("errors", pa.int64()),
        ("warnings", pa.int64()),
        ("notes", pa.int64()),
        ("rules", pa.string()),  # those that found something, with blanks between
        ("page", pa.string()),  # the article's report, relative to the dashboard; "" where none was written
    ]
)
CANDIDATES = pa.schema(
    [
        *CLAIMS,
        ("margin", pa.float64()),
        ("alike", pa.int64()),
        ("kin", pa.int64()),
        ("published", pa.timestamp("ms")),
        ("rule", pa.string()),
        ("shape", pa.int64()),
        ("about", pa.string()),
        ("key", pa.string()),
    ]
)
CONFLICTS = pa.schema(
    [
        ("conflict", pa.string()),  # fingerprint of the group
        ("rank", pa.float64()),
        ("rule", pa.string()),
        ("kind", pa.string()),  # conflict, changed, ledger, corrected
        ("severity", pa.string()),
        ("about", pa.string()),
        ("message", pa.string()),
        ("value", pa.string()),
        ("articles", pa.int64()),  # that give this value
        ("article", pa.string()),
        ("published", pa.date32()),
        ("line", pa.int64()),
        ("column", pa.int64()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("quote", pa.string()),
        ("sentence", pa.string()),
    ]
)


def arrow(frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    """`frame` as an Arrow table of `schema`; missing values become nulls."""
    return pa.Table.from_pandas(frame[schema.names], schema=schema, preserve_index=False)


def records(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> pa.Table:
    """A table of rows given as mappings."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def frame(table: pa.Table, columns: Mapping[str, Column] = COLUMNS) -> pd.DataFrame:
    """An Arrow table as the judge knows it: the dtypes of `columns`, others as they are."""
    found = {}
    for name in table.column_names:
        column = table.column(name)
        dtype = columns[name].dtype if name in columns else ""
        if dtype == "object" or pa.types.is_string(column.type):
            found[name] = pd.Series(np.array(column.to_pylist(), dtype=object), dtype=object)
        elif pa.types.is_timestamp(column.type):
            found[name] = pd.Series(column.to_numpy().astype("datetime64[s]"))
        elif dtype == "float64" or pa.types.is_floating(column.type):
            found[name] = pd.Series(column.to_numpy(zero_copy_only=False).astype("float64"))
        else:
            found[name] = pd.Series(column.to_numpy())
    return pd.DataFrame(found)


def to_parquet(table: pa.Table) -> bytes:
    """The table as a Parquet file. The same table gives the same bytes."""
    page = io.BytesIO()
    pq.write_table(table, page, compression="zstd", row_group_size=20_000)
    return page.getvalue()


def from_parquet(data: bytes, columns: Sequence[str] | None = None) -> pa.Table:
    """The table in a Parquet file."""
    return pq.read_table(io.BytesIO(data), columns=list(columns) if columns else None)
