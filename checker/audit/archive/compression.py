"""Opens files whether compressed or not."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any


def _zstd(path: Path) -> Any:
    import pyarrow as pa

    return io.BufferedReader(pa.CompressedInputStream(pa.OSFile(str(path)), "zstd"))


_OPENERS: Mapping[str, Callable[[Path], Any]] = {
    ".gz": gzip.open,
    ".bz2": bz2.open,
    ".xz": lzma.open,
    ".zst": _zstd,
}
COMPRESSED = tuple(_OPENERS)


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of the file at `path`, decompressed as they are read. Raises OSError or EOFError for a broken file."""
    opener = _OPENERS.get(path.suffix.lower())
    try:
        with opener(path) if opener else path.open("rb") as stream:
            yield stream
    except lzma.LZMAError as error:
        raise OSError(str(error)) from None
