"""Applies rules to the claims table: select, pair, flag, group. Rows in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from checker.judge.agreement import disagreements
from checker.judge.allowed import allowed
from checker.judge.comparable import OF_TWO_FACTS
from checker.judge.context import AnyContext, Context, ContextNeeded
from checker.judge.finding import Finding, Location, Severity
from checker.judge.fingerprint import fingerprint, numbered, side_key
from checker.judge.grouping import Edge, calibrated, groups
from checker.judge.pairing import Pairs, comparable_pairs, weighed
from checker.judge.prepare import prepared
from checker.judge.rows import Row, rows_of
from checker.judge.rule import AcrossShape, ClaimShape, FrameShape, PairShape, Rule
from checker.judge.select import Mask, Selector
from checker.judge.wording import (
    claim_message,
    comparable_because,
    frame_message,
    label,
    pair_message,
    zone_name,
)

Locate = Callable[[int, int, str], Location]
Rows = NDArray[np.intp] | None  # positions of some rows, or all of them
LocateIn = Callable[[str, int, int, str], Location]

_CHUNK = 20_000  # pairs tested at once, so that memory stays bounded


class _Match(NamedTuple):
    """What a rule flagged: positions of the rows concerned, in order, and what is said about them."""

    rows: Sequence[int]
    message: str
    why: str
    severity: Severity


class _Table(NamedTuple):
    """Articles as the rules see them: claims in order of position, the same as mappings, and the frames of them."""

    claims: Selector
    rows: Sequence[Row]
    frames: Sequence[tuple[str, Sequence[Row]]]
    contexts: Mapping[str, Context]

    def context(self, position: int) -> Context:
        """The context of the article that the row at `position` belongs to."""
        return self.contexts[self.rows[position]["article"]]

    def with_horizons(self, horizons: Mapping[str, int]) -> _Table:
        """The same with other horizons in all contexts."""
        listed = tuple(sorted(horizons.items()))
        return self._replace(
            contexts={article: replace(context, horizons=listed) for article, context in self.contexts.items()}
        )


def judge(
    claims: pd.DataFrame, frames: pd.DataFrame, rules: Iterable[Rule], context: Context, locate: Locate
) -> tuple[Finding, ...]:
    """The findings of `rules` in one article's claims and frames (columns: checker.claims.table).

    `locate` turns half-open source offsets and a label into a location. Findings stand in order of their first
    location, then of rule id; the same table, rules and context give the same findings.
    """
    contexts = dict.fromkeys(claims["article"].unique().tolist(), context)
    found = judge_articles(claims, frames, rules, contexts, lambda _, start, end, said: locate(start, end, said))
    return tuple(finding for findings in found.values() for finding in findings)


def judge_articles(
    claims: pd.DataFrame,
    frames: pd.DataFrame,
    rules: Iterable[Rule],
    contexts: Mapping[str, Context],
    locate: LocateIn,
) -> dict[str, tuple[Finding, ...]]:
    """The findings of `rules` in many articles at once, for each article of `contexts` what `judge` finds in it.

    Far quicker than one article at a time, for most of the time goes into asking pandas at all. `claims` holds the rows
    of all the articles, `frames` those of their frames, with an additional column `article` where there are several.
    `locate` is given the article first.
    """
    claims = prepared(_in_order(claims))
    rows = rows_of(claims)
    table = _Table(Selector(claims), rows, _frames(rows, frames), contexts)
    drafts: dict[str, list[Finding]] = {article: [] for article in contexts}
    for rule in rules:
        for match in _matches(table, rule):
            article = rows[match.rows[0]]["article"]
            finding = _finding(rule, match, table, partial(locate, article))
            if not allowed(finding, rule.allow):
                drafts[article].append(finding)
    for found in drafts.values():
        found.sort(key=lambda one: ([(place.start, place.end) for place in one.locations], one.rule))
    return {article: tuple(_with_unique_fingerprints(found)) for article, found in drafts.items()}


def _in_order(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims in order of position, article after article."""
    order = pd.factorize(claims["article"])[0]
    columns = ["start", "end", "claim"]
    places = list(zip(order.tolist(), *(claims[name].tolist() for name in columns), strict=True))
    if all(before <= behind for before, behind in pairwise(places)):  # as `extract` leaves them
        return claims.reset_index(drop=True)
    return (
        claims.assign(_article=order)
        .sort_values(["_article", *columns], kind="stable", ignore_index=True)
        .drop(columns="_article")
    )


