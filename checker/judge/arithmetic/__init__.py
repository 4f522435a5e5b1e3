"""Tests of frames: every figure that the text lets one reckon again, reckoned again with interval arithmetic."""

from checker.judge.arithmetic import changes, counts, dates, ratios, sums

__all__ = ["changes", "counts", "dates", "ratios", "sums"]
