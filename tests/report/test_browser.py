"""The report in a real browser."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker.baseline import Baseline, read_decisions, with_decisions
from checker.judge.finding import Severity
from checker.output.report import html_report
from checker.suppression import Suppressed
from tests.report.examples import reviewed
from tests.report.test_html import HOSTILE

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

MANY = 5_000
LONGEST_LOAD = 3.0  # seconds
LONGEST_FILTER = 0.3


def _shown(page: Any) -> list[str]:
    """The numbers of the cards that can be seen, in order."""
    return page.eval_on_selector_all(".card:not([hidden])", "cards => cards.map(card => card.dataset.number)")


def _focused(page: Any) -> str:
    return page.evaluate("document.activeElement.dataset.number ?? document.activeElement.id")


LOOKS: dict[str, dict[str, str]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "print": {"media": "print"},  # which shows all views at once
}


@pytest.mark.parametrize(
    ("look", "fragment"),
    [
        *((look, fragment) for look in ("light", "dark") for fragment in ("#review", "#timeline", "#claims", "#about")),
        ("forced colours", "#review"),
        ("forced colours", "#timeline"),
        ("print", "#review"),
    ],
)
def test_no_violation_of_wcag_22(opened: Open, look: str, fragment: str) -> None:
    from axe_playwright_python.base import AXE_FILE_PATH

    page = opened(fragment=fragment)
    page.emulate_media(**LOOKS[look])
    if fragment == "#review":
        page.evaluate("document.querySelector('details').open = true")
        page.evaluate("document.querySelector('[data-do=fine]').click()")
    page.evaluate(Path(AXE_FILE_PATH).read_text("utf-8"))
    found = page.evaluate(
        "axe.run(document, {runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']}})"
    )
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []


@pytest.mark.parametrize("width", [320, 860, 1280])
@pytest.mark.parametrize("fragment", ["#review", "#timeline", "#claims", "#about"])
def test_nothing_scrolls_sideways(opened: Open, width: int, fragment: str) -> None:
    page = opened(fragment=fragment, viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_narrow_screen_findings_come_first(opened: Open) -> None:
    page = opened(viewport={"width": 320, "height": 700})
    top = {name: page.locator(name).bounding_box()["y"] for name in ("#cards", "#article")}
    assert top["#cards"] < top["#article"]


def test_without_javascript_everything_can_be_read(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    for part in ("#article", "#timeline svg", "#claims table", "#about dl"):
        assert page.locator(part).first.is_visible(), part
    assert page.locator(".card").count() == 4
    assert not page.locator("#filters").is_visible()
    page.locator(".run").first.click()
    assert page.url.endswith("#f-0000000000000001")


def test_print_shows_all_cards_and_no_controls(opened: Open) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert [card.is_visible() for card in page.locator(".card").all()] == [True] * 4
    assert page.locator("#timeline table").is_visible()
    for control in ("nav", "#filters", ".triage"):
        assert not page.locator(control).first.is_visible(), control


def test_highlight_and_card_lead_to_each_other(opened: Open) -> None:
    page = opened(viewport={"width": 1280, "height": 400})
    page.get_by_text("£52 million").first.click()
    assert _focused(page) == "2"
    assert page.locator(".run.active .bar").all_text_contents() == ["£48 million", "£52 million"]
    page.locator(".card[data-number='1'] .place a").last.click()
    assert page.evaluate("document.querySelector(':target').textContent") == "12,500 visitors"
    assert page.get_by_text("12,500 visitors").first.is_visible()


def test_permalink_opens_the_card_from_any_view(opened: Open) -> None:
    page = opened(fragment="#f-0000000000000004")
    assert _focused(page) == "4"
    page.locator("nav").get_by_text("All claims").click()
    page.locator("#review").wait_for(state="hidden")  # a view changes a moment after the address
    page.go_back()
    page.locator("#review").wait_for(state="visible")


def test_keyboard_walk(opened: Open) -> None:
    page = opened()
    walked = []
    for key in "jjkjjjj":
        page.keyboard.press(key)
        walked.append(_focused(page))
    assert walked == ["1", "2", "1", "2", "3", "4", "4"]
    page.keyboard.press("f")
    assert page.locator(".card[data-number='4']").get_attribute("data-decision") == "fix"
    page.keyboard.press("d")
    page.keyboard.press("Escape")
    assert page.locator(".card[data-number='4']").get_attribute("data-decision") == "fine"
    assert _focused(page) == "4"
    page.keyboard.press("/")
    page.keyboard.type("jfd")
    assert page.locator("#search").input_value() == "jfd"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()


def test_shortcuts_can_be_switched_off_for_good(opened: Open) -> None:
    page = opened()
    page.locator("#help").click()
    page.locator("#shortcuts").uncheck()
    page.locator("#keys button").click()
    page.keyboard.press("j")
    assert page.locator(".active").count() == 0
    page.wait_for_timeout(300)  # the browser stores in a process of its own, and a reload may be quicker
    page.reload()
    page.keyboard.press("j")
    assert page.locator(".active").count() == 0
    page.locator("#help").click()
    page.locator("#shortcuts").check()
    page.locator("#keys button").click()
    page.keyboard.press("j")
    assert _focused(page) == "1"


def test_filters_and_search_are_announced(opened: Open) -> None:
    page = opened()
    status = page.get_by_role("status")
    page.locator(".chip.note").click()
    assert _shown(page) == ["1", "2"]
    assert status.text_content() == "2 of 4 findings shown"
    page.locator("#search").fill("£52")
    assert _shown(page) == ["2"]
    page.locator("#search").fill("")
    page.locator(".chip.note").click()
    assert status.text_content() == "4 findings shown"
    page.locator("summary").first.click()
    page.locator("#rule").select_option("vague-quantity")
    assert _shown(page) == ["4"]
    page.locator("#rule").select_option("")
    page.locator("#section").select_option("Money")
    assert _shown(page) == ["2"]
    page.locator("#section").select_option("*")
    page.keyboard.press("Escape")
    page.locator(".card[data-number='3'] [data-do=fix]").click()
    page.locator("#state").select_option("fix")
    assert _shown(page) == ["3"]


def test_gravest_first(opened: Open) -> None:
    text = "Several came. It drew 900 visitors, then 700 visitors."
    findings = (
        (("Several",), "vague-quantity", Severity.NOTE),
        (("900 visitors", "700 visitors"), "conflicting-quantity", Severity.ERROR),
    )
    page = opened(reviewed(text, findings, ()))
    page.locator("summary").first.click()
    page.locator("#order").select_option("weight")
    assert _shown(page) == ["2", "1"]
    page.locator("#order").select_option("text")
    assert _shown(page) == ["1", "2"]


def test_decisions_are_kept_exported_and_imported(opened: Open, tmp_path: Path) -> None:
    page = opened()
    assert page.locator("#export").is_disabled()
    page.locator(".card[data-number='1'] [data-do=fix]").click()
    card = page.locator(".card[data-number='2']")
    card.locator("[data-do=fine]").click()
    card.get_by_label("Both are true").check()
    card.get_by_label("Note").fill("“planned” and paid")
    card.get_by_label("Ask again from").fill("2026-12-31")
    card.get_by_text("Done").click()
    assert page.locator("#progress").text_content() == "2 decided"
    with page.expect_download() as download:
        page.locator("#export").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "decisions.json"
    assert json.loads(file.read_text("utf-8")) == {
        "schema": 1,
        "decisions": [
            {
                "article": "museum.md",
                "fingerprint": "0000000000000001",
                "rule": "conflicting-quantity",
                "severity": "error",
                "quote": "14,000 visitors … 12,500 visitors",
                "decision": "fix",
                "reason": "",
                "note": "",
                "until": "",
            },
            {
                "article": "museum.md",
                "fingerprint": "0000000000000002",
                "rule": "conflicting-quantity",
                "severity": "warning",
                "quote": "£48 million … £52 million",
                "decision": "fine",
                "reason": "both true",
                "note": "“planned” and paid",
                "until": "2026-12-31",
            },
        ],
    }
    page.reload()
    assert card.get_attribute("data-decision") == "fine"

    colleague = opened()
    assert colleague.locator("[data-decision]").count() == 0
    colleague.locator("summary").first.click()
    colleague.locator("#import").set_input_files(file)
    colleague.wait_for_selector("[data-decision=fine]")
    assert colleague.locator("[data-decision]").count() == 2
    assert "2 decisions" in colleague.get_by_role("status").text_content()
    colleague.locator(".card[data-number='2'] [data-do=fine]").click()
    assert colleague.locator("[data-decision]").count() == 1


def test_what_was_dismissed_is_gone_from_the_next_report(opened: Open, tmp_path: Path) -> None:
    page = opened()
    card = page.locator(".card[data-number='2']")
    card.locator("[data-do=fine]").click()
    card.get_by_label("Both are true").check()
    card.get_by_label("Note").fill("one is the plan")
    page.locator(".card[data-number='4'] [data-do=fix]").click()
    with page.expect_download() as download:
        page.locator("#export").click()
    download.value.save_as(tmp_path / "decisions.json")

    entries = read_decisions(tmp_path / "decisions.json", lambda path: path)
    report = reviewed()
    new, accepted = with_decisions(Baseline(), entries).matcher().split(report.path, report.findings)
    aside = [Suppressed(finding, entry.reason, "baseline") for finding, entry in accepted]
    page = opened(replace(report, findings=tuple(new)), set_aside=aside)
    messages = page.locator(".card h3").all_text_contents()
    assert "£48 million and £52 million" not in messages
    assert len(messages) == 3  # what is to be fixed stays until it is
    page.get_by_text("1 more set aside").click()
    row = page.locator("#about tr").filter(has_text="£48 million and £52 million")
    assert "both true: one is the plan" in row.text_content()


def test_a_file_without_decisions_is_refused_in_a_sentence(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"decisions": 7}')
    page = opened()
    page.locator("summary").first.click()
    page.locator("#import").set_input_files(tmp_path / "other.json")
    page.get_by_role("status").filter(has_text="holds no decisions").wait_for()


def test_copy_as_comment(opened: Open) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".card[data-number='2'] [data-do=copy]").click()
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0] == "£48 million and £52 million"
    assert copied[1].startswith("> It cost £48 million, the council says.")
    assert copied[-3:] == ["Why: Both speak of one thing.", "To do: Correct one.", "museum.md#f-0000000000000002"]


def test_tables_sort(opened: Open) -> None:
    page = opened(fragment="#claims")
    when = page.get_by_role("button", name="When")
    when.click()
    column = "rows => rows.map(row => row.cells[6].textContent.slice(-4))"
    assert page.eval_on_selector_all("#claims tbody tr", column) == ["2024", "2025", "2026"]
    when.click()
    assert page.eval_on_selector_all("#claims tbody tr", column) == ["2026", "2025", "2024"]
    assert page.locator("#claims th[aria-sort=descending]").text_content() == "When"
    page.get_by_label("Search the claims").fill("9 March")
    assert page.locator("#claims tbody tr:visible").count() == 1


def test_hostile_article_stays_inert(opened: Open) -> None:
    text = HOSTILE + "\n" + "word " * 200_000 + "nine rooms.\n"
    findings = (
        (("900 visitors", "1,200 visitors"), "conflicting-quantity", Severity.ERROR),
        (("nine rooms",), "undated-figure", Severity.NOTE),
    )
    page = opened(reviewed(text, findings, (), path="hostile.txt"))
    assert page.evaluate("document.querySelectorAll('img, #article [onclick], a[href^=javascript]').length") == 0
    assert page.locator(".card").count() == 2
    assert "<script>alert(1)</script>" in page.locator("#article").text_content()


def test_right_to_left_text_is_set_so(opened: Open) -> None:
    page = opened()
    direction = "node => getComputedStyle(node).direction"
    assert page.locator("#article").get_by_text("متى").evaluate(direction) == "rtl"
    assert page.locator(".faq_question").first.evaluate(direction) == "ltr"


def test_five_thousand_findings(browser: Any, tmp_path: Path) -> None:
    lines = [f"{number} visitors came." for number in range(100_000, 100_000 + MANY)]
    findings = tuple(
        ((line,), "vague-quantity" if index % 2 else "undated-figure", Severity.NOTE)
        for index, line in enumerate(lines)
    )
    file = tmp_path / "many.html"
    file.write_text(html_report(reviewed("\n\n".join(lines), findings, ())), "utf-8")
    page = browser.new_page()
    page.goto(file.as_uri(), timeout=30_000)
    load = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000
    filtering = page.evaluate(
        """() => {
            const rule = document.getElementById("rule");
            const start = performance.now();
            rule.value = "vague-quantity";
            rule.dispatchEvent(new Event("change"));
            document.body.offsetHeight;
            return (performance.now() - start) / 1000;
        }"""
    )
    shown = page.locator(".card:not([hidden])").count()
    page.close()
    assert shown == MANY // 2
    assert load < LONGEST_LOAD
    assert filtering < LONGEST_FILTER
