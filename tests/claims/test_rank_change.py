"""Ranks before and after a change are found with the word that says which way it went."""

import pytest

from tests.claims.test_frames_in_text import frames


@pytest.mark.parametrize(
    ("text", "start", "end", "word"),
    [
        ("Orton slipped from sixth place to fourth.", "sixth", "fourth", "slipped"),
        ("The club was 14th in 2024 and climbed to 19th.", "14th", "19th", "climbed"),
        ("Orton rose to sixth in the league from ninth.", "ninth", "sixth", "rose"),
    ],
)
def test_rank_change(text, start, end, word):
    assert frames(text, "rank_change") == [{"from": [start], "to": [end], "direction": [word]}]


@pytest.mark.parametrize(
    "text",
    [
        "They moved up from the second floor to the third.",
        "He fell at the third fence and the fourth.",
        "She was third in 2023 and fourth in 2024.",
    ],
)
def test_no_rank_change(text):
    assert frames(text, "rank_change") == []
