"""Finds ranks: "the third", "5th", "No 5", "number one", "second-largest".

Apart from quantities, because most ordinals order events and pages; a caller asks for them.
"""

import re

from checker.language.label_shapes import is_ordinal_suffix, shaped_label
from checker.language.number import ORDINALS, SMALL, TENS, behind_hyphen
from checker.language.numbers import read_number
from checker.language.numerals import read_numeral
from checker.language.quantity import Quantity
from checker.language.tokens import DASHES, Phrases, Tokens, tokenise
from checker.lexicon import lexicon

_DATA = lexicon("ordinals")
_BEHIND = frozenset(_DATA["behind"])
_NOT_BEFORE = frozenset(_DATA["not_before"])
_SUPERLATIVES = frozenset(_DATA["superlatives"])
_MARKS: Phrases[bool] = Phrases([(mark, True) for mark in _DATA["marks"]])
# Without one of these no text holds a rank, and most hold none.
_CUE = re.compile(
    r"\d(?:st|nd|rd|th)\b|\bnumber\s|\b(?:" + "|".join(map(re.escape, ORDINALS)) + r")\b"
    r"|(?:" + "|".join(map(re.escape, _DATA["marks"])) + r")\s*\d",
    re.IGNORECASE,
)
_MONTHS = frozenset(lexicon("labels")["months"])


def find_ordinals(text: str) -> list[Quantity]:
    """The ranks in `text`, in order, each with the role rank and the unit `count`; offsets as in find_quantities.

    Names ("First World War", "9th Circuit"), centuries, dates, periods ("third quarter") and adverbs are left out.
    """
    if _CUE.search(text) is None:
        return []
    tokens = tokenise(text)
    found: list[Quantity] = []
    index = 0
    while index < len(tokens):
        rank = _read_ordinal(tokens, index) or _read_marked(tokens, index)
        if rank is None:
            index += 1
            continue
        value, first, last = rank
        start, end = tokens.starts[first], tokens.ends[last - 1]
        in_words = not tokens.is_numeral(index)
        found.append(Quantity(start, end, start, end, value, value, value, 0.5, role="rank", in_words=in_words))
        index = last
    return found


def _read_ordinal(tokens: Tokens, index: int) -> tuple[float, int, int] | None:
    """The ordinal that begins at token `index`: its value and the tokens it spans."""
    word = tokens.word(index)
    if word in ORDINALS:
        value, last = float(ORDINALS[word]), index + 1
    elif word in TENS and tokens.word(behind_hyphen(tokens, index + 1)) in ORDINALS:
        last = behind_hyphen(tokens, index + 1)
        value, last = TENS[word] + float(ORDINALS[tokens.word(last)]), last + 1
    elif tokens.is_numeral(index) and is_ordinal_suffix(tokens, index + 1) and not tokens.glued(index):
        numeral = read_numeral(word)
        if numeral is None or not numeral.plain:
            return None
        value, last = numeral.value, index + 2
    else:
        return None
    return (value, index, last) if _is_rank(tokens, index, last) else None


def _is_rank(tokens: Tokens, first: int, last: int) -> bool:
    before, behind = tokens.word(first - 1), tokens.word(last)
    superlative = tokens.word(behind_hyphen(tokens, last)) in _SUPERLATIVES
    if before in DASHES or before in SMALL or before in TENS or before in _MONTHS or behind in _MONTHS:
        return False
    if tokens.is_name_like(first) and not tokens.opens_sentence(first):
        return False
    if tokens.is_name_like(last) and (tokens.is_numeral(first) or tokens.is_name_like(first)):
        return False
    if behind in _NOT_BEFORE or ((number := read_number(tokens, first)) is not None and number.fraction):
        return False
    return superlative or before in _BEHIND or (tokens.is_numeral(first) and behind != "of")


def _read_marked(tokens: Tokens, index: int) -> tuple[float, int, int] | None:
    """ "No 5", "number one", "#3" from the mark on."""
    mark = _MARKS.behind(tokens, index)
    if mark is None or mark.last >= len(tokens.starts):
        return None
    if tokens.word(index) == "number" and tokens.word(index - 1) in ("the", "a", "any", "this"):
        return None
    if shaped_label(tokens, mark.last) > mark.last + 1:
        return None
    number = read_number(tokens, mark.last)
    if number is None or not (number.plain or number.in_words) or number.fraction or number.vague:
        return None
    if number.first != mark.last or number.low != int(number.low) or (tokens.word(index) == "no" and number.in_words):
        return None
    return number.low, index, number.last
