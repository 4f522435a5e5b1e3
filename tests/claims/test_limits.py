"""Lines that rules and capacities draw, and the times that come round in the clause of a figure."""

import pytest

import checker


def column(text: str, name: str) -> list[str]:
    claims = checker.check(text, path="article.txt", rules=()).claims
    return claims[claims["kind"] == "quantity"][name].tolist()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Tenants must appeal within 28 days.", "limit"),
        ("The hall can hold up to 300 people.", "limit"),
        ("Applicants have to be at least 18.", "limit"),
        ("Pay at least £40 in advance.", "limit"),
        ("Up to 12 books are allowed.", "limit"),
        ("The hall holds up to 300 people.", "level"),
        ("At least 40 people were hurt.", "level"),
        ("Tenants must pay £40.", "level"),
        ("The fee may rise by up to 10%.", "increase"),
    ],
)
def test_role_of_a_limit(text: str, role: str) -> None:
    assert column(text, "role") == [role]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("The pool draws 300 swimmers on Sundays.", "sunday"),
        ("Every Sunday 300 swimmers come.", "sunday"),
        ("The pool draws 300 swimmers in the summer.", "summer"),
        ("The pool drew 300 swimmers on Sunday 5 May 2024.", ""),
        ("The pool draws 300 swimmers. It is closed on Sundays.", ""),
    ],
)
def test_times_that_come_round_in_the_clause_of_a_figure(text: str, limits: str) -> None:
    assert column(text, "limits") == [limits]
