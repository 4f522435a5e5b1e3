"""Whom a sentence speaks of, as far as an age and a date of birth need to know it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.articles.article import Zone
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token

_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "sir",
        "dame",
        "lord",
        "lady",
        "prof",
        "professor",
        "cllr",
        "rev",
        "st",
        "president",
    ]
)

# Whom a sentence speaks of besides the one that the article is about.
RELATIVE = re.compile(
    r"(?<!\ba )\b(?:mother|father|brother|sister|son|daughter|husband|wife|widow|widower|uncle|aunt|cousin|nephew|niece"
    r"|grandson|granddaughter|grandfather|grandmother|parents?|twin|predecessor|successor|partner|fiancé|fiancée|colleague|rival"
    r"|friend|another|others?)\b"
)

_SUBJECTS = ("nsubj", "nsubjpass")
_PLACING = ("in", "at", "near")  # prepositions before the name of a place


class People:
    """The people of an article, known by their surnames in lower case."""

    def __init__(self, readings: Sequence[BlockReading]) -> None:
        self._known = {name for reading in readings for name in (*_recognised(reading), *_born(reading))}
        self.main = self._main(readings)

    def named(self, reading: BlockReading, start: int, end: int) -> list[str]:
        """Everybody named between two offsets of a block, in order.

        The recogniser overlooks a bare surname more often than not; once known, a name is found everywhere.
        """
        return [token.text.lower() for token in self._names_in(reading, start, end)]

    def _names_in(self, reading: BlockReading, start: int, end: int) -> Iterator[Token]:
        for token in reading.parse.tokens[reading.parse.token_at(start) : reading.parse.token_at(end) + 1]:
            if start <= token.start < end and token.pos == "PROPN" and token.text.lower() in self._known:
                yield token

    def last_named(self, reading: BlockReading, start: int, end: int) -> str:
        """Who is named last between two offsets of a block; "" where nobody is.

        Who only owns something, or gives a place its name, is passed over: "at Thrale's", "buried at Wren".
        """
        found = [token for token in self._names_in(reading, start, end) if not _stands_aside(reading.parse, token)]
        return found[-1].text.lower() if found else ""

    def names_another(self, reading: BlockReading, start: int, end: int) -> bool:
        """Whether the subject of a clause between two offsets bears a name that is nobody's who is known."""
        return any(
            token.pos == "PROPN" and token.dependency in _SUBJECTS and token.text.lower() not in self._known
            for token in reading.parse.tokens[reading.parse.token_at(start) : reading.parse.token_at(end) + 1]
            if start <= token.start < end
        )

    def told_of(self, words: str) -> str:
        """The surname of whom the words of an argument name ("harlan weatherby"); "" where they name nobody known."""
        found = [word for word in words.split() if word in self._known]
        return self.main if self.main in found else found[0] if len(found) == 1 else ""

    def _main(self, readings: Sequence[BlockReading]) -> str:
        """Whom the article is about: who is named in the title, else first in the text; "" if nobody is."""
        titles = [r for r in readings if r.block.zone == Zone.TITLE or r.block.level == 1]
        bodies = [r for r in readings if r.block.zone == Zone.BODY]
        titled = [token.text.lower() for reading in titles for token in reading.parse.tokens if token.pos == "PROPN"]
        in_title = {*titled}
        named = [name for reading in bodies for name in _recognised(reading, full=True)]
        known = (name for name in (*named, *titled) if name in in_title and name in self._known)
        return next(known, named[0] if named else "")


def _recognised(reading: BlockReading, full: bool = False) -> Iterator[str]:
    """Surname of every person that the parser recognises; with `full` only of those with a first name."""
    for name in reading.parse.names:
        words = _words(reading.parse.tokens[name.first : name.last])
        is_place = name.first and reading.parse.tokens[name.first - 1].text in _PLACING  # "born in Hamm"
        if name.label == "PERSON" and not is_place and len(words) > full:
            yield words[-1]


def _stands_aside(parse: Parse, name: Token) -> bool:
    """Whether a name is an owner's or a place's, and so not that of whom the sentence speaks."""
    following = parse.tokens[name.index + 1 : name.index + 2]
    owner = name.dependency == "poss" or any(token.tag == "POS" for token in following)
    return owner or (name.dependency == "pobj" and parse.tokens[name.head].text.lower() in _PLACING)


def _born(reading: BlockReading) -> Iterator[str]:
    """The last name before every "born" and every "(1902–1985)", whatever the parser takes it for."""
    tokens = reading.parse.tokens
    for first, last in reading.parse.sentences:
        name = ""
        for token in tokens[first:last]:
            dated = token.text in ("(", "[") and tokens[min(token.index + 1, last - 1)].text[:4].isdecimal()
            before = tokens[max(first, token.index - 2) : token.index]  # "MAP-MAKER (1948-2025)" is no name
            lived = dated and len(before) == 2 and all(one.pos == "PROPN" for one in before)
            if (token.text == "born" or lived) and name:
                yield name
            name = token.text.lower() if token.pos == "PROPN" else name


def _words(tokens: Sequence[Token]) -> list[str]:
    words = [token.text.lower() for token in tokens if token.text[:1].isalpha() and token.text not in ("'s", "’s")]
    return [word for word in words if word.rstrip(".") not in _TITLES]
