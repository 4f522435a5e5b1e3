"""Turns report data into HTML with the templates in reports/."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from checker import __version__
from checker.output.report.page import MEANINGS
from checker.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from checker.output.report.index import Index
    from checker.output.report.page import Page


class Source(NamedTuple):
    """A style sheet or script to stand in a page, and the hash by which the page's policy allows it."""

    source: Markup
    hash: str


def article_html(page: Page, index: str = "") -> str:
    """The page of one article, complete in itself: it requests nothing, and works from a file, without JavaScript too.

    `index` is the address of the index that it belongs to, "" where there is none.
    """
    return _render("article.html", ("tables.js", "report.js"), page=page, index=index)


def index_html(index: Index) -> str:
    """The page that lists many articles."""
    return _render("index.html", ("tables.js",), index=index)


def dashboard_html(page: object) -> str:
    """The page of an audit; its rows lie beside it, in scripts that it loads."""
    return _render("audit.html", ("audit.js",), page=page, version=__version__)


def _render(template: str, scripts: Sequence[str], **data: Any) -> str:
    """The template of that name in reports/, filled with `data`, all text of which is escaped."""
    sources = [_source(name) for name in scripts]
    return _environment().get_template(template).render(scripts=sources, style=_source("report.css"), **data)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(resource_folder("reports")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["meanings"] = MEANINGS
    environment.filters["count"] = _count
    return environment


@cache
def _source(name: str) -> Source:
    """The file of that name in reports/ without its indentation, and its hash (Content Security Policy Level 2)."""
    from markupsafe import Markup

    written = (resource_folder("reports") / name).read_text("utf-8")
    text = "\n".join(line.strip() for line in written.splitlines())
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Source(Markup(text), f"sha256-{digest}")


def _count(number: int, noun: str) -> str:
    """ "1 note", "2,000 notes"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
