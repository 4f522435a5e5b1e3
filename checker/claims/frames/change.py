"""Change frames: where a figure came from, where it went, and by how much.

Slots: `from`, `to`; how much: `share` (per cent, or a fraction), `amount` (in the figures' own unit), `points`
(percentage points), `factor` ("doubled"); and `direction`, the word that says which way it went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from checker.claims.frames.cues import phrase_pattern, phrases
from checker.claims.frames.frame import Frame, words_mention
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span
from checker.claims.frames.ratio import is_ratio
from checker.claims.reading import Mention
from checker.language.units import dimension

_FILLER = (
    r"(?: (?:the|a|an|its|their|his|her|just|only|about|around|some|nearly|almost|roughly|record|low|high|peak|level|of"
    r"|estimated|total|figure))*"
)
_FROM = re.compile(rf"\bfrom{_FILLER}$")
_TO = re.compile(rf"\bto{_FILLER}$")
_EARLIER = re.compile(
    rf"\b(?:(?P<word>up|down) (?:from|on)|compared (?:with|to)|as against|against|versus|instead of){_FILLER}$"
)
_BY = re.compile(r"(?:\bby|\bup|\bdown)(?: (?:about|some|around|nearly|almost|just|only|a|an|over|more than))*$")
_CLAUSE = re.compile(r"[;:]|\b(?:and|while|but|yet|whereas|although|though|because|when)\b")
# "against 80 km before, so that the range has improved by 40%"
_CONSEQUENCE = re.compile(
    r"\b(?:so|so that|which (?:means|meant) that|thus|therefore)\b(?: [\w’'-]+){1,6} by"
    r"(?: (?:about|some|nearly|almost|just|over))*$"
)
_ASIDE = re.compile(
    r"(?:,|\bor|\(|–|—|\bor by|\bup|\bdown|\bby|, that is|which is|which was)(?: (?:about|some|nearly"
    r"|almost|just|a|an))*$"
)
_MORE_THAN = re.compile(
    r"(?P<word>more|higher|greater|larger|bigger|up|above|fewer|less|lower|smaller|below|down)\b(?:"
    r" [\w’'-]+){0,3}(?: (?:than|on|from))?"
    rf"(?: [\w’'-]+['’]s?)?{_FILLER}$"
)
_IS_ALSO = re.compile(
    r"(?:^|[,(–—])(?: ?(?:which (?:is|was|are|were)|that is|or|some|about|nearly|almost|a|up|down)\b)*$"
)
_UP = re.compile(r"(?:^|[,(–—] ?|\bor )(?P<word>up|down)(?: (?:by|about|some|nearly|almost))*$")
_UP_FROM = re.compile(rf"^(?:on|from){_FILLER}$")
_AT_LEVEL = re.compile(r"^,(?: [\w’'-]+){0,5} (?:is|was|are|were|stands|stood)(?: (?:about|some|nearly|almost))*$")
_THEN = re.compile(
    r"\b(?P<word>fewer|less|lower|smaller|more|higher|greater|larger|a (?:\w+ )?(?P<noun>[\w-]+))"
    r" (?:than|on|from|over|compared with)"
    r"(?: [\w’']+){0,3}[ ,]+when\b(?: [\w’']+){0,6}$"
)
_AND_THEN = re.compile(  # "4.1bn in 2022 and 3.3bn in 2024", "stood at 160,000 in 2015 and had reached 176,000"
    r"\bin and(?: (?:had |has |have )?(?:reached|(?:risen|grown|fallen|dropped|climbed) to|is|are|was|were)(?: now)?)?$"
)
_POINTING = re.compile(r"^(?:that|this|it|which|the figure)\b")
_MORE = {"more", "higher", "greater", "larger", "bigger", "above", "up"}
_NOT = re.compile(r"\b(?:not|never|no|n['’]t|instead of|rather than)\b")
_WITHOUT = re.compile(r"\bwithout(?: (?:a|an|any|the|its|their|having|ever))*\s+$")
_GOES = {"go", "move", "pass", "come", "shift", "swing", "run"}  # "declined, going from 40 to 46"
_WIDEST_GAP = 90  # characters between two figures of one change
_HUNDREDFOLD = 100


class _Pair(NamedTuple):
    """Where a figure came from and went, by their order in the sentence; where the pair begins and ends."""

    start: Mention
    end: Mention
    word: re.Match[str] | None  # "up" or "down" before an earlier figure
    first: int  # index among the sentence's figures of the one that is written first
    last: int


def find(page: Page) -> Iterator[Frame]:
    """Every change of a figure that is given by at least two of where from, where to and by how much."""
    for sentence, previous in page.amounts():
        passage = _without_conversions(sentence)
        for pair in _pairs(passage):
            yield _framed(passage, pair)
        yield from _more_than(passage)
        yield from _without_start(passage)
        yield from _in_words(passage, previous)


def _without_conversions(passage: Passage) -> Passage:
    """The sentence without the "(62 miles)" of "100 km (62 miles)"."""
    restated = {
        id(second)
        for first, second in pairwise(passage.figures)
        if quantity(first).unit != quantity(second).unit
        and dimension(quantity(first).unit) == dimension(quantity(second).unit) != ""
        and passage.between(first, second) == "("
    }
    return replace(passage, figures=[f for f in passage.figures if id(f) not in restated]) if restated else passage


def _pairs(passage: Passage) -> Iterator[_Pair]:
    figures = passage.figures
    for index, (first, second) in enumerate(pairwise(figures)):
        if not (_level(first) and _level(second) and _same_unit(first, second)):
            continue
        gap = passage.between(first, second)
        if len(gap) > _WIDEST_GAP or (";" in gap and " now " not in gap) or ":" in gap:
            continue
        before_first, before_second = passage.before(first), passage.before(second)
        if _FROM.search(before_first) and _TO.search(before_second):
            yield _Pair(first, second, None, index, index + 1)
        elif _TO.search(before_first) and _FROM.search(before_second) and not _CLAUSE.search(gap):
            yield _Pair(second, first, None, index, index + 1)
        elif not _FROM.search(before_first) and passage.adjoin(first, second):
            earlier = _EARLIER.search(before_second)
            if earlier is not None:
                yield _Pair(second, first, earlier, index, index + 1)
            elif _in_two_years(passage, first, second):
                yield _Pair(first, second, None, index, index + 1)


def _level(figure: Mention) -> bool:
    return is_plain(figure) and not is_ratio(figure) and quantity(figure).role not in ("multiple", "age")


def _same_unit(first: Mention, second: Mention) -> bool:
    """Whether two figures can be subtracted; the unit may be written with one of them only."""
    units = {quantity(first).unit, quantity(second).unit}
    if quantity(first).per != quantity(second).per and _far_apart(first, second):
        return False  # "$64m, or $1.15 a share, up from $56m"
    return len(units) == 1 or ("count" in units and quantity(second).unit in units and "percentage_point" not in units)


def _far_apart(first: Mention, second: Mention) -> bool:
    sizes = sorted(abs(quantity(f).value or 0.0) for f in (first, second))
    return sizes[1] > _HUNDREDFOLD * sizes[0]


def _in_two_years(passage: Passage, first: Mention, second: Mention) -> bool:
    """ "€4.1bn in 2022 and €3.3bn in 2024": each with its own year behind it, in that order."""
    gap = passage.between(first, second)
    if len(gap) > 40 or not _AND_THEN.search(gap):
        return False
    dates = [m.row["date_start"] for m in passage.times if span(first)[1] <= span(m)[0]]
    return len(dates) >= 2 and None not in dates[:2] and dates[0] < dates[1]


def _framed(passage: Passage, pair: _Pair) -> Frame:
    members = [("from", pair.start), ("to", pair.end)]
    figures = passage.figures
    if pair.first and _leads(passage, figures[pair.first - 1], figures[pair.first]):
        members += _extent(figures[pair.first - 1], pair)
    position = pair.last
    while position + 1 < len(figures) and _follows(passage, figures[position], figures[position + 1]):
        position += 1
        members += _extent(figures[position], pair)
    direction = _stated_direction(passage, pair) or _direction(passage, figures[pair.first])
    if direction is not None:
        members.append(("direction", direction))
    return Frame("change", tuple(members))


def _leads(passage: Passage, change: Mention, first: Mention) -> bool:
    """Whether `change` stands before the pair: "rose by 18%, from …", "halved, from …"."""
    gap = passage.between(change, first)
    if len(gap) > _WIDEST_GAP or _CLAUSE.search(gap) or not re.search(r"\b(?:from|to)\b", gap):
        return False
    if quantity(change).role == "multiple":
        return True
    before = passage.before(change)
    return _BY.search(before) is not None or _ends_with_direction(before)


def _follows(passage: Passage, last: Mention, change: Mention) -> bool:
    """Whether `change` stands behind the pair: "…, an increase of 25%", "…, or by a fifth", "… (up 8%)"."""
    gap = passage.before(change)
    if len(gap) > _WIDEST_GAP or _CLAUSE.search(gap):
        return False
    if _CONSEQUENCE.search(gap):
        return True
    noun = re.search(r"\b(?:an?|the) (?:[\w-]+ ){0,3}?([\w-]+) of(?: (?:about|some|nearly|almost|just|over))*$", gap)
    if noun is not None:
        return noun[1] in phrases("direction", "changes")
    after = passage.after(change)
    return _ASIDE.search(gap) is not None and not after.startswith(("of ", "in ")) and len(gap) <= 40


def _extent(change: Mention, pair: _Pair) -> list[tuple[str, Mention]]:
    """The slot of the figure that says by how much; none where it cannot be said of these figures."""
    source = quantity(change)
    unit = quantity(pair.start).unit if quantity(pair.start).unit != "count" else quantity(pair.end).unit
    if source.role == "multiple":
        return [("factor", change)]
    if source.unit == "percentage_point" or (unit == "percent" and change.row["measure"] == "point"):
        return [("points", change)]
    if source.unit == "percent" or is_ratio(change):
        return [("share", change)]
    return [("amount", change)] if source.unit == unit and is_plain(change) else []


def _ends_with_direction(text: str) -> bool:
    last = text.rsplit(" ", 2)[-2:]
    return any(
        word in phrases("direction", name) for name in ("rise", "fall") for word in ([*last[-1:], " ".join(last)])
    )


def _stated_direction(passage: Passage, pair: _Pair) -> Mention | None:
    """The "up" of "£11.4m, up from £9.5m"."""
    word = pair.word["word"] if pair.word else None
    if word is None:
        return None
    start = passage.plain.find(word, span(pair.end)[1], span(pair.start)[0])
    return words_mention(passage.reading, start, start + len(word), "direction", {"up": "rise", "down": "fall"}[word])


def _direction(passage: Passage, first: Mention) -> Mention | None:
    """The last verb or noun before the pair, where it says which way the figures went."""
    text = passage.plain
    if phrase_pattern("direction", "inverse").search(text, passage.start, passage.end):
        return None
    cut = span(first)[0]
    left = max(passage.start, cut - 2 * _WIDEST_GAP)
    found = [
        (match.end(), match.start(), name)
        for name in ("rise", "fall")
        for match in phrase_pattern("direction", name).finditer(text, left, cut)
    ]
    if not found:
        return None
    end, start, name = max(found)
    word = text[start:end]
    between = text[end:cut]
    if word in ("up", "down") and not re.match(r"\s+from\b", between):
        return None
    parse = passage.reading.parse
    tokens = parse.tokens[parse.token_at(end - 1) + 1 : parse.token_at(cut)]
    verbs = [token for token in tokens if token.pos == "VERB"]
    if verbs and not (len(verbs) == 1 and verbs[0].tag == "VBG" and verbs[0].lemma in _GOES):
        return None
    if _NOT.search(text, max(left, start - 25), cut) or _WITHOUT.search(text, left, start) or ";" in between:
        return None
    return words_mention(passage.reading, start, end, "direction", name)


def _more_than(passage: Passage) -> Iterator[Frame]:
    """ "4,212 restores, which is 8% more than the 3,900 of 2024 and 30% more than the 3,240 of 2023"."""
    figures = passage.figures
    reached: Mention | None = None
    for index in range(1, len(figures) - 1):
        before, change, base = figures[index - 1], figures[index], figures[index + 1]
        lead = passage.before(change)
        behind = _UP_FROM.match(passage.between(change, base))  # "2,000, up 40% from 1,600"
        match = _UP.search(lead) if behind else _MORE_THAN.match(passage.between(change, base))
        if match is None or not _level(base):
            continue
        at = _AT_LEVEL.match(lead) and re.search(r"^at(?: [\w’'-]+)?$", passage.before(before))  # "At 4,500, it was"
        if _level(before) and _same_unit(before, base) and (behind or at or _IS_ALSO.search(lead)):
            reached = before
        elif not lead.endswith("and"):
            reached = None
        if reached is not None and (extent := _extent(change, _Pair(base, reached, None, index - 1, index + 1))):
            name = "rise" if match["word"] in _MORE else "fall"
            start = passage.plain.find(match["word"], span(before)[1])
            direction = words_mention(passage.reading, start, start + len(match["word"]), "direction", name)
            yield Frame("change", (("from", base), ("to", reached), *extent, ("direction", direction)))


def _without_start(passage: Passage) -> Iterator[Frame]:
    """ "fell by 120 ms to 340 ms, a drop of 26%"."""
    figures = passage.figures
    for amount, end, share in zip(figures, figures[1:], figures[2:], strict=False):
        if not (_level(amount) and _level(end) and quantity(amount).unit == quantity(end).unit != "percent"):
            continue
        before = passage.before(amount)
        if before.endswith("by") and _TO.search(passage.before(end)) and _follows(passage, end, share):
            name = next((n for n in ("rise", "fall") if _ends_with(before.removesuffix("by").strip(), n)), None)
            if name and quantity(share).unit == "percent":
                start = passage.plain.rfind("by", passage.start, span(amount)[0])
                word = words_mention(passage.reading, start, start + 2, "direction", name)
                yield Frame("change", (("amount", amount), ("to", end), ("share", share), ("direction", word)))


def _ends_with(text: str, name: str) -> bool:
    return text.rsplit(" ", 1)[-1] in phrases("direction", name)


def _in_words(passage: Passage, previous: Passage | None) -> Iterator[Frame]:
    """ "It was 11.8. That is a decline on 2024, when it stood at 9.6": a direction and figures in two sentences."""
    for base in passage.figures:
        match = _THEN.search(passage.before(base)[-120:])
        if match is None or not _level(base):
            continue
        here = [f for f in passage.figures if span(f)[0] < span(base)[0] and _level(f) and _same_unit(f, base)]
        if not here and previous is not None and _POINTING.match(passage.plain[passage.start : passage.end]):
            here = [f for f in previous.figures if _level(f)]
        if len(here) != 1 or not (_same_unit(here[0], base) or quantity(base).unit == "count"):
            continue
        word = match["noun"] or match["word"]
        name = "rise" if word in _MORE or word in phrases("direction", "rise") else "fall"
        if match["noun"] and word not in phrases("direction", "rise") | phrases("direction", "fall"):
            continue
        start = passage.plain.rfind(word, passage.start, span(base)[0])
        if start >= 0:
            direction = words_mention(passage.reading, start, start + len(word), "direction", name)
            yield Frame("change", (("from", base), ("to", here[0]), ("direction", direction)))
