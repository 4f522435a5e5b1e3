"""`subeditor claims`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.cache import Request
from checker.cli.console import Color, Messages, opened, style
from checker.cli.project import Project
from checker.cli.reading import check_files, checked
from checker.errors import ConfigurationError
from checker.output import claims as show
from checker.pipeline import Failure, Report

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from pathlib import Path

    from checker.output.terminal import Style


@dataclass(frozen=True, slots=True)
class ClaimsOptions:
    """The options of `claims`, read and valid."""

    output_format: str = "table"
    output: Path | None = None
    published: dt.date | None = None
    stdin_filename: str = "-"
    replace: bool = False
    color: Color = Color.AUTO
    config: Path | None = None
    isolated: bool = False


def run_claims(arguments: Sequence[str], options: ClaimsOptions, messages: Messages) -> int:
    """Show the claims of the articles that `arguments` name, and return the exit code: 2 where none could be read."""
    if options.output_format == "parquet" and options.output is None:
        raise ConfigurationError("Parquet is not text: name a file to write it to with --output.")

    project = Project(options.config, options.isolated)

    def examine(text: str, path: str) -> Report:
        settings = project.settings(path)
        keys, lexicons = settings.configuration.dates.published, settings.lexicon_folders
        return checked(Request(text, path, options.published, date_keys=keys, lexicons=lexicons))

    outcomes = list(
        check_files(arguments, messages, examine, stdin_filename=options.stdin_filename, replace=options.replace)
    )
    reports = [outcome for outcome in outcomes if isinstance(outcome, Report)]
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    if reports or options.output_format == "json":
        with opened(options.output, tuple(arguments)) as write:
            write(_render(reports, failures, options.output_format, style(options.color, options.output)))
    return 0 if reports else 2


def _render(reports: Sequence[Report], failures: Sequence[Failure], output_format: str, dress: Style) -> str | bytes:
    match output_format:
        case "csv":
            return show.csv(reports)
        case "json":
            return show.json_document(reports, failures)
        case "parquet":
            try:
                return show.parquet(reports)
            except ImportError:
                raise ConfigurationError("Parquet needs pyarrow: pip install 'subeditor[parquet]'") from None
        case _:
            return "\n".join(show.table(report, dress) for report in reports)
