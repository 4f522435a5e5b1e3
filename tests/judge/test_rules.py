"""Every rule's own examples, and each rule over the silent examples of all others."""

import pandas as pd
import pytest

import checker
from checker.errors import RuleError
from checker.judge.across import candidates, conflicts
from checker.judge.engine import prepared
from checker.judge.explain import explain
from checker.judge.load import load_rule, rule_files
from checker.judge.rule import Rule
from checker.resources import resource_folder

FEWEST_EXAMPLES = 3  # firing ones, and as many silent ones


def _load(path):
    """The rule in `path`, or the error: a malformed file fails its own test and no other."""
    try:
        return load_rule(path)
    except RuleError as error:
        return error


LOADED = {path.stem: _load(path) for path in rule_files([resource_folder("rules")])}
RULES = {name: rule for name, rule in LOADED.items() if isinstance(rule, Rule)}
EXAMPLES = [
    pytest.param(
        rule,
        example,
        id=f"{name}-{number}",
        marks=[pytest.mark.xfail(reason=example.todo, strict=True)] if example.todo else [],
    )
    for name, rule in RULES.items()
    for number, example in enumerate(rule.example, start=1)
]


def findings(example, rules):
    report = checker.check(example.text, example.path, example.published, example.as_of, rules=rules)
    return report.findings


@pytest.mark.parametrize("name", LOADED)
def test_rule_loads_and_has_examples_of_both_kinds(name):
    rule = LOADED[name]
    if isinstance(rule, RuleError):
        pytest.fail(str(rule))
    explanation = explain(rule)

    assert len(explanation.firing) >= FEWEST_EXAMPLES, "too few firing examples"
    assert len(explanation.silent) >= FEWEST_EXAMPLES, "too few silent examples"


def compared(example, rule):
    """The quotes of each conflict between the articles of an example."""
    tables = []
    for number, one in enumerate([example, *example.other]):
        claims = checker.check(one.text, f"{number}.md", one.published, rules=[]).claims
        day = pd.Timestamp(one.published) if one.published else pd.NaT
        tables.append(candidates(prepared(claims).assign(published=day), [rule]))
    found = conflicts(pd.concat(tables, ignore_index=True), [rule])
    places = [[place for value in one.values for place in value.places] for one in found]
    return [
        tuple(place.text for place in sorted(own, key=lambda place: (place.article, place.start))) for own in places
    ]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule, example):
    quotes = [tuple(place.quote for place in finding.locations) for finding in findings(example, [rule])]
    quotes += compared(example, rule) if rule.across else []

    assert quotes == [tuple(flags) for flags in example.flags]


@pytest.mark.parametrize("name", RULES)
def test_no_rule_calls_an_error_what_another_rule_calls_silent(name):
    others = [rule for rule in RULES.values() if rule.id != name]
    for example in explain(RULES[name]).silent:
        errors = [finding for finding in findings(example, others) if finding.severity == "error"]

        assert not errors, f"in {example.text!r}: {errors[0].rule}: {errors[0].message}"
