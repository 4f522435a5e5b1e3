"""How fast subeditor is, as ratios that hold on any machine: each figure is measured beside its yardstick, in pairs.

    python -m tests.benchmarks throughput FOLDER    words a second, against spaCy alone on the same texts
    python -m tests.benchmarks cold ARTICLE         a whole process, against one that only loads spaCy and parses
    python -m tests.benchmarks folder FOLDER        unchanged, and one paragraph edited, against the first run
    python -m tests.benchmarks length ARTICLE       seconds a word for the text once, ten and a hundred times over
    python -m tests.benchmarks judging FOLDER       seconds a claim for one article of 200, 2,000 and 20,000 claims
    python -m tests.benchmarks others FOLDER --with "proselint check" --with write-good
                                                    a whole run, against those of other programs on the same files

FOLDER and ARTICLE are yours: no texts come with the benchmarks. Results of ours: docs/performance.md.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.compiled import compile_tables
from checker.resources import resource_folder
from tests.audit.synthetic import varied_articles

if TYPE_CHECKING:
    import pandas as pd

    from checker.claims.extract import Extraction

BARE = "import sys, spacy; spacy.load(sys.argv[1])(open(sys.argv[2], encoding='utf-8').read())"


def main() -> None:
    """Run the benchmark that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__.split("\n\n")[0])
    parser.add_argument("benchmark", choices=[*_BENCHMARKS, "others"])
    parser.add_argument("path", type=Path)
    parser.add_argument("--rounds", type=int, default=5, help="pairs of runs (default 5)")
    parser.add_argument("--with", action="append", default=[], dest="commands", help="of `others`: a command (repeat)")
    options = parser.parse_args()
    if options.benchmark == "others":
        others(options.path, options.rounds, options.commands)
    else:
        _BENCHMARKS[options.benchmark](options.path, options.rounds)


def throughput(folder: Path, rounds: int) -> None:
    """The articles in as many parts as there are rounds; on each part spaCy and subeditor in turn."""
    import spacy

    import checker
    from checker.language.parse import model

    paths = _articles(folder)
    texts = [path.read_text(encoding="utf-8") for path in paths]
    checker.check(texts[0])
    bare = spacy.load(_model_name())
    list(bare.pipe(texts[:1]))
    ratios = []
    for part in range(rounds):
        own = texts[part::rounds]
        names = [str(path) for path in paths[part::rounds]]

        def parsed(own: Sequence[str] = own) -> None:
            for _ in bare.pipe(own):
                pass

        def checked(own: Sequence[str] = own, names: Sequence[str] = names) -> None:
            for text, name in zip(own, names, strict=True):
                checker.check(text, name)

        steps: list[tuple[str, Callable[[], None]]] = [("spaCy", parsed), ("subeditor", checked)]
        seconds = {name: _processor_seconds(step) for name, step in (steps if part % 2 else steps[::-1])}
        words = sum(len(text.split()) for text in own)
        ratios.append(seconds["spaCy"] / seconds["subeditor"])
        print(
            f"part {part + 1}: {words:,} words; "
            + "; ".join(f"{n} {words / s:,.0f} words/s" for n, s in seconds.items())
        )
    assert model().pipe_names == bare.pipe_names
    _say("subeditor is faster than spaCy alone by a factor of", ratios)


def cold(article: Path, rounds: int) -> None:
    """One whole process of each, in turn; subeditor compiled, as pip installs it and spaCy."""
    compileall.compile_dir(Path(__file__).parents[2] / "checker", quiet=1)
    compile_tables(resource_folder("rules"))
    with tempfile.TemporaryDirectory() as elsewhere:
        own = [sys.executable, "-m", "checker", "check", "--no-cache", str(article.resolve())]
        pairs = [
            (
                _process([sys.executable, "-c", BARE, _model_name(), str(article.resolve())], elsewhere),
                _process(own, elsewhere),
            )
            for _ in range(rounds)
        ]
    _say("processor time, times that of spaCy alone", [mine.seconds / bare.seconds for bare, mine in pairs])
    _say("peak memory, times that of spaCy alone", [mine.megabytes / bare.megabytes for bare, mine in pairs])


