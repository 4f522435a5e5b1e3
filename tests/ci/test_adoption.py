"""The pre-commit hook, the GitHub action and the GitLab job, each tried in a repository of its own."""

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import junitparser
import pytest
import yaml

from .conftest import CLASH, OPENED, ROOT, call, commit


def documented(name: str) -> str:
    """The YAML in docs/ci.md below the comment of that name."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name} -->\n```yaml\n(.*?)```", page, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("schema", "content"),
    [
        ("vendor.github-actions", None),
        ("vendor.github-workflows", "github"),
        ("vendor.gitlab-ci", "gitlab"),
    ],
)
def test_files_fit_the_schemas_of_others(
    tmp_path: Path, environment: dict[str, str], schema: str, content: str | None
) -> None:
    file = tmp_path / "file.yml"
    if content:
        file.write_text(documented(content), encoding="utf-8")
    else:
        shutil.copy(ROOT / "action.yml", file)
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(file)]
    call(command, tmp_path, environment)


def test_pre_commit(tmp_path: Path, repository: Path, offline: dict[str, str]) -> None:
    pre_commit = [sys.executable, "-m", "pre_commit"]
    call([*pre_commit, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")], tmp_path, offline)
    hooks = tmp_path / "subeditor"
    _copy_of_the_project(hooks)
    call(["git", "init", "--quiet"], hooks, offline)
    commit(hooks, offline)
    call(["git", "tag", "v0.1.0"], hooks, offline)

    configuration = yaml.safe_load(documented("pre-commit"))
    configuration["repos"][0]["repo"] = str(hooks)
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration), encoding="utf-8")
    call([*pre_commit, "validate-config"], repository, offline)
    call([*pre_commit, "install"], repository, offline)
    (repository / "content" / "bridge.md").write_text(CLASH, encoding="utf-8")
    call(["git", "add", "--all"], repository, offline)
    refused = call(["git", "commit", "--message", "clash"], repository, offline, code=1)
    assert "content/bridge.md:1:" in refused.stderr and "error conflicting-date" in refused.stderr
    (repository / "content" / "bridge.md").write_text(OPENED + "\nIt carries trams.\n", encoding="utf-8")
    call(["git", "add", "--all"], repository, offline)
    call(["git", "commit", "--message", "trams"], repository, offline)
    assert call(["git", "status", "--porcelain"], repository, offline).stdout == ""


@pytest.fixture
def pull_request(tmp_path: Path, repository: Path, environment: dict[str, str]) -> Path:
    """A shallow checkout of a pull request merged into main, as GitHub makes it. On main another article clashes."""
    (repository / "content" / "old.md").write_text(CLASH.replace("Marn", "Tull"), encoding="utf-8")
    commit(repository, environment)
    call(["git", "checkout", "--quiet", "-b", "edit"], repository, environment)
    (repository / "content" / "bridge.md").write_text(CLASH, encoding="utf-8")
    commit(repository, environment)
    call(["git", "checkout", "--quiet", "main"], repository, environment)
    call(["git", "checkout", "--quiet", "-b", "merged"], repository, environment)
    call(["git", "merge", "--quiet", "--no-ff", "--message", "merge", "edit"], repository, environment)
    clone = tmp_path / "checkout"
    call(
        ["git", "clone", "--quiet", "--depth", "1", "-b", "merged", repository.as_uri(), str(clone)],
        tmp_path,
        environment,
    )
    return clone


def test_action(tmp_path: Path, pull_request: Path, offline: dict[str, str]) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    inputs = {name: str(one["default"]) for name, one in action["inputs"].items()}
    inputs |= {"articles": "content", "sarif-file": "out.sarif", "report": "report.html"}
    source = tmp_path / "action"
    _copy_of_the_project(source)
    runner = {
        **offline,
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(source),
        "GITHUB_WORKSPACE": str(pull_request),
        "GITHUB_REPOSITORY": "owner/site",
        "GITHUB_SHA": "0" * 40,
        "GITHUB_BASE_REF": "main",
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "PIP_TARGET": str(tmp_path / "installed"),
        "CI": "true",
    }
    install, check = [step for step in action["runs"]["steps"] if "run" in step]
    _step(install, inputs, pull_request, runner, 0)
    assert (tmp_path / "installed" / "checker" / "rules" / "compiled.json").is_file()
    runner["PYTHONPATH"] = f"{tmp_path / 'installed'}:{runner['PYTHONPATH']}"

    done = _step(check, inputs, pull_request, runner, 1)
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert [line.split("title=")[0] for line in commands] == ["::error "]
    # The side that was edited, though the other one stands first.
    assert "file=content/bridge.md,line=5,col=" in commands[0]
    assert (tmp_path / "output").read_text(encoding="utf-8") == "exit-code=1\n"
    summary = (tmp_path / "summary").read_text(encoding="utf-8")
    assert "1 error" in summary and "https://github.com/owner/site/blob/" + "0" * 40 in summary
    results = json.loads((pull_request / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["conflicting-date"]
    assert (pull_request / "report.html").is_file()

    everything = _step(check, {**inputs, "changes-only": "false", "fail-on": "never"}, pull_request, runner, 0)
    assert sum(line.startswith("::error ") for line in everything.stdout.splitlines()) == 2
    hostile = {**inputs, "articles": "$(touch hacked)\n; touch hacked", "arguments": "--quiet\n"}
    assert _step(check, hostile, pull_request, runner, 2).returncode == 2
    assert not (pull_request / "hacked").exists()


def test_gitlab(pull_request: Path, environment: dict[str, str]) -> None:
    job = yaml.safe_load(documented("gitlab"))["subeditor"]
    call(["git", "fetch", "--quiet", "--unshallow"], pull_request, environment)
    base = call(["git", "rev-parse", "HEAD^"], pull_request, environment).stdout.strip()
    runner = {
        **environment,
        "GITLAB_CI": "true",
        "CI_PROJECT_DIR": str(pull_request),
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base,
    }
    call(["bash", "-euo", "pipefail", "-c", "\n".join(job["script"])], pull_request, runner, code=1)
    reports = job["artifacts"]["reports"]
    found = json.loads((pull_request / reports["codequality"]).read_text(encoding="utf-8"))
    assert [(one["location"]["path"], one["check_name"]) for one in found] == [
        ("content/bridge.md", "conflicting-date")
    ]
    suites = junitparser.JUnitXml.fromfile(str(pull_request / reports["junit"]))
    assert (suites.tests, suites.failures) == (1, 1)
    assert (pull_request / job["cache"]["paths"][0]).is_dir()


def _step(step: Any, inputs: dict[str, str], folder: Path, runner: dict[str, str], code: int) -> Any:
    """Runs a step of the action as the runner does: `bash -eo pipefail`, inputs put into the environment."""
    assert step["shell"] == "bash" and "${{" not in step["run"]
    given = {
        name: re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: inputs[match[1]], value)
        for name, value in step.get("env", {}).items()
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return call(command, folder, {**runner, **given}, code=code)


def _copy_of_the_project(target: Path) -> None:
    """What a checkout of this project holds and a build needs."""
    target.mkdir()
    for name in ("checker", "rules", "reports"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "compiled.json"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "action.yml"):
        shutil.copy(ROOT / name, target / name)
