"""What stands around a claim and may excuse it: a source, a date, a figure, a base of comparison."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from checker.claims.clause import clause_tokens, governor
from checker.claims.patterns import Match, find_patterns
from checker.claims.reading import BlockReading, Mention
from checker.claims.sources import is_cited
from checker.language.parse import Parse
from checker.language.quantity import Quantity
from checker.language.timex import Timex

_KINDS = {"phrase", "quantity", "date", "duration"}
_SMALL = 10  # "two of them" is not the figure that a reader asks for
_BASES = ("since", "from", "over", "until", "to", "before", "after")
_ATTRIBUTIVE = ("poss", "compound", "nmod", "amod", "nsubj", "nsubjpass")


def fill_context(mentions: Sequence[Mention], headings: Mapping[int, Timex]) -> None:
    """Fills the columns `cited`, `dated`, `figured` and `compared` of every phrase, figure and time.

    `headings` holds, by block number, a date that stands in the heading above the block.
    """
    cited: dict[tuple[int, int], bool] = {}
    bases: dict[int, dict[int, list[Match]]] = {}
    frames: dict[int, list[tuple[int, Timex]]] = {}
    for mention in mentions:
        if mention.row["kind"] not in _KINDS:
            continue
        reading = mention.reading
        block, sentence = reading.block.number, reading.parse.sentence_of(mention.token)
        if (block, sentence) not in cited:
            cited[block, sentence] = is_cited(reading, sentence)
        if block not in bases:
            bases[block] = _bases(reading.parse)
            frames[block] = _framing(reading)
        mention.row.update(
            cited=mention.row["cited"] or cited[block, sentence],
            dated=block in headings or _is_dated(mention, sentence, frames[block]),
            figured=_is_figured(mention, sentence) or _is_figured_next(mention, sentence),
            compared=_is_compared(reading, sentence, bases[block].get(sentence, ())),
        )


def _bases(parse: Parse) -> dict[int, list[Match]]:
    """The words of a block that may name the base of a comparison, by sentence."""
    found: dict[int, list[Match]] = {}
    for match in find_patterns("comparison_bases", parse):
        found.setdefault(parse.sentence_of(match.first), []).append(match)
    return found


def _framing(reading: BlockReading) -> list[tuple[int, Timex]]:
    """The dates of a block that hold for the sentences behind them too, each with the number of its sentence."""
    parse = reading.parse
    placed = [(parse.sentence_of(parse.token_at(t.start)), t) for t in reading.timexes if _is_calendar_date(t)]
    return [(where, timex) for where, timex in placed if _frames(parse, timex, where)]


def _is_calendar_date(timex: Timex) -> bool:
    return timex.kind == "date" and timex.date_start is not None and not timex.relative


def _frames(parse: Parse, timex: Timex, sentence: int) -> bool:
    return timex.relation == "as_of" or _opens(parse, timex, sentence)


def _is_dated(mention: Mention, sentence: int, framing: Sequence[tuple[int, Timex]]) -> bool:
    """Whether a calendar date besides the mention itself sets its time.

    It stands in the mention's own sentence, or opens an earlier one of the paragraph: in "In 2024 the club moved. It
    has 900 members." the opening date holds for what follows, as does "as of". A date in passing does not.
    """
    parse = mention.reading.parse

    def is_other(timex: Timex) -> bool:
        return mention.row["kind"] == "quantity" or not _overlaps(mention, timex)

    if any(is_other(timex) for _, timex in takewhile(lambda placed: placed[0] < sentence, framing)):
        return True
    here = [t for t in mention.reading.times_in(sentence) if _is_calendar_date(t) and is_other(t)]
    return any(_frames(parse, timex, sentence) or _in_reach(mention, timex) for timex in here)


def _opens(parse: Parse, timex: Timex, sentence: int) -> bool:
    """Whether a time begins its sentence as an adverbial: "In 2024 the club …", not "The 2024 season …"."""
    inside = parse.token_at(timex.end - 1)
    return (
        timex.relation_start == parse.sentence_span(sentence)[0]
        and parse.tokens[inside].dependency not in _ATTRIBUTIVE
        and not parse.text[timex.end : timex.end + 2].startswith(("'", "’"))
    )


def _is_figured(mention: Mention, sentence: int) -> bool:
    return any(
        not _overlaps(mention, quantity) and not _is_small(quantity) and _in_reach(mention, quantity)
        for quantity in mention.reading.figures_in(sentence)
    )


def _is_figured_next(mention: Mention, sentence: int) -> bool:
    """Whether the sentence behind gives the size of a change: "It is growing rapidly. Sales rose 40%."."""
    parse = mention.reading.parse
    if mention.row["lexicon"] != "size_adjectives" or sentence + 1 >= len(parse.sentences):
        return False
    told = [one for one in mention.reading.figures_in(sentence + 1) if not _is_small(one)]
    return len(told) > 1 or any(one.unit in ("percent", "percentage_point", "fraction") for one in told)


def _in_reach(mention: Mention, other: Quantity | Timex) -> bool:
    """Whether a figure or date of the sentence speaks of the mention: all do for figures and times; for a phrase,
    those that follow it or stand in its clause."""
    if mention.row["kind"] != "phrase" or other.start >= mention.end:
        return True
    parse = mention.reading.parse
    verb = governor(parse, mention.token)
    clause = {token.index for token in clause_tokens(parse, verb.index)} if verb else set()
    told = verb is not None and verb.dependency == "relcl" and mention.row["lexicon"] == "superlatives"
    if verb is not None and told and (above := governor(parse, verb.head)) is not None:
        clause |= {token.index for token in clause_tokens(parse, above.index)}  # "was £2,866, which was the most ever"
    return not clause or parse.token_at(other.start) in clause


def _is_small(quantity: Quantity) -> bool:
    in_words = quantity.in_words and quantity.unit == "count"
    return quantity.role == "rank" or (in_words and quantity.value is not None and quantity.value < _SMALL)


def _overlaps(mention: Mention, other: Quantity | Timex) -> bool:
    return mention.start < other.end and other.start < mention.end


def _is_compared(reading: BlockReading, sentence: int, bases: Sequence[Match]) -> bool:
    dates = [timex for timex in reading.times_in(sentence) if timex.kind == "date"]
    for base in bases:
        since = reading.parse.tokens[base.first].start
        # "Since breakfast" is no base; "since counting began in 1991" is.
        if base.entry != "since" or any(timex.start > since for timex in dates):
            return True
    # "Up 20% on 2022", but not "played on 17 May".
    return any(t.relation in _BASES or (t.relation == "on" and t.precision == "year") for t in dates)
