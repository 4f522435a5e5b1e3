"""Columns in the units that other programs count in. Ours count code points, from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.articles.article import Article


def utf8_column(article: Article, offset: int) -> int:
    """The column, from 1, of an offset into the article's text, counted in bytes of UTF-8 (as reviewdog does)."""
    return len(_before(article, offset).encode("utf-8", "surrogatepass")) + 1


def utf16_column(article: Article, offset: int) -> int:
    """The same counted in UTF-16 code units, as the Language Server Protocol does by default, but from 1."""
    return len(_before(article, offset).encode("utf-16-le", "surrogatepass")) // 2 + 1


def _before(article: Article, offset: int) -> str:
    """What stands before `offset` on its line."""
    _, column = article.position(offset)
    return article.text[offset - column + 1 : offset]
