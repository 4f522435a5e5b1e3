"""Sums that are told over several sentences: shares, differences, factors, steps in time and what is celebrated."""

import datetime as dt

import pytest

import checker

PUBLISHED = dt.date(2024, 5, 20)
RULES = (
    "shares-not-100",
    "difference-mismatch",
    "change-mismatch",
    "ratio-mismatch",
    "calendar-mismatch",
    "percent-or-points",
    "total-mismatch",
    "average-mismatch",
    "direction-mismatch",
    "impossible-value",
    "count-mismatch",
)

OFF = [
    ("shares-not-100", "Cheese brings in 58% of turnover, butter a further 27%. The rest is whey, with the other 25%."),
    ("shares-not-100", "The core was clay (46%) and silt (31%). Sand made up the remaining 13%."),
    (
        "shares-not-100",
        "The founders own 52% and Calder 35%, leaving the staff trust as the only other owner with 18%.",
    ),
    ("shares-not-100", "Of them 41% chose rent, while 33% chose jobs and 14% crime. No other answer was given."),
    (
        "difference-mismatch",
        "The bridge is 412 metres long. The old one measured 384 metres. The extra 38 metres cost £2m.",
    ),
    ("difference-mismatch", "It fetched £12,000 in 2009. Last night it fetched £31,000. That is a gain of £17,000."),
    ("difference-mismatch", "Astley polled 18,450 votes against 17,346 for Burke. A majority of 1,204 is slim."),
    ("change-mismatch", "The number of rooms has doubled. There were 45 before the road came and there are 70 now."),
    ("ratio-mismatch", "One pupil in eight could not read the board. That 20% had gone unnoticed."),
    ("calendar-mismatch", "The album came out in 1973.\n\nTwo years later, in 1977, the band broke up."),
    ("calendar-mismatch", "They left the hut on 14 June. Three days later, on 21 June, a signal was heard."),
    ("calendar-mismatch", "A frost came on 3 April. A fortnight afterwards, on 24 April, came another."),
    ("calendar-mismatch", "The warning came in June 2020. The following month, in September, the grid failed."),
    ("calendar-mismatch", "It was the 60th anniversary of the sinking of the Anna, which went down on 20 May 1955."),
    (
        "difference-mismatch",
        "Of them 78 voted for the bill and 61 against. Three were away. A majority of 19 on a bill is rare.",
    ),
    ("percent-or-points", "The turnout was 75%. That was an increase of 10% on the 60% of 2023."),
    ("ratio-mismatch", "It was tried on 18,000 volunteers. A third of the volunteers, or 9,000, got water."),
    (
        "total-mismatch",
        "It has:\n\n- €120m for wards;\n- €45m for roofs;\n- €30m for cars.\n\nThese three sums come to €215m.",
    ),
    (
        "total-mismatch",
        "Banks are owed €11m, suppliers €6.5m and the state €2.5m, which brings the debts to €22m in all.",
    ),
    ("average-mismatch", "In its first 27 days it sent 5,400 pictures, 300 a day on average."),
    (
        "average-mismatch",
        "Its 61,200 residents share 34 square kilometres, a density of 2,800 people per square kilometre.",
    ),
    ("change-mismatch", "The number stood at 160,000 in 2015 and had reached 176,000 in 2024, a rise of 16%."),
    ("change-mismatch", "Membership has gone up by 20% in twelve months, from 48,000 to 60,000."),
    ("direction-mismatch", "The median age declined over the decade, from 41.2 years in 2015 to 42.9."),
    (
        "calendar-mismatch",
        "It gave its first concert in 1921. A gala in May 2026 will mark the 100th anniversary of that concert.",
    ),
    (
        "impossible-value",
        "Of the respondents under 29, 64% said that they would vote; among those over 65 the figure was 103%.",
    ),
    ("impossible-value", "They completed 104% of the passes that they attempted."),
    (
        "count-mismatch",
        "Three marked paths lead to the rim: the Chapel Path, the Vineyard Way, the Mule Track and the Stair.",
    ),
    ("calendar-mismatch", "First held in 1969, the fair is marking half a century this weekend."),
]

RIGHT = [
    "Cheese brings in 58% of turnover, butter a further 27%. The rest is whey, with the other 15%.",
    "The core was clay (46%) and silt (31%). Sand made up the remaining 23%.",
    "Of the guests 60% were women; of these, 40% came by bus. The other 40% came by train.",
    "Sales rose by 46% in the north and by 31% in the south. The other 13% came from exports.",
    "The bridge is 412 metres long. The old one measured 384 metres. The extra 28 metres cost £2m.",
    "The bridge is 412 metres long. The old one measured 384 metres. The extra £38m came from the state.",
    "The school has 312 pupils. In 2020 it had 290 pupils. That is an increase of 15 on last year.",
    "Jurors voted 12 times. Marcus was convicted by a majority of ten to two.",
    "The team led by an early lead of 14 points. It won 31-19.",
    "The number of rooms has doubled. There were 45 before the road came and there are 92 now.",
    "Membership has doubled. The club had 45 boats before and has 70 boats now.",
    "The number of rooms will double. There were 45 before the road came and there are 70 now.",
    "One pupil in eight could not read the board. That 13% had gone unnoticed.",
    "The album came out in 1973.\n\nFour years later, in 1977, the band broke up.",
    "They left the hut on 14 June. A week later, on 21 June, a signal was heard.",
    "A frost came on 3 April. Three weeks afterwards, on 24 April, came another.",
    "The warning came in June 2020. The following month, in July, the grid failed.",
    "The hundredth anniversary of the first spadeful was marked in 2004 with a stamp.",
    "It was the 69th anniversary of the sinking of the Anna, which went down on 20 May 1955.",
    "The turnout was 75%. That was an increase of 25% on the 60% of 2023.",
    "It was tried on 18,000 volunteers. A third of the doctors, or 90, were told.",
    "It has:\n\n- €120m for wards;\n- €45m for roofs;\n- €30m for cars.\n\nThese three sums come to €195m.",
    "It has:\n\n- €120m for 3 wards at €40m each;\n- €45m for roofs.\n\nThese two sums come to €215m.",
    "The runner-up gets £10,000 and the third man £5,000, and women's prizes are the same, which brings it to £70,000.",
    "Banks are owed €11m, suppliers €6.5m and the state €2.5m, which brings the debts to €20m in all.",
    "In its first 27 days it sent 5,400 pictures, 200 a day on average.",
    "Its 61,200 residents share 34 square kilometres, a density of 1,800 people per square kilometre.",
    "Membership has gone up by 25% in twelve months, from 48,000 to 60,000.",
    "It is published in five languages: the four official ones and English.",
    "Of the county's 17 libraries, five are to close, namely Thornby, Eastgate, Nether Wick, Coldhurst and Marle.",
    "It gave its first concert in 1921. A gala in May 2021 marked the 100th anniversary of that concert.",
    "Sales reached 104% of the target that they set.",
    "First held in 1974, the fair is marking half a century this weekend.",
]


def found(text: str) -> list[str]:
    report = checker.check(text, published=PUBLISHED)
    return [finding.rule for finding in report.findings if finding.rule in RULES]


@pytest.mark.parametrize(("rule", "text"), OFF, ids=[text[:40] for _, text in OFF])
def test_what_does_not_add_up_is_found_once(rule: str, text: str) -> None:
    assert found(text) == [rule]


@pytest.mark.parametrize("text", RIGHT, ids=[text[:40] for text in RIGHT])
def test_what_adds_up_or_is_reckoned_from_others_is_left_alone(text: str) -> None:
    assert found(text) == []
