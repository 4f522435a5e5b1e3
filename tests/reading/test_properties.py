"""What must hold of every article, whatever it is written in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.articles import read_article
from checker.articles.article import Article, Zone, line_starts

RAISED = dict(zip("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻", strict=True))
PATHS = ["a.md", "a.mdx", "a.html", "a.txt"]

FRAGMENTS = [
    "plain words", "12,400 homes", "“curly” quotes’", "emoji 👩‍🚒 🇫🇷", "café", "\u00ad", "\u200b", "\ufeff", "\ud800",
    " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u00a0", "\u2028", "\0", "\x1b", "\ufdd0",
    "&amp;", "&nbsp;", "&#8217;", "&#x1F600;", "&hellip", "&bogus;", "&#0;", "&#xD800;", "&ngE;",
    "**bold**", "*it*", "_x_", "`code`", "``", "~~gone~~", "[link](http://x.example)", "![alt](i.png)", "[^1]",
    "[^1]: a note", "\\*", "\\", "<http://x.example>", "https://x.example/2024/05",
    "# Heading\n", "## FAQ\n", "## Why?\n", "**Who?** Me.", "> quote\n", "- item\n", "  - inner\n", "1. first\n", "   ",
    "| a | b |\n|---|---|\n| 1 | 2 |\n", "|", "---\n", "```\n", "    code\n", "Term\n: meaning\n", "===\n", "    ",
    "---\ntitle: T\n---\n", "+++\n", "{", "}", "{{< fig >}}", "{% if %}", "{: .x}", "<!-- ", "-->",
    "import a from 'b'\n",
    "<p>", "</p>", "<div class='comments'>", "</div>", "<b>", "</b>", "<sup>2</sup>", "<br>", "<a href='#n'>", "</a>",
    "<ul><li>", "</li>", "</ul>", "<table><tr><td>", "<td colspan=3>", "</table>", "<th rowspan=2>", "<caption>",
    "<dl><dt>", "<dd>", "</dl>", "<details><summary>", "</details>", "<blockquote>", "<h1>", "<h2>", "</h2>", "<q>",
    "</q>",
    "<article>", "</article>", "<script>", "</script>", "<style>", "<title>", "</title>", "<nav>", "<span hidden>", "<",
    ">", "<![CDATA[", "<!x", "<?", "</", "<a b='", '"', "By Ana Ruiz", "Published 3 May 2024", "Leave a Reply",
    "• dot\n",
    '<meta name="description" content="d &quot;q&quot;">',
    '<script type="application/ld+json">{"datePublished":"2024-01-02"}',
]  # fmt: skip

documents = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=20).map("".join),
    st.text(alphabet=st.characters(), max_size=80),
)
front_matter = st.one_of(
    st.just(""),
    st.builds(
        "{0}\n{1}\n{0}\n".format,
        st.sampled_from(["---", "+++"]),
        st.lists(
            st.one_of(
                st.sampled_from(
                    [
                        "title: 'It''s 3'", 'title: "a \\"b\\" \\u2019 \\ud83d\\ude00"', "title: Foo: bar",
                        "date: 2024-05-01",
                        'title = "x \\" y"', "description: >\n  folded\n  twice", "description: |\n  kept",
                        "x: [1, {a: b}]",
                        "description: plain\n  goes on", "date = 2024-05-01", 'summary = """long\nstring"""', "[t]",
                        "- x",
                        "title: &a \u2019 x", "excerpt: !!str 'y'", "\t", "a: b: c", "date: {created: 2024-01-01}",
                    ]
                ),
                st.text(max_size=15),
            ),
            max_size=5,
        ).map("\n".join),
    ),
    st.just('{"title": "a \\"b\\" \\u2019", "date": "2024-05-01"}\n'),
)  # fmt: skip


def is_faithful(seen: str, written: str) -> bool:
    """A character is read as it is written, save white space, unpaired surrogates and raised digits."""
    if written.isspace():
        return seen == " "
    if "\ud800" <= written <= "\udfff":
        return seen == "\ufffd"
    return seen == written or seen == RAISED.get(written)


def check_article(article: Article) -> None:
    for number, block in enumerate(article.blocks):
        assert block.number == number
        assert block.text == block.text.strip()
        assert block.text
        position = source_end = 0
        for piece in block.source.pieces:
            assert piece.start == position
            assert piece.length > 0
            assert piece.source_start >= source_end
            position, source_end = piece.start + piece.length, piece.source_start + piece.source_length
            if piece.length == piece.source_length:
                source = article.text[piece.source_start : source_end]
                assert all(map(is_faithful, block.text[piece.start : position], source))
        assert position == len(block.text)
        assert source_end <= len(article.text)
        for start, end in block.links:
            assert 0 <= start < end <= len(block.text)
        if block.question is not None:
            assert article.blocks[block.question].zone is Zone.FAQ_QUESTION
        assert block.zone is not Zone.FAQ_ANSWER or block.question is not None
        assert (block.cell is not None) == (block.zone is Zone.TABLE)
        assert "\ufdd0" not in block.text
        assert "\u200b" not in block.text
        block.text.encode()


@pytest.mark.parametrize("path", PATHS)
@given(front=front_matter, body=documents)
@settings(max_examples=250, deadline=None)
def test_every_document_is_read_with_exact_places(path: str, front: str, body: str) -> None:
    check_article(read_article(front + body, path))


@given(text=st.text(alphabet="ab\r\n", max_size=30))
def test_line_starts_agree_with_splitlines(text: str) -> None:
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:index])) for index in range(len(lines))]
    expected = [*starts, len(text)] if text.endswith(("\n", "\r")) else starts
    assert list(line_starts(text)) == (expected or [0])


@pytest.mark.parametrize("path", PATHS)
@given(body=documents)
@settings(max_examples=60, deadline=None)
def test_reading_is_deterministic(path: str, body: str) -> None:
    assert read_article(body, path) == read_article(body, path)
