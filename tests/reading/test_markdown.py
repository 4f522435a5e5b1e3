"""Markdown in, blocks out: zones, text, and the exact place of every quote."""

import pytest

from checker.articles import read_article
from checker.articles.article import Block, Cell, Item, Zone


def read(text: str, path: str = "article.md") -> list[Block]:
    return list(read_article(text, path).blocks)


def zones(text: str, path: str = "article.md") -> list[tuple[str, str]]:
    return [(block.zone.value, block.text) for block in read(text, path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n\t\n", []),
        ("One *two* **three** `four` five.", [("body", "One two three four five.")]),
        ("Soft\nbreak and hard  \nbreak\\\nend", [("body", "Soft break and hard break end")]),
        ("A &amp; B&nbsp;&pound;3 &#8217;s \\*x\\*", [("body", "A & B £3 ’s *x*")]),
        ("A\u00adsoft\u200bly hy\u00ad\nphen", [("body", "Asoftly hy phen")]),
        ("# Head\n\ntext", [("title", "Head"), ("body", "text")]),
        ("## Head {#anchor}\n\nSub\n---\n\ntext", [("heading", "Head"), ("heading", "Sub"), ("body", "text")]),
        ("# One\n\n# Two", [("title", "One"), ("heading", "Two")]),
        ("> said\n> twice\n\nnot", [("quote", "said twice"), ("body", "not")]),
        ("> [!NOTE]\n> mind this", [("body", "mind this")]),
        ("x ![alt 9](i.png \"title 8\") y", [("body", "x y")]),
        ("![a lamp of *9* cm](i.png \"title 8\")", [("caption", "a lamp of 9 cm")]),
        ("[![a lamp](i.png)](https://x.example) and a line", [("caption", "a lamp"), ("body", "and a line")]),
        ("- ![a lamp](i.png)\n\n## ![a lamp](i.png) Lamps", [("heading", "Lamps")]),
        ("~~12~~ 14 homes", [("body", "14 homes")]),
        ("```\n5 lines of code\n```\n\n    6 indented\n\ntext", [("body", "text")]),
        ("<!-- 3 hidden\n\nparagraphs -->\n\nshown <!-- not --> here", [("body", "shown here")]),
        ("a <b>bold</b> <span class=x>word</span><br>next", [("body", "a bold word next")]),
        ("see https://x.example/2024/05/17 now", [("body", "see now")]),
        ("- [ ] open\n- [x] done", [("list", "open"), ("list", "done")]),
        ("Term\n: What it means", [("body", "Term"), ("body", "What it means")]),
        ("Text[^a].\n\n[^a]: The 2021 census.", [("body", "Text."), ("body", "The 2021 census.")]),
        ("***\n\ntext\n\n---", [("body", "text")]),
    ],
)  # fmt: skip
def test_what_a_reader_sees(text: str, expected: list[tuple[str, str]]) -> None:
    assert zones(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{< figure src=\"a 9.jpg\" >}}\n\ntext", ["text"]),
        ("text {{< ref \"a\" >}} more", ["text more"]),
        ("{{% notice %}}\nMind the gap.\n{{% /notice %}}", ["Mind the gap."]),
        ("{% include x.html n=3 %}\n\nShown {{ site.year }} here", ["Shown here"]),
        ("{% comment %}\n17 hidden\n{% endcomment %}\n\ntext", ["text"]),
        ("{% highlight python %}\nx = 5\n{% endhighlight %}\n\ntext", ["text"]),
        ("{{< highlight go >}}\nx := 5\n{{< /highlight >}}\n\ntext", ["text"]),
        ("[our policy]({{ \"/2014/07/29/x/\" | url }}) says", ["our policy says"]),
        ("A paragraph.\n{: .lead}\n\nNext{: .x} one", ["A paragraph.", "Next one"]),
        (":::tip Title 4\n\nMind this.\n\n:::", ["Mind this."]),
        ("!!! note \"Title 4\"\n    Mind this.\n\n    And this.\n\nText", ["Mind this.", "And this.", "Text"]),
        ("Open {{ brace and {% tag stay", ["Open {{ brace and {% tag stay"]),
    ],
)  # fmt: skip
def test_template_markup_is_masked(text: str, expected: list[str]) -> None:
    assert [block.text for block in read(text)] == expected


def test_mdx_keeps_only_prose() -> None:
    text = (
        "import Chart from './chart'\nimport {a} from 'b'\n\nexport const year = 2019\n\n# Title\n\n"
        '<Chart data={[1, 2, {x: 3}]} label="9">\n\nProse with {1 + 1} inside.\n\n</Chart>\n\n{/* hidden 5 */}\n\nEnd.'
    )
    assert zones(text, "a.mdx") == [("title", "Title"), ("body", "Prose with inside."), ("body", "End.")]


