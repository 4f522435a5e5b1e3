"""A real browser."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from checker.output.report import html_report
from checker.pipeline import Report
from checker.suppression import Suppressed
from tests.report.examples import reviewed


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """opened(report, **context): a page that shows the report; the test fails at any request, error or warning."""
    contexts = []
    complaints: list[str] = []

    def open_report(
        report: Report | None = None, fragment: str = "", set_aside: Sequence[Suppressed] = (), **context: Any
    ) -> Any:
        file = tmp_path / "report.html"
        file.write_bytes(html_report(report or reviewed(), set_aside=set_aside).encode("utf-8"))
        contexts.append(browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | context)))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: _complain(complaints, request.url, file))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{file.as_uri()}{fragment}")
        return page

    yield open_report
    for context in contexts:
        context.close()
    assert complaints == []


def _complain(complaints: list[str], url: str, file: Path) -> None:
    if not url.startswith((file.as_uri(), "blob:", "data:")):
        complaints.append(f"requested {url}")
