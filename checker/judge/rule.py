"""A rule: one TOML file that names what to select, how to pair it, and which predicate flags it. It holds no code."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    ValidationInfo,
    field_validator,
    model_validator,
)

from checker.articles.article import Zone
from checker.claims.table import COLUMNS
from checker.judge.comparable import COMPARISONS
from checker.judge.finding import Severity
from checker.judge.predicates import CLAIM_PREDICATES, FRAME_PREDICATES, PAIR_PREDICATES
from checker.judge.registry import Predicate
from checker.judge.scopes import LEAST
from checker.language.quantity import Bound

TIME = "time"  # in `compatible`: the interval date_start to date_end
MOST_EXAMPLES = 200
MOST_CONDITIONS = 20

# What a column with a closed vocabulary may hold, so that a misspelt value is an error and not a rule that never fires.
VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "kind": ("quantity", "date", "duration", "event", "name", "phrase", "question", "answer"),
    "zone": tuple(zone.value for zone in Zone),
    "bound": tuple(bound.value for bound in Bound),
    "polarity": ("affirmed", "negated"),
}
# What a message may name besides columns. `label` is the value as it was understood ("more than 200 sanctions").
CLAIM_WORDS = (*COLUMNS, "label", "as_of", "published")
PAIR_WORDS = (*CLAIM_WORDS, *(f"{side}.{column}" for side in "ab" for column in (*COLUMNS, "label")))

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """' Did you mean "x"?' where a known word is close to `word`, else nothing."""
    close = get_close_matches(word[:100], known, n=1)
    return f' Did you mean "{close[0]}"?' if close else ""


def placeholders(message: str) -> list[str]:
    """The names in braces that `message` holds."""
    return _PLACEHOLDER.findall(message)


def filled(message: str, words: Mapping[str, str]) -> str:
    """`message` with its names in braces replaced by `words`; nothing is evaluated."""
    return _PLACEHOLDER.sub(lambda match: words.get(match[1], match[0]), message)


def _one_of(what: str, known: tuple[str, ...]) -> AfterValidator:
    def check(word: str) -> str:
        if word not in known:
            raise ValueError(f"is not {what}.{did_you_mean(word, known)} Known: {', '.join(known)}")
        return word

    return AfterValidator(check)


def _scalar(value: Any) -> str | bool | int | float:
    if not isinstance(value, str | bool | int | float):
        raise ValueError("holds a word, a number, true or false, or a list of these")
    return value


def _listed(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (value,)


def _enum(known: Iterable[str]) -> Any:
    """What the JSON Schema of rule files says of a name."""
    return Field(json_schema_extra={"enum": list[JsonValue](sorted(known))})


ColumnName = Annotated[str, _one_of("a column of the claims table", tuple(COLUMNS)), _enum(COLUMNS)]
ScopeName = Annotated[
    str, _one_of(f'a column of the claims table or "{TIME}"', (*COLUMNS, TIME)), _enum((*COLUMNS, TIME))
]
ColumnNames = Annotated[tuple[ColumnName, ...], Field(max_length=MOST_CONDITIONS)]
ScopeNames = Annotated[tuple[ScopeName, ...], Field(max_length=MOST_CONDITIONS)]
ClaimPredicate = Annotated[
    str, _one_of("a predicate of one claim", tuple(sorted(CLAIM_PREDICATES))), _enum(CLAIM_PREDICATES)
]
PairPredicate = Annotated[str, _one_of("a predicate of a pair", tuple(sorted(PAIR_PREDICATES))), _enum(PAIR_PREDICATES)]
Comparison = Annotated[str, _one_of("a comparison", tuple(COMPARISONS)), _enum(COMPARISONS)]
FramePredicate = Annotated[
    str, _one_of("a predicate of a frame", tuple(sorted(FRAME_PREDICATES))), _enum(FRAME_PREDICATES)
]
Scalar = Annotated[Any, AfterValidator(_scalar)]
Sentence = Annotated[str, Field(min_length=1, max_length=1000)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(_Part):
    """A column and the values, of which a row must hold one."""

    column: ColumnName
    values: Annotated[tuple[Scalar, ...], Field(min_length=1, max_length=100)]

    @model_validator(mode="after")
    def _check_values(self) -> Self:
        dtype = COLUMNS[self.column].dtype
        wanted, fits = _VALUES.get(dtype, ("nothing: the column cannot be selected by", lambda _: False))
        for value in self.values:
            if not fits(value):
                raise ValueError(f"holds {wanted}, not {value!r}")
            known = VOCABULARY.get(self.column, ())
            if known and value != "" and value not in known:
                meant = did_you_mean(str(value), known)
                raise ValueError(f'"{value}" is not a {self.column}.{meant} Known: {", ".join(known)}')
        return self


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_VALUES: Mapping[str, tuple[str, Any]] = {
    "object": ("words in quotation marks", lambda value: isinstance(value, str)),
    "bool": ("true or false", lambda value: isinstance(value, bool)),
    "int64": ("numbers", _is_number),
    "float64": ("numbers", _is_number),
}


def _conditions(table: Any) -> Any:
    if not isinstance(table, dict):
        return table
    if len(table) > MOST_CONDITIONS:
        raise ValueError(f"holds {len(table)} conditions; {MOST_CONDITIONS} are the most")
    return {column: {"column": column, "values": _listed(values)} for column, values in table.items()}


_Written = dict[ColumnName, str | bool | int | float | tuple[str | bool | int | float, ...]]
Selection = Annotated[
    dict[str, Condition], BeforeValidator(_conditions, json_schema_input_type=_Written), Field(default_factory=dict)
]


class _Shape(_Part):
    """What every shape may say: a message of its own in place of the rule's."""

    message: str = Field(default="", max_length=1000)

    @property
    def words(self) -> tuple[str, ...]:
        """What the message may name in braces."""
        return ()

    @model_validator(mode="after")
    def _check_own_message(self) -> Self:
        _check_words(self.message, self.words)
        return self


