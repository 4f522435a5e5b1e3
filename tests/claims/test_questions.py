"""Questions of a FAQ: what they ask for, and whether the answer holds it."""

import pytest

from checker.articles import read_article
from checker.claims.extract import extract


def asked(question: str, answer: str) -> tuple[str, str]:
    """Type and outcome of a question with its answer."""
    text = f"## Frequently asked questions\n\n### {question}\n\n{answer}\n"
    claims = extract(read_article(text, "article.md", None)).claims
    row = claims[claims["kind"] == "question"].iloc[0]
    return row["lexicon"], row["answer"]


@pytest.mark.parametrize(
    "question, answer, outcome",
    [
        ("How many times have they met?", "Several times.", ("how many", "vague")),
        ("How many times have they met?", "Three times, last in Bern.", ("how many", "given")),
        ("How many people may come?", "None.", ("how many", "given")),
        ("How much does it cost?", "It is free for schools.", ("how much", "given")),
        ("How much does it cost?", "That depends.", ("how much", "vague")),
        ("What is the current price?", "It is £12.", ("how much", "given")),
        ("How long are files kept?", "We know how upsetting a loss is.", ("how long", "missing")),
        ("How long are files kept?", "For 30 days.", ("how long", "given")),
        ("How often is it serviced?", "Once a year.", ("how often", "given")),
        ("When will it be ready?", "We hope to show it soon.", ("when", "vague")),
        ("When will it be ready?", "Work goes on. A first draft was shown in January 2024.", ("when", "missing")),
        ("When will it be ready?", "In March 2027.", ("when", "given")),
        ("When did it close?", "After the fire.", ("when", "given")),
        ("Where is it held?", "In the old mill.", ("where", "given")),
        ("Where is it held?", "Tickets are sold out.", ("where", "missing")),
        ("Who is the current harbour master?", "The harbour master directs the port.", ("who", "missing")),
        ("Who is the current harbour master?", "Jaan Kolm, since May 2024.", ("who", "given")),
        ("Who founded the club?", "It was founded by Ottoline Marsh.", ("who", "given")),
        ("Who founded the club?", "Some dockers who liked to swim in the port of Leith.", ("who", "vague")),
        ("Which countries are members?", "Only those in the region.", ("which", "missing")),
        ("How much is a ticket?", "See [the list](https://example.org).", ("how much", "linked")),
        ("Does it float?", "Yes, and well.", ("", "yes")),
        ("Does it float?", "No.", ("", "no")),
        ("Does it float?", "Nobody has tried.", ("", "given")),
        ("Is the museum open on Mondays?", "The museum was founded in 1898 by two brothers.", ("yes or no", "missing")),
        ("Is the museum open on Mondays?", "The museum opens at ten every day.", ("", "given")),
        ("Is the museum open on Mondays?", "We are closed on Mondays.", ("", "given")),
        ("Can I bring my dog?", "The garden was laid out by Ida Holm.", ("yes or no", "missing")),
        ("Can I bring my dog?", "Dogs were welcome last year.", ("", "given")),
        ("Can I bring my dog?", "Write to Ida Holm.", ("", "given")),
        ("Did the fire spread?", "Firefighters put out the flames within the hour.", ("", "given")),
        ("Has the plan been approved?", "Councillors voted for it in May.", ("", "given")),
        ("Which countries took part?", "Several met at the Hotel Vienna.", ("which", "vague")),
        ("Which countries took part?", "Delegates came from Chad and Mali.", ("which", "given")),
        ("What is a heat pump?", "A machine.", ("", "given")),
        ("What happens when I leave?", "Nothing.", ("", "given")),
    ],
)
def test_answer(question: str, answer: str, outcome: tuple[str, str]) -> None:
    assert asked(question, answer) == outcome


def test_question_and_answer_share_their_entry() -> None:
    text = "## FAQ\n\n### Who is the mayor?\n\nA politician.\n\n### Who is the dean?\n\nA scholar.\n"
    claims = extract(read_article(text, "article.md", None)).claims
    rows = claims[claims["kind"].isin(["question", "answer"])]
    assert rows["kind"].tolist() == ["question", "answer"] * 2
    assert rows["entry"].nunique() == 2
    assert rows.groupby("entry")["kind"].apply(list).tolist() == [["question", "answer"]] * 2


def test_heading_that_is_no_question_is_left_alone() -> None:
    claims = extract(read_article("## When it rains\n\nIt pours.\n", "article.md", None)).claims
    assert "question" not in set(claims["kind"])
