"""Suppressions: how they are written, what they cover, and what is said about those that do nothing."""

import time
from dataclasses import replace

import pytest

from checker.articles import read_article
from checker.judge.finding import Finding, Location, Severity
from checker.suppression import Settled, Suppression, read_suppressions, settle

KNOWN = ("conflicting-quantity", "undated-figure", "vague-count")
WHY = "-- it is quoted"
NEXT = f"<!-- subeditor-disable-next-paragraph conflicting-quantity {WHY} -->"
MERGED = "".join(f"b{n + 1}: &b{n + 1} {{<<: [*b{n}, *b{n}]}}\n" for n in range(40))


def found(text: str, *quotes: str, rule: str = "conflicting-quantity") -> Finding:
    places = []
    for quote in quotes:
        start = text.index(quote)
        places.append(Location(start, start + len(quote), 1, 1, 1, 1, quote))
    return Finding(rule, "p", Severity.ERROR, "m", "f", tuple(places))


def settled(text: str, *findings: Finding, path: str = "a.md", **options: object) -> Settled:
    return settle(read_article(text, path), findings, known=KNOWN, applied=KNOWN, **options)  # type: ignore[arg-type]


def rules(result: Settled) -> list[str]:
    return [finding.rule for finding in result.findings]


@pytest.mark.parametrize(
    ("text", "quotes", "suppressed"),
    [
        (f"{NEXT}\n\nIt has 5 cars.\n\nSix.", ["5 cars"], True),
        (f"{NEXT}\nIt has 5 cars.\n\nSix.", ["5 cars"], True),
        (f"{NEXT}\n\nFive.\n\nIt has 6.", ["6"], False),
        (f"One.\n\n{NEXT}\n\nIt has 5.", ["One"], False),
        (f"One.\n\n{NEXT}\n\nIt has 5.", ["One", "5"], True),
        (f"{NEXT}\n\n- It has 5.\n- Or 6.", ["6"], True),
        (f"{NEXT}\n\n|a|b|\n|-|-|\n|5|6|\n", ["6"], True),
        (f"It has 5.\n\n<!-- subeditor-disable-file conflicting-quantity {WHY} -->\n", ["5"], True),
        (f"It has 5.\n\n<!--subeditor-disable-file\nconflicting-quantity\n{WHY}-->\n", ["5"], True),
        (f"It has 5.\n\n<!-- subeditor-disable-file vague-count {WHY} -->\n", ["5"], False),
        (f"It has 5.\n\n<!-- subeditor-disable-file vague-count, conflicting-quantity {WHY} -->\n", ["5"], True),
        (
            f'5 big\nbuses.\n\n<!-- subeditor-disable-file conflicting-quantity["5 big buses"] {WHY}-->',
            ["5 big\nbuses"],
            True,
        ),
        (f'5 cars.\n\n<!-- subeditor-disable-file conflicting-quantity["6 cars"] {WHY} -->', ["5 cars"], False),
        (
            f"---\ntitle: x\nsubeditor:\n  disable:\n    - conflicting-quantity {WHY}\n---\n\nIt has 5.\n",
            ["It has 5"],
            True,
        ),
        (
            f"---\ntitle: x\nsubeditor: {{disable: ['conflicting-quantity[\"has 5\"] {WHY}']}}\n---\n\nIt has 5.\n",
            ["It has 5"],
            True,
        ),
        (
            f'+++\ntitle = "x"\n[subeditor]\ndisable = ["conflicting-quantity {WHY}"]\n+++\n\nIt has 5.\n',
            ["has 5"],
            True,
        ),
        (
            f'{{"title": "x", "subeditor": {{"disable": ["conflicting-quantity {WHY}"]}}}}\n\nIt has 5.\n',
            ["has 5"],
            True,
        ),
    ],
)
def test_what_is_covered(text: str, quotes: list[str], suppressed: bool) -> None:
    result = settled(text, found(text, *quotes))
    assert [one.reason for one in result.suppressed] == (["it is quoted"] if suppressed else [])
    assert ("conflicting-quantity" in rules(result)) is not suppressed
    assert ("unused-suppression" in rules(result)) is (not suppressed or "vague-count" in text)
    assert "invalid-suppression" not in rules(result)


def test_html_and_mdx() -> None:
    html = f"<p>One.</p>{NEXT}<p>It has 5.</p><p>6</p>"
    assert len(settled(html, found(html, "5"), found(html, "6"), path="a.html").suppressed) == 1
    mdx = f"{{/* subeditor-disable-next-paragraph conflicting-quantity {WHY} */}}\n\nIt has 5.\n\n6"
    assert len(settled(mdx, found(mdx, "5"), found(mdx, "6"), path="a.mdx").suppressed) == 1


