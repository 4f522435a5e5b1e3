"""Reads numbers in words: "eight thousand five hundred", "a dozen", "twenty-one trillion", "five point two"."""

from dataclasses import dataclass, replace

from checker.language.number import (
    ARTICLES,
    DENOMINATORS,
    DOZENS,
    NUMBER_WORDS,
    ORDINALS,
    PLURAL_DENOMINATORS,
    SCALES,
    SMALL,
    TENS,
    Number,
    behind_hyphen,
    fraction,
    with_fraction_behind,
    with_magnitudes,
)
from checker.language.numerals import resolution_of_integer
from checker.language.tokens import DASHES, Tokens

VAGUE: dict[str, list[float]] = NUMBER_WORDS["vague"]
_VAGUE_TIMES: dict[str, list[float]] = NUMBER_WORDS["vague_times"]
_FEW = {tuple(words.split()): span for words, span in NUMBER_WORDS["few"].items()}
_LONGEST_CARDINAL = 40  # tokens; bounds the work on "one hundred and one hundred and …"


@dataclass(slots=True)
class _Sum:
    """The cardinal read so far: `total` of finished scales, `group` below the next scale, `kind` of the last word."""

    total: float = 0.0
    group: float = 0.0
    kind: str = ""  # small, tens, hundred, scale
    scale: float = 1.0  # the last scale used
    finest: float = float("inf")  # the least scale used, which the next must stay below

    @property
    def value(self) -> float:
        return self.total + self.group

    def add(self, word: str) -> bool:
        """Takes one more word; False where the number cannot go on with it."""
        if word in SMALL:
            after_tens = self.kind == "tens" and 1 <= SMALL[word] <= 9
            if self.kind == "small" or (self.kind == "tens" and not after_tens):
                return False
            self.group += SMALL[word]
            self.kind = "small"
        elif word in TENS:
            if self.kind in ("small", "tens"):
                return False
            self.group += TENS[word]
            self.kind = "tens"
        elif word == "hundred":
            if self.kind not in ("small", "tens") or self.group >= 100:
                return False
            self.group *= 100
            self.scale, self.kind = 100.0, "hundred"
        elif word in SCALES or word in DOZENS:
            return self._add_scale(SCALES.get(word, 12.0))
        else:
            return False
        return True

    def _add_scale(self, scale: float) -> bool:
        if self.kind == "scale" and scale > self.finest:  # "three lakh crore"
            self.total *= scale
        elif self.kind in ("small", "tens", "hundred") and scale < self.finest:
            self.total += self.group * scale
        else:
            return False
        self.group, self.scale, self.finest, self.kind = 0.0, scale, scale, "scale"
        return True


def read_cardinal(tokens: Tokens, index: int) -> Number | None:
    """The number in words that begins at `index`, with the fraction or decimals behind it.

    None for ordinals ("twenty-first") and years ("nineteen eighty-four").
    """
    sum_, last = _add_up(tokens, index, _Sum())
    return _finish(tokens, index, last, sum_)


def read_scale(tokens: Tokens, index: int) -> Number | None:
    """The number around the magnitude word at `index` that no numeral precedes.

    "a hundred", "several hundred", "a few thousand", "hundred thousand dollars"; None in "per million".
    """
    scale = SCALES[tokens.word(index)]
    for words, (low, high) in _FEW.items():
        first = index - len(words)
        if first >= 0 and tuple(tokens.words[first:index]) == words:
            low, high = low * scale, high * scale
            return Number(first, index + 1, low, high, scale / 2, True, scale, vague=low < high)
    article = index - 2 if tokens.word(index - 1) in DASHES else index - 1
    if tokens.word(article) in ARTICLES:
        first = article
    elif tokens.word(index + 1) in SCALES or tokens.word(index + 1) in ("dollars", "pounds", "euros", "yen"):
        first = index
    else:
        return None
    sum_ = _Sum(group=1.0, kind="small")
    _, last = _add_up(tokens, index, sum_)
    return _finish(tokens, first, last, sum_)


def read_vague(tokens: Tokens, index: int) -> Number | None:
    """ "hundreds", "tens of thousands", "hundreds of millions": an interval, no value."""
    word = tokens.word(index)
    scale = VAGUE.get(tokens.word(index + 2), [0.0])[0]
    if tokens.word(index + 1) == "of" and scale >= 1000 and word in _VAGUE_TIMES:
        least, most = _VAGUE_TIMES[word]
        return Number(index, index + 3, least * scale, most * scale, least * scale / 2, True, scale, vague=True)
    if word not in VAGUE:
        return None
    if word == "scores" and (tokens.word(index + 1) != "of" or tokens.is_numeral(index + 2)):
        return None  # "test scores", "scores of 70"
    low, high = VAGUE[word]
    return Number(index, index + 1, low, high, low / 2, in_words=True, magnitude=low, vague=True)


def _add_up(tokens: Tokens, index: int, sum_: _Sum) -> tuple[_Sum, int]:
    """Adds the number words from token `index` on to `sum_`; also the token behind them."""
    position = index
    last = index
    while position - index < _LONGEST_CARDINAL and sum_.add(tokens.word(position)):
        last = position + 1
        position = behind_hyphen(tokens, last)
        if tokens.word(last) == "and" and sum_.kind in ("hundred", "scale") and sum_.scale > 12:
            if not _continues_behind_and(tokens, last + 1, sum_, after_between=tokens.word(index - 1) == "between"):
                break
            position = last + 1
        elif sum_.kind == "tens" and tokens.word(last) in DASHES and tokens.word(last + 1) in SMALL:
            position = last + 1  # "fifty - two", in text that was tokenised once already
    return sum_, last


