"""Whether two claims speak of the same fact: what rules it out, and the evidence for it, weighed.

No single column decides. A difference in scope rules two claims out; the agreements are added up. The weights say how
much each counts towards one shared fact; they were set on pairs of sentences with known answers and then rounded, so
that they can be read: half a point is a hint, one point is evidence, two are strong evidence. For two figures it also
counts what was so of pairs in whole articles (checker.judge.likelihood): the lesser of the two scores holds.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache

from checker.judge.comparable_deeds import same_deed
from checker.judge.comparable_events import same_event, same_occasion, same_story
from checker.judge.comparable_listings import same_hours, same_placing
from checker.judge.comparable_outcomes import opposite_outcomes
from checker.judge.comparable_ranks import (
    older,
    one_more,
    same_doer,
    same_feat,
    same_kind,
    same_time_told,
    several,
)
from checker.judge.comparable_slips import same_but_for_a_slip
from checker.judge.digits import TELLING_DIGITS, swapped, transposed
from checker.judge.kinds import called_by_kind, gave_one_each
from checker.judge.likelihood import is_small, likelihood, stand_together
from checker.judge.pointing import says_all
from checker.judge.reach import reach, times_differ
from checker.judge.retelling import match, retells, same_time_retold
from checker.judge.rows import Row, have_nothing_in_common, words_of, words_said
from checker.judge.scopes import CERTAIN, LEAST, OUTCOMES, RETELLING, role_of, scopes_differ
from checker.lexicon import lexicon

_SAME = {"measure": 1.5, "predicate": 1.0, "subject": 1.0, "object": 1.0, "place": 0.5, "group": 1.0, "section": 0.0}
_OTHER_UNIT_MEASURE = -1.5  # "spending" against "budget" of one sum of money: a hint that they differ
_OTHER_SUBJECT = -2.0
_OTHER_PREDICATE = -1.0  # "tested 1,200 women" against "treated 276 women"
_ONE_PLACE = -1.0  # one side alone names a place
_ONE_TIME = -0.75  # one side alone names a time
_LONG_AGO = -1.25  # and that time is told from today: "last year" here, nothing there, which is then this year
_ONE_NAMED = -0.5  # one side alone names somebody
_SHARED_WORD = 0.5  # a word of the clause besides the measure, up to _SHARED_WORDS of them
_SHARED_WORDS = 4
_NEAR_WORD = 0.75  # a shared word right beside both figures, up to _NEAR_WORDS of them
_NEAR_WORDS = 3
_TOPIC_WORD = 0.25  # a shared word that the whole article is about
_TOPIC_WORDS = 2
_CONTAINED = 1.5  # times the share of the shorter clause's words that stand in the longer one too
_OTHER_NAMES = -1.0  # each side names somebody whom the other does not
_SAME_TIME = 0.5
_RARE = 1.0  # the article gives no other figure of that measure
_NOTHING_ELSE = 1.0  # one clause says nothing but what the other's sentence says too
_ONE_GROUP = -0.75  # one side alone restricts what it counts
_JUST_ONE = -1.0  # "in just one place": seldom a figure that the article keeps to
_APART = -1.0  # for each power of ten between the two, beyond _APART_FROM: the farther, the less likely one fact
_APART_FROM = 0.3
_CLOSE, _CLOSE_TO, _CLOSE_FROM = 1.0, 0.03, 20  # figures this near each other, as a share, are seldom two facts
_SLIPS, _SAME_DIGITS = (3, 6, 9), 0.03  # powers of ten by which a word like "million" is mistaken for another
_SWAPPED = 3.0  # two neighbouring digits of a long figure changed places: 11,482 and 11,842
_TRANSPOSED = 1.5  # the same three or more digits in another order: the commonest slip of the keyboard
_POINTS_BACK = 1.5  # "the £12.4 million" names a figure that the reader has met
_NAMES_CELL = 2.5  # all words of a cell's label and header stand in a sentence of the text
_RETOLD = 1.0  # a title, description, caption or answer tells again what the text says


def same_fact(a: Row, b: Row) -> float:
    """How far two figures speak of one fact; minus infinity where their scopes differ.

    What a definite phrase counts is told by the phrase itself ("the 36 outlets marked for closure"), so that its verb
    and subject may be others.
    """
    if not retells(a, b):
        return max(_evidence_of_one_fact(a, b), same_but_for_a_slip(a, b), _pointed_at(a, b))
    if a["told_twice"] or b["told_twice"]:
        return float("-inf")
    matched = max(match(a, b), same_but_for_a_slip(a, b))
    return matched if matched >= LEAST else min(LEAST, _evidence_of_one_fact(a, b))


def _pointed_at(a: Row, b: Row) -> float:
    """How far one of two figures can only mean the other: more, where their clauses have words in common.

    A smaller one may be a part, "the 187 pupils who walk" of 212, unless the clauses agree or it is "all 34" of them.
    """
    if a["article"] != b["article"] or not (a["points_to"] == b["claim"] or b["points_to"] == a["claim"]):
        return float("-inf")
    if scopes_differ({**a, "modality": b["modality"]}, b):
        return float("-inf")
    if (words_said(a) & words_said(b)) - {a["measure"], b["measure"]} - words_of(a, "topic"):
        return CERTAIN
    pointing, meant = (a, b) if a["points_to"] == b["claim"] else (b, a)
    return LEAST if pointing["value"] > meant["low"] or says_all(pointing) else float("-inf")


def _evidence_of_one_fact(a: Row, b: Row) -> float:
    if scopes_differ(a, b) or _roles_differ(a, b):
        return float("-inf")
    if "absence" in (a["role"], b["role"]) and _anybody(a, b) and a["predicate"] != b["predicate"]:
        return float("-inf")  # "nobody had come for them", "it had 212 people"
    plain = all(row["bound"] in ("exact", "range") and row["role"] != "absence" for row in (a, b))
    if plain and a["polarity"] != b["polarity"]:
        return float("-inf")  # "22 stations have a lift", "two stations have no lift"
    counts = a["unit"] == "count"
    measure, other_measure = _named(a), _named(b)
    named = measure and other_measure and measure != other_measure
    one_thing = not named or _anybody(a, b) or called_by_kind(a, b) or gave_one_each(a, b)
    if counts and not one_thing and not transposed(a["value"], b["value"], TELLING_DIGITS):
        return float("-inf")
    if counts and (_is_another_row(a, b) or _is_another_row(b, a)):
        return float("-inf")
    apart = magnitudes_apart(a, b)
    slipped = min(abs(apart - slip) for slip in _SLIPS) <= _SAME_DIGITS
    if slipped and (a["zone"] == "table") != (b["zone"] == "table"):
        return float("-inf")  # a table may be told in millions: "| 9.5 |", "9.5 million tonnes"
    score = _evidence(a, b)
    if measure and measure == other_measure and a["alike"] <= 2:
        score += _RARE
    if says_nothing_else(a, b) or says_nothing_else(b, a):
        score += _NOTHING_ELSE
    if bool(a["group"]) != bool(b["group"]):
        score += _ONE_GROUP
    if a["unit"] == "count" and 1 in (a["value"], b["value"]):
        score += _JUST_ONE
    if gave_one_each(a, b):
        score += _SAME["measure"]
    if not slipped:
        score += _APART * max(0.0, apart - _APART_FROM)
    if swapped(a, b):
        score += _SWAPPED
    elif transposed(a["value"], b["value"]) and words_said(a) & words_said(b):
        score += _TRANSPOSED
    elif _close(a, b):
        score += _CLOSE
    if not one_thing:
        score += _OTHER_UNIT_MEASURE
    score = min(score, _likelihood_of_one_fact(a, b, 0.0 if slipped else apart))
    return score + _NAMES_CELL * (_names_cell(a, b) or _names_cell(b, a))


def _likelihood_of_one_fact(a: Row, b: Row, apart: float) -> float:
    """How likely the two are one fact (checker.judge.likelihood); `apart` are the powers of ten between them.

    A logit counts as one point of evidence.
    """
    terms, other_terms = words_of(a, "terms"), words_of(b, "terms")
    topic = words_of(a, "topic") | words_of(b, "topic")
    shared = (terms & other_terms) - {a["measure"]}
    near = (words_of(a, "near") & words_of(b, "near")) - {a["measure"]}
    definite = a["definite"] or b["definite"]
    is_swapped = swapped(a, b)
    is_transposed = not is_swapped and transposed(a["value"], b["value"]) and words_said(a) & words_said(b)
    times = [reach(row) is not None for row in (a, b)]
    return LEAST + likelihood(
        {
            **{
                f"same_{column}": _agree(a, b, column)
                for column in ("measure", "predicate", "object", "place", "group")
            },
            **stand_together(a, b),
            "definite": definite,
            "other_subject": not definite and have_nothing_in_common(a, b, "subject"),
            "other_predicate": not definite and _predicates_differ(a, b, terms, other_terms),
            "retold": a["zone"] != b["zone"] and (a["zone"] in RETELLING or b["zone"] in RETELLING),
            "one_place": bool(a["place"]) != bool(b["place"]),
            "near": min(_NEAR_WORDS, len(near - topic)),
            "near_topic": min(_TOPIC_WORDS, len(near & topic)),
            "contained": len(shared) / min(len(terms), len(other_terms)) if shared else 0.0,
            "same_time": all(times) and not times_differ(a, b),
            "rare": bool(_named(a)) and _named(a) == _named(b) and a["alike"] <= 2,
            "just_one": a["unit"] == "count" and 1 in (a["value"], b["value"]),
            "small": is_small(a, b),
            "apart": max(0.0, apart - _APART_FROM),
            "swapped": is_swapped,
            "transposed": bool(is_transposed),
            "close": not is_swapped and not is_transposed and _close(a, b),
            "tenses_differ": a["tense"] != b["tense"],
            "bound": any(row["bound"] not in ("exact", "range") for row in (a, b)),
        }
    )


_TELLING_COLUMNS = ("measure", "predicate", "object", "place", "group")


def _agree(a: Row, b: Row, column: str) -> bool:
    """Whether both sides know a column and have a word of it in common; a measure that says nothing is not known."""
    if not (a[column] and b[column]) or (column == "measure" and not _named(a)):
        return False
    return bool(a[column] == b[column] or words_of(a, column) & words_of(b, column))


def _is_another_row(cell: Row, text: Row) -> bool:
    """Whether a cell counts what its table leaves unsaid, or does so for somebody of whom the text does not speak."""
    if cell["zone"] != "table" or text["zone"] == "table" or _named(cell):
        return False
    if words_of(cell, "terms") <= words_of(cell, "subject"):
        return True
    told = words_said(text) | words_of(text, "subject") | words_of(text, "names") | words_of(text, "around")
    return bool(cell["subject"]) and words_of(cell, "subject").isdisjoint(told)


def _names_cell(text: Row, cell: Row) -> bool:
    """Whether a sentence names a cell by all the words of its label and header, and by more than one.

    Not where table and text both give one of the two figures.
    """
    if cell["zone"] != "table" or text["zone"] == "table" or not cell["subject"]:
        return False
    if cell["tabled"] or text["tabled"] or (reach(cell) is not None and reach(text) is None):
        return False
    named = words_of(cell, "terms") | words_of(cell, "subject")
    said = words_said(text) | words_of(text, "subject") | words_of(text, "names")
    return len(named) > 1 and named <= said


def same_limit(a: Row, b: Row) -> float:
    """How far two lines that rules draw are one: "must apply within 28 days", "applications are made within 21 days".

    Rules have conditions. So all that is said besides, but for the verb and for whom the rule is, has to be the same.
    """
    near = a["block"] == b["block"] and abs(a["sentence_number"] - b["sentence_number"]) <= 1
    if near or have_nothing_in_common(a, b, "subject") or (_named(a) and _named(b) and _named(a) != _named(b)):
        return float("-inf")
    if scopes_differ(a, {**b, "modality": a["modality"]}):
        return float("-inf")
    if any(a[column] != b[column] for column in ("group", "limits", "date_precision")):
        return float("-inf")
    if _conditions(a) - words_said(b) - words_of(b, "around") or _conditions(b) - words_said(a) - words_of(a, "around"):
        return float("-inf")
    return _evidence(a, b) + _NOTHING_ELSE


def _conditions(row: Row) -> frozenset[str]:
    """What the clause of a limit says besides its verb, its subject and the article's topic."""
    return (
        words_of(row, "terms") - words_of(row, "topic") - words_of(row, "subject") - {row["predicate"], row["measure"]}
    )


