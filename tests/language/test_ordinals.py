"""Ranks are found when they are asked for."""

import pytest

from checker.language.ordinals import find_ordinals
from checker.language.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("It was the third visit and the 5th in all.", {"third": 3, "5th": 5}),
        ("She finished second and he came 12th.", {"second": 2, "12th": 12}),
        ("The second-largest city and its twenty-first mayor", {"second": 2, "twenty-first": 21}),
        ("It is No 5 here, No. 1 there and number one with me.", {"No 5": 5, "No. 1": 1, "number one": 1}),
    ],
)
def test_rank(text, ranks):
    found = find_ordinals(text)
    assert {text[rank.start : rank.end]: rank.value for rank in found} == ranks
    assert {rank.role for rank in found} == {"rank"}
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The First World War and the 9th Circuit",
        "the 21st century",
        "in the third quarter",
        "on the 4th of July and on May 14th",
        "It was first established in 1928.",
        "a third of them",
        "No one came.",
        "It lasted thirty second longer.",
    ],
)
def test_no_rank(text):
    assert find_ordinals(text) == []
