"""What is said of a claim: its value as it was understood, in words that an editor would use."""

import datetime as dt
import math

import pytest

from checker.claims.table import claims_table
from checker.judge.context import Context
from checker.judge.rows import rows_of
from checker.judge.wording import claim_message, frame_message, label

INFINITE = math.inf


def row(**columns):
    return rows_of(claims_table([columns]))[0]


def quantity(low, high=None, bound="exact", unit="count", **columns):
    return row(kind="quantity", low=low, high=low if high is None else high, bound=bound, unit=unit, **columns)


def when(start, end, precision, kind="date", **columns):
    first, behind = dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end)
    return row(kind=kind, date_start=first, date_end=behind, date_precision=precision, **columns)


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        (quantity(8500, measure="soldier"), "8,500 soldiers"),
        (quantity(8500, measure="soldier", approximate=True), "about 8,500 soldiers"),
        (quantity(1, measure="soldier"), "1 soldier"),
        (quantity(200, INFINITE, "more_than", measure="sanction"), "more than 200 sanctions"),
        (quantity(200, INFINITE, "at_least", measure="person"), "at least 200 people"),
        (quantity(-INFINITE, 76, "less_than", measure="country"), "less than 76 countries"),
        (quantity(0, 30, "at_most", measure="bus"), "at most 30 bus"),
        (quantity(3, 5, "range", unit="percent"), "3 to 5%"),
        (quantity(12.4, unit="percent"), "12.4%"),
        (quantity(5, unit="percentage_point"), "5 percentage points"),
        (quantity(14_200_000, unit="GBP"), "14.2 million GBP"),
        (quantity(2_400_000_000, unit="USD"), "2.4 billion USD"),
        (quantity(15, unit="GBP", per="hour"), "15 GBP per hour"),
        (quantity(161, unit="km"), "161 km"),
        (quantity(3, measure="tax box"), "3 tax boxes"),
        (quantity(0.1 + 0.2), "0.3"),
        (quantity(7, measure="UN"), "7 UN"),
        (row(kind="quantity"), ""),
        (row(kind="duration", low=7.0, high=7.0, unit="day"), "7 days"),
        (when("2024-05-14", "2024-05-15", "day"), "Tuesday 14 May 2024"),
        (when("2024-05-01", "2024-06-01", "month"), "May 2024"),
        (when("1990-01-01", "2000-01-01", "decade"), "the 1990s"),
        (row(kind="date"), ""),
        (
            when("1998-01-01", "1999-01-01", "year", "event", subject="museum", predicate="open"),
            "museum open, 1998",
        ),
        (row(kind="event", predicate="sign", object="treaty", polarity="negated"), "sign treaty, denied"),
        (row(kind="name", entry="person", text="Priya Nair"), "Priya Nair"),
        (row(kind="phrase", text="experts"), ""),
        (row(kind="question"), ""),
    ],
)
def test_label(claim, words):
    assert label(claim) == words


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("{text} of {measure}", "8,500 soldiers of soldier"),
        ("no {place}", "no place"),
        ("{value}, {low}", "8,500, 8,500"),
        ("as of {as_of}, published {published}", "as of 5 March 2026, published an unknown day"),
        ("{label} until {date_end}", "8,500 soldiers until 1 January 2026"),
    ],
)
def test_message_about_a_claim(message, words):
    claim = quantity(8500.0, value=8500.0, measure="soldier", text="8,500 soldiers", date_end=dt.datetime(2026, 1, 1))
    known = Context(as_of=dt.date(2026, 3, 5))

    assert claim_message(message, claim, known) == words


def test_long_text_is_clipped_and_put_on_one_line():
    said = claim_message("{text}", row(text="many\n words " * 100), Context())

    assert len(said) == 120
    assert said.startswith("many words many")
    assert said.endswith("…")


def test_message_about_a_frame_takes_the_predicate_s_words():
    assert frame_message("{sum} on {as_of}", {"sum": 7, "rows": [1]}, Context(as_of=dt.date(2026, 1, 2))) == (
        "7 on 2 January 2026"
    )
