"""Cuts an archive into shards: the same articles in the same order always make the same shards."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from checker.audit.archive import ArchivedArticle
from checker.pipeline import Failure


@dataclass(frozen=True, slots=True)
class Shard:
    """Some articles that follow each other in the archive, and those between them that could not be read.

    `digest` is of everything that the archive says of them.
    """

    number: int
    articles: tuple[ArchivedArticle, ...]
    failures: tuple[Failure, ...]
    digest: str


def shards(entries: Iterable[ArchivedArticle | Failure], size: int, limit: int | None = None) -> Iterator[Shard]:
    """The shards of `size` entries each that the archive's `entries` make, of the first `limit` entries only."""
    stream = islice(entries, limit)
    number = 0
    while part := list(islice(stream, size)):
        articles = _named_apart(entry for entry in part if isinstance(entry, ArchivedArticle))
        failures = tuple(entry for entry in part if isinstance(entry, Failure))
        yield Shard(number, articles, failures, _digest(part))
        number += 1


def _named_apart(articles: Iterable[ArchivedArticle]) -> tuple[ArchivedArticle, ...]:
    """The articles, with "#2", "#3", … behind the id of one that has the id of another of the shard."""
    taken: set[str] = set()
    found = []
    for article in articles:
        name, number = article.id, 1
        while name in taken:
            number += 1
            name = f"{article.id}#{number}"
        taken.add(name)
        found.append(article if name == article.id else replace(article, id=name))
    return tuple(found)


def _digest(entries: Iterable[ArchivedArticle | Failure]) -> str:
    result = hashlib.sha256()
    for entry in entries:
        fields = [getattr(entry, name) for name in entry.__dataclass_fields__]
        for field in fields:
            data = str(field).encode("utf-8", "surrogatepass")
            result.update(f"{len(data)} ".encode())
            result.update(data)
    return result.hexdigest()[:32]
