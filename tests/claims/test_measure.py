"""What a figure measures: a noun, a verb, a word of amount, or the dimension of its unit."""

import pytest

import checker


@pytest.mark.parametrize(
    ("text", "figure", "measure"),
    [
        ("Revenue rose from £75.0m to £78.0m.", "£78.0m", "revenue"),
        ("Keep the water below 20C.", "below 20C", "temperature"),
        ("The island lies 16 km from the coast.", "16 km", "distance"),
        ("The repair took nine days.", "nine days", "take"),
        ("The brewer made £9.4m before tax.", "£9.4m", "make"),
        ("Each June a dozen young surveyors climb it.", "a dozen young surveyors", "surveyor"),
        ("The take-up in the towns rose to 71%.", "71%", "take-up"),
        ("The mean was 15.2 at the mill.", "15.2", "mean"),
        ("The trust runs 40 boats. In May it lent three.", "three", "ship"),
        ("Of the 900 entrants, 62% mentioned charity.", "62%", "mention"),
        ("The drug needs two doses.", "two doses", "dose"),
        ("That put turnout at 48%.", "48%", "turnout"),
        ("The new fund brought membership to 1,200.", "1,200", "member"),
        ("The navy has 96 rescue boats.", "96 rescue boats", "ship"),
        ("Mill wins as turnout reaches 58%", "58%", "turnout"),
        ("Lambs born on the farm this spring: 317 in all, a fifth of them black.", "317", "lamb"),
        ("Number of pupils: 317", "317", "pupil"),
        ("The volcano is 1,482 metres high.", "1,482 metres", "height"),
        ("Its summit stands 1,284 metres above the sea.", "1,284 metres", "height"),
        ("The ditch is 4 metres wide.", "4 metres", "width"),
        ("Four dead as the river bursts its banks", "Four", "death"),
        ("The club gave the attendance as 19,874.", "19,874", "spectator"),
    ],
)
def test_what_a_figure_measures(text: str, figure: str, measure: str) -> None:
    claims = checker.check(text, path="article.txt", rules=()).claims
    figures = claims[claims["kind"] == "quantity"]
    assert dict(zip(figures["text"], figures["measure"], strict=True)).get(figure) == measure


@pytest.mark.parametrize(
    ("text", "figure", "contrast"),
    [
        ("They won with three overs in hand.", "three overs", True),
        ("There are £3m left.", "£3m", True),
        ("Rub it down with the 180 grit.", "180 grit", True),
        ("The firm told its 400 staff.", "400 staff", False),
        ("They bowled three overs in the rain.", "three overs", False),
    ],
)
def test_what_is_left_and_sorts_are_no_figures_to_compare(text: str, figure: str, contrast: bool) -> None:
    claims = checker.check(text, path="article.txt", rules=()).claims
    figures = claims[claims["kind"] == "quantity"]
    assert dict(zip(figures["text"], figures["contrast"], strict=True))[figure] == contrast


def test_a_unit_is_never_what_another_figure_measures() -> None:
    claims = checker.check("The pump heats water to 45 °C (113 °F).", path="article.txt", rules=()).claims
    assert not {"f", "°f", "c", "°c"} & set(claims["measure"])
