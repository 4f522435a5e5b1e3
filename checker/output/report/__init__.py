"""The report that an editor opens: one self-contained HTML page for each article, and an index for many."""

from checker.output.report.write import html_report, write_html_report

__all__ = ["html_report", "write_html_report"]
