"""Names that one article spells in two ways: "Priya Nair" here, "Ms Nayar" there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from checker.claims.canonical import words
from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page
from checker.claims.reading import BlockReading
from checker.language.parse import Parse

_TITLES = ("mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "professor", "prof", "president", "senator",
           "councillor", "cllr", "judge", "captain", "general", "mayor", "minister", "sergeant",
           "inspector")  # fmt: skip
_TITLES_OF_MEN, _TITLES_OF_WOMEN = {"mr", "sir", "lord"}, {"mrs", "ms", "miss", "dame", "lady"}
_BORN = re.compile(r"(?:\bborn|\bn[ée]e|\bformerly|\bknown as|\bbecame)\s+$")  # a name that changed is no slip
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’'\-]*[a-zà-ÿ](?:\s+(?:[A-Z]\.\s+)?[A-ZÀ-Þ][\w’'\-]*[a-zà-ÿ])*")
_SHORTEST = 5  # letters: shorter surnames are too often two people's (Hall and Hill)
_LONG = 9  # letters from which two slips may separate the spellings of one name
_SOUNDS = {"k": "c", "z": "s", "y": "i", "j": "g"}  # initials that sound alike
_MOST_SLIPS = 2
_ALIKE_AT_FIRST = 0.5  # how much of two surnames behind one given name is the same, for two slips in shorter ones
_SPEAKING = words("reporting")
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
    with none. A bare surname counts only as the subject of what a person does. The usual spelling is the one with more
    mentions, then the one with a given name, then the first.
    """
    by_surname: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in (s for reading in readings for s in _spellings(reading)):
        by_surname[spelling.surname].append(spelling)
    surnames = [surname for surname in by_surname if len(surname) >= _SHORTEST]
    people = {surname for surname in surnames if any(one.person and one.before for one in by_surname[surname])}
    surnames.sort(key=lambda name: (-len(by_surname[name]), not _given_names(by_surname[name])))
    return [
        (by_surname[usual], by_surname[odd])
        for usual, odd in _similar(surnames)
        if people & {usual, odd}
        and _one_person(by_surname[usual], by_surname[odd])
        and not _is_inflected(usual, odd)
        and (_is_slip(usual, odd) or _is_namesake(usual, odd, by_surname) or _sounds_alike(usual, odd, by_surname))
    ]


def _similar(surnames: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of surnames with one initial, by its sound, and nearly one length, the earlier of `surnames` first."""
    by_initial: dict[str, list[str]] = defaultdict(list)
    for surname in surnames:
        initial = _SOUNDS.get(surname[0].lower(), surname[0].lower())
        for other in by_initial[initial]:
            if abs(len(surname) - len(other)) <= _MOST_SLIPS:
                yield other, surname
        by_initial[initial].append(surname)


def _spellings(reading: BlockReading) -> Iterator[Spelling]:
    people = {
        (reading.parse.tokens[name.first].start, reading.parse.tokens[name.last - 1].end)
        for name in reading.parse.names
        if name.label == "PERSON"
    }
    for match in _NAME.finditer(reading.block.text):
        parts = match[0].split()
        titled = parts[0].lower().rstrip(".") in _TITLES and len(parts) > 1
        known = any(s < match.end() and match.start() < e for s, e in people)
        person = titled or known
        if len(parts) == 1 and not _speaks(reading.parse, match.start(), known):
            continue  # a bare surname is often no person's at all
        if len(parts) > _MOST_WORDS:
            continue
        if _BORN.search(reading.block.text, max(0, match.start() - _BORN_REACH), match.start()):
            continue
        surname = re.sub(r"[’']s$", "", parts[-1])
        end = match.start() + match[0].rindex(parts[-1]) + len(surname)
        yield Spelling(reading, match.start(), end, " ".join(parts[:-1]), surname, person)


def _speaks(parse: Parse, start: int, known: bool) -> bool:
    """Whether a bare word is the name of somebody who says something, or whom the recogniser `known` does anything."""
    token = parse.tokens[parse.token_at(start)]
    if token.pos != "PROPN" or token.dependency not in ("nsubj", "nsubjpass"):
        return False
    return known or parse.tokens[token.head].lemma in _SPEAKING


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


def _is_inflected(a: str, b: str) -> bool:
    """Whether two words differ in the ending of a plural, an owner or an inhabitant only, which is no slip."""
    inhabitant = a + "n" == b or b + "n" == a
    return {a[-2:], b[-2:]} == {"is", "es"} or a.rstrip("s") == b.rstrip("s") or inhabitant  # "Analysis", "Analyses"


def _is_slip(a: str, b: str) -> bool:
    """Whether one letter changed, added, left out or swapped (two in long names) turns one surname into the other."""
    return a[0] == b[0] and edit_distance(a.lower(), b.lower()) <= (_MOST_SLIPS if min(len(a), len(b)) >= _LONG else 1)


def _sounds_alike(a: str, b: str, by_surname: Mapping[str, list[Spelling]]) -> bool:
    """Whether two surnames behind one given name differ in initials alone that sound alike: "Korda", "Corda"."""
    return a[0] != b[0] and a[1:] == b[1:] and bool(_given_names(by_surname[a]) & _given_names(by_surname[b]))


def _is_namesake(a: str, b: str, by_surname: Mapping[str, list[Spelling]]) -> bool:
    """Whether two surnames behind one given name begin alike and end in two slips: "Leonie Farrow", "Leonie Farrar"."""
    if not _given_names(by_surname[a]) & _given_names(by_surname[b]):
        return False
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a.lower(), b.lower(), strict=False)))
    same_length = len(a) == len(b) > _SHORTEST
    return same_length and alike > _ALIKE_AT_FIRST * len(a) and edit_distance(a.lower(), b.lower()) <= _MOST_SLIPS


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
