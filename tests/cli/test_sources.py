"""Which files a command line means, and what is said of those that cannot be read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.cli.sources import find_articles, read_source
from checker.errors import ArticleError
from checker.pipeline import Failure


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """tree("a.md", "b/c.html"): makes these files and goes to their folder."""
    monkeypatch.chdir(tmp_path)

    def make(*paths: str) -> None:
        for path in paths:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text("text", encoding="utf-8")

    return make


@pytest.mark.parametrize(
    ("files", "arguments", "found"),
    [
        (["a.md"], ["a.md"], ["a.md"]),
        (["notes.rst"], ["notes.rst"], ["notes.rst"]),  # named, so read, whatever its ending
        (["b.md", "a.HTML", "c.txt", "d.png"], ["."], ["a.HTML", "b.md", "c.txt"]),
        (["n/b/z.md", "n/a.md", "n/b/a.md"], ["n"], ["n/a.md", "n/b/a.md", "n/b/z.md"]),
        (["n/.git/a.md", "n/node_modules/b.md", "n/.hidden.md", "n/c.md"], ["n"], ["n/c.md"]),
        (["a.md", "b.md"], ["b.md", "a.md", "./b.md", "."], ["b.md", "a.md"]),  # each once, in the order given
        (["n/a.md", "n/m/b.md", "n/c.txt"], ["n/**/*.md"], ["n/a.md", "n/m/b.md"]),
        (["a[1].md"], ["a[1].md"], ["a[1].md"]),  # a file of that name is no pattern
        (["n/x/a.md", "n/y/b.md"], ["n/*"], ["n/x/a.md", "n/y/b.md"]),
        (["a.md"], ["-", "a.md"], ["-", "a.md"]),
    ],
)
def test_found(tree: Callable[..., None], files: list[str], arguments: list[str], found: list[str]) -> None:
    tree(*files)
    assert list(find_articles(arguments)) == found


@pytest.mark.parametrize(
    ("argument", "words"),
    [
        ("missing.md", "no such file or folder"),
        ("*.md", "no file matches"),
        ("empty", "nothing to check: no file ends in .md"),
    ],
)
def test_nothing_found_is_said(tree: Callable[..., None], argument: str, words: str) -> None:
    tree("empty/picture.png", "good.txt")
    failure, good = find_articles([argument, "good.txt"])
    assert isinstance(failure, Failure)
    assert failure.path == argument and words in failure.message
    assert good == "good.txt"


def test_links_in_a_circle_are_not_followed(tree: Callable[..., None]) -> None:
    tree("n/a.md")
    Path("n/round").symlink_to("..")
    assert list(find_articles(["n"])) == ["n/a.md"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (b"caf\xe9 costs 5 pounds", "byte 3"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    with pytest.raises(ArticleError, match=rf"^a\.md: .*{words}"):
        read_source(str(file), "a.md")


def test_bytes_are_replaced_only_where_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"caf\xe9")
    assert read_source(str(file), "a.md", replace=True) == "caf\ufffd"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_said(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("text", encoding="utf-8")
    file.chmod(0)
    with pytest.raises(ArticleError, match=r"^a\.md: this file cannot be read: permission denied"):
        read_source(str(file), "a.md")


@pytest.mark.parametrize("path", ["missing.md", "/dev/null", "."])
def test_what_is_no_file_is_said(path: str) -> None:
    with pytest.raises(ArticleError, match=r"cannot be read|not a file"):
        read_source(path, path)
