"""Quotes found again in a text that has changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.quote_search import find_quote
from desktop_app.core.text_quote import TextQuote, quote_at

TEXT = (
    "The minister said the talks had been useful. The talks had been long.\n\n"
    "He would not say when the ceasefire might begin, but he expects it before the winter.\n\n"
    "The talks had been useful, an aide agreed."
)


def _found(text: str, quote: TextQuote) -> str | None:
    place = find_quote(text, quote)
    return None if place is None else text[slice(*place)]


def _quote(words: str, text: str = TEXT) -> TextQuote:
    start = text.index(words)
    return quote_at(text, start, start + len(words))


@given(st.text(min_size=1, max_size=300), st.data())
def test_a_quote_is_found_in_its_own_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_at(text, start, end)

    place = find_quote(text, quote)

    if quote.exact.strip():
        assert place is not None
        assert text[slice(*place)] == quote.exact


def test_of_several_places_the_one_with_the_same_surroundings_is_taken() -> None:
    last = TEXT.rindex("talks had been useful")
    quote = quote_at(TEXT, last, last + len("talks had been useful"))

    place = find_quote("A new first paragraph.\n\n" + TEXT, quote)

    assert place is not None
    assert place[0] == last + len("A new first paragraph.\n\n")


def test_of_places_alike_the_nearest_is_taken() -> None:
    text = "Yes. " * 20
    assert find_quote(text, TextQuote("Yes.", start=52)) == (50, 54)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("a ceasefire might  begin, but he\nexpects it", None),
        ("the ceasefire may begin, but he expects it", "ceasefire may begin, but he expects it"),
        ("the ceasefire might soon begin; but he expects it", None),
    ],
)
def test_a_quote_that_was_reworded_is_found_by_its_words(
    changed: str, expected: str | None
) -> None:
    quote = _quote("ceasefire might begin, but he expects it")
    text = TEXT.replace("the ceasefire might begin, but he expects it", changed)

    found = _found(text, quote)

    assert found is not None
    if expected is not None:
        assert found == expected
    assert found.startswith("ceasefire")
    assert found.endswith("expects it")


def test_a_sentence_made_like_one_that_is_gone_is_not_taken_for_it() -> None:
    text = (
        "Spring came late. In the year 1969 the crane of the ferry was sold to a yard in Leith.\n\n"
        "Nothing happened then. In the year 1970 the crane of the ferry came back, at a loss."
    )
    quote = _quote("In the year 1969 the crane of the ferry", text)
    first, second = text.split("\n\n")

    assert _found(second, quote) is None
    assert _found(text.replace("1969", "1968"), quote) == quote.exact.replace("1969", "1968")
    assert _found(f"{second}\n\n{first}", quote) == quote.exact


def test_quotation_marks_at_the_ends_stay_with_the_quote() -> None:
    text = "“We  will not yield,” she said."
    quote = TextQuote("“We will not yield,”", "", " she said.")

    assert _found(text, quote) == "“We  will not yield,”"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Something else altogether is told here, about ships and their cargo of grain.",
        "The winter came early.",
    ],
)
def test_what_is_gone_is_not_found(text: str) -> None:
    assert (
        _found(text, _quote("ceasefire might begin, but he expects it before the winter")) is None
    )


def test_a_short_quote_is_not_guessed() -> None:
    assert _found("He spoke of war.", TextQuote("the peace")) is None


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_what_is_found_lies_within_the_text(
    text: str, exact: str, prefix: str, suffix: str
) -> None:
    place = find_quote(text, TextQuote(exact, prefix, suffix))

    if place is not None:
        assert 0 <= place[0] < place[1] <= len(text)


def _told(sentences: int, said: str) -> str:
    return " ".join(f"In the year {1900 + at} {said} {at * at}." for at in range(sentences))


def test_a_long_quote_is_found_though_every_sentence_changed() -> None:
    quote = TextQuote(_told(300, "the harbour was widened for ships of"))
    changed = _told(300, "the old harbour was dredged for ships of")
    text = f"Another text comes first.\n\n{changed}\n\nAnd one behind it."

    assert _found(text, quote) == changed


def test_a_long_quote_is_not_found_in_the_same_words_otherwise_told() -> None:
    words = _told(300, "the harbour was widened for ships of").split()
    quote = TextQuote(" ".join(words))

    assert _found(" ".join(sorted(words)), quote) is None


def test_of_two_reworded_places_the_one_with_the_same_surroundings_is_taken() -> None:
    said = "the talks about the harbour and its ships had been of great use to all"
    told = said.replace("great", "some")
    quote = TextQuote(said, "He said ", " of the towns.")
    text = f"She said {told} who asked. He said {told} of the towns."

    place = find_quote(text, quote)

    assert place is not None
    assert place[0] == text.rindex("the talks")
