"""Word documents made for the tests."""

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}><w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r>"
    "<w:r><w:t>The council counted 11,900 visitors.</w:t></w:r></w:p></w:footnote></w:footnotes>"
)


def saved(document: Any) -> bytes:
    """The bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def museum() -> Any:
    """A document with a title, headings, formatted runs, lists, a table with a header, a footnote, tracked changes."""
    document = docx.Document()
    document.add_heading("Harbour museum draws 14,000 visitors", 0)
    opening = document.add_paragraph("It opened on 9 March 2026 & drew ")
    opening.add_run("12,500").bold = True
    opening.add_run(" visitors in its first week.")
    add_footnote(document, opening)
    document.add_heading("Money", 1)
    document.add_paragraph("The roof took two years.", style="List Number")
    document.add_paragraph("The cranes took <three>.", style="List Bullet")
    document.add_paragraph("One was painted twice.", style="List Bullet 2")
    table = document.add_table(rows=3, cols=2)
    for row, texts in zip(table.rows, (("Year", "Visitors"), ("2024", "900"), ("2025", "1,100")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    tracked = document.add_paragraph("The café seats ")
    for name, text_name, text in (("w:del", "w:delText", "40"), ("w:ins", "w:t", "45")):
        change = OxmlElement(name)
        change.set(qn("w:id"), "90")
        change.set(qn("w:author"), "An editor")
        run = OxmlElement("w:r")
        words = OxmlElement(text_name)
        words.text = text
        run.append(words)
        change.append(run)
        tracked._p.append(change)
    tracked.add_run(" people.")
    return document


def add_footnote(document: Any, paragraph: Any) -> None:
    """Adds FOOTNOTES to the document and a reference to its note at the end of the paragraph."""
    name = PackURI("/word/footnotes.xml")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    document.part.relate_to(Part(name, kind, FOOTNOTES.encode(), document.part.package), RELATIONSHIP_TYPE.FOOTNOTES)
    reference = parse_xml(f"<w:r {nsdecls('w')}><w:footnoteReference w:id='7'/></w:r>")
    paragraph._p.append(reference)
