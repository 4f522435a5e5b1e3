"""Compares the articles of an audit with each other, a range of keys at a time, so that memory stays bounded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from checker.audit.tables import CANDIDATES, frame, from_parquet, to_parquet

if TYPE_CHECKING:
    from checker.audit.workers import Job, Workers
    from checker.judge.across import Conflict
    from checker.judge.rule import Rule

ROWS_AT_ONCE = 500_000  # candidates looked through at once
ROWS_A_JOB = 20_000  # candidates compared by one job
_LOOKED_AT = ("key", "article", "low", "high", "date_start", "date_end")


def compare_articles(
    files: Sequence[Path],
    rules: tuple[Rule, ...],
    workers: Workers,
    rows_at_once: int = ROWS_AT_ONCE,
    rows_a_job: int = ROWS_A_JOB,
) -> list[Conflict]:
    """The facts that articles state differently, in order of rank; `files` hold the candidates of all shards."""
    from checker.judge.across import in_order_of_rank

    if not files or not any(rule.across for rule in rules):
        return []
    found: list[Conflict] = []
    for _, conflicts in workers.run(compared, _jobs(files, rules, rows_at_once, rows_a_job)):
        if isinstance(conflicts, Exception):
            raise MemoryError("the workers died while comparing articles")
        found += conflicts
    return list(in_order_of_rank(found))


def compared(table: bytes, rules: tuple[Rule, ...]) -> tuple[Conflict, ...]:
    """The conflicts among candidates, given as a Parquet file that holds every key whole."""
    from checker.judge.across import conflicts

    return conflicts(frame(from_parquet(table)), rules)


def ranges(rows: int, rows_at_once: int) -> list[tuple[str, str]]:
    """Half-open ranges of keys that hold about `rows_at_once` of `rows` candidates each: keys are spread evenly."""
    parts = max(1, -(-rows // rows_at_once))
    bounds = [f"{number * 16**8 // parts:08x}" for number in range(parts)]
    return list(zip(bounds, [*bounds[1:], "g"], strict=True))  # "g" comes behind every hexadecimal digit


def _jobs(files: Sequence[Path], rules: tuple[Rule, ...], rows_at_once: int, rows_a_job: int) -> Iterator[Job]:
    from checker.judge.across import shared_keys

    candidates = ds.dataset([str(file) for file in files], schema=CANDIDATES, format="parquet")
    number = 0
    for low, high in ranges(candidates.count_rows(), rows_at_once):
        within = (pc.field("key") >= low) & (pc.field("key") < high)
        keys = shared_keys(frame(candidates.to_table(columns=list(_LOOKED_AT), filter=within)))
        if not keys:
            continue
        wanted = pc.field("key").isin(pa.array(sorted(keys)))
        table = candidates.to_table(filter=within & wanted).sort_by([("key", "ascending")])
        for begin, end in _whole_keys(table.column("key").to_numpy(), rows_a_job):
            yield number, (to_parquet(table.slice(begin, end - begin)), rules)
            number += 1


def _whole_keys(keys: Any, rows: int) -> Iterator[tuple[int, int]]:
    """Half-open ranges of about `rows` sorted keys that divide none of them."""
    starts = np.r_[np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]), len(keys)]
    begin = 0
    while begin < len(keys):
        end = int(starts[min(np.searchsorted(starts, begin + rows), len(starts) - 1)])
        yield begin, end
        begin = end
