"""An HTML page in, the article's blocks out."""

import datetime as dt

import pytest

from checker.articles import read_article
from checker.articles.article import Block, Cell, Item


def read(text: str) -> list[Block]:
    return list(read_article(text, "page.html").blocks)


def zones(text: str) -> list[tuple[str, str]]:
    return [(block.zone.value, block.text) for block in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("<p>One <b>two</b>\n  three<br>four<p>five", [("body", "One two three four"), ("body", "five")]),
        ("<p>a<br><br>b</p>", [("body", "a"), ("body", "b")]),
        ("<p>A &amp; B &ldquo;c&rdquo; &#163;3 &notanentity; &nbsp; x</p>", [("body", "A & B “c” £3 &notanentity; x")]),
        ("<h2>Head</h2>text<div>more</div>", [("heading", "Head"), ("body", "text"), ("body", "more")]),
        ("<blockquote><p>said</p></blockquote><p>x</p>", [("quote", "said"), ("body", "x")]),
        ("<p>He said <q>no</q>.</p>", [("body", "He said “no”.")]),
        ("<p>10<sup>6</sup> m<sup>2</sup> of CO<sub>2</sub></p>", [("body", "10⁶ m² of CO2")]),
        ("<p><del>12</del> <ins>14</ins> <s>9</s></p>", [("body", "14")]),
        ("<p>a</p><p hidden>b</p><p aria-hidden=true>c</p><p style='display : none'>d</p>", [("body", "a")]),
        ("<p>a<script>5</script><style>6</style><svg><text>7</text></svg><noscript>8</noscript></p>", [("body", "a")]),
        ("<p>a</p><form><p>b</p></form><button>c</button><template><p>d</p></template>", [("body", "a")]),
        ("<figure><img alt=x><figcaption>The gate, 2009</figcaption></figure>", [("caption", "The gate, 2009")]),
        ("<p class='lead standfirst'>Short</p><p>Long</p>", [("description", "Short"), ("body", "Long")]),
        ("<p><small>Shares are rounded.</small></p>", [("body", "Shares are rounded.")]),
        ("<p>a < b and 3 <4</p>", [("body", "a < b and 3 <4")]),
        ("<p>a</p><!-- <p>b</p>", [("body", "a")]),
        ("<p>a</p><![if x]><p>b</p><!doctype x><?php 5 ?><p>c</p>", [("body", "a"), ("body", "b"), ("body", "c")]),
        ("<p>a</p><p title='x>y'>b</p><p class=\"", [("body", "a"), ("body", "b")]),
        ("<pre>code 5</pre><p>a</p>", [("body", "a")]),
        ("<ul><li>a<li>b<p>c</ul>", [("list", "a"), ("list", "b"), ("list", "c")]),
    ],
)  # fmt: skip
def test_what_a_reader_sees(text: str, expected: list[tuple[str, str]]) -> None:
    assert zones(text) == expected


PAGE = """<!DOCTYPE html>
<html><head><title>Bridge opens | The Courier</title>
<meta name="description" content="A bridge &amp; a &quot;band&quot;">
<meta property="og:description" content="Repeated">
<link rel="canonical" href="https://courier.example/2024/03/05/bridge">
</head><body>
<header><h1>The Courier</h1><nav><a href="/">Home</a></nav></header>
<aside>Weather: 12 degrees</aside>
<article>
<header><h1>Bridge opens</h1><p class="byline">By Ana Ruiz</p><time datetime="2024-03-05T10:00">5 March</time></header>
<p>It cost £3m.</p>
<div class="share-buttons">Share 14</div>
<div class="newsletter_signup"><p>Join 40,000 readers</p></div>
<aside><p>Related: 9 bridges</p></aside>
<section id="comments"><h2>Comments</h2><p>I paid 5 pounds</p></section>
</article>
<footer>Founded 1921</footer>
</body></html>"""


