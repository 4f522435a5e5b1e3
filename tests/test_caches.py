"""What is remembered of articles has a bound, so that an archive of any size is read in the same memory."""

from __future__ import annotations

import functools
import gc

import checker

_ENDINGS = ("ment", "ation", "ing", "er", "ness")


def _article(number: int) -> str:
    """An article of words, names and figures that no other has; the sentences are the same in all of them."""
    stem = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
    words = [f"br{stem}{ending}" for ending in _ENDINGS]
    name = f"K{stem}berg"
    return (
        f"# The {words[0]} of {name}\n\n"
        f"The {words[0]} of {name} cost £{number}.4m and {number + 7} {words[1]}s were {words[2]} in 1931. "
        f"It is the first {words[3]} of the {words[4]}. Experts say the {words[0]} opened in {1800 + number % 99}.\n\n"
        f"| {words[0]} | {words[1]} (km) |\n|---|---|\n| {name} | {number} |\n\n"
        f"{name} was {20 + number % 60} when {words[3]}s killed {number % 9 + 2} {words[4]}es in {name}.\n"
    )


def _unbounded() -> dict[str, int]:
    """How many results each cache without a bound holds."""
    caches = (found for found in gc.get_objects() if isinstance(found, functools._lru_cache_wrapper))
    return {
        f"{cache.__module__}.{cache.__qualname__}": cache.cache_info().currsize
        for cache in caches
        if cache.__module__.startswith("checker.") and cache.cache_info().maxsize is None
    }


def test_no_cache_grows_with_the_words_of_articles() -> None:
    rules = checker.load_rules()
    for number in range(10):
        checker.check(_article(number), path="article.md", rules=rules)
    before = _unbounded()
    for number in range(100, 120):
        checker.check(_article(number), path=f"{number}/article.md", rules=rules)

    assert before
    assert {name: size for name, size in _unbounded().items() if size > before.get(name, 0)} == {}
