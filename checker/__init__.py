"""subeditor reads an article against itself: it finds the dates and figures that cannot all be true.

    >>> import checker
    >>> report = checker.check("The museum opened on Monday 14 May 2024.")
    >>> report.findings, report.claims  # doctest: +SKIP

Importing this package is cheap: the language model is loaded by the first check.
"""

from checker.pipeline import Report, check, check_many, load_rules

__version__ = "0.1.0"
__all__ = ["Report", "__version__", "check", "check_many", "load_rules"]
