"""Writes docs/rules.md from the rule files: `python -m checker.judge.documentation > docs/rules.md`."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from checker.claims.table import COLUMNS
from checker.judge.explain import Explanation, explain, texts
from checker.judge.load import load_rules
from checker.judge.predicates import CLAIM_PREDICATES, FRAME_PREDICATES, PAIR_PREDICATES
from checker.judge.registry import Predicate
from checker.judge.rule import Example, Rule

_TITLE = """# Rules

<!-- Written by `python -m checker.judge.documentation`; edit the files in rules/ instead. -->

A finding never says which side is wrong. **error**: both cannot be true. **warning**: both cannot be true if they
speak of the same thing. **note**: too vague or too old to check.
"""
_VOCABULARY = """## Words for writing rules

A rule selects rows by the columns of the claims table and names one predicate that flags them.
"""
_SHAPES: Sequence[tuple[str, Mapping[str, Predicate]]] = (
    ("[claim]", CLAIM_PREDICATES),
    ("[pair] and [across]", PAIR_PREDICATES),
    ("[frame]", FRAME_PREDICATES),
)


def documentation(rules: Iterable[Rule]) -> str:
    """The page about `rules` (ordered by pack), in Markdown."""
    explained = [explain(rule) for rule in rules]
    return "\n".join([_TITLE, *_contents(explained), *(line for one in explained for line in _rule(one)), *_words()])


def _contents(explained: Iterable[Explanation]) -> Iterator[str]:
    for pack, members in groupby(explained, key=lambda one: one.pack):
        yield f"**{pack}**\n"
        yield from (f"- [`{one.rule}`](#{one.rule}) ({one.severity}): {one.summary}" for one in members)
        yield ""


def _rule(one: Explanation) -> Iterator[str]:
    yield f"## {one.rule}\n"
    yield f"{one.summary}. *({one.pack}, {one.severity}: {one.severity_meaning})*\n"
    for title, text in (("Why", one.why), ("What to do", one.remedy), ("What it cannot detect", one.cannot)):
        if text:
            yield f"**{title}:** {' '.join(text.split())}\n"
    yield "**How it decides:**\n"
    yield from (f"- {step}" for step in one.method)
    yield ""
    for title, examples in (("Fires on", one.firing), ("Silent on", one.silent), ("Known misses", one.missed)):
        for number, example in enumerate(examples):
            yield from ([f"**{title}**\n"] if number == 0 else [])
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    text = texts(example)
    ticks = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, ticks + 1)
    yield f"{fence}text\n{text}\n{fence}\n"
    for quotes in example.flags:
        yield f"- flagged: {' / '.join(f'“{quote}”' for quote in quotes)}"
    if example.flags:
        yield ""


def _words() -> Iterator[str]:
    yield _VOCABULARY
    for shape, predicates in _SHAPES:
        yield f"### Predicates of {shape}\n"
        for name, predicate in sorted(predicates.items()):
            words = f" Words for the message: {', '.join(predicate.words)}." if predicate.words else ""
            yield f"- `{name}`: {predicate.meaning}{words}"
        yield ""
    yield "### Columns\n"
    yield from (f"- `{name}`: {column.meaning}" for name, column in COLUMNS.items())
    yield ""


if __name__ == "__main__":
    sys.stdout.buffer.write(documentation(load_rules()).encode("utf-8"))
