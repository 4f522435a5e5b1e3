"""JSON documents: Ghost exports, JSON Feeds and lists of objects, read piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from checker.audit.archive.article import ArchivedArticle, Fields, article_of, day
from checker.audit.archive.tables import read_records
from checker.errors import ConfigurationError
from checker.pipeline import Failure

# Where the articles stand in a document, as ijson writes paths.
_GHOST = ("db.item.data.posts.item", "data.posts.item")
_FEED = "items.item"
_LIST = "item"


def read_json(stream: IO[bytes], path: Path, fields: Fields) -> Iterator[ArchivedArticle | Failure]:
    """The articles of a Ghost export, a JSON Feed (jsonfeed.org, version 1 or 1.1), or a list of objects."""
    number = 0
    for prefix, record in _objects(stream, path):
        number += 1
        if prefix in _GHOST:
            yield from _ghost_post(record, number)
        elif prefix == _FEED:
            yield from _feed_item(record, number)
        else:
            yield from read_records([record], path, fields, number)
    if not number:
        raise ConfigurationError(
            f"{path}: no articles: neither a Ghost export, nor a JSON Feed, nor a list of objects."
        )


def _objects(stream: IO[bytes], path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """The objects that stand where articles stand, each with that place; only one is held in memory."""
    import ijson

    wanted = {*_GHOST, _FEED, _LIST}
    builder, inside = None, ""
    try:
        for prefix, event, value in ijson.parse(stream, use_float=True):
            if builder is None and event == "start_map" and prefix in wanted:
                builder, inside = ijson.ObjectBuilder(), prefix
            if builder is not None:
                builder.event(event, value)
                if event == "end_map" and prefix == inside:
                    yield prefix, builder.value
                    builder = None
    except (ijson.JSONError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path}: this is not JSON to its end: {error}.") from None


def _ghost_post(post: Mapping[str, Any], number: int) -> Iterator[ArchivedArticle | Failure]:
    identity = str(post.get("slug") or post.get("id") or f"record-{number}")
    if post.get("status") not in (None, "published"):
        return  # a draft is no article
    body = post.get("html")
    if not body:
        yield Failure(identity, "this post has no text as HTML; export it from a later version of Ghost.")
        return
    yield article_of(
        identity,
        str(body).replace("__GHOST_URL__", ""),
        "html",
        str(post.get("title") or ""),
        url=str(post.get("canonical_url") or ""),
        published=day(post.get("published_at")),
        updated=day(post.get("updated_at")),
    )


def _feed_item(item: Mapping[str, Any], number: int) -> Iterator[ArchivedArticle | Failure]:
    identity = str(item.get("id") or item.get("url") or f"record-{number}")
    body, kind = (item.get("content_html"), "html") if item.get("content_html") else (item.get("content_text"), "text")
    if not isinstance(body, str) or not body.strip():
        yield Failure(identity, "this item has no text, neither content_html nor content_text.")
        return
    tags = item.get("tags")
    yield article_of(
        identity,
        body,
        kind,
        str(item.get("title") or ""),
        url=str(item.get("url") or ""),
        section=str(tags[0]) if isinstance(tags, list) and tags else "",
        published=day(item.get("date_published")),
        updated=day(item.get("date_modified")),
    )
