"""What is remembered of articles: never a wrong answer, never a fault, whatever lies in the folder."""

import datetime as dt
import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.cache import Cache, Remembered, Request
from checker.judge.finding import Severity
from checker.judge.rule import Rule
from checker.pipeline import Report, load_rules

RULES = load_rules()[:3]
REQUEST = Request("A clash here.", "a.md", dt.date(2026, 3, 16), None, RULES, ("date",))


@pytest.fixture
def report(make_report: Callable[..., Report]) -> Report:
    return make_report(REQUEST.text, ("clash",), path="a.md")


def shown(checked: Report | Remembered) -> object:
    return (checked.published, checked.updated, checked.as_of, checked.claim_count, checked.findings, checked.path)


def test_what_was_put_comes_back(tmp_path: Path, report: Report) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.get(REQUEST) is None
    cache.put(REQUEST, report)
    for one in (cache, Cache(tmp_path / "cache")):
        found = one.get(REQUEST)
        assert found and shown(found) == shown(report)
        assert found.article.text == REQUEST.text
    assert (tmp_path / "cache" / ".gitignore").read_bytes() == b"*\n"
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")


def graver(rule: Rule) -> Rule:
    return rule.model_copy(update={"severity": Severity.NOTE if rule.severity is Severity.ERROR else Severity.ERROR})


@pytest.mark.parametrize(
    "change",
    [
        {"text": "A clash here!"},
        {"path": "b.md"},
        {"published": None},
        {"as_of": dt.date(2026, 3, 16)},
        {"rules": RULES[:2]},
        {"rules": (graver(RULES[0]), *RULES[1:])},
        {"rules": (RULES[0].model_copy(update={"allow": ("x",)}), *RULES[1:])},
        {"date_keys": ()},
    ],
)
def test_another_request_is_not_answered(tmp_path: Path, report: Report, change: dict[str, object]) -> None:
    cache = Cache(tmp_path)
    cache.put(REQUEST, report)
    assert cache.get(replace(REQUEST, **change)) is None  # type: ignore[arg-type]
    assert cache.get(REQUEST)


def test_words_of_the_house_count(tmp_path: Path, report: Report) -> None:
    house = tmp_path / "house"
    house.mkdir()
    request = replace(REQUEST, lexicons=(house,))
    Cache(tmp_path / "cache").put(request, report)
    assert Cache(tmp_path / "cache").get(request)
    (house / "hedges.toml").write_text("except = ['x']", encoding="utf-8")
    assert Cache(tmp_path / "cache").get(request) is None


def test_another_version_does_not_answer(tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path).put(REQUEST, report)
    monkeypatch.setattr("checker.cache._version", lambda name: "other")
    assert Cache(tmp_path).get(REQUEST) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(json.dumps).map(str.encode)
)
def test_broken_files_are_no_answer(tmp_path: Path, report: Report, data: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put(REQUEST, report)
    file = next(tmp_path.glob("*.json"))
    whole = file.read_bytes()
    for broken in (data, whole[: len(whole) // 2], whole.replace(b'"locations"', b'"place"'), b"[" * 100_000):
        file.write_bytes(broken)
        assert cache.get(REQUEST) is None
    cache.put(REQUEST, report)
    assert cache.get(REQUEST)


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), OSError(30, "Read-only file system")])
def test_a_folder_that_cannot_be_written_is_told_once(
    tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    tries = 0

    def fail(*arguments: object) -> None:
        nonlocal tries
        tries += 1
        raise error

    cache = Cache(tmp_path / "cache")
    monkeypatch.setattr("os.replace", fail)
    cache.put(REQUEST, report)
    cache.put(REQUEST, report)
    assert (tries, cache.fault) == (1, f"{tmp_path / 'cache'}: {str(error.strerror).lower()}")
    assert cache.get(REQUEST) is None
    assert [path.name for path in (tmp_path / "cache").iterdir()] == []


def test_two_runs_on_one_folder(tmp_path: Path, report: Report) -> None:
    wrong: list[object] = []

    def work() -> None:
        cache = Cache(tmp_path / "cache")
        for _ in range(30):
            cache.put(REQUEST, report)
            found = cache.get(REQUEST)
            if not found or cache.fault:
                wrong.append(cache.fault)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_only_a_cache_is_cleared(tmp_path: Path, report: Report) -> None:
    (tmp_path / "precious.txt").write_text("x", encoding="utf-8")
    assert not Cache(tmp_path).clear()
    assert not Cache(tmp_path / "missing").clear()
    Cache(tmp_path / "cache").put(REQUEST, report)
    assert Cache(tmp_path / "cache").clear()
    assert [path.name for path in tmp_path.iterdir()] == ["precious.txt"]
