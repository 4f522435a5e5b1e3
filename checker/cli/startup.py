"""What a command loads, and does without."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any


def load_pandas() -> None:
    """Loads pandas without pyarrow, which it would bring along wherever that is installed.

    Checking articles needs neither its formats nor its strings; it takes 35 MB. Whoever imports pyarrow afterwards gets
    it whole.
    """
    if "pandas" in sys.modules or "pyarrow" in sys.modules:
        return
    modules: dict[str, Any] = sys.modules  # None there says that a module cannot be imported
    modules["pyarrow"] = None
    try:
        import_module("pandas")
    finally:
        del modules["pyarrow"]
