"""Reads the values of options."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from checker.errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterable


def day(value: str | None, option: str) -> dt.date | None:
    """The date that `value` writes as YYYY-MM-DD. Raises ConfigurationError, naming `option`, where it does not."""
    if value is None:
        return None
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise ConfigurationError(
            f"{option}: {value!r} is not a date. Write year, month and day, such as 2026-02-10."
        ) from None


def as_of_day(value: str | None) -> dt.date | None:
    """The date of --as-of; "today" asks for the machine's clock, which nothing else here does."""
    return dt.date.today() if value == "today" else day(value, "--as-of")


def names(values: Iterable[str] | None) -> tuple[str, ...]:
    """The names in `values`, each of which may hold several with commas between."""
    return tuple(name.strip() for value in values or () for name in value.split(",") if name.strip())
