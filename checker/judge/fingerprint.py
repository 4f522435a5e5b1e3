"""Fingerprints that name a finding by what it says and not by where it stands, so that a baseline survives edits."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

_VERSION = "1"
_FOLDED = str.maketrans("‘’‚‛′“”„‟″«»–—−‐‑", '\'\'\'\'\'"""""""-----')
_SPACE = re.compile(r"\s+")


def side_key(sentence: str, value: str) -> str:
    """What one side of a finding says: its sentence, spelling variants folded, and its normalised value."""
    return f"{_normalised(sentence)}\x1f{_normalised(value)}"


def fingerprint(rule: str, sides: Iterable[str]) -> str:
    """16 hexadecimal digits of SHA-256 over the rule's id and the side keys, in whatever order they come."""
    text = "\x1e".join((_VERSION, rule, *sorted(sides)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def numbered(fingerprints: Iterable[str]) -> list[str]:
    """`fingerprints` with ":2", ":3", … added to repeats, so that each is unique in its article."""
    seen: Counter[str] = Counter()
    result = []
    for one in fingerprints:
        seen[one] += 1
        result.append(one if seen[one] == 1 else f"{one}:{seen[one]}")
    return result


def bare(fingerprint: str) -> str:
    """A fingerprint without the number that tells it from others like it in the same article."""
    return fingerprint.partition(":")[0]


def _normalised(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", folded.casefold())).strip()
