"""Reads archives, article by article: folders, tables, feeds and the exports of publishing systems."""

from checker.audit.archive.article import ArchivedArticle
from checker.audit.archive.open import open_archive

__all__ = ["ArchivedArticle", "open_archive"]
