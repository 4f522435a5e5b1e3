"""A rule finds the same, whatever of the language model it is spared."""

import datetime as dt
from pathlib import Path

import pytest

import checker
from checker.judge.finding import Finding
from checker.judge.load import load_rules
from checker.judge.rule import Reads, Rule
from checker.language.parse import Parser, parse_texts
from checker.language.word_scan import scan_texts

_FOLDER = Path(__file__).parent
_RULES = load_rules()
_ARTICLES = [
    (path.read_text(encoding="utf-8"), str(path), None, None)
    for path in sorted((*_FOLDER.glob("golden/articles/*"), *_FOLDER.glob("gold/articles/*")))
    if path.suffix in (".md", ".html", ".txt")
]


def reading(least: Reads) -> list[Rule]:
    """The rules that read no more than `least`."""
    order = list(Reads)
    return [rule for rule in _RULES if order.index(rule.reads) <= order.index(least)]


def _check(
    asked: tuple[str, str, dt.date | None, dt.date | None], rules: list[Rule], parser: Parser
) -> tuple[Finding, ...]:
    text, path, published, as_of = asked
    return checker.check(text, path, published, as_of, rules, parser=parser).findings


def _whole(finding: Finding) -> tuple[object, ...]:
    return (finding.fingerprint, finding.message, finding.locations)


def _beginnings(finding: Finding) -> tuple[object, ...]:
    """Without grammar a place ends behind a figure, not behind the noun it counts; sentences may differ, too."""
    return (finding.rule, tuple(place.start for place in finding.locations))


@pytest.mark.parametrize(
    ("least", "parser"),
    [(Reads.GRAMMAR, lambda texts: parse_texts(texts, names=False)), (Reads.TEXT, scan_texts)],
    ids=["without names", "without the language model"],
)
def test_rules_that_read_less_find_the_same(least: Reads, parser: Parser) -> None:
    rules = reading(least)
    told = _whole if least is Reads.GRAMMAR else _beginnings
    fired = set()
    examples = [(one.text, one.path, one.published, one.as_of) for rule in rules for one in rule.example]
    for asked in (*_ARTICLES, *examples):
        found = _check(asked, rules, parse_texts)
        fired |= {finding.rule for finding in found}
        assert list(map(told, _check(asked, rules, parser))) == list(map(told, found)), asked
    assert fired == {rule.id for rule in rules}, "the texts do not put every rule to the test"


def test_names_are_looked_for_where_a_rule_reads_them() -> None:
    assert checker.pipeline.names_are_read(_RULES)
    assert checker.pipeline.names_are_read(()), "whoever only wants the claims wants all of them"
    assert not checker.pipeline.names_are_read(reading(Reads.GRAMMAR))
    assert {rule.pack for rule in reading(Reads.GRAMMAR)} >= {"arithmetic", "vagueness", "staleness"}
