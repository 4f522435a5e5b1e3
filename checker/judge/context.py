"""What a judgement may know besides the table: the days that the article itself, or its reader, gives."""

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Context:
    """The days that staleness is measured from, and how far back is old.

    Each day is None where nothing gives it; none is ever today by default.
    """

    published: dt.date | None = None
    updated: dt.date | None = None
    as_of: dt.date | None = None
    horizons: tuple[tuple[str, int], ...] = ()  # months by kind, in place of those of the lexicon `horizons`


class ContextNeeded(Exception):
    """A predicate asked for a day while the rows of many articles were tested at once."""


class AnyContext(Context):
    """Stands in for the contexts of many articles, for predicates that need none; raises ContextNeeded when asked."""

    def __getattribute__(self, name: str) -> Any:
        if name in Context.__dataclass_fields__:
            raise ContextNeeded
        return super().__getattribute__(name)


def moment(day: dt.date) -> dt.datetime:
    """The first moment of `day`: what pandas compares with a column of dates."""
    return dt.datetime.combine(day, dt.time())
