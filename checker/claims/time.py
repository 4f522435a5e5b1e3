"""The time of a claim: from its own words, else its sentence, paragraph, heading or article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.claims.clause import clause_tokens, governor
from checker.claims.reading import BlockReading, Mention
from checker.language.timex import Timex


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
    """Gives each mention that has no time of its own the nearest one that can be meant.

    `headings` holds, by block number, a date that stands in the heading above the block. The time of the sentence
    is taken where it is the only one, or the one in the mention's own clause; that of the paragraph only where the
    paragraph names one time in all.
    """
    for mention in mentions:
        if mention.row["date_start"] is not None or mention.row["kind"] in ("date", "duration", "question"):
            continue
        dates = [t for t in mention.reading.timexes if t.kind == "date" and (t.date_start or t.relative)]
        in_sentence = [t for t in dates if _same_sentence(mention, t)]
        chosen = _own(mention, in_sentence)
        if chosen is not None:
            mention.row.update(time_columns(chosen, "own"))
        elif len(in_sentence) == 1:
            mention.row.update(time_columns(in_sentence[0], "sentence"))
        elif not in_sentence and len(dates) == 1:
            mention.row.update(time_columns(dates[0], "paragraph"))
        elif not dates and mention.reading.block.number in headings:
            mention.row.update(time_columns(headings[mention.reading.block.number], "section"))


def _same_sentence(mention: Mention, timex: Timex) -> bool:
    parse = mention.reading.parse
    return parse.sentence_of(parse.token_at(timex.start)) == parse.sentence_of(mention.token)


def _own(mention: Mention, timexes: list[Timex]) -> Timex | None:
    """The time inside the claim's own words or its own clause, where it is the only one there."""
    inside = [t for t in timexes if mention.start <= t.start < mention.end]
    if len(inside) == 1:
        return inside[0]
    parse = mention.reading.parse
    verb = governor(parse, mention.token)
    if verb is None:
        return None
    clause = {token.index for token in clause_tokens(parse, verb.index)}
    near = [t for t in timexes if parse.token_at(t.start) in clause]
    if len(near) > 1:
        # "rose from 40 in 2022 to 46 in 2023": the time that follows the figure directly is its own.
        following = [t for t in near if 0 <= t.relation_start - mention.end <= 3]
        return following[0] if len(following) == 1 else None
    return near[0] if near else None


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
