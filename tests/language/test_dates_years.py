"""When a four-digit number is a year."""

import pytest

from checker.language.dates import find_timexes


def years(text: str) -> list[str]:
    return [text[t.start : t.end] for t in find_timexes(text) if t.kind == "date"]


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in <1871>.",
        "since <2014>, until <2030>, by <2025>",
        "the <2018> Helsinki summit",
        "The <2025> Alaska Summit",
        "the <2024> census and its <1991> borders",
        "meddling in <2016> election campaigns",
        "such as the <2026> tariff negotiations",
        "Helsinki (<2018>), Osaka (<2019>) and Anchorage (<2025>)",
        "<2024> was a good year.",
        "In the summer sales of <2023>, <2024> and <2025>",
        "<2019>, <2020> and <2021> were worse",
        "<2024>: a year in review",
        "<2024>",
        "The <2000> Olympics",
        "In <2018> people danced in the street.",
        "a fire in about <1890>",
        "the Act of <1832>",
        "up 4% on <2022>",
        "more than in <1066>",
        "Photograph: Ann Lee, <2019>.",
        "dating back to <1900>",
        "the sea in <2100>",
        "© <2024> The Courier",
        "the “<2030> plan”",
    ],
)
def test_years(text: str) -> None:
    plain = text.replace("<", "").replace(">", "")
    expected = [part.split(">")[0] for part in text.split("<")[1:]]
    assert [found.removeprefix("about ") for found in years(plain)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "2,024 votes and 1,990 people",
        "2000 people came; 1500 homes were lost",
        "in 2000 homes and 1500 flats",
        "at 2030 Main Street",
        "It cost $1999, or €2015.",
        "a total of 1950 and a crowd of 2020",
        "numbers rose by 1950 to 2010",
        "Windows 2000 and the Peugeot 2008 diesel",
        "the 1500 metres and the 2000-seat hall",
        "2024% of 1999.5 and 2015km",
        "room 2019; reference A2014; user@2020",
        "1234 and 0999 and 4711",
        "sold 2010 copies",
        "between 1500 and 2000 people",
    ],
)
def test_other_numbers(text: str) -> None:
    assert years(text) == []
