"""From an article to its claims table: reads the blocks, collects the mentions, gives each its scope and stance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.articles.article import Article
from checker.claims.absence import Absence, find_absences
from checker.claims.ages import fill_ages
from checker.claims.cells import fill_cells
from checker.claims.clause import clause_tokens
from checker.claims.context import fill_context
from checker.claims.deadlines import mark_deadlines
from checker.claims.ellipsis import with_elided_nouns
from checker.claims.event_cells import labelled_events
from checker.claims.event_rows import event_mention, is_presupposed, is_unreal
from checker.claims.event_times import recurring_times
from checker.claims.events import find_events
from checker.claims.frames import Frame, find_frames
from checker.claims.header_units import names_unit
from checker.claims.modality import stance_of
from checker.claims.names import topic_words
from checker.claims.opening_hours import find_opening_hours
from checker.claims.origins import dated_oldest
from checker.claims.phrases import find_phrases
from checker.claims.placings import find_placings
from checker.claims.questions import find_questions
from checker.claims.reading import BlockReading, Mention, read_blocks
from checker.claims.role import is_owned
from checker.claims.scope import Scope, content_words, event_scope, quantity_scope
from checker.claims.shared_scope import share_scopes
from checker.claims.subjects import fill_subjects
from checker.claims.table import blank_row, claims_table, frames_table
from checker.claims.time import assign_times, heading_times, time_columns
from checker.claims.uniqueness import find_uniqueness
from checker.language.parse import Parser, parse_texts

if TYPE_CHECKING:
    import pandas as pd

    from checker.language.quantity import Quantity
    from checker.language.timex import Timex


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article claims: the claims table and the frames table (columns: `checker.claims.table`)."""

    claims: pd.DataFrame
    frames: pd.DataFrame


def extract(article: Article, parser: Parser = parse_texts) -> Extraction:
    """The claims and frames of an article. `parser` makes the parse of its blocks: what that does not know of a word,
    the claims do not know either."""
    readings = read_blocks(article, parser)
    topic = topic_words(readings)
    mentions = [m for reading in readings for m in _mentions(reading, topic) if not names_unit(m)]
    mentions += [
        event_mention(event, scope_columns(event_scope(event.reading, event.token), topic))
        for event in find_events(readings)
    ]
    mentions += labelled_events(readings, topic)
    mentions += find_uniqueness(readings)
    mentions += find_placings(readings)
    mentions += find_opening_hours(readings)
    mentions += find_phrases(readings, article.text)
    mentions += find_questions(readings)
    for mention in mentions:
        _place(article, mention)
    _add_question_words(readings, mentions)
    fill_cells(readings, mentions, topic)
    headings = heading_times(readings)
    fill_ages(mentions)
    fill_subjects(readings, mentions, topic)
    assign_times(mentions, headings)
    fill_context(mentions, headings)
    mentions += list(dated_oldest(mentions))
    mark_deadlines(mentions)
    mentions.sort(key=_position)
    frames = find_frames(readings, mentions)
    share_scopes(frames)
    mentions += _place_frame_words(article, frames, mentions)
    mentions.sort(key=_position)
    for number, mention in enumerate(mentions):
        mention.row["claim"] = number
    return Extraction(claims_table(_with_first_frame(mentions, frames)), frames_table(_frame_rows(frames)))


def _add_question_words(readings: Sequence[BlockReading], mentions: Sequence[Mention]) -> None:
    """Adds the words of a question to the terms of its answer's claims: "How many troops serve with the brigade?"."""
    asked = {reading.block.number: content_words(reading.parse) for reading in readings}
    for mention in mentions:
        question = mention.reading.block.question
        if question in asked and mention.row["kind"] in ("quantity", "event"):
            mention.row["terms"] = " ".join(sorted({*mention.row["terms"].split(), *asked[question]}))


def _mentions(reading: BlockReading, topic: frozenset[str]) -> Iterable[Mention]:
    yield from with_elided_nouns([_quantity_mention(reading, quantity, topic) for quantity in reading.quantities])
    for timex in reading.timexes:
        if timex.kind in ("date", "duration"):
            yield _time_mention(reading, timex, topic)
    for absence in find_absences(reading):
        yield _absence_mention(absence, topic)


def _quantity_mention(reading: BlockReading, quantity: Quantity, topic: frozenset[str]) -> Mention:
    scope = quantity_scope(reading, quantity)
    row = blank_row("quantity")
    row.update(
        low=quantity.low,
        high=quantity.high,
        value=float("nan") if quantity.value is None else quantity.value,
        resolution=quantity.resolution,
        bound=str(quantity.bound),
        approximate=quantity.approximate,
        unit=quantity.unit,
        per=quantity.per,
    )
    row.update(scope_columns(scope, topic))
    stance = stance_of(reading.parse, scope.clause.verb.index if scope.clause else scope.head)
    # "The 36 shops marked for closure will …", "its workforce of 1,020 will …": what is so counted is presupposed.
    row.update(modality="asserted" if scope.definite or is_owned(reading.parse, scope.head) else stance.modality)
    row.update(attribution=stance.attribution)
    parse = reading.parse
    clause = clause_tokens(parse, scope.clause.verb.index) if scope.clause else (parse.tokens[scope.head],)
    row.update(limits=" ".join(sorted(recurring_times(reading, parse.sentence_of(scope.head), clause))))
    return Mention(reading, quantity.start, max(scope.end, quantity.end), scope.head, row, quantity)


