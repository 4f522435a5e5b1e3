"""A number as written, and the word tables that its readers share (from `rules/lexicon/numbers.toml`)."""

from dataclasses import dataclass, replace

from checker.language.tokens import DASHES, Tokens
from checker.lexicon import lexicon

NUMBER_WORDS = lexicon("numbers")
SMALL: dict[str, int] = NUMBER_WORDS["small"]
TENS: dict[str, int] = NUMBER_WORDS["tens"]
SCALES: dict[str, float] = NUMBER_WORDS["scales"]
DENOMINATORS: dict[str, float] = NUMBER_WORDS["denominators"]
PLURAL_DENOMINATORS: dict[str, float] = {"halves": 2} | {f"{word}s": value for word, value in DENOMINATORS.items()}
ORDINALS: dict[str, float] = NUMBER_WORDS["ordinals"] | {
    word: value for word, value in DENOMINATORS.items() if word not in ("half", "quarter")
}
GLYPHS: dict[str, list[int]] = NUMBER_WORDS["glyphs"]
ARTICLES = ("a", "an")
_MOST_MAGNITUDES = 3  # "two hundred thousand crore"
DOZENS = ("dozens", "dozs", "dzs")  # plural behind a number: "three dozens"


@dataclass(frozen=True, slots=True)
class Number:
    """A number in the tokens `first` up to but not including `last`. Vague ones ("hundreds") have a wide interval."""

    first: int
    last: int
    low: float
    high: float
    resolution: float
    in_words: bool = False
    magnitude: float = 1.0  # of the magnitude word or abbreviation, 1 where there is none
    plain: bool = False  # bare ungrouped digits: may be a year or a label
    fraction: bool = False  # a part of one, without whole part and magnitude: "two-thirds", "1/2"
    ratio: bool = False  # "one in five"
    vague: bool = False

    @property
    def value(self) -> float | None:
        """The one number written, None for a vague one."""
        return None if self.vague else self.low

    def scaled(self, factor: float, last: int) -> "Number":
        """The number times a magnitude, which ends before token `last`."""
        return replace(
            self,
            last=last,
            low=tidy(self.low * factor),
            high=tidy(self.high * factor),
            resolution=tidy(self.resolution * factor),
            magnitude=self.magnitude * factor,
            plain=False,
            fraction=False,
        )


def tidy(value: float) -> float:
    """The product without the last binary noise: 1.1 million is 1100000, not 1100000.0000000002."""
    return float(f"{value:.15g}")


def fraction(first: int, last: int, top: float, bottom: float, *, in_words: bool = True) -> Number:
    """The number top/bottom. It is exact to a tenth of its part: "half" is 45 to 55 %, "a fifth" 18 to 22 %."""
    value = top / bottom
    return Number(first, last, value, value, 0.1 / bottom, in_words=in_words, fraction=True)


def behind_hyphen(tokens: Tokens, index: int) -> int:
    """Index of the token behind an optional hyphen at `index`."""
    return index + 1 if tokens.word(index) in DASHES and tokens.glued(index) and tokens.glued(index + 1) else index


def with_magnitudes(tokens: Tokens, number: Number) -> Number:
    """The number with the magnitude words behind it: "2 million", "17 lakh crore", "half a million"."""
    position = behind_hyphen(tokens, number.last)
    if number.fraction and number.low < 1:
        position += tokens.word(position) == "of" and tokens.word(position + 1) in ARTICLES
        position += tokens.word(position) in ARTICLES
    scaled = number
    for _ in range(_MOST_MAGNITUDES):
        if (scale := scale_at(tokens, position)) is None:
            break
        scaled = scaled.scaled(scale, position + 1)
        position = behind_hyphen(tokens, position + 1)
    return scaled


def scale_at(tokens: Tokens, index: int) -> float | None:
    """The magnitude that the word at `index` multiplies by, None for other words."""
    word = tokens.word(index)
    return 12.0 if word in DOZENS else SCALES.get(word)


def with_fraction_behind(tokens: Tokens, number: Number) -> Number:
    """The number with a fraction added: "one and a half", "five and a half million", "3 million and a half"."""
    position = behind_hyphen(tokens, number.last)
    if tokens.word(position) != "and":
        return number
    position = behind_hyphen(tokens, position + 1)
    word, part = tokens.word(position), tokens.word(behind_hyphen(tokens, position + 1))
    if word in ARTICLES or word == "one":
        top, bottom = 1, DENOMINATORS.get(part)
    elif word in TENS and tokens.word(position + 1) in DASHES and part in SMALL:  # "and fifty-four hundredths"
        position += 2
        top, bottom = (
            TENS[word] + SMALL[part],
            PLURAL_DENOMINATORS.get(tokens.word(behind_hyphen(tokens, position + 1))),
        )
    else:
        top, bottom = SMALL.get(word, TENS.get(word, 0)), PLURAL_DENOMINATORS.get(part)
    last = behind_hyphen(tokens, position + 1) + 1
    if not top or not bottom or top >= bottom or (tokens.word(last) == "of" and number.magnitude == 1):
        return number
    added, resolution = top / bottom, 0.1 / bottom
    behind = behind_hyphen(tokens, last)
    scale = scale_at(tokens, behind)
    if scale is None:  # "three million and a half" is half a million more
        unit = number.magnitude if number.magnitude >= 1000 else 1.0
        return _plus(number, last, added * unit, resolution * unit)
    if number.magnitude > scale:  # "two billion and a half million"
        return _plus(number, behind + 1, added * scale, resolution * scale)
    return _plus(number, last, added, resolution).scaled(scale, behind + 1)


def _plus(number: Number, last: int, added: float, resolution: float) -> Number:
    low, high = number.low + added, number.high + added
    return replace(number, last=last, low=low, high=high, resolution=resolution, plain=False)
