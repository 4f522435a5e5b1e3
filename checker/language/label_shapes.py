"""Finds figures whose shape alone says that they count nothing: dates, times, versions, telephone numbers, codes."""

import re

from checker.language.tokens import DASHES, Phrases, Tokens
from checker.lexicon import lexicon

_DATA = lexicon("labels")
_MONTHS = frozenset(_DATA["months"])
_CLOCK: Phrases[bool] = Phrases([(word, True) for word in (*_DATA["clock"], *_DATA["clock_phrases"])])
_PREFIXES = frozenset(_DATA["hyphen_prefixes"])
_ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_LONGEST_CHUNK = 120  # characters looked at on either side of a figure for an address or a path

# Repetitions are bounded, so that a long run of digits costs no more than its length.
_TELEPHONE = re.compile(
    r"(?<![\w.,£$€])(?:\+\d{1,3}|\(?0\d{1,4}\)?|\(\d{3}\))[ .\-/()]?(?:\d{2,4}[ .\-/()]{0,2}){2,5}(?!\w)"
)
_ADDRESS = re.compile(
    r"://|www\.|\w@\w|\.(?:com|org|net|gov|edu|html?|pdf|png|jpe?g|py|js|md|csv|json|io)\b|\\|_|[?&]\w+="
)
_WHITE = re.compile(r"\s")


def telephone_numbers(text: str) -> list[tuple[int, int]]:
    """Half-open spans of telephone numbers."""
    return [m.span() for m in _TELEPHONE.finditer(text) if sum(character.isdigit() for character in m[0]) >= 8]


def shaped_label(tokens: Tokens, index: int) -> int:
    """Index of the token behind the label that the figure at token `index` belongs to by its shape, `index` if none."""
    return (
        _code(tokens, index)
        or _chain(tokens, index)
        or _ordinal_or_decade(tokens, index)
        or _bracketed(tokens, index)
        or _time_or_date(tokens, index)
        or _address(tokens, index)
        or index
    )


def is_ordinal_suffix(tokens: Tokens, index: int) -> bool:
    """Whether the token at `index` makes an ordinal of the figure before it: "1st", "22nd", "13th", not "11st"."""
    suffix = tokens.word(index)
    if suffix not in _ORDINAL_SUFFIXES or not tokens.glued(index):
        return False
    figure = tokens.word(index - 1)
    teen = figure[-2:-1] == "1"
    expected = "th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(figure[-1:], "th")
    return suffix == expected


def _code(tokens: Tokens, index: int) -> int:
    """ "A380", "Covid-19", "PM2.5", "#12", "0x7f": letters or a hash run into the figure."""
    if tokens.word(index) == "0" and tokens.word(index + 1) == "x" and tokens.glued(index + 1):
        return _end_of_run(tokens, index)
    if not tokens.glued(index):
        return 0
    before = tokens.word(index - 1)
    if before in ("x", "×") and tokens.is_numeral(index - 2) and tokens.glued(index - 1):
        return 0
    if before == "#" or (
        before[-1:].isalpha() and before not in ("us", "rs", "usd", "eur", "gbp", "chf", "rp", "ksh", "r", "sfr")
    ):
        return (
            0
            if len(before) == 3 and tokens.raw(index - 1).isupper() and _is_code_of_currency(before)
            else _end_of_run(tokens, index)
        )
    if before in DASHES and tokens.glued(index - 1):
        word = tokens.word(index - 2)
        if word[-1:].isalpha() and word not in _PREFIXES and not _is_counted(tokens, index - 2):
            return _end_of_run(tokens, index)
    return 0


def _is_code_of_currency(word: str) -> bool:
    return word.upper() in lexicon("currencies")


def _is_counted(tokens: Tokens, index: int) -> bool:
    """Whether the word is the unit or magnitude of a figure, as "km" is in "5km-10km", or a number itself."""
    if tokens.is_numeral(index - 1) and tokens.glued(index):
        return True
    numbers = lexicon("numbers")
    return any(tokens.word(index) in numbers[part] for part in ("small", "tens", "scales"))


def _end_of_run(tokens: Tokens, index: int) -> int:
    """Index behind the letters, digits, hyphens and slashes that touch each other from token `index` on."""
    last = index + 1
    while tokens.glued(last) and (
        tokens.word(last)[0].isalnum() or tokens.word(last) in DASHES or tokens.word(last) == "/"
    ):
        last += 1
    return last


