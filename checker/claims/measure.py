"""What a figure measures: the noun it counts, or the noun or verb that it is stated of."""

from __future__ import annotations

import re

from checker.claims.canonical import canonical_verb, words
from checker.claims.clause import Clause, clause_of
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token
from checker.language.quantity import Quantity
from checker.language.units import dimension, is_currency
from checker.lexicon import lexicon

_STATES_A_LEVEL = {
    "be", "number", "total", "stand", "reach", "hit", "equal", "average", "cost", "weigh", "measure", "come", "go",
    "amount", "run", "remain", "stay", "exceed", "top", "set", "put", "estimate", "value", "price", "fix", "range",
    "move", "return", "become", "represent", "account",
}  # fmt: skip
_BRINGS = {"bring", "take", "leave", "keep", "hold", "push", "carry", "lift", "drive"}  # "brought membership to 1,200"
_GIVES = {"give", "list", "state", "report", "record", "quote", "describe", "estimate"}
_COMPARES = {"compare", "against", "versus"}
GENERIC = {"number", "total", "amount", "level", "figure", "sum", "rate", "dozen", "hundred", "thousand", "million",
            "billion", "couple", "score", "pair", "series", "group", "handful", "proportion", "share", "percentage",
            "majority", "minority", "average", "mean", "median", "maximum", "minimum", "rest"}  # fmt: skip
RUNNING_TIME = "finishing-time"
_OF_A_KIND = {"rate", "level", "figure", "total", "share", "proportion"}  # "unemployment rate", "membership total"
NUMERIC = ("nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod", "punct")
NOMINAL = {"NOUN", "PROPN"}
_SILENT = {"be", "have", "do", "become", "go", "come", "say", "get"}  # say nothing, not even of a time
_DISTANCE = re.compile(r"(?: \([^()]{1,40}\))? (?:from|away|apart|off)\b")  # "16 km (10 miles) from the mainland"
_EXTENT = re.compile(
    r"(?: \([^()]{1,40}\))? (high|tall|long|wide|broad|deep|thick|above (?:the )?sea)\b(?![- ](?:time|way|term))"
)
_EXTENTS = {"long": "length", "wide": "width", "broad": "width", "deep": "depth", "thick": "thickness"}
_STOPS = {".", ";", ":", "!", "?"}
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HYPHENS = {"-", "‐", "‑"}


def figure_token(reading: BlockReading, quantity: Quantity) -> int:
    """The token that heads the figure: its magnitude or unit word where it has one."""
    indices = reading.tokens_in(quantity.number_start, quantity.end)
    inside = set(indices)
    tokens = reading.parse.tokens
    for index in reversed(indices):
        if tokens[index].head not in inside or tokens[index].head == index:
            return index
    return indices[-1]


def measure_of(reading: BlockReading, quantity: Quantity, spoken_for: frozenset[int]) -> tuple[int, str]:
    """Index of the token that says what a figure measures (the figure's own where none does), and its lemma.

    A noun where one is named, else the verb, else a word of mere amount ("the total is £4m"), else the dimension of
    the unit: "75C" is a temperature. `spoken_for` are the tokens of figures and times: units measure nothing.
    """
    figure = figure_token(reading, quantity)
    if ":" in reading.block.text[quantity.number_start : quantity.number_end]:
        return figure, RUNNING_TIME  # "2:14:32"
    sentence = _Sentence(reading.parse, spoken_for, quantity)
    if (extent := _EXTENT.match(reading.block.text, quantity.end)) and dimension(quantity.unit) == "length":
        return figure, _EXTENTS.get(extent[1].lower(), "height")
    if _DISTANCE.match(reading.block.text, quantity.end) and dimension(quantity.unit) == "length":
        return figure, lexicon("units")["measures"]["length"]
    head, measure = sentence.counted(figure) if quantity.unit == "count" else sentence.measured(reading, figure)
    if not measure:
        measure = sentence.announced()
    if measure or quantity.unit == "count":
        return head, measure
    return head, lexicon("units")["measures"].get(dimension(quantity.unit), "")


