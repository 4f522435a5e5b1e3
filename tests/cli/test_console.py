"""Where output goes, and what it looks like there."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from checker.cli.console import Color, Messages, opened, style
from checker.output.terminal import width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard output and standard error are one terminal of 50 columns."""
    screen = Terminal()
    for name in ("CI", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setenv("TERM", "xterm")
    # The module's own view of `sys`: pytest puts back the real one between set-up and test.
    monkeypatch.setattr("checker.cli.console.sys", SimpleNamespace(stdout=screen, stderr=screen))
    return screen


def test_progress_is_taken_off_the_terminal_again(terminal: Terminal) -> None:
    messages = Messages()
    messages.progress("1 of 2: \x1b[2J" + "日" * 40)
    shown = terminal.getvalue().removeprefix("\r\x1b[K")
    assert "\x1b" not in shown and width(shown) < 50
    messages.clear_progress()
    messages.clear_progress()
    assert terminal.getvalue().endswith(shown + "\r\x1b[K")


def test_no_progress_into_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    Messages().progress("1 of 2")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("quiet", "environment"), [(True, {}), (False, {"CI": "true"})])
def test_no_progress_where_unwanted(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, quiet: bool, environment: dict[str, str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    Messages(quiet).progress("1 of 2")
    assert terminal.getvalue() == ""


def test_messages_cannot_steer_the_terminal(terminal: Terminal) -> None:
    Messages().error("a\x1b[2J.md: there is no such file\nsecond line")
    assert terminal.getvalue() == "subeditor: a␛[2J.md: there is no such file\nsecond line\n"


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("term", "output", "columns", "colored"),
    [("xterm", None, 50, True), ("dumb", None, 50, False), ("xterm", Path("out.txt"), 100, False)],
)
def test_style(monkeypatch: pytest.MonkeyPatch, term: str, output: Path | None, columns: int, colored: bool) -> None:
    monkeypatch.setenv("TERM", term)
    dress = style(Color.AUTO, output)
    assert (dress.columns, dress.color) == (columns, colored)


def test_a_half_written_file_is_removed(tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    with pytest.raises(ZeroDivisionError), opened(output) as write:
        write("half")
        raise ZeroDivisionError
    assert not output.exists()


def test_a_pipe_gets_utf8_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    with opened(None) as write:
        write("“née”\n\ud800\n")
    stream.flush()
    assert raw.getvalue() == "“née”\n".encode() + b"\\ud800\n"


def test_a_terminal_without_the_letter_does_not_fail(monkeypatch: pytest.MonkeyPatch) -> None:
    class AsciiTerminal(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    raw = io.BytesIO()
    stream = AsciiTerminal(raw, encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    with opened(None) as write:
        write("née\n")
    stream.flush()
    assert raw.getvalue() == b"n\\xe9e\n"
