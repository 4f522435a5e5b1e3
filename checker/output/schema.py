"""The JSON Schema of the findings as JSON, so that those who read them know what to rely on."""

from __future__ import annotations

from typing import Any

from checker.judge.finding import Severity
from checker.output.json import SCHEMA

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def findings_schema() -> dict[str, Any]:
    """The JSON Schema of what `--format json` writes. Within one number of `schema` fields are added, never renamed."""
    return {
        "$schema": DIALECT,
        "title": "Findings of subeditor",
        "type": "object",
        "required": ["schema", "articles", "errors"],
        "properties": {
            "schema": {
                "const": SCHEMA,
                "description": "Changes where a field is renamed, removed or means another thing.",
            },
            "articles": {"type": "array", "items": {"$ref": "#/$defs/article"}},
            "errors": {
                "type": "array",
                "description": "What could not be checked, and why.",
                "items": _object(path=_text("As given."), message=_text("A sentence.")),
            },
        },
        "$defs": {"article": _ARTICLE, "finding": _FINDING, "location": _LOCATION},
    }


def line_schema() -> dict[str, Any]:
    """The JSON Schema of one line of what `--format jsonl` writes: an article, or one that could not be checked."""
    version = {"const": SCHEMA}
    article = {**_ARTICLE, "properties": {"schema": version, **_ARTICLE["properties"]}}
    article["required"] = ["schema", *_ARTICLE["required"]]
    failure = _object(schema=version, path=_text("As given."), error=_text("A sentence."))
    return {
        "$schema": DIALECT,
        "title": "One article's findings",
        "anyOf": [article, failure],
        "$defs": {"finding": _FINDING, "location": _LOCATION},
    }


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    """An object that holds all of `properties`, and may come to hold more."""
    return {"type": "object", "required": list(properties), "properties": properties}


def _text(description: str) -> dict[str, Any]:
    return {"type": "string", "description": description}


def _number(least: int, description: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": least, "description": description}


def _day(description: str) -> dict[str, Any]:
    return {"type": ["string", "null"], "format": "date", "description": description}


_LOCATION = _object(
    start=_number(0, "Offset of the first character in the text as given, in code points."),
    end=_number(0, "Offset behind the last character: text[start:end] is the quote."),
    line=_number(1, "Line of the first character."),
    column=_number(1, "Column of the first character, in code points."),
    end_line=_number(1, "Line of the end."),
    end_column=_number(1, "Column of the end."),
    quote=_text("What stands there, verbatim."),
    label=_text('How it was understood: "more than 200 sanctions". May be empty.'),
)
_FINDING = _object(
    rule=_text("The rule's name."),
    pack=_text("The pack of rules that it belongs to."),
    severity={
        "enum": [severity.value for severity in Severity],
        "description": "error: both cannot be true. warning: if they mean the same thing. note: too vague or too old.",
    },
    message=_text("What clashes, in a sentence."),
    why=_text("Why it matters, or what makes the two sides comparable. May be empty."),
    remedy=_text("What to do. May be empty."),
    fingerprint=_text("The same for the same finding, wherever it stands: no line or path is part of it."),
    anchor=_number(0, "Number of the location to show it at: after --diff the side that was edited."),
    locations={
        "type": "array",
        "minItems": 1,
        "items": {"$ref": "#/$defs/location"},
        "description": "Every place concerned, in order of position.",
    },
)
_ARTICLE = _object(
    path=_text("As given."),
    published=_day("When it was published, by its own word or the caller's."),
    updated=_day("When it says it was last updated."),
    as_of=_day("The day for which it was judged what is stale."),
    claims=_number(0, "How many claims were found in it."),
    findings={"type": "array", "items": {"$ref": "#/$defs/finding"}},
)
