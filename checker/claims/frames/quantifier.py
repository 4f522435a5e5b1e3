"""What is said of all, beside an exception: "every plan includes support by telephone", and a table with a dash.

Slots: `all`, the statement about all or none, and `exception`, what some of them do against it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from checker.claims.concepts import MANAGED
from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page
from checker.claims.kinds import names_kind_of
from checker.claims.names import topic_words
from checker.claims.quantifiers import EVERYBODY, Statement, find_statements, said_words
from checker.claims.reading import BlockReading, Mention

_NEAR = 3  # blocks within which "two of them" can mean the set named before
_ABSENT = re.compile(r"\s*(?:[-–—✗✘×]|no|none|not included|n/a)\s*", re.IGNORECASE)
_DUAL = re.compile(r"\b(?:both|neither|either)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_TABLES_PER_WORD = 40  # rows of tables that a word may stand in and still tell which is meant


def find(page: Page) -> Iterator[Frame]:
    """A frame for every statement about all with the exceptions to it that the article names elsewhere."""
    order = {id(reading): number for number, reading in enumerate(page.readings)}
    statements = [s for reading in page.readings for s in find_statements(reading)]
    some: defaultdict[tuple[str, bool], list[Statement]] = defaultdict(list)
    for statement in statements:
        if not statement.universal:
            some[statement.concept, statement.holds].append(statement)
    rows = _rows(page.readings)
    topic = topic_words(page.readings)
    for said in (s for s in statements if s.universal and s.stance.modality == "asserted"):
        others = [*some[said.concept, not said.holds], *some[MANAGED, not said.holds]]
        exceptions = [_mention(other) for other in others if _excepts(page, order, topic, said, other)]
        exceptions += [_cell_mention(cell) for cell in _missing(said, rows)]
        if exceptions:
            yield Frame("quantifier", (("all", _mention(said)), *(("exception", found) for found in exceptions)))


def _excepts(page: Page, order: dict[int, int], topic: frozenset[str], said: Statement, other: Statement) -> bool:
    """Whether `other` speaks of some of those of whom `said` speaks all, of the same thing at the same time."""
    if other.stance.modality != "asserted" or _other_speakers(said, other):
        return False
    if said.tense != other.tense or not _same_things(said, other) or _is_larger(other, said):
        return False
    if said.where and other.where and not said.where & other.where:
        return False
    if said.reading is other.reading and said.reading.parse.sentence_of(
        said.reading.parse.token_at(said.start)
    ) == other.reading.parse.sentence_of(other.reading.parse.token_at(other.start)):
        return False
    sentence = _sentence(other)
    years, other_years = set(_YEAR.findall(_sentence(said))), set(_YEAR.findall(sentence))
    if years and other_years and not years & other_years:
        return False
    limits = said.limits - topic if other.presupposed else said.limits
    if not limits <= other.limits | other.things | said_words(sentence):
        return False
    if other.name:
        return _is_member(page, other.name, said.domain)
    if not other.domain or EVERYBODY in (said.domain, other.domain):
        close = abs(order[id(said.reading)] - order[id(other.reading)]) <= _NEAR
        return close or bool(said.things & other.things)
    return said.domain == other.domain or (other.presupposed and _name_one_set(said, other))


def _is_larger(other: Statement, said: Statement) -> bool:
    """Whether more are told of than the two of whom "both" or "neither" speaks."""
    quantities = [q.value for q in other.reading.quantities if other.start <= q.start < other.end and q.value]
    dual = _DUAL.search(said.reading.block.text, said.start, said.end) is not None
    return dual and any(value > 2 for value in quantities)


def _other_speakers(said: Statement, other: Statement) -> bool:
    """Whether two speakers say it, or one of them against the article; what is presupposed is said against nobody."""
    if other.presupposed and not other.stance.attribution:
        return False
    return said.stance.attribution != other.stance.attribution


def _name_one_set(said: Statement, other: Statement) -> bool:
    """Whether two nouns can name one set: "traders" and "stallholders", "children" who swim and "swimmers"."""
    one, two = said.domain, other.domain
    doer = re.fullmatch(rf"{re.escape(said.concept.rstrip('e'))}[a-z]?(?:er|or)", two) is not None
    return doer or names_kind_of(one, two) or names_kind_of(two, one)


def _same_things(said: Statement, other: Statement) -> bool:
    if said.figures and other.figures and not said.figures & other.figures:
        return False
    if other.presupposed:  # the clause that says who is meant names the thing again
        alike = said.things & other.things
        same_set = said.domain == other.domain and not said.things and not other.things  # "the two who failed"
        return same_set or (bool(alike) and not (said.things - alike and other.things - alike))
    if said.concept != "have":
        alike = said.things & other.things
        return not said.things or not other.things or (bool(alike) and (alike in (said.things, other.things)))
    return bool(said.things and other.things) and (said.things <= other.things or other.things <= said.things)


def _sentence(statement: Statement) -> str:
    parse = statement.reading.parse
    first, last = parse.sentence_span(parse.sentence_of(parse.token_at(statement.start)))
    return parse.text[first:last]


def _is_member(page: Page, name: str, domain: str) -> bool:
    """Whether the article calls the named one a member of the set: "the colony on Skarn", or a table of colonies."""
    if not domain or domain == EVERYBODY:
        return False
    one, other = re.escape(domain), re.escape(name)
    called = re.compile(rf"\b{one}\b[^.]*\b{other}\b|\b{other}\b[^.]*\b{one}\b", re.IGNORECASE)
    corners = {
        r.block.cell.table: r.block.text
        for r in page.readings
        if r.block.cell and r.block.cell.row == r.block.cell.column == 0
    }
    for reading in page.readings:
        if called.search(reading.block.text):
            return True
        cell = reading.block.cell
        if (
            cell
            and cell.column == 0
            and reading.block.text.strip() == name
            and domain in corners.get(cell.table, "").lower()
        ):
            return True
    return False


def _rows(readings: Sequence[BlockReading]) -> dict[str, list[tuple[frozenset[str], BlockReading]]]:
    """The labels of the rows of tables that leave a cell empty-handed, by each of their words, and that cell."""
    labels: dict[tuple[int, int], frozenset[str]] = {}
    filled: defaultdict[tuple[int, int], int] = defaultdict(int)
    absent: dict[tuple[int, int], BlockReading] = {}
    for reading in readings:
        if (cell := reading.block.cell) is None:
            continue
        if cell.column == 0:
            labels[cell.table, cell.row] = said_words(reading.block.text)
        elif _ABSENT.fullmatch(reading.block.text):
            absent.setdefault((cell.table, cell.row), reading)
        else:
            filled[cell.table, cell.row] += 1
    found: defaultdict[str, list[tuple[frozenset[str], BlockReading]]] = defaultdict(list)
    for place, reading in absent.items():
        if filled[place]:
            for word in labels.get(place, ()):
                found[word].append((labels[place], reading))
    return found


def _missing(said: Statement, rows: dict[str, list[tuple[frozenset[str], BlockReading]]]) -> Iterator[BlockReading]:
    """The cells that leave out what all are said to have."""
    if said.concept != "have" or not said.holds or said.limits:
        return
    seen: set[int] = set()
    for word in sorted(said.things):
        for label, reading in rows.get(word, ())[:_TABLES_PER_WORD]:
            if label and label <= said.things and id(reading) not in seen:
                seen.add(id(reading))
                yield reading


def _mention(statement: Statement) -> Mention:
    return words_mention(statement.reading, statement.start, statement.end, "quantifier", statement.concept)


def _cell_mention(reading: BlockReading) -> Mention:
    return words_mention(reading, 0, len(reading.block.text), "quantifier", "have")
