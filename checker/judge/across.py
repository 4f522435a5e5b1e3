"""Compares articles with each other: one fact, given two values that cannot both be true, or that changed over time.

Claims are joined on keys and never all with all. Two steps, so that an archive need not fit in memory: `candidates`
picks and keys the claims of some articles; `conflicts` compares the candidates of one key, wherever they come from.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from checker.judge.comparable import COMPARISONS
from checker.judge.context import Context
from checker.judge.finding import Severity
from checker.judge.fingerprint import fingerprint, side_key
from checker.judge.grouping import Edge, groups
from checker.judge.pairing import is_known, within
from checker.judge.rows import Row, rows_of
from checker.judge.rule import AcrossShape, Rule
from checker.judge.select import Mask, Selector
from checker.judge.wording import label, pair_message

CONFLICT, CHANGED = "conflict", "changed"
SAME_TIME = dt.timedelta(days=31)  # what an undated article says holds on its day of publication, give or take a month
MOST_VALUES = 6  # a fact with more different values is none: the key (a price, a score) tells nothing apart
MOST_CLAIMS = 60  # claims of one key that are compared with each other
MOST_PLACES = 20  # places shown for each value; all are counted

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_VALUES = ("low", "high", "date_start", "date_end")  # what the values of a fact can differ in


@dataclass(frozen=True, slots=True)
class Place:
    """A claim of one article. `start` to `end` are offsets into its source, `line` and `column` count from 1."""

    article: str
    published: dt.date | None
    start: int
    end: int
    line: int
    column: int
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values given for a fact, and where; `articles` counts also the places that are left out."""

    label: str
    articles: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact that articles state differently. `kind` is CONFLICT or CHANGED; values stand in order of time."""

    rule: str
    pack: str
    kind: str
    severity: Severity
    message: str
    fingerprint: str
    about: str
    values: tuple[Value, ...]

    @property
    def articles(self) -> int:
        """In how many articles the fact stands."""
        return sum(value.articles for value in self.values)

    @property
    def rank(self) -> float:
        """What to look at first: conflicts, then facts of many articles of which few disagree with the rest."""
        odd = self.articles - max(value.articles for value in self.values)
        return (1000.0 if self.kind == CONFLICT else 0.0) + 10 * (self.articles - odd) / max(1, odd) + self.articles


def candidates(claims: pd.DataFrame, rules: Iterable[Rule]) -> pd.DataFrame:
    """The claims that rules compare across articles, once for each shape of a rule.

    `claims` has the columns of the claims table, `margin` and `alike` (see checker.judge.prepare). Added are
    `rule`, `shape` (its number in the rule), `about` (the proper names it is about) and `key`, 16 hexadecimal digits
    that are equal where the fact may be.
    """
    selector = Selector(claims)
    found = [
        _keyed(claims[_chosen(selector, shape)], rule, number, shape)
        for rule in rules
        for number, shape in enumerate(rule.across)
    ]
    return pd.concat(found, ignore_index=True) if found else _keyed_nothing(claims)


def shared_keys(table: pd.DataFrame) -> set[str]:
    """The keys of `table` under which two articles or more give values that are not all the same.

    `table` needs only the columns `key`, `article`, `low`, `high`, `date_start` and `date_end`.
    """
    by_key = table.groupby("key", sort=False)
    several = by_key["article"].nunique() > 1
    different = np.zeros(len(several), dtype=bool)
    for name in _VALUES:
        different |= (by_key[name].nunique(dropna=False) > 1).to_numpy()
    return set(several.index[several.to_numpy() & different])


def conflicts(table: pd.DataFrame, rules: Iterable[Rule]) -> tuple[Conflict, ...]:
    """The facts that articles state differently, in order of rank.

    `table` holds all candidates of each of its keys, and the column `published`, missing where it is not known.
    """
    shapes = {(rule.id, number): (rule, shape) for rule in rules for number, shape in enumerate(rule.across)}
    table = table[table["key"].isin(shared_keys(table))]
    columns = ["key", "published", "article", "start", "end"]
    table = table.sort_values(columns, kind="stable", ignore_index=True)
    found: list[Conflict] = []
    for name, (rule, shape) in shapes.items():
        part = table[(table["rule"] == name[0]) & (table["shape"] == name[1])].reset_index(drop=True)
        if len(part):
            found += _found(part, rule, shape)
    return in_order_of_rank(found)


def _chosen(selector: Selector, shape: AcrossShape) -> Mask:
    chosen = selector.matching(shape.select, shape.reject)
    for name in shape.same:
        chosen &= is_known(selector.table, name)
    return chosen


def _keyed(claims: pd.DataFrame, rule: Rule, number: int, shape: AcrossShape) -> pd.DataFrame:
    names = sorted({*(name for group in shape.about for name in group), "sentence", "names", "topic"})
    about = [_about(row, shape) for row in rows_of(claims[names])]
    claims = claims.assign(rule=rule.id, shape=number, about=about)
    claims = claims[claims["about"] != ""]
    parts = [claims[name].astype(str).tolist() for name in ("rule", "shape", *shape.same, "about")]
    return claims.assign(key=[_digest("\x1f".join(part)) for part in zip(*parts, strict=True)])


def _keyed_nothing(claims: pd.DataFrame) -> pd.DataFrame:
    return claims.iloc[:0].assign(rule="", shape=0, about="", key="")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _about(row: Row, shape: AcrossShape) -> str:
    """The proper names that the claim is about: those of the first group of columns that holds any."""
    written = _capitalised(row)
    for group in shape.about:
        named = {word for name in group for word in str(row[name]).split()} & written
        if named:
            return " ".join(sorted(named))
    return ""


def _capitalised(row: Row) -> frozenset[str]:
    """The words that the sentence writes as names; its first word only where it is known for one."""
    words = _WORD.findall(row["sentence"])
    later = {word.casefold() for word in words[1:] if word[0].isupper()}
    first = {word.casefold() for word in words[:1] if word[0].isupper()} & {
        *row["names"].split(),
        *row["topic"].split(),
    }
    return frozenset(part for word in later | first for part in (word, word.removesuffix("'s").removesuffix("’s")))


def _found(table: pd.DataFrame, rule: Rule, shape: AcrossShape) -> Iterator[Conflict]:
    """The conflicts of one shape's candidates, which are sorted by key and index 0, 1, …"""
    rows = rows_of(table)
    chosen: list[int] = []
    articles: dict[tuple[str, ...], set[str]] = {}  # where each value of a key with too many claims is given
    for group in _by_key(table):
        compared = _compared(group, rows)
        chosen += compared
        if len(compared) < len(group):
            for position in group:
                articles.setdefault(_value_key(rows[position]), set()).add(rows[position]["article"])
    kept = np.array(chosen, dtype=np.intp)
    if not len(kept):
        return
    key = pd.factorize(table["key"].to_numpy()[kept])[0]
    first, second = within(key, MOST_CLAIMS)
    left, right = kept[first], kept[second]
    apart = _differ(table, left, right, shape)
    for positions, pairs in _facts(left, right, apart, rows, shape):
        made = _conflict(positions, pairs, rows, rule, shape, articles)
        if made:
            yield made


