"""Vague and stale phrases, and the context that excuses them."""

from __future__ import annotations

import datetime as dt

import pytest

from checker.articles import read_article
from checker.claims.extract import extract


def phrases(text: str, lexicon: str, published: dt.date | None = None) -> list[str]:
    """The phrases of a lexicon in an article, as written."""
    claims = extract(read_article(text, "article.md", published)).claims
    return claims.loc[(claims["kind"] == "phrase") & (claims["lexicon"] == lexicon), "text"].tolist()


def column(text: str, name: str, kind: str = "phrase") -> list[object]:
    """A column of the rows of a kind; of phrases, those that say how many or compare."""
    claims = extract(read_article(text, "article.md", None)).claims
    chosen = (claims["kind"] == kind) & claims["lexicon"].isin(["", "vague_quantities", "comparisons", "vague_times"])
    return claims.loc[chosen, name].tolist()


@pytest.mark.parametrize(
    "text, found",
    [
        ("Experts say so.", ["Experts say"]),
        ("Some experts have warned of it.", ["Some experts have warned"]),
        ("It is often described by historians as unlucky.", ["described by historians"]),
        ("According to economists, rates will fall.", ["According to economists"]),
        ("Studies show that tea is harmless.", ["Studies show"]),
        ("Research suggests that it works.", ["Research suggests"]),
        ("Many believe that he lied.", ["Many believe"]),
        ("It has been argued that he lied.", ["It has been argued that"]),
        ("She is widely regarded as a genius.", ["is widely regarded as"]),
        ("Three experts say so.", []),
        ("The experts say so.", []),
        ("Their experts say so.", []),
        ("Experts from the Corran Institute say so.", []),
        ("Analysts such as Mary Lamb say so.", []),
        ("Experts arrived at noon.", []),
        ("The work was done by experts.", []),
        ("A study by Leeds University shows it.", []),
        ("He was considered for the post.", []),
        ("Many of the trees fell.", []),
    ],
)
def test_unnamed_authorities(text: str, found: list[str]) -> None:
    assert phrases(text, "authorities") == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("They have met several times.", ["several times"]),
        ("A very large number of homes lost power.", ["A very large number of"]),
        ("Many homes were destroyed.", ["Many"]),
        ("The blaze destroyed several houses.", ["several"]),
        ("Several people sat on the wall.", []),
        ("Many thanks to all.", []),
        ("The number of homes is known.", []),
    ],
)
def test_vague_quantities(text: str, found: list[str]) -> None:
    assert phrases(text, "vague_quantities") == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("It may possibly rain.", ["may possibly"]),
        ("It could potentially rain.", ["could potentially"]),
        ("It may rain.", []),
        ("It rained in May, possibly twice.", []),
        ("We met in May; possibly you came.", []),
    ],
)
def test_hedges(text: str, found: list[str]) -> None:
    assert phrases(text, "hedges") == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("A study found that cats dream.", ["A study found"]),
        ("According to one recent report, cats dream.", ["According to one recent report"]),
        ("A study by Dr Amara Okafor found that cats dream.", []),
        ("The study found that cats dream.", []),
        ("She published a study.", []),
        ("A study found that cats dream. Dr Amara Okafor said it was hers.", []),
    ],
)
def test_undefined_works(text: str, found: list[str]) -> None:
    assert phrases(text, "references") == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("The HQZ met. The HQZ rose.", ["HQZ"]),
        ("The Harbour Quality Zone met. The HQZ rose.", []),
        ("The harbour board (HQZ) met. The HQZ rose.", []),
        ("The HQZ (the harbour board) met.", []),
        ("The [HQZ](https://example.org) met.", []),
        ("NASA met. This is NOT so.", []),
        ("THE HQZ MET ON MONDAY.", []),
        ("The code is HQZ-17 or hqz@example.org.", []),
        ("They sell hqz. HQZ is dear.", []),
    ],
)
def test_abbreviations(text: str, found: list[str]) -> None:
    assert phrases(text, "abbreviations") == found


@pytest.mark.parametrize(
    "text, found",
    [
        ("The latest count, for 2021, was 29.\n\nIn 2024 it was 41.", ["latest count", "2024"]),
        ("The latest count, for 2021, was 29.\n\nIn 2019 it was 41.", []),
        ("Version 4.4 is out.\n\nThe latest version, 4.2, is here.", ["4.4", "latest version"]),
        ("Version 4.1 is out.\n\nThe latest version, 4.2, is here.", []),
        ("The latest version, 4.2, costs 4.4 million.", []),
    ],
)
def test_successions(text: str, found: list[str]) -> None:
    assert phrases(text, "successions") == found


@pytest.mark.parametrize("text", ["We moored at New Recent Years Quay.", "He edits The Latest Count daily."])
def test_names_are_no_phrases(text: str) -> None:
    assert column(text, "text") == []


@pytest.mark.parametrize(
    "text, cited",
    [
        ("Dozens of boats sank.", False),
        ("Dozens of [boats](https://example.org) sank.", True),
        ("Dozens of boats sank, said Ann Cole.", True),
        ("Dozens of boats sank, according to Corran Council.", True),
        ("Dozens of boats sank (Smith et al., 2020).", True),
        ("Dozens of boats sank, said a sailor.", False),
    ],
)
def test_cited(text: str, cited: bool) -> None:
    assert column(text, "cited") == [cited]


@pytest.mark.parametrize(
    "text, dated",
    [
        ("Dozens of boats sank.", False),
        ("Dozens of boats sank in 2019.", True),
        ("In 2019 a storm came. Dozens of boats sank.", True),
        ("A storm came in 2019. Dozens of boats sank.", False),
        ("As of March 2026 all is well. Dozens of boats sank.", True),
        ("Dozens of boats sank last year.", False),
        ("## The storm of 2019\n\nDozens of boats sank.", True),
    ],
)
def test_dated(text: str, dated: bool) -> None:
    assert column(text, "dated") == [dated]


@pytest.mark.parametrize(
    "text, figured",
    [
        ("Dozens of boats sank.", False),
        ("Dozens of boats sank, 48 in all.", True),
        ("Dozens of boats sank. The harbour lost 48.", False),
        ("Dozens of boats sank in two harbours.", False),
    ],
)
def test_figured(text: str, figured: bool) -> None:
    assert column(text, "figured") == [figured]


@pytest.mark.parametrize(
    "text, compared",
    [
        ("It is far more expensive.", False),
        ("It is far more expensive than before.", True),
        ("It is far more expensive, compared with a bus.", True),
    ],
)
def test_compared(text: str, compared: bool) -> None:
    assert column(text, "compared") == [compared]


@pytest.mark.parametrize(
    "text, roles",
    [
        ("A tram will open in 2024.", ["deadline"]),
        ("A tram is due to open in 2024.", ["deadline"]),
        ("A tram is planned for 2024.", ["deadline"]),
        ("A tram is opening in 2024.", ["deadline"]),
        ("The council plans to open it in 2024.", ["deadline"]),
        ("The meeting of 2024 will be streamed.", ["deadline"]),
        ("They set a target of 5% by 2024 and aim to reach 6%.", [""]),
        ("The council aims to meet its target by 2024.", ["deadline"]),
        ("A tram opened in 2024.", [""]),
        ("A tram was due to open in 2024.", [""]),
        ("He said a tram would open in 2024.", [""]),
        ("They will study the summit of 2024.", [""]),
        ("They had to reach the target by 2024, and missed it.", [""]),
    ],
)
def test_deadlines(text: str, roles: list[str]) -> None:
    assert column(text, "role", kind="date") == roles
