"""The closed vocabulary of predicates that a rule may name, one registry for all three shapes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

Words = Mapping[str, Any]  # what a frame's message may name; numbers and words, written out by the predicate

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from checker.judge.context import Context
    from checker.judge.rows import Row

    ClaimTest = Callable[[pd.DataFrame, Context], pd.Series]
    PairTest = Callable[[pd.DataFrame, pd.DataFrame, Context], pd.Series | NDArray[np.bool_]]
    FrameTest = Callable[[Sequence[Row], Context], Words | None]

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Predicate:
    """A named test.

    `words` are the names that a frame predicate gives to the rule's message. `compares_values` holds for a pair
    predicate by which three values under one key show that the key is none (see grouping.calibrated).
    """

    name: str
    test: Callable[..., Any]
    meaning: str
    words: tuple[str, ...] = ()
    compares_values: bool = False


CLAIM_PREDICATES: dict[str, Predicate] = {}
PAIR_PREDICATES: dict[str, Predicate] = {}
FRAME_PREDICATES: dict[str, Predicate] = {}


def claim_predicate(name: str) -> Callable[[Function], Function]:
    """Registers a test of single claims: `test(rows, context)` gives one bool a row, with the index of `rows`."""
    return _registration(CLAIM_PREDICATES, name)


def pair_predicate(name: str, compares_values: bool = False) -> Callable[[Function], Function]:
    """Registers a test of pairs: `test(left, right, context)` gives one bool a row, as series or array.

    Both tables have the index 0, 1, … and the column `margin` (see interval.margins).
    """
    return _registration(PAIR_PREDICATES, name, compares_values=compares_values)


def frame_predicate(name: str, words: tuple[str, ...] = ()) -> Callable[[Function], Function]:
    """Registers a test of frames: `test(rows, context)` gives the words of the message, or None where all is well.

    `rows` are the frame's claims as mappings by column, in order of position, with `slot` and `frame_kind` as this
    frame has them (see rows.slot). Under the key "rows" the test may name the `claim` ids to be shown; all otherwise.
    A true "lowered" makes the finding one level milder than its rule.
    """
    return _registration(FRAME_PREDICATES, name, words)


def _registration(
    registry: dict[str, Predicate], name: str, words: tuple[str, ...] = (), compares_values: bool = False
) -> Callable[[Function], Function]:
    def register(function: Function) -> Function:
        if name in registry:
            raise ValueError(f"predicate {name!r} is registered twice")
        meaning = (function.__doc__ or "").strip().split("\n")[0]
        if not meaning:
            raise ValueError(f"predicate {name!r} needs a docstring: it is shown to editors")
        registry[name] = Predicate(name, function, meaning, words, compares_values)
        return function

    return register
