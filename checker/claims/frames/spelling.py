"""Names that one article spells in two ways: "Priya Nair" here, "Ms Nayar" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page
from checker.claims.reading import BlockReading

_TITLES = ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "professor", "prof", "president", "senator",
           "councillor", "cllr", "judge", "captain", "general", "mayor", "minister", "sergeant",
           "inspector")  # fmt: skip
_TITLES_OF_MEN, _TITLES_OF_WOMEN = {"mr", "sir", "lord"}, {"mrs", "ms", "miss", "dame", "lady"}
_BORN = re.compile(r"(?:\bborn|\bn[ée]e|\bformerly|\bknown as|\bbecame)\s+$")  # a name that changed is no slip
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'\-]*[a-zà-ÿ](?:\s+(?:[A-Z]\.\s+)?[A-ZÀ-Þ][\w’'\-]*[a-zà-ÿ])*")
_SHORTEST = 5  # letters: shorter surnames are too often two people's (Hall and Hill)
_LONG = 9  # letters from which two slips may separate the spellings of one name
_MOST_SLIPS = 2
_BORN_REACH = 20  # characters before a name
_MOST_WORDS = 4  # of a person's name; longer runs of capitals are titles of works and offices


@dataclass(frozen=True, slots=True)
class Spelling:
    """One mention of a person: given names or a title before the surname, and where (block offsets)."""

    reading: BlockReading
    start: int
    end: int
    before: str
    surname: str
    person: bool  # whether a title or the recogniser says that it is a person


def find(page: Page) -> Iterator[Frame]:
    """A frame `spelling` for each name that drifts: first mentions of the `usual` spelling, then of the `odd` ones."""
    for usual, odd in drifting_names(page.readings):
        members = [("usual", usual[0]), *(("odd", spelling) for spelling in odd)]
        yield Frame(
            "spelling",
            tuple(
                (slot, words_mention(s.reading, s.start, s.end, "name", f"{s.before} {s.surname}".strip()))
                for slot, s in members
            ),
        )


def drifting_names(readings: Sequence[BlockReading]) -> list[tuple[list[Spelling], list[Spelling]]]:
    """Pairs of spellings that can only mean one person: all mentions of the usual one, then all of the odd one.

    Two surnames are one person's where a slip or two separates them and both come with one given name, or one of them
    with none. The usual spelling is the one with more mentions, then the one with a given name, then the first.
    """
    by_surname: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in (s for reading in readings for s in _spellings(reading)):
        by_surname[spelling.surname].append(spelling)
    surnames = [surname for surname in by_surname if len(surname) >= _SHORTEST]
    people = {surname for surname in surnames if any(spelling.person for spelling in by_surname[surname])}
    surnames.sort(key=lambda name: (-len(by_surname[name]), not _given_names(by_surname[name])))
    return [
        (by_surname[usual], by_surname[odd])
        for usual, odd in _similar(surnames)
        if people & {usual, odd} and _is_slip(usual, odd) and _one_person(by_surname[usual], by_surname[odd])
    ]


def _similar(surnames: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of surnames with one initial and nearly one length, the earlier of `surnames` first."""
    by_initial: dict[str, list[str]] = defaultdict(list)
    for surname in surnames:
        for other in by_initial[surname[0]]:
            if abs(len(surname) - len(other)) <= _MOST_SLIPS:
                yield other, surname
        by_initial[surname[0]].append(surname)


def _spellings(reading: BlockReading) -> Iterator[Spelling]:
    people = {
        (reading.parse.tokens[name.first].start, reading.parse.tokens[name.last - 1].end)
        for name in reading.parse.names
        if name.label == "PERSON"
    }
    for match in _NAME.finditer(reading.block.text):
        words = match[0].split()
        titled = words[0].lower().rstrip(".") in _TITLES and len(words) > 1
        person = titled or any(s < match.end() and match.start() < e for s, e in people)
        if not 1 < len(words) <= _MOST_WORDS:  # a bare surname is too often no name of a person at all
            continue
        if _BORN.search(reading.block.text, max(0, match.start() - _BORN_REACH), match.start()):
            continue
        surname = re.sub(r"[’']s$", "", words[-1])
        end = match.start() + match[0].rindex(words[-1]) + len(surname)
        yield Spelling(reading, match.start(), end, " ".join(words[:-1]), surname, person)


def _given_names(spellings: Sequence[Spelling]) -> set[str]:
    """The given names that come with a surname, without titles."""
    given = (
        " ".join(word for word in spelling.before.split() if word.lower().rstrip(".") not in _TITLES)
        for spelling in spellings
    )
    return {name for name in given if name}


def _titles(spellings: Sequence[Spelling]) -> set[str]:
    return {word.lower().rstrip(".") for spelling in spellings for word in spelling.before.split()} & set(_TITLES)


def _one_person(usual: list[Spelling], odd: list[Spelling]) -> bool:
    titles = _titles(usual) | _titles(odd)
    if titles & _TITLES_OF_MEN and titles & _TITLES_OF_WOMEN:
        return False
    known, given = _given_names(usual), _given_names(odd)
    if known and given:
        return given <= known or known <= given
    return len(known | given) == 1


def _is_slip(a: str, b: str) -> bool:
    """Whether one letter changed, added, left out or swapped (two in long names) turns one surname into the other.

    A plural or possessive ending is no slip.
    """
    if {a[-2:], b[-2:]} == {"is", "es"}:  # "Analysis", "Analyses"
        return False
    if a[0] != b[0] or {a.rstrip("s"), b.rstrip("s")} == {a.rstrip("s")}:
        return False
    return edit_distance(a.lower(), b.lower()) <= (_MOST_SLIPS if min(len(a), len(b)) >= _LONG else 1)


def edit_distance(a: str, b: str) -> int:
    """Damerau's edit distance with adjacent transpositions (optimal string alignment)."""
    before: list[int] = []
    previous = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        current = [i]
        for j, other in enumerate(b, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
