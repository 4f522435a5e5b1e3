"""Tables with one article a row: JSON Lines, CSV, Parquet."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from checker.audit.archive.article import ArchivedArticle, Fields
from checker.errors import ConfigurationError
from checker.pipeline import Failure

LONGEST_RECORD = 32 * 1024 * 1024  # bytes or characters; a longer one is no article
ROWS_AT_ONCE = 64


def read_json_lines(stream: IO[bytes], path: Path, fields: Fields) -> Iterator[ArchivedArticle | Failure]:
    """The articles of a file with one JSON object a line; blank lines are left out."""
    for number in itertools.count(1):
        line = stream.readline(LONGEST_RECORD + 1)
        if not line:
            return
        if len(line) > LONGEST_RECORD:
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_RECORD)
            yield Failure(f"{path.name}:{number}", f"this line is longer than {LONGEST_RECORD:,} bytes.")
        elif line.strip():
            try:
                record = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield Failure(f"{path.name}:{number}", f"this line is not JSON: {error}.")
                continue
            yield from read_records([record], path, fields, number)


def read_csv(stream: IO[bytes], path: Path, fields: Fields) -> Iterator[ArchivedArticle | Failure]:
    """The articles of a table in CSV, RFC 4180, in UTF-8 and with a line of headings; tabs in a .tsv file."""
    csv.field_size_limit(LONGEST_RECORD)
    text = io.TextIOWrapper(io.BufferedReader(stream), encoding="utf-8-sig", newline="")  # type: ignore[type-var]
    rows = csv.DictReader(text, delimiter="\t" if ".tsv" in path.suffixes else ",")
    for number in itertools.count(1):
        try:
            record = next(rows, None)
        except (csv.Error, UnicodeDecodeError) as error:
            raise ConfigurationError(f"{path}: the table cannot be read behind row {number - 1}: {error}.") from None
        if record is None:
            return
        record.pop(None, None)
        yield from read_records([record], path, fields, number)


def read_parquet(path: Path, fields: Fields) -> Iterator[ArchivedArticle | Failure]:
    """The articles of a Parquet file, a few rows at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 1
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
                yield from read_records(batch.to_pylist(), path, fields, number)
                number += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        reason = str(error).partition("\n")[0]
        raise ConfigurationError(f"{path} cannot be read behind row {number - 1}: {reason}.") from None


def read_records(records: Iterable[Any], path: Path, fields: Fields, first: int) -> Iterator[ArchivedArticle | Failure]:
    """The articles in `records`, the first of which is the archive's number `first`."""
    for number, record in enumerate(records, first):
        if not isinstance(record, dict):
            yield Failure(f"{path.name}:{number}", "this record is no object with named fields.")
            continue
        try:
            yield fields.article(record, number)
        except ValueError as error:
            yield Failure(f"{path.name}:{number}", str(error))
