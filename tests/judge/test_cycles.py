"""Times that no year dates, by their place in a quarter, a year or a week, and those counted back from today."""

import datetime as dt

import pytest

import checker
from checker.claims.table import claims_table
from checker.judge.cycles import place_in_cycle
from checker.judge.engine import prepared
from checker.judge.rows import rows_of


def date(text, precision, relation=""):
    row = {"kind": "date", "text": text, "date_precision": precision, "date_relation": relation}
    (only,) = rows_of(prepared(claims_table([row])))
    return only


@pytest.mark.parametrize(
    ("text", "precision", "relation", "place"),
    [
        ("Q2", "quarter", "", ("quarter", 2)),
        ("the fourth quarter", "quarter", "in", ("quarter", 4)),
        ("the third quarter of 2021", "quarter", "in", ("quarter", 3)),
        ("the quarter", "quarter", "in", None),
        ("May", "month", "in", ("month", 5)),
        ("last month", "month", "", None),
        ("Tuesday", "day", "on", ("day", 1)),
        ("Tuesday or Friday", "day", "on", None),
        ("today", "day", "", None),
        ("32 years ago", "year", "ago", ("year ago", 32)),
        ("five years ago", "year", "ago", ("year ago", 5)),
        ("a year ago", "year", "ago", None),
        ("2024", "year", "in", None),
    ],
)
def test_place_in_cycle(text, precision, relation, place):
    assert place_in_cycle(date(text, precision, relation)) == place


def found(text):
    (rule,) = (rule for rule in checker.load_rules() if rule.id == "conflicting-date")
    return [finding.message for finding in checker.check(text, path="article.md", rules=[rule]).findings]


@pytest.mark.parametrize(
    ("told", "text", "count"),
    [
        ("The firm earned $5.52 a share in Q2.", "The firm earned $5.52 a share in the first quarter.", 1),
        ("The firm earned $5.52 a share in Q1.", "The firm earned $5.52 a share in the first quarter.", 0),
        ("The trial of the miller starts in May.", "The trial of the miller starts in March.", 1),
        ("A walker fell from the cliff 32 years ago.", "A walker fell from the cliff 35 years ago.", 1),
        ("The trial of the miller starts in May.", "The trial of the baker ended last month.", 0),
    ],
)
def test_a_description_tells_the_turn_of_the_text(told, text, count):
    assert len(found(f"---\ndescription: {told}\n---\n\n{text}\n")) == count


def test_with_a_year_the_years_count():
    told = "---\ndescription: The trial of the miller starts in May.\n---\n\nThe trial of the miller starts in May.\n"

    assert checker.check(told, path="article.md", published=dt.date(2025, 2, 1)).findings == ()
