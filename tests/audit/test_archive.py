"""Every kind of archive gives the same articles, whatever its fields are called and however it is packed."""

import bz2
import datetime as dt
import gzip
import json
import lzma
import tracemalloc
from pathlib import Path

import pandas as pd
import pytest

from checker.articles import read_article
from checker.audit.archive import ArchivedArticle, open_archive
from checker.audit.archive.article import day, guessed_format
from checker.audit.archive.count import count_articles
from checker.audit.archive.xml_feeds import wordpress_html
from checker.audit.shards import shards
from checker.errors import ConfigurationError
from checker.pipeline import Failure

DAY = dt.date(2024, 3, 5)
WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"><channel><title>House</title>
<item><title>Fish &amp; chips</title><link>https://example.org/fish</link>
<excerpt:encoded><![CDATA[no]]></excerpt:encoded>
<content:encoded><![CDATA[<!-- wp:paragraph -->
It sold 12 fish.

[gallery ids="1,2"]It sold 14 chips.]]></content:encoded>
<category domain="category">Food</category>
<wp:post_name>fish</wp:post_name><wp:post_date_gmt>2024-03-05 10:11:12</wp:post_date_gmt>
<wp:post_modified_gmt>2024-04-01 00:00:00</wp:post_modified_gmt>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Draft</title><content:encoded>no</content:encoded><wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>Picture</title><content:encoded>no</content:encoded><wp:status>publish</wp:status><wp:post_type>attachment</wp:post_type></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>House</title><entry><id>urn:1</id><title>Fish</title>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/fish"/>
<published>2024-03-05T00:00:00Z</published><updated>2024-04-01T00:00:00Z</updated>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>It sold 12 fish.</p></div></content></entry></feed>"""
RSS = """<rss><channel><item><title>Fish</title><link>https://example.org/fish</link>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description>&lt;p&gt;It sold 12 fish.&lt;/p&gt;</description></item>
<item><title>Empty</title></item></channel></rss>"""
GHOST = {
    "db": [
        {
            "meta": {"version": "5.1"},
            "data": {
                "posts": [
                    {"slug": "fish", "title": "Fish", "html": "<p>It sold 12 fish.</p>", "status": "published",
                     "published_at": "2024-03-05T10:00:00.000Z", "updated_at": 1711929600000},
                    {"slug": "draft", "title": "No", "html": "<p>no</p>", "status": "draft"},
                    {"slug": "empty", "title": "No", "html": None, "status": "published"},
                ]
            },
        }
    ]
}  # fmt: skip
FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "House",
    "items": [
        {"id": "1", "url": "https://example.org/fish", "title": "Fish", "content_text": "It sold 12 fish.",
         "date_published": "2024-03-05T00:00:00Z", "tags": ["Food"]},
    ],
}  # fmt: skip


def read(path: Path, text: str | bytes, columns: dict[str, str] | None = None) -> list[ArchivedArticle | Failure]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(open_archive(path, columns))


def test_a_folder_is_read_in_sorted_order(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b" / "2.md").write_text("two")
    (tmp_path / "b" / "10.html").write_text("<p>ten</p>")
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "empty.md").write_text("")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / ".git" / "c.md").write_text("no")
    (tmp_path / "wrong.md").write_bytes(b"caf\xe9")

    found = list(open_archive(tmp_path))

    assert [getattr(one, "id", None) or one.path for one in found] == [
        "a.txt",
        "empty.md",
        "wrong.md",
        "b/10.html",
        "b/2.md",
    ]
    assert [one.section for one in found if isinstance(one, ArchivedArticle)] == ["", "b", "b"]
    assert count_articles(tmp_path) == 5


RECORD = {"slug": "fish", "Headline": "Fish", "Date-Published": "2024-03-05", "content_html": "<p>It sold 12 fish.</p>"}


@pytest.mark.parametrize("packed", ["", ".gz", ".bz2", ".xz", ".zst"])
def test_tables_packed_and_not(tmp_path, packed):
    import pyarrow as pa

    pack = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}
    data = (json.dumps(RECORD) + "\n\n").encode()
    packer = pack.get(packed) or (lambda plain: pa.compress(plain, codec="zstd", asbytes=True))
    (one,) = read(tmp_path / f"articles.jsonl{packed}", packer(data))

    assert (one.id, one.format, one.published, one.path) == ("fish", "html", DAY, "fish.html")
    assert one.text == "<h1>Fish</h1>\n<p>It sold 12 fish.</p>"


def test_csv_and_parquet_give_what_json_lines_give(tmp_path):
    table = pd.DataFrame([RECORD, {**RECORD, "slug": "two"}])
    table.to_parquet(tmp_path / "articles.parquet")
    lines = read(tmp_path / "a.jsonl", table.to_json(orient="records", lines=True))

    assert list(open_archive(tmp_path / "articles.parquet")) == lines
    assert read(tmp_path / "a.csv", table.to_csv(index=False)) == lines
    assert read(tmp_path / "a.tsv", table.to_csv(index=False, sep="\t")) == lines
    assert count_articles(tmp_path / "articles.parquet") == count_articles(tmp_path / "a.jsonl") == 2
    assert count_articles(tmp_path / "articles.parquet", limit=1) == 1


def test_columns_can_be_named(tmp_path):
    record = {"nr": 7, "story": "It sold 12 fish.", "out": "5 March 2024", "body": "no"}
    (one,) = read(tmp_path / "a.jsonl", json.dumps(record), {"id": "nr", "body": "story", "published": "out"})

    assert (one.id, one.text, one.published) == ("7", "It sold 12 fish.", DAY)
    (wrong,) = read(tmp_path / "a.jsonl", json.dumps(record), {"body": "text"})
    assert 'no field "text"' in wrong.message
    with pytest.raises(ConfigurationError, match='"text" is not a field'):
        read(tmp_path / "a.jsonl", json.dumps(record), {"text": "story"})


def test_wordpress(tmp_path):
    (one,) = read(tmp_path / "export.xml", WXR)

    assert (one.id, one.title, one.section, one.published) == ("fish", "Fish & chips", "Food", DAY)
    assert one.updated == dt.date(2024, 4, 1)
    blocks = [block.text for block in read_article(one.text, one.path).blocks]
    assert blocks == ["Fish & chips", "It sold 12 fish.", "It sold 14 chips."]


def test_atom_rss_ghost_and_json_feed(tmp_path):
    rss = RSS
    found = [
        *read(tmp_path / "a.atom", ATOM),
        read(tmp_path / "a.rss", rss)[0],
        *read(tmp_path / "ghost.json", json.dumps(GHOST))[:1],
        *read(tmp_path / "feed.json", json.dumps(FEED)),
    ]
    for one in found:
        assert (one.title, one.published) == ("Fish", DAY)
        assert [block.text for block in read_article(one.text, one.path).blocks] == ["Fish", "It sold 12 fish."]
    assert [one.url for one in found] == ["https://example.org/fish"] * 2 + ["", "https://example.org/fish"]
    assert isinstance(read(tmp_path / "a.rss", rss)[1], Failure)
    assert found[2].updated == dt.date(2024, 4, 1)
    assert [type(one) for one in read(tmp_path / "ghost.json", json.dumps(GHOST))] == [ArchivedArticle, Failure]


BOMB = (
    '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.xml", BOMB, "declares entities"),
        (
            "a.xml",
            '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item>&x;</item></rss>',
            "declares entities",
        ),
        ("a.xml", "<rss><channel><item>", "not XML to its end"),
        ("a.xml", "<html></html>", "no articles"),
        ("a.json", '{"a": 1}', "no articles"),
        ("a.json", '{"items": [{"id": "1", "content_text": "x"}', "not JSON to its end"),
        ("a.jsonl.gz", gzip.compress(b"x" * 9999, mtime=0)[:30], "cannot be read to its end"),
        ("a.csv", b"id,body\n1,caf\xe9\n", "cannot be read behind row"),
        ("a.parquet", "no", "cannot be read behind row 0"),
        ("a.docx", "no", "not known by its ending"),
    ],
)
def test_a_broken_archive_is_told_in_a_sentence(tmp_path, name, text, message):
    with pytest.raises(ConfigurationError, match=message):
        read(tmp_path / name, text)


def test_a_broken_record_is_a_failure_and_the_next_one_is_read(tmp_path):
    text = '{"id": 1, "body": "a"\n[1]\n{"id": 3}\n{"id": 4, "body": "d"}\n'
    found = read(tmp_path / "a.jsonl", text)

    assert [type(one) for one in found] == [Failure, Failure, Failure, ArchivedArticle]
    assert [one.path for one in found[:3]] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]


@pytest.mark.parametrize("kind", ["jsonl", "csv", "json", "xml"])
def test_a_large_archive_is_never_held_in_memory(tmp_path, kind):
    body = "It sold 12 fish. " * 300  # 5 kB, of 2,000 articles: 10 MB
    rows = ({"id": str(number), "body": body} for number in range(2000))
    path = tmp_path / f"a.{kind}"
    with path.open("w") as file:
        match kind:
            case "jsonl":
                file.writelines(json.dumps(row) + "\n" for row in rows)
            case "csv":
                file.write("id,body\n")
                file.writelines(f'{row["id"]},"{row["body"]}"\n' for row in rows)
            case "json":
                file.write('{"items": [{"id": "0", "content_text": "a"}')
                file.writelines(", " + json.dumps({"id": row["id"], "content_text": body}) for row in rows)
                file.write("]}")
            case _:
                file.write("<rss><channel>")
                item = "<item><guid>{id}</guid><description>{body}</description></item>"
                file.writelines(item.format(**row) for row in rows)
                file.write("</channel></rss>")
    tracemalloc.start()
    count = sum(isinstance(one, ArchivedArticle) for one in open_archive(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count >= 2000
    assert peak < 2_000_000


def test_shards_are_the_same_each_time_and_name_articles_apart():
    entries = [ArchivedArticle(name, "text") for name in ("a", "a", "b", "a")] + [Failure("c", "empty")]
    once, twice = list(shards(entries, 3)), list(shards(iter(entries), 3))

    assert once == twice
    assert [[article.id for article in shard.articles] for shard in once] == [["a", "a#2", "b"], ["a"]]
    assert [shard.failures for shard in once] == [(), (Failure("c", "empty"),)]
    assert once[0].digest != once[1].digest
    assert len(list(shards(entries, 3, limit=2))) == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-03-05", DAY),
        (dt.datetime(2024, 3, 5, 12), DAY),
        (DAY, DAY),
        (1709600000, DAY),
        (1709600000000, DAY),
        (2024, None),
        (True, None),
        (float("nan"), None),
        (10**30, None),
        ("soon", None),
        (None, None),
    ],
)
def test_dates_of_records(value, expected):
    assert day(value) == expected


def test_formats_are_guessed_by_markup():
    assert guessed_format("<p>One</p>") == "html"
    assert guessed_format("a < b and **c**") == "markdown"
    assert wordpress_html("[caption id='x' width=3]A[/caption]\n\nB") == "<p>A</p>\n\n<p>B</p>"
