"""Unnamed authorities: "experts say", "many believe", "is widely regarded as" (lexicon `authorities`)."""

from __future__ import annotations

from collections.abc import Iterator

from checker.claims.claimed import is_aimed_at
from checker.claims.clause import clause_of
from checker.claims.patterns import Hit, Match, find_patterns, head_of, word_set
from checker.claims.reading import BlockReading
from checker.claims.sources import follows_named_speaker, is_named
from checker.language.parse import Parse, Token

LEXICON = "authorities"
_SUBJECTS = ("nsubj", "nsubjpass")


def find_authorities(reading: BlockReading) -> Iterator[Hit]:
    """The unnamed authorities of a block, each group with its verb."""
    parse = reading.parse
    for token in parse.tokens:
        if (
            _is_group(parse, token)
            and (_is_lone(parse, token) or not _is_counted(parse, token))
            and not is_named(parse, token.index)
        ):
            verb = _verb_of(parse, token)
            if verb is not None and not follows_named_speaker(reading, parse.sentence_of(token.index)):
                yield _hit(parse, token, verb)
        elif _is_some(token) or _is_many_people(parse, token):
            verb = _verb_of(parse, token)
            if verb is not None and _holds_a_view(parse, verb) and not _is_of_known_people(reading, token):
                yield Hit(token.index, verb.index + 1, verb.index, "some say")
    for match in find_patterns(LEXICON, parse):
        named = _has_named_agent(parse, match.first, match.last)
        if not named and not _defines(parse, match) and not is_aimed_at(parse, head_of(parse, match)):
            yield Hit(match.first, match.last, head_of(parse, match), match.entry)


def _is_group(parse: Parse, token: Token) -> bool:
    learned = token.lemma.endswith(tuple(word_set(LEXICON, "endings")))
    plural = token.tag == "NNS" and (learned or token.lemma in word_set(LEXICON, "groups"))
    return plural or _is_evidence(token) or _is_lone(parse, token)


def _is_lone(parse: Parse, token: Token) -> bool:
    """ "One insider said", "an expert warned": somebody who is there only to say it."""
    single = any(child.lemma in ("one", "a", "an", "another") for child in parse.children(token.index, "det", "nummod"))
    return token.tag == "NN" and token.lemma in word_set(LEXICON, "lone") and single


def _is_evidence(token: Token) -> bool:
    """ "Studies", "research": a single study is an undefined reference, not an authority."""
    mass = token.lemma in ("research", "evidence", "science") and token.tag == "NN"
    return token.lemma in word_set(LEXICON, "evidence") and (token.tag == "NNS" or mass)


def _is_some(token: Token) -> bool:
    return token.text.lower() in word_set(LEXICON, "some") and token.dependency in _SUBJECTS


def _is_many_people(parse: Parse, token: Token) -> bool:
    """ "Many people", "some locals"."""
    return token.lemma in ("people", "person") and any(
        child.lemma in word_set(LEXICON, "some") for child in parse.children(token.index, "amod", "det")
    )


def _holds_a_view(parse: Parse, verb: Token) -> bool:
    """Whether the verb has what is thought or said beside it: "many say that …", not "most people say hello"."""
    counted = any(child.pos == "NUM" for child in parse.children(verb.index, "dobj", "nsubj"))
    if counted and verb.lemma == "say":  # "some said two of these things" tells how often, and not what
        return False
    quoted = parse.text[verb.end : verb.end + 3].strip(" ,:")[:1]
    if any(True for _ in parse.children(verb.index, "ccomp", "oprd", "parataxis", "xcomp")):
        return True
    as_such = any(child.lemma == "as" for child in parse.children(verb.index, "prep"))
    return (
        quoted in ("‘", "“", '"', "'") or as_such or verb.dependency == "parataxis" or verb.lemma in ("call", "argue")
    )


