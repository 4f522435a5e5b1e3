"""Figures that count one thing under two names: the vehicles that are trams, the forms that residents filled in."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from checker.claims.kinds import kinds_of, names_kind_of
from checker.judge.reach import reach
from checker.judge.rows import Row
from checker.lexicon import lexicon

if TYPE_CHECKING:
    import pandas as pd


def called_by_kind(a: Row, b: Row) -> bool:
    """Whether one side calls by their kind what the other counts: "24 trams", "the 27 vehicles".

    Both sides have the same verb, and no other subject. Not where the article counts other things of that kind too, or
    names some beside: then the vehicles can be trams and buses.
    """
    subject, other_subject = set(a["subject"].split()), set(b["subject"].split())
    if subject and other_subject and not subject & other_subject:
        return False
    if (reach(a) is None) != (reach(b) is None):
        return False  # "the 16 vehicles bought in 2019" are some of those that were ever bought
    for general, special in ((a, b), (b, a)):
        if names_kind_of(general["measure"], special["measure"]):
            done = special["predicate"] in (general["predicate"], *general["terms"].split())
            beside = {*special["around"].split()} - {special["measure"]}
            alone = special["kin"] == 1 and not any(names_kind_of(general["measure"], word) for word in beside)
            return bool(done and alone and general["definite"])
    return False


def gave_one_each(a: Row, b: Row) -> bool:
    """Whether one side counts people, and the other what each of them gave one of, all that came in.

    "More than 600 residents filled in the form", "Of the 548 forms that came back".
    """
    words = lexicon("kinds")["one_each"]
    for people, things in ((a, b), (b, a)):
        if not (people["measure"] == "person" or names_kind_of("person", people["measure"])) or things["group"]:
            continue
        verb = words["things"].get(things["measure"])
        if verb is None or not things["definite"]:
            continue
        given = {*people["terms"].split(), people["predicate"]}
        all_of_them = things["predicate"] in (*words["arrived"], people["predicate"])
        if all_of_them and given & {things["measure"], verb}:
            return True
    return False


def sorts_of_kind(claims: pd.DataFrame) -> list[int]:
    """How many sorts of the row's kind have the same verb in its article: trams and buses ordered."""
    names = ("article", "predicate", "kind", "measure")
    rows = list(zip(*(claims[name].tolist() for name in names), strict=True))
    sorts: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for article, predicate, row, measure in rows:
        for kind in kinds_of(measure) if row == "quantity" else ():
            sorts[article, predicate, kind].add(measure)
    return [
        max((len(sorts[article, predicate, kind]) for kind in kinds_of(measure)), default=1) if row == "quantity" else 1
        for article, predicate, row, measure in rows
    ]
