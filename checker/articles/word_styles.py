"""What a paragraph of a Word document is, by its style: a heading, an item of a list, a quotation, a caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (?:bullet|number) ([2-5])")  # the styles of Word for lists within lists
_DEEPEST_LIST = 8  # levels count from 0
_LONGEST_CHAIN = 20  # of styles based on each other
_TAGS = {
    "title": ("h1",),
    "subtitle": ('p class="subtitle"',),
    "quote": ("blockquote", "p"),
    "intense quote": ("blockquote", "p"),
    "caption": ("figure", "figcaption"),
}


class ParagraphStyle(NamedTuple):
    """The HTML tags of a paragraph, outermost first; for an item of a list also which list, how deep, and its kind."""

    tags: tuple[str, ...]
    list_id: str = ""
    depth: int = 0
    ordered: bool = False


class ParagraphStyles:
    """The styles of one document."""

    def __init__(self, document: Document) -> None:
        styles = document.part.styles.element
        self._styles = {style.get(_WORD + "styleId", ""): style for style in styles.iterchildren(_WORD + "style")}
        self._numbering = _numbering(document)
        body = document.element.body
        # Where a document has a title, its first headings stand one level below it.
        self._shift = int(any(self._name(paragraph) == "title" for paragraph in body.iterchildren(_WORD + "p")))

    def of(self, paragraph: _Element) -> ParagraphStyle:
        """The style of a `w:p`."""
        names = self._names(paragraph)
        for name in names:
            heading = _HEADING.fullmatch(name)
            if heading:
                return ParagraphStyle((f"h{min(int(heading[1]) + self._shift, 6)}",))
            if name in _TAGS:
                return ParagraphStyle(_TAGS[name])
        list_id, depth = self._list(paragraph)
        nested = next(filter(None, map(_LIST.fullmatch, names)), None)
        if nested and not depth:
            depth = int(nested[1]) - 1
        if list_id and list_id != "0":
            return ParagraphStyle(("li",), list_id, depth, self._is_ordered(list_id, depth))
        return ParagraphStyle(("p",))

    def _chain(self, paragraph: _Element) -> list[_Element]:
        """The paragraph's style and those that it is based on."""
        key = _value(paragraph.find(f"{_WORD}pPr/{_WORD}pStyle"))
        chain: list[_Element] = []
        while key in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[key])
            key = _value(chain[-1].find(_WORD + "basedOn"))
        return chain

    def _names(self, paragraph: _Element) -> list[str]:
        return [_value(style.find(_WORD + "name")).lower() for style in self._chain(paragraph)]

    def _name(self, paragraph: _Element) -> str:
        return next(iter(self._names(paragraph)), "")

    def _list(self, paragraph: _Element) -> tuple[str, int]:
        """The id of the numbering that the paragraph, else its style, names, "" where none does; and the level."""
        depth = ""
        for one in (paragraph, *self._chain(paragraph)):
            numbering = one.find(f"{_WORD}pPr/{_WORD}numPr")
            if numbering is None:
                continue
            depth = depth or _value(numbering.find(_WORD + "ilvl"))
            list_id = _value(numbering.find(_WORD + "numId"))
            if list_id:
                return list_id, min(int(depth), _DEEPEST_LIST) if depth.isdigit() else 0
        return "", 0

    def _is_ordered(self, list_id: str, depth: int) -> bool:
        if self._numbering is None:
            return False
        number = _with(self._numbering, "num", "numId", list_id)
        abstract_id = "" if number is None else _value(number.find(_WORD + "abstractNumId"))
        abstract = _with(self._numbering, "abstractNum", "abstractNumId", abstract_id)
        level = None if abstract is None else _with(abstract, "lvl", "ilvl", str(depth))
        return level is not None and _value(level.find(_WORD + "numFmt")) not in ("bullet", "none", "")


def _numbering(document: Document) -> _Element | None:
    from docx.oxml import parse_xml

    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/numbering"):
            numbering: _Element = parse_xml(relation.target_part.blob)
            return numbering
    return None


def _with(parent: _Element, name: str, attribute: str, value: str) -> _Element | None:
    children = parent.iterchildren(_WORD + name)
    return next((one for one in children if one.get(_WORD + attribute) == value), None)


def _value(element: _Element | None) -> str:
    return "" if element is None else element.get(_WORD + "val", "")
