"""What is remembered of paragraphs: never another result than reading all of them again."""

import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker
from checker.language.parse import Parse, parse_texts
from checker.paragraphs import Paragraphs

_ARTICLE = Path(__file__).parent / "golden" / "articles"
_PIECES = sorted(
    {
        piece
        for path in sorted(_ARTICLE.glob("*.md"))
        for piece in path.read_text(encoding="utf-8").split("\n\n")
        if piece.strip() and not piece.startswith("---")
    }
)


def plain(parse: Parse) -> object:
    return (parse.text, parse.tokens, parse.sentences, parse.names, parse.dependents)


class Counting:
    """A parser that says what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        own = list(texts)
        self.asked += own
        return parse_texts(own)


def test_only_what_has_changed_is_parsed(tmp_path: Path) -> None:
    first, second = (
        ["The ferry seats 40.", "Ms Lund left in £75.0m."],
        ["The ferry seats 45.", "Ms Lund left in £75.0m."],
    )
    for texts, asked in ((first, first), (first, []), (second, second[:1]), (first, first[:1])):
        parser = Counting()
        remembered = Paragraphs(tmp_path / "one", "key")
        found = list(remembered.parser(parser)(texts))
        remembered.save()
        assert parser.asked == asked
        assert list(map(plain, found)) == list(map(plain, parse_texts(texts)))


def test_another_key_remembers_nothing(tmp_path: Path) -> None:
    one = Paragraphs(tmp_path / "one", "key")
    list(one.parser(parse_texts)(["The ferry seats 40."]))
    one.save()
    parser = Counting()
    list(Paragraphs(tmp_path / "one", "other").parser(parser)(["The ferry seats 40."]))
    assert parser.asked == ["The ferry seats 40."]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(st.lists(st.sampled_from(_PIECES), max_size=12), min_size=2, max_size=4))
def test_edits_give_what_a_full_run_gives(edits: list[list[str]], tmp_path: Path) -> None:
    """Whatever paragraphs come, go, move or stand twice."""
    for pieces in edits:
        text = "\n\n".join(pieces)
        remembered = Paragraphs(tmp_path / "one", "key")
        found = checker.check(text, parser=remembered.parser(parse_texts))
        remembered.save()
        again = checker.check(text)
        assert found.findings == again.findings
        assert found.claims.equals(again.claims)


def _columns(change: str) -> bytes:
    """A file that remembers "Go on." wrongly."""
    file = {"key": "key", "paragraphs": {}}
    good = [
        ["Go", "on"],
        ["go", "on"],
        ["V", "P"],
        ["V", "R"],
        ["r", "p"],
        ["", ""],
        [0, 0],
        [0, 3],
        [2, 5],
        [[0, 2]],
        [],
    ]
    bad = {
        "head": [*good[:6], [0, 7], *good[7:]],
        "short": [["Go"], *good[1:]],
        "sentence": [*good[:9], [[0, 9]], []],
        "type": [[1, 2], *good[1:]],
        "few": good[:4],
        "none": None,
    }[change]
    file["paragraphs"] = {"8f" * 16: bad}
    return zlib.compress(json.dumps(file).encode())


@pytest.mark.parametrize(
    "content",
    [b"", b"nonsense", zlib.compress(b"[]"), zlib.compress(b'{"key": "key", "paragraphs": 3}')]
    + [_columns(change) for change in ("head", "short", "sentence", "type", "few", "none")],
)
def test_a_damaged_file_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "one").write_bytes(content)
    parser = Counting()
    remembered = Paragraphs(tmp_path / "one", "key")
    list(remembered.parser(parser)(["Go on."]))
    assert parser.asked == ["Go on."]
    remembered.save()
    assert Paragraphs(tmp_path / "one", "key")._known
