"""What a commit or a diff has brought, and what is new in the findings."""

import difflib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.changes import changes_in, changes_since, new_findings, text_before
from checker.errors import ConfigurationError
from checker.pipeline import Report


@pytest.fixture
def git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """git("commit", …): runs git in a repository of its own."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "a")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "a@example.org")
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], check=True, capture_output=True)
        return done.stdout.decode("utf-8")

    run("init", "-q", "-b", "main")
    for name in ("kept", "edited", "gone", "née"):
        Path(f"{name}.md").write_bytes(f"{name}\r\nsecond line\nthird line\n".encode())
    Path("folder").mkdir()
    Path("folder/moved.md").write_text("moved\n" * 20, encoding="utf-8")
    run("add", "-A")
    run("commit", "-qm", "one")
    return run


def changed(found: list[object]) -> dict[str, bytes | None]:
    return {change.path.relative_to(Path.cwd()).as_posix(): change.before for change in found}  # type: ignore[attr-defined]


def edit(git: Callable[..., str]) -> dict[str, bytes | None]:
    """Changes the repository in every way, and returns what should be told of it."""
    Path("edited.md").write_bytes(b"edited\r\nsecond line, longer\nthird line\n")
    Path("née.md").write_bytes(b"nothing\n")
    Path("gone.md").unlink()
    git("mv", "folder/moved.md", "here now.md")
    Path("new.md").write_text("new", encoding="utf-8")
    return {
        "edited.md": b"edited\r\nsecond line\nthird line\n",
        "here now.md": b"moved\n" * 20,
        "new.md": None,
        "née.md": "née\r\nsecond line\nthird line\n".encode(),
    }


@pytest.mark.parametrize("committed", [False, True])
def test_changes_since_a_commit(git: Callable[..., str], committed: bool) -> None:
    expected = edit(git)
    if committed:
        git("add", "-A")
        git("commit", "-qm", "two")
    for reference in ("HEAD~1",) if committed else ("HEAD", "main"):
        assert changed(changes_since(reference, Path.cwd())) == expected  # type: ignore[arg-type]
    assert changed(changes_since("HEAD", Path("folder") if Path("folder").exists() else Path.cwd())) == (  # type: ignore[arg-type]
        {} if committed else expected
    )


def test_a_renamed_article_is_told_with_its_old_name(git: Callable[..., str]) -> None:
    git("mv", "folder/moved.md", "here.md")
    Path("here.md").write_text("moved\n" * 19, encoding="utf-8")
    git("add", "-A")
    for found in (changes_since("HEAD", Path.cwd()), changes_in(git("diff", "--cached", "-M"), Path.cwd())):
        assert [(change.path.name, change.renamed_from) for change in found] == [
            ("here.md", Path.cwd() / "folder" / "moved.md")
        ]
        assert found[0].before == b"moved\n" * 20


def test_submodules_are_no_articles(git: Callable[..., str]) -> None:
    head = git("rev-parse", "HEAD").strip()
    git("update-index", "--add", "--cacheinfo", f"160000,{head},module")
    git("commit", "-qm", "module")
    git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},module")
    assert "module" not in changed(changes_since("HEAD", Path.cwd()))  # type: ignore[arg-type]


def test_what_others_did_on_the_branch_meanwhile_is_no_change(git: Callable[..., str]) -> None:
    git("checkout", "-qb", "edit")
    Path("edited.md").write_text("mine", encoding="utf-8")
    git("commit", "-qam", "mine")
    git("checkout", "-q", "main")
    Path("kept.md").write_text("theirs", encoding="utf-8")
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "edit")
    assert list(changed(changes_since("main", Path.cwd()))) == ["edited.md"]  # type: ignore[arg-type]


@pytest.mark.parametrize("reference", ["nowhere", "--help", "", "HEAD:edited.md"])
def test_a_missing_commit(git: Callable[..., str], reference: str) -> None:
    with pytest.raises(ConfigurationError, match="is not known here, there is no such commit or branch: fetch it"):
        changes_since(reference, Path.cwd())


def test_a_shallow_clone(git: Callable[..., str], tmp_path: Path) -> None:
    edit(git)
    git("add", "-A")
    git("commit", "-qm", "two")
    base = git("rev-parse", "HEAD~1").strip()
    clone = tmp_path / "clone"
    git("clone", "-q", "--depth", "1", Path.cwd().as_uri(), str(clone))
    with pytest.raises(ConfigurationError, match="this clone is shallow: fetch it, or fetch the whole history"):
        changes_since(base, clone)


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ConfigurationError, match="--diff: git says: not a git repository"):
        changes_since("HEAD", tmp_path)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigurationError, match="--diff needs git, which cannot be run here"):
        changes_since("HEAD", tmp_path)


@pytest.mark.parametrize("context", ["-U0", "-U3"])
@pytest.mark.parametrize("prefix", ["--src-prefix=a/", "--no-prefix"])
def test_a_diff_tells_what_git_tells(git: Callable[..., str], context: str, prefix: str) -> None:
    expected = edit(git)
    git("add", "-A")
    diff = git("diff", "--cached", context, prefix, "-M")
    told = changed(changes_in(diff, Path.cwd()))  # type: ignore[arg-type]
    assert told == {name: before for name, before in expected.items() if name != "here now.md"}


LINES = st.lists(st.sampled_from(["a\n", "b\n", "-- c\n", "++ d\n", "@@ -1 +1 @@\n", "é\n", "\n"]), max_size=12)


@given(LINES, LINES, st.integers(0, 3))
def test_a_diff_is_undone(before: list[str], after: list[str], context: int) -> None:
    import tempfile

    diff = "".join(difflib.unified_diff(before, after, "a/x.md", "b/x.md", n=context))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "x.md").write_text("".join(after), encoding="utf-8", newline="")
        found = changes_in(diff, Path(folder))
    assert [change.before for change in found] == (["".join(before).encode()] if before != after else [])


@pytest.mark.parametrize(
    ("diff", "words"),
    [
        ("hello\n", "read no unified diff from standard input"),
        ("--- a/x.md\n+++ b/x.md\n@@ -1 +1 @@\n-a\n+b\n", "does not fit"),
        ("--- a/no.md\n+++ b/no.md\n@@ -1 +1 @@\n-a\n+b\n", "cannot be read here"),
    ],
)
def test_a_diff_that_does_not_fit(tmp_path: Path, diff: str, words: str) -> None:
    (tmp_path / "x.md").write_text("other\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=words):
        changes_in(diff, tmp_path)


def test_nothing_is_no_change(tmp_path: Path) -> None:
    assert changes_in("", tmp_path) == []


def test_new_findings_are_anchored_at_the_edit(make_report: Callable[..., Report]) -> None:
    before = "It has 12 rooms.\n\nIt is old.\n"
    after = "It has 12 rooms.\n\nIt has 15 rooms.\n"
    report = make_report(after, ("12 rooms", "15 rooms"))
    found = new_findings(report.findings, (), after, before)
    assert [finding.place.quote for finding in found] == ["15 rooms"]
    assert new_findings(report.findings, report.findings, after, before) == ()
    twice = (*report.findings, *report.findings)
    assert len(new_findings(twice, report.findings, after, before)) == 1


@pytest.mark.parametrize(("data", "expected"), [(None, None), (b"a\xff", None), (b"caf\xc3\xa9", "café")])
def test_text_before(data: bytes | None, expected: str | None) -> None:
    from checker.changes import Change

    assert text_before(Change(Path("a.md"), data)) == expected
