"""Reads longer periods: years, decades, centuries, quarters, halves and seasons; and holidays."""

from dataclasses import replace

from checker.language.calendar_intervals import Interval, century, half, holiday, holiday_weekend, months, season, years
from checker.language.date_reading import Context, Reading
from checker.language.date_tokens import APOSTROPHES, DASHES, WORDS, Tokens, read_ordinal
from checker.language.fiscal_years import read_fiscal_year, read_split_year
from checker.language.month_grammar import read_year_behind
from checker.language.year_numbers import FIRST_YEAR, follows_change, is_year, short_year_at, spelled_year_at, year_at
from checker.language.year_parts import HOLIDAYS
from checker.lexicon import lexicon

_POSSESSIVES = frozenset(lexicon("ages")["possessives"])
_ERAS = {"ad": 1, "ce": 1, "bc": -1, "bce": -1}
_PLACED = frozenset(WORDS["doubtful"]["before"]) | {"at", "over", "the", "as"}
_LATEST_CENTURY = 30
_CENTURY_JOINTS = frozenset(("to", "and")) | DASHES  # "the 11th and 12th centuries"
_LONGEST_YEAR = 5  # digits
_FIRST_SPELLED = 1400  # "in twelve ten-minute talks"
_SPELLED_BEHIND = frozenset(
    ("in", "since", "until", "till", "before", "after", "by", "from", "of", "during", "early", "late")
)


