"""Tells at a glance whether a time expression can begin at a token, so that nine of ten words are passed over."""

from checker.language.date_tokens import APOSTROPHES, CARDINALS, WORDS, Tokens, phrase_table

_TABLES = (
    "months", "weekdays", "seasons", "units", "ordinals", "decades", "parts", "deictics", "narratives", "days",
    "approximators", "bounds", "vague_numbers", "holidays",
)  # fmt: skip
_LISTS = (
    [phrase.removeprefix("the ").split(" ")[0] for phrase in WORDS["vague"]["phrases"]],
    WORDS["vague"]["present"],
    WORDS["vague"]["adjectives"],
    WORDS["times"]["spoken"],
    WORDS["sets"]["adverbs"],
    WORDS["sets"]["plurals"],
    WORDS["sets"]["each"],
    WORDS["durations"]["joined"],
)
_YEAR_KINDS = ("fy", "cy", "calendar", "ad", "fiscal", "financial", "tax", "academic", "school", "q", "h", "w")
_OTHERS = ("half", "½", "right", "so", "earlier", "later", "rest", "remainder", *_YEAR_KINDS)
_BEGINNINGS = (
    frozenset(first for name in _TABLES for first in phrase_table(WORDS[name]))
    | frozenset(word for words in _LISTS for word in words)
    | frozenset(CARDINALS)
    | APOSTROPHES
    | frozenset(_OTHERS)
)
_ARTICLES = frozenset(("the", "a", "an"))


def may_begin(tokens: Tokens, index: int) -> bool:
    """Whether the token is a figure or a word with which some expression begins."""
    token = tokens[index]
    if token.lower in _ARTICLES:
        token = tokens[index + 1]
    return token.number is not None or token.lower in _BEGINNINGS or token.lower.endswith("days")
