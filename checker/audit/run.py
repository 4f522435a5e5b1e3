"""One audit from beginning to end: shards, then articles against each other, then the dashboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.audit.archive import open_archive
from checker.audit.archive.count import count_articles
from checker.audit.conclusion import conclude
from checker.audit.extraction import Extracted, extract_shard
from checker.audit.manifest import agreed
from checker.audit.progress import Progress, Screen
from checker.audit.shards import Shard, shards
from checker.audit.store import EXTRACTED, Marker, Store
from checker.audit.work import Worked, deadly, joined, stored_shard, whole_shard
from checker.audit.workers import DaskWorkers, Job, ThisProcess, WorkerDied, Workers
from checker.errors import ConfigurationError
from checker.files import remove_unfinished

if TYPE_CHECKING:
    from checker.audit.conclusion import Summary
    from checker.audit.options import AuditOptions


def run_audit(options: AuditOptions, screen: Screen | None = None) -> Summary:
    """Carry out an audit, and return what it came to.

    Raises ConfigurationError where it cannot begin or go on; what was done until then is kept for `resume`.
    """
    try:
        return _Run(options, screen).run()
    except OSError as error:
        reason = (error.strerror or str(error) or type(error).__name__).lower()
        raise ConfigurationError(
            f"{error.filename or options.out} cannot be written: {reason}. What was done is kept: make room, and go on "
            "with --resume."
        ) from None


class _Run:
    def __init__(self, options: AuditOptions, screen: Screen | None) -> None:
        self.store = Store(options.out)
        self.manifest = agreed(self.store, options)
        # Patterns of a configuration see articles as files in the archive, also where that is not read again.
        archive, settings = Path(self.manifest.archive), options.judging.settings
        root = archive if archive.is_dir() or not settings else settings.folder
        self.options = replace(options, judging=replace(options.judging, root=root.absolute()))
        self.progress = Progress(screen)
        self._shards: dict[int, Shard] = {}  # of the shards that workers have, so that one can be cut up

    def run(self) -> Summary:
        remove_unfinished(self.store.folder)
        self.store.write_json("manifest.json", {**self.manifest.as_json(), "state": "begun"})
        workers = self._workers()
        try:
            if self.options.archive is None:
                self._judge(workers)
            else:
                self.progress.total = count_articles(self.options.archive, self.options.limit)
                self._extract(workers)
            summary = conclude(self.store, self.options, workers, self.progress)
        finally:
            workers.close()
        self.store.write_json("manifest.json", {**self.manifest.as_json(), "state": "complete"})
        return summary

    def _workers(self) -> Workers:
        if self.options.scheduler or self.options.workers:
            return DaskWorkers(self.options.workers, self.options.scheduler)
        return ThisProcess()

    def _extract(self, workers: Workers) -> None:
        assert self.options.archive is not None
        entries = open_archive(self.options.archive, self.options.columns)
        cut = shards(entries, self.manifest.shard_size, self.options.limit)
        last = -1
        died: list[Shard] = []
        for number, worked in workers.run(whole_shard, self._missing(cut)):
            shard = self._shards.pop(number)
            last = max(last, number)
            if isinstance(worked, WorkerDied):
                died.append(shard)
            else:
                self._write(shard, worked)
        for shard in died:
            extracted = self._piecewise(shard, workers)
            jobs: list[Job] = [(shard.number, (shard.number, extracted.tables, self.options.judging))]
            for _, worked in workers.run(stored_shard, jobs):
                if isinstance(worked, WorkerDied):
                    raise ConfigurationError(
                        f"shard {shard.number} cannot be judged: the workers die. Use more memory."
                    )
                self._write(shard, replace(worked, extracted=extracted))
        self.store.drop(self._end)

    def _missing(self, cut: Iterable[Shard]) -> Iterator[Job]:
        """The shards that are not there yet."""
        self._end = 0
        for shard in cut:
            self._end = shard.number + 1
            marker = self.store.marker(shard.number)
            if marker and marker.source == shard.digest and self._fits(marker):
                self.progress.add(marker, earlier=True)
                continue
            if marker and marker.source != shard.digest and not self.options.allow_mixed:
                raise ConfigurationError(
                    f"the archive has changed since the audit in {self.store.folder} was begun (shard {shard.number}). "
                    "Begin anew in another folder, or say --allow-mixed to read again only what changed."
                )
            self._shards[shard.number] = shard
            yield shard.number, (shard.number, shard.articles, self.options.extraction, self.options.judging)

    def _fits(self, marker: Marker) -> bool:
        """Whether a shard was made as shards are made now; where mixing is allowed any shard will do."""
        made = (marker.extraction, marker.judging)
        return self.options.allow_mixed or made == (self.manifest.extraction, self.manifest.judging)

    def _piecewise(self, shard: Shard, workers: Workers) -> Extracted:
        """Extracts a shard that workers died on: by halves, until what kills them stands alone."""
        options = self.options.extraction
        waiting = [(0, len(shard.articles))]
        done: dict[int, Extracted] = {}
        while waiting:
            jobs: list[Job] = [((a, b), (shard.articles[a:b], options)) for a, b in waiting]
            waiting = []
            for (a, b), extracted in workers.run(extract_shard, jobs):
                if not isinstance(extracted, WorkerDied):
                    done[a] = extracted
                elif b - a == 1:
                    done[a] = deadly(shard.articles[a], options)
                else:
                    middle = (a + b) // 2
                    waiting += [(a, middle), (middle, b)]
        return joined([done[a] for a in sorted(done)])

    def _write(self, shard: Shard, worked: Worked) -> None:
        extracted = worked.extracted
        assert extracted is not None
        failures = (*shard.failures, *extracted.failures)
        marker = Marker(
            shard.number,
            shard.digest,
            self.manifest.extraction,
            self.manifest.judging,
            extracted.articles,
            extracted.claims,
            worked.judged.findings,
            worked.judged.suppressed,
            tuple((failure.path, failure.message) for failure in failures),
        )
        self.store.write_shard(worked.tables, worked.judged.pages, marker)
        self.progress.add(marker, max(extracted.memory, worked.judged.memory))

    def _judge(self, workers: Workers) -> None:
        """Judges the stored claims again, wherever they were last judged by other rules."""
        markers = {marker.shard: marker for marker in self.store.markers()}
        self.progress.total = sum(marker.articles + len(marker.errors) for marker in markers.values())

        def jobs() -> Iterator[Job]:
            for number, marker in markers.items():
                if marker.judging == self.manifest.judging:
                    self.progress.add(marker, earlier=True)
                else:
                    yield number, (number, self.store.read(number, EXTRACTED), self.options.judging)

        for number, worked in workers.run(stored_shard, jobs()):
            if isinstance(worked, WorkerDied):
                raise ConfigurationError(f"shard {number} cannot be judged: the workers die. Use more memory.")
            judged = worked.judged
            marker = replace(
                markers[number],
                judging=self.manifest.judging,
                findings=judged.findings,
                suppressed=judged.suppressed,
            )
            self.store.write_shard(judged.tables, judged.pages, marker)
            self.progress.add(marker, judged.memory)
