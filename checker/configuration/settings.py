"""What a configuration file may say. Names in the file have hyphens: `fail-on`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from checker.configuration.path_patterns import matches

FILE_NAMES = ("subeditor.toml", ".subeditor.toml", "pyproject.toml")
BASELINE_NAME = "subeditor-baseline.jsonl"

Level = Literal["error", "warning", "note", "off"]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Names = Annotated[tuple[Name, ...], Field(max_length=500)]
Months = Annotated[int, Field(ge=1, le=1200)]
Levels = Annotated[dict[Name, Level], Field(max_length=500)]


class _Table(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=False, alias_generator=lambda name: name.replace("_", "-")
    )


_TableType = TypeVar("_TableType", bound=_Table)


class Dates(_Table):
    """Where articles say when they were published."""

    published: Names = Field(
        default=(), description="Front matter keys that hold the date of publication, the best first."
    )


class Allowance(_Table):
    """A finding that is right as it stands."""

    rule: Name = Field(description="The rule whose findings are allowed.")
    paths: Names = Field(default=("**",), description="The articles concerned; all of them where this is left out.")
    words: str = Field(default="", max_length=1000, description="Only findings that quote these exact words.")
    reason: str = Field(default="", max_length=1000, description="Why it is right. A colleague will want to know.")


class Horizons(_Table):
    """After how many months a statement "as of" a day is old, by what it speaks of (lexicon `horizons`)."""

    post: Months | None = Field(default=None, description="Who holds an office or a post.")
    price: Months | None = Field(default=None, description="Prices, fees and rates.")
    count: Months | None = Field(default=None, description="Counts of people and things, and all else.")

    @property
    def months(self) -> dict[str, int]:
        """The months of each kind that the house has decided on."""
        return {kind: months for kind, months in self if months is not None}


class RuleOptions(_Table):
    """What a house has decided about one rule, besides its severity. What is left out stays as the rule has it."""

    allow: Names = Field(default=(), description="Words and phrases that the rule leaves alone, capitals or not.")
    most_per_1000_words: Annotated[float, Field(gt=0, le=1000)] | None = Field(
        default=None,
        description="The most findings of the rule that are shown for every 1,000 words of an article; "
        "the most useful ones are, and the last of them says how many are held back.",
    )
    horizons: Horizons = Field(
        default=Horizons(), description="Of a rule about statements “as of” a day: after how many months they are old."
    )


Options = Annotated[dict[Name, RuleOptions], Field(max_length=500)]


class Override(_Table):
    """What differs for some articles. Of several that fit an article, the later one wins."""

    paths: Names = Field(min_length=1, description="The articles concerned.")
    severity: Levels = Field(default_factory=dict, description="Rule or pack to error, warning, note or off.")
    options: Options = Field(default_factory=dict, description="Options of a rule, by its name.")


class Configuration(_Table):
    """The contents of `subeditor.toml`, or of `[tool.subeditor]` in `pyproject.toml`."""

    extend: str = Field(default="", description="Another configuration file, which this one adds to and overrides.")
    packs: Names = Field(default=(), description="The packs of rules to use; all of them where this is left out.")
    rules: Names = Field(
        default=(), description="Folders with rules of your own, beside those that come with subeditor."
    )
    lexicons: Names = Field(default=(), description="Folders with words that are added to the lexicons of subeditor.")
    severity: Levels = Field(default_factory=dict, description="Rule or pack to error, warning, note or off.")
    options: Options = Field(default_factory=dict, description="Options of a rule, by its name.")
    fail_on: Literal["error", "warning", "note", "never"] = Field(
        default="error", description="The least severity with which a check fails."
    )
    exclude: Names = Field(default=(), description="Articles that are not checked, even where they are named.")
    dates: Dates = Field(default=Dates(), description="Where articles say when they were published.")
    baseline: str = Field(default="", description=f"The baseline file; {BASELINE_NAME} where this is left out.")
    require_reason: bool = Field(default=True, description="Whether a suppression needs a reason to count.")
    allow: tuple[Allowance, ...] = Field(
        default=(), max_length=1000, description="Findings that are right as they stand."
    )
    overrides: tuple[Override, ...] = Field(default=(), max_length=200, description="What differs for some articles.")


@dataclass(frozen=True, slots=True)
class Settings:
    """A configuration and where it lies: paths and patterns in it are relative to `folder`.

    `file` is None, and `folder` the current one, where no file was found. `lines` gives the line of every key.
    """

    folder: Path
    file: Path | None = None
    configuration: Configuration = field(default_factory=lambda: Configuration())
    rule_folders: tuple[Path, ...] = ()
    lexicon_folders: tuple[Path, ...] = ()
    lines: tuple[tuple[tuple[str | int, ...], int], ...] = ()

    @property
    def baseline(self) -> Path:
        """The baseline file, whether it exists or not."""
        return self.folder / (self.configuration.baseline or BASELINE_NAME)

    def relative(self, path: str | Path) -> str:
        """`path` as patterns see it: relative to the folder, with forward slashes; as it is where it lies outside."""
        absolute = Path(path).absolute()
        for folder in (self.folder, self.folder.resolve()):
            if absolute.is_relative_to(folder):
                return absolute.relative_to(folder).as_posix()
        return Path(path).as_posix()

    def excludes(self, path: str) -> bool:
        """Whether the article at `path` is left out."""
        return _any(self.configuration.exclude, self.relative(path))

    def levels(self, path: str) -> dict[str, Level]:
        """The severity of every rule and pack that has one of its own for the article at `path`."""
        relative = self.relative(path)
        levels = dict(self.configuration.severity)
        for override in self.configuration.overrides:
            if _any(override.paths, relative):
                levels |= override.severity
        return levels

    def options(self, path: str) -> dict[str, RuleOptions]:
        """The options of every rule that has some for the article at `path`."""
        relative = self.relative(path)
        options = dict(self.configuration.options)
        for override in self.configuration.overrides:
            if _any(override.paths, relative):
                options = joined(options, override.options)
        return options

    def most(self, path: str) -> dict[str, float]:
        """How many findings of a rule the article at `path` may have for every 1,000 words, where that is limited."""
        options = self.options(path)
        return {rule: one.most_per_1000_words for rule, one in options.items() if one.most_per_1000_words is not None}

    def allowances(self, path: str) -> tuple[Allowance, ...]:
        """What is allowed in the article at `path`."""
        relative = self.relative(path)
        return tuple(allowed for allowed in self.configuration.allow if _any(allowed.paths, relative))


def joined(base: Mapping[str, RuleOptions], more: Mapping[str, RuleOptions]) -> dict[str, RuleOptions]:
    """`base` with what `more` says of a rule in place of what it says itself, option by option."""
    result = dict(base)
    for rule, options in more.items():
        result[rule] = _over(result.get(rule, RuleOptions()), options)
    return result


def _over(base: _TableType, own: _TableType) -> _TableType:
    """`base` with what `own` gives in place of what it says itself; tables within are joined alike."""
    given = {name: getattr(own, name) for name in own.model_fields_set}
    given = {
        name: _over(getattr(base, name), value) if isinstance(value, _Table) else value for name, value in given.items()
    }
    return base.model_copy(update=given)


def _any(patterns: tuple[str, ...], path: str) -> bool:
    return any(matches(pattern, path) for pattern in patterns)
