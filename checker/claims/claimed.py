"""Whether a clause claims that something is so, or advises, wishes or supposes it: vague words do no harm there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.claims.clause import clause_of, governor
from checker.claims.patterns import word_set
from checker.language.parse import Parse, Token

LEXICON = "claimed"
_SUPPOSING = re.compile(r"(?:Let[’']s say|Let us say|Imagine|Suppose|Say you|Picture|Consider a)\b")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_BELOW = ("xcomp", "ccomp", "conj", "pcomp", "advcl")


def is_unclaimed(parse: Parse, index: int) -> bool:
    """Whether the clause of a token only advises, or says what something is for: "to reach thousands of people".

    So does a paragraph that begins "Let's say …" or "Imagine …".
    """
    return is_advised(parse, index) or is_aimed_at(parse, index) or is_supposed(parse)


def is_supposed(parse: Parse) -> bool:
    """Whether a paragraph tells of a case that is made up: "Let's say you work for an agency …"."""
    return _SUPPOSING.match(parse.text) is not None


def is_testimony(parse: Parse, index: int) -> bool:
    """Whether somebody tells of their own life: "I have seen dozens of them", "many years ago, I took a class"."""
    verb = governor(parse, index)
    steps = _upwards(parse, verb) if verb is not None else ()
    return any(child.lemma == "i" for step in steps for child in parse.children(step.index, *_SUBJECTS))


def is_advised(parse: Parse, index: int) -> bool:
    """Whether the clause speaks to the reader ("add a handful of rice", "until you have a large number of replies")."""
    clause = clause_of(parse, index)
    if clause is None:
        return False
    if clause.subject is not None:
        return clause.subject.lemma == "you"
    return any(_is_imperative(parse, verb) for verb in _upwards(parse, clause.verb))


def is_aimed_at(parse: Parse, index: int) -> bool:
    """Whether the clause is what somebody hopes for, or the purpose of something: "tools to make it cheaper"."""
    verb = governor(parse, index)
    if verb is None:
        return False
    for step in _upwards(parse, verb):
        above = parse.tokens[step.head]
        told = {child.lemma for child in parse.children(step.index, *_SUBJECTS)}
        if told & word_set(LEXICON, "aims"):  # "the goal is a drastic reduction"
            return True
        wished = step.dependency in _BELOW and above.lemma in word_set(LEXICON, "wishing") and above.index != step.index
        infinitive = any(child.tag == "TO" for child in parse.children(step.index, "aux"))
        purpose = infinitive and step.dependency in ("advcl", "acl", "relcl", "csubj")
        if wished or purpose:
            return True
    return False


def depends_on_the_reader(parse: Parse, index: int) -> bool:
    """Whether a condition in the sentence sets the time: "if you forget it, the account will soon be locked"."""
    verb = governor(parse, index)
    if verb is None:
        return False
    for step in _upwards(parse, verb):
        if step.dependency == "advcl" and _is_condition(parse, step):
            return True
        for child in parse.children(step.index, "advcl"):
            if _is_imperative(parse, child) or (_is_condition(parse, child) and _is_supposed(parse, child)):
                return True
    first, last = parse.sentences[parse.sentence_of(index)]
    return any(_is_imperative(parse, token) for token in parse.tokens[first:last] if token.dependency == "ROOT")


def _upwards(parse: Parse, verb: Token) -> Iterator[Token]:
    """The verb, and those above it whose complement or further part it is, the nearest first."""
    yield verb
    while verb.dependency in _BELOW and verb.head != verb.index:
        above = parse.tokens[verb.head]
        verb = parse.tokens[above.head] if above.pos == "ADP" else above  # "involved in awarding"
        if verb.pos not in ("VERB", "AUX"):
            return
        yield verb


def _is_imperative(parse: Parse, verb: Token) -> bool:
    bare = verb.tag == "VB" and not any(True for _ in parse.children(verb.index, "aux", *_SUBJECTS))
    return bare and verb.dependency in ("ROOT", "ccomp", "advcl", "conj", "parataxis")


def _is_condition(parse: Parse, verb: Token) -> bool:
    return any(
        child.lemma in word_set(LEXICON, "conditions") for child in parse.children(verb.index, "mark", "advmod", "prep")
    )


def _is_supposed(parse: Parse, verb: Token) -> bool:
    """Whether a condition is no plan of the article's: it has an "if", or the reader for its subject."""
    words = {child.lemma for child in parse.children(verb.index)}
    return bool(words & {"if", "unless", "you", "whenever"})
