"""What "he", "she", "it" and "they" stand for, where grammar, gender and number leave one noun only.

People: a pronoun goes on with the person of the last pronoun of its gender; without one it stands for the only person
named in its sentence and the one before. Things: it stands for the subject of the sentence before, or of the clause
that it carries on, where no other noun of its number could be meant. Everything else stays unresolved: a wrong subject
is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.canonical import words
from checker.claims.clause import governor
from checker.claims.names import FullNames, addressed_names
from checker.claims.reading import BlockReading
from checker.claims.scope import phrase
from checker.language.parse import Parse, Token
from checker.lexicon import lexicon

_RUNNING = {Zone.BODY, Zone.CAPTION, Zone.LIST, Zone.FAQ_ANSWER, Zone.QUOTE}
_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
_ADDRESS = {
    "mr": "male",
    "sir": "male",
    "lord": "male",
    "mrs": "female",
    "ms": "female",
    "miss": "female",
    "dame": "female",
}
_SUBJECTS = ("nsubj", "nsubjpass")
_ARGUMENTS = ("dobj", "dative", *_SUBJECTS)
_EMPTY = {"rain", "snow", "seem", "appear", "happen", "turn", "take"}  # verbs whose "it" stands for nothing
_SUBORDINATE = ("advcl", "relcl", "acl", "pcomp")
_NO_THING = {"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "PERSON"}  # entity types


class _Person(NamedTuple):
    """A name or pronoun of a person: `surname` is "" where it could be anybody, `gender` that of a pronoun."""

    sentence: int
    token: int
    surname: str
    gender: str
    subject: bool


def resolve_pronouns(readings: Sequence[BlockReading], names: FullNames) -> Mapping[int, dict[int, str]]:
    """The pronouns of an article that are settled: by id of the parse and token index, what they stand for.

    The answer is written as the column `subject` has it.
    """
    resolver = _Resolver(readings, names)
    questions = {reading.block.number: reading for reading in readings if reading.block.zone == Zone.FAQ_QUESTION}
    for reading in readings:
        if reading.block.zone in _RUNNING:
            question = reading.block.question
            resolver.read(reading, questions.get(question) if question is not None else None)
    return resolver.found


class _Resolver:
    def __init__(self, readings: Sequence[BlockReading], names: FullNames) -> None:
        self._names = names
        self._gender: dict[str, str] = {}
        self._before: list[_Person] = []  # of the block before
        self.found: dict[int, dict[int, str]] = {}
        for reading in readings:
            for title, name in addressed_names(reading.parse):
                if gender := _ADDRESS.get(title):
                    self._gender.setdefault(name[-1], gender)

    def read(self, reading: BlockReading, asked: BlockReading | None) -> None:
        parse = reading.parse
        settled = self.found.setdefault(id(parse), {})
        people: list[_Person] = []
        for number, (first, last) in enumerate(parse.sentences):
            for token in parse.tokens[first:last]:
                is_subject = token.dependency in _SUBJECTS
                if gender := _GENDERS.get(token.text.lower()):
                    surname = "" if _is_told(parse, token) else self._person(people, number, gender)
                    people.append(_Person(number, token.index, surname, gender, is_subject))
                    if surname and (token.dependency in _ARGUMENTS or token.tag == "PRP$"):
                        settled[token.index] = self._names.full(surname)
                elif token.lemma in ("it", "they") and token.dependency in _ARGUMENTS:
                    if found := self._thing(reading, number, token, asked):
                        settled[token.index] = found
                elif token.pos == "PROPN" and (named := self._named(parse, token)) is not None:
                    people.append(_Person(number, token.index, named, "", is_subject))
        self._before = people

    def _named(self, parse: Parse, token: Token) -> str | None:
        """The surname that a token is; "" where it may be somebody's that is not known; None where it is no person."""
        word = token.text.lower()
        follows = token.index + 1 < len(parse.tokens) and parse.tokens[token.index + 1].pos == "PROPN"
        if word in self._names.people:
            return None if follows else word
        if any(child.lemma == "the" for child in parse.children(token.index, "det")):
            return None  # "the Golden Compass"
        unknown = token.entity in ("", "PERSON") and token.dependency in (*_SUBJECTS, "appos", "pobj", "dobj")
        return "" if unknown and (token.entity or token.dependency in _SUBJECTS) else None

    def _person(self, people: Sequence[_Person], sentence: int, gender: str) -> str:
        window = self._window(people, sentence, gender)
        last = max((i for i, person in enumerate(window) if person.gender == gender), default=-1)
        newer = {person.surname for person in window[last + 1 :] if not person.gender}
        if not window:
            return self._protagonist(gender)
        if last < 0:
            return self._settle(newer, gender)
        takes_over = any(person.subject for person in window[last + 1 :] if not person.gender)
        return "" if takes_over and newer != {window[last].surname} else window[last].surname

    def _window(self, people: Sequence[_Person], sentence: int, gender: str) -> list[_Person]:
        """The people of that gender in a sentence so far and the one before; else of the last sentence that has any."""

        def fitting(candidates: Sequence[_Person]) -> list[_Person]:
            return [
                p for p in candidates if gender in (p.gender, self._gender.get(p.surname, gender)) or p.gender == gender
            ]

        near = fitting(
            [person for person in people if person.sentence >= sentence - 1 and person.gender in ("", gender)]
        )
        if near:
            return near
        earlier = fitting([person for person in people if person.gender in ("", gender)])
        if earlier:
            return [person for person in earlier if person.sentence == earlier[-1].sentence]
        return fitting([person for person in self._before if person.gender in ("", gender)])

    def _protagonist(self, gender: str) -> str:
        """The one person of a gender whom the article has spoken of so far, where nobody is named nearby."""
        known = [surname for surname, known in self._gender.items() if known == gender]
        return known[0] if len(known) == 1 else ""

    def _settle(self, surnames: set[str], gender: str) -> str:
        if len(surnames) != 1 or surnames == {""}:
            return ""
        (surname,) = surnames
        self._gender.setdefault(surname, gender)
        return surname

    def _thing(self, reading: BlockReading, sentence: int, pronoun: Token, asked: BlockReading | None) -> str:
        """What "it" or "they" stands for: the subject that goes on, unless another noun could be meant."""
        parse = reading.parse
        if pronoun.dependency == "dobj":
            thing = _earlier_object(parse, pronoun)
            return self._noun(reading, thing, reading, pronoun) if thing is not None else ""
        if pronoun.dependency not in _SUBJECTS or (pronoun.lemma == "it" and _is_empty(parse, pronoun)):
            return ""
        described = _described(parse, pronoun)
        if described is not None:
            return self._noun(reading, described, reading, pronoun)
        earlier = [subject for subject in _subjects(parse, sentence) if subject.index < pronoun.index]
        if earlier:
            goes_on = len(earlier) == 1 and _goes_on(parse, earlier[0], pronoun)
            return self._noun(reading, earlier[0], reading, pronoun) if goes_on else ""
        if sentence == 0:
            subjects = list(_subjects(asked.parse, 0)) if asked is not None else []
            return self._noun(asked, subjects[0], reading, pronoun) if asked is not None and len(subjects) == 1 else ""
        main = [s for s in _subjects(parse, sentence - 1) if parse.tokens[s.head].dependency == "ROOT"]
        if len(main) != 1 or _has_rival(parse, sentence - 1, main[0], pronoun):
            return ""
        return self._noun(reading, main[0], reading, pronoun)

    def _noun(self, there: BlockReading, noun: Token, here: BlockReading, pronoun: Token) -> str:
        """The words of a noun that agrees with a pronoun; of what it stands for itself where it is the same pronoun."""
        parse = there.parse
        if there.quoted(noun.start, noun.end) != here.quoted(pronoun.start, pronoun.end):
            return ""
        if noun.pos == "PRON":
            return self.found.get(id(parse), {}).get(noun.index, "") if noun.lemma == pronoun.lemma else ""
        speaks = parse.tokens[noun.head].lemma in words("reporting") and noun.pos == "NOUN" and pronoun.lemma == "it"
        if speaks or not _agrees(parse, noun, pronoun) or noun.text.lower() in self._names.people:
            return ""
        return self._names.named(phrase(parse, noun), parse, noun)


