"""Which figures of running text belong together, and which do not."""

import datetime as dt

import pytest

from checker.articles import read_article
from checker.claims.extract import extract

PUBLISHED = dt.date(2025, 6, 15)


def frames(text: str, kind: str) -> list[dict[str, list[str]]]:
    """The frames of one kind in a text, each as the texts of its members by slot."""
    extraction = extract(read_article(text, "article.md", PUBLISHED))
    texts = dict(zip(extraction.claims["claim"], extraction.claims["text"], strict=True))
    found: dict[int, dict[str, list[str]]] = {}
    for row in extraction.frames.to_dict("records"):
        if row["kind"] == kind:
            found.setdefault(row["frame"], {}).setdefault(row["slot"], []).append(texts[row["claim"]])
    return list(found.values())


TOTALS = [
    ("It bought six instruments: two violas, three cellos and a bass.",
        ["two violas", "three cellos", "a bass"], "six instruments"),
    ("It spent £6.2m on roads, £3.5m on roofs and £1.9m on parks, or £11.6m in "
        "all.", ["£6.2m", "£3.5m", "£1.9m"], "£11.6m"),
    ("One lender gave £180 million and another £60 million, making £240 million in "
        "all.", ["£180 million", "£60 million"], "£240 million"),
    ("In August 41 cases were confirmed and another 16 suspected, which made 57 in all.", ["41 cases", "16"], "57"),
    ("Twelve bugs were fixed in May. Another five were fixed in June, making 17 in "
        "all.", ["Twelve bugs", "five"], "17"),
    ("The outdoor unit weighs 98 kg and the indoor one 41 kg. Together they come to 139 "
        "kg.", ["98 kg", "41 kg"], "139 kg"),
    ("All 45 delegates voted: 27 were in favour, six against and 12 abstained.", ["27", "six", "12"], "45 delegates"),
    ("Of its 31 members, 17 voted for the plan and nine against; the other five were "
        "away.", ["17", "nine", "five"], "31 members"),
    ("It shipped 100,000 litres. Of that, 61,000 litres went to shops, 30,000 to pubs and the balance of 9,000 abroad.",
     ["61,000 litres", "30,000", "9,000"], "100,000 litres"),
    ("There are forty on the payroll, of whom 26 are women and 14 are men.", ["26", "14"], "forty"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts", "total"), TOTALS)
def test_parts_and_total(text, parts, total):
    assert frames(text, "total") == [{"part": parts, "total": [total]}]


@pytest.mark.parametrize(
    "text",
    [
        "The company runs 84 pubs, including 31 in Derby, 12 in Nottingham and nine in Sheffield.",
        "Grants, among them £750,000 for pumps and £400,000 for shelters, came to £3m.",
        "Steelwork cost £1.4m of the bill, groundworks £1.1m, and design the remaining £600,000.",
        "The club has 400 members: 30 joined this year and 12 left.",
        "They tested 1,200 women; 276 of them were short of iron and 84 were anaemic.",
        "The shop sold 40 bikes in May, 35 in June and 20 in July.",
        "Prices rose by £4 to £12, and the total for a family came to £31.",
    ],
)
def test_no_total(text):
    assert frames(text, "total") == []


CHANGES = [
    ("Visits rose from 40,000 in 2022 to 46,000 in 2023, an increase of 15%.",
     {"from": ["40,000"], "to": ["46,000"], "share": ["15%"], "direction": ["rose"]}),
    ("Profit climbed to €37.8m from €31.5m, a gain of 20%.",
     {"from": ["€31.5m"], "to": ["€37.8m"], "share": ["20%"], "direction": ["climbed"]}),
    ("Revenue rose by 18%, from £412m to £486m.",
     {"from": ["£412m"], "to": ["£486m"], "share": ["18%"], "direction": ["rose"]}),
    ("Infections have halved, from 90 in the year to June to 45.",
     {"from": ["90"], "to": ["45"], "factor": ["halved"], "direction": ["halved"]}),
    ("The number fell by 48, from 212 to 164.",
     {"from": ["212"], "to": ["164"], "amount": ["48"], "direction": ["fell"]}),
    ("Repairs cost £11.4m, up from £9.5m a year before, an increase of a fifth.",
     {"from": ["£9.5m"], "to": ["£11.4m"], "share": ["a fifth"], "direction": ["up"]}),
    ("Refusals dropped by three percentage points, from 18% to 15%.",
     {"from": ["18%"], "to": ["15%"], "points": ["three percentage points"], "direction": ["dropped"]}),
    ("Trade came to €4.1bn in 2022 and €3.3bn in 2024, a fall of a fifth.",
     {"from": ["€4.1bn"], "to": ["€3.3bn"], "share": ["a fifth"]}),
    ("The bill goes up from £1,840 to £1,932, an increase of £92, or 5%.",
     {"from": ["£1,840"], "to": ["£1,932"], "amount": ["£92"], "share": ["5%"], "direction": ["goes up"]}),
    ("The price drops from £34 to £27.20, a saving of 20%.",
     {"from": ["£34"], "to": ["£27.20"], "share": ["20%"], "direction": ["drops"]}),
    ("The median fell by 120 ms to 340 ms, a drop of 26%.",
     {"amount": ["120 ms"], "to": ["340 ms"], "share": ["26%"], "direction": ["by"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "members"), CHANGES)
def test_change(text, members):
    assert frames(text, "change") == [members]


def test_change_against_two_bases():
    text = "It carried out 4,212 repairs, which is 8% more than the 3,900 of 2024 and 30% more than the 3,240 of 2023."
    assert [(frame["from"], frame["to"], frame["share"]) for frame in frames(text, "change")] == [
        (["3,900"], ["4,212 repairs"], ["8%"]),
        (["3,240"], ["4,212 repairs"], ["30%"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sales fell by £6m to £38m.",
        "Children from six to fifteen pay half.",
        "The club rose from tenth place to fourth.",
        "Prices range from £16 to £24.",
    ],
)
def test_no_change(text):
    assert [
        frame for frame in frames(text, "change") if frame.keys() & {"share", "amount", "factor", "direction"}
    ] == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The loss went from £5m to £7m.", None),
        ("Growth slowed from 2% to 1%.", None),
        ("Numbers did not fall from 40 to 46.", None),
        ("The league champions climbed from 14 to 9 points.", None),
        ("The margin narrowed from 11.2% to 10.4%.", ["narrowed"]),
        ("Satisfaction slid to 78% from 84%.", ["slid"]),
        ("The vote shrank to 12,900, yet the lead widened from 1,100.", None),
    ],
)
def test_direction(text, direction):
    assert [frame.get("direction") for frame in frames(text, "change") or [{}]] == [direction]


RATIOS = [
    ("They gave away a third of 900, or 300.", {"ratio": ["a third"], "whole": ["900"], "part": ["300"]}),
    ("One in five (20%) will fall ill.", {"ratio": ["One in five"], "percent": ["20%"]}),
    ("About one in sixteen patients, or 6%, came back.", {"ratio": ["About one in sixteen"], "percent": ["6%"]}),
    ("They ringed 2,700 chicks, a third of them, or 900, on Skarn.",
     {"ratio": ["a third"], "whole": ["2,700 chicks"], "part": ["900"]}),
    ("Of the 36 lifejackets she saw, a third, 12 in all, had torn straps.",
     {"ratio": ["a third"], "whole": ["36 lifejackets"], "part": ["12"]}),
    ("Of the 240 people who finished, 180, or three-quarters, slept well.", None),
    ("They tested 1,200 women and found that 276 of them, or 23%, were short of iron.",
     {"ratio": ["23%"], "whole": ["1,200 women"], "part": ["276"]}),
    ("In the audit, 172 of the 240 people who finished, or 72%, slept well.",
     {"ratio": ["72%"], "whole": ["240 people"], "part": ["172 of the 240 people"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "members"), RATIOS)
def test_ratio(text, members):
    assert frames(text, "ratio") == ([members] if members else [])


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("It is 161 km (100 miles) away.", {"given": ["161 km"], "converted": ["100 miles"]}),
        ("The lake is 19 km long (12 miles).", {"given": ["19 km"], "converted": ["12 miles"]}),
        ("Keep it at 60 °C (140 °F) or above.", {"given": ["60 °C"], "converted": ["140 °F"]}),
        ("It runs at 9.5 knots (17.6 km/h).", {"given": ["9.5 knots"], "converted": ["17.6 km/h"]}),
    ],
)
def test_conversion(text, members):
    assert frames(text, "conversion") == [members]


@pytest.mark.parametrize(
    "text", ["It is 12 km from the sea and 8 miles from the city.", "A mile (8 minutes) away.", "It cost £10 ($12)."]
)
def test_no_conversion(text):
    assert frames(text, "conversion") == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Last year 1,250 patients attended 9,000 appointments, an average of 7.2 for each patient.",
         {"count": ["1,250 patients"], "total": ["9,000 appointments"], "each": ["7.2"]}),
        ("It placed 24 million shares at 250p each, which raised £60m.",
         {"count": ["24 million shares"], "each": ["250p each"], "total": ["£60m"]}),
        ("The fund gave £84,000 to 21 gardens, £4,000 each.",
         {"total": ["£84,000"], "count": ["21 gardens"], "each": ["£4,000 each"]}),
    ],
)  # fmt: skip
def test_average(text, members):
    assert frames(text, "average") == [members]


