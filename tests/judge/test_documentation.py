"""What is printed about a rule comes from its file, and docs/rules.md is what the files say."""

from pathlib import Path

import pytest

from checker.judge.documentation import documentation
from checker.judge.explain import explain
from checker.judge.load import load_rules
from checker.judge.predicates import CLAIM_PREDICATES, FRAME_PREDICATES, PAIR_PREDICATES
from checker.judge.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"

RULE = Rule.model_validate(
    {
        "id": "conflicting-length",
        "pack": "contradiction",
        "path": "conflicting-length.toml",
        "summary": "One river has two lengths",
        "severity": "error",
        "message": "{a.text} or {b.text}",
        "why": "Readers trust neither.",
        "remedy": "Correct one.",
        "cannot": "Rivers that are not named.",
        "pair": {
            "select": {"kind": "quantity", "unit": ["km", "mile"], "quoted": False},
            "reject": {"role": "increase"},
            "same": ["subject", "unit"],
            "compatible": ["time"],
            "share": 2,
            "flag": "disjoint",
        },
        "example": [
            {"text": "The Corr is 80 km long. The Corr runs for 95 km.", "flags": [["80 km", "95 km"]]},
            {"text": "The Corr is 80 km long. The Aller runs for 95 km.", "flags": []},
            {"text": "The Corr is 80 km long. Its length: 95 km.", "flags": [["80 km", "95 km"]], "todo": "its"},
        ],
    }
)


@pytest.mark.parametrize(
    "said",
    [
        "conflicting-length (contradiction, error: both cannot be true)",
        "One river has two lengths.",
        "Readers trust neither.",
        "Correct one.",
        "Rivers that are not named.",
        "looks at claims whose kind is quantity, whose unit is km or mile and that are not quoted",
        "leaves out claims whose role is increase",
        "compares two claims with the same subject and unit",
        "whose time do not differ",
        "at least 2 words in common",
        "reports: no value fits both figures",
        "The Corr is 80 km long. The Corr runs for 95 km.",
        "flagged: 80 km / 95 km",
    ],
)
def test_an_explanation_holds_all_that_the_file_says(said):
    assert said in " ".join(str(explain(RULE)).split())


def test_examples_are_sorted_into_firing_silent_and_missed():
    explanation = explain(RULE)

    assert [example.text for example in explanation.firing] == [RULE.example[0].text]
    assert [example.text for example in explanation.silent] == [RULE.example[1].text]
    assert [example.text for example in explanation.missed] == [RULE.example[2].text]


def test_the_page_holds_every_rule_and_every_predicate():
    page = documentation([RULE])

    assert "- [`conflicting-length`](#conflicting-length) (error): One river has two lengths" in page
    assert "- flagged: “80 km” / “95 km”" in page
    for name in (*CLAIM_PREDICATES, *PAIR_PREDICATES, *FRAME_PREDICATES):
        assert f"- `{name}`: " in page


def test_an_example_with_a_fence_gets_a_longer_one():
    example = RULE.example[1].model_copy(update={"text": "```\ncode\n```"})

    assert "````text\n```\ncode\n```\n````" in documentation([RULE.model_copy(update={"example": (example,)})])


def test_the_page_is_up_to_date():
    """Mended by: python -m checker.judge.documentation > docs/rules.md"""
    assert PAGE.read_text(encoding="utf-8") == documentation(load_rules())
