"""The commands of `subeditor baseline` and their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checker.cli.console import Messages
from checker.cli.options import (
    AsOf,
    BaselineFile,
    CacheFolder,
    Config,
    Ignore,
    Isolated,
    NoCache,
    OptionalArticles,
    Published,
    Quiet,
    Select,
)

application = typer.Typer(
    help="Keep the file of accepted findings, so that only new ones are shown.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@application.command()
def update(
    articles: OptionalArticles = None,
    grow: Annotated[bool, typer.Option("--grow", help="Take new findings into a baseline that exists.")] = False,
    baseline: BaselineFile = None,
    published: Published = None,
    as_of: AsOf = None,
    select: Select = None,
    ignore: Ignore = None,
    config: Config = None,
    isolated: Isolated = False,
    cache_dir: CacheFolder = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
) -> None:
    """Accept what is found today, and let go of what is gone.

    Writes the baseline where there is none. One that exists takes in new findings only with --grow; without it, new
    findings are left out, and the exit code is 1. What a person decided stays.
    """
    from checker.cli.baseline import run_update
    from checker.cli.inspection import Conditions
    from checker.cli.values import as_of_day, day, names

    conditions = Conditions(
        published=day(published, "--published"),
        as_of=as_of_day(as_of),
        select=names(select),
        ignore=names(ignore),
        config=config,
        isolated=isolated,
        baseline=baseline,
        cache=cache_dir,
        use_cache=not no_cache,
    )
    raise typer.Exit(run_update(articles or [], conditions, grow, Messages(quiet)))


@application.command()
def prune(
    articles: OptionalArticles = None,
    baseline: BaselineFile = None,
    published: Published = None,
    as_of: AsOf = None,
    config: Config = None,
    isolated: Isolated = False,
    cache_dir: CacheFolder = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
) -> None:
    """Take out the entries whose finding is gone."""
    from checker.cli.baseline import run_prune
    from checker.cli.inspection import Conditions
    from checker.cli.values import as_of_day, day

    conditions = Conditions(
        published=day(published, "--published"),
        as_of=as_of_day(as_of),
        config=config,
        isolated=isolated,
        baseline=baseline,
        cache=cache_dir,
        use_cache=not no_cache,
    )
    raise typer.Exit(run_prune(articles or [], conditions, Messages(quiet)))


@application.command()
def stats(baseline: BaselineFile = None, config: Config = None, isolated: Isolated = False, as_of: AsOf = None) -> None:
    """Count the entries by decision, rule and article."""
    from checker.cli.baseline import show_statistics
    from checker.cli.inspection import Conditions
    from checker.cli.values import as_of_day

    conditions = Conditions(as_of=as_of_day(as_of), config=config, isolated=isolated, baseline=baseline)
    raise typer.Exit(show_statistics(conditions))


@application.command("import")
def import_(
    decisions: Annotated[Path, typer.Argument(metavar="FILE", help="A decisions.json that a report has exported.")],
    baseline: BaselineFile = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decided, where the file does not say.")] = "",
    config: Config = None,
    isolated: Isolated = False,
    quiet: Quiet = False,
) -> None:
    """Take over what somebody decided in a report.

    Run it in the folder in which the report was made: the paths of the articles are relative to that.
    """
    from checker.cli.baseline import run_import
    from checker.cli.inspection import Conditions

    conditions = Conditions(config=config, isolated=isolated, baseline=baseline)
    raise typer.Exit(run_import(decisions, conditions, by, Messages(quiet)))
