"""The dashboard: a static page whose rows lie beside it in data/*.js, the riskiest first; it opens from a file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from checker.audit.tables import SCORES
from checker.judge.across import CONFLICT, Conflict
from checker.output.report.render import dashboard_html
from checker.output.terminal import harmless

if TYPE_CHECKING:
    from checker.audit.conclusion import Summary
    from checker.audit.ledger import Difference
    from checker.audit.store import Store
    from checker.audit.trend import Trend

ROWS_A_FILE = 10_000
MOST_CARDS = 200  # conflicts that the page shows; exports/conflicts.csv holds them all
MOST_LINKS = 6  # articles that a card names for each value
_RISK = {"errors": 10.0, "warnings": 3.0, "notes": 0.2}
_NOTES_COUNTED = 20  # more notes than these add nothing to an article's risk
_SECTIONS = 200


@dataclass(frozen=True, slots=True)
class Link:
    """An article that a card names; `page` is "" where it has no page of its own."""

    title: str
    page: str
    published: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a fact, in how many articles it stands, and some of them."""

    label: str
    articles: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A fact that articles state differently, or an entry of the ledger that some do not agree with."""

    kind: str
    about: str
    sides: tuple[Side, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Everything that the page shows but its rows."""

    summary: Summary
    sections: tuple[str, ...]
    months: tuple[str, ...]
    largest_month: int
    conflicts: tuple[Card, ...]
    changed: tuple[Card, ...]
    ledger: tuple[Card, ...]
    unread: tuple[str, ...]
    files: tuple[str, ...]
    rows: int
    compared: bool


def write_dashboard(
    store: Store,
    summary: Summary,
    conflicts: Sequence[Conflict],
    differences: Sequence[Difference],
    unread: Sequence[str],
    changes: Trend,
) -> None:
    """Writes `report/index.html` and the rows beside it. Raises OSError on a full disk."""
    folder = store.folder / "report"
    scores = _scores(store)
    files = tuple(_write_rows(store, folder, scores, list(summary.rules), changes))
    for left in sorted((folder / "data").glob("articles-*.js")) if (folder / "data").is_dir() else ():
        if f"data/{left.name}" not in files:
            left.unlink()
    shown = [one for one in conflicts if one.kind == CONFLICT][:MOST_CARDS]
    later = [one for one in conflicts if one.kind != CONFLICT][:MOST_CARDS]
    named = {
        place.article for one in (*shown, *later) for value in one.values for place in value.places[:MOST_LINKS]
    } | {one.deviation.place.article for one in differences}
    links = _links(scores, named)
    months = tuple(month for month in summary.months if month)
    page = Dashboard(
        summary,
        tuple(section for section in summary.sections if section)[:_SECTIONS],
        months,
        max((_troubled(summary.months[month]) for month in months), default=0),
        tuple(_card(one, links) for one in shown),
        tuple(_card(one, links) for one in later),
        tuple(_ledger_cards(differences, links))[:MOST_CARDS],
        tuple(unread),
        files,
        len(scores),
        bool(changes.as_json()),
    )
    store.write(folder / "index.html", dashboard_html(page).encode("utf-8", "replace"))


def risk(row: Mapping[str, int]) -> float:
    """What an article's findings weigh: 10 for an error, 3 for a warning, 0.2 for a note, up to 20 notes."""
    notes = min(row["notes"], _NOTES_COUNTED)
    return round(_RISK["errors"] * row["errors"] + _RISK["warnings"] * row["warnings"] + _RISK["notes"] * notes, 1)


def _troubled(counts: Mapping[str, int]) -> int:
    return counts["errors"] + counts["warnings"]


def _scores(store: Store) -> pa.Table:
    """The scores of all articles that have findings, the riskiest first."""
    files = [str(store.file("scores", marker.shard)) for marker in store.markers()]
    if not files:
        return SCORES.empty_table()
    found = pc.field("errors") + pc.field("warnings") + pc.field("notes") > 0
    table = ds.dataset(files, schema=SCORES, format="parquet").to_table(filter=found)
    weights = [pc.multiply(table.column(name), _RISK[name]) for name in ("errors", "warnings")]
    notes = pc.multiply(pc.min_element_wise(table.column("notes"), _NOTES_COUNTED), _RISK["notes"])
    total = pc.add(pc.add(*weights), notes)
    return table.append_column("risk", total).sort_by([("risk", "descending"), ("article", "ascending")])


def _write_rows(store: Store, folder: Path, scores: pa.Table, rules: Sequence[str], changes: Trend) -> Iterator[str]:
    """Writes the rows in files of ROWS_A_FILE and yields their names. A row is a list, as audit.js takes it apart."""
    numbers = {rule: number for number, rule in enumerate(rules)}
    for number, begin in enumerate(range(0, len(scores), ROWS_A_FILE)):
        rows = [
            [
                row["title"],
                row["article"],
                row["page"],
                row["section"] or "",
                row["published"].isoformat() if row["published"] else "",
                row["errors"],
                row["warnings"],
                row["notes"],
                risk(row),
                [numbers[rule] for rule in row["rules"].split() if rule in numbers],
                changes.changed[row["article"]],
            ]
            for row in scores.slice(begin, ROWS_A_FILE).to_pylist()
        ]
        name = f"data/articles-{number:04}.js"
        store.write(folder / name, f"audit.add({json.dumps(rows)});\n".encode("ascii"))
        yield name


def _links(scores: pa.Table, named: set[str]) -> dict[str, tuple[str, str]]:
    """Title and page of each article of `named` that has findings."""
    wanted = scores.filter(pc.field("article").isin(pa.array(sorted(named), pa.string())))
    columns = (wanted.column(name).to_pylist() for name in ("article", "title", "page"))
    return {article: (title, page) for article, title, page in zip(*columns, strict=True)}


def _link(place: Any, links: Mapping[str, tuple[str, str]]) -> Link:
    title, page = links.get(place.article, (place.article, ""))
    published = place.published.isoformat() if place.published else ""
    return Link(harmless(title), page, published, harmless(place.sentence))


def _card(one: Conflict, links: Mapping[str, tuple[str, str]]) -> Card:
    sides = tuple(
        Side(value.label, value.articles, tuple(_link(place, links) for place in value.places[:MOST_LINKS]))
        for value in one.values
    )
    return Card(one.kind, harmless(one.about), sides)


def _ledger_cards(differences: Sequence[Difference], links: Mapping[str, tuple[str, str]]) -> Iterator[Card]:
    """One card for each fact: articles that still give an earlier value first, then others by value."""
    by_fact: dict[Any, list[Difference]] = {}
    for one in differences:
        by_fact.setdefault(one.fact, []).append(one)
    words = {
        "corrected": "from before the correction",
        "ledger": "other than the ledger",
        "changed": "older than the fact",
    }
    for fact, own in by_fact.items():
        sides = []
        for kind in words:
            places = [one.deviation.place for one in own if one.kind == kind]
            if places:
                label = f"{words[kind]}: {', '.join(sorted({one.deviation.label for one in own if one.kind == kind}))}"
                articles = len({place.article for place in places})
                sides.append(Side(label, articles, tuple(_link(place, links) for place in places[:MOST_LINKS])))
        yield Card("ledger", harmless(fact.sentence), tuple(sides), harmless(fact.source))
