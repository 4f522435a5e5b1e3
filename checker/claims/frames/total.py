"""Total frames: parts and the sum that the text gives for them. Slots: `part`, `total`.

The total may follow its parts ("… and £1.9m for parks, or £12.6m in all"), stand before a colon or before parts of
which the last is "the remaining" one, or be the subject of the next sentence ("The total was …").
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.claims.frames.cues import partition_of
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity
from checker.claims.reading import Mention

_TOTAL_BEFORE = re.compile(
    r"\b(?:(?:making|makes?|made|giving|gave|gives|leaving|for|of|to|reaching|reached|with) (?:a|the"
    r"|an overall|a combined|a grand)"
    r" (?:combined |grand |overall )?(?:total|sum)(?: \w+){0,4} (?:of|to|at)|an? (?:combined |grand |overall )?total of"
    r"|totall?ing|(?:which|that) (?:made|makes|gives|gave|totals|totalled)|brings? the (?:combined "
    r"|overall )?total(?: \w+){0,5} to"
    r"|brought the (?:combined |overall )?total(?: \w+){0,5} to|bringing the (?:combined |overall"
    r" )?total(?: \w+){0,5} to|making"
    r"|add(?:s|ed|ing)? up to|together come to|together came to)$"
)
_WEAK_TOTAL_BEFORE = re.compile(
    r"(?:[,;:(–—]|\bor|\bcome to|\bcame to|\bmaking|\bfor"
    r"|\bwhich (?:brings|brought|takes|took|puts|put) (?:the|its|their|his|her) [\w-]+(?: [\w-]+){0,3} (?:to|at))$"
)
_TOTAL_AFTER = re.compile(r"(?:[\w’'-]+ ){0,3}(?:in all|altogether|in total|all told|all together|combined)\b")
_TOTAL_SUBJECT = re.compile(
    r"(?:^|[,;] )(?:the |their |its |his |her |a |that |this )?(?:combined |overall |grand )?(?:total|sum)\b"
    r"(?: [\w’']+){0,4},?(?: [\w’']+){0,3},? (?:was|is|were|comes to|came to|stands at|stood at|reached|makes|made|of)$"
)
_TOGETHER = re.compile(
    r"^(?:together|between them|taken together|combined|in all|in total|altogether|all told"
    r"|that (?:makes|made|comes to|came to|adds up to|added up to))\b"
)
# "Her gross receipts are therefore £10,850", "so that takings for the weekend came to £9,600", "the outlay was"
_CONCLUDED = re.compile(
    r"(?:\b(?:is|was|are|were|comes? to|came to|amounts? to|amounted to|stands? at|stood at),? (?:therefore|thus"
    r"|hence|accordingly|consequently)|\b(?:therefore|thus|hence|so|so that|altogether|in all|in total|all told)\b"
    r"[^.;:]{0,60}\b(?:is|was|are|were|comes? to|came to|amounts? to|amounted to|stands? at|stood at|reache[sd]))$"
)
_LESS = re.compile(
    r"\b(?:less|minus|after|net|deduct\w*|subtract\w*|without|left|short|average|each|differ\w*|apart)\b"
)
_COORDINATED = re.compile(r"(?:,|;|\band\b|\bplus\b|\banother\b|\ba further\b|\badded to\b)")
_BREAK = re.compile(
    r"\b(?:of which|of whom|including|includes|among them|compared|as against|versus|than|per|each"
    r"|instead|up from|down from"
    r"|rose|fell|although|though|while|whereas|but|if|average|between)\b"
    r"|\bfrom(?: (?:the|a|an|about|some))?$"
)
_REMAINDER = re.compile(r"(?:\b(?:the|its|their|her|his)) (?:remaining|rest|remainder|balance|other)\b(?: of)?$")
_MADE_UP_OF = re.compile(
    r"\b(?:compris(?:es|ed|ing)|consist(?:s|ed|ing) of|(?:is|was|are|were) (?:made up|composed) of)\b"
)
_OF_WHICH = re.compile(r"\bof (?:which|whom|these|those|them|that)\b")
_OPENING_OF = re.compile(r"^of (?:the|its|their|his|her|these|those|our|all|all the)(?: [\w’'-]+['’]s?)?$")
_PLAYED = re.compile(r"\b(?:played|of)(?: (?:their|its|his|her|the))?$")
_RESULTS = ({"won", "lost", "drawn"}, {"won", "lost", "drew"}, {"won", "lost", "tied"})
_OF_THE_WHOLE = re.compile(r"of (?:the|its|their|our|his|her|all)(?: [\w’'-]+['’]s?)?")
_SHARES = ("percent", "percentage_point", "fraction")  # shares of one whole are a frame of their own
_MORE_ITEMS = re.compile(r"(?:,|\band) (?:an?|the|one|several|some|many)\b")
_MORE_UNCOUNTED = re.compile(r"\band (?!a half\b)[a-z]")
_FEWEST_CONCLUDED = 3  # parts, where only "therefore" says that they are a sum
_MOST_FIGURES = 60  # in one sentence; more is a table that lost its cells


def find(page: Page) -> Iterator[Frame]:
    """Every sum in running text whose parts can be told for certain."""
    figured: Passage | None = None  # the last sentence with a figure in it
    for passage, previous in page.amounts():
        if previous is None:
            figured = None
        elif previous.figures:
            figured = previous
        yield from _find(passage, previous, figured)


def _find(passage: Passage, previous: Passage | None, figured: Passage | None) -> Iterator[Frame]:
    figures = [f for f in passage.figures if is_plain(f) and quantity(f).unit not in _SHARES]
    if len(figures) > _MOST_FIGURES:
        return
    for index, figure in enumerate(figures):
        earlier = [part for part in figures[:index] if quantity(part).unit == quantity(figure).unit]
        if _is_total_of_sentence(passage, figure, bool(earlier)):
            parts = _run_before(passage, earlier, figure)
            if len(parts) == 1 and previous is not None:
                parts = _lone_figure(previous, figure) + parts
            if len(parts) >= 2:
                yield _frame(parts, figure)
                return
        concluded = _CONCLUDED.search(passage.before(figure)) and not _LESS.search(passage.text.lower())
        if concluded and len(earlier) >= _FEWEST_CONCLUDED:
            parts = _run_before(passage, earlier, figure)
            if len(parts) >= _FEWEST_CONCLUDED and _plausible(parts, figure):
                yield _frame(parts, figure)
                return
        if concluded and not earlier and figured is not None:
            parts = _listed(figured, figure)
            if len(parts) >= _FEWEST_CONCLUDED and _plausible(parts, figure):
                yield _frame(parts, figure)
                return
        if not earlier and previous is not None and _is_total_of_previous(passage, figure):
            parts = _listed(previous, figure)
            if len(parts) >= 2 and _plausible(parts, figure):
                yield _frame(parts, figure)
                return
    yield from _behind_whole(passage, figures, previous)


def _frame(parts: Sequence[Mention], total: Mention) -> Frame:
    return Frame("total", (*(("part", part) for part in parts), ("total", total)))


def _is_total_of_sentence(passage: Passage, figure: Mention, parts: bool) -> bool:
    before, after = passage.before(figure), passage.after(figure)
    if _TOTAL_BEFORE.search(before[-80:]):
        return True
    return parts and _WEAK_TOTAL_BEFORE.search(before) is not None and _TOTAL_AFTER.match(after[:60]) is not None


def _is_total_of_previous(passage: Passage, figure: Mention) -> bool:
    before = passage.before(figure)
    opening = passage.plain[passage.start : passage.end].lstrip("“\"' ")
    return len(before) <= 80 and (_TOTAL_SUBJECT.search(before) or _TOGETHER.match(opening)) is not None


def _run_before(passage: Passage, candidates: Sequence[Mention], total: Mention) -> list[Mention]:
    """The candidates that run up to `total`, coordinated and with nothing between that breaks the sum.

    Where the nearest few add up to the total exactly, they are its parts, whatever stands before them.
    """
    run: list[Mention] = []
    following = total
    for part in reversed(candidates):
        gap = passage.between(part, following)
        if _BREAK.search(gap) or (run and not _COORDINATED.search(gap)):
            break
        run.insert(0, part)
        following = part
    return _exact_suffix(run, total)


def _exact_suffix(parts: list[Mention], total: Mention) -> list[Mention]:
    """The two or more nearest parts that add up to the total exactly, else all."""
    reached = 0.0
    for first in reversed(range(len(parts))):
        reached += _value(parts[first])
        if len(parts) - first >= 2 and math.isclose(reached, _value(total), rel_tol=1e-9):
            return parts[first:]
    return parts


def _lone_figure(passage: Passage, figure: Mention) -> list[Mention]:
    """The one figure of a sentence that can be added to one in the next."""
    found = [f for f in passage.figures if is_plain(f) and _same_kind(f, figure)]
    return found if len(found) == 1 else []


def _listed(passage: Passage, total: Mention) -> list[Mention]:
    """The figures of the sentence before a total, where all of them are its parts."""
    found = [f for f in passage.figures if is_plain(f) and quantity(f).unit == quantity(total).unit]
    if len(found) == 1 and quantity(total).unit != "count":  # "9,600 crowns in rent, 600 for cleaning and 450 for soap"
        found += [f for f in passage.figures if f.start > found[0].start and quantity(f).unit == "count" and is_bare(f)]
    exact = _exact_suffix(found, total)
    if len(exact) < len(found):
        return exact
    if quantity(total).unit == "count" and len({f.row["measure"] for f in found if f.row["measure"]}) > 1:
        return []
    clean = all(
        _COORDINATED.search(passage.between(a, b)) and not _BREAK.search(passage.between(a, b))
        for a, b in pairwise(found)
    )
    open_end = found and _MORE_UNCOUNTED.search(passage.after(found[-1]))  # "£20,000 from the city and gifts"
    return found if clean and not open_end else []


def _same_kind(figure: Mention, other: Mention) -> bool:
    measures = {f.row["measure"] for f in (figure, other) if not is_bare(f)} - {""}  # "brought the total to 68"
    return quantity(figure).unit == quantity(other).unit and (quantity(figure).unit != "count" or len(measures) <= 1)


def _behind_whole(passage: Passage, figures: Sequence[Mention], previous: Passage | None) -> Iterator[Frame]:
    """A whole, then its parts: behind a colon, closed by "the remaining …", or groups of which everybody is in one."""
    for index, whole in enumerate(figures[:-2] or figures[:1]):
        parts = [f for f in figures[index + 1 :] if quantity(f).unit == quantity(whole).unit]
        if len(parts) < 2:
            continue
        gap = passage.between(whole, parts[0])
        closed = _closing(passage, parts)
        if closed and (_OPENING_OF.search(passage.before(whole)) or _OF_WHICH.search(gap) or ":" in gap):
            yield _frame(closed, whole)
            return
        listed = _behind_colon(passage, whole, parts)
        if len(listed) > 1 and _plausible(listed, whole) and _is_list(passage, listed):
            yield _frame(listed, whole)
            return
        if _PLAYED.search(passage.before(whole)) and _are_results(passage, parts):
            yield _frame(parts, whole)
            return
        exhausted = _OF_WHICH.search(gap) or _MADE_UP_OF.search(gap)
        if exhausted and partition_of([passage.after(part) for part in parts]):
            yield _frame(parts, whole)
            return
    if len(figures) > 2 and (parts := _beyond_whole(passage, figures)):
        yield _frame(parts, figures[1])
    elif previous is not None and figures:
        wholes = [f for f in previous.figures if is_plain(f) and quantity(f).unit == quantity(figures[0]).unit]
        opening = passage.plain[passage.start : passage.end]
        closed = _closing(passage, figures)
        if closed and len(wholes) == 1 and re.match(r"of (?:that|this|these|those|them|the)\b", opening):
            yield _frame(closed, wholes[0])
        elif _is_partition(passage, figures) and len(wholes) == len(previous.figures) == 1:
            yield _frame(figures, wholes[0])


def _are_results(passage: Passage, parts: Sequence[Mention]) -> bool:
    """ "Played 16, won eight, drawn two and lost seven"."""
    return {passage.before(part).rpartition(" ")[2] for part in parts} in _RESULTS


def _behind_colon(passage: Passage, whole: Mention, parts: Sequence[Mention]) -> list[Mention]:
    """The parts behind a colon; before it there may be their number: "1,240 people in three shelters: 520 at …"."""
    listed = [part for part in parts if ":" in passage.between(whole, part)]
    before = parts[: len(parts) - len(listed)]
    return listed if all(quantity(count).value == len(listed) for count in before) else []


def _beyond_whole(passage: Passage, figures: Sequence[Mention]) -> list[Mention]:
    """The parts of a sentence that are more than the whole behind the first: "19 of the 40 seats, the Greens 14, …"."""
    part, whole, *others = figures
    if not _OF_THE_WHOLE.fullmatch(passage.between(part, whole)) or not others:
        return []
    parts = [part, *others]
    alike = all(quantity(p).unit == quantity(whole).unit and is_bare(p) for p in parts)
    return parts if alike and _is_list(passage, [whole, *others]) and sum(map(_value, parts)) > _value(whole) else []


def _is_partition(passage: Passage, parts: Sequence[Mention]) -> bool:
    """ "Seven are women and six are men", and nothing else in the sentence."""
    alone = len(parts) == len(passage.figures) and not passage.before(parts[0])
    return alone and partition_of([passage.after(part) for part in parts])


def _closing(passage: Passage, parts: Sequence[Mention]) -> list[Mention]:
    """The parts up to the one that is called the remaining one; none where no part is."""
    for index, part in enumerate(parts):
        if index and _REMAINDER.search(passage.before(part)):
            chosen = list(parts[: index + 1])
            breaks = any(_BREAK.search(passage.between(a, b)) for a, b in pairwise(chosen))
            return [] if breaks else chosen
    return []


def _is_list(passage: Passage, parts: Sequence[Mention]) -> bool:
    if _MORE_ITEMS.search(passage.after(parts[-1])):
        return False  # "three cellos and a bass": an item without a figure
    return all(
        _COORDINATED.search(passage.between(a, b)) and not _BREAK.search(passage.between(a, b))
        for a, b in pairwise(parts)
    ) and not any(
        quantity(figure).unit != quantity(parts[0]).unit
        for figure in passage.figures
        if parts[0].start < figure.start < parts[-1].start
    )


def _plausible(parts: Sequence[Mention], whole: Mention) -> bool:
    """Whether figures behind a colon can be meant as a sum: nothing says so but their size."""
    reach = 0.5 if len(parts) > 2 else 0.25
    total = _value(whole)
    return abs(sum(_value(part) for part in parts) - total) <= reach * abs(total)


def _value(figure: Mention) -> float:
    return quantity(figure).value or 0.0
