"""Who is who: an article's topic, and the full name behind a surname, an acronym or "the company"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from checker.articles.article import Zone
from checker.claims.canonical import canonical, canonical_noun, light_words
from checker.claims.reading import BlockReading
from checker.claims.title_name import SMALL, named_title, one_of_several, title_tokens
from checker.language.parse import Name, Parse, Token
from checker.lexicon import lexicon

_TOPIC_ZONES = {Zone.TITLE, Zone.DESCRIPTION}
_EXPLAINED = re.compile(r"\(([A-Z][A-Za-z]{1,7})\)")  # "… (NATO)"
_EXPLAINING = re.compile(r"\b([A-Z]{2,8}) \(([A-Z][^()]{3,80})\)")  # "NATO (the North Atlantic …)"
_LONGEST_NAME = 10  # words of a name that an acronym may stand for
_SHORTEST_ACRONYM = 3  # letters from which on initials alone, without brackets, tell whose they are


def topic_words(readings: Sequence[BlockReading]) -> frozenset[str]:
    """The canonical words of the title (of the first heading where there is none): what every claim is also about.

    A title of more than twelve words is a sentence, not a topic, and only its names count.
    """
    titles = [r for r in readings if r.block.zone == Zone.TITLE] or [
        r for r in readings[:1] if r.block.zone == Zone.HEADING
    ]
    found: set[str] = set()
    for reading in titles:
        tokens = reading.parse.tokens
        for token in tokens:
            if token.pos == "PROPN" or (token.pos == "NOUN" and len(tokens) <= 12):
                word = canonical(token)
                if word not in light_words():
                    found |= {word, token.lemma}
    return frozenset(found)


def person_words(parse: Parse, name: Name) -> list[str]:
    """The words of a person's name in lower case, without titles and possessive endings."""
    words = [token.text.lower() for token in parse.tokens[name.first : name.last] if token.text[:1].isalpha()]
    return [word for word in words if word.rstrip(".") not in _list("titles") and word not in ("'s", "’s")]


def addressed_names(parse: Parse) -> Iterator[tuple[str, list[str]]]:
    """Every form of address, without its full stop, and the words of the name behind it: mr, ["daniel", "marsden"]."""
    for token in parse.tokens:
        title = token.text.lower().rstrip(".")
        if token.text[:1].isupper() and title in _list("titles"):
            behind = takewhile(lambda t: t.pos == "PROPN" and t.text.isalpha(), parse.tokens[token.index + 1 :])
            if words := [word.text.lower() for word in behind]:
                yield title, words


