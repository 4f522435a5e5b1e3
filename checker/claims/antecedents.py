"""What a pronoun may stand for, as grammar has it: which nouns agree with it, which are at hand, which rival them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from checker.claims.canonical import words
from checker.claims.clause import governor
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

SUBJECTS = ("nsubj", "nsubjpass")
ARGUMENTS = ("dobj", "dative", *SUBJECTS)
_NO_RIVALS = {"its", "their", "no"}  # "its orbit" is the subject's, "no children" are none
_NOMINAL = ("NOUN", "PROPN")
_EMPTY = {"rain", "snow", "seem", "appear", "happen", "turn", "take"}  # verbs whose "it" stands for nothing
_RAISING = {"schedule", "expect", "set", "slate", "suppose", "bill"}  # "it is expected to open": it is what opens
_SUBORDINATE = ("advcl", "relcl", "acl", "pcomp")
_NO_THING = {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "PERSON"}  # entity types


def is_told_to_somebody(parse: Parse, pronoun: Token) -> bool:
    """ "She told the driver that he was fined": a pronoun in what is told to somebody may mean either of the two."""
    clause = parse.tokens[pronoun.head]
    above = parse.tokens[clause.head]
    return clause.dependency in ("ccomp", "xcomp") and any(
        child.pos in ("NOUN", "PROPN") for child in parse.children(above.index, "dobj", "dative")
    )


def subjects_of(parse: Parse, sentence: int) -> Iterator[Token]:
    first, last = parse.sentences[sentence]
    for token in parse.tokens[first:last]:
        if token.dependency in SUBJECTS and token.tag not in ("WP", "WDT", "EX"):
            yield token


def agrees(parse: Parse, noun: Token, pronoun: Token) -> bool:
    """Whether a noun is alone, has the pronoun's number and can be spoken of as a thing."""
    is_thing = noun.lemma.lower() in _thing_nouns()  # "the Marenza Accord" is nobody, whatever the recogniser says
    is_thing = is_thing or _is_called_a_thing(parse, noun)
    if (
        noun.pos not in _NOMINAL
        or (noun.entity in _NO_THING and not is_thing)
        or any(parse.children(noun.index, "conj"))
    ):
        return False
    several = is_plural(pronoun)
    if noun.pos == "NOUN" and noun.lemma in lexicon("entities")["people"]:
        return several and noun.tag == "NNS"
    if noun.pos == "NOUN" and noun.lemma in lexicon("entities")["collectives"]:
        return several
    return (noun.tag in ("NNS", "NNPS")) == several


def _is_called_a_thing(parse: Parse, noun: Token) -> bool:
    """Whether the clause says that what looks like somebody's name is a thing: "St Mary's is the oldest church"."""
    verb = parse.tokens[noun.head]
    called = next(parse.children(verb.index, "attr"), None) if verb.lemma == "be" else None
    return called is not None and called.pos == "NOUN" and called.lemma not in lexicon("entities")["people"]


def is_plural(pronoun: Token) -> bool:
    return pronoun.text.lower() in ("they", "them", "their")


def is_same_pronoun(token: Token, pronoun: Token) -> bool:
    """Whether two pronouns are forms of one: "it" and "its"."""
    forms = {"it": "it", "its": "it", "they": "they", "their": "they", "them": "they"}
    own = forms.get(token.text.lower())
    return token.pos == "PRON" and own is not None and own == forms.get(pronoun.text.lower())


def earlier_subjects(parse: Parse, sentence: int, pronoun: Token) -> list[Token]:
    """The subjects before a pronoun in its sentence that it may stand for; those of clauses below the others last."""
    earlier = [
        subject
        for subject in subjects_of(parse, sentence)
        if subject.index < pronoun.index
        and subject.index not in {ancestor.index for ancestor in parse.ancestors(pronoun.index)}
        and (subject.pos not in _NOMINAL or agrees(parse, subject, pronoun))
        and (subject.pos != "PRON" or is_same_pronoun(subject, pronoun))
    ]
    above = {ancestor.index for ancestor in parse.ancestors(pronoun.index)}
    own = parse.tokens[pronoun.head].head
    main = [
        subject
        for subject in earlier
        if parse.tokens[subject.head].dependency not in _SUBORDINATE
        or subject.head in above
        or parse.tokens[subject.head].head in above
        or subject.head == own
    ]
    return main or earlier


def subject_ahead(parse: Parse, pronoun: Token) -> Token | None:
    """The subject that a clause in front leads up to: "When it opened in 1996, the museum had two rooms".

    The clause may belong to a time in front: "In the years since it opened, the museum …".
    """
    verb = parse.tokens[pronoun.head]
    above = next((word for word in parse.ancestors(verb.index) if word.pos in ("VERB", "AUX")), verb)
    if verb.dependency not in ("advcl", "relcl") or above.index < pronoun.index:
        return None
    subject = next(parse.children(above.index, *SUBJECTS), None)
    is_ahead = subject is not None and subject.index > verb.index and agrees(parse, subject, pronoun)
    return subject if is_ahead else None


