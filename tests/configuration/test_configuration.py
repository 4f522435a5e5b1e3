"""Configuration files: which one holds for an article, what it says, and what is said about a wrong one."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.configuration import Finder, load
from checker.configuration.path_patterns import matches
from checker.configuration.settings import Horizons
from checker.errors import ConfigurationError
from checker.lexicon import lexicon


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("files", "article", "expected"),
    [
        ({}, "a.md", None),
        ({"subeditor.toml": ""}, "a.md", "subeditor.toml"),
        ({"subeditor.toml": ""}, "news/2026/a.md", "subeditor.toml"),
        ({"subeditor.toml": "", "news/.subeditor.toml": ""}, "news/a.md", "news/.subeditor.toml"),
        ({"subeditor.toml": "", ".subeditor.toml": ""}, "a.md", "subeditor.toml"),
        ({"pyproject.toml": "[tool.subeditor]"}, "a.md", "pyproject.toml"),
        ({"subeditor.toml": "", "news/pyproject.toml": "[tool.ruff]"}, "news/a.md", "subeditor.toml"),
        ({"subeditor.toml": "", "pyproject.toml": "[tool.subeditor]\nwrong = 1"}, "a.md", "subeditor.toml"),
    ],
)
def test_the_nearest_file_holds(
    tmp_path: Path, files: dict[str, str], article: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in files.items():
        write(tmp_path / name, text)
    monkeypatch.chdir(tmp_path)
    for path in (article, str(tmp_path / article)):
        assert Finder().settings(path).file == (tmp_path / expected if expected else None)


def test_fixed_settings_hold_everywhere(tmp_path: Path) -> None:
    write(tmp_path / "subeditor.toml", "wrong = 1")
    fixed = load(write(tmp_path / "other.toml", 'fail-on = "note"'))
    assert Finder(fixed).settings(str(tmp_path / "a.md")).configuration.fail_on == "note"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('fail_on = "note"', 1, '"fail_on" is not a key here. Did you mean "fail-on"?'),
        ('\nfail-on = "bad"', 2, "fail-on = \"bad\": input should be 'error', 'warning', 'note' or 'never'"),
        ('[severity]\na = "note"\nb = "loud"', 3, 'severity.b = "loud": input should be'),
        ("[[allow]]\nreason = 'x'", 1, 'the key "allow.rule" is missing'),
        ("[[allow]]\nrule = 'x'\nreasons = 'x'", 3, '"reasons" is not a key here. Did you mean "reason"?'),
        ("[[overrides]]\npaths = []", 2, "overrides.paths: "),
        ("lexicons = ['none/']", 1, 'lexicons names "none/"; there is no such folder'),
        ("[options.x]\nalow = []", 2, '"alow" is not a key here. Did you mean "allow"?'),
        ("[[overrides]]\npaths = ['a']\n[overrides.options.x]\nalow = []", 4, 'Did you mean "allow"?'),
        (
            "[options.x.horizons]\nprise = 3",
            2,
            '"prise" is not a key here. Did you mean "price"? Known: post, price, count',
        ),
        (
            "[options.x.horizons]\nprice = 0",
            2,
            "options.x.horizons.price = 0: input should be greater than or equal to 1",
        ),
        (
            "[options.x]\nmost-per-1000-words = 0",
            2,
            "options.x.most-per-1000-words = 0: input should be greater than 0",
        ),
        ("rules = ['none/']", 1, 'rules names "none/"; there is no such folder'),
        ("\nextend = 'none.toml'", 2, 'extend names "none.toml"; there is no such file'),
        ("extend = 'subeditor.toml'", 1, "which extends this file in turn"),
        ("a = \n", 1, "not valid TOML"),
        ("x" * 300, 1, "not valid TOML"),
    ],
)
def test_errors_are_sentences_with_a_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    file = write(tmp_path / "subeditor.toml", text)
    with pytest.raises(ConfigurationError) as error:
        load(file)
    assert str(error.value).startswith(f"{file}:{line}: ")
    assert words in str(error.value)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    file = write(tmp_path / "pyproject.toml", "[tool.x]\n[tool.subeditor]\na = 1\nb = 2\n")
    with pytest.raises(ConfigurationError) as error:
        load(file)
    assert [line.split(": ")[0] for line in str(error.value).splitlines()] == [f"{file}:3", f"{file}:4"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff", "byte 0 is not UTF-8"),
        (b"#" * 2_000_000, "larger than 1024 kB"),
        (b"a = " + b"[" * 100_000, "nested too deep"),
        (b"a" + b".a" * 100_000 + b" = 1", "nested too deep"),
    ],
)
def test_hostile_files(tmp_path: Path, data: bytes, words: str) -> None:
    file = tmp_path / "subeditor.toml"
    file.write_bytes(data)
    with pytest.raises(ConfigurationError, match=words):
        load(file)


def test_extend(tmp_path: Path) -> None:
    (tmp_path / "house" / "rules").mkdir(parents=True)
    write(
        tmp_path / "house" / "base.toml",
        "fail-on = 'note'\nexclude = ['a']\nrules = ['rules']\n"
        "[severity]\nx = 'off'\ny = 'note'\n[[allow]]\nrule = 'x'",
    )
    file = write(
        tmp_path / "subeditor.toml",
        "extend = 'house/base.toml'\nexclude = ['b']\n[severity]\ny = 'error'\n[[allow]]\nrule = 'y'",
    )
    settings = load(file)
    configuration = settings.configuration
    assert (configuration.fail_on, configuration.exclude) == ("note", ("b",))
    assert configuration.severity == {"x": "off", "y": "error"}
    assert [allowed.rule for allowed in configuration.allow] == ["x", "y"]
    assert settings.rule_folders == (tmp_path / "house" / "rules",)
    assert settings.folder == tmp_path


def test_options_are_joined_rule_by_rule(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "[options.a]\nallow = ['x']\n[options.b]\nallow = ['y']\n")
    settings = load(
        write(
            tmp_path / "subeditor.toml",
            """extend = "base.toml"
            options = {b = {allow = ["z"]}}
            [[overrides]]
            paths = ["news"]
            options = {a = {allow = []}}
            """,
        )
    )
    everywhere, news = settings.options(str(tmp_path / "a.md")), settings.options(str(tmp_path / "news/a.md"))
    assert {rule: options.allow for rule, options in everywhere.items()} == {"a": ("x",), "b": ("z",)}
    assert {rule: options.allow for rule, options in news.items()} == {"a": (), "b": ("z",)}


def test_horizons_are_joined_kind_by_kind(tmp_path: Path) -> None:
    write(tmp_path / "base.toml", "[options.a.horizons]\nprice = 1\ncount = 2\n")
    own = "extend = 'base.toml'\n[options.a]\nmost-per-1000-words = 2.5\n[options.a.horizons]\nprice = 9\n"
    options = load(write(tmp_path / "subeditor.toml", own)).options(str(tmp_path / "a.md"))["a"]
    assert options.horizons.months == {"price": 9, "count": 2}
    assert options.most_per_1000_words == 2.5


def test_every_kind_of_horizon_can_be_set() -> None:
    assert [kind["kind"] for kind in lexicon("horizons")["horizon"]] == list(Horizons.model_fields)


def test_files_that_extend_in_a_circle(tmp_path: Path) -> None:
    write(tmp_path / "a.toml", "extend = 'b.toml'")
    write(tmp_path / "b.toml", "extend = 'a.toml'")
    with pytest.raises(ConfigurationError, match="extends this file in turn"):
        load(tmp_path / "a.toml")


def test_what_holds_for_a_path(tmp_path: Path) -> None:
    settings = load(
        write(
            tmp_path / "subeditor.toml",
            """exclude = ["drafts"]
            severity = {x = "note"}
            [[overrides]]
            paths = ["news/**"]
            severity = {x = "off", y = "error"}
            [[overrides]]
            paths = ["news/old/*.md"]
            severity = {x = "error"}
            [[allow]]
            rule = "x"
            paths = ["*.txt"]
            reason = "They are quoted."
            """,
        )
    )
    assert settings.levels(str(tmp_path / "a.md")) == {"x": "note"}
    assert settings.levels(str(tmp_path / "news/a.md")) == {"x": "off", "y": "error"}
    assert settings.levels(str(tmp_path / "news/old/a.md")) == {"x": "error", "y": "error"}
    assert settings.excludes(str(tmp_path / "news/drafts/a.md")) and not settings.excludes(str(tmp_path / "a.md"))
    assert [allowed.rule for allowed in settings.allowances(str(tmp_path / "news/a.txt"))] == ["x"]
    assert settings.allowances(str(tmp_path / "news/a.md")) == ()


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a.md", True),
        ("*.md", "news/a.md", True),
        ("/*.md", "news/a.md", False),
        ("news", "news/2026/a.md", True),
        ("news/", "old/news/a.md", True),
        ("news/*", "news/2026/a.md", True),
        ("news/*.md", "news/2026/a.md", False),
        ("news/**/*.md", "news/a.md", True),
        ("news/**/*.md", "news/2026/05/a.md", True),
        ("news/**/*.md", "old/news/a.md", False),
        ("**/a.md", "a.md", True),
        ("**", "a/b.md", True),
        ("a?.md", "ab.md", True),
        ("[ab].md", "c.md", False),
        ("**/x/**/y.md", "a/x/b/c/y.md", True),
        ("**/x/**/y.md", "a/b/c/y.md", False),
        (".", "a.md", True),
    ],
)
def test_path_patterns(pattern: str, path: str, expected: bool) -> None:
    assert matches(pattern, path) is expected


@given(
    st.lists(st.sampled_from(["**", "*", "a", "a*b", "?"]), max_size=30),
    st.lists(st.sampled_from(["a", "ab"]), min_size=1, max_size=30),
)
def test_path_patterns_of_any_kind_end(pattern: list[str], path: list[str]) -> None:
    assert matches("/".join([*pattern, "no"]), "/".join(path)) is False
