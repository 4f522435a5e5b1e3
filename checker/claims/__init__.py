"""Turns an article into the claims table: one row per figure, date, event, name, phrase and question."""
