"""Writes the report of a run: one file for one article, an index and a folder of pages for many."""

from __future__ import annotations

import re
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from checker.errors import ConfigurationError
from checker.files import write_atomically
from checker.output.report.index import Entry, entry, index
from checker.output.report.page import page
from checker.output.report.render import article_html, index_html
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.judge.rule import Rule
    from checker.pipeline import Report
    from checker.suppression import Suppressed

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def html_report(
    report: Report,
    rules: Sequence[Rule] = (),
    rules_not_run: Sequence[Rule] = (),
    index: str = "",
    set_aside: Sequence[Suppressed] = (),
) -> str:
    """The page of one article.

    `rules` are those that the report was made with, `rules_not_run` those left out, `set_aside` the findings that a
    suppression or a baseline keeps out of it; the page lists all three. `index` is the address of the index that the
    page belongs to, "" where there is none.
    """
    return article_html(page(report, rules, rules_not_run, set_aside), index)


def write_html_report(
    outcomes: Iterable[Report | Failure],
    target: Path,
    rules: Sequence[Rule] = (),
    rules_not_run: Sequence[Rule] = (),
    set_aside: Callable[[str], Sequence[Suppressed]] = lambda path: (),
) -> Path:
    """Write the report of a run and return the file to open: `target`, or its index.html where it is a folder.

    One article becomes one page. Of several, `target` is the index, and the pages stand in a folder beside it that is
    named like it. Each page is written as its report comes, so that none needs to stay in memory. `set_aside` tells the
    findings that are kept out of the report on an article, by its path.

    Raises ConfigurationError where a file cannot be written.
    """
    file = target / "index.html" if target.is_dir() else target
    outcomes = iter(outcomes)
    beginning = list(islice(outcomes, 2))
    if len(beginning) == 1 and not isinstance(beginning[0], Failure):
        report = beginning[0]
        _write(file, html_report(report, rules, rules_not_run, set_aside=set_aside(report.path)))
        return file
    folder = file.with_name(f"{file.stem}-articles")
    entries: list[Entry] = []
    failures: list[Failure] = []
    for outcome in chain(beginning, outcomes):
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        name = f"{len(entries) + 1:04}-{file_name(outcome.path)}.html"
        address = f"../{quote(file.name)}"
        _write(folder / name, html_report(outcome, rules, rules_not_run, address, set_aside(outcome.path)))
        entries.append(entry(outcome, f"{quote(folder.name)}/{name}"))
    _write(file, index_html(index(entries, failures)))
    return file


def file_name(path: str) -> str:
    """What an article's page is called: the end of its path, in characters that need no quoting anywhere."""
    name = _NOT_IN_A_NAME.sub("-", str(PurePath(path).with_suffix("")).lower())
    return name[-_LONGEST_NAME:].strip("-") or "article"


def _write(file: Path, text: str) -> None:
    """Write `text` in UTF-8, at once: a reader sees the old file or the new one."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, text.encode("utf-8", "replace"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigurationError(f"{file} cannot be written: {reason}. Name another file with --output.") from None
