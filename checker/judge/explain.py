"""Explains a rule from its own file: what it finds, why that matters, what to do, what it cannot see, with examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checker.judge.rule import AcrossShape, Condition, Example, FrameShape, PairShape, Reads, Rule, Shape

_SEVERITIES = {
    "error": "both cannot be true",
    "warning": "both cannot be true if they speak of the same thing",
    "note": "too vague or too old to check",
}
_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in plain words. `method` says step by step how it decides; print it, or take it apart."""

    rule: str
    pack: str
    severity: str
    severity_meaning: str
    summary: str
    why: str
    remedy: str
    cannot: str
    method: tuple[str, ...]
    firing: tuple[Example, ...]
    silent: tuple[Example, ...]
    missed: tuple[Example, ...]

    def __str__(self) -> str:
        lines = [f"{self.rule} ({self.pack}, {self.severity}: {self.severity_meaning})", "", f"{self.summary}."]
        for title, text in (("Why", self.why), ("What to do", self.remedy), ("What it cannot detect", self.cannot)):
            if text:
                lines += ["", f"{title}:", *_paragraph(text)]
        lines += ["", "How it decides:", *(f"  - {step}" for step in self.method)]
        for title, examples in (("Fires on", self.firing), ("Silent on", self.silent), ("Known misses", self.missed)):
            for number, example in enumerate(examples):
                lines += ["", f"{title}:"] if number == 0 else [""]
                lines += [line for part in texts(example).split("\n") for line in _paragraph(part)]
                lines += [f"    flagged: {' / '.join(quotes)}" for quotes in example.flags]
        return "\n".join(lines)


def explain(rule: Rule) -> Explanation:
    """What `rule` finds and why, taken from its file alone."""
    kept = [example for example in rule.example if not example.todo]
    return Explanation(
        rule=rule.id,
        pack=rule.pack,
        severity=rule.severity.value,
        severity_meaning=_SEVERITIES[rule.severity.value],
        summary=rule.summary.rstrip("."),
        why=rule.why,
        remedy=rule.remedy,
        cannot=rule.cannot,
        method=tuple(_method(rule)),
        firing=tuple(example for example in kept if example.flags),
        silent=tuple(example for example in kept if not example.flags),
        missed=tuple(example for example in rule.example if example.todo),
    )


def texts(example: Example) -> str:
    """The text of an example, and of the other articles that stand beside it."""
    others = (
        f"Another article{f', published {other.published}' if other.published else ''}:\n{other.text.strip()}"
        for other in example.other
    )
    if not example.other:
        return example.text.strip()
    published = f"An article, published {example.published}:\n" if example.published else "An article:\n"
    return "\n\n".join((published + example.text.strip(), *others))


def _method(rule: Rule) -> Iterator[str]:
    for number, shape in enumerate(rule.shapes):
        if number:
            yield "or else:"
        yield from _steps(shape)
    if rule.reads is Reads.TEXT:
        yield "needs no language model, so that --fast applies it, too"


def _steps(shape: Shape) -> Iterator[str]:
    if isinstance(shape, FrameShape):
        yield f"looks at figures that the text ties together: {_either(shape.kind)}"
    if shape.select:
        yield f"looks at claims {_joined(_conditions(shape.select), 'and')}"
    if shape.reject:
        yield f"leaves out claims {_joined(_conditions(shape.reject), 'or')}"
    if isinstance(shape, PairShape):
        for side, conditions in (("one", shape.left), ("the other", shape.right)):
            if conditions:
                yield f"takes for {side} side claims {_joined(_conditions(conditions), 'and')}"
        if shape.same:
            yield f"compares two claims with the same {_all(shape.same)}"
        if shape.compatible:
            yield f"whose {_all(shape.compatible)} do not differ; where only one states it, the severity is one lower"
        if shape.share:
            yield f"whose surroundings have at least {shape.share} words in common"
        if shape.comparison:
            yield "weighs what else says that both speak of one fact, and compares them only where that suffices"
    if isinstance(shape, AcrossShape):
        yield f"compares claims of different articles with the same {_all(shape.same)}, about the same proper names"
        yield "weighs what else says that both speak of one fact, and compares them only where that suffices"
        if not shape.lasting:
            yield "tells what changed from one article to a later one apart from what differs at one time"
    meaning = shape.predicate.meaning.rstrip(".")
    yield f"reports: {meaning[0].lower()}{meaning[1:]}"


def _conditions(conditions: Mapping[str, Condition]) -> Iterator[str]:
    for column, condition in conditions.items():
        name = column.replace("_", " ")
        if condition.values in ((True,), (False,)):
            yield f"that are {name}" if condition.values[0] else f"that are not {name}"
        else:
            yield f"whose {name} is {_either(_value(value) for value in condition.values)}"


def _value(value: object) -> str:
    return "unknown" if value == "" else str(value)


def _either(words: Iterable[str]) -> str:
    return _joined(words, "or")


def _all(words: Iterable[str]) -> str:
    return _joined((word.replace("_", " ") for word in words), "and")


def _joined(words: Iterable[str], last: str) -> str:
    *head, tail = words
    return f"{', '.join(head)} {last} {tail}" if head else tail


def _paragraph(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
