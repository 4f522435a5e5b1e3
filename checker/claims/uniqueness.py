"""Claims that something is the only one of its kind: the first, the largest, the oldest, the only one.

A row names the holder (`subject`), the kind (`object`, with its adjectives in `group`) and where it holds (`near`, the
nouns of "in the county"). What is bounded in a way that only background knowledge tells ("the first since 2015", "one
of the largest", "the second largest") is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from checker.articles.article import Zone
from checker.claims.canonical import canonical_noun, words
from checker.claims.clause import clause_of, negated
from checker.claims.event_arguments import Arguments, argument_words, event_words
from checker.claims.event_predicates import event_predicate
from checker.claims.feats import find_feat
from checker.claims.fellows import find_fellow
from checker.claims.reading import BlockReading, Mention
from checker.claims.scope import tense
from checker.claims.table import blank_row
from checker.language.morphology import verb_of
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

LEXICON = "uniqueness"
_NOMINAL = ("NOUN", "PROPN")
_MODIFIERS = ("nummod", "compound", "nmod", "amod")
_PROVES = {"prove", "remain", "become"}  # "the Alba Swift proved the quietest"
_UNREAD = {Zone.METADATA}


def find_uniqueness(readings: Sequence[BlockReading]) -> Iterator[Mention]:
    """Every claim of uniqueness of an article, as mentions of kind `phrase`."""
    for reading in readings:
        if reading.block.zone not in _UNREAD:
            for token in reading.parse.tokens:
                if (entry := _fellows().get(token.text.lower())) is not None:
                    if (fellow := find_fellow(reading, token, entry)) is not None:
                        yield fellow
                elif (than := _than_any_other(reading, token)) is not None:
                    yield than
                elif token.text.lower() in _marks():
                    feat = _feat(reading, token)
                    mention = feat or _mention(reading, token)
                    if mention is not None:
                        yield mention


def _feat(reading: BlockReading, mark: Token) -> Mention | None:
    noun = reading.parse.tokens[mark.head]
    is_first = _marks()[mark.text.lower()] == "first" and mark.dependency in ("amod", "advmod") and noun.pos == "NOUN"
    return find_feat(reading, mark, noun, _bounds()) if is_first else None


def _than_any_other(reading: BlockReading, comparative: Token) -> Mention | None:
    """What is "older than any other church in the diocese" is the oldest of its kind."""
    superlative = f"{comparative.text.lower().removesuffix('er')}est"
    if comparative.tag != "JJR" or superlative not in _marks():
        return None
    parse = reading.parse
    below = (
        thing for than in parse.children(comparative.index, "prep") for thing in parse.children(than.index, "pobj")
    )
    kind = next(below, None)
    clause = clause_of(parse, comparative.index)
    if kind is None or clause is None or clause.subject is None or reading.quoted(comparative.start, kind.end):
        return None
    beside = {child.lemma for child in parse.children(kind.index, "det", "amod")}
    if not {"any", "other"} <= beside or comparative.dependency not in ("acomp", "attr"):
        return None
    row = blank_row("phrase")
    row.update(
        lexicon=LEXICON,
        entry=_marks()[superlative],
        measure=canonical_noun(kind.lemma.lower()),
        group=" ".join(sorted(_adjectives(parse, kind) - {"other"})),
        near=" ".join(sorted(_scope(parse, kind))),
        polarity="negated" if negated(parse, comparative.index, words("negation")) else "affirmed",
        tense=tense(parse, clause.verb),
    )
    end = max(parse.tokens[index].end for index in parse.subtree(kind.index))
    return Mention(reading, comparative.start, end, comparative.index, row, None, Arguments((clause.subject,), ()))


def _adjectives(parse: Parse, noun: Token) -> set[str]:
    """The words that say which sort of its kind: "beet" of "beet factory"."""
    before = parse.children(noun.index, "amod", "compound", "nmod")
    return {child.lemma.lower() for child in before if child.lemma.lower() not in event_words("descriptive")}


def _mention(reading: BlockReading, mark: Token) -> Mention | None:
    parse = reading.parse
    if (kind := _left_out(parse, mark)) is not None:  # "the Esk Viaduct is the longest in the county"
        noun = mark
    else:
        noun = kind = parse.tokens[mark.head]
        if mark.dependency not in ("amod", "advmod") or noun.pos != "NOUN":
            return None
    if _is_bounded(reading, mark, noun):
        return None
    holder, points = _holder(parse, noun)
    owners = tuple(child for child in parse.children(noun.index, "poss") if child.pos in (*_NOMINAL, "PRON"))
    adjectives = _adjectives(parse, noun) - {mark.lemma.lower()}
    if noun is mark and kind.pos == "NOUN":
        adjectives = _adjectives(parse, kind)
    clause = clause_of(parse, noun.index)
    row = blank_row("phrase")
    row.update(
        lexicon=LEXICON,
        entry=_marks()[mark.text.lower()],
        measure=canonical_noun(kind.lemma.lower()),
        group=" ".join(sorted(adjectives)),
        near=" ".join(sorted(_scope(parse, noun))),
        place=argument_words(parse, owners),
        predicate=event_predicate(verb) if (verb := verb_of(noun.lemma)) else "",
        polarity="negated" if negated(parse, noun.index, words("negation")) else "affirmed",
        tense=tense(parse, clause.verb) if clause is not None else "",
        definite=points,
    )
    shown = [mark, noun, *parse.children(noun.index, "det")]
    shown += [parse.tokens[index] for owner in owners for index in parse.subtree(owner.index)]
    for preposition in parse.children(noun.index, "prep"):
        shown += [parse.tokens[index] for index in parse.subtree(preposition.index)]
    start, end = min(token.start for token in shown), max(token.end for token in shown)
    return Mention(reading, start, end, noun.index, row, None, Arguments(holder, owners))


def _left_out(parse: Parse, mark: Token) -> Token | None:
    """The noun that a superlative stands for: the subject's own, "the Esk Viaduct is the longest"; None elsewhere."""
    above = parse.tokens[mark.head].lemma
    if mark.tag != "JJS" or not (mark.dependency == "attr" or (above in _PROVES and mark.head < mark.index)):
        return None
    has_article = any(child.lemma == "the" for child in parse.children(mark.index, "det"))
    clause = clause_of(parse, mark.index)
    subject = clause.subject if clause is not None and clause.verb.index == mark.head else None
    return subject if has_article and subject is not None and subject.pos in _NOMINAL else None


