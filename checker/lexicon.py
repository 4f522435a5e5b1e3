"""Lexicons: word lists that an editor can read aloud, one TOML file each in `rules/lexicon/`."""

import tomllib
from functools import cache
from typing import Any

from checker.errors import RuleError
from checker.resources import resource_folder


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The contents of `rules/lexicon/<name>.toml`. Raises RuleError where it is missing or is not TOML."""
    path = resource_folder("rules") / "lexicon" / f"{name}.toml"
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except FileNotFoundError:
        raise RuleError(f"{path}: there is no lexicon {name!r}") from None
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"{path}: {error}") from None
