"""Widths and hostile characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judge.finding import Severity
from checker.output.terminal import Style, harmless, prefix_of_width, shortened, suffix_of_width, width

SAFE_CATEGORIES = {"L", "M", "N", "P", "S", "Z"}


@given(st.text(st.characters()))
def test_harmless_keeps_length_and_holds_nothing_that_steers_a_terminal(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs") or c in "\u2028\u2029\u202e\u2066"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc\r\nd", "a b c  d"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("\x9b31m", "�31m"),
        ("a\u202eb", "a�b"),
        ("\ud800", "�"),
        ("née “日本” 🙂", "née “日本” 🙂"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.integers(0, 40))
def test_pieces_fit_and_are_as_long_as_can_be(text: str, columns: int) -> None:
    beginning, end = prefix_of_width(text, columns), suffix_of_width(text, columns)
    assert text.startswith(beginning) and text.endswith(end)
    assert width(beginning) <= columns and width(end) <= columns
    if width(text) <= columns:
        assert len(text) > 4 * columns or (beginning == end == text)


@pytest.mark.parametrize(
    ("text", "columns", "cut"),
    [("four", 4, "four"), ("fives", 4, "fiv…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"), ("to the end", 4, "to…")],
)
def test_shortened(text: str, columns: int, cut: str) -> None:
    assert shortened(text, columns) == cut


def test_colour_is_put_on_only_where_wanted() -> None:
    assert Style(color=False).severity("error", Severity.ERROR) == "error"
    assert Style(color=True).severity("error", Severity.ERROR) == "\x1b[1;31merror\x1b[0m"
    assert Style(color=True).faint("") == ""
