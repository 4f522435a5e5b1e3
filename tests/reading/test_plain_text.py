"""Plain text: paragraphs, guessed headings and lists."""

import pytest

from checker.articles import read_article
from checker.articles.article import Item

LONG = (
    "The council agreed on Tuesday to spend the money on the flood wall, which will be built next to the old mill " * 2
)


def zones(text: str) -> list[tuple[str, str]]:
    return [(block.zone.value, block.text) for block in read_article(text, "a.txt").blocks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("One sentence only.", [("body", "One sentence only.")]),
        ("= The Mill =\n\n== History ==\nIt was built in 1932.", [("title", "The Mill"), ("heading", "History"),
         ("body", "It was built in 1932.")]),
        ("It opened. = = Later years = = It closed.", [("body", "It opened."), ("heading", "Later years"),
         ("body", "It closed.")]),
        ("Let a = b = c.", [("body", "Let a = b = c.")]),
        ("Test x == 5 == y.", [("body", "Test x == 5 == y.")]),
        ("One line without a stop", [("body", "One line without a stop")]),
        ("First part.\r\n\r\nSecond part.\n", [("body", "First part."), ("body", "Second part.")]),
        ("A wrapped\nparagraph of text that\ngoes on here.", [("body",
         "A wrapped paragraph of text that goes on here.")]),
        ("A headline of the usual sort\n\nThen the text.", [("title", "A headline of the usual sort"), ("body",
         "Then the text.")]),
        ("\ufeffHEAD\n\nText here.\n\n* * *\n\nMore here.", [("title", "HEAD"), ("body", "Text here."), ("body",
         "More here.")]),
        (
            "Text to begin with.\n\nA Short Heading\n\nMore text.\n\nTHE END OF IT\n\nMore.",
            [("body", "Text to begin with."), ("heading", "A Short Heading"), ("body", "More text."),
             ("heading", "THE END OF IT"), ("body", "More.")],
        ),
        (
            "Text to begin with.\n\nWhat the council decided\n\nIt decided to spend the money on a wall by the river.",
            [("body", "Text to begin with."), ("heading", "What the council decided"),
             ("body", "It decided to spend the money on a wall by the river.")],
        ),
        ("Text to begin with.\n\nYours sincerely\n\nAna", [("body", "Text to begin with."), ("body",
         "Yours sincerely"), ("body", "Ana")]),
        ("Text.\n\nNot a heading,\n\nbut verse.", [("body", "Text."), ("body", "Not a heading,"), ("body",
         "but verse.")]),
        ("Text.\n\nLast Line In Title Case", [("body", "Text."), ("body", "Last Line In Title Case")]),
        ("OVERVIEW\n" + LONG.strip() + ".", [("title", "OVERVIEW"), ("body", LONG.strip() + ".")]),
        (LONG + "\n" + LONG, [("body", LONG.strip()), ("body", LONG.strip())]),
    ],
)  # fmt: skip
def test_what_a_reader_sees(text: str, expected: list[tuple[str, str]]) -> None:
    assert zones(text) == expected


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Bring:\n\n  • a hat\n  • a coat\n", [("a hat", Item(0, 1, 0, False)), ("a coat", Item(0, 2, 0, False))]),
        ("1. one\n2) two\n10. ten", [("one", Item(0, 1, 0, True)), ("two", Item(0, 2, 0, True)),
         ("ten", Item(0, 3, 0, True))]),
        ("- a\n\n- b", [("a", Item(0, 1, 0, False)), ("b", Item(0, 2, 0, False))]),
        ("- a\n  - b\n- c", [("a", Item(0, 1, 0, False)), ("b", Item(1, 1, 1, False)), ("c", Item(0, 2, 0, False))]),
        ("- a\n\nText.\n\n- b", [("a", Item(0, 1, 0, False)), ("b", Item(1, 1, 0, False))]),
        ("- a long item that\n  goes on here\n- b", [("a long item that goes on here", Item(0, 1, 0, False)),
         ("b", Item(0, 2, 0, False))]),
        ("– he said and left", []),
        ("The cost: -5 degrees", []),
    ],
)  # fmt: skip
def test_lists(text: str, items: list[tuple[str, Item]]) -> None:
    assert [(block.text, block.item) for block in read_article(text, "a.txt").blocks if block.item] == items


def test_sections() -> None:
    article = read_article(f"{LONG}.\n\nThe Next Steps\n\n{LONG}.\n\n• one\n", "a.txt")
    assert [block.section for block in article.blocks] == ["", "", "The Next Steps", "The Next Steps"]