class FullNames:
    """The full names of an article, and the short forms that can mean only one of them.

    Full names are sets of words written as the column `subject` has them: canonical, lower case, sorted. `people` are
    the surnames of everybody who is named with a first name or a form of address. `topic` is the full name that the
    article's title is, "" where that is a headline; `titled_person` the surname, where it is somebody's.
    """

    def __init__(self, readings: Sequence[BlockReading]) -> None:
        common = {token.text for reading in readings for token in reading.parse.tokens if token.text.islower()}
        owners: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        self.people: set[str] = set()
        for reading in readings:
            for words, addressed in _people(reading):
                if words[-1] not in common and (addressed or len(words) > 1):
                    self.people.add(words[-1])
                    if len(words) > 1:
                        owners[words[-1]].add(tuple(words))
        self._topic = topic_words(readings)
        title = named_title(readings)
        self.topic = _canonical(word for word in title.lower().split() if word not in SMALL)
        self._titled = title_tokens(readings, title)
        self._short: dict[str, str] = {}
        for surname, names in owners.items():
            longest = max(sorted(names), key=len)
            if all({*name} <= {*longest} for name in names):  # "Terrence Howard" is "Terrence Dashon Howard"
                self._short |= {_canonical(name): _canonical(longest) for name in ((surname,), *names)}
        self._short |= {short: _canonical(words) for short, words in _acronyms(readings)}
        last = title.lower().split()[-1:]
        is_person = last and last[0] in self.people and last[0] not in _of_one_kind()  # "Alder Mill" is nobody
        self.titled_person = last[0] if is_person else ""  # by surname
        self.topic = self.full(self.topic)
        self._others = one_of_several(readings) if self.topic and not self.titled_person else frozenset()
        self._kinds: dict[str, set[str]] = defaultdict(set)
        for reading in readings:
            for kind, name in _kinds(reading.parse):
                for synonym in {kind, canonical_noun(kind), *_of_one_kind().get(canonical_noun(kind), ())}:
                    self._kinds[synonym].add(self.full(name))
        for reading in _opening(readings):
            for token in reading.parse.tokens:
                if token.pos == "PROPN" and token.text.lower() in _list("companies"):
                    for kind in _list("company"):
                        self._kinds[kind].add(self.full(_phrase(reading.parse, token)))
        bodies = {
            self.full(_phrase(reading.parse, reading.parse.tokens[name.last - 1]))
            for reading in readings
            for name in reading.parse.names
            if name.label == "ORG"
        }
        if len(bodies) == 1:  # the only one that the article names
            for kind in _list("company"):
                self._kinds[kind] |= bodies
        named = {self.full(token.text.lower()) for reading in readings for token in reading.parse.tokens}
        for kind, known in lexicon("entities")["kinds"].items():
            self._kinds[kind] |= {full for name in known if (full := self.full(_canonical(name.split()))) in named}

    def full(self, name: str) -> str:
        """The full form of a name's words; the same words where they are no short form, or one of several names.

        What somebody is called before his name is no part of it: "the actor Terrence Howard".
        """
        bare = " ".join(word for word in name.split() if word not in _list("people"))
        return self._short.get(name) or self._short.get(bare, name)

    def named(self, said: str, parse: Parse, noun: Token) -> str:
        """The name that a noun phrase with the words `said` and the head `noun` stands for; `said` where it is none.

        A bare "the company" or "this company" stands for a name; with an adjective or an owner it may be any company.
        """
        if (id(parse), noun.index) in self._titled:
            return self.topic
        if noun.pos != "NOUN" or said in self._short:
            return self.full(said)
        return (self.of_kind(said) or self._topic_of_kind(said) if _is_bare(parse, noun) else "") or said

    def _topic_of_kind(self, kind: str) -> str:
        """ "The film", where the title names a film or what the article gives no other name for: both, in words."""
        if not self.topic or self.titled_person or kind in self._others:
            return ""
        is_kind = kind in _of_one_kind() or kind in _list("bodies")
        return " ".join(sorted({kind, *self.topic.split()})) if is_kind else ""

    def of_kind(self, kind: str) -> str:
        """The one name that "the company", "the alliance" can mean: the only one that the article calls so; else ""."""
        names = self._kinds.get(kind, set())
        if len(names) > 1:  # "the dam" is that of the title
            names = {name for name in names if {*name.split()} & (self._topic - {kind})}
        return next(iter(names)) if len(names) == 1 else ""

    def may_be_several(self, said: str, parse: Parse, noun: Token) -> bool:
        """Whether "the dam" may mean one or another of the dams that the article names, none of them its topic."""
        return (
            noun.pos == "NOUN"
            and _is_bare(parse, noun)
            and len(self._kinds.get(said, ())) > 1
            and not self.of_kind(said)
        )


def _is_bare(parse: Parse, noun: Token) -> bool:
    return [child.lemma for child in parse.children(noun.index) if child.dependency != "punct"] in (["the"], ["this"])


def _people(reading: BlockReading) -> Iterator[tuple[list[str], bool]]:
    """The words of every recognised person's name, and whether a form of address stands before it."""
    tokens = reading.parse.tokens
    yield from ((words, True) for _, words in addressed_names(reading.parse))
    yield from ((words, False) for words in _told_as_people(reading.parse))
    for name in reading.parse.names:
        words = person_words(reading.parse, name)
        if name.label == "PERSON" and words and not {*words} & (_list("companies") | SMALL) and words[-1].isalpha():
            addressed = tokens[name.first].text.lower().rstrip(".") in _list("titles") or (
                name.first > 0 and tokens[name.first - 1].text.lower().rstrip(".") in _list("titles")
            )
            yield words, addressed


def _told_as_people(parse: Parse) -> Iterator[list[str]]:
    """The names of those whom the grammar makes people: "Dragan Petrić, who has died", "the novelist Clara Hume"."""
    for token in parse.tokens:
        if token.pos != "PROPN" or not token.text.isalpha():
            continue
        given = [child.text.lower() for child in parse.children(token.index, "compound") if child.pos == "PROPN"]
        clauses = (child.index for child in parse.children(token.index, "relcl"))
        who = any(below.text.lower() in ("who", "whose", "whom") for one in clauses for below in parse.children(one))
        above = parse.tokens[token.head]
        beside = [*parse.children(token.index, "appos", "compound"), *([above] if token.dependency == "appos" else [])]
        if given and (who or any(noun.pos == "NOUN" and noun.lemma in _list("people") for noun in beside)):
            yield [*given, token.text.lower()]


