"""Which words of two quotes differ."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

_WORD_OR_SPACE = re.compile(r"\s+|\S+")


class Words(NamedTuple):
    """A stretch of a quote, and whether it says something that the other quote does not."""

    text: str
    differs: bool


def differences(first: str, second: str) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both quotes in stretches; each quote's stretches together are the quote.

    Nothing differs where the two have no word in common: then every word would.
    """
    words = [_WORD_OR_SPACE.findall(quote) for quote in (first, second)]
    keys = [[word.casefold().strip(".,;:!?“”\"'()") for word in side] for side in words]
    shared: list[set[int]] = [set(), set()]
    for block in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks():
        shared[0].update(range(block.a, block.a + block.size))
        shared[1].update(range(block.b, block.b + block.size))
    if not any(keys[0][index].strip() for index in shared[0]):
        return (Words(first, False),), (Words(second, False),)
    return _stretches(words[0], shared[0]), _stretches(words[1], shared[1])


def _stretches(words: list[str], shared: set[int]) -> tuple[Words, ...]:
    """The words joined; white space between two differing words differs with them, other white space does not."""
    differs = [index not in shared and not word.isspace() for index, word in enumerate(words)]
    for index, word in enumerate(words):
        if word.isspace() and 0 < index < len(words) - 1:
            differs[index] = differs[index - 1] and differs[index + 1]
    joined = groupby(zip(words, differs, strict=True), key=lambda pair: pair[1])
    return tuple(Words("".join(word for word, _ in pairs), differing) for differing, pairs in joined)
