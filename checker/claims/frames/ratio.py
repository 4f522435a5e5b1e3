"""Ratio frames: a fraction and the figures that it was reckoned from. Slots: `ratio`, `whole`, `part`, `percent`.

"a third of 900, or 450"; "of the 36 lifejackets, a third, 18 in all"; "one in five (35%)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity
from checker.claims.reading import Mention

_OF = re.compile(
    r"(?:out )?of(?: (?:the|its|their|his|her|these|those|our|all|all the|some|about))?(?: [\w’'-]+['’]s?)?$"
)
_OF_THEM = re.compile(r"of (?:them|these|those|which|whom|that|the total)\b")
_RESTATED = re.compile(
    r"^(?:of (?:them|these|those|which|whom|that|the total|the [\w-]+))?(?: ?[\w’'-]+){0,2} ?(?:, or|,"
    r" that is|, i\.e\.|\(|– or|,)(?: (?:about|some|just|exactly|only))*$"
)
_OR = re.compile(r"(?:, or|, that is,?|, i\.e\.|\(|–|— or|or)(?: (?:about|some|just|exactly|only|nearly|almost))*$")
_IN_ALL = re.compile(r"in all\b|of them\b|in total\b|altogether\b|,|$")
_CLOSED = re.compile(r"(?:[\w’'-]+ ){0,2}[\w’'-]+,|,")
_OPENING_OF_THEM = re.compile(r"^[“\"]?of (?:them|these|those)\b")
_OF_NAMED = re.compile(r"of (?:the|its|their|his|her|these|those) [\w-]+\b")
_POINTING = re.compile(r"(?:that|this|such a|these|those)\b")
_OF_A_NOUN = re.compile(r"of (?:the|its|their|his|her|all|these|those)(?: [\w’'-]+){1,4} ?(?:,|\(|–|—)")
_THE_PART = re.compile(r";[^;:,]*\b(?:the|these|those)$|; ?(?:the|these|those)$")
_OPENING_OF = re.compile(
    r"\bof(?: (?:the|its|their|his|her|these|those|our|all|all the|some|about))?(?: [\w’'-]+['’]s?)?$"
)


def find(page: Page) -> Iterator[Frame]:
    """Every fraction whose part and whole, or whose per cent, the text gives as well."""
    for passage, previous in page.amounts():
        figures = passage.figures
        for index, ratio in enumerate(figures):
            if is_ratio(ratio):
                following = figures[index + 1 : index + 3]
                yield from (
                    _with_percent(passage, ratio, following)
                    or _of_whole(passage, ratio, following)
                    or _of_earlier_whole(passage, ratio, figures[:index], following)
                    or _set_beside(passage, ratio, following)
                )
            if is_ratio(ratio) or quantity(ratio).unit == "percent":
                yield from _of_previous(passage, previous, index)
                yield from _pointed_at(passage, previous, index)
                yield from _part_first(passage, ratio, figures[:index])


def is_ratio(figure: Mention) -> bool:
    """Whether a figure is a fraction in words or signs: "a third", "one in five", "half"."""
    return quantity(figure).role == "ratio" or quantity(figure).unit == "fraction"


def _with_percent(passage: Passage, ratio: Mention, following: Sequence[Mention]) -> list[Frame]:
    """ "one in five (35%)", "one in sixteen patients, or 6%"."""
    if following and quantity(following[0]).unit == "percent":
        gap = passage.between(ratio, following[0])
        if _RESTATED.match(gap) and _OR.search(gap) and not gap.endswith(" ,"):
            return [Frame("ratio", (("ratio", ratio), ("percent", following[0])))]
    return []


def _of_whole(passage: Passage, ratio: Mention, following: Sequence[Mention]) -> list[Frame]:
    """ "a third of 900, or 450", "two-thirds of the 45 seats (30)"."""
    if len(following) < 2 or not _OF.fullmatch(passage.between(ratio, following[0])):
        return []
    whole, part = following
    gap = passage.between(whole, part)
    restated = _OR.search(gap) is not None or (gap.endswith(",") and _IN_ALL.match(passage.after(part)) is not None)
    if _counts(whole) and _same(whole, part) and restated and len(gap) <= 40:
        return [Frame("ratio", (("ratio", ratio), ("whole", whole), ("part", part)))]
    return []


def _set_beside(passage: Passage, ratio: Mention, following: Sequence[Mention]) -> list[Frame]:
    """ "A quarter of the budget, £2m of £10m", "more than half of the members, 412 of 900"."""
    if len(following) < 2 or not _OF_A_NOUN.fullmatch(passage.between(ratio, following[0])):
        return []
    part, whole = following
    beside = _OF.fullmatch(passage.between(part, whole)) and re.match(r"(?:,|\)|–|—|$)", passage.after(whole))
    if beside and _counts(part) and _counts(whole) and _same(part, whole):
        return [Frame("ratio", (("ratio", ratio), ("whole", whole), ("part", part)))]
    return []


def _of_earlier_whole(
    passage: Passage, ratio: Mention, earlier: Sequence[Mention], following: Sequence[Mention]
) -> list[Frame]:
    """ "Of the 36 lifejackets she inspected, a third, 18 in all"; "2,700 chicks, a third of them, or 1,350"."""
    if not following:
        return []
    part, gap = following[0], passage.between(ratio, following[0])
    restated = _RESTATED.match(gap) is not None and (_OR.search(gap) is not None or gap.endswith(","))
    if not restated or len(gap) > 40:
        return []
    candidates = [f for f in earlier if _counts(f) and _same(f, part)]
    closed = _OF_THEM.match(gap) and _CLOSED.match(passage.after(part))  # "a quarter of them, 160 people, …"
    if gap.endswith(",") and not (_IN_ALL.match(passage.after(part)) or closed):
        return []  # "a third, 18 goals behind the leader"
    opening = [f for f in candidates if _OPENING_OF.search(passage.before(f))]
    if not opening and not _OF_THEM.match(gap):
        return []
    wholes = opening or candidates
    return [Frame("ratio", (("ratio", ratio), ("whole", wholes[-1]), ("part", part)))] if len(wholes) == 1 else []


def _of_previous(passage: Passage, previous: Passage | None, index: int) -> Iterator[Frame]:
    """ "There were 1,240 crews on the lines. A quarter of them, or 310, had come from abroad"."""
    following = passage.figures[index + 1 : index + 2]
    if previous is None or index or not following:
        return
    ratio, part = passage.figures[0], following[0]
    gap = passage.between(ratio, part)
    pointed = _OF_THEM.match(gap) or _OPENING_OF_THEM.match(passage.plain[passage.start : passage.end])
    restated = _RESTATED.match(gap) and (_OR.search(gap) or (gap.endswith(",") and _CLOSED.match(passage.after(part))))
    named = _OF_NAMED.match(gap)
    if not (pointed or named) or not (restated or _THE_PART.search(gap)) or not _counts(part):
        return
    wholes = [f for f in previous.figures if _counts(f) and _same(f, part)]
    if not pointed and named:  # "18,000 volunteers. A third of the volunteers, or 9,000"
        wholes = [f for f in wholes if f.row["measure"] == ratio.row["measure"] != ""]
    if len(wholes) != 1 or not _THE_PART.search(gap):
        wholes = wholes if len(wholes) == 1 else []
    elif _is_rest(ratio, wholes[0], part):
        return
    for whole in wholes:
        yield Frame("ratio", (("ratio", ratio), ("whole", whole), ("part", part)))


def _pointed_at(passage: Passage, previous: Passage | None, index: int) -> Iterator[Frame]:
    """ "One in eight could not read it. That 20 per cent had gone unnoticed …": a share, and what points to it."""
    if previous is None or index or not _POINTING.match(passage.plain[passage.start : passage.end].lstrip('“" ')):
        return
    share = passage.figures[0]
    shares = [figure for figure in previous.figures if quantity(figure).unit == "percent" or is_ratio(figure)]
    if len(shares) == 1 and is_ratio(shares[0]) and quantity(share).unit == "percent" and not passage.before(share)[5:]:
        yield Frame("ratio", (("ratio", shares[0]), ("percent", share)))


def _is_rest(ratio: Mention, whole: Mention, part: Mention) -> bool:
    """Whether "the 30 absentees" are those whom the fraction leaves out."""
    share = (quantity(ratio).value or 0.0) / (100.0 if quantity(ratio).unit == "percent" else 1.0)
    rest = (1 - share) * (quantity(whole).value or 0.0)
    return abs(rest - (quantity(part).value or 0.0)) <= 0.1 * rest


def _part_first(passage: Passage, ratio: Mention, earlier: Sequence[Mention]) -> list[Frame]:
    """ "tested 1,200 women and found that 276 of them, or 23%"; "172 of the 240 people who finished, or 72%"."""
    if not earlier:
        return []
    gap = passage.before(ratio)
    aside = (
        gap.endswith(",") and re.match(r"(?:of (?:them|the total))?[,.)]", passage.after(ratio)) is not None
    )  # "48 of the 160 wells, 20%, ran"
    if not (_OR.search(gap) or aside) or len(gap) > 60:
        return []
    nearest = earlier[-1]
    if len(earlier) >= 2 and _counts(nearest) and _OF.fullmatch(passage.between(earlier[-2], nearest)):
        part, whole = earlier[-2], nearest
        if _counts(part) and _same(part, whole):
            return [Frame("ratio", (("ratio", ratio), ("whole", whole), ("part", part)))]
    if _counts(nearest) and _OF_THEM.match(gap):
        wholes = [f for f in earlier[:-1] if _counts(f) and _same(f, nearest) and (quantity(f).value or 0) >= 10]
        if len(wholes) == 1:
            return [Frame("ratio", (("ratio", ratio), ("whole", wholes[0]), ("part", nearest)))]
    return []


def _counts(figure: Mention) -> bool:
    return (
        is_plain(figure)
        and quantity(figure).unit not in ("percent", "percentage_point", "fraction")
        and not is_ratio(figure)
    )


def _same(first: Mention, second: Mention) -> bool:
    return quantity(first).unit == quantity(second).unit or "count" in (quantity(first).unit, quantity(second).unit)
