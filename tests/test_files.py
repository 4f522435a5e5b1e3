"""Files are written whole or not at all, and locks keep two writers apart."""

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from checker.files import locked, write_atomically

CHECKOUT = Path(__file__).parents[1]


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_a_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write_atomically(file, b"old")
    file.chmod(0o640)
    write_atomically(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777, names(tmp_path)) == (b"new", 0o640, ["a.txt"])


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError(28, "No space left on device")])
@pytest.mark.parametrize("moment", ["os.replace", "os.fdopen"])
def test_an_interruption_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interruption: BaseException, moment: str
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    def interrupted(*arguments: object) -> None:
        raise interruption

    with monkeypatch.context() as patched:
        patched.setattr(moment, interrupted)
        with pytest.raises((KeyboardInterrupt, OSError)):
            write_atomically(file, b"new")
    assert (file.read_bytes(), names(tmp_path)) == (b"old", ["a.txt"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    (tmp_path / "count").write_text("0")
    program = textwrap.dedent("""
        import sys, pathlib
        from checker.files import locked, write_atomically
        folder = pathlib.Path(sys.argv[1])
        for _ in range(40):
            with locked(folder):
                count = int((folder / "count").read_text())
                write_atomically(folder / "count", str(count + 1).encode())
    """)
    writers = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], cwd=CHECKOUT) for _ in range(3)]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0, 0]
    assert (tmp_path / "count").read_text() == "120"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")
def test_the_lock_of_a_killed_run_is_gone(tmp_path: Path) -> None:
    program = textwrap.dedent("""
        import os, pathlib, sys
        from checker.files import locked
        with locked(pathlib.Path(sys.argv[1])):
            os.kill(os.getpid(), 9)
    """)
    assert subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=CHECKOUT).returncode == -9
    with locked(tmp_path):
        pass
