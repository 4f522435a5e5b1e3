"""A block before it has its number: what the readers of each format hand on."""

from dataclasses import dataclass, field, replace

from checker.articles.article import Cell, Item, SourceMap, Zone
from checker.articles.source_text import SourceText, section_of_map

Spans = tuple[tuple[int, int], ...]


@dataclass(eq=False, slots=True)
class Draft:
    """A block in the making. `eq=False`: two drafts are the same only if they are one object.

    `strong` are the text spans in bold. `asks` marks the term or summary of a question list, and `pair` is the same
    object for it and for all that answers it. `question` is the draft that this one answers.
    """

    zone: Zone
    text: str
    source: SourceMap
    level: int = 0
    links: Spans = ()
    strong: Spans = ()
    cell: Cell | None = None
    item: Item | None = None
    key: str = ""
    asks: bool = False
    pair: object | None = None
    question: "Draft | None" = field(default=None, repr=False)

    @property
    def start(self) -> int:
        """Offset in the source of the first character."""
        return self.source.pieces[0].source_start

    def split(self, offset: int) -> tuple["Draft", "Draft"]:
        """This draft up to `offset` and from there on, the space between left out."""
        end = len(self.text[:offset].rstrip())
        start = len(self.text) - len(self.text[offset:].lstrip())
        return self._part(0, end), self._part(start, len(self.text))

    def _part(self, start: int, end: int) -> "Draft":
        return replace(
            self,
            text=self.text[start:end],
            source=section_of_map(self.source, start, end),
            links=_within(self.links, start, end),
            strong=_within(self.strong, start, end),
        )


def draft_of(zone: Zone, content: SourceText, level: int = 0, key: str = "") -> Draft | None:
    """A draft of what `content` holds, None where that is nothing."""
    if not content.length:
        return None
    return Draft(
        zone, content.text, content.source_map, level=level, links=content.links, strong=content.strong, key=key
    )


def _within(spans: Spans, start: int, end: int) -> Spans:
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)
