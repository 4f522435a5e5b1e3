"""Reads the unit behind a number ("km", "per cent", "-inch", "°C") and what it is per ("an hour", "/kg")."""

from typing import NamedTuple

from checker.language.number import SCALES, Number, behind_hyphen
from checker.language.tokens import Phrases, Tokens
from checker.lexicon import lexicon

_DATA = lexicon("units")
_RULES = _DATA["symbol_rules"]
_RATES: dict[str, list[str]] = _DATA["rates"]
_PER = _DATA["per"]
_ADVERBIAL = frozenset(phrase.split()[1] for phrase in _PER["adverbs"] if phrase.startswith("per "))
_TIMES = frozenset(_PER["time"])
_THINGS = frozenset(_PER["thing"])
_NOT_BEFORE = frozenset(_PER["not_before"])
_PER_ADVERBS: Phrases[str] = Phrases(_PER["adverbs"])
_COMPOSITES: dict[str, str] = _DATA["composites"]
_FEW_LETTERS = frozenset(_RULES["spaced"])


class UnitMatch(NamedTuple):
    """A unit that ends before token `last`. Multiply the number by `factor`: pence are hundredths of a pound."""

    last: int
    unit: str
    per: str = ""
    factor: float = 1.0
    worded: bool = False  # a word and not a symbol: "kilometres"


def plural_forms(name: str) -> tuple[str, ...]:
    """A unit's name with its regular plural; a name that has none ("feet") stays alone."""
    return (name,) if name.endswith(("s", "ies")) else (name, f"{name}s")


def symbol_table(symbols: list[tuple[str, str]]) -> dict[str, list[tuple[str, str]]]:
    """(symbol, unit) pairs by the symbol's first character, longest symbol first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for symbol, unit in symbols:
        table.setdefault(symbol[0], []).append((symbol, unit))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_NAMES: Phrases[str] = Phrases(
    [(form, unit["id"]) for unit in _DATA["unit"] for name in unit.get("names", ()) for form in plural_forms(name)]
)
_SYMBOLS = symbol_table([(symbol, unit["id"]) for unit in _DATA["unit"] for symbol in unit.get("symbols", ())])


def read_unit(tokens: Tokens, number: Number) -> UnitMatch | None:
    """The unit of measure behind `number`, with its divisor where one follows at once ("km/h", "miles an hour")."""
    match = _read_symbol(tokens, number) or _read_name(tokens, number)
    if match is None:
        return None
    per = read_per(tokens, match.last)
    return match._replace(last=per[0], per=per[1]) if per and not match.per else match


def read_symbol(tokens: Tokens, index: int, table: dict[str, list[tuple[str, str]]]) -> tuple[str, str, int] | None:
    """The symbol that begins with token `index`, its unit, and the index of the token behind it.

    A symbol of letters must end where the letters end.
    """
    if index >= len(tokens):
        return None
    start = tokens.starts[index]
    for symbol, unit in table.get(tokens.text[start], ()):
        end = start + len(symbol)
        if tokens.text.startswith(symbol, start) and not (
            symbol[-1].isalnum() and end < len(tokens.text) and tokens.text[end].isalnum()
        ):
            return symbol, unit, tokens.at(end)
    return None


def read_name(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The unit whose name begins at token `index`, and the index of the token behind it."""
    match = _NAMES.behind(tokens, index)
    return (match.payload, match.last) if match else None


