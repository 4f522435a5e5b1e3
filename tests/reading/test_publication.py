"""Dates that an article states about itself: what is read as one, which counts, and where it was found."""

import datetime as dt

import pytest

from checker.articles import read_article
from checker.articles.article import ArticleDate
from checker.articles.publication import read_date

DAY = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        "2024-03-05", "2024-3-5", "2024/03/05", "2024.03.05", "20240305", "2024-03-05T10:00:00Z", "2024-03-05 10:00",
        "2024-03-05T10:00:00.123+01:00", "2024-03-05 10:00:00 -0500", "2024-03-05 10:00:00 +01:00 ", "'2024-03-05'",
        "5 March 2024", "5th of March, 2024", "05 Mar 2024", "Tuesday 5 March 2024", "Tue, 05 Mar 2024 10:00:00 +0000",
        "Tue, 5 March 2024 at 10:30 am", "March 5, 2024", "Mar. 5 2024", "March 5th, 2024, 10:30 GMT", "5-Mar-2024",
        "Tuesday, March 5, 2024",
    ],
)  # fmt: skip
def test_days(written: str) -> None:
    assert read_date(written) == (DAY, "day")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("March 2024", (dt.date(2024, 3, 1), "month")),
        ("2024-03", (dt.date(2024, 3, 1), "month")),
        ("2024", (dt.date(2024, 1, 1), "year")),
        ("25/03/2024", (dt.date(2024, 3, 25), "day")),
        ("03/25/2024", (dt.date(2024, 3, 25), "day")),
        ("03/03/2024", (dt.date(2024, 3, 3), "day")),
        ("05/03/2024", None),
        ("2024-02-30", None),
        ("31 April 2024", None),
        ("false", None),
        ("Last Modified", None),
        ("git Created", None),
        ("", None),
        ("12", None),
        ("5 homes 2024", None),
        ("May", None),
        ("2024-03-05" + " " * 100 + "x", None),
    ],
)
def test_other_values(written: str, expected: tuple[dt.date, str] | None) -> None:
    assert read_date(written) == expected


def dates(text: str, path: str = "a.md", **given: dt.date) -> tuple[ArticleDate | None, ArticleDate | None]:
    article = read_article(text, path, **given)
    return article.published, article.updated


def front(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", "Text."])


@pytest.mark.parametrize(
    "key",
    [
        "date", "Date", "publishDate", "pubDate", "pubdate", "published", "datePublished", "date_published", "created",
        "publish-date", "published_at", "createdAt",
    ],
)  # fmt: skip
def test_keys_of_publication(key: str) -> None:
    published, updated = dates(front(f"{key}: 2024-03-05"))
    assert published == ArticleDate(DAY, "day", f"front matter `{key}`, line 2")
    assert updated is None


@pytest.mark.parametrize(
    "key",
    [
        "updated", "lastmod", "modified", "last_modified_at", "modified_date", "updatedDate", "dateModified", "Lastmod",
        "last-updated",
    ],
)  # fmt: skip
def test_keys_of_change(key: str) -> None:
    published, updated = dates(front("x: y", f"{key}: 2024-03-05"))
    assert published is None
    assert updated == ArticleDate(DAY, "day", f"front matter `{key}`, line 3")


@pytest.mark.parametrize(
    ("text", "path", "source"),
    [
        (front("created: 2020-01-01", "date: 2024-03-05"), "a.md", "front matter `date`, line 3"),
        (front("date: 2024-03-05"), "2020-01-01-a.md", "front matter `date`, line 2"),
        (front("date: Last Modified"), "posts/2024-03-05-a.md", "file name"),
        (front("published: false"), "posts/2024/03/05/a.md", "file name"),
        (front("url: /news/2024/03/05/a"), "a.md", "address"),
        ("Text here.", "posts\\2024-03-05-a.md", "file name"),
        ("<meta property='article:published_time' content='2024-03-05'>", "a.html",
         "<meta> `article:published_time`, line 1"),
        ("<meta name=DC.date content='2024-03-05'>", "a.html", "<meta> `dc.date`, line 1"),
        ("<meta itemprop=datePublished content='2024-03-05'>", "a.html", "itemprop `datePublished`, line 1"),
        ("<p>x</p><time itemprop=datePublished datetime='2024-03-05'>", "a.html", "<time>, line 1"),
        ("<time>5 March 2024</time><p>x</p>", "a.html", "<time>, line 1"),
        ("<script type='application/ld+json'>\n{\"@graph\":[{\"author\":{\"datePublished\":\"1999-01-01\"}},"
         "{\"datePublished\":\"2024-03-05\"}]}</script><meta name=date content='2020-01-01'>", "a.html",
         "JSON-LD `datePublished`, line 2"),
        ("<p class=byline>By Ana Ruiz, York, 5 March 2024</p>", "a.html", "“By Ana Ruiz, York, 5 March 2024”, line 1"),
        ("A headline here\n\nPublished 5 March 2024\n\nText is here.", "a.txt", "“Published 5 March 2024”, line 3"),
        ("HEAD LINE\nYork Herald, 5 March 2024\n\nText follows here.", "a.txt", "“York Herald, 5 March 2024”, line 2"),
        ("# T\n\n*By Ana Ruiz | 5 March 2024 | 4 min read*\n\nText.", "a.md", "“5 March 2024”, line 3"),
    ],
)  # fmt: skip
def test_which_date_counts(text: str, path: str, source: str) -> None:
    published, _ = dates(text, path)
    assert published == ArticleDate(DAY, "day", source)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("It opened on 5 March 2024 at noon.", "a.md"),
        ("## 5 March 2024\n\nFixed a fault.", "a.md"),
        ("- Published 5 March 2024 by the press", "a.md"),
        ("<p>" + "It is long. " * 30 + "<time>5 March 2024</time></p>", "a.html"),
        ("The law was published 5 March 2024", "a.txt"),
        ("By 5 March 2024 it was over.", "a.txt"),
        (front("date: 05/03/2024"), "a.md"),
        (front("author:", "  date: 2024-03-05"), "a.md"),
        ("Text.", "releases/2024-03/a.md"),
    ],
)
def test_no_date_is_guessed(text: str, path: str) -> None:
    assert dates(text, path) == (None, None)


