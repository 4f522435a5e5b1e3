"""Joins two amounts into a range: "between 3 and 5 per cent", "€2–3bn", "from £16 to £24", "two or three".

"rose from 40 to 46" stays two amounts.
"""

from dataclasses import replace
from typing import NamedTuple

from checker.language.amounts import Amount, amount_from, scaled
from checker.language.bounds import approximator_before
from checker.language.tokens import Tokens
from checker.language.units import dimension
from checker.lexicon import lexicon

_CHANGE = frozenset(lexicon("changes")["words"])
_RANGES = frozenset(lexicon("changes")["ranges"])
_DASHES = frozenset("-–—‐‑−~〜～")
_REACH_OF_CHANGE = 9  # tokens within which a word of change governs "from … to"
_MOST_TIMES_LESS = 10  # "from 3 to 2 million" shares its magnitude, "from 500 to 1 million" does not
_STOPS = frozenset(".;:?!\n")


class Pair(NamedTuple):
    """Two amounts tied by a word or a dash, in one unit and magnitude; `is_range` is False for a change.

    `approximate` where an approximator stands within the range: "between about 3 and 5".
    """

    start: Amount
    end: Amount
    is_range: bool
    approximate: bool = False


def read_pair(tokens: Tokens, start: Amount) -> Pair | None:
    """The pair of amounts that `start` opens, None where it opens none.

    A range begins at its "from" or "between". Unit, currency and magnitude that stand at one end only are given to
    both: "rose from 40 to 46 per cent" is no range, but both of its figures are percentages.
    """
    if start.number.ratio or start.plus_minus:
        return None
    begin = _behind_opener(tokens, approximator_before(tokens, start.first))
    found = _read_end(tokens, start, tokens.word(begin - 1))
    if found is None:
        return None
    end, separator, opener = found
    if _is_apart(start, end, separator):
        return None
    approximate = bool(opener) and approximator_before(tokens, start.first) < start.first
    begin = begin - 1 if opener else start.first
    if end.number.ratio or end.plus_minus:
        return None
    shared = _share(start, end, loose=separator in ("dash", "by") or bool(opener))
    if shared is None:
        return None
    first, last = shared
    if opener == "between":
        if first.low > last.low:
            first, last = replace(first, low=last.low), replace(last, high=first.high)
        return Pair(replace(first, first=begin), last, True, approximate)
    if separator == "by":
        return Pair(first, last, False) if dimension(last.unit) == "length" else None
    if opener and first.low > last.low and _is_near(tokens, begin, 4, _RANGES):
        first, last = replace(first, low=last.low, high=last.high), replace(last, low=first.low, high=first.high)
    if separator == "to":
        own_units = start.unit == end.unit != "percent"  # "by €12m to €95m", unlike "by 5 to 10 per cent"
        if opener == "from" and (first.high >= last.low or _is_near(tokens, begin, _REACH_OF_CHANGE, _CHANGE)):
            return Pair(first, last, False)
        if not opener and own_units and _is_near(tokens, start.first, 3, _CHANGE):
            return Pair(first, last, False)
    if first.high >= last.low or (separator == "or" and last.low > 2 * first.low):
        return None
    return Pair(replace(first, first=begin), last, True, approximate)


def _is_apart(start: Amount, end: Amount, separator: str) -> bool:
    """ "fell by a quarter to £3m", "7-Eleven": two figures that no range joins."""
    if separator == "to":
        return start.number.fraction and start.number.in_words and not end.number.fraction
    return separator == "dash" and start.number.plain and start.bare and end.number.in_words


def _behind_opener(tokens: Tokens, first: int) -> int:
    """Index behind "between" or "from" where only "the ages of" or "the" parts it from token `first`."""
    position = first - (tokens.word(first - 1) == "of" and tokens.word(first - 2) == "ages")
    position -= tokens.word(position - 1) == "ages"
    position -= tokens.word(position - 1) == "the"
    return position if tokens.word(position - 1) in ("between", "from") else first


def _read_end(tokens: Tokens, start: Amount, opener: str) -> tuple[Amount, str, str] | None:
    """The amount behind the separator, the separator's kind, and the word that opens the range, "" for none."""
    opener = opener if opener in ("between", "from") else ""
    last, word = start.last, tokens.word(start.last)
    if opener == "between":
        if word in ("and", "to") or word in _DASHES:
            end = amount_from(tokens, last + 1)
            return (end, "and", opener) if end else None
        return None
    if word in _DASHES:
        return _behind_dash(tokens, start, opener)
    if word == "to" or (word == "up" and tokens.word(last + 1) == "to" and opener == "from"):
        end = amount_from(tokens, last + 1 + (word == "up"))
        return (end, "to", opener) if end else None
    if word in ("by", "x", "×") and start.number.magnitude == 1:  # "4 by 6 metres", "30 metres by 20"
        end = amount_from(tokens, last + 1)
        return (end, "by", "") if end and (end.unit or not tokens.word(end.last).isalpha()) else None
    if word == "or" and start.number.low > 0:
        end = amount_from(tokens, last + 1)
        return (end, "or", "") if end and not opener and _both_counted(start, end) else None
    return None


def _behind_dash(tokens: Tokens, start: Amount, opener: str) -> tuple[Amount, str, str] | None:
    last = start.last
    # "18-to-24-year-olds", "18- to 24-year-olds"
    if tokens.word(last + 1) in ("to", "or") and tokens.glued(last):
        end = amount_from(tokens, last + 2 + (tokens.word(last + 2) in _DASHES))
        return (end, "dash", opener) if end else None
    tight = tokens.glued(last) and tokens.glued(last + 1)
    spaced = not tokens.glued(last) and not tokens.glued(last + 1)
    if not tight and not (spaced and start.number.plain and tokens.word(last) != "—"):
        return None
    end = amount_from(tokens, last + 1)
    if end is None or end.signed or (spaced and end.number.in_words):
        return None
    return end, "dash", opener


def _both_counted(start: Amount, end: Amount) -> bool:
    return start.bare and not end.signed and start.number.in_words == end.number.in_words and not start.number.fraction


def _share(start: Amount, end: Amount, *, loose: bool) -> tuple[Amount, Amount] | None:
    """Both amounts in one unit and magnitude; None where the units differ."""
    if start.number.vague or end.number.vague:
        return None
    if (
        start.number.magnitude == 1
        and end.number.magnitude >= 1000
        and start.number.low < _MOST_TIMES_LESS * end.number.low / end.number.magnitude
        and (loose or start.number.low < end.number.low / end.number.magnitude)
    ):
        start = scaled(start, end.number.magnitude)
    if start.unit == end.unit:
        return start, end
    if not start.unit:
        if end.factor < 1:  # "20-30p"
            start = scaled(start, end.factor)
        return replace(start, unit=end.unit, per=end.per), end
    if not end.unit and dimension(start.unit) == "length" and loose:  # "30 metres by 20"
        return start, replace(end, unit=start.unit)
    if not end.unit and start.before and (loose or end.number.magnitude > 1):
        return start, replace(end, unit=start.unit)
    return None


def _is_near(tokens: Tokens, index: int, reach: int, lexicon_words: frozenset[str]) -> bool:
    """Whether one of the words stands within `reach` tokens before token `index` in its clause."""
    for position in range(index - 1, max(-1, index - 1 - reach), -1):
        word = tokens.word(position)
        if word in _STOPS:
            return False
        if word in lexicon_words:
            return True
    return False
