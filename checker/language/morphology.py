"""Word families: the verb behind a noun of action ("deployment" → "deploy"), and whether a word is a verb at all."""

from functools import cache, lru_cache
from typing import Any

from checker.language.parse import model
from checker.lexicon import lexicon

# Suffixes that make nouns of action, with what may stand in their place in the verb (Quirk et al. 1985, appendix I).
_SUFFIXES = (
    ("ification", ("ify",)),
    ("isation", ("ise",)),
    ("ization", ("ize",)),
    ("ication", ("y",)),
    ("ation", ("", "e", "ate")),
    ("ition", ("", "e", "ite")),
    ("ment", ("",)),
    ("ing", ("", "e")),
    ("sion", ("d", "de", "s", "se")),
    ("tion", ("t", "te")),
    ("ion", ("", "e")),
    ("ance", ("", "e")),
    ("ence", ("", "e")),
    ("ure", ("", "e")),
    ("val", ("ve",)),
    ("al", ("", "e")),
)

_SHORTEST_STEM = 4  # shorter stems meet verbs by chance: "sta-tion"


@lru_cache(maxsize=16_384)
def verb_of(noun: str) -> str:
    """The verb whose action a noun names, as lemma; "" where there is none. "opening" → "open", "death" → "die"."""
    irregular = lexicon("nominalisations").get("verb_of", {})
    if noun in irregular:
        return str(irregular[noun])
    for suffix, replacements in _SUFFIXES:
        if noun.endswith(suffix) and len(noun) - len(suffix) >= _SHORTEST_STEM:
            stem = noun.removesuffix(suffix)
            for replacement in replacements:
                if stem + replacement in _verbs():
                    return stem + replacement
    return ""


@cache
def _verbs() -> frozenset[str]:
    """The verbs of the model's own lemmatizer (WordNet's verb index, as spaCy ships it)."""
    lemmatizer: Any = model().get_pipe("lemmatizer")  # any component by its type; this one has lookups
    index = lemmatizer.lookups.get_table("lemma_index")
    return frozenset(index.get("verb", ()))
