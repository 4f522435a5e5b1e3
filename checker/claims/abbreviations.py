"""Abbreviations that the article never spells out (lexicon `abbreviations` lists those that every reader knows)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.patterns import Hit
from checker.claims.reading import BlockReading
from checker.language.parse import Parse
from checker.lexicon import houses, lexicon

LEXICON = "abbreviations"
_ABBREVIATION = re.compile(r"(?<![\w.&@#/\-’'_$])[A-Z]{3,6}(?![\w&@/\-_.]*[\w@/_])")
_PLAIN = re.compile(r"\b[A-Z]?[a-z]{2,6}\b")
_LETTERS = re.compile(r"[A-Za-z]+")
_STOPS = re.compile(r"[.;:!?()]")
_DATELINE = re.compile(r",| \(| ?[-–—]")
_READ = {Zone.BODY, Zone.LIST, Zone.FAQ_ANSWER, Zone.DESCRIPTION}
_HOST = re.compile(r"(?:https?://|@)([\w.-]{1,200})")
_LABEL = re.compile(r"[.-]")
# "The HBX (the Harbour Board)", "HBX, the Harbour Board", "HBX: the Harbour Board", "HBX stands for …".
_EXPLANATION = r"\b{short}(?:\)| \(|: |, (?:the|a|an|our|its|which|or|short|also)\b| stands for\b|\*\*:)"
_IN_BRACKETS = r"\({short}"
# "Frameworks such as HBX": an example, of something that the text has named.
_EXAMPLE = re.compile(r"\b(?:for example|for instance|e\.g\.|such as)\b[^.;:()]{0,200}$")
# "Acme, Bolt, HBX": one name in a list of them.
_AMONG_NAMES = (re.compile(r"\b[A-Z][\w.+-]{0,30}, $"), re.compile(r"(?:,? (?:and|or)|,) [A-Z]"))
_NAMES_BEHIND = re.compile(r"(?:, [A-Z][\w.+-]{0,30}){1,9},? (?:and|or) [A-Z]")
# "A client called HBX", "our HBX tool", "here at HBX": it is introduced as the name that it is.
_CALLED = re.compile(r"\b(?:called|named|dubbed|nicknamed|[Hh]ere at|[Ww]e at|known as) $")
_PRODUCT = re.compile(r" (?:tool|app|software|library|framework|website|site|platform|API|plugin|package)s?\b")
_NAMES_BEFORE = re.compile(r"(?:\b[A-Z][\w.+-]{0,30}, (?:and |or )?){2,}$")
_SHOUTED_SHARE = 0.5  # of a block's letters in capitals: a shouted line, not abbreviations
_LONGEST_NAME = 12  # words of a name that initials may stand for


def find_abbreviations(readings: Sequence[BlockReading], source: str = "") -> Iterator[tuple[BlockReading, Hit]]:
    """The first use of every abbreviation that the article neither spells out nor links.

    In `source`, the article as written, the addresses of links and mail count too: who links hbx.example has said who
    that is.
    """
    texts = [reading.block.text for reading in readings]
    at_home = {label.upper() for host in _HOST.findall(source) for label in _LABEL.split(host)}
    plain: set[str] | None = None
    runs: list[_Run] = []
    seen: set[str] = set()
    for reading in readings:
        if reading.block.zone not in _READ or _is_shouted(reading.block.text):
            continue
        for match in _ABBREVIATION.finditer(reading.block.text):
            short = match[0]
            if short in seen or short in at_home or short in _known(houses()):
                continue
            if plain is None:  # most articles have no such word, and need no list of their words
                plain = {word.upper() for text in texts for word in _PLAIN.findall(text)}
                runs = [run for text in texts for run in _runs(text)]
            if short in plain or _is_dateline(reading.block.text, match.end()):
                continue
            seen.add(short)
            if (
                not any(run.spells(short) for run in runs)
                and not _is_explained(short, texts)
                and not _is_linked(reading, match.span())
                and not _is_one_of_many(reading.block.text, match.span())
                and not _is_called_so(reading.block.text, match.span())
            ):
                token = reading.parse.token_at(match.start())
                if _is_noun(reading.parse, token):
                    yield reading, Hit(token, token + 1, token, short)


def _is_noun(parse: Parse, index: int) -> bool:
    """Whether it is a noun of its own: "STILL" is only shouted, "CHIP" in "CHIP Services" is part of a
    name, and "HBX 2" is the name of a thing."""
    token = parse.tokens[index]
    beside = parse.tokens[max(0, index - 1) : index] + parse.tokens[index + 1 : index + 2]
    named = any(other.pos == "PROPN" and (other.head == index or token.head == other.index) for other in beside)
    following = parse.tokens[index + 1 : index + 2]
    labelled = any(other.pos == "NUM" or (other.pos == "PROPN" and other.text.istitle()) for other in following)
    return token.pos in ("PROPN", "NOUN") and not named and not labelled


def _is_dateline(text: str, end: int) -> bool:
    """ "LONDON, England (CNN) --": a place in capitals before the first sentence."""
    return len(text[:end].split()) <= 2 and _DATELINE.match(text, end) is not None


@cache
def _known(houses: tuple[Path, ...]) -> frozenset[str]:
    words = lexicon(LEXICON)
    return frozenset(words["known"]) | frozenset(words["shouted"])


class _Run(NamedTuple):
    """Words between two stops: the initials of all, those of the capitalised ones, and the positions of the latter."""

    every: str
    capital: str
    positions: Sequence[int]

    def spells(self, short: str) -> bool:
        """Whether words of the run have these initials, with or without the small ones between: BOE or BE for "Bank of
        England"."""
        if short in self.every:
            return True
        first = self.capital.find(short)
        while first >= 0:
            if self.positions[first + len(short) - 1] - self.positions[first] < _LONGEST_NAME:
                return True
            first = self.capital.find(short, first + 1)
        return False


def _runs(text: str) -> Iterator[_Run]:
    for part in _STOPS.split(text):
        letters = [word[0] for word in _LETTERS.findall(part)]
        positions = [position for position, letter in enumerate(letters) if letter.isupper()]
        yield _Run("".join(letters).upper(), "".join(letters[position] for position in positions), positions)


def _is_explained(short: str, texts: Sequence[str]) -> bool:
    """Whether something in the article says what it is: "the Harbour Board (HBX)", "HBX, the Harbour Board"."""
    telling = re.compile(_EXPLANATION.format(short=short) + "|" + _IN_BRACKETS.format(short=short))
    return any(short in text and telling.search(text) for text in texts)


def _is_one_of_many(text: str, span: tuple[int, int]) -> bool:
    """Whether it is one name in a list of them, or one example of what the sentence has named."""
    before = text[max(0, span[0] - 250) : span[0]]
    among = _AMONG_NAMES[0].search(before) is not None and _AMONG_NAMES[1].match(text, span[1]) is not None
    among = among or _NAMES_BEHIND.match(text, span[1]) is not None
    return among or _EXAMPLE.search(before) is not None or _NAMES_BEFORE.search(before) is not None


def _is_called_so(text: str, span: tuple[int, int]) -> bool:
    """Whether the words around it say that it is a thing's name, or the house's own."""
    before = text[max(0, span[0] - 20) : span[0]]
    return _CALLED.search(before) is not None or _PRODUCT.match(text, span[1]) is not None


def _is_linked(reading: BlockReading, span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in reading.block.links)


def _is_shouted(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return sum(character.isupper() for character in letters) > _SHOUTED_SHARE * len(letters)
