"""Numbers in figures and in words, one at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.numbers import is_cue, read_number
from checker.language.numerals import read_numeral, resolution_of_integer
from checker.language.tokens import tokenise

_ONES = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int, *, british: bool = True) -> str:
    """The English name of a number below 10¹⁵."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f"{' and' if british else ''} {in_words(number % 100)}" if number % 100 else ""
        return f"{_ONES[number // 100]} hundred{rest}"
    for scale, name in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            joint = " and " if british and 0 < rest < 100 else " "
            return f"{in_words(number // scale, british=british)} {name}" + (
                f"{joint}{in_words(rest, british=british)}" if rest else ""
            )
    raise ValueError(number)


def numbers(text: str) -> list[tuple[str, float]]:
    """The numbers of a text from left to right, as written and as read (the low end of a vague one)."""
    tokens, found, index = tokenise(text), [], 0
    while index < len(tokens):
        number = read_number(tokens, index) if is_cue(tokens, index) else None
        if number:
            found.append((text[tokens.starts[number.first] : tokens.ends[number.last - 1]], number.low))
        index = max(number.last if number else 0, index + 1)
    return found


@pytest.mark.parametrize(
    ("written", "value", "resolution"),
    [
        ("8", 8, 0.5),
        ("8,500", 8500, 50),
        ("8500", 8500, 50),
        ("12.4", 12.4, 0.05),
        ("12.0", 12.0, 0.05),
        ("2,345,678.91", 2345678.91, 0.005),
        ("23,45,678", 2345678, 0.5),
        ("1.234.567", 1234567, 0.5),
        ("2.345,67", 2345.67, 0.005),
        ("7,00", 7, 0.005),
        ("0", 0, 0.5),
        ("0.25", 0.25, 0.005),
    ],
)
def test_figure(written, value, resolution):
    numeral = read_numeral(written)
    assert (numeral.value, numeral.resolution) == pytest.approx((value, resolution))


@pytest.mark.parametrize("written", ["1,00,0", "007", "00123", "4.4.0", "10.0.0.7", "1,2", "9" * 40, "١٢", "1٢3"])
def test_figure_that_is_no_number(written):
    assert read_numeral(written) is None


@pytest.mark.parametrize(
    ("value", "resolution"),
    [(200, 50), (210, 5), (212, 0.5), (1000, 500), (30, 5), (25, 0.5), (10, 0.5), (0, 0.5), (110, 5)],
)
def test_trailing_zeros_are_rounding_except_in_ten(value, resolution):
    assert resolution_of_integer(value) == resolution


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eight thousand five hundred", 8500),
        ("one hundred and forty-seven", 147),
        ("four  thousand  and  three hundred", 4300),
        ("sixty-four hundred", 6400),
        ("three hundred and six thousand", 306_000),
        ("three lakh crore", 3e12),
        ("four dozen", 48),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a hundred and fifty", 150),
        ("a million", 1e6),
        ("half a million", 500_000),
        ("half-million", 500_000),
        ("a quarter of a million", 250_000),
        ("three-quarters of a million", 750_000),
        ("two and a half million", 2.5e6),
        ("two-and-a-half", 2.5),
        ("four million and a half", 4.5e6),
        ("one and three quarters", 1.75),
        ("five point two five", 5.25),
        ("nought point nought seven", 0.07),
        ("two point five million", 2.5e6),
        ("a couple of hundred", 200),
        ("hundred thousand dollars", 100_000),
        ("2.4 billion", 2.4e9),
        ("1.5bn", 1.5e9),
        ("3.2 mn", 3.2e6),
        ("10k", 10_000),
        ("17 lakh", 1.7e6),
        ("1.1 million", 1_100_000),
        ("1 234 567", 1234567),
        ("60\u202f000", 60_000),
        ("2 1/2", 2.5),
        ("2½", 2.5),
        ("¾", 0.75),
        ("3/4", 0.75),
        ("1e10", 1e10),
        ("7.1x10^-4", 7.1e-4),
        ("3.5×10−5", 3.5e-5),
        (".25", 0.25),
        ("two-thirds", 2 / 3),
        ("one-eighth", 1 / 8),
        ("three eighths", 3 / 8),
        ("one in five", 0.2),
        ("1 in every 20", 0.05),
        ("nine out of ten", 0.9),
        ("one in a million", 1e-6),
        ("tens of thousands", 10_000),
        ("hundreds of thousands", 100_000),
        ("several hundred", 200),
        ("a few thousand", 2000),
    ],
)
def test_number(text, expected):
    (written, value), *rest = numbers(text)
    assert value == pytest.approx(expected)
    assert not rest
    assert text.startswith(written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between two thousand and three thousand", [2000, 3000]),
        ("between one hundred and two hundred", [100, 200]),
        ("between three and five", [3, 5]),
        ("two or three", [2, 3]),
        ("a third of them and half of the rest", [1 / 3, 0.5]),
        ("won two in three days", [2, 3]),
        ("3 in 2019", [3, 2019]),
        ("one billion and 300", [1e9, 300]),
    ],
)
def test_numbers_side_by_side_stay_apart(text, expected):
    assert [value for _, value in numbers(text)] == pytest.approx(expected)


@pytest.mark.parametrize(
    "text",
    [
        "twenty-first",
        "two hundredth",
        "a third man",
        "the second half",
        "in the first half",
        "third quarter",
        "half past",
        "per million",
        "1,00,0",
    ],
)
def test_ordinals_and_periods_are_no_numbers(text):
    assert numbers(text) == []


@given(st.integers(0, 10**15 - 1), st.booleans())
def test_words_read_back(number, british):
    text = in_words(number, british=british)
    if number == 1:
        assert numbers(text)[0][1] == 1
    else:
        assert numbers(text) == [(text, number)]


@given(st.integers(0, 10**12), st.sampled_from(["{:d}", "{:,d}"]))
def test_figures_read_back(number, form):
    written = form.format(number)
    assert numbers(written) == [(written, number)]


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_decimals_read_back(number):
    numeral = read_numeral(f"{number:,.2f}")
    assert numeral.value == float(number)
    assert numeral.resolution == 0.005


@given(st.text(alphabet="0123456789,. ½/e^-x×", max_size=30))
def test_any_run_of_figures_is_read_without_error(text):
    for written, value in numbers(text):
        assert written in text
        assert value == value
