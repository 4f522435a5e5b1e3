"""Words of which one rules out another, on hand-written rows."""

import pytest

from checker.claims.table import claims_table
from checker.judge.alternatives import told_apart
from checker.judge.rows import rows_of


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"terms": "alpha month"}, {"terms": "beta month"}, True),
        ({"subject": "woman"}, {"measure": "man"}, True),  # wherever in the clause they stand
        ({"terms": "alpha beta month"}, {"terms": "beta month"}, False),  # both are named
        ({"terms": "alpha month"}, {"terms": "month"}, False),
        ({"terms": "alpha month"}, {"terms": "woman month"}, False),  # of different sets
        ({"terms": "month"}, {"terms": "month"}, False),
    ],
)
def test_told_apart(one, other, apart):
    rows = rows_of(claims_table([one | {"sentence_number": 0}, other | {"sentence_number": 9}]))

    assert told_apart(*rows) is apart
    assert told_apart(*reversed(rows)) is apart
