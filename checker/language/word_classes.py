"""Part of speech and lemma of each token, asked of spaCy once for each different word.

spaCy matches its 179 patterns against every token of every text, which takes as long as its parser. Nearly all of them
look at nothing but the token's own word, tag and dependency, so the answer holds wherever these three come again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    Key = tuple[int, int, int]  # word, tag and dependency, as spaCy numbers them

COMPONENTS = ("attribute_ruler", "lemmatizer")  # what is asked here, and need not run over a text
_MOST_WORDS = 200_000  # remembered at once, so that an archive of any size fits into memory


class WordClass(NamedTuple):
    """What is known of a word in its place, in spaCy's terms (see checker.language.parse.Token)."""

    text: str
    lemma: str
    pos: str
    tag: str
    dependency: str


class WordClasses:
    """The word classes of one model."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher

        self._vocab = nlp.vocab
        self._components = [component for name, component in nlp.pipeline if name in COMPONENTS]
        self._known: dict[tuple[Key, ...], tuple[WordClass, ...]] = {}
        # Patterns of two words ("gon", "na") are asked where their first word stands.
        self._beginnings = Matcher(nlp.vocab, validate=False)
        for number, entry in enumerate(nlp.get_pipe("attribute_ruler").patterns):  # type: ignore[attr-defined]
            longer = [pattern[:1] for pattern in entry["patterns"] if len(pattern) > 1]
            if any(len(pattern) > 2 for pattern in entry["patterns"]):
                raise ValueError(f"pattern {number} of the language model is of more than two words")
            if longer:
                self._beginnings.add(str(number), longer)
        self._begins: dict[Key, bool] = {}

    def of(self, docs: Sequence[Doc]) -> list[list[WordClass]]:
        """The word class of every token of documents that have tags and dependencies."""
        from spacy.attrs import DEP, ORTH, TAG

        if len(self._known) > _MOST_WORDS:
            self.forget()
        keys: list[list[Key]] = [list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())) for doc in docs]
        new = list(dict.fromkeys(key for own in keys for key in own if (key,) not in self._known))
        if new:
            self._learn(new)
        return [self._classes(own) for own in keys]

    def forget(self) -> None:
        """Makes room: words that come again are asked again."""
        self._known.clear()
        self._begins.clear()

    def _classes(self, keys: Sequence[Key]) -> list[WordClass]:
        found = [self._known[key,][0] for key in keys]
        for index, key in enumerate(keys[:-1]):
            if self._begins[key]:
                found[index : index + 2] = self._pair(key, keys[index + 1], found[index : index + 2])
        return found

    def _learn(self, keys: Sequence[Key]) -> None:
        doc = self._document(keys)
        beginnings = {start for _, start, _ in self._beginnings(doc)}
        for index, key in enumerate(keys):
            self._begins[key] = index in beginnings
        together = [key for key in keys if not self._begins[key]]
        for key, one in zip(together, self._ask(together), strict=True):
            self._known[key,] = (one,)
        for key in keys:
            if self._begins[key]:  # alone, lest it begin a pattern with whatever comes next
                self._known[key,] = tuple(self._ask([key]))

    def _pair(self, first: Key, second: Key, alone: Sequence[WordClass]) -> Sequence[WordClass]:
        """The classes of two words side by side; `alone` holds what they are otherwise."""
        pair = (first, second)
        if pair not in self._known:
            self._known[pair] = tuple(self._ask(pair))
        single = self._known[first,] + self._known[second,]
        return [
            beside if beside != own else before
            for beside, own, before in zip(self._known[pair], single, alone, strict=True)
        ]

    def _ask(self, keys: Sequence[Key]) -> list[WordClass]:
        if not keys:
            return []
        doc = self._document(keys)
        for component in self._components:
            doc = component(doc)
        known = lexicon("lemmas")["lemmas"]
        return [WordClass(t.text, known.get(t.lower_, t.lemma_.lower()), t.pos_, t.tag_, t.dep_) for t in doc]

    def _document(self, keys: Sequence[Key]) -> Doc:
        """A document of these words in this order, which stand in no relation to each other."""
        from spacy.tokens import Doc

        text = self._vocab.strings
        words, tags, dependencies = ([text[number] for number in column] for column in zip(*keys, strict=True))
        heads = list(range(len(words)))
        return Doc(self._vocab, words=words, tags=tags, deps=dependencies, heads=heads)
