"""Blanks out what site generators put into Markdown and HTML: template tags, shortcodes, JSX.

Every character keeps its place, so every offset stays exact. All patterns take time linear in the text: each stops
where the next tag begins.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from checker.articles.source_text import MASK, blank, readable

_Span = tuple[int, int]

_NEXT_PARAGRAPH = r"\n[ \t\r]*\n"
_TEMPLATE_TAG = re.compile(
    rf"\{{\{{(?:(?!\{{\{{|{_NEXT_PARAGRAPH})[\s\S])*?\}}\}}"  # {{ Liquid }}, {{< Hugo >}}, {{% Hugo %}}
    rf"|\{{%(?:(?!\{{%|{_NEXT_PARAGRAPH})[\s\S])*?%\}}"  # {% Liquid %}
    r"|\{:[^{}\n]*\}"  # {: .kramdown }
    r"|^:::[^\n]*$",  # ::: Docusaurus
    re.MULTILINE,
)
# Template blocks that hold no prose, and their ends.
_UNREAD_BLOCK = re.compile(r"\{(?:%-?|\{[<%])\s*(?P<name>comment|highlight)\b")
_UNREAD_ENDS = {
    name: re.compile(rf"\{{(?:%-?\s*end|\{{[<%]\s*/\s*){name}\b[^}}]*\}}+") for name in ("comment", "highlight")
}
_ADMONITION = re.compile(r"^(?:!!!|\?\?\?\+?)[ \t][^\n]*\n(?:(?: {4}[^\n]*|[ \t\r]*)\n)*", re.MULTILINE)
_ADMONITION_MARK = re.compile(r"^(?:(?:!!!|\?\?\?).*| {4})", re.MULTILINE)
_MODULE_LINE = re.compile(
    r"(?:\A|(?<=\n))(?:import\s+[\w{*\"'][^\n]*[\"']|export\s+(?:const|default|function|let|async|class|\{|\*))"
    r"[^\n]*(?:\n(?![ \t\r]*(?:\n|\Z))[^\n]*)*"
)
_JSX_TAG = re.compile(r"</?(?:[A-Z][\w.]*[^<>]*)?>")
_BRACE = re.compile(r"[{}]")


def mask_markup(source: str, start: int, mdx: bool = False) -> str:
    """`source` with markup that only a site generator understands blanked out from `start` on, offsets unchanged."""
    masked = _mask(readable(source), start, _template_spans)
    masked = _mask(masked, start, _admonition_spans)
    if mdx:
        masked = _mask(masked, start, _module_spans)
        masked = _mask(masked, start, _expression_spans)
        masked = _mask(masked, start, lambda text, begin: (tag.span() for tag in _JSX_TAG.finditer(text, begin)))
    return masked


def _mask(text: str, start: int, find: Callable[[str, int], Iterable[_Span]]) -> str:
    inline: list[_Span] = []
    whole_lines: list[_Span] = []
    for span in find(text, start):
        (whole_lines if _fills_lines(text, *span) else inline).append(span)
    # A line that is all markup becomes an empty line, which parts paragraphs; elsewhere nothing may part them.
    return blank(blank(text, inline, MASK), whole_lines, " ")


def _fills_lines(text: str, start: int, end: int) -> bool:
    while start > 0 and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t\r":
        end += 1
    return (start == 0 or text[start - 1] in "\r\n") and (end == len(text) or text[end] == "\n")


def _template_spans(text: str, start: int) -> Iterator[_Span]:
    unended: set[str] = set()
    position = start
    while tag := _TEMPLATE_TAG.search(text, position):
        position = tag.end()
        block = _UNREAD_BLOCK.match(text, tag.start())
        if block and block["name"] not in unended:
            end = _UNREAD_ENDS[block["name"]].search(text, position)
            if end:
                position = end.end()
            else:
                unended.add(block["name"])
        yield tag.start(), position


def _admonition_spans(text: str, start: int) -> Iterator[_Span]:
    for admonition in _ADMONITION.finditer(text, start):
        for mark in _ADMONITION_MARK.finditer(text, *admonition.span()):
            yield mark.span()


def _module_spans(text: str, start: int) -> Iterator[_Span]:
    return (statement.span() for statement in _MODULE_LINE.finditer(text, start))


def _expression_spans(text: str, start: int) -> Iterator[_Span]:
    """The outermost balanced braces."""
    opened: list[int] = []
    balanced: list[_Span] = []
    for brace in _BRACE.finditer(text, start):
        if brace.group() == "{":
            opened.append(brace.start())
        elif opened:
            opening = opened.pop()
            while balanced and balanced[-1][0] > opening:
                balanced.pop()
            balanced.append((opening, brace.end()))
    return iter(balanced)
