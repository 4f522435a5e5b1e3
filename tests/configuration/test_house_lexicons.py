"""Lexicons of a house: what they add, and what is said about wrong ones."""

from pathlib import Path

import pytest

from checker.claims.patterns import word_set
from checker.configuration.house_lexicons import check_house_lexicons
from checker.errors import ConfigurationError
from checker.lexicon import OPEN, house_lexicons, lexicon, packaged
from checker.pipeline import check, load_rules


def house(folder: Path, **files: str) -> tuple[Path, ...]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return (folder,)


def test_words_are_added_and_only_within(tmp_path: Path) -> None:
    folders = house(
        tmp_path,
        vague_times='except = ["soon-to-be"]\n[words]\nfew = ["umpteen"]\n[phrases]\n"in a while" = ["in a while"]',
    )
    before = lexicon("vague_times")
    assert "umpteen" not in word_set("vague_times", "few")
    with house_lexicons(folders):
        assert {"umpteen", "few"} <= word_set("vague_times", "few")
        assert lexicon("vague_times")["phrases"]["in a while"] == ["in a while"]
        assert lexicon("vague_times")["phrases"]["recent years"] == before["phrases"]["recent years"]
        assert lexicon("vague_times")["except"] == [*before["except"], "soon-to-be"]
        assert lexicon("units") == packaged("units")
    assert "umpteen" not in word_set("vague_times", "few")
    assert lexicon("vague_times") is before and "in a while" not in before["phrases"]


def test_findings_follow_the_house(tmp_path: Path) -> None:
    text = "The bridge reopens in a jiffy. The HBXQ said so. Dozens of people were hurt.\n"
    folders = house(
        tmp_path,
        vague_times='[phrases]\n"in a jiffy" = ["in a jiffy"]',
        abbreviations='known = ["HBXQ"]',
        vague_quantities='except = ["dozens of people"]',
    )
    check_house_lexicons(folders)
    rules = load_rules()

    def quotes(folders: tuple[Path, ...]) -> list[str]:
        findings = check(text, rules=rules, lexicons=folders).findings
        return [place.quote for finding in findings for place in finding.locations]

    assert not {"in a jiffy"} & set(quotes(())) and "HBXQ" in quotes(()) and any("Dozens" in one for one in quotes(()))
    assert "in a jiffy" in quotes(folders) and "HBXQ" not in quotes(folders)
    assert not any("Dozens" in one for one in quotes(folders))
    assert "HBXQ" in quotes(())


@pytest.mark.parametrize(
    ("name", "text", "line", "words"),
    [
        ("units", 'x = ["y"]', 1, "no lexicon of this name takes words of yours"),
        ("vague_time", "", 1, 'Did you mean "vague_times"?'),
        ("vague_times", '\nphrase = ["x"]', 2, '"phrase" is not a key of this lexicon. Did you mean "phrases"?'),
        ("vague_times", 'phrases = ["x"]', 1, '"phrases" is a table here: write [phrases]'),
        ("vague_times", '[words]\nfew = "x"', 2, '"few" holds a list of words'),
        ("vague_times", "except = [1]", 1, '"except" holds a list of words'),
        ("vague_times", '[phrases]\nx = ["in <fw> days"]', 2, "is not one of the lexicon's word lists"),
        ("vague_times", '[phrases]\nx = ["[in] days"]', 2, "must begin and end with a word"),
        ("vague_times", "x = ", 0, "not valid TOML"),
        ("vague_times", "x = " + "[" * 9000, 0, "not valid TOML"),
        ("vague_times", "a" + ".a" * 9000 + " = 1", 0, "nested too deep"),
    ],
)
def test_mistakes_are_told_with_file_and_line(tmp_path: Path, name: str, text: str, line: int, words: str) -> None:
    with pytest.raises(ConfigurationError) as error:
        check_house_lexicons(house(tmp_path, **{name: text}))
    place = f"{tmp_path / name}.toml"
    assert str(error.value).startswith(f"{place}:{line}: " if line else f"{place}: ")
    assert words in str(error.value)


@pytest.mark.parametrize("name", OPEN)
def test_what_is_open_can_be_added_to(tmp_path: Path, name: str) -> None:
    assert packaged(name)
    check_house_lexicons(house(tmp_path, **{name: ""}))
