"""The rules that hold for each article, as its configuration and the command line say."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker.configuration import FILE_NAMES, Configuration, Finder, RuleOptions, Settings, load
from checker.configuration.house_rules import adapted
from checker.errors import ConfigurationError
from checker.judge.load import load_rules, select_rules
from checker.judge.rule import Reads, did_you_mean
from checker.judge.toml_lines import line_of
from checker.resources import resource_folder

BY_HORIZON = "beyond_horizon"  # the predicate of rules that have horizons

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from checker.judge.rule import Rule


class Project:
    """Settings and rules, article by article.

    `config` is a file that holds everywhere, `isolated` says to look at none. `select` and `ignore` name
    rules and packs; `fast` leaves those rules that need no language model.
    """

    def __init__(
        self,
        config: Path | None = None,
        isolated: bool = False,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        fast: bool = False,
    ) -> None:
        fixed = load(config) if config else Settings(Path.cwd()) if isolated else None
        self._finder = Finder(fixed)
        self._select = select
        self._ignore = ignore
        self._fast = fast
        self._chosen: dict[Hashable, tuple[Rule, ...]] = {}
        self._settings: dict[int, Settings] = {}

    def settings(self, path: str) -> Settings:
        """The settings for the article at `path`. Raises ConfigurationError where their file is wrong."""
        settings = self._finder.settings(path)
        if id(settings) not in self._settings:
            _check_names(settings, _all_rules(settings.rule_folders))
            self._settings[id(settings)] = settings
        return settings

    def known_rules(self, path: str) -> tuple[Rule, ...]:
        """All rules that there are for the article at `path`, whether they are applied or not."""
        return _all_rules(self.settings(path).rule_folders)

    def selected(self, path: str) -> tuple[Rule, ...]:
        """The rules that may be applied to the article at `path`, before its configuration has changed any."""
        settings = self.settings(path)
        everything = _all_rules(settings.rule_folders)
        return select_rules(everything, self._select or settings.configuration.packs, self._ignore)

    def rules(self, path: str) -> tuple[Rule, ...]:
        """The rules to apply to the article at `path`, with their severity there, ordered by pack and id.

        Raises ConfigurationError where none is left.
        """
        settings = self.settings(path)
        levels, options = settings.levels(path), settings.options(path)
        key = (
            settings.rule_folders,
            settings.configuration.packs,
            tuple(sorted(levels.items())),
            tuple(sorted(options.items())),
        )
        if key not in self._chosen:
            chosen = self.selected(path)
            if not chosen:
                raise ConfigurationError("--select and --ignore leave no rule to check with.")
            if self._fast and not (chosen := _read_as_text(chosen)):
                known = ", ".join(rule.id for rule in _read_as_text(self.known_rules(path)))
                raise ConfigurationError(f"--fast leaves no rule to check with. Those it can apply: {known}")
            self._chosen[key] = adapted(chosen, levels, options)
        return self._chosen[key]

    @property
    def applied(self) -> tuple[Rule, ...]:
        """All rules that have been asked for so far, ordered by pack and id."""
        rules = {rule.id: rule for chosen in self._chosen.values() for rule in chosen}
        return tuple(sorted(rules.values(), key=lambda rule: (rule.pack, rule.id)))

    @property
    def used_settings(self) -> tuple[Settings, ...]:
        """All settings that have been asked for so far."""
        return tuple(self._settings.values())


def _read_as_text(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.reads is Reads.TEXT)


def home(folder: Path) -> Path | None:
    """The nearest folder from `folder` upwards that is a git repository or has a configuration; None where none is."""
    marks = (".git", *FILE_NAMES[:2])
    return next((one for one in (folder, *folder.parents) if any((one / mark).exists() for mark in marks)), None)


@lru_cache
def _all_rules(folders: tuple[Path, ...]) -> tuple[Rule, ...]:
    return load_rules([resource_folder("rules"), *folders] if folders else None)


def _all_options(configuration: Configuration) -> Iterator[tuple[tuple[str | int, ...], RuleOptions]]:
    """The options of every rule that a configuration names, each with the keys that lead to them."""
    for name, options in configuration.options.items():
        yield ("options", name), options
    for number, override in enumerate(configuration.overrides):
        for name, options in override.options.items():
            yield ("overrides", number, "options", name), options


def _check_names(settings: Settings, rules: Sequence[Rule]) -> None:
    """Raises ConfigurationError, a line for each name in the settings that is none of a rule or a pack."""
    packs = {rule.pack for rule in rules}
    ids = {rule.id for rule in rules}
    configuration = settings.configuration
    lines = dict(settings.lines)
    named: list[tuple[tuple[str | int, ...], str, set[str], str]] = [
        (("packs",), name, packs, "a pack") for name in configuration.packs
    ]
    named += [(("severity", name), name, ids | packs, "a rule or a pack") for name in configuration.severity]
    for number, override in enumerate(configuration.overrides):
        place = ("overrides", number, "severity")
        named += [((*place, name), name, ids | packs, "a rule or a pack") for name in override.severity]
    named += [(path, str(path[-1]), ids, "a rule") for path, _ in _all_options(configuration)]
    named += [
        (("allow", number, "rule"), allowed.rule, ids, "a rule") for number, allowed in enumerate(configuration.allow)
    ]
    problems = [
        f'{settings.file}:{line_of(lines, path)}: "{name}" is not the name of {what}.{did_you_mean(name, tuple(known))}'
        for path, name, known, what in named
        if name not in known
    ]
    with_horizons = {rule.id for rule in rules if any(shape.flag == BY_HORIZON for shape in rule.claim)}
    problems += [
        f"{settings.file}:{line_of(lines, (*path, 'horizons'))}: "
        f'"{path[-1]}" has no horizons; {" and ".join(sorted(with_horizons)) or "no rule"} has'
        for path, options in _all_options(configuration)
        if options.horizons.months and path[-1] in ids - with_horizons
    ]
    problems += [
        f"{settings.file}:{line_of(lines, ('allow', number))}: "
        "this allowance gives no reason; a colleague will want one"
        for number, allowed in enumerate(configuration.allow)
        if configuration.require_reason and not allowed.reason.strip()
    ]
    if problems:
        raise ConfigurationError("\n".join(problems))
