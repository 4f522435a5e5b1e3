"""Deadlines: the dates that the wording places ahead, as a plan, a promise or a target."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.claims.canonical import words
from checker.claims.clause import clause_of, clause_tokens, governor
from checker.claims.patterns import word_set
from checker.claims.reading import BlockReading, Mention
from checker.claims.scope import tense
from checker.language.parse import Parse, Token
from checker.language.timex import Timex

DEADLINE = "deadline"
_LIMITS = ("by", "until", "before")
_BACKWARD = ("since", "from", "after", "as_of", "ago")  # relations whose date may well have passed
_SUBJECTS = ("nsubj", "nsubjpass")
# Said of a target in the past tense, these tell how it went.
_OUTCOMES = {"reach", "meet", "miss", "achieve", "fulfil", "fulfill", "fail", "exceed", "abandon", "drop", "scrap",
             "postpone", "delay", "extend", "cancel", "surpass", "attain"}  # fmt: skip
_DECIDED = {"set", "promise", "pledge", "vow", "propose", "budget", "estimate", "forecast", "predict", "project"}
# "Is opening in 2024": verbs whose present tense announces.
_ANNOUNCED = {"open", "start", "begin", "launch", "close", "move", "come", "arrive", "return", "take", "host",
              "release", "end", "run"}  # fmt: skip


@cache
def _planned() -> frozenset[str]:
    """The verbs of planning. The model's lemmatizer takes "hopes" for a form of "hop" and "slated" of "slat"."""
    return words("planned") | {"hop", "slat"}


def mark_deadlines(mentions: Sequence[Mention]) -> None:
    """Gives the role `deadline` to every date that its sentence places in the future."""
    for mention in mentions:
        timex = mention.source
        if isinstance(timex, Timex) and _may_be_ahead(timex) and _is_ahead(mention, timex):
            mention.row["role"] = DEADLINE


def _may_be_ahead(timex: Timex) -> bool:
    return timex.kind == "date" and not timex.relative and timex.relation not in _BACKWARD


def _is_ahead(mention: Mention, timex: Timex) -> bool:
    parse = mention.reading.parse
    verb, nouns = _path(mention.reading, timex)
    if verb is None or _has_outcome(parse, verb) or _dates_a_decision(verb, timex):
        return False
    if timex.relation in _LIMITS and _is_targeted(parse, verb, nouns):
        return True
    return _attaches(parse, verb, nouns) and _is_announced(parse, verb)


def _dates_a_decision(verb: Token, timex: Timex) -> bool:
    """ "The target set in 2019", "it is set in 1911": the day of the setting, not the day that was set."""
    return verb.lemma in _DECIDED and verb.tag == "VBN" and timex.relation in ("in", "on")


def _path(reading: BlockReading, timex: Timex) -> tuple[Token | None, list[Token]]:
    """The verb that a time hangs from, and the nouns on the way up to it, the nearest first."""
    parse = reading.parse
    inside = set(reading.tokens_in(timex.start, timex.end))
    current = next(
        (t for t in (parse.tokens[i] for i in sorted(inside)) if t.head not in inside or t.head == t.index), None
    )
    nouns: list[Token] = []
    while current is not None and current.pos not in ("VERB", "AUX"):
        if current.index not in inside and current.pos in ("NOUN", "PROPN", "NUM", "SYM"):
            nouns.append(current)
        current = parse.tokens[current.head] if current.head != current.index else None
    return current, nouns


def _attaches(parse: Parse, verb: Token, nouns: Sequence[Token]) -> bool:
    """Whether the time is the verb's own, or that of an event which is its subject.

    "The meeting of 2024 will be streamed" is about 2024, "the law of 2010 will be repealed" is not. "Slated for
    completion in 2024" is.
    """
    if not nouns or nouns[-1].dependency == "npadvmod":
        return True
    if nouns[-1].dependency in _SUBJECTS:
        return nouns[-1].lemma in word_set("successions", "event")
    preposition = parse.tokens[nouns[-1].head]
    return preposition.lemma == "for" and preposition.head == verb.index and verb.lemma in _planned()


