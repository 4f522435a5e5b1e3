"""Finds the configuration of an article, and reads it; what is wrong with it is told with file and line."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checker.configuration.house_lexicons import check_house_lexicons
from checker.configuration.settings import (
    FILE_NAMES,
    Allowance,
    Configuration,
    Dates,
    Horizons,
    Override,
    RuleOptions,
    Settings,
    joined,
)
from checker.errors import ConfigurationError
from checker.judge.rule import did_you_mean
from checker.judge.toml_lines import deepest_key, key_lines, line_of

LARGEST_FILE = 1024 * 1024  # bytes
DEEPEST_KEY = 100  # parts of a dotted key; tomllib takes quadratic time on them
MOST_EXTENDED = 10  # files that extend each other

Key = tuple[str | int, ...]

_PARTS: dict[str, type[BaseModel]] = {"allow": Allowance, "overrides": Override, "dates": Dates, "options": RuleOptions}
_SHARED = ("tool", "subeditor")  # our table in pyproject.toml


class Finder:
    """Finds the configuration that holds for an article: in the nearest folder above it that has one.

    In a folder `subeditor.toml` comes before `.subeditor.toml`, and that before a `pyproject.toml` with a table
    [tool.subeditor]. With `fixed`, these settings hold everywhere.
    """

    def __init__(self, fixed: Settings | None = None) -> None:
        self._fixed = fixed
        self._known: dict[Path, Settings | None] = {}

    def settings(self, path: str) -> Settings:
        """The settings for the article at `path`. Raises ConfigurationError where a file is wrong."""
        if self._fixed:
            return self._fixed
        return self._for_folder(Path(os.path.abspath(path)).parent) or Settings(Path.cwd())  # noqa: PTH100

    def _for_folder(self, folder: Path) -> Settings | None:
        if folder not in self._known:
            own = _in_folder(folder)
            above = folder.parent
            self._known[folder] = own or (self._for_folder(above) if above != folder else None)
        return self._known[folder]


def load(file: Path) -> Settings:
    """The settings in `file`, and in those that it extends. Raises ConfigurationError with every problem, a line each.

    In a file called `pyproject.toml` they are the table [tool.subeditor].
    """
    settings = _load(file, ())
    if settings is None:
        raise ConfigurationError(f"{file}: holds no table [tool.subeditor]")
    return settings


def _in_folder(folder: Path) -> Settings | None:
    for name in FILE_NAMES:
        file = folder / name
        if file.is_file() and (settings := _load(file, ())):
            return settings
    return None


def _load(file: Path, extending: tuple[Path, ...]) -> Settings | None:
    source = _read(file)
    table = _parse(file, source)
    lines = key_lines(source)
    if file.name == "pyproject.toml":
        tools = table.get("tool")
        own = tools.get("subeditor") if isinstance(tools, dict) else None
        if own is None:
            return None
        table = own if isinstance(own, dict) else {"": own}
        lines = {path[2:]: line for path, line in lines.items() if path[:2] == _SHARED}
    try:
        configuration = Configuration.model_validate(table)
    except ValidationError as error:
        problems = sorted((line_of(lines, tuple(one["loc"])), _sentence(one)) for one in error.errors())
        raise ConfigurationError("\n".join(f"{file}:{line}: {text}" for line, text in problems)) from None
    folder = file.absolute().parent
    rule_folders = _folders(file, folder, "rules", configuration.rules, lines)
    lexicon_folders = _folders(file, folder, "lexicons", configuration.lexicons, lines)
    check_house_lexicons(lexicon_folders)
    if configuration.extend:
        base = _base(file, configuration.extend, line_of(lines, ("extend",)), (*extending, file.absolute()))
        configuration = _merged(base.configuration, configuration)
        rule_folders = (*base.rule_folders, *rule_folders)
        lexicon_folders = (*base.lexicon_folders, *lexicon_folders)
    return Settings(folder, file, configuration, rule_folders, lexicon_folders, tuple(lines.items()))


def _folders(file: Path, folder: Path, key: str, names: Sequence[str], lines: dict[Key, int]) -> tuple[Path, ...]:
    """The folders that `key` names. Raises ConfigurationError for one that does not exist."""
    for name in names:
        if not (folder / name).is_dir():
            raise ConfigurationError(f'{file}:{line_of(lines, (key,))}: {key} names "{name}"; there is no such folder')
    return tuple(folder / name for name in names)


def _base(file: Path, extended: str, line: int, extending: tuple[Path, ...]) -> Settings:
    target = Path(os.path.abspath(file.parent / extended))  # noqa: PTH100
    place = f"{file}:{line}"
    if target in extending:
        raise ConfigurationError(f'{place}: extend names "{extended}", which extends this file in turn')
    if len(extending) >= MOST_EXTENDED:
        raise ConfigurationError(f"{place}: more than {MOST_EXTENDED} files extend each other")
    if not target.is_file():
        raise ConfigurationError(f'{place}: extend names "{extended}"; there is no such file')
    settings = _load(target, extending)
    if settings is None:
        raise ConfigurationError(f'{place}: extend names "{extended}", which holds no table [tool.subeditor]')
    return settings


def _merged(base: Configuration, own: Configuration) -> Configuration:
    """`own` before `base`: single values replace, tables are joined key by key, the rest is added."""
    given = {name: getattr(own, name) for name in own.model_fields_set}
    given |= {
        "severity": {**base.severity, **own.severity},
        "options": joined(base.options, own.options),
        "rules": (*base.rules, *own.rules),
        "lexicons": (*base.lexicons, *own.lexicons),
        "allow": (*base.allow, *own.allow),
        "overrides": (*base.overrides, *own.overrides),
    }
    return base.model_copy(update=given)


def _read(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST_FILE + 1)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ConfigurationError(f"{file}: this configuration cannot be read: {reason}") from None
    if len(data) > LARGEST_FILE:
        raise ConfigurationError(f"{file}: this configuration is larger than {LARGEST_FILE // 1024} kB")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{file}: byte {error.start} is not UTF-8; save the file as UTF-8") from None


def _parse(file: Path, source: str) -> dict[str, Any]:
    if deepest_key(source) > DEEPEST_KEY:
        raise ConfigurationError(f"{file}: keys are nested too deep to be a configuration")
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        raise ConfigurationError(f"{file}:{found[1] if found else 1}: not valid TOML. {error}") from None
    except RecursionError:
        raise ConfigurationError(f"{file}: brackets are nested too deep to be a configuration") from None


def _sentence(error: ErrorDetails) -> str:
    """One problem that pydantic found, in words that name the key as it stands in the file."""
    location = [part for part in error["loc"] if isinstance(part, str)]
    key = ".".join(location) or "[tool.subeditor]"
    if error["type"] == "extra_forbidden":
        model: type[BaseModel] = _PARTS.get(location[0], Configuration) if len(location) > 1 else Configuration
        if len(location) > 2 and location[1] == "options":  # [overrides.options.RULE]
            model = RuleOptions
        if "horizons" in location[:-1]:
            model = Horizons
        known = tuple(entry.alias or name for name, entry in model.model_fields.items())
        return f'"{location[-1]}" is not a key here.{did_you_mean(location[-1], known)} Known: {", ".join(known)}'
    if error["type"] == "missing":
        return f'the key "{key}" is missing'
    given = error["input"]
    shown = f" = {json.dumps(given, ensure_ascii=False)[:80]}" if isinstance(given, str | bool | int | float) else ""
    return f"{key}{shown}: {error['msg'][:1].lower()}{error['msg'][1:]}"
