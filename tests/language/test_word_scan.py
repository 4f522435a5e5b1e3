"""Words and sentences by their spelling alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.word_scan import scan_texts


def sentences(text: str) -> list[str]:
    (parse,) = scan_texts([text])
    return [text[slice(*parse.sentence_span(number))] for number in range(len(parse.sentences))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose to 4.5%. Then it fell.", ["It rose to 4.5%.", "Then it fell."]),
        ("“Go!” She went.", ["“Go!”", "She went."]),
        ("Dr. A. Lund met Mr. Berg on 3 Jan. 2021.", ["Dr. A. Lund met Mr. Berg on 3 Jan. 2021."]),
        ("The rise (of 3%.) It fell.", ["The rise (of 3%.)", "It fell."]),
        ("version 2.1.4 is out", ["version 2.1.4 is out"]),
        ("Why? 12 people left.", ["Why?", "12 people left."]),
        ("It stood at no. 10 for years. it says", ["It stood at no. 10 for years. it says"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says_and_in_one_sentence(text: str) -> None:
    (parse,) = scan_texts([text])
    assert all(text[token.start : token.end] == token.text for token in parse.tokens)
    ends = [0, *(last for _, last in parse.sentences)]
    assert [first for first, _ in parse.sentences] == ends[:-1]
    assert ends[-1] == len(parse.tokens)
