"""Frames of stated ages: two ages that a text gives one person, both at the time of writing or both at death.

Slots: `first`, `other`. An age that is told of another time, "then 45", "was 20 when she left", is left out; so is
whoever is told of at two times: "now 65".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.articles.article import Zone
from checker.claims.canonical import canonical_noun
from checker.claims.frames.cues import phrase_pattern
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity
from checker.claims.frames.people import RELATIVE, People
from checker.claims.kinds import names_kind_of
from checker.claims.reading import Mention
from checker.language.parse import Parse, Token

_ZONES = (Zone.TITLE, Zone.DESCRIPTION, Zone.HEADING, Zone.CAPTION, Zone.BODY)
_YEAR = re.compile(r"\d{4}|['’]?\d0s")
_NOW = re.compile(r"\bnow(?: aged)?$")
# "Mink, 79", "Mink (79)", "Mink, aged 79", "Mink, a 79-year-old", "the 79-year-old Mink", "she is 79"
_AT_WRITING = re.compile(r"(?:,|\(|, aged|\ban?|\bthe|\bis)$")
_AT_DEATH = re.compile(r"\b(?:at|aged|age of)$")  # "dies at 79"
_WAS = re.compile(r"\bwas$")
_WHO_IS = re.compile(r", who (?:is|was)$")  # an aside, whatever time the rest of the sentence tells of
_ALL_THAT_IS_SAID = re.compile(r"^[A-Z]\w+ (?:is|was) \d\d\.?\s*$")  # "Mink was 86."
_ANOTHER = {"another", "other", "second", "third", "first"}
_LISTED = ("and", "or", ",")  # "Smith and Jones, 45 and 43"


def find(page: Page) -> Iterator[Frame]:
    """For each person the first two ages that are not the same."""
    told = [(passage, figure) for passage in page.passages() for figure in passage.figures if _is_age(passage, figure)]
    if len({quantity(figure).value for _, figure in told}) > 1:
        people = People(page.readings)
        died = any(_tells_of_death(passage) for passage in page.passages())
        by_person: dict[frozenset[str], list[tuple[Passage, Mention]]] = {}
        for passage, figure in told:
            by_person.setdefault(_person(figure, people) or _nameless(figure, page), []).append((passage, figure))
        by_person.pop(frozenset(), None)
        for ages in _of_one_person(by_person):
            if not any(_NOW.search(passage.before(figure)) for passage, figure in ages):
                at_writing = [figure for passage, figure in ages if _is_at_writing(passage, figure, died)]
                pairs = ((a, b) for a, b in combinations(at_writing, 2) if quantity(a).value != quantity(b).value)
                if pair := next(pairs, None):
                    yield Frame("stated_ages", (("first", pair[0]), ("other", pair[1])))


def _is_age(passage: Passage, figure: Mention) -> bool:
    source = quantity(figure)
    plain = is_plain(figure) and not source.approximate and not figure.row["quoted"]
    told = source.role == "age" and source.unit == "year"
    return plain and (told or (source.unit == "count" and _ALL_THAT_IS_SAID.search(passage.text) is not None))


def _person(figure: Mention, people: People) -> frozenset[str]:
    """The words that name whose age it is; empty where nobody known is named."""
    subject = figure.row["subject"]
    return frozenset(subject.split()) if people.told_of(subject) else frozenset()


def _nameless(figure: Mention, page: Page) -> frozenset[str]:
    """The noun for somebody without a name, "the driver", where the article tells of no other one."""
    noun = str(figure.row["subject"])
    parse = figure.reading.parse
    told = [token for token in parse.tokens if canonical_noun(token.lemma) == noun]
    nearest = min(told, key=lambda token: abs(token.start - figure.start), default=None)
    if nearest is None or not _is_definite(parse, nearest) or not names_kind_of("person", noun):
        return frozenset()
    for reading in page.readings:
        for token in reading.parse.tokens:
            if canonical_noun(token.lemma.lower()) == noun and (
                token.tag == "NNS" or _is_another(reading.parse, token)
            ):
                return frozenset()
    return frozenset({noun})


def _is_definite(parse: Parse, noun: Token) -> bool:
    return any(child.lemma == "the" for child in parse.children(noun.index, "det"))


def _is_another(parse: Parse, noun: Token) -> bool:
    """Whether a noun is told from another of its kind: "another man", "a second driver"."""
    return any(child.lemma in _ANOTHER for child in parse.children(noun.index, "det", "amod"))


def _of_one_person(
    by_person: dict[frozenset[str], list[tuple[Passage, Mention]]],
) -> Iterator[Sequence[tuple[Passage, Mention]]]:
    """The ages of everybody whose full name is the only one that the shorter ones fit: Dora Mink and Mink."""
    names = sorted(by_person, key=sorted)
    for name in names:
        if not any(name < other for other in names):
            shorter = [other for other in names if other < name]
            if not any(other < rival for other in shorter for rival in names if not rival <= name):
                yield [age for part in names if part in (*shorter, name) for age in by_person[part]]


def _is_at_writing(passage: Passage, figure: Mention, died: bool) -> bool:
    """Whether an age is the one at the time of writing or, where somebody `died`, at death."""
    before, after = passage.before(figure), passage.after(figure)
    if passage.reading.block.zone not in _ZONES or after in _LISTED or RELATIVE.search(before):
        return False
    if _WHO_IS.search(before) and after.startswith(","):
        return died or before.endswith("is")
    if any(_YEAR.search(time.row["text"]) for time in passage.times):
        return False
    if phrase_pattern("stated_ages", "other_times").search(passage.plain, passage.start, passage.end):
        return False
    if _AT_DEATH.search(before) and figure.row["predicate"] == "die":
        return True
    return _AT_WRITING.search(before) is not None or (died and _WAS.search(before) is not None)


def _tells_of_death(passage: Passage) -> bool:
    return phrase_pattern("stated_ages", "deaths").search(passage.plain, passage.start, passage.end) is not None
