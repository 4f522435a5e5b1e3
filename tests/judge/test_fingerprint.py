"""Fingerprints survive what changes nothing and change with what is said."""

import re

from hypothesis import given
from hypothesis import strategies as st

from checker.judge.fingerprint import fingerprint, numbered, side_key

WORDS = st.lists(st.sampled_from(["Poland's", '"hosts"', "8,500", "café", "soldiers,", "ﬁve", "Straße"]), min_size=1)


def of(*sentences):
    return fingerprint("conflicting-quantity", [side_key(sentence, "8,500 soldiers") for sentence in sentences])


@given(WORDS, st.sampled_from(["\n", "\r\n", "  ", "\t", "\u00a0"]))
def test_rewrapping_keeps_it(words, space):
    assert of(" ".join(words)) == of(space.join(words) + space)


@given(WORDS)
def test_curly_quotes_and_letter_case_keep_it(words):
    sentence = " ".join(words)
    curly = re.sub(r'"(\w+)"', r"“\1”", sentence).replace("'", "’")

    assert of(sentence) == of(curly) == of(curly.upper().lower())


@given(WORDS, WORDS)
def test_the_order_of_the_sides_keeps_it(one, other):
    assert of(" ".join(one), " ".join(other)) == of(" ".join(other), " ".join(one))


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_another_figure_changes_it(one, other):
    changed = of(f"It hosts {one} soldiers.") != of(f"It hosts {other} soldiers.")

    assert changed is (one != other)


def test_another_value_or_rule_changes_it():
    sides = [side_key("It hosts them.", "8,500 soldiers")]

    assert fingerprint("a", sides) != fingerprint("b", sides)
    assert fingerprint("a", sides) != fingerprint("a", [side_key("It hosts them.", "9,000 soldiers")])
    assert fingerprint("a", sides) != fingerprint("a", sides * 2)


@given(st.text())
def test_any_text_gives_16_hexadecimal_digits(text):
    assert re.fullmatch(r"[0-9a-f]{16}", of(text))


def test_a_known_fingerprint_stays_what_it_is():
    """Baselines in the field depend on it: a change here needs a new version and a note in the change log."""
    assert of("Poland hosts 8,500 soldiers.") == "ec9aeb366c6b8f77"


@given(st.lists(st.sampled_from(["aa", "bb", "cc"])))
def test_repeats_are_numbered_apart(fingerprints):
    unique = numbered(fingerprints)

    assert len(set(unique)) == len(unique)
    assert [one.split(":")[0] for one in unique] == fingerprints
