"""Total frames of a list and the sentence below it: "These three sums come to €215m". Slots as in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity
from checker.claims.reading import Mention

_POINTING = re.compile(
    r"^(?:(?:these|those|the|all)(?: (?:two|three|four|five|six|seven|eight|nine|ten))?(?: [\w-]+){0,2}"
    r"(?:,? (?:together|combined|in all))?|together(?: they)?|in all,? (?:they|it|that)|that|the total|the whole)"
    r" (?:comes?|came|adds? up|added up|amounts?|amounted|totals?|totalled|makes?|made|is|was)(?: to)?"
    r"(?: (?:about|just|exactly))*$"
)
_SHARES = ("percent", "percentage_point", "fraction")
_FEWEST = 2  # items


def find(page: Page) -> Iterator[Frame]:
    """Every sum of the only figures of a list's items."""
    for index, passages in enumerate(page.blocks):
        if not passages or page.readings[index].block.item is not None:
            continue
        figures = [figure for figure in passages[0].figures if quantity(figure).role != "reference"]
        if figures and is_plain(figures[0]) and _POINTING.search(_opening(passages[0], figures[0])):
            parts = _items_above(page, index, figures[0])
            if len(parts) >= _FEWEST:
                yield Frame("total", (*(("part", part) for part in parts), ("total", figures[0])))


def _opening(passage: Passage, figure: Mention) -> str:
    return " ".join(passage.plain[passage.start : figure.start].split())


def _items_above(page: Page, index: int, total: Mention) -> Sequence[Mention]:
    """The figure of each item of the list right above a block; none unless every item has just one in the unit."""
    parts: list[Mention] = []
    for above in range(index - 1, -1, -1):
        item = page.readings[above].block.item
        if item is None:
            break
        figures = [f for p in page.blocks[above] for f in p.figures if quantity(f).unit == quantity(total).unit]
        if len(figures) != 1 or not is_plain(figures[0]) or quantity(total).unit in (*_SHARES, "count"):
            return ()
        parts.append(figures[0])
    return parts[::-1]
