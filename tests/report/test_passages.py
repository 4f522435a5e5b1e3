"""Source offsets lead back to the text that was read from them."""

import pytest

from checker.articles import read_article
from checker.output.report.passages import Passages

TEXT = """# A &amp; B

The **new** tram
cost &pound;48m; see [the *plan*](https://example.org/plan).

- one
- two 🚋 €3
"""


def test_every_character_leads_back_to_itself() -> None:
    article = read_article(TEXT, "tram.md", None)
    passages = Passages(article)
    for block in article.blocks:
        for offset in range(len(block.text)):
            start, end = block.source.span(offset, offset + 1)
            (passage,) = passages.find(start, end)
            assert passage.block is block
            assert passage.start <= offset < passage.end


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("&amp;", "&"),
        ("**new** tram\ncost", "new tram cost"),
        ("&pound;48m", "£48m"),
        ("the *plan*", "the plan"),
        ("🚋 €3", "🚋 €3"),
    ],
)
def test_stretches(source: str, read: str) -> None:
    start = TEXT.index(source)
    (passage,) = Passages(read_article(TEXT, "tram.md", None)).find(start, start + len(source))
    assert passage.block.text[passage.start : passage.end] == read


def test_a_stretch_over_two_blocks() -> None:
    start = TEXT.index("one")
    found = Passages(read_article(TEXT, "tram.md", None)).find(start, TEXT.index("🚋"))
    assert [passage.block.text[passage.start : passage.end] for passage in found] == ["one", "two "]


def test_what_is_not_read_is_not_found() -> None:
    passages = Passages(read_article(TEXT, "tram.md", None))
    start = TEXT.index("https")
    assert passages.find(start, start + 10) == []
    assert Passages(read_article("", "tram.md", None)).find(0, 5) == []
