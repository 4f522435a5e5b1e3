"""A document comes back with comments, and is otherwise the one that was given."""

import io
import zipfile
from typing import Any

import docx
import pytest

from checker.articles import decode, read_article
from checker.claims.table import claims_table, frames_table
from checker.errors import ConfigurationError
from checker.judge.finding import Finding, Location, Severity
from checker.output.run import Run
from checker.output.word import reviewed, with_comments
from checker.pipeline import Failure, Report
from tests.word.documents import museum, saved

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = tuple(WORD + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def _report(data: bytes, *findings: tuple[str, ...], path: str = "draft.docx") -> Report:
    """The report of a document with findings given by their quotes in its HTML."""
    article = read_article(decode(data, path), path)
    made = []
    for number, quotes in enumerate(findings, 1):
        places = []
        for quote in quotes:
            start = article.text.index(quote)
            end = start + len(quote)
            places.append(Location(start, end, *article.position(start), *article.position(end), quote))
        made.append(
            Finding(
                "conflicting-quantity",
                "contradiction",
                Severity.ERROR,
                f"Finding {number}",
                str(number),
                tuple(places),
                "Both speak of one week.",
                "Correct one.",
            )
        )
    return Report(article, None, claims_table([]), frames_table([]), tuple(made))


def _commented(data: bytes) -> dict[str, str]:
    """The first line of each comment of a document, and the text that it is about."""
    document = docx.Document(io.BytesIO(data))
    found: dict[str, str] = {}
    open_comments: dict[str, str] = {}
    for element in document.element.body.iter():
        if element.tag == MARKS[0]:
            open_comments[element.get(WORD + "id")] = ""
        elif element.tag == MARKS[1]:
            number = element.get(WORD + "id")
            comment = document.comments.get(int(number))
            assert comment is not None
            found[comment.paragraphs[0].text] = open_comments.pop(number)
        elif element.tag in (WORD + "t", WORD + "footnoteReference"):
            open_comments = {number: text + (element.text or "[note]") for number, text in open_comments.items()}
    assert open_comments == {}
    return found


def _letters(data: bytes) -> list[tuple[str, bytes]]:
    """Every character of the body with the formatting of its run."""
    from lxml import etree

    document = docx.Document(io.BytesIO(data))
    letters = []
    for run in document.element.body.iter(WORD + "r"):
        properties = run.find(WORD + "rPr")
        style = b"" if properties is None else etree.tostring(properties)
        for child in run:
            if child.tag in (WORD + "t", WORD + "delText"):
                letters += [(letter, style) for letter in child.text]
            elif child.tag != WORD + "rPr" and child.tag not in MARKS:
                letters.append((child.tag, style))
    return letters


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


FINDINGS = (
    ("14,000 visitors", "12,500"),
    ("1,100",),
    ("12,500", "11,900"),
    ("45",),
    ("<b>12,500</b> visitors",),
    ("11,900",),
)


def test_each_finding_has_a_comment_on_its_exact_words() -> None:
    data = saved(museum())
    assert _commented(with_comments(data, _report(data, *FINDINGS))) == {
        "Finding 1": "14,000 visitors",
        "Finding 2": "1,100",
        "Finding 3": "12,500",
        "Finding 4": "45",
        "Finding 5": "12,500 visitors",
        "Finding 6": "[note]",
    }


def test_nothing_else_changes() -> None:
    data = saved(museum())
    commented = with_comments(data, _report(data, *FINDINGS))
    assert _letters(commented) == _letters(data)
    before, after = _parts(data), _parts(commented)
    changed = {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert after.keys() - before.keys() == {"word/comments.xml"}
    assert {name for name in before if before[name] != after[name]} == changed
    assert with_comments(data, _report(data, *FINDINGS)) == commented


def test_without_the_marks_the_document_is_what_it_was() -> None:
    from lxml import etree

    data = saved(museum())
    report = _report(data, ("The roof took two years.",))  # a whole run, so that none needs to be cut
    body = docx.Document(io.BytesIO(with_comments(data, report))).element.body
    for element in [one for one in body.iter() if one.tag in MARKS]:
        gone = element.getparent() if element.tag == MARKS[2] else element
        gone.getparent().remove(gone)
    assert etree.tostring(body, method="c14n") == etree.tostring(museum().element.body, method="c14n")


def test_what_a_comment_says() -> None:
    data = saved(museum())
    document = docx.Document(io.BytesIO(with_comments(data, _report(data, FINDINGS[0]))))
    (comment,) = document.comments
    assert comment.author == "subeditor"
    assert [paragraph.text for paragraph in comment.paragraphs] == [
        "Finding 1",
        "Elsewhere: “12,500”",
        "Both speak of one week.",
        "Correct one.",
        "error: conflicting-quantity",
    ]


def test_older_comments_stay() -> None:
    document = museum()
    document.add_comment(document.paragraphs[1].runs, "Check with the council.", "Her editor")
    data = saved(document)
    commented = with_comments(data, _report(data, ("14,000 visitors",)))
    assert "Check with the council." in [one.text for one in docx.Document(io.BytesIO(commented)).comments]
    assert _commented(commented)["Finding 1"] == "14,000 visitors"
    assert _parts(data)["[Content_Types].xml"] == _parts(commented)["[Content_Types].xml"]


def test_a_run_returns_exactly_one_document(tmp_path: Any) -> None:
    data = saved(museum())
    file = tmp_path / "draft.docx"
    file.write_bytes(data)
    report = _report(data, ("45",), path=str(file))
    other = Report(read_article("Text.", "other.md"), None, report.claims, report.frames, ())
    (written,) = reviewed([other, report, Failure("lost.md", "is gone")], Run())
    assert _commented(written) == {"Finding 1": "45"}
    for outcomes in ([other], [report, report]):
        with pytest.raises(ConfigurationError, match="returns one Word document"):
            list(reviewed(outcomes, Run()))
    file.write_bytes(saved(docx.Document()))
    with pytest.raises(ConfigurationError, match="changed while it was being checked"):
        list(reviewed([report], Run()))
