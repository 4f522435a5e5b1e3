"""Lexicon hits: phrases that make a claim vague or old, each with the context that may excuse it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.articles.article import Zone
from checker.claims.abbreviations import LEXICON as ABBREVIATIONS
from checker.claims.abbreviations import find_abbreviations
from checker.claims.authorities import LEXICON as AUTHORITIES
from checker.claims.authorities import find_authorities
from checker.claims.canonical import words
from checker.claims.claimed import is_unclaimed
from checker.claims.clause import clause_of, governor, negated
from checker.claims.comparatives import LEXICON as COMPARISONS
from checker.claims.comparatives import find_comparatives
from checker.claims.patterns import Hit, Match, find_patterns, head_of, word_set
from checker.claims.reading import BlockReading, Mention
from checker.claims.references import LEXICON as REFERENCES
from checker.claims.references import find_references
from checker.claims.scope import tense
from checker.claims.successions import LEXICON as SUCCESSIONS
from checker.claims.successions import Overtaken, find_successions
from checker.claims.superlatives import LEXICON as SUPERLATIVES
from checker.claims.superlatives import find_superlatives
from checker.claims.table import blank_row
from checker.claims.time import time_columns
from checker.claims.vague_quantities import is_owed_a_figure
from checker.claims.vague_times import is_owed_a_date
from checker.language.parse import Parse

# Lexicons whose words say all; the others need a look at the clause around them.
_PLAIN = (
    "vague_times",
    "vague_quantities",
    "superlatives",
    "hedges",
    "size_adjectives",
    "present_times",
    "incumbents",
)
_UNREAD = {Zone.METADATA}


def find_phrases(readings: list[BlockReading], source: str = "") -> list[Mention]:
    """Every phrase of the vagueness and staleness lexicons, as mentions of kind `phrase`; `source` is the article's."""
    read = [reading for reading in readings if reading.block.zone not in _UNREAD]
    found = [_mention(reading, lexicon, hit) for reading in read for lexicon, hit in _hits(reading)]
    found += [_mention(reading, ABBREVIATIONS, hit) for reading, hit in find_abbreviations(read, source)]
    for overtaken in find_successions(read):
        found += _succession(overtaken)
    return found


def _hits(reading: BlockReading) -> Iterator[tuple[str, Hit]]:
    for hit in find_authorities(reading):
        yield AUTHORITIES, hit
    for hit in find_references(reading):
        yield REFERENCES, hit
    for hit in find_comparatives(reading):
        yield COMPARISONS, hit
    taken: set[int] = set()
    for lexicon in _PLAIN:
        for match in find_patterns(lexicon, reading.parse):
            if lexicon == SUPERLATIVES:
                taken.update(range(match.first, match.last))
            if not is_part_of_name(reading.parse, match) and _applies(reading.parse, lexicon, match):
                yield lexicon, Hit(match.first, match.last, head_of(reading.parse, match), match.entry)
    for hit in find_superlatives(reading):
        match = Match(hit.first, hit.last, hit.entry)
        said_already = not taken.isdisjoint(range(hit.first, hit.last))
        if not said_already and not is_part_of_name(reading.parse, match) and not _is_missed(reading.parse, match):
            yield SUPERLATIVES, hit


def _succession(overtaken: Overtaken) -> Iterator[Mention]:
    """The phrase that calls itself the latest, and the newer mention that overtakes it; one `entry` for the two."""
    phrase = _mention(overtaken.reading, SUCCESSIONS, overtaken.hit)
    entry = f"{overtaken.hit.entry} {overtaken.reading.block.number}.{overtaken.hit.first}"
    phrase.row["entry"] = entry
    if overtaken.time is not None:
        phrase.row.update(time_columns(overtaken.time, "own"))
    yield phrase
    if overtaken.newer is not None:
        reading, start, end = overtaken.newer
        row = blank_row("phrase")
        row.update(lexicon=SUCCESSIONS, entry=entry)
        yield Mention(reading, start, end, reading.parse.token_at(start), row)


def _mention(reading: BlockReading, lexicon: str, hit: Hit) -> Mention:
    parse = reading.parse
    row = blank_row("phrase")
    row.update(lexicon=lexicon, entry=hit.entry)
    own = parse.text[parse.tokens[hit.first].start : parse.tokens[hit.last - 1].end].lower()
    own_negation = "never before" in own or own.startswith("not ")  # "not so long ago"
    if not own_negation and negated(parse, hit.token, words("negation")):
        row["polarity"] = "negated"
    verb = governor(parse, hit.token)
    if verb is not None:
        row.update(tense=tense(parse, verb), predicate=verb.lemma)
    return Mention(reading, parse.tokens[hit.first].start, parse.tokens[hit.last - 1].end, hit.token, row)


