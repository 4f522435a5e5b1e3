"""Which event a date belongs to: the verb or the noun of action that it hangs from, whatever stands between them."""

from __future__ import annotations

from collections.abc import Iterable

from checker.claims.clause import governor
from checker.claims.event_arguments import event_words
from checker.claims.reading import BlockReading
from checker.language.morphology import verb_of
from checker.language.parse import Parse, Token
from checker.language.timex import Timex

_ATTRIBUTIVE = ("nummod", "compound", "nmod", "amod", "npadvmod")
_TEMPORAL = {"since", "after", "before", "until", "till", "from", "at", "by", "upon", "following", "during"}
_OF_OCCASION = {"at", "in", "during", "after", "by"}
_PLACES = {"GPE", "LOC", "FAC"}
_HIGHEST = 5  # prepositions and occasions between a date and its verb


def owners(reading: BlockReading, dates: Iterable[Timex]) -> dict[int, list[Timex]]:
    """The dates of a block by the token, a verb or a noun of action, whose time they tell."""
    found: dict[int, list[Timex]] = {}
    for date in dates:
        owner = _owner(reading, date)
        if owner is not None:
            found.setdefault(owner, []).append(date)
    return found


def is_told_as_past(parse: Parse, verb: int) -> bool:
    """Whether a deed was done before the time that is told: "had climbed", "three years after it bought"."""
    if any(child.lemma == "have" and child.tag == "VBD" for child in parse.children(verb, "aux")):
        return True
    after = any(child.lemma == "after" for child in parse.children(verb, "mark"))
    return after and parse.tokens[verb].tag == "VBD" and any(parse.children(verb, "npadvmod"))


def recurring_times(reading: BlockReading, sentence: int, clause: Iterable[Token]) -> set[str]:
    """The times that come round in a clause of a sentence, each as its lemmas: {"sunday"} for "every Sunday",
    {"june"}, {"9-a.m."}. `clause` is looked at only where the sentence has such a time."""
    found = [timex for timex in reading.times_in(sentence) if _comes_round(timex)]
    if not found:
        return set()
    parse, inside = reading.parse, {token.index for token in clause}
    return {
        "-".join(_singular_day(token.lemma.lower()) for token in tokens if token.pos != "DET")
        for timex in found
        if parse.token_at(timex.start) in inside
        for tokens in ([parse.tokens[index] for index in reading.tokens_in(timex.start, timex.end)],)
    }


def _comes_round(timex: Timex) -> bool:
    of_no_year = timex.kind == "date" and timex.precision in ("season", "month") and timex.date_start is None
    return of_no_year or timex.kind in ("set", "time")


def _singular_day(lemma: str) -> str:
    """ "sunday" for "sundays", which the tagger takes for a name."""
    return lemma.removesuffix("s") if lemma.endswith("days") else lemma


def _owner(reading: BlockReading, date: Timex) -> int | None:
    parse = reading.parse
    inside = reading.tokens_in(date.start, date.end)
    head = next((t for t in map(parse.tokens.__getitem__, inside) if t.head not in inside or t.head == t.index), None)
    if head is None:
        return None
    above = parse.tokens[head.head]
    if head.dependency in _ATTRIBUTIVE and above.pos in ("NOUN", "PROPN") and above.start >= date.end:
        return above.index  # "the 2007 opening"
    hops = 0
    while above.head != above.index and hops < _HIGHEST and _is_between(parse, above):
        above, hops = parse.tokens[above.head], hops + 1
    if above.pos in ("VERB", "AUX"):
        if (dated := _dated_clause(parse, above)) is not None:
            return dated
        first = parse.token_at(date.relation_start)
        own = _neighbour(parse, first, above) or _set_off(parse, first) or _enclosed(reading, date, first)
        return own or _before_comma(reading, date, first, above) or above.index
    above = _governing_action(parse, above)
    return above.index if above.pos == "NOUN" and verb_of(above.lemma) else None


def _governing_action(parse: Parse, noun: Token) -> Token:
    """The noun of action whose object a noun is, else the noun itself: "the founding of the bakery" in 1912."""
    of = parse.tokens[noun.head]
    action = parse.tokens[of.head]
    is_object = noun.dependency == "pobj" and of.lemma == "of" and not verb_of(noun.lemma)
    return action if is_object and action.pos == "NOUN" and verb_of(action.lemma) else noun


def _is_between(parse: Parse, token: Token) -> bool:
    """Whether a word only leads from a date to its verb: "in", "for the first time in", "at a meeting on"."""
    if token.pos in ("ADP", "SCONJ") or token.lemma == "time":
        return True
    if token.dependency == "pobj" and (token.entity in _PLACES or parse.tokens[token.head].dependency == "agent"):
        return True  # "found in Osaka on", "found by a walker on"
    above = parse.tokens[token.head]
    occasion = token.lemma in event_words("occasions") and token.dependency == "pobj"
    return occasion and above.lemma in _OF_OCCASION


