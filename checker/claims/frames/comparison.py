"""Comparisons: two figures and how many times, or by how much, one of them is more than the other.

"seats 480, twice as many as the 300 of the old hall"; "has 61 points. United, on 55, are six points behind them". The
frames are those of ratios (slots `factor`, `whole`, `part`) and differences (`first`, `second`, `difference`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.frames.frame import Frame, number_mention
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity, span
from checker.claims.frames.ratio import is_ratio
from checker.claims.reading import Mention

_HEDGES = r"(?: (?:about|around|some|just|only|exactly|nearly|almost|roughly|well|fully|a full))*"
_LINKED = re.compile(
    rf"(?:^|[,(–—;]|\b(?:which|that|this|it) (?:is|was|are|were)|\bor|\bwas|\bis|\bare|\bwere){_HEDGES}$"
)
_POINTS_BACK = re.compile(rf"(?:that|this|it|these|they) (?:is|was|are|were){_HEDGES}$")
_AS_MANY = r"as [\w-]+(?: [\w-]+){0,2}? as"
_NOUN_OF = (
    r"(?:the|its|their|his|her) (?:[\w-]+ ){0,2}?(?:size|number|amount|weight|length|height|width|area|volume|capacity"
    r"|price|cost|output|rate|speed|figure|total|sum|age|score|power|population|budget|turnover|income|wage|pay|fee)"
    r" (?:of|it|he|she|they|that)"
)
_COMPARED = re.compile(rf"(?:{_AS_MANY}|{_NOUN_OF}|that of|those of|what)\b")
_TO_FIGURE = re.compile(
    rf"(?:{_AS_MANY}|that of|those of)(?: (?:the|its|their|his|her|a|an))?(?: [\w-]+['’]s?)?{_HEDGES}"
)
_THE_FIGURE = re.compile(rf"(?:the|its|their|his|her)(?: (?:previous|original|earlier|old))?{_HEDGES}")
_OF_WHOLE = re.compile(r"of(?: (?:the|its|their|all|all the|these|those))?")
_AS_MUCH = re.compile(r"as (?:much|many|[a-z]{3,8})(?:[.,;]|$)")
_AGAIN = re.compile(r"as [\w-]+(?: [\w-]+)? again as")
_COMPARATIVE = re.compile(
    r"(?:[\w-]+ )?(?:more|fewer|less|higher|lower|greater|better|worse|[a-z]{2,}(?:er|ier)|ahead of|clear of"
    r"|behind|short of|above|below)\b(?: than)?"
)
_RELATIVE = re.compile(
    r",? ?\b(?:which|who|when|where|whose)\b(?: (?:figure|number|total|price|score) )?|\b(?:with|on|at)$"
)
_BEHIND = re.compile(
    r"(?:[\w-]+ )?(?:behind|ahead|ahead of|clear|clear of|adrift|adrift of|short|short of|above|below|better|worse)"
    r"\b(?: (?:them|it|him|her|that|these|those)\b|$|[.,;]| with\b)"
)
_SAVED = re.compile(
    r"\b(?:sav(?:e|es|ed|ing)|(?:saving|gain|improvement|reduction|difference) of)\b"
    rf"(?: (?!up\b)[\w’'-]+){{0,5}}?{_HEDGES}$"
)
_ON_SOMETHING = re.compile(r"(?:on|for|in|at|from|of|if|when)\b")
_SHORTER = re.compile(r"(?!other|over|under|after|later|earlier|older|younger|ever)[a-z]{2,}er(?:[.,;]|$)")
_OUTDOING = re.compile(
    r"\b(?:lead|leads|led|beat|beats|trail|trails|trailed|outscored?|outsold|outpolled|undercuts?|edged out)\b"
)
_BY = re.compile(rf"\bby{_HEDGES}$")
# "it had been £885, so that tenants were paying £37 a month more"
_CONSEQUENT = re.compile(
    r"\b(?:so|so that|which (?:is|was|means|meant|makes|made|left|leaves|put|puts)"
    r"|thus|hence|therefore|meaning|making|leaving)\b"
)
_MORE = re.compile(r"(?:more|less|fewer|higher|lower|up|down)\b(?:$|[.,;)]| than\b)")
_NOT_SAID = re.compile(
    r"\b(?:not|never|no|n['’]t|if|could|should|would|may|might|than|up to|hoped?|hopes|wants?|aims?|instead of)\b"
)
_VERBAL = frozenset(["VERB", "AUX", "ADP", "PART", "ADV", "PRON", "SCONJ"])
_WIDEST_GAP = 90  # characters between two figures that are compared


def find(page: Page) -> Iterator[Frame]:
    """Every comparison that says how many times, or by how much, and whose two figures are both given."""
    for block in page.blocks:
        previous: Passage | None = None
        for passage in block:
            yield from _multiples(passage, previous)
            yield from _compared_with(passage, previous)
            yield from _across(passage, previous)
            yield from _outdone(passage)
            previous = passage


def _multiples(passage: Passage, previous: Passage | None) -> Iterator[Frame]:
    """ "480, twice as many as the 300 of the old one"; "That is half the size of its neighbour, which has 22"."""
    for index, factor in enumerate(passage.figures):
        if not (quantity(factor).role == "multiple" or is_ratio(factor)):
            continue
        part = _subject(passage, previous, index)
        if part and previous and _AS_MUCH.match(passage.after(factor)):
            bases = [f for f in previous.figures if _is_level(f) and _comparable(part, f)]
            if len(bases) == 1 and bases[0] is not part and _stated_at(passage, part):
                yield Frame("ratio", (("factor", factor), ("whole", bases[0]), ("part", part)))
        if index + 1 == len(passage.figures):
            continue
        base = passage.figures[index + 1]
        gap = passage.between(factor, base)
        if part is None or not _comparable(part, base) or len(gap) > _WIDEST_GAP:
            continue
        times = not is_ratio(factor)
        direct = _TO_FIGURE.fullmatch(gap) or (times and _THE_FIGURE.fullmatch(gap))
        if direct or (_COMPARED.match(gap) and _given_in_clause(passage, factor, base)):
            said = _half_again(passage, factor) if _AGAIN.match(gap) else factor
            yield Frame("ratio", (("factor", said), ("whole", base), ("part", part)))


def _half_again(passage: Passage, factor: Mention) -> Mention:
    """ "half as much again" is one and a half times."""
    start, end = span(factor)
    return number_mention(passage.reading, start, end, 1 + (quantity(factor).value or 0.0), "fraction", 0.0)


def _compared_with(passage: Passage, previous: Passage | None) -> Iterator[Frame]:
    """ "31 points, seven more than Jones, who had 24"."""
    for index, extent in enumerate(passage.figures[:-1]):
        base = passage.figures[index + 1]
        part = _subject(passage, previous, index)
        gap = passage.between(extent, base)
        if part is None or not is_plain(extent) or len(gap) > _WIDEST_GAP or not _COMPARATIVE.match(gap):
            continue
        alike = _comparable(part, base) and _comparable(part, extent) and _is_level(extent)
        if alike and _RELATIVE.search(gap) and _given_in_clause(passage, extent, base):
            yield Frame("difference", (("first", part), ("second", base), ("difference", extent)))


def _subject(passage: Passage, previous: Passage | None, index: int) -> Mention | None:
    """The figure that is compared: the one before, or the only one of the sentence to which "that is" points back."""
    lead = passage.before(passage.figures[index])
    if _NOT_SAID.search(lead[-40:]):
        return None
    if index:
        found = passage.figures[index - 1]
        if index > 1 and _OF_WHOLE.fullmatch(passage.between(passage.figures[index - 2], found)):
            return None  # "half of the 60 seats, twice as many as …": the half is compared
        return found if _is_level(found) and len(lead) <= 60 and _LINKED.search(lead) else None
    if previous is None or not _POINTS_BACK.fullmatch(lead):
        return None
    levels = [figure for figure in previous.figures if _is_level(figure)]
    return levels[0] if len(levels) == 1 else None


def _given_in_clause(passage: Passage, first: Mention, base: Mention) -> bool:
    """Whether nothing but a verb leads from "which", "who" or "when" to the figure: "which had to make do with 600"."""
    text = passage.plain[span(first)[1] : span(base)[0]]
    relative = re.search(r"\b(?:which|who|when|where)\b(?P<rest>[^,;:()]*)$|,(?P<at> (?:on|at|with) )$", text)
    if relative is None:
        return False
    name = "rest" if relative["rest"] is not None else "at"
    offset = span(first)[1]
    tokens = passage.reading.parse.tokens
    at = passage.reading.parse.token_at
    start = offset + relative.start(name)
    words = [t for t in tokens[at(start) : at(span(base)[0])] if start <= t.start and t.text.strip()]
    if quantity(base).unit == "count" and is_bare(base) and words and words[-1].text.lower() == "at":
        return False  # "who retired at 28"
    return len(words) <= 8 and all(t.pos in _VERBAL or t.text.lower() in ("there", "figure") for t in words)


def _across(passage: Passage, previous: Passage | None) -> Iterator[Frame]:
    """ "The bus takes 41 minutes. The tram will do it in 26, and so saves 15 minutes"."""
    if previous is None:
        return
    for index in range(1, len(passage.figures)):
        level, extent = passage.figures[index - 1], passage.figures[index]
        if not (is_plain(extent) and _is_level(extent) and _is_level(level) and _stated_at(passage, level)):
            continue
        lead, behind = passage.before(extent), passage.after(extent)
        saved = _SAVED.search(lead) and not _ON_SOMETHING.match(behind)
        more = _CONSEQUENT.search(lead) and _MORE.match(behind)
        if not (_BEHIND.match(behind) or saved or more or _is_comparative(passage, extent, behind)):
            continue
        if len(lead) > _WIDEST_GAP or _NOT_SAID.search(lead) or not _comparable(extent, level):
            continue
        earlier = [f for f in previous.figures if _is_level(f) and _alike(f, extent)]
        others = [f for f in passage.figures if f not in (level, extent) and _is_level(f) and _comparable(f, extent)]
        periods = ("", "each", quantity(level).per, *(quantity(f).per for f in earlier))
        if quantity(extent).per not in periods:
            continue
        if len(earlier) == 1 and not others and _comparable(earlier[0], level):
            yield Frame("difference", (("first", earlier[0]), ("second", level), ("difference", extent)))


def _is_comparative(passage: Passage, extent: Mention, behind: str) -> bool:
    """Whether "cheaper" or the like stands behind a figure: a word such as "water" looks the same."""
    parse = passage.reading.parse
    index = parse.token_at(span(extent)[1] - 1) + 1
    adjective = index < len(parse.tokens) and parse.tokens[index].pos in ("ADJ", "ADV")
    return adjective and _SHORTER.match(behind) is not None


def _outdone(passage: Passage) -> Iterator[Frame]:
    """ "Rovers, on 61 points, lead United, on 55, by six points"."""
    figures = passage.figures
    for first, second, extent in zip(figures, figures[1:], figures[2:], strict=False):
        levels = all(_is_level(f) and is_plain(f) for f in (first, second, extent))
        if levels and _comparable(first, second) and _comparable(first, extent):
            outdone = _OUTDOING.search(passage.between(first, second)) and _BY.search(passage.before(extent))
            if outdone and len(passage.before(extent)) <= 20:
                yield Frame("difference", (("first", first), ("second", second), ("difference", extent)))


def _stated_at(passage: Passage, level: Mention) -> bool:
    """Whether a verb or preposition stands before the figure, and not a name or noun: "in 26" but not "the 26"."""
    parse = passage.reading.parse
    token = parse.token_at(span(level)[0])
    if token <= 0:
        return False
    before = parse.tokens[token - 1]
    return before.pos in ("VERB", "AUX", "ADP", "ADV") or quantity(level).unit != "count"


def _is_level(figure: Mention) -> bool:
    source = quantity(figure)
    shares = ("percent", "percentage_point", "fraction")
    return (
        is_plain(figure)
        and not is_ratio(figure)
        and source.role not in ("multiple", "age", "score")
        and (source.unit not in shares)
    )


def _comparable(first: Mention, second: Mention) -> bool:
    """Whether two figures count the same, or one of them leaves out what both count."""
    one, other = quantity(first), quantity(second)
    if one.unit == other.unit != "count":
        return True
    if "count" not in (one.unit, other.unit):
        return False
    if one.unit == other.unit and first.row["measure"] == second.row["measure"]:
        return True
    return (is_bare(first) and one.unit == "count") or (is_bare(second) and other.unit == "count")


def _alike(first: Mention, second: Mention) -> bool:
    """Whether two figures have one unit, and one noun where the second says what it counts."""
    if quantity(first).unit != quantity(second).unit:
        return False
    bare = is_bare(second)  # "7,930, 482 behind him"
    return quantity(first).unit != "count" or bare or first.row["measure"] == second.row["measure"]
