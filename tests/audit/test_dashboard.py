"""The dashboard in a real browser, opened from a file."""

import datetime as dt

import pytest

from checker.audit.conclusion import Summary
from checker.audit.dashboard import risk, write_dashboard
from checker.audit.store import Marker, Store
from checker.audit.tables import SCORES, records, to_parquet
from checker.audit.trend import Trend
from checker.judge.finding import Severity

MANY = 100_000
LONGEST_LOAD = 8.0  # seconds
LONGEST_FILTER = 0.8


@pytest.fixture
def dashboard(audit, options, browser, tmp_path, monkeypatch):
    """The dashboard of an audit, two articles a data file, so that it has several."""
    import dataclasses

    monkeypatch.setattr("checker.audit.dashboard.ROWS_A_FILE", 2)
    audit("before")
    judging = dataclasses.replace(options().judging, pages=Severity.NOTE)
    audit(judging=judging, previous=tmp_path / "before", review=2)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "audit" / "report" / "index.html").as_uri())
    yield page
    context.close()
    assert complaints == []


@pytest.mark.browser
def test_rows_are_loaded_from_beside_the_page_sorted_and_filtered(dashboard):
    status = dashboard.locator("#shown")
    status.get_by_text("articles").wait_for()
    everything = dashboard.locator("#rows tbody tr")
    assert everything.count() >= 3
    assert everything.first.locator("td").nth(1).inner_text() == "Museum"

    dashboard.select_option("#rule", label="conflicting-date")
    assert everything.count() == 1
    assert status.inner_text() == "1 to 1 of 1 articles"
    dashboard.fill("#words", "no such title")
    assert status.inner_text() == "No article"
    dashboard.fill("#words", "")
    everything.first.get_by_role("link").click()
    assert "Museum" in dashboard.title()


@pytest.mark.browser
def test_a_hundred_thousand_articles(browser, tmp_path):
    store = Store(tmp_path)
    template = {"url": "", "words": 900, "claims": 20, "warnings": 0, "notes": 1, "page": ""}
    for shard in range(10):
        rows = [
            {
                **template,
                "article": f"2019/a-rather-long-address-of-an-article-{number:06}.html",
                "title": f"The council votes on the plan for bridge {number * 7919 % MANY}",
                "section": f"section {number % 30}",
                "published": dt.date(2010, 1, 1) + dt.timedelta(days=number * 7919 % 5000),
                "errors": number % 3,
                "rules": f"rule-{number % 20:02}",
            }
            for number in range(shard * MANY // 10, (shard + 1) * MANY // 10)
        ]
        store.write_shard(
            {"scores": to_parquet(records(rows, SCORES))}, {}, Marker(shard, "", "", "", MANY // 10, 0, 0)
        )
    rules = {f"rule-{number:02}": {"note": MANY // 20} for number in range(20)}
    sections = {f"section {number}": {} for number in range(30)}
    summary = Summary(MANY, 0, MANY, 0, 0, {}, rules, {}, sections, 0, 0, {}, {}, {})
    write_dashboard(store, summary, [], [], [], Trend())
    page = browser.new_page()
    page.goto((tmp_path / "report" / "index.html").as_uri(), timeout=30_000)
    page.get_by_text(f"1 to 100 of {MANY:,} articles").wait_for(timeout=30_000)
    load = page.evaluate("performance.now()") / 1000
    spent = {
        control: page.evaluate(
            """([control, value]) => {
                const element = document.getElementById(control);
                const start = performance.now();
                element.value = value;
                element.dispatchEvent(new Event(control === "words" ? "input" : "change"));
                document.body.offsetHeight;
                return (performance.now() - start) / 1000;
            }""",
            [control, value],
        )
        for control, value in {"order": "4", "rule": "3", "section": "section 3", "words": "bridge 7"}.items()
    }
    shown = page.locator("#shown").inner_text()
    page.close()
    assert shown.startswith("1 to ")
    assert load < LONGEST_LOAD
    assert max(spent.values()) < LONGEST_FILTER, spent


@pytest.mark.browser
def test_no_violation_of_wcag_22(dashboard):
    from axe_playwright_python.base import AXE_FILE_PATH

    dashboard.locator("#rows tbody tr").first.wait_for()
    dashboard.evaluate(AXE_FILE_PATH.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
    found = dashboard.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags)

    assert [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found["violations"]] == []


def test_an_error_weighs_most_and_notes_weigh_something_up_to_twenty():
    weights = [
        risk({"errors": e, "warnings": w, "notes": n}) for e, w, n in [(1, 0, 0), (0, 3, 0), (0, 0, 20), (0, 0, 99)]
    ]

    assert weights == [10.0, 9.0, 4.0, 4.0]
