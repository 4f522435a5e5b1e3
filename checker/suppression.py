"""Findings that somebody has judged to be right: by a comment in the text, in its front matter, or in configuration.

    <!-- subeditor-disable-next-paragraph conflicting-quantity -- the second figure is a quotation -->
    <!-- subeditor-disable-file undated-figure["8,500 soldiers"], vague-count -- the caption gives the date -->

    ---
    subeditor:
      disable:
        - conflicting-quantity["8,500"] -- the second figure is a quotation
    ---

Rules are always named. A suppression that does nothing is itself a finding, so that none outlives its cause.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import pyromark

from checker.articles.article import Article, Block
from checker.articles.front_matter import read_front_matter
from checker.judge.finding import Finding, Location, Severity
from checker.judge.fingerprint import fingerprint, numbered, side_key
from checker.judge.rule import did_you_mean

if TYPE_CHECKING:
    import yaml

PACK = "suppression"
UNUSED = "unused-suppression"
INVALID = "invalid-suppression"

_LONGEST = 2000  # characters of a comment
_LONGEST_FRONT_MATTER = 100_000  # characters
_OPENING = re.compile(r"(?P<mark><!--|\{/\*)\s{0,20}subeditor-(?P<directive>[a-z-]+)")
_CLOSING = {"<!--": "-->", "{/*": "*/}"}
_KEY = re.compile(r"\bsubeditor\b[\"']?\s{0,20}[:.=\]]")
_NEXT_PARAGRAPH = "disable-next-paragraph"
_FILE = "disable-file"
_ENTRY = re.compile(r'\s*(?P<rule>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\[(?P<words>"(?:[^"\\]|\\.)*")\])?\s*(?:,|(?=--|$))')
_REASON = re.compile(r"\s*--+\s*(?P<reason>[\s\S]*)")
_SPACE = re.compile(r"\s+")


class Suppression(NamedTuple):
    """One rule, suppressed for `reason` within `scope`, half-open offsets; everywhere in the article where it is None.

    With `words`, only findings that quote them. `start` and `end` are where this is written, both 0 for configuration.
    `source` is "text", "front matter" or "configuration".
    """

    rule: str
    reason: str
    source: str
    words: str = ""
    scope: tuple[int, int] | None = None
    start: int = 0
    end: int = 0


class Problem(NamedTuple):
    """A suppression that cannot be understood, and why."""

    start: int
    end: int
    message: str


class Suppressed(NamedTuple):
    """A finding that is not shown, and why."""

    finding: Finding
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What is left of an article's findings, in order of position, and what was suppressed.

    `used` are the suppressions that did something.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    used: frozenset[Suppression]


def holds_suppressions(text: str) -> bool:
    """Whether a text may hold suppressions; a quick look, wrong only in being too careful."""
    return "subeditor" in text


def settle(
    article: Article,
    findings: Sequence[Finding],
    allowances: Iterable[Suppression] = (),
    known: Sequence[str] = (),
    applied: Iterable[str] = (),
    require_reason: bool = True,
) -> Settled:
    """Takes out of `findings` what is suppressed in the article or by `allowances`; adds what is wrong with the former.

    `known` are the ids of all rules, `applied` of those that were applied: a suppression of another is never unused.
    """
    written, problems = read_suppressions(article, require_reason)
    problems += [_unknown(one, known) for one in written if one.rule not in known]
    suppressions = [*(one for one in written if one.rule in known), *allowances]
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[Suppression] = set()
    for finding in findings:
        covering = [one for one in suppressions if _covers(one, finding)]
        used.update(covering)
        if covering:
            suppressed.append(Suppressed(finding, covering[0].reason, covering[0].source))
        else:
            kept.append(finding)
    ran = frozenset(applied)
    unused = [one for one in suppressions if one.source != "configuration" and one.rule in ran and one not in used]
    own = [
        *(_finding(article, UNUSED, one.start, one.end, f"Nothing to suppress: {one.rule} finds nothing here", one.rule)
          for one in unused),
        *(_finding(article, INVALID, *problem, "") for problem in problems),
    ]  # fmt: skip
    own = [
        replace(finding, fingerprint=unique)
        for finding, unique in zip(own, numbered(f.fingerprint for f in own), strict=True)
    ]
    kept = sorted(
        [*kept, *own], key=lambda found: ([(place.start, place.end) for place in found.locations], found.rule)
    )
    return Settled(tuple(kept), tuple(suppressed), frozenset(used))


def read_suppressions(article: Article, require_reason: bool = True) -> tuple[list[Suppression], list[Problem]]:
    """The suppressions that an article holds, those in its front matter first, and what is wrong with others."""
    suppressions: list[Suppression] = []
    problems: list[Problem] = []
    for statement in [*_front_matter(article), *_comments(article)]:
        if isinstance(statement, Problem):
            problems.append(statement)
            continue
        entries, reason, fault = _parsed(statement.body)
        if not fault and require_reason and not reason:
            fault = 'This suppression gives no reason, so it does not count: write one behind "--"'
        if fault:
            problems.append(Problem(statement.start, statement.end, fault))
            continue
        suppressions += [
            Suppression(rule, reason, statement.source, words, statement.scope, statement.start, statement.end)
            for rule, words in entries
        ]
    return suppressions, problems


class _Statement(NamedTuple):
    """`body` names rules and gives a reason; the rest as in Suppression."""

    body: str
    source: str
    scope: tuple[int, int] | None
    start: int
    end: int


def _comments(article: Article) -> Iterator[_Statement | Problem]:
    found = list(_OPENING.finditer(article.text))
    code = _code_spans(article) if found else []
    for opening in found:
        start, directive, closing = opening.start(), opening["directive"], _CLOSING[opening["mark"]]
        closed = article.text.find(closing, opening.end(), opening.end() + _LONGEST)
        if closed < 0 or any(begin <= start < finish for begin, finish in code):
            continue
        body, end = article.text[opening.end() : closed], closed + len(closing)
        if directive == _FILE:
            yield _Statement(body, "text", None, start, end)
        elif directive == _NEXT_PARAGRAPH:
            scope = _next_paragraph(article, end)
            if scope:
                yield _Statement(body, "text", scope, start, end)
            else:
                yield Problem(start, end, "No paragraph follows this suppression")
        else:
            known = (_NEXT_PARAGRAPH, _FILE)
            meant = did_you_mean(directive, known) or f" Known: {', '.join(known)}"
            yield Problem(start, end, f'"subeditor-{directive}" is not a suppression.{meant}')


def _code_spans(article: Article) -> list[tuple[int, int]]:
    """Half-open spans of the code in a Markdown article, where a comment is an example and no comment."""
    if article.format != "markdown":
        return []
    text = article.text.encode("utf-8", "replace").decode("utf-8")
    events = list(pyromark.events_with_range(text, merge_text=False))
    offsets: list[tuple[int, int]] = []
    for event, span in events:
        kind, details = (event, None) if isinstance(event, str) else next(iter(event.items()))
        if kind == "Code" or (kind == "Start" and isinstance(details, dict) and "CodeBlock" in details):
            offsets.append((span["start"], span["end"]))
    if text.isascii() or not offsets:
        return offsets
    data = text.encode("utf-8")  # the parser counts bytes
    return [
        (len(data[:start].decode("utf-8", "ignore")), len(data[:end].decode("utf-8", "ignore")))
        for start, end in offsets
    ]


def _next_paragraph(article: Article, offset: int) -> tuple[int, int] | None:
    """The source span of the paragraph, list or table that follows `offset`, None where none does."""
    spans = sorted(
        (*_span(block), block) for block in article.blocks if block.source.pieces and _span(block)[0] >= offset
    )
    if not spans:
        return None
    first = spans[0][2]
    together = [
        (start, end)
        for start, end, block in spans
        if block is first
        or (first.cell and block.cell and block.cell.table == first.cell.table)
        or (first.item and block.item and block.item.list == first.item.list)
    ]
    return min(start for start, _ in together), max(end for _, end in together)


def _span(block: Block) -> tuple[int, int]:
    pieces = block.source.pieces
    return pieces[0].source_start, max(piece.source_start + piece.source_length for piece in pieces)


def _front_matter(article: Article) -> Iterator[_Statement | Problem]:
    front = read_front_matter(article.text)
    source = article.text[: front.end] if front else ""
    key = _KEY.search(source)
    if not key:
        return
    start, end = key.span()
    listed = _listed(source)
    if listed is None:
        form = "subeditor: disable: [RULE -- reason]"
        yield Problem(start, end, f"Front matter suppresses rules with a list of texts: {form}")
        return
    for item in listed:
        yield _Statement(item, "front matter", None, start, end)


def _listed(source: str) -> list[str] | None:
    """The texts under `subeditor: disable:` in front matter with its fences; None where there is no such list."""
    import yaml  # few articles need it

    stripped = source.lstrip("\ufeff \t\r\n")[:_LONGEST_FRONT_MATTER]
    try:
        if stripped.startswith("{"):
            listed = json.loads(stripped)["subeditor"]["disable"]
        elif stripped.startswith("+++"):
            listed = tomllib.loads(stripped.strip("+\r\n \t").replace("\r\n", "\n"))["subeditor"]["disable"]
        else:
            # Nodes, not values: merge keys could make values of any size.
            node = next(yaml.compose_all(stripped, Loader=yaml.SafeLoader), None)
            found = _yaml_value(_yaml_value(node, "subeditor"), "disable")
            listed = [item.value for item in found.value] if isinstance(found, yaml.SequenceNode) else None
    except (ValueError, KeyError, TypeError, yaml.YAMLError, RecursionError):
        return None
    return listed if isinstance(listed, list) and all(isinstance(item, str) for item in listed) else None


def _yaml_value(node: yaml.Node | None, key: str) -> yaml.Node | None:
    import yaml

    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _parsed(body: str) -> tuple[list[tuple[str, str]], str, str]:
    """Rules with the words they are limited to, the reason, and what is wrong with `body`, "" where nothing is."""
    body = body.strip()
    entries: list[tuple[str, str]] = []
    position = 0
    while entry := _ENTRY.match(body, position):
        try:
            words = json.loads(_SPACE.sub(" ", entry["words"])) if entry["words"] else ""
        except ValueError:
            return [], "", f"The words in {entry['rule']}[…] cannot be read: put quotation marks around them"
        entries.append((entry["rule"], words))
        position = entry.end()
    reason = _REASON.match(body, position)
    if not entries:
        return [], "", "This suppression names no rule; it needs the names of the rules, as findings show them"
    if not reason and body[position:].strip():
        return [], "", f'This suppression cannot be understood from "{body[position : position + 40].strip()}" on'
    return entries, _SPACE.sub(" ", reason["reason"]).strip() if reason else "", ""


def _covers(suppression: Suppression, finding: Finding) -> bool:
    if finding.rule != suppression.rule:
        return False
    words = _SPACE.sub(" ", suppression.words)
    return any(
        (not suppression.scope or (place.start < suppression.scope[1] and suppression.scope[0] < place.end))
        and words in _SPACE.sub(" ", place.quote)
        for place in finding.locations
    )


def _unknown(suppression: Suppression, known: Sequence[str]) -> Problem:
    meant = did_you_mean(suppression.rule, tuple(known))
    return Problem(suppression.start, suppression.end, f'"{suppression.rule}" is not the name of a rule.{meant}')


def _finding(article: Article, rule: str, start: int, end: int, message: str, value: str) -> Finding:
    quote = article.text[start:end]
    place = Location(start, end, *article.position(start), *article.position(end), quote)
    why, remedy = _WORDS[rule]
    return Finding(
        rule, PACK, Severity.NOTE, message, fingerprint(rule, [side_key(quote, value)]), (place,), why, remedy
    )


_WORDS = {
    UNUSED: (
        "A suppression that outlives its cause hides the next fault.",
        "Take the suppression out.",
    ),
    INVALID: (
        "A suppression that cannot be understood suppresses nothing.",
        "Write: <!-- subeditor-disable-next-paragraph RULE -- reason -->",
    ),
}
