"""Reads a number at a token, in figures or words: "8,500", "2.4 billion", "a dozen", "two-thirds", "one in five".

The words are data, in `rules/lexicon/numbers.toml`.
"""

from dataclasses import replace

from checker.language.figures import read_figure
from checker.language.number import (
    ARTICLES,
    DENOMINATORS,
    GLYPHS,
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
    SMALL,
    TENS,
    Number,
    behind_hyphen,
    fraction,
    with_magnitudes,
)
from checker.language.number_words import read_cardinal, read_scale, read_vague
from checker.language.tokens import DASHES, Tokens

_VAGUE = frozenset((*NUMBER_WORDS["vague"], *NUMBER_WORDS["vague_times"]))
_PARTS: dict[str, list[str]] = NUMBER_WORDS["parts"]
_AFTER_PART = frozenset((*_PARTS["after"], *_PARTS["after_whole"]))
_AS_MUCH = (("as", "much", "as"), ("as", "many", "as"), ("as", "little", "as"), ("as", "few", "as"))
_BASES = frozenset(NUMBER_WORDS["ratios"]["bases"])
_NOT_BASES = frozenset(NUMBER_WORDS["ratios"]["not_of"])
_SHARERS = frozenset(NUMBER_WORDS["ratios"]["sharers"])
_CLOSING = frozenset(NUMBER_WORDS["ratios"]["closing"])
CUES = frozenset((*SMALL, *TENS, *SCALES, *GLYPHS, *_VAGUE, *DENOMINATORS))
"""Words that may begin a number or stand in one."""


def is_cue(tokens: Tokens, index: int) -> bool:
    """Whether a number may have its figure or first number word at `index`."""
    word = tokens.words[index]
    return word in CUES or word[:1].isdecimal() or (word == "." and _is_leading_point(tokens, index))


def read_number(tokens: Tokens, index: int, *, after_currency: bool = False) -> Number | None:
    """The number whose cue is token `index`; it may begin earlier ("a hundred", "a few thousand").

    `after_currency` admits abbreviations that are only safe behind a currency sign ("$1.2T").
    None where the token does not begin a number, or begins an ordinal or a year in words.
    """
    number = _read_one(tokens, index, after_currency)
    return number and (_read_ratio(tokens, number) or number)


def _read_one(tokens: Tokens, index: int, after_currency: bool) -> Number | None:
    word = tokens.word(index)
    if word[:1].isdecimal() or word in GLYPHS or (word == "." and _is_leading_point(tokens, index)):
        return read_figure(tokens, index, after_currency=after_currency)
    if word in SMALL or word in TENS:
        return read_cardinal(tokens, index)
    if word in _VAGUE:
        return read_vague(tokens, index)
    if word in SCALES:
        return read_scale(tokens, index)
    if word in DENOMINATORS:
        return _read_part(tokens, index)
    return None


def _is_leading_point(tokens: Tokens, index: int) -> bool:
    """ ".25": a point that touches the figure behind it, and no word or figure before it."""
    if not (tokens.is_numeral(index + 1) and tokens.glued(index + 1)):
        return False
    return not tokens.glued(index) or not tokens.word(index - 1)[-1:].isalnum()


def _read_part(tokens: Tokens, index: int) -> Number | None:
    """ "half", "a third", "a quarter of a million": where the words around show that a part is meant."""
    word = tokens.word(index)
    first = index - 1 if tokens.word(index - 1) in ARTICLES else index
    last = behind_hyphen(tokens, index + 1)
    part = fraction(first, index + 1, 1, DENOMINATORS[word])
    scaled = with_magnitudes(tokens, part)
    if word in ("half", "quarter") and scaled.magnitude > 1:
        return scaled
    if first == 0 and last == len(tokens) and first < index:  # all that a cell or heading says
        return part
    before, after = tokens.word(first - 1), tokens.word(last)
    if first < index and before == "and" and tokens.word(first - 3) in (*ARTICLES, "one"):
        return None if tokens.word(first - 2) not in DENOMINATORS else part  # "a day and a half"
    if word == "half":
        if before in _PARTS["not_before_half"] or after in _PARTS["not_after_half"]:
            return None
        if after == "of" and tokens.is_numeral(last + 1):  # "the second half of 2024"
            return None
        ends = not after[:1].isalnum()
        return (
            part if after in _PARTS["after_half"] or before in _PARTS["before"] or (before == "of" and ends) else None
        )
    if first == index or last > index + 1:
        return None
    ordinal = word in ORDINALS  # "a third party", "a tenth man"
    if ordinal and after.isalpha() and not after.endswith("ly") and after not in _AFTER_PART:
        return None
    if tuple(tokens.words[first - 3 : first]) in _AS_MUCH:
        return part
    if after == "of" or before in _PARTS["before"] or after in _PARTS["after"]:
        alone = (
            before == "and"
            and after not in _PARTS["after"]
            and "between" not in tokens.words[max(0, first - 8) : first]
        )
        return None if alone else part
    return None


def _is_one_of_many(tokens: Tokens, index: int) -> bool:
    """Whether one noun stands between a number and "in" or "out of": "one pupil in eight"."""
    noun, behind = tokens.word(index), tokens.word(index + 1)
    known = noun.isalpha() and noun in _SHARERS
    return known and (behind == "in" or (behind == "out" and tokens.word(index + 2) == "of"))


def _ends_phrase(tokens: Tokens, index: int) -> bool:
    """Whether nothing follows that could be counted: "one child in five is late", not "one man in three boats"."""
    word = tokens.word(index)
    return not word[:1].isalnum() or word in _CLOSING


def _read_ratio(tokens: Tokens, number: Number) -> Number | None:
    """ "one in five", "1 in every 20", "nine out of ten": the share that they say."""
    top, last = number.low, number.last
    if number.vague or number.fraction or top != int(top) or not 0 < top < 1_000_000:
        return None
    hyphens = tokens.word(last) in DASHES
    last += hyphens
    noun_between = _is_one_of_many(tokens, last)
    last += noun_between
    if tokens.word(last) == "in":
        bound = last + 1 + (tokens.word(last + 1) in ("every", "each"))
        out_of = False
    elif tokens.word(last) == "out" and tokens.word(last + 1) == "of":
        bound = last + 2 + (tokens.word(last + 2) in ("every", "each", "the", "a", "its", "their", "all"))
        out_of = True
    elif tokens.word(last) == "over" and not hyphens:  # "one over three", where nothing follows that could be counted
        base = _read_one(tokens, last + 1, False)
        if base is None or base.low != int(base.low) or base.magnitude > 100 or tokens.word(base.last)[:1].isalnum():
            return None
        return fraction(number.first, base.last, top, base.low, in_words=number.in_words) if base.low else None
    else:
        return None
    bound += tokens.word(bound) in DASHES
    bound = behind_hyphen(tokens, bound + 1) if tokens.word(bound) in ARTICLES else bound
    base = _read_one(tokens, bound, False)
    if base is None or base.fraction or base.vague or not top < base.low:
        return None
    if (base.low != int(base.low) and top != 1) or (noun_between and not _ends_phrase(tokens, base.last)):
        return None
    counted = tokens.word(base.last) in _NOT_BASES and not hyphens  # "two in three days"
    if not out_of and (counted or top > 20 or (base.low not in _BASES and top != 1)):
        return None
    value = top / base.low
    ratio = fraction(number.first, base.last, top, base.low, in_words=number.in_words)
    return replace(ratio, low=value, high=value, ratio=True)
