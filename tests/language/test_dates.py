"""What interval each written date says, and that no other number or word is taken for a date."""

import datetime as dt

import pytest

from checker.language.dates import find_timexes
from checker.language.timex import Timex


def interval(timex: Timex) -> str:
    """ "2024-05-14/2024-05-15", half-open; a side that is not known is "..", as in ISO 8601-2."""
    return "/".join(str(date) if date else ".." for date in (timex.date_start, timex.date_end))


def dates(text: str, anchor: dt.date | None = None) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], interval(t)) for t in find_timexes(text, anchor) if t.kind == "date"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on 14 May 2024.", [("14 May 2024", "2024-05-14/2024-05-15")]),
        ("It opened on May 14, 2024.", [("May 14, 2024", "2024-05-14/2024-05-15")]),
        ("It opened May 14 2024", [("May 14 2024", "2024-05-14/2024-05-15")]),
        ("the 14th of May 2024", [("the 14th of May 2024", "2024-05-14/2024-05-15")]),
        ("the fourteenth of May, 2024", [("the fourteenth of May, 2024", "2024-05-14/2024-05-15")]),
        ("May the 4th, 2024", [("May the 4th, 2024", "2024-05-04/2024-05-05")]),
        ("Sept. 3, 2021", [("Sept. 3, 2021", "2021-09-03/2021-09-04")]),
        ("3 Sep 2021", [("3 Sep 2021", "2021-09-03/2021-09-04")]),
        ("on 28 June of 2020", [("28 June of 2020", "2020-06-28/2020-06-29")]),
        ("9 November nineteen eighty-nine", [("9 November nineteen eighty-nine", "1989-11-09/1989-11-10")]),
        ("12 June '87", [("12 June '87", "1987-06-12/1987-06-13")]),
        ("on 2024-05-14, at last", [("2024-05-14", "2024-05-14/2024-05-15")]),
        ("2024-05-14T09:30:00Z", [("2024-05-14", "2024-05-14/2024-05-15")]),
        ("2024/5/14", [("2024/5/14", "2024-05-14/2024-05-15")]),
        ("25/03/2021", [("25/03/2021", "2021-03-25/2021-03-26")]),
        ("3/25/21", [("3/25/21", "2021-03-25/2021-03-26")]),
        ("07/07/2021", [("07/07/2021", "2021-07-07/2021-07-08")]),
        ("14.05.2024", [("14.05.2024", "2024-05-14/2024-05-15")]),
        ("05-Aug-2016", [("05-Aug-2016", "2016-08-05/2016-08-06")]),
        ("2019/aug/01", [("2019/aug/01", "2019-08-01/2019-08-02")]),
        ("Dec/2018", [("Dec/2018", "2018-12-01/2019-01-01")]),
        ("March 2024", [("March 2024", "2024-03-01/2024-04-01")]),
        ("in March, 2024", [("March, 2024", "2024-03-01/2024-04-01")]),
        ("in December of 1999", [("December of 1999", "1999-12-01/2000-01-01")]),
        ("dated 2024-05", [("2024-05", "2024-05-01/2024-06-01")]),
        ("9999-12-31", [("9999-12-31", "../..")]),
        ("9998-12-31", [("9998-12-31", "9998-12-31/9999-01-01")]),
    ],
)
def test_days_and_months(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 2014 to 2022", [("2014 to 2022", "2014-01-01/2023-01-01")]),
        ("the years 2014–2022", [("2014–2022", "2014-01-01/2023-01-01")]),
        ("between 2014 and 2022", [("2014 and 2022", "2014-01-01/2023-01-01")]),
        ("the war of 1914-18", [("1914-18", "1914-01-01/1919-01-01")]),
        ("14–16 March 2024", [("14–16 March 2024", "2024-03-14/2024-03-17")]),
        ("from 3 to 17 March 2024", [("3 to 17 March 2024", "2024-03-03/2024-03-18")]),
        ("March 3-17, 2024", [("March 3-17, 2024", "2024-03-03/2024-03-18")]),
        ("12 May–3 June 2023", [("12 May–3 June 2023", "2023-05-12/2023-06-04")]),
        ("28 December to 3 January 2024", [("28 December to 3 January 2024", "2023-12-28/2024-01-04")]),
        ("May to July 2021", [("May to July 2021", "2021-05-01/2021-08-01")]),
        ("between May and July 2021", [("May and July 2021", "2021-05-01/2021-08-01")]),
        ("November to February 2020", [("November to February 2020", "2019-11-01/2020-03-01")]),
        ("June 2019-September 2021", [("June 2019-September 2021", "2019-06-01/2021-10-01")]),
        (
            "Monday 4 March to Sunday 28 April 2024",
            [("Monday 4 March to Sunday 28 April 2024", "2024-03-04/2024-04-29")],
        ),
        ("from the 1950s to the 1970s", [("the 1950s to the 1970s", "1950-01-01/1980-01-01")]),
        ("the 11th and 12th centuries", [("the 11th and 12th centuries", "1000-01-01/1200-01-01")]),
        ("Q3 2023 to Q1 2024", [("Q3 2023 to Q1 2024", "2023-07-01/2024-04-01")]),
        ("10/22/2018-10/31/2018", [("10/22/2018-10/31/2018", "2018-10-22/2018-11-01")]),
        ("mayor, 2014–present", [("2014–present", "2014-01-01/2015-01-01")]),
    ],
)
def test_a_range_is_one_expression(text: str, expected: list[tuple[str, str]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("the 1990s", ("the 1990s", "1990-01-01/2000-01-01"), "decade"),
        ("in the '90s", ("the '90s", "1990-01-01/2000-01-01"), "decade"),
        ("in the ’20s", ("the ’20s", "2020-01-01/2030-01-01"), "decade"),
        ("the sixties", ("the sixties", "1960-01-01/1970-01-01"), "decade"),
        ("the 1800s", ("the 1800s", "1800-01-01/1900-01-01"), "century"),
        ("the 19th century", ("the 19th century", "1800-01-01/1900-01-01"), "century"),
        ("a twentieth-century house", ("twentieth-century", "1900-01-01/2000-01-01"), "century"),
        ("Q3 2025", ("Q3 2025", "2025-07-01/2025-10-01"), "quarter"),
        ("2025-Q3", ("2025-Q3", "2025-07-01/2025-10-01"), "quarter"),
        ("the third quarter of 2024", ("the third quarter of 2024", "2024-07-01/2024-10-01"), "quarter"),
        ("H1 2024", ("H1 2024", "2024-01-01/2024-07-01"), "half"),
        ("the second half of 2023", ("the second half of 2023", "2023-07-01/2024-01-01"), "half"),
        ("in 2022-23", ("2022-23", "2022-04-01/2023-04-01"), "year"),
        ("by 2026/27", ("2026/27", "2026-04-01/2027-04-01"), "year"),
        ("FY2024/25", ("FY2024/25", "2024-04-01/2025-04-01"), "year"),
        ("financial year 2022-23", ("financial year 2022-23", "2022-04-01/2023-04-01"), "year"),
        ("fiscal 2023", ("fiscal 2023", "2022-10-01/2023-10-01"), "year"),
        ("FY24", ("FY24", "2023-10-01/2024-10-01"), "year"),
        ("the 2023/24 season", ("2023/24", "2023-07-01/2024-07-01"), "year"),
        ("autumn of 2021", ("autumn of 2021", "2021-09-01/2021-12-01"), "season"),
        ("the fall of 2021", ("the fall of 2021", "2021-09-01/2021-12-01"), "season"),
        ("winter 2023-24", ("winter 2023-24", "2023-12-01/2024-03-01"), "season"),
        ("Christmas 2024", ("Christmas 2024", "2024-12-25/2024-12-26"), "day"),
        ("New Year’s Day 2023", ("New Year’s Day 2023", "2023-01-01/2023-01-02"), "day"),
        ("Easter 2024", ("Easter 2024", "2024-03-31/2024-04-01"), "day"),
        ("Good Friday 2021", ("Good Friday 2021", "2021-04-02/2021-04-03"), "day"),
        ("Thanksgiving 2022", ("Thanksgiving 2022", "2022-11-24/2022-11-25"), "day"),
        ("AD 79", ("AD 79", "0079-01-01/0080-01-01"), "year"),
        ("in 44 BC", ("44 BC", "../.."), "year"),
        ("in the year 12026", ("the year 12026", "../.."), "year"),
        ("the first week of May 2023", ("the first week of May 2023", "2023-05-01/2023-05-08"), "week"),
        ("the last four months of 2021", ("the last four months of 2021", "2021-09-01/2022-01-01"), "month"),
        ("the first Monday in May 2024", ("the first Monday in May 2024", "2024-05-06/2024-05-07"), "day"),
        ("the week of 14 May 2024", ("the week of 14 May 2024", "2024-05-13/2024-05-20"), "week"),
        ("for the year to 31 March 2025", ("the year to 31 March 2025", "2024-04-01/2025-04-01"), "year"),
        ("six months ended June 2024", ("six months ended June 2024", "2024-01-01/2024-07-01"), "month"),
        ("week ending 8 March 2024", ("week ending 8 March 2024", "2024-03-02/2024-03-09"), "week"),
    ],
)
def test_longer_periods(text: str, expected: tuple[str, str], precision: str) -> None:
    assert dates(text) == [expected]
    assert find_timexes(text)[0].precision == precision


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("early 2024", ("early 2024", "2024-01-01/2024-05-01")),
        ("mid-2024", ("mid-2024", "2024-05-01/2024-09-01")),
        ("late 2024", ("late 2024", "2024-09-01/2025-01-01")),
        ("the late 1950s", ("the late 1950s", "1957-01-01/1960-01-01")),
        ("mid-March 2024", ("mid-March 2024", "2024-03-11/2024-03-22")),
        ("the end of July 2023", ("the end of July 2023", "2023-07-22/2023-08-01")),
        ("the beginning of the 19th century", ("the beginning of the 19th century", "1800-01-01/1833-01-01")),
    ],
)
def test_a_part_of_a_period_is_a_third_of_it(text: str, expected: tuple[str, str]) -> None:
    assert dates(text) == [expected]
    assert find_timexes(text)[0].approximate


