"""Names of the parts of a year, whatever the year: months, seasons, holidays."""

from checker.language.calendar_intervals import holiday, months, season
from checker.language.date_reading import OfYear
from checker.language.date_tokens import WORDS, Tokens, phrase_table, read_month_name

HOLIDAYS = phrase_table(WORDS["holidays"])


def read_part_of_year(tokens: Tokens, index: int) -> tuple[int, str, OfYear] | None:
    """A month, season or holiday: the index behind it, its precision, and what it is in a given year."""
    word = tokens.word(index)
    if found := tokens.longest_phrase(index, HOLIDAYS):
        rule, end = found
        return end, "day", lambda year: holiday(rule, year)
    if (named := read_month_name(tokens, index)) and tokens[index].text not in ("may", "march", "mar"):
        month, end = named
        return end, "month", lambda year: months(year, month)
    if word in WORDS["seasons"]:
        first = WORDS["seasons"][word]
        return index + 1, "season", lambda year: season(first, year)
    return None
