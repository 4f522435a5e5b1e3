"""The role of a figure: a level, a change, a part, a target, an average, …"""

from __future__ import annotations

from checker.claims.canonical import words
from checker.claims.clause import Clause
from checker.claims.measure import NUMERIC, direction
from checker.language.parse import Parse
from checker.language.quantity import Bound, Quantity
from checker.language.units import dimension

_COMPARATIVES = {
    "more": "increase", "higher": "increase", "up": "increase", "increase": "increase", "rise": "increase",
    "growth": "increase", "jump": "increase", "above": "increase", "dearer": "increase", "longer": "increase",
    "less": "decrease", "fewer": "decrease", "lower": "decrease", "down": "decrease", "decrease": "decrease",
    "fall": "decrease", "cut": "decrease", "drop": "decrease", "decline": "decrease", "reduction": "decrease",
    "below": "decrease", "cheaper": "decrease", "shorter": "decrease", "off": "decrease", "discount": "decrease",
}  # fmt: skip
_AWAY = {"before", "after", "ago", "later", "earlier", "beforehand", "afterwards"}


def role_of(parse: Parse, figure: int, head: int, quantity: Quantity, clause: Clause | None) -> str:
    """The role of a figure: a change where the words around it say so, else what the expression says of itself."""
    if quantity.role == "reference" and (part := _within_the_last(parse, figure, head, clause)):
        return part
    if quantity.role in ("age", "rank", "score", "reference", "multiple"):
        return quantity.role
    return (
        _change(parse, figure, head, quantity, clause)
        or _limit(parse, quantity, clause)
        or _offset(parse, quantity)
        or ("" if dimension(quantity.unit) == "time" else _part(parse, figure))
        or _within_the_last(parse, figure, head, clause)
        or quantity.role
        or _qualified(parse, figure, head, clause)
        or ("share" if quantity.unit == "percent" else "level")
    )


def _limit(parse: Parse, quantity: Quantity, clause: Clause | None) -> str:
    """ "limit" where a rule or a capacity draws a line: "must apply within 28 days", "can hold up to 300"."""
    if quantity.bound not in _LINES or clause is None:
        return ""
    verb = clause.verb
    above = parse.tokens[verb.head]
    deontic = [verb, *([above] if verb.dependency in ("xcomp", "ccomp") else [])]
    auxiliaries = {child.lemma for one in deontic for child in parse.children(one.index, "aux", "auxpass")}
    has_to = verb.dependency == "xcomp" and above.lemma == "have"
    is_command = verb.tag == "VB" and verb.dependency == "ROOT" and clause.subject is None
    ruled = any(one.lemma in words("rulings") for one in deontic)
    return "limit" if auxiliaries & _MODALS or has_to or is_command or ruled else ""


_LINES = {Bound.AT_MOST, Bound.LESS_THAN, Bound.AT_LEAST, Bound.MORE_THAN}
_MODALS = {"must", "can", "may", "shall"}


def _offset(parse: Parse, quantity: Quantity) -> str:
    """ "offset" where a length of time only says how far away something else is: "two months before the launch"."""
    following = parse.tokens[min(len(parse.tokens) - 1, parse.token_at(quantity.end - 1) + 1)]
    beyond = following.start >= quantity.end and following.text.lower() in _AWAY
    return "offset" if beyond and dimension(quantity.unit) == "time" else ""


def _part(parse: Parse, figure: int) -> str:
    """ "part" where the figure counts some of what is known already: "40 of its branches"."""
    for preposition in parse.children(figure, "prep"):
        if preposition.lemma == "of" and any(
            is_definite(parse, noun.index) for noun in parse.children(preposition.index, "pobj")
        ):
            return "part"
    return ""


