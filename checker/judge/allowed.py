"""Phrases that a rule leaves alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checker.judge.finding import Finding


def allowed(finding: Finding, phrases: Sequence[str]) -> bool:
    """Whether one of the quotes of `finding` holds one of `phrases`: whole words, capitals or not, however spaced."""
    return any(_pattern(phrase).search(_plain(place.quote)) for phrase in phrases for place in finding.locations)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(_plain(phrase))}(?!\w)")


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").casefold().split())
