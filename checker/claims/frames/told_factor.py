"""Change frames of "doubled" or "tenfold" in one sentence, and of what was and what is in the one beside it.

"The number of rooms has doubled. There were 45 of them before the road came and there are 70 now." Kind and slots are
those of changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from checker.articles.article import Zone
from checker.claims.canonical import canonical_noun
from checker.claims.frames.frame import Frame
from checker.claims.frames.passage import Page, Passage, is_bare, is_plain, quantity, span
from checker.claims.frames.ratio import is_ratio
from checker.claims.reading import Mention

_THEN = re.compile(
    r"\b(?:before|back then|then|at the (?:start|outset|time)|earlier|once|last|ago|formerly|from|against"
    r"|(?:in|at) (?:that )?first)\b"
)
_NOW = re.compile(r"\b(?:now|today|currently|at present|to|this (?:year|spring|summer|autumn|winter|month|week))\b")
_NOT_SO = re.compile(
    r"\b(?:not|never|n['’]t|if|could|would|may|might|should|will|to (?:double|halve|triple)|nearly|almost|more than"
    r"|less than|over)\b"
)
_PLAUSIBLE = 2.5  # how many times the true factor a wrong one may be; beyond, it is one of other figures


def find(page: Page) -> Iterator[Frame]:
    """Every factor with no levels in its own sentence, and just two in the sentence beside it."""
    passages = [passage for passage in page.passages() if passage.reading.block.zone is Zone.BODY]
    for number, passage in enumerate(passages):
        factors = [figure for figure in passage.figures if quantity(figure).role == "multiple" and is_plain(figure)]
        if len(factors) != 1 or _NOT_SO.search(passage.plain, passage.start, span(factors[0])[1]):
            continue
        factor, before = factors[0], passages[max(0, number - 1) : number]
        told_here = sum(map(_is_level, passage.figures))
        if told_here > 1:
            continue  # in one sentence: see the module for those
        beside = [[*before, passage]] if told_here else [passages[number + 1 : number + 2], before]
        for told in beside:
            pair = _then_and_now(told)
            if pair is not None and _one_thing(passage, pair) and _plausible(factor, pair):
                yield Frame("change", (("from", pair[0]), ("to", pair[1]), ("factor", factor)))
                break


def _then_and_now(told: Sequence[Passage]) -> tuple[Mention, Mention] | None:
    """The only two levels of a sentence or two that tell what was and what is; None of any others."""
    levels = [figure for passage in told for figure in passage.figures if _is_level(figure)]
    units = {quantity(figure).unit for figure in levels[-2:]}
    levels = [figure for figure in levels if quantity(figure).unit in units]
    if len(levels) != 2 or len(units) != 1:
        return None
    said = " ".join(passage.text.lower() for passage in told)
    return (levels[0], levels[1]) if _THEN.search(said) and _NOW.search(said) else None


def _is_level(figure: Mention) -> bool:
    source = quantity(figure)
    share = source.unit in ("percent", "percentage_point") or is_ratio(figure)
    return is_plain(figure) and not share and source.role not in ("multiple", "age", "score", "rank")


def _one_thing(passage: Passage, pair: tuple[Mention, Mention]) -> bool:
    """Whether the levels name nothing of their own, or what the sentence of the factor names too."""
    parse = passage.reading.parse
    nouns = {
        canonical_noun(token.lemma.lower())
        for token in parse.tokens
        if token.pos in ("NOUN", "PROPN") and passage.start <= token.start < passage.end
    }
    counted = [figure.row for figure in pair if not is_bare(figure)]
    named = {canonical_noun(row["measure"]) for row in counted if row["measure"] != row["predicate"]} - {""}
    return not named or bool(named & nouns)


def _plausible(factor: Mention, pair: tuple[Mention, Mention]) -> bool:
    low, high = sorted(abs(quantity(figure).value or 0.0) for figure in pair)
    times = quantity(factor).value or 0.0
    if not low or times <= 0:
        return False
    told = max(times, 1 / times)
    return 1 / _PLAUSIBLE <= high / low / told <= _PLAUSIBLE
