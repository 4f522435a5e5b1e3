"""The quotes of a finding in their context. Quotes that stand near each other share one excerpt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from checker.output.report.differences import differences
from checker.output.terminal import ELLIPSIS, harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.articles.article import Block
    from checker.judge.finding import Location
    from checker.output.place import Places
    from checker.output.report.passages import Passage

CONTEXT = 150  # characters of context on either side of a quote
LONGEST_QUOTE = 400  # characters of a quote that are shown

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]?\s")


class Part(NamedTuple):
    """A stretch of an excerpt: context, or `quoted`. `differs` where the other quote says something else."""

    text: str
    quoted: bool
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One or several places that a finding concerns, quoted in their context.

    `anchor` is the id of the first one's highlight in the article, "" where a reader of the article does not see the
    place. `label` says how the claims were understood.
    """

    place: str
    line: int
    anchor: str
    parts: tuple[Part, ...]
    label: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Quotes in one block: half-open spans of its text, in order, apart from each other."""

    location: Location
    anchor: str
    block: Block | None
    spans: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]


def excerpts(
    locations: Sequence[Location], found: Sequence[Sequence[Passage]], anchors: Sequence[str], places: Places
) -> tuple[Excerpt, ...]:
    """The excerpts for `locations`, in order. `found` are the passages of each, `anchors` the ids of its highlight.

    Where two excerpts hold one quote each, the words in which these differ are marked.
    """
    stretches = _joined(map(_stretch, locations, found, anchors))
    shown = [
        Excerpt(
            harmless(places.name(stretch.location.start)),
            stretch.location.line,
            stretch.anchor,
            tuple(_parts(stretch)),
            ", ".join(dict.fromkeys(filter(None, stretch.labels))),
        )
        for stretch in stretches
    ]
    return _contrasted(shown[0], shown[1]) if len(shown) == 2 else tuple(shown)


def _stretch(location: Location, found: Sequence[Passage], anchor: str) -> _Stretch:
    label = (harmless(location.label),)
    if not found:
        return _Stretch(location, anchor, None, (), label)
    # A place that runs over several blocks is shown where it begins.
    first = found[0]
    return _Stretch(location, anchor, first.block, ((first.start, first.end),), label)


def _joined(stretches: Iterator[_Stretch]) -> list[_Stretch]:
    result: list[_Stretch] = []
    for stretch in stretches:
        last = result[-1] if result else None
        if (
            last
            and last.block
            and last.block is stretch.block
            and last.spans[0][0] <= stretch.spans[0][0] <= last.spans[-1][1] + CONTEXT
            and stretch.spans[0][1] - last.spans[0][0] <= LONGEST_QUOTE
        ):
            result[-1] = replace(
                last, spans=_with(last.spans, stretch.spans[0]), labels=(*last.labels, *stretch.labels)
            )
        else:
            result.append(stretch)
    return result


def _with(spans: tuple[tuple[int, int], ...], span: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """`spans` and one that does not begin before the last; overlapping ones become one."""
    *before, (start, end) = spans
    if span[0] < end:
        return (*before, (start, max(end, span[1])))
    return (*spans, span)


def _parts(stretch: _Stretch) -> Iterator[Part]:
    if stretch.block is None:
        yield Part(_shortened(harmless(stretch.location.quote)), True)
        return
    text = stretch.block.text
    first, last = stretch.spans[0][0], stretch.spans[-1][1]
    yield Part(_before(text[max(0, first - CONTEXT - 1) : first], first), False)
    position = first
    for start, end in stretch.spans:
        yield Part(text[position:start], False)
        yield Part(_shortened(text[start:end]), True)
        position = end
    yield Part(_after(text[last : last + CONTEXT + 1], len(text) - last), False)


def _before(text: str, room: int) -> str:
    """The end of what stands before a quote: from the beginning of its sentence, else from the beginning of a word."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    if ends:
        return text[ends[-1] :]
    if room <= CONTEXT:
        return text
    return ELLIPSIS + text[text.find(" ") + 1 :]


def _after(text: str, room: int) -> str:
    """The beginning of what stands behind a quote: to the end of its sentence, else to the end of a word."""
    match = _SENTENCE_END.search(text)
    if match:
        return text[: match.end()].rstrip()
    if room <= CONTEXT:
        return text
    return text[: max(text.rfind(" "), 0)] + ELLIPSIS


def _shortened(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE].rstrip() + ELLIPSIS


def _contrasted(first: Excerpt, second: Excerpt) -> tuple[Excerpt, Excerpt]:
    quotes = [[part.text for part in one.parts if part.quoted] for one in (first, second)]
    if len(quotes[0]) != 1 or len(quotes[1]) != 1:
        return first, second
    words = differences(quotes[0][0], quotes[1][0])
    contrasted = []
    for one, stretches in zip((first, second), words, strict=True):
        parts: list[Part] = []
        for part in one.parts:
            if part.quoted:
                parts += [Part(stretch.text, True, stretch.differs) for stretch in stretches]
            else:
                parts.append(part)
        contrasted.append(replace(one, parts=tuple(parts)))
    return contrasted[0], contrasted[1]
