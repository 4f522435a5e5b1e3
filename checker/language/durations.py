"""Reads lengths of time ("two-hour", "three and a half years"), sets ("every June") and times of day ("8:15am")."""

import math
from dataclasses import dataclass, replace

from checker.language.calendar_intervals import DAYS_IN, WORKING_DAYS_IN_WEEK
from checker.language.date_reading import Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens, phrase_table, read_cardinal

UNITS: dict[str, str] = WORDS["units"]
_LEXICON = WORDS["durations"]
_BOUNDS = phrase_table(WORDS["bounds"])
_APPROXIMATORS: dict[str, str] = WORDS["approximators"]
_VAGUE_NUMBERS = phrase_table(WORDS["vague_numbers"])
_WORKING_DAY = DAYS_IN["week"] / WORKING_DAYS_IN_WEEK
_SMALLER = {"year": "month", "month": "week", "week": "day", "day": "hour", "hour": "minute", "minute": "second"}

# How far "about" and "almost" let a length stray from the one written.
_ABOUT, _ALMOST = 0.15, 0.2


@dataclass(frozen=True, slots=True)
class Length:
    """A length read from tokens up to the index `end`: from `low` to `high` of `unit` (both None where vague)."""

    end: int
    unit: str
    low: float | None
    high: float | None
    extra_days: float = 0.0  # of the smaller unit in "two years and three months"
    approximate: bool = False
    working: bool = False  # working days: five make a week

    def reading(self) -> Reading:
        """The length as a duration."""
        size = DAYS_IN[self.unit]
        return Reading(
            end=self.end,
            kind="duration",
            precision=self.unit,
            approximate=self.approximate,
            low_days=None if self.low is None else self.low * size + self.extra_days,
            high_days=None if self.high is None else self.high * size + self.extra_days,
        )


def read_length(tokens: Tokens, index: int) -> Length | None:
    """A counted length: "two weeks", "90-minute", "a few years", "3 to 5 years", "a year and a half"."""
    numbers = _read_numbers(tokens, index)
    if numbers is None:
        return None
    low, high, behind, vague = numbers
    return _read_unit(tokens, index, behind, low, high, vague)


def _read_numbers(tokens: Tokens, index: int) -> tuple[float, float, int, bool] | None:
    """Least and greatest number, the index behind, and whether the number is vague."""
    if found := tokens.longest_phrase(index, _VAGUE_NUMBERS):
        (low, high), end = found
        return low, high, end, True
    if tokens.word(index) == "half" and tokens.word(index + 1) in ("a", "an", "-"):
        return 0.5, 0.5, index + 2, False
    half = index + (tokens.word(index) in ("a", "an"))
    if tokens.word(half) == "half" and (tokens.word(half + 1) in UNITS or tokens.glued(half + 1, DASHES)):
        return 0.5, 0.5, half + 1, False
    if tokens.word(index) in ("a", "an") and tokens.word(index + 1) in UNITS:
        return 1.0, 1.0, index + 1, False
    first = read_cardinal(tokens, index)
    if first is None:
        return None
    low, index = _with_half(tokens, *first)
    joint = tokens.word(index)
    if joint in ("to", "or") or joint in DASHES:
        second = read_cardinal(tokens, index + 1)
        if second and second[0] > low:
            high, index = _with_half(tokens, *second)
            return low, high, index, False
    return low, low, index, False


def _with_half(tokens: Tokens, value: float, index: int) -> tuple[float, int]:
    """ "three and a half", "two-and-a-half"; figures such as 3½ are read with the number."""
    end = index
    for word in ("and", "a", "half"):
        if tokens[end].text in DASHES:
            end += 1
        if tokens.word(end) != word:
            return value, index
        end += 1
    return value + 0.5, end


