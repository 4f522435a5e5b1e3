"""Audits of whole archives: every article by the same path as one alone, and articles against each other."""
