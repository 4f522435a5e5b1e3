"""Weekday frames: a full date and the day of the week that is written beside it. Slots: `weekday`, `date`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page, Passage, timex
from checker.claims.reading import Mention

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_NAME = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)
_OLD_CALENDAR = re.compile(r"\b(?:old style|new style|o\.s\.|julian|gregorian)", re.IGNORECASE)


def find(page: Page) -> Iterator[Frame]:
    """Every date that a weekday is written with, dates of the old calendar left out."""
    for passage in page.passages():
        for mention in passage.times:
            if timex(mention).weekday is not None and not _OLD_CALENDAR.search(passage.text):
                yield from _frame(passage, mention)


def _frame(passage: Passage, mention: Mention) -> Iterator[Frame]:
    source = timex(mention)
    # The name stands inside the expression ("Thursday 14 May") or, for a list of days, close before it.
    text = passage.reading.block.text
    name = _NAME.search(text, source.start, source.end)
    if name is not None and source.weekday is not None:
        day = words_mention(passage.reading, name.start(), name.end(), "weekday", WEEKDAYS[source.weekday])
        yield Frame("weekday", (("weekday", day), ("date", mention)))
