"""What a project has decided: which rules, how grave, where; read from TOML files that lie beside its articles."""

from checker.configuration.find import Finder, load
from checker.configuration.settings import FILE_NAMES, Allowance, Configuration, RuleOptions, Settings

__all__ = ["FILE_NAMES", "Allowance", "Configuration", "Finder", "RuleOptions", "Settings", "load"]
