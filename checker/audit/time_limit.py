"""Stops work that takes too long, on whatever thread it runs (a signal would reach the main thread only)."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class TimedOut(Exception):
    """The work was stopped."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raises TimedOut in the body of the `with` statement once `seconds` have passed; 0 sets no limit.

    It comes between two instructions of Python: a single call into C is not interrupted.
    """
    if not seconds:
        yield
        return
    guard = _Guard(threading.get_ident())
    timer = threading.Timer(seconds, guard.stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        guard.finish()


class _Guard:
    """Makes sure that the exception comes before the body ends, or not at all."""

    def __init__(self, thread: int) -> None:
        self._thread = thread
        self._lock = threading.Lock()
        self._finished = False

    def stop(self) -> None:
        with self._lock:
            if not self._finished:
                _raise_in(self._thread, TimedOut)

    def finish(self) -> None:
        with self._lock:
            self._finished = True
            _raise_in(self._thread, None)  # takes back one that has not been raised yet


def _raise_in(thread: int, exception: type[BaseException] | None) -> None:
    """Python's own way to raise an exception in another thread: PyThreadState_SetAsyncExc in the C API."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), ctypes.py_object(exception) if exception else None
    )
