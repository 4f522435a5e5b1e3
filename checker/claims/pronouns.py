"""What "he", "she", "it" and "they" stand for, where grammar, gender and number leave one noun only.

People: a pronoun goes on with the person of the last pronoun of its gender; without one it stands for the only person
named in its sentence and the one before. Things: it stands for the subject of the sentence before, or of the clause
that it carries on, where no other noun of its number could be meant; a sentence that names nothing of its number is
passed over. Everything else stays unresolved: a wrong subject is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from checker.articles.article import Zone
from checker.claims.antecedents import (
    ARGUMENTS,
    SUBJECTS,
    agrees,
    described_noun,
    earlier_object,
    earlier_subjects,
    goes_on,
    has_rival,
    is_plural,
    is_same_pronoun,
    is_told_to_somebody,
    named_things,
    stands_for_nothing,
    subject_ahead,
    subjects_of,
)
from checker.claims.canonical import words
from checker.claims.event_arguments import thing_words, whole_of
from checker.claims.names import FullNames, addressed_names
from checker.claims.reading import BlockReading
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
_FARTHEST = 3  # sentences back
_OWNERS = {"it", "its", "them", "their"}


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
        self._couples: set[str] = set()  # who has married so far
        self.found: dict[int, dict[int, str]] = {}
        for reading in readings:
            for title, name in addressed_names(reading.parse):
                if gender := _ADDRESS.get(title):
                    self._gender.setdefault(name[-1], gender)
            for surname, gender in _related(reading.parse):
                if surname in names.people:
                    self._gender.setdefault(surname, gender)

    def read(self, reading: BlockReading, asked: BlockReading | None) -> None:
        parse = reading.parse
        settled = self.found.setdefault(id(parse), {})
        people: list[_Person] = []
        kinsfolk: list[_Person] = []
        for number, (first, last) in enumerate(parse.sentences):
            for token in parse.tokens[first:last]:
                is_subject = token.dependency in SUBJECTS
                if gender := _GENDERS.get(token.text.lower()):
                    surname = "" if is_told_to_somebody(parse, token) else self._person(people, number, gender)
                    people.append(_Person(number, token.index, surname, gender, is_subject))
                    if surname and (token.dependency in ARGUMENTS or token.tag == "PRP$"):
                        settled[token.index] = self._names.full(surname)
                elif token.lemma in ("it", "they") and token.dependency in ARGUMENTS:
                    if found := self._thing(reading, number, token, asked):
                        settled[token.index] = found
                elif token.text.lower() in _OWNERS and token.dependency in ("poss", "pobj"):
                    if found := self._owner(reading, number, token):
                        settled[token.index] = found
                elif token.pos == "PROPN" and (named := self._named(parse, token)) is not None:
                    people.append(_Person(number, token.index, named, "", is_subject))
                elif is_subject and (kin := _kin_gender(token)):
                    kinsfolk.append(_Person(number, token.index, "", kin, is_subject))
                    people.append(kinsfolk[-1])
                elif is_subject and self._is_known_couple(parse, token):
                    settled[token.index] = _together(("couple", *self._couples))
            if couple := self._couple(reading, number):
                self._couples.add(_together(couple))
        # "His brother" is a person of the paragraph; the next one is about whom the article is about.
        self._before = [person for person in people if person not in kinsfolk]

    def _named(self, parse: Parse, token: Token) -> str | None:
        """The surname that a token is; "" where it may be somebody's that is not known; None where it is no person."""
        word = token.text.lower()
        follows = token.index + 1 < len(parse.tokens) and parse.tokens[token.index + 1].pos == "PROPN"
        if word in self._names.people:
            return None if follows else word
        before = token.index - 1
        while before >= 0 and parse.tokens[before].text[:1].isupper() and parse.tokens[before].lemma != "the":
            before -= 1
        if before >= 0 and parse.tokens[before].lemma == "the":
            return None  # "the Golden Compass"
        opens = token.index in {first for first, _ in parse.sentences}
        if opens and not token.entity and word.endswith("s"):
            return None  # "Honours were slow"
        unknown = token.entity in ("", "PERSON") and token.dependency in (*SUBJECTS, "appos", "pobj", "dobj")
        return "" if unknown and (token.entity or token.dependency in SUBJECTS) else None

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
        """The one person of a gender whom the article has spoken of so far, where nobody is named nearby.

        Where it has spoken of none, whoever's name is the title.
        """
        known = [surname for surname, known in self._gender.items() if known == gender]
        return (known or [self._settle({self._names.titled_person}, gender)])[0] if len(known) < 2 else ""

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
            thing = earlier_object(parse, pronoun)
            return self._noun(reading, thing, reading, pronoun) if thing is not None else ""
        if pronoun.dependency not in SUBJECTS or (pronoun.lemma == "it" and stands_for_nothing(parse, pronoun)):
            return ""
        described = described_noun(parse, pronoun)
        if described is not None:
            return self._noun(reading, described, reading, pronoun)
        earlier = earlier_subjects(parse, sentence, pronoun)
        if earlier:
            carried_on = len(earlier) == 1 and goes_on(parse, earlier[0], pronoun)
            return self._noun(reading, earlier[0], reading, pronoun) if carried_on else ""
        if (ahead := subject_ahead(parse, pronoun)) is not None:
            return self._noun(reading, ahead, reading, pronoun)
        if sentence == 0:
            if asked is None:
                return self._topic(reading, pronoun)
            subjects = list(subjects_of(asked.parse, 0))
            return self._noun(asked, subjects[0], reading, pronoun) if len(subjects) == 1 else ""
        return self._told_before(reading, sentence, pronoun)

    def _owner(self, reading: BlockReading, sentence: int, pronoun: Token) -> str:
        """Whose "its" is, or what "on it" means: the subject of its sentence, else that of the sentence before."""
        parse = reading.parse
        earlier = earlier_subjects(parse, sentence, pronoun)
        if earlier:
            return self._noun(reading, earlier[0], reading, pronoun) if len(earlier) == 1 else ""
        return self._told_before(reading, sentence, pronoun) if sentence else self._topic(reading, pronoun)

    def _topic(self, reading: BlockReading, pronoun: Token) -> str:
        """The thing whose name is the title, which a paragraph may begin with as "it"."""
        spoken = reading.quoted(pronoun.start, pronoun.end) or is_plural(pronoun) or self._names.titled_person
        return "" if spoken else self._names.topic

    def _told_before(self, reading: BlockReading, sentence: int, pronoun: Token) -> str:
        """What the nearest sentence before that names something of the pronoun's number is about."""
        parse = reading.parse
        for before in range(sentence - 1, max(-1, sentence - 1 - _FARTHEST), -1):
            couple = self._couple(reading, before) if is_plural(pronoun) else ()
            if len(couple) > 1 and all(couple):
                return _together(couple)
            main = [s for s in subjects_of(parse, before) if parse.tokens[s.head].dependency == "ROOT"]
            if len(main) == 1 and (agrees(parse, main[0], pronoun) or is_same_pronoun(main[0], pronoun)):
                owner = next((o for o in parse.children(main[0].index, "poss") if is_same_pronoun(o, pronoun)), None)
                if owner is not None:  # "Its camera failed early. It was launched …"
                    return self.found.get(id(parse), {}).get(owner.index, "")
                rival = has_rival(parse, before, main[0], pronoun)
                return "" if rival else self._noun(reading, main[0], reading, pronoun)
            named = [] if main and main[0].pos == "PROPN" else named_things(parse, before, pronoun)
            if named or len(main) != 1:
                return self._noun(reading, named[0], reading, pronoun) if len(named) == 1 else ""
        return ""

    def _couple(self, reading: BlockReading, sentence: int) -> tuple[str, ...]:
        """Whom a sentence tells to have married, "" for one who is not known; nobody where it tells no wedding."""
        parse = reading.parse
        for verb in parse.tokens[slice(*parse.sentences[sentence])]:
            if verb.lemma in ("marry", "wed") and verb.pos == "VERB":
                both = [child for child in parse.children(verb.index, *SUBJECTS, "dobj") if child.tag not in ("WP",)]
                self._tell_apart(both)
                names = [self.found.get(id(parse), {}).get(one.index) or thing_words(parse, one) for one in both]
                return tuple(
                    self._names.named(name, parse, one) if name else "" for name, one in zip(names, both, strict=True)
                )
        return ()

    def _is_known_couple(self, parse: Parse, noun: Token) -> bool:
        """Whether a noun is "the couple" of an article that tells of one wedding."""
        bare = noun.text == "couple" and [child.lemma for child in parse.children(noun.index)] == ["the"]
        return bare and len(self._couples) == 1 and "" not in self._couples

    def _tell_apart(self, both: Sequence[Token]) -> None:
        """ "She married Peter Lyle": "she" is not Lyle from there on."""
        for one, other in permutations(both, 2):
            gender = _GENDERS.get(one.text.lower())
            if gender and other.pos == "PROPN":
                self._gender.setdefault(other.text.lower(), "female" if gender == "male" else "male")

    def _noun(self, there: BlockReading, noun: Token, here: BlockReading, pronoun: Token) -> str:
        """The words of a noun that agrees with a pronoun; of what it stands for itself where it is the same pronoun."""
        parse = there.parse
        noun = whole_of(parse, noun) if noun.index != pronoun.index or there is not here else noun
        if there.quoted(noun.start, noun.end) != here.quoted(pronoun.start, pronoun.end):
            return ""
        if noun.pos == "PRON":
            return self.found.get(id(parse), {}).get(noun.index, "") if is_same_pronoun(noun, pronoun) else ""
        speaks = parse.tokens[noun.head].lemma in words("reporting") and noun.pos == "NOUN" and pronoun.lemma == "it"
        if speaks or not agrees(parse, noun, pronoun) or noun.text.lower() in self._names.people:
            return ""
        return self._names.named(thing_words(parse, noun), parse, noun)


def _together(names: Sequence[str]) -> str:
    return " ".join(sorted({word for name in names for word in name.split()}))


def _related(parse: Parse) -> Iterator[tuple[str, str]]:
    """The names of relatives, each with its gender: "her husband, the designer Paul Asher", "his daughter Ada"."""
    for noun in parse.tokens:
        if gender := _kin_gender(noun):
            above = parse.tokens[noun.head]
            beside = [above] if noun.dependency in ("compound", "nmod", "appos") else []
            described = list(parse.children(noun.index, "appos"))
            described += [name for one in described for name in parse.children(one.index, "appos")]
            for name in (*described, *beside):
                if name.pos == "PROPN":
                    yield name.text.lower(), gender


def _kin_gender(noun: Token) -> str:
    """The gender of a relative whom a noun names: "his daughter"; "" for every other noun."""
    if noun.pos != "NOUN":
        return ""
    entities = lexicon("entities")
    return next((gender for gender in ("male", "female") if noun.lemma in entities[f"{gender}_kin"]), "")
