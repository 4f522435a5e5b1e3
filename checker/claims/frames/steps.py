"""Elapsed frames of days, weeks and months: "on 14 June … three days later, on 21 June".

Slots: `event`, the date that was told last; `days`, the length in days; `date`. For years see the module `elapsed`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from checker.claims.frames.frame import Frame, number_mention
from checker.claims.frames.passage import Page, span, timex
from checker.claims.reading import BlockReading, Mention
from checker.language.dates import find_timexes

_STEP = re.compile(
    r"(?P<length>[\w’' -]{1,30}?\b(?P<unit>day|week|fortnight|month)s?) (?:later|afterwards|thereafter|after that)"
    r"|(?:the |a )?(?:following|next) (?P<one>day|week|month)"
)
_JOIN = re.compile(r",? ?(?:in|on)?")
_DAYS = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44}
_SLACK = {
    "day": 1.0,
    "week": 3.0,
    "fortnight": 3.0,
    "month": 20.0,
}  # days by which a length in that unit may be rounded
_TOLD = ("day", "month")  # how exact a date has to be


def find(page: Page) -> Iterator[Frame]:
    """Every step of a story that is told as a length of time and as a date."""
    before: Mention | None = None
    for passages in page.blocks:
        for passage in passages:
            times = [mention for mention in passage.times if mention.row["kind"] == "date"]
            for index, mention in enumerate(times):
                following = times[index + 1] if index + 1 < len(times) else None
                if (days := _days(passage.reading, mention)) is not None:
                    if before is not None and following is not None and _join(passage.reading, mention, following):
                        expected = before.row["date_start"] + dt.timedelta(days=days.row["value"])
                        date = _beside(following, expected)
                        if date.row["date_start"] > before.row["date_start"]:
                            yield Frame("elapsed", (("event", before), ("days", days), ("date", date)))
                elif _is_told(mention):
                    before = mention


def _days(reading: BlockReading, mention: Mention) -> Mention | None:
    """The length of a step in days; None for any other time."""
    start, end = span(mention)
    match = _STEP.fullmatch(reading.block.text[start:end].lower())
    if match is None:
        return None
    if match["one"]:
        return number_mention(reading, start, end, _DAYS[match["one"]], "day", _SLACK[match["one"]])
    lengths = [found for found in find_timexes(f"for {match['length']}") if found.kind == "duration"]
    if len(lengths) != 1 or lengths[0].low_days is None or lengths[0].low_days != lengths[0].high_days:
        return None
    return number_mention(reading, start, end, lengths[0].low_days, "day", _SLACK[match["unit"]])


def _join(reading: BlockReading, step: Mention, date: Mention) -> bool:
    """Whether a date only says again when a step was reached: "three days later, on 21 June"."""
    between = reading.block.text[span(step)[1] : span(date)[0]].lower().rstrip()
    return _is_told(date) and _JOIN.fullmatch(between) is not None


def _is_told(mention: Mention) -> bool:
    return mention.row["date_start"] is not None and timex(mention).precision in _TOLD


def _beside(date: Mention, expected: dt.date) -> Mention:
    """A date without its year in the year that brings it nearest to the day expected."""
    start, end = date.row["date_start"], date.row["date_end"]
    if not timex(date).relative or (start.month, start.day) == (2, 29):
        return date
    years = (expected.year - 1, expected.year, expected.year + 1)
    year = min(years, key=lambda year: abs((start.replace(year=year) - expected).days))
    begin = start.replace(year=year)
    return replace(date, row={**date.row, "date_start": begin, "date_end": begin + (end - start)})
