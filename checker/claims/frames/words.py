"""Words frames: a number in words with its figure in brackets, "thirty (30) days". Slots: `words`, `figures`."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, quantity, span
from checker.claims.reading import Mention


def find(page: Page) -> Iterator[Frame]:
    """Every number that is given twice, once in words and once in figures, one of them alone in brackets."""
    for passage in page.passages():
        for first, second in zip(passage.figures, passage.figures[1:], strict=False):
            if _is_bracketed(passage, first, second) and quantity(first).in_words != quantity(second).in_words:
                words, figures = (first, second) if quantity(first).in_words else (second, first)
                if quantity(words).unit == quantity(figures).unit or "count" in _units(words, figures):
                    yield Frame("words", (("words", words), ("figures", figures)))


def _units(first: Mention, second: Mention) -> set[str]:
    return {quantity(first).unit, quantity(second).unit}


def _is_bracketed(passage: Passage, first: Mention, second: Mention) -> bool:
    """Whether `second` fills the brackets right behind `first`."""
    text = passage.reading.block.text
    (_, left), (right, end) = span(first), span(second)
    opening = text[left:right].strip()
    return opening in ("(", "[") and text[end : end + 1] in (")", "]")
