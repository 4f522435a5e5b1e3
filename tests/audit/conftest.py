"""Small archives, and audits of them in this process."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.audit.conclusion import Summary
from checker.audit.extraction import ExtractionOptions
from checker.audit.judging import JudgingOptions
from checker.audit.options import AuditOptions
from checker.audit.run import run_audit
from checker.judge.finding import Severity
from checker.judge.load import load_rules

ARTICLES = {
    "award": ("2024-05-01", "Castlegate Brewing was founded in 1921 by Ada Holm. It employs many people."),
    "prize": ("2025-05-01", "The prize went to Castlegate Brewing, founded in 1912, for its stout."),
    "history": ("2025-05-20", "Castlegate Brewing was founded in 1921. Recently it has grown."),
    "troops": ("2025-05-10", "Poland hosts about 8,500 US soldiers."),
    "bases": ("2025-05-20", "About 10,000 US soldiers are based in Poland."),
    "museum": (
        "2025-06-01",
        "The museum opened in 1998. Since the museum opened in 1996, millions have come.",
    ),
    "calm": ("2025-06-02", "Nothing much happened."),
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A file with one article a line; "calm" has no findings."""
    path = tmp_path / "articles.jsonl"
    rows = [
        {"id": name, "title": name.title(), "published": day, "section": "news", "body": body, "format": "markdown"}
        for name, (day, body) in ARTICLES.items()
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def options(archive: Path, tmp_path: Path) -> Callable[..., AuditOptions]:
    """options(out="audit", …): an audit of the archive, two articles a shard, by all rules."""

    def make(out: str = "audit", **others: object) -> AuditOptions:
        rules = load_rules()
        judging = JudgingOptions(rules, pages=Severity.WARNING, known=tuple(rule.id for rule in rules))
        given: dict[str, object] = {"archive": archive, "judging": judging, "shard_size": 2} | others
        extraction = given.pop("extraction", ExtractionOptions(timeout=60))
        return AuditOptions(tmp_path / out, extraction=extraction, **given)  # type: ignore[arg-type]

    return make


@pytest.fixture
def audit(options: Callable[..., AuditOptions]) -> Callable[..., Summary]:
    """audit(out="audit", …): the same, done."""
    return lambda *given, **others: run_audit(options(*given, **others))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of an audit but the manifest, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.json"
    }
