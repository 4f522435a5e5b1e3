"""Word documents are read with their structure, and every character knows the run it came from."""

import io
import zipfile
from html import unescape

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.articles import decode, read_article, word
from checker.articles.article import Article, Zone
from checker.errors import ArticleError
from tests.word.documents import museum, saved


def _read(document: object) -> Article:
    return read_article(decode(saved(document), "draft.docx"), "draft.docx")


def test_structure() -> None:
    blocks = [(block.zone, block.text) for block in _read(museum()).blocks]
    assert blocks == [
        (Zone.TITLE, "Harbour museum draws 14,000 visitors"),
        (Zone.BODY, "It opened on 9 March 2026 & drew 12,500 visitors in its first week."),
        (Zone.HEADING, "Money"),
        (Zone.LIST, "The roof took two years."),
        (Zone.LIST, "The cranes took <three>."),
        (Zone.LIST, "One was painted twice."),
        (Zone.TABLE, "Year"),
        (Zone.TABLE, "Visitors"),
        (Zone.TABLE, "2024"),
        (Zone.TABLE, "900"),
        (Zone.TABLE, "2025"),
        (Zone.TABLE, "1,100"),
        (Zone.BODY, "The café seats 45 people."),
        (Zone.BODY, "The council counted 11,900 visitors."),
    ]


def test_lists_and_tables_keep_their_shape() -> None:
    blocks = {block.text: block for block in _read(museum()).blocks}
    items = [
        blocks[text].item for text in ("The roof took two years.", "The cranes took <three>.", "One was painted twice.")
    ]
    assert [(item.ordered, item.depth) for item in items if item] == [(True, 0), (False, 0), (False, 1)]
    cells = [blocks[text].cell for text in ("Year", "1,100")]
    assert [(cell.row, cell.column, cell.header) for cell in cells if cell] == [(0, 0, True), (2, 1, False)]


def test_a_title_moves_the_headings_down() -> None:
    levels = {block.text: block.level for block in _read(museum()).blocks if block.level}
    assert levels == {"Harbour museum draws 14,000 visitors": 1, "Money": 2}


def test_merged_cells() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "tall"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "wide"
    table.cell(1, 2).text = "last"
    cells = {block.text: block.cell for block in _read(document).blocks}
    assert [(cells[text].row_span, cells[text].column_span) for text in ("tall", "wide", "last")] == [
        (2, 1),
        (1, 2),
        (1, 1),
    ]
    assert (cells["last"].row, cells["last"].column) == (1, 2)


def test_a_footnote_counts_as_a_source_of_what_it_stands_behind() -> None:
    (opening,) = [block for block in _read(museum()).blocks if block.text.startswith("It opened")]
    assert opening.links == ((len(opening.text) - 1, len(opening.text)),)


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), min_size=1, max_size=4))
def test_every_span_holds_the_text_of_its_run(texts: list[str]) -> None:
    document = docx.Document()
    for text in texts:
        document.add_paragraph().add_run(text)
    converted = word.convert(document)
    for span in converted.spans:
        assert span.child is not None
        if span.child.tag.endswith("}t"):
            assert unescape(converted.html[span.start : span.end]) == " ".join((span.child.text or "").splitlines())


def test_what_is_no_document_is_told_in_a_sentence() -> None:
    for data in (b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 locked"):
        with pytest.raises(ArticleError, match=r"draft\.docx: this is no Word document"):
            decode(data, "draft.docx")


def test_a_document_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "LARGEST_PACKAGE", 1000)
    with pytest.raises(ArticleError, match="more than can be read"):
        decode(saved(museum()), "draft.docx")


def test_entities_are_not_expanded() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(museum()))) as package, zipfile.ZipFile(file, "w") as other:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:document", b'<!DOCTYPE x [<!ENTITY e "expanded">]><w:document', 1)
                content = content.replace(b"The caf\xc3\xa9", b"&e; The caf\xc3\xa9")
            other.writestr(name, content)
    assert "expanded" not in decode(file.getvalue(), "draft.docx")
