"""Writes files so that nobody ever sees half of one."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

_UNFINISHED = ".tmp"  # ends the name of a file that is being written


def write_atomically(path: Path, data: bytes) -> None:
    """Puts `data` into the file `path`; see `written_atomically`."""
    with written_atomically(path) as file:
        file.write(data)


@contextmanager
def written_atomically(path: Path) -> Iterator[BinaryIO]:
    """Yields a file to write to, which takes the place of `path` at the end.

    Others see the old contents or the new, whatever interrupts the writing; after an exception the old. Raises OSError
    where the folder cannot be written or the disk is full.
    """
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_UNFINISHED)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        os.chmod(temporary, _mode(path))  # noqa: PTH101
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def remove_unfinished(folder: Path) -> None:
    """Removes what a run that was killed outright had not written to its end, anywhere below `folder`."""
    for path in folder.rglob(f".*{_UNFINISHED}"):
        path.unlink(missing_ok=True)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Holds a lock on `folder` that other runs wait for; the system lets go of it when a run ends, however it ends."""
    if sys.platform == "win32":  # has no such locks: there the last of two writers wins
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _mode(path: Path) -> int:
    """The permissions that `path` has, or would have had if it had been created the ordinary way."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
