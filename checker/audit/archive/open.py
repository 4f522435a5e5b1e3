"""Finds out what an archive is, and opens it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from checker.audit.archive.article import ArchivedArticle, Fields
from checker.audit.archive.compression import COMPRESSED, opened
from checker.audit.archive.folder import read_folder
from checker.audit.archive.json_documents import read_json
from checker.audit.archive.tables import read_csv, read_json_lines, read_parquet
from checker.audit.archive.xml_feeds import read_xml
from checker.errors import ConfigurationError
from checker.pipeline import Failure

KINDS: Mapping[str, str] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".json": "json",
    ".xml": "xml", ".wxr": "xml", ".rss": "xml", ".atom": "xml", ".rdf": "xml",
}  # fmt: skip


def open_archive(path: Path, columns: Mapping[str, str] | None = None) -> Iterator[ArchivedArticle | Failure]:
    """The articles of the archive at `path`, one at a time and always in the same order; a Failure for one unreadable.

    A folder of articles; JSON Lines, CSV or Parquet; a WordPress export, RSS, Atom, a Ghost export, a JSON Feed; each
    file also compressed. `columns` maps fields of an article to names of columns (see FIELD_NAMES).

    Raises ConfigurationError where the archive cannot be read at all, and where it breaks off.
    """
    fields = Fields(columns or {})
    if path.is_dir():
        return read_folder(path)
    if not path.is_file():
        raise ConfigurationError(f"{path}: there is no such archive.")
    kind = kind_of(path)
    if kind == "parquet":
        return read_parquet(path, fields)
    return _read(path, kind, fields)


def kind_of(path: Path) -> str:
    """What the file at `path` is, by its ending. Raises ConfigurationError for an ending that is not known."""
    endings = [ending for ending in path.suffixes if ending.lower() not in COMPRESSED]
    kind = KINDS.get(endings[-1].lower()) if endings else None
    if kind is None:
        known = ", ".join(sorted(KINDS))
        raise ConfigurationError(f"{path}: this kind of archive is not known by its ending. Known: a folder, {known}")
    return kind


def _read(path: Path, kind: str, fields: Fields) -> Iterator[ArchivedArticle | Failure]:
    try:
        with opened(path) as stream:
            match kind:
                case "jsonl":
                    yield from read_json_lines(stream, path, fields)
                case "csv":
                    yield from read_csv(stream, path, fields)
                case "json":
                    yield from read_json(stream, path, fields)
                case _:
                    yield from read_xml(stream, path)
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise ConfigurationError(f"{path} cannot be read to its end: {reason.lower()}.") from None