def read_period(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """Any of this module's periods at `index`."""
    return (
        _read_quarter_or_half(tokens, index, context)
        or read_fiscal_year(tokens, index)
        or read_century(tokens, index)
        or read_decade(tokens, index)
        or _read_era(tokens, index)
        or _read_season(tokens, index, context)
        or read_holiday(tokens, index, context)
    )


def read_year(tokens: Tokens, index: int, behind_year: bool = False) -> Reading | None:
    """A bare year, a split year ("2022-23", "2026/27") or a short range ("1914-18").

    `behind_year`: see `is_year`.
    """
    begin = index + 2 if tokens.phrase(index, "the year") else index + (tokens.word(index) == "year")
    if calendar := tokens.phrase(index, "calendar year") or (tokens[index].text == "CY" and index + 1):
        begin = calendar
    if split := read_split_year(tokens, begin):
        return split
    if is_year(tokens, begin, behind_year) and (begin == index or year_at(tokens, begin)):
        return _year(begin + 1, tokens[begin].number or 0)
    number = tokens[begin].number
    if begin > index and number is not None and number >= FIRST_YEAR and not tokens.glued(begin + 1, ","):
        return _year(begin + 1, number)  # "the year 3000"
    if (short := short_year_at(tokens, index)) and tokens.word(index - 1) in ("of", "in", "since", "by", "summer"):
        return _year(short[1], short[0])
    return _read_spelled_year(tokens, index, begin)


def _read_spelled_year(tokens: Tokens, index: int, begin: int) -> Reading | None:
    """ "in nineteen ninety-four", "the year two thousand and eight"; not "by two thousand and eight votes"."""
    spelled = spelled_year_at(tokens, begin)
    if spelled is None or spelled[0] % 100 == 0 or spelled[0] < _FIRST_SPELLED:
        return None
    year, end = spelled
    placed = begin > index or (tokens.word(index - 1) in _SPELLED_BEHIND and not follows_change(tokens, index))
    behind = tokens[end]
    counts = behind.text in DASHES or (behind.is_word and not _ends_phrase(behind.lower)) or behind.text == "%"
    return _year(end, year) if placed and (begin > index or not counts) else None


def _year(end: int, number: int) -> Reading:
    return Reading(end, "year", years(number))


def read_decade(tokens: Tokens, index: int) -> Reading | None:
    """ "the 1990s", "the '90s", "the nineties", "the 1800s" (a hundred years)."""
    begin = index + (tokens.word(index) == "the")
    placed = (
        begin > index or tokens.word(index - 1) in ("early", "mid", "late", "of") or tokens[index - 1].text in DASHES
    )
    word, token = tokens.word(begin), tokens[begin]
    if word in WORDS["decades"]:
        before = index - (tokens[index - 1].text in DASHES)
        before -= tokens.word(before - 1) in ("early", "mid", "late")
        if tokens.word(before - 1) in _POSSESSIVES:
            return None  # "in her late seventies" is an age
        return _decade(begin + 1, 1900 + WORDS["decades"][word]) if placed or tokens.word(index - 1) == "in" else None
    short = token.text in APOSTROPHES
    number_at = begin + short
    number, digits = tokens[number_at].number, tokens[number_at].text
    end = number_at + 1
    if tokens.glued(end, APOSTROPHES) and tokens.glued(end + 1, "s"):
        end += 1
    plural = tokens.glued(end, "s") or (len(digits) == 4 and tokens[end].text == "s")  # "the 1990 s", cut apart
    if number is None or not plural or number % 10:
        return None
    if len(digits) == 4 and FIRST_YEAR <= number < 2100 and not short:
        if number % 100 == 0 and number < 2000:
            return Reading(end + 1, "century", years(number, 100))
        return _decade(end + 1, number)
    if len(digits) == 2 and (
        short or (placed and tokens.word(index - 1) in ("in", "of", "since", "during", "from", "by"))
    ):
        return _decade(end + 1, 1900 + number if number >= 30 else 2000 + number)
    return None


def _decade(end: int, first: int) -> Reading:
    return Reading(end, "decade", years(first, 10))


def read_century(tokens: Tokens, index: int) -> Reading | None:
    """ "the 19th century", "twentieth-century", "the 5th century BC" (without an interval)."""
    begin = index + (tokens.word(index) == "the")
    ordinal = read_ordinal(tokens, begin)
    if ordinal is None:
        return None
    number, end = ordinal
    first = number
    if tokens.word(end) in _CENTURY_JOINTS and (second := read_ordinal(tokens, end + 1)) and second[0] > number:
        number, end = second
    if tokens[end].text in DASHES:
        end += 1
    if tokens.word(end) not in ("century", "centuries", "cent") or not 1 <= number <= _LATEST_CENTURY:
        return None
    end += 1
    era = _ERAS.get(tokens.word(end), 0)
    start, last = century(first), century(number)
    interval = Interval(start.start, last.end) if start and last and era >= 0 else None
    return Reading(end + bool(era), "century", interval, relation="during" if number > first else "")


def _read_era(tokens: Tokens, index: int) -> Reading | None:
    """ "AD 79", "300 BC", "44 B.C.": before our era there is no interval."""
    number = tokens[index].number
    if number is None:
        number = tokens[index + 1].number
        is_year = tokens[index].text == "AD" and number and number < FIRST_YEAR and not tokens[index + 1].glued
        return _year(index + 2, number) if is_year and number else None
    if tokens[index].glued or not 1 <= len(tokens[index].text) <= _LONGEST_YEAR:
        return None
    era, end = tokens[index + 1].text, index + 2
    if tokens.phrase(index + 1, "b . c") or tokens.phrase(index + 1, "a . d"):
        era, end = era + tokens[index + 3].text, index + 4 + tokens.glued(index + 4, ".")
    if era.lower() not in _ERAS or not era.isupper():
        return None
    return _year(end, number) if _ERAS[era.lower()] > 0 and number else Reading(end, "year")


def _read_quarter_or_half(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "Q3 2025", "2025-Q3", "H1 2024", "the third quarter of 2024", "third-quarter", "first half of 2023"."""
    if found := _read_letter_and_number(tokens, index):
        unit, number, end = found
        return _part_of_year(tokens, end, unit, number, context)
    year = year_at(tokens, index)
    if year is not None:
        letter = index + 1 + (tokens[index + 1].text in DASHES)
        if found := _read_letter_and_number(tokens, letter):
            return replace(_part_of_year(tokens, found[2], found[0], found[1], context, False).in_year(year))
        return None
    begin = index + (tokens.word(index) == "the")
    ordinal = read_ordinal(tokens, begin) or _read_last(tokens, begin, context)
    if ordinal is None:
        return None
    number, end = ordinal
    end += tokens[end].text in DASHES
    unit = tokens.word(end)
    if unit not in ("quarter", "half") or not 1 <= number <= (4 if unit == "quarter" else 2):
        return None
    year_behind = read_year_behind(tokens, end + 1, context)
    if unit == "half" and year_behind is None:
        return None  # of a match
    return _part_of_year(tokens, end + 1, unit, number, context)


def _read_last(tokens: Tokens, index: int, context: Context) -> tuple[int, int] | None:
    """The number of the last part of a year that is named: "the final quarter of 2025"; and the index of the part."""
    number = {"quarter": 4, "half": 2}.get(tokens.word(index + 1))
    if tokens.word(index) not in ("final", "last") or number is None or tokens.word(index + 2) != "of":
        return None
    return (number, index + 1) if read_year_behind(tokens, index + 2, context) is not None else None


def _read_letter_and_number(tokens: Tokens, index: int) -> tuple[str, int, int] | None:
    """ "Q3", "H1", "1H": the unit, its number and the index behind."""
    first, second = tokens[index], tokens[index + 1]
    if not second.glued:
        return None
    letter, number = (first, second) if first.is_word else (second, first)
    unit = {"q": "quarter", "h": "half"}.get(letter.lower)
    if unit is None or number.number is None or len(number.text) > 1:
        return None
    if not 1 <= number.number <= (4 if unit == "quarter" else 2) or (letter.text == "h" and first.number is not None):
        return None
    return unit, number.number, index + 2


def _part_of_year(
    tokens: Tokens, end: int, unit: str, number: int, context: Context, with_year: bool = True
) -> Reading:
    def of_year(year: int) -> Interval | None:
        whole = years(year)
        return months(year, 3 * number - 2, 3) if unit == "quarter" else half(whole, number) if whole else None

    reading = Reading(end, unit, of_year=of_year)
    return _in_year_behind(tokens, reading, context) if with_year else reading


def _in_year_behind(tokens: Tokens, reading: Reading, context: Context) -> Reading:
    """The reading in the year written behind it, if one is."""
    found = read_year_behind(tokens, reading.end, context)
    if found is None:
        return reading
    end, year, relative = found
    if year is None:
        return replace(reading, end=end, of_year=None, relative=relative)
    return replace(reading.in_year(year), end=end, relative=relative)


def _read_season(tokens: Tokens, index: int, context: Context) -> Reading | None:
    """ "autumn of 2021", "winter 2023-24", "the summer"."""
    begin = index + (tokens.word(index) == "the")
    word = tokens.word(begin)
    first = WORDS["seasons"].get(word)
    if first is None:
        return None

    def of_year(year: int) -> Interval | None:
        return season(first, year)

    year_at_index = begin + 1 + (tokens.word(begin + 1) == "of")
    split = read_split_year(tokens, year_at_index)
    if split and split.precision == "year" and split.interval:
        return Reading(split.end, "season", of_year(split.interval.start.year))
    reading = _in_year_behind(tokens, Reading(begin + 1, "season", of_year=of_year), context)
    if reading.end > begin + 1:
        return reading
    before = tokens.word(index - 1)
    placed = before in ("in", "by", "since", "until", "during", "over", "throughout", "early", "late", "mid", "this")
    if (
        word == "fall"
        or not placed
        or (word == "spring" and before not in ("in", "by", "since", "this", "early", "late"))
    ):
        return None
    follower = tokens[begin + 1]
    if follower.is_word and follower.lower not in WORDS["year_contexts"]["function_words"]:
        return None
    return reading


def read_holiday(tokens: Tokens, index: int, context: Context, placed: bool = False) -> Reading | None:
    """ "Christmas 2024", "New Year's Day 2023", "at Easter", "Labor Day weekend".

    `placed`: the words before leave no doubt that a day is named.
    """
    found = tokens.longest_phrase(index, HOLIDAYS)
    if found is None:
        return None
    rule, end = found
    weekend = tokens.word(end) == "weekend"

    def of_year(year: int) -> Interval | None:
        day = holiday(rule, year)
        return holiday_weekend(day) if day and weekend else day

    if weekend:
        return _in_year_behind(tokens, Reading(end + 1, "weekend", of_year=of_year), context)
    reading = _in_year_behind(tokens, Reading(end, "day", of_year=of_year), context)
    if reading.end > end or placed:
        return reading
    if not tokens[index].is_capitalised:
        return None
    follower = tokens[end]
    if (tokens.word(index - 1) not in _PLACED and end == index + 1) or (
        follower.is_word and not _ends_phrase(follower.lower)
    ):
        return None
    return reading


def _ends_phrase(word: str) -> bool:
    return word in WORDS["year_contexts"]["function_words"]
