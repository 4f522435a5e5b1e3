"""Which claims are paired: those that share the most words, and no row with more than a bounded number of others."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from checker.judge import pairing


@given(st.lists(st.sets(st.integers(0, 9), min_size=1, max_size=4), min_size=2, max_size=60), st.integers(1, 5))
def test_a_row_is_paired_with_a_bounded_number_of_others(words: list[set[int]], most: int) -> None:
    said = [" ".join(f"word{number}" for number in sorted(found)) for found in words]
    claims = pd.DataFrame({"terms": said, "near": "", "measure": "", "value": 1.0, "unit": "percent"})
    rows, key = np.arange(len(said)), np.zeros(len(said), dtype=np.intp)
    with mock.patch.multiple(pairing, MOST_PARTNERS=most, COMMONEST_WORD=100):
        first, second = pairing._sharing_words(claims, rows, key, 1, transposed=False)
    with mock.patch.multiple(pairing, MOST_PARTNERS=100, COMMONEST_WORD=100):
        everybody = set(
            zip(
                *(ends.tolist() for ends in pairing._sharing_words(claims, rows, key, 1, transposed=False)), strict=True
            )
        )

    for end in (first, second):
        assert np.bincount(end, minlength=1).max() <= most
    kept = set(zip(first.tolist(), second.tolist(), strict=True))
    assert kept <= everybody
    shared = {pair: len(words[pair[0]] & words[pair[1]]) for pair in everybody}
    for row, other in everybody - kept:  # whoever is left out has rivals who share as much at one end or the other
        ahead = sum(one == row and shared[one, two] >= shared[row, other] for one, two in everybody)
        behind = sum(two == other and shared[one, two] >= shared[row, other] for one, two in everybody)
        assert max(ahead, behind) > most
