"""Age frames: when somebody was born, and how old they are said to be when. Slots: `born` or `life`, `age`, `at`.

`life` is a span of years, "(1948–2025)". Without `at` the age is the one at the time of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span, timex
from checker.claims.frames.people import RELATIVE, People
from checker.claims.reading import Mention

_BORN = re.compile(r"(?:\bborn\b|\bb\.)[^.;()]{0,60}$")
_AGED = re.compile(
    r"\b(?:aged|at the age of|age of|(?:she|he|who|they) (?:is|was|were|turned|turns)|(?:was|is)(?= only| just))"
    r"(?: (?:still|only|just|barely|scarcely|already))*$"
)
_AT = re.compile(r"(?:^|, |\b(?:appointed|elected|married|retired|died|won|retiring|named) )at$")
_BORN_OR_LIVED = re.compile(r"\b[Bb]orn\b|\bb\. ?\d|[(\[]\d{4}")
_WHEN = re.compile(r"when (?:he|she)\b")  # "Peter Vance was 25 when he …"
_IN = re.compile(r", in\b[ ,.]*$")  # "took up running at 50, in 1995"
_ONLY_AN_AGE = re.compile(r"(?:he|she) was (?:just |only )?[\w-]+(?: years old)?\.?$")
_DEATH = re.compile(r"\bdied\b")
_DESCRIBED = re.compile(r"the ")  # "At 69 the winner": whom the article is about
_NARRATIVE = re.compile(r"\b(?:later|earlier|before|after|ago|time|hence|next|coming)\b", re.IGNORECASE)
_PRESENT = re.compile(r"\b(?:is|will|has|have|remains)\b")
_ASIDE = re.compile(r", (?:is|will|has|remains)\b")  # "Nadia Bell, 52, has led the firm since 2019"
_DESCRIBED_AS = re.compile(r", (?:an?|the|of|from|who|whose) ")
_NOW_AT = re.compile(r"\bnow,? (?:at |aged )?$")
_BEHIND_NAME = re.compile(r"[A-Z][\w’'-]+, (?:aged )?$")
_DIED = re.compile(r"\b(?:has|have) died\b")
_LIFE_BEFORE = re.compile(r"[(\[]\s*$")
_FARTHEST = 70  # characters between an age and the date it belongs to
_LONGEST_LIFE = 115  # years
_OLDEST = 120


class _Birth(NamedTuple):
    passage: Passage
    mention: Mention
    person: str  # surname, "" where the sentence names nobody
    slot: str


def find(page: Page) -> Iterator[Frame]:
    """Every age of somebody whose birth the article dates."""
    if not any(_BORN_OR_LIVED.search(reading.block.text) for reading in page.readings):
        return
    people = People(page.readings)
    births = [birth for passage in page.passages() for birth in _births(passage, people)]
    for passages in page.blocks:
        for previous, passage in zip([None, *passages], passages, strict=False):
            for figure in passage.figures:
                if _is_age(passage, figure):
                    yield from _frames(passage, figure, births, people, previous)


def _births(passage: Passage, people: People) -> Iterator[_Birth]:
    for mention in passage.times:
        source = timex(mention)
        start, end = mention.row["date_start"], mention.row["date_end"]
        before = passage.plain[max(passage.start, source.start - 80) : source.start]
        if start is None or end is None or source.relative:
            continue
        born = _BORN.search(before)
        named_until = source.start - len(before) + born.start() if born else source.start
        person = people.last_named(passage.reading, passage.start, named_until)
        if born is not None and not person:  # "He was born on 3 May 1946"
            person = people.told_of(mention.row["object"] or mention.row["subject"])
        if born is not None and (end - start).days <= 366:
            yield _Birth(passage, mention, person, "born")
        elif (
            source.precision == "year"
            and _LIFE_BEFORE.search(before)
            and 366 < (end - start).days < 366 * _LONGEST_LIFE
            and person
            and source.relation == "during"
            and passage.plain[source.end : source.end + 1] in (")", "]")
        ):
            yield _Birth(passage, mention, person, "life")


def _is_age(passage: Passage, figure: Mention) -> bool:
    source = quantity(figure)
    if not is_plain(figure) or source.approximate or not 1 <= (source.value or 0) <= _OLDEST:
        return False
    if source.role == "age":
        return source.unit == "year"
    if source.unit != "count" or source.value != round(source.value or 0.0):
        return False
    before, after = passage.before(figure), passage.after(figure)
    if _AGED.search(before):
        return re.match(r"(?:when|at|in|on|,|and|that|\.|$)", after) is not None
    if before.endswith(" was") and _WHEN.match(after):
        return True
    if before.endswith(" at") and passage.times and _IN.match(after):
        return True
    return _AT.search(before) is not None and re.match(r",|the |she |he |and ", after) is not None


def _frames(
    passage: Passage, figure: Mention, births: Sequence[_Birth], people: People, previous: Passage | None
) -> Iterator[Frame]:
    birth = _birth_of(passage, figure, births, people)
    if birth is None:
        return
    at = _date_of(passage, figure, birth) or _death_before(passage, previous)
    at = _pointed_at(at, previous) if at is not None else None
    members = [(birth.slot, birth.mention), ("age", figure)]
    if at is not None:
        yield Frame("age", (*members, ("at", at)))
    elif birth.slot == "life" or _is_present(passage, figure):
        yield Frame("age", tuple(members))
    elif _BEHIND_NAME.search(passage.reading.block.text[passage.start : figure.start]) and _told_aside(passage, figure):
        yield Frame("age", ((birth.slot, birth.mention), ("aside", figure)))


def _birth_of(passage: Passage, figure: Mention, births: Sequence[_Birth], people: People) -> _Birth | None:
    start, _ = span(figure)
    here = [
        birth for birth in births if birth.passage.reading is passage.reading and birth.passage.start == passage.start
    ]
    whose = people.told_of(figure.row["subject"])
    for birth in here:
        first, last = sorted((span(birth.mention)[0], start))
        others = {*people.named(passage.reading, first, last), whose} - {"", birth.person}
        if not others or not birth.person:
            return birth
    reading = passage.reading
    told_from = _told_from(passage, start)
    if here or RELATIVE.search(passage.plain, told_from, start):
        return None
    if people.names_another(reading, passage.start if whose else told_from, start):
        return None
    person = whose or people.last_named(reading, passage.start, start) or people.last_named(reading, start, passage.end)
    if not person and not _DESCRIBED.match(passage.after(figure)):
        person = people.last_named(reading, 0, passage.start)
    person = person or people.main
    own: Sequence[_Birth] = [birth for birth in births if birth.person == person]
    if not own and person == people.main and len(births) == 1 and not births[0].person:
        own = births
    return own[0] if own else None


def _pointed_at(at: Mention, previous: Passage | None) -> Mention:
    """The date that "that morning" points back to; any other date is its own."""
    if previous is None or not at.row["text"].lower().startswith("that "):
        return at
    told = [m for m in previous.times if m.row["kind"] == "date" and m.row["date_start"] == at.row["date_start"]]
    return told[-1] if told else at


def _death_before(passage: Passage, previous: Passage | None) -> Mention | None:
    """The day of a death that a sentence with nothing but an age goes on about: "She died in May. She was 91."."""
    if previous is None or not _ONLY_AN_AGE.match(passage.text.lower().strip()):
        return None
    died = _DEATH.search(previous.plain, previous.start, previous.end)
    dates = [m for m in previous.times if m.row["kind"] == "date" and m.row["date_start"] is not None]
    return (
        dates[0]
        if died and len(dates) == 1 and not RELATIVE.search(previous.plain, previous.start, previous.end)
        else None
    )


def _told_from(passage: Passage, age: int) -> int:
    """Where the words begin that say whom an age is of: those of the sentence before too, for "She was 19"."""
    parse = passage.reading.parse
    sentence = parse.sentence_of(parse.token_at(age))
    named = any(token.pos == "PROPN" and passage.start <= token.start < age for token in parse.tokens)
    return passage.start if named or not sentence else parse.sentence_span(sentence - 1)[0]


def _date_of(passage: Passage, figure: Mention, birth: _Birth) -> Mention | None:
    """The date nearest to an age in its sentence, the date of birth apart."""
    start, end = span(figure)
    dated = [
        (max(span(m)[0] - end, start - span(m)[1]), m)
        for m in passage.times
        if m is not birth.mention
        and m.row["kind"] == "date"
        and m.row["date_start"] is not None
        and not _NARRATIVE.search(m.row["text"])
    ]
    near = [
        (distance, m)
        for distance, m in dated
        if distance <= _FARTHEST and timex(m).relation in ("", "in", "on", "during")
    ]
    return min(near, key=lambda found: found[0])[1] if near else None


def _told_aside(passage: Passage, figure: Mention) -> bool:
    """Whether an age stands behind a name and nothing dates the sentence: "Kwame Osei, 17, came off the bench"."""
    dated = any(mention.row["kind"] == "date" for mention in passage.times)
    return not dated and passage.after(figure).startswith(",")


def _is_present(passage: Passage, figure: Mention) -> bool:
    """Whether the age is the one at the time of writing: "has died aged 89", "said the 27-year-old"."""
    dates = [timex(m) for m in passage.times if m.row["kind"] == "date"]
    before, after = passage.before(figure), passage.after(figure)
    if quantity(figure).role == "age" and _ASIDE.match(after) and all(date.relation == "since" for date in dates):
        return not before.endswith(" then")
    if _NOW_AT.search(passage.reading.block.text[passage.start : figure.start].lower()):
        return True
    if dates:
        return before.endswith(",") and _DESCRIBED_AS.match(after) is not None  # and the dates are far off
    if _DIED.search(before) or (
        quantity(figure).role == "age" and "old" in figure.row["text"] and "the" in before.split()[-1:]
    ):
        return True
    told_now = _PRESENT.search(after) is not None or (
        figure.row["tense"] == "present" and not before.endswith("was at")
    )
    return _AT.search(before) is not None and told_now
