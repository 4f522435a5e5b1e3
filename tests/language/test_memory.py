"""The model does not grow with the texts that it reads."""

from checker.language.parse import model, parse_texts, passing_words


def test_words_that_were_met_are_forgotten_and_parses_stay_whole() -> None:
    text = "Zorblax Quimberly won £75.0m in Vurnak."
    (before,) = parse_texts(["Nothing."])
    known = len(model().vocab.strings)
    with passing_words():
        (within,) = parse_texts([text])
        assert len(model().vocab.strings) > known
    assert len(model().vocab.strings) == known
    (again,) = parse_texts([text])
    assert (within.tokens, within.names) == (again.tokens, again.names)
    assert before.tokens[0].text == "Nothing"
