"""Names are looked for in some blocks only, and the findings are those of looking everywhere."""

import datetime as dt
from pathlib import Path

import pytest

import checker
from checker.articles import read_article
from checker.judge.load import load_rules
from checker.language import parse

_FOLDER = Path(__file__).parent
_ARTICLES = [
    (path.read_text(encoding="utf-8"), str(path), None, None)
    for path in sorted((*_FOLDER.glob("golden/articles/*"), *_FOLDER.glob("gold/articles/*")))
    if path.suffix in (".md", ".html", ".txt")
]
_EXAMPLES = [(e.text, e.path, e.published, e.as_of) for rule in load_rules() for e in rule.example]


def _everywhere(patch: pytest.MonkeyPatch) -> None:
    """Looks for names in every block."""
    patch.setattr(parse, "_may_hold_name", lambda words: True)


def _names(text: str, path: str) -> list[tuple[parse.Name, ...]]:
    return [found.names for found in parse.parse_texts(block.text for block in read_article(text, path, None).blocks)]


def test_a_block_without_proper_noun_or_number_is_left_out() -> None:
    (found,) = parse.parse_texts(["They came first and went home at once."])
    assert not found.names


def test_findings_are_those_of_looking_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [*_ARTICLES, *_EXAMPLES]
    some = [_names(text, path) for text, path, _, _ in asked]
    with monkeypatch.context() as patch:
        _everywhere(patch)
        every = [_names(text, path) for text, path, _, _ in asked]
    different = [one for one, few, all_of_them in zip(asked, some, every, strict=True) if few != all_of_them]
    assert different, "the texts do not put it to the test"
    found = [_findings(*one) for one in different]
    with monkeypatch.context() as patch:
        _everywhere(patch)
        assert found == [_findings(*one) for one in different]


def _findings(text: str, path: str, published: dt.date | None, as_of: dt.date | None) -> list[tuple[str, str]]:
    return [(one.fingerprint, one.message) for one in checker.check(text, path, published, as_of).findings]
