"""A definite figure that the article gives nowhere else points to the only one that counts the same."""

import pytest

import checker
from checker.judge.pointing import NOWHERE, pointed_at


def pointing(text):
    claims = checker.check(text, path="article.md").claims.assign(article="a")
    numbers = pointed_at(claims)
    texts = dict(zip(claims["claim"], claims["text"], strict=True))
    return {text: texts[number] for text, number in zip(claims["text"], numbers, strict=True) if number != NOWHERE}


def test_the_only_figure_of_its_kind_and_size_is_meant():
    text = "Fewer than 200 homes were damp. Of the 231 houses which were flooded, nineteen are empty."
    assert pointing(text) == {"231 houses": "Fewer than 200 homes"}


@pytest.mark.parametrize(
    "text",
    [
        "It has 231 houses. Of the 231 houses which were flooded, nineteen are empty.",  # the article gives it
        "It has 200 homes and 300 homes were built. Of the 231 houses which were flooded, some are empty.",  # two fit
        "It has 20 homes. Of the 231 houses which were flooded, some are empty.",  # another size
        "It has 200 shops. Of the 231 houses which were flooded, some are empty.",  # another kind
        "It has nine homes. The eight houses which were flooded are empty.",  # small numbers
        "It will build 200 homes. Of the 231 houses which were flooded, some are empty.",  # not yet
    ],
)
def test_nothing_is_meant(text):
    assert pointing(text) == {}
