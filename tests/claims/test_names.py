"""Whom a claim is about: full names, bodies meant by their kind, pronouns, ages and figures that belong together."""

from __future__ import annotations

import pytest

from checker.articles import read_article
from checker.claims.extract import extract
from checker.claims.names import FullNames
from checker.claims.pronouns import resolve_pronouns
from checker.claims.reading import BlockReading, read_blocks


def readings(text: str) -> list[BlockReading]:
    return read_blocks(read_article(text, "article.md", None))


def pronouns(text: str) -> list[tuple[str, str]]:
    """The settled pronouns of an article, in order, with what they stand for."""
    blocks = readings(text)
    settled = resolve_pronouns(blocks, FullNames(blocks))
    return [
        (block.parse.tokens[index].text, said)
        for block in blocks
        for index, said in sorted(settled.get(id(block.parse), {}).items())
    ]


def column(text: str, name: str) -> dict[str, object]:
    """A column of every figure of an article, by the figure's words."""
    claims = extract(read_article(text, "article.md", None)).claims
    rows = claims[claims["kind"] == "quantity"]
    return dict(zip(rows["text"], rows[name], strict=True))


@pytest.mark.parametrize(
    "text, short, full",
    [
        ("Daniel Marsden spoke. Marsden left.", "marsden", "daniel marsden"),
        ("Daniel Marsden and Anna Marsden spoke. Marsden left.", "marsden", "marsden"),
        ("The Corran Harbour Authority (CHA) has 40 staff.", "cha", "authority corran harbour"),
        ("The CHA (Corran Harbour Authority) has 40 staff.", "cha", "authority corran harbour"),
        ("The North Esk Rowing Club (XYZ) has 40 members.", "xyz", "xyz"),
    ],
)
def test_short_names_that_can_mean_one_full_name_only(text: str, short: str, full: str) -> None:
    assert FullNames(readings(text)).full(short) == full


@pytest.mark.parametrize(
    "text, kind, name",
    [
        ("Greenline, a waste firm, has 40 lorries.", "firm", "greenline"),
        ("Greenline, a waste firm, and Halvard, a firm from Kiel, have 40 lorries.", "firm", ""),
        ("NATO has 32 members.", "alliance", "nato"),
        ("The accord has 32 members.", "alliance", ""),
        ("Greenline has 40 lorries.", "firm", ""),
    ],
)
def test_bodies_meant_by_their_kind(text: str, kind: str, name: str) -> None:
    assert FullNames(readings(text)).of_kind(kind) == name


@pytest.mark.parametrize(
    "text, expected",
    [
        # people
        ("Anna Holt won. She had trained for years.", [("She", "anna holt")]),
        ("Anna Holt won. Nobody knew why. She had trained for years.", [("She", "anna holt")]),
        ("Mr Marsden met Ms Holt. She left early.", [("She", "holt")]),
        ("Mr Daniel Marsden met Dr Anna Holt. She left early.", [("She", "anna holt")]),
        ("Daniel Marsden met Anna Holt. She left early.", []),
        (
            "Anna Holt won. She thanked Daniel Marsden. She has two medals.",
            [("She", "anna holt"), ("She", "anna holt")],
        ),
        ("The judge, Anna Holt, told the driver that he was careless.", []),
        # things
        ("The bridge opened in 1998. It carries 300 lorries.", [("It", "bridge")]),
        ("The bridge opened in 1998 and it carries 300 lorries.", [("it", "bridge")]),
        ("Waits vary. They can be up to 26 weeks.", [("They", "wait")]),
        ("The council approved the bridge. It carries 300 lorries.", []),
        ("Construction of the bridge began. It carries 300 lorries.", []),
        ("The bridge opened. They carry 300 lorries.", []),
        ("The bridges opened. It carries 300 lorries.", []),
        ("The bridge opened. It is said that 300 people came.", []),
        ("The bridge opened. It rained.", []),
        ("The director said so. It was a good year.", []),
    ],
)
def test_pronouns_are_settled_by_grammar_or_not_at_all(text: str, expected: list[tuple[str, str]]) -> None:
    assert pronouns(text) == expected


