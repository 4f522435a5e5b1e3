"""Words frames: a number in words with its figure in brackets, "thirty (30) days". Slots: `words`, `figures`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claims.frames.frame import Frame, number_mention
from checker.claims.frames.passage import Page, Passage, is_plain, quantity
from checker.claims.reading import Mention
from checker.language.units import dimension

_BRACKETED = re.compile(r"\s?[(\[]\s?(?P<number>(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,12})(?:\.\d{1,6})?)\s?[)\]]")
_SPOKEN = {"INR": "rupee", "NOK": "crown", "SEK": "crown", "DKK": "crown", "CZK": "crown", "CHF": "franc"}
_ROUNDED = 0.06  # "ten million dollars ($10.4m)" is round, not wrong
_ENUMERATED = re.compile(r"\(1\)[^()]{1,400}\(2\)")


def find(page: Page) -> Iterator[Frame]:
    """Every number that is given twice, once in words and once in figures, the figures alone in brackets."""
    for passage in page.passages():
        for figure in passage.figures:
            source = quantity(figure)
            match = _BRACKETED.match(passage.reading.block.text, source.number_end)
            if source.in_words and match is not None and source.role not in ("ratio", "multiple", "rank"):
                yield from _frame(passage, figure, match)
        for spoken, written in pairwise(passage.figures):
            if passage.between(spoken, written) == "(" and _is_sum_again(spoken, written):
                yield Frame("words", (("words", spoken), ("figures", written)))


def _is_sum_again(spoken: Mention, written: Mention) -> bool:
    """Whether "twelve lakh rupees" and "₹21,00,000" give one sum of money, and not one of them in round words."""
    words, figures = quantity(spoken), quantity(written)
    money = dimension(figures.unit) == "currency" and words.unit in (figures.unit, _SPOKEN.get(figures.unit))
    if not (money and words.in_words and is_plain(spoken) and is_plain(written)) or words.approximate:
        return False
    return abs((words.value or 0.0) - (figures.value or 0.0)) > _ROUNDED * (figures.value or 0.0)


def _frame(passage: Passage, figure: Mention, match: re.Match[str]) -> Iterator[Frame]:
    value = float(match["number"].replace(",", ""))
    if value < 10 and _ENUMERATED.search(passage.text):
        return  # "(1) … and (2)" count the clauses
    start, end = match.span("number")
    decimals = len(match["number"].partition(".")[2])
    number = number_mention(passage.reading, start, end, value, quantity(figure).unit, 0.5 * 10.0**-decimals)
    yield Frame("words", (("words", figure), ("figures", number)))
