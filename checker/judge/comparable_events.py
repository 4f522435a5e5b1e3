"""Whether two events are one, or befall one thing: what rules it out, and the evidence for it, weighed.

An event is told by its predicate and by the thing that it befalls: its object, or its subject where it has none ("the
bridge opened"). Two events are compared only where both name the thing and may mean the same one. The weights follow
those of checker.judge.comparable: half a point is a hint, one point is evidence, two are strong evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from checker.judge.reach import times_differ
from checker.judge.rows import Row, have_nothing_in_common, words_of
from checker.lexicon import lexicon

ANYBODY = "anybody"  # the thing that "nobody died" speaks of
BEFORE = "had"  # among the limits of what was done before the time that is told
EVER = "ever"  # among the limits of what is said never to have happened at all
BY_SOMEBODY = "agent"  # among the limits of a denied passive that says by whom
NEVER = float("-inf")

_SAME_THING = 2.0  # the very same words for the thing that both befall
_SAME_NAME = 1.5  # one of them with more words: "Skelby Bridge", "the bridge"
_KIND_OF_THING = 1.0  # another word for it: "the bid", "the takeover"
_SAME_PREDICATE = 1.0
_ONE_SCRIPT = 2.0  # two steps of what one thing goes through: it opens, it closes
_ONLY_ONCE = 1.0  # it happens to one thing only once
_SAME_ACTOR = 1.0
_SAME_PLACE = 0.5
_KNOWN_THING = 0.5  # the reader knows which thing is meant: "the bridge", "Skelby Bridge"
_SHARED_WORD = 0.5  # each further word in common, up to _SHARED_WORDS of them
_SHARED_WORDS = 4
_MIRRORED = 4  # words in common from which on a clause that has nothing else repeats the other
_MIRROR = 5.0
_CERTAINLY = 5.0
_MOST_OF_A_CLAUSE = 0.8
_ONLY_LATER = ("since", "after", "from")  # what is denied from a day on
_HAVING = "have"  # the predicate of possessions


def same_event(a: Row, b: Row) -> float:
    """How far two events are one; their times are not asked, for those are what the rule compares."""
    one_place = bool(a["place"]) != bool(b["place"])
    if kept_apart(a, b) or (one_place and a["predicate"] in _list("by_place")):
        return NEVER
    if all(row["tense"] == "present" and row["date_precision"] == "season" for row in (a, b)):
        return NEVER  # "in winter the park closes at four": it does so every year
    offices = words_of(a, "group"), words_of(b, "group")
    if a["predicate"] in _list("to_office") and not _one_office(
        *offices, told=a["predicate"] not in _list("from_office")
    ):
        return NEVER
    if a["once"] and b["once"] and _told_apart(a, b):
        return NEVER
    return (
        _one_thing(a, b)
        + _others(a, b)
        + _SAME_PREDICATE
        + (_ONLY_ONCE if a["once"] and b["once"] else 0.0)
        + _beside(a, b)
    )


def _told_apart(a: Row, b: Row) -> bool:
    """Whether what is done for the first time twice is done in two ways: "first translated into French", "… German"."""
    often = a["predicate"] not in lexicon("events")["once"]
    own = words_of(a, "object") | words_of(b, "object") | words_of(a, "subject") | words_of(b, "subject") | {"first"}
    left, right = words_of(a, "terms") - own, words_of(b, "terms") - own
    return bool(often and left and right and not left & right)


def _one_office(office: frozenset[str], other: frozenset[str], told: bool) -> bool:
    """Whether two offices may be one: not "minister of health" and "of finance".

    Nor "elected" and "elected mayor", where both have to be `told`.
    """
    return (not told or bool(office) == bool(other)) and (office <= other or other <= office)


def same_occasion(a: Row, b: Row) -> float:
    """How far one event denies the other: `a` is denied, and their times and bounds may be the same."""
    if times_differ(a, b) or not _limits_fit(a, b):
        return NEVER
    if a["date_relation"] in _ONLY_LATER and b["date_start"] < a["date_start"]:
        return NEVER  # "nobody has died since November" leaves who died in the year that holds it
    if BY_SOMEBODY in words_of(a, "limits") and not b["subject"]:
        return NEVER  # "was not closed by the flood": it may have been closed by others
    if _mirrored(a, b) and not kept_apart({**a, "contrast": False}, {**b, "contrast": a["contrast"] != b["contrast"]}):
        return _MIRROR
    if a["predicate"] == _HAVING and not words_of(a, "subject") & words_of(b, "subject"):
        return NEVER
    if a["predicate"] in _list("of_people") and _beside_things(a, b):
        return NEVER
    if a["predicate"].startswith("be "):
        return _CERTAINLY if _same_state(a, b) else NEVER
    if a["predicate"] != _HAVING and not (_objects_fit(a, b) and _tenses_fit(a, b)):
        return NEVER
    timed = a["date_start"] == b["date_start"] and a["date_end"] == b["date_end"]
    both_objects = a["object"] and b["object"]
    one_thing = bool(a["object"]) != bool(b["object"]) and thing_of(a) == thing_of(b)  # "was not passed", "it passed"
    telling = a["predicate"] not in _list("vague") and (a["tense"] == "present" or bool(shared_beside(a, b)))
    generally = telling and _covered(a, b)  # "does not deliver", "delivers to homes"
    specific = a["once"] or timed or both_objects or one_thing or generally or len(shared_beside(a, b)) > 1
    return same_event(a, b) if specific else NEVER


def same_story(a: Row, b: Row) -> float:
    """How far two different events befall one thing, so that one has to come before the other."""
    if not (is_step_before(a, b) or is_step_before(b, a)) or kept_apart(a, b):
        return NEVER
    if _one_doer(a, b):
        return _SAME_THING + _KNOWN_THING + _ONE_SCRIPT + _beside(a, b)
    if _is_running(a) != _is_running(b):  # "the mill began to spin cotton", "the mill was closed"
        a, b = ({**row, "object": ""} if _is_running(row) else row for row in (a, b))
        if not thing_of(a) & thing_of(b):
            return NEVER
    if any(row["predicate"] in _list("acts") and not row["object"] for row in (a, b)):
        return NEVER
    return _one_thing(a, b) + _ONE_SCRIPT + _beside(a, b)


def is_step_before(a: Row, b: Row) -> bool:
    """Whether a script that fits what the two events befall has the first as an earlier step than the second."""
    phase, deed = _phase(a)
    if deed:
        return (phase, *_phase(b)) == ("begin", "end", deed) or bool(
            phase == "begin" and b["once"] and b["predicate"] in _list("endings")
        )
    things = thing_of(a) | thing_of(b)
    for script in _scripts().get((a["predicate"], b["predicate"]), ()):
        kind = script.get("class")
        if kind and not things & frozenset(lexicon("events")["classes"][kind]):
            continue
        doers = words_of(a, "subject") & words_of(b, "subject")
        if not script.get("one_doer") or (_named_doer(a, b) if script.get("named") else doers):
            return True
    return False


def _phase(row: Row) -> tuple[str, str]:
    """The phase and the deed of an event that tells how something began or ended: "begin drive"."""
    phase, _, deed = row["predicate"].partition(" ")
    return (phase, deed) if phase in ("begin", "end") and deed else ("", "")


def _is_running(row: Row) -> bool:
    return bool(_phase(row)[1])


def _one_doer(a: Row, b: Row) -> bool:
    """Whether a script of what somebody does before he dies fits the two, whatever it is done to."""
    scripts = (
        *_scripts().get((a["predicate"], b["predicate"]), ()),
        *_scripts().get((b["predicate"], a["predicate"]), ()),
    )
    return any(script.get("named") for script in scripts) and _named_doer(a, b)


def _named_doer(a: Row, b: Row) -> bool:
    """Whether two events are told of one person, who is named in full, or of a couple and one of the two.

    "The Anton Krug Orchestra" and "Anton Krug junior" are not Anton Krug.
    """
    doers, others = (words_of(row, "subject") - frozenset(lexicon("entities")["people"]) for row in (a, b))
    one = doers == others or "couple" in doers ^ others
    return one and len(doers & others) > 1


@cache
def _scripts() -> Mapping[tuple[str, str], tuple[Mapping[str, Any], ...]]:
    """The scripts of `rules/lexicon/events.toml` by every pair of an earlier and a later step of theirs."""
    found: dict[tuple[str, str], tuple[Mapping[str, Any], ...]] = {}
    for script in lexicon("events")["script"]:
        for number, step in enumerate(script["steps"]):
            for pair in ((one, later) for one in step for rest in script["steps"][number + 1 :] for later in rest):
                found[pair] = (*found.get(pair, ()), script)
    return found


def kept_apart(a: Row, b: Row) -> bool:
    """Whether the two say themselves that they speak of different things."""
    if a["contrast"] or b["contrast"] or a["modality"] != b["modality"]:
        return True
    if a["attribution"] and b["attribution"] and a["attribution"] != b["attribution"]:
        return True
    return have_nothing_in_common(a, b, "place") or have_nothing_in_common(a, b, "group")


def _one_thing(a: Row, b: Row) -> float:
    """How far the two befall one thing; the later mention of a thing that the reader knows is definite."""
    later = a if a["start"] > b["start"] else b
    one_sentence = a["sentence_number"] == b["sentence_number"]
    if not later["definite"] and not one_sentence and "negated" not in (a["polarity"], b["polarity"]):
        return NEVER
    if ANYBODY in thing_of(a) | thing_of(b):
        counted = "person" in thing_of(a) | thing_of(b)  # "three people died" is compared as a figure
        known = shared_beside(a, b) and a["predicate"] in _list("of_people") and not counted
        return _KIND_OF_THING if known else NEVER
    if _is_named_late(a, b) or _is_named_late(b, a):
        return NEVER
    best = likeness(thing_of(a), thing_of(b), later)
    one_object = bool(a["object"]) != bool(b["object"])
    if best == NEVER and one_object and a["predicate"] == b["predicate"]:  # "it was sold", "the council sold it"
        best = likeness(words_of(a, "subject"), words_of(b, "subject"), later)
    return best


def thing_of(row: Row) -> frozenset[str]:
    """What an event befalls: its object, or its subject where it has none or is the one to whom it happens."""
    first, second = ("subject", "object") if row["predicate"] in _list("of_subject") else ("object", "subject")
    return words_of(row, first) or words_of(row, second)


def likeness(thing: frozenset[str], other: frozenset[str], later: Row) -> float:
    if not thing or not other:
        return NEVER
    known = _KNOWN_THING if later["definite"] else 0.0
    if thing == other:
        return _SAME_THING + known
    if thing <= other or other <= thing:
        return _SAME_NAME + known
    shared = kinds(thing) & kinds(other)
    if shared and not (_own(thing, shared) and _own(other, shared)):
        return _KIND_OF_THING + known
    return NEVER


def _is_named_late(a: Row, b: Row) -> bool:
    """Whether `a` speaks of a thing of a kind ("the hall") and `b`, further down, of one by a name of its own.

    "The hall was built in 1872. The Corn Hall was built in 1875": whoever goes on about one thing names it first.
    """
    bare, named = thing_of(a), thing_of(b)
    if a["predicate"] != b["predicate"] and a["predicate"] in _list("of_people"):
        return False  # "Lyle died", and later "the couple moved": he is named again among others
    affirmed = a["polarity"] == b["polarity"] == "affirmed"
    said_first = affirmed and a["start"] < b["start"] and bool(bare) and bare < named
    return said_first and not (named - bare) <= words_of(b, "topic") and not have_nothing_in_common(a, b, "subject")


def _own(words: frozenset[str], shared: frozenset[str]) -> frozenset[str]:
    """The words by which a thing is told from others of its kinds: "arden" of "arden corridor"."""
    return frozenset(word for word in words if not shared.intersection(_kinds().get(word, ())))


def kinds(words: frozenset[str]) -> frozenset[str]:
    """The lines of `rules/lexicon/events.toml` [things] that a thing's words stand in."""
    return frozenset(kind for word in words for kind in _kinds().get(word, ()))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in lexicon("events")["things"].items():
        for word in words:
            found[word] = (*found.get(word, ()), kind)
    return found


