"""Where output goes: results to standard output or a file, everything else to standard error."""

from __future__ import annotations

import io
import os
import shutil
import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from checker.errors import ConfigurationError
from checker.files import written_atomically
from checker.output.terminal import Style, harmless, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

COLUMNS_OF_A_FILE = 100


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def style(color: Color, output: Path | None) -> Style:
    """How to dress results: as the terminal is, or plain and 100 columns wide for a file or a pipe.

    NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE are obeyed as https://no-color.org and https://force-color.org say.
    """
    on_terminal = output is None and sys.stdout.isatty()
    columns = max(40, shutil.get_terminal_size().columns) if on_terminal else COLUMNS_OF_A_FILE
    return Style(columns, _wants_color(color, on_terminal))


def _wants_color(color: Color, on_terminal: bool) -> bool:
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return on_terminal and os.environ.get("TERM") != "dumb"


@contextmanager
def opened(output: Path | None, sources: Sequence[str] = ()) -> Iterator[Callable[[str | bytes], None]]:
    """Yields a function that writes results: to the file `output`, else to standard output, in UTF-8.

    The file is there when all is written; until then, and after an error, it is what it was. Raises ConfigurationError
    where it cannot be written, or is one of the `sources` being read.
    """
    if output is None:
        yield _to_standard_output
        return
    refuse_source(output, sources)
    try:
        if output.exists() and not output.is_file():  # a pipe or a device
            with output.open("wb") as pipe:
                yield lambda chunk: _write_bytes(pipe, chunk)
        else:
            with written_atomically(output) as file:
                yield lambda chunk: _write_bytes(file, chunk)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ConfigurationError(f"{output} cannot be written: {reason}. Name another file with --output.") from None


def refuse_source(output: Path, sources: Iterable[str]) -> None:
    """Raises ConfigurationError where writing `output` would overwrite one of the `sources` being read."""
    if any(Path(source).is_file() and output.exists() and output.samefile(source) for source in sources):
        raise ConfigurationError(f"{output} is one of the articles to read. Name another file with --output.")


def _to_standard_output(chunk: str | bytes) -> None:
    if isinstance(chunk, bytes):
        sys.stdout.buffer.write(chunk)
    elif sys.stdout.isatty():
        _encodable(sys.stdout).write(chunk)
    else:
        # A pipe gets UTF-8 whatever the locale says, so that the same article gives the same bytes everywhere.
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
        sys.stdout.write(chunk)


def _write_bytes(file: BinaryIO, chunk: str | bytes) -> None:
    file.write(chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "backslashreplace"))


def _encodable(stream: TextIO) -> TextIO:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream


class Messages:
    """Sentences and progress on standard error. `quiet` leaves only errors, `verbose` adds details."""

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self._stream = _encodable(sys.stderr)
        self._progress_shown = False

    def error(self, message: str) -> None:
        """What went wrong; always shown."""
        self._say(f"subeditor: {message}")

    def note(self, message: str) -> None:
        """What is good to know."""
        if not self.quiet:
            self._say(message)

    def detail(self, message: str) -> None:
        """What only --verbose shows."""
        if self.verbose:
            self._say(message)

    def progress(self, message: str) -> None:
        """Shown in place of the last progress, and only on a terminal."""
        if self._stream.isatty() and not self.quiet and not os.environ.get("CI"):
            columns = shutil.get_terminal_size().columns - 1
            self._stream.write(f"\r\x1b[K{shortened(harmless(message), columns)}")
            self._stream.flush()
            self._progress_shown = True

    def clear_progress(self) -> None:
        """Takes the progress off the terminal, so that results can be written there."""
        if self._progress_shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._progress_shown = False

    def _say(self, message: str) -> None:
        self.clear_progress()
        lines = (harmless(line) for line in message.splitlines())
        self._stream.write("\n".join(lines) + "\n")
