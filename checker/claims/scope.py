"""The scope of a claim: what is measured, of whom, where, by which verb, in which role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.claims.canonical import (
    canonical,
    canonical_noun,
    canonical_verb,
    light_words,
    outcome,
    toll,
    wide_place,
    words,
)
from checker.claims.clause import Clause, clause_of, clause_tokens, negated
from checker.claims.extents import counted_part, is_told_apart, own_extent
from checker.claims.measure import GENERIC, NOMINAL, RUNNING_TIME, figure_token, measure_of, specific
from checker.claims.reading import BlockReading
from checker.claims.role import is_definite, role_of
from checker.language.parse import Parse, Token
from checker.language.quantity import Bound, Quantity

_PLACES = {"GPE", "LOC", "FAC"}
_MODIFIERS = ("amod", "compound", "nmod")
_TOPICAL = {"NOUN", "PROPN", "VERB", "ADJ"}


@dataclass(slots=True)
class Scope:
    """The scope columns of one claim; "" and empty sets where unknown."""

    measure: str = ""
    role: str = "level"
    subject: str = ""
    group: frozenset[str] = frozenset()
    place: str = ""
    predicate: str = ""
    object: str = ""
    terms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    definite: bool = False
    contrast: bool = False
    negated: bool = False
    tense: str = ""
    head: int = 0  # token that names the measure, or the figure itself
    end: int = 0  # block offset behind the claim's own words
    clause: Clause | None = field(default=None, repr=False)


def quantity_scope(reading: BlockReading, quantity: Quantity) -> Scope:
    """The scope of a figure."""
    parse = reading.parse
    figure = figure_token(reading, quantity)
    head, measure = measure_of(reading, quantity, reading.spoken_for)
    definite = is_definite(parse, head) or is_definite(parse, figure)
    clause = _qualifying_clause(parse, {figure, head}) or clause_of(parse, figure)
    predicate = canonical_verb(clause.verb.lemma) if clause else ""
    if quantity.unit == "count":
        noun = "" if clause and measure == clause.verb.lemma else canonical_noun(measure)
        before = parse.tokens[max(0, parse.token_at(quantity.start) - 1)]  # "cost 21 lives", however it is parsed
        told = clause.object if clause and clause.object and clause.object.index not in (head, figure) else None
        measure = (
            outcome(predicate, noun)
            or outcome(canonical_verb(before.lemma), noun)
            or (outcome(predicate, told.lemma) if told is not None else "")  # "three people lost their lives"
            or toll(_behind(parse, quantity) if not measure else "")
            or measure
        )
    scope = _around(reading, head, clause, skip=set(reading.tokens_in(quantity.start, quantity.end)))
    scope.measure = canonical_noun(measure)
    if (part := counted_part(reading, quantity, head)) is not None:
        scope.subject, scope.measure = phrase(parse, parse.tokens[head]), canonical_noun(part.lemma)
        scope.group -= {part.lemma, scope.measure}
        definite = False  # "the 420-bed hospital" is known, its beds are not
    if extent := own_extent(parse, quantity, head, measure):
        scope.subject, scope.measure = scope.subject or canonical_noun(measure), extent
        named = (parse.tokens[head], *((clause.subject, clause.object) if clause else ()))
        things = (thing for thing in named if thing is not None and thing.lemma == measure)
        scope.contrast = scope.contrast or any(is_told_apart(parse, thing) for thing in things)
    elif clause is not None and clause.subject is not None and _is_of_another(clause.subject, measure):
        scope.group = scope.group or _definition(parse, clause.subject)
        # "A workforce of 6,200" is nobody's workforce; an age is that of whom it is told.
        counted = quantity.unit == "count" and clause.subject.text[:1].islower()
        own = counted and canonical_noun(clause.subject.lemma) == scope.measure
        scope.subject = _owner(parse, clause.subject) or ("" if own else scope.subject)
    if scope.measure and scope.measure not in light_words():
        scope.terms |= {scope.measure}
    scope.role = role_of(parse, figure, head, quantity, clause)
    scope.head = head
    head_token = parse.tokens[head]
    joins = quantity.unit == "count" and head_token.pos in NOMINAL and head_token.start >= quantity.end
    scope.end = max(quantity.end, head_token.end) if joins else quantity.end
    scope.contrast = scope.contrast or _contrasts(parse, head, figure) or _is_left_over(parse, quantity, head)
    scope.contrast = scope.contrast or _designates(parse, quantity, head)
    scope.near = _near(reading, quantity)
    scope.definite = definite
    if definite and parse.tokens[head].dependency == "pobj" and parse.tokens[parse.tokens[head].head].lemma == "of":
        scope.negated = False  # "not one of the 380 samples", "of the 96 drones none …": there are as many all the same
    return scope


def _is_of_another(subject: Token, measure: str) -> bool:
    """Whether the subject of a clause is what is measured, so that the claim is its owner's: "her time of 2:14:23"."""
    return subject.lemma == measure or (measure == RUNNING_TIME and subject.lemma in ("time", "record", "best"))