def _within_the_last(parse: Parse, figure: int, head: int, clause: Clause | None) -> str:
    """ "part" where what is counted fell within the last few of a series: "four draws from their last six games"."""
    if is_of_a_series(parse, head):
        return "part"
    above = {figure, head} | ({clause.verb.index} if clause is not None else set())
    for preposition in (child for index in sorted(above) for child in parse.children(index, "prep")):
        for noun in parse.children(preposition.index, "pobj") if preposition.lemma in _WITHIN else ():
            if is_of_a_series(parse, noun.index):
                return "part"
    return ""


def is_of_a_series(parse: Parse, noun: int) -> bool:
    """ "Their last six games", "the first two years": a number of those that are counted in order."""
    numbers = [number.index for number in parse.children(noun, "nummod")]
    ordered = any(child.lemma in _ORDERED for index in (noun, *numbers) for child in parse.children(index, "amod"))
    return bool(numbers) and ordered and parse.tokens[noun].tag == "NNS"


_ORDERED = {"last", "past", "previous", "opening", "first", "next", "final"}


_WITH_PARTICLE = {"make", "take", "pick", "set", "lay", "put", "use", "eat", "turn", "sign", "write", "rack", "clock"}
_WITHIN = {"from", "in", "of", "over", "during", "across"}


def _change(parse: Parse, figure: int, head: int, quantity: Quantity, clause: Clause | None) -> str:
    """ "increase" or "decrease" where the figure is what something changed by, "" where it is a level."""
    if clause is not None and clause.verb.dependency == "relcl" and clause.verb.head in (figure, head):
        return direction(clause.verb.lemma)  # "the 985 students that it has gained"
    following = parse.tokens[min(len(parse.tokens) - 1, parse.token_at(quantity.end - 1) + 1)]
    beyond = parse.tokens[min(len(parse.tokens) - 1, following.index + 1)]
    by_another = following.lemma in ("up", "down") and beyond.pos in ("NUM", "SYM")  # "£1.6m up 3%": the 3% is
    from_the_sea = following.lemma in ("above", "below") and dimension(quantity.unit) == "length"
    if following.start >= quantity.end and following.text.lower() in _COMPARATIVES and not (by_another or from_the_sea):
        return _COMPARATIVES[following.text.lower()]
    previous = parse.tokens[max(0, parse.token_at(quantity.start) - 1)]
    particle = previous.index > 0 and parse.tokens[previous.index - 1].lemma in _WITH_PARTICLE
    changed = previous.lemma in ("up", "down") and quantity.bound is not Bound.AT_MOST and not particle
    if previous.end <= quantity.start and changed:
        return "increase" if previous.lemma == "up" else "decrease"
    token = parse.tokens[figure]
    while token.dependency in ("conj", "appos", *NUMERIC) and token.head != token.index:
        if direction(parse.tokens[token.head].lemma) and token.dependency in ("npadvmod", "advmod"):
            break
        token = parse.tokens[token.head]
    above = parse.tokens[token.head]
    if token.dependency == "pobj":
        towards = direction(parse.tokens[above.head].lemma)
        of_a_change = above.lemma == "of" and parse.tokens[above.head].pos == "NOUN"
        return towards if above.lemma == "by" or of_a_change else ""
    if token.dependency == "dobj" and (above.lemma == "raise" or token.lemma in words("standings")):
        return ""  # "raised £2m for the roof", "gained an 82% rating": what was had in the end
    if token.dependency in ("npadvmod", "advmod", "dobj", "attr"):
        return direction(above.lemma)
    return ""


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


def is_definite(parse: Parse, head: int) -> bool:
    """Whether a noun phrase points back: "the £12.4 million", "its 36 outlets", "those 18 victims"."""
    return any(
        child.lemma in ("the", "this", "that", "these", "those") or child.tag == "PRP$"
        for child in parse.children(head, "det", "poss")
    )


def is_owned(parse: Parse, figure: int) -> bool:
    """Whether a figure says how many a noun that the reader knows stands for: "its workforce of 1,020"."""
    preposition = parse.tokens[parse.tokens[figure].head]
    noun = parse.tokens[preposition.head]
    return preposition.lemma == "of" and noun.pos == "NOUN" and any(parse.children(noun.index, "poss"))
