"""Final scores: which two a headline and a text give, and which are of another match or of a part of one."""

import pytest

from checker.articles import read_article
from checker.claims.extract import extract


def scores(title: str, text: str) -> list[str]:
    frames = extract(read_article(f"# {title}\n\n{text}\n", "article.md"))
    tied = frames.frames.loc[frames.frames["kind"] == "final_score", "claim"]
    rows = frames.claims.set_index("claim").loc[tied]
    return rows["entry"].tolist()


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Marle edge Tarn 31-29", "The visitors won 31-28 in the end.", ["31-29", "31-28"]),
        ("Marle edge Tarn 31–29", "Tarn lost 29-31.", ["31-29", "31-29"]),
        ("Wanderers 3 Orton Town 1", "Brill Wanderers 3 Orton Town 2", ["3-1", "3-2"]),
        ("Wanderers 3 Orton Town 1", "Marle City 3 Orton Town 2", []),
        ("Marle edge Tarn 31-29", "Marle led 16-14 at half-time.", []),
        ("Marle edge Tarn 31-29", "In October Tarn won 33-28.", []),
        ("Marle edge Tarn 31-29", "Tarn had won the previous meeting 33-28.", []),
        ("Marle edge Tarn 31-29", "Marle won 31-28. Orton lost to Brill 12-9.", []),
        ("Ida Holm wins 6-4 6-3", "She won 6-4 in the end.", []),
        ("Council votes 7-4 for the bridge", "Building costs rose.", []),
        ("School open 2014-16", "It won 3-1.", []),
    ],
)
def test_scores_of_a_headline_and_a_text(title: str, text: str, expected: list[str]) -> None:
    assert scores(title, text) == expected
