"""Tells a year from any other four-digit number, by what stands around it."""

from checker.language.date_tokens import APOSTROPHES, DASHES, WORDS, Tokens, read_cardinal

FIRST_YEAR, LAST_YEAR = 1000, 2199  # four-digit numbers outside are hardly ever years
_FIRST_COMMON, _LAST_COMMON = 1900, 2099
_TWO_DIGIT_PIVOT = 69  # POSIX: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068

_FAR_AHEAD = 20  # years
_SHORTEST_PARTICIPLE = 5

_CONTEXTS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in WORDS["year_contexts"].items()}
_OPENING = frozenset("([")
_QUOTES = frozenset("\"“‘'")
_CODE_SIGNS = frozenset("$£€¥₹#@&=+*_%‰°\\")
_UNIT_SIGNS = frozenset("$£€¥₹#@_%‰°\\")
_CLOSING = frozenset(")],;.:!?–—|\"”’'")


def year_at(tokens: Tokens, index: int, behind_letters: bool = False) -> int | None:
    """The number at `index` if it is written as a year can be: four digits, not part of a longer figure or code.

    `behind_letters` lets letters stand right before it: "FY2024".
    """
    token = tokens[index]
    if token.number is None or len(token.text) != 4 or not FIRST_YEAR <= token.number <= LAST_YEAR:
        return None
    if token.glued and not (behind_letters and tokens[index - 1].is_word) and not _may_touch(tokens, index - 1):
        return None
    return token.number if _may_be_followed(tokens, index + 1) else None