@pytest.mark.parametrize(
    "code",
    [
        "```html\n{}\n```",
        "    {}",
        "É `{}` é",
    ],
)
def test_an_example_in_code_is_no_suppression(code: str) -> None:
    comment = f"<!-- subeditor-disable-file conflicting-quantity {WHY} -->"
    text = "É has 5.\n\n" + code.format(comment) + "\n"
    result = settled(text, found(text, "5"))
    assert (rules(result), result.suppressed) == (["conflicting-quantity"], ())


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("<!-- subeditor-disable-file conflicting-quantity -->", "gives no reason"),
        ("<!-- subeditor-disable-file conflicting-quantity -- -->", "gives no reason"),
        ("<!-- subeditor-disable-file conflicting-quantiti -- x -->", 'Did you mean "conflicting-quantity"?'),
        ("<!-- subeditor-disable-file -- x -->", "names no rule"),
        ("<!-- subeditor-disable-file -->", "names no rule"),
        ("<!-- subeditor-disable-file conflicting-quantity[5] -- x -->", "names no rule"),
        ("<!-- subeditor-disable-file vague-count conflicting-quantity -- x -->", "names no rule"),
        ("<!-- subeditor-disable-files conflicting-quantity -- x -->", 'Did you mean "disable-file"?'),
        ("<!-- subeditor-disable-next-paragraph conflicting-quantity -- x -->", "No paragraph follows"),
    ],
)
def test_faulty_suppressions_are_findings(comment: str, words: str) -> None:
    text = f"It has 5.\n\n{comment}\n"
    result = settled(text, found(text, "5"))
    assert rules(result) == ["conflicting-quantity", "invalid-suppression"]
    finding = result.findings[1]
    assert words in finding.message and finding.severity is Severity.NOTE
    assert text[finding.place.start : finding.place.end] == finding.place.quote == comment


@pytest.mark.parametrize("front", ["subeditor: yes", "subeditor:\n  disable: all", "subeditor: {disable: [1: 2]}"])
def test_faulty_front_matter_is_a_finding(front: str) -> None:
    text = f"---\ntitle: x\n{front}\n---\n\nIt has 5.\n"
    assert rules(settled(text)) == ["invalid-suppression"]


def test_reasons_may_be_left_out_where_the_house_says_so() -> None:
    text = "It has 5.\n\n<!-- subeditor-disable-file conflicting-quantity -->\n"
    assert rules(settled(text, found(text, "5"), require_reason=False)) == []


def test_a_rule_that_was_not_applied_leaves_no_unused_suppression() -> None:
    text = f"It has 5.\n\n<!-- subeditor-disable-file vague-count {WHY} -->\n"
    article = read_article(text, "a.md")
    assert settle(article, (), known=KNOWN, applied=("conflicting-quantity",)).findings == ()
    assert len(settle(article, (), known=KNOWN, applied=KNOWN).findings) == 1


def test_configuration_allows_findings_and_is_never_unused_in_an_article() -> None:
    text = "It has 5 cars."
    allowed = Suppression("conflicting-quantity", "A quotation.", "configuration", "5 cars")
    result = settled(text, found(text, "5 cars"), allowances=[allowed])
    assert [(one.source, one.reason) for one in result.suppressed] == [("configuration", "A quotation.")]
    assert result.used == {allowed}
    assert settled(text, allowances=[allowed]).findings == ()


def test_own_findings_have_fingerprints_of_their_own() -> None:
    comment = f"<!-- subeditor-disable-file vague-count {WHY} -->"
    first, second = settled(f"It has 5.\n\n{comment}\n\n{comment}\n").findings
    assert first.fingerprint != second.fingerprint
    (moved,) = settled(f"More.\n\nIt has 5.\n\n{comment}\n").findings
    assert replace(moved, locations=()) == replace(first, locations=())


@pytest.mark.parametrize(
    "text",
    [
        "<!-- subeditor-disable-file " * 5_000,
        "{/* subeditor-disable-file " * 5_000,
        '<!-- subeditor-disable-file a["' + '\\"' * 900 + " -->",
        f"---\ntitle: x\nb0: &b0 {{x: 1}}\n{MERGED}subeditor: {{disable: []}}\n---\n",
    ],
)
def test_hostile_text_ends(text: str) -> None:
    article = read_article(text, "a.txt")
    started = time.perf_counter()
    read_suppressions(article)
    assert time.perf_counter() - started < 5
