"""Numbers that name something are kept out of the quantities, and nothing else is."""

import pytest

from checker.language.labels import find_labels
from checker.language.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        # Numbered things
        "A Level 3 alert is in force.",
        "Article 5 was invoked; so were Articles 5 and 6.",
        "See section 3.2, Figure 2 and page 12.",
        "Pupils in grades 3 to 8 took it.",
        "On day one the pumps failed.",
        "It is a type 2 problem at stage 4.",
        "The number 12 bus stops there.",
        # Products, vessels, codes
        "She bought an iPhone 11 and a Peugeot 208.",
        "The S&P 500 slipped as the G20 met.",
        "Covid-19 spread.",
        "A Boeing 737-800 and an Airbus A380 landed.",
        "Users of Windows 10 complained.",
        "The Apollo 11 astronauts came home.",
        "A 3D screen, a 4K television and a 5G mast",
        "CO2, PM2.5, H1N1 and B2B",
        "Version 4.4.0 of the tool runs on Python 3.11.",
        "Take route 66, then Highway 101.",
        # Names in words
        "He served in World War Two.",
        "They call them the Big Four.",
        "It is a Number Nine shirt.",
        # Dates and times
        "In 2019 it closed; since 1990 it had run.",
        "The 1990s were hard, and so was the mid-2020s slump.",
        "Results for FY2024/25 and the 2022-23 season",
        "On 14 May 2024, May 14 and 30 September",
        "On 2024-05-14 or 5/3/2021",
        "From 3 to 17 March it is shut.",
        "At 8:15am, at 18:40, at 10am, at 7 p.m. and at 10 o'clock",
        "There is no bus after seven in the evening.",
        "It was built around 2010.",
        # Addresses and numbers to call
        "He lives at 10 Downing Street, she at 1600 Pennsylvania Avenue.",
        "The code is SW1A 2AA.",
        "Call 020 7946 0018, (555) 123-4567 or +44 20 7946 0018.",
        "See https://example.org/a/123?b=4 or write to desk12@example.org.",
        "ISBN 978-3-16-148410-0",
        "As shown before [12] and again [3, 4].",
        # Fixed expressions
        "They are open 24/7.",
        "Since 9/11 it has been 50/50.",
        "A one-on-one talk with one another",
        "No one knew which one of the boats it was.",
        "This one is the one that I like.",
        "He was one of the largest buyers.",
        "A five-star hotel and a three-digit code",
        "They aim for net zero.",
        "They zeroed in on a 3-for-1 split in the round of 16.",
        "She won a 10k race.",
        "Turn left on County Route 47B.",
        # Ordinals
        "The First World War, the 21st century and the 9th Circuit",
        "It came third, or 5th.",
    ],
)
def test_label(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In Leeds 300 people died.", ["300"]),
        ("Last week 300 people came.", ["300"]),
        ("Over 40 of its branches will go.", ["Over 40"]),
        ("On Monday 12 boats sank.", ["12"]),
        ("Some 2000 people came.", ["Some 2000"]),
        ("It holds 2000 people.", ["2000"]),
        ("There are over 2000 homes.", ["over 2000"]),
        ("They walked 2000 km in 2019.", ["2000 km"]),
        ("One person died and one man was hurt.", ["One", "one"]),
        ("Only one school closed.", ["one"]),
        ("11 shops and one warehouse", ["11", "one"]),
        ("Four died and one survived.", ["Four", "one"]),
        ("They now number 2,768.", ["2,768"]),
        ("A one-hour talk", ["one-hour"]),
        ("The 36 outlets were told.", ["36"]),
        ("The case of Halvik 2 took 14 days.", ["14 days"]),
        ("Council Approves 14 New Parks In Three Towns", ["14", "Three"]),
        ("9 ways to save", ["9"]),
        ("1. Bleed the 4 radiators", ["4"]),
        ("The page had 300 words.", ["300"]),
        ("A group of 20 walkers", ["20"]),
        ("The score of 9 out of 10", ["9 out of 10"]),
        ("Sub-5% growth", ["5%"]),
        ("It is 3x5m in size, or 4 x 6 metres.", ["3", "5m", "4", "6 metres"]),
    ],
)
def test_count_that_looks_like_a_label(text, figures):
    assert [text[q.start : q.end] for q in find_quantities(text)] == figures


def test_find_labels_gives_spans():
    text = "On page 12 of Article 5 stand 30 names."
    assert [text[start:end] for start, end in find_labels(text)] == ["12", "5"]