@cache
def _list(name: str) -> frozenset[str]:
    """A word list of `rules/lexicon/events.toml`."""
    return frozenset(lexicon("events")["words"][name])


def _others(a: Row, b: Row) -> float:
    """How far the other participants are the same, those who act or what is acted upon, where both events name them."""
    column = "object" if a["predicate"] in _list("of_subject") else "subject"
    one, other = words_of(a, column), words_of(b, column)
    if not (a["object"] and b["object"] and one and other):
        return 0.0
    return _SAME_ACTOR if one & other else NEVER


def _beside(a: Row, b: Row) -> float:
    place = _SAME_PLACE if a["place"] and words_of(a, "place") & words_of(b, "place") else 0.0
    return place + _SHARED_WORD * min(_SHARED_WORDS, len(shared_beside(a, b)))


def shared_beside(a: Row, b: Row) -> frozenset[str]:
    """Words that both clauses have besides the event and the thing itself."""
    own = words_of(a, "object") | words_of(a, "subject") | words_of(b, "object") | words_of(b, "subject")
    return (words_of(a, "terms") & words_of(b, "terms")) - own - {a["predicate"], b["predicate"]}


def _beside_things(a: Row, b: Row) -> bool:
    """Whether each clause names another thing beside the people: "died on the dam", "were killed on the railway"."""
    beside = [words_of(row, "terms") - words_of(row, "object") - words_of(row, "subject") for row in (a, b)]
    named = [frozenset(word for word in words if word in _kinds()) for words in beside]
    return all(named) and not (named[0] & named[1] or kinds(named[0]) & kinds(named[1]))


