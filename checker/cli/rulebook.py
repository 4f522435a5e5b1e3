"""`subeditor rules` and `subeditor explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.cli.console import opened
from checker.cli.project import Project
from checker.cli.sources import STANDARD_INPUT
from checker.judge.explain import explain
from checker.judge.load import select_rules
from checker.output.rulebook import rules_json, rules_text
from checker.output.terminal import harmless

if TYPE_CHECKING:
    from checker.judge.rule import Rule


def list_rules(output_format: str) -> None:
    """Print every rule, those of the house in the current folder included."""
    rules = _rules()
    _print(rules_json(rules) if output_format == "json" else rules_text(rules))


def explain_rule(name: str) -> None:
    """Print what the rule `name` finds and why, or each rule of the pack `name`.

    Raises ConfigurationError where there is neither.
    """
    _print("\n\n\n".join(str(explain(rule)) for rule in select_rules(_rules(), (name,), ())))


def _rules() -> tuple[Rule, ...]:
    return Project().known_rules(STANDARD_INPUT)


def _print(text: str) -> None:
    with opened(None) as write:
        write("".join(f"{harmless(line)}\n" for line in text.split("\n")))