class ClaimShape(_Shape):
    """Flags single rows. Repeats whose `once_per` columns are equal and known become one finding."""

    select: Selection
    reject: Selection
    flag: ClaimPredicate
    once_per: ColumnNames = ()

    @property
    def predicate(self) -> Predicate:
        """The predicate that `flag` names."""
        return CLAIM_PREDICATES[self.flag]

    @property
    def words(self) -> tuple[str, ...]:
        """What the message may name in braces."""
        return CLAIM_WORDS


class PairShape(_Shape):
    """Flags two rows of one article.

    `select` holds for both sides, `left` and `right` for one each. `same` columns are equal and known; `compatible`
    ones are equal, or unknown on a side. With `share`, the two have that many words of `terms` in common. With
    `comparison`, the evidence that they speak of one fact is weighed (checker.judge.comparable) and has to reach
    `evidence`; less is enough where the figures themselves are telling, as after a slip of a thousandfold.
    """

    select: Selection
    reject: Selection
    left: Selection
    right: Selection
    same: ColumnNames = ()
    compatible: ScopeNames = ()
    share: Annotated[int, Field(ge=0, le=20)] = 0
    comparison: Comparison | None = None
    evidence: Annotated[float, Field(ge=-5, le=20)] = LEAST
    flag: PairPredicate

    @property
    def predicate(self) -> Predicate:
        """The predicate that `flag` names."""
        return PAIR_PREDICATES[self.flag]

    @property
    def words(self) -> tuple[str, ...]:
        """What the message may name in braces."""
        return PAIR_WORDS

    @model_validator(mode="after")
    def _check_join(self) -> Self:
        if not self.same and not self.share:
            raise ValueError("needs `same` or `share`: pairing all rows with all others finds only chance")
        return self


class AcrossShape(_Shape):
    """Compares articles with each other: an audit of an archive runs it, the check of one article does not.

    Claims that `select` and `reject` let through may state one fact where their `same` columns are equal and known, and
    where they are about the same proper names: what is called the same in two articles ("the museum") is seldom the
    same thing. `about` lists groups of columns; the names of the first group that holds any count. `comparison` and
    `evidence` are those of a pair. `lasting` facts (when something was founded) are true of all time; others hold on
    the day that the claim or its article gives.
    """

    select: Selection
    reject: Selection
    same: Annotated[ColumnNames, Field(min_length=1)]
    about: Annotated[tuple[ColumnNames, ...], Field(min_length=1, max_length=5)]
    comparison: Comparison
    evidence: Annotated[float, Field(ge=-5, le=20)] = LEAST
    lasting: bool = False
    flag: PairPredicate

    @property
    def predicate(self) -> Predicate:
        """The predicate that `flag` names."""
        return PAIR_PREDICATES[self.flag]

    @property
    def words(self) -> tuple[str, ...]:
        """What the message may name in braces."""
        return PAIR_WORDS


class FrameShape(_Shape):
    """Flags frames: figures that the text itself ties together. `select` keeps the frame's rows that it holds for."""

    kind: Annotated[
        tuple[str, ...], BeforeValidator(_listed, json_schema_input_type=str | tuple[str, ...]), Field(min_length=1)
    ]
    select: Selection
    reject: Selection
    flag: FramePredicate

    def keeps(self, row: Mapping[str, Any]) -> bool:
        """Whether a claim of the frame is selected and not rejected."""
        return all(row[one.column] in one.values for one in self.select.values()) and not any(
            row[one.column] in one.values for one in self.reject.values()
        )

    @property
    def predicate(self) -> Predicate:
        """The predicate that `flag` names."""
        return FRAME_PREDICATES[self.flag]

    @property
    def words(self) -> tuple[str, ...]:
        """What the message may name in braces."""
        return (*self.predicate.words, "as_of", "published")


