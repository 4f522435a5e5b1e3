"""The same Word document with a comment at each finding, and nothing else changed; needs the extra `docx`."""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_left
from copy import deepcopy
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from checker.articles.read import WORD_ENDING
from checker.articles.word import Span, convert, open_document
from checker.errors import ConfigurationError
from checker.output.place import Places
from checker.output.run import sorted_out
from checker.output.terminal import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docx.document import Document
    from docx.text.run import Run as WordRun
    from lxml.etree import _Element

    from checker.judge.finding import Finding
    from checker.output.run import Run
    from checker.pipeline import Checked, Failure

AUTHOR = "subeditor"
INITIALS = "se"

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_LONGEST_QUOTE = 300  # characters


def reviewed(outcomes: Iterable[Checked | Failure], run: Run) -> Iterator[bytes]:
    """The one Word document among `outcomes`, with a comment at each of its findings.

    Raises ConfigurationError where there is not exactly one, or it is no longer what was read.
    """
    documents = [one for one in sorted_out(outcomes)[0] if one.path.lower().endswith(WORD_ENDING)]
    if len(documents) != 1:
        raise ConfigurationError(
            f"--output docx:FILE returns one Word document with comments; this run read {len(documents) or 'none'}."
        )
    (checked,) = documents
    try:
        data = Path(checked.path).read_bytes()
    except OSError:
        raise ConfigurationError(
            f"{checked.path}: this document is needed again for its comments, and is gone."
        ) from None
    yield with_comments(data, checked)


def with_comments(data: bytes, checked: Checked) -> bytes:
    """The document in `data`, from which `checked` was read, with a comment at the first place of each finding.

    Only the main part and the comments differ; all other parts of the package keep their bytes.
    """
    document = open_document(data, checked.path)
    text = convert(document)
    if text.html != checked.article.text:
        raise ConfigurationError(f"{checked.path}: this document changed while it was being checked. Check it again.")
    cuts = {cut for finding in checked.findings for cut in (finding.place.start, finding.place.end)}
    _split_runs(text.spans, text.html, sorted(cuts))
    spans = convert(document).spans
    places = Places(checked.article)
    for finding in checked.findings:
        runs = _runs(document, spans, finding.place.start, finding.place.end)
        if runs:
            comment = document.add_comment(runs, comment_text(finding, places), AUTHOR, INITIALS)
            comment._comment_elm.attrib.pop(_WORD + "date", None)  # the same document gives the same bytes
    saved = io.BytesIO()
    document.save(saved)
    return _package(data, saved.getvalue(), document.part.partname.lstrip("/"))


def comment_text(finding: Finding, places: Places) -> str:
    """What a comment says: the message, what stands elsewhere, why the two are comparable, and what to do."""
    lines = [finding.message]
    for place in finding.other_places:
        name = places.name(place.start)
        quote = " ".join(_visible(place.quote).split())
        quote = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE].rstrip()}…"
        lines.append(f"Elsewhere{f' ({name})' if name else ''}: “{quote}”")
    lines += [finding.why, finding.remedy, f"{finding.severity.value}: {finding.rule}"]
    return "\n".join(harmless(line) for line in lines if line)


def _visible(quote: str) -> str:
    """A quote of the HTML without its tags."""
    parts = quote.split("<")
    return unescape(parts[0] + "".join(part.partition(">")[2] for part in parts[1:]))


def _runs(document: Document, spans: Sequence[Span], start: int, end: int) -> list[WordRun]:
    """The runs that hold the text from `start` to `end`, as python-docx has them; only first and last matter."""
    from docx.text.run import Run

    found = [span.run for span in spans if span.start < end and start < span.end]
    if not found:
        found = [span.run for span in spans if span.start >= start][:1] or [span.run for span in spans[-1:]]
    return [Run(one, document) for one in found]


def _split_runs(spans: Sequence[Span], html: str, cuts: Sequence[int]) -> None:
    """Splits each run of the body wherever a cut falls into the text of one of its children, or between two."""
    for span in reversed(spans):
        if span.child is None:
            continue
        first, behind = bisect_left(cuts, span.start), bisect_left(cuts, span.end)
        for cut in reversed(cuts[first:behind]):
            _split(span.run, span.child, len(unescape(html[span.start : cut])))


def _split(run: _Element, child: _Element, offset: int) -> None:
    """Moves what stands from `offset` of a child on into a run of its own behind `run`, with the same properties."""
    if not offset and not any(one.tag != _WORD + "rPr" for one in child.itersiblings(preceding=True)):
        return
    rest = deepcopy(run)
    index = run.index(child)
    for one in list(rest)[: index + 1 if offset and child.tag != _WORD + "t" else index]:
        if one.tag != _WORD + "rPr":
            rest.remove(one)
    for one in list(run)[index + 1 :]:
        run.remove(one)
    if not offset:
        run.remove(child)
    elif child.tag == _WORD + "t":
        text = child.text or ""
        behind = next(one for one in rest if one.tag == _WORD + "t")
        child.text, behind.text = text[:offset], text[offset:]
        for one in (child, behind):
            one.set(_SPACE, "preserve")
    run.addnext(rest)


def _package(before: bytes, after: bytes, main: str) -> bytes:
    """The package `before` with its main part, the comments and what refers to them taken from `after`."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        folder, _, name = main.rpartition("/")
        changed = {main, f"{folder}/_rels/{name}.rels"}
        added = sorted(set(new.namelist()) - set(old.namelist()))  # the comments, where there were none
        changed |= {one for one in new.namelist() if "/comments" in one and new.read(one) != _read(old, one)}
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
            for info in old.infolist():
                content = new.read(info.filename) if info.filename in changed else old.read(info)
                package.writestr(info, _with_types(content, added) if info.filename == _TYPES else content)
            for one in added:
                package.writestr(zipfile.ZipInfo(one), new.read(one), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _with_types(content: bytes, added: Sequence[str]) -> bytes:
    """The list of content types with the added parts, all of which hold comments."""
    types = "".join(f'<Override PartName="/{one}" ContentType="{_COMMENTS_TYPE}"/>' for one in added)
    return content.replace(b"</Types>", types.encode() + b"</Types>")


def _read(package: zipfile.ZipFile, name: str) -> bytes:
    return package.read(name) if name in package.namelist() else b""
