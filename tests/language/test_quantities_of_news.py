"""Whole sentences as newspapers write them: value, bound and unit of every figure, and no other."""

import pytest

from checker.language.dates import find_timexes
from checker.language.quantities import find_quantities
from checker.language.quantity import Bound, Quantity

_SIGNS = {Bound.AT_LEAST: ">= ", Bound.MORE_THAN: "> ", Bound.AT_MOST: "<= ", Bound.LESS_THAN: "< "}


def in_short(quantity: Quantity) -> str:
    """ "~> 40 percent", "3 to 5 km/day": approximate, bound, value and unit."""
    value = f"{quantity.low:.10g} to {quantity.high:.10g}" if quantity.value is None else f"{quantity.value:.10g}"
    per = f"/{quantity.per}" if quantity.per else ""
    return f"{'~' * quantity.approximate}{_SIGNS.get(quantity.bound, '')}{value} {quantity.unit}{per}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Just over 40 per cent of voters stayed at home.", ["> 40 percent"]),
        ("The council paid no more than £2,500 for the bench.", ["<= 2500 GBP"]),
        ("As many as 300 people were trapped.", ["<= 300 count"]),
        ("Repairs could cost $5m or more.", [">= 5000000 USD"]),
        ("At least a dozen people died.", [">= 12 count"]),
        ("More than half of the homes were empty.", ["> 0.5 fraction"]),
        ("The fund lost almost $1.2 billion last year.", ["~1200000000 USD"]),
        ("An estimated 45,000 birds were killed.", ["~45000 count"]),
        ("Up to 15 centimetres of snow fell.", ["<= 15 cm"]),
        ("Temperatures dropped to minus 12C overnight.", ["-12 celsius"]),
        ("Shares rose 3.4% to $45.20.", ["3.4 percent", "45.2 USD"]),
        ("The central bank cut rates by 25 basis points to 4.25 per cent.", ["25 basis_point", "4.25 percent"]),
        ("Petrol costs 142.9p a litre.", ["1.429 GBP/litre"]),
        ("The scheme will cost £3m-£4m.", ["3000000 to 4000000 GBP"]),
        ("The deal is worth €2–3bn.", ["2000000000 to 3000000000 EUR"]),
        ("Profits of Rs 1,200 crore were reported.", ["1.2e+10 INR"]),
        ("About one in five adults smokes.", ["~0.2 fraction"]),
        ("Output more than doubled.", ["> 2 count"]),
        ("The farm covers 1,200 acres (486 hectares).", ["1200 acre", "486 hectare"]),
        ("The baby weighed 7lb 4oz.", ["7.25 pound"]),
        ("Her total time was 25 hours, 12 minutes and 8 seconds.", ["25.20222222 hour"]),
        ("Turnout was 61.4%, up from 58.2% in 2019.", ["61.4 percent", "58.2 percent"]),
        ("The company has 40-plus shops.", [">= 40 count"]),
        ("The case dates back 20-plus years.", [">= 20 year"]),
        ("The trial lasted 10 or more years.", [">= 10 year"]),
        ("It is 20-odd miles away.", ["~20 mile"]),
        ("He paid £100m plus.", [">= 100000000 GBP"]),
        ("He paid £100m plus VAT.", ["100000000 GBP"]),
        ("Hundreds of thousands of homes lost power.", ["~100000 to 999999 count"]),
        ("The S&P 500 rose 0.8 percent.", ["0.8 percent"]),
        ("The 1,500m record stands.", ["1500 m"]),
        ("He has sold 100m records.", ["100000000 count"]),
        ("Three of the five hostages were freed.", ["3 count", "5 count"]),
        ("Inflation of 0.5-1.0 per cent is expected.", ["0.5 to 1 percent"]),
        ("The range is 5.25%-5.50%.", ["5.25 to 5.5 percent"]),
        ("Profit fell by a quarter to £3m.", ["0.25 fraction", "3000000 GBP"]),
        ("Prices rose by a third last year.", ["0.3333333333 fraction"]),
        ("A third were women and a quarter are retired.", ["0.3333333333 fraction", "0.25 fraction"]),
        ("Costs are down by as much as a third.", ["<= 0.3333333333 fraction"]),
        ("Data was sent to a third country by a third party.", []),
        ("The trial took a day and a half.", []),
        ("Anyone over the age of 18 may vote.", ["> 18 year"]),
        ("Children under the age of five travel free.", ["< 5 year"]),
        ("Pensioners aged 75 and over are exempt.", [">= 75 year"]),
        ("He lives at 221b Baker Street.", []),
        ("Barely 90 homes were flooded.", ["~90 count"]),
        ("Net income was $1.13 billion, or $2.05 per share.", ["1130000000 USD", "2.05 USD/share"]),
        ("The brewery makes 61,000 hectolitres a year.", ["61000 hectolitre/year"]),
        ("They sold 3 hundred and one tickets.", ["301 count"]),
        ("He owns one hundred and thirty-two fifths of an acre.", ["26.4 acre"]),
        ("Nordlys 8 heat pump: questions and answers", []),
    ],
)
def test_figures_of_a_sentence(text: str, expected: list[str]) -> None:
    taken = [(timex.start, timex.end) for timex in find_timexes(text) if timex.kind != "duration"]
    assert [in_short(quantity) for quantity in find_quantities(text, taken=taken)] == expected
