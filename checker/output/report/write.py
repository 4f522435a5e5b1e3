"""Writes the report of a run: one file for one article, an index and a folder of pages for many."""

from __future__ import annotations

import os
import re
import tempfile
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from checker.errors import ConfigurationError
from checker.output.report.index import Entry, entry, index
from checker.output.report.page import page
from checker.output.report.render import article_html, index_html
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.judge.rule import Rule
    from checker.pipeline import Report

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def html_report(report: Report, rules: Sequence[Rule] = (), rules_not_run: Sequence[Rule] = (), index: str = "") -> str:
    """The page of one article.

    `rules` are those that the report was made with, `rules_not_run` those left out; the page lists both. `index` is the
    address of the index that the page belongs to, "" where there is none.
    """
    return article_html(page(report, rules, rules_not_run), index)


def write_html_report(
    outcomes: Iterable[Report | Failure],
    target: Path,
    rules: Sequence[Rule] = (),
    rules_not_run: Sequence[Rule] = (),
) -> Path:
    """Write the report of a run and return the file to open: `target`, or its index.html where it is a folder.

    One article becomes one page. Of several, `target` is the index, and the pages stand in a folder beside it that is
    named like it. Each page is written as its report comes, so that none needs to stay in memory.

    Raises ConfigurationError where a file cannot be written.
    """
    file = target / "index.html" if target.is_dir() else target
    outcomes = iter(outcomes)
    beginning = list(islice(outcomes, 2))
    if len(beginning) == 1 and not isinstance(beginning[0], Failure):
        _write(file, html_report(beginning[0], rules, rules_not_run))
        return file
    folder = file.with_name(f"{file.stem}-articles")
    entries: list[Entry] = []
    failures: list[Failure] = []
    for outcome in chain(beginning, outcomes):
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        name = f"{len(entries) + 1:04}-{_name(outcome.path)}.html"
        _write(folder / name, html_report(outcome, rules, rules_not_run, f"../{quote(file.name)}"))
        entries.append(entry(outcome, f"{quote(folder.name)}/{name}"))
    _write(file, index_html(index(entries, failures)))
    return file


def _name(path: str) -> str:
    """What an article's page is called: the end of its path, in characters that need no quoting anywhere."""
    name = _NOT_IN_A_NAME.sub("-", str(PurePath(path).with_suffix("")).lower())
    return name[-_LONGEST_NAME:].strip("-") or "article"


def _write(file: Path, text: str) -> None:
    """Write `text` in UTF-8, at once: a reader sees the old file or the new one."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8", "replace"))
            Path(unfinished).chmod(0o666 & ~_umask())
            Path(unfinished).replace(file)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigurationError(f"{file} cannot be written: {reason}. Name another file with --output.") from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
