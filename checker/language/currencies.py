"""Reads money signs and words before and behind a number: "US$", "£", "EUR", "dollars", "250p"."""

import re

from checker.language.number import Number, behind_hyphen
from checker.language.tokens import DASHES, Phrases, Tokens
from checker.language.unit_words import UnitMatch, plural_forms, read_symbol, symbol_table
from checker.language.units import CURRENCIES, DEFAULT_DOLLAR
from checker.lexicon import lexicon

_DATA = lexicon("currencies")
_MINOR = _DATA["minor"]
_NEAR_MASS = frozenset(_DATA["pounds"]["near_mass"])
_NEAR_MONEY = frozenset(_DATA["pounds"]["near_money"])
_LEAST: dict[str, float] = _DATA["sums"]["least"]
_DOLLAR_SYMBOLS: list[str] = _DATA["dollar"]["symbols"]
_NAMED = [(code, _DATA[code]) for code in sorted(CURRENCIES)]
_SYMBOL_PAIRS = [(symbol, code) for code, entry in _NAMED for symbol in entry.get("symbols", ())]
_SYMBOL_PAIRS += [(symbol, DEFAULT_DOLLAR) for symbol in _DOLLAR_SYMBOLS]
_SYMBOLS = symbol_table(_SYMBOL_PAIRS)
_MINOR_SYMBOLS = symbol_table([(symbol, code) for code, entry in _MINOR.items() for symbol in entry.get("symbols", ())])


def _name_entries() -> list[tuple[str, tuple[str, float]]]:
    entries: list[tuple[str, tuple[str, float]]] = []
    for code, entry in _NAMED:
        entries += [(form, (code, 1.0)) for name in entry.get("names", ()) for form in plural_forms(name)]
    entries += [(form, (DEFAULT_DOLLAR, 1.0)) for name in _DATA["dollar"]["names"] for form in plural_forms(name)]
    for name in _DATA["shared"]["names"]:
        forms = (*plural_forms(name), *_DATA["shared"]["plural_of"].get(name, ()))
        entries += [(form, (name, 1.0)) for form in forms]
    for code, entry in _MINOR.items():
        unit = DEFAULT_DOLLAR if code == "dollar" else code
        entries += [(form, (unit, 0.01)) for name in entry["names"] for form in plural_forms(name)]
    return [*entries, ("pound", ("GBP", 1.0)), ("pounds", ("GBP", 1.0)), ("won", ("KRW", 1.0))]


_NAMES: Phrases[tuple[str, float]] = Phrases(_name_entries())
# Country letters may stand apart from their dollar sign and be small, in text that was tokenised once ("hk $ 10").
_SIGNS: dict[str, str] = dict(_SYMBOL_PAIRS) | {"usd": "USD", "eur": "EUR", "gbp": "GBP", "rmb": "CNY"}
_SIGNS |= {
    variant: code
    for symbol, code in _SYMBOL_PAIRS
    if len(symbol) > 2 and symbol.endswith("$")
    for letters in (symbol[:-1].strip(),)
    for variant in (f"{letters} $", f"{letters.lower()} $", f"{letters.lower()}$")
}
_SIGNS |= {code: code for code in CURRENCIES}
_BEFORE = re.compile(
    r"(?<![A-Za-z])("
    + "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=lambda sign: (-len(sign), sign)) if sign[0].isalpha())
    + r")[ \u00a0\u202f]?\Z|("
    + "|".join(re.escape(sign) for sign in sorted(_SIGNS) if not sign[0].isalpha())
    + r")[ \u00a0\u202f]?\Z"
)
_LONGEST_SIGN = 8
_LETTERS = {letter: code for code, entry in _NAMED for letter in entry.get("before_sums", ())}
_LEAST_SUM = 1000


def currency_before(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """The money sign right before token `index`: the index of its first token, and its currency."""
    if index == 0 or index > len(tokens) - 1:
        return None
    end = tokens.starts[index]
    window = tokens.text[max(0, end - _LONGEST_SIGN) : end]
    match = _BEFORE.search(window)
    if match is None:
        return None
    return tokens.at(end - len(window) + match.start()), _SIGNS[match[1] or match[2]]


def letter_before(tokens: Tokens, index: int, number: Number) -> tuple[int, str] | None:
    """As currency_before, where a lone letter is the sign: "R20m", "R1,200"; "R20" is a road."""
    code = _LETTERS.get(tokens.raw(index - 1)) if tokens.glued(index) else None
    if code is None or tokens.glued(index - 1) or number.in_words or number.low < _LEAST_SUM or number.plain:
        return None
    return index - 1, code


def currency_behind(tokens: Tokens, number: Number) -> UnitMatch | None:
    """The currency sign, code or name behind `number`; pence and cents come with the factor 0.01."""
    index = number.last
    glued = tokens.glued(index)
    if glued and (found := read_symbol(tokens, index, _MINOR_SYMBOLS)):
        symbol, code, last = found
        if _may_be_minor(tokens, number, symbol, last):
            return UnitMatch(last, DEFAULT_DOLLAR if code == "dollar" else code, factor=0.01)
    position = behind_hyphen(tokens, index)
    if (found := read_symbol(tokens, position, _SYMBOLS)) and not tokens.is_numeral(found[2]) and not number.in_words:
        return UnitMatch(found[2], found[1])
    raw = tokens.raw(position)
    if raw in CURRENCIES:
        return UnitMatch(position + 1, raw)
    if raw[:1] == "M" and raw[1:] in CURRENCIES:  # "120 MEUR"
        return UnitMatch(position + 1, raw[1:], factor=1e6)
    match = _NAMES.behind(tokens, position)
    if match is None or number.low < _LEAST.get(tokens.word(position), 0):
        return None
    unit, factor = match.payload
    if (
        tokens.word(position) in ("pound", "pounds")
        and match.last == position + 1
        and _is_mass(tokens, number, position)
    ):
        unit = "pound"
    return UnitMatch(match.last, unit, factor=factor, worded=True)


def vague_currency(tokens: Tokens, index: int) -> UnitMatch | None:
    """The currency in "billions of dollars", from the token "of" on."""
    match = _NAMES.behind(tokens, index + 1) if tokens.word(index) == "of" else None
    return UnitMatch(match.last, match.payload[0], factor=match.payload[1], worded=True) if match else None


def _may_be_minor(tokens: Tokens, number: Number, symbol: str, last: int) -> bool:
    """ "131p", "2.5c" are money; "1080p" is a picture size, "5p.m." a time, "2c" of Article 2c a label."""
    if tokens.word(last) in (".", "/") and tokens.glued(last) and tokens.glued(last + 1):
        return False
    return number.magnitude == 1 and number.low < 10_000 and not (symbol == "p" and number.low in (360, 480, 720, 1080))


def _is_mass(tokens: Tokens, number: Number, index: int) -> bool:
    """Whether "pounds" at token `index` are a weight: words of weight near, or "a 50-pound fish"."""
    if number.magnitude >= 1000 or tokens.word(index + 1) == "sterling":
        return False
    near = tokens.near(number.first, index + 1, 6)
    if tokens.word(index - 1) in DASHES:  # "a 240-pound boxer", but "a 50-pound note"
        return not any(word in _NEAR_MONEY for word in near)
    return any(word in _NEAR_MASS for word in near)
