"""Findings for machines, line by line: a JSON object for each article as soon as it is checked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from checker.output.json import SCHEMA, article
from checker.pipeline import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.output.run import Run
    from checker.pipeline import Checked


def lines(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[str]:
    """One line for each outcome: an article as in the JSON document, or `{"path", "error"}`."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            shown = {"schema": SCHEMA, "path": outcome.path, "error": outcome.message}
        else:
            shown = {"schema": SCHEMA, **article(outcome)}
        yield json.dumps(shown, ensure_ascii=False) + "\n"
