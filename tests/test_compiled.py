"""The compiled rules and word lists say what their files say, and are never needed."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import compiled, lexicon
from checker.compiled import FILE_NAME, compile_tables, compiled_table
from checker.errors import RuleError
from checker.judge import load
from checker.resources import resource_folder

RULES = resource_folder("rules")
RULE = RULES / "contradiction" / "conflicting-quantity.toml"


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    yield
    compiled._tables.cache_clear()
    lexicon.packaged.cache_clear()
    lexicon._with_additions.cache_clear()


def _written(folder: Path, name: str, source: str) -> bytes:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(source.encode("utf-8"))
    return source.encode("utf-8")


def test_every_file_of_ours_is_compiled_to_what_it_says(tmp_path: Path) -> None:
    files = sorted(RULES.rglob("*.toml"))
    for path in files:
        _written(tmp_path, str(path.relative_to(RULES)), path.read_text(encoding="utf-8"))
    compile_tables(tmp_path)
    assert len(files) > 80
    for path in files:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        # As text, because order counts and 1 is not 1.0.
        assert repr(compiled_table(path.read_bytes(), tmp_path)) == repr(table), path


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    _written(tmp_path, "b/one.toml", "words = ['é']\n")
    _written(tmp_path, "a/two.toml", "a = 1\n")
    first = compile_tables(tmp_path).read_bytes()
    assert compile_tables(tmp_path).read_bytes() == first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", FILE_NAME]  # nothing unfinished is left


@pytest.mark.parametrize("source", ["time = 2024-05-14T10:00:00\n", "a = nan\n", "a = \n", "'$date' = '2024-05-14'\n"])
def test_what_would_be_changed_is_left_out(tmp_path: Path, source: str) -> None:
    data = _written(tmp_path, "one.toml", source)
    kept = _written(tmp_path, "two.toml", "a = 1\n")
    compile_tables(tmp_path)
    assert compiled_table(data, tmp_path) is None
    assert compiled_table(kept, tmp_path) == {"a": 1}


def test_a_file_that_has_changed_since_is_read_itself(tmp_path: Path) -> None:
    data = _written(tmp_path, "one.toml", "a = 1\n")
    compile_tables(tmp_path)
    assert compiled_table(data, tmp_path) == {"a": 1}
    assert compiled_table(b"a = 2\n", tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"%s": 1}', b'{"$date": 1}'])
def test_a_broken_file_is_passed_over(tmp_path: Path, content: bytes) -> None:
    data = b"a = 1\n"
    (tmp_path / FILE_NAME).write_bytes(content.replace(b"%s", compiled._digest(data).encode()))
    assert compiled_table(data, tmp_path) is None


@pytest.mark.parametrize("held", [True, False], ids=["compiled", "not compiled"])
def test_rules_and_lexicons_are_the_same_either_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: bool
) -> None:
    expected = load.load_rule(RULE), lexicon.packaged("hedges")
    for path in (RULE, RULES / "lexicon" / "hedges.toml"):
        _written(tmp_path, str(path.relative_to(RULES)), path.read_text(encoding="utf-8"))
    if held:
        compile_tables(tmp_path)
    for module in (load, lexicon):
        monkeypatch.setattr(module, "resource_folder", lambda name: tmp_path)
    lexicon.packaged.cache_clear()
    with monkeypatch.context() as patch:
        if held:
            patch.setattr(tomllib, "loads", lambda source: pytest.fail("read as TOML"))
        found = load.load_rule(tmp_path / "contradiction" / RULE.name), lexicon.packaged("hedges")
    assert found[0].model_copy(update={"path": expected[0].path}) == expected[0]
    assert found[1] == expected[1]


def test_a_compiled_rule_is_judged_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = _written(tmp_path, "pack/one.toml", "message = 'This is no rule.'\n")
    (tmp_path / FILE_NAME).write_text(json.dumps({compiled._digest(data): {"message": "x", "no-key": 1}}))
    monkeypatch.setattr(load, "resource_folder", lambda name: tmp_path)
    with pytest.raises(RuleError, match='"no-key" is not a key here'):
        load.load_rule(tmp_path / "pack" / "one.toml")
