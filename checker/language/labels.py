"""Tells numbers that name something from numbers that count: "Level 4", "iPhone 11", "in 2019", "one another".

The words are data, in `rules/lexicon/labels.toml`; shapes are in label_shapes.
"""

from checker.language.label_shapes import clock_behind, shaped_label, telephone_numbers
from checker.language.number import Number
from checker.language.numbers import is_cue, read_number
from checker.language.tokens import DASHES, Phrases, Tokens, tokenise
from checker.lexicon import lexicon

_DATA = lexicon("labels")
_NOUNS = frozenset(_DATA["nouns"])
_NOUNS_OF_TIME = frozenset(_DATA["nouns_of_time"])
_DETERMINERS = frozenset(_DATA["determined_by"])
_CHAIN = frozenset(_DATA["chain"])
_NO_NAME = frozenset(_DATA["no_name"])
_STREETS = frozenset(_DATA["streets"])
_YEAR_BEFORE = frozenset(_DATA["year_before"])
_PEOPLE = frozenset(_DATA["people"])
_IDIOMS: Phrases[bool] = Phrases([(idiom, True) for idiom in _DATA["idioms"]], loose_hyphens=False)
_LONGEST_IDIOM = 5
_HYPHEN_NOUNS = frozenset(_DATA["hyphen_nouns"])
_PLURAL_MARKS = ("pp", "nos", "nrs")
_NEAR = 8  # tokens before a name in which there is the figure whose verb it goes on with
_LONGEST_LIST = 8  # figures
_LARGEST_TOP = 1000  # "the top 40"
_LARGEST_NUMBERING = 10_000
_ONE_COUNTS = frozenset(_DATA["one_counts"])
_ONE_COUNTS_BEHIND = frozenset(_DATA["one_counts_behind"])
_ONE_STOPS = frozenset(_DATA["one_stops"])
_ONE_DETERMINED = frozenset(_DATA["one_determined_by"])
_TITLE_LENGTH = 60  # tokens looked at
_TITLE_CASE = 0.7  # share of capitalised words from which capitals say nothing


