"""Reads an amount: a number with its sign, currency, unit and divisor, "-£3.5bn", "5 feet 4 inches", "70 km/h"."""

from dataclasses import dataclass, replace

from checker.language.currencies import currency_before, currency_behind, letter_before, vague_currency
from checker.language.number import Number, behind_hyphen, scale_at, tidy
from checker.language.numbers import is_cue, read_number
from checker.language.tokens import Tokens
from checker.language.unit_words import read_name, read_per, read_unit, smaller_unit
from checker.language.units import convert, is_currency

_MINUS = frozenset(("-", "−", "–", "‑", "minus", "negative"))
_BEFORE_SIGN = frozenset(("(", "[", "<", ">", "=", "≥", "≤", "~", "±", "$", "£", "€", "¥", '"', "“", "‘", "'"))


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its sign and unit, in the tokens `first` up to `last`; `low` and `high` have sign and factor."""

    first: int
    last: int
    number: Number
    low: float
    high: float
    resolution: float
    unit: str = ""  # "" for a bare number
    per: str = ""
    signed: bool = False
    plus_minus: bool = False
    before: bool = False  # the currency stands before the figure
    factor: float = 1.0  # of the unit as written: 0.01 for pence

    @property
    def bare(self) -> bool:
        return not (self.unit or self.per or self.signed)


def read_amount(tokens: Tokens, index: int) -> Amount | None:
    """The amount whose number has its cue at token `index`; None where no number is."""
    sign_first, negative, plus_minus = _read_sign(tokens, index)
    currency = currency_before(tokens, sign_first)
    number = read_number(tokens, index, after_currency=currency is not None)
    if number is None:
        return None
    if number.first < index:  # "a hundred": what stands before the article
        sign_first, negative, plus_minus = _read_sign(tokens, number.first)
        currency = currency_before(tokens, sign_first)
    currency = currency or letter_before(tokens, sign_first, number)
    signed = sign_first < number.first
    factor = -1.0 if negative else 1.0
    low, high = sorted((number.low * factor + 0.0, number.high * factor + 0.0))  # "-0" is 0
    amount = Amount(
        sign_first,
        number.last,
        number,
        low,
        high,
        number.resolution,
        signed=signed and not plus_minus,
        plus_minus=plus_minus,
    )
    if currency:
        first, negative_before, _ = _read_sign(tokens, currency[0])
        if negative_before:
            amount = replace(amount, low=-amount.high, high=-amount.low, signed=True)
        amount = replace(amount, first=first if negative_before else currency[0], unit=currency[1], before=True)
        return _with_per(tokens, _without_repeated_name(tokens, amount))
    return _with_parts(tokens, _with_unit(tokens, amount))


def amount_from(tokens: Tokens, index: int) -> Amount | None:
    """The amount that begins exactly at token `index`, its sign or currency included."""
    for cue in range(index, min(index + 6, len(tokens))):
        if is_cue(tokens, cue):
            amount = read_amount(tokens, cue)
            if amount and amount.first == index:
                return amount
            if amount:
                return None
        elif tokens.word(cue) == "\n":
            return None
    return None


def scaled(amount: Amount, factor: float) -> Amount:
    """The amount times `factor`."""
    number = amount.number.scaled(factor, amount.number.last)
    low, high, resolution = tidy(amount.low * factor), tidy(amount.high * factor), tidy(amount.resolution * factor)
    return replace(amount, number=number, low=low, high=high, resolution=resolution)


def _read_sign(tokens: Tokens, index: int) -> tuple[int, bool, bool]:
    """Index of the sign before token `index` (or `index`), whether it is negative, whether it is plus or minus."""
    word, before = tokens.word(index - 1), tokens.word(index - 2)
    if word == "±":
        return index - 1, False, True
    if word == "minus" and before == "or" and tokens.word(index - 3) == "plus":
        return index - 3, False, True
    if word in ("minus", "negative"):
        return index - 1, True, False
    if word in _MINUS and tokens.glued(index):
        apart = index == 1 or not tokens.glued(index - 1) or before in _BEFORE_SIGN
        return (index - 1, True, False) if apart else (index, False, False)
    if word in ("-", "−") and index == 1:  # "- 20" that is all of a cell
        return 0, True, False
    if word == "+" and tokens.glued(index) and not tokens.glued(index - 1):
        return index - 1, False, False
    return index, False, False


def _with_unit(tokens: Tokens, amount: Amount) -> Amount:
    number = amount.number
    if number.vague:
        return _with_vague_unit(tokens, amount)
    if number.ratio:
        return amount
    if money := currency_behind(tokens, number):
        factor, last = money.factor, money.last
        if number.magnitude == 1 and not money.worded and (scale := scale_at(tokens, last)):  # "75 USD million"
            factor, last = factor * scale, last + 1
        amount = replace(amount, unit=money.unit, last=last)
        return _with_per(tokens, replace(scaled(amount, factor), factor=factor) if factor != 1 else amount)
    if unit := read_unit(tokens, number):
        return replace(amount, unit=unit.unit, per=unit.per, last=unit.last)
    return _with_per(tokens, amount)


def _with_vague_unit(tokens: Tokens, amount: Amount) -> Amount:
    """ "billions of dollars", "hundreds of miles"."""
    if money := vague_currency(tokens, amount.last):
        return replace(amount, unit=money.unit, last=money.last)
    if tokens.word(amount.last) == "of" and (name := read_name(tokens, amount.last + 1)):
        return replace(amount, unit=name[0], last=name[1])
    if money := currency_behind(tokens, amount.number):
        return replace(amount, unit=money.unit, last=money.last)
    if unit := read_unit(tokens, amount.number):
        return replace(amount, unit=unit.unit, per=unit.per, last=unit.last)
    return amount


def _with_per(tokens: Tokens, amount: Amount) -> Amount:
    if per := read_per(tokens, amount.last):
        return replace(amount, last=per[0], per=per[1])
    return amount


def _without_repeated_name(tokens: Tokens, amount: Amount) -> Amount:
    """Takes in a currency that is named again behind the figure: "$ 10 dollars", "$50 US"."""
    behind = currency_behind(tokens, amount.number)
    if behind and behind.factor == 1 and (behind.worded or tokens.raw(amount.last).isupper()):
        return replace(amount, last=behind.last, unit=behind.unit if behind.unit != amount.unit else amount.unit)
    return amount


def _with_parts(tokens: Tokens, amount: Amount, finest: str = "") -> Amount:
    """Adds the smaller units of one quantity: "5 feet 4 inches", "two hours and 30 minutes", "ten dollars 50".

    `finest` is the unit that was added last: "25 hours, 12 minutes and 8 seconds".
    """
    finest = finest or amount.unit
    if not amount.unit or amount.per or amount.plus_minus or amount.factor != 1:
        return amount
    comma = tokens.word(amount.last) == "," and not is_currency(amount.unit)
    position = amount.last + (comma or tokens.word(amount.last) == "and")
    hyphened = behind_hyphen(tokens, position) > position  # "5-foot-10"
    position = behind_hyphen(tokens, position)
    if not is_cue(tokens, position) if position < len(tokens) else True:
        return amount
    number = read_number(tokens, position)
    if number is None or number.vague or number.first != position:
        return amount
    if is_currency(amount.unit):
        part = currency_behind(tokens, number)
        if part is None and position == amount.last and _are_cents(tokens, number):
            return _plus(amount, number.last, number.low * 0.01, number.resolution * 0.01)
        if part is None or part.unit != amount.unit or part.factor != 0.01 or number.low >= 100:
            return amount
        return _plus(amount, part.last, number.low * 0.01, number.resolution * 0.01)
    smaller = smaller_unit(finest)
    if not smaller:
        return amount
    unit = read_unit(tokens, number)
    found, last = (unit.unit, unit.last) if unit else ("", number.last)
    if smaller == "minute" and tokens.raw(position + 1) == "m" and number.first == position:  # "2h 30m"
        number = number.scaled(1 / number.magnitude, position + 1)
        found, last = "minute", position + 2
    if not found and smaller == "inch" and tokens.word(number.last) in ("in", '"', "″", "”"):
        found, last = "inch", number.last + 1
    elif not found and smaller == "inch" and hyphened:
        found = "inch"
    if found != smaller or (unit and unit.per):
        return amount
    if number.low * convert(1.0, smaller, finest) >= 1.001:
        return amount
    factor = convert(1.0, smaller, amount.unit)
    return _with_parts(tokens, _plus(amount, last, number.low * factor, number.resolution * factor), smaller)


def _are_cents(tokens: Tokens, number: Number) -> bool:
    """Whether a bare number behind a worded currency can only be cents: "15 dollars 50"."""
    closed = not tokens.word(number.last)[:1].isalnum() and tokens.word(number.last) not in ("%", "$", "£", "€")
    return closed and 10 <= number.low < 100 and number.magnitude == 1 and not number.fraction


def _plus(amount: Amount, last: int, added: float, resolution: float) -> Amount:
    added = -added if amount.low < 0 else added
    return replace(amount, last=last, low=amount.low + added, high=amount.high + added, resolution=resolution)
