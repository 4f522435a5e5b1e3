"""Whether words of number stand where a reader is owed a figure (lexicon `vague_quantities`)."""

from __future__ import annotations

import re

from checker.claims.claimed import is_advised, is_testimony, is_unclaimed
from checker.claims.clause import governor
from checker.claims.patterns import Match, head_of, word_set
from checker.claims.scope import tense
from checker.language.parse import Parse, Token

LEXICON = "vague_quantities"
_SUBJECTS = ("nsubj", "nsubjpass")
_OF_SENTENCE = ("ROOT", "ccomp", "conj", "relcl", "advcl")
# "Several times: in 1999, 2004 and 2011", "dozens of firms (Acme, …": what is meant follows one by one.
_SPELT_OUT = re.compile(
    r"(?: ?[\w’'-]{1,40}){0,3}"
    r"(?:: |, namely |, including "
    r"| ?\((?![^()]{0,200}, (?:19|20)\d\d[a-z]?\))[^()]{0,200},"
    r"| ?[–—] ?[^–—.]{0,200},[^–—.]{0,200}[–—.])"
)


def is_owed_a_figure(parse: Parse, match: Match) -> bool:
    """Whether a match counts something of which somebody claims that it is, or has happened."""
    quantified = head_of(parse, match)
    if _is_spelt_out(parse, match) or _is_airy(parse, match) or is_testimony(parse, quantified):
        return False
    match match.entry:
        case "several":
            return _is_tallied(parse, match.last - 1)
        case "a handful":
            return _is_subject(parse, quantified) and not _is_measure(parse, match)
        case "numerous":
            return _is_of_past(parse, match) and _belongs_to_verb(parse, quantified) and not _is_measure(parse, match)
        case "several times":
            return _is_of_past(parse, match) and not is_unclaimed(parse, quantified)
    unsaid = is_unclaimed(parse, quantified) or _is_able(parse, quantified) or is_of_sort(parse, quantified)
    return not unsaid and not _is_measure(parse, match)


def _is_spelt_out(parse: Parse, match: Match) -> bool:
    """Whether what is counted follows, one by one; so too where the sentence ends in a colon, before a list."""
    _, end = parse.sentence_span(parse.sentence_of(match.first))
    listed = parse.text[:end].endswith(":")
    return listed or _SPELT_OUT.match(parse.text, parse.tokens[match.last - 1].end) is not None


def _is_airy(parse: Parse, match: Match) -> bool:
    """Whether nobody could count them ("a large number of things"), or all are thanked."""
    first, last = parse.sentences[parse.sentence_of(match.first)]
    near = parse.tokens[match.last : match.last + 3]
    if any(token.lemma in word_set(LEXICON, "airy") for token in near):
        return True
    return any(token.lemma in ("thank", "thanks") for token in parse.tokens[first : match.first] if token.index < last)


def _is_of_past(parse: Parse, match: Match) -> bool:
    """Whether it has happened so often: "have met several times", not "stir several times" or "can be asked"."""
    verb = governor(parse, match.first)
    if verb is None:
        return True
    return tense(parse, verb) == "past" and not _is_able(parse, match.first)


def _is_able(parse: Parse, index: int) -> bool:
    """Whether it only can be: "an earthquake can take hundreds of lives", "can be read once and used many times"."""
    verb = governor(parse, index)
    if verb is None:
        return False
    whole = parse.tokens[verb.head] if verb.dependency == "conj" else verb
    return any(child.text.lower() == "can" for one in (verb, whole) for child in parse.children(one.index, "aux"))


def is_of_sort(parse: Parse, index: int) -> bool:
    """Whether the sentence tells what all of a sort do, or what the reader should look for, and counts nothing.

    "Designers make thousands of decisions"; "look for a system that has a large number of plugins".
    """
    first, last = parse.sentences[parse.sentence_of(index)]
    root = next((token for token in parse.tokens[first:last] if token.dependency == "ROOT"), None)
    if root is not None and is_advised(parse, root.index):
        return True
    verb = governor(parse, index)
    if verb is None or tense(parse, verb) != "present" or verb.tag == "VBG":
        return False
    subjects = list(parse.children(verb.index, *_SUBJECTS))
    return any(one.tag == "NNS" and one.index != index and not any(parse.children(one.index)) for one in subjects)


def _is_subject(parse: Parse, quantified: int) -> bool:
    """Whether the sentence is about what is counted: "a handful of members left", "there are a handful of rivals"."""
    noun = parse.tokens[quantified]
    there = noun.dependency == "attr" and any(True for _ in parse.children(noun.head, "expl"))
    return (there or noun.dependency in _SUBJECTS) and not is_unclaimed(parse, quantified)


def _belongs_to_verb(parse: Parse, index: int) -> bool:
    """Whether a noun is an argument of a sentence's verb, and no part of another noun's phrase."""
    noun = _noun_of(parse, index)
    above = parse.tokens[noun.head]
    if noun.dependency == "pobj":
        above = parse.tokens[above.head]
    return above.pos in ("VERB", "AUX") and above.dependency in _OF_SENTENCE and above.tag != "VBG"


def _noun_of(parse: Parse, index: int) -> Token:
    token = parse.tokens[index]
    return parse.tokens[token.head] if token.dependency in ("amod", "det", "nummod") else token


def _is_measure(parse: Parse, match: Match) -> bool:
    """Whether a length, weight or time is meant, and no count: "a few hundred yards"."""
    following = parse.tokens[match.last : match.last + 1]
    return any(token.lemma in word_set(LEXICON, "units") for token in following)


def _is_tallied(parse: Parse, quantifier: int) -> bool:
    """Whether something befell what is quantified that somebody must have counted: "several people were injured"."""
    noun = _noun_of(parse, quantifier)
    if noun.lemma == "of":  # "plenty of drivers"
        noun = parse.tokens[noun.head]
    verb = governor(parse, noun.index)
    affected = noun.dependency in ("nsubj", "nsubjpass", "dobj") and noun.pos in ("NOUN", "PRON")
    if not affected or verb is None:
        return False
    did = noun.dependency == "nsubj" and verb.lemma in word_set(LEXICON, "doing")
    if not did and verb.lemma not in word_set(LEXICON, "counted"):
        return False
    return not any(child.lemma in ("as", "like") for child in parse.children(verb.index, "prep"))  # "treated as"
