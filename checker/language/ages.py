"""Reads ages: "45 years old", "aged 45", "people over 65", "in her 80s", "Maria Lopez, 34, said"."""

from typing import NamedTuple

from checker.language.amounts import Amount
from checker.language.tokens import DASHES, Phrases, Tokens
from checker.language.units import dimension
from checker.lexicon import lexicon

_DATA = lexicon("ages")
_BEFORE: Phrases[bool] = Phrases([(phrase, True) for phrase in _DATA["before"]])
_BEHIND: Phrases[bool] = Phrases([(phrase, True) for phrase in _DATA["behind"]])
_GROUPS: Phrases[bool] = Phrases([(phrase, True) for phrase in _DATA["groups"]])
_PERSONS = frozenset(_DATA["persons"])
_BOUNDS = frozenset(_DATA["bounds"])
_CLOSING = frozenset(_DATA["closing"])
_POSSESSIVES = frozenset(_DATA["possessives"])
_DECADES = lexicon("dates")["decades"]
_PRONOUNS = frozenset(_DATA["pronouns"])
_CONTRACTED = frozenset(f"{word}{mark}s" for word in ("he", "she", "who") for mark in "'’") | {"i'm", "i’m"}
_PREPOSITIONS = frozenset(_DATA["prepositions"])
_LONGEST_LIST = 8  # figures
_OLDEST = 125


class Age(NamedTuple):
    """An age: its unit and the tokens that the expression spans."""

    unit: str
    first: int
    last: int


def read_age(tokens: Tokens, amount: Amount, first: int, last: int) -> Age | None:
    """The age in the tokens `first` up to `last` (bound words included), None where the figure is none.

    Reads "45 years old", "45-year-old", "7 months of age", "aged 45", "the age of 45", "people over 65", "under-16s".
    """
    if dimension(amount.unit) == "time":
        match = _BEHIND.behind(tokens, last + (tokens.word(last) in DASHES))
        if match is None and not _BEFORE.before(tokens, first):
            return None
        return Age(amount.unit, first, match.last if match else last)
    if not amount.bare or not 0 <= amount.low <= amount.high <= _OLDEST:
        return None
    if amount.number.magnitude != 1 or amount.number.fraction or amount.low != int(amount.low):
        return None
    bounded = first < amount.first and tokens.word(first) in _BOUNDS
    if tokens.word(amount.last) == "s" and tokens.glued(amount.last):  # "over-65s"
        return Age("year", first, max(last, amount.last + 1)) if bounded else None
    if match := _BEFORE.before(tokens, _list_start(tokens, first)) or _BEFORE.before(tokens, amount.first):
        counts = tokens.word(match.first) in ("turned", "turning") and tokens.word(last)[:1].isalpha()
        return None if counts else Age("year", first, last)
    if _GROUPS.behind(tokens, last):
        return Age("year", first, last)
    person = first - 1 if bounded else first - 2  # "people over 65", "a boy of 9"
    if (bounded or tokens.word(first - 1) == "of") and tokens.word(person) in _PERSONS and closes_phrase(tokens, last):
        return Age("year", first, last)
    if first == amount.first and _is_predicate(tokens, first) and closes_phrase(tokens, last):
        return Age("year", first, last)
    if first == amount.first and amount.number.plain and amount.low >= 1 and _is_aside(tokens, amount):
        return Age("year", first, last)
    return None


def read_decade_of_age(tokens: Tokens, index: int) -> tuple[int, float] | None:
    """ "in her 80s", "in their early twenties": index behind the expression and the first year of the decade."""
    figure = tokens.word(index)
    if figure in _DECADES:
        end, first = index + 1, float(_DECADES[figure])
    else:
        if not (figure.isdecimal() and len(figure) == 2 and figure[1] == "0"):
            return None
        mark = index + 1 + (tokens.word(index + 1) in ("'", "’"))
        if tokens.word(mark) != "s" or not tokens.glued(index + 1):
            return None
        end, first = mark + 1, float(figure)
    before = index - 1 - (tokens.word(index - 1) in DASHES)
    before -= tokens.word(before) in ("early", "mid", "late")
    return (end, first) if tokens.word(before) in _POSSESSIVES else None


def _is_predicate(tokens: Tokens, first: int) -> bool:
    """ "she is now 7", "who was 29": a person and a form of "be" before token `first`."""
    if tokens.word(first - 1) == "now" and tokens.opens_sentence(first - 1):  # "Now 21, she …"
        return True
    verb = first - 1 - (tokens.word(first - 1) in ("now", "then", "just", "only", "already", "still"))
    if tokens.word(verb) in ("is", "was", "be", "being"):
        verb -= tokens.word(verb - 1) in ("will", "would")
        return tokens.word(verb - 1) in _PRONOUNS or tokens.word(verb - 1) in _PERSONS
    return tokens.word(verb) in _CONTRACTED


def _list_start(tokens: Tokens, first: int) -> int:
    """Index of the first figure of the list that ends at token `first`: "aged 36, 34 and 33"."""
    for _ in range(_LONGEST_LIST):
        if tokens.word(first - 1) not in ("and", ",", "or") or not tokens.is_numeral(first - 2):
            break
        first -= 2
    return first


def closes_phrase(tokens: Tokens, index: int) -> bool:
    """Whether the phrase ends at token `index`: no noun follows that the figure could count."""
    word = tokens.word(index)
    return not word[:1].isalpha() or word in _CLOSING


def _is_aside(tokens: Tokens, amount: Amount) -> bool:
    """ "Maria Lopez, 34, said", "a girl, 12, was": a figure between commas behind a name or a person."""
    if tokens.word(amount.first - 1) != "," or tokens.word(amount.last) != ",":
        return False
    name = amount.first - 2
    if tokens.word(name) in _PERSONS:
        return True
    if not tokens.is_name_like(name) or not tokens.word(name).isalpha():
        return False
    if tokens.word(name - 1) in _PREPOSITIONS:
        return False
    return tokens.is_name_like(name - 1) or tokens.raw(amount.last + 1).islower()