def folder(articles: Path, rounds: int) -> None:
    """A first run over a folder, one that finds it unchanged, and one with a paragraph of one article edited."""
    unchanged, edited = [], []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as elsewhere:
            copy = Path(elsewhere) / "articles"
            shutil.copytree(articles, copy)
            own = [sys.executable, "-m", "checker", "check", "--cache-dir", f"{elsewhere}/cache", str(copy)]
            first = _process(own, elsewhere).seconds
            unchanged.append(_process(own, elsewhere).seconds / first)
            changed = sorted(_articles(copy), key=lambda path: path.stat().st_size)[len(_articles(copy)) // 2]
            changed.write_text(
                changed.read_text(encoding="utf-8") + "\n\nIn 2019 it had 12 members.\n", encoding="utf-8"
            )
            edited.append(_process(own, elsewhere).seconds / first)
    _say("unchanged, of the first run", unchanged)
    _say("one paragraph edited, of the first run", edited)


def length(article: Path, rounds: int) -> None:
    """The same text once, ten and a hundred times over, its words and its findings all alike."""
    import checker

    text = article.read_text(encoding="utf-8").strip() + "\n\n"
    checker.check(text)
    seconds: dict[int, list[float]] = {1: [], 10: [], 100: []}
    for _ in range(rounds):
        for times in seconds:
            repeats = max(1, 20 // times)
            spent = _processor_seconds(lambda: [checker.check(text * times) for _ in range(repeats)] and None)  # noqa: B023
            seconds[times].append(spent / times / repeats)
    for times in (10, 100):
        _say(f"time a word, {times} times the length", [b / a for a, b in zip(seconds[1], seconds[times], strict=True)])


def others(folder: Path, rounds: int, commands: Sequence[str]) -> None:
    """A whole run over the articles of the folder, and one of each of `commands`, in turn: processor time."""
    paths = [str(path.resolve()) for path in _articles(folder)]
    words = sum(len(Path(path).read_text(encoding="utf-8").split()) for path in paths)
    own = [[sys.executable, "-m", "checker", "check", "--no-cache"]]
    own.append([*own[0], "--fast"])
    ratios: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as elsewhere:
        for _ in range(rounds):
            spent = {
                " ".join(command[-2:]): _process([*command, *paths], elsewhere, any_code=True).seconds
                for command in (*own, *map(shlex.split, commands))
            }
            first = next(iter(spent.values()))
            for name, seconds in spent.items():
                ratios.setdefault(name, []).append(seconds / first)
                print(f"{name}: {words / seconds:,.0f} words/s")
    for name, found in ratios.items():
        _say(f"processor time of {name}, times that of subeditor", found)


def judging(folder: Path, rounds: int) -> None:
    """One article joined from those of the folder, repeated with other names and figures: its first N claims."""
    from checker.articles import read_article
    from checker.claims.extract import extract
    from checker.judge.context import Context
    from checker.judge.engine import judge
    from checker.judge.finding import Location
    from checker.pipeline import load_rules

    sizes = (200, 2_000, 20_000)
    claims, frames = _joined(extract(read_article(one.text)) for one in varied_articles([folder], sizes[-1]))
    rules = load_rules()

    def locate(start: int, end: int, label: str) -> Location:
        return Location(start, end, 1, 1, 1, 1, "", label)

    seconds: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(rounds):
        for size in sizes:
            head, tied = claims.head(size), frames[frames["claim"] < size]
            repeats = max(1, 2_000 // size)
            spent = _processor_seconds(
                lambda: [judge(head, tied, rules, Context(), locate) for _ in range(repeats)] and None  # noqa: B023
            )
            seconds[size].append(spent / size / repeats)
    for size in sizes:
        print(f"{size:,} claims: {statistics.median(seconds[size]) * 1000:.2f} ms a claim")
    for size in sizes[1:]:
        ratios = [b / a for a, b in zip(seconds[sizes[0]], seconds[size], strict=True)]
        _say(f"time a claim, {size:,} claims against {sizes[0]}", ratios)


def _joined(extractions: Iterable[Extraction], least: int = 20_000) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The first claims of many articles, and their frames, as those of a single article."""
    import pandas as pd

    claims, frames, count, ends, tied = [], [], 0, 0, 0
    for one in extractions:
        table, ties = one.claims.copy(), one.frames.copy()
        table["article"] = "article"
        table["claim"] += count
        ties["claim"] += count
        ties["frame"] += tied
        table["frame"] = table["frame"].astype("int64") + tied * (table["frame"] >= 0)
        for name in ("start", "end"):
            table[name] = table[name].astype("int64") + ends
        for name in ("block", "line", "sentence_number"):
            table[name] = table[name].astype("int64") + 1_000 * len(claims)
        claims.append(table)
        frames.append(ties)
        count += len(table)
        tied = int(ties["frame"].max()) + 1 if len(ties) else tied
        ends = int(table["end"].max()) + 1 if len(table) else ends
        if count >= least:
            break
    return pd.concat(claims, ignore_index=True), pd.concat(frames, ignore_index=True)


class _Spent:
    def __init__(self, seconds: float, megabytes: float) -> None:
        self.seconds = seconds
        self.megabytes = megabytes


def _process(command: Sequence[str], folder: str, any_code: bool = False) -> _Spent:
    """Processor time and peak memory of a whole process; only `any_code` lets its exit code be other than 0 or 1."""
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": root},
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1) and not any_code:
        raise SystemExit(f"{' '.join(command)} ended with exit code {process.returncode}")
    scale = 1 if sys.platform == "darwin" else 1024
    return _Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / 1e6)


def _processor_seconds(step: Callable[[], None]) -> float:
    start = time.process_time()
    step()
    return time.process_time() - start


def _articles(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in (".md", ".html", ".txt"))


def _model_name() -> str:
    from spacy.util import is_package

    from checker.language.parse import MODELS

    return next(name for name in MODELS if is_package(name))


def _say(what: str, ratios: Sequence[float]) -> None:
    print(f"{what}: {statistics.median(ratios):.3f} (median of {len(ratios)}; {min(ratios):.3f} to {max(ratios):.3f})")


_BENCHMARKS: dict[str, Callable[[Path, int], None]] = {
    "throughput": throughput,
    "cold": cold,
    "folder": folder,
    "length": length,
    "judging": judging,
}

if __name__ == "__main__":
    main()
