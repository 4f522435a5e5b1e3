"""Collects a block's text from its source, character by character known by its place."""

import re

from checker.articles.article import Piece, SourceMap

MASK = "\ufdd0"
"""Stands in for source that is not prose: a noncharacter, which Unicode reserves for use inside a program."""

# Controls, soft hyphens, zero-width spaces, direction marks and the mask: nothing that a reader sees.
_UNSEEN = r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff" + MASK
_IRREGULAR = re.compile(rf"\s\s+|[^\S ]|[{_UNSEEN}]+")
_UNPAIRED_SURROGATE = re.compile("[\ud800-\udfff]")


def readable(text: str) -> str:
    """`text` with unpaired surrogates, which no encoder takes, as U+FFFD; every offset stays the same."""
    return _UNPAIRED_SURROGATE.sub("\ufffd", text)


def blank(text: str, spans: list[tuple[int, int]], filler: str = MASK) -> str:
    """`text` with each character of `spans` (in order, apart from each other) replaced by `filler`, save line breaks.

    The length stays the same, so every offset does.
    """
    parts: list[str] = []
    position = 0
    for start, end in spans:
        parts.append(text[position:start])
        parts.extend(line_break if line_break in "\r\n" else filler for line_break in text[start:end])
        position = end
    parts.append(text[position:])
    return "".join(parts)


class SourceText:
    """The text of one block while it is being read. Offsets are code points of `source`.

    White space folds to one space and is left out at both ends; what cannot be seen is left out.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._pieces: list[list[int]] = []  # the fields of a Piece, still growing
        self._space: tuple[int, int] | None = None
        self._links: list[tuple[int, int]] = []
        self._strong: list[tuple[int, int]] = []
        self.length = 0

    def copy(self, start: int, end: int) -> None:
        """Appends the source from `start` to `end` as it stands."""
        position = start
        for match in _IRREGULAR.finditer(self._source, start, end):
            self._append_run(position, match.start())
            position = match.end()
            if match.group()[0].isspace():
                self.space(match.start(), position)
        self._append_run(position, end)

    def replace(self, text: str, start: int, end: int) -> None:
        """Appends `text` for the source from `start` to `end` as one: an entity, an escape."""
        if not text.strip():
            if text:
                self.space(start, end)
            return
        seen = re.sub(rf"[{_UNSEEN}]+", "", " ".join(text.split()))
        if seen:
            self._append(seen, start, end - start)

    def space(self, start: int, end: int) -> None:
        """Appends a space for the source from `start` to `end`, unless a space precedes or nothing follows."""
        if self.length and self._space is None:
            self._space = (start, end)

    def mark_link(self, start: int) -> None:
        """Records the text from `start` (a length noted earlier) as a link."""
        self._links.append((start, self.length))

    def mark_reference(self) -> None:
        """Records a footnote mark, itself left out, on the character before it."""
        self._links.append((max(0, self.length - 1), self.length))

    def mark_strong(self, start: int) -> None:
        """Records the text from `start` as set in bold."""
        self._strong.append((start, self.length))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    @property
    def source_map(self) -> SourceMap:
        """Where each character of the text stands in the source."""
        return SourceMap(tuple(Piece(*piece) for piece in self._pieces))

    @property
    def links(self) -> tuple[tuple[int, int], ...]:
        """The spans of links, none empty, in order."""
        return self._spans(self._links)

    @property
    def strong(self) -> tuple[tuple[int, int], ...]:
        """The spans in bold, none empty, in order."""
        return self._spans(self._strong)

    def _spans(self, marked: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        text = self.text
        begun = [(start + 1 if text[start : start + 1] == " " else start, end) for start, end in marked]
        return tuple(sorted({(start, end) for start, end in begun if start < end}))

    def _append_run(self, start: int, end: int) -> None:
        # Only single plain spaces are left in here, at the ends or between words.
        if start < end and self._source[start] == " ":
            self.space(start, start + 1)
            start += 1
        trailing = start < end and self._source[end - 1] == " "
        if start < end - trailing:
            self._append(self._source[start : end - trailing], start, end - trailing - start)
        if trailing:
            self.space(end - 1, end)

    def _append(self, text: str, source_start: int, source_length: int) -> None:
        if self._space is not None:
            space_start, space_end = self._space
            self._space = None
            self._add(" ", 1, space_start, space_end - space_start)
        self._add(text, len(text), source_start, source_length)

    def _add(self, text: str, length: int, source_start: int, source_length: int) -> None:
        last = self._pieces[-1] if self._pieces else None
        if last and length == source_length and last[1] == last[3] and last[2] + last[3] == source_start:
            last[1] += length
            last[3] += length
        else:
            self._pieces.append([self.length, length, source_start, source_length])
        self._parts.append(text)
        self.length += length


def section_of_map(source: SourceMap, start: int, end: int) -> SourceMap:
    """The map of the text from `start` to `end` taken as a text of its own."""
    pieces: list[Piece] = []
    for piece in source.pieces:
        first, last = max(start, piece.start), min(end, piece.start + piece.length)
        if first >= last:
            continue
        if piece.length == piece.source_length:
            source_start = piece.source_start + first - piece.start
            pieces.append(Piece(first - start, last - first, source_start, last - first))
        else:
            pieces.append(Piece(first - start, last - first, piece.source_start, piece.source_length))
    return SourceMap(tuple(pieces))
