"""Events that a table or a label dates: "Released" above 2024-09-17, "Opened: 1998" in a list of facts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.canonical import canonical_noun, light_words
from checker.claims.cells import Table, find_tables
from checker.claims.events import happens_once
from checker.claims.reading import BlockReading, Mention
from checker.claims.table import blank_row
from checker.claims.time import time_columns
from checker.language.timex import Timex
from checker.lexicon import lexicon

_LABEL = re.compile(r"([A-Za-z][A-Za-z -]{2,30}?)\s*[:–—]\s*")
_WORD = re.compile(r"\w[\w.'’-]*")
_SLACK = 3  # characters beside a date that still let it fill its cell: brackets, a footnote mark


def labelled_events(readings: Sequence[BlockReading], topic: frozenset[str]) -> Iterator[Mention]:
    """The events of dated cells and labelled dates. What a table of labels and dates befalls is the article's topic."""
    tables = find_tables(readings)
    for reading in readings:
        cell = reading.block.cell
        date = _only_date(reading)
        if date is None:
            continue
        if cell is None:
            match = _LABEL.match(reading.block.text)
            if match and date.relation_start - match.end() <= 1 and (happened := _event_of(match[1])):
                yield _mention(reading, date, happened, topic, topic)
        elif _fills(reading, date):
            yield from _of_cell(reading, date, tables[cell.table], topic)


def _of_cell(reading: BlockReading, date: Timex, table: Table, topic: frozenset[str]) -> Iterator[Mention]:
    cell = reading.block.cell
    assert cell is not None
    labels = [label for label in table.labels(cell) if label is not reading]
    for header in table.headers(cell):
        if happened := _event_of(header.block.text):
            words = {word for label in labels[:1] for word in _words(label.block.text)}
            yield _mention(reading, date, happened, frozenset(words), topic)
            return
    if cell.column == 1 and labels and (happened := _event_of(labels[0].block.text)):
        yield _mention(reading, date, happened, topic, topic)


def _mention(
    reading: BlockReading, date: Timex, happened: str, things: frozenset[str], topic: frozenset[str]
) -> Mention:
    words = " ".join(sorted(things))
    row = blank_row("event")
    row.update(time_columns(date, "own"))
    row.update(
        predicate=happened,
        object=words,
        terms=words,
        topic=" ".join(sorted(things & topic)),
        definite=True,
        once=happens_once(happened, words),
    )
    return Mention(reading, date.start, date.end, reading.parse.token_at(date.end - 1), row, None, ((), ()))


def _only_date(reading: BlockReading) -> Timex | None:
    dates = [timex for timex in reading.timexes if timex.kind == "date" and timex.date_start is not None]
    return dates[0] if len(dates) == 1 else None


def _fills(reading: BlockReading, date: Timex) -> bool:
    text = reading.block.text.strip()
    return len(text) - (date.end - date.relation_start) <= _SLACK


def _event_of(label: str) -> str:
    """What a label says happened: "Release date" → release; "" where it says nothing of the kind."""
    known: Mapping[str, str] = lexicon("events")["labels"]
    return known.get(" ".join(label.lower().strip(" :").split()), "")


def _words(text: str) -> set[str]:
    return {canonical_noun(word.lower().strip(".")) for word in _WORD.findall(text)} - light_words()
