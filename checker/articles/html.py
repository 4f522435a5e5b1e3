"""Reads an HTML page: finds the article in it, its blocks, and what its head says of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from checker.articles.article import Zone
from checker.articles.draft import Draft, draft_of
from checker.articles.furniture import is_furniture_element
from checker.articles.html_blocks import HtmlBlocks
from checker.articles.html_structure import Counter
from checker.articles.html_tokens import Characters, Tag, Value, copy_characters, tokens
from checker.articles.markup_masks import mask_markup
from checker.articles.publication import StatedDate, is_date_key, is_date_meta, stated_date
from checker.articles.quoted_values import json_strings
from checker.articles.source_text import SourceText

_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_JSON_LD_PLACES = {(), ("@graph",), ("mainEntity",), ("mainEntityOfPage",)}
_PROSE = frozenset({Zone.BODY, Zone.LIST, Zone.TABLE, Zone.QUOTE})
_HEADER_LENGTH = 200  # characters of paragraphs, behind which a <time> is part of the story
_ASIDES = frozenset({"aside", "footer"})


@dataclass(slots=True)
class Page:
    """What was read from an HTML page: its blocks, the dates that it states, its address ("" if it names none)."""

    drafts: list[Draft] = field(default_factory=list)
    dates: list[StatedDate] = field(default_factory=list)
    url: str = ""


_Stream = list[Tag | Characters]


def read_html(source: str, start: int, line_of: Callable[[int], int]) -> Page:
    """The article in the HTML page `source` from `start`; `line_of` tells the line of an offset."""
    masked = mask_markup(source, start)
    stream = list(tokens(masked, start, len(masked)))
    page = Page()
    head = _Head(masked, line_of, page)
    for index, token in enumerate(stream):
        if isinstance(token, Tag) and not token.closing:
            head.read(token, stream[index + 1] if index + 1 < len(stream) else None)
    first, last, is_marked = _article_span(stream)
    body = _read_blocks(masked, stream[first:last], _ASIDES if is_marked else _ASIDES | {"header"})
    title = _title(masked, stream, first, body, head.title)
    page.drafts = [draft for draft in (*head.drafts, title, *body) if draft]
    page.dates.extend(_header_times(masked, stream[first:last], line_of))
    return page


def _article_span(stream: _Stream) -> tuple[int, int, bool]:
    """Where in the stream the article is, and whether the page marks it as one (<article>, <main>)."""
    articles = list(_elements(stream, lambda tag: tag.name == "article"))
    lengths = [_text_length(stream[first:last]) for first, last in articles]
    # Where no article outweighs the others they are teasers, and the text is elsewhere.
    if articles and 2 * max(lengths) >= sum(lengths):
        return *articles[lengths.index(max(lengths))], True
    for first, last in _elements(stream, lambda tag: tag.name == "main" or tag.value("role") == "main"):
        return first, last, True
    for first, last in _elements(stream, lambda tag: tag.name == "body"):
        return first, last, False
    return 0, len(stream), False


def _elements(stream: _Stream, wanted: Callable[[Tag], bool]) -> Iterator[tuple[int, int]]:
    """The insides of the outermost elements that are wanted; one that never ends reaches to the end."""
    name, first, depth = "", 0, 0
    for index, token in enumerate(stream):
        if isinstance(token, Characters):
            continue
        if depth and token.name == name:
            depth += -1 if token.closing else 1
            if not depth:
                yield first + 1, index
        elif not depth and not token.closing and wanted(token):
            name, first, depth = token.name, index, 1
    if depth:
        yield first + 1, len(stream)


def _text_length(stream: _Stream) -> int:
    return sum(token.end - token.start for token in stream if isinstance(token, Characters))


def _read_blocks(source: str, stream: _Stream, asides: frozenset[str]) -> list[Draft]:
    def leaves_out(tag: Tag) -> bool:
        return tag.name in asides or is_furniture_element(tag)

    drafts: list[Draft] = []
    HtmlBlocks(source, drafts, Counter(), leaves_out).read(stream)
    if not any(draft.zone in _PROSE for draft in drafts):
        # The page's class names mean something else here.
        drafts = []
        HtmlBlocks(source, drafts, Counter(), lambda tag: tag.name in asides).read(stream)
    return drafts


def _title(source: str, stream: _Stream, first: int, body: list[Draft], page_title: Draft | None) -> Draft | None:
    """Finds the title and gives it its zone; returns it where it is not among the blocks of the body already."""
    heading = next((draft for draft in body if draft.zone is Zone.HEADING and draft.level == 1), None)
    if heading:
        heading.zone = Zone.TITLE
        return None
    before: list[Draft] = []
    for start, end in _elements(stream[:first], lambda tag: tag.name == "h1"):
        HtmlBlocks(source, before, Counter()).read(stream[start - 1 : end + 1])
    for draft in before:
        # A heading outside the article is often the site's name, with which the page's title does not begin.
        if page_title is None or page_title.text.lower().startswith(draft.text.lower()):
            draft.zone = Zone.TITLE
            return draft
    if page_title:
        page_title.zone = Zone.TITLE
    return None


def _header_times(
    source: str, stream: Sequence[Tag | Characters], line_of: Callable[[int], int]
) -> Iterator[StatedDate]:
    """The dates of <time> elements before the story begins, or marked as the article's own."""
    told = 0
    in_paragraph = False
    for index, token in enumerate(stream):
        if isinstance(token, Characters):
            told += (token.end - token.start) if in_paragraph else 0
            continue
        if token.name == "p":
            in_paragraph = not token.closing
        if token.name != "time" or token.closing:
            continue
        prop = token.value("itemprop").strip()
        if told > _HEADER_LENGTH and not is_date_key(prop):
            continue
        following = stream[index + 1] if index + 1 < len(stream) else None
        written = token.value("datetime")
        if not written and isinstance(following, Characters):
            written = source[following.start : following.end]
        updated = "updated" in token.value("class").lower() or "modified" in token.value("class").lower()
        key, rank = (prop, 4) if is_date_key(prop) else ("updated" if updated else "published", 5)
        if stated := stated_date(key, written, rank, f"<time>, line {line_of(token.start)}"):
            yield stated


