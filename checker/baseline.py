"""Findings that were there before: a file of accepted findings, so that only new ones are shown.

The file holds one JSON object a line, sorted, so that it merges well and its history can be read. Findings are known by
their fingerprint, which holds neither line nor path. An entry accepts one finding: of three alike, two entries accept
two. An entry of an article that has been renamed accepts the same finding elsewhere.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from checker.errors import ConfigurationError
from checker.files import locked, write_atomically
from checker.judge.finding import Finding
from checker.judge.fingerprint import bare

AUTO = "auto"
DISMISSED = "dismissed"
ACCEPTED = "accepted-risk"
WILL_NOT_FIX = "wont-fix"
DECISIONS = (AUTO, DISMISSED, ACCEPTED, WILL_NOT_FIX)
LARGEST_FILE = 200 * 1024 * 1024  # bytes
_LONGEST_QUOTE = 80  # characters


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One accepted finding.

    `path` is relative to the baseline's folder. `decision` is "auto" where a run accepted it, else what a person said:
    "dismissed", "accepted-risk" or "wont-fix". From the day `until` on the entry no longer counts.
    """

    path: str
    fingerprint: str
    rule: str
    quote: str = ""
    decision: str = AUTO
    reason: str = ""
    by: str = ""
    date: str = ""
    until: str = ""

    def holds(self, day: dt.date | None) -> bool:
        """Whether the entry counts on `day`; without a day it does."""
        return not (self.until and day and day >= dt.date.fromisoformat(self.until))


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of a baseline file, sorted."""

    entries: tuple[Entry, ...] = ()

    def matcher(self, day: dt.date | None = None, exists: Callable[[str], bool] = lambda path: True) -> Matcher:
        """Tells old findings from new on `day`. `exists` says of an entry's path whether the article is still there."""
        return Matcher([entry for entry in self.entries if entry.holds(day)], exists)


class Matcher:
    """Matches findings with entries, article by article; each entry accepts one finding."""

    def __init__(self, entries: Sequence[Entry], exists: Callable[[str], bool]) -> None:
        self._entries = entries
        self._exists = exists
        self._by_path: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_fingerprint: defaultdict[str, list[int]] = defaultdict(list)
        for number, entry in enumerate(entries):
            self._by_path[entry.path, bare(entry.fingerprint)].append(number)
            self._by_fingerprint[bare(entry.fingerprint)].append(number)
        self._used: set[int] = set()

    def split(self, path: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[tuple[Finding, Entry]]]:
        """The new ones of an article's findings, and the accepted ones with the entries that accept them."""
        new: list[Finding] = []
        accepted: list[tuple[Finding, Entry]] = []
        for finding in findings:
            number = self._free(path, bare(finding.fingerprint))
            if number is None:
                new.append(finding)
            else:
                self._used.add(number)
                accepted.append((finding, self._entries[number]))
        return new, accepted

    @property
    def unused(self) -> tuple[Entry, ...]:
        """The entries that have accepted nothing so far."""
        return tuple(entry for number, entry in enumerate(self._entries) if number not in self._used)

    def _free(self, path: str, fingerprint: str) -> int | None:
        for number in self._by_path[path, fingerprint]:
            if number not in self._used:
                return number
        for number in self._by_fingerprint[fingerprint]:
            if number not in self._used and not self._exists(self._entries[number].path):
                return number
        return None


def name_in(baseline: Path, path: str) -> str:
    """The path of an article as a baseline file names it: relative to the file's folder, with forward slashes."""
    return Path(os.path.relpath(os.path.abspath(path), os.path.abspath(baseline.parent))).as_posix()  # noqa: PTH100


def entry_of(path: str, finding: Finding) -> Entry:
    """An entry that accepts `finding` without a person having looked at it."""
    quote = " … ".join(place.quote for place in finding.locations)
    quote = " ".join(quote.split())
    short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[: _LONGEST_QUOTE - 1]}…"
    return Entry(path, bare(finding.fingerprint), finding.rule, short)


def read_baseline(file: Path) -> Baseline:
    """The baseline in `file`; an empty one where there is no such file.

    Raises ConfigurationError with the line where the file is malformed.
    """
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise ConfigurationError(
                f"{file}: a baseline holds at most {LARGEST_FILE // 1024**2} MB; this one is larger"
            )
        lines = file.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError:
        return Baseline()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "it is not UTF-8"
        raise ConfigurationError(f"{file}: this baseline cannot be read: {reason}") from None
    return Baseline(tuple(sorted(_entry(file, number, line) for number, line in enumerate(lines, 1) if line.strip())))


def change_baseline(file: Path, change: Callable[[Baseline], Baseline]) -> Baseline:
    """Reads `file`, changes it and writes it back, while no other run does; returns what was written.

    Raises ConfigurationError where the file is malformed or cannot be written; it then stays as it was.
    """
    try:
        with locked(file.parent):
            changed = change(read_baseline(file))
            write_atomically(file, _serialised(changed))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ConfigurationError(f"{file}: this baseline cannot be written: {reason}") from None
    return changed