def _dated_clause(parse: Parse, verb: Token) -> int | None:
    """The verb of a clause that "be" dates: "it was in 1974 that it opened", "the year it opened was 1974"."""
    subject = next(parse.children(verb.index, "nsubj"), None)
    if verb.lemma != "be" or subject is None:
        return None
    if subject.lemma == "it":
        marks = ("that", "when")
        below = [clause for clause in parse.children(verb.index, "ccomp", "advcl", "relcl") if clause.pos == "VERB"]
        led_in = (c.index for c in below if any(t.lemma in marks for t in parse.children(c.index)))
        return next(led_in, None)
    if subject.lemma not in event_words("moments"):
        return None
    return next((clause.index for clause in parse.children(subject.index, "relcl") if clause.pos == "VERB"), None)


def _neighbour(parse: Parse, first: int, verb: Token) -> int | None:
    """The noun of action right before a date that is itself a time: "since its opening in 2007"."""
    if first == 0:
        return None
    noun = _governing_action(parse, parse.tokens[first - 1])
    if noun.dependency in ("nsubj", "nsubjpass") and noun.head == verb.index and first < verb.index:
        return noun.index if noun.pos == "NOUN" and verb_of(noun.lemma) else None
    return noun.index if noun.pos == "NOUN" and noun.index > verb.index and _tells_a_time(parse, noun) else None


def _when_clause(parse: Parse, first: int, verb: Token) -> int | None:
    """The verb of a clause that tells when: "She came in the week when they began to drill, in May 2025"."""
    last = governor(parse, first - 2) if first >= 2 and parse.tokens[first - 1].text == "," else None
    if last is None or last.index <= verb.index:
        return None
    leading = (last, *parse.ancestors(last.index))
    between = next((word for word in leading if word.dependency in ("relcl", "advcl")), None)
    when = between is not None and any(child.lemma == "when" for child in parse.children(between.index, "advmod"))
    return last.index if when and between is not None and between.index > verb.index else None


def _set_off(parse: Parse, first: int) -> int | None:
    """The noun of action whose time a comma sets off: "since his election to the Senate, in 1972", "…, in 1957"."""
    sentence = parse.sentences[parse.sentence_of(first)][0]
    if first - 2 < sentence or parse.tokens[first - 1].text != ",":
        return None
    token = parse.tokens[first - 2]
    for noun in (token, *parse.ancestors(token.index)):
        if noun.pos == "VERB" or noun.index < sentence:
            return None
        if noun.pos == "NOUN" and noun.index < first and _tells_a_time(parse, noun):
            return None if _counts_from(parse, parse.tokens[noun.head]) else noun.index
    return None


def _enclosed(reading: BlockReading, date: Timex, first: int) -> int | None:
    """The noun of action right behind which commas enclose its date: "its discovery, on 19 February, was hailed"."""
    parse = reading.parse
    if first < 2 or parse.tokens[first - 1].text != ",":
        return None
    noun = _governing_action(parse, parse.tokens[first - 2])
    known = any(parse.children(noun.index, "poss")) or any(p.lemma == "of" for p in parse.children(noun.index, "prep"))
    closed = reading.block.text[date.end :].lstrip().startswith(",")
    known = known and not _counts_from(parse, parse.tokens[noun.head])
    return noun.index if closed and known and noun.pos == "NOUN" and verb_of(noun.lemma) else None


def _counts_from(parse: Parse, conjunction: Token) -> bool:
    """Whether what follows is only where another time is counted from: "ten years after", "soon after its opening"."""
    if conjunction.lemma.lower() not in ("after", "before"):
        return False
    sentence = parse.sentences[parse.sentence_of(conjunction.index)][0]
    return conjunction.index > sentence and parse.tokens[conjunction.index - 1].pos not in ("PUNCT", "CCONJ")


def _tells_a_time(parse: Parse, noun: Token) -> bool:
    """Whether a noun of action says when something is: "since its opening", "from the day of its opening"."""
    if noun.dependency != "pobj" or not verb_of(noun.lemma):
        return False
    told = any(parse.children(noun.index, "poss")) or any(p.lemma == "of" for p in parse.children(noun.index, "prep"))
    if noun.lemma in event_words("occasions") and not told:  # "at the election", but "since his election"
        return False
    preposition = parse.tokens[noun.head]
    moment = parse.tokens[preposition.head].lemma in event_words("moments")
    return preposition.lemma.lower() in _TEMPORAL or (preposition.lemma == "of" and moment)


def _before_comma(reading: BlockReading, date: Timex, first: int, verb: Token) -> int | None:
    """The verb of the clause before, for a date between commas: "When it came to an end, in May 2024, we had …"."""
    parse = reading.parse
    text = reading.block.text
    sentence, _ = parse.sentences[parse.sentence_of(verb.index)]
    if verb.start < date.end:
        return _when_clause(parse, first, verb)
    if first <= sentence or parse.tokens[first - 1].text != ",":
        return None
    if not text[date.end :].lstrip().startswith(","):
        return None
    before = governor(parse, first - 2) if first - 2 >= sentence else None
    if before is not None and any(_counts_from(parse, mark) for mark in parse.children(before.index, "mark")):
        return None
    return before.index if before is not None and before.start < date.start and before.index != verb.index else None