def read_per(tokens: Tokens, index: int) -> tuple[int, str] | None:
    """What the quantity before token `index` is per, and the index of the token behind it.

    Reads "per week", "an hour", "a head", "/kg", "-an-hour", "each", "apiece", "per 100,000"; not "a year earlier".
    """
    position = behind_hyphen(tokens, index)
    word = tokens.word(position)
    behind = behind_hyphen(tokens, position + 1)
    divisor = tokens.word(behind)
    if word == "/" and tokens.glued(behind):
        raw, word = tokens.raw(behind), _singular(divisor)
        if raw in _PER["short"]:
            return behind + 1, _PER["short"][raw]
        return (behind + 1, word) if word in _TIMES or word in _THINGS else None
    if word == "per" and divisor[:1].isdecimal():
        amount = divisor.replace(",", "")
        symbol = read_symbol(tokens, behind + 1, _SYMBOLS) if tokens.glued(behind + 1) else None
        return (symbol[2], f"{amount} {symbol[1]}") if symbol else (behind + 1, amount)
    if word == "per" and divisor in SCALES:
        return behind + 1, f"{SCALES[divisor]:.0f}"
    singular = _singular(divisor)
    if word == "per" and divisor.isalpha() and divisor not in _ADVERBIAL:
        if name := read_name(tokens, behind):
            return name[1], name[0]
        if singular not in _THINGS and tokens.word(behind + 1) in _THINGS:  # "per diluted share"
            return behind + 2, tokens.word(behind + 1)
        return behind + 1, singular
    if word in ("a", "an", "each", "every") and (divisor in _TIMES or divisor in _THINGS):
        after = tokens.word(behind + 1)
        if after in _NOT_BEFORE or (after == "-" and tokens.glued(behind + 1)):
            return None
        return behind + 1, name[0] if (name := read_name(tokens, behind)) else singular
    adverb = _PER_ADVERBS.behind(tokens, index)
    return (adverb.last, adverb.payload) if adverb else None


def smaller_unit(unit: str) -> str:
    """The unit that may follow within one quantity, "" for none: inches behind feet."""
    return _COMPOSITES.get(unit, "")


def _read_symbol(tokens: Tokens, number: Number) -> UnitMatch | None:
    index = number.last
    glued = tokens.glued(index)
    if not glued and number.in_words:
        return None
    position = index if glued and tokens.word(index) != "-" else behind_hyphen(tokens, index)
    if found := read_symbol(tokens, position, _SYMBOLS):
        symbol, unit, last = found
        if symbol == "s" and number.low == int(number.low):  # "1990s", "the 80s"
            return None
        if glued or len(symbol) > 1 or symbol in _FEW_LETTERS:
            return UnitMatch(last, unit)
    word, raw = tokens.word(position), tokens.raw(position)
    if word in _RATES:
        unit, per = _RATES[word]
        return UnitMatch(position + 1, unit, per)
    if raw in ("C", "F") and glued and not _runs_on(tokens, position + 1):
        low, high = _RULES["bare_celsius" if raw == "C" else "bare_fahrenheit"]
        if low <= number.low <= high:
            return UnitMatch(position + 1, "celsius" if raw == "C" else "fahrenheit")
    return _read_inch(tokens, number, position)


def _runs_on(tokens: Tokens, index: int) -> bool:
    """Whether a letter, digit or slash touches the token before `index`."""
    return tokens.glued(index) and (tokens.word(index)[0].isalnum() or tokens.word(index) == "/")


def _read_inch(tokens: Tokens, number: Number, index: int) -> UnitMatch | None:
    """ "18 in thick", '10" long', "6' tall": signs that mean a length only where a word of length follows."""
    raw = tokens.raw(index)
    if raw in _RULES["foot_mark"] and tokens.glued(index) and _starts_inches(tokens, index + 1):
        return UnitMatch(index + 1, "foot")
    behind = tokens.word(behind_hyphen(tokens, index + 1))
    if behind not in _RULES["behind_length"]:
        return None
    if raw in _RULES["inch"]:
        return UnitMatch(index + 1, "inch")
    if raw in _RULES["foot_mark"] and tokens.glued(index):
        return UnitMatch(index + 1, "foot")
    return None


def _starts_inches(tokens: Tokens, index: int) -> bool:
    """Whether inches follow a sign for feet: 5'10", 5' 2"."""
    return tokens.is_numeral(index) and (tokens.glued(index) or tokens.raw(index + 1) in _RULES["inch"][2:])


def _read_name(tokens: Tokens, number: Number) -> UnitMatch | None:
    position = behind_hyphen(tokens, number.last)
    if tokens.word(position) == "second" and position == number.last and number.low != 1:
        return None  # "a 6-4 second-round win"
    if name := read_name(tokens, position):
        return UnitMatch(name[1], name[0], worded=True)
    if number.fraction:  # "half a mile", "three-quarters of an hour"
        position += tokens.word(position) == "of"
        if tokens.word(position) in ("a", "an") and (name := read_name(tokens, position + 1)):
            return UnitMatch(name[1], name[0], worded=True)
    return None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
