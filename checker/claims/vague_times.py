"""Whether words of time stand where a reader is owed a date (lexicon `vague_times`)."""

from __future__ import annotations

from checker.claims.canonical import words
from checker.claims.claimed import LEXICON as CLAIMED
from checker.claims.claimed import depends_on_the_reader, is_advised, is_supposed, is_testimony
from checker.claims.clause import governor
from checker.claims.patterns import Match, word_set
from checker.claims.scope import tense
from checker.language.parse import Parse

_FEW = 3  # words and stops of an announcement: "Coming soon!"
_RELATIVE = {"what", "whatever", "who", "whoever", "that"}


def is_owed_a_date(parse: Parse, match: Match) -> bool:
    """Whether a match tells when something was, or will be, that happens on some day."""
    if _is_counted(parse, match.first) or _tells_what_followed(parse, match):
        return False
    if match.entry in ("near future", "coming weeks"):
        return not (_is_of_any_time(parse, match) or _is_span(parse, match) or _lay_ahead(parse, match))
    return match.entry != "years ago" or not is_testimony(parse, match.first)


def _is_of_any_time(parse: Parse, match: Match) -> bool:
    """Whether no day is meant: advice, a condition, what is so in general, or a clause about whatever may come."""
    verb = governor(parse, match.first)
    if verb is None:
        return False
    if is_advised(parse, match.first) or is_supposed(parse) or depends_on_the_reader(parse, match.first):
        return True
    first, last = parse.sentences[parse.sentence_of(match.first)]
    if any(token.lemma in word_set(CLAIMED, "generally") for token in parse.tokens[first:last]):
        return True
    whoever = any(child.lemma in _RELATIVE and child.tag in ("WP", "WDT") for child in parse.children(verb.index))
    of_noun = verb.dependency == "relcl" and parse.tokens[verb.head].pos == "NOUN"
    indefinite = of_noun and not any(child.pos == "PROPN" for child in parse.children(verb.head))
    return whoever and (verb.dependency != "relcl" or indefinite)


def _lay_ahead(parse: Parse, match: Match) -> bool:
    """Whether it was to come in the story ("they were going to open soon"), or is all that is said ("Coming soon!")."""
    first, last = parse.sentences[parse.sentence_of(match.first)]
    if last - first <= _FEW:
        return True
    verb = governor(parse, match.first)
    if verb is None:
        return False
    going = [step for step in (verb, *parse.ancestors(verb.index)) if step.lemma == "go" and step.tag == "VBG"]
    return any(child.text.lower() in ("was", "were") for step in going for child in parse.children(step.index, "aux"))


def _is_span(parse: Parse, match: Match) -> bool:
    """Whether "in a few years" says how long something takes, for nothing lies ahead: "it pays off in a few years"."""
    if parse.tokens[match.first].lemma not in ("in", "within") or parse.tokens[match.first + 1].lemma != "a":
        return False
    verb = governor(parse, match.first)
    if verb is None or tense(parse, verb) == "future":
        return False
    if any(child.tag == "MD" for child in parse.children(verb.index, "aux")):
        return False
    near = (verb, parse.tokens[verb.head], *parse.children(verb.index))
    return not any(token.lemma in words("planned") for token in near)


def _is_counted(parse: Parse, index: int) -> bool:
    """Whether a number stands before the word: "two seasons ago"."""
    return index > 0 and parse.tokens[index - 1].pos == "NUM"


def _tells_what_followed(parse: Parse, match: Match) -> bool:
    """Whether "soon" links two events of a story ("she soon left") and does not put one off ("will soon leave")."""
    if parse.tokens[match.last - 1].lemma not in ("soon", "shortly", "long"):
        return False
    verb = governor(parse, match.first)
    if verb is None or tense(parse, verb) == "future" or any(child.tag == "TO" for child in parse.children(verb.index)):
        return False
    present = verb.lemma == "be" or match.first < verb.index  # "soon finds", "is soon used to it"; not "opens soon"
    return tense(parse, verb) == "past" or (
        present and not any(c.tag == "MD" for c in parse.children(verb.index, "aux"))
    )
