"""The options of `subeditor audit`, and their help. What it does lies in checker.cli.audit."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.console import Messages
from checker.cli.options import NoBaseline


class Pages(StrEnum):
    """Which articles get a page of their own."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def audit(
    archive: Annotated[
        Path, typer.Argument(metavar="ARCHIVE", help="A folder, table, feed or export; with --judge-only, an audit.")
    ],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where to write the audit.")] = Path(
        "audit"
    ),
    judge_only: Annotated[
        bool, typer.Option("--judge-only", help="Judge the claims of the audit ARCHIVE again; read no article.")
    ] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with an audit that was interrupted.")] = False,
    allow_mixed: Annotated[
        bool, typer.Option("--allow-mixed", help="Resume even where rules, model or archive have changed.")
    ] = False,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=COLUMN", help="Which column holds a field, such as body=content (repeat)."),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N articles.")] = None,
    workers: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Processes; 0 for this one alone. [default: one a core]")
    ] = None,
    scheduler: Annotated[str, typer.Option(metavar="ADDRESS", help="Use the Dask cluster at tcp://HOST:PORT.")] = "",
    timeout: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="Give an article up after so long; 0 never does.")
    ] = 60.0,
    shard_size: Annotated[
        int, typer.Option(min=1, metavar="N", help="Articles that are read and kept together.")
    ] = 100,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Publication date for articles that name none.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help='The day it is read, or "today". [default: of each article]')
    ] = None,
    pages: Annotated[Pages, typer.Option(help="Write a page for articles with findings this grave.")] = Pages.WARNING,
    ledger: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Facts that articles should agree with: facts.toml or CSV.")
    ] = None,
    previous: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="An earlier audit, to show what is new and what fixed.")
    ] = None,
    review: Annotated[int, typer.Option(min=0, metavar="N", help="Write a sample of N findings for review.")] = 0,
    seed: Annotated[int, typer.Option(metavar="N", help="Another number, another sample.")] = 0,
    decisions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A reviewed sample, which tells the precision of each rule.")
    ] = None,
    select: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Only these rules or packs.")] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="RULE", help="Leave out these rules or packs.")] = None,
    no_baseline: NoBaseline = False,
    config: Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Use no configuration.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Show errors only.")] = False,
) -> None:
    """Audit an archive: each article by itself, and articles against each other.

    Exit code 0: done. 2: nothing could be done. 130: interrupted; --resume goes on.
    """
    from checker.cli.audit import AuditArguments, run_archive_audit
    from checker.cli.values import as_of_day, day, names

    arguments = AuditArguments(
        archive=archive,
        out=out,
        judge_only=judge_only,
        columns=tuple(column or ()),
        limit=limit,
        workers=workers,
        scheduler=scheduler,
        resume=resume,
        allow_mixed=allow_mixed,
        timeout=timeout,
        shard_size=shard_size,
        published=day(published, "--published"),
        as_of=as_of_day(as_of),
        pages=pages.value,
        ledger=ledger,
        previous=previous,
        review=review,
        seed=seed,
        decisions=decisions,
        select=names(select),
        ignore=names(ignore),
        use_baseline=not no_baseline,
        config=config,
        isolated=isolated,
    )
    raise typer.Exit(run_archive_audit(arguments, Messages(quiet)))