class _Sentence:
    """The parse around one figure."""

    def __init__(self, parse: Parse, spoken_for: frozenset[int], quantity: Quantity) -> None:
        self._parse, self._spoken_for, self._quantity = parse, spoken_for, quantity

    def _names(self, token: Token) -> bool:
        return token.pos in NOMINAL and token.index not in self._spoken_for

    def counted(self, figure: int) -> tuple[int, str]:
        """The noun that a bare number counts: its index (the figure's own where it is elided) and lemma."""
        token = self._parse.tokens[figure]
        noun = token.pos in NOMINAL and token.tag != "CD" and not token.text[:1].isdigit()
        if noun and token.lemma not in GENERIC:  # "a dozen surveyors" counts surveyors
            return figure, token.lemma
        current = token
        while current.dependency in NUMERIC and current.head != current.index:
            current = self._parse.tokens[current.head]
            if self._names(current) and current.index > figure and not self._leads_on(current):
                return current.index, compound(self._parse, specific(self._parse, current))
        return self._part_of(figure) or self._stated_of(token)

    def _leads_on(self, token: Token) -> bool:
        """Whether a noun only tells the sort of the next: "96 reconnaissance drones"."""
        above = self._parse.tokens[token.head]
        return token.dependency in ("compound", "nmod") and above.index > token.index and self._names(above)

    def measured(self, reading: BlockReading, figure: int) -> tuple[int, str]:
        """What a figure with a unit measures."""
        token = self._parse.tokens[figure]
        if token.dependency in NUMERIC and token.head != figure:
            head = self._parse.tokens[token.head]
            if self._names(head) and head.start >= self._quantity.end:
                return head.index, compound(self._parse, head)
        for index in reading.tokens_in(self._quantity.start, self._quantity.end):
            if found := self._part_of(index):
                return found
        stated = self._stated_of(token)
        return stated if stated[1] else self._meant_for(reading) or stated

    def _part_of(self, index: int) -> tuple[int, str] | None:
        """ "three of the bridges", "8 litres of water"."""
        for preposition in self._parse.children(index, "prep"):
            if preposition.lemma == "of" and preposition.start >= self._quantity.number_end:
                for noun in self._parse.children(preposition.index, "pobj"):
                    if self._names(noun):
                        return noun.index, compound(self._parse, noun)
        return None

    def announced(self) -> str:
        """The noun before a colon that a figure without one follows: "Lambs born this spring: 317 in all"."""
        parse = self._parse
        first = parse.token_at(self._quantity.start)
        if not first or parse.tokens[first - 1].text != ":":
            return ""
        start = next((i for i in range(first - 2, -1, -1) if parse.tokens[i].text in _STOPS), -1) + 1
        before = parse.tokens[start : first - 1]
        if any(token.tag in _FINITE for token in before):
            return ""
        nouns = [token for token in before if token.pos == "NOUN" and token.dependency not in NUMERIC]
        named = specific(parse, nouns[0]) if nouns else None
        return "" if named is None or named.lemma in GENERIC else compound(parse, named)

    def _meant_for(self, reading: BlockReading) -> tuple[int, str] | None:
        """ "£6.2m for roads"."""
        behind = reading.tokens_in(self._quantity.start, self._quantity.end)[-1] + 1
        if behind < len(self._parse.tokens) and self._parse.tokens[behind].lemma == "for":
            for noun in self._parse.children(behind, "pobj"):
                if self._names(noun) and is_currency(self._quantity.unit):
                    return figure_token(reading, self._quantity), compound(self._parse, noun)
        return None

    def _stated_of(self, token: Token) -> tuple[int, str]:
        """The noun or verb that a free-standing figure belongs to: "a population of 3,200", "sales reached £3m"."""
        parse, current = self._parse, token
        while (
            current.dependency in ("conj", *NUMERIC)
            and current.head != current.index
            and (parse.tokens[current.head].pos in ("NUM", "SYM") or current.dependency == "conj")
        ):
            current = parse.tokens[current.head]
        above = self._verb_right_before(current) or parse.tokens[current.head]
        amount = ""  # a word of mere amount, should nothing better be said
        if current.dependency == "pobj":
            outer = parse.tokens[above.head]
            while outer.pos == "ADP" and outer.head != outer.index:
                outer = parse.tokens[outer.head]
            if above.lemma in _COMPARES or outer.lemma in _COMPARES:
                return token.index, ""
            if above.lemma == "than" and outer.pos == "ADJ" and outer.dependency == "amod":  # "a rating lower than 70%"
                outer = parse.tokens[outer.head]
            if self._names(outer):
                named = specific(parse, outer)
                if named.lemma not in GENERIC and self._names(named):
                    return token.index, compound(parse, named)
                amount = outer.lemma
            above = outer
        elif current.dependency == "appos" and self._names(above):
            return token.index, compound(parse, specific(parse, above))
        clause = clause_of(parse, above.index)
        if clause is None or current.dependency in ("nsubj", "nsubjpass"):
            return token.index, amount
        brought = self._brings(current, above, clause)
        level = brought or canonical_verb(clause.verb.lemma) in _STATES_A_LEVEL or direction(clause.verb.lemma)
        noun = clause.object if clause.passive or brought else clause.subject
        if level and noun is not None and noun.index != token.index and self._names(noun):
            named = specific(parse, noun)
            name = named.pos == "PROPN" and not named.text.isupper() and self._quantity.unit == "count"
            if named.lemma not in GENERIC and not name:  # "Ashby recorded 40" counts no Ashbys
                return token.index, compound(parse, named)
            amount = amount or ("" if name else named.lemma)
        return token.index, amount or self._of_verb(clause.verb.lemma, bool(level))

    def _verb_right_before(self, current: Token) -> Token | None:
        """The verb of "as turnout reaches 58%", where the parse hangs the figure on a verb farther off."""
        first = self._parse.token_at(self._quantity.start)
        before = self._parse.tokens[max(0, first - 1)]
        astray = current.dependency == "npadvmod" and before.pos == "VERB" and current.head != before.index
        return before if astray and any(self._parse.children(before.index, "nsubj")) else None

    def _brings(self, current: Token, above: Token, clause: Clause) -> bool:
        """ "Put turnout at 48%", "raised the fare to £3", "gave the crowd as 900": there the figure is the object's."""
        thing, preposition = clause.object, self._parse.tokens[current.head]
        verb = clause.verb.lemma
        given = preposition.lemma == "as" and verb in _GIVES
        if current.dependency != "pobj" or not (given or preposition.lemma in ("at", "to")) or thing is None:
            return False
        brings = given or verb in _BRINGS or verb in _STATES_A_LEVEL or direction(verb)
        behind = thing.dependency == "dobj" and thing.index < current.index and above.index == clause.verb.index
        return bool(brings and behind) and not any(self._parse.children(thing.index, "nummod"))

    def _of_verb(self, verb: str, level: bool) -> str:
        """The verb, where it says what is measured: that "it took nine days" or "made £9m" does, "it was" does not."""
        unit = self._quantity.unit
        telling = verb not in _SILENT
        if dimension(unit) not in ("time", "currency", "share") and (level or verb in words("light_verbs")):
            telling = False
        return verb if telling else ""


def compound(parse: Parse, noun: Token) -> str:
    """The lemma of a noun, with what a hyphen ties to it: "take-up", "non-member"."""
    before = parse.tokens[noun.index - 2] if noun.index >= 2 else None
    hyphen = parse.tokens[noun.index - 1]
    tied = before is not None and hyphen.text in _HYPHENS and before.end == hyphen.start and hyphen.end == noun.start
    return f"{before.lemma}-{noun.lemma}" if tied and before is not None and before.text.isalpha() else noun.lemma


def specific(parse: Parse, noun: Token) -> Token:
    """The noun that a word of mere amount leads to: "number of admissions", "the unemployment rate"."""
    while noun.lemma in GENERIC:
        for preposition in parse.children(noun.index, "prep"):
            below = next(parse.children(preposition.index, "pobj"), None) if preposition.lemma == "of" else None
            if below is not None and below.pos in NOMINAL:
                noun = below
                break
        else:
            before = (child for child in parse.children(noun.index, "compound") if child.pos == "NOUN")
            return next(before, noun) if noun.lemma in _OF_A_KIND else noun
    return noun


def direction(lemma: str) -> str:
    if lemma in words("increase"):
        return "increase"
    return "decrease" if lemma in words("decrease") else ""
