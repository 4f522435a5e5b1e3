"""What an editor sees in a terminal."""

import re
from collections.abc import Callable

import pytest

from checker.judge.finding import Severity
from checker.output.terminal import Style, width
from checker.output.text import concise, text
from checker.pipeline import Report

ARTICLE = """# Tram opens

The tram carried 14,000 riders in its first week.

# Questions

By Sunday 12,500 riders had used it.
"""


def test_both_sides_are_quoted_in_place(make_report: Callable[..., Report]) -> None:
    report = make_report(ARTICLE, ("14,000 riders", "12,500 riders"), labels=("14,000 riders", "12,500 riders"))
    assert (
        text(report, Style())
        == """\
article.md:3:18: error conflicting-quantity  14,000 riders and 12,500 riders disagree
  |
3 | The tram carried 14,000 riders in its first week.
  |                  ^^^^^^^^^^^^^ (1) 14,000 riders  [Tram opens]
7 | By Sunday 12,500 riders had used it.
  |           ^^^^^^^^^^^^^ (2) 12,500 riders  [Questions]
  = why:  Both give riders for one week.
  = do:   Correct one, or say what changed.
  = id:   0123456789abcdef   subeditor explain conflicting-quantity

"""
    )


def test_marks_of_one_line_share_it(make_report: Callable[..., Report]) -> None:
    report = make_report("Of riders, 46% came by car, 31% by bus.", ("46%", "31%"), labels=("46 percent", "31 percent"))
    assert """\
1 | Of riders, 46% came by car, 31% by bus.
  |            ^^^ (1)          ^^^ (2)
  | (1) 46 percent, (2) 31 percent
""" in text(report, Style())


@pytest.mark.parametrize("columns", [40, 60, 100, 200])
def test_no_excerpt_is_wider_than_the_terminal(make_report: Callable[..., Report], columns: int) -> None:
    line = "word " * 90 + "14,000 riders " + "word " * 300 + "12,500 riders " + "word " * 90
    report = make_report(f"# {line}\n\n{line}", ("14,000 riders", "12,500 riders"), labels=("x " * 60, "y"))
    shown = text(report, Style(columns)).splitlines()
    assert max(width(row) for row in shown if " | " in row) <= columns
    assert sum("14,000 riders" in row for row in shown) == 2  # headline and excerpt


def test_a_quote_over_several_lines_is_marked_to_the_end_of_the_first(make_report: Callable[..., Report]) -> None:
    shown = text(make_report("It carried 14,000\r\nriders.", ("14,000\r\nriders",)), Style())
    assert "1 | It carried 14,000\n  |            ^^^^^^\n" in shown


def test_article_text_cannot_steer_the_terminal(make_report: Callable[..., Report]) -> None:
    report = make_report("It cost \x1b]0;x\x07 £5m\u202e.", ("\x1b]0;x\x07 £5m",), path="a\x1b[2J.md")
    assert "\x1b" not in text(report, Style()) + concise(report, Style())
    assert "\u202e" not in text(report, Style())


def test_concise_names_every_side(make_report: Callable[..., Report]) -> None:
    report = make_report(ARTICLE, ("14,000 riders", "12,500 riders"), ("Sunday",), severity=Severity.WARNING)
    assert concise(report, Style()).splitlines() == [
        "article.md:3:18: warning conflicting-quantity 14,000 riders and 12,500 riders disagree [article.md:7:11]",
        "article.md:7:4: warning conflicting-quantity Sunday and Sunday disagree",
    ]


def test_nothing_found_is_nothing_shown(make_report: Callable[..., Report]) -> None:
    assert text(make_report(ARTICLE), Style()) == concise(make_report(ARTICLE), Style()) == ""


def test_colour_changes_no_word(make_report: Callable[..., Report]) -> None:
    report = make_report(ARTICLE, ("14,000 riders", "12,500 riders"))
    coloured = text(report, Style(color=True))
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[\d;]+m", "", coloured) == text(report, Style())


def test_a_line_of_megabytes_is_shown_in_a_moment(make_report: Callable[..., Report]) -> None:
    line = "a" * 5_000_000 + " 14,000 riders " + "b" * 5_000_000
    shown = text(make_report(line, ("14,000 riders",)), Style())
    assert max(map(len, shown.splitlines())) <= 100