def _is_of_known_people(reading: BlockReading, token: Token) -> bool:
    """Whether "many" are some of people that the text has met ("many of the kids"), or one of them speaks next."""
    parse = reading.parse
    for of in parse.children(token.index, "prep"):
        for noun in parse.children(of.index, "pobj"):
            if of.lemma == "of" and any(True for _ in parse.children(noun.index, "det", "poss")):
                return True
    asked = word_set(LEXICON, "asked")
    met = any(before.lemma in asked for before in parse.tokens[: token.index])
    return met or follows_named_speaker(reading, parse.sentence_of(token.index))


def _defines(parse: Parse, match: Match) -> bool:
    """Whether "is considered a" says what counts as something: of any tester, and in nobody's "wide" opinion."""
    words = {token.text.lower() for token in parse.tokens[match.first : match.last]}
    if match.entry != "widely regarded" or words & word_set(LEXICON, "widely"):
        return False
    clause = clause_of(parse, head_of(parse, match))
    whatever = clause.object if clause is not None else None
    return whatever is not None and any(
        child.lemma in word_set(LEXICON, "whatever") for child in parse.children(whatever.index, "det")
    )


def _is_counted(parse: Parse, noun: Token) -> bool:
    return any(True for _ in parse.children(noun.index, "nummod"))


def _verb_of(parse: Parse, noun: Token) -> Token | None:
    """The verb by which the group is made to speak: as subject, as agent, or after "according to"."""
    above = parse.tokens[noun.head]
    if _is_some(noun) or noun.lemma in ("people", "person"):
        return above if above.lemma in word_set(LEXICON, "thinking") and above.pos == "VERB" else None
    verbs = word_set(LEXICON, "showing" if _is_evidence(noun) else "saying")
    if noun.dependency in _SUBJECTS:
        active = noun.dependency == "nsubj" and above.tag != "VBG" and not _is_supposed(parse, above)
        return above if active and above.lemma in verbs and above.pos == "VERB" else None
    if noun.dependency == "pobj" and above.lemma == "by":
        verb = parse.tokens[above.head]
        return verb if verb.lemma in verbs and verb.tag == "VBN" else None
    if noun.dependency == "pobj" and above.lemma == "to":
        according = parse.tokens[above.head]
        return according if according.lemma in ("according", "accord") else None
    return None


def _is_supposed(parse: Parse, verb: Token) -> bool:
    """ "When research indicates …", "researchers can report": nobody has said anything yet, or it is asked."""
    supposed = {"when", "whenever", "if", "once", "until", "unless", "where", "can", "could", "should", "must"}
    opening = [parse.tokens[parse.subtree(told.index)[0]] for told in parse.children(verb.index, "ccomp")]
    wondered = any(word.tag == "WRB" or word.lemma == "whether" for word in opening)  # "estimate how many there are"
    asked = verb.dependency == "ccomp" and any(child.tag == "WP" for child in parse.children(verb.index, "dobj"))
    a_term = (
        any(child.tag == "WP" for child in parse.children(verb.index)) and "“" in parse.text[verb.end : verb.end + 25]
    )
    return (
        asked
        or wondered
        or a_term
        or any(
            child.tag == "TO" or child.lemma in supposed
            for child in parse.children(verb.index, "aux", "advmod", "mark")
        )
    )


def _hit(parse: Parse, noun: Token, verb: Token) -> Hit:
    before = [
        child.index
        for child in parse.children(noun.index, "amod", "compound", "det", "nmod")
        if child.index < noun.index
    ]
    first, last = min([*before, noun.index, verb.index]), max(noun.index, verb.index) + 1
    return Hit(first, last, noun.index, noun.lemma)


def _has_named_agent(parse: Parse, first: int, last: int) -> bool:
    """Whether "by" someone named follows a passive: "regarded by Dr Okafor as"."""
    for index in range(first, last):
        for by in parse.children(index, "agent", "prep"):
            if by.lemma == "by":
                return True
    return False