def says_nothing_else(a: Row, b: Row) -> bool:
    """Whether all that the clause of `a` says stands in the sentence of `b` too, the article's topic apart."""
    said = words_of(a, "terms") - words_of(a, "topic") - {a["measure"]}
    return said <= words_of(b, "around") | words_of(b, "terms") | words_of(b, "topic") | {b["measure"]}


def magnitudes_apart(a: Row, b: Row) -> float:
    """How many powers of ten lie between two figures; 0 where one of them is 0 or unknown."""
    sizes = [_size(row) for row in (a, b)]
    return abs(math.log10(sizes[0] / sizes[1])) if all(sizes) else 0.0


def _size(row: Row) -> float:
    return next((abs(row[end]) for end in ("value", "low", "high") if math.isfinite(row[end]) and row[end]), 0.0)


def _close(a: Row, b: Row) -> bool:
    """Whether two figures of two digits or more lie within three hundredths: 381 and 382, $44.9m and $45.2m."""
    sizes = [_size(row) for row in (a, b)]
    small, large = min(sizes), max(sizes)
    written = large if a["unit"] == "count" else large / min(a["resolution"], b["resolution"])
    return bool(small and written >= _CLOSE_FROM and (large - small) / large <= _CLOSE_TO)


COMPARISONS: Mapping[str, Callable[[Row, Row], float]] = {
    "same_fact": same_fact,
    "same_limit": same_limit,
    "same_event": same_event,
    "same_deed": same_deed,
    "same_occasion": same_occasion,
    "same_story": same_story,
    "opposite_outcomes": opposite_outcomes,
    "same_hours": same_hours,
    "same_kind": same_kind,
    "same_placing": same_placing,
    "same_time_told": same_time_told,
    "same_doer": same_doer,
    "same_time_retold": same_time_retold,
    "same_feat": same_feat,
    "older": older,
    "one_more": one_more,
    "several": several,
}