def _objects_fit(denied: Row, affirmed: Row) -> bool:
    """Whether a denial covers what is affirmed: one without an object covers any, one with an object that object."""
    return bool(affirmed["object"]) or not denied["object"] or not denied["subject"]


def _mirrored(a: Row, b: Row) -> bool:
    """Whether one clause repeats the other nearly word by word, so that nothing but its subject can differ."""
    terms, other = words_of(a, "terms"), words_of(b, "terms")
    if any(have_nothing_in_common(a, b, column) for column in ("subject", "object", "names")):
        return False
    shared: frozenset[str] = terms & other
    said = max(len(terms - words_of(a, "subject")), len(other - words_of(b, "subject")))
    return len(shared) >= _MIRRORED and len(shared) >= _MOST_OF_A_CLAUSE * said


def _same_state(denied: Row, affirmed: Row) -> bool:
    """Whether the one state denies the other: "no driver is exempt from the toll", "drivers with a badge are exempt".

    Of the past only where more than the state itself is the same: who was not ready may have been ready later.
    """
    if denied["tense"] != affirmed["tense"] or denied["contrast"] or affirmed["contrast"]:
        return False
    if denied["modality"] != affirmed["modality"] or not _covered(denied, affirmed):
        return False
    if bool(denied["object"]) > bool(affirmed["object"]) or have_nothing_in_common(denied, affirmed, "object"):
        return False
    dated = [row["date_start"] == row["date_start"] for row in (denied, affirmed)]  # NaT differs from itself
    return dated[0] == dated[1] and (denied["tense"] == "present" or bool(words_of(denied, "object")))


def _limits_fit(denied: Row, affirmed: Row) -> bool:
    """Whether both sides are bounded by the same words; "has never visited" is bounded by none."""
    own, other = words_of(denied, "limits") - {BEFORE}, words_of(affirmed, "limits") - {BEFORE}
    if EVER in own:
        return own <= {EVER, BY_SOMEBODY} and not other & {"nearly", "almost"}
    return (own ^ other) <= {BY_SOMEBODY}


def _covered(denied: Row, affirmed: Row) -> bool:
    """Whether both speak of one subject, and the affirmed clause says all that the denied one says besides."""
    named = bool(denied["subject"]) and denied["subject"] == affirmed["subject"]
    return named and words_of(denied, "terms") <= words_of(affirmed, "terms") | words_of(affirmed, "object")


def _tenses_fit(denied: Row, affirmed: Row) -> bool:
    """Whether both speak of the past, or both of what holds now and of the same two things.

    What is denied in general ("they do not provide context") is seldom the same as what is said of others in general.
    """
    if denied["tense"] != "present":
        return bool(affirmed["tense"] != "present")
    named = bool(denied["subject"]) and denied["subject"] == affirmed["subject"]
    return bool(affirmed["tense"] == "present" and named and denied["object"] == affirmed["object"])
