"""One word per thing: lemmas brought to the word that stands for all their synonyms."""

from functools import cache, lru_cache

from checker.language.morphology import verb_of
from checker.language.parse import Token
from checker.lexicon import lexicon

CONTENT = {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}


@cache
def words(name: str) -> frozenset[str]:
    """A word list of `rules/lexicon/function_words.toml`."""
    return frozenset(lexicon("function_words")[name])


@cache
def _synonyms(kind: str) -> dict[str, str]:
    return {word: group[0] for group in lexicon("synonyms")[kind] for word in group}


def canonical_noun(lemma: str) -> str:
    """The noun that stands for all synonyms of `lemma`."""
    return _synonyms("nouns").get(lemma, lemma)


def canonical_verb(lemma: str) -> str:
    """The verb that stands for all synonyms of `lemma`."""
    return _synonyms("verbs").get(lemma, lemma)


def wide_place(lemma: str) -> str:
    """The adverb of place that stands for all synonyms of `lemma` ("worldwide" for "globally"); "" where it is none."""
    return _synonyms("places").get(lemma, "")


def canonical(token: Token) -> str:
    """The canonical word of a token: nouns of action become their verb where a reader would say the same of both."""
    if token.pos == "VERB":
        return canonical_verb(token.lemma)
    if token.pos == "NOUN":
        verb = verb_of(token.lemma)
        return canonical_verb(verb) if verb else canonical_noun(token.lemma)
    return token.lemma


@cache
def light_words() -> frozenset[str]:
    """Words that carry no topic."""
    return words("light_nouns") | words("light_verbs") | words("light_adjectives")


@lru_cache(maxsize=16_384)
def toll(word: str) -> str:
    """What a number right before a word counts: "Four dead" → death; "" for any other word."""
    return str(lexicon("synonyms")["toll"].get(word, ""))


def outcome(verb: str, measure: str) -> str:
    """The measure that a verb and what it counts make together ("kill" + "person" → "death"); "" where none."""
    for entry in lexicon("synonyms")["outcome"]:
        if verb in entry["verbs"] and measure in entry["counted"]:
            return str(entry["measure"])
    return ""