class Labels:
    """The labels of one text."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._title_case = _is_title_case(tokens)
        self._telephones: dict[int, int] = {}  # token of a telephone number → the token behind the number
        for start, end in telephone_numbers(tokens.text):
            first, last = tokens.at(start), tokens.at(end)
            self._telephones |= dict.fromkeys(range(first, last), last)

    def behind(self, index: int) -> int:
        """Index behind the label that the number word or figure at token `index` is part of by shape or idiom.

        `index` itself where it is part of none.
        """
        tokens = self._tokens
        if index in self._telephones:
            return self._telephones[index]
        for first in range(max(0, index - _LONGEST_IDIOM), index + 1):
            idiom = _IDIOMS.behind(tokens, first)
            if idiom and idiom.last > index and not (tokens.glued(idiom.last) and tokens.word(idiom.last)[0].isalnum()):
                return idiom.last
        return shaped_label(tokens, index) if tokens.is_numeral(index) else clock_behind(tokens, index)

    def names(self, number: Number) -> bool:
        """Whether the words around `number`, which has no unit, sign or bound, make it a name."""
        if number.vague or number.fraction or number.ratio:
            return False
        if number.magnitude != 1:
            return self._is_lettered(number) or self._is_lettered_house(number)
        if self._tokens.word(number.first - 1) == "per" or self._is_numbered(number):
            return True
        if number.in_words:
            return self._is_name_in_words(number) or (number.low == 1 and not counts_one(self._tokens, number))
        return self._is_year(number) or self._is_named(number) or self._is_house_number(number)

    def _is_numbered(self, number: Number) -> bool:
        """ "page 12", "Articles 5 and 6", "day one", "five-star"; not "last week 300 people"."""
        tokens = self._tokens
        if "," in tokens.word(number.first):  # "they now number 2,768"
            return False
        if tokens.word(number.last) in DASHES and tokens.word(number.last + 1).rstrip("s") in _HYPHEN_NOUNS:
            return True
        first = self._list_start(number.first)
        before = first - 1
        before -= tokens.word(before) == "." and tokens.glued(before)
        word, capital = tokens.word(before), tokens.is_name_like(before)
        if word == "#" or (word == "top" and number.low <= _LARGEST_TOP):
            return True
        singular = word[:-1] if word.endswith("s") and word not in _NOUNS else word
        if first < number.first and singular == word and word not in _PLURAL_MARKS:
            return False
        determined = tokens.word(before - 1) in _DETERMINERS and not capital
        counts = is_plural_noun(tokens, number.last, reach=1)
        if singular in _NOUNS:
            return not (determined and counts) and (capital or number.low < _LARGEST_NUMBERING)
        return word in _NOUNS_OF_TIME and number.low < 100 and not determined and not counts

    def _list_start(self, first: int) -> int:
        """Index of the first figure of the list that ends with the figure at token `first`: "pages 3, 5 and 8"."""
        tokens = self._tokens
        for _ in range(_LONGEST_LIST):
            if tokens.word(first - 1) not in _CHAIN or not tokens.is_numeral(first - 2):
                break
            first -= 2
        return first

    def _is_year(self, number: Number) -> bool:
        tokens = self._tokens
        if not number.plain or not 1100 <= number.low < 2100 or tokens.word(number.first)[0] == "0":
            return False
        behind = tokens.word(number.last)
        if behind in _PEOPLE:
            return tokens.word(number.first - 1) in ("the",)
        if number.low >= 1900:
            return (
                number.low % 100 != 0
                or tokens.word(number.first - 1) in _YEAR_BEFORE
                or not is_plural_noun(tokens, number.last)
            )
        return tokens.word(number.first - 1) in _YEAR_BEFORE and not is_plural_noun(tokens, number.last)

    def _is_lettered(self, number: Number) -> bool:
        """ "Route 47B": a capital letter that would be a magnitude, behind a name."""
        tokens, before, letter = self._tokens, number.first - 1, number.last - 1
        if tokens.raw(letter) not in ("B", "K", "M") or not tokens.glued(letter) or tokens.word(before) in _NO_NAME:
            return False
        return tokens.is_name_like(before) and not self._title_case and not is_plural_noun(tokens, number.last)

    def _is_named(self, number: Number) -> bool:
        """ "Apollo 11", "Windows 10": a capitalised word right before a small bare number, within a sentence."""
        tokens, before = self._tokens, number.first - 1
        decimal = not number.plain and number.last == number.first + 1 and "." in tokens.word(number.first)
        if tokens.word(before) in DASHES and not tokens.glued(before) and len(tokens.raw(before - 1)) <= 2:
            before -= 1  # "A - 12", in text that was tokenised once already
        if not (number.plain or decimal) or number.low > 9999 or not tokens.is_name_like(before):
            return False
        word = tokens.word(before)
        if self._title_case or word in _NO_NAME or (len(word) < 2 and not word.isalpha()):
            return False
        if word.endswith("s") and self._goes_on(number):
            return False
        if tokens.opens_sentence(before):
            if is_plural_noun(tokens, number.last):
                return False  # "Inside 300 people waited"
            described = tokens.word(number.last)  # "Nordlys 8 heat pump", unlike "Seats 120"
            if word.endswith("s") and (not described.isalpha() or described.endswith("ly") or described in _NO_NAME):
                return False
        return not (_leads_sentence(tokens, before) and is_plural_noun(tokens, number.last))

    def _goes_on(self, number: Number) -> bool:
        """ "Labour holds 19 seats, the Conservatives 14 and the Greens 9": a verb left out behind a plural name."""
        tokens, before = self._tokens, number.first - 2
        if tokens.word(before) != "the" or tokens.word(before - 1) not in (",", ";", "and"):
            return False
        ends = tokens.word(number.last) in (",", ";", ".", "and", "")
        return ends and any(tokens.is_numeral(index) for index in range(max(0, before - _NEAR), before))

    def _is_lettered_house(self, number: Number) -> bool:
        """ "221b Baker Street"."""
        letter = number.last - 1
        lettered = self._tokens.raw(letter) == "b" and self._tokens.glued(letter)
        return lettered and self._stands_in_street(number)

    def _is_house_number(self, number: Number) -> bool:
        """ "10 Downing Street", "1600 Pennsylvania Avenue"."""
        return number.plain and self._stands_in_street(number)

    def _stands_in_street(self, number: Number) -> bool:
        tokens = self._tokens
        if not tokens.is_name_like(number.last):
            return False
        for position in range(number.last + 1, number.last + 4):
            if not tokens.is_name_like(position):
                return False
            if tokens.word(position) in _STREETS:
                return True
        return False

    def _is_name_in_words(self, number: Number) -> bool:
        """ "World War Two", "the Big Four", "Five Eyes": a number word with a capital inside a sentence."""
        tokens = self._tokens
        first = number.first
        if not tokens.is_name_like(first) or self._title_case or tokens.opens_sentence(first):
            return False
        return not tokens.raw(first).isupper() or len(tokens.raw(first)) < 2


def find_labels(text: str) -> list[tuple[int, int]]:
    """Half-open spans of the numbers in `text` that name something instead of counting it, in order."""
    tokens = tokenise(text)
    labels = Labels(tokens)
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if not is_cue(tokens, index):
            index += 1
            continue
        last = labels.behind(index)
        if last == index and (number := read_number(tokens, index)):
            last = number.last if labels.names(number) else index
        if last > index:
            found.append((tokens.starts[index], tokens.ends[last - 1]))
        index = max(last, index + 1)
    return found


def counts_one(tokens: Tokens, number: Number) -> bool:
    """Whether "one" is a count ("one person died", "one mile") and not a pronoun ("this one", "one of them")."""
    before, behind = tokens.word(number.first - 1), tokens.word(number.last)
    if behind in DASHES:
        behind = tokens.word(number.last + 1)
        return tokens.glued(number.last) and behind[:1].isalpha()
    if before == "only" and tokens.word(number.first - 2) == "the":
        return False
    if behind in ("to", "or") and is_cue(tokens, number.last + 1):
        return True
    if before in _ONE_DETERMINED or behind in _ONE_STOPS or not behind[:1].isalpha():
        return False
    if before in ("and", "or") and any(is_cue(tokens, i) for i in range(max(0, number.first - 7), number.first - 1)):
        return True  # "eleven shops and one warehouse"
    counted = (behind, tokens.word(number.last + 1))
    return before in _ONE_COUNTS_BEHIND or not _ONE_COUNTS.isdisjoint(counted)


def is_plural_noun(tokens: Tokens, index: int, reach: int = 2) -> bool:
    """Whether one of the next `reach` words, all in lower case, looks like a plural noun."""
    for position in range(index, index + reach):
        word = tokens.word(position)
        if not word[:1].isalpha() or tokens.is_name_like(position):
            return False
        if word in _PEOPLE or (
            len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s", "is"))
        ):
            return word not in ("does", "says", "sees", "plus", "across", "whereas", "perhaps", "always")
        if word in _NO_NAME:
            return False
    return False


def _leads_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a sentence begins with a preposition and the name that ends at `index`: "In Leeds 300 people …"."""
    first = index
    while tokens.is_name_like(first - 1) and index - first < 4 and tokens.word(first - 1) not in _NO_NAME:
        first -= 1
    return tokens.word(first - 1) in ("in", "at", "on", "for", "from") and tokens.opens_sentence(first - 1)


def _is_title_case(tokens: Tokens) -> bool:
    """Whether so many words are capitalised that a capital tells nothing."""
    long_words = [
        index
        for index in range(1, min(len(tokens), _TITLE_LENGTH))
        if len(tokens.words[index]) > 3 and tokens.words[index].isalpha()
    ]
    capitals = sum(tokens.is_name_like(index) for index in long_words)
    return len(long_words) >= 3 and capitals >= _TITLE_CASE * len(long_words)
