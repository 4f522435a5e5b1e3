"""Where a run shows what it found: on the screen, in files, in GitHub's job summary; several at once."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checker.cli.console import Color, opened, style
from checker.cli.project import home
from checker.errors import ConfigurationError
from checker.output.formats import FORMATS
from checker.output.markdown import LONGEST_SUMMARY, page
from checker.output.run import Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.judge.rule import Rule
    from checker.pipeline import Checked, Failure

STREAMED = frozenset({"text", "concise", "json", "jsonl", "rdjsonl"})  # shown as the articles come


class Target(NamedTuple):
    """A format and the file to write it to, None for the screen."""

    format: str
    file: Path | None


def targets(screen_format: str, outputs: Sequence[str]) -> list[Target]:
    """What --format and the --output options ask for.

    `FORMAT:FILE` adds a file (`FORMAT:-` the screen); a mere `FILE` gets the format of --format in place of the screen.
    Raises ConfigurationError where two write to one place.
    """
    found: list[Target] = []
    plain = False
    for output in outputs:
        name, colon, file = output.partition(":")
        if colon and name in FORMATS:
            if not file:
                raise ConfigurationError(
                    f"--output {output} names no file. Write {name}:FILE, or {name}:- for the screen."
                )
            found.append(Target(name, None if file == "-" else Path(file)))
        else:
            plain = True
            found.append(Target(screen_format, Path(output)))
    if not plain and all(target.file for target in found):
        found.insert(0, Target(screen_format, None))
    places = [target.file and target.file.absolute() for target in found]
    if len(set(places)) < len(places):
        raise ConfigurationError("Two outputs go to one place. Give each --output a file of its own.")
    return found


def show(
    outcomes: Iterable[Checked | Failure],
    wanted: Sequence[Target],
    sources: Sequence[str],
    rules: Callable[[], Sequence[Rule]],
    fail_on: str,
    color: Color,
) -> None:
    """Writes `outcomes` to every target. `sources` are the articles, which must not be overwritten.

    `rules` gives those that were applied so far. A file is there in whole, or is what it was.
    """
    with ExitStack() as stack:
        writers = [stack.enter_context(opened(target.file, tuple(sources))) for target in wanted]
        if len(wanted) > 1 or wanted[0].format not in STREAMED:
            outcomes = list(outcomes)
        for target, write in zip(wanted, writers, strict=True):
            run = Run(rules(), repository(), source_url(), fail_on, style(color, target.file))
            for chunk in FORMATS[target.format](outcomes, run):
                write(chunk)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(target.format == "github" for target in wanted):
        text = page(outcomes, Run(rules(), repository(), source_url(), fail_on), LONGEST_SUMMARY)
        try:
            with Path(summary).open("ab") as file:
                file.write(text.encode("utf-8", "replace"))
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise ConfigurationError(f"GITHUB_STEP_SUMMARY: {summary} cannot be written: {reason}") from None


def repository() -> str:
    """The folder of the repository: as GitHub or GitLab say, else the nearest one with a .git, else the current one."""
    given = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR")
    return given if given and Path(given).is_dir() else str(home(Path.cwd()) or Path.cwd())


def source_url() -> str:
    """Where the repository's files can be read at this commit, as GitHub or GitLab say; "" elsewhere."""
    environment = os.environ
    if environment.get("GITHUB_ACTIONS") and environment.get("GITHUB_REPOSITORY"):
        server = environment.get("GITHUB_SERVER_URL", "https://github.com")
        return f"{server}/{environment['GITHUB_REPOSITORY']}/blob/{environment.get('GITHUB_SHA', 'HEAD')}"
    if environment.get("GITLAB_CI") and environment.get("CI_PROJECT_URL"):
        return f"{environment['CI_PROJECT_URL']}/-/blob/{environment.get('CI_COMMIT_SHA', 'HEAD')}"
    return ""
