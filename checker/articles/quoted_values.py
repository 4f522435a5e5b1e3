"""Reads quoted values of JSON, TOML and YAML where they stand, each character known by its place.

HTML entities in them are decoded as well: site generators put these values into pages as they are.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.articles.html_tokens import copy_characters
from checker.articles.source_text import SourceText

_SIMPLE_ESCAPES = {
    "0": "", "a": "", "b": "", "e": "", "v": " ", "t": " ", "n": " ", "f": " ", "r": " ", "N": " ", "L": " ", "P": " ",
    "_": " ", " ": " ", "\t": " ", '"': '"', "/": "/", "\\": "\\", "'": "'",
}  # fmt: skip
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(\r?\n|\r)|(.))", re.DOTALL)
_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)


def copy_double_quoted(source: str, start: int, end: int, content: SourceText) -> None:
    r"""Appends the inside of a double-quoted string, from `start` to `end`, with its escapes decoded.

    Knows the escapes of JSON, TOML and YAML 1.2 ("\n", "\"", "\u2019", a surrogate pair, an escaped line break).
    """
    position = start
    pending: tuple[int, int] | None = None  # a high surrogate and where its escape begins
    for match in _ESCAPE.finditer(source, start, end):
        copy_characters(source, position, match.start(), content)
        position = match.end()
        digits = match[1] or match[2] or match[3]
        if not digits:
            if not match[4]:
                content.replace(_SIMPLE_ESCAPES.get(match[5], match[5]), match.start(), position)
            continue
        code = int(digits, 16)
        if code in _HIGH:
            pending = (code, match.start())
        elif code in _LOW and pending and pending[1] + 6 == match.start():
            character = chr(0x10000 + ((pending[0] - 0xD800) << 10) + code - 0xDC00)
            content.replace(character, pending[1], position)
        elif code <= 0x10FFFF and code not in _LOW:
            content.replace(chr(code), match.start(), position)
    copy_characters(source, position, end, content)


def copy_single_quoted(source: str, start: int, end: int, content: SourceText) -> None:
    """Appends the inside of a single-quoted YAML string, from `start` to `end`: '' is one quotation mark."""
    position = start
    while (doubled := source.find("''", position, end)) >= 0:
        copy_characters(source, position, doubled, content)
        content.replace("'", doubled, doubled + 2)
        position = doubled + 2
    copy_characters(source, position, end, content)


class JsonString(NamedTuple):
    """A string value in JSON: the keys that lead to it (arrays add none), and where its inside stands."""

    keys: tuple[str, ...]
    start: int
    end: int


_JSON_TOKEN = re.compile(r'"(?P<inside>[^"\\]*(?:\\.[^"\\]*)*)"|[{}\[\],:]|"', re.DOTALL)
_DEEPEST = 100


def json_strings(source: str, start: int, end: int) -> Iterator[JsonString]:
    """The string values of the JSON from `start` to `end`, in order, as far as it can be read.

    Stops at the end of the outermost value, at a string that never ends, and a hundred levels down.
    """
    keys: list[str] = []  # one a level: the key being read; "" in an array, and before a key
    kinds: list[str] = []
    label = ""
    for token in _JSON_TOKEN.finditer(source, start, end):
        symbol = token.group()[0]
        if symbol == '"':
            if token["inside"] is None:
                return
            if kinds and (kinds[-1] == "[" or keys[-1]):
                yield JsonString(tuple(key for key in keys if key), *token.span("inside"))
            else:
                label = token["inside"]
        elif symbol in "{[":
            if len(kinds) == _DEEPEST:
                return
            kinds.append(symbol)
            keys.append("")
        elif not kinds:
            return
        elif symbol in "}]":
            kinds.pop()
            keys.pop()
            if not kinds:
                return
        elif symbol == ":":
            keys[-1] = label
        elif kinds[-1] == "{":
            keys[-1] = ""


def json_object_end(source: str, start: int) -> int | None:
    """Where the JSON object that begins at `start` ends, None where it does not."""
    depth = 0
    for token in _JSON_TOKEN.finditer(source, start):
        symbol = token.group()
        if symbol in ("{", "["):
            depth += 1
        elif symbol in ("}", "]"):
            depth -= 1
            if depth <= 0:
                return token.end()
        elif symbol == '"':
            return None
    return None
