"""Turns report data into HTML with the templates in reports/."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.output.report.page import MEANINGS, page
from checker.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2 import Environment

    from checker.judge.rule import Rule
    from checker.pipeline import Report


def html_report(report: Report, rules: Sequence[Rule] = (), rules_not_run: Sequence[Rule] = ()) -> str:
    """The page of one article, complete in itself: it requests nothing, and works from a file and without JavaScript.

    `rules` are those that the report was made with, `rules_not_run` those left out; the page lists both.
    """
    return render("article.html", page=page(report, rules, rules_not_run))


def render(template: str, **data: Any) -> str:
    """The template of that name in reports/, filled with `data`. All text in `data` is escaped."""
    return _environment().get_template(template).render(**data)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(resource_folder("reports")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    folder = resource_folder("reports")
    for name in ("report.css", "report.js"):
        source = (folder / name).read_text("utf-8")
        kind = name.split(".")[1]
        environment.globals[f"{kind}_source"] = Markup(source)
        environment.globals[f"{kind}_hash"] = _content_hash(source)
    environment.globals["meanings"] = MEANINGS
    environment.filters["count"] = _count
    return environment


def _content_hash(source: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline script or style (CSP level 2)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")


def _count(number: int, noun: str) -> str:
    """ "1 note", "2,000 notes"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
