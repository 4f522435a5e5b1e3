"""`subeditor demo`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.check import CheckOptions, run_check
from checker.cli.inspection import Conditions
from checker.errors import ConfigurationError

if TYPE_CHECKING:
    from checker.cli.console import Color, Messages

EXAMPLE = Path(__file__).with_name("example-article.md")
NAME = "subeditor-demo.md"


def run_demo(folder: Path, color: Color, messages: Messages) -> int:
    """Write the example article to `folder`, check it there, and return 0: its faults are meant to be found.

    An article that already stands there is checked as it stands. Raises ConfigurationError where it cannot be written.
    """
    path = folder / NAME
    if path.exists():
        messages.note(f"{path} was already there and stays as it is.")
    else:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(EXAMPLE.read_bytes())
        except OSError as error:
            reason = (error.strerror or "").lower()
            raise ConfigurationError(f"{path} cannot be written: {reason}. Name another folder.") from None
        messages.note(f"Wrote {path}, an example with faults in it. Mend them and check it again:")
        messages.note(f"  subeditor check {path}")
    messages.note("")
    conditions = Conditions(isolated=True, fail_on="never", use_baseline=False, use_cache=False)
    return run_check([str(path)], conditions, CheckOptions(color=color), messages)
