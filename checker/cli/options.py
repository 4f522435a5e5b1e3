"""The options of the commands: their names, values and help. Importing this is cheap, so that --help is quick."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.console import Color


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


class SchemaName(StrEnum):
    """Files that have a JSON Schema."""

    CONFIGURATION = "configuration"
    RULE = "rule"
    FINDINGS = "findings"
    LINES = "lines"


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
Fast = Annotated[
    bool, typer.Option("--fast", help="Load no language model: only rules that need none, such as weekday-mismatch.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to the screen.")
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT:]FILE",
        help="Write to FILE, not to the screen; FORMAT:FILE writes another format too (repeat for more).",
    ),
]
BaselineFile = Annotated[
    Path | None, typer.Option("--baseline", metavar="FILE", help="Hide the findings that this baseline accepts.")
]
NoBaseline = Annotated[bool, typer.Option("--no-baseline", help="Hide none of the findings that a baseline accepts.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date, such as 2026-02-10, for articles that name none.")
]
AsOf = Annotated[
    str | None,
    typer.Option(metavar="DATE", help='The day it is read, or "today". By default the article\'s newest own date.'),
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
