"""A finding: what cannot all be true, or cannot be checked, and every place it concerns."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """SARIF 2.1.0 levels, by meaning.

    error: both cannot be true. warning: both cannot be true if they speak of the same thing.
    note: too vague or too old to check.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for note."""
        return {"error": 2, "warning": 1, "note": 0}[self.value]

    def lowered(self) -> "Severity":
        """One level down; a note stays a note."""
        return {Severity.ERROR: Severity.WARNING}.get(self, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the article's source: half-open code-point offsets, lines and columns from 1.

    `quote` is `text[start:end]`, markup included; `label` says how the claim there was understood
    ("14.2 million GBP", "Tuesday 14 May 2024").
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `locations` holds every side, in order of position; `why` says why they are comparable.

    `anchor` is the number of the side to show first where an output has room for one: the edited side, in a change.
    """

    rule: str
    pack: str
    severity: Severity
    message: str
    fingerprint: str
    locations: tuple[Location, ...]
    why: str = ""
    remedy: str = ""
    anchor: int = 0

    @property
    def place(self) -> Location:
        """The side to show first."""
        return self.locations[self.anchor]

    @property
    def other_places(self) -> tuple[Location, ...]:
        """The other sides, in order of position."""
        return tuple(place for number, place in enumerate(self.locations) if number != self.anchor)
