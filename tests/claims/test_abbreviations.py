"""Initials: which abbreviations the words of an article spell."""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.abbreviations import _runs


def _spells(short: str, text: str) -> bool:
    return any(run.spells(short) for run in _runs(text))


@pytest.mark.parametrize(
    ("short", "text", "spelt"),
    [
        ("BOE", "the Bank of England", True),
        ("NHS", "the National and Rural Health Service", False),
        ("NRH", "the National and Rural Health Service", True),
        ("RSA", "Royal. Society of Arts", False),
        ("RSA", "the royal society of arts", False),
        ("RSOA", "the royal society of arts", True),
        ("ABC", "Alpha" + " small" * 9 + " Beta Circle", True),
        ("ABC", "Alpha" + " small" * 10 + " Beta Circle", False),
    ],
)
def test_spelt(short: str, text: str, spelt: bool) -> None:
    assert _spells(short, text) == spelt


@given(st.text(alphabet="ABab .", max_size=60))
def test_equal_to_trying_every_run(text: str) -> None:
    tried = set()
    for part in text.split("."):
        words = re.findall(r"[A-Za-z]+", part)
        for first in range(len(words)):
            for behind in range(first + 1, min(len(words), first + 12) + 1):
                letters = [word[0] for word in words[first:behind]]
                tried |= {"".join(letters).upper(), "".join(letter for letter in letters if letter.isupper())}
    for short in map("".join, product("AB", repeat=3)):
        assert _spells(short, text) == (short in tried)
