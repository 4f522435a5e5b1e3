"""Vague words where nothing is claimed to be so, and where it is."""

from __future__ import annotations

import pytest

from checker.articles import read_article
from checker.claims.editions import edition_year
from checker.claims.extract import extract


def phrases(text: str, lexicon: str) -> list[str]:
    """The phrases of a lexicon in a Markdown article, as written."""
    claims = extract(read_article(text, "article.md", None)).claims
    return claims.loc[(claims["kind"] == "phrase") & (claims["lexicon"] == lexicon), "text"].tolist()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hundreds of pensioners were evicted.", ["Hundreds of"]),
        ("The firm has sold thousands of boats.", ["thousands of"]),
        ("There are a handful of rivals.", ["a handful of"]),
        ("A mere handful of members voted.", ["A mere handful of"]),
        ("The plant has been fined multiple times.", ["multiple times"]),
        ("Numerous employees were dismissed.", ["Numerous"]),
        ("We made a handful of changes.", []),
        ("Rinse the rice several times.", []),
        ("You may have to try several times.", []),
        ("The text can be read once and used many times.", []),
        ("To reach thousands of people, they print posters.", []),
        ("Imagine that dozens of guests arrive.", []),
        ("We want to help thousands of people.", []),
        ("It was a project between numerous offices.", []),
        ("There are a large number of ways to do it.", []),
        ("Thanks to the dozens of people who came.", []),
        ("I have seen dozens of boats.", []),
        ("The last few times it rained.", []),
        ("Several labs are treated as workshops.", []),
        ("Several patients were treated.", ["Several"]),
        ("There were dozens of faults:", []),
        ("Dozens of firms (Acme, Bolt and others) came.", []),
        ("Dozens of firms came (Smith and Jones, 2020).", ["Dozens of"]),
    ],
)
def test_figures_are_owed_for_claims(text: str, found: list[str]) -> None:
    assert phrases(text, "vague_quantities") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The museum will reopen soon.", ["soon"]),
        ("We hope to share it in the coming months.", ["in the coming months"]),
        ("We plan to add them in the near future.", ["in the near future"]),
        ("The line will open in a few years.", ["in a few years"]),
        ("The dam was built decades ago.", ["decades ago"]),
        ("The loan pays for itself in a few years.", []),
        ("If you forget it, the account will soon be locked.", []),
        ("Rest the dough; it will soon double in size.", []),
        ("Often we build what we will need soon.", []),
        ("Show it to people who will use it at some point in the future.", []),
        ("Many years ago, I took a class.", []),
    ],
)
def test_dates_are_owed_for_what_happens(text: str, found: list[str]) -> None:
    assert phrases(text, "vague_times") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The streets are safer.", ["safer"]),
        ("The update made the system 15% faster.", ["15% faster"]),
        ("Cod has become dearer.", ["become dearer"]),
        ("Days are longer in summer.", []),
        ("A longer cable costs more.", []),
        ("Unlike the old pump, the new one is quieter and cheaper.", []),
        ("If it is cheaper, buy it.", []),
        ("It is cheaper to walk.", []),
    ],
)
def test_comparatives_that_are_left(text: str, found: list[str]) -> None:
    assert phrases(text, "comparisons") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Many people fear that it is over.", ["people fear"]),
        ("Paediatricians warn of the drink.", ["Paediatricians warn"]),
        ("It has turned into what many analysts call a folly.", ["many analysts call"]),
        ("The sauce is said to be older.", ["is said to"]),
        ("Most people say hello.", []),
        ("Many people think about leaving.", []),
        ("Ask your doctor what experts recommend.", []),
        ("Researchers can report faults.", []),
        ("Any attack is considered an attack on all.", []),
        ("We asked ten users. Some said that it was slow.", []),
        ("Many say “the people”. Ada Quist says, “We like that.”", []),
    ],
)
def test_views_that_nobody_holds(text: str, found: list[str]) -> None:
    assert phrases(text, "authorities") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The HQZ met.", ["HQZ"]),
        ("The HQZ met. See [this](https://hqz.example/x).", []),
        ("The HQZ, the board of the harbour, met.", []),
        ("HQZ stands for nothing.", []),
        ("It works with Acme, HQZ and Bolt.", []),
        ("It has frameworks (for example, HQZ).", []),
        ("A client called HQZ paid.", []),
        ("Our HQZ tool is new.", []),
        ("The HQZ rule is new.", ["HQZ"]),
        ("We updated HQZ 2 and HQZ 3.", []),
    ],
)
def test_abbreviations_that_are_told(text: str, found: list[str]) -> None:
    assert phrases(text, "abbreviations") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She is the first woman to lead the choir.", ["the first woman to"]),
        ("The first guest to arrive was a bishop.", []),
        ("It was one of the first towns to have trams.", []),
        ("The offer was £2,866, which was the highest ever.", ["highest ever"]),
        ("We record time and money.", []),
        ("They did it in record time.", []),
        ("‘This is the best tool ever. It’s a joy,’ she said.", ["best tool ever"]),
    ],
)
def test_records(text: str, found: list[str]) -> None:
    assert phrases(text, "superlatives") == found


def test_a_figure_that_a_record_points_back_to_is_its_figure() -> None:
    claims = extract(read_article("The offer was £2,866, which was the highest ever.", "article.md", None)).claims
    assert claims.loc[claims["lexicon"] == "superlatives", "figured"].tolist() == [True]


def test_apostrophes_end_no_quotation() -> None:
    text = "One said ‘This is the best tool ever. It’s going to save us time.’ at last."
    claims = extract(read_article(text, "article.md", None)).claims
    assert claims.loc[claims["lexicon"] == "superlatives", "quoted"].tolist() == [True]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Best laptops 2023", "2023"),
        ("Camera guide 2021: what to buy", "2021"),
        ("Wage Report 2024", "2024"),
        ("Windows 2000 explained", None),
        ("Route 2023", None),
        ("Fly to Vienna", None),
    ],
)
def test_editions(title: str, year: str | None) -> None:
    found = edition_year(title, [])
    assert (title[found.start : found.end] if found else None) == year
