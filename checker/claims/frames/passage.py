"""An article as frames are found in it: sentences with their figures in order, lists and tables."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.claims.canonical import canonical, light_words
from checker.claims.frames.fractions import bare_fractions
from checker.claims.reading import BlockReading, Mention
from checker.language.quantity import Bound, Quantity
from checker.language.timex import Timex
from checker.language.units import dimension

_STOPS = (".", "!", "?", "…")
# The parser overlooks a full stop behind a unit: "It fell to €95m. Stock rose."
_MISSED_STOP = re.compile(r"\d ?[a-z%]{0,3}(?P<stop>\.)\s+(?P<next>[A-Z“\"‘])")
_CLOSING = "\"'”’)]»"
_NOT_COUNTED = {"rank", "reference"}  # roles of figures that no sum or comparison reckons with


@dataclass(slots=True, eq=False)
class Passage:
    """One sentence. `figures` are its quantities and `times` its dates and durations, each in order of position.

    `plain` is the lower-case text of the whole block with the times blanked out, so that offsets stay those of the
    block; `start`, `end` are the sentence's half-open offsets.
    """

    reading: BlockReading
    start: int
    end: int
    plain: str
    figures: list[Mention] = field(default_factory=list)
    times: list[Mention] = field(default_factory=list)
    set_aside: list[Mention] = field(default_factory=list)  # figures that `only` has left out

    def only(self, wanted: Callable[[Mention], bool]) -> Passage:
        """The same sentence with the figures that are `wanted`; the others become words like any other."""
        kept = [figure for figure in self.figures if wanted(figure)]
        return replace(self, figures=kept, set_aside=[figure for figure in self.figures if not wanted(figure)])

    def adjoin(self, first: Mention, second: Mention) -> bool:
        """Whether no figure that was set aside stands between two others."""
        return not any(span(first)[1] <= span(figure)[0] < span(second)[0] for figure in self.set_aside)

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.reading.block.text[self.start : self.end]

    def nouns(self) -> set[str]:
        """The canonical nouns and names of the sentence, without light words and dates."""
        parse = self.reading.parse
        tokens = parse.tokens[parse.token_at(self.start) : parse.token_at(self.end - 1) + 1]
        told = (
            t for t in tokens if t.pos in ("NOUN", "PROPN") and t.entity not in ("DATE", "TIME") and len(t.text) > 2
        )
        return {canonical(token).lower() for token in told} - light_words()

    def names(self, label: str = "") -> set[str]:
        """The words of the names in the sentence, in lower case; with `label` only of those recognised as such."""
        parse = self.reading.parse
        tokens = parse.tokens[parse.token_at(self.start) : parse.token_at(self.end - 1) + 1]
        named = (token for token in tokens if token.pos == "PROPN" and token.entity not in ("DATE", "TIME"))
        return {token.text.lower() for token in named if label in ("", token.entity)}

    def before(self, mention: Mention) -> str:
        """The words between the previous figure, or the sentence's start, and `mention`."""
        first, _ = span(mention)
        index = bisect_left(self.figures, first, key=_start)
        left = max(self.start, span(self.figures[index - 1])[1]) if index else self.start
        return _words(self.plain[left:first])

    def after(self, mention: Mention) -> str:
        """The words between `mention` and the next figure, or the sentence's end."""
        _, last = span(mention)
        index = bisect_left(self.figures, last, key=_start)
        right = _start(self.figures[index]) if index < len(self.figures) else self.end
        return _words(self.plain[last:right])

    def between(self, first: Mention, second: Mention) -> str:
        """The words between two mentions of the sentence, times left out."""
        return _words(self.plain[span(first)[1] : span(second)[0]])


