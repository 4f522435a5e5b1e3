"""The queries of docs/audit.md run on what an audit writes."""

import re
from pathlib import Path

import duckdb
import pytest

PAGE = (Path(__file__).parents[2] / "docs" / "audit.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
EXPECTED = [
    ("Museum", 1, 0),
    ("museum", 3, "opened in 1998", "opened in 1996"),
    (None, "troops", "about 8,500 US soldiers", "Poland hosts about 8,500 US soldiers."),
    ("Castlegate Brewing: found", "1912", "prize"),
]


@pytest.fixture
def audited(audit, tmp_path, monkeypatch):
    audit()
    monkeypatch.chdir(tmp_path)


def test_sql(audited):
    assert len(QUERIES) == len(EXPECTED)
    for query, expected in zip(QUERIES, EXPECTED, strict=True):
        first = duckdb.connect().execute(query).fetchone()
        assert first is not None, query
        assert all(wanted in (None, found) for wanted, found in zip(expected, first, strict=True)), (query, first)


def test_python(audited):
    found = {}
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0], found)

    assert found["values"]["Castlegate Brewing: found", "1921"] == 2


def test_files_and_options_that_the_page_names_exist(audited):
    from typer.testing import CliRunner

    from checker.cli.application import application

    for name in re.findall(r"^\| `([a-z]+(?:/|\.[a-z]+))", PAGE, re.MULTILINE):
        assert Path("audit", name).exists(), name
    shown = CliRunner().invoke(application, ["audit", "--help"], env={"COLUMNS": "200"}).output
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)):
        assert option in shown, option
