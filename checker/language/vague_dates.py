"""Reads times that say no day: "now", "recent years", "in the past", "at that time"."""

from checker.language.date_reading import Reading, relative_reading
from checker.language.date_tokens import WORDS, Tokens, phrase_table

_FUNCTION_WORDS = frozenset(WORDS["year_contexts"]["function_words"])
_PHRASES = phrase_table(WORDS["vague"]["phrases"])


def read_vague(tokens: Tokens, index: int) -> Reading | None:
    """ "now", "currently", "recent years"."""
    word = tokens.word(index)
    if (found := tokens.longest_phrase(index, _PHRASES)) and _closes(tokens, found[1]):
        behind = found[0]
        return Reading(found[1], "") if not behind or tokens.word(index - 1) in behind else None
    begin = index + (word in ("the", "right", "more"))
    if tokens.word(begin) in WORDS["vague"]["present"] and word != "the":
        return relative_reading(begin + 1, "")
    if tokens.word(begin) in WORDS["vague"]["adjectives"] and tokens.word(begin + 1) in WORDS["vague"]["units"]:
        return relative_reading(begin + 2, "")
    return None


def _closes(tokens: Tokens, index: int) -> bool:
    """Whether no word stands at `index` that the time before it could describe."""
    if tokens.word(index) in _FUNCTION_WORDS:
        return tokens.word(index) != "of"
    return not tokens[index].is_word and tokens[index].number is None
