"""Reads one article: decodes it, picks the reader for its format, and numbers its blocks."""

import datetime as dt
import re
from pathlib import PurePosixPath

from checker.articles.article import Article, ArticleDate, Block, Zone, line_starts
from checker.articles.bylines import find_bylines
from checker.articles.draft import Draft
from checker.articles.front_matter import address, field_date, field_draft, read_front_matter
from checker.articles.furniture import without_furniture
from checker.articles.markdown import read_markdown
from checker.articles.plain_text import guess_headings, read_plain_text
from checker.articles.publication import best_date, path_date
from checker.articles.questions import with_questions
from checker.errors import ArticleError

WORD_ENDING = ".docx"
_FORMATS = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml", WORD_ENDING), "html"),  # a Word document is decoded into HTML
    **dict.fromkeys((".txt", ".text"), "text"),
}
ENDINGS = tuple(_FORMATS)
_HTML_START = re.compile(r"\ufeff?\s*<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def read_article(text: str, path: str = "text.txt", published: dt.date | None = None) -> Article:
    """The article in `text`; its format is known by the ending of `path` (Markdown, HTML, else plain text).

    `published` stands in where the article names no date of publication. Any text can be read: what is malformed is
    read as far as it goes. Offsets in the result count code points of `text` as given, a byte order mark included.
    """
    format_name = article_format(text, path)
    starts = line_starts(text)
    shell = Article(path, text, format_name, (), line_starts=starts)

    def line_of(offset: int) -> int:
        return shell.position(offset)[0]

    front = read_front_matter(text)
    start = front.end if front else int(text.startswith("\ufeff"))
    dates, url = [], ""
    if format_name == "html":
        from checker.articles.html import read_html  # most articles need neither this reader nor that of Word

        page = read_html(text, start, line_of)
        drafts, dates, url = page.drafts, page.dates, page.url
    elif format_name == "markdown":
        drafts = read_markdown(text, start, mdx=path.lower().endswith(".mdx"))
    else:
        drafts = read_plain_text(text, start)
    drafts = without_furniture(drafts)
    if format_name == "text":
        guess_headings(drafts)
    dates += find_bylines(drafts, line_of, guessed_headings=format_name == "text")
    if front:
        drafts = [*filter(None, map(field_draft, front.fields)), *drafts]
        dates += filter(None, (field_date(field, line_of(field.start)) for field in front.fields))
        url = address(front.fields) or url
    _find_title(drafts)
    dates += filter(None, (path_date(path, 8, "file name"), path_date(url, 7, "address")))
    return Article(
        path,
        text,
        format_name,
        _blocks(with_questions(drafts)),
        published=best_date(dates, updated=False) or _given(published),
        updated=best_date(dates, updated=True),
        url=url,
        line_starts=starts,
    )


def article_format(text: str, path: str) -> str:
    """markdown, html or text: by the ending of `path`, or by how the text begins where the ending says nothing."""
    known = _FORMATS.get(PurePosixPath(path.replace("\\", "/")).suffix.lower())
    return known or ("html" if _HTML_START.match(text) else "text")


def decode(data: bytes, path: str, replace: bool = False) -> str:
    """The text of a file's bytes, in UTF-8; a byte order mark stays, so that every offset stays exact.

    The text of a Word document, which `path` tells by its ending, is what `checker.articles.word` makes of it.
    Raises ArticleError for a binary file, and for one in another encoding unless `replace` says to put U+FFFD for
    what cannot be read.
    """
    if path.lower().endswith(WORD_ENDING):
        from checker.articles.word import word_text

        return word_text(data, path)
    if b"\0" in data[:_SNIFFED]:
        raise ArticleError(
            f"{path}: this is not a text file (it holds NUL bytes). Leave it out, or convert it to text."
        )
    try:
        return data.decode("utf-8", errors="replace" if replace else "strict")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ArticleError(
            f"{path}: not UTF-8 at byte {error.start} (line {line}): 0x{data[error.start]:02X}. "
            "Save the file as UTF-8, or allow unreadable characters to be replaced."
        ) from None


_SNIFFED = 65536


def _find_title(drafts: list[Draft]) -> None:
    if any(draft.zone is Zone.TITLE for draft in drafts):
        return
    for draft in drafts:
        if draft.zone is Zone.HEADING and draft.level == 1:
            draft.zone = Zone.TITLE
            return


def _given(published: dt.date | None) -> ArticleDate | None:
    return ArticleDate(published, "day", "given") if published else None


def _blocks(drafts: list[Draft]) -> tuple[Block, ...]:
    numbers = {draft: number for number, draft in enumerate(drafts)}
    blocks: list[Block] = []
    headings: list[Draft] = []  # the heading above, and those that it stands under
    for number, draft in enumerate(drafts):
        heads = bool(draft.level) and draft.zone in (Zone.HEADING, Zone.FAQ_QUESTION)
        while heads and headings and headings[-1].level >= draft.level:
            headings.pop()
        blocks.append(
            Block(
                number,
                draft.zone,
                draft.text,
                draft.source,
                section=headings[-1].text if headings else "",
                level=draft.level,
                links=draft.links,
                question=numbers[draft.question] if draft.question else None,
                cell=draft.cell,
                item=draft.item,
                key=draft.key,
            )
        )
        if heads:
            headings.append(draft)
    return tuple(blocks)
