"""Statements about all and some of a set, and which of them leave no room for each other."""

import pytest

from checker.articles import read_article
from checker.claims.extract import extract


def conflicts(text):
    """The quantifier frames of a text: the statement about all, with the exceptions to it."""
    extraction = extract(read_article(text, "article.md", None))
    texts = dict(zip(extraction.claims["claim"], extraction.claims["text"], strict=True))
    found = {}
    for row in extraction.frames.to_dict("records"):
        if row["kind"] == "quantifier":
            found.setdefault(row["frame"], []).append(texts[row["claim"]])
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "said", "exception"),
    [
        ("Every shop has a ramp. Two shops have no ramp.", "Every shop has a ramp", "Two shops have no ramp"),
        ("Each of the schools passed. One school failed.", "Each of the schools passed", "One school failed"),
        ("None of the pupils were absent. Four pupils were absent.", None, "Four pupils were absent"),
        ("Nobody voted against it. Five of the members voted against it.", "Nobody voted", None),
        ("Everyone on the council voted for the plan. Two councillors voted against the plan.", None, None),
        ("All the trees survived. A dozen trees died.", "All the trees survived", "A dozen trees died"),
        ("All the shops are closed. Two shops remain open.", "All the shops are closed", "Two shops remain open"),
        ("All the hostages are alive. Two of the hostages are dead.", None, None),
        ("Every pupil passed. The two pupils who failed to pass were ill.", None, None),
        ("All the members paid the fee. The two members who have not paid the fee left.", None, None),
        ("All the runners finished the race. The six runners who did not finish the race rested.", None, None),
        (
            "None of the members objected to the plan. The two members who raised an objection to the plan left.",
            None,
            None,
        ),
        ("All the tenants signed the lease. The two tenants who declined to sign the lease left.", None, None),
        ("No boat was unregistered. Two boats were unregistered.", None, "Two boats were unregistered"),
    ],
)
def test_an_exception(text, said, exception):
    (found,) = conflicts(text)

    assert said in (None, found[0])
    assert exception in (None, found[1])


@pytest.mark.parametrize(
    "text",
    [
        "Nearly every member paid the fee. The two members who have not paid the fee left.",
        "Every member paid the fee. The two guests who have not paid the fee left.",
        "Every senior member paid the fee. The two junior members who have not paid the fee left.",
        "Every member paid the fee for tea. The two members who have not paid the fee for cakes left.",
        "With time every child could swim 25 metres. The two swimmers who have not managed 25 metres train.",
        "Every guest who paid got a badge. The two guests who did not get a badge had not paid.",
        "Every tenant will sign the lease. The two tenants who refused to sign the lease left.",
        "Nearly every shop has a ramp. Two shops have no ramp.",  # hedged
        "All but two shops have a ramp. Two shops have no ramp.",
        "Not every shop has a ramp. Two shops have no ramp.",
        "Every new shop has a ramp. Two shops have no ramp.",  # a part of the set
        "Every shop has a ramp. Two cafés have no ramp.",  # another set
        "Every shop has a ramp. Two shops have no lift.",  # another thing
        "Every shop has a ramp. Two shops had no ramp.",  # another time
        "Every shop will have a ramp. Two shops have no ramp.",
        "Every shop has a ramp, the council says. Two shops have no ramp, according to the union.",  # other speakers
        "If every shop has a ramp, the town gets a grant. Two shops have no ramp.",
        "All pupils passed in maths. Three pupils failed in French.",
        "Nobody was arrested at the match. Six people were arrested after it.",  # another occasion
        "Nobody was arrested at the match. Six people were arrested in the riots.",
        "Every shop has a ramp and two shops have no lift.",
        "All the flats remain empty. Two flats remain damp.",
        "The shops have a ramp. Two shops have no ramp.",  # not said of all
    ],
)
def test_no_exception(text):
    assert conflicts(text) == []


def test_a_table_leaves_a_cell_empty():
    text = (
        "Every plan includes support by telephone.\n\n"
        "| Feature | Free | Pro |\n|---|---|---|\n| Telephone support | – | weekdays |\n| Chat | yes | – |\n"
    )

    assert conflicts(text) == [["Every plan includes support", "–"]]


def test_a_table_that_leaves_out_a_whole_row_says_nothing_of_one_column():
    text = "Every plan includes support by telephone.\n\n| Feature | Free | Pro |\n|---|---|---|\n| Chat | – | yes |\n"

    assert conflicts(text) == []