def _matches(table: _Table, rule: Rule) -> Iterator[_Match]:
    for shape in rule.shapes:
        match shape:
            case ClaimShape():
                yield from _flagged_claims(table, rule, shape)
            case PairShape():
                yield from _flagged_pairs(table, rule, shape)
            case FrameShape():
                yield from _flagged_frames(table, rule, shape)
            case AcrossShape():
                pass  # compares articles with each other: see checker.audit


def _flagged_claims(table: _Table, rule: Rule, shape: ClaimShape) -> Iterator[_Match]:
    chosen = table.claims.matching(shape.select, shape.reject)
    if not chosen.any():
        return
    if rule.horizons:
        table = table.with_horizons(rule.horizons)
    selected = table.claims.table[chosen]
    flagged = selected.index[_asked(partial(_told, shape, selected), selected, table)]
    together: dict[object, list[int]] = {}
    for position in flagged.tolist():
        values = tuple(table.rows[position][name] for name in shape.once_per)
        known = values and all(value == value and value != "" for value in values)  # NaN differs from itself
        article = table.rows[position]["article"]
        together.setdefault((article, values) if known else position, []).append(position)
    for positions in together.values():
        message = claim_message(shape.message or rule.message, table.rows[positions[0]], table.context(positions[0]))
        yield _Match(positions, message, rule.why, rule.severity)


def _told(shape: ClaimShape, selected: pd.DataFrame, context: Context, rows: Rows) -> Any:
    return shape.predicate.test(selected if rows is None else selected.take(rows), context)


def _flagged_pairs(table: _Table, rule: Rule, shape: PairShape) -> Iterator[_Match]:
    edges = list(_edges(table, comparable_pairs(table.claims, shape), shape))
    if shape.predicate.compares_values:
        edges = calibrated(edges)
    for group in groups(edges):
        best = min(group, key=lambda edge: (edge.weak, edge.left, edge.right))
        first, second = table.rows[best.left], table.rows[best.right]
        positions = sorted({row for edge in group for row in (edge.left, edge.right)})
        message = pair_message(
            shape.message or rule.message,
            first,
            second,
            [table.rows[row] for row in positions],
            table.context(best.left),
        )
        severity = rule.severity.lowered() if best.weak else rule.severity
        yield _Match(positions, message, comparable_because(first, second, shape), severity)


def _edges(table: _Table, pairs: Pairs, shape: PairShape) -> Iterator[Edge]:
    zones = [zone_name(row["zone"]) for row in table.rows]
    scores = None
    if shape.comparison:
        pairs, scores = weighed(pairs, table.rows, shape.comparison, shape.evidence)
    flags = _flags(table, pairs, shape)
    if scores is not None and shape.comparison not in OF_TWO_FACTS:
        flags = disagreements(pairs.left.tolist(), pairs.right.tolist(), scores.tolist(), flags.tolist(), table.rows)
    for a, b, unsure in zip(*(column.tolist() for column in pairs.at(flags)), strict=True):
        yield Edge(a, b, unsure and zones[a] == zones[b])


def _flags(table: _Table, pairs: Pairs, shape: PairShape) -> Mask:
    """One bool a pair: what the shape's predicate says of it."""
    flags = np.zeros(len(pairs.left), dtype=bool)
    for begin in range(0, len(flags), _CHUNK):
        chunk = slice(begin, begin + _CHUNK)
        left = table.claims.table.take(pairs.left[chunk]).reset_index(drop=True)
        right = table.claims.table.take(pairs.right[chunk]).reset_index(drop=True)
        flags[chunk] = _asked(partial(_tested, shape, left, right), left, table)
    return flags


