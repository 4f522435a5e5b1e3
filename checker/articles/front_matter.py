"""Reads the front matter of static-site generators: YAML between ---, TOML between +++, or a JSON object.

Malformed front matter is never an error: what can be read is read, line by line if need be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from checker.articles.article import Zone
from checker.articles.draft import Draft, draft_of
from checker.articles.html_tokens import copy_characters
from checker.articles.publication import StatedDate, is_date_key, plain_key, stated_date
from checker.articles.quoted_values import copy_double_quoted, copy_single_quoted, json_object_end, json_strings
from checker.articles.source_text import SourceText, blank, readable

if TYPE_CHECKING:
    import yaml


class Field(NamedTuple):
    """One value: `key` is dotted where it is nested ("last_update.date"), `start` where the value begins."""

    key: str
    start: int
    content: SourceText


class FrontMatter(NamedTuple):
    """The fields in order, and where the article itself begins."""

    fields: tuple[Field, ...]
    end: int


TITLE_KEYS = frozenset({"title", "headline"})
_DESCRIPTION_KEYS = frozenset({
    "description", "summary", "excerpt", "standfirst", "dek", "deck", "subtitle", "subheading", "metadescription",
    "abstract",
})  # fmt: skip
_ADDRESS_KEYS = frozenset({"canonicalurl", "canonical", "url", "permalink"})
_OPENING = re.compile(r"\ufeff?\s*?(?P<fence>---|\+\+\+)[ \t]*(?P<break>\r\n|\n|\r)")
_JSON_OPENING = re.compile(r"\ufeff?\s*(?P<brace>\{)\s*(?:\"|\})")
_CLOSING = {
    "---": re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)"),
    "+++": re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)"),
}
_BLANK_LINE = re.compile(r"(?<=[\r\n])[ \t]*(?:\r\n|\n|\r|\Z)")
_YAML_LINE = re.compile(
    r"(?:\A|(?<=[\r\n]))(?P<key>[A-Za-z_][\w.-]*)[ \t]*:(?:[ \t]+(?P<value>[^\r\n]*)|(?=[\r\n]|\Z))"
)
_HTML_TAG = re.compile(r"</?[A-Za-z][^<>\r\n]*>")
_YAML_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")  # a tag or an anchor
_TOML_TABLE = re.compile(r"[ \t]*\[+(?P<table>[^\]\r\n]*)\]+")
_TOML_KEY = re.compile(r"[ \t]*\"?(?P<key>[\w.-]+)\"?[ \t]*=[ \t]*")
_TOML_VALUE = re.compile(
    r'"""(?P<long>.*?)"""|\'\'\'(?P<long_literal>.*?)\'\'\'|"(?P<basic>[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*)"'
    r"|'(?P<literal>[^'\r\n]*)'|(?P<bare>[^#\r\n]*)",
    re.DOTALL,
)
_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_LONGEST_YAML = 100_000  # characters; the YAML parser is slow, so longer front matter is read line by line


def read_front_matter(source: str) -> FrontMatter | None:
    """The front matter at the head of `source`, None where there is none."""
    if opening := _JSON_OPENING.match(source):
        start, end = opening.start("brace"), json_object_end(source, opening.start("brace"))
        return (
            None
            if end is None
            else FrontMatter(tuple(_json_fields(_without_tags(source, start, end), start, end)), end)
        )
    opening = _OPENING.match(source)
    if not opening:
        return None
    start, fence = opening.end(), opening["fence"]
    closing = _CLOSING[fence].search(source, opening.start("break"))
    if closing:
        end, behind = closing.start(), closing.end()
    else:
        # Its end was forgotten: it ends at the first blank line.
        blank_line = _BLANK_LINE.search(source, start)
        end = behind = blank_line.start() if blank_line else len(source)
    read = _toml_fields if fence == "+++" else _yaml_fields
    fields = tuple(read(_without_tags(source, start, end), start, end))
    if closing:
        found = bool(fields) or not source[start:end].strip()
    else:
        found = any(plain_key(field.key) in TITLE_KEYS or is_date_key(field.key) for field in fields)
    return FrontMatter(fields, behind) if found else None


def _without_tags(source: str, start: int, end: int) -> str:
    """`source` with the HTML tags in its front matter blanked out, offsets unchanged."""
    return blank(readable(source), [tag.span() for tag in _HTML_TAG.finditer(source, start, end)])


def field_zone(key: str) -> Zone | None:
    """The zone of a field's value, None where it is not for the reader."""
    plain = plain_key(key)
    if plain in TITLE_KEYS:
        return Zone.TITLE
    if plain in _DESCRIPTION_KEYS:
        return Zone.DESCRIPTION
    return Zone.METADATA if is_date_key(key) else None


