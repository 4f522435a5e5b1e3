"""Who does the work: this process, local processes or a cluster, behind one interface. Dask distributes it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from checker.errors import ConfigurationError

AHEAD = 2  # jobs sent for each worker, so that none waits for the next
CONNECTED_WITHIN = 20  # seconds
FAILURES_ALLOWED = 1  # how many workers a job may lose before it counts as deadly

Job = tuple[Any, tuple[Any, ...]]  # a name of the job, and the arguments of the function


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Processes that are started within take no Ctrl-C, which a terminal sends to all: the run itself ends them.

    Only the main thread may ask for that.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class WorkerDied(Exception):
    """The workers that a job ran on died, one after the other."""


class Workers(Protocol):
    """Runs a function over many jobs."""

    def run(self, function: Callable[..., Any], jobs: Iterable[Job]) -> Iterator[tuple[Any, Any]]:
        """The name and the result of each job, in whatever order they come; a WorkerDied in place of a result.

        Jobs are taken from `jobs` only as workers become free. What `function` raises is raised here.
        """

    def close(self) -> None:
        """Lets the workers go."""


class ThisProcess:
    """Does all the work itself, one job after the other."""

    def run(self, function: Callable[..., Any], jobs: Iterable[Job]) -> Iterator[tuple[Any, Any]]:
        """See Workers."""
        for name, arguments in jobs:
            yield name, function(*arguments)

    def close(self) -> None:
        """See Workers."""


class DaskWorkers:
    """Processes on this machine, or the workers of the cluster whose scheduler is at `scheduler`.

    Raises ConfigurationError where dask is not installed, or no scheduler answers.
    """

    def __init__(self, count: int, scheduler: str = "") -> None:
        try:
            import dask
            from distributed import Client, LocalCluster
        except ImportError:
            raise ConfigurationError(
                "An audit with several workers needs dask: pip install 'subeditor[audit]'"
            ) from None
        self._cluster = None
        self._scheduler = scheduler or "the local scheduler"
        if not scheduler:
            # What a worker logs on its own (that it was restarted, that the disk is slow) helps no editor.
            settings = {
                "distributed.scheduler.allowed-failures": FAILURES_ALLOWED,
                "distributed.logging": {"distributed": "critical"},
                "distributed.worker.profile.enabled": False,  # it keeps every second's call stacks: 50 kB an article
            }
            with dask.config.set(settings), _interrupts_ignored():
                self._cluster = LocalCluster(
                    n_workers=count,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address="127.0.0.1:0",
                    silence_logs=50,
                )
        try:
            self.client = Client(self._cluster or scheduler, timeout=CONNECTED_WITHIN, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise ConfigurationError(f"--scheduler: nobody answers at {scheduler}: {error}.") from None

    def run(self, function: Callable[..., Any], jobs: Iterable[Job]) -> Iterator[tuple[Any, Any]]:
        """See Workers."""
        from distributed import as_completed

        waiting = iter(jobs)
        names: dict[Any, Any] = {}
        completed = as_completed(loop=self.client.loop, raise_errors=False)

        def send() -> None:
            ahead = AHEAD * max(1, len(self.client.nthreads()))
            while len(names) < ahead and (job := next(waiting, None)):
                future = self.client.submit(function, *job[1], pure=False)
                names[future] = job[0]
                completed.add(future)

        try:
            send()
            while names:
                future = next(completed)
                name = names.pop(future)
                result = self._result(future)
                future.release()
                send()
                yield name, result
        finally:
            self._cancel(list(names))

    def _result(self, future: Any) -> Any:
        from distributed import KilledWorker
        from distributed.comm.core import CommClosedError

        try:
            return future.result(timeout=60)
        except KilledWorker:
            return WorkerDied()
        except (CommClosedError, TimeoutError) as error:
            raise self._lost() from error
        except Exception as error:
            if future.status in ("cancelled", "lost"):
                raise self._lost() from error
            raise

    def _lost(self) -> ConfigurationError:
        return ConfigurationError(f"{self._scheduler} was lost. What was done is kept: go on with --resume.")

    def _cancel(self, futures: list[Any]) -> None:
        if futures and self.client.status == "running":
            self.client.cancel(futures, force=True)

    def close(self) -> None:
        """See Workers."""
        self.client.close(timeout=5)
        if self._cluster:
            self._cluster.close(timeout=5)
