"""Ages: an age measures "age", and is that of the person or thing beside it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.claims.clause import governor
from checker.claims.reading import Mention
from checker.claims.scope import phrase
from checker.language.parse import Token


def fill_ages(mentions: Iterable[Mention]) -> None:
    """Gives every age the measure "age", and the subject that its own phrase names: "Meikle, 58", "a girl aged 7".

    Elsewhere the subject of its clause stays: "She was 45".
    """
    for mention in mentions:
        if mention.row["kind"] == "quantity" and mention.row["role"] == "age":
            mention.row["measure"] = "age"
            if (owner := _owner(mention)) is not None:
                mention.row["subject"] = phrase(mention.reading.parse, owner)


def _owner(mention: Mention) -> Token | None:
    """The noun that an age qualifies, or the name that it stands beside; None where its clause says whose it is."""
    parse = mention.reading.parse
    own = set(mention.reading.tokens_in(mention.start, mention.end))
    head = next((parse.tokens[i] for i in sorted(own) if parse.tokens[i].head not in own), parse.tokens[mention.token])
    for token in (head, *parse.ancestors(head.index)):
        if token.index in own or token.lemma in ("age", "aged", "old"):
            continue
        if token.pos not in ("NOUN", "PROPN"):
            verb = governor(parse, token.index)
            if verb is token or token.pos == "ADP":
                return None
            continue
        above = parse.tokens[token.head]
        beside = next((child for child in parse.children(token.index, "appos") if child.pos == "PROPN"), None)
        if token.dependency == "appos" and above.pos == "PROPN":
            return above
        return beside or token
    return None
