"""Whether an answer holds what its question asks for: a name, a date, a place, a figure, a length of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from checker.claims.clause import governor
from checker.claims.reading import BlockReading
from checker.claims.scope import tense
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_YES_OR_NO = re.compile(r"\s*(yes|no|yep|nope|not|never)\b", re.IGNORECASE)
# "At six", "from 9.30", "6pm": a time of day
_CLOCK = re.compile(
    r"\b(?:at|by|from|until|till|past) (?:\d{1,2}\b(?!%)|(?:one|two|three|four|five|six)\b"
    r"|(?:seven|eight|nine|ten|eleven|twelve)\b)|\b\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\b",
    re.IGNORECASE,
)
_ASKING = {"be", "do", "have", "can", "will", "may", "must", "should", "could", "shall"}
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
_LANDS = {"country", "city", "town", "village", "county", "region", "state", "nation"}
_NAMING_PREPOSITIONS = {"by", "to", "including", "between", "among", "like", "under"}


def answer_of(question: BlockReading, kind: str, answers: Sequence[BlockReading]) -> str:
    """The column `answer` for a question of a kind (lexicon `questions`) and the blocks below it.

    "yes", "no", "given", "linked" where it is answered; "vague" and "missing" where it is not; "none" without answer.
    """
    if not answers:
        return "none"
    said = _YES_OR_NO.match(answers[0].block.text)
    if not kind:
        if said is None:
            return "missing" if asks_yes_or_no(question) and _talks_past(question, answers) else "given"
        return "yes" if said[1].lower().startswith("y") else "no"
    test = _TESTS[kind]
    if any(test(question, answer) for answer in answers):
        return "given"
    if any(answer.block.links for answer in answers):
        return "linked"
    vague = any(_has_words(answer, "vague") for answer in answers)
    return "vague" if vague else "missing"


def asks_yes_or_no(question: BlockReading) -> bool:
    """Whether a question can be answered by yes or no, and is not about the past: "Is the museum open on Mondays?"."""
    first = question.parse.tokens[0] if question.parse.tokens else None
    return first is not None and first.tag in ("VBZ", "VBP", "MD") and first.lemma in _ASKING


def _talks_past(question: BlockReading, answers: Sequence[BlockReading]) -> bool:
    """Whether an answer to a question of now tells a story, of nothing that was asked but its subject.

    Any word that says yes or no, that points back or that the question has as well makes it an answer.
    """
    subjects = {token.index for token in question.parse.tokens if token.dependency in ("nsubj", "nsubjpass", "poss")}
    asked = {token.lemma.lower() for token in question.parse.tokens if token.pos in _CONTENT} - {
        question.parse.tokens[index].lemma.lower() for index in subjects
    }
    tokens = [token for answer in answers for token in answer.parse.tokens]
    if any(
        answer.block.links or _has_words(answer, "yes or no") or _has_words(answer, "pointing") for answer in answers
    ):
        return False
    told = [token.tag for token in tokens if token.tag in ("VBD", "VBZ", "VBP", "MD") or token.dependency == "neg"]
    return told[:1] == ["VBD"] and not asked & {token.lemma.lower() for token in tokens}


def _has_figure(question: BlockReading, answer: BlockReading) -> bool:
    return bool(answer.quantities)


def _how_many(question: BlockReading, answer: BlockReading) -> bool:
    counted = [quantity for quantity in answer.quantities if quantity.role != "rank"]
    return bool(counted) or _says_before_it_hedges(answer, "how many")


def _how_much(question: BlockReading, answer: BlockReading) -> bool:
    return bool(answer.quantities) or _has_words(answer, "how much")


def _how_long(question: BlockReading, answer: BlockReading) -> bool:
    return bool(answer.quantities or answer.timexes) or _has_words(answer, "how long")


def _how_often(question: BlockReading, answer: BlockReading) -> bool:
    sets = any(timex.kind == "set" for timex in answer.timexes)
    return sets or bool(answer.quantities) or _has_words(answer, "how often")


def _when(question: BlockReading, answer: BlockReading) -> bool:
    ahead = _asks_ahead(question.parse)
    dated = [timex for timex in answer.timexes if not (ahead and _is_told_of_past(answer.parse, timex.start))]
    clocked = _CLOCK.search(answer.block.text) is not None
    return bool(dated) or clocked or _has_words(answer, "when", first_sentence=ahead)


def _where(question: BlockReading, answer: BlockReading) -> bool:
    return _has_words(answer, "where") or bool(_new_names(question, answer))


def _who(question: BlockReading, answer: BlockReading) -> bool:
    """A new name that is said to be, do or have done it; one that only stands in a place or a title does not count."""
    return any(_is_naming(answer.parse, token) for token in _new_names(question, answer))


def _which(question: BlockReading, answer: BlockReading) -> bool:
    """A name that is new; of a place, where a place is asked for, not that of the hotel where it was talked about."""
    whole = {"all", "any", "every", "none", "both", "neither", "no", "each"}
    names = _new_names(question, answer)
    if any(token.lemma in _LANDS for token in question.parse.tokens):
        names = [name for name in names if name.entity not in ("FAC", "ORG", "PERSON", "EVENT")]
    return bool(names) or any(token.lemma in whole for token in answer.parse.tokens)


_TESTS: Mapping[str, Callable[[BlockReading, BlockReading], bool]] = {
    "how many": _how_many,
    "how much": _how_much,
    "how long": _how_long,
    "how old": _how_long,
    "how often": _how_often,
    "when": _when,
    "where": _where,
    "who": _who,
    "which": _which,
}


def _new_names(question: BlockReading, answer: BlockReading) -> list[Token]:
    """The proper nouns of the answer that the question did not hold."""
    asked = {token.lemma for token in question.parse.tokens}
    return [token for token in answer.parse.tokens if token.pos == "PROPN" and token.lemma not in asked]


def _is_naming(parse: Parse, token: Token) -> bool:
    head = token
    while head.dependency in ("compound", "nmod", "poss", "flat") and parse.tokens[head.head].pos in ("PROPN", "NOUN"):
        if head.dependency == "poss":
            return False
        head = parse.tokens[head.head]
    return head.dependency != "pobj" or parse.tokens[head.head].lemma in _NAMING_PREPOSITIONS


def _asks_ahead(parse: Parse) -> bool:
    return any(token.lemma in ("will", "shall", "'ll") for token in parse.tokens)


def _is_told_of_past(parse: Parse, offset: int) -> bool:
    verb = governor(parse, parse.token_at(offset))
    return verb is not None and tense(parse, verb) == "past"


def _says_before_it_hedges(answer: BlockReading, name: str) -> bool:
    """Whether a word of an answer list comes before a vague one: "none, but some soon", not "several, all new"."""
    text = answer.block.text
    said, hedged = _answer_words(name).search(text), _answer_words("vague").search(text)
    return said is not None and (hedged is None or said.start() < hedged.start())


def _has_words(answer: BlockReading, name: str, first_sentence: bool = False) -> bool:
    """Whether the answer holds a word of an answer list; "when" words of a later sentence tell of something else."""
    text = answer.block.text
    if first_sentence and answer.parse.sentences:
        text = text[: answer.parse.sentence_span(0)[1]]
    return _answer_words(name).search(text) is not None


@cache
def _answer_words(name: str) -> re.Pattern[str]:
    """Any word of an answer list, whole, in singular or plural. Plain words only, so it reads in linear time."""
    listed = lexicon("questions")["answers"][name]
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in listed)})s?\b", re.IGNORECASE)
