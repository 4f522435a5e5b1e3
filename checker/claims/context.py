"""What stands around a claim and may excuse it: a source, a date, a figure, a base of comparison."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from checker.claims.clause import clause_tokens, governor
from checker.claims.patterns import Match, find_patterns
from checker.claims.reading import BlockReading, Mention
from checker.claims.sources import is_cited, is_linked
from checker.language.parse import Parse
from checker.language.quantity import Quantity
from checker.language.timex import Timex

_KINDS = {"phrase", "quantity", "date", "duration"}
_SMALL = 10  # "two of them" is not the figure that a reader asks for
_BASES = ("since", "from", "over", "until", "to", "before", "after")
_PERIODS = ("month", "quarter", "season", "year", "decade")
_DEPENDENT = ("relcl", "advcl", "ccomp", "acl")
_NOW = ("present_times", "incumbents")  # a date that opens an earlier sentence says when that was, and no more
# "For the same year", "in that year": the time is one that the text has named.
_POINTS_BACK = re.compile(
    r"\b(?:the same|that|which) (?:year|month|week|day|quarter|season|period|decade|time|date)\b", re.IGNORECASE
)
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
        sourced = cited[block, sentence]
        if (
            mention.row["lexicon"] == "size_adjectives"
        ):  # who speaks of a "massive cut" leaves out its size all the same
            sourced = is_linked(reading, sentence)
        mention.row.update(
            cited=mention.row["cited"] or sourced,
            dated=block in headings or _is_dated(mention, sentence, frames[block]),
            figured=_is_figured(mention, sentence) or _is_figured_next(mention, sentence),
            compared=_is_compared(mention, sentence, bases[block].get(sentence, ())),
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

    earlier = [timex for _, timex in takewhile(lambda placed: placed[0] < sentence, framing)]
    if mention.row["lexicon"] in _NOW:
        earlier = [timex for timex in earlier if timex.relation == "as_of"]
    if any(is_other(timex) for timex in earlier) or _points_back(mention, sentence):
        return True
    here = [t for t in mention.reading.times_in(sentence) if _is_calendar_date(t) and is_other(t)]
    return any(_frames(parse, timex, sentence) or _in_reach(mention, timex) for timex in here)


def _points_back(mention: Mention, sentence: int) -> bool:
    """Whether the sentence of a figure takes up a time: "for the same year"."""
    parse = mention.reading.parse
    figure = mention.row["kind"] == "quantity"
    return figure and _POINTS_BACK.search(parse.text, *parse.sentence_span(sentence)) is not None


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
    first, last = parse.sentence_span(sentence + 1)
    then_and_now = mention.reading.times_in(sentence + 1) or " from " in parse.text[first:last]
    return (len(told) > 1 and bool(then_and_now)) or any(
        one.unit in ("percent", "percentage_point", "fraction") for one in told
    )


def _in_reach(mention: Mention, other: Quantity | Timex) -> bool:
    """Whether a figure or date of the sentence speaks of the mention: all do for figures and times; for a phrase,
    those that follow it or stand in its clause."""
    parse = mention.reading.parse
    if mention.row["lexicon"] == "vague_quantities" and other.start >= mention.end:
        return not _tells_of_others(parse, parse.token_at(other.start), mention.end)
    if mention.row["kind"] != "phrase" or other.start >= mention.end:
        return True
    verb = governor(parse, mention.token)
    clause = {token.index for token in clause_tokens(parse, verb.index)} if verb else set()
    told = verb is not None and verb.dependency == "relcl" and mention.row["lexicon"] == "superlatives"
    if verb is not None and told and (above := governor(parse, verb.head)) is not None:
        clause |= {token.index for token in clause_tokens(parse, above.index)}  # "was £2,866, which was the most ever"
    return not clause or parse.token_at(other.start) in clause


def _tells_of_others(parse: Parse, index: int, end: int) -> bool:
    """Whether a figure stands in a further clause with a subject of its own: "a large number of readers wrote, and a
    petition attracted 6,240 signatures"."""
    verb = governor(parse, index)
    if verb is None or verb.dependency != "conj":
        return False
    subjects = list(parse.children(verb.index, "nsubj", "nsubjpass"))
    return any(subject.start >= end and subject.pos in ("NOUN", "PROPN") for subject in subjects)


def _is_small(quantity: Quantity) -> bool:
    in_words = quantity.in_words and quantity.unit == "count"
    return quantity.role == "rank" or (in_words and quantity.value is not None and quantity.value < _SMALL)


def _overlaps(mention: Mention, other: Quantity | Timex) -> bool:
    return mention.start < other.end and other.start < mention.end


def _is_effect(parse: Parse, token: int) -> bool:
    """ "Posting images increases replies by 35%": against not doing so."""
    verb = governor(parse, token)
    if verb is None:
        return False
    done = any(parse.children(verb.index, "csubj"))
    subjects = parse.children(verb.index, "nsubj")
    return done or any(child.tag == "VBG" for one in subjects for child in parse.children(one.index, "compound"))


def _is_fraction(parse: Parse, period: Match) -> bool:
    """Whether "a quarter" is no time: "up by a quarter", "a quarter longer"."""
    after = parse.tokens[period.last : period.last + 1]
    by = period.first > 0 and parse.tokens[period.first - 1].lemma == "by"
    quarter = parse.tokens[period.last - 1].lemma == "quarter"
    return quarter and (by or any(word.tag in ("JJR", "RBR") for word in after))


def _is_of_number(parse: Parse, than: Match) -> bool:
    """Whether "than" only bounds a number: "by more than 20%", "has more than doubled"."""
    before, after = parse.tokens[than.first - 1], parse.tokens[than.last : than.last + 1]
    return before.lemma in ("more", "less", "few", "much", "little") and any(
        word.pos in ("NUM", "SYM") or word.tag == "VBN" or word.lemma in ("a", "half") for word in after
    )


def _belongs_to_other_clause(mention: Mention, than: Match) -> bool:
    """Whether "than" completes a comparative of a clause that depends on the mention's, or the other way round.

    "It became 20% cheaper, which is why it did better than expected" says nothing of what it was cheaper than.
    """
    parse = mention.reading.parse
    own = governor(parse, mention.token)
    word = parse.tokens[than.first]
    comparative = (
        parse.tokens[word.head].head if word.dependency == "mark" else word.head
    )  # "than they were", "than gas"
    other = governor(parse, comparative)
    if own is None or other is None or own.index == other.index:
        return False
    return other.dependency in _DEPENDENT or own.dependency in _DEPENDENT


def _is_compared(mention: Mention, sentence: int, bases: Sequence[Match]) -> bool:
    reading = mention.reading
    dates = [timex for timex in reading.times_in(sentence) if timex.kind == "date"]
    for base in bases:
        if base.entry == "than" and (_is_of_number(reading.parse, base) or _belongs_to_other_clause(mention, base)):
            continue
        if base.entry == "a year earlier" and _is_fraction(reading.parse, base):
            continue
        since = reading.parse.tokens[base.first]
        # "Since breakfast" is no base; "since counting began in 1991" is, and so is "it has lost a third since".
        if base.entry != "since" or since.dependency == "advmod" or any(timex.start > since.start for timex in dates):
            return True
    if _is_effect(reading.parse, mention.token):
        return True
    # "Up 20% on 2022" or "on last June", but not "played on 17 May".
    return any(t.relation in _BASES or (t.relation == "on" and t.precision in _PERIODS) for t in dates)
