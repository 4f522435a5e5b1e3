"""Phrases that a rule leaves alone."""

import pytest

from checker.judge.allowed import allowed
from checker.judge.finding import Finding, Location, Severity


@pytest.mark.parametrize(
    ("quote", "phrases", "expected"),
    [
        ("Several weeks", ["several weeks"], True),
        ("after several\n  weeks,", ["several weeks"], True),
        ("the council’s plan", ["council's plan"], True),
        ("several weekslong", ["several weeks"], False),
        ("many", ["several", "many"], True),
        ("many", [], False),
        ("C++ (new)", ["c++"], True),
    ],
)
def test_allowed(quote: str, phrases: list[str], expected: bool) -> None:
    place = Location(0, len(quote), 1, 1, 1, 1, quote)
    finding = Finding("r", "p", Severity.NOTE, "", "0", (Location(0, 1, 1, 1, 1, 1, "x"), place))
    assert allowed(finding, phrases) is expected
