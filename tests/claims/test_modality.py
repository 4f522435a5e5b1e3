"""How far an article stands behind what it says."""

import pytest

import checker

CLAIM = "It is often said that the tablets were never tested on 400 women."


def modality(text: str) -> str:
    claims = checker.check(text, path="article.txt", rules=()).claims
    return str(claims[claims["kind"] == "quantity"]["modality"].iloc[0])


@pytest.mark.parametrize(
    "following",
    ["That is untrue.", "This is simply not true.", "That’s a common myth.", "Not so.", "Wrong: they were, in May."],
)
def test_what_the_next_sentence_refutes_is_not_claimed(following: str) -> None:
    assert modality(f"{CLAIM} {following}") == "hypothetical"


@pytest.mark.parametrize(
    "following", ["", "That is true.", "That is so.", "That is no surprise.", "It is a large trial."]
)
def test_what_the_next_sentence_bears_out_stays_as_it_is(following: str) -> None:
    assert modality(f"{CLAIM} {following}") == modality(CLAIM)
