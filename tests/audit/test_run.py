"""An audit from end to end, and what becomes of it when it is interrupted."""

import dataclasses
import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from checker.audit import run as run_module
from checker.audit.extraction import ExtractionOptions
from checker.audit.run import run_audit
from checker.audit.store import Store
from checker.errors import ConfigurationError


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of an audit but the manifest, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }


@pytest.fixture
def undisturbed(audit, tmp_path):
    """What an audit comes to when nothing happens to it."""
    audit("undisturbed")
    return contents(tmp_path / "undisturbed")


def test_an_audit_holds_claims_findings_and_what_articles_say_differently(audit, tmp_path):
    summary = audit()
    folder = tmp_path / "audit"

    assert (summary.articles, summary.errors, summary.conflicts) == (7, 0, 2)
    assert summary.rules["conflicting-date"] == {"error": 1}
    conflicts = pq.read_table(folder / "conflicts.parquet").to_pandas()
    assert set(conflicts["value"]) == {"1912", "1921", "about 8,500 soldiers", "about 10,000 soldiers"}
    assert sum(len(pq.read_table(path)) for path in folder.glob("claims/*.parquet")) == summary.claims > 10
    assert json.loads((folder / "summary.json").read_bytes())["articles"] == 7
    page = (folder / "report" / "index.html").read_text(encoding="utf-8")
    assert "Castlegate Brewing" in page and "conflicting-date" in page
    assert [path.name for path in folder.glob("report/articles/*/*.html")] == ["0001-museum.html"]


def test_offsets_are_those_of_the_text_that_is_kept(audit, tmp_path):
    audit()
    folder = tmp_path / "audit"
    texts = {
        row["article"]: row["text"]
        for path in folder.glob("articles/*.parquet")
        for row in pq.read_table(path).to_pylist()
    }
    places = [
        (row["article"], place)
        for path in folder.glob("findings/*.parquet")
        for row in pq.read_table(path).to_pylist()
        for place in row["places"]
    ]
    assert places
    for article, place in places:
        assert texts[article][place["start"] : place["end"]] == place["quote"]


def test_resuming_after_an_interruption_changes_nothing(audit, options, undisturbed, tmp_path, monkeypatch):
    write, written = Store.write_shard, []

    def interrupted(self, tables, pages, marker):
        if len(written) == 2:
            self.write(self.file("claims", marker.shard), b"half a shard")
            raise KeyboardInterrupt
        written.append(marker.shard)
        write(self, tables, pages, marker)

    monkeypatch.setattr(Store, "write_shard", interrupted)
    with pytest.raises(KeyboardInterrupt):
        audit()
    monkeypatch.undo()
    read = []
    monkeypatch.setattr(run_module, "whole_shard", lambda *given: (read.append(given[0]), _whole(*given))[1])
    audit(resume=True)

    assert read == [2, 3]
    assert contents(tmp_path / "audit") == undisturbed


def _whole(*given):
    from checker.audit.work import whole_shard

    return whole_shard(*given)


def test_a_full_disk_is_told_and_resumed_from(audit, undisturbed, tmp_path, monkeypatch):
    calls = []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) > 12:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("checker.audit.store.os.fsync", full)
    with pytest.raises(ConfigurationError, match=r"no space left on device.*--resume"):
        audit()
    assert not list((tmp_path / "audit").rglob("*.tmp"))
    monkeypatch.undo()
    audit(resume=True)

    assert contents(tmp_path / "audit") == undisturbed


@pytest.mark.parametrize(
    ("sent", "workers", "code", "told"),
    [
        (signal.SIGKILL, "0", -signal.SIGKILL, ""),
        (signal.SIGINT, "1", 130, "--resume"),
    ],
    ids=["kill -9", "Ctrl-C"],
)
def test_resuming_a_stopped_run_changes_nothing(archive, options, tmp_path, sent, workers, code, told):
    command = [sys.executable, "-m", "checker", "audit", str(archive), "--shard-size", "1", "--workers", workers]
    command += ["--isolated", "--quiet", "--out"]
    folder = tmp_path / "stopped"
    # A terminal sends Ctrl-C to the run and to its workers.
    running = subprocess.Popen(
        [*command, str(folder)],
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored where tests run in the background
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 60
    while not (folder / "shards" / "00001.json").exists() and time.monotonic() < deadline:
        time.sleep(0.005)
    os.killpg(running.pid, sent)
    _, said = running.communicate(timeout=60)
    assert running.returncode == code
    assert told in said and "Traceback" not in said
    (folder / "claims" / ".part-00002.parquet.a1b2c3.tmp").write_bytes(b"PAR1")  # killed in the middle of writing it
    assert subprocess.run([*command, str(folder), "--resume"]).returncode == 0
    run_audit(options("whole", shard_size=1))

    assert contents(folder) == contents(tmp_path / "whole")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ("extraction_digest", "another language model"),
        ("judging_digest", "other rules"),
    ],
)
def test_resuming_with_something_else_is_refused_unless_allowed(audit, changed, reason, monkeypatch):
    audit()
    monkeypatch.setattr(f"checker.audit.manifest.{changed}", lambda options: "other")

    with pytest.raises(ConfigurationError, match=reason):
        audit(resume=True)
    assert audit(resume=True, allow_mixed=True).articles == 7


