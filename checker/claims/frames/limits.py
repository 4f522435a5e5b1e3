"""Limit frames: figures that cannot be, whatever they count.

Kinds and slots: `limit` (`value`, `limit`: "104 out of 100", "108% of the 640 households"), `span` (`range`: "between
50 and 20"), `calendar_day` (`date`: "31 April"), `clock` (`time`: "25:00").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.claims.frames.cues import phrase_pattern
from checker.claims.frames.frame import Frame, number_mention, words_mention
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity, span, timex
from checker.claims.reading import Mention
from checker.language.quantity import Bound

_OUT_OF = re.compile(r"^out of(?: a (?:possible|maximum|total)(?: of)?)?$")
_OF_THE = re.compile(r"^of (?:the|its|their|our|those|these|all)(?: [\w’'-]+){0,2}$")
_AT_LEVEL = re.compile(
    r"\b(?:is|was|were|are|of|at|reached|to|hit|exceeded|being)(?: (?:a record|about|some|just|only))*$"
)
_MEASURE = re.compile(
    r"\b(?:turnout|(?:pass|response|literacy|survival|success|failure|cure|graduation|employment|unemployment|mortality"
    r"|completion|conviction|detection|recovery|vacancy|approval|participation|attendance) rate|approval rating"
    r"|market share|share of the vote|probability|accuracy)\b(?!.*\b(?:of|than|from) \w+ (?:is|was)\b)"
    r"(?!.*\b(?:rise|rose|rising|increase|increased|growth|grew|up|change|fall|fell|by)\b)"
)
_AMONG = re.compile(r"of (?:those|them|these|the [\w-]+|all(?: the)? [\w-]+)\b[^.;:]{0,60}, (?:\d|(?:about|some) \d)")
_HAVE_SAID = re.compile(
    r"(?:said|say|thought|think|agreed|voted|chose|preferred|reported|answered|replied|told|named|felt|believed|wanted"
    r"|passed|failed|came|had|were|are|liked|supported|opposed)\b(?! (?:up|more|less|higher|above)\b)"
)
_SCALE = re.compile(
    r"\bscale (?:running |ranging |going )?(?:of|from) \d{1,3}(?: \([^()]{1,40}\))? ?(?:to|[-–]) ?(?P<high>\d{1,3})\b"
)
_SCORE = re.compile(
    r"\b(?:score|mark|rating|grade|average|median|mean)\b(?: [\w’'-]+){0,5} (?:is|was|of|at|to)"
    r"(?: (?:a|an|about|just))*$"
)
_ADDED = re.compile(r"\b(?:total|sum|combined|added|together|out of|rescaled|converted|multiplied)\b")
_SCALE_REACH = 3  # sentences, from the one that names the scale
_SURELY = 105  # "some 105%" is more than all, however loosely "some" is meant
_REVERSED = re.compile(
    r"\bbetween (\d[\d,]*(?:\.\d+)?) and (\d[\d,]*(?:\.\d+)?) (?!(?:thousand|million|billion|trillion)\b)[a-z]"
)
_BETWEEN = re.compile(r"\bbetween(?: [\w’'-]+){0,2}$")
_OPENING_OF = re.compile(r"of (?:the|its|their|our|those|these|all|all the) (?:[\w’'-]+ )?$")
_HEAD = re.compile(r"^of (?:the |its |their |our |those |these |all |all the )?(?:[\w’'-]+ ){0,2}?(?P<noun>[\w’-]+)")
_ASKED = re.compile(
    r"^of (?:the |those |people |all )?(?:[\w’'-]+ )?(?:asked|surveyed|polled|questioned|interviewed"
    r"|responding|who (?:replied|answered|responded|took part|voted))\b"
)
_THE_FIGURE = re.compile(r"\b(?:the|their|its) (?:figure|share|proportion)(?: [\w-]+){0,2} (?:is|was|were)$")
_THAT_THEY_TRIED = re.compile(  # "104% of the passes that they attempted"
    r"^of (?:the|their|its|his|her) (?:[\w’'-]+ ){1,2}(?:that |which )?(?:they|he|she|it|we) (?:had )?"
    r"(?:attempted|tried|took|faced|sat|entered|played|bowled|sent|planted|issued|handed out)\b"
)
_CLOCK = re.compile(r"(?<![\d:.,])(\d{1,2}):(\d{2})(?![\d:]|\.\d)")
_DOORS = re.compile(
    r"\b(?:opens?|opened|closes?|closed|starts?|begins?|ends?|leaves?|departs?|arrives?) (?:at|until|till)$"
)
_CLOCK_CUE = re.compile(r"\b(?:at|from|until|till|by|before|after|between|and|to|around)$")


def find(page: Page) -> Iterator[Frame]:
    """Every figure, date and time of day that cannot be."""
    for passage in page.passages():
        for time in passage.times:
            if timex(time).impossible:
                yield Frame("calendar_day", (("date", time),))
        yield from _clock(passage)
        yield from _of_whole(passage)
    for passages in page.blocks:
        yield from _beyond_scale(passages)
    for passage in page.passages():
        for index, figure in enumerate(passage.figures):
            following = passage.figures[index + 1 : index + 2]
            yield from _shares_of_people(passage, figure, following)
            yield from _pairs(passage, figure, following)
            yield from _reversed(passage, figure)


def _shares_of_people(passage: Passage, figure: Mention, following: list[Mention]) -> Iterator[Frame]:
    """ "108% of the 640 households", "110% of respondents": parts of a group of people or things counted."""
    source = quantity(figure)
    if source.unit != "percent" or not is_plain(figure) or (source.approximate and (source.value or 0) < _SURELY):
        return
    after = passage.after(figure)
    if following and quantity(following[0]).unit == "count" and is_plain(following[0]) and _OF_THE.match(after):
        beyond = passage.after(following[0])
        if (
            not phrase_pattern("limits", "aims").search(passage.plain, passage.start, passage.end)
            and beyond[:1].isalpha()
        ):
            yield Frame("limit", (("share", figure), ("limit", following[0])))
        return
    head = _HEAD.match(after)
    bounded = _AT_LEVEL.search(passage.before(figure)) and _MEASURE.search(passage.before(figure))
    if bounded or (_AMONG.match(passage.plain[passage.start :].lstrip('“" ')) and _HAVE_SAID.match(after)):
        yield Frame("limit", (("share", figure),))
        return
    people = head is not None and phrase_pattern("limits", "people").fullmatch(head["noun"]) is not None
    pointed = _THE_FIGURE.search(passage.before(figure)) and any(
        quantity(f).unit == "percent" and _HAVE_SAID.match(passage.after(f)) for f in passage.figures if f is not figure
    )
    if people or pointed or _ASKED.match(after) or _THAT_THEY_TRIED.match(after):
        yield Frame("limit", (("share", figure),))


def _beyond_scale(passages: Sequence[Passage]) -> Iterator[Frame]:
    """ "on a scale from 0 to 10 … The highest score was 12", within one paragraph."""
    for index, passage in enumerate(passages):
        match = _SCALE.search(passage.plain, passage.start, passage.end)
        if match is None or _ADDED.search(passage.plain):
            continue
        limit = number_mention(passage.reading, *match.span("high"), float(match["high"]), resolution=0.0)
        for later in passages[index : index + _SCALE_REACH]:
            for figure in later.figures:
                scored = is_plain(figure) and quantity(figure).unit == "count" and is_bare(figure)
                if scored and span(figure)[0] > match.end() and _SCORE.search(later.before(figure)):
                    yield Frame("limit", (("value", figure), ("limit", limit)))


def _of_whole(passage: Passage) -> Iterator[Frame]:
    """ "Of the 40 pupils who sat the exam, 52 passed": a part that is larger than the whole it is taken from."""
    if len(passage.figures) < 2:
        return
    whole, part = passage.figures[:2]
    opening = _OPENING_OF.match(passage.plain[passage.start : span(whole)[0]].lstrip())
    counted = all(is_plain(f) and quantity(f).unit == "count" and not quantity(f).approximate for f in (whole, part))
    bare = (
        part.row["text"].strip().replace(",", "").isalnum()
        and part.row["text"] == part.reading.block.text[slice(*span(part))]
    )
    if opening and counted and bare and passage.between(whole, part).endswith(","):
        yield Frame("limit", (("value", part), ("limit", whole)))


def _pairs(passage: Passage, figure: Mention, following: list[Mention]) -> Iterator[Frame]:
    if not following or not is_plain(figure) or not is_plain(following[0]):
        return
    other = following[0]
    gap = passage.between(figure, other)
    same = quantity(figure).unit == quantity(other).unit == "count"
    if (same and _OUT_OF.match(gap)) or (
        same and _OF_THE.match(gap) and not quantity(figure).approximate and passage.after(other)[:1].isalpha()
    ):
        yield Frame("limit", (("value", figure), ("limit", other)))
    elif gap == "and" and _BETWEEN.search(passage.before(figure)) and quantity(figure).unit == quantity(other).unit:
        yield Frame("span", (("low", figure), ("high", other)))


def _reversed(passage: Passage, figure: Mention) -> Iterator[Frame]:
    """ "between 90 and 60 people", which is read as one range."""
    match = _REVERSED.match(passage.plain, span(figure)[0]) if quantity(figure).bound is Bound.RANGE else None
    low, high = (float(match[i].replace(",", "")) for i in (1, 2)) if match else (0.0, 0.0)
    if match and low > high:
        ends = [
            number_mention(passage.reading, match.start(i), match.end(i), value) for i, value in ((1, low), (2, high))
        ]
        yield Frame("span", (("low", ends[0]), ("high", ends[1])))


def _clock(passage: Passage) -> Iterator[Frame]:
    """ "25:00" beside a preposition of time; race times and scores have none, or run over an hour."""
    text = passage.reading.block.text
    for match in _CLOCK.finditer(text, passage.start, passage.end):
        hour, minute = int(match[1]), int(match[2])
        if (hour <= 24 and minute < 60 and (hour < 24 or minute == 0)) or hour > 29:
            continue
        before = text[max(passage.start, match.start() - 20) : match.start()].rstrip().lower()
        others = [m for m in _CLOCK.finditer(text, passage.start, passage.end) if m.start() != match.start()]
        daytime = any(int(m[1]) < 24 and int(m[2]) < 60 for m in others)
        if (_CLOCK_CUE.search(before) and daytime) or _DOORS.search(before):
            yield Frame("clock", (("time", words_mention(passage.reading, match.start(), match.end(), "clock")),))
