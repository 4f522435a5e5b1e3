"""Whether a verb tells how a deed begins or ends, rather than the whole of it.

"began to drive the piles" and "the first of the piles was driven" tell its beginning, "finished driving the piles" and
"the last of the piles was driven" its end.
"""

from __future__ import annotations

from checker.claims.clause import clause_of
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_BEGINNING, _END = "begin", "end"
_VERBS = {"begin": _BEGINNING, "start": _BEGINNING, "commence": _BEGINNING, "finish": _END, "stop": _END, "cease": _END}
_DOORS = {_BEGINNING: "open", _END: "close"}
_ORDER = {"first": _BEGINNING, "last": _END, "final": _END}


def is_phase_verb(parse: Parse, verb: Token) -> bool:
    """Whether a verb only says in what phase the deed is that another one names: "began to drive"."""
    return verb.lemma in _VERBS and any(child.pos == "VERB" for child in parse.children(verb.index, "xcomp"))


def phase_verb(parse: Parse, verb: Token) -> Token | None:
    """The verb above that says in what phase the deed is: "began" of "began to drive"."""
    above = parse.tokens[verb.head]
    return above if verb.dependency == "xcomp" and above.pos == "VERB" and above.lemma in _VERBS else None


def phase_of(parse: Parse, verb: Token) -> str:
    """ "begin" or "end" where a verb tells only that of its deed, else ""."""
    above = phase_verb(parse, verb)
    if above is not None:
        return _VERBS[above.lemma]
    clause = clause_of(parse, verb.index)
    thing = clause.object if clause is not None and clause.passive else None
    of_several = thing is not None and any(child.lemma == "of" for child in parse.children(thing.index, "prep"))
    return _ORDER.get(thing.lemma, "") if thing is not None and of_several else ""


def opens_or_closes(parse: Parse, verb: Token) -> str:
    """ "open" or "close" where a thing does for the first or the last time what is done behind open doors, else "".

    "The museum welcomed its first visitors", "first welcomed the public", "began treating patients".
    """
    opening = lexicon("events")["opening"]
    things = list(parse.children(verb.index, "dobj"))
    if verb.lemma not in opening["verbs"] or not any(thing.lemma in opening["of"] for thing in things):
        return ""
    above = phase_verb(parse, verb)
    if above is not None:
        return _DOORS[_VERBS[above.lemma]]
    near = [
        *parse.children(verb.index, "advmod"),
        *(c for thing in things for c in parse.children(thing.index, "amod")),
    ]
    return next((_DOORS[_ORDER[word.lemma]] for word in near if word.lemma in _ORDER), "")
