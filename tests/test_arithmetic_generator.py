"""True statements in many shapes never give an arithmetic finding; with one figure moved, nearly all of them do.

Each template draws the true values, with more digits than it prints, and writes them rounded, as an article does. With
`wrong` it moves one printed figure further than rounding can explain.
"""

import datetime as dt
import math
import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import checker

Draw = Callable[[int, int], int]  # a whole number between two others
Template = Callable[[Draw, bool], str]

PUBLISHED = dt.date(2025, 6, 18)
TEMPLATES: dict[str, Template] = {}
WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NAMES = ["Ashby", "Thorne", "Kelham", "Marrow", "Dunley", "Pellow", "Harwick", "Stoke Abbot", "Lynn", "Corran", "Skarn"]
GOODS = ["roads", "roofs", "parks", "pipes", "trees", "lamps", "boats"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"]


def template(function: Template) -> Template:
    TEMPLATES[function.__name__] = function
    return function


@pytest.fixture(scope="module")
def rules():
    checked = {"weekday-mismatch", "duration-mismatch", "count-mismatch", "age-mismatch", "direction-mismatch"}
    return [rule for rule in checker.load_rules() if rule.pack == "arithmetic" or rule.id in checked]


def findings(text, rules):
    return [
        f"{f.rule}: {f.message}" for f in checker.check(text, "article.md", published=PUBLISHED, rules=rules).findings
    ]


def moved(draw: Draw, value: float, least: float) -> float:
    """`value` raised or lowered by `least` or up to three times as much, and never below nought."""
    step = least * draw(100, 300) / 100
    return value - step if draw(0, 1) and value - step > 0 else value + step


def money(pounds: float) -> str:
    return f"£{pounds:,.0f}"


def words(number: int) -> str:
    return WORDS[number] if number < len(WORDS) else str(number)


def listed(items: list[str]) -> str:
    return ", ".join(items[:-1]) + " and " + items[-1]


def tenths(draw: Draw, low: int, high: int) -> float:
    """A number with three decimals, of which one will be printed."""
    return draw(low * 1000, high * 1000) / 1000


# Totals


@template
def sum_in_all(draw, wrong):
    parts = [tenths(draw, 1, 30) for _ in range(draw(2, 5))]
    total = sum(parts)
    total = moved(draw, total, 0.06 * len(parts) + 0.3) if wrong else total
    uses = listed([f"£{part:.1f}m for {good}" for part, good in zip(parts, GOODS, strict=False)])
    return f"The plan sets aside {uses}, or £{total:.1f}m in all."


@template
def sum_of_lenders(draw, wrong):
    one, other = draw(20, 400), draw(20, 400)
    total = one + other + (draw(5, 60) if wrong else 0)
    return (
        f"The county borrowed £{one} million and a fund lent another £{other} million, making £{total} million in all."
    )


@template
def sum_which_made(draw, wrong):
    one, other = draw(11, 400), draw(11, 400)
    total = one + other + (draw(1, 90) if wrong else 0)
    return f"By May {one} cases had been confirmed and another {other} were suspected, which made {total} in all."


@template
def sum_remaining(draw, wrong):
    parts = [draw(2, 40) * 10_000 for _ in range(3)]
    whole = sum(parts) + (draw(2, 9) * 10_000 if wrong else 0)
    one, two, three = map(money, parts)
    return (
        f"The work came to {money(whole)}, of which the agency paid {one}, the county {two} and the trust "
        f"the remaining {three}."
    )


@template
def sum_behind_colon(draw, wrong):
    parts = [draw(101, 999) for _ in range(3)]
    whole = sum(parts)
    whole = whole + draw(5, whole // 4) if wrong else whole
    return (
        f"Turnover reached £{whole}m: trade brought in £{parts[0]}m, shops £{parts[1]}m and the website £{parts[2]}m."
    )


@template
def votes_of_all(draw, wrong):
    parts = [draw(13, 60) for _ in range(3)]
    whole = sum(parts) + (draw(1, 6) if wrong else 0)
    return (
        f"All {whole} delegates cast a vote: {parts[0]} were in favour, {parts[1]} were against and "
        f"{parts[2]} abstained."
    )


@template
def total_of_previous_sentence(draw, wrong):
    parts = [draw(101, 900) * 500 for _ in range(3)]
    total = sum(parts) + (draw(4, 90) * 500 if wrong else 0)
    one, two, three = map(money, parts)
    return (
        f"One firm had taken {one}; its successor, {two}; and the last of them a further {three}. The "
        f"total, she said, was {money(total)}."
    )


@template
def together_they(draw, wrong):
    one, other = draw(13, 98), draw(13, 98)
    total = one + other + (draw(2, 40) if wrong else 0)
    return (
        f"The outdoor unit weighs {one} kg and the indoor one {other} kg. Together they come to {total} "
        f"kg, without water."
    )


@template
def members_absent(draw, wrong):
    votes, against, absent = draw(13, 60), draw(13, 60), draw(2, 12)
    whole = votes + against + absent + (draw(1, 9) if wrong else 0)
    return (
        f"Of the council's {whole} members, {votes} voted for the scheme and {against} against; the other "
        f"{words(absent)} were absent."
    )


@template
def gave_a_total_of(draw, wrong):
    parts = [draw(105, 990) for _ in range(3)]
    total = sum(parts) + (draw(5, 200) if wrong else 0)
    return f"Marn put up ${parts[0]}m, Lusk ${parts[1]}m and Bel ${parts[2]}m, which gave a total of ${total}m."


@template
def brought_the_total_to(draw, wrong):
    one, other = draw(13, 80), draw(13, 80)
    total = one + other + (draw(1, 20) if wrong else 0)
    return (
        f"The hostel opened with {one} beds. It added another {other} beds in 2024, which brought the total to {total}."
    )


@template
def men_and_women(draw, wrong):
    men, women = draw(13, 90), draw(13, 90)
    whole = men + women + (draw(1, 9) if wrong else 0)
    return f"There are {whole} people on the payroll, of whom {women} are women and {men} are men."


# Lists that are said to be complete, with the whole in another sentence


@template
def closed_list(draw, wrong):
    parts = [draw(11, 90) * 100 for _ in range(3)]
    whole = sum(parts)
    whole += max(parts[0] // 100, whole // 800) * 100 if wrong else 0
    one, two, three = map(money, parts)
    return [
        f"The appeal has brought in {money(whole)}. All of it came from three sources: the county gave {one}, members "
        f"{two} and a raffle {three}.",
        f"The estate was put at {money(whole)}. It went to three heirs and nobody else: {one} to the son, {two} to "
        f"the daughter and {three} to the church.",
        f"The grant is {money(whole)}. It will be spent in full on three things: {one} on seats, {two} on paint and "
        f"{three} on lamps.",
        f"The trust has to save {money(whole)} this year:\n\n- staff, {one}\n- heating, {two}\n- rent, {three}\n",
        f"The lodger pays {one} in rent, {two} for board and {three} for laundry. Nothing else changes hands. Her "
        f"receipts are therefore {money(whole)}.",
        f"The stall took {one} on Friday, {two} on Saturday and {three} on Sunday, so that takings came to "
        f"{money(whole)}.",
    ][draw(0, 5)]


@template
def everybody_voted(draw, wrong):
    ayes, noes = draw(7, 30), draw(2, 6)
    whole = ayes + noes + (draw(1, 3) if wrong else 0)
    return (
        f"The council passed the plan on a {ayes}-{noes} vote. The mayor was pleased.\n\n"
        f"All {whole} members were present and each of them cast a vote."
    )


# Tables


def table(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


@template
def table_with_total_row(draw, wrong):
    parts = [tenths(draw, 40, 400) for _ in range(draw(3, 6))]
    total = sum(parts)
    total = moved(draw, total, 0.06 * len(parts) + 0.5) if wrong else total
    rows = [[name, f"{part:.1f}"] for name, part in zip(NAMES, parts, strict=False)]
    return "Sales by branch.\n\n" + table(["Branch", "Sales (£m)"], [*rows, ["**Total**", f"**{total:.1f}**"]])


@template
def table_with_two_totals(draw, wrong):
    years = [[draw(310, 9000) for _ in range(4)] for _ in range(2)]
    totals = [sum(year) for year in years]
    totals[draw(0, 1)] += draw(3, 300) if wrong else 0
    rows = [[name, f"{a:,}", f"{b:,}*"] for name, a, b in zip(NAMES, *years, strict=False)]
    rows.append(["All islands", f"{totals[0]:,}", f"{totals[1]:,}"])
    return table(["Island", "Nests in the first count", "Nests in the second count"], rows) + "\n*Provisional.\n"


@template
def table_with_total_column(draw, wrong):
    rows = []
    for name in NAMES[: draw(4, 7)]:
        one, two = draw(13, 500), draw(13, 500)
        rows.append([name, str(one), str(two), str(one + two)])
    if wrong:
        row = rows[draw(0, len(rows) - 1)]
        row[3] = str(int(row[3]) + draw(1, 90))
    return table(["Club", "Home", "Away", "Total"], rows)


@template
def table_of_matches(draw, wrong):
    rows = []
    for name in NAMES[: draw(4, 8)]:
        won, drawn = draw(1, 16), draw(1, 5)
        rows.append([name, "24", str(won), str(drawn), str(24 - won - drawn), str(2 * won + drawn)])
    if wrong:
        row = rows[draw(0, len(rows) - 1)]
        row[2] = str(int(row[2]) + draw(1, 5))
    return table(["Club", "Played", "Won", "Drawn", "Lost", "Points"], rows)


def cut(draw: Draw, pieces: int) -> list[float]:
    """`pieces` shares, in per cent, of one whole."""
    weights = [draw(20, 100) for _ in range(pieces)]
    return [100 * weight / sum(weights) for weight in weights]


def off(draw: Draw, shares: list[float], wrong: bool) -> list[str]:
    """The shares in whole per cent; with `wrong` one of them moved by more than rounding explains."""
    printed = [round(share) for share in shares]
    if wrong:
        printed[draw(0, len(printed) - 1)] += len(printed) + draw(1, 9)
    return [f"{share}%" for share in printed]


@template
def table_of_shares(draw, wrong):
    shares = off(draw, cut(draw, draw(3, 6)), wrong)
    labels = [*NAMES[: len(shares) - 1], "Other"]
    return table(["Supplier", "Share of sales"], [[label, share] for label, share in zip(labels, shares, strict=True)])


# Shares


@template
def shares_nobody_else(draw, wrong):
    ways = ["came by bus", "drove", "cycled", "walked", "took a boat"]
    shares = off(draw, cut(draw, draw(3, 5)), wrong)
    told = listed([f"{share} {way}" for share, way in zip(shares, ways, strict=False)])
    return f"In all, {told}. Nobody gave any other answer, the researchers said."


@template
def shares_with_remainder(draw, wrong):
    shares = off(draw, cut(draw, 4), wrong)
    return (
        f"Of them {shares[0]} come from Asia, {shares[1]} from Africa and {shares[2]} from Europe; the "
        f"remaining {shares[3]} are from America."
    )


@template
def shares_only_one(draw, wrong):
    shares = off(draw, cut(draw, 4), wrong)
    return (
        f"Voters were asked to name only one issue: {shares[0]} chose rent, {shares[1]} jobs, {shares[2]} "
        f"crime and {shares[3]} schools."
    )


CLOSERS = [
    "Each parcel was counted once, under the mode that carried it farthest.",
    "Every parcel falls into exactly one class.",
    "The firm puts every parcel down under one mode only.",
    "All the freight went by one of four modes.",
    "There is no fifth way of moving freight to the island.",
    "The island has no other links.",
    "All of its freight comes by four routes.",
    "The freight was traced to four modes, with nothing left over.",
    "No parcel came in any other way.",
    "Those four are the only routes to the island.",
    "Between them the four modes carry everything.",
    "Each of those asked could tick just one box.",
]


@template
def table_closed_by_a_sentence(draw, wrong):
    stated = off(draw, cut(draw, 4), wrong)
    rows = [[name, share] for name, share in zip(("Rail", "Road", "Sea", "Air"), stated, strict=True)]
    return f"{CLOSERS[draw(0, len(CLOSERS) - 1)]}\n\n" + table(["Mode", "Share"], rows) + "\nMore follows.\n"


@template
def list_closed_by_a_sentence(draw, wrong):
    a, b, c, d = off(draw, cut(draw, 4), wrong)
    return [
        f"Wind supplied {a} of the current, gas {b}, water {c} and the sun {d}. The island has no fifth source.",
        f"Every child was counted under one of them: {a} walk, {b} cycle, {c} take a bus and {d} are driven.",
        f"The money all came from four places: members ({a}), tickets ({b}), grants ({c}) and the bar ({d}).",
        f"{a} of the land is forest, {b} is farmed, {c} is built on and {d} is water, and that is all of it.",
    ][draw(0, 3)]


# Changes


def change(draw: Draw, wrong: bool, up: bool | None = None) -> tuple[int, int, int]:
    """Two figures of five digits and the change between them in whole per cent."""
    start = draw(20_100, 89_900)
    rise = up if up is not None else bool(draw(0, 1))
    end = round(start * (1 + draw(80, 900) / 1000)) if rise else round(start * (1 - draw(80, 600) / 1000))
    percent = 100 * abs(end - start) / start
    return start, end, round(moved(draw, percent, 4) if wrong else percent)


@template
def rise_then_percent(draw, wrong):
    start, end, percent = change(draw, wrong, up=True)
    return f"Visits rose from {start:,} in 2022 to {end:,} in 2023, an increase of {percent}%."


@template
def to_before_from(draw, wrong):
    start, end, percent = change(draw, wrong, up=True)
    return (
        f"Profit climbed to €{end / 1000:.1f}m from €{start / 1000:.1f}m, a gain of {percent}%, after a "
        f"lower tax charge."
    )


@template
def percent_then_from(draw, wrong):
    start, end, percent = change(draw, wrong, up=True)
    return f"Group revenue rose by {percent}%, from £{start / 100:.0f}m in the year before to £{end / 100:.0f}m."


@template
def percent_more_than(draw, wrong):
    start, end, percent = change(draw, wrong, up=True)
    return f"In 2025 the firm carried out {end:,} repairs, which is {percent}% more than the {start:,} of 2024."


@template
def percent_fewer_than(draw, wrong):
    start, end, percent = change(draw, wrong, up=False)
    return f"The survey counted {end:,} nests, {percent}% fewer than the {start:,} of the last one."


@template
def fall_then_percent(draw, wrong):
    start, end, percent = change(draw, wrong, up=False)
    return f"The number of loans fell from {start:,} to {end:,}, a drop of {percent}%."


@template
def price_and_saving(draw, wrong):
    start = draw(30, 90)
    percent = draw(10, 60)
    end = start * (1 - percent / 100)
    stated = round(moved(draw, percent, 3)) if wrong else percent
    return f"The price of the ticket drops from £{start} to £{end:.2f}, a saving of {stated}%."


@template
def up_from(draw, wrong):
    start, end, percent = change(draw, wrong, up=True)
    return (
        f"Repairs cost £{end / 1000:.1f}m, up from £{start / 1000:.1f}m in the year before, an increase of {percent}%."
    )


@template
def two_years(draw, wrong):
    start, end, percent = change(draw, wrong, up=False)
    return f"Its trade came to €{start / 1000:.1f}bn in 2022 and €{end / 1000:.1f}bn in 2024, a fall of {percent}%."


@template
def amount_and_percent(draw, wrong):
    start = draw(1010, 2990)
    step = draw(60, 500)
    percent = 100 * step / start
    stated = round(moved(draw, percent, 2)) if wrong else round(percent)
    return f"The bill will go up from £{start:,} to £{start + step:,}, which is an increase of £{step}, or {stated}%."


@template
def fall_by_amount(draw, wrong):
    start, step = draw(201, 990), draw(13, 150)
    stated = step + (draw(1, 40) if wrong else 0)
    return f"The number of fires fell by {stated}, from {start} to {start - step}."


@template
def fall_by_to(draw, wrong):
    step, end = draw(31, 199), draw(201, 480)
    percent = 100 * step / (end + step)
    stated = round(moved(draw, percent, 3)) if wrong else round(percent)
    return f"The median wait fell by {step} ms to {end} ms, a drop of {stated}%."


@template
def doubled(draw, wrong):
    start = draw(31, 480)
    verb, factor = [("doubled", 2.0), ("tripled", 3.0), ("halved", 0.5)][draw(0, 2)]
    end = round(start * factor * (draw(150, 170) / 100 if wrong else 1))
    return f"The number of clubs has {verb}, from {start} in 2019 to {end} in 2024."


@template
def by_a_fraction(draw, wrong):
    start = draw(41, 990) * 100
    name, share = [("a tenth", 0.1), ("a fifth", 0.2), ("a quarter", 0.25), ("a third", 1 / 3)][draw(0, 3)]
    end = start * (1 + share * (draw(150, 250) / 100 if wrong else 1))
    return f"Output of loaves rose by {name}, from {start:,} to {end:,.0f}."


@template
def relative_change_of_shares(draw, wrong):
    start = draw(20, 60)
    end = start + draw(4, 30)
    percent = 100 * (end - start) / start
    stated = round(percent) + (draw(7, 20) if wrong else 0)
    return f"Take-up went from {start}% to {end}%, an increase of {stated}%."


@template
def points(draw, wrong):
    start, step = draw(20, 60), draw(2, 30)
    stated = step + (draw(2, 9) if wrong else 0)
    return f"Take-up rose by {stated} percentage points, from {start}% to {start + step}%."


@template
def direction(draw, wrong):
    start, end, _ = change(draw, False, up=bool(draw(0, 1)))
    up = (end > start) != wrong
    verb = (
        ["rose", "climbed", "grew", "went up"][draw(0, 3)]
        if up
        else ["fell", "dropped", "declined", "slipped"][draw(0, 3)]
    )
    return f"Admissions in the county {verb} from {start:,} in 2022 to {end:,} in 2024."


# Ratios


@template
def fraction_of_whole(draw, wrong):
    name, divisor = [("half", 2), ("a third", 3), ("a quarter", 4), ("a fifth", 5)][draw(0, 3)]
    part = draw(110, 900)
    stated = round(part * draw(130, 180) / 100) if wrong else part
    return f"The trust gave away {name} of {part * divisor:,}, or {stated}."


@template
def one_in(draw, wrong):
    number = draw(3, 12)
    percent = 100 / number
    stated = round(percent * draw(150, 200) / 100) if wrong else round(percent)
    return f"About one in {words(number)} ({stated}%) of the people who reach the age of 85 will fall ill."


@template
def part_of_them(draw, wrong):
    whole = draw(410, 990) * 10
    part = draw(60, whole - 50)
    percent = 100 * part / whole
    stated = round(moved(draw, percent, 3)) if wrong else round(percent)
    return f"Doctors tested {whole:,} women and found that {part:,} of them, or {stated}%, were short of iron."


@template
def part_of_the(draw, wrong):
    whole = draw(101, 990)
    part = draw(20, whole - 13)
    percent = 100 * part / whole
    stated = round(moved(draw, percent, 2)) if wrong else round(percent)
    return f"In the audit {part} of the {whole} people who finished, or {stated}%, slept well."


@template
def fraction_of_them(draw, wrong):
    name, divisor = [("a third", 3), ("a quarter", 4), ("half", 2)][draw(0, 2)]
    part = draw(110, 900)
    stated = round(part * draw(130, 180) / 100) if wrong else part
    return f"Volunteers ringed {part * divisor:,} chicks over the season, {name} of them, or {stated:,}, on the island."


# Conversions


def converted(draw: Draw, value: float, factor: float, offset: float, wrong: bool) -> int:
    other = value * factor + offset
    return round(other * draw(125, 180) / 100) if wrong else round(other)


@template
def kilometres_to_miles(draw, wrong):
    value = draw(31, 900)
    return f"The path runs for {value} km ({converted(draw, value, 0.621371, 0, wrong)} miles) along the coast."


@template
def celsius_to_fahrenheit(draw, wrong):
    value = draw(31, 98)
    return f"Keep hot water stored at {value}C ({converted(draw, value, 1.8, 32, wrong)}F) or above."


@template
def kilograms_to_pounds(draw, wrong):
    value = draw(31, 900)
    return f"The unit weighs {value} kg ({converted(draw, value, 2.204623, 0, wrong)} lb) without the water."


@template
def metres_to_feet(draw, wrong):
    value = draw(110, 4900)
    return f"The hill, at {value:,} m ({converted(draw, value, 3.28084, 0, wrong):,} ft), is the highest in the county."


@template
def hectares_to_acres(draw, wrong):
    value = draw(110, 4900)
    return f"The reserve covers {value:,} hectares ({converted(draw, value, 2.471054, 0, wrong):,} acres) of marsh."


@template
def speed(draw, wrong):
    value = draw(41, 190)
    return f"The train reached {value} km/h ({converted(draw, value, 0.621371, 0, wrong)} mph) on the first run."


@template
def round_conversion(draw, wrong):
    miles = draw(2, 19) * 50
    kilometres = round(miles * 1.609344 * (draw(125, 170) / 100 if wrong else 1), -1)
    return f"The lake lies {miles} miles ({kilometres:.0f} km) from the sea."


# Averages and differences


@template
def average_for_each(draw, wrong):
    patients, average = draw(210, 990), draw(11, 40)
    visits = patients * average + draw(0, patients // 3)
    stated = average + (draw(3, 9) if wrong else 0)
    return (
        f"It looked after {patients} patients, who attended {visits:,} appointments, an average of "
        f"{stated} for each patient."
    )


@template
def price_each(draw, wrong):
    shares, pence = draw(11, 80), draw(110, 900)
    raised = shares * pence / 100
    raised = moved(draw, raised, 0.12 * raised) if wrong else raised
    return f"It placed {shares} million new shares at {pence}p each, which raised £{raised:.0f}m before fees."


@template
def grants_each(draw, wrong):
    gardens, each = draw(13, 60), draw(11, 90) * 100
    total = gardens * each * (draw(120, 160) / 100 if wrong else 1)
    return f"The fund gave £{total:,.0f} to {gardens} gardens, £{each:,} each."


@template
def rate_per_hour(draw, wrong):
    hour = draw(21, 90) * 100
    day = round(24 * hour * (draw(130, 180) / 100 if wrong else 1))
    return f"The site can make {day:,} loaves a day, or {hour:,} an hour."


@template
def majority(draw, wrong):
    winner, loser = draw(1201, 2900), draw(301, 1190)
    gap = winner - loser + (draw(1, 90) if wrong else 0)
    return f"She polled {winner:,} votes to the {loser:,} cast for her rival, a majority of {gap:,}."


@template
def more_goals_than(draw, wrong):
    one, other = draw(131, 180), draw(80, 129)
    gap = one - other + (draw(1, 30) if wrong else 0)
    return f"Dahl ended the season with {one} goals, {gap} more than the {other} goals of her rival."


# Words, limits, lists


@template
def words_and_figures(draw, wrong):
    number = draw(2, 12)
    return f"Customers may cancel within {WORDS[number]} ({number + (draw(10, 40) if wrong else 0)}) days of delivery."


@template
def share_of_households(draw, wrong):
    share = draw(101, 150) if wrong else draw(11, 100)
    return f"In the survey, {share}% of the 640 households questioned had at least one draught."


@template
def mark_out_of(draw, wrong):
    mark = draw(101, 140) if wrong else draw(11, 100)
    return f"Customers gave the cellar an average mark of {mark} out of 100 for cleanliness."


@template
def more_than_all(draw, wrong):
    share = draw(101, 150) if wrong else draw(11, 100)
    return [
        f"In the ballot held in May the turnout was {share}%.",
        f"Of those who answered, {share}% said that they would come again.",
        f"The pass rate at the school reached {share}% in June.",
    ][draw(0, 2)]


@template
def mark_on_a_scale(draw, wrong):
    mark = draw(11, 19) if wrong else draw(1, 10)
    return f"Rate the pain on a scale from 0 to 10. It passes. The highest score recorded that year was {mark}."


@template
def announced_list(draw, wrong):
    items = NAMES[: draw(2, 7)]
    number = len(items) + (draw(1, 2) if wrong else 0)
    return f"The authority will build {words(number)} new stations: {listed(items)}. All of them will open by 2028."


@template
def announced_bullets(draw, wrong):
    items = NAMES[: draw(3, 8)]
    number = len(items) + (draw(1, 2) if wrong else 0)
    bullets = "\n".join(f"- the gate at {item}" for item in items)
    return f"There are {words(number)} things to look after:\n\n{bullets}\n"


@template
def listicle(draw, wrong):
    items = NAMES[: draw(3, 9)]
    number = len(items) + (draw(1, 2) if wrong else 0)
    parts = "\n\n".join(f"## {place}. Go to {item}\n\nThe bus stops there." for place, item in enumerate(items, 1))
    return f"# {number} ways to spend a Sunday\n\nTake your time.\n\n{parts}\n"


# The calendar


@template
def weekday(draw, wrong):
    day = dt.date(2018, 1, 1) + dt.timedelta(days=draw(0, 2500))
    named = day + dt.timedelta(days=draw(1, 6) if wrong else 0)
    return f"The first sailing leaves the pier on {named:%A} {day.day} {day:%B %Y}, the operator said."


@template
def years_later(draw, wrong):
    year, gap = draw(1950, 2000), draw(2, 12)
    stated = year + gap + (draw(2, 9) if wrong else 0)
    return f"The line, which opened in {year}, was extended to the harbour {words(gap)} years later, in {stated}."


@template
def anniversary(draw, wrong):
    year, number = draw(1900, 1970), [25, 30, 40, 50][draw(0, 3)]
    stated = year + number + (draw(2, 14) if wrong else 0)
    return f"The museum celebrated its {number}th anniversary in {stated}. It was founded in {year} by a brewer."


@template
def years_ago(draw, wrong):
    gap = draw(3, 12)
    year = PUBLISHED.year - gap - (draw(2, 9) if wrong else 0)
    return f"The mill closed {words(gap)} years ago, in {year}, and has stood empty since."


@template
def age_at_death(draw, wrong):
    birth, age = draw(1900, 1940), draw(50, 95)
    month, other = draw(0, 10), draw(0, 10)
    death = birth + age + (1 if other < month else 0)
    stated = age + (draw(2, 15) if wrong else 0)
    return (
        f"Clara Hale was born in {MONTHS[month]} {birth}. She drew maps.\n\n"
        f"Hale, who was {stated} when she died in {MONTHS[other]} {death}, leaves a library."
    )


@template
def weeks_of_closure(draw, wrong):
    start = dt.date(2024, 1, 8) + dt.timedelta(days=draw(0, 100))
    weeks = draw(3, 12)
    end = start + dt.timedelta(days=7 * weeks - 1)
    stated = weeks + (draw(2, 6) if wrong else 0)
    return (
        f"The reserve was shut from {start.day} {start:%B} to {end.day} {end:%B %Y}, "
        f"and the {words(stated)}-week closure cost the trust £38,000."
    )


# Comparisons with what another clause or sentence gives


@template
def times_the_old_one(draw, wrong):
    old, times = draw(30, 400) * 10, draw(2, 4)
    new = old * times * (draw(130, 180) / 100 if wrong else 1)
    word = {2: "twice", 3: "three times", 4: "four times"}[times]
    return f"The new hall seats {new:,.0f}, {word} as many as the old one, which seated {old:,}."


@template
def half_the_output(draw, wrong):
    other = draw(20, 90) * 1000
    own = other / 2 * (draw(130, 170) / 100 if wrong else 1)
    return f"The vineyard made {own:,.0f} bottles. That was half the output of its neighbour, which made {other:,}."


@template
def points_behind(draw, wrong):
    first, gap = draw(30, 80), draw(2, 12)
    said = gap + (draw(1, 6) if wrong else 0)
    return f"Rovers have {first} points. United, on {first - gap}, are {said} points behind them."


@template
def minutes_saved(draw, wrong):
    old, saved = draw(60, 120), draw(11, 40)
    said = saved + (draw(3, 15) if wrong else 0)
    return f"The bus takes {old} minutes. The tram will do it in {old - saved}, which saves {said} minutes each way."


@template
def more_than_her_rival(draw, wrong):
    rival, more = draw(13, 60), draw(2, 12)
    said = more + (draw(2, 6) if wrong else 0)
    return f"Smith scored {rival + more} points, {words(said)} more than Jones, who had {rival}."


@template
def for_every_kilometre(draw, wrong):
    length, each = draw(20, 400), draw(5, 30)
    said = each + (draw(2, 9) if wrong else 0)
    return (
        f"On one long ride I covered {length} km and used {length * each:,} watt-hours, or {said} for every kilometre."
    )


@template
def years_after_it_opened(draw, wrong):
    opened, years = draw(1900, 1960), draw(10, 50)
    said = years + (draw(4, 20) if wrong else 0)
    return f"The library opened in {opened}. In {opened + years}, {said} years after it was opened, it burned down."


@template
def age_of_a_club(draw, wrong):
    founded = draw(1900, 1990)
    age = PUBLISHED.year - founded + (draw(4, 20) if wrong else 0)
    return f"The {age}-year-old club, founded in {founded}, will move to another ground."


@template
def million_or_billion(draw, wrong):
    cost = 100 * draw(1, 9) + draw(11, 99)
    unit = "bn" if wrong else "m"
    return f"The bridge cost £{cost}m. Opponents of the £{cost}{unit} bridge want an inquiry."


# Parts, changes and averages told in the sentence before


@template
def fraction_of_the_sentence_before(draw, wrong):
    name, divisor = [("a third", 3), ("a quarter", 4), ("one in five", 5)][draw(0, 2)]
    part = draw(110, 900)
    stated = round(part * draw(150, 190) / 100) if wrong else part
    whole = part * divisor
    return [
        f"On Thursday there were {whole:,} firefighters on the lines. {name.capitalize()} of them, or {stated}, had "
        f"come from abroad.",
        f"The trust has {whole:,} nursing posts. {name.capitalize()} of them was vacant; the {stated} empty places "
        f"were covered by temps.",
        f"The clinics treated {whole:,} people for it, and {name} of them, {stated} people, needed no more than rest.",
    ][draw(0, 2)]


@template
def average_of_the_sentence_before(draw, wrong):
    people, each = draw(21, 99), draw(21, 90)
    total = people * each
    stated = round(each * draw(130, 170) / 100) if wrong else each
    return [
        f"In the season {people} volunteers between them gave {total:,} hours. Each put in {stated} hours on average.",
        f"Over the winter {people} volunteers worked {total:,} hours. On average that is {stated} hours apiece.",
        f"The fund paid £{total:,} to {people} gardens. That works out at £{stated} a garden.",
        f"They sold {people} hives for £{total:,}. That is £{stated} each.",
    ][draw(0, 3)]


@template
def change_on_the_sentence_before(draw, wrong):
    start = draw(20, 90) * 10
    percent = draw(6, 30)
    end = start - round(start * percent / 100)
    stated = round(100 * (start - end) / start) + (draw(5, 20) if wrong else 0)
    return [
        f"In 2019 the hall had {start} seats. Five years later the figure was {end}, a fall of {stated}%.",
        f"The shop sold {start} lamps in 2022. In 2023 it was {end}, {stated}% fewer.",
        f"The pass costs £{end}. It was reduced by {stated}% in May, from £{start}.",
        f"The engine will run for {end} km ({end * 0.621371:.0f} miles), against {start} km for the old one, so that "
        f"the range has fallen by {stated}%.",
    ][draw(0, 3)]


@template
def difference_on_the_sentence_before(draw, wrong):
    before, step = draw(301, 900), draw(11, 90)
    stated = step + (draw(2, 9) if wrong else 0)
    after = before + step
    return [
        f"The rent in May was £{after} a month. A year earlier it had been £{before}, so that tenants were paying "
        f"£{stated} a month more.",
        f"For this year the allowance is £{after}. It went up by £{stated} in April, from £{before}.",
        f"The limit, which is {before} kg at present, is to be raised by {stated} kg to {after} kg.",
        f"Altogether the Owls outgained Dalton by {stated} yards, {after} to {before}.",
        f"She has sold {before} of her {after} tickets, which leaves {stated}.",
        f"The appeal needs {after} signatures and has {before}, so that another {stated} are needed.",
    ][draw(0, 5)]


@pytest.mark.parametrize("name", sorted(TEMPLATES))
@settings(max_examples=8, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_true_statement_gives_no_finding(name, rules, data):
    text = TEMPLATES[name](lambda low, high: data.draw(st.integers(low, high)), False)

    assert findings(text, rules) == [], text


def test_nearly_every_moved_figure_is_found(rules):
    missed = []
    for name in sorted(TEMPLATES):
        chance = random.Random(name)
        missed += [
            text for text in (TEMPLATES[name](chance.randint, True) for _ in range(4)) if not findings(text, rules)
        ]

    assert len(TEMPLATES) >= 40
    assert len(missed) <= math.floor(0.05 * 4 * len(TEMPLATES)), "\n".join(missed)
