"""The date of publication under a key that a house has chosen, where the names known everywhere do not serve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from checker.articles.article import Article, ArticleDate
from checker.articles.front_matter import read_front_matter
from checker.articles.publication import plain_key, read_date


def with_house_date(article: Article, keys: Sequence[str]) -> Article:
    """`article`, published when its front matter says under the first of `keys` that holds a date.

    Keys are compared without case, "-", "_" and blanks, and are dotted where nested. Without such a date the article
    stays as it is.
    """
    front = read_front_matter(article.text) if keys else None
    if not front:
        return article
    fields = {plain_key(field.key): field for field in reversed(front.fields)}
    for key in keys:
        field = fields.get(plain_key(key))
        found = read_date(field.content.text) if field else None
        if field and found:
            line = article.position(field.start)[0]
            return replace(article, published=ArticleDate(*found, f"front matter `{field.key}`, line {line}"))
    return article
