"""Elapsed frames: an event, a number of years, and when that many years had passed. Slots: `event`, `years`, `date`.

"opened in 2016 … five years later, in 2021"; "ten years ago, in 2012"; "its 50th anniversary in 2023". Without `date`
the years run to the time of writing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from checker.claims.frames.frame import Frame, number_mention
from checker.claims.frames.passage import Page, Passage, span, timex
from checker.claims.reading import Mention
from checker.language.ordinals import find_ordinals
from checker.language.quantities import find_quantities
from checker.language.timex import Timex
from checker.lexicon import lexicon

_LATER = re.compile(r"\b(?:years?|decades?) (?P<way>later|earlier|afterwards|after|before|on)\b")
_AGO = re.compile(r"\b(?:years?|decades?) ago$")
_JOIN = re.compile(r"(?: that| this| then)?,? ?(?:in|on|around|by)?")
_JOIN_BEFORE = re.compile(r",? ?(?:just |only |exactly |some |about )?")
_THAT_EVENT = re.compile(r" (?:that|this) [a-z-]+")
_SINCE = re.compile(r"(?:that have passed |which have passed )?since\b")
_POSSESSIVE = re.compile(r"(?:\b(?:its|their|our)|['’]s?)(?: own)?$")
_JUBILEE = re.compile(
    r"(?P<name>bicentenary|bicentennial|tercentenary|sesquicentennial|centenary|centennial|golden"
    r" jubilee|diamond jubilee|silver jubilee|golden wedding|silver wedding|ruby wedding|diamond wedding)\b"
)
_OWNER = re.compile(r"(?P<owner>[\w-]+)['’]s?(?: own)?$")
_JUBILEES = {"bicentenary": 200, "bicentennial": 200, "tercentenary": 300, "sesquicentennial": 150, "centenary": 100,
             "centennial": 100, "golden jubilee": 50, "diamond jubilee": 60, "silver jubilee": 25,
             "golden wedding": 50, "silver wedding": 25, "ruby wedding": 40, "diamond wedding": 60}  # fmt: skip
_MARKING = re.compile(
    r"\b(?:mark(?:s|ed|ing)?|celebrat(?:e|es|ed|ing)|commemorat(?:e|es|ed|ing)|thanksgiving for|toast(?:s|ed|ing)?)"
    r"(?: (?:its|their|his|her|our|the))?\s+$"
)
_CELEBRATED = re.compile(
    r"\b(?:mark|celebrat|commemorat|observ|honour|honor|held|fell|falls|remember|greet|toast|took place|came|passed)"
)
_FROM_NOW_ON = re.compile(r"\s+(?:since|ago|of (?:his|her|my) (?:life|marriage)|from|before|after)\b")
_DAYS_IN_YEAR = 365.2425
_ANNIVERSARY = re.compile(r"\s(?:anniversary|birthday|year)\b")
_OF_ITS_OWN = re.compile(
    r"\s+of (?:its|their|the) (?:own )?(?:foundation|founding|opening|launch|creation|birth|start|establishment)\b"
)
_OF = re.compile(r"\s+of\b")
_OF_THAT = re.compile(r"\s+of (?:that|this)\b")
_FOUNDED = re.compile(
    r"\b(?:founded|established|opened|launched|created|began|started|formed|built|set up|incorporated"
    r"|unveiled|inaugurated|signed|enacted|passed|took over|take over|took office|ordained|crowned|married"
    r"|first [\w’'-]+(?: [\w’'-]+){0,3} (?:left|ran|sailed|opened|played|appeared|published|flew)"
    r"|(?:open|trading|running|going|in business|in print|in operation|around) since"
    r"|first (?:opened|published|held|staged|appeared|performed|broadcast|printed|sold))\b"
    r"[^.;]{0,60}$"
)
_FOUNDED_BEHIND = re.compile(r",? (?:the )?(?:[\w’'-]+ ){1,3}(?:founded|established|opened|married|took over)\b")
_FARTHEST = 60  # characters
_WORD = re.compile(r"\b(?!that\b|this\b|from\b|with\b|when\b|were\b|have\b)[\w’'-]{4,}")
_NEAREST_MISS = 15  # years by which an anniversary of the same event may be off; beyond, it is of another event


def find(page: Page) -> Iterator[Frame]:
    """Every number of years that leads from one date of the article to another, or to the time of writing."""
    recent: list[Mention] = []  # dates of the two blocks before
    founded: list[tuple[Passage, Mention]] | None = None
    for passages in page.blocks:
        known: list[Mention] = []
        for passage in passages:
            yield from _narrative(passage, recent, known)
            yield from _since(passage)
            yield from _within(passage)
            yield from _anniversary_of(passage, known)
            known += _dates(passage)
        recent = [*recent[-20:], *known]
        for passage in passages:
            for anniversary, owner in (*_anniversaries(passage), *_marked(passage)):
                founded = [(p, m) for p in page.passages() for m in foundings(p)] if founded is None else founded
                kin = _other_words_for(owner)
                of_the_owner = [m for p, m in founded if owner in p.plain[p.start : p.end] or kin & _words(p)]
                yield from _celebrated(passage, anniversary, of_the_owner)


def _dates(passage: Passage) -> list[Mention]:
    return [
        m for m in passage.times if m.row["kind"] == "date" and m.row["date_start"] is not None and _years(m) is None
    ]


def _years(mention: Mention) -> float | None:
    """The number of years of an expression such as "five years later"; None for any other."""
    text = mention.row["text"].lower()
    if not (_LATER.search(text) or _AGO.search(text)):
        return None
    found = find_quantities(_LATER.sub("years", _AGO.sub("years", text)))
    if (
        len(found) != 1
        or found[0].value is None
        or found[0].approximate
        or found[0].unit not in ("year", "decade", "count")
    ):
        return None
    return found[0].value * (10 if "decade" in text else 1)


def _narrative(passage: Passage, recent: Sequence[Mention], known: Sequence[Mention]) -> Iterator[Frame]:
    plain = passage.reading.block.text.lower()
    times = [m for m in passage.times if m.row["kind"] == "date"]
    for index, mention in enumerate(times):
        years = _years(mention)
        if years is None:
            continue
        start, end = span(mention)
        number = number_mention(passage.reading, start, end, years, "year")
        earlier = [m for m in (*known, *_dates(passage)) if m not in times[index:]]
        following = [
            m
            for m in times[index + 1 : index + 2]
            if _JOIN.fullmatch(plain[end : span(m)[0]].rstrip()) and _years(m) is None
        ]
        if following and _absolute(following[0]):
            if _AGO.search(plain[start:end]):
                yield Frame("elapsed", (("event", following[0]), ("years", number)))
            elif anchor := _anchor(earlier or recent[-1:], following[0], years, mention):
                yield _ordered(anchor, number, following[0], mention)
            continue
        before = [m for m in times[max(0, index - 1) : index] if _JOIN_BEFORE.fullmatch(plain[span(m)[1] : start])]
        if before and _absolute(before[0]) and _AGO.search(plain[start:end]):  # "the strike of 1984, 30 years ago"
            yield Frame("elapsed", (("event", before[0]), ("years", number)))
            continue
        if before and _absolute(before[0]) and _THAT_EVENT.match(plain, end) and "after" in plain[start:end]:
            pool = [m for m in (*recent, *earlier) if m is not before[0]]
            named = _told_alike(pool, frozenset(_WORD.findall(plain[end : end + _FARTHEST].partition(",")[0])))
            anchor = _anchor(named or pool, before[0], years, mention, nearest=not named)
            if anchor is not None:
                yield _ordered(anchor, number, before[0], mention)


def _told_alike(dates: Sequence[Mention], words: frozenset[str]) -> list[Mention]:
    """The dates told beside two or more of the words by which "that event" is named."""
    around = (d.reading.block.text.lower()[max(0, span(d)[0] - 2 * _FARTHEST) : span(d)[1] + _FARTHEST] for d in dates)
    return [date for date, text in zip(dates, around, strict=True) if len(words & {*_WORD.findall(text)}) > 1]


def _absolute(mention: Mention) -> bool:
    return mention.row["date_start"] is not None and not mention.row["relative"]


def _ordered(anchor: Mention, number: Mention, date: Mention, narrative: Mention) -> Frame:
    back = re.search(r"\b(?:earlier|before)\b", narrative.row["text"].lower()) is not None
    first, last = (date, anchor) if back else (anchor, date)
    return Frame("elapsed", (("event", first), ("years", number), ("date", last)))


def _anchor(
    candidates: Sequence[Mention], date: Mention, years: float, narrative: Mention, nearest: bool = False
) -> Mention | None:
    """The date that the years are counted from: one that fits where there is one, else the last one named.

    With `nearest` it is the one that comes closest, for "that event" may stand further up.
    """
    sign = -1 if re.search(r"\b(?:earlier|before)\b", narrative.row["text"].lower()) else 1
    expected = _year(date) - sign * years
    fitting = [m for m in candidates if abs(_year(m) - expected) <= 1]
    if fitting:
        return fitting[-1]
    if nearest:
        close = [m for m in candidates if abs(_year(m) - expected) <= _NEAREST_MISS]
        return min(close, key=lambda m: abs(_year(m) - expected)) if close else None
    ahead = [m for m in candidates if (_year(date) - _year(m)) * sign >= 0]
    return ahead[-1] if ahead else None


def _year(mention: Mention) -> int:
    day = mention.row["date_start"]
    return day.year if isinstance(day, dt.date) else 0


def _since(passage: Passage) -> Iterator[Frame]:
    """ "In the fifteen years since he took the job, in 2009"."""
    for length in passage.figures:
        row = length.row
        if row["unit"] != "year" or row["value"] != row["value"] or row["approximate"] or row["bound"] != "exact":
            continue
        end = span(length)[1]
        if not _SINCE.match(passage.plain[end : passage.end].lstrip()):
            continue
        dates = [m for m in _dates(passage) if end <= span(m)[0] <= end + 2 * _FARTHEST]
        others = [m for m in _dates(passage) if m not in dates]
        if len(dates) == 1 and not others and _absolute(dates[0]):
            yield Frame("elapsed", (("event", dates[0]), ("years", length)))


def _within(passage: Passage) -> Iterator[Frame]:
    """ "in the 17th century, in 1648": a century or decade, and the year in it."""
    times = [m for m in passage.times if m.row["kind"] == "date"]
    if len(times) != 2 or not all(map(_absolute, times)):
        return
    age, date = times
    gap, rest = passage.plain[span(age)[1] : span(date)[0]], passage.plain[span(date)[1] : span(date)[1] + 1]
    finer = timex(age).precision in ("century", "decade") and timex(date).precision in ("year", "month", "day")
    if finer and re.fullmatch(r", (?:in )?", gap) and rest in (",", ".", ";", ")", ""):
        yield Frame("elapsed", (("reached", age), ("date", date)))


def _numbered(passage: Passage) -> list[tuple[int, int, float]]:
    """The numbered anniversaries of a sentence: where they stand, and their number of years."""
    text = passage.reading.block.text
    found: list[tuple[int, int, float]] = []
    named = _ANNIVERSARY.search(passage.plain, passage.start, passage.end)
    for ordinal in find_ordinals(passage.text) if named else ():
        start, end = ordinal.start + passage.start, ordinal.end + passage.start
        name = _ANNIVERSARY.match(text, end)
        if name is not None and ordinal.value is not None:
            found.append((start, name.end(), ordinal.value - (1 if "year" in name.group() else 0)))
    for match in _JUBILEE.finditer(passage.plain, passage.start, passage.end):
        found.append((match.start(), match.end(), float(_JUBILEES[match["name"]])))
    return found


def _anniversary_of(passage: Passage, told: Sequence[Mention]) -> Iterator[Frame]:
    """ "The 60th anniversary of the sinking of the ferry, which went down on 20 September 1955".

    "The 100th anniversary of that concert" is one of the date `told` before in the paragraph, where it is the only one.
    """
    dates = [m for m in _dates(passage) if _absolute(m)]
    for start, end, years in _numbered(passage):
        number = number_mention(passage.reading, start, end, years, "year")
        behind = [m for m in dates if span(m)[0] >= end]
        if _OF_THAT.match(passage.plain, end):
            if len(told) == 1 and _absolute(told[0]) and len(dates) < 2:
                yield Frame("elapsed", (("event", told[0]), ("years", number), *(("date", at) for at in dates)))
            continue
        dated = _OF.match(passage.plain, end) is not None and len(behind) == len(dates) == 1
        if dated and not _CELEBRATED.search(passage.plain, end, span(behind[0])[0]):
            yield Frame("elapsed", (("event", behind[0]), ("years", number)))


def _anniversaries(passage: Passage) -> Iterator[tuple[Mention, str]]:
    """Numbered anniversaries, as numbers of years, and whose they are where that is named ("the club's 50th")."""
    for start, end, years in _numbered(passage):
        before = " ".join(passage.plain[max(passage.start, start - 30) : start].split())
        own = _OF_ITS_OWN.match(passage.plain, end) is not None
        if own or (_POSSESSIVE.search(before) and not _OF.match(passage.plain, end)):
            owner = _OWNER.search(before)
            yield number_mention(passage.reading, start, end, years, "year"), owner["owner"] if owner else ""


def _marked(passage: Passage) -> Iterator[tuple[Mention, str]]:
    """Round numbers of years that are celebrated: "marking half a century", "a service for 150 years of care"."""
    for length in passage.times + passage.figures:
        days = (length.row["low"], length.row["high"]) if length.row["unit"] == "year" else _lasting(length)
        start, end = span(length)
        marked = _MARKING.search(passage.plain[passage.start : start]) and not _FROM_NOW_ON.match(passage.plain, end)
        if marked and days and days[0] == days[1]:
            yield number_mention(passage.reading, start, end, round(days[0]), "year"), ""


def _lasting(length: Mention) -> tuple[float, float] | None:
    """The years of a length of time; None for any other time."""
    source = length.source
    if length.row["kind"] != "duration" or not isinstance(source, Timex) or source.low_days is None:
        return None
    return source.low_days / _DAYS_IN_YEAR, (source.high_days or 0.0) / _DAYS_IN_YEAR


def foundings(passage: Passage) -> Iterator[Mention]:
    """The dates of a sentence on which something was founded, opened or began."""
    for mention in _dates(passage):
        before = passage.plain[max(passage.start, span(mention)[0] - 2 * _FARTHEST) : span(mention)[0]]
        latest = [m for m in passage.times if span(m)[1] <= span(mention)[0]]
        behind_last = passage.plain[span(latest[-1])[1] : span(mention)[0]] if latest else before
        told_behind = _FOUNDED_BEHIND.match(passage.plain, span(mention)[1], passage.end) is not None
        if _absolute(mention) and ((_FOUNDED.search(before) and _FOUNDED.search(behind_last)) or told_behind):
            yield mention


def _other_words_for(owner: str) -> frozenset[str]:
    """The words by which the owner of an anniversary may be called elsewhere: the law's is that of the Act."""
    things = lexicon("events")["things"].values()
    return frozenset(word for words in things if owner in words for word in words)


def _words(passage: Passage) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", passage.plain[passage.start : passage.end]))


def _celebrated(passage: Passage, years: Mention, founded: Sequence[Mention]) -> Iterator[Frame]:
    times = [m for m in passage.times if m.row["kind"] == "date" and m.row["date_start"] is not None]
    at = [m for m in times if 0 <= span(m)[0] - years.end <= _FARTHEST] or [
        m for m in times if 0 <= years.start - span(m)[1] <= 2 * _FARTHEST and m not in founded
    ]
    number = years.row["value"]
    if not founded or (not at and times and times != [m for m in times if m in founded]):
        return
    if at:
        expected = _year(at[0]) - number
        if any(abs(_year(event) - expected) <= 1 for event in founded):
            return
        event = min(founded, key=lambda m: abs(_year(m) - expected))
        beside = event in passage.times and len(founded) == 1  # "the hall, built in 1925, celebrates its 75th …"
        if beside or abs(_year(event) - expected) <= _NEAREST_MISS:
            yield Frame("elapsed", (("event", event), ("years", years), ("date", at[0])))
    elif len(founded) == 1:
        yield Frame("elapsed", (("event", founded[0]), ("years", years)))
