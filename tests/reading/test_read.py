"""Bytes to text, path to format."""

import pytest

from checker.articles import article_format, decode, read_article
from checker.articles.article import Piece, SourceMap
from checker.errors import ArticleError


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.md", "x", "markdown"),
        ("A.MARKDOWN", "x", "markdown"),
        ("a.mdx", "x", "markdown"),
        ("a.qmd", "x", "markdown"),
        ("dir.md/a.htm", "x", "html"),
        ("a.xhtml", "x", "html"),
        ("a.txt", "<html>", "text"),
        ("dir\\a.md", "x", "markdown"),
        ("a", "x", "text"),
        ("a.article", "\ufeff <!DOCTYPE html><p>x", "html"),
        ("-", "<HTML lang=en>", "html"),
        ("a", "<htmlish>", "text"),
    ],
)
def test_format(path: str, text: str, expected: str) -> None:
    assert article_format(text, path) == expected
    assert read_article(text, path).format == expected


def test_decode_keeps_the_byte_order_mark() -> None:
    text = decode(b"\xef\xbb\xbf# T\r\n\r\ncaf\xc3\xa9 7", "a.md")
    assert text == "\ufeff# T\r\n\r\ncafé 7"
    article = read_article(text, "a.md")
    assert [block.text for block in article.blocks] == ["T", "café 7"]
    assert article.position(article.blocks[1].source.span(5, 6)[0]) == (3, 6)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo caf\xe9 x", "a.md: not UTF-8 at byte 11 (line 2): 0xE9. Save the file as UTF-8"),
        (b"PK\x03\x04\x00\x00", "a.md: this is not a text file (it holds NUL bytes)"),
    ],
)
def test_decode_errors_are_sentences(data: bytes, message: str) -> None:
    with pytest.raises(ArticleError) as error:
        decode(data, "a.md")
    assert str(error.value).startswith(message)


def test_decode_replaces_where_allowed() -> None:
    assert decode(b"caf\xe9 x", "a.md", replace=True) == "caf\ufffd x"


@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_an_unpaired_surrogate_does_no_harm(path: str) -> None:
    article = read_article("A word \ud800 here.", path)
    assert article.text == "A word \ud800 here."
    assert [block.text for block in article.blocks] == ["A word \ufffd here."]


@pytest.mark.parametrize(
    ("span", "expected"),
    [((0, 1), (10, 11)), ((0, 4), (10, 20)), ((3, 4), (15, 20)), ((2, 5), (12, 21)), ((4, 6), (20, 22))],
)
def test_source_map(span: tuple[int, int], expected: tuple[int, int]) -> None:
    source = SourceMap((Piece(0, 3, 10, 3), Piece(3, 1, 15, 5), Piece(4, 2, 20, 2)))
    assert source.span(*span) == expected
