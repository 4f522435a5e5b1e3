"""Reads an article: its blocks, zones, dates, and the place in the source of every character."""
