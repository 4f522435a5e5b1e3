"""Runs a set of articles through the pipeline, one after the other, whatever becomes of each."""

from __future__ import annotations

import time
import traceback
from typing import TYPE_CHECKING

from checker.cli.sources import STANDARD_INPUT, find_articles, read_source
from checker.errors import ArticleError
from checker.pipeline import Failure, Report, check

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from checker.cli.console import Messages
    from checker.judge.rule import Rule


def check_files(
    arguments: Sequence[str],
    messages: Messages,
    rules: Sequence[Rule],
    published: dt.date | None = None,
    as_of: dt.date | None = None,
    stdin_filename: str = STANDARD_INPUT,
    replace: bool = False,
) -> Iterator[Report | Failure]:
    """A report for every article that `arguments` name, or a Failure in its place; see `checker.check` for the rest.

    Failures are told to `messages` as they come.
    """
    found = list(find_articles(arguments))
    for number, source in enumerate(found, 1):
        if isinstance(source, Failure):
            outcome: Report | Failure = source
        else:
            messages.progress(f"{number} of {len(found)}: {source}")
            outcome = _check_file(source, messages, rules, published, as_of, stdin_filename, replace)
            messages.clear_progress()
        if isinstance(outcome, Failure):
            messages.error(f"{outcome.path}: {outcome.message}")
        yield outcome


def _check_file(
    source: str,
    messages: Messages,
    rules: Sequence[Rule],
    published: dt.date | None,
    as_of: dt.date | None,
    stdin_filename: str,
    replace: bool,
) -> Report | Failure:
    path = stdin_filename if source == STANDARD_INPUT else source
    started = time.perf_counter()
    try:
        report = check(read_source(source, path, replace), path, published, as_of, rules)
    except ArticleError as error:
        return Failure(path, str(error).removeprefix(f"{path}: "))
    except Exception as error:  # a fault of ours in one article must not keep the others from being checked
        messages.detail(traceback.format_exc())
        return Failure(
            path, f"something went wrong inside subeditor ({type(error).__name__}: {error}). Please report it."
        )
    messages.detail(f"{path}: {_dates(report)}; {time.perf_counter() - started:.1f} s")
    return report


def _dates(report: Report) -> str:
    article = report.article
    words = [
        f"{name} {date.value} ({date.source})"
        for name, date in (("published", article.published), ("updated", article.updated))
        if date
    ] or ["states no date of its own"]
    return ", ".join([*words, f"read as of {report.as_of or 'no day'}"])