@pytest.mark.parametrize(
    ("text", "relation", "preposition"),
    [
        ("It runs until 2030.", "until", "until "),
        ("since 2014", "since", "since "),
        ("by the end of 2025", "by", "by "),
        ("as of early 2026", "as_of", "as of "),
        ("prior to 1 May 2020", "before", "prior to "),
        ("on or after 1 March 2025", "from", "on or after "),
        ("no later than 3 May 2025", "by", "no later than "),
        ("from 2014 to 2022", "during", "from "),
        ("post-2015", "after", "post-"),
        ("the 2018 summit", "", ""),
    ],
)
def test_relation(text: str, relation: str, preposition: str) -> None:
    (timex,) = find_timexes(text)
    assert timex.relation == relation
    assert text[timex.relation_start : timex.start] == preposition


@pytest.mark.parametrize(
    ("text", "weekday", "impossible"),
    [
        ("Thursday 14 May 2024", 3, False),
        ("Tues., May 14, 2024", 1, False),
        ("14 May 2024 (Thursday)", 3, False),
        ("May 14, 2024, a Thursday", 3, False),
        ("14 May 2024", None, False),
        ("Monday, Feb. 30", 0, True),
        ("31 April", None, True),
        ("29 February 2023", None, True),
        ("29 February 2024", None, False),
        ("2023-02-29", None, True),
        ("32 January 2024", None, True),
    ],
)
def test_weekdays_and_impossible_days(text: str, weekday: int | None, impossible: bool) -> None:
    (timex,) = find_timexes(text)
    assert (timex.start, timex.end) == (0, len(text))
    assert (timex.weekday, timex.impossible) == (weekday, impossible)
    assert (timex.date_start is None) == impossible


