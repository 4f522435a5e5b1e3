"""docs/architecture.md says what the code says."""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from checker.claims.table import COLUMNS, FRAME_COLUMNS, Column

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "architecture.md"


def _table(columns: Mapping[str, Column]) -> str:
    rows = [f"| `{name}` | {column.meaning} |\n" for name, column in columns.items()]
    return "| column | meaning |\n|---|---|\n" + "".join(rows)


def test_columns(golden: Callable[..., None]) -> None:
    golden(PAGE, _table(COLUMNS), section="columns")
    golden(PAGE, _table(FRAME_COLUMNS), section="frame columns")


def test_layers() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    listed = [
        line.split("`")[1] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `checker/")
    ]
    named = [part.strip() for layer in layers for part in layer.split("|")]
    assert [name.removeprefix("checker/").rstrip("/").removesuffix(".py") for name in listed] == named
    for name in named:
        assert (ROOT / "checker" / name).is_dir() or (ROOT / "checker" / f"{name}.py").is_file()


def test_data_folders_hold_no_code() -> None:
    # A module here would land in site-packages as a top-level package, or be found as `checker.rules`.
    assert not [path for folder in ("rules", "reports") for path in (ROOT / folder).rglob("*.py")]
