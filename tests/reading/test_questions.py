"""Questions and answers, in each form that an article may give them."""

import pytest

from checker.articles import read_article

Block = tuple[str, str, int | None]


def blocks(text: str, path: str) -> list[Block]:
    return [(block.zone.value, block.text, block.question) for block in read_article(text, path).blocks]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        # Headings
        ("a.md", "## FAQ\n\n### Who pays?\n\nThe state.\n\n- 5 in all\n\n## After\n\nx", [
            ("heading", "FAQ", None), ("faq_question", "Who pays?", None), ("faq_answer", "The state.", 1),
            ("list", "5 in all", 1), ("heading", "After", None), ("body", "x", None),
        ]),
        ("a.md", "## 1. Who pays?\n\nWe do.\n\n## 2. How much?\n\nA lot.\n\n## End\n\nx", [
            ("faq_question", "1. Who pays?", None), ("faq_answer", "We do.", 0), ("faq_question", "2. How much?", None),
            ("faq_answer", "A lot.", 2), ("heading", "End", None), ("body", "x", None),
        ]),
        ("a.md", "## Start\n\na\n\n## What next?\n\nb\n\n## End\n\nc", [
            ("heading", "Start", None), ("body", "a", None), ("heading", "What next?", None), ("body", "b", None),
            ("heading", "End", None), ("body", "c", None),
        ]),
        ("a.md", "# Six questions answered\n\nIntro.\n\n## Who?\n\nMe.\n\n## Costs\n\nMany.", [
            ("title", "Six questions answered", None), ("body", "Intro.", None), ("faq_question", "Who?", None),
            ("faq_answer", "Me.", 2), ("heading", "Costs", None), ("body", "Many.", None),
        ]),
        ("a.html", "<h2>Why?</h2><p>So.</p><h2>How?</h2><p>Thus.</p><table><tr><td>5</table>", [
            ("faq_question", "Why?", None), ("faq_answer", "So.", 0), ("faq_question", "How?", None),
            ("faq_answer", "Thus.", 2), ("table", "5", 2),
        ]),
        # Bold questions
        ("a.md", "**Can I go?** Yes. Do.\n\nOrdinary text.", [
            ("faq_question", "Can I go?", None), ("faq_answer", "Yes. Do.", 0), ("body", "Ordinary text.", None),
        ]),
        ("a.md", "**Can I go?**\nYes.\n\nIt is free.\n\n**Where?**\n\nHere.\n\nAnd there.\n\n**More**\n\nx", [
            ("faq_question", "Can I go?", None), ("faq_answer", "Yes.", 0), ("faq_answer", "It is free.", 0),
            ("faq_question", "Where?", None), ("faq_answer", "Here.", 3), ("body", "And there.", None),
            ("body", "More", None), ("body", "x", None),
        ]),
        ("a.md", "- **Who?** Ana.\n- **When?** In May.", [
            ("faq_question", "Who?", None), ("faq_answer", "Ana.", 0), ("faq_question", "When?", None),
            ("faq_answer", "In May.", 2),
        ]),
        ("a.html", "<p><strong>Who?</strong><br>Ana.</p>", [("faq_question", "Who?", None), ("faq_answer", "Ana.", 0)]),
        ("a.md", "**You came in 2019. Why?**\n\nFor work.", [
            ("faq_question", "You came in 2019. Why?", None), ("faq_answer", "For work.", 0),
        ]),
        ("a.md", "**Really** that is it?", [("body", "Really that is it?", None)]),
        # Terms and summaries
        ("a.html", "<dl><dt>Who?<dd>Ana.<dd>Tom.<dt>When?<dd>May.</dl><p>x</p>", [
            ("faq_question", "Who?", None), ("faq_answer", "Ana.", 0), ("faq_answer", "Tom.", 0),
            ("faq_question", "When?", None), ("faq_answer", "May.", 3), ("body", "x", None),
        ]),
        ("a.html", "<dl><dt>Term<dd>Meaning.</dl>", [("body", "Term", None), ("body", "Meaning.", None)]),
        ("a.html", "<details><summary>Who?</summary><p>Ana.</p>Tom</details><p>x</p>", [
            ("faq_question", "Who?", None), ("faq_answer", "Ana.", 0), ("faq_answer", "Tom", 0), ("body", "x", None),
        ]),
        ("a.md", "<details>\n<summary>Who?</summary>\n\nAna **and** Tom.\n\n</details>\n\nx", [
            ("faq_question", "Who?", None), ("faq_answer", "Ana and Tom.", 0), ("body", "x", None),
        ]),
        ("a.md", "Who?\n: Ana.\n\nTerm\n: Meaning.", [
            ("faq_question", "Who?", None), ("faq_answer", "Ana.", 0), ("body", "Term", None), ("body",
             "Meaning.", None),
        ]),
        # Lines
        ("a.txt", "Who pays for it?\n\nThe state does.\n\nHow much is it?\n\nNobody knows.", [
            ("faq_question", "Who pays for it?", None), ("faq_answer", "The state does.", 0),
            ("faq_question", "How much is it?", None), ("faq_answer", "Nobody knows.", 2),
        ]),
        ("a.txt",
         "Some text here.\n\nFrequently Asked Questions\n\nWho pays?\n\nWe do.\n\nWhat is left? Not much is.\n\n"
         "Final Thoughts\n\nThat was it.", [
            ("body", "Some text here.", None), ("heading", "Frequently Asked Questions", None),
            ("faq_question", "Who pays?", None), ("faq_answer", "We do.", 2), ("faq_question", "What is left?", None),
            ("faq_answer", "Not much is.", 4), ("heading", "Final Thoughts", None), ("body", "That was it.", None),
        ]),
        ("a.md", "## Questions\n\nQ: Who pays?\n\nA: We do.", [
            ("heading", "Questions", None), ("faq_question", "Q: Who pays?", None), ("faq_answer", "A: We do.", 1),
        ]),
        ("a.txt", "Who is the mayor?\n\nThe mayor leads the council.", [
            ("faq_question", "Who is the mayor?", None), ("faq_answer", "The mayor leads the council.", 0),
        ]),
        ("a.md", "He paid.\n\nAnd who did not?\n\nEverybody else.", [
            ("body", "He paid.", None), ("body", "And who did not?", None), ("body", "Everybody else.", None),
        ]),
        ("a.md", "## FAQ\n\n### How safe is it?\n\nHow safe is safe? It depends.", [
            ("heading", "FAQ", None), ("faq_question", "How safe is it?", None),
            ("faq_answer", "How safe is safe? It depends.", 1),
        ]),
        ("a.md", "What is it for? Nobody can say.", [("body", "What is it for? Nobody can say.", None)]),
    ],
)  # fmt: skip
def test_questions(path: str, text: str, expected: list[Block]) -> None:
    assert blocks(text, path) == expected


def test_a_split_paragraph_keeps_every_place() -> None:
    text = "**Can I go?** Yes, for [£5 &amp; up](x)."
    question, answer = read_article(text, "a.md").blocks
    assert text[slice(*question.source.span(0, len(question.text)))] == "Can I go?"
    assert answer.text == "Yes, for £5 & up."
    start = answer.text.index("£5")
    assert text[slice(*answer.source.span(start, start + 4))] == "£5 &amp;"
    assert [answer.text[a:b] for a, b in answer.links] == ["£5 & up"]
    assert question.links == ()