def _acronyms(readings: Sequence[BlockReading]) -> Iterator[tuple[str, list[str]]]:
    """Acronyms and the words they stand for: as brackets say, else by the initials of a name of the article."""
    explained: dict[str, list[str]] = {}
    named: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for reading in readings:
        text = reading.block.text
        for match in _EXPLAINED.finditer(text):
            words = re.findall(r"[\w’'&-]+", text[max(0, match.start() - 120) : match.start()])
            if found := _spelt(match[1], words):
                explained.setdefault(match[1].lower(), found)
        for match in _EXPLAINING.finditer(text):
            words = re.findall(r"[\w’'&-]+", match[2])
            if (found := _spelt(match[1], words)) and len(found) >= len(words) - 1:
                explained.setdefault(match[1].lower(), found)
        for name in reading.parse.names:
            if name.label == "ORG" and name.last - name.first > 1:
                words = [t.text for t in reading.parse.tokens[name.first : name.last] if t.text[:1].isalpha()]
                capitals = [word for word in words if word[:1].isupper() and word.lower() not in SMALL]
                if len(capitals) >= _SHORTEST_ACRONYM:
                    named["".join(word[0] for word in capitals).lower()].add(tuple(capitals))
    written = {token.text for reading in readings for token in reading.parse.tokens if token.text.isupper()}
    for short, names in named.items():
        if len(names) == 1 and short.upper() in written:
            explained.setdefault(short, list(next(iter(names))))
    yield from explained.items()


def _spelt(acronym: str, words: Sequence[str]) -> list[str]:
    """The words at the end of `words` whose initials the acronym is, small words skipped; [] where they are not."""
    for length in range(2, min(len(words), _LONGEST_NAME) + 1):
        run = words[-length:]
        content = [word for word in run if word.lower() not in SMALL]
        for initials in ("".join(w[0] for w in content), "".join(w[0] for w in run)):
            if initials.lower() == acronym.lower() and run[0].lower() not in SMALL and run[0][:1].isupper():
                return content
    return []


def _kinds(parse: Parse) -> Iterator[tuple[str, str]]:
    """What the article says its bodies and things are: "Greenline, a waste firm", "Greenline is a firm", "the Esk
    Council", "the ferry Morning Star"."""
    for token in parse.tokens:
        if token.pos == "NOUN" and token.dependency == "compound" and _is_kind(token):
            named = parse.tokens[token.head]
            if named.pos == "PROPN" and any(child.lemma == "the" for child in parse.children(named.index, "det")):
                yield token.lemma, _canonical([*_phrase(parse, named).split(), token.lemma])
        elif _is_kind(token) and token.dependency in ("appos", "attr") and _has_article(parse, token):
            named = parse.tokens[token.head]
            if token.dependency == "attr":
                named = next((child for child in parse.children(named.index, "nsubj")), named)
            if named.pos == "PROPN" and named.entity not in ("PERSON", "GPE", "DATE", "LOC"):
                yield token.lemma, _phrase(parse, named)
        elif token.pos == "PROPN" and _is_kind(token) and " " in (name := _phrase(parse, token)):
            yield token.lemma.lower(), name


def _is_kind(noun: Token) -> bool:
    return noun.lemma.lower() in _list("bodies") or canonical_noun(noun.lemma.lower()) in _of_one_kind()


@cache
def _of_one_kind() -> Mapping[str, tuple[str, ...]]:
    """The other nouns by which an article may call a thing: by "ferry" those of its line in `events.toml` [things]."""
    found: dict[str, tuple[str, ...]] = {}
    for line in lexicon("events")["things"].values():
        nouns = {canonical_noun(noun) for noun in line}
        for noun in nouns:
            found[noun] = (*found.get(noun, ()), *sorted(nouns - {noun}))
    return found


def _opening(readings: Sequence[BlockReading]) -> Iterator[BlockReading]:
    """Title, description and first paragraph, which name the company that the article calls "the company"."""
    first = next((reading for reading in readings if reading.block.zone == Zone.BODY), None)
    for reading in readings:
        if reading.block.zone in _TOPIC_ZONES or reading is first:
            yield reading


def _has_article(parse: Parse, noun: Token) -> bool:
    return any(child.lemma in ("a", "an", "the") for child in parse.children(noun.index, "det"))


def _phrase(parse: Parse, head: Token) -> str:
    before = [child.lemma for child in parse.children(head.index, "compound") if child.pos == "PROPN"]
    return _canonical([*before, head.lemma])


def _canonical(words: Iterable[str]) -> str:
    return " ".join(sorted({canonical_noun(word.lower()) for word in words}))


@cache
def _list(name: str) -> frozenset[str]:
    words: Mapping[str, list[str]] = lexicon("entities")
    return frozenset(words[name])
