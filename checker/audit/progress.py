"""How far an audit is: one line that is renewed on a terminal, a plain line now and then elsewhere."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from checker.audit.store import Marker

PLAIN_LINES_EVERY = 30.0  # seconds


class Screen(Protocol):
    """Where progress is shown; the command line's messages are one."""

    def progress(self, message: str) -> None:
        """Shown in place of the last progress, on a terminal only."""

    def note(self, message: str) -> None:
        """A line of its own."""

    @property
    def on_terminal(self) -> bool:
        """Whether `progress` is seen."""


@dataclass(slots=True)
class Progress:
    """Counts what has been done. `total` is the number of articles, None where it is not known beforehand."""

    screen: Screen | None = None
    total: int | None = None
    done: int = 0
    earlier: int = 0  # of those done, how many an earlier run did
    findings: int = 0
    errors: int = 0
    memory: int = 0  # bytes, the most that a worker has held
    _started: float = field(default_factory=time.monotonic)
    _told: float = field(default_factory=time.monotonic)

    def add(self, marker: Marker, memory: int = 0, earlier: bool = False) -> None:
        """A shard is done."""
        count = marker.articles + len(marker.errors)
        self.done += count
        self.earlier += count if earlier else 0
        self.findings += marker.findings
        self.errors += len(marker.errors)
        self.memory = max(self.memory, memory)
        if self.screen is None:
            return
        if self.screen.on_terminal:
            self.screen.progress(self.line())
        elif time.monotonic() - self._told >= PLAIN_LINES_EVERY:
            self._told = time.monotonic()
            self.screen.note(self.line())

    @property
    def rate(self) -> float:
        """Articles a second in this run."""
        return (self.done - self.earlier) / max(1e-9, time.monotonic() - self._started)

    def line(self) -> str:
        """ "1,200 of 5,000 articles, 12.3 a second, 5 min left, 310 findings, 2 errors, 412 MB a worker"."""
        of = f" of {self.total:,}" if self.total is not None else ""
        parts = [f"{self.done:,}{of} articles", f"{self.rate:.1f} a second"]
        if self.total is not None and self.rate > 0 and self.total > self.done:
            parts.append(f"{duration((self.total - self.done) / self.rate)} left")
        parts += [f"{self.findings:,} findings", f"{self.errors:,} errors"]
        if self.memory:
            parts.append(f"{self.memory / 1e6:,.0f} MB a worker")
        return ", ".join(parts)


def duration(seconds: float) -> str:
    """A span of time in the largest unit of which it holds two or more: "90 s", "12 min", "5 h"."""
    for size, name in ((86_400, "days"), (3_600, "h"), (60, "min")):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {name}"
    return f"{seconds:.0f} s"
