"""Reads how many times as much: "doubled", "threefold", "three times as many", "10x", "halved"."""

from checker.language.amounts import Amount
from checker.language.number import SMALL, TENS
from checker.language.tokens import DASHES, Tokens
from checker.lexicon import lexicon

_DATA = lexicon("multiples")
_FACTORS: dict[str, float] = _DATA["factors"] | {
    f"{word}fold": value for word, value in (*SMALL.items(), *TENS.items()) if value > 1
}
_VERBS: dict[str, float] = _DATA["verbs"]
_BEHIND_TIMES = frozenset(_DATA["behind_times"])
_BEFORE_VERB = frozenset(_DATA["before_verb"])
_BEHIND_VERB = frozenset(_DATA["behind_verb"])
_BEHIND_ANY = frozenset(_DATA["behind_any"])
_OCCASIONS: dict[str, int] = _DATA["occasions"]
MULTIPLE_CUES = frozenset((*_FACTORS, *_VERBS, *_OCCASIONS))


def read_factor(tokens: Tokens, index: int) -> float:
    """The factor in the one word at `index`: "doubled", "twice" as many, "will double", "threefold"; else 0."""
    word, behind = tokens.word(index), tokens.word(index + 1)
    if word in _FACTORS:
        return _FACTORS[word]
    if word in _OCCASIONS:
        return 2.0 if word == "twice" and behind in _BEHIND_TIMES else 0.0
    if word in _VERBS:
        fits = tokens.word(index - 1) in _BEFORE_VERB and (not behind[:1].isalpha() or behind in _BEHIND_VERB)
        return _VERBS[word] if fits or behind in _BEHIND_ANY else 0.0
    return 0.0


def occasions(tokens: Tokens, index: int) -> int:
    """How many times "once", "twice" or "thrice" at `index` says, 0 for other words."""
    return _OCCASIONS.get(tokens.word(index), 0)


def multiple_behind(tokens: Tokens, amount: Amount) -> int:
    """Index behind "-fold", "times as many" or "x" where they make the bare `amount` a multiple, 0 elsewhere."""
    if not amount.bare:
        return 0
    position = amount.last + (tokens.word(amount.last) in DASHES)
    word = tokens.word(position)
    runs_on = tokens.glued(position + 1) and tokens.word(position + 1)[0].isalnum()
    if word in ("fold", "folds") or (word in ("x", "×") and tokens.glued(position) and not runs_on):
        return position + 1
    return position + 1 if word == "times" and tokens.word(position + 1) in _BEHIND_TIMES else 0
