"""The commands of `subeditor`, their options and help. What they do lies in the modules beside this one."""

from __future__ import annotations

import sys
import traceback
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.console import Color, Messages
from checker.errors import ConfigurationError, SubeditorError

application = typer.Typer(
    help="Reads an article against itself: finds the dates and figures that cannot all be true.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


class FindingFormat(StrEnum):
    """How `check` shows findings."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    RDJSON = "rdjson"
    RDJSONL = "rdjsonl"
    MARKDOWN = "markdown"


class ClaimFormat(StrEnum):
    """How `claims` shows the table."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


class ListFormat(StrEnum):
    """How `rules` shows the list."""

    TEXT = "text"
    JSON = "json"


class Threshold(StrEnum):
    """Which findings make `check` end with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class EncodingErrors(StrEnum):
    """What to do with bytes that are not UTF-8."""

    REPORT = "report"
    REPLACE = "replace"


Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE", help='Files, folders, patterns such as "news/**/*.md", or - for standard input.'),
]
OptionalArticles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ARTICLE",
        show_default=False,
        help='Files, folders, patterns such as "news/**/*.md", or - for standard input.',
    ),
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Only these rules or packs (repeat, or use commas).")
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Leave out these rules or packs (repeat, or use commas).")
]
Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Use this configuration, not those found from each article upwards.")
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration.")]
CacheFolder = Annotated[
    Path | None, typer.Option("--cache-dir", metavar="FOLDER", help="Where to remember what was found.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Remember nothing, and read every article again.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to the screen.")
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date, such as 2026-02-10, for articles that name none.")
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help='The day it is read, or "today". By default the article\'s newest own date.'),
]
Select = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Only these rules or packs (repeat, or use commas).")
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="RULE", help="Leave out these rules or packs (repeat, or use commas).")
]
StandardInputName = Annotated[
    str, typer.Option("--stdin-filename", metavar="NAME", help="Name of the article read from standard input.")
]
Encoding = Annotated[
    EncodingErrors, typer.Option("--encoding-errors", help="Report a file that is not UTF-8, or replace the bytes.")
]
Colored = Annotated[Color, typer.Option("--color", help="When to use colour.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show findings and errors only.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Also show what was read, and how long it took.")]


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
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT:]FILE",
            help="Write to FILE, not to the screen; FORMAT:FILE writes another format too (repeat for more).",
        ),
    ] = None,
    published: Published = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help='The day it is read, or "today". By default the article\'s newest own date.'),
    ] = None,
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
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Hide the findings that this baseline accepts.")
    ] = None,
    no_baseline: Annotated[bool, typer.Option("--no-baseline", help="Show them all.")] = False,
    config: Config = None,
    isolated: Isolated = False,
    settings: Annotated[
        bool, typer.Option("--show-settings", help="Show which rules hold for each article, and check nothing.")
    ] = False,
    cache_dir: CacheFolder = None,
    no_cache: NoCache = False,
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
    from checker.cli.values import as_of_day, day, names

    options = CheckOptions(
        output_format=output_format.value,
        outputs=tuple(output or ()),
        published=day(published, "--published"),
        as_of=as_of_day(as_of),
        select=names(select),
        ignore=names(ignore),
        fail_on="never" if exit_zero else fail_on.value if fail_on else None,
        stdin_filename=stdin_filename,
        replace=encoding_errors is EncodingErrors.REPLACE,
        color=color,
        config=config,
        isolated=isolated,
        diff=diff,
        baseline=baseline,
        use_baseline=not no_baseline,
        cache=cache_dir,
        use_cache=not no_cache,
    )
    if not articles and diff is None:
        raise ConfigurationError("Name the articles to check: files, folders, patterns, or - for standard input.")
    if settings:
        raise typer.Exit(show_settings(articles or [], options))
    raise typer.Exit(run_check(articles or [], options, Messages(quiet, verbose)))


@application.command()
def claims(
    articles: Articles,
    output_format: Annotated[ClaimFormat, typer.Option("--format", help="How to show the claims.")] = ClaimFormat.TABLE,
    output: Output = None,
    published: Published = None,
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


def run(arguments: list[str] | None = None) -> int:
    """Run the command line `arguments`, by default those of the process, and return the exit code.

    A mistake is told on standard error in a sentence. So is a fault of our own, with the traceback on --verbose.
    """
    try:
        application(arguments, prog_name="subeditor", standalone_mode=True)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    except SubeditorError as error:
        Messages().error(str(error))
    except Exception as error:
        Messages().error(f"something went wrong inside subeditor ({type(error).__name__}: {error}). Please report it.")
        if {"-v", "--verbose"} & set(sys.argv if arguments is None else arguments):
            traceback.print_exc()
    return 2
