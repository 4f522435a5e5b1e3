"""`subeditor report`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.check import Tally
from checker.cli.reading import check_files
from checker.errors import ConfigurationError
from checker.judge.load import load_rules, select_rules
from checker.output.report import write_html_report

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from checker.cli.console import Messages


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """The options of `report`, read and valid."""

    output: Path = Path("report.html")
    published: dt.date | None = None
    as_of: dt.date | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    stdin_filename: str = "-"
    replace: bool = False


def run_report(arguments: Sequence[str], options: ReportOptions, messages: Messages) -> int:
    """Write the HTML report of the articles that `arguments` name; 0, or 2 where none could be read."""
    everything = load_rules()
    rules = select_rules(everything, options.select, options.ignore)
    if not rules:
        raise ConfigurationError("--select and --ignore leave no rule to check with.")
    if any(Path(name).is_file() and options.output.exists() and options.output.samefile(name) for name in arguments):
        raise ConfigurationError(f"{options.output} is one of the articles to read. Name another file with --output.")
    tally = Tally()
    outcomes = check_files(
        arguments, messages, rules, options.published, options.as_of, options.stdin_filename, options.replace
    )
    not_run = [rule for rule in everything if rule not in rules]
    written = write_html_report(tally.counted(outcomes), options.output, rules, not_run)
    messages.note(tally.summary())
    messages.note(f"Open {written} in a browser.")
    return 0 if tally.files else 2
