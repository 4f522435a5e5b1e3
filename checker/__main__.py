"""`python -m checker` and the console script `subeditor`."""

import gc
import signal
import sys
from types import FrameType

TERMINATED = 128 + signal.SIGTERM  # as a shell has it


def main() -> None:
    """Run the command line and leave with its exit code: 0 clean, 1 findings, 2 nothing could be done."""
    # Without this the system would end the process on the spot, and leave half-written files beside the old ones.
    signal.signal(signal.SIGTERM, _stop)
    # All that is loaded at the start stays to the end: looking through it for what could be freed is idle.
    gc.set_threshold(50_000, 20, 20)
    from checker.cli.application import run

    code = run()
    gc.freeze()  # the end of the process frees everything at once; without this, Python looks through it piece by piece
    sys.exit(code)


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(TERMINATED)


if __name__ == "__main__":
    main()