def _time_mention(reading: BlockReading, timex: Timex, topic: frozenset[str]) -> Mention:
    token = reading.parse.token_at(timex.end - 1)
    row = blank_row(timex.kind)
    row.update(scope_columns(event_scope(reading, token), topic))
    row.update(time_columns(timex, "own"))
    row.update(role="", approximate=timex.approximate)
    if timex.low_days is not None and timex.high_days is not None:
        row.update(low=timex.low_days, high=timex.high_days, unit="day")
    return Mention(reading, timex.start, timex.end, token, row, timex)


def _absence_mention(absence: Absence, topic: frozenset[str]) -> Mention:
    reading = absence.reading
    tokens = reading.parse.tokens
    row = blank_row("event")
    row.update(scope_columns(event_scope(reading, absence.token), topic))
    row.update(measure=absence.measure, role="absence", polarity="negated", unit="count", low=0.0, high=0.0, value=0.0)
    start, end = tokens[absence.denial].start, max(tokens[absence.denial].end, tokens[absence.token].end)
    return Mention(reading, start, end, absence.token, row)


def scope_columns(scope: Scope, topic: frozenset[str]) -> dict[str, Any]:
    """The scope columns of a row. Words of the article's own topic are left out of `names`: every claim shares them."""
    return {
        "measure": scope.measure,
        "role": scope.role,
        "subject": scope.subject,
        "group": " ".join(sorted(scope.group)),
        "place": scope.place,
        "predicate": scope.predicate,
        "object": scope.object,
        "terms": " ".join(sorted(scope.terms)),
        "topic": " ".join(sorted((scope.terms | scope.near) & topic)),
        "near": " ".join(sorted(scope.near)),
        "around": " ".join(sorted(scope.around)),
        "names": " ".join(sorted(scope.names - topic)),
        "definite": scope.definite,
        "contrast": scope.contrast,
        "polarity": "negated" if scope.negated else "affirmed",
        "tense": scope.tense,
    }


def _place(article: Article, mention: Mention) -> None:
    """Fills the columns that say where the mention stands and who stands behind it."""
    reading, row = mention.reading, mention.row
    block, parse = reading.block, reading.parse
    start, end = block.source.span(mention.start, mention.end)
    line, column = article.position(start)
    sentence = parse.sentence_of(mention.token)
    first, last = parse.sentence_span(sentence)
    row.update(
        article=article.path,
        zone=str(block.zone),
        section=block.section,
        block=block.number,
        sentence_number=-1 - block.cell.table if block.cell else mention.sentence,
        start=start,
        end=end,
        line=line,
        column=column,
        text=block.text[mention.start : mention.end],
        sentence=block.text[first:last],
        quoted=row["quoted"] or reading.quoted(mention.start, mention.end),
    )
    if row["kind"] != "quantity":  # a figure's stance was read with its scope
        stance = stance_of(parse, mention.token)
        if row["kind"] == "event" and is_presupposed(mention):
            row.update(modality="asserted", attribution=stance.attribution)
            return
        unreal = row["kind"] == "event" and stance.modality == "asserted" and is_unreal(mention)
        row.update(modality="hypothetical" if unreal else stance.modality, attribution=stance.attribution)


def _position(mention: Mention) -> tuple[int, int, str]:
    return mention.row["start"], mention.row["end"], mention.row["kind"]


def _place_frame_words(article: Article, frames: Sequence[Frame], known: Sequence[Mention]) -> list[Mention]:
    """The members of frames that are no claims of their own, such as the items of a list, given their place."""
    seen = {id(mention) for mention in known}
    found = []
    for frame in frames:
        for _, mention in frame.members:
            if id(mention) not in seen:
                seen.add(id(mention))
                _place(article, mention)
                found.append(mention)
    return found


def _with_first_frame(mentions: Sequence[Mention], frames: Sequence[Frame]) -> list[dict[str, Any]]:
    for number, frame in enumerate(frames):
        for slot, mention in frame.members:
            if mention.row["frame"] < 0:
                mention.row.update(frame=number, slot=slot)
    return [mention.row for mention in mentions]


def _frame_rows(frames: Sequence[Frame]) -> Iterable[dict[str, Any]]:
    for number, frame in enumerate(frames):
        for slot, mention in frame.members:
            yield {"frame": number, "kind": frame.kind, "slot": slot, "claim": mention.row["claim"]}