@pytest.mark.parametrize(
    "text",
    [
        "Tickets cost £12 each for adults and £8 for children.",
        "The works has 40 staff, who make on average 6 tiles an hour.",
        "A family of four pays £12 each and £3 for the car, £51.",
    ],
)
def test_no_average(text):
    assert frames(text, "average") == []


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Voters were asked to name only one issue: 38% chose rent, 32% jobs, 21% crime and 9% "
            "schools.", ["38%", "32%", "21%", "9%"]),
        ("Of the seats, 46% are in the north and 28% in the south; the remaining 26% float.", ["46%", "28%", "26%"]),
        ("In all, 41% came by bus, 33% drove and 26% walked. Nobody gave any other answer.", ["41%", "33%", "26%"]),
    ],
)  # fmt: skip
def test_shares(text, shares):
    assert [frame["share"] for frame in frames(text, "shares")] == [shares]


@pytest.mark.parametrize(
    "text",
    [
        "In all, 41% came by bus, 33% drove and 26% walked.",
        "Free to tick as many boxes as they liked, 70% said comfort, 48% cost and 35% the view. No "
        "other answer was given.",
        "The share fell from 18% to 15%, and the rest stayed away.",
        "Some 12% were short of iron, against 30% a year before, and the remaining patients were well.",
    ],
)
def test_no_shares(text):
    assert frames(text, "shares") == []


