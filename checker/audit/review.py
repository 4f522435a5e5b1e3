"""A sample of findings for a person to decide on, and the precision of each rule that the decisions show."""

from __future__ import annotations

import csv
import hashlib
import io
import math
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from checker.audit.store import Store
from checker.errors import ConfigurationError

SAMPLE = "review.csv"
RIGHT, WRONG, UNSURE = "right", "wrong", "unsure"
_COLUMNS = ("decision", "rule", "severity", "article", "line", "message", "quote", "other quotes", "fingerprint")
_Z = 1.96  # of the normal distribution, for an interval that holds the true share 19 times in 20


def write_sample(store: Store, size: int, seed: int) -> Path:
    """Writes `review.csv`: `size` findings, chosen by `seed`, as many of each rule as there are, up to an even share.

    An editor puts right, wrong or unsure into the first column.
    """
    by_rule: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for marker in store.markers():
        for row in pq.read_table(store.file("findings", marker.shard)).to_pylist():
            drawn = hashlib.sha256(f"{seed}\x1f{row['article']}\x1f{row['fingerprint']}".encode()).hexdigest()
            kept = by_rule.setdefault(row["rule"], [])
            kept.append((drawn, row))
            if len(kept) > 4 * size:
                by_rule[row["rule"]] = sorted(kept, key=lambda one: one[0])[:size]
    drawn_by_rule = {rule: sorted(kept, key=lambda one: one[0])[:size] for rule, kept in sorted(by_rule.items())}
    chosen: list[dict[str, Any]] = []
    for turn in range(size):
        for kept in drawn_by_rule.values():
            if turn < len(kept) and len(chosen) < size:
                chosen.append(kept[turn][1])
    page = io.StringIO()
    table = csv.writer(page, lineterminator="\n")
    table.writerow(_COLUMNS)
    for row in sorted(chosen, key=lambda row: (row["rule"], row["article"], row["line"])):
        others = " / ".join(place["quote"] for place in row["places"][1:])
        named = {**row, "decision": "", "other quotes": others}
        table.writerow([safe_cell(str(named[name])) for name in _COLUMNS])
    path = store.folder / SAMPLE
    store.write(path, page.getvalue().encode("utf-8", "replace"))
    return path


def measured(decisions: Path) -> dict[str, dict[str, Any]]:
    """How often each rule was right, by what was decided in the file `decisions`, with Wilson's 95 % interval.

    Wilson, Probable inference (1927). Raises ConfigurationError where the file is no such sample.
    """
    counts: dict[str, Counter[str]] = {}
    try:
        with decisions.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file), 2):
                decision = (row.get("decision") or "").strip().lower()
                if decision not in ("", RIGHT, WRONG, UNSURE) or not row.get("rule"):
                    raise ConfigurationError(
                        f'{decisions}:{number}: "{decision}" is no decision. Write right, wrong or unsure.'
                    )
                counts.setdefault(str(row["rule"]), Counter())[decision] += 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ConfigurationError(f"--decisions: {decisions} cannot be read: {error}.") from None
    return {rule: _precision(counts[rule]) for rule in sorted(counts)}


def _precision(counts: Counter[str]) -> dict[str, Any]:
    decided = counts[RIGHT] + counts[WRONG]
    low, high = wilson(counts[RIGHT], decided)
    share = round(counts[RIGHT] / decided, 4) if decided else None
    return {"decided": decided, "right": counts[RIGHT], "precision": share, "low": low, "high": high}


def wilson(right: int, decided: int) -> tuple[float, float]:
    """The interval that holds the true share 19 times in 20, given `right` of `decided`; 0 to 1 for none."""
    if not decided:
        return 0.0, 1.0
    share, square = right / decided, _Z * _Z
    middle = (share + square / (2 * decided)) / (1 + square / decided)
    reach = _Z * math.sqrt(share * (1 - share) / decided + square / (4 * decided * decided)) / (1 + square / decided)
    return round(max(0.0, middle - reach), 4), round(min(1.0, middle + reach), 4)


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: article text is not to be trusted."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
