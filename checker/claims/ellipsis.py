"""Ellipsis: figures that leave out the noun they count, because the one before named it ("27 were in favour")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.claims.reading import Mention

_COUNTING_UNITS = ("count", "percent", "fraction")


def with_elided_nouns(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The quantity mentions of one block, in order of position, each elided noun filled from the figure before it.

    What a figure without a noun counts is mostly a part of what was counted before: such a row is marked as a contrast.
    Shares told one after the other are of what their own verbs say: "62% mentioned charity".
    """
    counted = ""
    for mention in mentions:
        row = mention.row
        if row["unit"] in _COUNTING_UNITS and not row["measure"]:
            told = row["unit"] != "count" and row["predicate"] not in _SILENT and _is_subject(mention)
            if measure := row["predicate"] if told else counted:
                terms = {*row["terms"].split(), *counted.split()}
                row.update(measure=measure, contrast=True, terms=" ".join(sorted(terms)))
        elif row["unit"] == "count" and row["measure"]:
            if mention.token != _figure(mention):
                counted = row["measure"]
            elif counted and _is_verb(mention):  # "it stopped 12": no noun behind the figure
                terms = {*row["terms"].split(), counted}
                row.update(measure=counted, contrast=True, terms=" ".join(sorted(terms)))
        yield mention


_SILENT = {"be", "have", "hold", "do"}


def _is_verb(mention: Mention) -> bool:
    """Whether the measure of a mention is a verb of its sentence."""
    parse = mention.reading.parse
    first, last = parse.sentences[parse.sentence_of(mention.token)]
    return any(t.pos == "VERB" and t.lemma == mention.row["measure"] for t in parse.tokens[first:last])


def _is_subject(mention: Mention) -> bool:
    return mention.reading.parse.tokens[_figure(mention)].dependency in ("nsubj", "nsubjpass")


def _figure(mention: Mention) -> int:
    """The token that the mention's figure starts with; the same as its head where no noun is named."""
    assert mention.source is not None
    return mention.reading.parse.token_at(mention.source.end - 1)