def field_draft(field: Field) -> Draft | None:
    """The block of a field: a title, a description or a date; None for all else."""
    zone = field_zone(field.key)
    if zone is None or (zone is Zone.METADATA and not stated_date(field.key, field.content.text, 0, "")):
        return None
    return draft_of(zone, field.content, key=field.key)


def field_date(field: Field, line: int) -> StatedDate | None:
    """The date that a field states, if it is named as one. `line` is the field's line, for the date's provenance."""
    if not is_date_key(field.key):
        return None
    return stated_date(field.key, field.content.text, 0, f"front matter `{field.key}`, line {line}")


def address(fields: Iterable[Field]) -> str:
    """The article's address, "" where the fields name none."""
    named = {plain_key(field.key): field.content.text for field in reversed(list(fields))}
    return next((named[key] for key in sorted(_ADDRESS_KEYS) if named.get(key)), "")


def _json_fields(source: str, start: int, end: int) -> Iterator[Field]:
    for string in json_strings(source, start, end):
        content = SourceText(source)
        copy_double_quoted(source, string.start, string.end, content)
        yield Field(".".join(string.keys), string.start, content)


def _yaml_fields(source: str, start: int, end: int) -> Iterator[Field]:
    import yaml  # few articles need it

    node = _compose(source[start:end])
    if not isinstance(node, yaml.MappingNode):
        yield from _yaml_lines(source, start, end)
        return
    for key, value in node.value:
        if isinstance(value, yaml.ScalarNode):
            yield _yaml_field(source, start, str(key.value), value)
        elif isinstance(value, yaml.MappingNode):
            for inner_key, inner in value.value:
                if isinstance(inner, yaml.ScalarNode):
                    yield _yaml_field(source, start, f"{key.value}.{inner_key.value}", inner)


def _compose(text: str) -> yaml.Node | None:
    import yaml

    if len(text) > _LONGEST_YAML:
        return None
    try:
        # The parser refuses characters that YAML does not allow; here they do no harm.
        printable = yaml.reader.Reader.NON_PRINTABLE.sub(" ", text)
        return yaml.compose(printable, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _yaml_field(source: str, base: int, key: str, node: yaml.ScalarNode) -> Field:
    end = base + node.end_mark.index
    properties = _YAML_PROPERTIES.match(source, base + node.start_mark.index, end)
    start = properties.end() if properties else base + node.start_mark.index
    content = SourceText(source)
    if node.style == '"':
        copy_double_quoted(source, start + 1, end - 1, content)
    elif node.style == "'":
        copy_single_quoted(source, start + 1, end - 1, content)
    elif node.style in ("|", ">"):
        line_end = _LINE_END.search(source, start, end)
        copy_characters(source, line_end.end() if line_end else end, end, content)
    else:
        copy_characters(source, start, end, content)
    return Field(key, start, content)


def _yaml_lines(source: str, start: int, end: int) -> Iterator[Field]:
    for line in _YAML_LINE.finditer(source, start, end):
        content = SourceText(source)
        written = (line["value"] or "").rstrip()
        value_start = line.start("value") if written else line.end()
        value_end = value_start + len(written)
        if len(written) > 1 and written[0] == written[-1] == '"':
            copy_double_quoted(source, value_start + 1, value_end - 1, content)
        elif len(written) > 1 and written[0] == written[-1] == "'":
            copy_single_quoted(source, value_start + 1, value_end - 1, content)
        else:
            copy_characters(source, value_start, value_end, content)
        yield Field(line["key"], value_start, content)


def _toml_fields(source: str, start: int, end: int) -> Iterator[Field]:
    table = ""
    position = start
    while position < end:
        if heading := _TOML_TABLE.match(source, position, end):
            table = heading["table"].strip() + "."
            position = heading.end()
        elif (key := _TOML_KEY.match(source, position, end)) and (value := _TOML_VALUE.match(source, key.end(), end)):
            content = SourceText(source)
            kind = value.lastgroup or "bare"
            if kind in ("long", "basic"):
                copy_double_quoted(source, *value.span(kind), content)
            else:
                copy_characters(source, *value.span(kind), content)
            yield Field(table + key["key"], value.start(kind), content)
            position = value.end()
        line_end = _LINE_END.search(source, position, end)
        position = line_end.end() if line_end and line_end.end() > position else end