def _by_key(table: pd.DataFrame) -> Iterator[range]:
    starts = np.flatnonzero(np.r_[True, table["key"].to_numpy()[1:] != table["key"].to_numpy()[:-1]]).tolist()
    return (range(begin, end) for begin, end in zip(starts, [*starts[1:], len(table)], strict=True))


def _compared(group: Sequence[int], rows: Sequence[Row]) -> Sequence[int]:
    """Of the claims of one key those that are compared: an even share of each value where there are too many."""
    if len(group) <= MOST_CLAIMS:
        return group
    by_value: dict[Any, list[int]] = {}
    for position in group:
        by_value.setdefault(_value_key(rows[position]), []).append(position)
    if len(by_value) > MOST_CLAIMS:
        return []
    share = MOST_CLAIMS // len(by_value)
    return sorted(position for positions in by_value.values() for position in positions[:share])


def _value_key(row: Row) -> tuple[str, ...]:
    return (row["key"], *(str(row[name]) for name in _VALUES))


def _differ(table: pd.DataFrame, left: Any, right: Any, shape: AcrossShape) -> Mask:
    chunk = 20_000  # pairs tested at once, so that memory stays bounded
    flags = [np.zeros(0, dtype=bool)]
    for begin in range(0, len(left), chunk):
        sides = [table.take(side[begin : begin + chunk]).reset_index(drop=True) for side in (left, right)]
        flags.append(np.asarray(shape.predicate.test(*sides, Context()), dtype=bool))
    return np.concatenate(flags)


