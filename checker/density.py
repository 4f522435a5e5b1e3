"""Holds back findings of a rule that speaks too often in one article, so that those that remain are read."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.articles.article import Article, Zone
from checker.judge.finding import Finding


@dataclass(frozen=True, slots=True)
class Thinned:
    """The findings of an article that are shown, and those that are held back, both in order of position."""

    shown: tuple[Finding, ...]
    held_back: tuple[Finding, ...]


def thinned(article: Article, findings: Sequence[Finding], most: Mapping[str, float]) -> Thinned:
    """`findings` with no more of a rule than `most` allows, by the rule's id, for every 1,000 words of the article.

    What is left over of an allowance counts as one more finding, so that a short article may have one of each rule. The
    most useful are kept: those that mend the most places, and of equals the one that the reader meets first. The last
    one kept of a rule says how many are held back.
    """
    count = words(article) if most else 0
    of_rule: defaultdict[str, list[int]] = defaultdict(list)
    for position, finding in enumerate(findings):
        of_rule[finding.rule].append(position)
    shown = list(findings)
    held: set[int] = set()
    for rule, positions in of_rule.items():
        room = max(1, math.ceil(most[rule] * count / 1000)) if rule in most else len(positions)
        by_use = sorted(positions, key=lambda position: (-len(findings[position].locations), position))
        kept, over = by_use[:room], by_use[room:]
        held.update(over)
        if over:
            last = max(kept)
            shown[last] = replace(shown[last], message=f"{shown[last].message} ({_more(len(over))})")
    return Thinned(
        tuple(finding for position, finding in enumerate(shown) if position not in held),
        tuple(finding for position, finding in enumerate(findings) if position in held),
    )


def words(article: Article) -> int:
    """How many words the reader of an article reads: all but its metadata."""
    return sum(len(block.text.split()) for block in article.blocks if block.zone != Zone.METADATA)


def _more(held_back: int) -> str:
    return "1 more like it is held back" if held_back == 1 else f"{held_back:,} more like it are held back"