@dataclass(slots=True, eq=False)
class Page:
    """An article's passages, by block and in order; `readings` are its blocks, `events` the claims of that kind."""

    readings: Sequence[BlockReading]
    blocks: list[list[Passage]]
    events: Sequence[Mention] = ()

    def passages(self) -> Iterator[Passage]:
        """Every sentence of the article in order."""
        for block in self.blocks:
            yield from block

    def amounts(self) -> Iterator[tuple[Passage, Passage | None]]:
        """Every sentence without its lengths of time and ages, each with the sentence before it in the same block.

        A sentence that speaks of several lengths of time comes a second time, with nothing left out.
        """
        for block in self.blocks:
            previous: Passage | None = None
            for passage in block:
                plain = passage.only(_is_amount)
                yield plain, previous
                if len(passage.figures) - len(plain.figures) >= 2 or any(
                    passage.before(figure).endswith("from") for figure in plain.set_aside
                ):
                    yield passage, previous
                previous = plain


def make_page(readings: Sequence[BlockReading], mentions: Sequence[Mention]) -> Page:
    """The page of an article. `mentions` are in order of position."""
    members: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.source is not None:
            members[id(mention.reading)].append(mention)
    events = [mention for mention in mentions if mention.row["kind"] == "event"]
    return Page(readings, [_passages(reading, members[id(reading)]) for reading in readings], events)


def _passages(reading: BlockReading, members: Sequence[Mention]) -> list[Passage]:
    plain = _without_times(reading)
    found = [Passage(reading, start, end, plain) for start, end in _sentences(reading)]
    fractions = list(bare_fractions(reading, plain))
    for mention in sorted((*members, *fractions), key=_start):
        index = bisect_right(found, span(mention)[0], key=lambda passage: passage.start) - 1
        passage = found[max(0, index)]
        (passage.figures if isinstance(mention.source, Quantity) else passage.times).append(mention)
    return found


def _sentences(reading: BlockReading) -> list[tuple[int, int]]:
    """The sentences of a block. The parser ends one at a colon or a semicolon, too; here only a full stop does."""
    found: list[tuple[int, int]] = []
    text = reading.block.text
    for number in range(len(reading.parse.sentences)):
        start, end = reading.parse.sentence_span(number)
        for stop in _MISSED_STOP.finditer(text, start, end):
            found.append((start, stop.end("stop")))
            start = stop.start("next")
        if found and not text[max(0, found[-1][1] - 4) : found[-1][1]].rstrip(_CLOSING).endswith(_STOPS):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _without_times(reading: BlockReading) -> str:
    text = reading.block.text
    lower = text.lower()
    characters = list(lower if len(lower) == len(text) else text)  # "İ" grows in lower case: offsets come first
    for timex in reading.timexes:
        if timex.kind != "duration":
            characters[timex.start : timex.end] = " " * (timex.end - timex.start)
    return "".join(characters)


def _start(mention: Mention) -> int:
    return span(mention)[0]


def span(mention: Mention) -> tuple[int, int]:
    """Half-open block offsets of the figure or time itself, without the noun that it counts."""
    return (mention.source.start, mention.source.end) if mention.source else (mention.start, mention.end)


def quantity(mention: Mention) -> Quantity:
    """The quantity that a figure was read from."""
    assert isinstance(mention.source, Quantity)
    return mention.source


def timex(mention: Mention) -> Timex:
    """The time expression that a date or duration was read from."""
    assert isinstance(mention.source, Timex)
    return mention.source


def _is_amount(mention: Mention) -> bool:
    return dimension(quantity(mention).unit) != "time" and _is_counted(mention)


def _is_counted(mention: Mention) -> bool:
    """Whether a figure counts something anew: "the two" points back, but "the other two" are a part of their own."""
    role = quantity(mention).role
    start = span(mention)[0]
    rest = role == "reference" and mention.reading.block.text[max(0, start - 6) : start].lower() == "other "
    return rest or role not in _NOT_COUNTED


def is_plain(mention: Mention) -> bool:
    """Whether a figure is one written value that sums can be made of: no bound, range, rank or reference."""
    source = quantity(mention)
    return source.bound is Bound.EXACT and source.value is not None and _is_counted(mention)


def is_bare(figure: Mention) -> bool:
    """Whether no noun follows the figure that would say what it counts."""
    parse = figure.reading.parse
    index = parse.token_at(span(figure)[1] - 1) + 1
    return index >= len(parse.tokens) or parse.tokens[index].pos not in ("NOUN", "PROPN", "ADJ")


def _words(text: str) -> str:
    return " ".join(text.split())
