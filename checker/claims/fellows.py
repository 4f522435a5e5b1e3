"""What stands beside the only or the first of its kind: "the museum's other loom", "her earlier play".

A row names the kind (`measure`, with its adjectives in `group`) and whose it is (`object`); "the other survivor" is
nobody's. The entry is `other` or `earlier`. Left out is what is told to be no more: "the town's other school closed".
"""

from __future__ import annotations

from checker.claims.canonical import canonical_noun
from checker.claims.clause import clause_of
from checker.claims.event_arguments import Arguments, event_words
from checker.claims.reading import BlockReading, Mention
from checker.claims.scope import tense
from checker.claims.table import blank_row
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_OWNERS = ("NOUN", "PROPN", "PRON")


def find_fellow(reading: BlockReading, mark: Token, entry: str) -> Mention | None:
    """The one more of a kind that a mark ("other", "earlier") and its noun tell of; None where they tell of none."""
    parse = reading.parse
    noun = parse.tokens[mark.head]
    if mark.dependency != "amod" or noun.tag != "NN" or noun.pos != "NOUN" or reading.quoted(mark.start, noun.end):
        return None
    owners = tuple(child for child in parse.children(noun.index, "poss") if child.pos in _OWNERS)
    clause = clause_of(parse, noun.index)
    then = tense(parse, clause.verb) if clause is not None else ""
    known = entry == "other" and any(child.lemma == "the" for child in parse.children(noun.index, "det"))
    if not (owners or known) or (entry == "other" and clause is not None and _is_gone(clause.verb, noun, then)):
        return None
    before = parse.children(noun.index, "amod", "compound", "nmod")
    told = {child.lemma.lower() for child in before if child.index != mark.index and not _numbers(child)}
    row = blank_row("phrase")
    row.update(
        lexicon="uniqueness",
        entry=entry,
        measure=canonical_noun(noun.lemma.lower()),
        group=" ".join(sorted(told - event_words("descriptive"))),
        names=" ".join(sorted(owner.lemma.lower() for owner in owners if owner.pos == "PROPN")),
        tense=then,
        definite=known,
    )
    determiners = tuple(parse.children(noun.index, "det"))
    return Mention(
        reading, _first(parse, owners or determiners), noun.end, noun.index, row, None, Arguments((), owners)
    )


def _is_gone(verb: Token, noun: Token, then: str) -> bool:
    """ "The town's other school closed": what it befell, or who did it, may be no more."""
    acts = noun.head == verb.index and noun.dependency in ("nsubj", "nsubjpass")
    return then == "past" and (acts or verb.lemma in lexicon("uniqueness")["endings"])


def _numbers(token: Token) -> bool:
    return token.pos == "NUM" or token.text[:1].isdigit()


def _first(parse: Parse, tokens: tuple[Token, ...]) -> int:
    return min(parse.tokens[min(parse.subtree(token.index))].start for token in tokens)
