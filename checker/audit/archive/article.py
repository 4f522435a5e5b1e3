"""One article of an archive, whatever the archive is, and how it is made of a record with fields of whatever name."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.articles.publication import read_date
from checker.errors import ConfigurationError

# What the fields of an article are called in exports, the best name first; compared without case, "-", "_", blanks.
FIELD_NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "guid", "uuid", "slug", "path", "url", "link", "key"),
    "url": ("url", "link", "permalink", "canonicalurl", "externalurl"),
    "title": ("title", "headline", "name"),
    "published": ("published", "datepublished", "publishedat", "publicationdate", "pubdate", "publishdate", "date"),
    "updated": ("updated", "datemodified", "updatedat", "modified", "lastmodified", "lastmod"),
    "body": ("body", "content", "html", "markdown", "text", "contenthtml", "bodyhtml", "contenttext", "articlebody"),
    "format": ("format", "contenttype", "mimetype"),
    "section": ("section", "category", "channel", "desk"),
}
FORMATS: Mapping[str, str] = {
    "html": "html", "text/html": "html", "xhtml": "html", "htm": "html", "contenthtml": "html", "bodyhtml": "html",
    "markdown": "markdown", "md": "markdown", "text/markdown": "markdown", "mdx": "markdown",
    "text": "text", "txt": "text", "plain": "text", "text/plain": "text", "contenttext": "text",
}  # fmt: skip
ENDINGS = {"html": ".html", "markdown": ".md", "text": ".txt"}

_MARKUP = re.compile(r"<(?:p|div|h[1-6]|ul|ol|li|br|a|article|section|figure|table|strong|em|blockquote)\b", re.I)
_TITLE_STANDS_WITHIN = 400  # characters at the beginning of a body that may hold its title already


@dataclass(frozen=True, slots=True)
class ArchivedArticle:
    """An article as it lies in an archive. Every offset counts code points of `text`.

    `format` is markdown, html or text; "" leaves that to the ending of `id`. `published` and `updated` are the
    archive's own statements, None where it makes none.
    """

    id: str
    text: str
    format: str = ""
    title: str = ""
    url: str = ""
    section: str = ""
    published: dt.date | None = None
    updated: dt.date | None = None

    @property
    def path(self) -> str:
        """The path by which a reader is chosen: the id, with an ending that fits the format."""
        ending = ENDINGS.get(self.format, "")
        return self.id if self.id.lower().endswith(ending) else self.id + ending


def plain_name(name: str) -> str:
    """The name of a field as it is compared."""
    return re.sub(r"[-_\s]+", "", name.lower())


class Fields:
    """Finds the fields of an article in records.

    `columns` maps fields to the names of columns, and comes before the usual names. Raises ConfigurationError where it
    maps something that is no field.
    """

    def __init__(self, columns: Mapping[str, str]) -> None:
        for field in columns:
            if field not in FIELD_NAMES:
                raise ConfigurationError(f'--column: "{field}" is not a field. Known: {", ".join(FIELD_NAMES)}')
        self._columns = columns

    def article(self, record: Mapping[str, Any], number: int) -> ArchivedArticle:
        """The article in `record`, the archive's record `number`. Raises ValueError where it has no text."""
        plain = {plain_name(name): name for name in record}
        names = {field: self._name(field, plain, record) for field in FIELD_NAMES}
        body = _text(record, names["body"])
        if not body.strip():
            wanted = self._columns.get("body", ", ".join(FIELD_NAMES["body"]))
            raise ValueError(f"it has no text: no field of it called {wanted} holds any.")
        stated = FORMATS.get(plain_name(_text(record, names["format"])), "")
        return article_of(
            _text(record, names["id"]) or f"record-{number}",
            body,
            stated or FORMATS.get(plain_name(names["body"] or ""), "") or guessed_format(body),
            _text(record, names["title"]),
            url=_text(record, names["url"]),
            section=_text(record, names["section"]),
            published=day(record.get(names["published"] or "")),
            updated=day(record.get(names["updated"] or "")),
        )

    def _name(self, field: str, plain: Mapping[str, str], record: Mapping[str, Any]) -> str | None:
        chosen = self._columns.get(field)
        if chosen is not None:
            if chosen not in record:
                raise ValueError(f'it has no field "{chosen}", which --column names for {field}.')
            return chosen
        return next((plain[name] for name in FIELD_NAMES[field] if name in plain), None)


def article_of(
    identity: str,
    body: str,
    body_format: str,
    title: str = "",
    *,
    url: str = "",
    section: str = "",
    published: dt.date | None = None,
    updated: dt.date | None = None,
) -> ArchivedArticle:
    """An article whose title an archive keeps apart from its body: the title is put before it, as a reader meets it."""
    title = " ".join(title.split())
    text = body
    if title and title not in body[:_TITLE_STANDS_WITHIN]:
        if body_format == "html":
            text = f"<h1>{html.escape(title, quote=False)}</h1>\n{body}"
        else:
            text = f"{'# ' if body_format == 'markdown' else ''}{title}\n\n{body}"
    return ArchivedArticle(identity, text, body_format, title, url, section, published, updated)


def guessed_format(body: str) -> str:
    """html where a body holds tags of running text, else markdown, which plain text nearly always is too."""
    return "html" if _MARKUP.search(body) else "markdown"


def day(value: Any) -> dt.date | None:
    """The date that a field holds: a date, a written one, or seconds or milliseconds since 1970; None for others."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and value == value and abs(value) > 1e8:
        seconds = value / 1000 if abs(value) > 1e11 else value
        try:
            return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
        except (OverflowError, ValueError, OSError):
            return None
    found = read_date(value) if isinstance(value, str) else None
    return found[0] if found else None


def _text(record: Mapping[str, Any], name: str | None) -> str:
    value = record.get(name) if name else None
    if isinstance(value, list | tuple):
        value = value[0] if value else None
    return "" if value is None or value != value else str(value)