def _behind(parse: Parse, quantity: Quantity) -> str:
    """The word behind a figure."""
    index = parse.token_at(quantity.end - 1) + 1
    return parse.tokens[index].text.lower() if index < len(parse.tokens) else ""


def event_scope(reading: BlockReading, token: int) -> Scope:
    """The scope of what happens in the clause of a token: its predicate, arguments and place.

    A noun of action has arguments of its own: "the lifting of the ban", "its opening".
    """
    parse = reading.parse
    clause = clause_of(parse, token)
    scope = _around(reading, token, clause, skip=set())
    scope.head = token
    if clause is not None and clause.verb.index == token:
        for argument in (clause.subject, clause.object):
            if argument is not None:
                scope.group |= _terms(parse.children(argument.index, "amod"))
    elif parse.tokens[token].pos == "NOUN":
        scope.subject, scope.object = _nominal_arguments(parse, token, clause)
    scope.contrast = _contrasts(reading.parse, token, token)
    return scope


def _qualifying_clause(parse: Parse, heads: set[int]) -> Clause | None:
    """The clause that says which figure is meant, where the phrase points back to one: "the £12.4 million approved
    for the wall will come …", "the €8.20 that a day pass costs"."""
    for head in sorted(heads):
        for child in parse.children(head, "acl", "relcl"):
            if (child.dependency == "relcl" and is_definite(parse, head)) or child.tag == "VBN":
                return clause_of(parse, child.index)
    return None


def _nominal_arguments(parse: Parse, noun: int, clause: Clause | None) -> tuple[str, str]:
    """Subject and object of a noun of action; a possessive pronoun stands for the subject of its clause."""
    subject = next((phrase(parse, owner) for owner in parse.children(noun, "poss", "compound")), "")
    if not subject and any(child.tag == "PRP$" for child in parse.children(noun, "poss")) and clause is not None:
        subject = phrase(parse, clause.subject)
    for preposition in parse.children(noun, "prep"):
        if preposition.lemma == "of":
            return subject, next((phrase(parse, thing) for thing in parse.children(preposition.index, "pobj")), "")
    return subject, ""


_ASIDE = ("appos", "relcl", "acl", "conj")  # "152 codes, each with …" says nothing of another figure


def _is_one_more(parse: Parse, head: int) -> bool:
    """ "A third hospital", "a second wave": one besides those named before."""
    beside = {child.lemma for child in parse.children(head, "det", "amod")}
    return bool(beside & {"a", "an"} and beside & {"second", "third", "fourth", "fifth", "sixth"})


def _at_another_time(parse: Parse, verb: int) -> bool:
    """ "Six were arrested after it", "two had died before that": not on the occasion that was told before."""
    return any(
        noun.lemma in _POINTING
        for preposition in parse.children(verb, "prep")
        if preposition.lemma in ("after", "before", "since", "until")
        for noun in parse.children(preposition.index, "pobj")
    )


_POINTING = {"it", "this", "that", "they", "them", "these", "those", "then"}


def _is_another_sort(parse: Parse, noun: int) -> bool:
    """ "A smaller battery", "the smaller ferry", "a 500 Wh version": another than the one told of."""
    beside = list(parse.children(noun, "det", "amod", "compound", "nmod"))
    compared = any(child.tag == "JJR" and child.lemma not in ("more", "less") for child in beside)
    if not any(child.lemma in ("a", "an") for child in beside) or parse.tokens[noun].tag != "NN":
        return compared and any(child.lemma == "the" for child in beside)
    return compared or parse.tokens[noun].lemma in words("sorts")


def _is_left_over(parse: Parse, quantity: Quantity, head: int) -> bool:
    """ "Three overs in hand", "£3m left": what remains of a figure; and one of two figures, "120 and 180 grit"."""
    behind = max(parse.token_at(quantity.end - 1), head) + 1
    following = [token for token in parse.tokens[behind : behind + 3] if token.pos != "SPACE"][:2]
    words_behind = tuple(token.lemma for token in following)
    left = any(t.text == "left" and not any(parse.children(t.index, "nsubj", "dobj")) for t in following[:1])
    if left or words_behind in _LEFT_OVER:
        return True
    figure = parse.token_at(quantity.number_start)
    others = (t for t in parse.children(figure, "conj") if t.pos == "NUM" and t.start >= quantity.number_end)
    return quantity.bound is not Bound.RANGE and parse.tokens[figure].dependency == "nummod" and any(others)


