"""The page itself: complete, inert whatever the article holds, small."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from checker.judge.finding import Severity
from checker.judge.load import load_rules
from checker.output.report import html_report, write_html_report
from checker.pipeline import Failure
from checker.suppression import Suppressed
from tests.report.examples import ARTICLE, FINDINGS, reviewed

HOSTILE = """# </script><script>alert(1)</script>

He said <b onclick="alert(1)">900 visitors</b> & [1,200 visitors](javascript:alert(1)) \u202eevil\u202c 🚋.

![x](https://example.org/x.png) <img src=x onerror=alert(1)> "quoted' {{ 7 * 7 }} {% raw %}
"""


class Elements(HTMLParser):
    """Collects the elements of a page and the text of scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.attributes: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.inline: dict[str, list[str]] = {"script": [], "style": []}
        self._tag = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        self._tag = ""

    def handle_data(self, data: str) -> None:
        if self._tag in self.inline:
            self.inline[self._tag].append(data)


@pytest.fixture(params=["plain", "hostile"])
def page(request: pytest.FixtureRequest) -> str:
    if request.param == "plain":
        return html_report(reviewed(), load_rules())
    finding = (("900 visitors", "1,200 visitors"), "conflicting-quantity", Severity.ERROR)
    return html_report(reviewed(HOSTILE, (finding,), (), path='"><script>alert(1)</script>.md'))


def test_the_policy_allows_exactly_the_inline_scripts_and_styles(page: str) -> None:
    elements = Elements(page)
    policy = next(value for tag, name, value in elements.attributes if (tag, name) == ("meta", "content"))
    for kind in ("script", "style"):
        hashes = [
            "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
            for text in elements.inline[kind]
        ]
        assert re.search(rf"{kind}-src ([^;]*)", policy)[1].split() == hashes  # type: ignore[index]
    assert policy.startswith("default-src 'none';")


def test_nothing_leads_out_of_the_page_or_runs(page: str) -> None:
    for _, name, value in Elements(page).attributes:
        assert not name.startswith("on")
        assert name not in {"style", "src", "srcset", "action", "formaction", "data", "poster"}
        if name == "href":
            assert value.startswith("#")


def test_ids_are_unique_and_links_lead_to_them(page: str) -> None:
    elements = Elements(page)
    assert len(set(elements.ids)) == len(elements.ids)
    for _, name, value in elements.attributes:
        if name == "href":
            assert value[1:] in elements.ids
        if name in {"aria-labelledby", "aria-describedby"}:
            assert set(value.split()) <= set(elements.ids)


def test_hostile_text_is_shown_as_text() -> None:
    finding = (("900 visitors",), "vague-quantity", Severity.NOTE)
    shown = html_report(reviewed(HOSTILE, (finding,), (), path="hostile.txt"))
    assert "<script>alert" not in shown
    assert "<img" not in shown
    assert "{{ 7 * 7 }}" in shown
    assert "\u202e" not in shown


def test_a_page_stays_light() -> None:
    inline = Elements(html_report(reviewed())).inline
    assert len("".join(inline["style"] + inline["script"]).encode()) <= 20 * 1024


def test_the_article_reads_as_it_was_written() -> None:
    shown = html_report(reviewed())
    for part in ('<h2 id="b-', "<ol", "<table>", ">1,100</span></td>", '<p class="faq_question"', "متى افتتح المتحف؟"):
        assert part in shown, part


def test_about_names_the_rules_that_did_not_run() -> None:
    rules = load_rules()
    shown = html_report(reviewed(), rules[1:], rules[:1])
    about = shown[shown.index("Rules that were not run") :]
    assert rules[0].id in about
    assert rules[1].id not in about


def test_an_article_without_findings_says_so() -> None:
    assert "none clash" in html_report(reviewed(ARTICLE, ()))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert html_report(reviewed()) == html_report(reviewed())


def test_one_article_is_one_file(tmp_path: Path) -> None:
    written = write_html_report([reviewed()], tmp_path / "report.html")
    assert written == tmp_path / "report.html"
    assert written.read_text("utf-8") == html_report(reviewed())
    assert list(tmp_path.iterdir()) == [written]


def test_several_articles_are_an_index_and_pages(tmp_path: Path) -> None:
    calm = reviewed(ARTICLE, FINDINGS[3:], path="news/Calm & quiet.md")
    grave = reviewed(path="news/grave.md")
    written = write_html_report([calm, grave, Failure("news/lost.md", "is not UTF-8")], tmp_path)
    index = written.read_text("utf-8")
    assert written == tmp_path / "index.html"
    links = re.findall(r'<td dir="auto"><a href="([^"]*)"', index)
    assert links == ["index-articles/0002-news-grave.html", "index-articles/0001-news-calm-quiet.html"]
    for link in links:
        assert 'href="../index.html"' in (tmp_path / link).read_text("utf-8")
    assert "news/lost.md" in index and "is not UTF-8" in index


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    from checker.errors import ConfigurationError

    (tmp_path / "file").write_text("")
    with pytest.raises(ConfigurationError, match=r"cannot be written: .*Name another file"):
        write_html_report([reviewed()], tmp_path / "file" / "report.html")


def test_what_was_set_aside_is_listed_with_its_reason() -> None:
    report = reviewed()
    *shown, last = report.findings
    page = html_report(
        replace(report, findings=tuple(shown)),
        set_aside=[Suppressed(last, "“Several” is what <she> said", "baseline")],
    )
    assert "1 more set aside" in page
    about = page[page.index('id="about"') :]
    for part in (last.message, "“Several” is what &lt;she&gt; said", "vague-quantity", "baseline"):
        assert part in about, part
    assert "set aside earlier" not in html_report(report)
    assert "Nothing has been set aside" in html_report(report)


def test_each_page_of_several_lists_what_was_set_aside_there(tmp_path: Path) -> None:
    calm, grave = reviewed(path="calm.md"), reviewed(path="grave.md")
    aside = {"grave.md": [Suppressed(grave.findings[0], "both are true", "text")]}
    write_html_report([calm, grave], tmp_path, set_aside=lambda path: aside.get(path, []))
    pages = [file.read_text("utf-8") for file in sorted((tmp_path / "index-articles").iterdir())]
    assert ["both are true" in page for page in pages] == [False, True]
