"""What stands around a claim and may excuse it: a source, a date, a figure, a base of comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.claims.patterns import find_patterns
from checker.claims.reading import BlockReading, Mention
from checker.claims.sources import is_cited
from checker.language.quantity import Quantity
from checker.language.timex import Timex

_KINDS = {"phrase", "quantity", "date", "duration"}
_SMALL = 10  # "two of them" is not the figure that a reader asks for


def fill_context(mentions: Sequence[Mention], headings: Mapping[int, Timex]) -> None:
    """Fills the columns `cited`, `dated`, `figured` and `compared` of every phrase, figure and time.

    `headings` holds, by block number, a date that stands in the heading above the block.
    """
    for mention in mentions:
        if mention.row["kind"] in _KINDS:
            reading = mention.reading
            sentence = reading.parse.sentence_of(mention.token)
            mention.row.update(
                cited=mention.row["cited"] or is_cited(reading, sentence),
                dated=reading.block.number in headings or _is_dated(mention, sentence),
                figured=_is_figured(mention, sentence),
                compared=_is_compared(reading, sentence),
            )


def _is_dated(mention: Mention, sentence: int) -> bool:
    """Whether a date besides the mention itself sets its time: in its own sentence, or as the frame of an earlier one.

    "In 2024 the club moved. It has 900 members." The opening date, like "as of", holds for what follows in the
    paragraph; a date in passing does not. A relative date counts where it is resolved.
    """
    parse = mention.reading.parse
    for timex in mention.reading.timexes:
        own = mention.row["kind"] != "quantity" and _overlaps(mention, timex)
        if timex.kind != "date" or timex.date_start is None or own:
            continue
        where = parse.sentence_of(parse.token_at(timex.start))
        opens = timex.relation_start == parse.sentence_span(where)[0] or timex.relation == "as_of"
        if where == sentence or (where < sentence and opens):
            return True
    return False


def _is_figured(mention: Mention, sentence: int) -> bool:
    start, end = mention.reading.parse.sentence_span(sentence)
    return any(
        start <= quantity.start < end and not _overlaps(mention, quantity) and not _is_small(quantity)
        for quantity in mention.reading.quantities
    )


def _is_small(quantity: Quantity) -> bool:
    in_words = quantity.in_words and quantity.unit == "count"
    return quantity.role == "rank" or (in_words and quantity.value is not None and quantity.value < _SMALL)


def _overlaps(mention: Mention, other: Quantity | Timex) -> bool:
    return mention.start < other.end and other.start < mention.end


def _is_compared(reading: BlockReading, sentence: int) -> bool:
    first, last = reading.parse.sentences[sentence]
    if any(first <= match.first < last for match in find_patterns("comparison_bases", reading.parse)):
        return True
    start, end = reading.parse.sentence_span(sentence)
    dates = [timex for timex in reading.timexes if start <= timex.start < end and timex.kind == "date"]
    return any(timex.relation in ("since", "from", "on", "over", "until", "to", "before", "after") for timex in dates)
