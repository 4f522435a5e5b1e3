"""The unit of work that goes to a worker: one shard through both phases, or through the second alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.audit.archive import ArchivedArticle
from checker.audit.extraction import Extracted, ExtractionOptions, extract_shard
from checker.audit.judging import Judged, JudgingOptions, judge_shard
from checker.audit.tables import from_parquet, to_parquet
from checker.pipeline import Failure


@dataclass(frozen=True, slots=True)
class Worked:
    """What a shard came to."""

    extracted: Extracted | None
    judged: Judged

    @property
    def tables(self) -> dict[str, bytes]:
        """All tables that were made, as Parquet files."""
        return {**(self.extracted.tables if self.extracted else {}), **self.judged.tables}


def whole_shard(
    number: int, articles: Sequence[ArchivedArticle], extraction: ExtractionOptions, judging: JudgingOptions
) -> Worked:
    """Extracts and judges a shard."""
    extracted = extract_shard(articles, extraction)
    return Worked(extracted, judge_shard(number, extracted.tables, judging))


def stored_shard(number: int, tables: dict[str, bytes], judging: JudgingOptions) -> Worked:
    """Judges a shard whose claims are known."""
    return Worked(None, judge_shard(number, tables, judging))


def joined(parts: Sequence[Extracted]) -> Extracted:
    """The parts of one shard, in order, as one."""
    import pyarrow as pa

    tables = {
        name: to_parquet(pa.concat_tables([from_parquet(part.tables[name]) for part in parts]))
        for name in parts[0].tables
    }
    return Extracted(
        tables,
        sum(part.articles for part in parts),
        sum(part.claims for part in parts),
        tuple(failure for part in parts for failure in part.failures),
        max(part.memory for part in parts),
    )


def deadly(article: ArchivedArticle, options: ExtractionOptions) -> Extracted:
    """What stands for an article on which workers died."""
    nothing = extract_shard((), options)
    reason = "the process that read it died, more than once; it may need more memory than there is."
    return Extracted(nothing.tables, 0, 0, (Failure(article.id, reason),), nothing.memory)
