"""The time of a claim: a date counts for it where the grammar puts the claim within the date's reach.

A date behind one of several figures is that figure's own ("rose from 62% in 2023 to 71% in 2024"); any other holds as
far as it reaches (`checker.claims.reach`). Where the grammar leaves it open the time stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from checker.claims.canonical import words
from checker.claims.reach import (
    is_in_other_brackets,
    is_told_by_when,
    opens_list,
    qualified_token,
    reaches,
    reaches_down,
)
from checker.claims.reading import BlockReading, Mention
from checker.language.parse import Token
from checker.language.timex import Timex

_TIMELESS = ("date", "duration", "question")  # kinds of rows that are times themselves, or have none
_BEFORE_BASE = {"than", "against", "versus", "vs"}  # "more than the 40 of 2019", "as against 40"
_COMPARING = {"compare", "compared", "relative"}  # "compared with 40", "relative to 40"
_WITHIN_PHRASE = {"ADP", "DET", "NOUN", "PROPN", "ADJ", "PRON", "PART", "NUM", "SYM"}


def time_columns(timex: Timex, source: str) -> dict[str, Any]:
    """The time columns of a claim whose time is `timex`."""
    return {
        "date_start": timex.date_start,
        "date_end": timex.date_end,
        "date_precision": timex.precision,
        "date_relation": timex.relation,
        "date_source": source,
        "relative": timex.relative,
    }


def assign_times(mentions: Sequence[Mention], headings: dict[int, Timex]) -> None:
    """Gives each mention that has no time of its own the date that its sentence, or else its heading, sets for it.

    `headings` holds, by block number, a date that stands in the heading above the block. `date_source` becomes "own"
    for a date of the mention's own words or clause, "sentence" for one that stands in front of a clause above it,
    "section" for the heading's.
    """
    for _, group in groupby(sorted(mentions, key=_sentence), key=_sentence):
        together = list(group)
        dates = _dates(together[0])
        reading = together[0].reading
        figures = [mention for mention in together if mention.row["kind"] == "quantity"]
        bases = [_behind(figure, dates) for figure in figures if _is_base(figure)]
        spoken_for = {date.start for date in bases if date is not None}
        for mention in together:
            if mention.row["date_start"] is not None or mention.row["kind"] in _TIMELESS:
                continue
            if found := _time_of(mention, figures, dates, spoken_for):
                mention.row.update(time_columns(*found))
            elif reading.block.number in headings and not reading_dates(reading):
                mention.row.update(time_columns(headings[reading.block.number], "section"))


def reading_dates(reading: BlockReading) -> list[Timex]:
    """The dates of a block, those included that nothing resolves."""
    return [timex for timex in reading.timexes if _is_date(timex)]


def _is_date(timex: Timex) -> bool:
    return timex.kind == "date" and (timex.date_start is not None or timex.relative)


def heading_times(readings: Sequence[BlockReading]) -> dict[int, Timex]:
    """For each block below a heading that names one date: that date, by block number."""
    found: dict[int, Timex] = {}
    current: Timex | None = None
    for reading in readings:
        if reading.block.level:
            dates = [t for t in reading.timexes if t.kind == "date" and t.date_start]
            current = dates[0] if len(dates) == 1 else None
        elif current is not None:
            found[reading.block.number] = current
    return found


def _sentence(mention: Mention) -> tuple[int, int]:
    return mention.reading.block.number, mention.sentence


def _dates(mention: Mention) -> list[Timex]:
    """The dates of the mention's sentence, in order of position."""
    sentence = mention.reading.parse.sentence_of(mention.token)
    return [timex for timex in mention.reading.times_in(sentence) if _is_date(timex)]


def _time_of(
    mention: Mention, figures: Sequence[Mention], dates: Sequence[Timex], spoken_for: set[int]
) -> tuple[Timex, str] | None:
    inside = [date for date in dates if mention.start <= date.start < mention.end]
    if inside:
        return (inside[0], "own") if len(inside) == 1 else None
    if _is_age_of_someone(mention):
        return None
    if own := _behind(mention, dates) or _in_phrase(mention, dates):
        return own, "own"
    if _is_base(mention):
        return None
    free = [date for date in dates if date.start not in spoken_for and not is_in_other_brackets(mention, date)]
    near = [date for date in free if reaches(mention, date) and not _is_others(mention, date, dates, figures)]
    near = near or [date for date in free if is_told_by_when(mention, date)]
    if near:
        only = _only(mention.reading, near)
        return (only, "own") if only else None
    above = [date for date in free if reaches_down(mention, date) or opens_list(mention, date)]
    return (above[0], "sentence") if len(above) == 1 else None


