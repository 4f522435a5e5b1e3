"""The baseline: what it accepts, how it grows and shrinks, and what is said about a malformed one."""

import datetime as dt
import json
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.baseline import (
    AUTO,
    DISMISSED,
    Baseline,
    Entry,
    change_baseline,
    entry_of,
    pruned,
    read_baseline,
    read_decisions,
    statistics,
    updated,
    with_decisions,
)
from checker.errors import ConfigurationError
from checker.judge.finding import Finding, Location, Severity

DAY = dt.date(2026, 3, 16)


def found(fingerprint: str, quote: str = "5 cars", rule: str = "vague-count") -> Finding:
    return Finding(rule, "p", Severity.NOTE, "m", fingerprint, (Location(0, 1, 1, 1, 1, 2, quote),))


def always(path: str) -> bool:
    return True


def accepted(baseline: Baseline, path: str, *fingerprints: str, gone: Sequence[str] = ()) -> list[str]:
    matcher = baseline.matcher(DAY, exists=lambda path: path not in gone)
    return [finding.fingerprint for finding, _ in matcher.split(path, [found(one) for one in fingerprints])[1]]


@pytest.mark.parametrize(
    ("entries", "path", "fingerprints", "expected"),
    [
        ([("a.md", "f1")], "a.md", ["f1", "f2"], ["f1"]),
        ([("a.md", "f1")], "b.md", ["f1"], []),
        ([("old.md", "f1")], "b.md", ["f1"], ["f1"]),  # renamed
        ([("old.md", "f1")], "b.md", ["f1", "f1:2"], ["f1"]),
        ([("a.md", "f1")], "a.md", ["f1", "f1:2", "f1:3"], ["f1"]),  # one entry accepts one finding
        ([("a.md", "f1"), ("a.md", "f1")], "a.md", ["f1", "f1:2", "f1:3"], ["f1", "f1:2"]),
        ([], "a.md", ["f1"], []),
    ],
)
def test_what_is_accepted(
    entries: list[tuple[str, str]], path: str, fingerprints: list[str], expected: list[str]
) -> None:
    baseline = Baseline(tuple(Entry(path, fingerprint, "vague-count") for path, fingerprint in entries))
    assert accepted(baseline, path, *fingerprints, gone=["old.md"]) == expected


@pytest.mark.parametrize(
    ("until", "day", "holds"),
    [("", DAY, True), ("2026-03-17", DAY, True), ("2026-03-16", DAY, False), ("2020-01-01", None, True)],
)
def test_entries_run_out(until: str, day: dt.date | None, holds: bool) -> None:
    assert Entry("a.md", "f", "r", until=until).holds(day) is holds


def test_update_and_prune() -> None:
    person = Entry("a.md", "f1", "vague-count", decision=DISMISSED, reason="A quotation.")
    baseline = Baseline((person, Entry("a.md", "f2", "r"), Entry("b.md", "f3", "r"), Entry("gone.md", "f4", "r")))
    run = {"a.md": [found("f1"), found("f5")], "new.md": [found("f4")]}

    def exists(path: str) -> bool:
        return path != "gone.md"

    after = updated(baseline, run, exists)
    assert [(entry.path, entry.fingerprint) for entry in after.entries] == [
        ("a.md", "f1"),
        ("a.md", "f5"),
        ("b.md", "f3"),  # not checked in this run
        ("new.md", "f4"),  # renamed
    ]
    assert after.entries[0] == person
    fewer = pruned(baseline, run, exists)
    assert [(entry.path, entry.fingerprint) for entry in fewer.entries] == [
        ("a.md", "f1"), ("b.md", "f3"), ("new.md", "f4"),
    ]  # fmt: skip


RUNS = st.dictionaries(
    st.sampled_from(["a.md", "b.md"]), st.lists(st.sampled_from(["f1", "f2", "f3"]), max_size=5).map(sorted)
)


@given(RUNS, RUNS)
def test_after_an_update_nothing_is_new_and_nothing_unused(
    before: dict[str, list[str]], now: dict[str, list[str]]
) -> None:
    first = {path: [found(one) for one in fingerprints] for path, fingerprints in before.items()}
    second = {path: [found(one) for one in fingerprints] for path, fingerprints in now.items()}
    baseline = updated(updated(Baseline(), first, always), second, always)
    matcher = baseline.matcher(exists=always)
    assert not any(matcher.split(path, findings)[0] for path, findings in second.items())
    assert all(entry.path not in second for entry in matcher.unused)
    assert pruned(baseline, second, always) == baseline


