"""Reads an article: its blocks, zones, dates, and the place in the source of every character."""

from checker.articles.read import article_format, decode, read_article

__all__ = ["article_format", "decode", "read_article"]
