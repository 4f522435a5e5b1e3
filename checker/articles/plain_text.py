"""Reads plain text, where only the lines' shape tells a heading from a paragraph."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.articles.article import Item, Zone
from checker.articles.draft import Draft, draft_of
from checker.articles.source_text import SourceText, readable

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_BULLET = re.compile(r"(?P<indent>[ \t\u00a0]*)(?P<mark>[•‣◦▪●·*–—-]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_RULE = re.compile(r"\s*([-=_*~#])(?:\s*\1){2,}\s*")
# A heading of MediaWiki, also as corpora set it, with spaces between its signs: "== Plot ==", "= = Plot = =".
_WIKI_HEADING = re.compile(
    r"(?:(?<=\s)|^)(?P<signs>={2,6}|(?:=[ ])+=|(?m:^)[ ]?=)[ ]+"
    r"(?P<title>[^=\s][^=\n]{0,80}?)[ ]+(?P=signs)(?=\s|$)"
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_ENDS = (".", "!", "…", ":", ";", ",", ".”", '."', "!”", '!"', ".)", ".’", ".'")
# Words that title case leaves in lower case.
_SMALL_WORDS = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "en", "for", "from", "if", "in", "into", "nor", "of", "off",
    "on", "onto", "or", "out", "over", "per", "than", "the", "to", "up", "v", "versus", "via", "vs", "with",
})  # fmt: skip
_LONGEST_HEADING = 10  # words
_LONGEST_TITLE = 20
_WIDEST_WRAPPED = 120  # columns; a file with longer lines has one paragraph a line


class _Line(NamedTuple):
    start: int
    end: int


def read_plain_text(source: str, start: int) -> list[Draft]:
    """The paragraphs and list items of the plain text in `source` from `start`."""
    readable_source = readable(source)
    groups = list(_groups(readable_source, start))
    wrapped = _is_wrapped(groups)
    reader = _Reader(readable_source)
    for group in groups:
        for paragraph in _paragraphs(readable_source, group, wrapped):
            reader.read(paragraph)
    return reader.drafts


def _groups(source: str, start: int) -> Iterator[list[_Line]]:
    """Lines between blank lines; a line of dashes counts as blank."""
    group: list[_Line] = []
    for match in _LINE.finditer(source, start):
        line = match.group().rstrip()
        if line.strip("\ufeff \t") and not _RULE.fullmatch(line):
            group.append(_Line(match.start(), match.start() + len(line)))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _is_wrapped(groups: list[list[_Line]]) -> bool:
    lengths = [line.end - line.start for group in groups for line in group]
    return 4 * sum(length for length in lengths if length > _WIDEST_WRAPPED) < sum(lengths)


def _paragraphs(source: str, group: list[_Line], wrapped: bool) -> Iterator[list[_Line]]:
    """Parts a group of lines into paragraphs and list items."""
    width = max(line.end - line.start for line in group)
    paragraph: list[_Line] = []
    for line in group:
        if paragraph and (
            not wrapped
            or _BULLET.match(source, line.start, line.end)
            or _ends_early(source, paragraph[-1], line, width)
        ):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _ends_early(source: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether a wrapped line stops so short that its author meant it to: a heading, the end of a paragraph."""
    text = source[line.start : line.end].strip()
    next_text = source[following.start : following.end].strip()
    if text.isupper() and not next_text.isupper():
        return True
    starts_anew = next_text[:1].isupper() or not next_text[:1].isalnum()
    return starts_anew and (line.end - line.start) * 2 < width


class _Reader:
    """Takes paragraphs in order; `drafts` fills with the blocks."""

    def __init__(self, source: str) -> None:
        self.drafts: list[Draft] = []
        self._source = source
        self._lists = 0
        self._open_lists: list[tuple[int, int, bool, int]] = []  # indent, number, ordered, items so far

    def read(self, lines: list[_Line]) -> None:
        """Takes one paragraph or list item."""
        first = lines[0]
        bullet = _BULLET.match(self._source, first.start, first.end)
        if bullet and self._is_item(bullet):
            item = self._item(bullet)
            start = bullet.end()
        else:
            item = None
            start = first.start
            self._open_lists.clear()
        for heading in _WIKI_HEADING.finditer(self._source, start, lines[-1].end):
            if not heading["title"][0].isupper():
                continue  # "x == 5 == y"
            self._add(Zone.BODY, start, heading.start())
            level = heading["signs"].count("=")
            title = level == 1 and not self.drafts
            self._add(Zone.TITLE if title else Zone.HEADING, *heading.span("title"), level=level)
            start = heading.end()
        self._add(Zone.LIST if item else Zone.BODY, start, lines[-1].end, item)

    def _add(self, zone: Zone, start: int, end: int, item: Item | None = None, level: int = 0) -> None:
        content = SourceText(self._source)
        content.copy(start, end)
        draft = draft_of(zone, content, level)
        if draft:
            draft.item = item
            self.drafts.append(draft)

    def _is_item(self, bullet: re.Match[str]) -> bool:
        # "– he said" opens a paragraph of speech.
        after = self._source[bullet.end() : bullet.end() + 1]
        return not (bullet["mark"] in "–—" and after.islower() and not self._open_lists)

    def _item(self, bullet: re.Match[str]) -> Item:
        indent, ordered = len(bullet["indent"].expandtabs(4)), bullet["mark"][0].isdigit()
        while self._open_lists and self._open_lists[-1][0] > indent:
            self._open_lists.pop()
        innermost = self._open_lists[-1] if self._open_lists else None
        if innermost is None or innermost[0] < indent or innermost[2] != ordered:
            if innermost and innermost[0] == indent:
                self._open_lists.pop()
            self._open_lists.append((indent, self._lists, ordered, 0))
            self._lists += 1
        indent, number, ordered, items = self._open_lists[-1]
        self._open_lists[-1] = (indent, number, ordered, items + 1)
        return Item(number, items + 1, len(self._open_lists) - 1, ordered)


def guess_headings(drafts: list[Draft]) -> None:
    """Gives the paragraphs that look like a title or a heading their zone and level."""
    for index, draft in enumerate(drafts):
        following = drafts[index + 1] if index + 1 < len(drafts) else None
        if draft.zone is not Zone.BODY or following is None:
            continue
        words = len(draft.text.split())
        if index == 0 and _is_title(draft.text, words):
            draft.zone = Zone.TITLE
        elif words <= _LONGEST_HEADING and _is_heading(draft.text, following):
            draft.zone, draft.level = Zone.HEADING, 2


def _is_title(text: str, words: int) -> bool:
    return words <= _LONGEST_TITLE and not text.endswith((*_SENTENCE_ENDS, "?"))


def _is_heading(text: str, following: Draft) -> bool:
    if text.endswith((*_SENTENCE_ENDS, "?")) or (not text[0].isalnum() and text[0] not in "“\"‘'"):
        return False
    if text.isupper() or _is_title_case(text):
        return True
    # In sentence case only above a paragraph that is plainly longer.
    return text[0].isupper() and len(following.text) > 2 * len(text) and following.text.endswith(_SENTENCE_ENDS)


def _is_title_case(text: str) -> bool:
    words = [word.group() for word in _WORD.finditer(text)]
    return bool(words) and all(word[0].isupper() or word in _SMALL_WORDS for word in words)
