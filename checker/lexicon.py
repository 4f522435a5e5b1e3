"""Lexicons: word lists that an editor can read aloud, one TOML file each in `rules/lexicon/`.

A house may add to some of them: a file of the same name in a folder of its own holds the words to add.
"""

import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from checker.compiled import compiled_table
from checker.errors import RuleError
from checker.resources import resource_folder

# Those that say which words are vague or old. The others say how figures and dates are read, which is no matter of
# taste; they are read once, when the program starts.
OPEN = (
    "abbreviations",
    "authorities",
    "comparison_bases",
    "comparisons",
    "hedges",
    "incumbents",
    "present_times",
    "references",
    "size_adjectives",
    "superlatives",
    "vague_quantities",
    "vague_times",
)

_house: ContextVar[tuple[Path, ...]] = ContextVar("house lexicons", default=())


def lexicon(name: str) -> dict[str, Any]:
    """The contents of `rules/lexicon/<name>.toml`, with what the house lexicons in use add.

    The same object as long as those are the same. Raises RuleError where a file is missing or is not TOML.
    """
    return _with_additions(name, _house.get()) if name in OPEN else packaged(name)


@contextmanager
def house_lexicons(folders: Sequence[Path]) -> Iterator[None]:
    """Within this, the files in `folders` add to the lexicons of the same names."""
    before = _house.set(tuple(folders))
    try:
        yield
    finally:
        _house.reset(before)


def houses() -> tuple[Path, ...]:
    """The folders of the house lexicons in use."""
    return _house.get()


@cache
def packaged(name: str) -> dict[str, Any]:
    """The contents of `rules/lexicon/<name>.toml` alone. Raises as `lexicon` does."""
    path = resource_folder("rules") / "lexicon" / f"{name}.toml"
    if not path.is_file():
        raise RuleError(f"{path}: there is no lexicon {name!r}")
    return _read(path)


@cache
def _with_additions(name: str, folders: tuple[Path, ...]) -> dict[str, Any]:
    content = packaged(name)
    for folder in folders:
        path = folder / f"{name}.toml"
        if path.is_file():
            content = _added(content, _read(path))
    return content


def _added(base: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """`base` with the lists and tables of `more` joined to its own."""
    result = dict(base)
    for key, value in more.items():
        if isinstance(value, dict):
            result[key] = _added(base.get(key, {}), value)
        else:
            result[key] = [*base.get(key, ()), *value]
    return result


def _read(path: Path) -> dict[str, Any]:
    try:
        source = path.read_bytes()
    except OSError as error:
        raise RuleError(f"{path}: this lexicon cannot be read: {(error.strerror or '').lower()}") from None
    table = compiled_table(source, resource_folder("rules"))
    try:
        return tomllib.loads(source.decode("utf-8")) if table is None else table
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: {error}") from None