def test_an_answer_goes_on_with_the_subject_of_its_question() -> None:
    text = (
        "# Questions\n\n## How long is the canal?\n\nIt is 19 km long.\n\n## Who paid for the canal?\n\nThe county.\n"
    )
    assert pronouns(text) == [("It", "canal")]


def test_names_and_pronouns_agree_in_the_table() -> None:
    text = "Daniel Marsden owns 40 lorries. Marsden employs 90 drivers. He has three sons."
    assert set(column(text, "subject").values()) == {"daniel marsden"}


def test_the_alliance_is_the_one_that_is_named() -> None:
    text = "NATO has 32 members. The alliance has 40 bases. A new alliance has five members."
    assert list(column(text, "subject").values())[:2] == ["nato", "nato"]
    assert list(column(text, "subject").values())[2] != "nato"


@pytest.mark.parametrize(
    "text, age, subject",
    [
        ("Duncan Meikle, 58, was at the wheel.", "58", "duncan meikle"),
        ("Anna Holt, a 34-year-old teacher, won.", "34-year-old", "anna holt"),
        ("A girl aged 7 fell.", "7", "girl"),
        ("Anna Holt won. She was 45 years old.", "45 years old", "anna holt"),
        ("The castle is 300 years old.", "300 years old", "castle"),
    ],
)
def test_ages_are_those_of_the_person_beside_them(text: str, age: str, subject: str) -> None:
    assert column(text, "measure")[age] == "age"
    assert column(text, "subject")[age] == subject


def test_a_conversion_is_about_what_it_converts() -> None:
    text = "In 2019 the glacier withdrew by 41 metres (135 feet)."
    for name in ("measure", "subject", "date_start", "date_source", "terms"):
        values = column(text, name)
        assert values["41 metres"] == values["135 feet"], name


def test_the_levels_of_a_change_have_one_measure() -> None:
    measures = column("Sales of bicycles rose by 4%, from £75m to £78m.", "measure")
    assert len({measures["£75m"], measures["£78m"]}) == 1
    assert measures["£78m"]


_TITLED = "---\ntitle: {title}\n---\n\n{text}\n"


@pytest.mark.parametrize(
    "title, text, expected",
    [
        ("Alder Mill", "It has 40 looms. Alder Mill is a museum.", [("It", "alder mill")]),
        ("Alder Mill", "It is said that Alder Mill has 40 looms.", []),
        ("Alder Mill to reopen", "It has 40 looms. Alder Mill is a museum.", []),
        ("Alder Mill", "It has 40 looms. The old mill is a museum.", []),
        ("Clara Hume", "She has written 40 novels. Clara Hume lives in Leith.", [("She", "clara hume")]),
    ],
)
def test_a_paragraph_goes_on_with_the_name_that_is_the_title(
    title: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert pronouns(_TITLED.format(title=title, text=text)) == expected


@pytest.mark.parametrize(
    "text, subject",
    [
        ("Quiet Harbour was shown in May. The film took 40 weeks.", "film harbour quiet"),
        ("Quiet Harbour was shown in May. A film beside it ran too. The film took 40 weeks.", "film"),
        ("Quiet Harbour was shown in May. The old film took 40 weeks.", "film"),
    ],
)
def test_a_bare_kind_is_what_the_title_names(text: str, subject: str) -> None:
    assert column(_TITLED.format(title="Quiet Harbour", text=text), "subject")["40 weeks"] == subject


@pytest.mark.parametrize(
    "text, name, full",
    [
        ("Anna Berta Krug, a painter, came. Anna Krug left.", "anna krug", "anna berta krug"),
        ("Anna Berta Krug, a painter, came. Emil Krug left.", "krug", "krug"),
        ("Anna Krug, a painter, came. The painter Anna Krug left.", "anna krug painter", "anna krug"),
    ],
)
def test_a_person_named_at_length_and_in_short(text: str, name: str, full: str) -> None:
    assert FullNames(readings(text)).full(name) == full
