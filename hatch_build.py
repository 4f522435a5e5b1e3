"""Compiles the rules and word lists when a wheel is built: see checker/compiled.py."""

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRules(BuildHookInterface):  # type: ignore[misc]
    """Hatchling's hook; it has none of the program's dependencies, so it loads that module alone."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Puts the compiled file among the rules, from where it is packed with them."""
        root = Path(self.root)
        spec = importlib.util.spec_from_file_location("compiled", root / "checker" / "compiled.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        module.compile_tables(root / "rules")
