"""Judges the claims table by the rules: rows in, findings out. Knows no parser."""
