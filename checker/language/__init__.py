"""Reads language: numbers, units, quantities, dates and the parse. The only package that knows spaCy."""