def _holder(parse: Parse, noun: Token) -> tuple[tuple[Token, ...], bool]:
    """Who or what is the first, the largest, …, and whether the clause says so of what it has just told: "it is"."""
    clause = clause_of(parse, noun.index)
    if noun.dependency == "attr" and clause is not None and clause.subject is not None:
        return (clause.subject,), clause.subject.lemma in ("it", "this", "that", noun.lemma)
    if noun.dependency == "appos":
        return (parse.tokens[noun.head],), parse.tokens[noun.head].lemma == noun.lemma
    named = tuple(child for child in parse.children(noun.index, "appos") if child.pos in _NOMINAL)
    if named:
        return named, False
    if noun.dependency == "nsubj" and clause is not None and clause.verb.lemma == "be" and clause.object is not None:
        return (clause.object,), False
    return (), False


def _is_bounded(reading: BlockReading, mark: Token, noun: Token) -> bool:
    """Whether the claim holds only within bounds: "the first since 2015", "one of the largest", "second largest"."""
    parse = reading.parse
    if any(parse.children(mark.index, "advmod", "npadvmod", "nummod", "amod")) or noun.tag in ("NNS", "NNPS"):
        return True
    above = parse.tokens[noun.head]
    if noun.dependency == "pobj" and above.lemma in ("of", "among"):
        return True
    beside_it = {index for other in parse.children(noun.index, "conj") for index in parse.subtree(other.index)}
    inside = [parse.tokens[index] for index in _phrase(parse, noun) if index not in beside_it]
    clause = clause_of(parse, noun.index)
    beside = list(parse.children(clause.verb.index, "prep", "mark", "advmod")) if clause is not None else []
    if any(token.lemma in _bounds() for token in (*inside, *beside)):
        return True
    if any(token.head == noun.index and _narrows(parse, token) for token in inside):
        return True  # "the first bridge that anyone has put over the railway": a kind that its clause narrows
    first, last = inside[0].start, inside[-1].end
    dates = [parse.tokens[parse.token_at(timex.start)] for timex in reading.timexes if first <= timex.start < last]
    # "The sole survivor of the 1956 crash": a year that says which crash bounds nothing.
    bounding = [date for date in dates if date.dependency not in _MODIFIERS or date.head == noun.index]
    return bool(bounding) or reading.quoted(mark.start, noun.end)


def _phrase(parse: Parse, noun: Token) -> list[int]:
    """The tokens of a noun's phrase, up to a comma behind it."""
    indices = sorted(parse.subtree(noun.index))
    comma = next(
        (index for index in indices if index > noun.index and parse.tokens[index].text == ","), len(parse.tokens)
    )
    return [index for index in indices if index < comma]


def _narrows(parse: Parse, clause: Token) -> bool:
    """Whether a clause says which sort is meant; behind a comma it only adds: "the oldest church, begun in 1094"."""
    first = min(parse.subtree(clause.index))
    return clause.dependency in ("relcl", "acl") and parse.tokens[max(0, first - 1)].text != ","


def _scope(parse: Parse, noun: Token) -> set[str]:
    """The nouns of the phrases that say among which it is the only one: "in the county", "on the coast"."""
    found = set()
    for preposition in parse.children(noun.index, "prep"):
        for below in parse.subtree(preposition.index):
            if parse.tokens[below].pos in _NOMINAL:
                found.add(canonical_noun(parse.tokens[below].lemma.lower()))
    return found


@cache
def _marks() -> dict[str, str]:
    """The words that claim uniqueness, each with the entry that stands for it and its synonyms."""
    return {word: entry for entry, found in lexicon(LEXICON)["marks"].items() for word in found}


@cache
def _fellows() -> dict[str, str]:
    return {word: entry for entry, found in lexicon(LEXICON)["fellows"].items() for word in found}


@cache
def _bounds() -> frozenset[str]:
    return frozenset(lexicon(LEXICON)["bounds"])