def test_the_given_date_stands_in_only_where_none_is_named() -> None:
    given = dt.date(2025, 1, 1)
    assert dates("Text.", published=given)[0] == ArticleDate(given, "day", "given")
    assert dates(front("date: 2024-03-05"), published=given)[0] == ArticleDate(
        DAY, "day", "front matter `date`, line 2"
    )


def test_updated_line() -> None:
    published, updated = dates("Some words.\n\nLast updated: March 5, 2024\n", "a.md")
    assert published is None
    assert updated == ArticleDate(DAY, "day", "“Last updated: March 5, 2024”, line 3")


@pytest.mark.parametrize(
    ("text", "is_byline"),
    [
        ("By Ana Ruiz", True),
        ("By Ana Ruiz and Tom Okafor, health editors", False),
        ("Words by Ana Ruiz", True),
        ("By land and by sea they came.", False),
        ("By 2030 all of it will be gone", False),
        ("Published 5 March 2024 | Updated 6 March 2024", True),
        ("Published in the Herald", False),
        ("(…)", False),
        ("[]", False),
        ("5 March 2024", True),
        ("5 March 2024 was a Tuesday", False),
    ],
)
def test_bylines(text: str, is_byline: bool) -> None:
    article = read_article(f"{text}\n\nThe story itself begins here.", "a.md")
    assert (article.blocks[0].zone == "metadata") is is_byline


@pytest.mark.parametrize(
    "dateline",
    ["LEEDS, 5 March 2024 –", "**ST. IVES, March 5, 2024** —", "NEW YORK, N.Y., Tuesday 5 March 2024 (Agency) -"],
)
def test_datelines(dateline: str) -> None:
    published, _ = dates(f"{dateline} The company will open a plant.\n\nIt costs £3m.")
    assert published == ArticleDate(DAY, "day", "dateline, line 1")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("# Pool\n\n## When does it open?\n\nOn 3 May 2026.", None),
        ("# Pool\n\n**When does it open?**\n\n3 May 2026", None),
        ("# When does it open?\n\n3 May 2026\n\nNobody knows.", dt.date(2026, 5, 3)),  # below the title it is a byline
    ],
)
def test_a_date_below_a_question_is_its_answer(text: str, published: dt.date | None) -> None:
    found, _ = dates(text)
    assert (found.value if found else None) == published