Pairs = list[tuple[int, int, bool]]  # two claims of one fact, and whether their values differ


def _facts(
    left: Any, right: Any, apart: Mask, rows: Sequence[Row], shape: AcrossShape
) -> Iterator[tuple[list[int], Pairs]]:
    """The claims that the evidence joins to one fact, and the pairs of them, where some two of them differ."""
    weigh = COMPARISONS[shape.comparison]
    own = [
        (a, b, bool(differ))
        for a, b, differ in zip(left.tolist(), right.tolist(), apart.tolist(), strict=True)
        if rows[a]["article"] != rows[b]["article"] or differ
    ]
    # An article that gives a key two values uses it for two things; what it says under that key is not compared.
    mixed = {(rows[a]["key"], rows[a]["article"]) for a, b, differ in own if rows[a]["article"] == rows[b]["article"]}
    pairs = [
        (a, b, differ)
        for a, b, differ in own
        if rows[a]["article"] != rows[b]["article"]
        and (rows[a]["key"], rows[a]["article"]) not in mixed
        and (rows[b]["key"], rows[b]["article"]) not in mixed
        and weigh(rows[a], rows[b]) >= shape.evidence
    ]
    joined = {(a, b): differ for a, b, differ in pairs}
    for group in groups([Edge(a, b, False) for a, b, _ in pairs]):
        if any(joined[edge.left, edge.right] for edge in group):
            positions = sorted({position for edge in group for position in (edge.left, edge.right)})
            yield positions, [(edge.left, edge.right, joined[edge.left, edge.right]) for edge in group]


def _conflict(
    positions: list[int],
    pairs: Pairs,
    rows: Sequence[Row],
    rule: Rule,
    shape: AcrossShape,
    articles: Mapping[tuple[str, ...], set[str]],
) -> Conflict | None:
    values = _values(positions, pairs)
    if not 1 < len(values) <= MOST_VALUES:
        return None
    of_value = {position: number for number, value in enumerate(values) for position in value}
    kinds: dict[str, tuple[int, int]] = {}
    for a, b, differ in pairs:
        one, other = of_value[a], of_value[b]
        if differ and one != other:
            kind = _kind([rows[row] for row in values[one]], [rows[row] for row in values[other]], shape)
            kinds.setdefault(kind, (a, b))
    kind = next((kind for kind in (CONFLICT, CHANGED) if kind in kinds), "")
    if not kind:
        return None
    first, second = (rows[row] for row in kinds[kind])
    sides = sorted({side_key(rows[row]["sentence"], label(rows[row])) for row in positions})
    return Conflict(
        rule=rule.id,
        pack=rule.pack,
        kind=kind,
        severity=rule.severity if kind == CONFLICT else Severity.NOTE,
        message=pair_message(shape.message or rule.message, first, second, (), Context()),
        fingerprint=fingerprint(rule.id, sides),
        about=_words(first),
        values=tuple(_value([rows[row] for row in value], articles) for value in values),
    )


def _values(positions: list[int], pairs: Pairs) -> list[list[int]]:
    """The claims by value, in order of the first: those that agree with each other, directly or through others."""
    together = [Edge(a, b, False) for a, b, differ in pairs if not differ]
    joined = [sorted({row for edge in group for row in (edge.left, edge.right)}) for group in groups(together)]
    alone = set(positions) - {row for group in joined for row in group}
    return sorted([*joined, *([row] for row in alone)])


def _kind(one: Sequence[Row], other: Sequence[Row], shape: AcrossShape) -> str:
    """CONFLICT where both values are given at one time, CHANGED where one follows the other, "" where all is said.

    All is said where the older value bears its own date: a reader takes it for what it was then.
    """
    if shape.lasting:
        return CONFLICT
    period, other_period = _period(one), _period(other)
    if period is None or other_period is None:
        return CONFLICT
    if period > other_period:
        one, period, other_period = other, other_period, period
    if other_period[0] - period[1] <= SAME_TIME:
        return CONFLICT
    return "" if all(_own_time(row) for row in one) else CHANGED


