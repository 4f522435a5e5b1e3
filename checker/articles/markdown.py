"""Reads Markdown: CommonMark with GitHub's tables, footnotes and task lists, and what site generators add to it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

import pyromark

from checker.articles.article import Cell, Item, Zone
from checker.articles.draft import Draft, draft_of
from checker.articles.html_blocks import HtmlBlocks
from checker.articles.html_structure import Counter
from checker.articles.html_tokens import tokens
from checker.articles.markup_masks import mask_markup
from checker.articles.source_text import SourceText

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
)
_BARE_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_INLINE_LINK = re.compile(r"<(?P<closing>/?)a\b", re.IGNORECASE)
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_NOT_PROSE = frozenset({"CodeBlock", "Strikethrough", "MetadataBlock"})
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


def read_markdown(source: str, start: int, mdx: bool = False) -> list[Draft]:
    """The blocks of the Markdown in `source` from `start`. `mdx` reads JSX and expressions as markup, not as text."""
    masked = mask_markup(source, start, mdx)
    reader = _Reader(masked)
    for kind, details, first, last in _events(masked, start):
        reader.read(kind, details, first, last)
    reader.end()
    return reader.drafts


def _events(source: str, start: int) -> Iterator[tuple[str, Any, int, int]]:
    """Each event's kind, details, and place in code points: the parser counts bytes of UTF-8.

    The starts and ends of elements have no place of their own here.
    """
    text = source[start:]
    wide = [(match.start(), len(match.group().encode()) - 1) for match in re.finditer(r"[^\x00-\x7f]", text)]
    surplus = [0, *accumulate(extra for _, extra in wide)]
    # Byte offsets behind each character that takes more than one.
    byte_ends = [offset + before + extra + 1 for (offset, extra), before in zip(wide, surplus, strict=False)]

    def place(byte: int) -> int:
        return start + byte - surplus[bisect_right(byte_ends, byte)]

    for event, span in pyromark.events_with_range(text, options=_OPTIONS):
        kind, details = (event, None) if isinstance(event, str) else next(iter(event.items()))
        if kind in ("Start", "End"):
            yield kind, details, start, start
        else:
            yield kind, details, place(span["start"]), place(span["end"])


class _Reader:
    """Takes the parser's events in order; `drafts` fills with the blocks."""

    def __init__(self, source: str) -> None:
        self.drafts: list[Draft] = []
        self._source = source
        self._counter = Counter()
        self._html = HtmlBlocks(source, self.drafts, self._counter)
        self._html_spans: list[tuple[int, int]] = []
        self._content = SourceText(source)
        self._containers: list[Zone] = []
        self._lists: list[tuple[int, bool]] = []
        self._item_counts: list[int] = []
        self._items: list[Item] = []
        self._table = self._row = self._column = 0
        self._in_row = self._in_head = False
        self._level = 0
        self._unread = 0  # depth of what is not prose
        self._link_starts: list[int] = []
        self._strong_starts: list[int] = []
        self._asks = False
        self._pair: object | None = None

    def read(self, kind: str, details: Any, start: int, end: int) -> None:
        """Takes one event and its place."""
        if kind == "Start":
            name, about = (details, None) if isinstance(details, str) else next(iter(details.items()))
            self._open(name, about)
        elif kind == "End":
            self._close(details if isinstance(details, str) else next(iter(details)))
        elif kind == "Html":
            self._html_spans.append((start, end))
        elif self._unread:
            return
        elif kind == "Text":
            self._read_text(details, start, end)
        elif kind == "Code":
            ticks = len(self._source[start:end]) - len(self._source[start:end].lstrip("`"))
            self._content.copy(start + ticks, end - ticks)
        elif kind in ("SoftBreak", "HardBreak"):
            self._content.space(start, end)
        elif kind == "FootnoteReference":
            self._content.mark_reference()
        elif kind == "InlineHtml":
            self._read_inline_html(start, end)

    def end(self) -> None:
        """Ends the last block."""
        self._flush()

    def _read_text(self, text: str, start: int, end: int) -> None:
        if self._source[start:end] != text:
            self._content.replace(text, start, end)
            return
        position = start
        for address in _BARE_ADDRESS.finditer(self._source, start, end):
            self._content.copy(position, address.start())
            self._content.mark_reference()
            position = address.end()
        self._content.copy(position, end)

    def _read_inline_html(self, start: int, end: int) -> None:
        tag = self._source[start:end]
        if _BREAK.match(tag):
            self._content.space(start, end)
        elif link := _INLINE_LINK.match(tag):
            if not link["closing"]:
                self._link_starts.append(self._content.length)
            elif self._link_starts:
                self._content.mark_link(self._link_starts.pop())

    def _open(self, name: str, about: Any) -> None:
        if name == "Link":
            self._link_starts.append(self._content.length)
        elif name == "Strong":
            self._strong_starts.append(self._content.length)
        elif name == "Image":
            self._unread += self._unread > 0 or not self._stands_alone()
        elif name in _NOT_PROSE:
            if name == "CodeBlock":
                self._flush()
            self._unread += 1
        elif name == "Emphasis":
            pass
        else:
            self._flush()
            self._open_block(name, about)

    def _open_block(self, name: str, about: Any) -> None:
        if name == "Heading":
            self._level = _HEADINGS[about["level"]]
        elif name == "BlockQuote":
            # GitHub's alerts ("> [!NOTE]") are the author's own words.
            self._containers.append(Zone.QUOTE if about is None else Zone.BODY)
        elif name == "List":
            self._lists.append((self._counter.next_list(), about is not None))
            self._item_counts.append(0)
        elif name == "Item":
            self._item_counts[-1] += 1
            number, ordered = self._lists[-1]
            self._items.append(Item(number, self._item_counts[-1], len(self._lists) - 1, ordered))
            self._containers.append(Zone.LIST)
        elif name == "Table":
            self._table = self._counter.next_table()
            self._row = -1
        elif name in ("TableHead", "TableRow"):
            self._row += 1
            self._column = -1
            self._in_row, self._in_head = True, name == "TableHead"
        elif name == "TableCell":
            self._column += 1
        elif name == "DefinitionListTitle":
            self._asks, self._pair = True, object()
        elif name == "DefinitionListDefinition":
            self._asks = False

    def _close(self, name: str) -> None:
        if name == "Link":
            if not self._unread and self._link_starts:  # a picture inside the link has ended the block
                self._content.mark_link(self._link_starts.pop())
        elif name == "Strong":
            self._content.mark_strong(self._strong_starts.pop())
        elif name == "Image" and not self._unread:
            self._flush(zone=Zone.CAPTION)
        elif name in _NOT_PROSE or name == "Image":
            self._unread -= 1
        elif name == "TableCell":
            self._flush(Cell(self._table, self._row, self._column, self._in_head))
        elif name == "HtmlBlock":
            self._read_html()
        elif name != "Emphasis":
            self._flush()
            self._close_block(name)

    def _close_block(self, name: str) -> None:
        if name == "Heading":
            self._level = 0
        elif name == "BlockQuote":
            self._containers.pop()
        elif name in ("TableHead", "TableRow"):
            self._in_row = False
        elif name == "List":
            self._lists.pop()
            self._item_counts.pop()
        elif name == "Item":
            self._items.pop()
            self._containers.pop()
        elif name == "DefinitionList":
            self._asks, self._pair = False, None

    def _stands_alone(self) -> bool:
        """Whether a picture that begins here opens a paragraph; the text in its place then is its caption."""
        return not (self._content.length or self._level or self._items or self._in_row)

    def _flush(self, cell: Cell | None = None, zone: Zone | None = None) -> None:
        content, self._content = self._content, SourceText(self._source)
        self._link_starts.clear()
        if self._html.hidden:
            return
        zone = zone or (self._containers[-1] if self._containers else Zone.BODY)
        draft = draft_of(Zone.TABLE if cell else Zone.HEADING if self._level else zone, content, level=self._level)
        if draft is None:
            return
        draft.cell = cell
        draft.item = self._items[-1] if self._items else None
        self._html.place(draft)
        if self._pair:
            draft.asks, draft.pair = self._asks, self._pair
        self.drafts.append(draft)

    def _read_html(self) -> None:
        # Lines that follow each other are one piece of HTML; inside a quote or list the markers stand between.
        spans, self._html_spans = self._html_spans, []
        while spans:
            start, end = spans.pop(0)
            while spans and spans[0][0] == end:
                end = spans.pop(0)[1]
            self._html.read(tokens(self._source, start, end))
