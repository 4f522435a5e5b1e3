"""Reads times of day: "8:15am", "18:40", "10 a.m.", "10-11am", "noon"."""

from checker.language.date_reading import Reading
from checker.language.date_tokens import DASHES, WORDS, Tokens

_BEFORE = frozenset(("at", "by", "until", "till", "from", "to", "before", "after", "around", "about", "since", "and"))


def read_time_of_day(tokens: Tokens, index: int) -> Reading | None:
    """A clock time or range of clock times; it has no interval of days."""
    if tokens.word(index) in WORDS["times"]["spoken"]:
        return _time(index + 1)
    first = _read_clock(tokens, index)
    if first is None:
        return None
    end, certain = first
    if tokens[end].text in DASHES or tokens.word(end) == "to":
        second = _read_clock(tokens, end + 1)
        if second and (second[1] or certain):
            return _time(second[0])
    return _time(end) if certain or _stands_as_time(tokens, index, end) else None


def _time(end: int) -> Reading:
    return Reading(end, "", kind="time")


def _read_clock(tokens: Tokens, index: int) -> tuple[int, bool] | None:
    """The index behind a clock time, and whether a.m., p.m. or o'clock makes it certain."""
    hour = tokens[index].number
    if hour is None or hour > 24 or len(tokens[index].text) > 2:
        return None
    end = index + 1
    if tokens.glued(end, ":.") and tokens[end + 1].glued and _is_minute(tokens, end + 1):
        end += 2
        if tokens.glued(end, ":") and _is_minute(tokens, end + 1):
            end += 2
    meridiem = _read_meridiem(tokens, end)
    return (meridiem, True) if meridiem else (end, False)


def _is_minute(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return token.number is not None and token.number < 60 and len(token.text) == 2


def _read_meridiem(tokens: Tokens, index: int) -> int | None:
    word = tokens.word(index)
    if word in ("am", "pm"):
        return index + 1
    if word in ("a", "p") and tokens.glued(index + 1, ".") and tokens.word(index + 2) == "m":
        return index + 4 if tokens.glued(index + 3, ".") else index + 3
    if word == "o" and tokens[index + 1].glued and tokens.word(index + 2) == "clock":
        return index + 3
    return None


def _stands_as_time(tokens: Tokens, index: int, end: int) -> bool:
    """Whether bare figures are a time: "18:40", "at 6:30"; not "6", "a ratio of 2:15" or "John 3:16"."""
    if end < index + 3 or tokens[index + 1].text != ":":
        return False
    if tokens[index].glued or (tokens[end].glued and tokens[end].text in ":%/"):
        return False
    return len(tokens[index].text) == 2 or tokens.word(index - 1) in _BEFORE
