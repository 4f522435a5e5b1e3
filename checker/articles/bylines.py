"""Recognises the lines that say who wrote an article and when: "By Ana Ruiz", "Published 2 December 2025"."""

import re
from collections.abc import Callable

from checker.articles.article import Zone
from checker.articles.draft import Draft
from checker.articles.publication import StatedDate, read_date, stated_date

_UPDATED = re.compile(
    r"(?:(?:last|page|article)\s+)?(?:updated|modified|revised|reviewed)(?:\s+(?:on|at))?\s*:?\s+", re.IGNORECASE
)
_PUBLISHED = re.compile(r"(?:(?:first|originally)\s+)?(?:published|posted)(?:\s+(?:on|at))?\s*:?\s+", re.IGNORECASE)
_BY = re.compile(r"(?:words |written |report |story )?by:?\s+", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[|•·;]\s*|\s[–—-]\s")
_DATE_AT_END = re.compile(
    r"(?:^|[\s,]+)(?P<date>(?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?|[A-Za-z]{3,9}\.?\s+\d{1,2},?)\s+\d{4}"
    r"|\d{4}-\d{2}-\d{2})$"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]+(?:,\s+[A-Z][A-Za-z. ]{1,20})?,\s+(?P<date>(?:[A-Z][a-z]+day,?\s+)?"
    r"(?:\d{1,2}\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?)\s+\d{4})\s*(?:\([A-Za-z]+\)\s*)?[–—:-]"
)  # "LEEDS, 4 June 2024 – The company…"
_READING_TIME = re.compile(r"\d{1,3}[\s-]min(?:ute)?s?(?:\s+read)?", re.IGNORECASE)
_SMALL_WORDS = frozenset({"and", "for", "in", "of", "the", "de", "van", "von", "der", "la", "le", "at", "&"})
_LONGEST = 120  # characters
_LONGEST_NAMES = 8  # words
_HEAD = 4  # an unlabelled date counts only in the first blocks
_RANK = 6


def find_bylines(drafts: list[Draft], line_of: Callable[[int], int], guessed_headings: bool) -> list[StatedDate]:
    """Moves such lines to the metadata zone; returns the dates that they state.

    `line_of` tells the line of an offset; `guessed_headings`: a heading may be such a line that was mistaken for one.
    """
    dates: list[StatedDate] = []
    prose = 0
    for before, draft in zip([None, *drafts], drafts, strict=False):
        eligible = draft.zone is Zone.BODY or (draft.zone is Zone.HEADING and guessed_headings)
        if not eligible and draft.key != "byline":
            continue
        prose += 1
        line = line_of(draft.start)
        if prose == 1 and (dateline := _DATELINE.match(draft.text)):
            stated = stated_date("published", dateline["date"], _RANK, f"dateline, line {line}")
            dates += [stated] if stated else []
        in_head = prose <= _HEAD and not (before is not None and _is_question(before))
        found = _read_line(draft.text, line, in_head=in_head or draft.key == "byline")
        if found is None:
            continue
        draft.zone, draft.level = Zone.METADATA, 0
        draft.key = draft.key or "byline"
        dates.extend(found)
    return dates


def _is_question(draft: Draft) -> bool:
    """Whether a date right below would be its answer; what stands below the article's own title is a byline."""
    return draft.text.rstrip().endswith("?") and draft.zone is not Zone.TITLE and draft.level != 1


def _read_line(text: str, line: int, in_head: bool) -> list[StatedDate] | None:
    """The dates of a byline, None where the text says anything more."""
    if len(text) > _LONGEST:
        return None
    dates: list[StatedDate] = []
    parts = [part for part in _SEPARATOR.split(text.strip(" ()[]")) if part]
    for part in parts:
        if _READING_TIME.fullmatch(part):
            continue
        found = _read_part(part.rstrip("."), line, in_head)
        if found is None:
            return None
        dates += found
    return dates if parts else None


def _read_part(part: str, line: int, in_head: bool) -> list[StatedDate] | None:
    for label, key in ((_UPDATED, "updated"), (_PUBLISHED, "published")):
        if labelled := label.match(part):
            date = stated_date(key, part[labelled.end() :], _RANK, f"“{part}”, line {line}")
            return [date] if date else None
    if not in_head:
        return None
    names = part
    dates: list[StatedDate] = []
    if (dated := _DATE_AT_END.search(part)) and read_date(dated["date"]):
        names = part[: dated.start()]
        date = stated_date("published", dated["date"], _RANK, f"“{part}”, line {line}")
        dates = [date] if date else []
    by = _BY.match(names)
    if not dates and not by:
        return None
    return dates if _are_names(names[by.end() if by else 0 :]) else None


def _are_names(text: str) -> bool:
    words = text.replace(",", " ").split()
    return len(words) <= _LONGEST_NAMES and all(word[0].isupper() or word in _SMALL_WORDS for word in words)
