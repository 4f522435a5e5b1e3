"""Reads numbers that begin with a figure: "8,500", "1 234 567", "2½", "1.5bn", "17 lakh", "7.1x10^-4"."""

import math
from dataclasses import replace

from checker.language.number import (
    GLYPHS,
    NUMBER_WORDS,
    Number,
    behind_hyphen,
    fraction,
    tidy,
    with_fraction_behind,
    with_magnitudes,
)
from checker.language.number_words import with_rest_behind
from checker.language.numerals import LONGEST, Numeral, read_numeral
from checker.language.tokens import DASHES, Tokens
from checker.lexicon import lexicon

_ABBREVIATIONS: dict[str, float] = NUMBER_WORDS["abbreviations"]
_SPACED: frozenset[str] = frozenset(NUMBER_WORDS["abbreviation_rules"]["spaced"])
_AFTER_CURRENCY: dict[str, float] = NUMBER_WORDS["abbreviation_rules"]["after_currency"]
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 40, 50, 64, 100, 1000))
_NEAR_METRE = frozenset(lexicon("units")["symbol_rules"]["near_metre"])
_PRIZES = frozenset(lexicon("units")["symbol_rules"]["behind_metre"])
_RACES = frozenset(lexicon("units")["symbol_rules"]["behind_race"])
_SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
_LONGEST_POWER = 3  # characters
_GROUP_SPACES = frozenset((" ", "\u00a0", "\u2009", "\u202f"))


def read_figure(tokens: Tokens, index: int, *, after_currency: bool = False) -> Number | None:
    """The number whose first token is the figure, vulgar fraction or decimal point at `index`.

    `after_currency` admits abbreviations that are only safe behind a currency sign ("$1.2T").
    None where the figure is malformed or too long.
    """
    if tokens.word(index) in GLYPHS:
        top, bottom = GLYPHS[tokens.word(index)]
        return with_magnitudes(tokens, fraction(index, index + 1, top, bottom, in_words=False))
    if tokens.word(index) == ".":
        numeral, last = read_numeral("0." + tokens.word(index + 1)), index + 2
    else:
        numeral, last = _join_groups(tokens, index)
    if numeral is None:
        return None
    if numeral.value == 10 and (
        raised := _read_superscript(tokens, last)
    ):  # "10²³"; a footnote's mark follows any figure
        exponent, behind = raised
        value = float(f"1e{exponent}")
        return Number(index, behind, value, value, value / 2) if not 0 <= exponent < 10 else None
    number = Number(index, last, numeral.value, numeral.value, numeral.resolution, plain=numeral.plain)
    mixed = _with_fraction(tokens, number) if numeral.plain else None
    return _with_abbreviation(tokens, mixed or _with_exponent(tokens, number), after_currency)


def _join_groups(tokens: Tokens, index: int) -> tuple[Numeral | None, int]:
    """The numeral and the groups of three digits that follow it behind single spaces: "1 234 567"."""
    digits, last = tokens.word(index), index + 1
    if len(digits) <= 3 and digits.isdecimal() and digits[0] != "0":
        while (
            len(group := tokens.word(last)) >= 3
            and group[:3].isdecimal()
            and (len(group) == 3 or group[3] == ".")
            and tokens.text[tokens.ends[last - 1] : tokens.starts[last]] in _GROUP_SPACES
            and len(digits) < LONGEST
        ):
            digits += group
            last += 1
            if "." in group:
                break
    numeral = read_numeral(digits)
    if numeral is not None and last > index + 1:
        numeral = numeral._replace(plain=False)
    return numeral, last


def _with_fraction(tokens: Tokens, number: Number) -> Number | None:
    """ "1/2", "2 1/2", "2½", "2 ½" from the bare integer `number` on; None where no fraction follows."""
    if tokens.word(number.last) in GLYPHS:
        top, bottom = GLYPHS[tokens.word(number.last)]
        return _mixed(number, number.last + 1, top, bottom)
    if pair := _slashed(tokens, number.first):
        return fraction(number.first, number.first + 3, *pair, in_words=False)
    hyphen = behind_hyphen(tokens, number.last)  # "5-1/2"
    if (hyphen > number.last or not tokens.glued(hyphen)) and (pair := _slashed(tokens, hyphen)):
        return _mixed(number, hyphen + 3, *pair)
    return None


def _mixed(number: Number, last: int, top: int, bottom: int) -> Number:
    value = number.low + top / bottom
    return replace(number, last=last, low=value, high=value, resolution=0.1 / bottom, plain=False)


