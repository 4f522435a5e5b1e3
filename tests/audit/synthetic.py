"""Makes what an audit is measured with: an archive of many articles from a few, and a table of a million claims.

    python -m tests.audit.synthetic articles 5000 articles.jsonl SOURCE …
    python -m tests.audit.synthetic claims 1000000 audit/

SOURCE is an archive (a folder, a table). Its articles are repeated, each time with other names and figures. The claims
are written as an audit of which only the judgement is missing: `subeditor audit --judge-only audit/`.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from checker.audit.archive import ArchivedArticle, open_archive

_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}\b")
_FIGURE = re.compile(r"(?<![\w./:#-])\d{1,3}(?:,\d{3})+(?![\w/-])|(?<![\w./:#-])\d{2,3}(?![\w,./:%-])")
_SYLLABLES = (
    "al",
    "ber",
    "cor",
    "dun",
    "el",
    "far",
    "gar",
    "hol",
    "is",
    "jor",
    "kel",
    "lan",
    "mar",
    "nor",
    "or",
    "pen",
)
_ENDS = ("by", "dale", "den", "field", "ford", "ham", "ley", "more", "ness", "stead", "ton", "wick")

CLAIMS_AN_ARTICLE = 50
ARTICLES_A_SHARD = 200
MEASURES = ("bus", "bridge", "clerk", "engine", "garden", "house", "lamp", "nurse", "pupil", "room", "ship", "tree")
SPREAD = 4  # claims for each fact, on the average
ODD_ONES = 50  # one claim in so many gives another value than its fact has


def varied_articles(sources: list[Path], count: int, seed: int = 0) -> Iterator[ArchivedArticle]:
    """`count` articles: those of `sources` again and again, the first time as they are."""
    articles = [one for source in sources for one in open_archive(source) if isinstance(one, ArchivedArticle)]
    for number in range(count):
        source = articles[number % len(articles)]
        text = varied(source.text, seed + number) if number >= len(articles) else source.text
        yield ArchivedArticle(f"{number:06}-{Path(source.path).name}", text, source.format, source.title)


def varied(text: str, seed: int) -> str:
    """`text` with other names and other figures, the same text and seed always the same."""
    draw = random.Random(seed)
    names: dict[str, str] = {}

    def name(match: re.Match[str]) -> str:
        if match[0] not in names:
            names[match[0]] = place_name(draw.randrange(100_000)) if draw.random() < 0.5 else match[0]
        return names[match[0]]

    def figure(match: re.Match[str]) -> str:
        value = max(10, round(int(match[0].replace(",", "")) * draw.uniform(0.6, 1.6)))
        return f"{value:,}" if "," in match[0] else str(value)

    return _FIGURE.sub(figure, _NAME.sub(name, text))


def place_name(number: int) -> str:
    """A name that no place has; every number has one of its own, up to some tens of thousands."""
    number, end = divmod(number, len(_ENDS))
    number, first = divmod(number, len(_SYLLABLES))
    number, second = divmod(number, len(_SYLLABLES))
    third = _SYLLABLES[number % len(_SYLLABLES)] if number else ""
    return (_SYLLABLES[first] + _SYLLABLES[second] + third + _ENDS[end]).capitalize()


def write_claims(folder: Path, count: int) -> None:
    """Writes an audit of `count` claims about as many facts as SPREAD says, without findings."""
    import pandas as pd

    from checker.audit.store import Marker, Store
    from checker.audit.tables import ARTICLES, CLAIMS, FRAMES, arrow, records, to_parquet
    from checker.claims.table import claims_table, frames_table

    store = Store(folder)
    frames = to_parquet(arrow(frames_table([]).assign(article=""), FRAMES))
    draw = random.Random(0)
    made = shard = 0
    while made < count:
        tables, articles = [], []
        for _ in range(ARTICLES_A_SHARD):
            wanted = min(CLAIMS_AN_ARTICLE, count - made)
            if wanted:
                article, rows = _article(draw, made // CLAIMS_AN_ARTICLE, wanted, max(1, count // SPREAD))
                articles.append(article)
                tables += rows
                made += wanted
        claims = claims_table(tables)
        claims["date_start"] = claims["date_end"] = pd.Series(pd.NaT, index=claims.index, dtype="datetime64[s]")
        parts = {"articles": records(articles, ARTICLES), "claims": arrow(claims, CLAIMS)}
        marker = Marker(shard, "synthetic", "synthetic", "", len(articles), len(claims), 0)
        store.write_shard({name: to_parquet(part) for name, part in parts.items()} | {"frames": frames}, {}, marker)
        shard += 1
    manifest = {"archive": "synthetic", "columns": [], "limit": None, "shard_size": ARTICLES_A_SHARD}
    store.write_json("manifest.json", {**manifest, "extraction": "synthetic"})


def _article(
    draw: random.Random, number: int, count: int, facts: int
) -> tuple[Mapping[str, Any], list[dict[str, Any]]]:
    import datetime as dt

    name = f"article-{number:06}.md"
    rows, text = [], ""
    for claim in range(count):
        fact = draw.randrange(facts)
        place, measure = place_name(fact // len(MEASURES)), MEASURES[fact % len(MEASURES)]
        value = float(10 + fact % 7919 + (1000 if draw.randrange(ODD_ONES) == 0 else 0))
        figure = f"{value:,.0f} {measure}s"
        sentence = f"The town of {place} has {figure}."
        start = len(text) + sentence.index(figure)
        rows.append(
            {
                "claim": claim, "article": name, "block": claim, "sentence_number": claim, "start": start,
                "end": start + len(figure), "line": claim + 1, "text": figure, "sentence": sentence, "kind": "quantity",
                "low": value, "high": value, "value": value, "resolution": 0.5, "bound": "exact", "unit": "count",
                "measure": measure, "role": "level", "subject": place.lower(), "predicate": "have",
                "terms": f"{measure} {place.lower()} town", "near": place.lower(), "names": place.lower(),
                "tense": "present",
            }
        )  # fmt: skip
        text += sentence + "\n"
    day = dt.date(2024, 1, 1) + dt.timedelta(days=number % 700)
    article = {
        "article": name, "url": "", "title": name, "section": f"section-{number % 9}", "format": "markdown",
        "published": day, "published_source": "", "updated": None, "as_of": day, "words": 7 * count, "claims": count,
        "text": text,
    }  # fmt: skip
    return article, rows


def main(what: str, count: str, target: str, *sources: str) -> None:
    """Make "articles" or "claims"."""
    if what == "claims":
        write_claims(Path(target), int(count))
        return
    with Path(target).open("w", encoding="utf-8") as file:
        for one in varied_articles([Path(source) for source in sources], int(count)):
            record = {"id": one.id, "body": one.text, "format": one.format or one.path.rpartition(".")[2]}
            file.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
