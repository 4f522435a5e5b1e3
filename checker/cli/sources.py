"""Finds the articles that a command line names, and reads them."""

from __future__ import annotations

import glob
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import ArticleError
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARD_INPUT = "-"
ENDINGS = (".md", ".markdown", ".mdx", ".qmd", ".html", ".htm", ".xhtml", ".txt", ".text", ".docx")
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})


def find_articles(arguments: Iterable[str]) -> Iterator[str | Failure]:
    """Paths of the articles that `arguments` name, each once, in the order given; folders in sorted order.

    An argument is a file, a folder (searched for files with one of ENDINGS; hidden folders are skipped), a glob
    pattern, or "-" for standard input. A Failure, yielded in its place, says what is wrong with an argument.
    """
    seen = set()
    for argument in arguments:
        for found in _find(argument):
            if isinstance(found, str):
                if found in seen:
                    continue
                seen.add(found)
            yield found


def read_source(path: str, name: str, replace: bool = False) -> str:
    """The text of the article at `path`, or of standard input for "-"; errors call it `name`.

    `replace` puts U+FFFD for bytes that are not UTF-8. Raises ArticleError where there is no text to read.
    """
    from checker.articles import decode

    text = decode(_read(path, name), name, replace)
    if not text.strip("\ufeff \t\r\n"):
        raise ArticleError(f"{name}: this file is empty. There is nothing to check.")
    return text


def _find(argument: str) -> Iterator[str | Failure]:
    if argument == STANDARD_INPUT:
        yield argument
    elif os.path.lexists(argument):
        yield from _walk(argument) if Path(argument).is_dir() else [_tidy(argument)]
    elif glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (pathlib has no absolute patterns)
        for match in matches:
            yield from _walk(match) if Path(match).is_dir() else [_tidy(match)]
        if not matches:
            yield Failure(argument, "no file matches this pattern.")
    else:
        yield Failure(argument, "there is no such file or folder.")


def _walk(folder: str) -> Iterator[str | Failure]:
    problems: list[OSError] = []
    empty = True
    for parent, folders, files in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED_FOLDERS)
        for name in sorted(files):
            if name.lower().endswith(ENDINGS) and not name.startswith("."):
                empty = False
                yield _tidy(str(Path(parent, name)))
    for problem in problems:
        yield Failure(str(problem.filename), f"this folder cannot be read: {_reason(problem)}.")
    if empty and not problems:
        yield Failure(folder, f"this folder holds nothing to check: no file ends in {', '.join(ENDINGS)}.")


def _read(path: str, name: str) -> bytes:
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read()
        file = Path(path)
        kind = file.stat().st_mode
        if not (stat.S_ISREG(kind) or stat.S_ISFIFO(kind)):
            raise ArticleError(f"{name}: this is not a file that can be read.")
        return file.read_bytes()
    except OSError as error:
        raise ArticleError(f"{name}: this file cannot be read: {_reason(error)}.") from None


def _tidy(path: str) -> str:
    return Path(os.path.normpath(path)).as_posix()


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
