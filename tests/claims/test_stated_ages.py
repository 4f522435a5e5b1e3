"""Two ages of one person: which are read as told of one time."""

import pytest

from checker.articles import read_article
from checker.claims.extract import extract

PERSON = "Dora Mink, 79, has won a prize."


def ages_that_differ(text: str) -> list[str]:
    frames = extract(read_article(f"{text}\n", "article.md"))
    tied = frames.frames.loc[frames.frames["kind"] == "stated_ages", "claim"]
    return [str(age) for age in frames.claims.set_index("claim").loc[tied, "text"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{PERSON} Mink, 86, lives in Telč.",
        f"{PERSON} Mink, who is 86, lives in Telč, where she settled in 1975.",
        f"{PERSON}\n\nMink is 86.",
        "Dora Mink has died aged 79. Mink, who was 86, lived in Telč.",
        "Dora Mink has died aged 79.\n\nShe was 86 and had been ill for some time.",
        "---\ntitle: Dora Mink dies at 79\n---\n\nDora Mink died in Telč. She was 86.",
    ],
)
def test_two_ages_at_one_time(text: str) -> None:
    assert ages_that_differ(text) == ["79", "86"]


@pytest.mark.parametrize(
    "text",
    [
        f"{PERSON} Mink, 79, lives in Telč.",
        f"{PERSON} Mink, then 25, fled to Telč.",
        f"{PERSON} In 1968 Mink, 23, fled to Telč.",
        f"{PERSON} Mink was 25 when she fled to Telč.",
        f"{PERSON} She won her first at 25.",
        f"{PERSON} Her brother, Karel Mink, 82, lives in Telč.",
        f"{PERSON} Her brother was 82.",
        f"{PERSON} Mink will be 80 in May.",
        f"{PERSON} “Mink, 86, is a fraud,” a rival wrote.",
        "Dora Mink, 25, fled to Telč. Mink, now 79, has won a prize.",
        "Dora Mink, 79, and Karel Mink, 82, live in Telč. Mink, 82, is a painter.",
        "Dora Mink and Karel Hus, 79 and 82, live in Telč. Hus, 82, is a painter.",
    ],
)
def test_ages_of_other_times_and_people(text: str) -> None:
    assert ages_that_differ(text) == []
