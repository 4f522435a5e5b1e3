"""Comparatives whose other half is missing (lexicon `comparisons`): "25% faster", "the new stove is more efficient"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.claimed import is_unclaimed
from checker.claims.clause import governor
from checker.claims.patterns import Hit, Match, find_patterns, head_of, word_set
from checker.claims.reading import BlockReading
from checker.claims.scope import tense
from checker.language.parse import Parse, Token

LEXICON = "comparisons"
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_PREDICATES = ("acomp", "ROOT", "conj", "relcl", "ccomp", "oprd", "attr")


def find_comparatives(reading: BlockReading) -> Iterator[Hit]:
    """The comparatives of a block that are set up and left hanging; whether a base stands near is judged later."""
    parse = reading.parse
    taken: set[int] = set()
    for match in find_patterns(LEXICON, parse):
        taken.update(range(match.first, match.last))
        if _is_predicate(parse, match):
            yield Hit(match.first, match.last, head_of(parse, match), match.entry)
    for quantity in reading.quantities:
        if quantity.unit in ("percent", "fraction"):
            last = parse.token_at(quantity.end - 1) + 1
            # Of "25% more" and "25% lower" the figure's own role tells.
            if last < len(parse.tokens) and _is_comparative(parse.tokens[last]):
                taken.add(last)
                yield Hit(parse.token_at(quantity.start), last + 1, last, "by how much")
    for token in parse.tokens:
        if token.index not in taken and (first := _by_fraction(parse, token)) is not None:
            taken.add(token.index)
            if not is_unclaimed(parse, token.index):
                yield Hit(first, token.index + 1, token.index, "by how much")
        if token.index not in taken and (first := _by_multiple(parse, token)) is not None:
            if not is_unclaimed(parse, token.index):
                yield Hit(first, token.index + 1, token.index, "by how much")
        elif token.index not in taken and (first := _comparative(parse, token)) is not None and _is_left(parse, token):
            yield Hit(first, token.index + 1, token.index, "more")


def _is_predicate(parse: Parse, match: Match) -> bool:
    head = parse.tokens[match.last - 1]
    return head.dependency in _PREDICATES and not is_unclaimed(parse, head.index)


def _is_comparative(token: Token) -> bool:
    by_tag = token.tag in ("JJR", "RBR") and token.lemma not in ("more", "less", "high", "low", "few", "great", "well")
    return token.text.lower() in word_set(LEXICON, "shorter") or (by_tag and token.text.lower().endswith("er"))


def _by_fraction(parse: Parse, token: Token) -> int | None:
    """The first token of "a third faster", "three times lighter"; None where no fraction or multiple stands before."""
    if token.index < 2 or not (_is_comparative(token) or token.lemma in ("more", "less", "high", "low", "few")):
        return None
    share, count = parse.tokens[token.index - 1], parse.tokens[token.index - 2]
    multiple = share.lemma == "time" and count.pos == "NUM"
    fraction = share.lemma in word_set(LEXICON, "fractions") and (count.lemma in ("a", "one") or count.pos == "NUM")
    fraction = fraction or multiple
    return count.index if fraction and token.tag in ("JJR", "RBR") else None


def _by_multiple(parse: Parse, token: Token) -> int | None:
    """The first token of "twice as fast", "three times as heavy", where no second "as" says as what."""
    if token.index < 2 or token.pos not in ("ADJ", "ADV") or parse.tokens[token.index - 1].text.lower() != "as":
        return None
    multiple = parse.tokens[token.index - 2]
    first = multiple.index - 1 if multiple.lemma == "time" else multiple.index
    if multiple.text.lower() not in ("twice", "half", "thrice") and multiple.lemma != "time":
        return None
    _, last = parse.sentences[parse.sentence_of(token.index)]
    likened = any(other.lemma in ("as", "again") for other in parse.tokens[token.index + 1 : last])
    nominal = token.lemma in ("many", "much", "few", "little", "good", "well")  # "twice as many" asks for a number
    return None if likened or nominal or first < 0 else first


def _comparative(parse: Parse, token: Token) -> int | None:
    """The first token of a comparative that ends in `token`; None where it is none."""
    if token.text.lower() in word_set(LEXICON, "shorter"):
        return token.index
    before = parse.tokens[token.index - 1] if token.index else None
    measured = token.lemma in word_set(LEXICON, "measured")
    return before.index if measured and before is not None and before.text.lower() in ("more", "less") else None


def _is_left(parse: Parse, token: Token) -> bool:
    """Whether a whole sentence says no more of a thing than that it is cheaper, and nothing near tells than what."""
    top = token
    while top.dependency == "conj" and parse.tokens[top.head].pos not in ("VERB", "AUX"):
        top = parse.tokens[top.head]
    verb = governor(parse, top.index)
    if top.dependency not in ("acomp", "attr") or verb is None or verb.lemma not in ("be", "become"):
        return False
    subject = next(parse.children(verb.index, *_SUBJECTS), None)
    if verb.dependency != "ROOT" or tense(parse, verb) not in ("present", "past"):
        return False
    if subject is None or subject.pos not in ("NOUN", "PROPN") or _places_it(parse, verb, token, top):
        return False
    sentence = parse.sentence_of(token.index)
    first = parse.sentences[max(0, sentence - 1)][0]
    near = {other.lemma for other in parse.tokens[first : parse.sentences[sentence][1]]}
    return near.isdisjoint(word_set(LEXICON, "others"))


def _places_it(parse: Parse, *words: Token) -> bool:
    """Whether a clause, a time or a place says when it is so: "days are longer in summer", "it is colder if …"."""
    beside = [child for word in words for child in parse.children(word.index, "advcl", "prep", "conj", "npadvmod")]
    placing = word_set(LEXICON, "placing")
    return any(child.pos in ("VERB", "AUX", "NOUN") or child.lemma in placing for child in beside)
