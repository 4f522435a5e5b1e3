"""Elapsed frames of the age of a thing: "the 80-year-old club, founded in 1960". Slots: `event`, `years`, `date`.

Without `date` the age is the one at the time of writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.frames.elapsed import foundings
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span
from checker.claims.reading import Mention

_OF_THING = re.compile(r"\bit (?:is|was)(?: (?:only|just|already))?$")
_BESIDE = re.compile(
    r"(?: [\w’'-]+){1,4},(?: which was| that was)?(?: first)?"
    r" (?:founded|established|opened|launched|created|formed|built|set up|started)\b"
)
_BESIDE_BEFORE = re.compile(r", (?:the|this|that|its)")


def find(page: Page) -> Iterator[Frame]:
    """Every age of a thing whose founding or opening the same sentence dates."""
    for passage in page.passages():
        ages = [f for f in passage.figures if is_plain(f) and quantity(f).role == "age" and not quantity(f).approximate]
        if not ages:
            continue
        founded = list(foundings(passage))
        others = [m for m in passage.times if m.row["kind"] == "date" and m not in founded and m.row["date_start"]]
        if len(founded) == len(ages) == 1 and (event := _frame(passage, founded[0], ages[0], others)):
            yield event


def _frame(passage: Passage, event: Mention, age: Mention, others: list[Mention]) -> Frame | None:
    text = passage.reading.block.text.lower()
    here, founded = span(age), span(event)
    absolute = [m for m in others if not m.row["relative"]]
    if _OF_THING.search(passage.before(age)) and len(absolute) == 1 and founded < span(absolute[0]) < here:
        return Frame("elapsed", (("event", event), ("years", age), ("date", absolute[0])))
    if "-old" not in text[slice(*here)] or absolute:
        return None
    behind = _BESIDE.match(text, here[1], max(here[1], founded[0]))
    before = founded[1] <= here[0] and _BESIDE_BEFORE.fullmatch(text[founded[1] : here[0]].rstrip())
    return Frame("elapsed", (("event", event), ("years", age))) if behind or before else None
