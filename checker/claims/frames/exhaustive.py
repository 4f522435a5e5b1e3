"""What closes a list: words that say that its parts are all there is, and that nothing is counted twice.

Four ways of saying so are read: nothing else is there ("there is no fifth channel", "with nothing left over"), every
one is sorted under one heading ("each visit is entered under a single outcome"), the whole is said to come from, or to
go to, as many parts as are listed ("all of it comes from four sources"), and set phrases of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.claims.frames.cues import phrase_pattern
from checker.claims.frames.frame import words_mention
from checker.claims.frames.passage import Passage, quantity, span
from checker.claims.reading import Mention

_CLAUSE_ENDS = r"(?=\s*(?:[.,;:)–—]|$|and\b|but\b|or\b))"
_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth")
_NOTHING_ELSE = re.compile(
    r"\b(?:"
    # "there are no others", "it has no other income", "three headings and no others", "there is no fifth channel"
    r"(?:there (?:is|are|was|were|be|has been|have been|had been)|has|have|had|having|with|and|but|knows?|knew|allows?"
    rf"|admits?|accepts?|offers?) (?:no|not any|not a)(?: (?:other|further|additional)(?: [\w-]+){{1,2}}?"
    rf"| others?| more){_CLAUSE_ENDS}"
    r"|no other [\w-]+ (?:goes|went|is|was|were|has|had|stood|took|came|comes|gave|gives|owns|owned|holds|held)"
    r"|(?:nothing|none|nobody|no one|not one|no [\w-]+)(?: of (?:it|them|these|those))?(?: (?:is|was|are|were|being"
    r"|has been|had been|to be))? (?:left (?:over|out)|missing|unaccounted for|uncounted|omitted)"
    r"|(?:none|nobody|no one|not one) (?:refused|declined|failed) to (?:answer|reply|choose|vote)"
    r"|(?:that|this|which|they) (?:is|was|are|were) (?:the lot|all of (?:it|them)|all there (?:is|was|are|were))"
    rf"|(?:no|none|nobody|never|not)\b[^.;:]{{0,60}}\bany other(?: [\w-]+)?{_CLAUSE_ENDS}"
    rf"|(?:nothing|nowhere|nobody|no one) else{_CLAUSE_ENDS}"
    r"|(?:no|none|nobody|nothing|not one|never|not)\b[^.;:]{0,60}\b(?:anywhere|anything|anybody|anyone) else"
    r"|without (?:a )?remainder|leaves? no remainder"
    r")\b|(?<=\w) n[o']t any others?\b"
)
# "every crime was entered under the one channel", "each visit is counted once", "traced every kilogram to one of four"
_SORTED = (
    r"(?:enter|record|count|sort|assign|class|classifi|classify|allot|log|fil|list|plac|put|cod|register|trac|attribut"
    r"|ascrib|group|allocat|book|mark|label|fall|belong|had|has|have|gave|give|giv|cast|chose|choos|pick|nam|tick|answer)"
    r"(?:e|ed|d|es|s|ing|ied|ies|ged|ted|ting)?"
)
_ONE = r"(?:only |just |exactly |precisely )?(?:the one|one|a single|the single|a sole)(?: and only one)?"
_SORTED_UNDER_ONE = re.compile(
    rf"\b(?:every|everyone|everybody|each|all)\b[^.;:]{{0,90}}?\b{_SORTED}\b[^.;:]{{0,60}}?"
    rf"(?:\b(?:under|in|into|to|as|with|by|for|on|among|through) {_ONE}\b"
    r"(?! (?:year|month|week|day|time|point|way|or)\b)"
    rf"|\b(?:only |just |exactly )?once\b(?! (?:a|every|the|more|again)\b)|\b(?:only|just|exactly) one\b|\ba single\b)"
    rf"|\b(?:could|can|may|might|must|to|only) {_SORTED} {_ONE}\b"
    rf"|\b{_SORTED} (?:every|each|all)\b[^.;:]{{0,60}}?\b(?:under|in|into|to|as|by) {_ONE}\b"
)
_WHOLE = re.compile(
    r"\b(?:all of (?:it|this|that|them|these|those|the|its|their)|all (?:the|its|their|this|that|these|those)"
    r"|the (?:whole|entire|full)|every (?:penny|pound|euro|dollar|cent|crown|last|single|one)|in full|entirely|wholly"
    r"|only|just|no more than|exactly|between them"
    r"|all (?:came|come|comes|coming|goes|go|went|falls?|fell))\b"
)
_ARE_ALL = re.compile(r"^(?: ?[\w’'-]+){0,2}? ?(?:(?:are|were|is|was) the only|cover|account for|carry|make up)\b")
_SPLIT_INTO = re.compile(
    r"\b(?:(?:is|was|are|were|be|been) (?:divided|split|shared|made up|composed|shared out|broken down)|consists? of"
    r"|consisted of|compris(?:es|ed)|falls into|fell into)\b"
)
_SOME = re.compile(
    r"\b(?:largest|biggest|main|leading|top|chief|principal|most|mostly|mainly|chiefly|among|including)\b"
)
_FARTHEST_OFF = 25.0  # percentage points by which the shares of one whole may miss it by a slip


def closed_by(passage: Passage, parts: int) -> Mention | None:
    """The words of a sentence that say that a list of so many `parts` leaves nothing out; None where it does not."""
    for pattern in (phrase_pattern("shares", "exhaustive"), _NOTHING_ELSE, _SORTED_UNDER_ONE):
        match = pattern.search(passage.plain, passage.start, passage.end)
        if match is not None:
            return words_mention(passage.reading, match.start(), match.end(), "whole")
    return _no_next(passage, parts) or _as_many(passage, parts)


def _no_next(passage: Passage, parts: int) -> Mention | None:
    """ "There is no fifth channel", beside a list of four."""
    if not 2 <= parts < len(_ORDINALS) + 2:
        return None
    match = re.compile(rf"\b(?:no|not a|never a) {_ORDINALS[parts - 2]} [a-z]+").search(
        passage.plain, passage.start, passage.end
    )
    return words_mention(passage.reading, match.start(), match.end(), "whole") if match else None


def _as_many(passage: Passage, parts: int) -> Mention | None:
    """ "All of it comes from four sources", before a list of four."""
    plain = passage.plain
    said = _WHOLE.search(plain, passage.start, passage.end) or _SPLIT_INTO.search(plain, passage.start, passage.end)
    if _SOME.search(plain, passage.start, passage.end):
        return None
    for figure in passage.figures:
        start, end = span(figure)
        if quantity(figure).unit != "count" or quantity(figure).value != parts:
            continue
        if (said is not None and said.end() <= start) or _ARE_ALL.match(passage.after(figure)):
            return words_mention(passage.reading, min(start, said.start()) if said else start, end, "whole")
    return None


def nearly_whole(shares: Sequence[Mention]) -> bool:
    """Whether percentages come near enough to 100 to be meant as one whole: those of many answers run far past it."""
    return abs(sum(quantity(share).value or 0.0 for share in shares) - 100.0) <= _FARTHEST_OFF