def _read_unit(tokens: Tokens, first: int, index: int, low: float, high: float, vague: bool) -> Length | None:
    """The length whose numbers begin at `first` and whose unit stands at `index`."""
    if tokens.glued(index, DASHES):
        index += 1
    working = tokens.word(index) in _LEXICON["working"]
    index += tokens.word(index) in _LEXICON["adjectives"]
    word = tokens.word(index)
    unit = UNITS.get(word)
    if unit is None or (word == "second" and not tokens[index].glued):
        return None
    deictic = tokens.word(first - 1) in WORDS["deictics"]
    if unit == "quarter" and ((low in (1, 3) and not deictic) or tokens.word(index + 1) == "of"):
        return None  # a fraction
    if _is_age(tokens, index + 1) or (tokens[index].is_capitalised and _is_name(tokens, index + 1)):
        return None
    size = _WORKING_DAY if working and unit == "day" else 1.0
    length = Length(index + 1, unit, low * size, high * size, approximate=vague, working=working)
    return _with_smaller_unit(tokens, length)


def _is_name(tokens: Tokens, index: int) -> bool:
    """ "the Seven Years' War"."""
    index += tokens.glued(index, "'’")
    return tokens[index].is_capitalised


def _is_age(tokens: Tokens, index: int) -> bool:
    """Whether the words behind the unit make it an age: "-old", " old", "' old", " of age"."""
    while tokens[index].text in "-–'’‑" and tokens[index].text:
        index += 1
    if tokens.word(index) in ("and", "or", "of"):
        index += 1
        return tokens.word(index) in ("age", "older", "over", "younger", "up")
    return tokens.word(index) in _LEXICON["ages"]


def _with_smaller_unit(tokens: Tokens, length: Length) -> Length:
    """Adds "and three months", "1 month" or "and a half"."""
    index = length.end
    if tokens.phrase(index, "and a half"):
        return replace(length, end=index + 3, low=_plus(length.low, 0.5), high=_plus(length.high, 0.5))
    if tokens.phrase(index, "or two") and length.low == 1:
        return replace(length, end=index + 2, high=2.0, approximate=True)
    for _ in range(2):
        joint = tokens.word(index)
        start = index + (joint in ("and", ","))
        number = read_cardinal(tokens, start)
        unit = UNITS.get(tokens.word(number[1])) if number else None
        if number is None or unit is None or DAYS_IN[unit] >= DAYS_IN[length.unit] or unit == "quarter":
            break
        if joint == "," and _SMALLER.get(length.unit if index == length.end else "", "") != unit:
            break
        if _is_age(tokens, number[1] + 1) or (
            tokens.word(number[1] + 1) in _LEXICON["after_article"] and start > index
        ):
            break  # "for three months and two days ago …" are two times
        index = number[1] + 1
        length = replace(length, end=index, extra_days=length.extra_days + number[0] * DAYS_IN[unit])
    return length


def _plus(value: float | None, more: float) -> float | None:
    return None if value is None else value + more


def _read_bound(tokens: Tokens, index: int) -> tuple[str, int]:
    """ "almost", "more than": what it says, and the index behind it ("" and `index` where there is none)."""
    if bounded := tokens.longest_phrase(index, _BOUNDS):
        return bounded
    bound = _APPROXIMATORS.get(tokens.word(index), "")
    return bound, index + bool(bound)


def read_bounded_length(tokens: Tokens, index: int) -> Length | None:
    """A length, approximate behind an approximator, unknown behind a bound: "about three weeks", "over a year"."""
    bound, start = _read_bound(tokens, index)
    length = read_length(tokens, start) or _bare_unit(tokens, start)
    if length is None or not bound:
        return length
    if bound in ("about", "almost"):
        return replace(length, approximate=True)
    return replace(length, low=None, high=None, approximate=True)


def read_duration(tokens: Tokens, index: int) -> Reading | None:
    """A duration with its approximator or bound: "almost two years", "more than a decade", "week-long"."""
    bound, start = _read_bound(tokens, index)
    length = read_length(tokens, start) or _bare_unit(tokens, start)
    if length is None or tokens.word(index - 1) in _LEXICON["aged"]:
        return None
    if not bound and not _is_length_in_context(tokens, index, length):
        return None
    if tokens.glued(length.end, DASHES) and tokens.word(length.end + 1) == "long":
        length = replace(length, end=length.end + 2)
    return _bounded(length.reading(), bound)


