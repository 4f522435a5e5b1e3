"""Finds the line of a key in TOML source: tomllib says where syntax is wrong, not where a value stands."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator

Path = tuple[str | int, ...]

# One pass over the source; every alternative is decided by its first characters, so time is linear.
_TOKEN = re.compile(
    r"""
      (?P<comment>\#[^\n]*)
    | (?P<string>\"\"\"(?:[^"\\]|\\.|"(?!""))*+\"{3,5} | '''(?:[^']|'(?!''))*+'{3,5}
                 | "(?:[^"\\\n]|\\.)*+" | '[^'\n]*+' )
    | (?P<open>[\[{]) | (?P<close>[\]}]) | (?P<equals>=) | (?P<newline>\n)
    | (?P<bare>[A-Za-z0-9_.\-]++) | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def key_lines(source: str) -> dict[Path, int]:
    """The line, from 1, of every table header and key of `source`, which must be valid TOML.

    Numbers in a path count the tables of an array: ("example", 2, "flags"). Keys of inline tables are left out.
    """
    lines: dict[Path, int] = {}
    for path, line in _keys(source):
        lines.setdefault(path, line)
    return lines


def deepest_key(source: str) -> int:
    """An upper bound of the number of parts that a dotted key in `source` has; `source` need not be valid TOML."""
    deepest = dots = 0
    for token in _TOKEN.finditer(source):
        dots = 0 if token.lastgroup == "newline" else dots + token[0].count(".") * (token.lastgroup == "bare")
        deepest = max(deepest, dots)
    return deepest + 1


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of the key `path`, or of the nearest key above it; 1 where there is none.

    A number that the source does not hold (one table read as a list of one) is passed over.
    """
    for length in range(len(path), 0, -1):
        bare = tuple(part for part in path[:length] if isinstance(part, str))
        for known in (path[:length], bare):
            if known in lines:
                return lines[known]
    return 1


def _keys(source: str) -> Iterator[tuple[Path, int]]:
    """Every table header and every key outside brackets, with its line."""
    table: Path = ()
    arrays: Counter[Path] = Counter()
    line, depth, statement, statement_line = 1, 0, "", 1
    for token in _TOKEN.finditer(source):
        kind, text = token.lastgroup, token[0]
        if kind == "newline":
            if depth <= 0:
                if statement.startswith("["):
                    table = _table(statement, arrays)
                    yield table, statement_line
                statement = ""
            line += 1
            continue
        if depth <= 0 and not statement and kind not in ("comment", "other"):
            statement_line = line
            depth = 0
        if kind == "equals" and depth == 0 and not statement.endswith("="):
            yield table + _parts(statement), statement_line
            statement = "="
        elif kind in ("open", "close") and statement.startswith("="):
            depth += 1 if kind == "open" else -1
        elif not statement.startswith("=") and kind not in ("comment", "other"):
            statement += text
        line += text.count("\n")
    if statement.startswith("["):
        yield _table(statement, arrays), statement_line


def _table(header: str, arrays: "Counter[Path]") -> Path:
    parts = _parts(header.strip("[]"))
    if not header.startswith("[["):
        return parts
    arrays[parts] += 1
    return (*parts, arrays[parts] - 1)


def _parts(key: str) -> Path:
    try:
        found = tomllib.loads(f"{key} = 0")
    except (tomllib.TOMLDecodeError, RecursionError):
        return (key,)
    parts: list[str] = []
    level: object = found
    while isinstance(level, dict):
        name, level = next(iter(level.items()))
        parts.append(name)
    return tuple(parts)
