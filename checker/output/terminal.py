"""What a terminal needs: harmless characters, true widths, colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from checker.judge.finding import Severity

ELLIPSIS = "…"

# Characters that could steer a terminal or reorder what it shows. Each becomes one visible character, so that offsets
# stay true: control pictures (U+2400 …) for the ASCII controls, the replacement character for all others.
_HARMLESS = (
    {code: 0x2400 + code for code in range(0x20)}
    | {0x7F: 0x2421, ord("\t"): ord(" "), ord("\n"): ord(" "), ord("\r"): ord(" "), 0xFEFF: 0xFFFD}
    | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)  # C1 controls
    | dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)  # bidirectional
    | dict.fromkeys([0x2028, 0x2029], ord(" "))  # line and paragraph separators
    | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # lone surrogates
)


def harmless(text: str) -> str:
    """`text` on one line, of the same length, with nothing in it that a terminal would obey."""
    return text.translate(_HARMLESS)


def width(text: str) -> int:
    """Terminal columns that `text` takes up: two for a wide character, none for a combining one."""
    return cell_len(text)


def shortened(text: str, columns: int) -> str:
    """`text`, cut with an ellipsis to at most `columns` terminal columns."""
    if width(text) <= columns:
        return text
    return prefix_of_width(text, columns - 1).rstrip() + ELLIPSIS


def prefix_of_width(text: str, columns: int) -> str:
    """The longest beginning of `text` that fits into `columns` terminal columns."""
    low, high = 0, min(len(text), 4 * max(columns, 0))
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle]) <= columns:
            low = middle
        else:
            high = middle - 1
    return text[:low]


def suffix_of_width(text: str, columns: int) -> str:
    """The longest end of `text` that fits into `columns` terminal columns."""
    low, high = max(0, len(text) - 4 * max(columns, 0)), len(text)
    while low < high:
        middle = (low + high) // 2
        if width(text[middle:]) <= columns:
            high = middle
        else:
            low = middle + 1
    return text[low:]


@dataclass(frozen=True, slots=True)
class Style:
    """How text is dressed: `columns` wide, with or without colour."""

    columns: int = 100
    color: bool = False

    def strong(self, text: str) -> str:
        """For what must be seen first."""
        return self._dress(text, "1")

    def faint(self, text: str) -> str:
        """For what only frames the rest."""
        return self._dress(text, "2")

    def severity(self, text: str, severity: Severity) -> str:
        """In the colour of `severity`."""
        return self._dress(text, {"error": "1;31", "warning": "1;33"}.get(severity.value, "1;36"))

    def _dress(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.color and text else text