# Comparisons of two facts about one thing: there the two need not be each other's nearest counterpart.
OF_TWO_FACTS = frozenset(
    {"same_story", "opposite_outcomes", "same_time_told", "same_doer", "same_feat", "older", "one_more", "several"}
)


def _roles_differ(a: Row, b: Row) -> bool:
    """Whether the two play different parts: level and change, part and whole, an absence of something else."""
    if role_of(a) != role_of(b):
        return True
    for one, other in ((a, b), (b, a)):
        if one["role"] == "part" and other["role"] not in ("part", "absence"):
            may_be_the_whole = not other["high"] < one["low"]
            if may_be_the_whole or not other["definite"]:
                return True
        if one["role"] == "absence" and one["predicate"] in words_of(one, "terms") and one["measure"] not in OUTCOMES:
            said = words_of(other, "terms") | words_of(other, "near") | {other["predicate"]}
            if one["predicate"] not in said and one["predicate"] not in lexicon("events")["existence"]:
                return True
    return False


def _named(row: Row) -> str:
    """The measure of a row, "" where it is no more than a word of amount, a light verb or the dimension of the unit."""
    bare = row["measure"] in _bare_measures() or row["measure"] == row["predicate"]
    return "" if row["unit"] != "count" and bare else str(row["measure"])


