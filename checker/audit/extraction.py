"""The expensive phase: the articles of one shard to tables of articles, claims and frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.audit.archive import ArchivedArticle
from checker.audit.tables import ARTICLES, CLAIMS, FRAMES, arrow, records, to_parquet
from checker.audit.time_limit import TimedOut, time_limit
from checker.errors import ArticleError, ConfigurationError
from checker.lexicon import house_lexicons
from checker.pipeline import Failure

if TYPE_CHECKING:
    import datetime as dt

    from checker.articles.article import Article
    from checker.claims.extract import Extraction


@dataclass(frozen=True, slots=True)
class ExtractionOptions:
    """How articles are read. `timeout` is in seconds for each article, 0 for none; the others as for `check`."""

    published: dt.date | None = None
    timeout: float = 60.0
    date_keys: tuple[str, ...] = ()
    lexicons: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Extracted:
    """The tables of a shard as Parquet files, and the articles that could not be read."""

    tables: dict[str, bytes]
    articles: int
    claims: int
    failures: tuple[Failure, ...] = ()
    memory: int = 0


def extract_shard(articles: Sequence[ArchivedArticle], options: ExtractionOptions) -> Extracted:
    """Reads every article of a shard. One that fails, or takes too long, becomes a failure and keeps no other back.

    Raises ConfigurationError where this process cannot see a folder of house lexicons.
    """
    import pandas as pd

    from checker.claims.table import claims_table, frames_table
    from checker.language.parse import passing_words

    for folder in options.lexicons:
        if not folder.is_dir():
            raise ConfigurationError(f"{folder}: a worker cannot see this folder of lexicons")
    rows: list[dict[str, Any]] = []
    claims, frames = [claims_table([])], [frames_table([]).assign(article="")]
    failures = []
    with passing_words():
        for source in articles:
            try:
                with time_limit(options.timeout):
                    article, extraction = understood(source, options)
            except TimedOut:
                failures.append(Failure(source.id, f"reading it took longer than {options.timeout:g} seconds."))
            except ArticleError as error:
                failures.append(Failure(source.id, str(error).removeprefix(f"{source.id}: ")))
            except Exception as error:  # a fault of ours in one article must not keep the others from being read
                reason = f"something went wrong inside subeditor ({type(error).__name__}: {error}). Please report it."
                failures.append(Failure(source.id, reason))
            else:
                rows.append(_row(source, article, extraction))
                claims.append(extraction.claims)
                frames.append(extraction.frames.assign(article=source.id))
    kept = [table for table in claims if len(table)] or claims[:1]
    all_claims = pd.concat(kept, ignore_index=True)
    all_frames = pd.concat([table for table in frames if len(table)] or frames[:1], ignore_index=True)
    tables = {
        "articles": to_parquet(records(rows, ARTICLES)),
        "claims": to_parquet(arrow(all_claims, CLAIMS)),
        "frames": to_parquet(arrow(all_frames, FRAMES)),
    }
    return Extracted(tables, len(rows), len(all_claims), tuple(failures), memory_in_use())


def understood(source: ArchivedArticle, options: ExtractionOptions) -> tuple[Article, Extraction]:
    """The article as a reader sees it, and what it claims. The archive's own dates come before those in the text.

    Raises ArticleError where it cannot be read.
    """
    from checker.claims.extract import extract

    article = reread(source, options)
    with house_lexicons(options.lexicons):
        return article, extract(article)


def reread(source: ArchivedArticle, options: ExtractionOptions) -> Article:
    """The article as a reader sees it; quick, for it needs no language model."""
    from checker.articles import read_article
    from checker.articles.article import ArticleDate
    from checker.articles.house_dates import with_house_date

    article = with_house_date(read_article(source.text, source.path, options.published), options.date_keys)
    if source.published:
        article = replace(article, published=ArticleDate(source.published, "day", "the archive"))
    if source.updated:
        article = replace(article, updated=ArticleDate(source.updated, "day", "the archive"))
    return replace(article, path=source.id, url=source.url or article.url)


def _row(source: ArchivedArticle, article: Article, extraction: Extraction) -> dict[str, Any]:
    from checker.articles.article import Zone
    from checker.pipeline import newest_date

    title = next((block.text for block in article.blocks if block.zone is Zone.TITLE or block.level == 1), "")
    return {
        "article": source.id,
        "url": article.url,
        "title": source.title or title or source.id,
        "section": source.section,
        "format": article.format,
        "published": article.published.value if article.published else None,
        "published_source": article.published.source if article.published else "",
        "updated": article.updated.value if article.updated else None,
        "as_of": newest_date(article, extraction.claims),
        "words": sum(len(block.text.split()) for block in article.blocks),
        "claims": len(extraction.claims),
        "text": source.text.encode("utf-8", "replace").decode("utf-8"),  # Arrow knows no lone surrogates
    }


def memory_in_use() -> int:
    """The memory that this process holds, in bytes."""
    import psutil

    return int(psutil.Process().memory_info().rss)
