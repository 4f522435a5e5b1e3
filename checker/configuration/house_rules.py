"""Rules as a house wants them: with its severities and options, and without those that it has turned off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from checker.configuration.settings import RuleOptions
from checker.judge.finding import Severity
from checker.judge.rule import Rule


def adapted(rules: Iterable[Rule], levels: Mapping[str, str], options: Mapping[str, RuleOptions]) -> tuple[Rule, ...]:
    """`rules` with the `levels` and `options` of a place (Settings.levels, Settings.options), in the same order."""
    return tuple(with_options(rule, options) for rule in _with_levels(rules, levels))


def with_options(rule: Rule, options: Mapping[str, RuleOptions]) -> Rule:
    """`rule` with what the house allows it, and the horizons of the house."""
    own = options.get(rule.id)
    if own is None:
        return rule
    return rule.model_copy(
        update={"allow": (*rule.allow, *own.allow), "horizons": {**rule.horizons, **own.horizons.months}}
    )


def _with_levels(rules: Iterable[Rule], levels: Mapping[str, str]) -> Iterator[Rule]:
    """`rules` less those that are off; what is said of a rule comes before what is said of its pack."""
    for rule in rules:
        level = levels.get(rule.id, levels.get(rule.pack, rule.severity.value))
        if level == rule.severity.value:
            yield rule
        elif level != "off":
            yield rule.model_copy(update={"severity": Severity(level)})
