"""Placings: the rank that somebody takes ("finished third in the race") or has by size ("the third-largest city").

A row is a phrase with the rank as its `value`; `entry` says on which scale: `place`, or the superlative. `subject` is
whose rank it is, `measure` the kind of thing that is ranked, and `near` the nouns of what it is ranked among.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from checker.articles.article import Zone
from checker.claims.canonical import canonical_noun, words
from checker.claims.clause import clause_of, negated
from checker.claims.event_arguments import Arguments
from checker.claims.modality import stance_of
from checker.claims.reading import BlockReading, Mention
from checker.claims.scope import tense
from checker.claims.table import blank_row
from checker.language.ordinals import find_ordinals
from checker.language.parse import Parse, Token
from checker.language.quantity import Quantity
from checker.lexicon import lexicon

LEXICON = "placing"
PLACE = "place"  # the scale, and the kind of thing, of placings in a race or a list
_NOMINAL = ("NOUN", "PROPN")
_UNREAD = {Zone.METADATA}
_BOUNDING = {"joint", "equal", "tied", "only", "perhaps", "possibly", "almost", "nearly", "behind"}


def find_placings(readings: Sequence[BlockReading]) -> Iterator[Mention]:
    """Every placing of an article, as mentions of kind `phrase`."""
    for reading in readings:
        if reading.block.zone in _UNREAD:
            continue
        for rank in find_ordinals(reading.block.text):
            if (mention := _placing(reading, rank)) is not None:
                yield mention


def _placing(reading: BlockReading, rank: Quantity) -> Mention | None:
    parse = reading.parse
    first, last = parse.token_at(rank.start), parse.token_at(rank.end - 1)
    if reading.quoted(rank.start, rank.end):
        return None
    return _of_size(reading, rank, last) or _of_place(reading, rank, parse.tokens[first], parse.tokens[last])


def _of_size(reading: BlockReading, rank: Quantity, last: int) -> Mention | None:
    """ "Leith is the third-largest city in the country"."""
    parse = reading.parse
    behind = [token for token in parse.tokens[last + 1 : last + 4] if token.text != "-"]
    if not behind or behind[0].tag not in ("JJS", "RBS"):
        return None
    is_most = behind[0].text.lower() == "most" and len(behind) > 1
    superlative = behind[1] if is_most else behind[0]
    noun = parse.tokens[superlative.head]
    clause = clause_of(parse, noun.index)
    told = noun.tag == "NN" and noun.dependency == "attr" and clause is not None and clause.verb.lemma == "be"
    if not told or clause is None or clause.subject is None:
        return None
    kind = canonical_noun(noun.lemma.lower())
    return _mention(reading, rank, noun, clause.subject, superlative.lemma.lower(), kind, noun)


def _of_place(reading: BlockReading, rank: Quantity, first: Token, last: Token) -> Mention | None:
    """ "She finished third in the race", "Leith are in ninth place", "it peaked at number four"."""
    parse = reading.parse
    following = parse.tokens[last.index + 1 : last.index + 2]
    noun = following[0] if following and following[0].lemma in _words("places") else last
    if noun is last and following and following[0].pos in (*_NOMINAL, "ADJ", "NUM", "VERB"):
        return None
    clause = clause_of(parse, first.index)
    if clause is None or clause.subject is None or clause.verb.index > first.index:
        return None
    in_place = noun is not last and clause.verb.lemma == "be"
    if clause.verb.lemma not in _words("verbs") and not in_place:
        return None
    return _mention(reading, rank, noun, clause.subject, PLACE, PLACE, clause.verb)


def _mention(
    reading: BlockReading, rank: Quantity, noun: Token, holder: Token, scale: str, kind: str, above: Token
) -> Mention | None:
    parse = reading.parse
    clause = clause_of(parse, noun.index)
    assert clause is not None
    said = parse.tokens[clause.verb.index : noun.index + 1]
    if any(token.lemma.lower() in _BOUNDING for token in said) or any(parse.children(holder.index, "conj")):
        return None
    own = {canonical_noun(token.lemma.lower()) for token in parse.tokens if rank.start <= token.start < rank.end}
    scope = (_scope(parse, above) | _scope(parse, noun)) - own
    stance = stance_of(parse, clause.verb.index)
    row = blank_row("phrase")
    row.update(
        lexicon=LEXICON,
        entry=scale,
        measure=kind,
        value=rank.value or 0.0,
        near=" ".join(sorted(scope)),
        modality=stance.modality,
        attribution=stance.attribution,
        polarity="negated" if negated(parse, noun.index, words("negation")) else "affirmed",
        tense=tense(parse, clause.verb),
    )
    end = max(rank.end, noun.end)
    return Mention(reading, rank.start, end, noun.index, row, None, Arguments((holder,), ()))


def _scope(parse: Parse, above: Token) -> set[str]:
    """The words of the phrases that say among which it is ranked, without those of time: "in the 800m final"."""
    found = set()
    for preposition in parse.children(above.index, "prep"):
        for index in parse.subtree(preposition.index):
            token = parse.tokens[index]
            if (
                token.pos in (*_NOMINAL, "NUM", "ADJ")
                and token.entity not in ("DATE", "ORDINAL")
                and not _is_place(token)
            ):
                found.add(canonical_noun(token.lemma.lower()))
    return found


def _is_place(token: Token) -> bool:
    return token.lemma in _words("places") or token.lemma == "number"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("ordinals")[name])
