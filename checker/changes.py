"""What a change has brought: the articles that it touches, what they said before, and what is new in them.

An edit can contradict a sentence that it leaves alone, so a changed article is checked as a whole, before and after;
new is what is found after and was not found before.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.articles import decode
from checker.errors import ArticleError, ConfigurationError
from checker.judge.finding import Finding, Location
from checker.judge.fingerprint import bare

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_AROUND = 60  # characters on either side of a quote that tell where it stands


@dataclass(frozen=True, slots=True)
class Change:
    """An article that was changed: the path where it is now, and its bytes before, None where it is new.

    `renamed_from` is the path where it was, None where that is the same.
    """

    path: Path
    before: bytes | None
    renamed_from: Path | None = None


def changes_since(reference: str, folder: Path) -> list[Change]:
    """What differs between the files in `folder`'s git repository and the commit at which they left `reference`.

    Holds new and renamed files, and new ones that git does not know yet, sorted by path; not the deleted. Raises
    ConfigurationError where git cannot tell.
    """
    root = Path(_git(folder, "rev-parse", "--show-toplevel").decode("utf-8", "surrogateescape").rstrip("\n"))
    base = _base(root, reference)
    options = ("--name-status", "-z", "--find-renames", "--no-ext-diff", "--ignore-submodules=all")
    fields = iter(_split(_git(root, "diff", *options, base, "--")))
    changes: dict[str, tuple[bytes | None, Path | None]] = {}
    for status in fields:
        name = next(fields)
        old: str | None = name
        if status[0] in "RC":
            name = next(fields)
        if status[0] == "A":
            old = None
        if status[0] != "D":
            before = None if old is None else _git(root, "cat-file", "blob", f"{base}:{old}")
            changes[name] = (before, root / old if old and old != name else None)
    for name in _split(_git(root, "ls-files", "--others", "--exclude-standard", "--full-name", "-z")):
        changes.setdefault(name, (None, None))
    return [Change(root / name, *earlier) for name, earlier in sorted(changes.items())]


def changes_in(diff: str, folder: Path) -> list[Change]:
    """The changes that the unified diff `diff` describes; paths in it are relative to `folder`.

    The files must stand as they do after the change. Raises ConfigurationError where they do not, or where `diff` is
    no unified diff.
    """
    changes = [
        Change(
            folder / file.path,
            None if file.is_new else _before(folder / file.path, file),
            None if file.is_new or file.old_path == file.path else folder / file.old_path,
        )
        for file in _files(diff)
    ]
    if not changes and diff.strip() and "diff --git" not in diff:
        raise ConfigurationError("--diff - read no unified diff from standard input. Pipe the output of `git diff` in.")
    return changes


def new_findings(
    findings: Sequence[Finding], before: Sequence[Finding], text: str, text_before: str
) -> tuple[Finding, ...]:
    """Those of `findings` that are not among those found `before`, each anchored at the side that was edited."""
    known = Counter(bare(finding.fingerprint) for finding in before)
    new = []
    for finding in findings:
        fingerprint = bare(finding.fingerprint)
        if known[fingerprint]:
            known[fingerprint] -= 1
        else:
            new.append(_anchored(finding, text, text_before))
    return tuple(new)


def _anchored(finding: Finding, text: str, text_before: str) -> Finding:
    lines_before = set(re.split(r"\r\n|\n|\r", text_before))

    def edited(place: Location) -> int:
        start = max(text.rfind("\n", 0, place.start), text.rfind("\r", 0, place.start)) + 1
        end = min(found if (found := text.find(mark, place.end)) >= 0 else len(text) for mark in "\r\n")
        if text[start:end] in lines_before:
            return 0
        around = text[max(start, place.start - _AROUND) : min(end, place.end + _AROUND)]
        return 1 if around in text_before else 2

    degrees = [edited(place) for place in finding.locations]
    return replace(finding, anchor=degrees.index(max(degrees)))


def _base(root: Path, reference: str) -> str:
    """The commit at which HEAD left `reference`; that of `reference` itself where the two have no common history."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true"
    remedy = "fetch it, or fetch the whole history (in GitHub Actions: checkout with fetch-depth: 0)"
    try:
        commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    except ConfigurationError:
        why = "this clone is shallow" if shallow else "there is no such commit or branch"
        raise ConfigurationError(f'--diff: "{reference}" is not known here, {why}: {remedy}.') from None
    named = commit.decode("ascii").strip()
    try:
        return _git(root, "merge-base", "HEAD", named).decode("ascii").split()[0]
    except (ConfigurationError, IndexError):
        return named


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints. Raises ConfigurationError with git's own words where it fails."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, env=environment, check=False)
    except OSError:
        raise ConfigurationError("--diff needs git, which cannot be run here.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise ConfigurationError(f"--diff: git says: {said or 'nothing'}")
    return done.stdout


def _split(listed: bytes) -> list[str]:
    return [name.decode("utf-8", "surrogateescape") for name in listed.split(b"\0") if name]


@dataclass(slots=True)
class _File:
    """One file of a diff: the hunks as (first line after the change, lines before, lines after)."""

    path: str
    old_path: str
    is_new: bool
    hunks: list[tuple[int, list[str], list[str]]]


def _files(diff: str) -> Iterator[_File]:
    lines = diff.split("\n")
    file: _File | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        if line.startswith("--- ") and number + 1 < len(lines) and lines[number + 1].startswith("+++ "):
            if file:
                yield file
            old, new = _path(line[4:], "a/"), _path(lines[number + 1][4:], "b/")
            file = _File(new, old, old == "/dev/null", []) if new != "/dev/null" else None
            number += 2
        elif hunk := _HUNK.match(line):
            number, before, after = _hunk(lines, number + 1, int(hunk[2] or 1), int(hunk[4] or 1))
            if file:
                file.hunks.append((int(hunk[3]), before, after))
        else:
            number += 1
    if file:
        yield file


def _hunk(lines: Sequence[str], number: int, old: int, new: int) -> tuple[int, list[str], list[str]]:
    before: list[str] = []
    after: list[str] = []
    while number < len(lines) and (len(before) < old or len(after) < new):
        mark, rest = lines[number][:1], lines[number][1:]
        if mark in ("-", " ", ""):
            before.append(rest)
        if mark in ("+", " ", ""):
            after.append(rest)
        number += 1
    return number, before, after


def _path(written: str, prefix: str) -> str:
    path = written.split("\t")[0].rstrip("\r")
    if path.startswith('"') and path.endswith('"'):  # git quotes what is not ASCII, byte by byte
        escaped = path[1:-1].encode("latin-1", "backslashreplace")
        path = escaped.decode("unicode_escape").encode("latin-1", "replace").decode("utf-8", "surrogateescape")
    return path.removeprefix(prefix)


def _before(path: Path, file: _File) -> bytes:
    """The bytes of a file before the change: its hunks undone, the last first."""
    try:
        lines = path.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    except OSError:
        raise ConfigurationError(f"--diff: {path} is changed in the diff, but cannot be read here.") from None
    for start, before, after in reversed(file.hunks):
        begin = start - 1 if after else start
        if [line.rstrip("\r") for line in lines[begin : begin + len(after)]] != [line.rstrip("\r") for line in after]:
            raise ConfigurationError(
                f"--diff: the diff does not fit {path} at line {start}. Check out what the diff leads to."
            )
        lines[begin : begin + len(after)] = before
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def text_before(change: Change) -> str | None:
    """What a changed article said before; None where it is new, or was no text."""
    if change.before is None:
        return None
    try:
        return decode(change.before, str(change.path))
    except ArticleError:
        return None
