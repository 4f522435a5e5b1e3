"""Keeps our own TOML files as JSON, which Python reads ten times as fast.

What bytecode is to Python: made when a wheel is built, in a checkout by `python -m checker.compiled`, and never needed.
Each table stands under the digest of the file it was read from, so that a file which has changed since is read itself.
It lies among the files that it was made from, so whoever can write it can write them and the program. Nothing that a
checked project brings is ever compiled, and it holds plain data, nothing that could run.
"""

import datetime as dt
import hashlib
import json
import os
import tempfile
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FILE_NAME = "compiled.json"
_DATE = "$date"  # JSON has no dates


def compiled_table(source: bytes, folder: Path) -> dict[str, Any] | None:
    """What the TOML file with the contents `source` says; None where `folder` holds no such table.

    The same object each time, for reading only.
    """
    table = _tables(folder / FILE_NAME).get(_digest(source))
    return table if isinstance(table, dict) else None


def compile_tables(folder: Path) -> Path:
    """Compiles every TOML file below `folder` and returns the file that it wrote there; the same files, the same bytes.

    Left out is what would not be given back as it was, such as times of day, and what is not TOML. Raises OSError where
    the folder cannot be written.
    """
    tables = {}
    for path in sorted(folder.rglob("*.toml")):
        source = path.read_bytes()
        try:
            table = tomllib.loads(source.decode("utf-8"))
            if _loaded(_dumped(table)) == table:
                tables[_digest(source)] = table
        except (ValueError, TypeError, RecursionError):
            continue
    target = folder / FILE_NAME
    # Written whole or not at all. By hand: whoever builds a wheel has nothing of this program but this module.
    descriptor, unfinished = tempfile.mkstemp(dir=folder, prefix=f".{FILE_NAME}.")
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(_dumped(tables))
    Path(unfinished).chmod(0o644)
    return Path(unfinished).replace(target)


@cache
def _tables(path: Path) -> dict[str, Any]:
    try:
        found = _loaded(path.read_bytes())
    except (OSError, ValueError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _dumped(value: Any) -> str:
    return json.dumps(value, default=_tagged, separators=(",", ":"))


def _loaded(data: str | bytes) -> Any:
    return json.loads(data, object_hook=_untagged)


def _tagged(value: Any) -> dict[str, str]:
    if type(value) is not dt.date:  # a date and time is a date, too
        raise TypeError(f"{type(value).__name__} is not compiled")
    return {_DATE: value.isoformat()}


def _untagged(table: dict[str, Any]) -> Any:
    return dt.date.fromisoformat(table[_DATE]) if _DATE in table else table


def _digest(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()


if __name__ == "__main__":
    from checker.resources import resource_folder

    print(compile_tables(resource_folder("rules")))
