"""Reads from the words at a figure what kind it is: an age, a score, a multiple, or a set named before."""

from typing import NamedTuple

from checker.language.amounts import Amount
from checker.language.label_shapes import is_ordinal_suffix
from checker.language.number import NUMBER_WORDS
from checker.language.tokens import DASHES, Phrases, Tokens
from checker.language.units import dimension
from checker.lexicon import lexicon

_DATA = lexicon("quantities")
_SCORE = frozenset(_DATA["score"])
_VOTE = frozenset(_DATA["vote"])
_AGE_BEFORE: Phrases[bool] = Phrases([(phrase, True) for phrase in _DATA["age_before"]])
_AGE_BEHIND: Phrases[bool] = Phrases([(phrase, True) for phrase in _DATA["age_behind"]])
_AGE_OF = frozenset(_DATA["age_of"])
_AGE_BOUNDS: dict[str, str] = _DATA["age_bounds"]
_CLOSING = frozenset(_DATA["closing"])
_POSSESSIVES = frozenset(_DATA["possessives"])
_BACK = frozenset(_DATA["back"])
_MULTIPLE_BEHIND = frozenset(_DATA["multiple_behind"])
MULTIPLES: dict[str, float] = NUMBER_WORDS["multiples"]
_OLDEST = 125
_WINDOW = 8  # tokens on either side in which a word of contest makes "3-1" a score


class Role(NamedTuple):
    """A role, the unit it brings with it ("" for the one read), and the tokens that the expression then spans."""

    name: str
    unit: str
    first: int
    last: int


def read_age(tokens: Tokens, amount: Amount, first: int, last: int) -> Role | None:
    """The age in the tokens `first` up to `last` (bound words included), None where the figure is none.

    Reads "45 years old", "45-year-old", "7 months of age", "aged 45", "the age of 45", "people over 65", "under-16s".
    """
    if dimension(amount.unit) == "time":
        position = last + 1 if tokens.word(last) in DASHES else last
        if match := _AGE_BEHIND.behind(tokens, position):
            return Role("age", amount.unit, first, match.last)
        if match := _AGE_BEFORE.before(tokens, first):
            return Role("age", amount.unit, first, last)
        return None
    if not amount.bare or not 0 <= amount.low <= _OLDEST or amount.number.magnitude != 1 or amount.number.fraction:
        return None
    plural = tokens.word(amount.last) == "s" and tokens.glued(amount.last)
    bounded = tokens.word(first) in _AGE_BOUNDS and first < amount.first
    if plural:
        hyphen = tokens.word(amount.first - 1) in DASHES
        return (
            Role("age", "year", first, max(last, amount.last + 1)) if bounded and (hyphen or amount.low < 100) else None
        )
    if (match := _AGE_BEFORE.before(tokens, first)) and amount.low == int(amount.low):
        if tokens.word(match.first) in ("turned", "turning") and tokens.word(last)[:1].isalpha():
            return None
        return Role("age", "year", first, last)
    if bounded and _closes(tokens, last) and tokens.word(first - 1) in _AGE_OF:
        return Role("age", "year", first, last)
    if amount.number.plain and 1 <= amount.low < 110 and first == amount.first and _is_aside(tokens, amount):
        return Role("age", "year", first, last)
    return None


def read_decade_of_age(tokens: Tokens, index: int) -> tuple[int, float] | None:
    """ "in her 80s", "in their early 20s": index behind the expression and the first year of the decade."""
    figure = tokens.word(index)
    if not (figure.isdecimal() and len(figure) == 2 and figure[1] == "0"):
        return None
    mark = index + 1 + (tokens.word(index + 1) in ("'", "’"))
    if tokens.word(mark) not in ("s", "'s", "’s") or not tokens.glued(index + 1):
        return None
    before = index - 1 - (tokens.word(index - 1) in DASHES)
    before -= tokens.word(before) in ("early", "mid", "late")
    return (mark + 1, float(figure)) if tokens.word(before) in _POSSESSIVES else None


def is_score(tokens: Tokens, one: Amount, other: Amount) -> bool:
    """Whether two bare figures tied by a hyphen or "to" are a score or a vote: "29-27", "19 to 6", "won 3-1"."""
    if not (_is_tally(one) and _is_tally(other)):
        return False
    near = (*tokens.words[max(0, one.first - _WINDOW) : one.first], *tokens.words[other.last : other.last + _WINDOW])
    if tokens.word(one.last) == "to":
        return one.low > other.low and any(word in _VOTE for word in near)
    if one.low >= other.low:
        return True
    return any(word in _SCORE for word in near)


def refers_back(tokens: Tokens, amount: Amount) -> bool:
    """Whether the figure belongs to a set that the text has named: "the two leaders", "all three"."""
    if not amount.number.in_words or amount.number.low > 12 or amount.number.fraction or amount.unit:
        return False
    return tokens.word(amount.first - 1) in _BACK and tokens.word(amount.last) not in ("in", "out", "-")


def read_multiple(tokens: Tokens, amount: Amount) -> int:
    """Index behind "-fold", "times as many", "x" where they make the bare figure a multiple, 0 elsewhere."""
    if not amount.bare:
        return 0
    position = amount.last + 1 if tokens.word(amount.last) in DASHES else amount.last
    word = tokens.word(position)
    if word in ("fold", "folds") or (word == "x" and tokens.glued(position) and not tokens.glued(position + 1)):
        return position + 1
    if word == "times" and tokens.word(position + 1) in _MULTIPLE_BEHIND:
        return position + 1
    return 0


def doubling(tokens: Tokens, index: int) -> float:
    """The factor in a word such as "doubled", "twice as many", "will double", "threefold"; 0 for other words."""
    word, behind, before = tokens.word(index), tokens.word(index + 1), tokens.word(index - 1)
    if word in MULTIPLES:
        return MULTIPLES[word]
    if word.endswith("fold") and len(word) > 6:
        return float(NUMBER_WORDS["small"].get(word[:-4], 0))
    if word == "twice":
        return 2.0 if behind in _MULTIPLE_BEHIND else 0.0
    if word in ("double", "triple", "treble", "quadruple", "halve"):
        fitting = before in _DATA["double_before"] and (not behind[:1].isalpha() or behind in _DATA["double_behind"])
        value = {"double": 2.0, "quadruple": 4.0, "halve": 0.5}.get(word, 3.0)
        return value if fitting or behind in ("the", "that", "its", "what") else 0.0
    return 0.0


def _is_tally(amount: Amount) -> bool:
    return amount.bare and amount.number.plain and amount.low < 1000


def _closes(tokens: Tokens, index: int) -> bool:
    """Whether the phrase ends at token `index`: no noun follows that the figure could count."""
    word = tokens.word(index)
    return not word[:1].isalpha() or word in _CLOSING


def _is_aside(tokens: Tokens, amount: Amount) -> bool:
    """ "Maria Lopez, 34, said": a small figure between commas behind a name."""
    if tokens.word(amount.first - 1) != "," or tokens.word(amount.last) not in (",", "."):
        return False
    name = amount.first - 2
    if not tokens.is_name_like(name) or not tokens.word(name).isalpha():
        return False
    closing = tokens.word(amount.last) == ","
    return closing and tokens.is_name_like(name - 1) and not is_ordinal_suffix(tokens, amount.last)
