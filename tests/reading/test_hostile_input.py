"""What nobody writes in good faith: still read, and in time that grows no faster than its length."""

import time

import pytest

from checker.articles import read_article

UNITS = [
    "<", "<div>", "<p>x", "<ul><li>", "<table><tr><td>", "<td rowspan=9999 colspan=9999>x", "<b><p>x",
    "<a href=#><sup>",
    "<!--", "<a b=\"", "<a b='\"", "&amp", "<script>", "<article>x", "<dl><dt>", "<blockquote>", "</p>", "<![CDATA[",
    "- ", "> ", "   - ", "[", "[a](", "![", "*a_ ", "`", "|", "[^1]: ", "{", "{{", "{%", "{:", "{% highlight %}",
    "::: x\n", "!!! x\n", "# a\n", "Why?\n\n", "**Why?** x\n\n", "Leave a Reply\n", "http://", " ", "\n", "\r", "\t",
    "\u00a0", "\0", "\u00ad", "  a", "• x\n", "word 12 ",
]  # fmt: skip
MDX_UNITS = ["{", "{}", "<Abc ", "<A b={", "import a from 'b'\n", "export const a\n", "export default\n\n"]
HEADS = [
    "",
    "---\na: [",
    '---\na: "',
    "---\ntitle: b\n",
    '+++\na = """',
    '{"a": [',
    '{"a": "',
    "<script type=application/ld+json>[",
]


def seconds(text: str, path: str) -> float:
    start = time.process_time()
    read_article(text, path)
    return time.process_time() - start


@pytest.mark.parametrize("path", ["a.md", "a.mdx", "a.html", "a.txt"])
def test_time_grows_with_the_length_and_nothing_is_raised(path: str) -> None:
    slow = []
    for unit in MDX_UNITS if path == "a.mdx" else UNITS:
        small, large = unit * 100, unit * 1600
        if seconds(large, path) > 0.1 and seconds(large, path) > 80 * seconds(small, path):
            slow.append(unit)  # sixteen times the length: quadratic time would be 256 times as long
    assert slow == []


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("unit", ["[", "{", "- ", '\\"', "a: ", "\n", "a = b\n", "title: x\n"])
def test_unended_front_matter_and_data(head: str, unit: str) -> None:
    assert seconds(head + unit * 3000, "a.md") < 10


def test_a_long_line_and_a_large_table() -> None:
    assert len(read_article("The town has 12,400 homes. " * 40_000, "a.md").blocks) == 1
    table = "| a | b |\n|---|---|\n" + "| 12 | 13 |\n" * 5_000
    assert len(read_article(table, "a.md").blocks) == 10_002
