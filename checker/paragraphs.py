"""Remembers how the language model read the paragraphs of an article, so that an edit makes it read only what changed.

One compressed file for each article, plain data that could not run. A paragraph counts as known by its text alone.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import TYPE_CHECKING, Any

from checker.files import write_atomically
from checker.language.parse import Name, Parse, Token, make_parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checker.language.parse import Parser

_LARGEST = 200_000_000  # bytes of one file, unpacked: a damaged one must not fill the memory


class Paragraphs:
    """The paragraphs in `file`, which need not exist. `key` names whatever else a parse depends on."""

    def __init__(self, file: Path, key: str) -> None:
        self.file = file
        self._key = key
        self._known = self._read()
        self._asked: dict[str, Parse] = {}

    def parser(self, parser: Parser) -> Parser:
        """A parser that asks `parser` only for texts that are not known."""

        def parsed(texts: Iterable[str]) -> Iterator[Parse]:
            asked = [(_digest(text), text) for text in texts]
            new = parser(text for digest, text in asked if digest not in self._known)
            for digest, text in asked:
                parse = _decoded(text, self._known[digest]) if digest in self._known else next(new)
                self._asked[digest] = parse
                yield parse

        return parsed

    def save(self) -> None:
        """Remembers the texts that were asked for, and no others. Raises OSError where that cannot be written."""
        if self._asked.keys() == self._known.keys():
            return
        self._known = {digest: self._known.get(digest) or _encoded(parse) for digest, parse in self._asked.items()}
        held = json.dumps({"key": self._key, "paragraphs": self._known}, separators=(",", ":"))
        write_atomically(self.file, zlib.compress(held.encode("ascii"), 1))

    def _read(self) -> dict[str, Any]:
        try:
            unpacked = zlib.decompressobj().decompress(self.file.read_bytes(), _LARGEST)
            held = json.loads(unpacked)
            known: dict[str, Any] = held["paragraphs"]
            return known if held["key"] == self._key and all(map(_is_whole, known.values())) else {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, zlib.error):
            return {}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _encoded(parse: Parse) -> list[Any]:
    """The columns of a parse: seven of words, three of numbers, sentences and names."""
    tokens = parse.tokens
    return [
        [token.text for token in tokens],
        [token.lemma for token in tokens],
        [token.pos for token in tokens],
        [token.tag for token in tokens],
        [token.dependency for token in tokens],
        [token.entity for token in tokens],
        [token.head for token in tokens],
        [token.start for token in tokens],
        [token.end for token in tokens],
        parse.sentences,
        parse.names,
    ]


def _decoded(text: str, columns: list[Any]) -> Parse:
    words, lemmas, pos, tags, dependencies, entities, heads, starts, ends, sentences, names = columns
    tokens = [
        Token(index, *one)
        for index, one in enumerate(
            zip(words, lemmas, pos, tags, dependencies, heads, starts, ends, entities, strict=True)
        )
    ]
    return make_parse(text, tokens, [(first, last) for first, last in sentences], [Name(*name) for name in names])


def _is_whole(columns: Any) -> bool:
    """Whether these are the columns of one parse: a damaged file must not be taken for one."""
    words, numbers = columns[:6], columns[6:9]
    length = len(columns[0])
    return (
        len(columns) == 11
        and all(len(column) == length and all(type(one) is str for one in column) for column in words)
        and all(len(column) == length and all(type(one) is int for one in column) for column in numbers)
        and all(0 <= one < length for one in columns[6])
        and all(len(span) == 2 and 0 <= span[0] < span[1] <= length for span in columns[9])
        and all(len(name) == 3 and 0 <= name[0] < name[1] <= length for name in columns[10])
    )
