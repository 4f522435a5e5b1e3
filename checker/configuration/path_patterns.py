"""Patterns for paths: `news/**/*.md`, `*.txt`, `archive`."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import lru_cache

ANY_FOLDERS = "**"


@lru_cache(maxsize=16_384)
def matches(pattern: str, path: str) -> bool:
    """Whether `pattern` names `path`, or a folder that it lies in; both have forward slashes.

    `*` stands for anything within a name, `?` for one character, `[ab]` for one of these, `**` for any number of
    folders. A pattern without a slash names files and folders at any depth, as in a .gitignore file.
    """
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    if "/" not in pattern.rstrip("/"):
        parts = [ANY_FOLDERS, *parts]
    # reached: how many parts of the pattern the names so far can have used up
    reached = _with_any_folders({0}, parts)
    for name in path.split("/"):
        after = {at for at in reached if at < len(parts) and parts[at] == ANY_FOLDERS}
        after |= {at + 1 for at in reached if at < len(parts) and fnmatchcase(name, parts[at])}
        reached = _with_any_folders(after, parts)
        if len(parts) in reached:
            return True
    return False


def _with_any_folders(reached: set[int], parts: list[str]) -> set[int]:
    """`reached`, and what follows where `**` stands for no folder."""
    result = set(reached)
    for at in sorted(reached):
        while at < len(parts) and parts[at] == ANY_FOLDERS and at + 1 < len(parts):
            at += 1
            result.add(at)
    return result
