"""Splits a list in running text into its items: "Abbeyfield, Long Marston, Quarry Lane and Eastgate"."""

from __future__ import annotations

import re
from typing import NamedTuple

from checker.language.parse import Parse

_OPEN_END = re.compile(
    r"\b(?:etc|and (?:others|more|so on|many more|the like|elsewhere)|among (?:others|them)|included|in particular"
    r"|for (?:example|instance)|or so)\b|…|\.\.\.",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\s(?:and|or|&|plus|as well as)\s", re.IGNORECASE)
_LEADING_CONJUNCTION = re.compile(r"(?:and|or|&|plus|as well as)\s+(?:finally,?\s+|lastly,?\s+)?", re.IGNORECASE)
# What follows the last item and belongs to it, or to the sentence again: "…, all of which will open next year".
_AFTERWARDS = re.compile(
    r"(?:all|both|each|which|who|whose|where|when|with|as|although|though|but|while|whereas|because|so|including"
    r"|after|before|since|until|to|making|bringing|according|then|yet|not|none|neither|said|says|if|for)\b",
    re.IGNORECASE,
)
# What says more about the item before it and is no item of its own: "Leeds, in Yorkshire", "Ann Hale, 34".
_ADDITION = re.compile(
    r"(?:in|near|on|at|of|off|from|by|under|over|above|below|outside|inside|formerly|previously|now|once|aged|born"
    r"|himself|herself|itself|jr\.?|sr\.?|mp|inc\.?|ltd\.?|\d+)(?:\W|$)",
    re.IGNORECASE,
)
# "Port Bane, where the ferry comes in, …": the same in a clause, as long as the list goes on behind it.
_RELATIVE = re.compile(r"(?:where|which|who|whose|whom)\b", re.IGNORECASE)
# "Ann Hale, the mayor": one item or two, and only a reader can tell.
_DESCRIPTION = re.compile(
    r"(?:a|an|the|his|her|its|their|our|my|\w+['’]s)\s(?:[\w’'-]+\s){0,3}"
    r"(?:[\w-]*(?:er|or|ist|ian|man|woman|wife|husband|mother|father|brother|sister|son|daughter|president|king|queen"
    r"|prince|princess|head|chief|captain|capital|mp|minister|dean|aunt|uncle|friend|partner|widow|widower|coach))s?"
    r"(?:\s(?:of|in|at|for|to|from)\b.*)?$",
    re.IGNORECASE,
)
# "on one side …, on the other …": told, not listed.
_TOLD = re.compile(
    r"\s*(?:on|in|at|for|to|from|by|with|as|if|when|while|that|how|whether|because|either|one|first)\b", re.IGNORECASE
)
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LONGEST_ITEM = 14  # words; what is longer is a clause, not an item
_MOST_ITEMS = 40


class Item(NamedTuple):
    """An item's half-open block offsets, and whether every reader counts it as an item of its own."""

    start: int
    end: int
    certain: bool


def split_items(parse: Parse, start: int, end: int, inside_sentence: bool) -> list[Item]:
    """The items of the list that fills the block's text from `start` to `end`; none where it cannot be counted.

    With `inside_sentence` the sentence goes on behind the list ("both gardens, A and B, charge …"), so that the list
    ends at the first comma behind its "and", and one without "and" is none.
    """
    text = parse.text
    if _OPEN_END.search(text, start, end):
        return []
    if ";" in text[start:end]:
        return [Item(segment.start, segment.end, True) for segment in _segments(text, start, end, ";")]
    segments = _segments(text, start, end, ",")
    if len(segments) > _MOST_ITEMS or _TOLD.match(text, start, end):
        return []
    closing = _closing_segment(text, segments, inside_sentence)
    if closing is None:
        return [] if inside_sentence else _items(parse, segments, len(segments))
    return _items(parse, segments[: closing + 1], closing)


class _Segment(NamedTuple):
    """A stretch between two separators, without the conjunction that it may begin with (`joined`)."""

    start: int
    end: int
    joined: bool


def _segments(text: str, start: int, end: int, separator: str) -> list[_Segment]:
    found = []
    while start <= end:
        cut = text.find(separator, start, end)
        cut = end if cut < 0 else cut
        first, last = _trimmed(text, start, cut)
        leading = _LEADING_CONJUNCTION.match(text, first, last)
        if leading is not None:
            first = leading.end()
        if last > first:
            found.append(_Segment(first, last, leading is not None))
        start = cut + 1
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in ".!?"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".!?"):
        end -= 1
    return start, end


def _closing_segment(text: str, segments: list[_Segment], first_only: bool) -> int | None:
    """Index of the segment that holds the list's last "and"; None where there is none."""
    closing = None
    for index, segment in enumerate(segments):
        if closing is None and index and _RELATIVE.match(text, segment.start, segment.end):
            continue
        if index and _AFTERWARDS.match(text, segment.start, segment.end):
            break
        if (segment.joined and index) or _CONJUNCTION.search(text, segment.start, segment.end):
            closing = index
            if first_only:
                break
    return closing


def _items(parse: Parse, segments: list[_Segment], closing: int) -> list[Item]:
    """The items of `segments`, of which the one numbered `closing` joins the last two with "and"."""
    text = parse.text
    found: list[Item] = []
    for index, (start, end, joined) in enumerate(segments):
        if found and index < closing and not joined and _RELATIVE.match(text, start, end):
            continue
        if len(text[start:end].split()) > _LONGEST_ITEM or (index < closing and _has_finite_verb(parse, start, end)):
            return []
        if found and not joined and _ADDITION.match(text, start, end):
            continue
        joints = list(_CONJUNCTION.finditer(text, start, end))
        if index == closing and joints and not joined:
            found.append(Item(start, joints[0].start(), True))
            found.append(Item(joints[0].end(), end, True))
            joints = joints[1:]
        else:
            found.append(Item(start, end, joined or not (found and _DESCRIPTION.match(text, start, end))))
        found += [Item(joint.end(), end, False) for joint in joints]  # "Trinidad and Tobago": one item or two
    return found


def _has_finite_verb(parse: Parse, start: int, end: int) -> bool:
    first, last = parse.token_at(start), parse.token_at(max(start, end - 1))
    return any(token.tag in _FINITE and token.pos in ("VERB", "AUX") for token in parse.tokens[first : last + 1])
