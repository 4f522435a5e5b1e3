"""Splits raw text into tokens for the grammars of quantities, and finds lexicon phrases among them."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

# A numeral, a vulgar fraction, a word, a paragraph break, or one other character. Every branch starts with another
# kind of character and none can be re-read in two ways, so the scan is linear on any input.
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
    r"|[^\W\d_½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]+(?:['’][^\W\d_]+)*"
    r"|\n[ \t]*\n"
    r"|[^\w\s]|_"
)
DASHES = frozenset("-–‐‑−")
MARGIN = 32
SENTENCE_ENDS = frozenset(".!?\n")
_SENTENCE_OPENERS = frozenset(".!?:;•*|“\"'‘(") | {"\n"}

Payload = TypeVar("Payload")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: `words` in lower case, `starts` and `ends` their half-open code-point offsets.

    `words` ends in empty strings that are no tokens, so that a grammar may look MARGIN words past either end.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def word(self, index: int) -> str:
        """The token in lower case, "" outside the text (by at most MARGIN)."""
        return self.words[index]

    def raw(self, index: int) -> str:
        """The token as written, "" outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""

    def glued(self, index: int) -> bool:
        """Whether the token touches the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def is_numeral(self, index: int) -> bool:
        return self.word(index)[:1].isdigit()

    def is_name_like(self, index: int) -> bool:
        """Whether the token is a word that begins with a capital letter."""
        return self.raw(index)[:1].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether the token stands first in its sentence, quotation or cell, as far as punctuation tells."""
        return index <= 0 or self.words[index - 1] in _SENTENCE_OPENERS or self.words[index - 1][:1] == "\n"

    def near(self, first: int, last: int, reach: int) -> list[str]:
        """The words up to `reach` tokens before token `first` and from token `last` on, within the sentence."""
        before = self.words[max(0, first - reach) : first]
        for position in range(len(before) - 1, -1, -1):
            if before[position] in SENTENCE_ENDS and not self.glued(first - len(before) + position + 1):
                before = before[position + 1 :]
                break
        behind = self.words[last : last + reach]
        for position, word in enumerate(behind):
            if word in SENTENCE_ENDS and not self.glued(last + position + 1):
                return before + behind[:position]
        return before + behind

    def at(self, offset: int) -> int:
        """Index of the first token that begins at `offset` or later."""
        return bisect_left(self.starts, offset)


def tokenise(text: str) -> Tokens:
    """The tokens of `text`. Linear time."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        words.append("\n" if word[0] == "\n" else word.lower())
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    words += [""] * MARGIN
    return Tokens(text, words, starts, ends)


class PhraseMatch(NamedTuple, Generic[Payload]):
    """A phrase found in the tokens `first` up to but not including `last`."""

    first: int
    last: int
    payload: Payload


class Phrases(Generic[Payload]):
    """Phrases of a lexicon, found before or behind a token. Case and white space do not matter.

    With `loose_hyphens` a hyphen inside a phrase may be left out: "gigawatt-hour" also finds "gigawatt hour".
    """

    def __init__(
        self, phrases: Mapping[str, Payload] | Iterable[tuple[str, Payload]], *, loose_hyphens: bool = True
    ) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], Payload]]] = {}
        items = phrases.items() if isinstance(phrases, Mapping) else phrases
        for phrase, payload in items:
            for variant in {phrase, phrase.replace("-", " ") if loose_hyphens else phrase}:
                words = tuple(tokenise(variant).words[:-MARGIN])
                self._by_first.setdefault(words[0], []).append((words, payload))
                self._by_last.setdefault(words[-1], []).append((words, payload))
        for entries in (*self._by_first.values(), *self._by_last.values()):
            entries.sort(key=lambda entry: -len(entry[0]))

    def behind(self, tokens: Tokens, index: int) -> PhraseMatch[Payload] | None:
        """The longest phrase that begins at token `index`."""
        for words, payload in self._by_first.get(tokens.word(index), ()):
            last = index + len(words)
            if len(words) == 1 or tuple(tokens.words[index:last]) == words:
                return PhraseMatch(index, last, payload)
        return None

    def before(self, tokens: Tokens, index: int) -> PhraseMatch[Payload] | None:
        """The longest phrase that ends right before token `index`."""
        for words, payload in self._by_last.get(tokens.word(index - 1), ()):
            first = index - len(words)
            if len(words) == 1 or (first >= 0 and tuple(tokens.words[first:index]) == words):
                return PhraseMatch(first, index, payload)
        return None