def _period(rows: Sequence[Row]) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which a value is given; None where one claim has no day."""
    days = [day for row in rows if (day := _own_time(row) or _day(row["published"]))]
    return (min(days), max(days)) if len(days) == len(rows) else None


def _own_time(row: Row) -> dt.date | None:
    return _day(row["date_start"])


def _day(value: Any) -> dt.date | None:
    return None if value is None or value != value else value.date() if hasattr(value, "date") else value


def _value(rows: Sequence[Row], articles: Mapping[tuple[str, ...], set[str]]) -> Value:
    labels = [_said(row) for row in rows]
    places = [_place(row) for row in rows[:MOST_PLACES]]
    given = {row["article"] for row in rows}.union(*(articles.get(_value_key(row), ()) for row in rows))
    return Value(max(sorted(set(labels)), key=labels.count), len(given), tuple(places))


def _place(row: Row) -> Place:
    names = ("start", "end", "line", "column", "text", "sentence")
    return Place(row["article"], _day(row["published"]), *(row[name] for name in names))


def _said(row: Row) -> str:
    """The value of a claim in words; of an event its day."""
    return label({**row, "kind": "date"} if row["kind"] == "event" else row) or str(row["text"])


def _words(row: Mapping[str, Any]) -> str:
    """What the fact is about, with the capitals of the sentence: "US soldier, Poland"."""
    written = {word.casefold().removesuffix("'s").removesuffix("’s"): word for word in _WORD.findall(row["sentence"])}
    names = [written.get(word, word).removesuffix("'s").removesuffix("’s") for word in row["about"].split()]
    order = row["sentence"].casefold()
    names.sort(key=lambda name: order.find(name.casefold()))
    what = row["measure"] or row["predicate"] if row["kind"] == "quantity" else row["predicate"]
    return f"{' '.join(names)}: {what}" if what else " ".join(names)


@dataclass(frozen=True, slots=True)
class Deviation:
    """An article's claim that is not what a statement says. `known_before` where it is what the statement once said."""

    label: str
    stated: str
    day: dt.date | None
    place: Place
    known_before: bool


def in_order_of_rank(found: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """Conflicts in the order in which to look at them."""
    return tuple(sorted(found, key=lambda one: (-one.rank, one.rule, one.fingerprint)))


def deviations(
    stated: pd.DataFrame, earlier: pd.DataFrame, claims: pd.DataFrame, rules: Iterable[Rule]
) -> Iterator[tuple[int, Deviation]]:
    """Where `claims` differ from what is `stated`, each with the number of the statement, in order of both.

    All three hold candidates; `stated` and `earlier`, which holds what the statements said before they were corrected,
    have the additional column `fact`, that number.
    """
    shapes = {(rule.id, number): shape for rule in rules for number, shape in enumerate(rule.across)}
    claims = claims.sort_values(["published", "article", "start"], kind="stable", ignore_index=True)
    rows = rows_of(claims)
    old = {(fact, place) for fact, place, apart, _ in _met(earlier, claims, shapes) if not apart}
    for fact, place, apart, statement in _met(stated, claims, shapes):
        if apart:
            row = rows[place]
            day = _own_time(row) if row["kind"] != "event" else None
            yield (
                fact,
                Deviation(
                    _said(row), _said(statement), day or _day(row["published"]), _place(row), (fact, place) in old
                ),
            )


def _met(
    stated: pd.DataFrame, claims: pd.DataFrame, shapes: Mapping[tuple[str, int], AcrossShape]
) -> Iterator[tuple[int, int, bool, Row]]:
    """The claims that speak of a statement's fact: its number, their position, whether they differ, the statement."""
    pairs = stated.reset_index(names="left")[["left", "key", "fact"]].merge(
        claims.reset_index(names="right")[["right", "key"]], on="key"
    )
    pairs = pairs.sort_values(["fact", "right", "left"])
    statements, rows = rows_of(stated), rows_of(claims)
    for left, fact, right in zip(pairs["left"], pairs["fact"], pairs["right"], strict=True):
        statement, row = statements[left], rows[right]
        shape = shapes[statement["rule"], statement["shape"]]
        if COMPARISONS[shape.comparison](statement, row) < shape.evidence:
            continue
        sides = [table.iloc[[place]].reset_index(drop=True) for table, place in ((stated, left), (claims, right))]
        yield int(fact), int(right), bool(np.asarray(shape.predicate.test(*sides, Context()))[0]), statement
