"""Finds questions and their answers, whatever form they take: headings, bold lines, definition lists, plain lines.

A heading that asks is an ordinary heading unless its section is a list of questions, or its neighbour asks as well.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.articles.article import Zone
from checker.articles.draft import Draft

_QUESTION_LIST = re.compile(
    r"\bfaqs?\b|\bfrequently asked\b|\bq\s?(?:&|and)\s?a\b|\bquestions? (?:and|&) answers?\b"
    r"|\bquestions (?:answered|explained)\b"
    r"|\b(?:common|popular|top|your|readers'?|customers?'?) questions\b|^(?:\w+ ){0,2}questions\W*$",
    re.IGNORECASE,
)
_ASKING_WORD = (
    r"(?:who|whom|whose|what|when|where|why|which|how|am|is|are|was|were|do|does|did|can|could|will|would|shall|should|"
    r"may|might|must|has|have|had|isn't|aren't|don't|doesn't|can't|in what|at what|on what|for how|by how)"
)
_LEADING_QUESTION = re.compile(rf"(?:Q[.:]\s*)?{_ASKING_WORD}\b[^.?!]{{3,200}}\?(?=\s+\S)", re.IGNORECASE)
_SENTENCE_BREAK = re.compile(r"[.!?][”\"’']?\s")
_LABEL = re.compile(r"(?:\d{1,3}[.)]|Q(?:uestion)?\s?\d{0,3}[.:)])\s*", re.IGNORECASE)
_LONGEST_QUESTION = 30  # words
_ANSWERS = frozenset({Zone.BODY, Zone.LIST, Zone.TABLE, Zone.QUOTE, Zone.CAPTION})


def with_questions(drafts: list[Draft]) -> list[Draft]:
    """`drafts` with questions and answers in their zones, each answer knowing its question.

    A paragraph that begins with its question is split in two. Lists, tables, captions and quotations in an answer keep
    their own zone, and know their question too.
    """
    drafts, bold = _split_bold_questions(drafts)
    sections = list(_sections(drafts))
    headings = _asking_headings(sections)
    answered: list[Draft] = []
    for section, in_list in sections:
        heading = section[0] if section and section[0] in headings else None
        answered.extend(_answer(section, heading, bold, in_list, whole=len(sections) == 1))
    return answered


def _split_bold_questions(drafts: list[Draft]) -> tuple[list[Draft], set[Draft]]:
    """Parts each paragraph that begins with its question in bold; returns those questions as well."""
    split: list[Draft] = []
    bold: set[Draft] = set()
    for draft in drafts:
        end = _leading_bold(draft)
        if not draft.text[:end].rstrip().endswith("?"):
            split.append(draft)
        elif not draft.text[end:].strip():
            bold.add(draft)  # however long: an interviewer's question may take several sentences
            split.append(draft)
        elif _asks(draft.text[:end]):
            question, answer = draft.split(end)
            answer.question = question
            bold.add(question)
            split += [question, answer]
        else:
            split.append(draft)
    return split, bold


def _leading_bold(draft: Draft) -> int:
    """Where the bold text ends with which a paragraph or list item begins, 0 where it does not."""
    if draft.zone not in (Zone.BODY, Zone.LIST) or not draft.strong or draft.strong[0][0] > 0:
        return 0
    return draft.strong[0][1]


def _sections(drafts: list[Draft]) -> Iterator[tuple[list[Draft], bool]]:
    """The drafts from each heading to the next, and whether they belong to a list of questions."""
    title = next((draft.text for draft in drafts if draft.zone is Zone.TITLE), "")
    list_level: int | None = 0 if _QUESTION_LIST.search(title) else None
    section: list[Draft] = []
    in_list = list_level is not None
    for draft in drafts:
        if draft.zone is Zone.HEADING:
            yield section, in_list
            section = []
            if _QUESTION_LIST.search(draft.text):
                list_level = draft.level
            elif list_level is not None and draft.level <= list_level and not _asks(draft.text):
                list_level = None
            in_list = list_level is not None
        section.append(draft)
    yield section, in_list


def _asking_headings(sections: list[tuple[list[Draft], bool]]) -> set[Draft]:
    headed = [
        (section[0], in_list, len(section) > 1)
        for section, in_list in sections
        if section and section[0].zone is Zone.HEADING
    ]
    asking: set[Draft] = set()
    for index, (heading, in_list, has_answer) in enumerate(headed):
        if not (has_answer and _asks(heading.text)) or _QUESTION_LIST.search(heading.text):
            continue
        neighbours = [headed[at][0] for at in (index - 1, index + 1) if 0 <= at < len(headed)]
        if in_list or any(other.level == heading.level and _asks(other.text) for other in neighbours):
            asking.add(heading)
    return asking


def _answer(
    section: list[Draft], heading: Draft | None, bold: set[Draft], in_list: bool, whole: bool
) -> Iterator[Draft]:
    lines = set() if heading else _asking_lines(section, bold, in_list, whole)
    last_bold = max((index for index, draft in enumerate(section) if draft in bold), default=-1)
    question: Draft | None = None
    answers = 0
    for index, draft in enumerate(section):
        if question is not None and question.pair is not None and question.pair is not draft.pair:
            question = None
        if draft is heading or draft in bold or draft in lines or (draft.asks and draft.pair and _asks(draft.text)):
            draft.zone = Zone.FAQ_QUESTION
            question, answers = draft, 0
        elif draft.question is not None:
            # The rest of a paragraph that began with its question in bold.
            draft.zone = Zone.FAQ_ANSWER
            answers += 1
        elif draft.zone in _ANSWERS and not _is_bold_line(draft):
            by_paragraph = (question is None or question in lines) and in_list and draft.zone is Zone.BODY
            if by_paragraph and (question is None or answers) and (lead := _LEADING_QUESTION.match(draft.text)):
                question, draft = draft.split(lead.end())
                question.zone = Zone.FAQ_QUESTION
                lines.add(question)
                answers = 0
                yield question
            if question is not None and (question not in bold or not answers or index < last_bold):
                answers += 1
                _answers(draft, question)
        else:
            question = None
        yield draft


def _is_bold_line(draft: Draft) -> bool:
    """Whether a paragraph is bold throughout: a heading in all but name."""
    return draft.zone is Zone.BODY and _leading_bold(draft) >= len(draft.text.rstrip(" :.")) > 0


def _answers(draft: Draft, question: Draft) -> None:
    draft.question = question
    if draft.zone is Zone.BODY:
        draft.zone = Zone.FAQ_ANSWER


def _asking_lines(section: list[Draft], bold: set[Draft], in_list: bool, whole: bool) -> set[Draft]:
    """Paragraphs that are nothing but a question and are followed by an answer."""
    content = [draft for draft in section if draft.zone in _ANSWERS and draft not in bold]
    asking = {
        draft
        for draft, following in pairwise(content)
        if draft.zone is Zone.BODY or (draft.zone is Zone.LIST and in_list)
        if _asks(draft.text) and not _asks(following.text)
    }
    all_of_it = whole and bool(content) and content[0] in asking
    return asking if in_list or len(asking) > 1 or all_of_it else set()


def _asks(text: str) -> bool:
    """Whether `text` is one question and no more."""
    text = text.strip()
    if not text.endswith("?") or text.count(" ") >= _LONGEST_QUESTION:
        return False
    label = _LABEL.match(text)
    return not _SENTENCE_BREAK.search(text, label.end() if label else 0)
