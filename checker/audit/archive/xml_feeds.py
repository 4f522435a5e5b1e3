"""XML, element by element: WordPress exports (WXR), RSS and Atom. Entities, and the bombs made of them, are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from xml.etree.ElementTree import ParseError

from checker.audit.archive.article import ArchivedArticle, article_of, day, guessed_format
from checker.errors import ConfigurationError
from checker.pipeline import Failure

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ITEMS = ("item", "entry")
_TYPES = ("post", "page")  # of WordPress's; the others are pictures, menus, revisions
_SHORTCODE = re.compile(r"\[/?[a-z][a-z0-9_-]*(?:\s[^\[\]]{0,500})?/?\]")
_PARAGRAPHS = re.compile(r"\n\s*\n")


def read_xml(stream: IO[bytes], path: Path) -> Iterator[ArchivedArticle | Failure]:
    """The articles of a WordPress export, an RSS 2.0 or 1.0 feed, or an Atom feed (RFC 4287)."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    number = 0
    parents: list[Element] = []
    try:
        for event, element in iterparse(stream, events=("start", "end"), forbid_dtd=False):
            if event == "start":
                parents.append(element)
                continue
            parents.pop()
            if _name(element) in _ITEMS:
                number += 1
                yield from _article(element, number)
                if parents:
                    parents[-1].remove(element)  # so that only one is held in memory
    except ParseError as error:
        raise ConfigurationError(f"{path}: this is not XML to its end: {error}.") from None
    except DefusedXmlException:
        raise ConfigurationError(
            f"{path}: this XML declares entities, which can be made to fill any memory. Export it without them."
        ) from None
    if not number:
        raise ConfigurationError(f"{path}: no articles: neither a WordPress export, nor RSS, nor Atom.")


def _article(item: Element, number: int) -> Iterator[ArchivedArticle | Failure]:
    found = _contents(item)
    if _name(item) == "entry":
        identity = found.get("id") or found.get("link") or f"record-{number}"
    else:
        identity = found.get("post_name") or found.get("link") or found.get("guid") or f"record-{number}"
    from_wordpress = "post_type" in found
    if from_wordpress and (found["post_type"] not in _TYPES or found.get("status") not in ("publish", None)):
        return
    body = found.get("encoded") or found.get("content") or found.get("description") or found.get("summary") or ""
    if not body.strip():
        yield Failure(identity, "this item has no text.")
        return
    if from_wordpress:
        body = wordpress_html(body)
    published = ("post_date_gmt", "post_date", "published", "pubDate", "date")
    updated = ("post_modified_gmt", "post_modified", "updated", "modified")
    yield article_of(
        identity,
        body,
        "html" if from_wordpress else guessed_format(body),
        found.get("title", ""),
        url=found.get("link", ""),
        section=found.get("category", ""),
        published=next(filter(None, (day(found.get(name)) for name in published)), None),
        updated=next(filter(None, (day(found.get(name)) for name in updated)), None),
    )


def wordpress_html(body: str) -> str:
    """The body of a post as a reader gets it: without shortcodes, with the paragraphs that blank lines stand for."""
    body = _SHORTCODE.sub(" ", body)
    if re.search(r"<p\b", body, re.IGNORECASE):
        return body
    return "\n\n".join(f"<p>{part.strip()}</p>" for part in _PARAGRAPHS.split(body) if part.strip())


def _contents(item: Element) -> Mapping[str, str]:
    """The text of each child by its name without namespace, the first of each; `encoded` is content:encoded only."""
    found: dict[str, str] = {}
    for child in item:
        name = _name(child)
        text = "".join(child.itertext())
        if name == "encoded" and "excerpt" in child.tag:
            continue
        if name == "link" and not text.strip():
            if child.get("rel", "alternate") != "alternate":
                continue
            text = child.get("href", "")
        if name == "category" and not text.strip():
            text = child.get("term", "")
        if name == "content" and child.get("type") == "xhtml":
            text = "".join(_markup(part) for part in child)
        found.setdefault(name, text.strip() if name != "encoded" else text)
    return found


def _markup(element: Element) -> str:
    """XHTML within Atom, written out again without its namespace."""
    from xml.etree.ElementTree import tostring

    for part in element.iter():
        part.tag = _name(part)
    return tostring(element, encoding="unicode")


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