class _Head:
    """Reads the elements that describe the page, wherever they stand."""

    def __init__(self, source: str, line_of: Callable[[int], int], page: Page) -> None:
        self.drafts: list[Draft] = []
        self.title: Draft | None = None
        self._source = source
        self._line_of = line_of
        self._page = page
        self._descriptions: dict[str, Draft] = {}

    def read(self, tag: Tag, following: Tag | Characters | None) -> None:
        """Takes a start tag and what follows it."""
        inside = following if isinstance(following, Characters) else None
        if tag.name == "title" and inside and self.title is None:
            self.title = self._draft(Zone.METADATA, Value("", inside.start, inside.end), "title")
        elif tag.name == "meta" and "content" in tag.attributes:
            self._read_meta(tag, tag.attributes["content"])
        elif tag.name == "script" and inside and tag.value("type").strip().lower() == "application/ld+json":
            self._read_json_ld(inside)
        elif tag.name == "link" and tag.value("rel").lower() == "canonical":
            self._page.url = self._page.url or tag.value("href")

    def _read_meta(self, tag: Tag, content: Value) -> None:
        name = (tag.value("property") or tag.value("name")).strip().lower()
        if name in _DESCRIPTIONS:
            if not any(draft.zone is Zone.DESCRIPTION for draft in self.drafts):
                self._draft(Zone.DESCRIPTION, content, name)
        elif name == "og:url":
            self._page.url = self._page.url or content.text
        elif is_date_meta(name):
            rank = 2 if ":" in name else 3
            self._date(name, content, rank, f"<meta> `{name}`")
        elif not name and is_date_key(tag.value("itemprop")):
            self._date(tag.value("itemprop"), content, 4, f"itemprop `{tag.value('itemprop')}`")

    def _read_json_ld(self, script: Characters) -> None:
        for string in json_strings(self._source, script.start, script.end):
            if string.keys and string.keys[:-1] in _JSON_LD_PLACES and is_date_key(string.keys[-1]):
                value = Value(self._source[string.start : string.end], string.start, string.end)
                self._date(string.keys[-1], value, 1, f"JSON-LD `{string.keys[-1]}`")

    def _date(self, key: str, value: Value, rank: int, source: str) -> None:
        stated = stated_date(key, value.text, rank, f"{source}, line {self._line_of(value.start)}")
        if stated:
            self._page.dates.append(stated)
            self._draft(Zone.METADATA, value, key)

    def _draft(self, zone: Zone, value: Value, key: str) -> Draft | None:
        content = SourceText(self._source)
        copy_characters(self._source, value.start, value.end, content)
        draft = draft_of(zone, content, key=key)
        if draft:
            self.drafts.append(draft)
        return draft
