"""What was read of an article before anything is claimed: each block with its parse, figures, times and quotations."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from checker.articles.article import Article, Block, Zone
from checker.claims.editions import edition_year
from checker.errors import ArticleError
from checker.language.dates import find_timexes
from checker.language.parse import Parse, Parser, Token, parse_texts
from checker.language.quantities import find_quantities
from checker.language.quantity import Quantity
from checker.language.timex import Timex

_QUOTATION = re.compile(r"“[^“”]{1,2000}”|(?<!\w)\"[^\"]{1,2000}\"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w)){25,2000}’(?!\w)")


Found = TypeVar("Found", Quantity, Timex)
LONGEST_BLOCK = 500_000  # characters of a paragraph, heading or cell


@dataclass(slots=True)
class BlockReading:
    """One block, read. All offsets are half-open code points of the block's text."""

    block: Block
    parse: Parse
    quantities: list[Quantity]
    timexes: list[Timex]
    quotations: list[tuple[int, int]] = field(default_factory=list)
    first_sentence: int = 0  # number in the article of the block's first sentence
    _times: dict[int, list[Timex]] | None = field(default=None, init=False, repr=False)
    _figures: dict[int, list[Quantity]] | None = field(default=None, init=False, repr=False)
    _timed: frozenset[int] | None = field(default=None, init=False, repr=False)
    _spoken_for: frozenset[int] | None = field(default=None, init=False, repr=False)

    def quoted(self, start: int, end: int) -> bool:
        """Whether the span lies inside quotation marks or the whole block is a quotation."""
        return self.block.zone == Zone.QUOTE or any(first <= start and end <= last for first, last in self.quotations)

    def tokens_in(self, start: int, end: int) -> range:
        """Indices of the tokens that the span touches."""
        first = self.parse.token_at(start)
        last = self.parse.token_at(max(start, end - 1))
        return range(first, last + 1)

    def times_in(self, sentence: int) -> Sequence[Timex]:
        """The times of a sentence of the block, in order of position."""
        if self._times is None:
            self._times = self._by_sentence(self.timexes)
        return self._times.get(sentence, ())

    def figures_in(self, sentence: int) -> Sequence[Quantity]:
        """The figures of a sentence of the block, in order of position."""
        if self._figures is None:
            self._figures = self._by_sentence(self.quantities)
        return self._figures.get(sentence, ())

    def _by_sentence(self, found: Sequence[Found]) -> dict[int, list[Found]]:
        groups: dict[int, list[Found]] = {}
        for one in found:
            groups.setdefault(self.parse.sentence_of(self.parse.token_at(one.start)), []).append(one)
        return groups

    @property
    def timed(self) -> frozenset[int]:
        """The tokens that belong to a time."""
        if self._timed is None:
            self._timed = frozenset(index for t in self.timexes for index in self.tokens_in(t.start, t.end))
        return self._timed

    @property
    def spoken_for(self) -> frozenset[int]:
        """The tokens that belong to a time or a figure."""
        if self._spoken_for is None:
            figured = (index for q in self.quantities for index in self.tokens_in(q.start, q.end))
            self._spoken_for = self.timed.union(figured)
        return self._spoken_for


@dataclass(slots=True)
class Mention:
    """A claim in the making: its row, and where in the parse it came from.

    `start`, `end` are block offsets; `token` is the head (noun, verb or figure) that the scope is read from.
    `source` is the Quantity or Timex it was read from, if any; `arguments` are known of events only.
    """

    reading: BlockReading
    start: int
    end: int
    token: int
    row: dict[str, Any]
    source: Quantity | Timex | None = None
    arguments: tuple[tuple[Token, ...], tuple[Token, ...]] | None = None  # of an event: who acts, what is acted upon

    @property
    def sentence(self) -> int:
        """Number of the mention's sentence in the article."""
        return self.reading.first_sentence + self.reading.parse.sentence_of(self.token)


def read_blocks(article: Article, parser: Parser = parse_texts) -> list[BlockReading]:
    """Reads every block of an article that holds text.

    Relative times resolve against the article's own publication date, or stay unresolved where it has none. Raises
    ArticleError for a block that the parser would need gigabytes of memory for.
    """
    blocks = [block for block in article.blocks if block.text.strip()]
    for block in blocks:
        if len(block.text) > LONGEST_BLOCK:
            line, _ = article.position(block.source.pieces[0].source_start if block.source.pieces else 0)
            raise ArticleError(
                f"{article.path}: the paragraph in line {line} has {len(block.text):,} characters; "
                f"{LONGEST_BLOCK:,} are the most that can be read. Break it up, or leave the file out."
            )
    anchor = article.published.value if article.published and article.published.precision == "day" else None
    readings = []
    sentence = 0
    for block, parse in zip(blocks, parser(block.text for block in blocks), strict=True):
        reading = _read(block, parse, anchor)
        reading.first_sentence = sentence
        sentence += max(1, len(parse.sentences))
        readings.append(reading)
    return readings


def _read(block: Block, parse: Parse, anchor: dt.date | None) -> BlockReading:
    timexes = find_timexes(block.text, anchor)
    if block.zone == Zone.TITLE and (edition := edition_year(block.text, timexes)):
        timexes = [edition]
    # A duration is also a quantity with a unit of time, so it does not hide its figure.
    taken = [(timex.start, timex.end) for timex in timexes if timex.kind != "duration"]
    quantities = find_quantities(block.text, taken=taken)
    quotations = [match.span() for match in _QUOTATION.finditer(block.text)]
    return BlockReading(block, parse, quantities, timexes, quotations)