def test_nested_lists() -> None:
    blocks = read("1. one\n   - a\n   - b\n\n     still b\n2. two\n\ntext\n\n- new\n")
    assert [(block.text, block.item) for block in blocks] == [
        ("one", Item(0, 1, 0, True)),
        ("a", Item(1, 1, 1, False)),
        ("b", Item(1, 2, 1, False)),
        ("still b", Item(1, 2, 1, False)),
        ("two", Item(0, 2, 0, True)),
        ("text", None),
        ("new", Item(2, 1, 0, False)),
    ]
    assert [block.zone for block in blocks if block.item] == [Zone.LIST] * 6


def test_tables() -> None:
    text = "| City | 2023 \\| 24 |\n|:--|--:|\n| **York** | 1,204 |\n| Hull | |\n\n| n |\n|---|\n| 7 |\n"
    blocks = read(text)
    assert [(block.text, block.cell) for block in blocks] == [
        ("City", Cell(0, 0, 0, True)),
        ("2023 | 24", Cell(0, 0, 1, True)),
        ("York", Cell(0, 1, 0, False)),
        ("1,204", Cell(0, 1, 1, False)),
        ("Hull", Cell(0, 2, 0, False)),
        ("n", Cell(1, 0, 0, True)),
        ("7", Cell(1, 1, 0, False)),
    ]


def test_sections_follow_the_headings() -> None:
    blocks = read("# Title\n\nintro\n\n## First\n\na\n\n### Inner\n\nb\n\n## Second\n\nc")
    assert [(block.text, block.section, block.level) for block in blocks] == [
        ("Title", "", 1),
        ("intro", "", 0),
        ("First", "", 2),
        ("a", "First", 0),
        ("Inner", "First", 3),
        ("b", "Inner", 0),
        ("Second", "", 2),
        ("c", "Second", 0),
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("In [the *long* report](http://x.example) it says", ["the long report"]),
        ("Said <http://x.example> so", ["Said"[-1]]),
        ("It fell by 3%.[^1] Then rose.\n\n[^1]: Note.", ["."]),
        ("An <a href='x'>old link</a> here", ["old link"]),
        ("[![alt](i.png)](http://x.example) text", []),
        ("See https://x.example/1 there", ["e"]),
    ],
)
def test_links_are_recorded(text: str, links: list[str]) -> None:
    block = read(text)[0]
    assert [block.text[start:end] for start, end in block.links] == links


@pytest.mark.parametrize(
    ("text", "quote", "source"),
    [
        ("Then **12,400** homes", "12,400", "12,400"),
        ("Then **12,400** homes", "Then 12,400 homes", "Then **12,400** homes"),
        ("café 😀 “it” is **£3m** now", "£3m", "£3m"),
        ("five&nbsp;km &amp; more", "five km", "five&nbsp;km"),
        ("five&nbsp;km &amp; more", "& more", "&amp; more"),
        ("a\r\nb  \r\nc", "a b c", "a\r\nb  \r\nc"),
        ("\ufeffThe \u00adcat", "The cat", "The \u00adcat"),
        ("> one\n> two", "one two", "one\n> two"),
        ("- item\n  goes on", "item goes on", "item\n  goes on"),
        ("in `x 5` code", "x 5", "x 5"),
        ("{{< a >}}é 7 men", "7 men", "7 men"),
        ("| é | 1,204 |\n|---|---|\n| b | c |", "1,204", "1,204"),
    ],
)
def test_a_quote_is_found_in_the_source_by_place(text: str, quote: str, source: str) -> None:
    block = next(block for block in read(text) if quote in block.text)
    start = block.text.index(quote)
    first, last = block.source.span(start, start + len(quote))
    assert text[first:last] == source


def test_html_inside_markdown() -> None:
    text = (
        "Before.\n\n<table>\n<thead><tr><th>Year</th><th>Homes</th></tr></thead>\n\n"
        "<tr><td>2023</td><td>1,204</td></tr>\n</table>\n\n"
        "<figure><img src=x alt=y>\n<figcaption>The *bridge* in 2019</figcaption></figure>\n\n"
        "<blockquote>\n\nA **spoken** word\n\n</blockquote>\n\n"
        "<div style='display: none'>\n\nUnseen\n\n</div>\n\n<script>let n = 5</script>\n\nAfter."
    )
    blocks = read(text)
    assert [(block.zone.value, block.text) for block in blocks] == [
        ("body", "Before."),
        ("table", "Year"),
        ("table", "Homes"),
        ("table", "2023"),
        ("table", "1,204"),
        ("caption", "The *bridge* in 2019"),
        ("quote", "A spoken word"),
        ("body", "After."),
    ]
    assert [block.cell for block in blocks[1:5]] == [
        Cell(0, 0, 0, True),
        Cell(0, 0, 1, True),
        Cell(0, 1, 0, False),
        Cell(0, 1, 1, False),
    ]
