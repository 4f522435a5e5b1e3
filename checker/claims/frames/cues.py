"""The words that tie figures together, from `rules/lexicon/arithmetic.toml`, as patterns that run in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checker.lexicon import lexicon


@cache
def phrases(section: str, name: str) -> frozenset[str]:
    """A list of phrases of the lexicon."""
    return frozenset(lexicon("arithmetic")[section][name])


@cache
def phrase_pattern(section: str, name: str) -> re.Pattern[str]:
    """Finds any phrase of a list as whole words; the longest phrase wins."""
    choices = sorted(phrases(section, name), key=lambda phrase: (-len(phrase), phrase))
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(phrase) for phrase in choices) + r")(?![\w-])")


def any_of(told: Iterable[str]) -> str:
    """A pattern for any of the phrases; "…" stands for up to four words: "treated … for burns"."""
    return "|".join(re.escape(phrase).replace(r"\ …\ ", r"(?:,? [\w’'-]+){0,4},? ") for phrase in told)


def partition_of(words: list[str]) -> bool:
    """Whether the words behind each part name groups of which everybody belongs to just one: men and women."""
    for groups in lexicon("arithmetic")["total"]["partitions"]:
        found = [next((group for group in groups if _begins(text, group)), None) for text in words]
        if None not in found and len(set(found)) == len(groups) == len(words):
            return True
    return False


def _begins(text: str, group: str) -> bool:
    return re.match(r"(?:(?:are|were|is|was|voted|of them) ){0,2}" + re.escape(group) + r"\b", text) is not None