def test_a_file_reads_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    entries = (entry_of("a.md", found("f1:2", "“5\n cars”\x1b")), Entry("b.md", "f2", "r", "q", DISMISSED, "é", "Jo"))
    written = change_baseline(file, lambda baseline: Baseline((*baseline.entries, *entries)))
    assert read_baseline(file) == written == Baseline(entries)
    assert [json.loads(line)["path"] for line in file.read_text(encoding="utf-8").splitlines()] == ["a.md", "b.md"]
    assert json.loads(file.read_text(encoding="utf-8").splitlines()[0]) == {
        "path": "a.md", "fingerprint": "f1", "rule": "vague-count", "quote": "“5 cars”\x1b", "decision": "auto",
    }  # fmt: skip


def test_there_need_be_no_file(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "none.jsonl") == Baseline()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "this is no entry"),
        ("[]", "it holds no JSON object"),
        ("[" * 100_000, "this is no entry"),
        ('{"path": "a.md"}', "fingerprint: "),
        ('{"path": 1, "fingerprint": "f", "rule": "r"}', "path: "),
        ('{"path": "a", "fingerprint": "f", "rule": "r", "why": ""}', '"why" is not known'),
        ('{"path": "a", "fingerprint": "f", "rule": "r", "decision": "yes"}', "is not one of auto, dismissed"),
        ('{"path": "a", "fingerprint": "f", "rule": "r", "until": "soon"}', "soon"),
        ("<<<<<<< HEAD", "merge conflict"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, line: str, words: str) -> None:
    file = tmp_path / "baseline.jsonl"
    file.write_text(f'{{"path": "a", "fingerprint": "f", "rule": "r"}}\n\n{line}\n', encoding="utf-8")
    before = file.read_bytes()
    for use in (read_baseline, lambda file: change_baseline(file, lambda baseline: Baseline())):
        with pytest.raises(ConfigurationError) as error:
            use(file)
        assert str(error.value).startswith(f"{file}:3: this is no entry of a baseline: ")
        assert words in str(error.value)
    assert file.read_bytes() == before


def test_a_baseline_that_cannot_be_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "baseline.jsonl"
    change_baseline(file, lambda baseline: Baseline((Entry("a.md", "f", "r"),)))
    before = file.read_bytes()

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(ConfigurationError, match="cannot be written: no space left on device"):
        change_baseline(file, lambda baseline: Baseline())
    assert (file.read_bytes(), len(list(tmp_path.iterdir()))) == (before, 1)


def test_two_runs_at_once_lose_no_entry(tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"

    def add(number: int) -> None:
        for turn in range(10):
            entry = Entry(f"{number}-{turn}.md", "f", "r")
            change_baseline(file, lambda baseline, entry=entry: Baseline(tuple(sorted([*baseline.entries, entry]))))  # type: ignore[misc]

    threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_baseline(file).entries) == 40


def test_decisions_of_a_report(tmp_path: Path) -> None:
    file = tmp_path / "decisions.json"
    decision = {"article": "news/a.md", "fingerprint": "f1:2", "rule": "r", "severity": "note"}
    decisions = [
        {**decision, "decision": "fine", "reason": "quote", "note": "by the mayor", "until": "2027-01-01"},
        {**decision, "decision": "fix", "fingerprint": "f3"},
    ]
    file.write_text(json.dumps({"schema": 1, "decisions": decisions}), encoding="utf-8")
    (entry,) = read_decisions(file, lambda path: path.removeprefix("news/"))
    assert entry == Entry("a.md", "f1", "r", "", DISMISSED, "quote: by the mayor", until="2027-01-01")
    before = Baseline((Entry("a.md", "f1", "r", "5 cars"), Entry("b.md", "f1", "r")))
    after = with_decisions(before, [entry])
    assert [(one.path, one.decision, one.quote) for one in after.entries] == [
        ("a.md", DISMISSED, "5 cars"), ("b.md", AUTO, ""),
    ]  # fmt: skip
    assert with_decisions(after, [entry]) == after
    assert statistics(after, dt.date(2027, 6, 1))["expired"] == {"2027-01-01": 1}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"decisions": [{}]}',
        '{"decisions": [1]}',
        '{"decisions": [{"article": "a", "fingerprint": "f", "rule": "r", "decision": "maybe"}]}',
    ],
)
def test_other_files_hold_no_decisions(tmp_path: Path, content: str) -> None:
    file = tmp_path / "decisions.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="holds no decisions"):
        read_decisions(file, str)
