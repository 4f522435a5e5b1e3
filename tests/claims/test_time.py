"""The time of a claim: which dates of its sentence reach it, and which do not."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.articles import read_article
from checker.claims.extract import extract


def years(text: str, published: dt.date | None = None) -> dict[str, str]:
    """Every figure of an article that is no duration of time, with the year its time begins in ("" where unknown)."""
    claims = extract(read_article(text, "article.md", published)).claims
    figures = claims[claims["kind"] == "quantity"]
    return {row.text: str(row.date_start)[:4].removeprefix("NaT") for row in figures.itertuples()}


@pytest.mark.parametrize(
    "text, expected",
    [
        # its own clause
        ("The council spent £3m in 2019.", {"£3m": "2019"}),
        ("In 2019 the council spent £3m.", {"£3m": "2019"}),
        ("Sales in 2019 reached £3m.", {"£3m": "2019"}),
        ("The 2019 race had 40 runners.", {"40 runners": "2019"}),
        ("The 2027 race is expected to have 40 runners.", {"40 runners": "2027"}),
        ("About 40% of homes own a stove, according to the 2019 register.", {"About 40%": "2019"}),
        # in front of the clauses below it
        ("In 2019 the council spent £3m and hired 40 clerks.", {"£3m": "2019", "40 clerks": "2019"}),
        ("In 2019 the club won 12 matches, cutting its losses by £3m.", {"12 matches": "2019", "£3m": "2019"}),
        ("In 2019 the clinic saw 90 patients, who made 300 visits.", {"90 patients": "2019", "300 visits": "2019"}),
        (
            "In 2019 we asked 400 members: 210 were happy and 190 were not.",
            {"400 members": "2019", "210": "2019", "190": "2019"},
        ),
        # not from another clause
        ("The council spent £3m in 2019 and hired 40 clerks.", {"£3m": "2019", "40 clerks": ""}),
        ("In 2019 the council opened a hall that seats 300 people.", {"300 people": ""}),
        ("The bridge, opened in 1998, carries 300 lorries.", {"300 lorries": ""}),
        ("The bridge, which was opened in 1998, carries 300 lorries.", {"300 lorries": ""}),
        ("The firm employs 300 people, although it was close to ruin in 2009.", {"300 people": ""}),
        ("In 2019 officials said that the hall seats 300 people.", {"300 people": ""}),
        ("The council moved in 2019. It spent £3m.", {"£3m": ""}),
        ("Ruth Alcorn (born 1956) has written 12 novels.", {"12 novels": ""}),
        # what happens when something else does
        ("Six members voted against it when it came up in 2019.", {"Six members": "2019"}),
        ("Nobody has drowned since 1998, when a ship sank with 40 people.", {"40 people": "1998"}),
        # several dates
        ("The share rose from 62% in 2019 to 71% in 2024.", {"62%": "2019", "71%": "2024"}),
        ("It spent 2.1% of its income on pensions in 2019 and 3.4% in 2024.", {"2.1%": "2019", "3.4%": "2024"}),
        ("In 2019 it won 12 matches and in 2024 it won 30 matches.", {"12 matches": "2019", "30 matches": "2024"}),
        ("The plant built 20 buses in 2019 and about 30 vans.", {"20 buses": "2019", "about 30 vans": ""}),
        # the base of a comparison has its own
        ("The trust has 2,300 members, up from 2,000 in 2019.", {"2,300 members": "", "2,000": "2019"}),
        ("The share rose from 62% to 71% in 2024.", {"62%": "", "71%": "2024"}),
        ("Women made up 41% of runners, as against 38% in 2019.", {"41%": "", "38%": "2019"}),
        ("In 2024 it made 450 bikes, more than the 300 it made in 2019.", {"450 bikes": "2024", "300": "2019"}),
        ("By 2024 it had 4,600 soldiers from nine countries.", {"4,600 soldiers": "2024", "nine countries": "2024"}),
        # the noun's own
        ("Of the 87 shops it had in 2019, it sold 12.", {"87 shops": "2019", "12": ""}),
        ("Work on the £55m depot, which will open in 2027, has begun.", {"£55m": ""}),
        # an age beside a name is that of today
        ("Duncan Meikle, 58, was at the wheel in 2019.", {"58": ""}),
    ],
)
def test_dates_reach_their_own_clause_and_no_other(text: str, expected: dict[str, str]) -> None:
    found = years(text)
    assert {quote: found[quote] for quote in expected} == expected


def test_a_heading_dates_what_stands_below_it() -> None:
    text = "# Accounts\n\n## 2019\n\nThe council spent £3m.\n\n## Outlook\n\nIt has 40 clerks.\n"
    assert years(text) == {"£3m": "2019", "40 clerks": ""}


def test_a_relative_date_that_nothing_resolves_is_still_the_claims_own() -> None:
    claims = extract(read_article("Last year the council spent £3m.", "article.md", None)).claims
    figure = claims[claims["kind"] == "quantity"].iloc[0]
    assert (figure["relative"], figure["date_source"], str(figure["date_start"])) == (True, "own", "NaT")


def test_a_date_beside_another_that_says_the_same_is_one_date() -> None:
    assert years("The team came back. A year later, in November 2023, they counted 187 birds.") == {"187 birds": "2023"}
