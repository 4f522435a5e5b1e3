"""The scope of a claim: what is measured, of whom, where, by which verb, in which role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.claims.canonical import canonical, canonical_noun, canonical_verb, light_words, outcome, words
from checker.claims.clause import Clause, clause_of, clause_tokens, negated
from checker.claims.reading import BlockReading
from checker.language.parse import Parse, Token
from checker.language.quantity import Bound, Quantity

_PLACES = {"GPE", "LOC", "FAC"}
_MODIFIERS = ("amod", "compound", "nmod")
_STATES_A_LEVEL = {
    "be", "number", "total", "stand", "reach", "hit", "equal", "average", "cost", "weigh", "measure", "come", "go",
    "amount", "run", "remain", "stay", "exceed", "top", "set", "put", "estimate", "value", "price", "fix", "range",
    "move", "return", "become", "represent", "account",
}  # fmt: skip
_COMPARES = {"compare", "against", "versus"}
_GENERIC = {"number", "total", "amount", "level", "figure", "sum", "rate", "dozen", "hundred", "thousand", "million",
            "billion", "couple", "score", "pair", "series", "group", "handful", "proportion", "share", "percentage",
            "majority", "minority", "average", "mean", "median", "maximum", "minimum", "rest"}  # fmt: skip
_NUMERIC = ("nummod", "quantmod", "compound", "nmod", "amod", "npadvmod", "advmod", "punct")
_NOMINAL = {"NOUN", "PROPN"}
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
    figure = _figure_token(reading, quantity)
    head, measure = _counted(parse, figure) if quantity.unit == "count" else _measured(parse, figure, reading, quantity)
    definite = is_definite(parse, head) or is_definite(parse, figure)
    clause = _qualifying_clause(parse, {figure, head}) or clause_of(parse, figure)
    predicate = canonical_verb(clause.verb.lemma) if clause else ""
    if quantity.unit == "count":
        counted = "" if clause and measure == clause.verb.lemma else canonical_noun(measure)
        before = parse.tokens[max(0, parse.token_at(quantity.start) - 1)]  # "cost 21 lives", however it is parsed
        told = clause.object if clause and clause.object and clause.object.index not in (head, figure) else None
        measure = (
            outcome(predicate, counted)
            or outcome(canonical_verb(before.lemma), counted)
            or (outcome(predicate, told.lemma) if told is not None else "")  # "three people lost their lives"
            or measure
        )
    scope = _around(reading, head, clause, skip=set(reading.tokens_in(quantity.start, quantity.end)))
    scope.measure = canonical_noun(measure)
    if scope.measure and scope.measure not in light_words():
        scope.terms |= {scope.measure}
    scope.role = _role(parse, figure, head, quantity, clause)
    scope.head = head
    head_token = parse.tokens[head]
    joins = quantity.unit == "count" and head_token.pos in _NOMINAL and head_token.start >= quantity.end
    scope.end = max(quantity.end, head_token.end) if joins else quantity.end
    scope.contrast = scope.contrast or _contrasts(parse, head, figure)
    scope.near = _near(reading, quantity)
    scope.definite = definite
    return scope


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


def is_definite(parse: Parse, head: int) -> bool:
    """Whether a noun phrase points back: "the £12.4 million", "its 36 outlets", "those 18 victims"."""
    return any(
        child.lemma in ("the", "this", "that", "these", "those") or child.tag == "PRP$"
        for child in parse.children(head, "det", "poss")
    )


def _nominal_arguments(parse: Parse, noun: int, clause: Clause | None) -> tuple[str, str]:
    """Subject and object of a noun of action; a possessive pronoun stands for the subject of its clause."""
    subject = next((phrase(parse, owner) for owner in parse.children(noun, "poss", "compound")), "")
    if not subject and any(child.tag == "PRP$" for child in parse.children(noun, "poss")) and clause is not None:
        subject = phrase(parse, clause.subject)
    for preposition in parse.children(noun, "prep"):
        if preposition.lemma == "of":
            return subject, next((phrase(parse, thing) for thing in parse.children(preposition.index, "pobj")), "")
    return subject, ""


def _figure_token(reading: BlockReading, quantity: Quantity) -> int:
    """The token that heads the figure: its magnitude or unit word where it has one."""
    indices = reading.tokens_in(quantity.number_start, quantity.end)
    inside = set(indices)
    tokens = reading.parse.tokens
    for index in reversed(indices):
        if tokens[index].head not in inside or tokens[index].head == index:
            return index
    return indices[-1]


def _counted(parse: Parse, figure: int) -> tuple[int, str]:
    """The noun that a bare number counts: its index (the figure's own where it is elided) and lemma."""
    token = parse.tokens[figure]
    if token.pos in _NOMINAL and token.tag not in ("CD",) and not token.text[:1].isdigit():
        return figure, token.lemma
    current = token
    while current.dependency in _NUMERIC and current.head != current.index:
        current = parse.tokens[current.head]
        if current.pos in _NOMINAL and current.index > figure:
            return current.index, _specific(parse, current).lemma
    for preposition in parse.children(figure, "prep"):
        if preposition.lemma == "of":
            for noun in parse.children(preposition.index, "pobj"):
                if noun.pos in _NOMINAL:
                    return noun.index, noun.lemma
    return _stated_of(parse, token)


def _measured(parse: Parse, figure: int, reading: BlockReading, quantity: Quantity) -> tuple[int, str]:
    """What a figure with a unit measures: index of the word that says so, and its lemma."""
    token = parse.tokens[figure]
    if token.dependency in _NUMERIC and token.head != figure:
        head = parse.tokens[token.head]
        if head.pos in _NOMINAL and head.start >= quantity.end:
            return head.index, head.lemma
    for index in reading.tokens_in(quantity.start, quantity.end):
        for preposition in parse.children(index, "prep"):
            if preposition.lemma == "of" and preposition.start >= quantity.end:
                for noun in parse.children(preposition.index, "pobj"):
                    return noun.index, noun.lemma if noun.pos in _NOMINAL else ""
    return _stated_of(parse, token)


def _specific(parse: Parse, noun: Token) -> Token:
    """The noun that a word of mere amount leads to: "number of admissions" → "admissions"."""
    while noun.lemma in _GENERIC:
        for preposition in parse.children(noun.index, "prep"):
            below = next(parse.children(preposition.index, "pobj"), None) if preposition.lemma == "of" else None
            if below is not None and below.pos in _NOMINAL:
                noun = below
                break
        else:
            return noun
    return noun


def _stated_of(parse: Parse, token: Token) -> tuple[int, str]:
    """The noun or verb that a free-standing figure belongs to: "a population of 3,200", "sales reached £3m"."""
    current = token
    while (
        current.dependency in ("conj", *_NUMERIC)
        and current.head != current.index
        and (parse.tokens[current.head].pos in ("NUM", "SYM") or current.dependency == "conj")
    ):
        current = parse.tokens[current.head]
    above = parse.tokens[current.head]
    if current.dependency == "pobj":
        outer = parse.tokens[above.head]
        while outer.pos == "ADP" and outer.head != outer.index:
            outer = parse.tokens[outer.head]
        if above.lemma in _COMPARES or outer.lemma in _COMPARES:
            return token.index, ""
        if outer.pos in _NOMINAL and _specific(parse, outer).lemma not in _GENERIC:
            return token.index, _specific(parse, outer).lemma
        above = outer
    elif current.dependency == "appos" and above.pos in _NOMINAL:
        return token.index, _specific(parse, above).lemma
    clause = clause_of(parse, above.index)
    if clause is None:
        return token.index, ""
    if current.dependency in ("nsubj", "nsubjpass"):
        return token.index, ""
    level = canonical_verb(clause.verb.lemma) in _STATES_A_LEVEL or _direction(clause.verb.lemma)
    noun = clause.object if clause.passive else clause.subject
    if level and noun is not None and noun.index != token.index:
        named = _specific(parse, noun)
        return token.index, named.lemma if named.pos in _NOMINAL and named.lemma not in _GENERIC else ""
    return token.index, "" if level or clause.verb.lemma in words("light_verbs") else clause.verb.lemma


def _direction(lemma: str) -> str:
    if lemma in words("increase"):
        return "increase"
    return "decrease" if lemma in words("decrease") else ""


def _role(parse: Parse, figure: int, head: int, quantity: Quantity, clause: Clause | None) -> str:
    """The role of a figure: a change where the words around it say so, else what the expression says of itself."""
    if quantity.role in ("age", "rank", "score", "reference", "multiple"):
        return quantity.role
    return (
        _change(parse, figure, head, quantity, clause)
        or _part(parse, figure)
        or quantity.role
        or _qualified(parse, figure, head, clause)
        or ("share" if quantity.unit == "percent" else "level")
    )


def _part(parse: Parse, figure: int) -> str:
    """ "part" where the figure counts some of what is known already: "40 of its branches"."""
    for preposition in parse.children(figure, "prep"):
        if preposition.lemma == "of" and any(
            is_definite(parse, noun.index) for noun in parse.children(preposition.index, "pobj")
        ):
            return "part"
    return ""


def _change(parse: Parse, figure: int, head: int, quantity: Quantity, clause: Clause | None) -> str:
    """ "increase" or "decrease" where the figure is what something changed by, "" where it is a level."""
    if clause is not None and clause.verb.dependency == "relcl" and clause.verb.head in (figure, head):
        return _direction(clause.verb.lemma)  # "the 985 students that it has gained"
    following = parse.tokens[min(len(parse.tokens) - 1, parse.token_at(quantity.end - 1) + 1)]
    if following.start >= quantity.end and following.text.lower() in _COMPARATIVES:
        return _COMPARATIVES[following.text.lower()]
    previous = parse.tokens[max(0, parse.token_at(quantity.start) - 1)]
    if previous.end <= quantity.start and previous.lemma in ("up", "down") and quantity.bound is not Bound.AT_MOST:
        return "increase" if previous.lemma == "up" else "decrease"
    token = parse.tokens[figure]
    while token.dependency in ("conj", "appos", *_NUMERIC) and token.head != token.index:
        if _direction(parse.tokens[token.head].lemma) and token.dependency in ("npadvmod", "advmod"):
            break
        token = parse.tokens[token.head]
    above = parse.tokens[token.head]
    if token.dependency == "pobj":
        direction = _direction(parse.tokens[above.head].lemma)
        of_a_change = above.lemma == "of" and parse.tokens[above.head].pos == "NOUN"
        return direction if above.lemma == "by" or of_a_change else ""
    if token.dependency in ("npadvmod", "advmod", "dobj", "attr"):
        return _direction(above.lemma)
    return ""


_COMPARATIVES = {
    "more": "increase", "higher": "increase", "up": "increase", "increase": "increase", "rise": "increase",
    "growth": "increase", "jump": "increase", "above": "increase", "dearer": "increase", "longer": "increase",
    "less": "decrease", "fewer": "decrease", "lower": "decrease", "down": "decrease", "decrease": "decrease",
    "fall": "decrease", "cut": "decrease", "drop": "decrease", "decline": "decrease", "reduction": "decrease",
    "below": "decrease", "cheaper": "decrease", "shorter": "decrease", "off": "decrease", "discount": "decrease",
}  # fmt: skip


def _qualified(parse: Parse, figure: int, head: int, clause: Clause | None) -> str:
    """target, average or total, where a word beside the figure or its subject says so."""
    near = {child.lemma for index in {head, figure} for child in parse.children(index)}
    above = parse.tokens[parse.tokens[figure].head]
    if above.pos == "ADP":
        near.add(parse.tokens[above.head].lemma)
    if clause is not None and clause.subject is not None and clause.subject.index != head:
        near.add(clause.subject.lemma)
    for role, lexicon_name in (("target", "target"), ("average", "averages"), ("total", "totals")):
        if near & words(lexicon_name):
            return role
    return ""


def _contrasts(parse: Parse, head: int, figure: int) -> bool:
    clause = clause_of(parse, figure)
    heads = {head, figure} | ({clause.subject.index} if clause is not None and clause.subject is not None else set())
    near = {
        child.lemma for index in heads for child in parse.children(index, "amod", "det", "nummod", "advmod", "prep")
    }
    near |= {child.lemma for index in {head, figure} for child in parse.children(index)}
    if near & words("difference"):
        return True
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
    near = {token.index for token in clause_tokens(parse, clause.verb.index)} if clause else set(range(first, last))
    near |= set(parse.subtree(head)) if parse.tokens[head].pos in _NOMINAL else set()
    timed = {index for timex in reading.timexes for index in reading.tokens_in(timex.start, timex.end)}
    skip = skip | _spoken_for(reading) | {head}
    scope = Scope(clause=clause)
    topical = [parse.tokens[index] for index in sorted(near - skip) if parse.tokens[index].pos in _TOPICAL]
    scope.terms = _terms(topical)
    scope.names = frozenset(
        token.lemma for token in parse.tokens[first:last] if token.pos == "PROPN" and token.index not in timed
    )
    if parse.tokens[head].pos in _NOMINAL:
        modifiers = (child for child in parse.children(head, *_MODIFIERS) if child.index not in skip)
        scope.group = _terms(child for child in modifiers if child.pos in _TOPICAL)
    scope.place = _place(parse, near - timed) or _place(parse, set(range(first, last)) - timed)
    if clause is not None:
        scope.predicate = canonical_verb(clause.verb.lemma)
        scope.subject = phrase(parse, clause.subject) if clause.subject and clause.subject.index != head else ""
        scope.object = phrase(parse, clause.object) if clause.object and clause.object.index != head else ""
        scope.tense = tense(parse, clause.verb)
        if clause.subject is not None and clause.subject.index not in skip and clause.subject.pos in _TOPICAL:
            modifiers = parse.children(clause.subject.index, "amod", "compound")
            scope.terms |= _terms(t for t in (clause.subject, *modifiers) if t.index not in skip and t.pos in _TOPICAL)
    scope.negated = negated(parse, head, words("negation"))
    return scope


def _near(reading: BlockReading, quantity: Quantity) -> frozenset[str]:
    """The content words right before and behind a figure, up to the next stop: they hold where a parse goes wrong."""
    parse = reading.parse
    inside = reading.tokens_in(quantity.start, quantity.end)
    skip = _spoken_for(reading)
    behind, before = [], []
    for token in parse.tokens[inside[-1] + 1 : inside[-1] + 1 + _NEAR_BEHIND]:
        if token.pos == "PUNCT" and token.text in _STOPS:
            break
        behind.append(token)
    for token in reversed(parse.tokens[max(0, inside[0] - _NEAR_BEFORE) : inside[0]]):
        if token.pos == "PUNCT" and token.text in _STOPS:
            break
        before.append(token)
    return _terms(t for t in [*before, *behind] if t.index not in skip and t.pos in _TOPICAL)


_NEAR_BEFORE, _NEAR_BEHIND = 5, 8  # tokens
_STOPS = {".", ",", ";", ":", "(", ")", "–", "—", "?", "!", "[", "]"}


def _spoken_for(reading: BlockReading) -> set[int]:
    """The tokens that belong to a time or a figure."""
    timed = {index for timex in reading.timexes for index in reading.tokens_in(timex.start, timex.end)}
    return timed | {index for q in reading.quantities for index in reading.tokens_in(q.start, q.end)}


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
    if head is None or head.pos not in _NOMINAL:
        return ""
    head = _specific(parse, head)
    if head.lemma in _GENERIC:
        return ""
    parts = [child for child in parse.children(head.index, "compound", "amod", "poss", "nmod") if child.pos in _NOMINAL]
    return " ".join(sorted({canonical_noun(token.lemma) for token in [*parts, head]}))


def _place(parse: Parse, indices: set[int]) -> str:
    """The place that a locative preposition names: "in Poland"; "US" in "US soldiers" is none."""
    for name in parse.names:
        if name.label not in _PLACES or name.first not in indices:
            continue
        tokens = parse.tokens[name.first : name.last]
        head = next((t for t in tokens if not name.first <= t.head < name.last or t.head == t.index), tokens[-1])
        above = parse.tokens[head.head]
        if head.dependency == "pobj" and above.lemma in _LOCATIVE:
            return " ".join(token.lemma for token in tokens if token.pos in _NOMINAL)
    return next(
        (t.lemma for t in map(parse.tokens.__getitem__, sorted(indices)) if t.lemma in words("wide_places")), ""
    )


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