def _is_announced(parse: Parse, verb: Token) -> bool:
    """ "will open", "is due to open", "plans to open", "is opening": a present tense that speaks of the future."""
    if tense(parse, verb) == "future":
        return True
    auxiliaries = {child.text.lower() for child in parse.children(verb.index, "aux", "auxpass")}
    if verb.tag == "VBG" and auxiliaries & {"is", "are", "'s", "'re"} and verb.lemma in _ANNOUNCED:
        return True
    if verb.lemma in _planned() and verb.tag == "VBN":
        return _speaks_of_now(parse, verb)
    if verb.lemma in _planned() and any(True for _ in parse.children(verb.index, "xcomp")):
        return _speaks_of_now(parse, verb)
    if verb.lemma in _ANNOUNCED and tense(parse, verb) == "present" and _is_scheduled(parse, verb):
        return True
    if _takes_effect(parse, verb) and tense(parse, verb) == "present":
        return True
    if verb.lemma == "be" and any(child.lemma in ("due", "slated") for child in parse.children(verb.index)):
        return tense(parse, verb) == "present"
    if any(child.tag == "TO" for child in parse.children(verb.index, "aux")) and verb.head != verb.index:
        above = parse.tokens[verb.head]
        if above.lemma == "due":
            if above.dependency in ("amod", "acl", "appos"):  # "the stadium, due to be completed in 2024, will …"
                governing = governor(parse, above.index)
                return governing is None or tense(parse, governing) != "past"
            above = parse.tokens[above.head]
            return tense(parse, above) == "present"
        if above.lemma == "be":  # "a second line is to open in 2024"
            return tense(parse, above) == "present"
        going = above.lemma == "go" and above.tag == "VBG"
        return (going or above.lemma in _planned()) and above.pos in ("VERB", "AUX") and _speaks_of_now(parse, above)
    return False


def _is_scheduled(parse: Parse, verb: Token) -> bool:
    """ "The tour starts on 12 September": said in the present tense of what an organiser has laid down."""
    clause = clause_of(parse, verb.index)
    subject = clause.subject if clause is not None else None
    scheduled = word_set("successions", "event") | word_set("successions", "offered")
    return subject is not None and subject.lemma in scheduled


def _takes_effect(parse: Parse, verb: Token) -> bool:
    """ "Takes effect", "comes into force", "expires": said in the present tense of what is laid down for a day."""
    below = {token.lemma for token in clause_tokens(parse, verb.index)}
    return verb.lemma == "expire" or (verb.lemma in ("take", "come", "enter") and bool(below & {"effect", "force"}))


def _speaks_of_now(parse: Parse, verb: Token) -> bool:
    auxiliaries = {child.text.lower() for child in parse.children(verb.index, "aux", "auxpass")}
    if verb.tag in ("VBN", "VBG"):
        # Without an auxiliary it qualifies a noun: "a stadium planned for 2024".
        return not auxiliaries & {"was", "were", "had", "been", "would"}
    return verb.tag in ("VBZ", "VBP") and not auxiliaries & {"did", "would"}


def _is_targeted(parse: Parse, verb: Token, nouns: Sequence[Token]) -> bool:
    """Whether a limit in time belongs to a target: "a target of 5% by 2025", "has pledged to halve it by 2025"."""
    near = [verb, *nouns, *clause_tokens(parse, verb.index)]
    if verb.dependency == "xcomp":
        near += parse.children(verb.head, *_SUBJECTS)
    aimed = any(token.lemma in words("target") or token.lemma in ("targeted", "deadline", "ambition") for token in near)
    auxiliaries = list(parse.children(verb.index, "aux"))
    if any(child.lemma in ("must", "should") for child in auxiliaries):  # "must fall by half by 2024"
        return True
    infinitive = any(child.tag == "TO" for child in auxiliaries)
    return aimed and (infinitive or tense(parse, verb) in ("present", "future"))


def _has_outcome(parse: Parse, verb: Token) -> bool:
    first, last = parse.sentences[parse.sentence_of(verb.index)]
    return any(
        token.lemma in _OUTCOMES and token.tag in ("VBD", "VBN") and token.index != verb.index
        for token in parse.tokens[first:last]
    )
