"""`subeditor rules` and `subeditor explain`."""

from __future__ import annotations

from checker.cli.console import opened
from checker.judge.explain import explain
from checker.judge.load import load_rules, select_rules
from checker.output.rulebook import rules_json, rules_text
from checker.output.terminal import harmless


def list_rules(output_format: str) -> None:
    """Print every rule."""
    rules = load_rules()
    _print(rules_json(rules) if output_format == "json" else rules_text(rules))


def explain_rule(name: str) -> None:
    """Print what the rule `name` finds and why, or each rule of the pack `name`.

    Raises ConfigurationError where there is neither.
    """
    _print("\n\n\n".join(str(explain(rule)) for rule in select_rules(load_rules(), (name,), ())))


def _print(text: str) -> None:
    with opened(None) as write:
        write("".join(f"{harmless(line)}\n" for line in text.split("\n")))
