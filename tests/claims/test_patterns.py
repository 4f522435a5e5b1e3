"""Phrase patterns: their small language, their errors, and that no text can make them run away."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.patterns import Slot, compile_pattern, find_patterns, matches_at, word_set
from checker.errors import RuleError
from checker.language.parse import Token, make_parse

LISTS = {"years": ["years", "months"], "saying": ["SAY", "ARGUE"]}


def tokens(text: str) -> list[Token]:
    """Tokens of words split at blanks, each its own lemma but for a few."""
    lemmas = {"says": "say", "said": "say", "argued": "argue"}
    found, start = [], 0
    for index, word in enumerate(text.split()):
        found.append(
            Token(
                index, word, lemmas.get(word.lower(), word.lower()), "X", "XX", "dep", index, start, start + len(word)
            )
        )
        start += len(word) + 1
    return found


@pytest.mark.parametrize(
    "pattern, text, length",
    [
        ("in recent <years>", "in recent months , they", 3),
        ("in recent <years>", "in recent days", 0),
        ("experts SAY", "Experts said so", 2),
        ("experts SAY", "experts saying", 0),
        ("he <saying>", "he argued", 2),
        ("a [very] large number", "a large number", 3),
        ("a [very] large number", "a very large number", 4),
        ("may|might possibly", "might possibly rise", 2),
        ("the largest ... ever", "the largest ever", 3),
        ("the largest ... ever", "the largest public park ever", 5),
        ("the largest ... ever", "the largest park that anyone had ever", 0),
        ("all-time high", "all - time high", 4),
        ("all-time high", "all time high", 3),
        ("the world's", "the world 's", 3),
    ],
)
def test_pattern(pattern: str, text: str, length: int) -> None:
    assert max(0, matches_at(compile_pattern("x", pattern, LISTS), tokens(text), 0)) == length


@pytest.mark.parametrize(
    "pattern, complaint",
    [
        ("", "must begin and end with a word"),
        ("[very] large", "must begin and end with a word"),
        ("large ...", "must begin and end with a word"),
        ("in <decades>", "not one of the lexicon's word lists: years, saying"),
        ("a ... b ... c ... d", "more than 2 gaps"),
        ("a b c d e f g h i j k l m", "longer than 12 words"),
    ],
)
def test_pattern_mistakes_are_sentences(pattern: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        compile_pattern("x", pattern, LISTS)


def test_list_of_phrases_is_refused() -> None:
    with pytest.raises(ValueError, match='"a lot" is more than one word'):
        compile_pattern("x", "<much> more", {"much": ["far", "a lot"]})


def test_unknown_list_of_a_lexicon_is_named() -> None:
    with pytest.raises(RuleError, match=r'questions\.toml: there is no word list "colours"'):
        word_set("questions", "colours")


def test_exceptions_hide_what_they_overlap() -> None:
    parse = make_parse("", tokens("write as soon as you can and we open soon"), [(0, 10)])
    assert [(match.first, match.last) for match in find_patterns("vague_times", parse)] == [(9, 10)]


@given(
    st.lists(st.sampled_from(["a", "very", "large", "number", "of", "in", "the", "past", "few", "years"]), max_size=60)
)
def test_matches_are_in_order_and_do_not_overlap(words: list[str]) -> None:
    found = find_patterns("vague_times", make_parse("", tokens(" ".join(words)), [(0, len(words))]))
    assert all(match.first < match.last <= len(words) for match in found)
    assert all(before.last <= after.first for before, after in pairwise(found))


def test_hostile_text_takes_linear_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text is twice the work, counted in words compared."""
    compared = 0

    def counting(slot: Slot, token: Token) -> bool:
        nonlocal compared
        compared += 1
        return fits(slot, token)

    fits = Slot.fits
    monkeypatch.setattr(Slot, "fits", counting)
    work = []
    for size in (200, 400):
        compared = 0
        find_patterns("superlatives", make_parse("", tokens("the most the largest " * size), [(0, 4 * size)]))
        work.append(compared)
    assert work[1] <= 2.1 * work[0]
