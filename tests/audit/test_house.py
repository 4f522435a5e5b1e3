"""An audit keeps to what the configuration above its archive says."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from checker.audit.extraction import ExtractionOptions, extract_shard
from checker.cli.application import run
from checker.errors import ConfigurationError


def found(folder: Path) -> set[tuple[str, str, str]]:
    """What each finding of an audit is: article, rule, words."""
    return {
        (row["article"], row["rule"], row["quote"])
        for path in folder.glob("findings/*.parquet")
        for row in pq.read_table(path).to_pylist()
    }


@pytest.fixture
def audited(archive: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The audit that the command line makes of the archive, before the house has decided anything."""
    monkeypatch.chdir(archive.parent)
    rows = [json.loads(line) for line in archive.read_text(encoding="utf-8").splitlines()]
    rows.append({"id": "wing", "published": "2025-01-01", "body": "The wing was closed at one point in the saga."})
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run(["audit", archive.name, "--workers", "0", "--quiet"]) == 0
    return archive.parent / "audit"


def test_allowances_and_words_of_the_house(audited: Path) -> None:
    before = found(audited)
    assert ("museum", "conflicting-date", "opened in 1998") in before
    assert not any(article == "wing" for article, _, _ in before)
    (audited.parent / "words").mkdir()
    (audited.parent / "words" / "vague_times.toml").write_text(
        '[phrases]\n"at one point" = ["at one point"]\n', encoding="utf-8"
    )
    (audited.parent / "subeditor.toml").write_text(
        'lexicons = ["words/"]\n[[allow]]\nrule = "conflicting-date"\npaths = ["museum"]\nreason = "Another wing."\n',
        encoding="utf-8",
    )
    assert run(["audit", "articles.jsonl", "--workers", "0", "--quiet", "--out", "again"]) == 0
    after = found(audited.parent / "again")
    assert before - after == {("museum", "conflicting-date", "opened in 1998")}
    assert {article for article, _, _ in after - before} == {"wing"}


def test_severities_of_parts_of_the_archive(audited: Path) -> None:
    rows = [
        {"id": f"{folder}/museum", "published": "2025-01-01", "body": "The museum opened in 1998. It opened in 1996."}
        for folder in ("news", "drafts", "old")
    ]
    (audited.parent / "parts.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (audited.parent / "subeditor.toml").write_text(
        '[severity]\nconflicting-date = "off"\n'
        '[[overrides]]\npaths = ["news/**"]\nseverity = { conflicting-date = "error" }\n'
        '[[overrides]]\npaths = ["drafts/**"]\nseverity = { contradiction = "note", conflicting-date = "note" }\n',
        encoding="utf-8",
    )
    assert run(["audit", "parts.jsonl", "--workers", "0", "--quiet", "--out", "again", "--pages", "error"]) == 0
    tables = [pq.read_table(path).to_pylist() for path in (audited.parent / "again").glob("findings/*.parquet")]
    severities = {row["article"]: row["severity"] for rows in tables for row in rows}
    assert severities == {"news/museum": "error", "drafts/museum": "note"}
    (page,) = (audited.parent / "again").glob("report/articles/*/*.html")
    assert "conflicting-date" in page.read_text(encoding="utf-8")


def test_a_baseline_accepts_in_an_audit_what_it_does_in_a_check(audited: Path) -> None:
    for folder in ("news", "old"):
        (audited.parent / "site" / folder).mkdir(parents=True)
        text = "The museum opened in 1998. Since the museum opened in 1996, it grew."
        (audited.parent / "site" / folder / "museum.md").write_text(text, encoding="utf-8")
    (audited.parent / "subeditor.toml").write_text('baseline = "accepted.jsonl"\n', encoding="utf-8")
    assert run(["baseline", "update", "--grow", "site/news", "--quiet"]) == 0
    assert run(["check", "site/news", "--quiet"]) == 0
    accepted = audited.parent / "accepted.jsonl"
    accepted.write_text(accepted.read_text("utf-8").replace("}", ', "until": "2029-01-01"}'), encoding="utf-8")
    articles = {}
    for out, more in {"kept": "--as-of=2028-12-31", "all": "--no-baseline", "expired": "--as-of=2029-01-01"}.items():
        assert run(["audit", "site", "--workers", "0", "--quiet", "--out", out, more]) == 0
        articles[out] = {article for article, rule, _ in found(audited.parent / out) if rule == "conflicting-date"}
    everything = {"old/museum.md", "news/museum.md"}
    assert articles == {"kept": {"old/museum.md"}, "all": everything, "expired": everything}


def test_how_often_a_rule_may_speak(audited: Path) -> None:
    rows = [{"id": "vague", "published": "2025-01-01", "body": "It will open soon. A few years ago it was shut."}]
    (audited.parent / "two.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    counts = []
    for out, text in (("free", ""), ("few", "[options.vague-time]\nmost-per-1000-words = 1\n")):
        (audited.parent / "subeditor.toml").write_text(text, encoding="utf-8")
        assert run(["audit", "two.jsonl", "--workers", "0", "--quiet", "--out", out, "--as-of", "2026-01-01"]) == 0
        counts.append(sum(rule == "vague-time" for _, rule, _ in found(audited.parent / out)))
    assert counts == [2, 1]


def test_a_worker_that_cannot_see_the_words_of_the_house_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="a worker cannot see this folder of lexicons"):
        extract_shard([], ExtractionOptions(lexicons=(tmp_path / "nowhere",)))