def _applies(parse: Parse, lexicon: str, match: Match) -> bool:
    """Whether a phrase means what its lexicon is about, where the words alone do not say."""
    if lexicon == "vague_quantities":
        return is_owed_a_figure(parse, match)
    if lexicon == "vague_times":
        return is_owed_a_date(parse, match)
    if lexicon == "size_adjectives" and (is_unclaimed(parse, match.last - 1) or _is_likened(parse, match)):
        return False
    if lexicon == "size_adjectives" and _is_outcome_of_plan(parse, match):
        return False
    if match.entry == "rose significantly":
        return not _is_of_ground(parse, match)
    if lexicon == "superlatives" and _is_missed(parse, match):
        return False
    if match.entry == "record":
        return parse.tokens[match.first].pos != "VERB" or parse.tokens[match.first].lemma != "record"
    if match.entry == "soared":
        return _is_of_data(parse, match)
    if match.entry == "the first":
        verbs = any(token.pos in ("VERB", "AUX") for token in parse.tokens[match.first : match.last])
        return not verbs and _is_said_of_something(parse, match) and not _is_of_known_few(parse, match)
    if lexicon == "hedges":
        return not any(token.lemma == "may" and token.tag != "MD" for token in parse.tokens[match.first : match.last])
    return True


def _is_of_data(parse: Parse, match: Match) -> bool:
    """Whether what "soared" is a price or a number, and no eagle."""
    clause = clause_of(parse, match.last - 1)
    subject = clause.subject if clause is not None else None
    return subject is not None and subject.lemma in word_set("size_adjectives", "data")


def _is_likened(parse: Parse, match: Match) -> bool:
    """Whether something is only called a loss or a gain: "this is a major loss"."""
    noun = parse.tokens[match.last - 1]
    subjects = {child.lemma for child in parse.children(noun.head, "nsubj")} if noun.dependency == "attr" else set()
    return bool(subjects & {"this", "that", "it", "which"})


def _is_said_of_something(parse: Parse, match: Match) -> bool:
    """ "She was the first to sail"; not "the first to sail was she", which only tells the order of a story."""
    head = parse.tokens[head_of(parse, match)]
    as_such = head.dependency == "pobj" and parse.tokens[head.head].lemma == "as"
    return as_such or head.dependency in ("attr", "appos", "oprd", "ROOT", "conj", "acomp")


def _is_of_known_few(parse: Parse, match: Match) -> bool:
    """Whether those who came before are few and known: "the first woman to hold the post", "to join the scheme".

    A feat ("the first to sail round the world") has a history that the reader cannot look up.
    """
    deed = parse.tokens[parse.tokens[match.last - 1].head]  # the verb behind "to"
    noun = next((child for child in parse.children(deed.index, "dobj")), None)
    for preposition in parse.children(deed.index, "prep"):
        noun = noun or next((child for child in parse.children(preposition.index, "pobj")), None)
    definite = noun is not None and any(True for _ in parse.children(noun.index, "det", "poss"))
    return definite and deed.lemma in word_set("superlatives", "belonging")


def _is_missed(parse: Parse, match: Match) -> bool:
    """ "Failed to set a new record"."""
    verb = governor(parse, match.first)
    if verb is None or verb.dependency not in ("xcomp", "pcomp"):
        return False
    return parse.tokens[verb.head].lemma in ("fail", "miss", "avoid", "without")


def _is_outcome_of_plan(parse: Parse, match: Match) -> bool:
    """ "All will use one system, significantly reducing the cost": nothing has been reduced yet."""
    verb = governor(parse, match.first)
    if verb is None or verb.tag != "VBG" or verb.dependency != "advcl":
        return False
    return tense(parse, parse.tokens[verb.head]) == "future"


def _is_of_ground(parse: Parse, match: Match) -> bool:
    """Whether what drops is a path or a hillside: "the path drops sharply to the beach"."""
    clause = clause_of(parse, match.last - 1)
    subject = clause.subject if clause is not None else None
    near = parse.tokens[max(0, match.first - 2) : match.first + 1]
    ground = word_set("size_adjectives", "ground")
    return (subject is not None and subject.lemma in ground) or any(token.lemma in ground for token in near)


def is_part_of_name(parse: Parse, match: Match) -> bool:
    """Whether a match belongs to a name, title or compound ("New Quay", "The Latest", "late-night").

    Its last word may be a name of its own: "the largest in Europe".
    """
    first, _ = parse.sentences[parse.sentence_of(match.first)]
    behind = parse.tokens[match.last - 1].end
    if parse.text[behind : behind + 1] == "-":  # "of late-night bars"
        return True
    return any(
        token.text[:1].isupper() and token.index > first and parse.tokens[token.index - 1].text[-1:].isalnum()
        for token in parse.tokens[match.first : max(match.first + 1, match.last - 1)]
    )
