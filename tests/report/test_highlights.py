"""Overlapping highlights are cut into runs that nest."""

from hypothesis import given
from hypothesis import strategies as st

from checker.judge.finding import Severity
from checker.output.report.highlights import MOST_LEVELS, Highlight, runs

TEXT = "They have met several times, in three towns."


def _highlight(start: int, end: int, number: int, severity: Severity = Severity.NOTE) -> Highlight:
    return Highlight(start, end, number, severity, f"f-{number}", f"m-{number}")


spans = st.lists(
    st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: (min(pair), max(pair))), max_size=8
)


@given(spans)
def test_runs_hold_the_whole_text_and_each_highlight_its_span(marked: list[tuple[int, int]]) -> None:
    found = runs(TEXT, [_highlight(start, end, number) for number, (start, end) in enumerate(marked)])
    assert "".join(run.text for run in found) == TEXT
    for number, (start, end) in enumerate(marked):
        covered = "".join(run.text for run in found if any(bar.number == number for bar in run.bars))
        assert covered == TEXT[start:end]
        anchors = [bar.anchor for run in found for bar in run.bars if bar.number == number and bar.anchor]
        assert anchors == ([f"m-{number}"] if start < end else [])
        assert sum(reference.number == number for run in found for reference in run.ended) == (start < end)


@given(spans)
def test_bars_under_one_text_stand_on_levels_of_their_own(marked: list[tuple[int, int]]) -> None:
    found = runs(TEXT, [_highlight(start, end, number) for number, (start, end) in enumerate(marked)])
    enough = max((len(run.bars) for run in found), default=0) <= MOST_LEVELS
    for run in found:
        levels = [bar.level for bar in run.bars]
        assert levels == sorted(levels, reverse=True)
        assert all(0 <= level < MOST_LEVELS for level in levels)
        assert not enough or len(set(levels)) == len(levels)


def test_a_short_highlight_within_a_long_one() -> None:
    before, inner, after = runs("Several, on two floors.", [_highlight(0, 23, 1), _highlight(9, 15, 2, Severity.ERROR)])
    assert [bar.number for bar in before.bars] == [1]
    assert [(bar.number, bar.level) for bar in inner.bars] == [(1, 1), (2, 0)]
    assert (inner.card, inner.severity) == ("f-2", Severity.ERROR)
    assert [reference.number for reference in inner.ended] == [2]
    assert [reference.number for reference in after.ended] == [1]


def test_one_finding_that_names_a_part_of_its_own_quote_is_numbered_once() -> None:
    found = runs("Tuesday 9 March", [_highlight(0, 7, 1), _highlight(0, 15, 1)])
    assert [[reference.number for reference in run.ended] for run in found] == [[], [1]]


def test_text_without_highlights_is_one_run() -> None:
    assert [run.text for run in runs("Plain.", [])] == ["Plain."]
    assert runs("", []) == ()
