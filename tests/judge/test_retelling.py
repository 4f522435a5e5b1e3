"""What a title or description retells of the text, on hand-written rows."""

import datetime as dt
import math

import pytest

from checker.claims.table import claims_table
from checker.judge.agreement import disagreements
from checker.judge.prepare import prepared
from checker.judge.retelling import match, retells, same_figure, same_time_retold, told_twice
from checker.judge.rows import rows_of


def figure(value, zone="body", **more):
    row = {"kind": "quantity", "zone": zone, "article": "a", "unit": "USD", "measure": "loss", "role": "level"}
    row |= {"low": value, "high": value, "value": value, "resolution": 0.5, "bound": "exact", "polarity": "affirmed"}
    words = {"terms": "airline loss", "near": "loss", "around": "airline loss report winter"}
    return row | words | more


def summary(value, **more):
    return figure(value, zone="description", **more)


def rows(*values):
    numbered = [
        {"claim": number, "block": number, "sentence_number": number} | row for number, row in enumerate(values)
    ]
    return rows_of(prepared(claims_table(numbered)))


def test_a_description_retells_the_text_and_a_title_no_description():
    title, description, body = rows(figure(1, zone="title"), summary(1), figure(1))

    assert retells(description, body)
    assert retells(body, title)
    assert not retells(title, description)
    assert not retells(body, body)


def test_a_description_retells_no_other_article():
    description, body = rows(summary(1), figure(1, article="b"))

    assert not retells(description, body)


@pytest.mark.parametrize(
    ("told", "text", "same"),
    [
        (summary(39_900), figure(39_900), True),
        (summary(40_000, resolution=5000), figure(39_600), True),  # a summary rounds
        (figure(39_600), summary(40_000, resolution=5000), False),  # and adds no digits
        (summary(100), figure(math.nan, low=100, high=math.inf, bound="more_than"), True),
        (summary(35), figure(math.nan, low=10, high=math.inf, bound="more_than"), False),
        (
            summary(math.nan, low=3.5, high=3.6, bound="range", resolution=0.05),
            figure(math.nan, low=3.5, high=3.8, bound="range", resolution=0.05),
            False,
        ),
    ],
)
def test_same_figure(told, text, same):
    assert same_figure(*rows(told, text)) is same


def test_what_both_give_is_told_twice():
    table = prepared(claims_table([summary(441), summary(97), figure(441), figure(437)]))

    assert told_twice(table) == [True, False, True, False]


def test_an_equal_figure_in_no_common_words_tells_nothing_twice():
    strange = {"terms": "tax", "near": "", "around": "tax", "measure": "tax"}

    assert told_twice(prepared(claims_table([summary(441), figure(441, **strange)]))) == [False, False]


def test_the_match_grows_with_the_words_in_common():
    told, close, distant = rows(summary(399), figure(299), figure(82, terms="loss", around="loss"))

    assert match(told, close) > match(told, distant)


@pytest.mark.parametrize(
    "other",
    [
        {"contrast": True},
        {"polarity": "negated"},
        {"role": "increase"},
        {"unit": "count", "measure": "island"},
    ],
)
def test_what_differs_cannot_match(other):
    unit = other.get("unit", "USD")

    assert match(*rows(summary(5, unit=unit), figure(3, **other))) == -math.inf


def test_of_the_whole_text_the_nearest_is_meant_however_often_it_comes():
    table = rows(summary(39), figure(29), figure(29), figure(12))

    kept = disagreements([0, 0, 0], [1, 2, 3], [8.0, 6.0, 7.0], [True, True, True], table)

    assert kept.tolist() == [True, True, False]


def year(value, zone="body", **more):
    span = {"date_start": dt.datetime(value, 1, 1), "date_end": dt.datetime(value + 1, 1, 1), "date_precision": "year"}
    return figure(math.nan, zone, kind="date", unit="", measure="", bound="", **span) | more


def test_dates_that_both_tell_are_told_twice_in_whatever_words():
    strange = {"terms": "tax", "near": "", "around": "tax"}

    assert told_twice(prepared(claims_table([year(2019, "title"), year(2019, **strange), year(2012)]))) == [
        True,
        True,
        False,
    ]


def test_a_date_left_over_is_held_against_one_of_its_precision_only():
    told, other, month = rows(year(1987, "description"), year(1997), year(1998, date_precision="month"))

    assert same_time_retold(told, other) > 0
    assert same_time_retold(told, month) == -math.inf
    assert same_time_retold(other, other) == -math.inf


@pytest.mark.parametrize(
    ("told", "text"),
    [
        pytest.param(
            year(2025, "description", date_relation="by"), year(2020), id="what is before a deadline is another day"
        ),
        pytest.param(
            year(2020, "description", date_end=dt.datetime(2020, 6, 1), date_precision="month"),
            year(2020),
            id="a year gives no month",
        ),
    ],
)
def test_a_date_is_told_only_by_its_own_days_and_as_exactly(told, text):
    assert told_twice(prepared(claims_table([told, text]))) == [False, False]


def test_a_figure_that_both_sentences_give_brings_their_dates_together():
    told, alike, other = rows(
        year(2024, "description", sentence="Sales were $5.2bn in 2024."),
        year(2023, sentence="It sold goods worth $5.2bn in 2023."),
        year(2023, sentence="It sold goods worth $7.1bn in 2023."),
    )

    assert same_time_retold(told, alike) == same_time_retold(told, other) + 1


def test_ranges_that_overlap_do_not_agree():
    apart = figure(math.nan, low=4, high=7, bound="range")
    table = rows(summary(math.nan, low=3, high=5, bound="range"), apart, figure(9))

    assert disagreements([0, 0], [1, 2], [3.0, 8.0], [False, True], table).tolist() == [False, True]
