"""Loads rules from folders of TOML files and collects everything that is wrong with them, by file and line."""

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checker.compiled import compiled_table
from checker.errors import ConfigurationError, RuleError
from checker.judge.rule import AcrossShape, ClaimShape, Example, FrameShape, PairShape, Rule, did_you_mean
from checker.judge.toml_lines import deepest_key, key_lines, line_of
from checker.resources import resource_folder

LARGEST_FILE = 64 * 1024  # bytes
DEEPEST_KEY = 100  # parts of a dotted key; tomllib takes quadratic time on them
MOST_PROBLEMS = 20  # shown for one file
NOT_PACKS = ("lexicon",)

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PARTS: dict[str, type[BaseModel]] = {
    "claim": ClaimShape,
    "pair": PairShape,
    "frame": FrameShape,
    "across": AcrossShape,
    "example": Example,
}
_INTERNAL = ("values", "column", "[key]")  # parts of a location that no file holds
_GIVEN = ("id", "pack", "path")  # taken from the file's name, never written in it


def load_rules(folders: Sequence[Path] | None = None) -> tuple[Rule, ...]:
    """The rules of `folders` (by default our own), in order of pack and id.

    A folder holds packs: sub-folders of TOML files, one rule each. TOML files directly in it form a pack of its name.
    Raises RuleError with every problem of every file, a line each.
    """
    rules, problems = [], []
    for path in rule_files(folders if folders is not None else [resource_folder("rules")]):
        try:
            rules.append(load_rule(path))
        except RuleError as error:
            problems.append(str(error))
    problems += _duplicates(rules)
    if problems:
        raise RuleError("\n".join(problems))
    return tuple(sorted(rules, key=lambda rule: (rule.pack, rule.id)))


def rule_files(folders: Iterable[Path]) -> list[Path]:
    """The rule files in `folders`, sorted. Raises RuleError for a folder that does not exist."""
    found: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise RuleError(f"{folder}: there is no such folder of rules")
        files = [*folder.glob("*.toml"), *folder.glob("*/*.toml")]
        found += sorted(path for path in files if path.parent.name not in NOT_PACKS)
    return found


def load_rule(path: Path) -> Rule:
    """The rule in the file `path`. Raises RuleError with every problem of the file, a line each."""
    source = _read(path)
    table = compiled_table(source.encode("utf-8"), resource_folder("rules"))
    if table is None:
        table = _table(path, source)
    problems: list[tuple[int, str]] = []
    if not _ID.fullmatch(path.stem):
        problems.append((1, f'"{path.stem}" is no rule id: use small letters and digits with single hyphens between'))
    for name in _GIVEN:
        if name in table:
            problems.append(
                (line_of(key_lines(source), (name,)), f"{name} is taken from the file's place; leave it out")
            )
    try:
        rule = Rule.model_validate(table | {"id": path.stem, "pack": path.resolve().parent.name, "path": str(path)})
    except ValidationError as error:
        details = error.errors(include_url=False)
        lines = key_lines(source)
        problems += [(line_of(lines, tuple(one["loc"])), _sentence(one)) for one in details[:MOST_PROBLEMS]]
        if len(details) > MOST_PROBLEMS:
            problems.append((1, f"and {len(details) - MOST_PROBLEMS} problems more"))
    if problems:
        raise RuleError("\n".join(f"{_place(path, line)}: {text}" for line, text in sorted(problems)))
    return rule


def select_rules(rules: Sequence[Rule], select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """Those of `rules` that `select` names (all where it is empty) less those that `ignore` names, order kept.

    Both hold rule ids and pack names. Raises ConfigurationError for a name that is neither.
    """
    known = tuple(sorted({rule.id for rule in rules} | {rule.pack for rule in rules}))
    for name in (*select, *ignore):
        if name not in known:
            raise ConfigurationError(
                f'"{name}" is neither a rule nor a pack.{did_you_mean(name, known)} Known: {", ".join(known)}'
            )
    return tuple(
        rule
        for rule in rules
        if (not select or rule.id in select or rule.pack in select)
        and rule.id not in ignore
        and rule.pack not in ignore
    )


def _table(path: Path, source: str) -> dict[str, Any]:
    if deepest_key(source) > DEEPEST_KEY:
        raise RuleError(f"{path}: keys are nested too deep to be a rule")
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{_place(path, _line_in(str(error)))}: not valid TOML. {error}") from None
    except RecursionError:
        raise RuleError(f"{path}: brackets are nested too deep to be a rule") from None


def _read(path: Path) -> str:
    if not path.is_file():
        raise RuleError(f"{path}: not a file")
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise RuleError(f"{path}: a rule file holds at most {LARGEST_FILE // 1024} kB; this one is larger")
    try:
        return data.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: byte {error.start} is not UTF-8; save the file as UTF-8") from None


def _duplicates(rules: Iterable[Rule]) -> list[str]:
    first: dict[str, Rule] = {}
    packs = {rule.pack: rule for rule in rules}
    problems = []
    for rule in rules:
        if rule.id in first:
            problems.append(f"{rule.path}:1: {first[rule.id].path} is a rule of the same name; rename one of the two")
        if rule.id in packs:
            problems.append(f'{rule.path}:1: "{rule.id}" is also the name of a pack; rename one of the two')
        first.setdefault(rule.id, rule)
    return problems


def _sentence(error: ErrorDetails) -> str:
    """One problem that pydantic found, in words that name the key as it stands in the file."""
    location = error["loc"]
    model = _PARTS.get(str(location[0]), Rule) if len(location) > 1 else Rule
    names = [part for part in location if isinstance(part, str) and part not in _INTERNAL]
    section = ""
    if names[:1] == ["example"] and len(location) > 1:
        section = f"example {int(location[1]) + 1}: "
        names = names[1:]
    if names and names[0] in _PARTS:
        names = names[1:] or [f"[{names[0]}]"]
    key, given = ".".join(names), error["input"]
    if error["type"] == "extra_forbidden":
        known = tuple(name for name in model.model_fields if name not in _GIVEN)
        return f'{section}"{names[-1]}" is not a key here.{did_you_mean(names[-1], known)} Known: {", ".join(known)}'
    if error["type"] == "missing":
        return f'{section}the key "{key}" is missing'
    reason = str(error["ctx"]["error"]) if error["type"] == "value_error" else error["msg"].lower()
    if isinstance(given, str | bool | int | float):
        key = f"{key} = {json.dumps(given, ensure_ascii=False)[:80]}"
    return f"{section}{key} {reason}" if key else section + reason


def _place(path: Path, line: int) -> str:
    return f"{path}:{line}"


def _line_in(message: str) -> int:
    found = re.search(r"at line (\d+)", message)
    return int(found[1]) if found else 1
