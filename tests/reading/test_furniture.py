"""Page furniture goes; prose that only mentions it stays."""

import pytest

from checker.articles import read_article

STORY = "The wall will cost £14m, the council said."


def kept(text: str, path: str) -> list[str]:
    return [block.text for block in read_article(text, path).blocks]


@pytest.mark.parametrize(
    "line",
    [
        "Read more on herald.example", "Read More: 9 bridges of note", "Share this article", "Advertisement",
        "ADVERTISEMENT",
        "Subscribe to our newsletter", "Sign up for the Herald's morning briefing", "Follow us on X",
        "Continue reading →",
        "Your email address will not be published. Required fields are marked *", "Photo by Ana Ruiz",
        "Tags: bridges, 2019",
        "© 2024 Herald Ltd", "Filed under: News", "Skip to content", "Don’t miss: the 5 best walls",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["a.txt", "a.md", "a.html"])
def test_left_out(line: str, form: str) -> None:
    text = f"<p>{STORY}</p><p>{line}</p><p>{STORY}</p>" if form == "a.html" else f"{STORY}\n\n{line}\n\n{STORY}\n"
    assert kept(text, form) == [STORY, STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to Larder Plus and you pay £2.49 a month.",
        "You can read more on the subject in the report of 2019.",
        "The advertisement cost £4m.",
        "Share this with 12 friends and the price falls to £3, the company says on its page, which 4,000 people read.",
        "Leave a reply within 14 days, the letter said.",
        "Follow us on the trail, said the guide, and the 12 walkers did so until the sun went down over the hills.",
    ],
)
def test_prose_stays(line: str) -> None:
    assert kept(f"{STORY}\n\n{line}\n\n{STORY}\n", "a.md") == [STORY, line, STORY]


@pytest.mark.parametrize(
    "ending", ["Leave a Reply", "## Leave a comment", "Join the conversation", "3 reader comments"]
)
def test_everything_behind_the_ending_is_left_out(ending: str) -> None:
    assert kept(f"{STORY}\n\n{ending}\n\nI think it cost 15 million.\n\nAna says no.", "a.md") == [STORY]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.md", "a.\n\n## Related articles\n\n- [9 bridges](x)\n- [5 walls](y)\n\nProse again here.", ["a.",
         "Prose again here."]),
        ("a.txt", "It is so.\n\nRelated Articles\n\n• 9 bridges\n• 5 walls\n\nIt cost £5.", ["It is so.",
         "It cost £5."]),
        ("a.md", "[x](y) a.\n\n## Topics\n\n- wall cost\n- roads", ["x a.", "Topics", "wall cost", "roads"]),
        ("a.md", "a.\n\n## Next\n\nThe wall opens.", ["a.", "Next", "The wall opens."]),
        ("a.md", "a.\n\n## Recommended\n\nWe recommend 2 GB of memory.", ["a.", "Recommended",
         "We recommend 2 GB of memory."]),
    ],
)  # fmt: skip
def test_link_lists(path: str, text: str, expected: list[str]) -> None:
    assert kept(text, path) == expected
