"""Front matter of every kind: what its fields say, where they stand, and that no malformed one does harm."""

import datetime as dt

import pytest

from checker.articles import read_article
from checker.articles.article import Zone


def fields(text: str) -> list[tuple[str, str, str]]:
    return [(block.zone.value, block.key, block.text) for block in read_article(text, "a.md").blocks if block.key]


def body(text: str) -> list[str]:
    return [block.text for block in read_article(text, "a.md").blocks if not block.key]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Plain title\n---\nx", [("title", "title", "Plain title")]),
        ("\ufeff---\r\ntitle: T\r\n---\r\nx", [("title", "title", "T")]),
        ("\n---\ntitle: T\n...\nx", [("title", "title", "T")]),
        ("---\ntitle: 'It''s five'  # note\n---\nx", [("title", "title", "It's five")]),
        ('---\ntitle: "A \\"b\\" \\u2019s \\ud83d\\ude00"\n---\nx', [("title", "title", 'A "b" ’s 😀')]),
        ("---\ndescription: goes\n  on and\n  on\n---\nx", [("description", "description", "goes on and on")]),
        ("---\nsummary: >-\n  folded\n  twice\n\n  again\n---\nx", [("description", "summary", "folded twice again")]),
        ("---\nexcerpt: |  # how\n  kept\n  lines\n---\nx", [("description", "excerpt", "kept lines")]),
        ("---\nTitle: T\nDek: d\nStandfirst: s\n---\nx", [
            ("title", "Title", "T"), ("description", "Dek", "d"), ("description", "Standfirst", "s"),
        ]),
        ("---\ntitle: &x T\nsubtitle: !!str 's'\n---\nx", [("title", "title", "T"), ("description", "subtitle", "s")]),
        ("---\ntitle: A <em>b</em> &ldquo;c&rdquo; {{ d }}\n---\nx", [("title", "title", "A b “c” {{ d }}")]),
        ("---\ndate: 2024-05-01\nlastmod: 2024-06-02T10:00:00Z\n---\nx", [
            ("metadata", "date", "2024-05-01"), ("metadata", "lastmod", "2024-06-02T10:00:00Z"),
        ]),
        ("---\nlast_update:\n  date: 2024-06-02\n  by: x\n---\nx", [("metadata", "last_update.date", "2024-06-02")]),
        ("---\ndate: {created: 2024-05-01}\n---\nx", [("metadata", "date.created", "2024-05-01")]),
        ("---\ntags: [a, b]\nauthor: Ana\nlayout: post\nweight: 5\n---\nx", []),
        ("---\npublished: false\ndate: Last Modified\n---\nx", []),
        ('+++\ntitle = "A \\"b\\" \\u2019"\ndate = 2024-05-01\n+++\nx', [
            ("title", "title", 'A "b" ’'), ("metadata", "date", "2024-05-01"),
        ]),
        ("+++\ntitle = 'raw \\n'\nsummary = \"\"\"long\nstring\"\"\"\n[params]\ndescription = \"no\"\n+++\nx", [
            ("title", "title", "raw \\n"), ("description", "summary", "long string"),
        ]),
        ('{\n  "title": "A \\"b\\"",\n  "tags": ["date", "x"],\n  "date": "2024-05-01"\n}\n\nx', [
            ("title", "title", 'A "b"'), ("metadata", "date", "2024-05-01"),
        ]),
        # Malformed, and read line by line.
        ("---\ntitle: Storm: the facts\ndate: 2024-05-01\n---\nx", [
            ("title", "title", "Storm: the facts"), ("metadata", "date", "2024-05-01"),
        ]),
        ('---\ntitle: "T"\n\tdate: [\ndek: \'s\'\n---\nx', [("title", "title", "T"), ("description", "dek", "s")]),
        ("---\ntitle: T\ndate: 2024-05-01\n\nx", [("title", "title", "T"), ("metadata", "date", "2024-05-01")]),
        ("---\ntitle: \x07 bell\n---\nx", [("title", "title", "bell")]),
    ],
)  # fmt: skip
def test_fields(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert fields(text) == expected
    assert body(text) == ["x"]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nJust a rule above.\n\n---\n\nAnd below.",
        "---\nNote: no title or date here\n\nText.",
        "{ not json }\n\nText.",
        '{"unended": "x\n\nText.',
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert fields(text) == []
    assert len(body(text)) == 2


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ('---\ndescription: "He said \\"no\\" to it\\u2019s"\n---\n', '"no" to', '\\"no\\" to'),
        ('---\ndescription: "He said \\"no\\" to it\\u2019s"\n---\n', "it’s", "it\\u2019s"),
        ('---\ndescription: "' + "long \\u00a35 " * 5000 + 'end 7 men"\n---\n', "end 7 men", "end 7 men"),
        ("---\nsummary: 'it''s'\n---\n", "it's", "it''s"),
        ("---\nsummary: one\n   two\n---\n", "one two", "one\n   two"),
        ("---\nsummary: >\n  one\n  two\n---\n", "one two", "one\n  two"),
        ('{"summary": "a\\/b \\ud83d\\ude00 7 men"}', "😀 7", "\\ud83d\\ude00 7"),
        ('+++\nsummary = "caf\\u00e9 7"\n+++\n', "café 7", "caf\\u00e9 7"),
    ],
)
def test_a_value_is_found_in_the_source_by_place(text: str, quote: str, source: str) -> None:
    block = next(block for block in read_article(text, "a.md").blocks if quote in block.text)
    assert block.zone is Zone.DESCRIPTION
    start = block.text.index(quote)
    first, last = block.source.span(start, start + len(quote))
    assert text[first:last] == source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: T\n---\n# T\n\nx", [("title", "T"), ("heading", "T"), ("body", "x")]),
        ("---\ndate: 2024-05-01\n---\n# T\n\nx", [("metadata", "2024-05-01"), ("title", "T"), ("body", "x")]),
    ],
)
def test_title_and_first_heading(text: str, title: list[tuple[str, str]]) -> None:
    assert [(block.zone.value, block.text) for block in read_article(text, "a.md").blocks] == title


@pytest.mark.parametrize("path", ["a.html", "a.txt"])
def test_front_matter_stands_before_any_format(path: str) -> None:
    article = read_article("---\ntitle: T\ndate: 2024-05-01\n---\nSome text here.", path)
    assert [block.text for block in article.blocks] == ["T", "2024-05-01", "Some text here."]
    assert article.published is not None
    assert article.published.value == dt.date(2024, 5, 1)
