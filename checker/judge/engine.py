"""Applies rules to the claims table: select, pair, flag, group. Rows in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from checker.judge.context import Context
from checker.judge.finding import Finding, Location, Severity
from checker.judge.fingerprint import fingerprint, numbered, side_key
from checker.judge.grouping import Edge, calibrated, groups
from checker.judge.interval import margins
from checker.judge.pairing import Pairs, comparable_pairs
from checker.judge.rule import ClaimShape, FrameShape, PairShape, Rule
from checker.judge.select import matching
from checker.judge.wording import (
    Row,
    claim_message,
    comparable_because,
    frame_message,
    label,
    pair_message,
    zone_name,
)

Locate = Callable[[int, int, str], Location]

_CHUNK = 20_000  # pairs tested at once, so that memory stays bounded


class _Match(NamedTuple):
    """What a rule flagged: positions of the rows concerned, in order, and what is said about them."""

    rows: Sequence[int]
    message: str
    why: str
    severity: Severity


def judge(
    claims: pd.DataFrame, frames: pd.DataFrame, rules: Iterable[Rule], context: Context, locate: Locate
) -> tuple[Finding, ...]:
    """The findings of `rules` in one article's claims and frames (columns: checker.claims.table).

    `locate` turns half-open source offsets and a label into a location. Findings stand in order of their first
    location, then of rule id; the same table, rules and context give the same findings.
    """
    claims = claims.sort_values(["start", "end", "claim"], kind="stable", ignore_index=True)
    claims = claims.assign(margin=margins(claims))
    members = _members(claims, frames)
    drafts = []
    for rule in rules:
        for match in _matches(claims, members, rule, context):
            rows = [_row(claims, position) for position in match.rows]
            drafts.append(_finding(rule, match, rows, locate))
    drafts.sort(key=lambda found: ([(place.start, place.end) for place in found.locations], found.rule))
    return tuple(_with_unique_fingerprints(drafts))


def _matches(claims: pd.DataFrame, members: pd.DataFrame, rule: Rule, context: Context) -> Iterator[_Match]:
    match rule.shape:
        case ClaimShape() as shape:
            return _flagged_claims(claims, rule, shape, context)
        case PairShape() as shape:
            return _flagged_pairs(claims, rule, shape, context)
        case FrameShape() as shape:
            return _flagged_frames(members, rule, shape, context)


def _flagged_claims(claims: pd.DataFrame, rule: Rule, shape: ClaimShape, context: Context) -> Iterator[_Match]:
    rows = claims[matching(claims, shape.select, shape.reject)]
    if rows.empty:
        return
    flagged = rows[_truth(shape.predicate.test(rows, context))]
    together: dict[object, list[int]] = {}
    for position in flagged.index:
        values = tuple(flagged.at[position, name] for name in shape.once_per)
        known = values and all(value == value and value != "" for value in values)  # NaN differs from itself
        together.setdefault(values if known else position, []).append(position)
    for positions in together.values():
        message = claim_message(rule.message, _row(claims, positions[0]), context)
        yield _Match(positions, message, rule.why, rule.severity)


def _flagged_pairs(claims: pd.DataFrame, rule: Rule, shape: PairShape, context: Context) -> Iterator[_Match]:
    edges = list(_edges(claims, comparable_pairs(claims, shape), shape, context))
    if shape.predicate.compares_values:
        edges = calibrated(edges)
    for group in groups(edges):
        best = min(group, key=lambda edge: (edge.weak, edge.left, edge.right))
        first, second = _row(claims, best.left), _row(claims, best.right)
        positions = sorted({row for edge in group for row in (edge.left, edge.right)})
        message = pair_message(rule.message, first, second, [_row(claims, row) for row in positions], context)
        severity = rule.severity.lowered() if best.weak else rule.severity
        yield _Match(positions, message, comparable_because(first, second, shape), severity)


def _edges(claims: pd.DataFrame, pairs: Pairs, shape: PairShape, context: Context) -> Iterator[Edge]:
    zones = claims["zone"].map(zone_name).to_numpy()
    for begin in range(0, len(pairs.left), _CHUNK):
        chunk = pairs.at(slice(begin, begin + _CHUNK))
        left = claims.take(chunk.left).reset_index(drop=True)
        right = claims.take(chunk.right).reset_index(drop=True)
        flagged = chunk.at(_truth(shape.predicate.test(left, right, context)))
        for a, b, partial in zip(*(column.tolist() for column in flagged), strict=True):
            yield Edge(a, b, partial and zones[a] == zones[b])


def _flagged_frames(members: pd.DataFrame, rule: Rule, shape: FrameShape, context: Context) -> Iterator[_Match]:
    rows = members[members["frame_kind"].isin(shape.kind).to_numpy()]
    rows = rows[matching(rows, shape.select, shape.reject)]
    reported: set[int] = set()
    for _, frame in rows.groupby("frame", sort=True):
        words = shape.predicate.test(frame.reset_index(drop=True), context)
        if words is None:
            continue
        shown = frame if "rows" not in words else frame[frame["claim"].isin(list(words["rows"])).to_numpy()]
        positions = sorted(set(shown["position"]))
        if reported.issuperset(positions):
            continue
        reported.update(positions)
        yield _Match(positions, frame_message(rule.message, words, context), rule.why, rule.severity)


def _members(claims: pd.DataFrame, frames: pd.DataFrame) -> pd.DataFrame:
    """The claims of every frame, in order of position, with `frame`, `slot` and `frame_kind` as that frame has them."""
    columns = frames[["frame", "kind", "slot", "claim"]].rename(columns={"kind": "frame_kind"})
    rows = claims.drop(columns=["frame", "slot"]).assign(position=range(len(claims)))
    return columns.merge(rows, on="claim").sort_values(["frame", "position"], kind="stable", ignore_index=True)


def _finding(rule: Rule, match: _Match, rows: Sequence[Row], locate: Locate) -> Finding:
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


def _row(claims: pd.DataFrame, position: int) -> Row:
    return {str(name): value for name, value in claims.loc[position].items()}


def _truth(flags: pd.Series) -> Any:
    """One bool a row; missing counts as false."""
    return flags.fillna(False).to_numpy(dtype=bool)