def _chain(tokens: Tokens, index: int) -> int:
    """ "2024-05-14", "555-123-4567", "4-4-2", "18:40", "5/3/2021", "2024/25": figures tied by signs."""
    last, signs = index + 1, ""
    if _is_season(tokens, index):
        return index + 3
    while tokens.glued(last) and tokens.glued(last + 1) and tokens.is_numeral(last + 1):
        if tokens.word(last) not in ("-", "/", ":", "‑", ".", "x", "×"):
            break
        signs += tokens.word(last)
        last += 2
    if signs == "-/" and _is_small_fraction(tokens, index + 2):  # "5-1/2"
        return 0
    if ":" in signs or len(signs) > 1:
        return last
    if _is_exchange(tokens, index):
        return index + 5
    raised = tokens.word(last) in (*DASHES, "^") or tokens.word(last)[:1] in _SUPERSCRIPTS
    if signs in ("x", "×") and tokens.word(last - 1) == "10" and raised:
        return 0  # "2.5×10−5", "6×10²³"
    if signs in ("x", "×") and not (tokens.glued(last) and tokens.word(last).isalpha()):
        return last  # "4x4"; but "3x5m" measures
    if signs == "/" and not _is_small_fraction(tokens, index):
        return last
    if signs and tokens.word(index)[0] == "0" and tokens.word(index)[1:2].isdigit():
        return last
    return 0


def _is_season(tokens: Tokens, index: int) -> bool:
    """ "2022-23", "2024–25": two years, the second in two digits."""
    first, second = tokens.word(index), tokens.word(index + 2)
    if not (_is_year(first) and len(second) == 2 and second.isdecimal() and tokens.glued(index + 1)):
        return False
    dash = tokens.word(index + 1) in DASHES or tokens.word(index + 1) in ("–", "/")
    return dash and tokens.glued(index + 2) and int(second) == (int(first) + 1) % 100


def _is_exchange(tokens: Tokens, index: int) -> bool:
    """ "3-for-1", "2-by-4"."""
    if tokens.word(index + 1) not in DASHES or tokens.word(index + 2) not in ("for", "by", "on"):
        return False
    return tokens.word(index + 3) in DASHES and tokens.is_numeral(index + 4)


def _is_small_fraction(tokens: Tokens, index: int) -> bool:
    top, bottom = tokens.word(index), tokens.word(index + 2)
    return top.isdecimal() and bottom.isdecimal() and len(top) < 4 and len(bottom) < 5 and int(top) < int(bottom)


def _ordinal_or_decade(tokens: Tokens, index: int) -> int:
    if is_ordinal_suffix(tokens, index + 1):
        return index + 2
    if tokens.word(index + 1) in ("s", "'s", "’s") and tokens.glued(index + 1) and tokens.word(index)[-1:] == "0":
        return index + 2
    if tokens.word(index + 1) in ("'", "’") and tokens.glued(index + 1) and tokens.word(index + 2) == "s":
        return index + 3
    return 0


def _bracketed(tokens: Tokens, index: int) -> int:
    """ "[12]", "[3, 4]", "(2)", and the numbers of a list: "1) …", "1. …"."""
    word, before, behind = tokens.word(index), tokens.word(index - 1), tokens.word(index + 1)
    if not (word.isdecimal() and len(word) <= 3):
        return 0
    if (before == "[" and behind in ("]", ",", "-", "–")) or (behind == "]" and before in (",", "-", "–")):
        return index + 1
    if before == "(" and behind == ")" and len(word) <= 2:
        return index + 1
    opens = index == 0 or before == "\n"
    if behind == ")" and (opens or before in (";", ":", "and", ",", "(")) and before != "(":
        return index + 2
    if behind == "." and opens and index + 2 < len(tokens) and not tokens.glued(index + 2):
        return index + 2
    return 0


def clock_behind(tokens: Tokens, index: int) -> int:
    """Index behind the time of day whose hour is token `index` ("7 p.m.", "seven in the evening"), `index` if none."""
    clock = _CLOCK.behind(tokens, index + 1)
    return clock.last if clock else index


def _time_or_date(tokens: Tokens, index: int) -> int:
    if (clock := clock_behind(tokens, index)) > index:
        return clock
    if _is_month(tokens, index + 1) and tokens.word(index).isdecimal() and len(tokens.word(index)) <= 2:
        year = index + 2 + (tokens.word(index + 2) in (",", "."))
        return year + 1 if _is_year(tokens.word(year)) else index + 2
    before = index - 1 - (tokens.word(index - 1) == ".")
    if _is_month(tokens, before) and tokens.word(index).isdecimal():
        if _is_year(tokens.word(index)):
            return index + 1
        if int(tokens.word(index)[:3]) <= 31 and len(tokens.word(index)) <= 2:
            year = index + 2 if tokens.word(index + 1) == "," else index + 1
            return year + 1 if _is_year(tokens.word(year)) else index + 1
    return 0


def _is_month(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) in _MONTHS and tokens.is_name_like(index)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in ("18", "19", "20")


def _address(tokens: Tokens, index: int) -> int:
    """A figure inside a web address, a mail address, a file name or an identifier with underscores."""
    start, end = tokens.starts[index], tokens.ends[index]
    before = tokens.text[max(0, start - _LONGEST_CHUNK) : start]
    behind = tokens.text[end : end + _LONGEST_CHUNK]
    head = _WHITE.split(before)[-1]
    tail = _WHITE.split(behind, maxsplit=1)[0]
    if not head and not tail:
        return 0
    if _ADDRESS.search(head + tokens.word(index) + tail):
        return max(index + 1, tokens.at(end + len(tail)))
    return 0
