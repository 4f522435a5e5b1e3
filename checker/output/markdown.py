"""Findings as Markdown: the summary of a job, or a comment on a pull request."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from checker.output.run import counted, ranked, sorted_out
from checker.output.terminal import harmless, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.judge.finding import Finding, Location
    from checker.output.run import Run
    from checker.pipeline import Checked, Failure

LONGEST_COMMENT = 65_000  # bytes; GitHub takes 65,536 characters
LONGEST_SUMMARY = 1_000_000  # bytes; GitHub takes 1 MiB for one step
_QUOTE_COLUMNS = 120
_WORD_JOINER = "\u2060"
_HEAD = "| | Finding | Here | Other side |\n|---|---|---|---|\n"
_SPECIAL = re.compile(r"[!-/:-@\[-`{-~]")  # all ASCII punctuation
_COMMON = frozenset(",;()%'")  # … less what means nothing inside a table's cell


def comment(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """A heading with the counts and a table of findings, the gravest first, notes folded away.

    Holds at most LONGEST_COMMENT bytes.
    """
    yield page(outcomes, run, LONGEST_COMMENT)


def page(outcomes: Iterable[Checked | Failure], run: Run, most_bytes: int) -> str:
    """The same in at most `most_bytes` bytes; what does not fit is counted in a last line."""
    checked, failures = sorted_out(outcomes)
    findings = ranked(checked)
    levels = Counter(finding.severity.value for _, finding in findings)
    articles = f"{len(checked):,} article{'' if len(checked) == 1 else 's'}"
    found = counted({level: levels[level] for level in ("error", "warning", "note")})
    parts = [f"### subeditor: {found} in {articles}\n\n"]
    parts += [f"- {_literal(failure.path)} could not be checked: {_literal(failure.message)}\n" for failure in failures]
    grave = [_row(run, one, finding) for one, finding in findings if finding.severity.rank]
    slight = [_row(run, one, finding) for one, finding in findings if not finding.severity.rank]
    if grave:
        parts += ["\n" if failures else "", _HEAD, *grave]
    folded = f"\n<details><summary>{counted({'note': len(slight)})}</summary>\n\n"
    if slight:
        parts += [folded, _HEAD, *slight, "\n</details>\n"]
    if sum(len(_bytes(part)) for part in parts) <= most_bytes:
        return "".join(parts)
    return _cut(parts, most_bytes, folded)


def _cut(parts: list[str], most_bytes: int, folded: str) -> str:
    room = most_bytes - 200  # for the last lines
    kept: list[str] = []
    for part in parts:
        room -= len(_bytes(part))
        if room < 0:
            break
        kept.append(part)
    left_out = sum(part.startswith("| **") for part in parts) - sum(part.startswith("| **") for part in kept)
    end = "\n</details>\n" if folded in kept else ""
    return "".join(kept) + end + f"\n{left_out:,} more findings do not fit here.\n"


def _row(run: Run, checked: Checked, finding: Finding) -> str:
    others = "<br>".join(_place(run, checked.path, place) for place in finding.other_places)
    here = _place(run, checked.path, finding.place)
    message = f"{_literal(finding.message)}<br>`{finding.rule}`"
    return f"| **{finding.severity.value}** | {message} | {here} | {others} |\n"


def _place(run: Run, path: str, place: Location) -> str:
    shown = _literal(f"{run.shown_path(path)}:{place.line}")
    link = run.source_link(path, place.line, place.end_line)
    quote = _literal(f"“{shortened(harmless(place.quote), _QUOTE_COLUMNS)}”")
    return f"[{shown}]({link}) {quote}" if link else f"{shown} {quote}"


def _literal(text: str) -> str:
    """`text` on one line, as it stands: no markup, no link, nobody mentioned.

    Every character that could mean something becomes a character reference, which is text wherever it stands
    (https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references). GitHub looks for @names and #numbers
    in what comes of that, so a word joiner parts these from what follows.
    """
    return _SPECIAL.sub(_reference, harmless(text))


def _reference(match: re.Match[str]) -> str:
    character = match[0]
    if character in _COMMON:
        return character
    joiner = _WORD_JOINER if character in "@#" else ""
    return f"&#{ord(character)};{joiner}"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