@pytest.mark.parametrize(
    ("text", "words", "figures"),
    [
        ("Cancel within thirty (45) days.", "within thirty (45) days", "45"),
        ("It made half a million (50,000) tiles.", "half a million (50,000) tiles", "50,000"),
    ],
)
def test_words_and_figures(text, words, figures):
    assert frames(text, "words") == [{"words": [words], "figures": [figures]}]


@pytest.mark.parametrize(
    "text", ["There are two reasons: (1) the cost and (2) the noise.", "Anna is seven (see page 4)."]
)
def test_no_words_and_figures(text):
    assert frames(text, "words") == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Polling is on Thursday 14 May 2024.", [{"weekday": ["Thursday"], "date": ["Thursday 14 May 2024"]}]),
        ("Polling is on 14 May 2024.", []),
        ("By the old style it was Sunday 9 January 1905.", []),
    ],
)
def test_weekday(text, members):
    assert frames(text, "weekday") == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("She polled 1,304 votes to the 1,118 cast for her rival, a majority of 186.",
         [{"first": ["1,304 votes"], "second": ["1,118 cast"], "difference": ["186"]}]),
        ("It rose from 29% to 45%, and 13% of one group fell ill, against 29% of the other, a gap of "
            "16 percentage points.", []),
        ("She polled 1,304 votes, a majority of 186.", []),
    ],
)  # fmt: skip
def test_difference(text, members):
    assert frames(text, "difference") == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("It seats 480, twice as many as the 300 of the old one.",
         {"part": ["480"], "factor": ["twice"], "whole": ["300"]}),
        ("It carries 1,200 people, double the 800 that its predecessor took.",
         {"part": ["1,200 people"], "factor": ["double"], "whole": ["800"]}),
        ("It made 30,000 bottles. That was twice the output of its neighbour, which managed 22,000.",
         {"part": ["30,000 bottles"], "factor": ["twice"], "whole": ["22,000"]}),
        ("It sold 45,000 copies, half as many as her first, which sold 60,000.",
         {"part": ["45,000 copies"], "factor": ["half"], "whole": ["60,000"]}),
        ("The old pump moved 40 litres a minute. The new one moves 70, three times as much.",
         {"whole": ["40 litres a minute"], "part": ["70"], "factor": ["three times"]}),
        ("It costs £720. That is twice the price of the old one, which came with a bag worth £60.", None),
        ("Half of the 60 seats went to women, twice the 15 of 2019.", None),
        ("It sold 3,000 tickets, but not double the 2,000 of last year.", None),
        ("She has 12 staff, three times as many as her rival, who runs 4 garages.", None),
    ],
)  # fmt: skip
def test_how_many_times(text, members):
    assert frames(text, "ratio") == ([members] if members else [])


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Smith scored 31 points, five more than Jones, who had 24.", (["31 points"], ["24"], ["five"])),
        ("Rovers have 61 points. United, on 55, are eight points behind them.",
         (["61 points"], ["55"], ["eight points"])),
        ("Rovers, on 61 points, lead United, on 55, by eight points.", (["61 points"], ["55"], ["eight points"])),
        ("It takes 95 minutes. The tram will do it in 70, which saves 25 minutes.",
         (["95 minutes"], ["70"], ["25 minutes"])),
        ("The Mill costs £3,150. Its rival costs £3,900, so that the Mill is £750 cheaper.",
         (["£3,150"], ["£3,900"], ["£750"])),
        ("It weighs 12 kg. The old one weighed 15, and the case adds 2 kg.", None),
        ("The bill came to £90. We paid £60, and saved £50 on the hotel.", None),
        ("He has 31 caps, six more than his brother, who retired at 28.", None),
        ("The bus takes 41 minutes. The new bus, the 26, saves 11 minutes.", None),
        ("The hall holds 90 people. There are 60 chairs, 20 fewer than promised.", None),
    ],
)  # fmt: skip
def test_how_much_more(text, members):
    expected = [dict(zip(("first", "second", "difference"), members, strict=True))] if members else []
    assert frames(text, "difference") == expected


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("In six days we rode 222 km and used 1,998 watt-hours, or 12 for every kilometre.",
         [{"count": ["222 km"], "total": ["1,998 watt-hours"], "each": ["12"]}]),
        ("They walked 180 miles in 12 days, an average of 20 miles a day.",
         [{"total": ["180 miles"], "count": ["12 days"], "each": ["20 miles a day"]}]),
        ("The council has 18 vans and spent £54,000 on fuel, or £1,500 per van and year.", []),
        ("Over 5 days 12 climbers drank 180 litres, three litres a day each.", []),
    ],
)  # fmt: skip
def test_average_named_by_its_divisor(text, members):
    assert frames(text, "average") == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("It opened in 1988. In 2018, twenty years after it was opened, the roof leaked.",
         {"event": ["1988"], "years": ["twenty years"], "date": ["2018"]}),
        ("The first trains used the tunnel in May 1994. In 2014, thirty years after the tunnel was opened, it shut.",
         {"event": ["May 1994"], "years": ["thirty years"], "date": ["2014"]}),
        ("He was elected in 1997. In 2012, ten years after his election, he stood down.",
         {"event": ["1997"], "years": ["ten years"], "date": ["2012"]}),
        ("The 80-year-old club, founded in 1960, will move.", {"event": ["1960"], "years": ["80-year-old"]}),
        ("He was elected in 1997 and again in 2002. In 2012, ten years after his election, he stood down.", None),
        ("The bridge opened in 1971. In 2021, forty years after the war ended, a plaque was put up.", None),
        ("The shop opened in 1990. In 2010, thirty years after she opened her shop in Oslo, she retired.", None),
        ("The 40-year-old conductor, who founded the orchestra in 2010, is on tour.", None),
    ],
)  # fmt: skip
def test_years_after_an_event(text, members):
    assert frames(text, "elapsed") == ([members] if members else [])


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("The project cost £412m, and the city paid £120m. They voted against the £412bn line.", ["£412m", "£412bn"]),
        ("The shop was sold for £48m in June. The £48bn sale pays off a debt.", ["£48m", "£48bn"]),
        ("The tunnel cost £3bn. Repairs to the station roof cost £3m.", []),
        ("It raised $2.5m in 2012. In 2021 it raised $2.5bn.", []),
        ("Shares in the group, worth £2.4bn, rose. Critics dislike the £2.4m bonus of its head.", []),
        ("It scans the 1,000 domains of the state. The list holds the 1 million domains most visited.", []),
        ("The film scored 9.5, and 9.5 million people have seen it.", []),
        ("The planet is 1.2 million km from the star, and 1.2 billion km from us.", []),
    ],
)
def test_magnitude(text, members):
    found = frames(text, "magnitude")
    assert [frame["smaller"] + frame["larger"] for frame in found] == ([members] if members else [])
