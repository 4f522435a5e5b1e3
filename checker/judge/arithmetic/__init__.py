"""Tests of figures that the text lets one reckon again, by interval arithmetic."""

from checker.judge.arithmetic import changes, counts, dates, ratios, sums

__all__ = ["changes", "counts", "dates", "ratios", "sums"]
