"""What a clause says of its subject as one word that another clause can deny (rules/lexicon/opposites.toml)."""

from __future__ import annotations

from functools import cache

from checker.claims.canonical import light_words
from checker.claims.clause import Clause, clause_of
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

MANAGED = "manage"  # stands for whatever it was that was to be done
LINKING = {"be", "remain", "stay"}


def concept_of(parse: Parse, clause: Clause) -> tuple[str, bool]:
    """What a clause says, as one word, and whether it affirms it; ("", True) where nothing can be denied."""
    verb = clause.verb
    children = list(parse.children(verb.index))
    holds = not any(c.dependency == "neg" or (c.dependency == "advmod" and c.lemma == "never") for c in children)
    holds ^= any(g.lemma == "no" for c in children if c.dependency == "dobj" for g in parse.children(c.index, "det"))
    lemma = verb.lemma
    tried = attempted(parse, clause)
    if tried is not clause:
        concept, came_about = concept_of(parse, tried)
        return concept, came_about == (holds == (lemma in _attempts("managed")))
    if lemma in _attempts("managed"):
        return MANAGED, holds
    if phrase := _phrase(parse, verb):
        lemma = phrase
    if lemma == "vote":
        lemma = next((c.lemma for c in children if c.dependency == "prep" and c.lemma in ("for", "against")), "")
        lemma = "support" if lemma == "for" else lemma
    if lemma in LINKING:
        state = next((c for c in children if c.dependency in ("acomp", "attr")), None)
        if state is None or state.pos != "ADJ":
            return "", True
        lemma = state.lemma
        if lemma.startswith("un") and len(lemma) > 5:
            return lemma[2:], not holds
    for concept, affirms in _opposites().get(lemma, ()):
        return concept, holds == affirms
    return (lemma, holds) if lemma and lemma not in light_words() else ("", True)


def attempted(parse: Parse, clause: Clause) -> Clause:
    """The clause of what was refused or managed: "refused to sign the lease"; the clause itself where it is neither."""
    if clause.verb.lemma in _attempts("failed") | _attempts("managed"):
        for below in parse.children(clause.verb.index, "xcomp"):
            return clause_of(parse, below.index) or clause
    return clause


def _phrase(parse: Parse, verb: Token) -> str:
    """The one verb that a verb and its object stand for: "put a name to" → sign, "raise an objection" → object."""
    for thing in parse.children(verb.index, "dobj"):
        for entry in lexicon("opposites")["phrase"]:
            if verb.lemma in entry["verbs"] and thing.lemma in entry["objects"]:
                return str(entry["means"])
    return ""


@cache
def _attempts(outcome: str) -> frozenset[str]:
    return frozenset(lexicon("opposites")["attempts"][outcome])


@cache
def _opposites() -> dict[str, list[tuple[str, bool]]]:
    found: dict[str, list[tuple[str, bool]]] = {}
    for entry in lexicon("opposites")["opposite"]:
        for side in ("affirmed", "denied"):
            for word in entry[side]:
                found.setdefault(word, []).append((entry["affirmed"][0], side == "affirmed"))
    return found
