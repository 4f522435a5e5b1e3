"""Changes told as two levels in one sentence, and what that makes: frames and slots are those of changes.

"Turnout, 58.3% five years ago, sank to 61.7%"; "was £80 in the spring and is £60 now, which makes it a third cheaper";
"supplied 41%; by August the proportion was down to 33%, so it has declined by 12 percentage points".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.claims.frames.change_across import is_level
from checker.claims.frames.cues import phrases
from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity, span
from checker.claims.frames.ratio import is_ratio
from checker.claims.reading import Mention

_HEDGES = r"(?: (?:about|around|some|just|only|nearly|almost|roughly|over|a|the))*"
_WENT_TO = re.compile(
    rf"^,? ?(?:and |but )?(?:has |had |have )?(?P<verb>[a-z]+(?: up| down)?)(?: back| again)? to{_HEDGES}$"
)
_STOOD = re.compile(rf"\b(?:was|were|is|are|has|have|had|stood at|stands at|costs?|had been|has been){_HEDGES}$")
_AND_IS = re.compile(
    rf"^(?:[\w’'-]+ ){{0,3}}?(?:in )?(?:and|but)(?: (?:it|they))?"
    rf" (?:is|are|was|were|will be|has|have|had|stands at|stood at|costs?)(?: now)?{_HEDGES}$"
)
_NOW_IS = re.compile(rf"; ?(?:and |but )?(?:it|they) (?:is|are)(?: now)?{_HEDGES}$")  # "now" is told as a time
_FIGURE_IS = re.compile(
    r"[;,.](?: [\w’'-]+){0,4} (?:the|that|its|their)"
    r" (?:figure|proportion|share|rate|number|total|level|price|sum|count)"
    rf" (?:is|was|had been|has been|stood at|stands at)(?: (?:up|down) (?:to|at))?{_HEDGES}$"
)
_MAKES = re.compile(
    r"[,;–—] ?(?:and )?(?:(?:which |so )?(?:that )?(?:makes|made|making) (?:it|them)|(?:which|that) is"
    rf"|so (?:it|they) (?:is|are)){_HEDGES}$"
)
_CHANGE_OF = re.compile(rf"[,;–—(](?: [\w’'-]+){{0,6}} (?:an?|the) (?:[\w-]+ ){{0,2}}?(?P<noun>[\w-]+) of{_HEDGES}$")
_HAS_CHANGED = re.compile(
    rf"[,;–—] ?(?:so|and so|and thus|which means|that is)(?: that)? (?:it|they|the [\w-]+) (?:has |have |had )?"
    rf"(?P<verb>[a-z]+(?: up| down)?) by{_HEDGES}$"
)
_COMPARED = re.compile(
    r"^(?:cheaper|dearer|costlier|more|less|fewer|higher|lower|bigger|smaller|larger|shorter|longer|up|down)\b(?! than)"
)
_NOT = re.compile(r"\b(?:not|never|n['’]t|if|instead of|rather than|would|could|should)\b")
_MOVED = re.compile(rf"\b(?:gained|added|put on|lost|shed|picked up|gave up|surrendered){_HEDGES}$")
_FROM, _TO = re.compile(rf",? ?from{_HEDGES}"), re.compile(rf",? ?to{_HEDGES}")
_AGAINST = re.compile(rf"^(?: ?[\w’'-]+){{0,4}} ?,? ?(?:compared (?:with|to)|against|as against|versus){_HEDGES}$")
_BEFORE = 40  # characters before the first level in which a denial counts
_WIDEST = 120  # characters between the two levels


def find(page: Page) -> Iterator[Frame]:
    """Every change of two levels that follow each other in a sentence."""
    for whole, _ in page.amounts():
        yield from _points_before(whole)
        shares = whole.only(_is_share)
        for passage in (whole, *([shares] if 1 < len(shares.figures) < len(whole.figures) else [])):
            yield from _of_sentence(passage)


def _of_sentence(passage: Passage) -> Iterator[Frame]:
    for index, (first, second) in enumerate(pairwise(passage.figures)):
        if is_level(first) and is_level(second) and _same_unit(first, second):
            for change in (None, *passage.figures[index + 2 : index + 3]):
                end = span(change or second)[1]
                if not _NOT.search(passage.plain, max(passage.start, span(first)[0] - _BEFORE), end):
                    yield from _changes(passage, first, second, change)


def _changes(passage: Passage, first: Mention, second: Mention, change: Mention | None) -> Iterator[Frame]:
    gap = passage.between(first, second)
    if len(gap) > _WIDEST:
        return
    if change is None:
        went = _WENT_TO.match(gap)
        if went is not None and (entry := _way(went["verb"])):
            yield Frame(
                "change", (("from", first), ("to", second), ("direction", _word(passage, first, went["verb"], entry)))
            )
        return
    against = _AGAINST.match(gap) and _CHANGE_OF.search(passage.between(second, change))
    if against and (entry := _way(against["noun"])):
        word = _word(passage, second, against["noun"], entry)
        yield Frame("change", (("from", second), ("to", first), ("direction", word)))
    stood = _STOOD.search(passage.before(first)) and _AND_IS.match(gap)
    if stood or _FIGURE_IS.search(gap) or _NOW_IS.search(gap):
        members = _extent(passage, second, change)
        if members:
            yield Frame("change", (("from", first), ("to", second), *members))


def _points_before(passage: Passage) -> Iterator[Frame]:
    """ "The margin gained four percentage points, from 38.5% to 44%"."""
    for points, first, second in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        if quantity(points).unit != "percentage_point" or not _MOVED.search(passage.before(points)):
            continue
        told = _FROM.fullmatch(passage.between(points, first)) and _TO.fullmatch(passage.between(first, second))
        if told and all(is_level(f) and quantity(f).unit == "percent" for f in (first, second)):
            yield Frame("change", (("from", first), ("to", second), ("points", points)))


def _extent(passage: Passage, end: Mention, change: Mention) -> list[tuple[str, Mention]]:
    """By how much the two levels are said to differ, and which way; nothing where they are not."""
    gap = passage.between(end, change)
    noun, changed = _CHANGE_OF.search(gap), _HAS_CHANGED.search(gap)
    makes = _MAKES.search(gap) and _COMPARED.match(passage.after(change))
    said = (noun is not None and noun["noun"] in phrases("direction", "changes")) or changed is not None
    slot = _slot(end, change)
    if not slot or not (makes or said):
        return []
    word = changed["verb"] if changed else noun["noun"] if noun else ""
    entry = _way(word)
    return [(slot, change), *([("direction", _word(passage, end, word, entry))] if entry else [])]


def _same_unit(first: Mention, second: Mention) -> bool:
    """Whether two levels can be subtracted; the unit may be written with one of them only."""
    units = {quantity(first).unit, quantity(second).unit}
    counted = {f.row["measure"] for f in (first, second) if not is_bare(f)}
    return len(units) == 1 or ("count" in units and len(counted) <= 1)


def _slot(end: Mention, change: Mention) -> str:
    unit, other = quantity(end).unit, quantity(change).unit
    if other == "percentage_point":
        return "points" if unit == "percent" else ""
    if other == "percent" or is_ratio(change):
        return "share" if unit != "percent" else ""
    return "amount" if other == unit and is_plain(change) else ""


def _way(word: str) -> str:
    """Which way a verb or noun of change says that it went: rise, fall, or "" for neither."""
    return next((name for name in ("rise", "fall") if word in phrases("direction", name)), "")


def _word(passage: Passage, before: Mention, word: str, entry: str) -> Mention:
    start = passage.plain.index(word, span(before)[1])
    return words_mention(passage.reading, start, start + len(word), "direction", entry)


def _is_share(figure: Mention) -> bool:
    return quantity(figure).unit in ("percent", "percentage_point")
