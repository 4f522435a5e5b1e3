"""Carets stand under what they mean, however wide, long or broken the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.output.excerpt import Mark, excerpt
from checker.output.terminal import ELLIPSIS, harmless, prefix_of_width, width

LINE = "It carried 14,000 riders in its first week, and 12,500 riders in its second."


def mark(line: str, quote: str, sign: str = "(1)") -> Mark:
    start = line.index(quote)
    return Mark(start, start + len(quote), sign)


def under_carets(line: str, carets: str) -> str:
    """The part of `line` that the first run of carets underlines, by terminal columns."""
    before = width(carets.split("^", 1)[0])
    length = carets.count("^")
    beginning = prefix_of_width(line, before)
    return prefix_of_width(line[len(beginning) :], length)


@pytest.mark.parametrize(
    ("line", "quote", "columns", "shown", "carets"),
    [
        ("It cost £5m.", "£5m", 40, "It cost £5m.", "        ^^^ (1)"),
        ("\tIt cost £5m.", "£5m", 40, " It cost £5m.", "         ^^^ (1)"),
        ("東京で £5m.", "£5m", 40, "東京で £5m.", "       ^^^ (1)"),
        ("cafe\u0301 £5m.", "£5m", 40, "cafe\u0301 £5m.", "     ^^^ (1)"),
        ("bad \x1b[2J £5m.", "£5m", 40, "bad ␛[2J £5m.", "         ^^^ (1)"),
        ("one two three £5m four five six", "£5m", 13, "… £5m four …", "  ^^^ (1)"),
        ("£5m one two three four", "£5m", 13, "£5m one two …", "^^^ (1)"),
        ("one two three four £5m", "£5m", 13, "… four £5m", "       ^^^ (1)"),
        ("a quote longer than the room", "quote longer than the room", 12, "quote …", "^^^^^^^ (1)"),
    ],
)
def test_one_mark(line: str, quote: str, columns: int, shown: str, carets: str) -> None:
    assert excerpt(line, [mark(line, quote)], columns) == (shown, carets)


def test_marks_that_fit_share_a_line() -> None:
    clipped = excerpt(LINE, [mark(LINE, "14,000 riders"), mark(LINE, "12,500 riders", "(2)")], 60)
    assert clipped is not None and width(clipped.line) <= 60
    assert clipped.line[clipped.carets.index("^") :].startswith("14,000 riders")
    assert clipped.line[clipped.carets.rindex("^") - 12 :].startswith("12,500 riders")


@pytest.mark.parametrize(
    ("quotes", "columns"),
    [
        (("14,000", "12,500"), 20),  # too far apart
        (("14,000 riders", "riders in its"), 100),  # overlapping
        (("14,000", "riders"), 100),  # no room for a number between
        (("12,500", "14,000"), 100),  # out of order
    ],
)
def test_marks_that_do_not_fit_are_refused(quotes: tuple[str, str], columns: int) -> None:
    marks = [mark(LINE, quote) for quote in quotes]
    assert excerpt(LINE, marks, columns) is None


@given(st.data(), st.integers(12, 60))
def test_excerpt_fits_and_carets_stand_under_the_quote(data: st.DataObject, columns: int) -> None:
    text = st.text(st.sampled_from("ab é日\t“\u0301🙂"), max_size=80)
    before, after = data.draw(text), data.draw(text)
    quote = data.draw(st.text(st.sampled_from("xyz"), min_size=1, max_size=10))
    line = before + quote + after
    clipped = excerpt(line, [Mark(len(before), len(before) + len(quote), "")], columns)
    assert clipped is not None
    assert width(clipped.line) <= columns
    assert under_carets(clipped.line, clipped.carets).replace("\u0301", "") == quote
    assert clipped.line.strip(ELLIPSIS) in harmless(line)
