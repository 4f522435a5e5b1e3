"""docs/schemas/ holds what the code says, and the schemas hold for what the code reads and writes."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from checker.cli.schema import SCHEMAS, schema_text
from checker.configuration import Configuration
from checker.judge.load import load_rule, rule_files
from checker.output.formats import FORMATS
from checker.output.run import Run
from checker.pipeline import Failure, Report
from checker.resources import resource_folder

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_say_what_the_code_says(name: str, golden: Callable[..., None]) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name]())
    golden(FOLDER / f"{name}.schema.json", schema_text(name))


@pytest.mark.parametrize("path", rule_files([resource_folder("rules")]), ids=lambda path: path.stem)
def test_every_rule_fits(path: Path) -> None:
    rule = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))
    Draft202012Validator(SCHEMAS["rule"]()).validate(rule)
    load_rule(path)


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "fatal"},
        {"id": "x"},
        {"pair": {"flag": "disjoint", "same": ["colour"]}},
        {"claim": {"flag": "disjoint"}},
        {"frame": {"flag": "weekday_off"}},
        {"example": [{"text": "no flags"}]},
    ],
)
def test_a_wrong_rule_does_not_fit(change: dict[str, Any]) -> None:
    rule = {"summary": "s", "severity": "note", "why": "w", "message": "m", "claim": {"flag": "any"}}
    validator = Draft202012Validator(SCHEMAS["rule"]())
    assert validator.is_valid(rule)
    assert not validator.is_valid(rule | change)


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("", True),
        ("packs = ['contradiction']\nfail-on = 'never'\n[severity]\nvagueness = 'off'", True),
        ("[options.vague-quantity]\nallow = ['several weeks']", True),
        ("[[overrides]]\npaths = ['news']\n[overrides.options.x]\nallow = []", True),
        ("fail_on = 'never'", False),
        ("[severity]\nvagueness = 'loud'", False),
        ("[options.vague-quantity]\nallowed = []", False),
        ("[[allow]]\nreason = 'no rule'", False),
    ],
)
def test_the_schema_of_the_configuration_agrees_with_its_reader(text: str, fits: bool) -> None:
    table = tomllib.loads(text)
    assert Draft202012Validator(SCHEMAS["configuration"]()).is_valid(table) is fits
    try:
        Configuration.model_validate(table)
    except ValueError:
        assert not fits
    else:
        assert fits


def _closed(schema: Any) -> Any:
    """The schema with no room for fields that it does not describe."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    more = {"additionalProperties": False} if "properties" in schema else {}
    return {key: _closed(value) for key, value in schema.items()} | more


def test_findings_fit_and_every_field_is_described(make_report: Callable[..., Report]) -> None:
    report = make_report("A “clash” here,\r\nand a clash 😀 there.", ("clash", "clash 😀"), ("here",))
    undated = make_report("Nothing.", path="b.md", published=None)
    outcomes = [report, undated, Failure("c.md", "cannot be read")]
    document = json.loads("".join(FORMATS["json"](outcomes, Run())))
    Draft202012Validator(_closed(SCHEMAS["findings"]())).validate(document)
    lines = [json.loads(line) for line in "".join(FORMATS["jsonl"](outcomes, Run())).splitlines()]
    assert len(lines) == 3
    for line in lines:
        Draft202012Validator(_closed(SCHEMAS["lines"]())).validate(line)
