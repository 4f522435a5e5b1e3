"""`subeditor report`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.cli.check import Tally
from checker.cli.inspection import Inspection
from checker.cli.targets import HTML, Target, show

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checker.cli.console import Messages
    from checker.cli.inspection import Conditions


def run_report(arguments: Sequence[str], output: Path, conditions: Conditions, messages: Messages) -> int:
    """Write the HTML report of the articles that `arguments` name; 0, or 2 where none could be read.

    Where `output` is a folder, the report is its index.html.
    """
    file = output / "index.html" if output.is_dir() else output
    inspection = Inspection(replace(conditions, whole=True, use_cache=False))
    tally = Tally()
    outcomes = tally.counted(inspection.outcomes(arguments, messages))
    show(outcomes, [Target(HTML, file)], arguments, inspection)
    messages.note(tally.summary(inspection.suppressed, inspection.accepted))
    messages.note(f"Open {file} in a browser.")
    return 0 if tally.files else 2
