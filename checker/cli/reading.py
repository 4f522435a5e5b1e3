"""Runs a set of articles through the pipeline, one after the other, whatever becomes of each."""

from __future__ import annotations

import time
import traceback
from typing import TYPE_CHECKING, TypeVar

from checker.cli.sources import STANDARD_INPUT, find_articles, read_source
from checker.errors import ArticleError, ConfigurationError, RuleError
from checker.language.word_scan import scan_texts
from checker.pipeline import Failure, Report, check, parser_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.cache import Request
    from checker.cli.console import Messages
    from checker.paragraphs import Paragraphs
    from checker.pipeline import Checked

    Outcome = TypeVar("Outcome", bound=Checked)


def check_files(
    arguments: Sequence[str],
    messages: Messages,
    examine: Callable[[str, str], Outcome],
    wants: Callable[[str], bool] = lambda path: True,
    stdin_filename: str = STANDARD_INPUT,
    replace: bool = False,
) -> Iterator[Outcome | Failure]:
    """What `examine` makes of every article that `arguments` name, or a Failure in its place.

    `examine` is given the text and the path; `wants` says of a path whether it is examined at all. Failures are told to
    `messages` as they come. Raises ConfigurationError and RuleError, which concern more than one article.
    """
    found = list(find_articles(arguments))
    for number, source in enumerate(found, 1):
        if isinstance(source, Failure):
            outcome: Outcome | Failure = source
        else:
            path = stdin_filename if source == STANDARD_INPUT else source
            if not wants(path):
                messages.detail(f"{path}: left out")
                continue
            messages.progress(f"{number} of {len(found)}: {path}")
            outcome = _examined(source, path, messages, examine, replace)
            messages.clear_progress()
        if isinstance(outcome, Failure):
            messages.error(f"{outcome.path}: {outcome.message}")
        yield outcome


def checked(request: Request, paragraphs: Paragraphs | None = None) -> Report:
    """The report on an article, as `checker.check` makes it; what `paragraphs` knows of it is not parsed again."""
    parser = scan_texts if request.fast else parser_for(request.rules)
    return check(
        request.text,
        request.path,
        request.published,
        request.as_of,
        request.rules,
        date_keys=request.date_keys,
        lexicons=request.lexicons,
        parser=paragraphs.parser(parser) if paragraphs else parser,
    )


def _examined(
    source: str, path: str, messages: Messages, examine: Callable[[str, str], Outcome], replace: bool
) -> Outcome | Failure:
    started = time.perf_counter()
    try:
        outcome = examine(read_source(source, path, replace), path)
    except (ConfigurationError, RuleError):
        raise
    except ArticleError as error:
        return Failure(path, str(error).removeprefix(f"{path}: "))
    except Exception as error:  # a fault of ours in one article must not keep the others from being checked
        messages.detail(traceback.format_exc())
        return Failure(
            path, f"something went wrong inside subeditor ({type(error).__name__}: {error}). Please report it."
        )
    if messages.verbose:
        messages.detail(f"{path}: {_dates(outcome)}; {time.perf_counter() - started:.1f} s")
    return outcome


def _dates(report: Checked) -> str:
    article = report.article
    words = [
        f"{name} {date.value} ({date.source})"
        for name, date in (("published", article.published), ("updated", article.updated))
        if date
    ] or ["states no date of its own"]
    return ", ".join([*words, f"read as of {report.as_of or 'no day'}"])