@cache
def _bare_measures() -> frozenset[str]:
    words = lexicon("function_words")
    lists = ("bare_measures", "light_verbs", "light_nouns", "increase", "decrease")
    return frozenset(word for name in lists for word in words[name]) | frozenset(lexicon("units")["measures"].values())


def _anybody(a: Row, b: Row) -> bool:
    """Whether one side counts people and leaves open which: "the 16 people whom he cheated" can be customers."""
    return "person" in (a["measure"], b["measure"])


def _evidence(a: Row, b: Row) -> float:
    score = sum(weight for column, weight in _SAME.items() if _agree(a, b, column))
    definite = a["definite"] or b["definite"]
    if definite:
        score += _POINTS_BACK
    elif have_nothing_in_common(a, b, "subject"):
        score += _OTHER_SUBJECT
    if a["zone"] != b["zone"] and (a["zone"] in RETELLING or b["zone"] in RETELLING):
        score += _RETOLD
    terms, other_terms = words_of(a, "terms"), words_of(b, "terms")
    if not definite and _predicates_differ(a, b, terms, other_terms):
        score += _OTHER_PREDICATE
    if bool(a["place"]) != bool(b["place"]):
        score += _ONE_PLACE
    topic = words_of(a, "topic") | words_of(b, "topic")
    shared = (terms & other_terms) - {a["measure"]}
    score += _SHARED_WORD * min(_SHARED_WORDS, len(shared - topic))
    score += _TOPIC_WORD * min(_TOPIC_WORDS, len(shared & topic))
    near = (words_of(a, "near") & words_of(b, "near")) - {a["measure"]}
    score += _NEAR_WORD * min(_NEAR_WORDS, len(near - topic)) + _TOPIC_WORD * min(_TOPIC_WORDS, len(near & topic))
    if shared:
        score += _CONTAINED * len(shared) / min(len(terms), len(other_terms))
    names, other_names = words_of(a, "names"), words_of(b, "names")
    if names - other_names - other_terms and other_names - names - terms:
        score += _OTHER_NAMES
    elif bool(names - other_terms) != bool(other_names - terms):
        score += _ONE_NAMED
    timed = [reach(row) is not None for row in (a, b)]
    if all(timed) and not times_differ(a, b):
        score += _SAME_TIME
    elif timed[0] != timed[1]:
        score += _ONE_TIME + (_LONG_AGO if _long_ago(a) or _long_ago(b) else 0.0)
    return score


def _long_ago(row: Row) -> bool:
    """Whether a time is told from today and may lie long before it: "last year", not "the January deadline"."""
    return bool(row["relative"]) and row["date_precision"] not in ("day", "week", "month")


def _predicates_differ(a: Row, b: Row, terms: frozenset[str], other_terms: frozenset[str]) -> bool:
    """Whether each side has a verb that says something, and neither verb comes back on the other side.

    A verb that says nothing ("have", "be") does not stand among the terms.
    """
    if a["measure"] == b["measure"] and a["measure"] in OUTCOMES:  # the measure names the verb: killed, died
        return False
    mine, other = a["predicate"], b["predicate"]
    return mine in terms and other in other_terms and mine not in other_terms and other not in terms
