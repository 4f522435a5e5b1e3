"""What was understood of an article: its claims table for a person, a spreadsheet or a program."""

from __future__ import annotations

import io
import json
import math
from typing import TYPE_CHECKING, Any

from checker.language.interval_words import format_interval
from checker.output.json import SCHEMA
from checker.output.terminal import Style, harmless

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from checker.pipeline import Failure, Report


def table(report: Report, style: Style) -> str:
    """The columns that an editor reads, as a table of `style.columns` columns."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, title_justify="left")
    for heading in ("where", "kind", "text", "value", "of what", "scope", "when"):
        grid.add_column(heading, overflow="fold", no_wrap=heading == "where")
    for row in report.claims.to_dict("records"):
        cells = (
            f"{row['line']}:{row['column']}",
            row["kind"],
            row["text"],
            value_words(row),
            " ".join(filter(None, (row["role"], row["measure"]))),
            ", ".join(filter(None, (row["subject"], row["group"], row["place"]))),
            time_words(row),
        )
        grid.add_row(*(Text(harmless(str(cell))) for cell in cells))
    page = io.StringIO()
    console = Console(file=page, width=style.columns, force_terminal=style.color, color_system=None, highlight=False)
    console.print(Text(f"{harmless(report.path)}: {_dates(report)}"))
    console.print(grid)
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))


def csv(reports: Iterable[Report]) -> str:
    """Every column of every claim, with a heading line; RFC 4180, but lines end with a line feed alone."""
    return all_claims(reports).to_csv(index=False, lineterminator="\n")


def parquet(reports: Iterable[Report]) -> bytes:
    """Every column of every claim as a Parquet file. Raises ImportError where pyarrow is not installed."""
    page = io.BytesIO()
    all_claims(reports).to_parquet(page, index=False)
    return page.getvalue()


def json_document(reports: Iterable[Report], failures: Sequence[Failure]) -> str:
    """Claims and frames of every article. Missing and unbounded values are null: `bound` tells them apart."""
    articles = [
        {
            "path": report.path,
            "published": report.published.isoformat() if report.published else None,
            "updated": report.updated.isoformat() if report.updated else None,
            "claims": _records(report.claims),
            "frames": _records(report.frames),
        }
        for report in reports
    ]
    errors = [{"path": failure.path, "message": failure.message} for failure in failures]
    document = {"schema": SCHEMA, "articles": articles, "errors": errors}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def all_claims(reports: Iterable[Report]) -> pd.DataFrame:
    """One table of all claims, article after article."""
    import pandas as pd

    return pd.concat([report.claims for report in reports], ignore_index=True)


def _records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(name): _plain(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    day = _date(value)
    return day.isoformat() if day else None


def _dates(report: Report) -> str:
    known = [("published", report.article.published), ("updated", report.article.updated)]
    return ", ".join(f"{name} {date.value} ({date.source})" for name, date in known if date) or "no date of its own"


def value_words(row: Mapping[Any, Any]) -> str:
    """The value of a row of the claims table: "over 200", "3 to 5 percent"; "" where it has none."""
    low, high = row["low"], row["high"]
    unit = f" {row['unit']}" if row["unit"] not in ("", "count") else ""
    per = f" per {row['per']}" if row["per"] else ""
    about = "about " if row["approximate"] else ""
    if math.isnan(low) or math.isnan(high):
        return ""
    if low == high:
        figure = _figure(low)
    elif math.isinf(high):
        figure = f"{'over' if row['bound'] == 'more_than' else 'at least'} {_figure(low)}"
    elif math.isinf(low):
        figure = f"{'under' if row['bound'] == 'less_than' else 'at most'} {_figure(high)}"
    else:
        figure = f"{_figure(low)} to {_figure(high)}"
    return about + figure + unit + per


def _figure(value: float) -> str:
    return f"{value:,.12g}"


def time_words(row: Mapping[Any, Any]) -> str:
    """The time of a row and where it comes from: "July 2018", "2025 (section)"; "" where it has none."""
    first, behind = _date(row["date_start"]), _date(row["date_end"])
    if not first and not behind:
        return "relative" if row["relative"] else ""
    source = f" ({row['date_source']})" if row["date_source"] not in ("", "own") else ""
    return format_interval(first, behind, row["date_precision"]) + source


def _date(value: Any) -> dt.date | None:
    """The day of a timestamp, None where it is missing (pandas' NaT does not equal itself)."""
    return None if value != value else value.date()
