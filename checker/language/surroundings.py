"""What the words around an amount say of it: a set named before, a margin of error, what it is per."""

from checker.language.ages import closes_phrase
from checker.language.amounts import Amount, amount_from
from checker.language.labels import is_plural_noun
from checker.language.tokens import Phrases, Tokens
from checker.language.unit_words import read_per
from checker.language.units import dimension
from checker.lexicon import lexicon

_DATA = lexicon("quantities")
_REFERENCE = frozenset(_DATA["reference"])
_BOTH_BEHIND = frozenset(_DATA["both_behind"])
_PHRASE_ENDS = frozenset(_DATA["phrase_ends"])
_COMPARED: Phrases[bool] = Phrases([(phrase, True) for phrase in _DATA["compared"]])
_FOOTNOTE_MARKS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGEST_SET_NAMED = 12  # "the two leaders" points back; "the 36 outlets" states a count
_PERCENT = frozenset(("%", "per", "percent", "percentage", "pct"))
_LONGEST_LIST = 6
_NOUN_PHRASE = 4  # tokens between a figure and "a week" in "500 cases of flu a week"


def runs_on(tokens: Tokens, amount: Amount) -> bool:
    """Whether letters or digits touch `amount` from behind, so that it is part of a code: "3D", "12a"."""
    last = amount.last
    if not tokens.glued(last) or amount.number.in_words:
        return False
    word = tokens.word(last)
    if not word[0].isalnum() or word in ("ish", "plus", "x"):
        return False
    if not amount.unit and word == "s":  # "over-65s" is an age, "the 80s" is none
        return tokens.word(amount.first - 1) not in ("-", "over", "under")
    return not _FOOTNOTE_MARKS.issuperset(word)


def refers_back(tokens: Tokens, amount: Amount) -> bool:
    """Whether the figure belongs to a set that the text has named: "the two leaders", "all three"."""
    number = amount.number
    if not number.in_words or number.low > _LARGEST_SET_NAMED or amount.unit or number.vague:
        return False
    return tokens.word(amount.first - 1) in _REFERENCE


def counts_both(tokens: Tokens, index: int) -> bool:
    """Whether "both" at `index` counts: "both sides", "both of them"; not "both Leeds and York"."""
    if tokens.word(index + 1) in _BOTH_BEHIND:
        return True
    return is_plural_noun(tokens, index + 1) and "and" not in tokens.words[index + 2 : index + 4]


def margin_behind(tokens: Tokens, amount: Amount) -> Amount | None:
    """The margin of error behind an amount: "52% ± 3", "40, plus or minus 2"."""
    position = amount.last + (tokens.word(amount.last) in (",", "("))
    if tokens.word(position) not in ("±", "plus"):
        return None
    margin = amount_from(tokens, position)
    return margin if margin and margin.plus_minus else None


def per_behind_noun(tokens: Tokens, last: int) -> str:
    """What the figure before token `last` is per, a noun phrase between: "three times an hour"; "" for nothing."""
    for position in range(last, last + _NOUN_PHRASE + 1):
        word = tokens.word(position)
        if position > last and (per := read_per(tokens, position)) and (word == "per" or dimension(per[1]) == "time"):
            return per[1]
        if not word.isalpha() or word in _PHRASE_ENDS or (position > last and amount_from(tokens, position)):
            return ""
    return ""


def shared_percent(tokens: Tokens, amount: Amount) -> str:
    """The unit that a bare figure of a list takes from the list's end: "41, 38 and 21 per cent"; "" elsewhere."""
    position = amount.last
    if _PERCENT.isdisjoint(tokens.words[position : position + 3 * _LONGEST_LIST]):
        return ""
    for _ in range(_LONGEST_LIST):
        comma = tokens.word(position) == ","
        position += comma
        # ", or" says the figure again in another unit: "600, or 62%"
        conjunction = tokens.word(position) == "and" or (tokens.word(position) == "or" and not comma)
        position += conjunction
        following = amount_from(tokens, position) if comma or conjunction else None
        if following is None or following.number.vague or following.signed:
            return ""
        if not following.bare:
            shares = following.unit in ("percent", "percentage_point") and not following.per
            return following.unit if conjunction and shares else ""
        position = following.last
    return ""


def is_compared(tokens: Tokens, before: int, amount: Amount) -> bool:
    """Whether a bare `amount` has the unit of the figure that ends before token `before`: "41%, up from 38"."""
    position = before + (tokens.word(before) == ",")
    match = _COMPARED.behind(tokens, position)
    if tokens.word(position) == "from" and tokens.word(amount.last) == "to":
        return False  # "up by 20% in twelve months, from 48,000 to 60,000"
    return match is not None and match.last == amount.first and amount.bare and closes_phrase(tokens, amount.last)