def _designates(parse: Parse, quantity: Quantity, head: int) -> bool:
    """ "The 120 grit": a number over one with a noun in the singular tells a sort, and counts nothing."""
    noun = parse.tokens[head]
    beside = noun.start == quantity.number_end + 1 and parse.text[quantity.number_end] == " "
    singular = (
        noun.tag == "NN" and noun.text.lower() == noun.lemma and not noun.lemma.endswith(tuple(words("no_plural")))
    )
    return beside and singular and quantity.unit == "count" and quantity.low > 1


_LEFT_OVER = {("in", "hand"), ("to", "spare"), ("to", "go")}


def _described(parse: Parse, figure: int) -> set[int]:
    """The noun that a figure describes by "of" or "with": "a battery of 500 watt-hours"."""
    above = parse.tokens[parse.tokens[figure].head]
    described = parse.tokens[figure].dependency == "pobj" and above.lemma in ("of", "with", "at")
    return {above.head} if described and parse.tokens[above.head].pos == "NOUN" else set()


def _is_pointed_at(parse: Parse, noun: Token) -> bool:
    return any(child.lemma in ("those", "these") for child in parse.children(noun.index, "det"))


def _contrasts(parse: Parse, head: int, figure: int) -> bool:
    clause = clause_of(parse, figure)
    heads = {head, figure} | ({clause.subject.index} if clause is not None and clause.subject is not None else set())
    near = {
        child.lemma for index in heads for child in parse.children(index, "amod", "det", "nummod", "advmod", "prep")
    }
    near |= {
        child.lemma for index in {head, figure} for child in parse.children(index) if child.dependency not in _ASIDE
    }
    if near & words("difference") or any(_is_one_more(parse, index) for index in heads):
        return True
    subject = clause.subject if clause is not None else None
    if subject is not None and subject.index not in (head, figure) and _is_pointed_at(parse, subject):
        return True  # "those pupils passed 41%": of whom the sentence before has told
    if any(_is_another_sort(parse, index) for index in heads | _described(parse, figure)):
        return True
    if clause is not None and _at_another_time(parse, clause.verb.index):
        return True
    definite = is_definite(parse, head) or is_definite(parse, figure)
    if (
        not definite
        and clause is not None
        and any(child.lemma == "still" for child in parse.children(clause.verb.index, "advmod"))
    ):
        return True  # "120 homes were still without power": what is left of those counted before
    if "all" in near:  # "all 3,200 of them" is the whole, not a part
        return False
    for index in {head, figure}:
        for preposition in parse.children(index, "prep"):
            if preposition.lemma == "of" and any(
                child.lemma in ("they", "them", "which", "whom", "these", "those", "that")
                for child in parse.children(preposition.index, "pobj")
            ):
                return True
    return False


def _around(reading: BlockReading, head: int, clause: Clause | None, skip: set[int]) -> Scope:
    """What the words around a claim say of it, whatever kind of claim it is."""
    parse = reading.parse
    sentence = parse.sentence_of(head)
    first, last = parse.sentences[sentence] if parse.sentences else (0, len(parse.tokens))
    sentence_tokens = range(first, last)
    near = {token.index for token in clause_tokens(parse, clause.verb.index)} if clause else set(sentence_tokens)
    near |= set(parse.subtree(head)) if parse.tokens[head].pos in NOMINAL else set()
    near -= _sources(parse, clause)
    timed = reading.timed
    skip = skip | {head} | {index for index in sentence_tokens if index in reading.spoken_for}
    scope = Scope(clause=clause)
    topical = [parse.tokens[index] for index in sorted(near - skip) if parse.tokens[index].pos in _TOPICAL]
    scope.terms = _terms(topical)
    scope.around = _terms(t for t in parse.tokens[first:last] if t.pos in _TOPICAL and t.index not in timed)
    scope.names = frozenset(
        token.lemma for token in parse.tokens[first:last] if token.pos == "PROPN" and token.index not in timed
    )
    if parse.tokens[head].pos in NOMINAL:
        modifiers = (child for child in parse.children(head, *_MODIFIERS) if child.index not in skip)
        scope.group = _terms(child for child in modifiers if child.pos in _TOPICAL)
    scope.place = _place(parse, near - timed) or _place(parse, set(sentence_tokens) - timed)
    if clause is not None:
        scope.predicate = canonical_verb(clause.verb.lemma)
        scope.subject = phrase(parse, clause.subject) if clause.subject and clause.subject.index != head else ""
        scope.object = phrase(parse, clause.object) if clause.object and clause.object.index != head else ""
        scope.tense = tense(parse, clause.verb)
        if clause.subject is not None and clause.subject.index not in skip and clause.subject.pos in _TOPICAL:
            described = parse.children(clause.subject.index, "amod", "compound")
            scope.terms |= _terms(t for t in (clause.subject, *described) if t.index not in skip and t.pos in _TOPICAL)
    scope.negated = negated(parse, head, words("negation"))
    return scope