def test_a_page() -> None:
    article = read_article(PAGE, "page.html")
    assert [(block.zone.value, block.key, block.text) for block in article.blocks] == [
        ("metadata", "title", "Bridge opens | The Courier"),
        ("description", "description", 'A bridge & a "band"'),
        ("title", "", "Bridge opens"),
        ("metadata", "byline", "By Ana Ruiz"),
        ("metadata", "byline", "5 March"),
        ("body", "", "It cost £3m."),
    ]
    assert article.published is not None
    assert (article.published.value, article.published.source) == (dt.date(2024, 3, 5), "<time>, line 10")
    assert article.url == "https://courier.example/2024/03/05/bridge"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<main><p>a</p></main><div><p>b</p></div>", ["a"]),
        ("<div role=main><p>a</p></div><p>b</p>", ["a"]),
        (
            "<article>x</article><main><p>the main text</p></main><article>y</article><article>z</article>",
            ["the main text"],
        ),
        ("<article><p>the long story</p></article><article>teaser</article>", ["the long story"]),
        ("<article><p>story</p><article class=comment><p>reply</p></article></article>", ["story"]),
        ("<body><header>Site</header><p>a</p><footer>b</footer></body>", ["a"]),
        ("<div class='comment'><p>the only text</p></div>", ["the only text"]),
        ("<article class='comments-open related'><p>a</p></article>", ["a"]),
        ("<article><p>a", ["a"]),
    ],
)
def test_the_article_is_found_in_its_page(text: str, expected: list[str]) -> None:
    assert [block.text for block in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<title>T | Site</title><h1>T</h1>", [("metadata", "T | Site"), ("title", "T")]),
        ("<title>T</title><p>x</p>", [("title", "T"), ("body", "x")]),
        ("<h1>One</h1><h1>Two</h1>", [("title", "One"), ("heading", "Two")]),
        (
            "<title>T | Site</title><h1>T</h1><main><p>x</p></main>",
            [("metadata", "T | Site"), ("title", "T"), ("body", "x")],
        ),
        ("<title>T | Site</title><h1>Site</h1><main><p>x</p></main>", [("title", "T | Site"), ("body", "x")]),
    ],
)
def test_the_title(text: str, expected: list[tuple[str, str]]) -> None:
    assert zones(text) == expected


def test_tables_with_spans() -> None:
    blocks = read(
        "<table><caption>Homes</caption><thead><tr><td>Town<td colspan=2>Homes</thead>"
        "<tr><th rowspan=2>York</th><td>1</td><td><p>2</p><ul><li>3</li></ul></td></tr><tr><td>4</td></tr>"
        "<tr><td>5<table><tr><td>in</table>6</td><td colspan=x rowspan=0>7</td></table>"
    )
    assert [(block.text, block.cell) for block in blocks] == [
        ("Homes", None),
        ("Town", Cell(0, 0, 0, True)),
        ("Homes", Cell(0, 0, 1, True, column_span=2)),
        ("York", Cell(0, 1, 0, True, row_span=2)),
        ("1", Cell(0, 1, 1, False)),
        ("2", Cell(0, 1, 2, False)),
        ("3", Cell(0, 1, 2, False)),
        ("4", Cell(0, 2, 1, False)),
        ("5", Cell(0, 3, 0, False)),
        ("in", Cell(1, 0, 0, False)),
        ("6", Cell(0, 3, 0, False)),
        ("7", Cell(0, 3, 1, False)),
    ]


def test_nested_lists() -> None:
    blocks = read("<ol><li>one<ul><li>a</li><li>b</li></ul>after</li><li>two</li></ol>")
    assert [(block.text, block.item) for block in blocks] == [
        ("one", Item(0, 1, 0, True)),
        ("a", Item(1, 1, 1, False)),
        ("b", Item(1, 2, 1, False)),
        ("after", Item(0, 1, 0, True)),
        ("two", Item(0, 2, 0, True)),
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("<p>See <a href=x>the <b>report</b></a>.</p>", ["the report"]),
        ("<p>It fell.<sup><a href='#fn1'>1</a></sup> Then</p>", ["."]),
        ("<p>It fell<a href='#fn1'><sup>12</sup></a> then</p>", ["l"]),
        ("<p><a href=x>one <p>two</a> three", ["one"]),
        ("<p><a name=x></a>text</p>", []),
    ],
)
def test_links_are_recorded(text: str, links: list[str]) -> None:
    block = read(text)[0]
    assert [block.text[start:end] for start, end in block.links] == links
    assert "1" not in block.text


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("<p>é <b>&pound;3</b>m</p>", "£3m", "&pound;3</b>m"),
        ("\r\n<p>a\r\n  b &amp; c</p>", "a b & c", "a\r\n  b &amp; c"),
        ("<meta name=description content='x &quot;5&quot;'><p>y</p>", '"5"', "&quot;5&quot;"),
        ("<p>m<sup>2</sup> x</p>", "²", "2"),
        ("<p>a{{ b }}c {% d %}e</p>", "ac e", "a{{ b }}c {% d %}e"),
    ],
)
def test_a_quote_is_found_in_the_source_by_place(text: str, quote: str, source: str) -> None:
    block = next(block for block in read(text) if quote in block.text)
    start = block.text.index(quote)
    first, last = block.source.span(start, start + len(quote))
    assert text[first:last] == source
