"""Shows what was found: pure functions from reports to strings. Knows nothing of how a rule works."""