def _is_told(parse: Parse, pronoun: Token) -> bool:
    """ "She told the driver that he was fined": a pronoun in what is told to somebody may mean either of the two."""
    clause = parse.tokens[pronoun.head]
    above = parse.tokens[clause.head]
    return clause.dependency in ("ccomp", "xcomp") and any(
        child.pos in ("NOUN", "PROPN") for child in parse.children(above.index, "dobj", "dative")
    )


def _subjects(parse: Parse, sentence: int) -> Iterator[Token]:
    first, last = parse.sentences[sentence]
    for token in parse.tokens[first:last]:
        if token.dependency in _SUBJECTS and token.tag not in ("WP", "WDT", "EX"):
            yield token


def _agrees(parse: Parse, noun: Token, pronoun: Token) -> bool:
    """Whether a noun is alone, has the pronoun's number and can be spoken of as a thing."""
    is_thing = noun.lemma.lower() in _thing_nouns()  # "the Marenza Accord" is nobody, whatever the recogniser says
    if (
        noun.pos not in ("NOUN", "PROPN")
        or (noun.entity in _NO_THING and not is_thing)
        or any(parse.children(noun.index, "conj"))
    ):
        return False
    return (noun.tag in ("NNS", "NNPS")) == (pronoun.lemma == "they")


