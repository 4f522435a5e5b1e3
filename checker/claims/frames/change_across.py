"""Changes told over two sentences or clauses: what was stands in the one, what is and by how much in the next.

"In 2019 the water held 80 fleas a litre. Five years later the figure was 52, a fall of 45%"; "The allowance is 8,200
crowns. It went up by 500 in April, from 7,500"; "is 60 mph now and will be raised by 30 mph to 85 mph". Frames and
slots are those of changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.frames.cues import phrases
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity, span
from checker.claims.frames.ratio import is_ratio
from checker.claims.reading import Mention

_HEDGES = r"(?: (?:about|around|some|just|only|nearly|almost|roughly|over|exactly))*"
_CHANGE_OF = re.compile(
    rf"^(?: ?[\w’'-]+){{0,3}} ?[,(–—] ?(?:which (?:is|was) |that is )?"
    rf"(?:an?|the) (?:[\w-]+ ){{0,2}}?(?P<noun>[\w-]+) of{_HEDGES}$"
)
_THAT_IS = re.compile(
    r"^[“\"(]?(?:that|this|it) (?:is|was|makes|made|represents|represented|meant|means) (?:an?|the) (?:[\w-]+ ){0,2}?"
    rf"(?P<noun>[\w-]+) of{_HEDGES}$"
)
_ON = re.compile(r"^(?:on|from|over|compared with)\b(?: [\w-]+){0,3}$")
_UP = re.compile(rf"^(?: ?[\w’'-]+){{0,3}} ?[,(–—] ?(?:or )?(?:up|down)(?: by)?{_HEDGES}$")
_ASIDE = re.compile(rf"^(?: ?[\w’'-]+){{0,3}} ?[,(–—] ?(?:or|which (?:is|was)|that is)?{_HEDGES}$")
_MORE = re.compile(r"^(?:more|less|fewer|higher|lower|up|down)(?:[.,;)]|$)")
_OTHER_BASE = re.compile(
    r"^(?:,? ?(?:on|from|than|over|against|compared|since|up|down)\b(?! (?:that|then|the earlier figure)\b)"
    r"|,? ?(?:year[- ]on[- ]year|a year|annual|like[- ]for[- ]like|per year))"
)
_LATER = re.compile(
    r"\b(?:the|that|its|their) (?:figure|number|total|count|sum|price|rate|share|level|cost|bill|average)\b"
    r"|\b(?:it|they|there)\b(?: had| has| have)?(?: been)? (?:was|were|is|are|stood|stands|fell|rose"
    r"|came|reached|numbered|totalled)?"
)
_POINTS_BACK = re.compile(r"^[“\"(]?(?:it|this|that|they|the (?:figure|number|price|rate|sum|fee|total|level))\b")
_BY = re.compile(rf"\b(?P<verb>[a-z]+(?: up| down)?) by{_HEDGES}$")
_PUT_UP = re.compile(r"(?:put|marked|pushed|brought|taken|driven|knocked) (?:up|down)")
_FROM = re.compile(rf"\bfrom{_HEDGES}$")
_TO = re.compile(rf"to{_HEDGES}")
_NOT_SAID = re.compile(
    r"\b(?:not|never|n['’]t|if|could|should|would|may|might|had (?:planned|hoped)|forecast|expected)\b"
)
_YEARS_APART = 366


def find(page: Page) -> Iterator[Frame]:
    """Every change whose other end is the only figure of the sentence before."""
    for passage, previous in page.amounts():
        yield from _raised(passage)
        if previous is None or _NOT_SAID.search(passage.plain, passage.start, passage.end):
            continue
        yield from _fall_of(passage, previous)
        yield from _that_is(passage, previous)
        yield from _went_up(passage, previous)


def _fall_of(passage: Passage, previous: Passage) -> Iterator[Frame]:
    """ "80 fleas. Five years later the figure was 52, a fall of 45%"."""
    if len(passage.figures) != 2:
        return
    end, change = passage.figures
    gap = passage.between(end, change)
    if not is_level(end) or not _LATER.search(passage.before(end)) or _OTHER_BASE.match(passage.after(change)):
        return
    noun = _CHANGE_OF.match(gap)
    stated = noun is not None and noun["noun"] in phrases("direction", "changes")
    stated = (
        stated
        or _UP.match(gap) is not None
        or (_ASIDE.match(gap) is not None and _MORE.match(passage.after(change)) is not None)
    )
    start = _only_level(previous, end)
    if stated and start is not None and quantity(start).value != quantity(end).value:
        slot = "share" if quantity(change).unit == "percent" or is_ratio(change) else ""
        if not slot and is_plain(change) and _comparable(change, end):
            slot = "amount"
        if slot and quantity(end).unit != "percent":
            yield Frame("change", (("from", start), ("to", end), (slot, change)))


def _that_is(passage: Passage, previous: Passage) -> Iterator[Frame]:
    """ "Turnout was 75%. That was an increase of 10% on the 60% of 2023"."""
    if len(passage.figures) < 2:
        return
    change, start = passage.figures[:2]
    said = _THAT_IS.search(passage.before(change))
    if said is None or said["noun"] not in phrases("direction", "changes") or not _ON.search(passage.after(change)):
        return
    end = _only_level(previous, start) if is_level(start) else None
    if end is None or quantity(end).value == quantity(start).value:
        return
    if quantity(change).unit == "percent" or is_ratio(change):
        yield Frame("change", (("from", start), ("to", end), ("share", change)))
    elif quantity(change).unit == "percentage_point" or (is_plain(change) and _comparable(change, end)):
        slot = "points" if quantity(change).unit == "percentage_point" else "amount"
        yield Frame("change", (("from", start), ("to", end), (slot, change)))


def _went_up(passage: Passage, previous: Passage) -> Iterator[Frame]:
    """ "The allowance is 8,200 crowns. It went up by 500 in April, from 7,500"."""
    if len(passage.figures) != 2 or not _POINTS_BACK.match(passage.plain[passage.start : passage.end].lstrip()):
        return
    amount, start = passage.figures
    by = _BY.search(passage.before(amount))
    if by is None or not _is_change(by["verb"]):
        return
    if not _FROM.search(passage.between(amount, start)) or not is_level(start):
        return
    end = _only_level(previous, start)
    if end is None or quantity(end).value == quantity(start).value or _apart(passage, previous):
        return
    share = quantity(amount).unit == "percent" or is_ratio(amount)
    if share or (is_plain(amount) and _comparable(amount, end)):
        yield Frame("change", (("from", start), ("to", end), ("share" if share else "amount", amount)))


def _raised(passage: Passage) -> Iterator[Frame]:
    """ "is 60 mph at present, is to be raised by 30 mph to 85 mph": one subject, which stood at the first figure."""
    for start, amount, end in zip(passage.figures, passage.figures[1:], passage.figures[2:], strict=False):
        by = _BY.search(passage.before(amount))
        if by is None or not _TO.fullmatch(passage.between(amount, end)) or not (is_level(start) and is_level(end)):
            continue
        share = quantity(amount).unit == "percent" or is_ratio(amount)
        alike = _comparable(start, end) and (share or (is_plain(amount) and _comparable(amount, end)))
        if _is_change(by["verb"]) and alike and _one_subject(passage, start, amount):
            yield Frame("change", (("from", start), ("to", end), ("share" if share else "amount", amount)))


def _one_subject(passage: Passage, first: Mention, second: Mention) -> bool:
    """Whether no noun between two figures opens a clause of its own."""
    parse = passage.reading.parse
    tokens = parse.tokens[parse.token_at(span(first)[1]) : parse.token_at(span(second)[0])]
    return not any(token.dependency in ("nsubj", "nsubjpass") and token.pos != "PRON" for token in tokens)


def _is_change(verb: str) -> bool:
    return verb in phrases("direction", "rise") | phrases("direction", "fall") or _PUT_UP.fullmatch(verb) is not None


def _only_level(passage: Passage, other: Mention) -> Mention | None:
    """The figure of a sentence that `other` can be held against; none where there are several."""
    found = [f for f in passage.figures if is_level(f)]
    return found[0] if len(found) == 1 and _comparable(found[0], other) else None


def is_level(figure: Mention) -> bool:
    """Whether a figure states how much there is: one written value that is no share of another, factor, age or rank."""
    source = quantity(figure)
    return is_plain(figure) and not is_ratio(figure) and source.role not in ("multiple", "age", "score", "rank")


def _comparable(first: Mention, second: Mention) -> bool:
    """Whether two figures are of one unit and noun, or one of them leaves out what both count."""
    one, other = quantity(first), quantity(second)
    if one.per != other.per and "" not in (one.per, other.per):
        return False
    if one.unit == other.unit != "count":
        return True
    if "count" not in (one.unit, other.unit):
        return False
    alike = one.unit == other.unit and first.row["measure"] == second.row["measure"]
    return alike or any(quantity(f).unit == "count" and is_bare(f) for f in (first, second))


def _apart(passage: Passage, previous: Passage) -> bool:
    """Whether two sentences speak of times more than a year apart, so that more may have happened between."""
    dates = [[t.row["date_start"] for t in p.times if t.row["date_start"] is not None] for p in (passage, previous)]
    return all(dates) and abs((dates[0][0] - dates[1][0]).days) > _YEARS_APART