def test_resuming_another_archive_is_refused(audit, archive):
    audit()
    lines = archive.read_text(encoding="utf-8").splitlines(keepends=True)
    archive.write_text("".join([lines[0].replace("1921", "1922"), *lines[1:]]), encoding="utf-8")

    with pytest.raises(ConfigurationError, match="archive has changed"):
        audit(resume=True)
    assert audit(resume=True, allow_mixed=True).articles == 7


def test_a_folder_that_holds_something_else_is_left_alone(audit, tmp_path):
    (tmp_path / "audit").mkdir()
    (tmp_path / "audit" / "letter.txt").write_text("Dear …")

    with pytest.raises(ConfigurationError, match="something else"):
        audit()


def test_a_second_audit_in_one_folder_is_refused(audit):
    audit()

    with pytest.raises(ConfigurationError, match="--resume"):
        audit()


def test_judging_again_reads_no_article(audit, options, tmp_path, monkeypatch):
    audit()
    judging = options().judging
    fewer = tuple(rule for rule in judging.rules if rule.id != "conflicting-date")
    monkeypatch.setattr("checker.claims.extract.extract", lambda article: pytest.fail("an article was parsed"))

    summary = audit(archive=None, judging=dataclasses.replace(judging, rules=fewer))

    assert "conflicting-date" not in summary.rules and summary.conflicts == 2
    assert not list((tmp_path / "audit").glob("report/articles/*/*.html"))
    assert audit(archive=None).rules["conflicting-date"] == {"error": 1}


def test_an_article_that_takes_too_long_keeps_no_other_back(audit, archive, tmp_path, monkeypatch):
    from checker.claims.extract import extract

    def slow(article):
        while article.path == "prize":
            time.sleep(0.001)
        return extract(article)

    monkeypatch.setattr("checker.claims.extract.extract", slow)
    extract_all = audit(extraction=ExtractionOptions(timeout=3))

    assert (extract_all.articles, extract_all.errors) == (6, 1)
    errors = [json.loads(line) for line in (tmp_path / "audit" / "errors.jsonl").read_text().splitlines()]
    assert [(one["article"], one["reason"]) for one in errors] == [("prize", "reading it took longer than 3 seconds.")]


def test_a_fault_of_ours_in_one_article_is_an_error_of_that_article(audit, monkeypatch):
    from checker.claims.extract import extract

    def faulty(article):
        if article.path == "prize":
            raise ZeroDivisionError("division by zero")
        return extract(article)

    monkeypatch.setattr("checker.claims.extract.extract", faulty)
    summary = audit()

    assert (summary.articles, summary.errors) == (6, 1)


def test_what_is_new_and_what_is_fixed_since_an_earlier_audit(audit, archive, tmp_path):
    audit("before")
    text = archive.read_text(encoding="utf-8").replace("opened in 1996", "opened in 1998")
    archive.write_text(text.replace("Nothing much happened.", "Cuts of 3,000 (2,000) jobs. You get three (4) days."))
    summary = audit("after", previous=tmp_path / "before")

    assert summary.trend["conflicting-date"] == {"new": 0, "fixed": 1, "unchanged": 0}
    assert summary.trend["words-vs-figures"]["new"] == 1
    page = (tmp_path / "after" / "report" / "index.html").read_text(encoding="utf-8")
    assert "Fixed" in page


def test_a_ledger_finds_who_still_gives_the_old_value(audit, tmp_path):
    ledger = tmp_path / "facts.toml"
    ledger.write_text(
        '[[fact]]\nstatement = "Castlegate Brewing was founded in {value}."\nvalue = 1921\nbefore = [1912]\n'
        '[[fact]]\nstatement = "It is nice in 2020."\nvalue = "2020"\n'
    )
    summary = audit(ledger=ledger)

    assert summary.ledger == {"corrected": 1, "not understood": 1}
    rows = pq.read_table(tmp_path / "audit" / "conflicts.parquet").to_pandas()
    assert list(rows[rows["kind"] == "corrected"]["article"]) == ["prize"]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "holds no facts"),
        ("[[fact]]\nstatement = 'a'", "fact 1: needs a statement and a value"),
        ("[[fact]]\nstatement = 'a'\nvalue = 3", "has to hold the value"),
        ("[[fact]]\nstatement = 'a 3'\nvalue = 3\nasof = 4", '"asof" is not a key'),
        ("[[fact]]\nstatement = 'a 3'\nvalue = 3\nas_of = 'soon'", '"soon" is not a date'),
        ("fact = 3", "each fact as a table"),
        ("[[fact", "no ledger"),
    ],
)
def test_a_mistake_in_a_ledger_is_told(audit, tmp_path, written, message):
    ledger = tmp_path / "facts.toml"
    ledger.write_text(written)

    with pytest.raises(ConfigurationError, match=message):
        audit(ledger=ledger, limit=1)