def _continues_behind_and(tokens: Tokens, index: int, before: _Sum, *, after_between: bool) -> bool:
    """Whether the words behind "and" belong to the number: with their magnitude, they must come below its last one.

    "two hundred and six" goes on, as does "two hundred and two thousand"; "two thousand and three thousand" and
    "between two hundred and two thousand" do not.
    """
    tail, last = _Sum(), index
    while last < index + 3 and tokens.word(last) not in SCALES and tail.add(tokens.word(last)):
        last = behind_hyphen(tokens, last + 1)
    if tail.kind not in ("small", "tens") or tail.value == 0:
        return False
    word = tokens.word(last)
    if tail.value < PLURAL_DENOMINATORS.get(word, 0) or (tail.value == 1 and word in DENOMINATORS):
        return False  # "two hundred and two thirds"; but "one hundred and thirty-two fifths" are 132 of them
    scale = SCALES.get(word)
    if scale is None:
        return True
    return not after_between and scale < before.finest and not (scale == 100 and before.kind == "hundred")


def _finish(tokens: Tokens, first: int, last: int, sum_: _Sum) -> Number | None:
    value = sum_.value
    if last - first == 1 and tokens.word(first) in ("eighteen", "nineteen", "twenty") and tokens.word(last) in TENS:
        return None  # "nineteen eighty-four"
    position = behind_hyphen(tokens, last)
    if tokens.word(position) in DASHES and not tokens.glued(position):
        position += 1  # "one - fourth"
    word = tokens.word(position)
    if (compound := _compound_denominator(tokens, position)) and value != 1:
        bottom, behind = compound
        return with_magnitudes(tokens, fraction(first, behind, value, bottom))
    if word in PLURAL_DENOMINATORS and value != 1 and _is_part(tokens, first, position):
        return with_magnitudes(tokens, fraction(first, position + 1, value, PLURAL_DENOMINATORS[word]))
    if word in DENOMINATORS and value == 1:
        return with_magnitudes(tokens, fraction(first, position + 1, 1, DENOMINATORS[word]))
    if word in ORDINALS and position <= last + 1 and _joins_ordinal(sum_, word, position > last):
        return None
    if word == "point" and position == last and (tokens.word(last + 1) in SMALL or tokens.word(last + 1) in TENS):
        return _read_point(tokens, first, last + 1, value)
    magnitude = sum_.scale if sum_.kind in ("scale", "hundred") else 1.0
    number = Number(first, last, value, value, _resolution(value, magnitude), in_words=True, magnitude=magnitude)
    return with_fraction_behind(tokens, number)


def _compound_denominator(tokens: Tokens, index: int) -> tuple[float, int] | None:
    """ "twenty-firsts" at `index`: its number, and the token behind it."""
    unit = index + 2
    if tokens.word(index) not in TENS or tokens.word(index + 1) not in DASHES:
        return None
    ones = ORDINALS.get(tokens.word(unit).removesuffix("s"), 10)
    return (TENS[tokens.word(index)] + ones, unit + 1) if tokens.word(unit).endswith("s") and ones < 10 else None


def with_rest_behind(tokens: Tokens, number: Number) -> Number:
    """A figure of hundreds with what is added in words or figures: "3 hundred and one", "3 hundred and 21"."""
    begin = number.last + 1
    if number.magnitude != 100 or tokens.word(number.last) != "and" or tokens.word(number.first - 1) == "between":
        return number
    if tokens.is_numeral(begin) and tokens.word(begin).isdecimal():
        rest, last = float(tokens.word(begin)), begin + 1
    else:
        sum_, last = _add_up(tokens, begin, _Sum())
        rest = sum_.value
    behind = tokens.word(last)
    if not 0 < rest < 100 or behind in SCALES or behind in PLURAL_DENOMINATORS or behind in DENOMINATORS:
        return number
    value = number.low + rest
    return replace(number, last=last, low=value, high=value, resolution=_resolution(value, 1.0), magnitude=1.0)


def _joins_ordinal(sum_: _Sum, word: str, hyphened: bool) -> bool:
    """ "twenty-first", "two hundredth"; but "thirty second" may be half a minute."""
    if word == "second" and not hyphened:
        return False
    return sum_.kind in ("tens", "hundred", "scale") or ORDINALS[word] >= 100


def _is_part(tokens: Tokens, first: int, position: int) -> bool:
    """Whether "three quarters" is a fraction and not nine months: a hyphen, "of" or no time word before it."""
    if tokens.word(position) != "quarters" or tokens.word(position - 1) in DASHES:
        return True
    return tokens.word(position + 1) in ("of", "the") or tokens.word(first - 1) not in NUMBER_WORDS["periods"]["before"]


def _resolution(value: float, magnitude: float) -> float:
    """As for figures, but words below twenty are counted, not rounded, and "ten million" is to the million."""
    if magnitude >= 1000 and value >= magnitude:
        return _resolution(value / magnitude, 1.0) * magnitude
    if value < 20 or value != int(value):
        return 0.5
    return resolution_of_integer(int(value))


def _read_point(tokens: Tokens, first: int, index: int, whole: float) -> Number:
    """ "five point two five", "two hundred point seventy-one", "two point five million"."""
    digits, position = "", index
    while SMALL.get(tokens.word(position), 10) < 10:
        digits += str(SMALL[tokens.word(position)])
        position += 1
    if not digits:
        decimals, position = _add_up(tokens, index, _Sum())
        digits = str(int(decimals.value))
    value = whole + float(f"0.{digits}")
    return with_magnitudes(tokens, Number(first, position, value, value, 0.5 * 10.0 ** -len(digits), in_words=True))
