"""Digests of everything that decides what an audit finds: its own code, word lists, the model, libraries, rules."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from checker.audit.extraction import ExtractionOptions
from checker.audit.judging import JudgingOptions
from checker.configuration import Configuration
from checker.resources import resource_folder

_CODE = Path(__file__).parent.parent
_EXTRACTION = ("articles", "language", "claims", "lexicon.py", "audit/extraction.py", "audit/archive")
_JUDGING = (
    "judge",
    "baseline.py",
    "configuration/house_rules.py",
    "density.py",
    "suppression.py",
    "output/report",
    "audit/judging.py",
)
_HOUSE = {"allow", "options", "overrides"}  # what of a configuration decides findings beside the rules
_LIBRARIES = ("spacy", "dateparser", "pyromark", "PyYAML")


def extraction_digest(options: ExtractionOptions) -> str:
    """What decides the claims: code, word lists, the language model, libraries, Python, and the options."""
    libraries = [f"{name} {_version(name)}" for name in _LIBRARIES]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    words = resource_folder("rules") / "lexicon"
    others = repr((options.published, options.date_keys))  # a time limit decides no claim
    return _digest(
        _files(_EXTRACTION), _contents([words, *options.lexicons]), model_digest(), *libraries, python, others
    )


def judging_digest(options: JudgingOptions) -> str:
    """What decides the findings, given the claims: code, word lists, rules, and the options."""
    rules = [rule.model_dump_json(exclude={"example", "path"}) for rule in options.rules]
    configuration = options.settings.configuration if options.settings else Configuration()
    house = configuration.model_dump_json(include=_HOUSE)
    words = [resource_folder("rules") / "lexicon", *options.reading.lexicons]
    others = repr((options.as_of, options.pages, options.require_reason, options.accepted))
    return _digest(_files(_JUDGING), _contents(words), *rules, house, others)


def model_digest() -> str:
    """A digest of the language model's files, without loading it; "" where none is installed."""
    from checker.language.parse import MODELS

    for name in MODELS:
        found = importlib.util.find_spec(name)
        if found and found.origin:
            return _contents([Path(found.origin).parent])
    return ""


def _files(names: Iterable[str]) -> str:
    return _contents(_CODE / name for name in names)


def _contents(paths: Iterable[Path]) -> str:
    result = hashlib.sha256()
    for path in paths:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                result.update(file.name.encode())
                result.update(hashlib.sha256(file.read_bytes()).digest())
    return result.hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
