"""`subeditor rules` and `subeditor explain`."""

from __future__ import annotations

from checker.judge.explain import explain
from checker.judge.load import load_rules, select_rules
from checker.output.rulebook import rules_json, rules_text


def list_rules(output_format: str) -> None:
    """Print every rule."""
    rules = load_rules()
    print(rules_json(rules) if output_format == "json" else rules_text(rules))


def explain_rule(name: str) -> None:
    """Print what the rule `name` finds and why. Raises ConfigurationError where there is no such rule."""
    for rule in select_rules(load_rules(), (name,), ()):
        print(explain(rule))