def short_year_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A two-digit year behind an apostrophe ("'69") and the index behind it."""
    if tokens[index].text in APOSTROPHES:
        token, behind = tokens[index + 1], tokens[index + 2]
        if token.glued and token.number is not None and len(token.text) == 2 and not (behind.glued and behind.is_word):
            return full_year(token.number), index + 2
    return None


def spelled_year_at(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """A year in words ("nineteen eighty-four", "two thousand and fifteen") and the index behind it."""
    if found := tokens.phrase(index, "two thousand"):
        begin = found + (tokens.word(found) == "and")
        rest = read_cardinal(tokens, begin) if tokens[begin].number is None else None
        return (2000 + int(rest[0]), rest[1]) if rest and rest[0] < 100 else (2000, found)
    hundreds = read_cardinal(tokens, index)
    if hundreds is None or tokens[index].number is not None:
        return None
    number, behind = hundreds
    if number % 100 == 0 and 1000 < number < 2000:  # "nineteen hundred and three"
        number, behind = number / 100, behind + (tokens.word(behind) == "and")
    rest = read_cardinal(tokens, behind)
    if not 10 <= number <= 20 or rest is None or not 10 <= rest[0] < 100 or tokens[behind].number is not None:
        return None
    return int(100 * number + rest[0]), rest[1]


def full_year(two_digits: int, anchor_year: int | None = None) -> int:
    """The year that two digits stand for; in an article of a known year, the last one not far ahead of it."""
    year = two_digits + (1900 if two_digits >= _TWO_DIGIT_PIVOT else 2000)
    return year - 100 if anchor_year and year > anchor_year + _FAR_AHEAD else year


def _may_be_followed(tokens: Tokens, index: int) -> bool:
    """Not "2,024", "2024.5", "2000m", "1999%"."""
    behind, beyond = tokens[index], tokens[index + 1]
    if behind.glued and (behind.is_word or behind.text in _UNIT_SIGNS):
        return False
    return not (behind.glued and behind.text in ".,:" and beyond.glued and beyond.number is not None)


def _may_touch(tokens: Tokens, index: int) -> bool:
    """Whether the token at `index` may stand before a year without white space: not "$1999", "555-2024"."""
    sign, before = tokens[index], tokens[index - 1]
    if sign.is_word or sign.text in _CODE_SIGNS or sign.text == ".":
        return False
    if sign.text == "/" or (sign.text in DASHES and sign.glued):
        return before.is_word or before.number is None or before.number >= FIRST_YEAR
    return sign.text not in ",:" or before.is_word


def is_round_or_rare(year: int) -> bool:
    """Whether a number is as likely an amount as a year: 2000, 1450."""
    return not _FIRST_COMMON <= year <= _LAST_COMMON or year % 100 == 0


def counts_something(tokens: Tokens, index: int) -> bool:
    """Whether the number at `index` is followed by a noun that is counted or measured: "2000 people"."""
    number, noun = tokens[index].number or 0, tokens[index + 1]
    if noun.text in DASHES and noun.glued and tokens[index + 2].glued and tokens[index + 2].is_word:
        noun = tokens[index + 2]  # "2000-seat", "1500-metre"
        return noun.lower in _CONTEXTS["counted"] or noun.lower + "s" in _CONTEXTS["counted"]
    if not noun.is_word or noun.glued:
        return False
    if noun.lower in _CONTEXTS["counted"]:
        return True
    common = _FIRST_COMMON <= number <= _LAST_COMMON and number % 100 != 0
    if noun.lower in _CONTEXTS["adjectives"]:
        return not common
    plural = noun.lower.endswith("s") and not noun.lower.endswith(("ss", "us", "is", "'s")) and noun.text == noun.lower
    return plural and not common and noun.lower not in _CONTEXTS["openers"] | _CONTEXTS["function_words"]


def is_year(tokens: Tokens, index: int, behind_year: bool = False) -> bool:
    """Whether the bare number at `index` is a year, judged by its neighbours.

    `behind_year`: a year stands just before, joined by "and", "or", a comma or a dash.
    """
    number = year_at(tokens, index)
    if number is None or _begins_code(tokens, index):
        return False
    before = _behind_approximator(tokens, index)
    before -= tokens[before].text in _QUOTES
    word = tokens.word(before)
    common = _FIRST_COMMON <= number <= _LAST_COMMON
    if counts_something(tokens, index):
        return common and word == "in" and tokens.opens_sentence(index - 1) and number % 100 != 0
    if _is_address(tokens, index) or _joins_count(tokens, index):
        return False
    if behind_year or tokens[index - 1].text in _OPENING:
        return True
    if word in APOSTROPHES or (word == "s" and tokens[index - 1].glued):
        return common and _is_attributive(tokens, index)
    if word == "of" and tokens.word(index - 2) in _CONTEXTS["amounts"]:
        return False
    if word == "to" and tokens.word(index - 2) in _CONTEXTS["reaching"]:
        return True
    if word == "to" and tokens.word(index - 2) == "up" and tokens.opens_sentence(index - 2):
        return common and number % 100 != 0 and tokens[index + 1].text == ","  # "Up to 2011, the party had …"
    if follows_change(tokens, index):
        return False
    if word in DASHES:
        return tokens[index - 1].glued and tokens[index].glued and tokens.word(index - 2) in _CONTEXTS["strong"]
    if word in _CONTEXTS["strong"] or tokens.word(index - 2) in ("c", "ca"):
        return True
    if word in _CONTEXTS["determiners"]:
        return _is_attributive(tokens, index) or (common and tokens[index + 1].text in DASHES)
    return common and _is_year_in_open_context(tokens, index, number, tokens.word(index - 1))


def _begins_code(tokens: Tokens, index: int) -> bool:
    """ "2024-13-01", "2014/56/EU": more than a year."""
    second = tokens[index + 2]
    return (
        tokens.glued(index + 1, "-/") and second.glued and second.number is not None and tokens.glued(index + 3, "-/")
    )


def _behind_approximator(tokens: Tokens, index: int) -> int:
    """The index before the number and its approximator: "in about 1890"; "c. 1890" gives one more for its point."""
    if tokens.word(index - 1) == "." and tokens.word(index - 2) in ("c", "ca"):
        return index - 3
    return index - 2 if tokens.word(index - 1) in ("about", "around", "approximately") else index - 1


def _is_year_in_open_context(tokens: Tokens, index: int, number: int, word: str) -> bool:
    behind = tokens[index + 1]
    ends = not behind.text or behind.text in _CLOSING
    if word in _CONTEXTS["weak"]:
        if word == "to" and tokens[index - 2].number is not None:
            return False
        goes_on = behind.lower in _CONTEXTS["function_words"] or _tells_more(behind.lower)
        return number % 100 != 0 and (not behind.is_word or goes_on)
    if tokens.opens_sentence(index):
        return (
            ends or behind.lower in _CONTEXTS["openers"] or _is_attributive(tokens, index) or _joins_year(tokens, index)
        )
    if word == "," and tokens[index - 2].is_word and tokens[index - 2].is_capitalised:
        return ends and number % 100 != 0
    if _joins_year(tokens, index):
        return True
    before = tokens[index - 1]
    plain = before.is_word and not before.is_capitalised and number % 100 != 0
    return plain and _is_attributive(tokens, index)


def _tells_more(word: str) -> bool:
    """Whether a word behind "for 2024" is a verb of which the year is no part: "sales for 2024 remaining flat"."""
    return word in _CONTEXTS["verbs"] or (word.endswith("ing") and len(word) > _SHORTEST_PARTICIPLE)


def _is_attributive(tokens: Tokens, index: int) -> bool:
    """Whether a noun follows that the year can describe: "2018 summit", "2026 tariff negotiations"."""
    noun = tokens[index + 1]
    if noun.text in DASHES and noun.glued:
        noun = tokens[index + 2]
    if tokens[index + 1].text in "“\"‘'" and tokens[index + 2].is_word:
        return True
    return noun.is_word and noun.lower not in _CONTEXTS["function_words"] and not tokens[index + 1].glued


def _joins_year(tokens: Tokens, index: int) -> bool:
    """ "2019, 2020 and 2021": another year of the common ones follows."""
    if tokens.word(index + 1) not in ("and", ",", "or", "/", "versus", "vs", "&"):
        return False
    other = year_at(tokens, index + 2)
    return other is not None and other >= _FIRST_COMMON and not counts_something(tokens, index + 2)


def follows_change(tokens: Tokens, index: int) -> bool:
    """ "rose by 1950", "up to 2000", "fell from 2100": an amount."""
    return tokens.word(index - 1) in ("by", "to", "from") and tokens.word(index - 2) in _CONTEXTS["changes"]


def _joins_count(tokens: Tokens, index: int) -> bool:
    """ "between 1500 and 2000 people": the amount goes with the next one."""
    joined = tokens.word(index + 1) in ("and", "to", "or") or tokens[index + 1].text in DASHES
    return (
        joined
        and tokens[index + 1].text != ""
        and tokens[index + 2].number is not None
        and counts_something(tokens, index + 2)
    )


def _is_address(tokens: Tokens, index: int) -> bool:
    """ "2030 Main Street"."""
    for k in (1, 2, 3):
        if not tokens[index + k].is_capitalised:
            return False
        if tokens.word(index + k) in _CONTEXTS["streets"]:
            return k > 1
    return False
