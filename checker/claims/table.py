"""The claims table and the frames table: every column, its dtype and its meaning, declared here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import pandas as pd


class Column(NamedTuple):
    """One column: its pandas dtype, what a row holds when nothing is known, and what it means."""

    dtype: str
    unknown: Any
    meaning: str


_WORD = "object"  # strings; "" where unknown, so that comparisons never meet a missing value
_DATE = "datetime64[s]"

COLUMNS: Mapping[str, Column] = {
    "claim": Column("int64", 0, "row id, in order of position"),
    "article": Column(_WORD, "", "article id: the path as given"),
    "zone": Column(_WORD, "body", "part of the article: title, description, heading, body, list, table, …"),
    "section": Column(_WORD, "", "the nearest heading above"),
    "block": Column("int64", 0, "number of the block"),
    "sentence_number": Column("int64", 0, "number of the sentence in the article; a table shares a negative one"),
    "start": Column("int64", 0, "offset of the first character in the source"),
    "end": Column("int64", 0, "offset behind the last character in the source"),
    "line": Column("int64", 1, "line of the first character, from 1"),
    "column": Column("int64", 1, "column of the first character, from 1, in code points"),
    "text": Column(_WORD, "", "the claim, verbatim as read (markup gone)"),
    "sentence": Column(_WORD, "", "the sentence it stands in, verbatim as read"),
    "kind": Column(_WORD, "", "quantity, date, duration, event, name, phrase (a lexicon hit), question, answer"),
    "low": Column("float64", float("nan"), "least value that the words state"),
    "high": Column("float64", float("nan"), "greatest value that the words state"),
    "value": Column("float64", float("nan"), "the one figure written; missing for a range"),
    "resolution": Column("float64", 0.0, "half a unit of the last digit that carries meaning"),
    "bound": Column(_WORD, "", "exact, at_least, more_than, at_most, less_than, range"),
    "approximate": Column("bool", False, '"about", "some", "nearly"'),
    "unit": Column(_WORD, "", "canonical unit: count, percent, percentage_point, USD, km, year, …"),
    "per": Column(_WORD, "", 'unit of the divisor: "hour" in "£15 an hour"'),
    "measure": Column(_WORD, "", "what is measured, canonical: soldier for troops and soldiers"),
    "role": Column(_WORD, "", "level, increase, decrease, share, rate, ratio, rank, score, target, age, total, …"),
    "subject": Column(_WORD, "", "whom or what the claim is about, canonical"),
    "group": Column(_WORD, "", "the subset it is restricted to, canonical (modifiers of the measure)"),
    "place": Column(_WORD, "", "where, canonical"),
    "predicate": Column(_WORD, "", "lemma of the governing verb, canonical; nominalisations mapped to their verb"),
    "object": Column(_WORD, "", "the verb's other argument, canonical"),
    "terms": Column(_WORD, "", "content words around the claim, canonical, sorted, space-separated"),
    "near": Column(_WORD, "", "content words right beside the claim, canonical, sorted, space-separated"),
    "around": Column(_WORD, "", "content words of the claim's sentence, canonical, sorted, space-separated"),
    "topic": Column(_WORD, "", "those of the terms that the whole article is about: they tell two claims least apart"),
    "names": Column(_WORD, "", "proper names around the claim that are not the article's own topic, as terms"),
    "definite": Column("bool", False, 'a definite phrase that points back: "the £12.4 million", "its 36 outlets"'),
    "once": Column("bool", False, "an event of the kind that happens to one thing only once: founded, born, opened"),
    "limits": Column(
        _WORD, "", 'times that come round ("sunday"); of an event also words that bound it, "yet", "until"'
    ),
    "which": Column(_WORD, "", "adjectives of the subject, which tell it from others of its kind; an open he or she"),
    "contrast": Column("bool", False, 'qualified as not the one just named: "another", "each", "of them"'),
    "date_start": Column(_DATE, None, "first day of the claim's time"),
    "date_end": Column(_DATE, None, "day behind the last of the claim's time"),
    "date_precision": Column(_WORD, "", "day, week, month, quarter, season, year, decade, century"),
    "date_relation": Column(_WORD, "", "in, on, by, since, until, as_of, …"),
    "date_source": Column(_WORD, "", "where the time comes from: own, sequence, sentence, paragraph, section, article"),
    "relative": Column("bool", False, 'the time is relative: "last year"'),
    "frame": Column("int64", -1, "first frame the row stands in, -1 for none"),
    "slot": Column(_WORD, "", "its slot in that frame"),
    "polarity": Column(_WORD, "affirmed", "affirmed or negated"),
    "modality": Column(_WORD, "asserted", "asserted, planned, reported, hypothetical"),
    "attribution": Column(_WORD, "", "who said so"),
    "quoted": Column("bool", False, "stands inside quotation marks or a block quotation"),
    "lexicon": Column(_WORD, "", "for a phrase: the lexicon it was found in; for a question: what it asks for"),
    "entry": Column(_WORD, "", "for a phrase: lexicon entry; for a name: its entity type; for a question: its block"),
    "cited": Column("bool", False, "its sentence links, footnotes or names a source"),
    "dated": Column("bool", False, "a date in its sentence, opening its paragraph or in the heading sets its time"),
    "figured": Column("bool", False, "a figure stands in its sentence"),
    "compared": Column("bool", False, "its sentence names the base of a comparison: than, from, since, …"),
    "answer": Column(_WORD, "", "for a question: yes, no, given, linked, vague, missing (other than asked), none"),
    "tense": Column(_WORD, "", "tense of the governing verb: past, present, future"),
}

FRAME_COLUMNS: Mapping[str, Column] = {
    "frame": Column("int64", 0, "frame id"),
    "kind": Column(_WORD, "", "change, total, shares, ratio, conversion, age, duration, list, weekday, …"),
    "slot": Column(_WORD, "", "part the claim plays in the frame"),
    "claim": Column("int64", 0, "row id in the claims table"),
}


def blank_row(kind: str) -> dict[str, Any]:
    """A row of the claims table in which nothing but its kind is known."""
    row = {name: column.unknown for name, column in COLUMNS.items()}
    row["kind"] = kind
    return row


def claims_table(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A claims table of `rows`; columns a row leaves out are unknown.

    Raises KeyError where a row names a column that is not declared.
    """
    return _table(COLUMNS, rows)


def frames_table(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A frames table of `rows`, with the columns of FRAME_COLUMNS."""
    return _table(FRAME_COLUMNS, rows)


def _table(columns: Mapping[str, Column], rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    import pandas as pd

    rows = list(rows)
    for row in rows:
        if unknown := row.keys() - columns.keys():
            raise KeyError(f"no such column: {', '.join(sorted(unknown))}")
    cells = {name: [row.get(name, column.unknown) for row in rows] for name, column in columns.items()}
    table = pd.DataFrame({name: _column(cells[name], column.dtype) for name, column in columns.items()})
    table.columns = pd.Index(list(columns), dtype=object)  # as for the strings below, and found ten times as fast
    return table


def _column(values: list[Any], dtype: str) -> Any:
    import numpy as np
    import pandas as pd

    # Strings stay Python objects: left to itself, pandas 3 chooses a string type by what else is installed.
    return pd.Series(values, dtype=dtype) if dtype == _WORD else np.array(values, dtype=dtype)
