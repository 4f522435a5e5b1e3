"""Quotes in context: what differs, what is shown together, what is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.judge.finding import Severity
from checker.output.place import Places
from checker.output.report.cards import cards
from checker.output.report.differences import differences
from checker.output.report.excerpts import CONTEXT, LONGEST_QUOTE, Excerpt
from checker.output.report.passages import Passages
from checker.pipeline import Report
from tests.report.examples import reviewed


def _excerpts(text: str, *quotes: str) -> tuple[Excerpt, ...]:
    report = reviewed(text, ((quotes, "conflicting-quantity", Severity.ERROR),), ())
    return _cards(report)[0].excerpts


def _cards(report: Report) -> tuple:
    return cards(report, Passages(report.article), Places(report.article))


def _shown(excerpt: Excerpt) -> str:
    marked = (f"[{part.text}]" if part.quoted else part.text for part in excerpt.parts)
    return "".join(marked)


@pytest.mark.parametrize(
    ("first", "second", "differing"),
    [
        ("14,000 visitors", "12,500 visitors", (["14,000"], ["12,500"])),
        ("a temporary ceasefire in May", "a permanent ceasefire", (["temporary", "in May"], ["permanent"])),
        ("opened in 2019.", "Opened in 2019", ([], [])),
        ("six stations", "North Park", ([], [])),
        ("", "9 March", ([], [])),
    ],
)
def test_differing_words(first: str, second: str, differing: tuple[list[str], list[str]]) -> None:
    found = differences(first, second)
    assert tuple([words.text for words in side if words.differs] for side in found) == differing


@given(st.text(max_size=60), st.text(max_size=60))
def test_differing_words_keep_the_quotes(first: str, second: str) -> None:
    found = differences(first, second)
    assert ["".join(words.text for words in side) for side in found] == [first, second]


def test_two_places_make_two_excerpts_with_the_differing_words_marked() -> None:
    text = "# Tram\n\nIt carried 14,000 riders.\n\nLater it rained. In all it carried 12,500 riders. Then it stopped.\n"
    first, second = _excerpts(text, "14,000 riders", "12,500 riders")
    assert [_shown(first), _shown(second)] == [
        "It carried [14,000][ riders].",
        "In all it carried [12,500][ riders].",
    ]
    assert [part.text for part in second.parts if part.differs] == ["12,500"]
    assert (first.line, second.line) == (3, 5)
    assert first.anchor == "m-0000000000000001-0"


def test_near_places_share_an_excerpt() -> None:
    (shared,) = _excerpts("By car came 46%, by bus 31% and on foot 33% of them. All answered.", "46%", "31%", "33%")
    assert _shown(shared) == "By car came [46%], by bus [31%] and on foot [33%] of them."
    assert shared.label == "about 46%, about 31%, about 33%"


def test_a_place_within_another_is_shown_once() -> None:
    (shared,) = _excerpts("It opened on Tuesday 9 March 2026.", "Tuesday", "Tuesday 9 March 2026")
    assert _shown(shared) == "It opened on [Tuesday 9 March 2026]."


def test_far_places_of_one_paragraph_stand_apart() -> None:
    filler = "The rest of the day was as dull as any. " * 8
    assert len(_excerpts(f"It drew 900 people. {filler}It drew 700 people.", "900 people", "700 people")) == 2


def test_context_ends_between_words() -> None:
    (one,) = _excerpts(f"{'word ' * 100}nine rooms {'word ' * 100}", "nine rooms")
    before, after = one.parts[0].text, one.parts[-1].text
    assert before.startswith("…word ") and after.endswith(" word…")
    assert max(len(before), len(after)) <= CONTEXT + 2


def test_a_long_quote_is_cut() -> None:
    quote = "word " * 200 + "end"
    (one,) = _excerpts(quote, quote)
    assert len(_shown(one)) <= LONGEST_QUOTE + 3


def test_a_place_that_no_reader_sees_is_quoted_from_the_source() -> None:
    (one,) = _excerpts("<!-- draft of May -->\n\nText.", "draft of May")
    assert _shown(one) == "[draft of May]"
    assert one.anchor == ""
