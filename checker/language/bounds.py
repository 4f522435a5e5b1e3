"""Reads the words that bound a figure or make it approximate: "just over", "at least", "or so", "50+".

The words are data, in `rules/lexicon/bounds.toml`.
"""

import math
from dataclasses import dataclass

from checker.language.numbers import is_cue
from checker.language.quantity import Bound
from checker.language.tokens import DASHES, Phrases, Tokens
from checker.lexicon import lexicon

_DATA = lexicon("bounds")
_BEFORE: Phrases[str] = Phrases([(phrase, effect) for effect, phrases in _DATA["before"].items() for phrase in phrases])
_BEHIND: Phrases[str] = Phrases([(phrase, effect) for effect, phrases in _DATA["behind"].items() for phrase in phrases])
_OR_EQUAL: Phrases[bool] = Phrases([(phrase, True) for phrase in _DATA["or_equal"]["phrases"]])
_RULES = _DATA["rules"]
_NEAR: float = _RULES["near"]
_INCLUSIVE = {"more_than": "at_least", "less_than": "at_most"}
_LOWER = frozenset(("at_least", "more_than", "just_above"))
_UPPER = frozenset(("at_most", "less_than", "just_below"))


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bound words around a figure: the token they begin with, the token behind the last, and what they do."""

    first: int
    last: int
    effect: str = "exactly"
    approximate: bool = False

    @property
    def any(self) -> bool:
        return self.approximate or self.effect != "exactly"

    @property
    def bound(self) -> Bound:
        return Bound(
            {"just_above": "more_than", "just_below": "less_than", "exactly": "exact"}.get(self.effect, self.effect)
        )

    def interval(self, low: float, high: float) -> tuple[float, float]:
        """The interval that the words state about a figure between `low` and `high`."""
        if self.effect in _LOWER:
            return low, low + abs(low) * _NEAR if self.effect == "just_above" else math.inf
        if self.effect in _UPPER:
            return high - abs(high) * _NEAR if self.effect == "just_below" else -math.inf, high
        return low, high


def read_bounds(tokens: Tokens, first: int, last: int, *, is_time: bool = False) -> Bounds:
    """The bound words around the tokens `first` up to `last` of a figure with its unit.

    `is_time` figures are lengths of time, which "over" often places rather than bounds.
    """
    bounds = _read_before(tokens, Bounds(first, last), is_time)
    return _read_behind(tokens, bounds)


def approximator_before(tokens: Tokens, first: int) -> int:
    """Index of the first token of the approximator right before token `first` ("between about 3 …"), else `first`."""
    match = _BEFORE.before(tokens, first)
    return match.first if match and match.payload == "about" else first


def opposite(one: Bounds, other: Bounds) -> bool:
    """Whether one bounds from below and the other from above."""
    return (one.effect in _LOWER and other.effect in _UPPER) or (one.effect in _UPPER and other.effect in _LOWER)


def is_lower(bounds: Bounds) -> bool:
    """Whether the words bound from below."""
    return bounds.effect in _LOWER


def _read_before(tokens: Tokens, bounds: Bounds, is_time: bool) -> Bounds:
    for _ in range(3):  # "up to about", "an estimated"
        first = bounds.first
        match = _BEFORE.before(tokens, first) or _BEFORE.before(tokens, _before_age(tokens, first))
        if (
            match is None
            and tokens.word(first - 1) in ("a", "an")
            and tokens.word(first - 2) in _RULES["before_article"]
        ):
            match = _BEFORE.before(tokens, first - 1)
        if match is None and tokens.word(first - 1) in DASHES and tokens.word(first - 2) in ("over", "under", "sub"):
            match = _BEFORE.before(tokens, first - 1)
        if match is None or _is_particle(tokens, match.first, match.last):
            break
        if (
            is_time
            and tokens.word(match.first) in _RULES["prepositions"]
            and match.last == match.first + 1
            and tokens.word(match.first - 1) not in _RULES["bounding_behind"]
        ):
            break
        bounds = _combine(bounds, match.first, bounds.last, match.payload)
    return bounds


def _is_particle(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a lone "over" belongs to the verb before it: "handed over £500", "when it was over 300 people …"."""
    alone = last == first + 1 and tokens.word(first) == "over"
    if alone and tokens.word(first - 1) in ("is", "was") and tokens.word(first - 2) in ("it", "that", "this", "all"):
        return any(tokens.word(index) in _RULES["ends_when"] for index in range(first - 4, first - 2))
    return alone and tokens.word(first - 1) in _RULES["particle_of"]


def _before_age(tokens: Tokens, first: int) -> int:
    """Index of "the age of" before token `first`, which parts "over" from its figure; else `first`."""
    if tokens.word(first - 1) == "of" and tokens.word(first - 2) in ("age", "ages") and tokens.word(first - 3) == "the":
        return first - 3
    return first - 1 if tokens.word(first - 1) == "age" else first


def _read_behind(tokens: Tokens, bounds: Bounds) -> Bounds:
    last = bounds.last
    if bounds.effect in _INCLUSIVE and (equal := _OR_EQUAL.behind(tokens, last)) and not _is_number(tokens, equal.last):
        return Bounds(bounds.first, equal.last, _INCLUSIVE[bounds.effect], bounds.approximate)
    glued_sign = tokens.word(last) == "+"
    if glued_sign and (not tokens.glued(last) or _is_number(tokens, last + 1)):
        return bounds
    position = last + 1 if tokens.word(last) in DASHES and tokens.glued(last) and tokens.glued(last + 1) else last
    match = _BEHIND.behind(tokens, position)
    if match is None and tokens.word(last).isalpha() and tokens.word(last + 1) == "or":  # "five people or more"
        match = _BEHIND.behind(tokens, last + 1)
    if match is None or _is_number(tokens, match.last) or tokens.word(match.last) in ("than", "to"):
        return bounds
    apart = position == last and not tokens.glued(last)
    if apart and tokens.word(match.first) in _RULES["only_hyphened"]:
        closes = tokens.word(match.last)[:1] in ".,;:)" and tokens.word(match.first) == "plus"  # "£100m plus."
        if not closes:
            return bounds
    return _combine(bounds, bounds.first, match.last, match.payload)


def _combine(bounds: Bounds, first: int, last: int, effect: str) -> Bounds:
    if effect == "about":
        return Bounds(first, last, bounds.effect, True)
    if effect == "exactly" or bounds.effect != "exactly":
        return Bounds(first, last, bounds.effect, bounds.approximate)
    return Bounds(first, last, effect, bounds.approximate)


def _is_number(tokens: Tokens, index: int) -> bool:
    index += tokens.word(index) in ("a", "an", "$", "£", "€")
    return index < len(tokens) and is_cue(tokens, index)
