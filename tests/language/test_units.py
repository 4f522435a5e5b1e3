"""Units: conversion, and the units read behind and before figures."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.language.quantities import find_quantities
from checker.language.units import UNITS, convert, convert_difference, dimension, is_currency


@pytest.mark.parametrize(
    ("value", "here", "there", "expected"),
    [
        (1, "mile", "km", 1.609344),
        (26.2, "mile", "km", 42.165),
        (1, "foot", "inch", 12),
        (1, "acre", "hectare", 0.404686),
        (1, "stone", "pound", 14),
        (1, "tonne", "kg", 1000),
        (75, "celsius", "fahrenheit", 167),
        (140, "fahrenheit", "celsius", 60),
        (0, "kelvin", "celsius", -273.15),
        (1, "kilowatt_hour", "megajoule", 3.6),
        (1, "gigabyte", "megabit", 8000),
        (2, "week", "day", 14),
        (0.2, "fraction", "percent", 20),
        (25, "basis_point", "percentage_point", 0.25),
        (1, "barrel", "gallon", 42),
        (5, "GBP", "GBP", 5),
    ],
)
def test_convert(value, here, there, expected):
    assert convert(value, here, there) == pytest.approx(expected, rel=1e-4)


def test_convert_difference_ignores_where_a_scale_begins():
    assert convert_difference(5, "celsius", "fahrenheit") == pytest.approx(9)


@pytest.mark.parametrize(
    ("here", "there"), [("km", "kg"), ("USD", "GBP"), ("count", "km"), ("percent", "percentage_point")]
)
def test_what_measures_different_things_cannot_be_converted(here, there):
    with pytest.raises(ValueError, match="measure different things"):
        convert(1, here, there)


@given(st.sampled_from(sorted(UNITS)), st.sampled_from(sorted(UNITS)), st.floats(-1e6, 1e6))
def test_conversion_there_and_back(here, there, value):
    if dimension(here) == dimension(there):
        scale = max(1, abs(convert(1, there, here)))
        assert convert(convert(value, here, there), there, here) == pytest.approx(value, rel=1e-9, abs=1e-6 * scale)


def test_dimension_of_what_has_none():
    assert dimension("count") == ""
    assert dimension("GBP") == dimension("krone") == "currency"
    assert is_currency("EUR") and not is_currency("km")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        # Money
        ("£17.6 million", 17.6e6, "GBP"),
        ("£3.5bn", 3.5e9, "GBP"),
        ("$2.4 billion", 2.4e9, "USD"),
        ("$1.2T", 1.2e12, "USD"),
        ("$5M", 5e6, "USD"),
        ("US$50m", 50e6, "USD"),
        ("A$5", 5, "AUD"),
        ("C$3 million", 3e6, "CAD"),
        ("HK$10", 10, "HKD"),
        ("hk $ 4.15 billion", 4.15e9, "HKD"),
        ("€ 1,204", 1204, "EUR"),
        ("EUR 340", 340, "EUR"),
        ("CHF 4m", 4e6, "CHF"),
        ("47.5USD", 47.5, "USD"),
        ("85 MEUR", 85e6, "EUR"),
        ("64 USD million", 64e6, "USD"),
        ("10 €", 10, "EUR"),
        ("nine million yen", 9e6, "JPY"),
        ("260元", 260, "CNY"),
        ("450 Norwegian kroner", 450, "NOK"),
        ("450 Danish kroner", 450, "DKK"),
        ("450 kroner", 450, "krone"),
        ("450 kronor", 450, "SEK"),
        ("7,500 Swiss francs", 7500, "CHF"),
        ("18 million Australian dollars", 18e6, "AUD"),
        ("300 U.S. dollars", 300, "USD"),
        ("42 lakh rupees", 4.2e6, "rupee"),
        ("Rs 500 crore", 5e9, "INR"),
        ("R20m", 2e7, "ZAR"),
        ("R14.5 billion", 1.45e10, "ZAR"),
        ("R250 000", 250_000, "ZAR"),
        ("R1,200", 1200, "ZAR"),
        ("250p", 2.5, "GBP"),
        ("18.5p", 0.185, "GBP"),
        ("28 cents", 0.28, "USD"),
        ("two pounds fifty pence", 2.5, "GBP"),
        ("eleven dollars and sixty-five cents", 11.65, "USD"),
        ("ten pounds 50.", 10.5, "GBP"),
        ("418 million pounds", 418e6, "GBP"),
        ("-£5m", -5e6, "GBP"),
        ("£-5m", -5e6, "GBP"),
        ("billions of dollars", None, "USD"),
        # Shares
        ("5%", 5, "percent"),
        ("12.5 per cent", 12.5, "percent"),
        ("twenty percent", 20, "percent"),
        ("three percentage points", 3, "percentage_point"),
        ("a 2-percentage-point rise", 2, "percentage_point"),
        ("25 basis points", 25, "basis_point"),
        ("25bps", 25, "basis_point"),
        # Length, area, volume, mass
        ("37km", 37, "km"),
        ("a 4-inch pipe", 4, "inch"),
        ("nine-mile walk", 9, "mile"),
        ("415 kilometres", 415, "km"),
        ("6ft 2in", 6 + 2 / 12, "foot"),
        ("a 5-foot-9 man", 5 + 9 / 12, "foot"),
        ("5'9\" tall", 5 + 9 / 12, "foot"),
        ("5-1/2 miles", 5.5, "mile"),
        ("She ran 100m", 100, "m"),
        ("a 240-pound boxer", 240, "pound"),
        ("a 50-pound note", 50, "GBP"),
        ("5 feet and 4 inches", 5 + 4 / 12, "foot"),
        ("a 65 mm bolt", 65, "mm"),
        ("1.7m tall", 1.7, "m"),
        ("a depth of 30m", 30, "m"),
        ("a 3m fence", 3, "m"),
        ("2½ in thick", 2.5, "inch"),
        ("5m people", 5e6, "count"),
        ("2.1m passengers", 2.1e6, "count"),
        ("730 square metres", 730, "m2"),
        ("145 km2", 145, "km2"),
        ("12 sq ft", 12, "square_foot"),
        ("40ha", 40, "hectare"),
        ("1.8 litres", 1.8, "litre"),
        ("85ml", 85, "ml"),
        ("78kg", 78, "kg"),
        ("12 stone 7 lb", 12.5, "stone"),
        ("She lost 25 pounds", 25, "pound"),
        ("It costs 25 pounds", 25, "GBP"),
        ("21,600 tonnes", 21_600, "tonne"),
        ("half a mile", 0.5, "mile"),
        ("three-quarters of an hour", 0.75, "hour"),
        # Temperature
        ("37.4 °C", 37.4, "celsius"),
        ("82C", 82, "celsius"),
        ("(154F)", 154, "fahrenheit"),
        ("minus 12 degrees Celsius", -12, "celsius"),
        ("lows of -5C", -5, "celsius"),
        ("99.4 degrees F", 99.4, "fahrenheit"),
        ("26 degrees", 26, "degree"),
        # Energy, power, data, time
        ("7.3 gigawatt-hours", 7.3, "gigawatt_hour"),
        ("350MW", 350, "megawatt"),
        ("32-bit", 32, "bit"),
        ("250 MB", 250, "megabyte"),
        ("a two-hour talk", 2, "hour"),
        ("two and a half hours", 2.5, "hour"),
        ("2h 30m", 2.5, "hour"),
        ("a half-hour show", 0.5, "hour"),
        ("25 years", 25, "year"),
    ],
)
def test_unit(text, value, unit):
    (quantity,) = find_quantities(text)
    assert quantity.unit == unit
    if value is not None:
        assert quantity.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "unit", "per"),
    [
        ("£15 an hour", "GBP", "hour"),
        ("a £15-an-hour job", "GBP", "hour"),
        ("£52 a year", "GBP", "year"),
        ("£3.50 each", "GBP", "each"),
        ("$4/kg", "USD", "kg"),
        ("£310 a tonne", "GBP", "tonne"),
        ("$12 per head", "USD", "person"),
        ("70 mph", "mile", "hour"),
        ("96 km/h", "km", "hour"),
        ("164 miles an hour", "mile", "hour"),
        ("20 metres per second", "m", "second"),
        ("640,000 barrels a day", "barrel", "day"),
        ("12 per 1,000", "count", "1000"),
        ("three times a week", "count", "week"),
        ("twice a week", "count", "week"),
        ("three each year", "count", "year"),
        ("two daily flights", "count", "day"),
        ("$0.64 per diluted share", "USD", "share"),
        ("£5 per 100g", "GBP", "100 g"),
        ("12 deaths per million people", "count", "1000000"),
        ("500 cases of flu a week", "count", "week"),
        ("£120m from £110m a year earlier", "GBP", ""),
        ("30 people a day after the storm", "count", ""),
        ("two trains and a week of rain", "count", ""),
    ],
)
def test_divisor(text, unit, per):
    quantity = find_quantities(text)[0]
    assert (quantity.unit, quantity.per) == (unit, per)


def test_pence_and_pounds_are_one_currency():
    (pence,), (pounds,) = find_quantities("99p"), find_quantities("£0.99")
    assert math.isclose(pence.low, pounds.low) and pence.unit == pounds.unit
