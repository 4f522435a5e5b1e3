"""Annotations in a GitHub Actions run.

A line of a log that begins with "::" is a command to the runner, so text from an article must never begin a line, nor
end the value it stands in. Escapes are those of the toolkit's own `core` package:
https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.output.run import counted, ranked, sorted_out
from checker.output.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.judge.finding import Finding
    from checker.output.run import Run
    from checker.pipeline import Checked, Failure

MOST_OF_A_LEVEL = 10  # annotations of a level that GitHub shows for one step; it drops the others without a word
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def workflow_commands(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """Workflow commands, the gravest finding first, as many as GitHub shows; then a line that counts them all."""
    checked, failures = sorted_out(outcomes)
    shown: Counter[str] = Counter()
    found: Counter[str] = Counter(dict.fromkeys(_LEVELS, 0))
    for failure in failures:
        shown["error"] += 1
        if shown["error"] <= MOST_OF_A_LEVEL:
            path = run.shown_path(failure.path)
            yield _command("error", {"title": "subeditor", "file": path}, f"{path}: {failure.message}")
    for one, finding in ranked(checked):
        level = finding.severity.value
        found[level] += 1
        shown[level] += 1
        if shown[level] <= MOST_OF_A_LEVEL:
            yield _annotation(run.shown_path(one.path), finding)
    hidden = sum(max(0, number - MOST_OF_A_LEVEL) for number in shown.values())
    more = f" ({hidden:,} not shown here: GitHub shows {MOST_OF_A_LEVEL} of a level)" if hidden else ""
    yield f"subeditor: {counted(found)}{more}\n"


def _annotation(path: str, finding: Finding) -> str:
    place = finding.place
    properties = {"title": f"subeditor ({finding.rule})", "file": path, "line": str(place.line)}
    if place.line == place.end_line:  # columns of a range over several lines are refused
        properties |= {"col": str(place.column), "endLine": str(place.end_line), "endColumn": str(place.end_column)}
    else:
        properties["endLine"] = str(place.end_line)
    message = [f"{path}:{place.line}:{place.column}: {finding.message}"]
    message += [f"  {path}:{other.line}:{other.column}: {other.quote}" for other in finding.other_places]
    return _command(_LEVELS[finding.severity.value], properties, *message, finding.remedy)


def _command(level: str, properties: dict[str, str], *message: str) -> str:
    values = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {values}::{'%0A'.join(_data(line) for line in message if line)}\n"


def _data(value: str) -> str:
    return harmless(value).replace("%", "%25")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
