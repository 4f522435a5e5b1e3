"""Word documents (.docx) as HTML, one paragraph a line, which the HTML reader reads; needs the extra `docx`.

Structure after Office Open XML (ECMA-376, part 1, WordprocessingML). Deleted, hidden and struck text is left out;
tracked insertions are read. Text boxes, headers and footers are no part of the running text and are left out too.
"""

from __future__ import annotations

import io
import zipfile
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from checker.articles.word_styles import ParagraphStyles
from checker.errors import ArticleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from lxml.etree import _Element

LARGEST_PACKAGE = 500 * 1024 * 1024  # bytes, unpacked
MOST_PARTS = 20_000

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Elements within a paragraph whose runs belong to its text.
_INLINE = frozenset(
    _WORD + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple")
)
_CHARACTERS = {_WORD + "tab": " ", _WORD + "br": "<br>", _WORD + "cr": "<br>", _WORD + "noBreakHyphen": "\u2011"}
_FORMATS = (("b", "b"), ("strike", "s"))


class Span(NamedTuple):
    """The half-open part of the HTML that one child of a run gave: the text of a `w:t`, or a character.

    `run` is the run in the body: for text of a footnote the run that refers to it, and `child` is then None.
    """

    start: int
    end: int
    run: _Element
    child: _Element | None


class WordText(NamedTuple):
    """A document as HTML, and what each part of it was read from, in order."""

    html: str
    spans: tuple[Span, ...]


def word_text(data: bytes, path: str) -> str:
    """The HTML of the document in `data`. Raises ArticleError, which names `path`, where there is none to read."""
    return convert(open_document(data, path)).html


def open_document(data: bytes, path: str) -> Document:
    """The document in `data`. Raises ArticleError where it is none, or python-docx is not installed."""
    try:
        import docx
    except ImportError:
        raise ArticleError(
            f"{path}: reading Word documents needs python-docx. Install it with: pip install 'subeditor[docx]'"
        ) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_PACKAGE:
                raise ArticleError(f"{path}: this document unpacks to more than can be read. Save it anew in Word.")
        return docx.Document(io.BytesIO(data))
    except ArticleError:
        raise
    except Exception:  # whatever a broken package makes of zip, XML and relationships
        raise ArticleError(
            f"{path}: this is no Word document that can be read (it may be damaged, or locked with a password). "
            "Save it as .docx in Word."
        ) from None


def convert(document: Document) -> WordText:
    """The document as HTML, with the places in it of everything that was read."""
    return _Conversion(document).whole()


