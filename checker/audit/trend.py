"""What has changed since an earlier audit: findings that are new, fixed, or still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from checker.audit.store import Store
from checker.errors import ConfigurationError


@dataclass(frozen=True, slots=True)
class Trend:
    """Counts of findings by rule; `changed` holds how many more findings each article has than before."""

    new: Counter[str] = field(default_factory=Counter)
    fixed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """The counts by rule; {} where nothing was compared."""
        rules = sorted({*self.new, *self.fixed, *self.unchanged})
        return {
            rule: {"new": self.new[rule], "fixed": self.fixed[rule], "unchanged": self.unchanged[rule]}
            for rule in rules
        }


def trend(store: Store, previous: Path) -> Trend:
    """The findings of `store` beside those of the audit in the folder `previous`.

    A finding is the same where article and fingerprint are. Raises ConfigurationError where there is no such audit.
    """
    earlier = Store(previous)
    if not earlier.read_json("manifest.json"):
        raise ConfigurationError(f"--previous: {previous} holds no audit.")
    before = {identity: rule for identity, rule, _ in _findings(earlier)}
    result = Trend()
    for identity, rule, article in _findings(store):
        if before.pop(identity, None) is None:
            result.new[rule] += 1
            result.changed[article] += 1
        else:
            result.unchanged[rule] += 1
    result.fixed.update(before.values())
    return result


def _findings(store: Store) -> Iterator[tuple[int, str, str]]:
    """A number that stands for article and fingerprint, the rule, and the article of each finding."""
    for marker in store.markers():
        table: pa.Table = pq.read_table(
            store.file("findings", marker.shard), columns=["article", "fingerprint", "rule"]
        )
        columns = (table.column(name).to_pylist() for name in ("article", "fingerprint", "rule"))
        for article, fingerprint, rule in zip(*columns, strict=True):
            yield hash((article, fingerprint)), rule, article
