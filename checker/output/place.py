"""Which part of the article a location stands in, in words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.articles.article import Article, Block


class Places:
    """Names the parts of one article."""

    def __init__(self, article: Article) -> None:
        self._blocks = sorted(
            (block for block in article.blocks if block.source.pieces),
            key=lambda block: block.source.pieces[0].source_start,
        )
        self._starts = [block.source.pieces[0].source_start for block in self._blocks]
        self._questions = {block.number: block.text for block in self._blocks if block.zone.value == "faq_question"}

    def name(self, offset: int) -> str:
        """The part around `offset` of the source as a reader would call it.

        "title", "FAQ: Who pays?", "table in Costs", or the heading above: "Costs". "" where there is none.
        """
        index = bisect_right(self._starts, offset) - 1
        return self._name(self._blocks[index]) if index >= 0 else ""

    def _name(self, block: Block) -> str:
        match block.zone.value:
            case "title" | "description" | "heading" as zone:
                return str(zone)
            case "metadata":
                return block.key or "metadata"
            case "faq_question":
                return "FAQ"
            case "faq_answer":
                question = self._questions.get(block.question) if block.question is not None else None
                return f"FAQ: {question}" if question else "FAQ"
            case "table" | "caption" | "list" | "quote" as zone:
                return f"{zone} in {block.section}" if block.section else str(zone)
            case _:
                return block.section
