"""When what is called the oldest of its kind came into being: whatever is older belies the claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.claims.reading import Mention

_ORIGINS = {"build", "complete", "found", "open"}
_TIME = ("date_start", "date_end", "date_precision", "date_relation", "date_source", "relative")


def dated_oldest(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """For every "oldest" whose origin the article dates, a further mention with that time (the first, of several)."""
    oldest = [mention for mention in mentions if mention.row["entry"] == "oldest" and mention.row["subject"]]
    dated = [mention for mention in mentions if oldest and _is_origin(mention)]
    for mention in oldest:
        own = [origin for origin in dated if _thing(origin) == mention.row["subject"]]
        if own:
            first = min(own, key=lambda origin: origin.row["date_start"])
            time = {column: first.row[column] for column in _TIME}
            yield replace(mention, row={**mention.row, **time, "entry": "oldest of its date"})


def _is_origin(mention: Mention) -> bool:
    row = mention.row
    return bool(
        row["kind"] == "event"
        and row["predicate"] in _ORIGINS
        and row["date_source"] == "own"
        and row["date_start"]
        and row["polarity"] == "affirmed"
        and row["modality"] == "asserted"
    )


def _thing(mention: Mention) -> str:
    return str(mention.row["object"] or mention.row["subject"])
