"""Every predicate that a rule may name. Adding one takes a decorated function in the module of its shape."""

from checker.judge import (
    arithmetic,
    claim_predicates,
    contradiction_predicates,
    frame_predicates,
    pair_predicates,
    staleness_predicates,
    vagueness_predicates,
)
from checker.judge.registry import CLAIM_PREDICATES, FRAME_PREDICATES, PAIR_PREDICATES

__all__ = [
    "CLAIM_PREDICATES",
    "FRAME_PREDICATES",
    "PAIR_PREDICATES",
    "arithmetic",
    "claim_predicates",
    "contradiction_predicates",
    "frame_predicates",
    "pair_predicates",
    "staleness_predicates",
    "vagueness_predicates",
]