def _is_age_of_someone(mention: Mention) -> bool:
    """ "Meikle, 58, was at the wheel in 2023": an age beside a name holds for the day of writing, not of the deed."""
    parse = mention.reading.parse
    above = parse.tokens[parse.tokens[mention.token].head]
    return mention.row["role"] == "age" and above.pos in ("NOUN", "PROPN")


def _is_base(mention: Mention) -> bool:
    """Whether a figure is what another is compared with: it stands at another time, which only its own words name."""
    if mention.row["kind"] != "quantity":
        return False
    tokens = mention.reading.parse.tokens
    index = mention.reading.tokens_in(mention.start, mention.end)[0] - 1
    while index >= 0 and tokens[index].pos in ("DET", "SYM", "PRON"):
        index -= 1
    if index < 0:
        return False
    before = tokens[index]
    if before.lemma == "from":  # "up from 40", "rose from 40 to 46"; but "4,600 troops from nine countries"
        above = tokens[before.head].lemma
        return above in words("increase") | words("decrease") or tokens[max(0, index - 1)].lemma in ("up", "down", ",")
    compared = before.lemma in ("with", "to") and index > 0 and tokens[index - 1].lemma in _COMPARING
    return before.lemma in _BEFORE_BASE or compared


def _behind(mention: Mention, dates: Iterable[Timex]) -> Timex | None:
    """The date behind a figure with no more than the rest of its phrase between: "62% of eligible adults in 2023"."""
    if mention.row["kind"] != "quantity":
        return None
    reading = mention.reading
    date = next((date for date in dates if date.relation_start >= mention.end), None)
    if date is None:
        return None
    parse = reading.parse
    figures = reading.figures_in(parse.sentence_of(parse.token_at(date.start)))
    others = any(mention.end <= quantity.start < date.start for quantity in figures)
    first, last = reading.tokens_in(mention.start, mention.end)[-1] + 1, parse.token_at(date.relation_start)
    phrase = all(_is_phrasal(token) for token in parse.tokens[first : last + 1] if token.start < date.relation_start)
    return date if phrase and not others else None


def _is_phrasal(token: Token) -> bool:
    return token.pos in _WITHIN_PHRASE or token.tag == "VBN" or token.text == "("


def _in_phrase(mention: Mention, dates: Iterable[Timex]) -> Timex | None:
    """The one date that qualifies the claim's own noun: "the €22.0m booked in 2024", "the 87 pubs it had in March"."""
    reading = mention.reading
    if reading.parse.tokens[mention.token].pos == "VERB":
        return None
    own = set(reading.tokens_in(mention.start, mention.end))
    found = [date for date in dates if qualified_token(reading, date, own) is not None]
    return found[0] if len(found) == 1 else None


def _is_others(mention: Mention, date: Timex, dates: Sequence[Timex], figures: Iterable[Mention]) -> bool:
    """Whether a date belongs to another part of a coordination than the claim.

    "20 in 2021 and 30 vans": to the figure before it. "In May 61% did and in July 6%": to the figure behind it.
    """
    if mention.start < date.start:
        return _is_behind_and(mention.reading, date)
    if any(date.start < other.start < mention.start and _is_behind_and(mention.reading, other) for other in dates):
        return True
    parse = mention.reading.parse
    first = mention.reading.tokens_in(date.start, date.end)[-1] + 1
    coordinated = any(token.pos == "CCONJ" for token in parse.tokens[first : parse.token_at(mention.start)])
    return coordinated and any(figure.end <= date.start and _behind(figure, [date]) for figure in figures)


def _is_behind_and(reading: BlockReading, date: Timex) -> bool:
    first = reading.parse.token_at(date.relation_start)
    return first > 0 and reading.parse.tokens[first - 1].pos == "CCONJ"


def _only(reading: BlockReading, dates: Sequence[Timex]) -> Timex | None:
    """The one date there is; of two that name one time ("a year later, in November 2023") the one that is resolved."""
    if len(dates) == 2:
        between = reading.block.text[dates[0].end : dates[1].relation_start].strip()
        resolved = [date for date in dates if date.date_start is not None]
        if between == "," and len(resolved) == 1:
            return resolved[0]
    return dates[0] if len(dates) == 1 else None
