"""Findings of whole articles keep their fingerprints through every edit that leaves what they say alone."""

import re
import textwrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker

SECTIONS = (
    "# The Marn bridge\n",
    "## History\n\nThe Marn bridge opened on Monday 4 May 1974. It's 412 metres long, and the town's \"pride\".\n",
    "## Traffic\n\nThe Marn bridge opened in 1981. Experts expect more lorries.\n",
    "## Staff\n\nThe council employs three guards: Ann Hale, Bea Lund, Cass Mori and Dan Oak. Many of them are new.\n",
)
MORE = "## Weather\n\nIt rains a good deal here, and nobody minds.\n"


def inserted(text: str) -> str:
    return text.replace("## Traffic", f"{MORE}\n## Traffic").replace(
        "# The Marn bridge\n", "# The Marn bridge\n\nRead on.\n"
    )


def moved(text: str) -> str:
    head, *sections = re.split(r"(?m)^(?=## )", text)
    return "\n".join([head, *reversed(sections)])


def rewrapped(text: str) -> str:
    paragraphs = re.split(r"\n\s*\n", text)
    return "\n\n".join(one if one.startswith("#") else textwrap.fill(one, 40) for one in paragraphs) + "\n"


def with_crlf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def curly(text: str) -> str:
    return re.sub(r'"([^"]*)"', "“\\1”", text).replace("'", "’")


HARMLESS = [inserted, moved, rewrapped, with_crlf, curly]


def fingerprints(text: str, path: str = "bridge.md") -> dict[str, str]:
    return {finding.fingerprint: finding.rule for finding in checker.check(text, path).findings}


TEXT = "\n".join(SECTIONS)
KNOWN = fingerprints(TEXT)


def test_there_is_something_to_keep() -> None:
    assert {"weekday-mismatch", "conflicting-date", "count-mismatch", "unnamed-authority"} <= set(KNOWN.values())


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(HARMLESS), st.integers(1, len(HARMLESS)), st.sampled_from(["bridge.md", "old/2019/x.markdown"]))
def test_harmless_edits_keep_them(edits: list[object], number: int, path: str) -> None:
    text = TEXT
    for edit in edits[:number]:
        text = edit(text)  # type: ignore[operator]
    assert fingerprints(text, path) == KNOWN


@pytest.mark.parametrize("edit", HARMLESS)
def test_each_edit_keeps_them(edit: object) -> None:
    assert edit(TEXT) != TEXT  # type: ignore[operator]
    assert fingerprints(edit(TEXT)) == KNOWN  # type: ignore[operator]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("1981", "1982", "conflicting-date"),
        ("4 May 1974", "5 May 1974", "weekday-mismatch"),
        ("Monday", "Friday", "weekday-mismatch"),
        ("three guards", "five guards", "count-mismatch"),
    ],
)
def test_another_figure_changes_that_finding(old: str, new: str, rule: str) -> None:
    after = fingerprints(TEXT.replace(old, new))
    before = {fingerprint for fingerprint, name in KNOWN.items() if name == rule}
    assert before and not before & set(after)
