"""Phrase patterns: sequences of words as the lexicons write them, found in a parse in linear time.

A pattern is read word by word. A plain word stands for itself; a word in CAPITALS for all its forms ("SAY" finds
"says" and "said"); `<list>` for every word of the lexicon's word list of that name; `[word]` may be left out;
`one|other` is either; `...` is up to three words. Hyphens may be left out. The phrases under `except` are no hits, and
hide the hits that they overlap. Patterns are not regular expressions: none can run away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from checker.errors import RuleError
from checker.language.parse import Parse, Token
from checker.lexicon import houses, lexicon

_GAP = 3  # words that "..." may stand for
_MOST_GAPS = 2
_LONGEST = 12  # words of one pattern
_EXCEPTION = ""  # entry of the phrases that are no hits: "as soon as" keeps "soon" from being found in it


class Match(NamedTuple):
    """Tokens that a pattern stands for, as half-open indices, and the lexicon entry that the pattern belongs to."""

    first: int
    last: int
    entry: str


class Hit(NamedTuple):
    """Half-open tokens of a phrase that counts, the token that heads it, and its lexicon entry."""

    first: int
    last: int
    token: int
    entry: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a pattern: the words that fit, as written and as lemmas; whether it may stay empty, or is a gap."""

    forms: frozenset[str] = frozenset()
    lemmas: frozenset[str] = frozenset()
    optional: bool = False
    gap: bool = False

    def fits(self, token: Token) -> bool:
        """Whether the token can stand here."""
        return self.gap or _form(token.text) in self.forms or token.lemma in self.lemmas


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern and the entry it belongs to."""

    entry: str
    slots: tuple[Slot, ...]

    def may_go_on(self, following: Token | None) -> bool:
        """Whether the second word fits, where it may not be left out: most patterns fail there."""
        if len(self.slots) < 2 or self.slots[1].optional:
            return True
        return self.slots[1].gap or (following is not None and self.slots[1].fits(following))


def word_set(lexicon_name: str, list_name: str) -> frozenset[str]:
    """A word list of a lexicon, lower case. Raises RuleError where the lexicon has none of that name."""
    return _word_set(lexicon_name, list_name, houses())


@cache
def _word_set(lexicon_name: str, list_name: str, houses: tuple[Path, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in _word_lists(lexicon_name, list_name))


def find_patterns(lexicon_name: str, parse: Parse) -> list[Match]:
    """The entries of a lexicon found in a parse: leftmost first, the longest at each place, none overlapping."""
    by_form, by_lemma = _index(lexicon_name, houses())
    forms, lemmas = _words(parse)
    found: list[Match] = []
    if by_form.keys().isdisjoint(forms) and by_lemma.keys().isdisjoint(lemmas):
        return found
    behind = 0
    for token, form in zip(parse.tokens, forms, strict=True):
        if token.index < behind or not (form in by_form or token.lemma in by_lemma):
            continue
        following = parse.tokens[token.index + 1] if token.index + 1 < len(parse.tokens) else None
        matches = [
            Match(token.index, last, pattern.entry)
            for pattern in (*by_form.get(form, ()), *by_lemma.get(token.lemma, ()))
            if pattern.may_go_on(following) and (last := matches_at(pattern, parse.tokens, token.index)) > token.index
        ]
        if matches:
            best = max(matches, key=lambda match: match.last)
            found.append(best)
            behind = best.last
    return [match for match in found if match.entry != _EXCEPTION]


def head_of(parse: Parse, match: Match) -> int:
    """The token of a match that the others hang from."""
    for token in parse.tokens[match.first : match.last]:
        if not match.first <= token.head < match.last or token.head == token.index:
            return token.index
    return match.last - 1


def compile_pattern(entry: str, pattern: str, lists: Mapping[str, Sequence[str]]) -> Pattern:
    """Compiles one pattern. Raises ValueError, in a sentence, where it is empty, too long or names an unknown list."""
    slots = [slot for word in pattern.split() for slot in _slots(word, lists)]
    if not slots or slots[0].optional or slots[0].gap or slots[-1].gap:
        raise ValueError(f'pattern "{pattern}" must begin and end with a word')
    if len(slots) > _LONGEST:
        raise ValueError(f'pattern "{pattern}" is longer than {_LONGEST} words')
    if sum(slot.gap for slot in slots) > _MOST_GAPS:
        raise ValueError(f'pattern "{pattern}" has more than {_MOST_GAPS} gaps')
    return Pattern(entry, tuple(slots))


def _slots(word: str, lists: Mapping[str, Sequence[str]]) -> Iterator[Slot]:
    if word == "...":
        yield Slot(gap=True)
        return
    optional = word.startswith("[") and word.endswith("]")
    word = word[1:-1] if optional else word
    if word.startswith("<") and word.endswith(">"):
        if word[1:-1] not in lists:
            raise ValueError(f'"{word}" is not one of the lexicon\'s word lists: {", ".join(lists) or "it has none"}')
        yield _choice(lists[word[1:-1]], optional)
        return
    if "|" in word:
        yield _choice(word.split("|"), optional)
        return
    for index, part in enumerate(word.split("-")):
        if index:
            yield Slot(frozenset("-–‑"), optional=True)
        stem, apostrophe, ending = part.partition("'")
        yield from (_slot(piece, optional) for piece in (stem, apostrophe + ending) if piece)


def _choice(words: Sequence[str], optional: bool) -> Slot:
    for word in words:
        if " " in word or "-" in word:
            raise ValueError(f'"{word}" is more than one word; write a pattern of its own for it')
    forms = frozenset(word for word in words if not word.isupper())
    return Slot(forms, frozenset(word.lower() for word in words if word.isupper()), optional)


def _slot(word: str, optional: bool) -> Slot:
    if word.isupper():
        return Slot(lemmas=frozenset({word.lower()}), optional=optional)
    return Slot(forms=frozenset({word}), optional=optional)


def matches_at(pattern: Pattern, tokens: Sequence[Token], position: int) -> int:
    """Index behind the last token that the pattern stands for from `position` on; -1 where it does not stand there."""
    return _last(pattern.slots, 0, tokens, position)


def _last(slots: Sequence[Slot], place: int, tokens: Sequence[Token], position: int) -> int:
    """Index behind the last token of the longest way the slots from `place` on fit at `position`; -1 for none.

    A pattern has at most `_MOST_GAPS` gaps and `_LONGEST` slots, so the ways to try are few, however long the text.
    """
    while place < len(slots):
        slot = slots[place]
        if slot.gap:
            return max(_last(slots, place + 1, tokens, position + skipped) for skipped in range(_GAP + 1))
        fits = position < len(tokens) and slot.fits(tokens[position])
        if slot.optional:
            without = _last(slots, place + 1, tokens, position)
            return max(without, _last(slots, place + 1, tokens, position + 1)) if fits else without
        if not fits:
            return -1
        place, position = place + 1, position + 1
    return position


@lru_cache(maxsize=65536)
def _form(text: str) -> str:
    return text.lower().replace("’", "'")


@lru_cache(maxsize=16)  # each lexicon in turn reads the same block
def _words(parse: Parse) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a block as written, in order, and its lemmas."""
    return tuple(_form(token.text) for token in parse.tokens), frozenset(token.lemma for token in parse.tokens)