def _bare_unit(tokens: Tokens, index: int) -> Length | None:
    """ "week-long", "yearlong", "decades-long", "for years"."""
    word = tokens.word(index)
    if word in _LEXICON["joined"]:
        return Length(index + 1, _LEXICON["joined"][word], 1.0, 1.0)
    unit = UNITS.get(word)
    if unit is None or unit in ("second", "quarter", "weekend"):
        return None
    long = tokens.glued(index + 1, DASHES) and tokens.word(index + 2) == "long"
    if word == unit:
        return Length(index + 1, unit, 1.0, 1.0) if long else None
    behind = tokens.word(index + 1)
    if tokens.word(index - 1) == "some" and tokens.opens_sentence(index - 1):
        return Length(index + 1, unit, None, None, approximate=True)
    follows = tokens.word(index - 1) in _LEXICON["before_plural"] or behind in _LEXICON["after_article"]
    before = tokens.word(index - 1)
    follows = follows or (
        behind == "of" and word in _LEXICON["long_plurals"] and before not in _LEXICON["before_named"]
    )
    return Length(index + 1, unit, None, None, approximate=True) if long or follows else None


def _is_length_in_context(tokens: Tokens, index: int, length: Length) -> bool:
    """Tells "for a year" from "£5 a year" and "a day out"."""
    if (tokens.phrase(index, "one day") or tokens.phrase(index, "one night")) and not tokens.glued(index + 1, DASHES):
        return (
            tokens.word(index - 1) in _LEXICON["before_article"] or tokens.word(index + 2) in _LEXICON["after_article"]
        )
    if tokens.phrase(index, "days of the week"):
        return False
    if tokens.word(index) not in ("a", "an") or tokens.word(index + 1) not in UNITS:
        return True
    if tokens.glued(length.end, DASHES):  # "a week-long": the length begins behind the article
        return False
    if length.end > index + 2 or tokens.word(length.end) in _LEXICON["after_article"]:
        return True
    if tokens.word(index - 1) not in _LEXICON["before_article"]:
        return False
    follower = tokens[length.end]
    return not (follower.is_word and tokens.word(length.end) in ("out", "trip", "ticket", "pass", "return"))


def _bounded(reading: Reading, bound: str) -> Reading:
    low, high = reading.low_days, reading.high_days
    if not bound or low is None or high is None:
        return replace(reading, approximate=reading.approximate or bool(bound))
    if bound == "about":
        return replace(reading, low_days=low * (1 - _ABOUT), high_days=high * (1 + _ABOUT), approximate=True)
    if bound == "almost":
        return replace(reading, low_days=low * (1 - _ALMOST), approximate=True)
    if bound in ("more_than", "at_least"):
        return replace(reading, high_days=math.inf)
    return replace(reading, low_days=0.0)


def read_set(tokens: Tokens, index: int) -> Reading | None:
    """A repeated time: "every June", "each year", "every two weeks", "Mondays", "daily"."""
    token, sets = tokens[index], WORDS["sets"]
    if token.text in sets["adverbs"] or token.lower in sets["plurals"]:
        return Reading(index + 1, "", kind="set")
    if token.is_capitalised and token.lower.endswith("days") and token.lower[:-1] in WORDS["weekdays"]:
        return Reading(index + 1, "", kind="set")
    if token.lower not in sets["each"]:
        return None
    index += 1
    if tokens.word(index) in ("other", "single") or tokens.word(index) in WORDS["ordinals"]:
        index += 1
    word = tokens.word(index)
    named = word in WORDS["months"] or word in WORDS["weekdays"] or word in WORDS["seasons"]
    if (word in UNITS and word != "second") or (named and (tokens[index].is_capitalised or word in WORDS["seasons"])):
        return Reading(index + 1, "", kind="set")
    length = read_length(tokens, index)
    return Reading(length.end, "", kind="set") if length else None
