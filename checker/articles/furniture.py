"""Page furniture: the words around an article that are no part of it.

The phrases are in `rules/lexicon/furniture.toml`.
"""

import re
from functools import cache
from typing import NamedTuple

from checker.articles.article import Zone
from checker.articles.draft import Draft
from checker.articles.html_tokens import Tag
from checker.lexicon import lexicon

_LONGEST = 14  # words; a longer block is prose, whatever it begins with
_LONGEST_LINK = 120  # characters
_FIGURE = re.compile(r"\d")
_COUNT_BEFORE = re.compile(r"^\d+ ")
_CHECKED = frozenset({Zone.BODY, Zone.HEADING, Zone.LIST, Zone.QUOTE})
_LANDMARKS = frozenset({"html", "body", "main"})


class _Phrases(NamedTuple):
    whole: frozenset[str]
    openings: tuple[str, ...]
    invitations: tuple[str, ...]
    endings: frozenset[str]
    link_lists: frozenset[str]
    classes: frozenset[str]
    unseen_classes: frozenset[str]


@cache
def _phrases() -> _Phrases:
    entries = lexicon("furniture")
    return _Phrases(
        frozenset(entries["whole"]),
        tuple(entries["openings"]),
        tuple(entries["invitations"]),
        frozenset(entries["endings"]),
        frozenset(entries["link_lists"]),
        frozenset(entries["classes"]),
        frozenset(entries["unseen_classes"]),
    )


def without_furniture(drafts: list[Draft]) -> list[Draft]:
    """`drafts` without those that are page furniture. What only mentions such a phrase stays."""
    kept: list[Draft] = []
    shows_links = any(draft.links for draft in drafts)
    in_link_list = False
    for index, draft in enumerate(drafts):
        if draft.zone not in _CHECKED:
            kept.append(draft)
            continue
        said = _said(draft.text)
        if _COUNT_BEFORE.sub("", said) in _phrases().endings:
            return kept + [later for later in drafts[index:] if later.zone is Zone.METADATA]
        if said in _phrases().link_lists and draft.zone is not Zone.LIST:
            in_link_list = index + 1 < len(drafts) and _is_link_line(drafts[index + 1], shows_links)
            if in_link_list:
                continue
        in_link_list = in_link_list and _is_link_line(draft, shows_links)
        if not in_link_list and not _is_furniture(said, draft.zone):
            kept.append(draft)
    return kept


def is_furniture_element(tag: Tag) -> bool:
    """Whether the class or id of a start tag says that its element is furniture, or is not to be seen."""
    if tag.name in _LANDMARKS or not ("class" in tag.attributes or "id" in tag.attributes):
        return False
    names = f"{tag.value('class')} {tag.value('id')}".lower().split()
    classes = _phrases().classes
    return any(
        name in _phrases().unseen_classes or name in classes or re.split("[-_]", name, maxsplit=1)[0] in classes
        for name in names
    )


def _said(text: str) -> str:
    return text.lower().replace("’", "'").rstrip(" .!?…*›»→>")


def _is_furniture(said: str, zone: Zone) -> bool:
    phrases = _phrases()
    if said in phrases.whole:
        return zone is not Zone.HEADING or " " in said  # "Next" may well head a section
    if said.count(" ") >= _LONGEST:
        return False
    if said.startswith(phrases.openings):
        return True
    return said.startswith(phrases.invitations) and not _FIGURE.search(said)


def _is_link_line(draft: Draft, shows_links: bool) -> bool:
    if draft.zone not in (Zone.BODY, Zone.LIST):
        return False
    if shows_links:
        return sum(end - start for start, end in draft.links) * 2 > len(draft.text)
    return len(draft.text) < _LONGEST_LINK and not draft.text.endswith((".", "!", "?", "”", '"'))
