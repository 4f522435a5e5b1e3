"""What is held back where a rule speaks too often."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.articles import read_article
from checker.density import thinned, words
from checker.judge.finding import Finding, Location, Severity


def finding(rule: str, places: int = 1) -> Finding:
    place = Location(0, 1, 1, 1, 1, 2, "x")
    return Finding(rule, "p", Severity.NOTE, "how many?", "0", (place,) * places)


def article(count: int, front_matter: str = "") -> object:
    return read_article(front_matter + "word " * count, "a.md", None)


@pytest.mark.parametrize(
    ("count", "most", "found", "shown", "held_back"),
    [
        (1000, 2, 5, 2, 3),
        (1000, 5, 5, 5, 0),
        (1001, 2, 5, 3, 2),  # what is left over counts as one more
        (100, 1, 5, 1, 4),  # one at least
        (3000, 0.5, 5, 2, 3),
        (0, 1, 5, 1, 4),
    ],
)
def test_how_many(count: int, most: float, found: int, shown: int, held_back: int) -> None:
    result = thinned(article(count), [finding("r")] * found, {"r": most})  # type: ignore[arg-type]
    assert (len(result.shown), len(result.held_back)) == (shown, held_back)


def test_those_that_mend_most_places_are_kept_in_order_of_position() -> None:
    found = [finding("r"), finding("other"), finding("r"), finding("r", 3), finding("r"), finding("other")]
    result = thinned(article(1500), found, {"r": 1})  # type: ignore[arg-type]
    assert [(one.rule, len(one.locations)) for one in result.shown] == [("r", 1), ("other", 1), ("r", 3), ("other", 1)]
    assert [one.message for one in result.shown if one.rule == "r"] == [
        "how many?",
        "how many? (2 more like it are held back)",
    ]
    assert all(one.message == "how many?" for one in result.held_back)


def test_metadata_are_no_words() -> None:
    assert words(article(7, "---\nslug: a b c\ntags: [d, e]\n---\n")) == 7  # type: ignore[arg-type]


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 3)), max_size=30),
    st.dictionaries(st.sampled_from("ab"), st.floats(0.1, 50)),
    st.integers(0, 3000),
)
def test_nothing_is_lost(found: list[tuple[str, int]], most: dict[str, float], count: int) -> None:
    findings = [finding(*one) for one in found]
    result = thinned(article(count), findings, most)  # type: ignore[arg-type]
    assert len(result.shown) + len(result.held_back) == len(findings)
    assert {one.rule for one in result.shown} == {one.rule for one in findings}
    assert sum(one.rule == "c" for one in result.held_back) == 0
