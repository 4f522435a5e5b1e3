"""The whole path, once: an article's text in, its claims and findings out.

Heavy libraries (the language model, pandas) are imported by the first check, not by this module.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import Protocol

    import pandas as pd

    from checker.articles.article import Article
    from checker.judge.finding import Finding, Location
    from checker.judge.rule import Rule
    from checker.language.parse import Parser

    class Source(Protocol):
        """An article to check: any object with these attributes (see `check` for their meaning)."""

        @property
        def path(self) -> str: ...
        @property
        def text(self) -> str: ...

    class Checked(Protocol):
        """What outputs show of an article that was checked: a `Report`, or what a cache remembers of one."""

        @property
        def article(self) -> Article: ...
        @property
        def path(self) -> str: ...
        @property
        def published(self) -> dt.date | None: ...
        @property
        def updated(self) -> dt.date | None: ...
        @property
        def as_of(self) -> dt.date | None: ...
        @property
        def claim_count(self) -> int: ...
        @property
        def findings(self) -> tuple[Finding, ...]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """What was understood of one article, and what cannot all be true in it.

    `claims` and `frames` have the columns declared in `checker.claims.table`; `findings` stand in order of position.
    `as_of` is the day for which staleness was judged, None where neither caller nor article names one.
    """

    article: Article
    as_of: dt.date | None
    claims: pd.DataFrame
    frames: pd.DataFrame
    findings: tuple[Finding, ...]

    @property
    def claim_count(self) -> int:
        """How many claims the article makes."""
        return len(self.claims)

    @property
    def path(self) -> str:
        """The path as given."""
        return self.article.path

    @property
    def published(self) -> dt.date | None:
        """When the article was published, by its own word or the caller's; `article.published` says from where."""
        return self.article.published.value if self.article.published else None

    @property
    def updated(self) -> dt.date | None:
        """When the article says it was last updated."""
        return self.article.updated.value if self.article.updated else None


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be checked, and why, in a sentence."""

    path: str
    message: str


def load_rules(folders: Sequence[Path] | None = None) -> tuple[Rule, ...]:
    """The rules in `folders`, by default those that come with subeditor, ordered by pack and id.

    Raises RuleError, with every problem found, where a rule file is wrong.
    """
    from checker.judge.load import load_rules

    return load_rules(folders)


def check(
    text: str,
    path: str = "article.md",
    published: dt.date | None = None,
    as_of: dt.date | None = None,
    rules: Sequence[Rule] | None = None,
    date_keys: Sequence[str] = (),
    lexicons: Sequence[Path] = (),
    parser: Parser | None = None,
) -> Report:
    """Check one article against itself.

    `text` is the source, markup included; every offset in the report counts its code points.
    `path` picks the reader by its ending (.md, .html, else plain text). `published` stands in where the article names
    no date of its own, and anchors "last year". `as_of` is the day it is read, for staleness: by default the article's
    newest own date, never today. `rules` are those of `load_rules`, by default all. `date_keys` are front matter keys
    that come before the usual ones for the date of publication. `lexicons` are folders whose files add words to the
    lexicons of the same names. `parser` parses the article's blocks, by default as far as `rules` need it: without
    rules that read names, the claims know less of whom and where.

    Raises ArticleError where the article cannot be read, RuleError where a rule file is wrong.
    """
    from checker.articles import read_article
    from checker.articles.house_dates import with_house_date
    from checker.claims.extract import extract
    from checker.judge.context import Context
    from checker.judge.engine import judge
    from checker.lexicon import house_lexicons

    rules = _own_rules() if rules is None else rules
    article = with_house_date(read_article(text, path, published), date_keys)
    with house_lexicons(lexicons):
        extraction = extract(article, parser or parser_for(rules))
    as_of = as_of or newest_date(article, extraction.claims)
    context = Context(
        published=article.published.value if article.published else None,
        as_of=as_of,
        updated=article.updated.value if article.updated else None,
    )

    def locate(start: int, end: int, label: str) -> Location:
        return _location(article, start, end, label)

    with house_lexicons(lexicons):
        findings = judge(extraction.claims, extraction.frames, rules, context, locate)
    return Report(article, as_of, extraction.claims, extraction.frames, tuple(findings))


def check_many(
    articles: Iterable[tuple[str, str] | Source],
    published: dt.date | None = None,
    as_of: dt.date | None = None,
    rules: Sequence[Rule] | None = None,
) -> Iterator[Report]:
    """Check article after article: one report at a time, in the order given, so that an archive need not fit in memory.

    Each article is a pair (path, text), or an object with `path` and `text`, and if it likes `published` and `as_of`,
    which come before the arguments of the same name. Raises as `check` does, at the article concerned.
    """
    rules = _own_rules() if rules is None else rules
    for article in articles:
        if isinstance(article, tuple):
            path, text = article
            yield check(text, path, published, as_of, rules)
        else:
            own_published = getattr(article, "published", None) or published
            own_as_of = getattr(article, "as_of", None) or as_of
            yield check(article.text, article.path, own_published, own_as_of, rules)


def parser_for(rules: Sequence[Rule]) -> Parser:
    """The parser that knows what `rules` read."""
    from checker.language.parse import parse_texts

    return partial(parse_texts, names=names_are_read(rules))


def names_are_read(rules: Sequence[Rule]) -> bool:
    """Whether names are looked for, which takes a good part of the time: for a rule that reads them, and for none."""
    from checker.judge.rule import Reads

    return not rules or any(rule.reads is Reads.NAMES for rule in rules)


@cache
def _own_rules() -> tuple[Rule, ...]:
    return load_rules()


def newest_date(article: Article, claims: pd.DataFrame) -> dt.date | None:
    """The newest date the article gives itself; failing that, the newest it speaks "as of" in its text."""
    own = [date.value for date in (article.published, article.updated) if date]
    if own:
        return max(own)
    spoken = claims.loc[(claims["kind"] == "date") & (claims["date_relation"] == "as_of"), "date_start"].dropna()
    return spoken.max().date() if len(spoken) else None


def _location(article: Article, start: int, end: int, label: str) -> Location:
    from checker.judge.finding import Location

    return Location(start, end, *article.position(start), *article.position(end), article.text[start:end], label)
