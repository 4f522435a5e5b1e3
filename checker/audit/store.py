"""The folder of an audit. Files get their place when they are whole; a shard counts once its marker is there."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from checker.errors import ConfigurationError
from checker.files import written_atomically

EXTRACTED = ("articles", "claims", "frames")  # tables of the first phase
PAGES = "articles"  # folder of the articles' pages, beside the dashboard
JUDGED = ("findings", "scores", "candidates")  # and of the second


@dataclass(frozen=True, slots=True)
class Marker:
    """What a whole shard holds. `source` is a digest of its articles as they came from the archive."""

    shard: int
    source: str
    extraction: str  # digests of all that decides the tables of each phase
    judging: str
    articles: int
    claims: int
    findings: int
    suppressed: int = 0
    errors: tuple[tuple[str, str], ...] = field(default=())


class Store:
    """The folder of an audit."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, table: str, shard: int) -> Path:
        """The file of a shard's part of `table`."""
        return self.folder / table / f"part-{shard:05}.parquet"

    def read(self, shard: int, tables: tuple[str, ...]) -> dict[str, bytes]:
        """The Parquet files of a shard. Raises ConfigurationError where one is missing."""
        try:
            return {table: self.file(table, shard).read_bytes() for table in tables}
        except OSError as error:
            raise ConfigurationError(
                f"{error.filename} cannot be read, though its shard is marked as whole. Start the audit anew."
            ) from None

    def write(self, path: Path, data: bytes) -> None:
        """Puts a file into its place when it has reached the disk. Raises OSError where the disk is full."""
        path.parent.mkdir(parents=True, exist_ok=True)
        with written_atomically(path) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def write_shard(self, tables: Mapping[str, bytes], pages: Mapping[str, bytes], marker: Marker) -> None:
        """Writes what a shard came to; the marker last, so that a shard is whole or not there at all."""
        self._marker(marker.shard).unlink(missing_ok=True)
        for table, data in tables.items():
            self.write(self.file(table, marker.shard), data)
        shutil.rmtree(self.folder / "report" / PAGES / f"{marker.shard:05}", ignore_errors=True)
        for name, data in pages.items():
            path = self.folder / "report" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        self.write(self._marker(marker.shard), _json(asdict(marker)))

    def marker(self, shard: int) -> Marker | None:
        """The marker of a shard; None where the shard is not whole."""
        try:
            held = json.loads(self._marker(shard).read_bytes())
            errors = tuple((str(article), str(reason)) for article, reason in held.pop("errors"))
            return Marker(**held, errors=errors)
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def markers(self) -> Iterator[Marker]:
        """The markers of all whole shards, in order."""
        for path in sorted((self.folder / "shards").glob("*.json")):
            marker = self.marker(int(path.stem))
            if marker:
                yield marker

    def drop(self, first: int) -> None:
        """Takes away the shards from `first` on, which an archive that has become shorter no longer has."""
        for path in sorted((self.folder / "shards").glob("*.json")):
            if int(path.stem) >= first:
                path.unlink()
                for table in (*EXTRACTED, *JUDGED):
                    self.file(table, int(path.stem)).unlink(missing_ok=True)

    def read_json(self, name: str) -> dict[str, Any]:
        """A JSON file of the folder; {} where there is none, or a broken one."""
        try:
            held = json.loads((self.folder / name).read_bytes())
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def write_json(self, name: str, value: Any) -> None:
        """Writes a JSON file of the folder."""
        self.write(self.folder / name, _json(value))

    def _marker(self, shard: int) -> Path:
        return self.folder / "shards" / f"{shard:05}.json"


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n").encode("utf-8", "replace")
