"""A git repository with articles, and subeditor as a stranger installs it."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OPENED = "The Marn bridge opened in 1974.\n\nIt is 412 metres long.\n"
CLASH = OPENED + "\nThe Marn bridge opened in 1981.\n"

Git = Callable[..., str]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment of its own: `subeditor` is on the path, git knows an author and nothing of this machine."""
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    script = scripts / "subeditor"
    script.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from checker.__main__ import main\nmain()\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT", "CI_", "PRE_COMMIT"))}
    return {
        **{name: value for name, value in kept.items() if name not in ("CI", "NO_COLOR", "FORCE_COLOR")},
        "PATH": f"{scripts}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": "a@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_ALLOW_PROTOCOL": "file",
    }


@pytest.fixture
def offline(environment: dict[str, str]) -> dict[str, str]:
    """The same; pip installs this project alone, and finds what it needs where the tests find it."""
    return {
        **environment,
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads the opposite of what it is called: no isolation
        "PIP_NO_INDEX": "1",
        "PYTHONPATH": os.pathsep.join(sorted({path for path in sys.path if path.endswith("-packages")}))
        or sysconfig.get_path("purelib"),
    }


@pytest.fixture
def repository(tmp_path: Path, environment: dict[str, str]) -> Path:
    """A repository on branch main with one commit: content/bridge.md, in which all is well."""
    folder = tmp_path / "repository"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "bridge.md").write_text(OPENED, encoding="utf-8")
    call(["git", "init", "--quiet", "--initial-branch", "main"], folder, environment)
    commit(folder, environment)
    return folder


def call(
    command: Sequence[str], folder: Path, environment: dict[str, str], given: str = "", code: int | None = 0
) -> "subprocess.CompletedProcess[str]":
    """Runs `command` in `folder`; with `code`, that must be its exit code."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert code is None or done.returncode == code, f"{done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def commit(folder: Path, environment: dict[str, str]) -> None:
    """Commits all that is there."""
    call(["git", "add", "--all"], folder, environment)
    call(["git", "commit", "--quiet", "--message", "change"], folder, environment)
