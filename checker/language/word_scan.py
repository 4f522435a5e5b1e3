"""A parse without a language model: words and sentences by their spelling alone, no grammar and no names.

It takes a hundredth of the time, and a program that uses nothing else need not load spaCy. What the grammars for
numbers and dates read does not depend on the parse; what a figure counts, and who did what, does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.language.parse import Parse, Token, make_parse
from checker.lexicon import lexicon

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+|[^\w\s]")
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’)]»")
_ABBREVIATED = frozenset(lexicon("abbreviated")["stop"])


def scan_texts(texts: Iterable[str]) -> Iterator[Parse]:
    """Parses of block texts, in order, that know words and sentences and nothing else of them."""
    return map(_scanned, texts)


def _scanned(text: str) -> Parse:
    tokens = [
        Token(index, word[0], word[0].lower(), "", "", "", index, word.start(), word.end())
        for index, word in enumerate(_WORD.finditer(text))
    ]
    return make_parse(text, tokens, list(_sentences(tokens)))


def _sentences(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for index in range(1, len(tokens)):
        if _begins(tokens, index):
            yield first, index
            first = index
    if tokens:
        yield first, len(tokens)


def _begins(tokens: list[Token], index: int) -> bool:
    """Whether a sentence begins with the token: behind white space, an end and its closing marks."""
    last = index - 1
    if tokens[index].start == tokens[last].end or tokens[index].text[0].islower():
        return False
    while last and tokens[last].text in _CLOSING:
        last -= 1
    if tokens[last].text not in _ENDS:
        return False
    before = tokens[last - 1] if last else None
    if tokens[last].text != "." or before is None or before.end < tokens[last].start:
        return True
    return before.lemma not in _ABBREVIATED and not (len(before.text) == 1 and before.text.isalpha())
