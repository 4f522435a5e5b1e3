"""`subeditor schema`: what the files that it reads and writes may hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from checker.cli.console import opened
from checker.configuration.schemas import configuration_schema, rule_schema
from checker.output.schema import findings_schema, line_schema

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMAS: dict[str, Callable[[], dict[str, Any]]] = {
    "configuration": configuration_schema,
    "rule": rule_schema,
    "findings": findings_schema,
    "lines": line_schema,
}


def schema_text(name: str) -> str:
    """The JSON Schema of that name, as docs/schemas/ holds it."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def print_schema(name: str) -> None:
    """Print the JSON Schema of that name."""
    with opened(None) as write:
        write(schema_text(name))
