"""List frames: a number that announces a list, and the items. Slots: `announced`, `item`, `possible` (may be an item).

A list stands in the sentence ("three stations: …"), in the blocks below it, or makes up the article ("9 ways to …").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import takewhile

from checker.articles.article import Zone
from checker.claims.frames.frame import Frame, number_mention, words_mention
from checker.claims.frames.listed_items import split_items
from checker.claims.frames.passage import Page, Passage, is_plain, quantity, span
from checker.claims.reading import BlockReading, Mention
from checker.language.quantity import Bound

_LARGEST = 30  # a list announced as longer is never written out
_NOT_ALL = re.compile(
    r"\b(?:including|includes?|included|such as|among|like|for example|for instance|e\.g|notably"
    r"|especially|particularly"
    r"|led by|mainly|mostly|chiefly|ranging from|other than|apart from|except|besides)\b"
)
_PART_OF = re.compile(r"\b(?:of|out of)(?: the| its| their| his| her| these| those| our| all)?(?: [\w’'-]+['’]s?)?$")
_ANY_OF = re.compile(r"\b(?:any|one|each|all) of$")  # "on any of four grounds:"
_OPENER = re.compile(r"\b(?:namely|viz\.?|to wit|i\.e\.)[,:]?\s+|:\s|\s[–—]\s")
_LISTY = re.compile(
    r"^(?:\w+ )?(?:things?|ways?|tips?|reasons?|options?|types?|kinds?|sorts?|steps?|questions?"
    r"|points?|factors?|areas?|parts?"
    r"|ingredients?|stages?|changes?|rules?|ideas?|lessons?|facts?|signs?|forms?|formats?|categories"
    r"|choices|places|sites"
    r"|countries|cities|towns|villages|people|candidates|causes|problems|issues|goals|priorities|aims|conditions)\b"
)
_FEWEST_TITLED = 3  # "Two sides of the story" counts no list
_LEADING = ("", "the", "our", "my", "top", "the top")  # words that a title may have before its number
_NUMBERED = re.compile(r"(?:no\.? ?|#)?(\d{1,2})[.):]\s", re.IGNORECASE)
_ADJACENT = 4  # words between a number and the colon that still only name what is counted
_FARTHEST = 18  # words
_PLURALS = ("NNS", "NNPS")
_FEWEST_NUMBERED = 4  # parts from which on a title's number in words counts them, too: "Seven checks to make"
_ADVICE = re.compile(r"(?:[\w-]+ ){1,3}?(?:to|you|we|for)\b")
_FARTHEST_OFF = 2  # items by which a list of blocks may be off and still be the list that is announced
_SHARE_OFF = 0.25  # the same as a share of the number announced


def find(page: Page) -> Iterator[Frame]:
    """Every announced list that can be counted."""
    for index, passages in enumerate(page.blocks):
        for passage in passages:
            yield from _in_sentence(passage)
        if passages:
            yield from _below(page, index, passages[-1])
    yield from _whole_article(page)


_AT_A_TIME = re.compile(r" (?:[\w-]+ ){0,2}at a time\b| (?:[\w-]+ )?a time\b")  # "at two tablets a time:"


def _announcers(passage: Passage) -> list[Mention]:
    return [
        figure
        for figure in passage.figures
        if quantity(figure).unit == "count"
        and (is_plain(figure) or _points_back(figure) or passage.plain[slice(*span(figure))].strip() == "both")
        and not quantity(figure).approximate
        and quantity(figure).role in ("", "level", "reference")
        and 2 <= (quantity(figure).value or 0) <= _LARGEST
        and (quantity(figure).value or 0) % 1 == 0
        and not _AT_A_TIME.match(passage.plain, span(figure)[1])
    ]


def _points_back(figure: Mention) -> bool:
    """ "The three beaches: …"."""
    return quantity(figure).role == "reference" and quantity(figure).bound is Bound.EXACT


def _counts_several(passage: Passage, figure: Mention) -> bool:
    """Whether a plural noun follows close behind: "8 heat pump" is a name."""
    parse = passage.reading.parse
    last = parse.token_at(span(figure)[1] - 1)
    noun = takewhile(lambda token: token.text != ":", parse.tokens[last + 1 : last + 5])
    return any(token.tag in _PLURALS or token.lemma in ("people", "they") for token in noun)


def _in_sentence(passage: Passage) -> Iterator[Frame]:
    if _is_title(passage.reading):
        return
    text = passage.reading.block.text
    for opener in _OPENER.finditer(passage.plain, passage.start, passage.end):
        announcers = [figure for figure in passage.figures if span(figure)[1] <= opener.start()]
        if not announcers or announcers[-1] not in _announcers(passage):
            continue
        figure = announcers[-1]
        if _PART_OF.search(passage.before(figure)) and announcers[-2:-1] and announcers[-2] in _announcers(passage):
            figure = announcers[-2]  # "five of the county's 17 libraries are to close, namely …"
        gap = " ".join(passage.plain[span(figure)[1] : opener.start()].split())
        words = len(gap.split())
        if (
            not _counts_several(passage, figure)
            or words > _FARTHEST
            or _NOT_ALL.search(gap)
            or _PART_OF.search(passage.before(figure))
        ):
            continue
        dash = opener.group().strip() in ("–", "—")
        end = passage.end
        if dash:
            closing = re.compile(r"\s[–—]\s").search(passage.plain, opener.end(), passage.end)
            end = closing.start() if closing else end
        inside = "namely" in opener.group()
        those = _THOSE_AT.match(text, opener.end(), end)
        start = those.end() if those else opener.end()
        listed = text[start:end]
        proper = _NAME.match(listed) is not None
        near = words <= _ADJACENT or _LISTY.search(gap) is not None or ":" not in opener.group()
        if not (near or proper) or (dash and not proper):
            continue
        if any(start <= span(other)[0] < end for other in passage.figures) and not _set_apart(listed):
            if parts := _counted_items(passage, start, end):
                yield Frame("total", (*(("part", part) for part in parts), ("total", figure)))
                return
            continue  # "eleven instruments: six violins, …", "five languages: the four official ones and English"
        yield from _inline(passage, figure, start, end, inside)
        return
    yield from _apposition(passage)


def _counted_items(passage: Passage, start: int, end: int) -> list[Mention]:
    """The counts of a list of which every item has one: "two receivers, a spectrometer and a timer"; else none."""
    text = passage.reading.block.text
    parts: list[Mention] = []
    stops = [edge for match in _BETWEEN_ITEMS.finditer(text, start, end) for edge in match.span()]
    edges = [start, *stops, end]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        figures = [figure for figure in passage.figures if first <= span(figure)[0] < last]
        one = _ONE_ITEM.match(text, first, last)
        if len(figures) == 1 and span(figures[0])[0] == first and is_plain(figures[0]):
            parts.append(figures[0])
        elif one is not None and not figures:
            parts.append(number_mention(passage.reading, first, one.end(), 1.0))
        else:
            return []
    articles = sum(part.source is None for part in parts)
    return parts if len(parts) > 2 and articles else []


def _set_apart(listed: str) -> bool:
    """Whether semicolons part the items, and none begins with a figure: "Norvind, with 45%; Castell, with 30%; …"."""
    items = [item.strip() for item in listed.split(";")]
    return len(items) > 2 and all(_NAME.match(item.removeprefix("and ")) for item in items)


_THOSE_AT = re.compile(r"those (?:at|in|on|of|near|along) ")
_BETWEEN_ITEMS = re.compile(r",? and |, ")
_ONE_ITEM = re.compile(r"(?:an?|one) (?:[\w’'-]+ ?){1,4}(?=$|[.,;]| and)")
_APPOSITION = re.compile(r"(?:\s[\w’'-]+){1,3}?(?P<which>\s(?:that|which|who|whose|where)(?:\s[\w’'-]+){1,10})?,\s")
_NAME = re.compile(r"(?:[Tt]he )?[A-Z]")


def _apposition(passage: Passage) -> Iterator[Frame]:
    """A list of names right behind what is counted: "both campsites, Westing and the Old School, must be booked"."""
    text = passage.reading.block.text
    for figure in _announcers(passage):
        match = _APPOSITION.match(text, span(figure)[1], passage.end)
        if match is None or not _NAME.match(text, match.end()) or _NOT_ALL.search(match.group().lower()):
            continue
        before = passage.before(figure)
        if _PART_OF.search(before):
            continue
        both = text[span(figure)[0] : span(figure)[1]].lower() == "both" or before.endswith(("all", "the"))
        begun = match.group().rstrip(", ").split()[-1][:1].isupper()  # "four offices in Orton, Marle and Fenn"
        if (both and not match["which"]) or (not begun and _is_told_of(passage, figure, match.end())):
            yield from _inline(passage, figure, match.end(), passage.end, True)
            return


def _is_told_of(passage: Passage, figure: Mention, start: int) -> bool:
    """Whether the names behind what is counted can only be its own: "runs centres in three cities, Orton, Marle …".

    Not in "In three cities, Orton, Marle and Fenn won", where they are the subject, nor where something is said of one.
    """
    parse = passage.reading.parse
    last = parse.token_at(span(figure)[1] - 1)
    noun = next((token for token in parse.tokens[last + 1 : last + 4] if token.tag in _PLURALS), None)
    if noun is None:
        return False
    root = noun
    while root.head != root.index:
        root = parse.tokens[root.head]
    is_subject = noun.dependency in ("nsubj", "nsubjpass") and noun.head == root.index
    if not is_subject and not (root.pos in ("VERB", "AUX") and root.index < noun.index):
        return False
    items = split_items(parse, start, passage.end, True)
    serial = ", and " in parse.text[start : items[-1].start] if items else False
    if serial and noun.lemma in _IN_REGIONS and len(items) == (quantity(figure).value or 0) + 1:
        return False  # "two cities, Portland, Oregon, and Boston"
    return bool(items) and all(_is_name(parse.text[item.start : item.end]) for item in items)


_IN_REGIONS = {"city", "town", "place", "site", "location", "suburb", "community", "village"}
_JOINS = {"the", "of", "on", "upon", "in", "and", "under", "de", "la", "le", "van", "von", "der"}


def _is_name(item: str) -> bool:
    return _NAME.match(item) is not None and all(word[:1].isupper() or word in _JOINS for word in item.split())


def _inline(passage: Passage, figure: Mention, start: int, end: int, inside: bool) -> Iterator[Frame]:
    items = split_items(passage.reading.parse, start, end, inside)
    if len(items) < 2:
        return
    announced = int(quantity(figure).value or 0)
    certain = sum(item.certain for item in items)
    if certain == 2 * announced:
        return  # "Portland, Oregon, Austin, Texas": every item has two parts
    yield Frame(
        "list",
        (
            ("announced", figure),
            *(
                ("item" if item.certain else "possible", words_mention(passage.reading, item.start, item.end, "item"))
                for item in items
            ),
        ),
    )


def _below(page: Page, index: int, passage: Passage) -> Iterator[Frame]:
    """A paragraph, or an item, whose last sentence announces the list that follows it; or the heading of the list."""
    titled = bool(passage.reading.block.level) and any(
        passage.before(figure) in _LEADING and (quantity(figure).value or 0) >= _FEWEST_TITLED
        for figure in _announcers(passage)
    )
    if not titled and not passage.text.rstrip().endswith(":"):
        return
    announcers = _announcers(passage)
    counts = [f for f in passage.figures if quantity(f).unit == "count" and quantity(f).role != "rank"]
    if len(announcers) != 1 or len(counts) != 1:
        return
    after = passage.after(announcers[0])
    before = passage.before(announcers[0])
    if _NOT_ALL.search(after) or (_PART_OF.search(before) and not _ANY_OF.search(before)):
        return
    own = passage.reading.block.item
    following = page.readings[index + 1 : index + 2]
    if not following or following[0].block.item is None or (own and following[0].block.item.list == own.list):
        return
    chosen = following[0].block.item.list
    items = [r for r in page.readings[index + 1 :] if r.block.item is not None and r.block.item.list == chosen]
    yield from _listed(announcers[0], _first_of_each(items))


def _first_of_each(readings: Sequence[BlockReading]) -> list[BlockReading]:
    """The first block of every item: an item may hold several paragraphs."""
    found: dict[int, BlockReading] = {}
    for reading in readings:
        if reading.block.item is not None:
            found.setdefault(reading.block.item.number, reading)
    return list(found.values())


def _listed(figure: Mention, items: Sequence[BlockReading]) -> Iterator[Frame]:
    announced = quantity(figure).value or 0.0
    if len(items) >= 2 and abs(len(items) - announced) <= max(_FARTHEST_OFF, _SHARE_OFF * announced):
        members = [("item", _first_words(reading)) for reading in items]
        yield Frame("list", (("announced", figure), *members))


def _first_words(reading: BlockReading) -> Mention:
    first, last = reading.parse.sentence_span(0)
    if reading.parse.text[first:last].strip(".):").isdigit() and len(reading.parse.sentences) > 1:
        _, last = reading.parse.sentence_span(1)  # the number of a heading is not its first sentence
    return words_mention(reading, first, last, "item")


def _whole_article(page: Page) -> Iterator[Frame]:
    """A title that counts the parts of its article."""
    titles = [passages[0] for passages in page.blocks if passages and _is_title(passages[0].reading)]
    for passage in titles:
        announcers = _announcers(passage)
        if len(announcers) != 1 or _PART_OF.search(passage.before(announcers[0])):
            continue
        figure = announcers[0]
        leading = passage.before(figure) in _LEADING
        listy = _LISTY.search(passage.after(figure)) is not None
        if leading or listy:
            parts = _parts(page, "question" in passage.after(figure), quantity(figure).value or 0.0)
            # "5 island escapes": a figure at the head of a title counts what is numbered below, whatever that is
            numbered = bool(parts) and _NUMBERED.match(parts[0].block.text) is not None
            advice = len(parts) >= _FEWEST_NUMBERED and _ADVICE.match(passage.after(figure)) is not None
            if listy or (numbered and (advice or not quantity(figure).in_words)):
                yield from _listed(figure, parts)


def _is_title(reading: BlockReading) -> bool:
    return reading.block.zone == Zone.TITLE or (reading.block.zone == Zone.HEADING and reading.block.level == 1)


def _parts(page: Page, questions: bool, announced: float) -> list[BlockReading]:
    """The parts that an article is made of: its numbered headings, its questions, or else its only list."""
    numbered: list[BlockReading] = []
    for reading in page.readings:
        if reading.block.level or reading.block.zone in (Zone.HEADING, Zone.FAQ_QUESTION):
            match = _NUMBERED.match(reading.block.text)
            if match and int(match[1]) == len(numbered) + 1:
                numbered.append(reading)
            elif match:
                return []  # numbers that do not run on count something else
    if len(numbered) >= 2:
        return numbered
    asked = [reading for reading in page.readings if reading.block.zone == Zone.FAQ_QUESTION]
    if questions:
        return asked if len(asked) > announced else []  # not every question can be told from the text around it
    lists: dict[int, list[BlockReading]] = defaultdict(list)
    for reading in page.readings:
        if reading.block.item is not None and reading.block.item.depth == 0:
            lists[reading.block.item.list].append(reading)
    candidates = [_first_of_each(items) for items in lists.values()]
    candidates = [items for items in candidates if len(items) >= 3]
    return candidates[0] if len(candidates) == 1 else []
