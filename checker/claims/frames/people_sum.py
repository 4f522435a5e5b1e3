"""Totals of people told by sort in one sentence and together in another. Frames and slots are those of totals.

"Four people were arrested. Police said that three men and two women had been arrested"; "two daughters and a son", and
later "the four children".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from checker.claims.canonical import words
from checker.claims.frames.frame import Frame, number_mention
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span
from checker.claims.kinds import names_kind_of
from checker.claims.reading import Mention
from checker.lexicon import lexicon

_JOIN = re.compile(r"^(?:[a-z’'-]+ ){1,2}(?:,|and|, and)$| ?[a-z’'-]+, $")
_AND_ONE = re.compile(r"^(?P<noun>[a-z’'-]+) and (?P<one>an?|one) (?P<last>[a-z]+)\b(?! (?:of|in|who|from)\b)")
_ABOARD = re.compile(r"^(?:people|passengers|those) (?:on board|aboard)\b")
_ALL = re.compile(r"\ball(?: of)?(?: the| those)?$")
_FARTHEST_OFF = 0.5  # of the sum by which a total may miss it by a slip


def find(page: Page) -> Iterator[Frame]:
    """Every sum of people whose total another sentence gives."""
    passages = list(page.passages())
    for passage in passages:
        parts = _parts(passage)
        if not parts:
            continue
        whole = _whole_of(parts)
        totals = [
            total
            for other in passages
            if other is not passage
            for total in other.figures
            if _is_total(other, total, parts, whole)
        ]
        if len({quantity(total).value for total in totals}) == 1:
            yield Frame("total", (*(("part", part) for part in parts), ("total", totals[0])))


def _parts(passage: Passage) -> list[Mention]:
    """The counts of sorts of people that a sentence coordinates: "three men and two women", "two sons and a girl"."""
    run: list[Mention] = []
    for figure in passage.figures:
        told = is_plain(figure) or quantity(figure).role == "reference"
        if not told or quantity(figure).unit != "count" or not names_kind_of("person", figure.row["measure"]):
            continue
        if run and _JOIN.match(passage.between(run[-1], figure)):
            run.append(figure)
        elif len(run) < 2:
            run = [figure]
    if (
        len(run) == 1
        and (more := _AND_ONE.match(passage.after(run[0]))) is not None
        and names_kind_of("person", more["last"])
    ):
        start = passage.plain.index(f" {more['one']} ", span(run[0])[1]) + 1
        end = passage.plain.index(more["last"], start) + len(more["last"])
        run.append(number_mention(passage.reading, start, end, 1.0))
        run[-1].row["measure"] = more["last"]
    alone = len({figure.row["measure"] for figure in run}) == len(run) > 1
    return run if alone else []


def _is_total(passage: Passage, total: Mention, parts: Sequence[Mention], whole: str) -> bool:
    """Whether a count of another sentence can only be that of all the parts."""
    row, first = total.row, parts[0].row
    if not is_plain(total) and quantity(total).role != "reference":
        return False
    if quantity(total).unit != "count" or row["measure"] not in (whole, "person") or row["contrast"] or row["group"]:
        return False
    if row["polarity"] != first["polarity"] or row["modality"] != first["modality"] or _apart(row, first):
        return False
    reached = sum(quantity(p).value or 0.0 if p.source else p.row["value"] for p in parts)
    if abs((quantity(total).value or 0.0) - reached) > _FARTHEST_OFF * reached:
        return False
    deeds = {part.row["predicate"] for part in parts} - {""} - words("light_verbs")
    same_deed = row["predicate"] in deeds
    aboard = _ABOARD.match(passage.after(total)) and _ALL.search(passage.before(total)) is not None
    is_later = total.reading.block.number >= parts[0].reading.block.number
    pointing = row["measure"] == whole != "person" and row["definite"] and is_later
    return same_deed or pointing or bool(aboard and "crew" in {part.row["measure"] for part in parts})


def _apart(row: dict[str, object], other: dict[str, object]) -> bool:
    days = row["date_start"], other["date_start"]
    return all(isinstance(day, date) for day in days) and days[0] != days[1]


def _whole_of(parts: Sequence[Mention]) -> str:
    """The noun for all of them: children for sons and daughters, else people."""
    children = {*lexicon("events")["kin"]["child"], "boy", "girl"}
    return "child" if all(part.row["measure"] in children for part in parts) else "person"