def _sources(parse: Parse, clause: Clause | None) -> set[int]:
    """The tokens of "according to the charity", which say who says it and nothing of what is said."""
    named = parse.children(clause.verb.index, "prep") if clause else ()
    return {index for child in named if child.lemma in ("accord", "according") for index in parse.subtree(child.index)}


def _owner(parse: Parse, noun: Token) -> str:
    """What a measure is of: "the height of the dam", "the dam's height"; "" where that is not said."""
    owners = list(parse.children(noun.index, "poss"))
    for preposition in parse.children(noun.index, "prep"):
        if preposition.lemma == "of":
            owners += parse.children(preposition.index, "pobj")
    return next((owner for token in owners if (owner := phrase(parse, token))), "")


def _definition(parse: Parse, noun: Token) -> frozenset[str]:
    """What tells one measure of a name from another: "operating profit", "profit before tax"."""
    told = list(parse.children(noun.index, "amod"))
    for preposition in parse.children(noun.index, "prep"):
        if preposition.lemma in ("before", "after", "excluding", "including"):
            told += parse.children(preposition.index, "pobj")
    return _terms(told)


def _near(reading: BlockReading, quantity: Quantity) -> frozenset[str]:
    """The content words right before and behind a figure, up to the next stop: they hold where a parse goes wrong."""
    parse = reading.parse
    inside = reading.tokens_in(quantity.start, quantity.end)
    behind, before = [], []
    for token in parse.tokens[inside[-1] + 1 : inside[-1] + 1 + _NEAR_BEHIND]:
        if token.pos == "PUNCT" and token.text in _STOPS:
            break
        behind.append(token)
    for token in reversed(parse.tokens[max(0, inside[0] - _NEAR_BEFORE) : inside[0]]):
        if token.pos == "PUNCT" and token.text in _STOPS:
            break
        before.append(token)
    free = (t for t in [*before, *behind] if t.index not in reading.spoken_for)
    return _terms(t for t in free if t.pos in _TOPICAL)


_NEAR_BEFORE, _NEAR_BEHIND = 5, 8  # tokens
_STOPS = {".", ",", ";", ":", "(", ")", "–", "—", "?", "!", "[", "]"}


def _terms(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(
        word
        for token in tokens
        if (word := canonical(token)) not in light_words() and token.lemma not in light_words() and len(word) > 1
    )


def content_words(parse: Parse) -> frozenset[str]:
    """The canonical content words of a whole block."""
    return _terms(token for token in parse.tokens if token.pos in _TOPICAL)


def phrase(parse: Parse, head: Token | None) -> str:
    """The canonical words of a noun phrase: its head with the names and nouns that stand before it."""
    if head is None or head.pos not in NOMINAL:
        return ""
    head = specific(parse, head)
    if head.lemma in GENERIC:
        return ""
    parts = [child for child in parse.children(head.index, "compound", "amod", "poss", "nmod") if child.pos in NOMINAL]
    return " ".join(sorted({canonical_noun(token.lemma) for token in [*parts, head]}))


def _place(parse: Parse, indices: set[int]) -> str:
    """The place that a locative preposition names: "in Poland"; "US" in "US soldiers" is none."""
    if not indices:
        return ""
    begin = bisect_left(parse.names, min(indices), key=lambda name: name.first)
    end = bisect_right(parse.names, max(indices), key=lambda name: name.first)
    for name in parse.names[begin:end]:
        if name.label not in _PLACES or name.first not in indices:
            continue
        tokens = parse.tokens[name.first : name.last]
        head = next((t for t in tokens if not name.first <= t.head < name.last or t.head == t.index), tokens[-1])
        above = parse.tokens[head.head]
        if head.dependency == "pobj" and above.lemma in _LOCATIVE:
            return " ".join(token.lemma for token in tokens if token.pos in NOMINAL)
    return next((place for index in sorted(indices) if (place := wide_place(parse.tokens[index].lemma))), "")


_LOCATIVE = {"in", "at", "on", "near", "across", "outside", "inside", "around", "off", "along", "throughout", "within"}


def tense(parse: Parse, verb: Token) -> str:
    """past, present or future, by the verb's own tag and its auxiliaries; "" where neither says."""
    auxiliaries = {child.lemma: child.tag for child in parse.children(verb.index, "aux", "auxpass")}
    if auxiliaries.keys() & {"will", "shall", "'ll", "wo"}:
        return "future"
    tags = {verb.tag, *auxiliaries.values()}
    if tags & {"VBD"} or ("have" in auxiliaries and tags & {"VBP", "VBZ"}):
        return "past"
    if tags & {"VBP", "VBZ"}:
        return "present"
    return "past" if verb.tag == "VBN" else ""