def _tested(shape: PairShape, left: pd.DataFrame, right: pd.DataFrame, context: Context, rows: Rows) -> Any:
    if rows is None:
        return shape.predicate.test(left, right, context)
    sides = (side.take(rows).reset_index(drop=True) for side in (left, right))
    return shape.predicate.test(*sides, context)


def _asked(test: Callable[[Context, Rows], Any], rows: pd.DataFrame, table: _Table) -> Mask:
    """One bool for each of `rows`: what `test` says, given a context and the positions of the rows it holds for.

    Rows of many articles are tested at once, where None stands for all positions, unless the test turns out to ask for
    a day, which each article has its own.
    """
    if len(table.contexts) == 1:
        return _truth(test(next(iter(table.contexts.values())), None))
    try:
        return _truth(test(AnyContext(), None))
    except ContextNeeded:
        pass
    flags = np.zeros(len(rows), dtype=bool)
    numbers = {context: number for number, context in enumerate(dict.fromkeys(table.contexts.values()))}
    number = np.array([numbers[table.contexts[article]] for article in rows["article"].tolist()], dtype=np.intp)
    order = np.argsort(number, kind="stable")
    ends = np.cumsum(np.bincount(number, minlength=len(numbers)))
    for (context, _), begin, end in zip(numbers.items(), [0, *ends[:-1]], ends, strict=True):
        if begin < end:
            flags[order[begin:end]] = _truth(test(context, order[begin:end]))
    return flags


def _flagged_frames(table: _Table, rule: Rule, shape: FrameShape) -> Iterator[_Match]:
    reported: set[int] = set()
    for kind, members in table.frames:
        if kind not in shape.kind:
            continue
        kept = [row for row in members if shape.keeps(row)]
        words = shape.predicate.test(kept, table.contexts[kept[0]["article"]]) if kept else None
        if words is None:
            continue
        shown = set(words.get("rows", (row["claim"] for row in kept)))
        positions = sorted({row["position"] for row in kept if row["claim"] in shown})
        if reported.issuperset(positions):
            continue
        reported.update(positions)
        severity = rule.severity.lowered() if words.get("lowered") else rule.severity
        context = table.context(positions[0])
        yield _Match(positions, frame_message(shape.message or rule.message, words, context), rule.why, severity)


def _frames(rows: Sequence[Row], frames: pd.DataFrame) -> list[tuple[str, list[Row]]]:
    """Kind and members of every frame, the members in order of position, with their slot in that frame."""
    places = {(row["article"], row["claim"]): position for position, row in enumerate(rows)}
    entries = rows_of(frames if "article" in frames else frames.assign(article=rows[0]["article"] if rows else ""))
    located = [(entry, places[entry["article"], entry["claim"]]) for entry in entries]
    members: dict[tuple[str, int], tuple[str, list[Row]]] = {}
    for entry, place in sorted(located, key=lambda one: (one[0]["frame"], one[1])):
        own = {"frame": entry["frame"], "slot": entry["slot"], "frame_kind": entry["kind"], "position": place}
        members.setdefault((entry["article"], entry["frame"]), (entry["kind"], []))[1].append({**rows[place], **own})
    return list(members.values())


def _finding(rule: Rule, match: _Match, table: _Table, locate: Locate) -> Finding:
    rows = [table.rows[position] for position in match.rows]
    spans = {(row["start"], row["end"]): label(row) for row in rows}
    return Finding(
        rule=rule.id,
        pack=rule.pack,
        severity=match.severity,
        message=match.message,
        fingerprint=fingerprint(rule.id, (side_key(row["sentence"], label(row) or row["text"]) for row in rows)),
        locations=tuple(locate(start, end, said) for (start, end), said in spans.items()),
        why=match.why,
        remedy=rule.remedy,
    )


def _with_unique_fingerprints(findings: Sequence[Finding]) -> Iterator[Finding]:
    for finding, unique in zip(findings, numbered(found.fingerprint for found in findings), strict=True):
        yield finding if unique == finding.fingerprint else replace(finding, fingerprint=unique)


def _truth(flags: Any) -> Mask:
    """One bool a row, from a series (missing counts as false) or an array."""
    return np.asarray(flags.fillna(False) if isinstance(flags, pd.Series) else flags, dtype=bool)