_Index = tuple[dict[str, list[Pattern]], dict[str, list[Pattern]]]


@cache
def _index(lexicon_name: str, houses: tuple[Path, ...]) -> _Index:
    """The patterns of a lexicon, with those of the `houses` in use, by the word or lemma that they begin with."""
    content = lexicon(lexicon_name)
    by_form: dict[str, list[Pattern]] = {}
    by_lemma: dict[str, list[Pattern]] = {}
    for entry, patterns in [*content.get("phrases", {}).items(), (_EXCEPTION, content.get("except", ()))]:
        for text in patterns:
            try:
                pattern = compile_pattern(entry, text, content.get("words", {}))
            except ValueError as error:
                raise RuleError(f"rules/lexicon/{lexicon_name}.toml: {error}") from None
            for form in sorted(pattern.slots[0].forms):
                by_form.setdefault(form, []).append(pattern)
            for lemma in sorted(pattern.slots[0].lemmas):
                by_lemma.setdefault(lemma, []).append(pattern)
    return by_form, by_lemma


def _word_lists(lexicon_name: str, list_name: str) -> Sequence[str]:
    lists: Mapping[str, Any] = lexicon(lexicon_name).get("words", {})
    if list_name not in lists:
        raise RuleError(f'rules/lexicon/{lexicon_name}.toml: there is no word list "{list_name}" under [words]')
    found: Sequence[str] = lists[list_name]
    return found
