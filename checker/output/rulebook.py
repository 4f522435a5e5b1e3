"""The list of rules."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.judge.rule import Rule


def rules_text(rules: Sequence[Rule]) -> str:
    """One line for each rule, under its pack: name, severity, what it finds."""
    name_columns = max((len(rule.id) for rule in rules), default=0)
    lines = []
    for pack, members in groupby(rules, key=lambda rule: rule.pack):
        lines.append(f"{pack}")
        lines += [f"  {rule.id:{name_columns}}  {rule.severity.value:7}  {rule.summary}" for rule in members]
        lines.append("")
    lines.append("More on one of them: subeditor explain RULE")
    return "\n".join(lines)


def rules_json(rules: Sequence[Rule]) -> str:
    """The same for a program: a list of objects with id, pack, severity and the rule's own words."""
    return json.dumps(
        [
            {
                "id": rule.id,
                "pack": rule.pack,
                "severity": rule.severity.value,
                "summary": rule.summary,
                "why": rule.why,
                "remedy": rule.remedy,
                "cannot": rule.cannot,
            }
            for rule in rules
        ],
        ensure_ascii=False,
        indent=1,
    )
