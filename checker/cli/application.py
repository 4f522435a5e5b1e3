"""The commands of `subeditor` and their help. What they do lies in the modules beside this one."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from checker.cli import baseline_commands
from checker.cli.audit_command import audit
from checker.cli.console import Color, Messages
from checker.cli.options import (
    Articles,
    AsOf,
    BaselineFile,
    CacheFolder,
    ClaimFormat,
    Colored,
    Config,
    Encoding,
    EncodingErrors,
    Fast,
    FindingFormat,
    Ignore,
    Isolated,
    ListFormat,
    NoBaseline,
    NoCache,
    OptionalArticles,
    Output,
    Outputs,
    Published,
    Quiet,
    SchemaName,
    Select,
    StandardInputName,
    Threshold,
    Verbose,
)
from checker.errors import ConfigurationError, SubeditorError

STOPPED = (130, 143)  # exit codes after SIGINT and SIGTERM

application = typer.Typer(
    help="Reads an article against itself: finds the dates and figures that cannot all be true.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from checker import __version__

        print(f"subeditor {__version__}")
        raise typer.Exit


@application.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@application.command()
def check(
    articles: OptionalArticles = None,
    output_format: Annotated[
        FindingFormat, typer.Option("--format", help="How to show findings on the screen.")
    ] = FindingFormat.TEXT,
    output: Outputs = None,
    published: Published = None,
    as_of: AsOf = None,
    select: Select = None,
    ignore: Ignore = None,
    diff: Annotated[
        str | None,
        typer.Option(metavar="REF", help="Only what is new since the commit or branch REF; - reads a diff."),
    ] = None,
    fail_on: Annotated[
        Threshold | None,
        typer.Option("--fail-on", help="Exit with 1 at findings this grave, or graver. [default: error]"),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    config: Config = None,
    isolated: Isolated = False,
    settings: Annotated[
        bool, typer.Option("--show-settings", help="Show which rules hold for each article, and check nothing.")
    ] = False,
    cache_dir: CacheFolder = None,
    no_cache: NoCache = False,
    fast: Fast = False,
    stdin_filename: StandardInputName = "-",
    encoding_errors: Encoding = EncodingErrors.REPORT,
    color: Colored = Color.AUTO,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check articles for dates and figures that clash.

    Also names those that are too vague or too old to check.

    Exit code 0: nothing found (or nothing as grave as --fail-on). 1: findings. 2: nothing could be done.
    """
    from checker.cli.check import CheckOptions, run_check, show_settings
    from checker.cli.inspection import Conditions
    from checker.cli.values import as_of_day, day, names

    if not articles and diff is None:
        raise ConfigurationError("Name the articles to check: files, folders, patterns, or - for standard input.")
    conditions = Conditions(
        published=day(published, "--published"),
        as_of=as_of_day(as_of),
        select=names(select),
        ignore=names(ignore),
        config=config,
        isolated=isolated,
        fail_on="never" if exit_zero else fail_on.value if fail_on else None,
        diff=diff,
        baseline=baseline,
        use_baseline=not no_baseline,
        cache=cache_dir,
        use_cache=not no_cache,
        fast=fast,
        stdin_filename=stdin_filename,
        replace=encoding_errors is EncodingErrors.REPLACE,
    )
    if settings:
        raise typer.Exit(show_settings(articles or [], conditions))
    options = CheckOptions(output_format.value, tuple(output or ()), color)
    raise typer.Exit(run_check(articles or [], conditions, options, Messages(quiet, verbose)))