class _Conversion:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = ParagraphStyles(document)
        self._parts: list[str] = []
        self._length = 0
        self._spans: list[Span] = []
        self._notes: list[tuple[str, _Element]] = []  # kind and id of each footnote, and the run that refers to it
        self._refers: _Element | None = None
        self._lists: list[tuple[str, str]] = []  # open lists: id in the document, tag

    def whole(self) -> WordText:
        self._write_blocks(self._document.element.body)
        for number, (key, run) in enumerate(self._notes, 1):
            self._refers = run
            self._write(f'<section id="note-{number}">\n')
            self._write_blocks(self._note(key))
            self._write("</section>\n")
        return WordText("".join(self._parts), tuple(self._spans))

    def _write(self, html: str) -> None:
        self._parts.append(html)
        self._length += len(html)

    def _write_blocks(self, container: _Element | None) -> None:
        for block in () if container is None else container:
            if block.tag == _WORD + "p":
                self._write_paragraph(block)
            elif block.tag == _WORD + "tbl":
                self._close_lists(0)
                self._write_table(block)
            elif block.tag in (_WORD + "sdt", _WORD + "sdtContent", _WORD + "ins", _WORD + "moveTo"):
                self._write_blocks(block)
                continue
        self._close_lists(0)

    def _write_paragraph(self, paragraph: _Element) -> None:
        style = self._styles.of(paragraph)
        if style.list_id:
            self._open_list(style.list_id, style.depth, "ol" if style.ordered else "ul")
        else:
            self._close_lists(0)
        self._write("".join(f"<{tag}>" for tag in style.tags))
        self._write_inline(paragraph)
        self._write("".join(f"</{tag.split()[0]}>" for tag in reversed(style.tags)) + "\n")

    def _open_list(self, list_id: str, depth: int, tag: str) -> None:
        self._close_lists(depth + 1)
        if self._lists[depth:] and self._lists[depth][0] != list_id:
            self._close_lists(depth)
        while len(self._lists) <= depth:
            self._lists.append((list_id, tag))
            self._write(f"<{tag}>")

    def _close_lists(self, depth: int) -> None:
        while len(self._lists) > depth:
            self._write(f"</{self._lists.pop()[1]}>\n")

    def _write_inline(self, element: _Element) -> None:
        for child in element:
            if child.tag == _WORD + "r":
                self._write_run(child)
            elif child.tag in _INLINE:
                target = self._target(child) if child.tag == _WORD + "hyperlink" else ""
                self._write(f'<a href="{escape(target)}">' if target else "")
                self._write_inline(child)
                self._write("</a>" if target else "")

    def _target(self, link: _Element) -> str:
        relation = self._document.part.rels.get(link.get(_RELATION, ""))
        return relation.target_ref if relation is not None and self._refers is None else ""

    def _write_run(self, run: _Element) -> None:
        properties = run.find(_WORD + "rPr")
        if _is_on(properties, "vanish"):
            return
        tags = [tag for name, tag in _FORMATS if _is_on(properties, name)]
        raised = None if properties is None else properties.find(_WORD + "vertAlign")
        if raised is not None and raised.get(_WORD + "val") == "superscript":
            tags.append("sup")
        self._write("".join(f"<{tag}>" for tag in tags))
        for child in run:
            self._write_child(run, child)
        self._write("".join(f"</{tag}>" for tag in reversed(tags)))

    def _write_child(self, run: _Element, child: _Element) -> None:
        start = self._length
        if child.tag == _WORD + "t":
            self._write(escape(" ".join((child.text or "").splitlines()), quote=False))
        elif child.tag in _CHARACTERS:
            self._write(_CHARACTERS[child.tag])
        elif child.tag in (_WORD + "footnoteReference", _WORD + "endnoteReference") and self._refers is None:
            self._notes.append((f"{child.tag.removeprefix(_WORD)[:-9]} {child.get(_WORD + 'id')}", run))
            number = len(self._notes)
            self._write(f'<sup><a href="#note-{number}">{number}</a></sup>')
            return
        if self._length > start:
            refers = self._refers
            self._spans.append(
                Span(start, self._length, run if refers is None else refers, child if refers is None else None)
            )

    def _note(self, key: str) -> _Element | None:
        from docx.oxml import parse_xml

        kind, _, number = key.partition(" ")
        for relation in self._document.part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{kind}s"):
                notes = parse_xml(relation.target_part.blob)
                return next((note for note in notes if note.get(_WORD + "id") == number), None)
        return None

    def _write_table(self, table: _Element) -> None:
        self._write("<table>\n")
        rows = [[(cell, *_place(cell)) for cell in row.iter(_WORD + "tc")] for row in table.findall(_WORD + "tr")]
        for index, (row, cells) in enumerate(zip(table.findall(_WORD + "tr"), rows, strict=True)):
            self._write("<tr>\n")
            column = 0
            name = "th" if _is_header(table, row, index) else "td"
            for cell, width, merged in cells:
                if merged != "continue":
                    height = _height(rows[index + 1 :], column) if merged == "restart" else 1
                    self._write(f'<{name} colspan="{width}" rowspan="{height}">\n')
                    self._write_blocks(cell)
                    self._write(f"</{name}>\n")
                column += width
            self._write("</tr>\n")
        self._write("</table>\n")


def _place(cell: _Element) -> tuple[int, str]:
    """How many columns a cell spans, and "restart" or "continue" where it is merged with those above or below."""
    properties = cell.find(_WORD + "tcPr")
    width = properties.find(_WORD + "gridSpan") if properties is not None else None
    merge = properties.find(_WORD + "vMerge") if properties is not None else None
    written = width.get(_WORD + "val", "1") if width is not None else "1"
    columns = int(written) if written.isdigit() and len(written) < 4 else 1
    return max(columns, 1), "" if merge is None else merge.get(_WORD + "val", "continue")


def _height(below: list[list[tuple[_Element, int, str]]], column: int) -> int:
    height = 1
    for row in below:
        position = 0
        for _, width, merged in row:
            if position == column and merged == "continue":
                height += 1
                break
            position += width
        else:
            break
    return height


def _is_header(table: _Element, row: _Element, index: int) -> bool:
    """Whether a row repeats as a heading, or is the first of a table whose look sets the first row apart."""
    properties = row.find(_WORD + "trPr")
    if properties is not None and properties.find(_WORD + "tblHeader") is not None:
        return True
    look = next(table.iter(_WORD + "tblLook"), None)
    if index or look is None:
        return False
    written = look.get(_WORD + "val", "0")
    flags = int(written, 16) if all(digit in "0123456789abcdefABCDEF" for digit in written) else 0
    return look.get(_WORD + "firstRow") in ("1", "true") or bool(flags & 0x20)


def _is_on(properties: _Element | None, name: str) -> bool:
    found: Iterator[_Element] = iter(()) if properties is None else properties.iterchildren(_WORD + name)
    return any(one.get(_WORD + "val", "1") not in ("0", "false", "off") for one in found)
