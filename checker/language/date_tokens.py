"""Cuts text into the tokens that the date grammars read, and looks words up in `rules/lexicon/dates.toml`."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from checker.lexicon import lexicon

WORDS: dict[str, Any] = lexicon("dates")
CARDINALS: dict[str, int] = lexicon("numbers")["small"] | lexicon("numbers")["tens"]
DASHES = frozenset("-–—−‐‑")
APOSTROPHES = frozenset("'’‘")

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\S")
_LONGEST_NUMBER = 9  # digits; longer runs name no time
_LONGEST_LOOK_BACK = 64
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


class Token(NamedTuple):
    """A run of digits, a run of letters or one other character. `glued`: no white space stands before it."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool
    number: int | None

    @property
    def is_word(self) -> bool:
        return self.text[:1].isalpha()

    @property
    def is_capitalised(self) -> bool:
        return self.text[:1].isupper()


_NOTHING = Token("", "", 0, 0, False, None)


class Tokens:
    """The tokens of a text; an index outside it gives an empty token, so grammars can look around freely."""

    def __init__(self, text: str) -> None:
        self.items = list(_tokens(text))
        self._padded = self.items + [_NOTHING] * _LONGEST_LOOK_BACK  # negative indices end up in the padding

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, index: int) -> Token:
        try:
            return self._padded[index]
        except IndexError:
            return _NOTHING

    def word(self, index: int) -> str:
        """The token in lower case, "" outside the text."""
        try:
            return self._padded[index].lower
        except IndexError:
            return ""

    def glued(self, index: int, characters: frozenset[str] | str) -> bool:
        """Whether the token is one of `characters` and no white space stands before it."""
        token = self[index]
        return token.glued and token.text in characters and token.text != ""

    def phrase(self, index: int, phrase: str) -> int | None:
        """The index behind `phrase` (words separated by single spaces) where it stands at `index`."""
        for word in phrase.split(" "):
            if self.word(index) != word:
                return None
            index += 1
        return index

    def longest_phrase(self, index: int, phrases: "PhraseTable") -> tuple[Any, int] | None:
        """The value of the longest phrase of a table that stands at `index`, and the index behind it."""
        for words, value in phrases.get(self.word(index), ()):
            if all(self.word(index + k) == word for k, word in enumerate(words)):
                return value, index + len(words)
        return None

    def opens_sentence(self, index: int) -> bool:
        """Whether a sentence or the text begins at `index` (opening quotation marks and brackets aside)."""
        while self[index - 1].text in "\"“‘'([*•" and self[index - 1].text:
            index -= 1
        return index <= 0 or self[index - 1].text in ".!?:;…|"


def _tokens(text: str) -> Iterator[Token]:
    behind = -1
    for match in _TOKEN.finditer(text):
        word, (start, end) = match.group(), match.span()
        number = int(word) if word[0] in "0123456789" and len(word) <= _LONGEST_NUMBER else None
        yield Token(word, word.lower().replace("’", "'"), start, end, start == behind, number)
        behind = end


PhraseTable = dict[str, list[tuple[tuple[str, ...], Any]]]


def phrase_table(phrases: dict[str, Any]) -> PhraseTable:
    """Phrases by their first token, the longest first; cut into tokens as the text is."""
    table: PhraseTable = {}
    for phrase, value in phrases.items():
        words = tuple(token.lower for token in _tokens(phrase))
        table.setdefault(words[0], []).append((words, value))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def read_cardinal(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """A number and the index behind it: "2", "1,000", "2.5", "2½", "three", "twenty-one", "a hundred"."""
    if tokens[index].number is not None:
        return _figure(tokens, index)
    value = CARDINALS.get(tokens.word(index))
    if value is None:
        if tokens.word(index) in ("a", "an") and tokens.word(index + 1) in ("hundred", "thousand"):
            return (100.0 if tokens.word(index + 1) == "hundred" else 1000.0), index + 2
        if tokens[index].text in _FRACTIONS:
            return _FRACTIONS[tokens[index].text], index + 1
        return None
    index += 1
    if value >= 20:
        units = index + 1 if tokens[index].text in DASHES else index
        if 0 < CARDINALS.get(tokens.word(units), 0) < 10:
            value, index = value + CARDINALS[tokens.word(units)], units + 1
    if tokens.word(index) in ("hundred", "thousand"):
        value, index = value * (100 if tokens.word(index) == "hundred" else 1000), index + 1
    return float(value), index


def _figure(tokens: Tokens, index: int) -> tuple[float, int]:
    digits, index = tokens[index].text, index + 1
    while tokens.glued(index, ",") and tokens[index + 1].glued and _is_group(tokens[index + 1]) and len(digits) < 9:
        digits, index = digits + tokens[index + 1].text, index + 2
    if tokens.glued(index, ".") and tokens[index + 1].glued and tokens[index + 1].number is not None:
        return float(f"{digits}.{tokens[index + 1].text}"), index + 2
    if tokens.glued(index, frozenset(_FRACTIONS)):
        return int(digits) + _FRACTIONS[tokens[index].text], index + 1
    return float(digits), index


def _is_group(token: Token) -> bool:
    return token.number is not None and len(token.text) == 3


def read_ordinal(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """An ordinal number and the index behind it: "14th", "first", "twenty-first", "thirty first"."""
    token, ordinals = tokens[index], WORDS["ordinals"]
    if token.number is not None:
        return (token.number, index + 2) if tokens.glued(index + 1, _ENDINGS) else None
    if token.lower in ("twenty", "thirty"):
        units = index + 1 if tokens[index + 1].text not in DASHES else index + 2
        if 0 < ordinals.get(tokens.word(units), 0) < 10:
            return CARDINALS[token.lower] + ordinals[tokens.word(units)], units + 1
    return (ordinals[token.lower], index + 1) if token.lower in ordinals else None


_ENDINGS = frozenset(("st", "nd", "rd", "th", "ST", "ND", "RD", "TH"))


def read_month_name(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A month's name, its abbreviation with or without its point: the number of the month and the index behind it."""
    month = WORDS["months"].get(tokens.word(index))
    if month is None:
        return None
    short = len(tokens[index].text) < 5 and tokens.word(index) not in ("may", "june", "july")
    return month, index + 2 if short and tokens.glued(index + 1, ".") else index + 1
