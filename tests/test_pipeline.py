"""The public API: one article, many articles, the day they are read, exact places."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker.claims.table import COLUMNS, FRAME_COLUMNS
from checker.errors import ArticleError
from checker.output.json import article

FAULT = "The tram line opened on Tuesday 9 March 2026."  # it was a Monday
DAY = dt.date(2026, 3, 16)


def test_report() -> None:
    report = checker.check(f"---\ndate: 2026-03-16\n---\n\n{FAULT}\n", path="tram.md")
    assert (report.path, report.published, report.updated, report.as_of) == ("tram.md", DAY, None, DAY)
    assert list(report.claims) == list(COLUMNS)
    assert list(report.frames) == list(FRAME_COLUMNS)
    assert [(finding.rule, finding.pack, finding.severity.value) for finding in report.findings] == [
        ("weekday-mismatch", "contradiction", "error")
    ]
    places = report.findings[0].locations
    assert [report.article.text[place.start : place.end] for place in places] == [place.quote for place in places]
    assert (places[0].line, places[0].column) == (5, 25)


@pytest.mark.parametrize(
    ("front_matter", "text", "given", "expected"),
    [
        ("date: 2024-05-06", "It rained.", {}, dt.date(2024, 5, 6)),
        ("date: 2024-05-06\nlastmod: 2025-01-02", "It rained.", {}, dt.date(2025, 1, 2)),
        ("date: 2024-05-06", "As of March 2023 it had rained.", {}, dt.date(2024, 5, 6)),
        ("date: 2024-05-06", "It rained.", {"as_of": DAY}, DAY),
        ("date: 2024-05-06", "It rained.", {"published": DAY}, dt.date(2024, 5, 6)),  # the article's own word counts
        ("", "It rained.", {"published": DAY}, DAY),
        ("", "As of March 2023 it had rained. As of 2021 it had not.", {}, dt.date(2023, 3, 1)),
        ("", "It rained in 2023.", {}, None),  # never today
    ],
)
def test_as_of(front_matter: str, text: str, given: dict[str, dt.date], expected: dt.date | None) -> None:
    header = f"---\n{front_matter}\n---\n" if front_matter else ""
    assert checker.check(f"{header}\n{text}\n", **given).as_of == expected  # type: ignore[arg-type]


def test_rules_can_be_chosen() -> None:
    rules = checker.load_rules()
    assert checker.check(FAULT, rules=[]).findings == ()
    assert checker.check(FAULT, rules=[rule for rule in rules if rule.id == "weekday-mismatch"]).findings


def test_many_articles_stream() -> None:
    @dataclass
    class Archived:
        path: str
        text: str
        published: dt.date | None = None

    def articles() -> Iterator[tuple[str, str] | Archived]:
        yield "a.md", FAULT
        yield Archived("b.txt", "It rained.", DAY)
        raise AssertionError("the third article was asked for too early")

    reports = checker.check_many(articles(), published=dt.date(2020, 1, 1))
    first, second = next(reports), next(reports)
    assert (first.path, first.published, len(first.findings)) == ("a.md", dt.date(2020, 1, 1), 1)
    assert (second.path, second.published, len(second.findings)) == ("b.txt", DAY, 0)


@settings(deadline=None, max_examples=25)
@given(
    st.text(st.sampled_from("aé日🙂“ ”\u0301\t"), max_size=20),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["a.md", "a.html", "a.txt"]),
)
def test_quotes_are_exact(before: str, line_break: str, mark: str, path: str) -> None:
    bold = "<b>2026</b>" if path == "a.html" else "**2026**" if path == "a.md" else "2026"
    lines = [mark + before, "", FAULT.replace("2026", bold), "", "It was free."]
    text = line_break.join(lines)
    for finding in checker.check(text, path=path).findings:
        for place in finding.locations:
            assert text[place.start : place.end] == place.quote
            until = text[: place.start].replace("\r\n", "\n").replace("\r", "\n")
            assert place.line == until.count("\n") + 1
            assert place.column == len(until.rsplit("\n", 1)[-1]) + 1


def test_the_same_article_gives_the_same_report() -> None:
    text = f"{FAULT} Some 500 people came. About 700 people came to the opening of the tram line."
    assert article(checker.check(text)) == article(checker.check(text))


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("text", ["", "\ufeff", "\n", "\x00", "#", "---", "<", "2026", "\ud800", "|a|\n|-|\n"])
def test_nothing_much_is_no_error(text: str, path: str) -> None:
    assert checker.check(text, path=path).findings == ()


def test_a_paragraph_too_long_to_parse_is_refused_with_its_line() -> None:
    text = f"{FAULT}\n\n{'word ' * 110_000}\n"
    with pytest.raises(
        ArticleError, match=r"a\.md: the paragraph in line 3 has 549,999 characters; 500,000 are the most"
    ):
        checker.check(text, "a.md")
