"""Many articles judged at once give what each gives by itself."""

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest

import checker
from checker.articles import read_article
from checker.claims.extract import extract
from checker.judge.context import AnyContext, Context, ContextNeeded
from checker.judge.engine import judge_articles
from checker.judge.finding import Location
from checker.judge.load import load_rules

ARTICLES = sorted((Path(__file__).parents[1] / "golden" / "articles").glob("*.md"))
DAYS = (dt.date(2021, 5, 1), dt.date(2026, 11, 20))


def test_findings_are_those_of_one_article_at_a_time():
    rules = load_rules()
    texts = {f"{day.year}-{path.name}": (path.read_text(encoding="utf-8"), day) for path in ARTICLES for day in DAYS}
    alone, claims, frames, contexts, read = {}, [], [], {}, {}
    for name, (text, day) in texts.items():
        report = checker.check(text, name, published=DAYS[0], as_of=day, rules=rules)
        alone[name] = report.findings
        read[name] = report.article
        claims.append(report.claims)
        frames.append(report.frames.assign(article=name))
        contexts[name] = Context(report.published, report.updated, report.as_of)

    def locate(article, start, end, label):
        own = read[article]
        return Location(start, end, *own.position(start), *own.position(end), own.text[start:end], label)

    together = judge_articles(pd.concat(claims), pd.concat(frames), rules, contexts, locate)

    assert together == alone
    assert sum(map(len, alone.values())) > 5


def test_an_article_without_claims_has_no_findings():
    extraction = extract(read_article("Nothing.", "empty.md"))

    found = judge_articles(extraction.claims, extraction.frames, load_rules(), {"empty.md": Context()}, Location)

    assert found == {"empty.md": ()}


@pytest.mark.parametrize("name", ["published", "updated", "as_of"])
def test_the_context_of_any_article_knows_no_day(name):
    with pytest.raises(ContextNeeded):
        getattr(AnyContext(), name)