def _slashed(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A proper fraction with a usual denominator; "24/7", "2024/25" and dates are none."""
    top, bottom = tokens.word(index), tokens.word(index + 2)
    if (
        tokens.word(index + 1) not in ("/", "⁄")
        or tokens.glued(index + 1) != tokens.glued(index + 2)
        or (tokens.word(index + 3) in ("/", "-") and tokens.is_numeral(index + 4))
        or not (top + bottom).isascii()
        or not (top.isdecimal() and bottom.isdecimal() and len(top + bottom) < 9)
        or int(bottom) not in _DENOMINATORS
        or not 0 < int(top) < int(bottom)
    ):
        return None
    return int(top), int(bottom)


def _with_exponent(tokens: Tokens, number: Number) -> Number:
    """ "1e10", "7.1x10^-4", "2.5×10−5", "6×10²³", "1.1^23"."""
    last = number.last
    if (
        tokens.word(last) in ("x", "×")
        and tokens.word(last + 1) == "10"
        and (raised := _read_superscript(tokens, last + 2))
    ):
        return replace(number.scaled(10.0 ** raised[0], raised[1]), magnitude=1.0)
    if tokens.word(last) == "e" and tokens.glued(last):
        power = _read_power(tokens, last + 1)
    elif tokens.word(last) in ("x", "×") and tokens.word(last + 1) == "10" and tokens.word(last + 2) in (*DASHES, "^"):
        power = _read_power(tokens, last + 2 + (tokens.word(last + 2) == "^"))
    elif tokens.word(last) == "^" and tokens.glued(last) and (power := _read_power(tokens, last + 1)):
        if not number.low or abs(power[0] * math.log10(number.low)) > LONGEST:
            return number
        value = tidy(number.low ** power[0])
        return replace(number, last=power[1], low=value, high=value, plain=False)
    else:
        return number
    if power is None or abs(power[0]) > 99:
        return number
    return replace(number.scaled(10.0 ** power[0], power[1]), magnitude=1.0)


def _read_superscript(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """ "²³" or "⁻⁵", which touches what stands before it, and the token behind it."""
    written, last = "", index
    while tokens.glued(last) and set(tokens.word(last)) <= _SUPERSCRIPTS.keys() and len(written) < _LONGEST_POWER:
        written += "".join(_SUPERSCRIPTS[character] for character in tokens.word(last))
        last += 1
    digits = written.removeprefix("-")
    return (int(written), last) if digits.isdecimal() and len(digits) < _LONGEST_POWER else None


def _read_power(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The signed exponent at token `index`, which touches what stands before it, and the token behind it."""
    negative = tokens.word(index) in DASHES
    index += negative or tokens.word(index) == "+"
    exponent = tokens.word(index)
    if not (exponent.isascii() and exponent.isdecimal() and len(exponent) <= 2 and tokens.glued(index)):
        return None
    return (-int(exponent) if negative else int(exponent)), index + 1


def _with_abbreviation(tokens: Tokens, number: Number, after_currency: bool) -> Number:
    """The number with the magnitude behind it, abbreviated or in words."""
    last, raw = number.last, tokens.raw(number.last)
    letters_run_on = tokens.is_numeral(last + 1) and tokens.glued(last + 1)  # an identifier: "318m204"
    if not letters_run_on:
        if after_currency and raw in _AFTER_CURRENCY:
            return number.scaled(_AFTER_CURRENCY[raw], last + 1)
        if raw == "m" and tokens.glued(last) and _means_metre(tokens, number):
            return number
        if raw in ("k", "K") and tokens.glued(last) and tokens.word(last + 1) in _RACES:
            return number
        if raw in _ABBREVIATIONS and (tokens.glued(last) or raw in _SPACED):
            return number.scaled(_ABBREVIATIONS[raw], last + 1)
    return with_fraction_behind(tokens, with_rest_behind(tokens, with_magnitudes(tokens, number)))


def _means_metre(tokens: Tokens, number: Number) -> bool:
    """Whether the letter m behind `number` means metres and not millions.

    It does where words of length stand near, and in "a 3m fence" and "1m x 2m"; not before people or other plurals.
    """
    first, letter = number.first, number.last
    if (
        tokens.word(letter + 1) in DASHES
        or tokens.word(letter + 1) in ("x", "×")
        or tokens.word(first - 1) in ("x", "×")
    ):
        return True
    if any(word in _NEAR_METRE for word in tokens.near(first, letter + 1, 4)):
        return True
    behind = tokens.word(letter + 1)
    if behind in _PRIZES and 50 <= number.low <= 50_000 and number.low % 10 == 0:
        return True
    return tokens.word(first - 1) in ("a", "an") and behind.isalpha() and not behind.endswith("s")
