"""`subeditor init` and `subeditor clean`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cache import Cache
from checker.cli.baseline import run_update
from checker.cli.inspection import Conditions, default_cache
from checker.configuration import FILE_NAMES, load
from checker.errors import ConfigurationError
from checker.files import write_atomically

if TYPE_CHECKING:
    from checker.cli.console import Messages

TEMPLATE = Path(__file__).with_name("subeditor-template.toml")


def run_init(folder: Path, baseline: bool | None, messages: Messages) -> int:
    """Write a commented configuration into `folder`, and a baseline where that is wanted; None asks at a terminal.

    A configuration that is there already stays as it is. Raises ConfigurationError where none can be written.
    """
    file = next((folder / name for name in FILE_NAMES[:2] if (folder / name).exists()), folder / FILE_NAMES[0])
    if file.exists():
        load(file)
        messages.note(f"{file} was already there and stays as it is.")
    else:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(file, TEMPLATE.read_bytes())
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise ConfigurationError(f"{file} cannot be written: {reason}. Name another folder.") from None
        messages.note(f"Wrote {file}. Every line in it says what it does.")
    command = f"subeditor baseline update {folder}"
    if baseline is None and sys.stdin.isatty() and sys.stderr.isatty():
        baseline = _agreed("Accept what is found in the articles today, so that only new findings are shown?")
    if not baseline:
        messages.note(f"To accept what is found today, so that only new findings are shown:\n  {command}")
        return 0
    return run_update([str(folder)], Conditions(stdin_filename=str(folder / "-")), False, messages)


def run_clean(cache: Path | None, messages: Messages) -> int:
    """Delete the cache; 0. Raises ConfigurationError where it cannot be deleted."""
    folder = cache or default_cache()
    try:
        if folder and Cache(folder).clear():
            messages.note(f"Deleted {folder}.")
        else:
            messages.note(f"There is no cache at {folder}." if folder else "There is no cache here.")
    except OSError as error:
        raise ConfigurationError(f"{folder} cannot be deleted: {(error.strerror or '').lower()}") from None
    return 0


def _agreed(question: str) -> bool:
    sys.stderr.write(f"{question} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes")