@pytest.mark.parametrize(
    ("day_first", "expected"),
    [(None, "../.."), (True, "2021-03-05/2021-03-06"), (False, "2021-05-03/2021-05-04")],
)
def test_day_and_month_in_figures_stay_open_until_settled(day_first: bool | None, expected: str) -> None:
    (timex,) = find_timexes("05/03/2021", day_first=day_first)
    assert interval(timex) == expected
    assert timex.ambiguous == (day_first is None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march; she sat in the sun and the second may fall.",
        "May I come in? March on. Theresa May said so.",
        "hot spring, spring onions, the fall of Rome",
        "one-on-one, Level 4, Article 5, Section 31 may apply",
        "99/99/9999 and 0000-00-00 and 2024-13-01",
        "its 150th year, or even its 150th year in them",
        "version 10.12.2013.4, ratio 3/4, 24/7 service",
        "call 555-2014 or 020 2014 2015",
    ],
)
def test_words_and_figures_that_are_no_dates(text: str) -> None:
    assert dates(text) == []


def test_a_list_of_days_shares_its_month() -> None:
    assert dates("on 3, 10 and 17 March 2023") == [
        ("3", "2023-03-03/2023-03-04"),
        ("10", "2023-03-10/2023-03-11"),
        ("17 March 2023", "2023-03-17/2023-03-18"),
    ]


def test_the_year_behind_a_list_belongs_to_all_of_it() -> None:
    assert dates("on 19 September and 7 October 1777, then in March, June and July 2020") == [
        ("19 September", "1777-09-19/1777-09-20"),
        ("7 October 1777", "1777-10-07/1777-10-08"),
        ("March", "2020-03-01/2020-04-01"),
        ("June", "2020-06-01/2020-07-01"),
        ("July 2020", "2020-07-01/2020-08-01"),
    ]


def test_long_text_takes_linear_time_and_keeps_its_offsets() -> None:
    one = "On 14 May 2024 the first week of the last month of the year began; "
    found = find_timexes(one * 300, dt.date(2024, 6, 1))
    each = len(find_timexes(one, dt.date(2024, 6, 1)))
    assert len(found) == 300 * each
    assert found[-each].start - found[0].start == 299 * len(one)


@pytest.mark.parametrize("piece", ["the end of ", "1, ", "2014-", "'", "(", "1/", "from 3 to "])
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    assert len(find_timexes(piece * 4000)) <= 4000
