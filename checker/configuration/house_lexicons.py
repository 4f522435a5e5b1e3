"""Checks the lexicons of a house: files that add words to the lexicons that come with subeditor."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.claims.patterns import compile_pattern
from checker.errors import ConfigurationError
from checker.judge.rule import did_you_mean
from checker.judge.toml_lines import deepest_key, key_lines, line_of
from checker.lexicon import OPEN, house_lexicons, lexicon, packaged

LARGEST_FILE = 256 * 1024  # bytes
DEEPEST_KEY = 10

Key = tuple[str | int, ...]


def check_house_lexicons(folders: tuple[Path, ...]) -> None:
    """Raises ConfigurationError with every problem of the files in `folders`, a line each."""
    problems = [problem for folder in folders for file in sorted(folder.glob("*.toml")) for problem in _problems(file)]
    if not problems:  # lists may stand in one file and be used in another, so patterns are read when all is there
        with house_lexicons(folders):
            problems = [problem for folder in folders for problem in _pattern_problems(folder)]
    if problems:
        raise ConfigurationError("\n".join(problems))


def _problems(file: Path) -> Iterator[str]:
    if file.stem not in OPEN:
        meant = did_you_mean(file.stem, OPEN)
        yield f"{file}:1: no lexicon of this name takes words of yours.{meant} Those that do: {', '.join(OPEN)}"
        return
    try:
        if file.stat().st_size > LARGEST_FILE:
            yield f"{file}: a lexicon holds at most {LARGEST_FILE // 1024} kB; this one is larger"
            return
        source = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        if deepest_key(source) > DEEPEST_KEY:
            yield f"{file}: keys are nested too deep to be a lexicon"
            return
        table = tomllib.loads(source)
    except UnicodeDecodeError as error:
        yield f"{file}: byte {error.start} is not UTF-8; save the file as UTF-8"
    except OSError as error:
        yield f"{file}: this lexicon cannot be read: {(error.strerror or '').lower()}"
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        yield f"{file}: not valid TOML. {error}"
    else:
        lines = key_lines(source)
        for key, text in _misfits(table, packaged(file.stem), ()):
            yield f"{file}:{line_of(lines, key)}: {text}"


def _misfits(table: dict[str, Any], known: dict[str, Any], above: Key) -> Iterator[tuple[Key, str]]:
    """The keys of `table` that cannot be joined to those of the packaged lexicon."""
    for name, value in table.items():
        key = (*above, name)
        if above not in (("phrases",), ("words",)) and name not in known:
            meant = did_you_mean(name, tuple(known))
            yield key, f'"{name}" is not a key of this lexicon.{meant} Known: {", ".join(known)}'
        elif isinstance(known.get(name), dict):
            if isinstance(value, dict):
                yield from _misfits(value, known[name], key)
            else:
                yield key, f'"{name}" is a table here: write [{name}]'
        elif not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            yield key, f'"{name}" holds a list of words: ["…", "…"]'


def _pattern_problems(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.toml")):
        source = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        table, lines = tomllib.loads(source), key_lines(source)
        lists = lexicon(file.stem).get("words", {})
        named: list[tuple[Key, list[str]]] = [
            (("phrases", name), all_) for name, all_ in table.get("phrases", {}).items()
        ]
        for key, patterns in [*named, (("except",), table.get("except", []))]:
            for pattern in patterns:
                try:
                    compile_pattern("", pattern, lists)
                except ValueError as error:
                    yield f"{file}:{line_of(lines, key)}: {error}"