@application.command()
def report(
    articles: Articles,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Where to write the report."),
    ] = Path("report.html"),
    published: Published = None,
    as_of: AsOf = None,
    select: Select = None,
    ignore: Ignore = None,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    config: Config = None,
    isolated: Isolated = False,
    stdin_filename: StandardInputName = "-",
    encoding_errors: Encoding = EncodingErrors.REPORT,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write what an editor opens: articles and findings side by side.

    One HTML file for one article; for several, an index and a page for each. They need no network and no server.
    """
    from checker.cli.inspection import Conditions
    from checker.cli.report import run_report
    from checker.cli.values import as_of_day, day, names

    conditions = Conditions(
        published=day(published, "--published"),
        as_of=as_of_day(as_of),
        select=names(select),
        ignore=names(ignore),
        config=config,
        isolated=isolated,
        baseline=baseline,
        use_baseline=not no_baseline,
        stdin_filename=stdin_filename,
        replace=encoding_errors is EncodingErrors.REPLACE,
    )
    raise typer.Exit(run_report(articles, output, conditions, Messages(quiet, verbose)))


@application.command()
def claims(
    articles: Articles,
    output_format: Annotated[ClaimFormat, typer.Option("--format", help="How to show the claims.")] = ClaimFormat.TABLE,
    output: Output = None,
    published: Published = None,
    config: Config = None,
    isolated: Isolated = False,
    stdin_filename: StandardInputName = "-",
    encoding_errors: Encoding = EncodingErrors.REPORT,
    color: Colored = Color.AUTO,
    quiet: Quiet = False,
) -> None:
    """Show what was understood of an article.

    Every figure, date, event and question, with what it is said of: where it stands, and how it was read.
    """
    from checker.cli.claims import ClaimsOptions, run_claims
    from checker.cli.values import day

    options = ClaimsOptions(
        output_format=output_format.value,
        output=output,
        published=day(published, "--published"),
        stdin_filename=stdin_filename,
        replace=encoding_errors is EncodingErrors.REPLACE,
        color=color,
        config=config,
        isolated=isolated,
    )
    raise typer.Exit(run_claims(articles, options, Messages(quiet)))


@application.command()
def rules(
    output_format: Annotated[ListFormat, typer.Option("--format", help="How to show the rules.")] = ListFormat.TEXT,
) -> None:
    """List the rules."""
    from checker.cli.rulebook import list_rules

    list_rules(output_format.value)


@application.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="A rule, as `subeditor rules` lists it.")],
) -> None:
    """Explain a rule, with examples.

    What it finds, why it matters, and what it cannot know.
    """
    from checker.cli.rulebook import explain_rule

    explain_rule(rule)


@application.command()
def demo(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write the example.")] = Path(),
    color: Colored = Color.AUTO,
) -> None:
    """Write an example article with faults, and check it."""
    from checker.cli.demo import run_demo

    raise typer.Exit(run_demo(folder, color, Messages()))


@application.command()
def schema(
    name: Annotated[SchemaName, typer.Argument(metavar="NAME", help="configuration, rule, findings or lines.")],
) -> None:
    """Print the JSON Schema of a file.

    Of a configuration or a rule, for an editor that completes and checks what you write; of the findings as JSON
    (findings) or JSON lines (lines), for programs that read them.
    """
    from checker.cli.schema import print_schema

    print_schema(name.value)


@application.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that holds the articles.")] = Path(),
    baseline: Annotated[
        bool | None, typer.Option("--baseline/--no-baseline", help="Accept what is found today, or do not; else ask.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Write a configuration to begin with, and offer a baseline."""
    from checker.cli.init import run_init

    raise typer.Exit(run_init(folder, baseline, Messages(quiet)))


@application.command()
def clean(cache_dir: CacheFolder = None, quiet: Quiet = False) -> None:
    """Delete what is remembered of earlier runs."""
    from checker.cli.init import run_clean

    raise typer.Exit(run_clean(cache_dir, Messages(quiet)))


application.add_typer(baseline_commands.application, name="baseline")
application.command()(audit)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line `arguments`, by default those of the process, and return the exit code.

    A mistake is told on standard error in a sentence. So is a fault of our own, with the traceback on --verbose.
    """
    try:
        application(arguments, prog_name="subeditor", standalone_mode=True)
    except SystemExit as leaving:
        if leaving.code in STOPPED:
            Messages().error("stopped before the end.")
        return leaving.code if isinstance(leaving.code, int) else 2
    except SubeditorError as error:
        Messages().error(str(error))
    except Exception as error:
        Messages().error(f"something went wrong inside subeditor ({type(error).__name__}: {error}). Please report it.")
        if {"-v", "--verbose"} & set(sys.argv if arguments is None else arguments):
            traceback.print_exc()
    return 2