def _findings(value: Any) -> Any:
    return [(item,) if isinstance(item, str) else item for item in value] if isinstance(value, list) else value


class OtherArticle(_Part):
    """A second article beside the text of an example, for rules that compare articles."""

    text: str
    published: dt.date | None = None


class Example(_Part):
    """A text and what the rule flags in it: the quotes of each finding, in order. Both a test and documentation.

    `other` are further articles, for rules that compare articles with each other.
    """

    text: str
    other: Annotated[tuple[OtherArticle, ...], Field(max_length=20)] = ()
    flags: Annotated[
        tuple[tuple[str, ...], ...],
        BeforeValidator(_findings, json_schema_input_type=tuple[str | tuple[str, ...], ...]),
    ]
    published: dt.date | None = None
    as_of: dt.date | None = None
    path: str = "article.md"
    todo: str = ""

    @field_validator("flags")
    @classmethod
    def _check_quotes(cls, flags: tuple[tuple[str, ...], ...], known: ValidationInfo) -> tuple[tuple[str, ...], ...]:
        text = "\n".join((known.data.get("text", ""), *(other.text for other in known.data.get("other", ()))))
        for quote in (quote for quotes in flags for quote in quotes):
            if quote not in text:
                raise ValueError(f"quotes {quote[:80]!r}, which the text does not hold")
        return flags


_SHAPES = ("claim", "pair", "frame", "across")
Shape = ClaimShape | PairShape | FrameShape | AcrossShape


class Reads(StrEnum):
    """What a rule needs to know of the words of an article, each with what stands before it.

    text: figures, dates and words as they stand; grammar: what they count, and who does what; names: whom and where.
    """

    TEXT = "text"
    GRAMMAR = "grammar"
    NAMES = "names"


class Rule(_Part):
    """One rule. `id` is its file's name, `pack` its folder's; `path` is the file.

    A rule has one shape or several: a `[pair]` and a `[frame]`, or two `[[pair]]`, where one fault shows in two ways.
    """

    id: str
    pack: str
    path: str
    summary: Sentence
    severity: Severity
    why: Sentence
    remedy: str = Field(default="", max_length=1000)
    cannot: str = Field(default="", max_length=2000)
    reads: Reads = Reads.NAMES
    allow: tuple[str, ...] = Field(default=(), max_length=500)  # phrases left alone; a configuration may add some
    # Of a rule about "as of": months after which it is old, by kind, in place of the lexicon's; set by a configuration.
    horizons: dict[str, Annotated[int, Field(ge=1, le=1200)]] = Field(default={}, max_length=20)
    claim: Annotated[
        tuple[ClaimShape, ...], BeforeValidator(_listed, json_schema_input_type=ClaimShape | tuple[ClaimShape, ...])
    ] = ()
    pair: Annotated[
        tuple[PairShape, ...], BeforeValidator(_listed, json_schema_input_type=PairShape | tuple[PairShape, ...])
    ] = ()
    frame: Annotated[
        tuple[FrameShape, ...], BeforeValidator(_listed, json_schema_input_type=FrameShape | tuple[FrameShape, ...])
    ] = ()
    across: Annotated[
        tuple[AcrossShape, ...], BeforeValidator(_listed, json_schema_input_type=AcrossShape | tuple[AcrossShape, ...])
    ] = ()
    message: Sentence  # behind the shapes, which decide what it may name
    example: tuple[Example, ...] = Field(default=(), max_length=MOST_EXAMPLES)

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """All the ways in which the rule finds its fault."""
        return (*self.claim, *self.pair, *self.frame, *self.across)

    @model_validator(mode="after")
    def _check_shapes(self) -> Self:
        if not self.shapes:
            raise ValueError("needs one of [claim], [pair], [frame] and [across]; it has none")
        return self

    @field_validator("message")
    @classmethod
    def _check_message(cls, message: str, fields: ValidationInfo) -> str:
        for shape in (shape for name in _SHAPES for shape in fields.data.get(name, ()) if not shape.message):
            _check_words(message, shape.words)
        return message


def _check_words(message: str, known: tuple[str, ...]) -> None:
    for name in placeholders(message):
        if name not in known:
            few = f" Known: {', '.join(known)}" if len(known) < 20 else ""
            raise ValueError(f'names "{{{name}}}", which is not known here.{did_you_mean(name, known)}{few}')
