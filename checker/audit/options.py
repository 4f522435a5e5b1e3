"""What an audit is asked to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checker.audit.extraction import ExtractionOptions
from checker.audit.judging import JudgingOptions


@dataclass(frozen=True, slots=True)
class AuditOptions:
    """The options of an audit, read and valid.

    `archive` is None where the claims of an earlier run are judged again. `workers` is 0 for this process alone.
    `ledger` is a file of facts, `previous` the folder of an earlier audit, `review` the size of a sample to review,
    `decisions` the file of such a sample with what was decided.
    """

    out: Path
    archive: Path | None
    extraction: ExtractionOptions
    judging: JudgingOptions
    columns: Mapping[str, str] = field(default_factory=dict)
    limit: int | None = None
    shard_size: int = 100
    workers: int = 0
    scheduler: str = ""
    resume: bool = False
    allow_mixed: bool = False
    ledger: Path | None = None
    previous: Path | None = None
    review: int = 0
    seed: int = 0
    decisions: Path | None = None
