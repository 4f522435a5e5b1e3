"""What a run survives: being killed, interrupted or run twice at once, a full disk. Real processes, real articles."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.baseline import read_baseline

ROOT = Path(__file__).parents[2]
CLASH = "The {} bridge opened in 1974.\n\nThe {} bridge opened in 1981.\n"
RUN = "from checker.__main__ import main; main()"
ARTICLES = 4

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are told in another way there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with ARTICLES articles, one clash in each."""
    (tmp_path / "subeditor.toml").touch()
    for number in range(ARTICLES):
        name = "ABCDEFGHIJ"[number]
        (tmp_path / f"{number}.md").write_text(CLASH.format(f"Marn{name}", f"Marn{name}"), encoding="utf-8")
    return tmp_path


def hear_interrupts() -> None:
    """A shell that runs the tests in the background leaves Ctrl-C ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(folder: Path, *arguments: str, code: str = RUN) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in (str(ROOT), *sys.path) if path)}
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=hear_interrupts,
    )


def finish(process: "subprocess.Popen[str]", code: int) -> tuple[str, str]:
    out, err = process.communicate(timeout=120)
    assert process.returncode == code, err
    assert "Traceback" not in err
    return out, err


def remembered(folder: Path) -> list[Path]:
    return sorted((folder / ".subeditor_cache").glob("*.json"))


def leftovers(folder: Path) -> Iterator[str]:
    """Files that are neither articles nor meant to be there."""
    known = {"subeditor.toml", ".subeditor_cache", *(f"{number}.md" for number in range(ARTICLES))}
    return (path.name for path in folder.iterdir() if path.name not in known)


# Stops at the second article until a signal comes.
SLOW = f"""
import time
import checker.cli.inspection as inspection
real = inspection.checked
def slow(request, known, turn=[0]):
    turn[0] += 1
    if turn[0] == 2:
        print("waiting", flush=True)
        time.sleep(100)
    return real(request, known)
inspection.checked = slow
{RUN}
"""


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_a_run_is_stopped(folder: Path, sent: signal.Signals, code: int) -> None:
    (folder / "out.sarif").write_text("old", encoding="utf-8")
    process = start(folder, "check", ".", "--format", "sarif", "--output", "out.sarif", code=SLOW)
    assert process.stdout and process.stdout.readline() == "waiting\n"
    os.kill(process.pid, sent)
    _, err = finish(process, code)
    assert (folder / "out.sarif").read_text(encoding="utf-8") == "old"
    assert len(remembered(folder)) == 1
    if sent != signal.SIGKILL:
        assert err == "subeditor: stopped before the end.\n"
        assert list(leftovers(folder)) == ["out.sarif"]
    # The next run goes on from there.
    count = "import checker.cli.inspection as i; real = i.checked; n = []\n"
    count += "i.checked = lambda request, known: n.append(1) or real(request, known)\n"
    count += f"try:\n    {RUN}\nfinally:\n    print(len(n))"
    out, _ = finish(start(folder, "check", ".", "--format", "sarif", "--output", "out.sarif", code=count), 1)
    assert out == f"{ARTICLES - 1}\n"
    assert len(json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]) == ARTICLES


def test_two_runs_on_one_cache_and_one_baseline(folder: Path) -> None:
    pair = [start(folder, "baseline", "update", "--grow", *names) for names in (["0.md", "1.md"], ["2.md", "3.md"])]
    for process in pair:
        finish(process, 0)
    assert [entry.path for entry in read_baseline(folder / "subeditor-baseline.jsonl").entries] == [
        f"{number}.md" for number in range(ARTICLES)
    ]
    assert len(remembered(folder)) == ARTICLES

    # A run over unchanged articles loads neither the parser nor its model, and finds the same.
    code = (
        f"try:\n    {RUN}\nfinally:\n    import sys; print(sorted({{'spacy', 'pandas', 'numpy'}} & set(sys.modules)))"
    )
    out, err = finish(start(folder, "check", ".", code=code), 0)
    assert out == "[]\n" and f"({ARTICLES} more in the baseline)" in err
    began = time.perf_counter()
    out, _ = finish(start(folder, "check", ".", "--no-baseline", "--format", "concise", code=code), 1)
    assert out.count("error conflicting-date") == ARTICLES and out.endswith("\n[]\n")
    assert time.perf_counter() - began < 60


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk(folder: Path) -> None:
    _, err = finish(start(folder, "check", "0.md", "--output", "sarif:/dev/full"), 2)
    assert err.startswith("subeditor: /dev/full cannot be written: no space left on device.")
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-c", RUN, "check", "0.md"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2 and "Traceback" not in done.stderr and "no space left" in done.stderr.lower()


def test_a_reader_that_goes_away(folder: Path) -> None:
    process = start(folder, "check", ".", "--format", "json")
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    err = process.stderr.read()
    process.wait(timeout=120)
    assert "Traceback" not in err and "something went wrong" not in err