def named_things(parse: Parse, sentence: int, pronoun: Token) -> list[Token]:
    """The nouns of a sentence that a pronoun may stand for: its objects, or else those that prepositions name."""
    first, last = parse.sentences[sentence]
    agreeing = [
        token for token in parse.tokens[first:last] if agrees(parse, token, pronoun) and _is_told_of(parse, token)
    ]
    objects = [token for token in agreeing if token.dependency in ARGUMENTS]
    return objects or [token for token in agreeing if token.dependency == "pobj"]


def _is_told_of(parse: Parse, noun: Token) -> bool:
    """Whether a noun names something that the article may go on about: "the hospital", not "by boat"."""
    return noun.pos == "PROPN" or any(parse.children(noun.index, "det", "poss", "nummod"))


@cache
def _thing_nouns() -> frozenset[str]:
    """Nouns that make a name the name of a thing: "Skelby Bridge", "the Marenza Accord"."""
    events = lexicon("events")
    return frozenset(events["year_of"]) | {word for words in events["things"].values() for word in words}


def goes_on(parse: Parse, subject: Token, pronoun: Token) -> bool:
    """Whether a pronoun's clause carries on its sentence's subject: coordinated with it, said or led in by it."""
    if has_rival(parse, parse.sentence_of(pronoun.index), subject, pronoun, before=pronoun.index):
        return False
    own, above = parse.tokens[pronoun.head], parse.tokens[subject.head]
    if own.head == above.index:
        said = own.dependency == "ccomp" and above.lemma in words("reporting")
        return said or own.dependency == "conj"
    return above.head == own.index and above.dependency == "advcl"  # "When the club moved, it …"


def has_rival(parse: Parse, sentence: int, subject: Token, pronoun: Token, before: int | None = None) -> bool:
    """Whether a sentence has another noun that the pronoun could stand for as well: an object, or "of the bridge"."""
    first, last = parse.sentences[sentence]
    for token in parse.tokens[first : last if before is None else before]:
        beside = {child.text.lower() for child in parse.children(token.index, "poss", "det")}
        if token.index != subject.index and agrees(parse, token, pronoun) and not beside & _NO_RIVALS:
            if before is None and parse.tokens[token.head].dependency in _SUBORDINATE:
                continue  # what stands in a clause below is less at hand than the subject of the whole
            of_subject = token.dependency == "pobj" and parse.tokens[token.head].head == subject.index
            if of_subject or token.dependency in ("dobj", "dative", *SUBJECTS):
                return True
    return False


def described_noun(parse: Parse, pronoun: Token) -> Token | None:
    """The noun that a relative clause describes, for a subject in it: "the lift, which has run since it opened"."""
    for verb in parse.ancestors(pronoun.index):
        if verb.dependency == "relcl":
            relative = next((t for t in parse.children(verb.index, *SUBJECTS) if t.tag in ("WP", "WDT")), None)
            noun = parse.tokens[verb.head]
            if relative is None or not agrees(parse, noun, pronoun):
                return None
            rivals = [t for t in parse.tokens[relative.index : pronoun.index] if t.dependency in ARGUMENTS]
            return noun if not any(agrees(parse, rival, pronoun) for rival in rivals) else None
    return None


def earlier_object(parse: Parse, pronoun: Token) -> Token | None:
    """The one object of the clauses before in its sentence: "She applied for a patent, and the office granted it"."""
    first, _ = parse.sentences[parse.sentence_of(pronoun.index)]
    found = []
    for token in parse.tokens[first : pronoun.index]:
        verb = parse.tokens[token.head]
        if token.dependency == "pobj" and verb.lemma == "for":
            verb = parse.tokens[verb.head]
        if token.dependency in ("dobj", "pobj") and verb.pos == "VERB" and verb.index != pronoun.head:
            found.append(token)
    agreeing = [token for token in found if agrees(parse, token, pronoun)]
    return agreeing[0] if len(agreeing) == 1 else None


def stands_for_nothing(parse: Parse, pronoun: Token) -> bool:
    """ "It is said that", "it was in 2019 that", "it took two years to": an "it" that stands for nothing."""
    verb = governor(parse, pronoun.index)
    if verb is None or verb.lemma in _EMPTY:
        return True
    below = any(parse.children(verb.index, "ccomp", "csubj", "advcl"))
    below = below or (verb.lemma not in _RAISING and any(parse.children(verb.index, "xcomp")))
    passive = any(parse.children(verb.index, "auxpass"))
    bare = verb.lemma == "be" and not any(parse.children(verb.index, "attr", "acomp"))
    return (below and (verb.lemma == "be" or passive)) or (bare and any(parse.children(verb.index, "prep")))