def updated(baseline: Baseline, found: Mapping[str, Sequence[Finding]], exists: Callable[[str], bool]) -> Baseline:
    """`baseline` with an entry for every finding of the articles in `found`, and none that accepts nothing there.

    Entries of articles outside `found` stay, unless the article is gone. What a person decided stays with its finding.
    """
    matcher = baseline.matcher(exists=exists)
    kept: list[Entry] = []
    for path, findings in found.items():
        new, accepted = matcher.split(path, findings)
        kept += [entry_of(path, finding) for finding in new]
        kept += [replace(entry, path=path) for _, entry in accepted]
    kept += [entry for entry in matcher.unused if entry.path not in found and exists(entry.path)]
    return Baseline(tuple(sorted(kept)))


def pruned(baseline: Baseline, found: Mapping[str, Sequence[Finding]], exists: Callable[[str], bool]) -> Baseline:
    """`baseline` without the entries that accept nothing: the finding is gone from its article, or the article is."""
    matcher = baseline.matcher(exists=exists)
    kept = [
        replace(entry, path=path) for path, findings in found.items() for _, entry in matcher.split(path, findings)[1]
    ]
    kept += [entry for entry in matcher.unused if entry.path not in found and exists(entry.path)]
    return Baseline(tuple(sorted(kept)))


def with_decisions(baseline: Baseline, decisions: Iterable[Entry]) -> Baseline:
    """`baseline` with what people decided: each decision replaces one entry for the same finding, or is added."""
    entries = list(baseline.entries)
    for decision in decisions:
        same = [
            number
            for number, entry in enumerate(entries)
            if (entry.path, bare(entry.fingerprint)) == (decision.path, bare(decision.fingerprint))
        ]
        machine = [number for number in same if entries[number].decision == AUTO]
        if same:
            number = (machine or same)[0]
            entries[number] = replace(decision, quote=decision.quote or entries[number].quote)
        else:
            entries.append(decision)
    return Baseline(tuple(sorted(entries)))


def read_decisions(file: Path, path_of: Callable[[str], str]) -> list[Entry]:
    """The decisions in a file that the HTML report has exported, less those to mend the article.

    `path_of` turns an article's path into one relative to the baseline's folder. Raises ConfigurationError where the
    file is none.
    """
    try:
        document = json.loads(file.read_text(encoding="utf-8-sig"))
        decisions = document["decisions"]
        return [_decided(one, path_of) for one in decisions if one["decision"] != "fix"]
    except OSError as error:
        raise ConfigurationError(f"{file}: cannot be read: {(error.strerror or '').lower()}") from None
    except (ValueError, KeyError, TypeError, ValidationError):
        raise ConfigurationError(
            f"{file}: holds no decisions. Export them from a report, and name that file."
        ) from None


def statistics(baseline: Baseline, day: dt.date | None = None) -> dict[str, Counter[str]]:
    """How many entries there are of each decision, rule and article, and how many no longer count on `day`."""
    entries = baseline.entries
    return {
        "decision": Counter(entry.decision for entry in entries),
        "rule": Counter(entry.rule for entry in entries),
        "article": Counter(entry.path for entry in entries),
        "expired": Counter(entry.until for entry in entries if not entry.holds(day)),
    }


def _decided(one: Mapping[str, Any], path_of: Callable[[str], str]) -> Entry:
    decision = {"fine": DISMISSED}.get(one["decision"], one["decision"])
    reason = ": ".join(filter(None, (one.get("reason"), one.get("note"))))
    entry = {
        "path": path_of(str(one["article"])),
        "fingerprint": bare(one["fingerprint"]),
        "rule": one["rule"],
        "quote": one.get("quote", ""),
        "decision": decision,
        "reason": reason,
        "by": one.get("by", ""),
        "date": one.get("date", ""),
        "until": one.get("until", ""),
    }
    return _checked(entry)


def _entry(file: Path, number: int, line: str) -> Entry:
    try:
        return _checked(json.loads(line))
    except (ValueError, TypeError, RecursionError) as error:
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            reason = "the mark of a merge conflict. Keep the lines of both sides, and take the marks out"
        else:
            reason = str(error).splitlines()[0] if not isinstance(error, ValidationError) else _first(error)
        raise ConfigurationError(f"{file}:{number}: this is no entry of a baseline: {reason}") from None


def _checked(table: Any) -> Entry:
    if not isinstance(table, dict):
        raise TypeError("it holds no JSON object")
    unknown = sorted(set(table) - {one.name for one in fields(Entry)})
    if unknown:
        raise ValueError(f'"{unknown[0]}" is not known')
    entry = _ENTRY.validate_python(table)
    if entry.decision not in DECISIONS:
        raise ValueError(f'the decision "{entry.decision}" is not one of {", ".join(DECISIONS)}')
    if entry.until:
        dt.date.fromisoformat(entry.until)
    return entry


def _first(error: ValidationError) -> str:
    one = error.errors()[0]
    return f"{'.'.join(map(str, one['loc']))}: {one['msg'].lower()}"


def _serialised(baseline: Baseline) -> bytes:
    return b"".join(
        json.dumps({name: value for name, value in asdict(entry).items() if value}, ensure_ascii=False).encode(
            "utf-8", "replace"
        )
        + b"\n"
        for entry in baseline.entries
    )


_ENTRY = TypeAdapter(Entry)
