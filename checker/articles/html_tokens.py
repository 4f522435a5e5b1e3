"""Cuts HTML into tags and text, each with its exact place. Never fails, and takes time linear in the length.

After the tokenizer of the HTML Standard, section 13.2.5, as far as an article's text needs it. The standard
library's html.parser raises AssertionError on malformed declarations and tells lines instead of offsets.
"""

import html
import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from typing import NamedTuple

from checker.articles.source_text import SourceText


class Value(NamedTuple):
    """An attribute's value, entities decoded, and where it stands (within its quotes)."""

    text: str
    start: int
    end: int


class Tag(NamedTuple):
    """A start or end tag; `name` and the attribute names are in lower case."""

    name: str
    start: int
    end: int
    closing: bool
    attributes: Mapping[str, Value]

    def value(self, attribute: str) -> str:
        """The attribute's value, "" where it has none."""
        found = self.attributes.get(attribute)
        return found.text if found else ""


class Characters(NamedTuple):
    """Text between tags, entities not yet decoded."""

    start: int
    end: int


_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s/>][^\s/>=]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]*)))?"""
)
_TAG_END = re.compile(r"[\s/]*>")
_ENTITY = re.compile(
    r"&(?:\#[0-9]{1,7};?|\#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};|(?:nbsp|amp|lt|gt|quot|copy|pound)"
    r"(?![A-Za-z0-9=;]))"
)
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "iframe", "noembed", "noframes", "xmp"})


def tokens(source: str, start: int, end: int) -> Iterator[Tag | Characters]:
    """The tags and texts of `source` from `start` to `end`, in order.

    Comments, declarations and processing instructions are left out; so is, as in a browser, all behind a tag or
    comment that never ends. The content of a script, style or title is one text.
    """
    position = start
    while position < end:
        opening = source.find("<", position, end)
        if opening < 0:
            yield Characters(position, end)
            return
        following = source[opening + 1 : opening + 2]
        if following in ("!", "?"):
            if position < opening:
                yield Characters(position, opening)
            position = _behind_declaration(source, opening, end)
        elif (name_at := opening + (2 if following == "/" else 1)) < end and (
            name := _NAME.match(source, name_at, end)
        ):
            if position < opening:
                yield Characters(position, opening)
            tag = _read_tag(source, opening, name, end)
            if tag is None:
                return
            yield tag
            position = tag.end
            if tag.name in _RAW_TEXT and not tag.closing:
                closing = _closing_tag(tag.name).search(source, position, end)
                content_end = closing.start() if closing else end
                if position < content_end:
                    yield Characters(position, content_end)
                position = content_end
        else:
            yield Characters(position, opening + 1)
            position = opening + 1


def copy_characters(source: str, start: int, end: int, content: SourceText) -> None:
    """Appends the source from `start` to `end` to `content`, each entity as the character that it names."""
    position = start
    for match in _ENTITY.finditer(source, start, end):
        decoded = _decoded(match)
        content.copy(position, match.start())
        content.replace(decoded, match.start(), match.end())
        position = match.end()
    content.copy(position, end)


def _decoded(entity: re.Match[str]) -> str:
    written = entity.group()
    # html.unescape also takes the first letters of an unknown name for an entity: "&notable;" for "¬able;".
    return html.unescape(written) if written[1] == "#" or written[1:] in html5 else written


def _behind_declaration(source: str, opening: int, end: int) -> int:
    if source.startswith("<!--", opening):
        if source.startswith((">", "->"), opening + 4):
            return source.index(">", opening) + 1
        closing = source.find("-->", opening + 4, end)
        return end if closing < 0 else closing + 3
    if source.startswith("<![CDATA[", opening):
        closing = source.find("]]>", opening, end)
        return end if closing < 0 else closing + 3
    closing = source.find(">", opening, end)
    return end if closing < 0 else closing + 1


def _read_tag(source: str, opening: int, name: re.Match[str], end: int) -> Tag | None:
    attributes: dict[str, Value] = {}
    position = name.end()
    while not (close := _TAG_END.match(source, position, end)):
        attribute = _ATTRIBUTE.match(source, position, end)
        if not attribute:
            return None
        position = attribute.end()
        kind = attribute.lastgroup or "name"
        if kind == "name":
            value = Value("", position, position)
        else:
            text = attribute[kind]
            value = Value(_ENTITY.sub(_decoded, text), *attribute.span(kind))
        attributes.setdefault(attribute["name"].lower(), value)
    return Tag(name.group().lower(), opening, close.end(), source[opening + 1] == "/", attributes)


_CLOSING_TAGS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in sorted(_RAW_TEXT)}


def _closing_tag(name: str) -> re.Pattern[str]:
    return _CLOSING_TAGS[name]
