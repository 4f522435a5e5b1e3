"""How many articles an archive holds, where that can be told without reading it through."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from checker.articles.read import ENDINGS
from checker.audit.archive.compression import opened
from checker.audit.archive.open import kind_of

_BLOCK = 1024 * 1024


def count_articles(path: Path, limit: int | None = None) -> int | None:
    """How many entries `open_archive` will yield, `limit` at most; None where only reading them all would tell."""
    count = _count(path)
    return count if count is None or limit is None else min(count, limit)


def _count(path: Path) -> int | None:
    if path.is_dir():
        return sum(
            name.lower().endswith(ENDINGS) and not name.startswith(".")
            for _, folders, files in _walk(path)
            for name in files
        )
    kind = kind_of(path)
    if kind == "parquet":
        import pyarrow.parquet as pq

        return int(pq.read_metadata(path).num_rows)
    if kind == "jsonl":
        with opened(path) as stream:
            return sum(block.count(b"\n") for block in _blocks(stream))
    return None


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    while block := stream.read(_BLOCK):
        yield block


def _walk(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    for parent, folders, files in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield parent, folders, files
