"""The remembered part of speech and lemma of a token are those that spaCy itself gives it."""

from pathlib import Path

import pytest
import spacy
from spacy.util import is_package

from checker.language.parse import MODELS, UNSPACED_STOP, model, parse_texts

_GOLDEN = sorted(Path(__file__).parents[1].glob("golden/articles/*.md"))
_TEXTS = [
    "They're gonna stay. He got ta go. Let's see: let us see. C'mon, y'all ain't seen nothin' yet, 'nuff said.",
    "There is a gate, there are two gates, and there 's a third. It has been moved but slightly.",
    "She doin' well; goin' home. I've, you'd, we'll, can't, won't, shan't. Gon\n\nna. let 's let 's gon na gon na",
    "  Two  spaces.\n\tA tab, and 😀 emoji… I did do it; it had had none. Which of these is that?",
    *(path.read_text(encoding="utf-8") for path in _GOLDEN),
]


@pytest.mark.parametrize("text", _TEXTS)
def test_equal_to_the_whole_model(text: str) -> None:
    for _ in range(2):  # learnt, and remembered
        (parse,) = parse_texts([text])
        doc = model()(text)
        assert [(t.text, t.lemma, t.pos, t.tag, t.dependency, t.head, t.start, t.entity) for t in parse.tokens] == [
            (t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, t.head.i, t.idx, t.ent_type_) for t in doc
        ]


def test_the_tokenizer_is_that_of_the_model_but_for_stops_without_a_space() -> None:
    name = next(name for name in MODELS if is_package(name))
    whole = spacy.load(name, exclude=["ner", "parser", "tagger", "tok2vec"])
    ours, theirs = model().tokenizer, whole.tokenizer
    assert ours.rules == theirs.rules
    assert ours.infix_finditer.__self__.pattern == f"{theirs.infix_finditer.__self__.pattern}|{UNSPACED_STOP}"
    assert [token.text for token in ours("by Route 118.The road is 1.5 km.")][2:5] == ["118", ".", "The"]
    for name in ("prefix_search", "suffix_search", "token_match", "url_match"):
        patterns = [getattr(getattr(one, name), "__self__", None) for one in (ours, theirs)]
        assert patterns[0] == patterns[1], name
