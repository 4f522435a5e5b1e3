"""How far the article itself stands behind a claim: asserted, planned, reported or hypothetical, and who said so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.claims.canonical import words
from checker.claims.clause import clause_of, governor
from checker.language.parse import Parse, Token

_HYPOTHETICAL_MODALS = {"would", "could", "might", "may", "should"}
_CONDITIONS = {"if", "unless", "whether", "provided", "suppose", "supposing"}
# What is said of the sentence before: "That is untrue."
_REFUTED = re.compile(
    r"(?:(?:That|This|It)(?:['’]s| is| was) (?:simply |just |quite |plainly |also |not )*(?:untrue|true|false|wrong"
    r"|incorrect|mistaken|nonsense|so|a (?:common |popular |persistent )?(?:myth|lie|fallacy|misconception))"
    r"|Not (?:so|true)|Wrong|False|Nonsense)\b"
)
_FUTURE = {"will", "shall", "'ll", "wo", "’ll"}


@dataclass(frozen=True, slots=True)
class Stance:
    """`modality`: asserted, planned, reported or hypothetical; `attribution`: the speaker as written, "" for none."""

    modality: str = "asserted"
    attribution: str = ""


def stance_of(parse: Parse, index: int) -> Stance:
    """The stance of the clause that a token stands in, read from its auxiliaries and the verbs above it."""
    verb = governor(parse, index)
    attribution, doubted = _speaker(parse, index)
    first, last = parse.sentences[parse.sentence_of(index)]
    if any(token.text.startswith("?") for token in parse.tokens[max(first, last - 3) : last]):
        return Stance("hypothetical", attribution)  # a question asserts nothing
    if last < len(parse.tokens) and _is_refuted(parse.text, parse.tokens[last].start):
        return Stance("hypothetical", attribution)
    if verb is None:
        return Stance("asserted", attribution)
    chain = [verb, *_above(parse, verb)]
    if any(child.lemma in _CONDITIONS for step in chain[:2] for child in parse.children(step.index, "mark", "advmod")):
        return Stance("hypothetical", attribution)
    auxiliaries = {child.lemma for child in parse.children(verb.index, "aux")}
    if verb.dependency == "xcomp" and verb.head != verb.index:
        auxiliaries |= {child.lemma for child in parse.children(verb.head, "aux")}
    if auxiliaries & _FUTURE or _is_plan(parse, verb):
        return Stance("planned", attribution)
    if auxiliaries & _HYPOTHETICAL_MODALS:
        return Stance("hypothetical", attribution)
    return Stance("reported" if doubted else "asserted", attribution)


def _is_refuted(text: str, following: int) -> bool:
    """Whether the next sentence says that this one is not so; "That is true" bears it out."""
    said = _REFUTED.match(text, following)
    return said is not None and (not said[0].endswith((" true", " so")) or "not" in said[0].lower())


def _above(parse: Parse, verb: Token) -> list[Token]:
    """The verbs that a clause hangs from as their complement, the nearest first."""
    found = []
    current = verb
    while current.dependency in ("ccomp", "xcomp", "advcl", "conj") and current.head != current.index:
        current = parse.tokens[current.head]
        found.append(current)
    return found


def _is_plan(parse: Parse, verb: Token) -> bool:
    """ "is due to open", "plans to build", "is expected to reach": an infinitive below a word of planning."""
    if verb.dependency in ("xcomp", "ccomp", "advcl", "acl", "relcl") and verb.head != verb.index:
        above = parse.tokens[verb.head]
        infinitive = any(child.tag == "TO" for child in parse.children(verb.index, "aux"))
        if infinitive and (above.lemma in words("planned") or above.lemma == "be"):
            return True
    particle = any(parse.children(verb.index, "prt"))  # "was set up in 2014" is no plan
    is_participle = verb.lemma in words("planned") and verb.tag == "VBN" and not particle
    complements = parse.children(verb.index, "acomp", "oprd")
    return is_participle or any(child.lemma in ("due", "slated") for child in complements)


def _speaker(parse: Parse, index: int) -> tuple[str, bool]:
    """Who is said to have said it, and whether the verb of saying leaves it open ("claims", "denies")."""
    current = parse.tokens[index]
    seen_clause = False
    for ancestor in parse.ancestors(index):
        if ancestor.lemma in words("reporting") and ancestor.pos == "VERB":
            inside = current.dependency in ("ccomp", "xcomp", "parataxis") or seen_clause
            clause = clause_of(parse, ancestor.index)
            if inside and clause is not None and clause.subject is not None and clause.subject.index != index:
                return clause.subject.text, ancestor.lemma in words("doubting")
        seen_clause = seen_clause or current.dependency in ("ccomp", "parataxis")
        current = ancestor
    root = current
    for child in parse.children(root.index, "parataxis", "ccomp"):
        # "The wall is sound, the council said": the verb of saying hangs below the clause that was said.
        if child.lemma in words("reporting") and child.pos == "VERB" and child.index != index:
            clause = clause_of(parse, child.index)
            below = set(parse.subtree(child.index))
            if index not in below and clause is not None and clause.subject is not None:
                return clause.subject.text, child.lemma in words("doubting")
    for child in parse.children(root.index, "prep"):
        if child.lemma in ("accord", "according"):
            for to in parse.children(child.index):
                for source in [to, *parse.children(to.index, "pobj")]:
                    if source.pos in ("NOUN", "PROPN"):
                        return source.text, False
    return "", False
