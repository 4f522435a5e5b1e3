"""Whom a claim is about where it says "Trump", "he", "it" or "the company": names in full, and pronouns resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.claims.canonical import light_words
from checker.claims.clause import Clause, clause_of
from checker.claims.event_arguments import thing_words
from checker.claims.names import FullNames
from checker.claims.pronouns import resolve_pronouns
from checker.claims.reading import BlockReading, Mention
from checker.language.parse import Parse

_LABEL = re.compile(r"\d{1,3}[A-Za-z]?|[A-Z]|one|two|three|four|five|six|seven|eight|nine|ten")
_PERSONS = {"he", "she"}
_LIGHT = {"first", "second", "new", "old"}


def fill_subjects(readings: Sequence[BlockReading], mentions: Iterable[Mention], topic: frozenset[str]) -> None:
    """Brings the subjects and objects of claims to full names, and fills those that are pronouns.

    "trump" becomes "donald trump" where the article has one Trump, "nato" its expansion where the article gives one,
    "alliance" the one alliance that the article names. What could be two things stays as it is. `topic` holds the
    words of the article's title.
    """
    names = FullNames(readings)
    antecedents = resolve_pronouns(readings, names)
    for mention in mentions:
        row, parse = mention.row, mention.reading.parse
        settled = antecedents.get(id(parse), {})
        if mention.arguments is not None:
            _fill_event(mention, names, settled, topic)
            continue
        clause = clause_of(parse, mention.token)
        if clause is None:
            continue
        for column, argument in (("subject", clause.subject), ("object", clause.object)):
            if argument is not None and row[column]:
                row[column] = names.named(row[column], parse, argument)
            elif argument is not None:
                row[column] = settled.get(argument.index, "")
        row["which"] = _which(parse, clause, bool(row["subject"]))
        if clause.subject is not None and clause.subject.pos == "PRON" and row["subject"]:
            _add_terms(row, row["subject"], topic)


def _which(parse: Parse, clause: Clause, known: bool) -> str:
    """What tells the subject from others of its kind: "first" and "upper" before it, "7" and "B" behind it.

    A first and a new one anywhere in the clause, too: its other nouns stand in the terms. Of a pronoun, only its kind
    where it is not `known` whom it stands for.
    """
    subject = clause.subject
    words = {token.lemma for token in map(parse.tokens.__getitem__, parse.subtree(clause.verb.index))} & _LIGHT
    if subject is None:
        return " ".join(sorted(words))
    if subject.pos == "PRON":
        return " ".join(sorted(words | ({subject.lemma} & _PERSONS if not known else set())))
    before = (child for child in parse.children(subject.index, "amod", "compound") if child.pos != "PROPN")
    words |= {child.lemma for child in before if child.index < subject.index}
    behind = parse.tokens[subject.index + 1 : subject.index + 2]
    words |= {token.text.lower() for token in behind if token.head == subject.index and _LABEL.fullmatch(token.text)}
    return " ".join(sorted(words))


def _fill_event(mention: Mention, names: FullNames, settled: Mapping[int, str], topic: frozenset[str]) -> None:
    """The arguments of an event: all that are coordinated, in full, with what a pronoun stands for."""
    row, parse = mention.row, mention.reading.parse
    for column, tokens in zip(("subject", "object"), mention.arguments or (), strict=False):
        known = set()
        for token in tokens:
            said = thing_words(parse, token)
            if names.may_be_several(said, parse, token):
                continue
            meant = settled.get(token.index, "")
            known |= set((meant or (names.named(said, parse, token) if said else "")).split())
        if tokens:
            row[column] = " ".join(sorted(known))
        if tokens and not known and column == "object":
            row["once"] = False  # "she married him": nobody knows whom
    _add_terms(row, f"{row['subject']} {row['object']}", topic)


def _add_terms(row: dict[str, Any], found: str, topic: frozenset[str]) -> None:
    terms = {*row["terms"].split(), *found.split()} - light_words()
    row.update(terms=" ".join(sorted(terms)), topic=" ".join(sorted({*row["topic"].split()} | terms & topic)))
