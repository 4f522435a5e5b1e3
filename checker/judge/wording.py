"""Says in words what was understood: the label of a claim, which zones disagree, why two claims are comparable."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from checker.claims.table import COLUMNS
from checker.judge.context import Context
from checker.judge.rows import Row
from checker.judge.rule import TIME, PairShape, filled, placeholders
from checker.language.interval_words import format_interval

_MOST_WORDS = 5
LONGEST_TEXT = 120  # characters of the article that a message repeats

_BOUNDS = {"at_least": "at least ", "more_than": "more than ", "at_most": "at most ", "less_than": "less than "}
_LOWER = ("at_least", "more_than")
_CANONICAL = ("measure", "subject", "group", "place", "predicate", "object")  # columns in small letters
_WORD = re.compile(r"\w+")
_MAGNITUDES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_ZONES = {  # parts that repeat what the running text says, as an editor calls them
    "title": "title",
    "description": "description",
    "heading": "heading",
    "caption": "caption",
    "table": "table",
    "faq_question": "question",
    "faq_answer": "answer",
    "metadata": "metadata",
}
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}
_UNKNOWN = {"measure": "figure", "label": "it", "text": "it"}


def label(row: Row) -> str:
    """How the claim was understood: "about 8,500 soldiers", "14.2 million GBP", "Tuesday 14 May 2024"; "" if not."""
    if row["kind"] in ("quantity", "duration") and not math.isnan(row["low"]):
        return _quantity(row)
    if row["kind"] == "date":
        return _time(row, weekday=True)
    if row["kind"] == "event":
        what = " ".join(filter(None, (row["subject"], row["predicate"], row["object"])))
        denied = "denied" if row["polarity"] == "negated" else ""
        return ", ".join(filter(None, (_as_written(what, row["sentence"]), _time(row), denied)))
    return str(row["subject"] or row["text"]) if row["kind"] == "name" else ""


def claim_message(message: str, row: Row, context: Context) -> str:
    """A rule's message about one claim."""
    return filled(message, {name: _word(row, name, context) for name in placeholders(message)})


def pair_message(message: str, first: Row, second: Row, rows: Sequence[Row], context: Context) -> str:
    """A rule's message about two claims, and whatever an editor needs to see the whole group of `rows`."""
    words = {}
    for name in placeholders(message):
        side, _, column = name.rpartition(".")
        row = second if side == "b" else first
        if not side and not _word(first, column, context, ""):
            row = second
        words[name] = _word(row, column, context)
    parts = [filled(message, words), _zones(first, second), _tally(rows)]
    return ". ".join(part for part in parts if part)


def frame_message(message: str, words: Mapping[str, Any], context: Context) -> str:
    """A rule's message about a frame: `words` come from its predicate."""
    known = {"as_of": _day(context.as_of), "published": _day(context.published)}
    return filled(message, known | {name: _clipped(str(word)) for name, word in words.items()})


def comparable_because(first: Row, second: Row, shape: PairShape) -> str:
    """The scope that two claims share: "Both give soldier (count) for Poland in 2025; only one states the place"."""

    def shared(name: str) -> str:
        if name not in shape.same and name not in shape.compatible:
            return ""
        row = first if first[name] else second
        return _as_written(str(row[name]), str(row["sentence"]))

    if shape.comparison:
        return _speaks_of(first, second)
    what = shared("measure")
    unit = " per ".join(filter(None, (shared("unit"), shared("per"))))
    if what or unit:
        sentence = f"Both give {f'{what} ({unit})' if what and unit else what or unit}"
    else:
        event = " ".join(filter(None, (shared("predicate"), shared("object"))))
        sentence = f"Both speak of {event}" if event else "Both speak of the same thing"
    if group := shared("group"):
        sentence += f", {group},"
    if subject := shared("subject"):
        sentence += f" for {subject}"
    if (place := shared("place")) and place != subject:
        sentence += f" in {place}"
    if TIME in shape.compatible and (time := _time(first) or _time(second)):
        sentence += f", {time}"
    alone = [name for name in shape.compatible if _stated(first, name) != _stated(second, name)]
    if alone:
        sentence += f"; only one of them states the {' and the '.join(alone)}"
    return sentence


def _speaks_of(first: Row, second: Row) -> str:
    """What two claims that were weighed have in common, in words that an editor finds in both sentences."""
    words = {word for row in (first, second) for word in (f"{row['terms']} {row['near']} {row['measure']}").split()}
    sides = [{*f"{row['terms']} {row['near']} {row['measure']} {row['predicate']}".split()} for row in (first, second)]
    common = sorted((words | {first["predicate"]}) & sides[0] & sides[1])
    named = [_as_written(word, f"{first['sentence']} {second['sentence']}") for word in common[:_MOST_WORDS]]
    sentence = f"Words in common: {', '.join(named)}" if named else "Both speak of the same thing"
    if (time := _time(first)) and time == _time(second):
        sentence += f"; both dated {time}"
    elif first["kind"] == "quantity" and bool(_time(first)) != bool(_time(second)):
        sentence += "; only one of them gives a time"
    return sentence