@cache
def _thing_nouns() -> frozenset[str]:
    """Nouns that make a name the name of a thing: "Skelby Bridge", "the Marenza Accord"."""
    events = lexicon("events")
    return frozenset(events["year_of"]) | {word for words in events["things"].values() for word in words}


def _goes_on(parse: Parse, subject: Token, pronoun: Token) -> bool:
    """Whether a pronoun's clause carries on its sentence's subject: coordinated with it, said or led in by it."""
    if _has_rival(parse, parse.sentence_of(pronoun.index), subject, pronoun, before=pronoun.index):
        return False
    own, above = parse.tokens[pronoun.head], parse.tokens[subject.head]
    if own.head == above.index:
        said = own.dependency == "ccomp" and above.lemma in words("reporting")
        return said or own.dependency == "conj"
    return above.head == own.index and above.dependency == "advcl"  # "When the club moved, it …"


def _has_rival(parse: Parse, sentence: int, subject: Token, pronoun: Token, before: int | None = None) -> bool:
    """Whether a sentence has another noun that the pronoun could stand for as well: an object, or "of the bridge"."""
    first, last = parse.sentences[sentence]
    for token in parse.tokens[first : last if before is None else before]:
        if token.index != subject.index and _agrees(parse, token, pronoun):
            if before is None and parse.tokens[token.head].dependency in _SUBORDINATE:
                continue  # what stands in a clause below is less at hand than the subject of the whole
            of_subject = token.dependency == "pobj" and parse.tokens[token.head].head == subject.index
            if of_subject or token.dependency in ("dobj", "dative", *_SUBJECTS):
                return True
    return False


def _described(parse: Parse, pronoun: Token) -> Token | None:
    """The noun that a relative clause describes, for a subject in it: "the lift, which has run since it opened"."""
    for verb in parse.ancestors(pronoun.index):
        if verb.dependency == "relcl":
            relative = next((t for t in parse.children(verb.index, *_SUBJECTS) if t.tag in ("WP", "WDT")), None)
            noun = parse.tokens[verb.head]
            if relative is None or not _agrees(parse, noun, pronoun):
                return None
            rivals = [t for t in parse.tokens[relative.index : pronoun.index] if t.dependency in _ARGUMENTS]
            return noun if not any(_agrees(parse, rival, pronoun) for rival in rivals) else None
    return None


def _earlier_object(parse: Parse, pronoun: Token) -> Token | None:
    """The one object of the clauses before in its sentence: "She applied for a patent, and the office granted it"."""
    first, _ = parse.sentences[parse.sentence_of(pronoun.index)]
    found = []
    for token in parse.tokens[first : pronoun.index]:
        verb = parse.tokens[token.head]
        if token.dependency == "pobj" and verb.lemma == "for":
            verb = parse.tokens[verb.head]
        if token.dependency in ("dobj", "pobj") and verb.pos == "VERB" and verb.index != pronoun.head:
            found.append(token)
    agreeing = [token for token in found if _agrees(parse, token, pronoun)]
    return agreeing[0] if len(agreeing) == 1 else None


def _is_empty(parse: Parse, pronoun: Token) -> bool:
    """ "It is said that", "it was in 2019 that", "it took two years to": an "it" that stands for nothing."""
    verb = governor(parse, pronoun.index)
    if verb is None or verb.lemma in _EMPTY:
        return True
    below = any(parse.children(verb.index, "ccomp", "csubj", "advcl", "xcomp"))
    passive = any(parse.children(verb.index, "auxpass"))
    bare = verb.lemma == "be" and not any(parse.children(verb.index, "attr", "acomp"))
    return (below and (verb.lemma == "be" or passive)) or (bare and any(parse.children(verb.index, "prep")))
