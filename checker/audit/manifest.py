"""What an audit was made with, so that it is only continued with the same."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from checker import __version__
from checker.audit.versions import extraction_digest, judging_digest
from checker.errors import ConfigurationError

if TYPE_CHECKING:
    from checker.audit.options import AuditOptions
    from checker.audit.store import Store

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """`extraction` is a digest of all that decides the claims, `judging` of all that decides the findings."""

    tool: str
    archive: str
    columns: tuple[tuple[str, str], ...]
    limit: int | None
    shard_size: int
    extraction: str
    judging: str
    rules: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The manifest as its file holds it."""
        return {"schema": SCHEMA, **asdict(self)}


def agreed(store: Store, options: AuditOptions) -> Manifest:
    """The manifest of the audit that `options` ask for.

    Raises ConfigurationError where the folder holds another audit, or was made with something else than is used now.
    """
    held = store.read_json("manifest.json")
    judging = judging_digest(options.judging)
    rules = tuple(rule.id for rule in options.judging.rules)
    if options.archive is None:
        if not held:
            raise ConfigurationError(f"{store.folder} holds no audit whose claims could be judged again.")
        return Manifest(
            f"subeditor {__version__}",
            held["archive"],
            tuple((field, column) for field, column in held["columns"]),
            held["limit"],
            held["shard_size"],
            held["extraction"],
            judging,
            rules,
        )
    wanted = Manifest(
        f"subeditor {__version__}",
        str(options.archive),
        tuple(sorted(options.columns.items())),
        options.limit,
        held.get("shard_size", options.shard_size) if options.resume else options.shard_size,
        extraction_digest(options.extraction),
        judging,
        rules,
    )
    if not held:
        _refuse_strangers(store)
        return wanted
    if not options.resume:
        raise ConfigurationError(
            f"{store.folder} holds an audit already. Go on with --resume, judge it again with --judge-only, or name "
            "another folder with --out."
        )
    changed = _changes(held, wanted)
    if changed and not options.allow_mixed:
        raise ConfigurationError(
            f"{store.folder} was begun with {' and '.join(changed)}, so what is there and what comes would not fit "
            "together. Begin anew in another folder, or say --allow-mixed to keep what is there. "
            "(Other rules over the same claims: --judge-only.)"
        )
    return wanted


def _changes(held: dict[str, Any], wanted: Manifest) -> list[str]:
    found = []
    if held.get("extraction") != wanted.extraction:
        found.append("another language model, or another version of subeditor")
    if held.get("judging") != wanted.judging:
        found.append("other rules or settings")
    if held.get("archive") != wanted.archive or held.get("columns") != [list(pair) for pair in wanted.columns]:
        found.append("another archive, or other columns of it")
    return found


def _refuse_strangers(store: Store) -> None:
    folder = store.folder
    if folder.exists() and not folder.is_dir():
        raise ConfigurationError(f"{folder} is no folder. Name another with --out.")
    if folder.is_dir() and any(folder.iterdir()):
        raise ConfigurationError(f"{folder} holds something else than an audit. Name another folder with --out.")