def zone_name(zone: str) -> str:
    """What an editor calls a zone; all that is running text is "text"."""
    return _ZONES.get(zone, "text")


def _quantity(row: Row) -> str:
    if row["unit"] == "second" and ":" in row["text"]:
        return str(row["text"])  # a running time, "4:07.62"
    low, high, bound = row["low"], row["high"], row["bound"]
    about = "about " if row["approximate"] else ""
    if bound in _BOUNDS:
        figure = _BOUNDS[bound] + about + _number(low if math.isfinite(low) and low >= 0 and bound in _LOWER else high)
    elif low != high:
        figure = f"{about}{_number(low)} to {_number(high)}"
    else:
        figure = about + _number(low)
    return figure + _unit(row, plural=not (low == high == 1)) + (f" per {row['per']}" if row["per"] else "")


def _unit(row: Row, plural: bool) -> str:
    unit, measure = row["unit"], row["measure"]
    if unit == "percent":
        return "%"
    name = measure if unit == "count" else unit.replace("_", " ")
    if not name or unit.isupper():
        return f" {name}".rstrip()
    return f" {_plural(name) if plural else name}"


def _plural(name: str) -> str:
    head, space, word = name.rpartition(" ")
    if word in _IRREGULAR:
        word = _IRREGULAR[word]
    elif word.isupper() or len(word) < 3 or word.endswith("s"):
        return name
    elif word.endswith(("x", "z", "ch", "sh")):
        word += "es"
    elif word.endswith("y") and word[-2] not in "aeiou":
        word = word[:-1] + "ies"
    else:
        word += "s"
    return head + space + word


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "any number"
    for size, name in _MAGNITUDES:
        if abs(value) >= size:
            return f"{value / size:,.6g}{name}"
    return f"{value:,.10g}"


def _time(row: Row, weekday: bool = False) -> str:
    start, end = _date(row["date_start"]), _date(row["date_end"])
    words = format_interval(start, end, row["date_precision"])
    return f"{start:%A} {words}" if weekday and words and start and (row["date_precision"] == "day") else words


def _date(value: Any) -> Any:
    return None if value is None or value != value else value.date() if hasattr(value, "date") else value


def _day(value: Any) -> str:
    return f"{value.day} {value:%B} {value.year}" if (value := _date(value)) else "an unknown day"


def _word(row: Row, name: str, context: Context, unknown: str | None = None) -> str:
    """What `name` stands for in a message about `row`."""
    if name == "label":
        found = label(row) or str(row["text"])
    elif name in ("as_of", "published"):
        return _day(getattr(context, name))
    elif name in ("date_start", "date_end"):
        found = _day(row[name]) if _date(row[name]) else ""
    elif isinstance(row[name], float):
        found = "" if math.isnan(row[name]) else _number(row[name])
    else:
        found = _as_written(str(row[name]), row["sentence"]) if name in _CANONICAL else str(row[name])
    if not found and unknown is None:
        return _UNKNOWN.get(name, name.replace("_", " "))
    return _clipped(found)


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1].rstrip() + "…"


def _stated(row: Row, name: str) -> bool:
    if name == TIME:
        return bool(_time(row))
    return bool(row[name]) if COLUMNS[name].unknown == "" else row[name] == row[name]


def _zones(first: Row, second: Row) -> str:
    here, there = zone_name(first["zone"]), zone_name(second["zone"])
    if here == there:
        return ""
    one, two = (label(row) or f"“{_clipped(row['text'])}”" for row in (first, second))
    return f"The {here} says {one}, the {there} {two}"


def _tally(rows: Iterable[Row]) -> str:
    """How many places say which, where more than two are concerned; calls none of them wrong."""
    counts = Counter(label(row) or f"“{_clipped(row['text'])}”" for row in rows)
    if counts.total() < 3 or len(counts) < 2:
        return ""
    times = {1: "once", 2: "twice"}
    said = ", ".join(f"{words} {times.get(count, f'{count} times')}" for words, count in counts.items())
    return f"The article says {said}"


def _as_written(canonical: str, sentence: str) -> str:
    """Canonical words with the capitals that the sentence gives them: "Poland" for "poland"."""
    written = {word.casefold(): word for word in _WORD.findall(sentence)}
    return " ".join(written.get(word, word) for word in canonical.split())
