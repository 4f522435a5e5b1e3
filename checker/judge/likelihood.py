"""How likely two figures that differ are told of one fact, by what was so of pairs with known answers.

A logistic regression on 3,300 pairs of figures with one unit and different values: those of articles in which every
contradiction was known, of articles in which there was none, and of pairs of passages that agree or disagree. Features
that tell for one fact were held to weights above zero, the others to weights below. Rounded to quarters of a logit.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.judge.rows import Row

_AT_ALL = -1.9  # a pair of which nothing is known

WEIGHTS: Mapping[str, float] = {
    "transposed": 2.0,  # the same digits in another order
    "bound": 2.0,  # one side draws a line
    "rare": 2.0,  # the article gives no other figure of that measure
    "definite": 1.75,  # one side points back
    "same_time": 1.25,
    "swapped": 3.0,  # two neighbouring digits changed places; too few of the pairs for a fit, so set by hand
    "retold": 0.75,  # a title, description, caption or answer against the text
    "near": 0.75,  # each shared word right beside both figures
    "close": 0.5,  # within three hundredths of each other
    "same_measure": 0.5,
    "same_predicate": 0.5,
    "same_place": 0.5,
    "same_object": 0.25,
    "same_group": 0.25,
    "near_topic": 0.25,
    "contained": 0.25,  # times the share of the shorter clause's words that stand in the longer one
    "one_place": -0.25,
    "other_subject": -0.25,
    "other_predicate": -0.25,
    "just_one": -0.25,
    "tenses_differ": -0.5,
    "small": -1.0,  # counts of up to twelve
    "same_block": -1.25,
    "same_sentence": -1.5,
    "apart": -1.75,  # for each power of ten between the two, beyond a half
}

_DOZEN = 12


def likelihood(features: Mapping[str, float]) -> float:
    """Logits above those at which a pair is worth comparing; `features` name those of WEIGHTS that hold."""
    return _AT_ALL + sum(WEIGHTS[name] * value for name, value in features.items())


def is_small(a: Row, b: Row) -> bool:
    """Whether two counts are no more than a dozen each."""
    return bool(a["unit"] == "count" and max(abs(a["value"]), abs(b["value"])) <= _DOZEN)


def stand_together(a: Row, b: Row) -> Mapping[str, float]:
    """How near to each other two claims stand, as features."""
    block = a["article"] == b["article"] and a["block"] == b["block"]
    return {"same_block": block, "same_sentence": block and a["sentence_number"] == b["sentence_number"]}
