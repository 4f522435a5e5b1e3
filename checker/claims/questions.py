"""Questions and whether the text below them holds what they ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.articles.article import Zone
from checker.claims.answers import answer_of
from checker.claims.patterns import find_patterns
from checker.claims.reading import BlockReading, Mention
from checker.claims.table import blank_row

LEXICON = "questions"
# Words that may stand before the question word: "And since when", "Q: how many".
_OPENING = {
    "q",
    ":",
    ".",
    "and",
    "but",
    "so",
    ",",
    "then",
    "on",
    "by",
    "in",
    "from",
    "for",
    "to",
    "at",
    "of",
    "exactly",
}
_NOT_ANSWERS = {Zone.METADATA, Zone.HEADING, Zone.CAPTION, Zone.TITLE, Zone.DESCRIPTION}


def find_questions(readings: list[BlockReading]) -> list[Mention]:
    """Every question of a FAQ or heading with its answer, as mentions of kind `question` and `answer`.

    Both rows hold the question's type in `lexicon`, its block's number in `entry`, and what became of it in `answer`.
    """
    found = []
    for position, reading in enumerate(readings):
        if _is_question(reading):
            answers = list(_answers(readings, position))
            kind = question_type(reading)
            outcome = answer_of(reading, kind, answers)
            if not kind and outcome == "missing":
                kind = "yes or no"
            found.append(_mention(reading, "question", kind, reading, outcome))
            if answers:
                found.append(_mention(answers[0], "answer", kind, reading, outcome))
    return found


def question_type(reading: BlockReading) -> str:
    """What a question asks for (an entry of the lexicon `questions`); "" where any answer will do."""
    tokens = reading.parse.tokens
    for match in find_patterns(LEXICON, reading.parse):
        if all(token.lemma in _OPENING or token.text.isdigit() for token in tokens[: match.first]):
            return match.entry
    return ""


def _is_question(reading: BlockReading) -> bool:
    block = reading.block
    return block.text.rstrip().endswith("?") and block.zone in (Zone.FAQ_QUESTION, Zone.HEADING)


def _answers(readings: Sequence[BlockReading], position: int) -> Iterator[BlockReading]:
    """The blocks that answer a question: those that say so, else those up to the next heading or question."""
    question = readings[position].block
    linked = [reading for reading in readings if reading.block.question == question.number]
    if linked:
        yield from linked
        return
    for reading in readings[position + 1 :]:
        if reading.block.zone == Zone.FAQ_QUESTION or 0 < reading.block.level <= (question.level or 6):
            return
        if reading.block.zone not in _NOT_ANSWERS:
            yield reading


def _mention(reading: BlockReading, kind: str, asked: str, question: BlockReading, outcome: str) -> Mention:
    row = blank_row(kind)
    row.update(lexicon=asked, entry=f"question {question.block.number}", answer=outcome)
    start, end = reading.parse.sentence_span(0) if kind == "answer" else (0, len(reading.block.text.rstrip()))
    return Mention(reading, start, end, reading.parse.token_at(start), row)
