"""Where a run shows what it found: on the screen, in files, in GitHub's job summary; several at once."""

from __future__ import annotations

import os
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from checker.cli.console import Color, opened, refuse_source, style
from checker.cli.project import home
from checker.cli.sources import STANDARD_INPUT
from checker.errors import ConfigurationError
from checker.output.formats import FORMATS
from checker.output.run import Run
from checker.output.terminal import Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.cli.inspection import Inspection
    from checker.cli.project import Project
    from checker.pipeline import Checked, Failure, Report

HTML = "html"  # written as files, an index and pages; all other formats as text
STREAMED = frozenset({HTML, "text", "concise", "json", "jsonl", "rdjsonl"})  # shown as the articles come


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
        if colon and name in (HTML, *FORMATS):
            if name == HTML and file == "-":
                raise ConfigurationError(f"--output {output}: an HTML report needs a file. Write {HTML}:FILE.")
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
    inspection: Inspection,
    fail_on: str = "error",
    color: Color = Color.AUTO,
) -> None:
    """Writes `outcomes` to every target. `sources` are the articles, which must not be overwritten.

    `inspection`, which the outcomes come from, knows the rules that were applied. A file is there in whole, or is what
    it was.
    """
    project = inspection.project
    with ExitStack() as stack:
        for target in wanted:
            if target.file and target.format == HTML:
                refuse_source(target.file, sources)
                _refuse_folder(target.file)
        writers = [None if one.format == HTML else stack.enter_context(opened(one.file, sources)) for one in wanted]
        if len(wanted) > 1 or wanted[0].format not in STREAMED:
            outcomes = list(outcomes)
        for target, write in zip(wanted, writers, strict=True):
            if target.file and not write:
                _write_html(outcomes, target.file, inspection)
            elif write:
                for chunk in FORMATS[target.format](outcomes, _run(project, fail_on, style(color, target.file))):
                    write(chunk)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(target.format == "github" for target in wanted):
        from checker.output.markdown import LONGEST_SUMMARY, page

        _append(summary, page(outcomes, _run(project, fail_on), LONGEST_SUMMARY))


def _refuse_folder(file: Path) -> None:
    """Raises ConfigurationError where no file can be written there: before the articles are read, not behind it."""
    above = next(folder for folder in file.absolute().parents if folder.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise ConfigurationError(f"{file} cannot be written: {above} is no folder that can be written to.")


def _run(project: Project, fail_on: str, dress: Style | None = None) -> Run:
    return Run(project.applied, repository(), source_url(), fail_on, dress or Style())


def _write_html(outcomes: Iterable[Checked | Failure], file: Path, inspection: Inspection) -> None:
    from checker.output.report import write_html_report

    project = inspection.project
    rules = project.rules(STANDARD_INPUT)
    applied = {rule.id for rule in rules}
    not_run = [rule for rule in project.known_rules(STANDARD_INPUT) if rule.id not in applied]
    reports = cast("Iterable[Report | Failure]", outcomes)  # Conditions.whole sees to it
    write_html_report(reports, file, rules, not_run, lambda path: inspection.set_aside.get(path, ()))


def _append(file: str, text: str) -> None:
    """Adds to GitHub's job summary."""
    try:
        with Path(file).open("ab") as opened_file:
            opened_file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ConfigurationError(f"GITHUB_STEP_SUMMARY: {file} cannot be written: {reason}.") from None


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
