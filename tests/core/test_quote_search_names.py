"""A stretch of text is found again where it is, and not where it isn't."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.quote_search import find_quotes
from desktop_app.core.text_quote import quote_at

TEXT = (
    "Bill Clinton spoke in Ohio on Friday, and the hall was full. Hillary Clinton followed.\n\n"
    "Clinton said the vote was near. Later in the evening Clinton left without another word."
)


def found(new: str, at: int, words: str = "Clinton") -> int | None:
    return find_quotes(new, [quote_at(TEXT, at, at + len(words))])[0]


SECOND = TEXT.index("Clinton left")


def test_a_text_that_came_in_above_moves_it() -> None:
    assert found("Clinton. A new beginning.\n\n" + TEXT, SECOND) == SECOND + 27


def test_words_beside_it_may_change() -> None:
    new = TEXT.replace("evening Clinton left", "evening President Clinton walked out")
    assert found(new, SECOND) == new.index("Clinton walked")


def test_other_white_space_is_no_other_text() -> None:
    new = TEXT.replace(" ", "\u00a0").replace("Later", "Some time later")
    assert found(new, SECOND) == new.index("Clinton\u00a0left")


def test_the_same_words_in_another_sentence_are_another_place() -> None:
    assert found("Chelsea Clinton opened a school in Haiti.", SECOND) is None
    assert found(TEXT.replace("Clinton left", "he left"), SECOND) != SECOND


def test_a_word_that_only_holds_the_words_is_no_place() -> None:
    assert found(TEXT.replace("Clinton left", "Clintonism left"), SECOND) != SECOND


def test_two_quotes_are_never_at_one_place() -> None:
    first = TEXT.index("Clinton said")
    quotes = [quote_at(TEXT, at, at + 7) for at in (first, SECOND)]
    new = TEXT.replace("Clinton said the vote was near. ", "")
    assert find_quotes(new, quotes)[1] == new.index("Clinton left")
    assert find_quotes(new, quotes)[0] != new.index("Clinton left")


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 40))
def test_in_its_own_text_it_is_where_it_was(text: str, start: int, length: int) -> None:
    if text[start : start + length]:
        assert find_quotes(text, [quote_at(text, start, start + length)]) == [start]


@given(st.text(max_size=200), st.text(max_size=200), st.integers(0, 200), st.integers(1, 9))
def test_any_text_is_searched_without_harm(text: str, other: str, start: int, length: int) -> None:
    quote = quote_at(text, start, start + length)
    for at in find_quotes(other, [quote]):
        assert at is None or len(other[at : at + len(quote.exact)]) == len(quote.exact)
