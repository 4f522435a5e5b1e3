"""Turns a stream of HTML tags and text into drafts of blocks: the middle of an HTML page, or HTML inside Markdown."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from checker.articles.article import Item, Zone
from checker.articles.draft import Draft
from checker.articles.html_structure import Counter, Mark, NumberedList, Table
from checker.articles.html_tokens import Characters, Tag, copy_characters
from checker.articles.source_text import SourceText

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
_NOT_PROSE = frozenset({
    "audio", "button", "canvas", "datalist", "del", "form", "iframe", "math", "nav", "noembed", "noframes",
    "noscript", "object", "pre", "s", "script", "select", "strike", "style", "svg", "template", "textarea",
    "title", "video", "xmp",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = _HEADINGS.keys() | frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "header", "hgroup", "hr", "html", "legend",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
_CELLS = ("td", "th", "caption")
_ROW_GROUPS = ("thead", "tbody", "tfoot")
_TABLE_PARTS = frozenset((*_CELLS, *_ROW_GROUPS, "tr"))
# Start tags that close an open element of the first names, unless one of the second names was opened inside it.
_IMPLIED_ENDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol", "table")),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
    "tr": (("caption", "tr"), ("table",)),
    "td": (("td", "th"), ("table",)),
    "th": (("td", "th"), ("table",)),
    **dict.fromkeys(_ROW_GROUPS, (("caption", *_ROW_GROUPS), ("table",))),
    **{heading: (tuple(_HEADINGS), _CELLS) for heading in _HEADINGS},
}
_SUPERSCRIPTS = dict(zip("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻", strict=True))
_DESCRIPTION_CLASSES = frozenset(["standfirst", "dek", "deck", "subtitle", "subheadline", "strapline"])
_BYLINE_CLASSES = frozenset({
    "byline", "dateline", "author", "published", "pubdate", "timestamp", "entry-date", "entry-meta", "post-date",
    "post-meta", "posted-on", "article-meta",
})  # fmt: skip


class Context(NamedTuple):
    """What an open element makes of the text in it."""

    zone: Zone
    level: int = 0
    key: str = ""


@dataclass(slots=True)
class _Element:
    name: str
    starts_block: bool
    hidden: bool
    context: Context | None = None
    fragment_link: bool = False


class HtmlBlocks:
    """Reads tags and text in order; `drafts` fills with the blocks.

    `leaves_out` says of a start tag whether its element is no part of the article, beside what never is.
    """

    def __init__(
        self, source: str, drafts: list[Draft], counter: Counter, leaves_out: Callable[[Tag], bool] = lambda tag: False
    ) -> None:
        self._source = source
        self._drafts = drafts
        self._counter = counter
        self._leaves_out = leaves_out
        self._open: list[_Element] = []
        self._places: dict[str, list[int]] = {}  # name -> where in `_open` it stands
        self._contexts: list[Context] = []
        self._hidden = 0
        self._tables: list[Table] = []
        self._lists: list[NumberedList] = []
        self._items: list[Item] = []
        self._pairs: list[object] = []
        self._links = Mark(SourceText.mark_link)
        self._strong = Mark(SourceText.mark_strong)
        self._superscripts = 0
        self._fragment_links = 0
        self._line_breaks = 0
        self._content = SourceText(source)

    def read(self, stream: Iterable[Tag | Characters]) -> None:
        """Reads `stream`; elements left open stay open for the next call, the block being read ends."""
        for token in stream:
            if isinstance(token, Characters):
                self._read_text(token)
            elif token.closing:
                self._close(token)
            else:
                self._start(token)
        self._flush()

    @property
    def hidden(self) -> bool:
        """Whether an open element hides what it holds."""
        return self._hidden > 0

    def place(self, draft: Draft) -> Draft:
        """Gives `draft`, a paragraph met between the tags, what the open elements make of it."""
        if draft.zone is Zone.BODY and self._contexts:
            draft.zone, draft.level, draft.key = self._contexts[-1]
        if self._tables and self._tables[-1].cell and draft.zone is not Zone.CAPTION:
            draft.zone, draft.level, draft.cell = Zone.TABLE, 0, self._tables[-1].cell
        if draft.item is None and self._items:
            draft.item = self._items[-1]
        draft.asks = bool(self._places.get("summary") or self._places.get("dt"))
        draft.pair = self._pairs[-1] if self._pairs else None
        return draft

    def _flush(self) -> None:
        content, self._content = self._content, SourceText(self._source)
        self._line_breaks = 0
        self._links.end_block(content)
        self._strong.end_block(content)
        if content.length:
            text = Draft(Zone.BODY, content.text, content.source_map, links=content.links, strong=content.strong)
            self._drafts.append(self.place(text))

    def _read_text(self, token: Characters) -> None:
        if self._hidden:
            return
        before = self._content.length
        if self._superscripts:
            self._read_superscript(token)
        else:
            copy_characters(self._source, token.start, token.end, self._content)
        if self._content.length > before:
            self._line_breaks = 0

    def _read_superscript(self, token: Characters) -> None:
        # Left plain, "10<sup>6</sup>" would read as 106.
        position = token.start
        for offset in range(token.start, token.end):
            raised = _SUPERSCRIPTS.get(self._source[offset])
            if raised:
                copy_characters(self._source, position, offset, self._content)
                self._content.replace(raised, offset, offset + 1)
                position = offset + 1
        copy_characters(self._source, position, token.end, self._content)

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS:
            self._flush()
            self._close_implied(name)
        if name == "br":
            self._break_line(tag)
        if name in _VOID:
            return
        context = self._context_of(tag)
        element = _Element(name, name in _BLOCKS or context is not None, self._hides(tag), context)
        if element.starts_block and name not in _BLOCKS:
            self._flush()
        self._open.append(element)
        self._places.setdefault(name, []).append(len(self._open) - 1)
        self._hidden += element.hidden
        if context:
            self._contexts.append(context)
        self._enter(tag, element)

    def _break_line(self, tag: Tag) -> None:
        # One break is a space within a paragraph, two in a row are how old pages part paragraphs.
        self._content.space(tag.start, tag.end)
        self._line_breaks += 1
        if self._line_breaks > 1:
            self._flush()

    def _hides(self, tag: Tag) -> bool:
        if tag.name in _NOT_PROSE or "hidden" in tag.attributes or tag.value("aria-hidden").lower() == "true":
            return True
        style = tag.value("style").lower().replace(" ", "")
        return "display:none" in style or "visibility:hidden" in style or self._leaves_out(tag)

    def _context_of(self, tag: Tag) -> Context | None:
        name = tag.name
        if name in _HEADINGS:
            return Context(Zone.HEADING, _HEADINGS[name])
        if name in ("caption", "figcaption"):
            return Context(Zone.CAPTION)
        if name == "blockquote":
            return Context(Zone.QUOTE)
        if name == "li" and self._lists:
            return Context(Zone.LIST)
        if name == "time" and self._places.get("header"):
            return Context(Zone.METADATA, key="byline")
        if name in ("p", "div", "span", "address", "header", "section") and "class" in tag.attributes:
            words = tag.value("class").lower().split()
            if _DESCRIPTION_CLASSES.intersection(words):
                return Context(Zone.DESCRIPTION)
            if _BYLINE_CLASSES.intersection(words):
                return Context(Zone.METADATA, key="byline")
        return None

    def _enter(self, tag: Tag, element: _Element) -> None:
        name = tag.name
        if name == "table":
            self._tables.append(Table(self._counter.next_table()))
        elif name in _ROW_GROUPS and self._tables:
            self._tables[-1].in_head = name == "thead"
        elif name == "tr" and self._tables:
            self._tables[-1].next_row()
        elif name in ("td", "th") and self._tables:
            self._tables[-1].place(tag)
        elif name in ("ul", "ol"):
            self._lists.append(NumberedList(self._counter.next_list(), name == "ol"))
        elif name == "li" and self._lists:
            innermost = self._lists[-1]
            innermost.items += 1
            self._items.append(Item(innermost.number, innermost.items, len(self._lists) - 1, innermost.ordered))
        elif name in ("details", "dl"):
            self._pairs.append(object())
        elif name == "dt" and self._places.get("dl"):
            self._pairs[-1] = object()
        elif name == "q" and not self._hidden:
            self._content.replace("“", tag.start, tag.end)
        elif name in ("b", "strong"):
            self._strong.open(self._content)
        elif name == "a":
            self._links.open(self._content)
            element.fragment_link = tag.value("href").startswith("#")
            self._fragment_links += element.fragment_link
        if name == "sup":
            self._superscripts += 1
        if name in ("a", "sup") and self._superscripts and self._fragment_links and not self._hidden:
            self._content.mark_reference()
            element.hidden = True
            self._hidden += 1

    def _close(self, tag: Tag) -> None:
        if tag.name == "q" and self._places.get("q") and not self._hidden:
            self._content.replace("”", tag.start, tag.end)
        boundary: tuple[str, ...] = _CELLS
        if tag.name == "table":
            boundary = ()
        elif tag.name in _TABLE_PARTS:
            boundary = ("table",)
        self._close_nearest((tag.name,), boundary)

    def _close_implied(self, name: str) -> None:
        if name not in _TABLE_PARTS:
            self._close_nearest(("p",), _CELLS)
        if name in _IMPLIED_ENDS:
            self._close_nearest(*_IMPLIED_ENDS[name])

    def _close_nearest(self, names: tuple[str, ...], boundary: tuple[str, ...]) -> None:
        place = self._nearest(names)
        if place > self._nearest([name for name in boundary if name not in names]):
            while len(self._open) > place:
                self._leave(self._open[-1])

    def _nearest(self, names: Iterable[str]) -> int:
        return max((self._places[name][-1] for name in names if self._places.get(name)), default=-1)

    def _leave(self, element: _Element) -> None:
        name = element.name
        if element.starts_block:
            self._flush()
        if name in ("b", "strong"):
            self._strong.close(self._content)
        elif name == "a":
            self._links.close(self._content)
            self._fragment_links -= element.fragment_link
        elif name == "sup":
            self._superscripts -= 1
        elif name == "table":
            self._tables.pop()
        elif name in ("td", "th") and self._tables:
            self._tables[-1].cell = None
        elif name == "thead" and self._tables:
            self._tables[-1].in_head = False
        elif name in ("ul", "ol"):
            self._lists.pop()
        elif name == "li" and element.context:
            self._items.pop()
        elif name in ("details", "dl"):
            self._pairs.pop()
        self._open.pop()
        self._places[name].pop()
        self._hidden -= element.hidden
        if element.context:
            self._contexts.pop()
