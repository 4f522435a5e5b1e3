"""The dates that an article states about itself. Never the clock, never the file's own times."""

import datetime as dt
import re
from typing import NamedTuple

from checker.articles.article import ArticleDate

# Names of static-site generators, publishing systems and schema.org, compared without case, "-", "_" and blanks.
# The order is that of preference where an article has several.
_PUBLISHED_KEYS = (
    "date", "publishdate", "pubdate", "published", "datepublished", "publicationdate", "publisheddate", "publishedat",
    "publishedon", "publishedtime", "publishtime", "posted", "postdate", "firstpublished", "article:publishedtime",
    "date.published", "date.created", "created", "createdat", "datecreated", "createddate", "releasedate",
)  # fmt: skip
_UPDATED_KEYS = (
    "updated", "lastmod", "modified", "lastmodifiedat", "lastmodified", "datemodified", "modifieddate", "dateupdated",
    "updateddate", "updatedat", "updatedon", "lastupdated", "lastupdatedat", "lastupdate", "lastupdate.date",
    "modifiedat", "modifiedtime", "article:modifiedtime", "og:updatedtime", "reviewed", "lastreviewed", "date.updated",
    "date.modified",
)  # fmt: skip
_META_PUBLISHED = (
    "date", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.issued", "dcterms.date",
    "parselypubdate", "sailthru.date", "publishdate", "pubdate", "publicationdate", "datepublished",
    "citationpublicationdate", "article:publisheddate", "article.published",
)  # fmt: skip
_META_UPDATED = (
    "dcterms.modified", "dc.date.modified", "lastmodified", "datemodified", "article.updated",
    "revised",
)  # fmt: skip

_MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        (
            "january", "february", "march", "april", "may", "june",
            "july", "august", "september", "october", "november", "december",
        ),
        start=1,
    )
    for length in (3, len(name))
} | {"sept": 9}  # fmt: skip
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_TIME = (
    r"(?:,?\s*(?:T|at|\||-|–|\s)\s*\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|[A-Z]{2,4}|(?:GMT|UTC)?[+-]\d{2}:?\d{0,2})?)?"
)
_NUMERIC = re.compile(
    rf"(?P<year>\d{{4}})(?P<separator>[-/.])(?P<month>\d{{1,2}})(?:(?P=separator)(?P<day>\d{{1,2}})(?:T\S{{0,40}}|{_TIME}))?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?")
_DAY_FIRST = re.compile(rf"(?P<a>\d{{1,2}})[/.](?P<b>\d{{1,2}})[/.](?P<year>\d{{4}}){_TIME}", re.IGNORECASE)
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}}){_TIME}",
        rf"{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_TIME}",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
    )
)
_YEAR = re.compile(r"(?P<year>(?:1[5-9]|20)\d{2})")
_IN_PATH = re.compile(r"(?:^|[/\\])(?P<year>(?:19|20)\d{2})[-/\\_](?P<month>\d{2})[-/\\_](?P<day>\d{2})(?=[-/\\_.]|$)")
_LONGEST = 80  # characters; a longer value is no date


class StatedDate(NamedTuple):
    """One date found, before it is known which counts: `rank` 0 is the best kind of source."""

    rank: int
    updated: bool
    date: ArticleDate


def read_date(written: str) -> tuple[dt.date, str] | None:
    """The date that `written` is, with its precision (day, month, year); None where it is none or cannot be told.

    Takes ISO 8601 dates and times, "2024/03/05", "5 March 2024", "March 5, 2024", RFC 2822, "March 2024" and "2024".
    "05/03/2024" may be May or March and is not read; "25/03/2024" is. A month is its first day, a year its 1 January.
    """
    written = written.strip().strip("'\"").strip()
    if len(written) > _LONGEST:
        return None
    for pattern in (_NUMERIC, _COMPACT, *_WRITTEN, _YEAR):
        if match := pattern.fullmatch(written):
            found = match.groupdict()
            return _calendar_date(found["year"], found.get("month"), found.get("day"))
    if match := _DAY_FIRST.fullmatch(written):
        first, second = int(match["a"]), int(match["b"])
        if first > 12:
            return _calendar_date(match["year"], match["b"], match["a"])
        if second > 12 or first == second:
            return _calendar_date(match["year"], match["a"], match["b"])
    return None


def is_date_key(key: str) -> bool:
    """Whether a front matter or JSON-LD key names the date of publication or of the last change."""
    plain = plain_key(key)
    return plain in _PUBLISHED_KEYS or plain in _UPDATED_KEYS


def is_date_meta(name: str) -> bool:
    """Whether the name or property of a <meta> element names such a date."""
    plain = plain_key(name)
    return plain in _META_PUBLISHED or plain in _META_UPDATED or (":" in plain and is_date_key(name))


def plain_key(key: str) -> str:
    """A key as it is compared: lower case, without "-", "_" and blanks."""
    return re.sub(r"[-_\s]+", "", key.lower())


def stated_date(key: str, written: str, rank: int, source: str) -> StatedDate | None:
    """The date `written` under `key`, None where it is not a date ("Last Modified", a draft's "false")."""
    found = read_date(written)
    if not found:
        return None
    plain = plain_key(key)
    updated = plain in _UPDATED_KEYS or plain in _META_UPDATED
    order = _UPDATED_KEYS if plain in _UPDATED_KEYS else _PUBLISHED_KEYS
    preference = order.index(plain) if plain in order else len(order)
    return StatedDate(rank * 100 + preference, updated, ArticleDate(found[0], found[1], source))


def path_date(path: str, rank: int, name: str) -> StatedDate | None:
    """The date in a path or address: "2024-03-05-title.md", "/2024/03/05/"."""
    matches = list(_IN_PATH.finditer(path))
    found = _calendar_date(*matches[-1].group("year", "month", "day")) if matches else None
    return StatedDate(rank * 100, False, ArticleDate(*found, source=name)) if found else None


def best_date(dates: list[StatedDate], updated: bool) -> ArticleDate | None:
    """The date from the best source; of two equally good, the first."""
    chosen = [stated for stated in dates if stated.updated == updated]
    return min(chosen, key=lambda stated: stated.rank).date if chosen else None


def _calendar_date(year: str, month: str | None, day: str | None) -> tuple[dt.date, str] | None:
    try:
        number = 1 if month is None else _MONTHS[month.lower()] if month.isalpha() else int(month)
        date = dt.date(int(year), number, int(day or 1))
    except ValueError:
        return None
    return date, "day" if day else "month" if month else "year"
