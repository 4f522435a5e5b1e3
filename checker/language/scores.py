"""Tells a score or a vote from a range: "won 3-1", "voted 19 to 6", "a 5–4 ruling"."""

from checker.language.amounts import Amount
from checker.language.tokens import Tokens
from checker.lexicon import lexicon

_CONTESTS = frozenset(lexicon("scores")["contests"])
_VOTES = frozenset(lexicon("scores")["votes"])
_REACH = 8  # tokens on either side within which a word of contest makes "3-1" a score


def is_score(tokens: Tokens, one: Amount, other: Amount) -> bool:
    """Whether two bare figures tied by a hyphen or "to" are a score or a vote.

    With a hyphen, a greater figure before a smaller one is a score whatever stands around it.
    """
    if not (_is_tally(one) and _is_tally(other)):
        return False
    near = tokens.near(one.first, other.last, _REACH)
    if one.number.in_words or other.number.in_words:  # "by a majority of ten to two"
        return tokens.word(one.last) == "to" and one.low > other.low and any(word in _VOTES for word in near)
    if tokens.word(one.last) == "to":
        return one.low > other.low and any(word in _VOTES for word in near)
    return one.low >= other.low or any(word in _CONTESTS for word in near)


def _is_tally(amount: Amount) -> bool:
    number = amount.number
    return amount.bare and (number.plain or number.in_words) and number.magnitude == 1 and amount.low < 1000
