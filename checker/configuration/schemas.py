"""JSON Schemas of the files that people write, so that an editor can complete and check them while they type."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from checker.configuration.settings import Configuration
from checker.judge.rule import Rule

DIALECT = GenerateJsonSchema.schema_dialect
_FROM_THE_PLACE = ("id", "pack", "path")  # of a rule file; never written in it


def configuration_schema() -> dict[str, Any]:
    """The JSON Schema of `subeditor.toml`, and of `[tool.subeditor]` in `pyproject.toml`."""
    return {"$schema": DIALECT, **_without_titles(Configuration.model_json_schema(by_alias=True))}


def rule_schema() -> dict[str, Any]:
    """The JSON Schema of a rule file."""
    schema: dict[str, Any] = _without_titles(Rule.model_json_schema())
    for name in _FROM_THE_PLACE:
        del schema["properties"][name]
        schema["required"].remove(name)
    return {"$schema": DIALECT, **schema}


def _without_titles(schema: Any) -> Any:
    """`schema` without the titles that pydantic makes of names, which say nothing new."""
    if isinstance(schema, list):
        return [_without_titles(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: {name: _without_titles(one) for name, one in value.items()}
        if key == "properties"
        else _without_titles(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
    }
