"""Where in its cycle a time stands that no year dates: "Q2" is the second quarter, "May" the fifth month.

Two such times can be told apart though neither is known, and so can two that are counted back from one unknown day:
"32 years ago", "35 years ago".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checker.judge.rows import Row
from checker.language.date_tokens import CARDINALS
from checker.lexicon import lexicon

_WORD = re.compile(r"[a-z]+|\d+")
_QUARTER = re.compile(r"\b(?:q([1-4])|([1-4])q)\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_AGO = "ago"


def place_in_cycle(row: Row) -> tuple[str, int] | None:
    """The kind of cycle and the place in it of a date row: ("quarter", 2), ("month", 5), ("day", 1), ("year ago", 35).

    None where its words name none, as "last year" and "2024".
    """
    return _place(row["text"].lower(), row["date_precision"], row["date_relation"])


@lru_cache(maxsize=4096)
def _place(text: str, precision: str, relation: str) -> tuple[str, int] | None:
    words = _WORD.findall(text)
    if relation == _AGO:
        numbers = [
            int(word) if word.isdigit() else CARDINALS[word] for word in words if word.isdigit() or word in CARDINALS
        ]
        return (f"{precision} ago", numbers[0]) if len(numbers) == 1 else None
    if precision == "quarter":
        named = _QUARTER.search(text)
        numbers = (
            [int(next(filter(None, named.groups())))] if named else [_ORDINALS[w] for w in words if w in _ORDINALS]
        )
        return ("quarter", numbers[0]) if len(numbers) == 1 else None
    if precision in ("month", "day"):
        names = _names("months" if precision == "month" else "weekdays")
        numbers = [names[word] for word in words if word in names]
        return (precision, numbers[0]) if len(numbers) == 1 else None
    return None


@cache
def _names(table: str) -> dict[str, int]:
    return dict(lexicon("dates")[table])
