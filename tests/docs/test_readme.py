"""The README shows what really happens."""

import re
from collections.abc import Callable
from pathlib import Path

import checker
from checker.output.terminal import Style
from checker.output.text import text

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"


def test_findings_are_those_of_the_article_shown(golden: Callable[..., None]) -> None:
    shown = re.search(r"```markdown\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert shown
    report = checker.check(shown[1], path="tram.md")
    assert report.findings
    golden(README, f"```text\n{text(report, Style()).rstrip()}\n```\n", section="findings")


def test_set_up_is_two_commands() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith("subeditor demo") and commands[1].endswith("pytest")


def test_links_lead_somewhere() -> None:
    for page in [README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
